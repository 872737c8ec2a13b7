import { IconBulb } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import { isOnlyBlame } from "./blame";
import classes from "./cause.module.css";

/** What makes a cause a good one, said quietly above every analysis. */
export function CauseAdvice() {
  const { t } = useWords();
  return (
    <p className={classes.advice}>
      <IconBulb size={18} aria-hidden />
      <span>{t("cause.advice")}</span>
    </p>
  );
}

/** A gentle word when a root cause only names somebody's slip. It never stops anybody. */
export function RootCauseNote({ text }: { text: string }) {
  const { t } = useWords();
  // The region stays in the page, so that a screen reader hears the words when they come.
  return (
    <div role="status" className={classes.noteSlot}>
      {isOnlyBlame(text) ? (
        <p className={classes.note} data-testid="blame-note">
          <IconBulb size={18} aria-hidden />
          <span>{t("cause.blame")}</span>
        </p>
      ) : null}
    </div>
  );
}
