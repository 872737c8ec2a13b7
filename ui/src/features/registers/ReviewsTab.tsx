import { useWords } from "@/i18n/i18n";
import type { RegistersView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { KeptPanel } from "./KeptPanel";
import { ReviewDialog } from "./ReviewDialog";
import { ReviewSection } from "./ReviewSection";
import classes from "./registers.module.css";
import { useKept } from "./useKept";
import { useOpened } from "./useOpened";

/** Management reviews, planned and held, with what they decided. */
export function ReviewsTab({ view }: { view: RegistersView }) {
  const { t } = useWords();
  const { reviews, cases, topics, mayKeep } = view;
  const opened = useOpened("reviews", reviews);
  const { add, take } = useKept("review");
  const may = mayKeep.allowed;
  return (
    <>
      <KeptPanel title={t("registers.tab_reviews")} kind="review" may={may} addRef={add} onAdd={opened.add}>
        {reviews.length === 0 ? (
          <EmptyState>{t("registers.empty_review")}</EmptyState>
        ) : (
          <div className={classes.page}>
            {reviews.map((review, index) => (
              <ReviewSection
                key={review.id}
                review={review}
                topics={topics}
                no={index + 1}
                may={may}
                onEdit={() => opened.show(review.id)}
                onRemove={() => take(review)}
              />
            ))}
          </div>
        )}
      </KeptPanel>
      {opened.fresh || opened.record !== null ? (
        <ReviewDialog
          key={opened.record?.id}
          review={opened.record}
          topics={topics}
          cases={cases}
          may={may}
          onClose={opened.close}
        />
      ) : null}
    </>
  );
}
