import { Badge, Button } from "@mantine/core";
import { DueDate } from "@/components/DueDate";
import { actionOf } from "@/components/moves/target";
import { stepName } from "@/components/moves/words";
import { useWords } from "@/i18n/i18n";
import type { ActionView, CaseView, NextStepView } from "@/ipc/bindings";
import classes from "./case.module.css";

type Props = { view: CaseView; onAction: (actionId: string) => void };

/** The steps that are owed now: whose each is, and until when. */
export function NextSteps({ view, onAction }: Props) {
  if (view.life.next.length === 0) return null;
  return (
    <ul className={classes.nowSteps}>
      {view.life.next.map((step) => (
        <Step key={`${step.move}${step.actionId}`} step={step} view={view} onAction={onAction} />
      ))}
    </ul>
  );
}

function Step({ step, view, onAction }: Props & { step: NextStepView }) {
  const { t, has } = useWords();
  const { dueOn, daysLeft } = step;
  const action = actionOf(view, step.actionId);
  const due = { dueOn, originalDueOn: null, daysToDue: daysLeft, overdue: daysLeft !== null && daysLeft < 0 };
  return (
    <li>
      <strong>{step.who.join(", ")}</strong>
      {step.who.length === 0 ? "" : " – "}
      {stepName(t, has, step.move)}
      {action === null ? null : `: ${action.what}`}
      {dueOn === null ? null : (
        <>
          {" "}
          {t("life.until")} <DueDate due={due} />
        </>
      )}
      {step.mine ? (
        <Badge ml="xs" variant="light" tt="none">
          {t("life.yours")}
        </Badge>
      ) : null}
      {action === null ? null : <ToAction view={view} action={action} onAction={onAction} />}
    </li>
  );
}

/** Leads to the action; where it lacks its evidence, that is what the button says. */
function ToAction({ view, action, onAction }: Props & { action: ActionView }) {
  const { t } = useWords();
  const no = view.actions.indexOf(action) + 1;
  const proven = action.evidence.some(({ withdrawn }) => withdrawn === null);
  const bare = view.row.status === "in_progress" && !proven;
  return (
    <Button
      ml="xs"
      size="compact-sm"
      variant="default"
      onClick={() => onAction(action.id)}
      data-testid={`go-action-${no}`}
    >
      {t(bare ? "life.addEvidence" : "life.goToAction", { no })}
    </Button>
  );
}
