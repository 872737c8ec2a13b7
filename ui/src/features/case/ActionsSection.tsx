import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { DayText } from "@/components/DayText";
import { DueDate, DueDay } from "@/components/DueDate";
import { useWords } from "@/i18n/i18n";
import type { ActionView, CaseView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";
import { Extensions } from "./Extensions";
import { DayFact, Fact, Facts } from "./Facts";

type Props = { view: CaseView; movable: boolean; onMove: (actionId: string) => void };

export function ActionsSection({ view, movable, onMove }: Props) {
  const { t, lang } = useWords();
  const { planApproval } = view;
  return (
    <Panel title={t("card.sectionPlan")}>
      <Facts>
        <Fact name="fields.expected_effect" value={view.expectedEffect} wide />
        <Fact name="fields.target_on" value={view.targetOn === null ? null : <TargetDay view={view} />} />
        {view.planDueOn === null ? null : <DayFact name="fields.plan_due_on" day={view.planDueOn} />}
        {planApproval === null ? null : (
          <Fact
            name="fields.plan_approval"
            value={t("card.planApproved", { date: formatDay(planApproval.on, lang), by: planApproval.by })}
            wide
          />
        )}
      </Facts>
      <Extensions extensions={view.targetExtensions} label={`${t("fields.target_on")}: ${t("card.extensions")}`} />
      <ol className={classes.actions}>
        {view.actions.map((action, index) => (
          <ActionLine
            key={action.id}
            action={action}
            no={index + 1}
            movable={movable}
            onMove={() => onMove(action.id)}
          />
        ))}
      </ol>
      {view.actions.length === 0 ? <span className={classes.blank}>{t("card.notFilled")}</span> : null}
    </Panel>
  );
}

/** The card's own date, with the first one struck through when it was moved; its distance stands in the card's head. */
function TargetDay({ view: { targetOn, originalTargetOn } }: { view: CaseView }) {
  return <DueDay due={{ dueOn: targetOn, originalDueOn: originalTargetOn, daysToDue: null, overdue: false }} />;
}

type LineProps = { action: ActionView; no: number; movable: boolean; onMove: () => void };

function ActionLine({ action, no, movable, onMove }: LineProps) {
  const { t, lang } = useWords();
  const open = action.doneOn === null && action.cancelledReason === null;
  return (
    <li className={classes.action}>
      <div className={classes.actionHead}>
        <div>
          <strong>{t("card.actionNo", { no })}.</strong> {action.what}
        </div>
        {open && movable ? (
          <Button size="xs" variant="default" onClick={onMove} aria-label={`${t("card.changeDue")}: ${action.what}`}>
            {t("card.changeDue")}
          </Button>
        ) : null}
      </div>
      <div className={classes.actionFacts}>
        <span>{action.owner?.name ?? t("missing.owner")}</span>
        {open ? <DueDate due={action} /> : null}
        {action.doneOn === null ? null : <span>{t("card.actionDone", { date: formatDay(action.doneOn, lang) })}</span>}
        {action.cancelledReason === null ? null : (
          <span>{t("card.actionCancelled", { reason: action.cancelledReason })}</span>
        )}
        {!open && action.dueOn !== null ? (
          <span>
            {t("fields.due_on")}: <DayText day={action.dueOn} />
          </span>
        ) : null}
      </div>
      <Extensions extensions={action.extensions} label={t("card.extensions")} />
      {action.evidence.length === 0 ? (
        action.doneOn === null ? null : (
          <span className={classes.warn}>
            <IconAlertTriangle size={16} aria-hidden />
            {t("card.evidenceMissing")}
          </span>
        )
      ) : (
        <ul className={classes.small} aria-label={t("card.evidenceList")}>
          {action.evidence.map((evidence) => (
            <li key={evidence.id}>
              {[
                evidence.title,
                evidence.fileNumber,
                evidence.on === null ? "" : formatDay(evidence.on, lang),
                evidence.by,
              ]
                .filter((part) => part !== "")
                .join(", ")}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
