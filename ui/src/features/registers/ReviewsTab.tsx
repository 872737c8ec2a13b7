import type { RegistersView } from "@/ipc/bindings";
import { KeptTab } from "./KeptTab";
import { ReviewDialog } from "./ReviewDialog";
import { ReviewSection } from "./ReviewSection";
import classes from "./registers.module.css";

/** Management reviews, planned and held, with what they decided. */
export function ReviewsTab({ view }: { view: RegistersView }) {
  const { reviews, cases, topics, mayKeep } = view;
  const may = mayKeep.allowed;
  return (
    <KeptTab
      tab="reviews"
      kind="review"
      records={reviews}
      may={may}
      list={({ edit, remove }) => (
        <div className={classes.page}>
          {reviews.map((review, index) => (
            <ReviewSection
              key={review.id}
              review={review}
              topics={topics}
              no={index + 1}
              may={may}
              onEdit={() => edit(review)}
              onRemove={() => remove(review)}
            />
          ))}
        </div>
      )}
      dialog={(record, onClose) => (
        <ReviewDialog key={record?.id} review={record} topics={topics} cases={cases} may={may} onClose={onClose} />
      )}
    />
  );
}
