import { IconCircle, IconCircleCheck, IconCircleDot } from "@tabler/icons-react";
import { DueDate } from "@/components/DueDate";
import { KindMark } from "@/components/KindMark";
import { StatusBadge } from "@/components/StatusBadge";
import { useWords } from "@/i18n/i18n";
import type { CaseStatus, CaseView } from "@/ipc/bindings";
import classes from "./case.module.css";

const STEPS = [
  "card.stepReport",
  "card.stepCorrection",
  "card.stepCause",
  "card.stepPlan",
  "card.stepWork",
  "card.stepVerify",
  "card.stepJudge",
  "card.stepClose",
] as const;

/** Which step of the paper form a state stands at. States that left the usual way show no strip. */
const AT: Partial<Record<CaseStatus, number>> = {
  draft: 0,
  registered: 1,
  analysis: 2,
  plan_pending: 3,
  in_progress: 4,
  implemented: 5,
  effectiveness: 6,
  closed_effective: STEPS.length,
  closed_ineffective: STEPS.length,
};

export function CardHead({ view }: { view: CaseView }) {
  const { t } = useWords();
  const { row } = view;
  return (
    <>
      <div className={classes.headLine}>
        <KindMark kind={row.kind} />
        <StatusBadge status={row.status} pill />
        {row.dueOn === null ? null : <DueDate due={row} />}
        {row.late.map((late) => (
          <span key={late} className={classes.warn}>
            {t(`late.${late}`)}
          </span>
        ))}
      </div>
      <StepStrip status={row.status} />
    </>
  );
}

export function StepStrip({ status }: { status: CaseStatus }) {
  const { t } = useWords();
  const at = AT[status];
  if (at === undefined) return null;
  return (
    <ol className={classes.steps} aria-label={t("card.steps")}>
      {STEPS.map((key, index) => {
        const state = index < at ? "done" : index === at ? "now" : "ahead";
        return (
          <li
            key={key}
            aria-current={state === "now" ? "step" : undefined}
            className={`${classes.step} ${state === "done" ? classes.stepDone : ""} ${state === "now" ? classes.stepNow : ""}`}
          >
            {state === "done" ? <IconCircleCheck size={16} aria-hidden /> : null}
            {state === "now" ? <IconCircleDot size={16} aria-hidden /> : null}
            {state === "ahead" ? <IconCircle size={16} aria-hidden /> : null}
            {t(key)}
            <span className="visually-hidden">
              {" "}
              {t(state === "done" ? "card.stepDone" : state === "now" ? "card.stepNow" : "card.stepAhead")}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
