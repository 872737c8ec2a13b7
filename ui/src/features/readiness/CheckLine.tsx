import { Button } from "@mantine/core";
import { IconChecks, IconLock } from "@tabler/icons-react";
import { ResultMark } from "@/components/ReadinessMarks";
import { useWords } from "@/i18n/i18n";
import type { CheckView, Choice, OwnCheckView } from "@/ipc/bindings";
import { ConfirmationLine } from "./ConfirmationLine";
import { MendLink } from "./MendLink";
import { OwnCheckButtons } from "./OwnCheckButtons";
import { ReasonText } from "./ReasonText";
import classes from "./readiness.module.css";

type Props = {
  check: CheckView;
  reached: boolean;
  mayConfirm: boolean;
  processes: Choice[];
  onConfirm: () => void;
  onEdit: (own: OwnCheckView) => void;
};

/** One check: what it found, what it asks, why, who confirmed it, and what can be done about it. */
export function CheckLine({ check, reached, mayConfirm, processes, onConfirm, onEdit }: Props) {
  const { t } = useWords();
  const { id, own, confirmation } = check;
  const mended = check.reasons.filter((reason, index) => {
    const same = check.reasons.findIndex(({ mend }) => mend === reason.mend);
    // People confirm with the button of the line itself.
    return reason.mend !== "confirm" && same === index;
  });
  return (
    <li
      className={`${classes.check} ${reached ? classes.reached : ""}`}
      id={`check-${id}`}
      tabIndex={-1}
      aria-current={reached ? "true" : undefined}
      data-testid={`check-${id}`}
    >
      <div className={classes.result}>
        <ResultMark result={check.result} />
      </div>
      <div>
        <h3 className={classes.question}>
          <span className="tabular">{id}</span> {check.question}
        </h3>
        <div className={classes.facts}>
          {check.clause === "" ? null : <span>{t("readiness.clause", { no: check.clause })}</span>}
          <span>{t(`readiness.mode_${check.mode}`)}</span>
          {check.blocking ? (
            <span className={classes.blocking}>
              <IconLock size={14} aria-hidden /> {t("readiness.blocking")}
            </span>
          ) : null}
          {own === null ? null : <span>{t("readiness.ownMark")}</span>}
        </div>
        {check.reasons.map((reason) => (
          <ReasonText key={reason.text} reason={reason} />
        ))}
        {confirmation === null ? null : (
          <ConfirmationLine check={id} confirmation={confirmation} mayConfirm={mayConfirm} processes={processes} />
        )}
      </div>
      <div className={classes.actions}>
        {mended.map((reason) => (
          <MendLink key={reason.mend} check={id} reason={reason} onConfirm={null} />
        ))}
        {check.confirmable && mayConfirm ? (
          <Button
            size="xs"
            variant={check.result === "unanswered" ? "filled" : "default"}
            leftSection={<IconChecks size={14} aria-hidden />}
            onClick={onConfirm}
            aria-label={`${t(confirmation === null ? "readiness.confirm" : "readiness.confirmAgain")}: ${id}`}
            data-testid={`confirm-${id}`}
          >
            {t(confirmation === null ? "readiness.confirm" : "readiness.confirmAgain")}
          </Button>
        ) : null}
        {own === null || !mayConfirm ? null : <OwnCheckButtons own={own} onEdit={() => onEdit(own)} />}
      </div>
    </li>
  );
}
