import { IconCircle, IconCircleCheck, IconCircleDot, IconCircleMinus, IconCircleX } from "@tabler/icons-react";
import { type Key, useWords } from "@/i18n/i18n";
import type { CaseStatus, CaseView } from "@/ipc/bindings";
import classes from "./case.module.css";

type State = "done" | "now" | "ahead" | "skipped" | "ended";

const LOOK = {
  done: { icon: IconCircleCheck, tone: classes.stepDone, word: "card.stepDone" },
  now: { icon: IconCircleDot, tone: classes.stepNow, word: "card.stepNow" },
  ahead: { icon: IconCircle, tone: "", word: "card.stepAhead" },
  skipped: { icon: IconCircleMinus, tone: "", word: "life.stepSkipped" },
  ended: { icon: IconCircleX, tone: classes.stepEnded, word: "card.stepDone" },
} as const;

/** Which step of the paper form an open state stands at. */
const AT: Partial<Record<CaseStatus, number>> = {
  draft: 0,
  registered: 1,
  analysis: 2,
  plan_pending: 3,
  in_progress: 4,
  implemented: 5,
  effectiveness: 6,
};

/** How a card ended that did not end well. */
const ENDED: Partial<Record<CaseStatus, Key>> = {
  closed_ineffective: "life.closedIneffective",
  closed_no_action: "life.closedNoAction",
  closed_imported: "life.closedImported",
  cancelled: "life.closedCancelled",
};

/** Which steps left something on the card; after the usual way was left, these alone count as done. */
function left(view: CaseView): boolean[] {
  const worked = view.actions.some(({ doneOn }) => doneOn !== null);
  return [
    true,
    view.correction.what !== "",
    view.cause.root !== "",
    view.planApproval !== null || view.actions.length > 0,
    view.doneReport !== null || worked,
    view.verification?.result === "yes",
    view.effectiveness.result !== null,
  ];
}

function stateOf(view: CaseView, index: number, filled: boolean): State {
  const at = AT[view.row.status];
  if (at === undefined) return filled ? "done" : "skipped";
  if (index === at) return "now";
  if (index > at) return "ahead";
  // A correction may be written in either order, or not be needed; it is not told as done while nothing stands there.
  return index === 1 && !filled ? "ahead" : "done";
}

/** The steps of the paper form, and how far the card has come. */
export function StepStrip({ view }: { view: CaseView }) {
  const { t } = useWords();
  const end = ENDED[view.row.status];
  const closed = view.row.status === "closed_effective";
  const filled = left(view);
  const names: Key[] = [
    "card.stepReport",
    "card.stepCorrection",
    "card.stepCause",
    "card.stepPlan",
    "card.stepWork",
    "card.stepVerify",
    "card.stepJudge",
  ];
  const last: State = closed ? "done" : end === undefined ? "ahead" : "ended";
  return (
    <ol className={classes.steps} aria-label={t("card.steps")}>
      {names.map((name, index) => (
        <Step key={name} name={t(name)} state={stateOf(view, index, filled[index] ?? false)} />
      ))}
      <Step name={[t("card.stepClose"), end === undefined ? "" : t(end)].filter(Boolean).join(": ")} state={last} />
    </ol>
  );
}

function Step({ name, state }: { name: string; state: State }) {
  const { t } = useWords();
  const { icon: Icon, tone, word } = LOOK[state];
  return (
    <li aria-current={state === "now" ? "step" : undefined} className={`${classes.step} ${tone ?? ""}`}>
      <Icon size={16} aria-hidden />
      {name}
      <span className="visually-hidden"> {t(word)}</span>
    </li>
  );
}
