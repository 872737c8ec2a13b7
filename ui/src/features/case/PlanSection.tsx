import { DueDay } from "@/components/DueDate";
import type { OnMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { ActionCard } from "./ActionCard";
import classes from "./case.module.css";
import { DateMoves } from "./DateMoves";
import { Extensions } from "./Extensions";
import type { Attaching } from "./evidence/useAttach";
import { DayFact, Fact, Facts } from "./Facts";
import { PartPanel, type WritingProps } from "./PartPanel";

type Props = WritingProps & {
  view: CaseView;
  openAction: string | null;
  onOpenAction: (id: string | null) => void;
  onMove: OnMove;
  attaching: Attaching;
  dragging: boolean;
};

/** The plan and what became of it: expected effect, the case's own date, and the actions with their evidence. */
export function PlanSection(props: Props) {
  const { view, writing, onWrite, openAction, onOpenAction, onMove } = props;
  const { t, lang } = useWords();
  const { planApproval, planSubmission, doneReport } = view;
  const written = writing?.part === "plan";
  const decided = (key: "card.planApproved" | "card.planSubmitted" | "card.doneReported", by: typeof planApproval) =>
    by === null ? null : t(key, { date: formatDay(by.on, lang), by: by.by });
  const actions = (
    <>
      <ol className={classes.actions}>
        {view.actions.map((action, index) => (
          <ActionCard
            key={action.id}
            {...props}
            action={action}
            no={index + 1}
            expanded={openAction === action.id}
            onToggle={() => onOpenAction(openAction === action.id ? null : action.id)}
          />
        ))}
      </ol>
      {view.actions.length === 0 ? <span className={classes.blank}>{t("card.notFilled")}</span> : null}
    </>
  );
  return (
    <PartPanel
      view={view}
      part="plan"
      title="card.sectionPlan"
      writing={writing}
      onWrite={onWrite}
      below={written ? null : actions}
    >
      <Facts>
        <Fact name="fields.expected_effect" value={view.expectedEffect} wide />
        <Fact name="fields.target_on" value={view.targetOn === null ? null : <TargetDay view={view} />} />
        {view.planDueOn === null ? null : <DayFact name="fields.plan_due_on" day={view.planDueOn} />}
        {planApproval === null && planSubmission === null ? null : (
          <Fact
            name="fields.plan_approval"
            value={decided("card.planApproved", planApproval) ?? decided("card.planSubmitted", planSubmission)}
            wide
          />
        )}
        {doneReport === null ? null : (
          <Fact name="life.doneReport" value={decided("card.doneReported", doneReport)} wide />
        )}
      </Facts>
      <Extensions extensions={view.targetExtensions} label={`${t("fields.target_on")}: ${t("card.extensions")}`} />
      {view.actions.length === 0 ? (
        <DateMoves
          view={view}
          onMove={onMove}
          actionId={null}
          about={t("fields.target_on")}
          asked={view.targetAsked}
          shown
        />
      ) : null}
    </PartPanel>
  );
}

/** The card's own date, with the first one struck through when it was moved; its distance stands in the card's head. */
function TargetDay({ view: { targetOn, originalTargetOn } }: { view: CaseView }) {
  return <DueDay due={{ dueOn: targetOn, originalDueOn: originalTargetOn, daysToDue: null, overdue: false }} />;
}
