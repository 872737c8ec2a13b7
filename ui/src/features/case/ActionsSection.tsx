import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { DayText } from "@/components/DayText";
import { DueDate } from "@/components/DueDate";
import { useWords } from "@/i18n/i18n";
import type { ActionView, CaseView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";
import { DayFact, Fact, Facts } from "./Facts";

type Props = { view: CaseView; movable: boolean; onMove: (actionId: string) => void };

export function ActionsSection({ view, movable, onMove }: Props) {
  const { t, lang } = useWords();
  const { planApproval } = view;
  return (
    <Panel title={t("card.sectionPlan")}>
      <Facts>
        <Fact name="fields.expected_effect" value={view.expectedEffect} wide />
        <DayFact name="fields.target_on" day={view.targetOn} />
        {view.planDueOn === null ? null : <DayFact name="fields.plan_due_on" day={view.planDueOn} />}
        {planApproval === null ? null : (
          <Fact
            name="fields.plan_approval"
            value={t("card.planApproved", { date: formatDay(planApproval.on, lang), by: planApproval.by })}
            wide
          />
        )}
      </Facts>
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
      {action.extensions.length === 0 ? null : (
        <ul className={classes.small} aria-label={t("card.extensions")}>
          {action.extensions.map((extension) => (
            <li key={`${extension.from}${extension.to}${extension.decidedOn}`}>
              {t("card.extension", {
                from: extension.from === null ? t("card.noDate") : formatDay(extension.from, lang),
                to: formatDay(extension.to, lang),
                reason: extension.reason,
                decided: formatDay(extension.decidedOn, lang),
                by: extension.decidedBy,
              })}
              {extension.late ? ` – ${t("card.extensionLate")}` : ""}
            </li>
          ))}
        </ul>
      )}
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
