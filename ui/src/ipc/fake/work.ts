import type { CaseRow, Move, RefusedCase, StepForm, TaskRow, WorkView } from "../bindings";

const STEPS: Partial<Record<CaseRow["status"], Move>> = {
  draft: "save",
  registered: "start_analysis",
  analysis: "submit_plan",
  plan_pending: "approve_plan",
  in_progress: "complete_action",
  implemented: "verify",
  effectiveness: "judge_effective",
};
const HEADS: Move[] = ["start_analysis", "submit_plan", "complete_action"];

/** What waits for a post; null stands for the representative, who sees what waits for the others too. */
export function workOf(rows: CaseRow[], post: string | null): WorkView {
  const tasks = rows.flatMap((row): TaskRow[] => {
    const move = STEPS[row.status];
    if (move === undefined) return [];
    const ofHead = HEADS.includes(move);
    const mine = post === null ? !ofHead : ofHead && row.owner === post;
    const action = move === "complete_action" ? `${row.id}-action-1` : null;
    return [
      {
        case: row,
        action,
        what: action === null ? "" : `Działanie do ${row.number}`,
        missing: row.missing,
        step: {
          move,
          actionId: action,
          dueOn: row.dueOn,
          daysLeft: row.daysToDue,
          who: ofHead ? (row.owner === null ? [] : [row.owner]) : ["Pełnomocnik ds. SZJ"],
          mine,
        },
      },
    ];
  });
  const byDate = (a: TaskRow, b: TaskRow) => (a.step.dueOn ?? "9999").localeCompare(b.step.dueOn ?? "9999");
  const sorted = tasks.sort(byDate);
  const mine = sorted.filter(({ step }) => step.mine);
  const others = post === null ? sorted.filter(({ step }) => !step.mine) : [];
  return {
    mine,
    mineTotal: mine.length,
    others,
    othersTotal: others.length,
  };
}

/** The cards that refuse a move of many; a stand-in for the rules. */
export function refusedOf(rows: CaseRow[], step: StepForm | null): RefusedCase[] {
  const why = (row: CaseRow): string | null => {
    if (row.status === "draft") return "still_a_draft";
    if (row.status.startsWith("closed") || row.status === "cancelled") return "closed_case";
    if (step?.move === "extend" && row.dueOn === step.dueOn) return "due_unchanged";
    return null;
  };
  return rows.flatMap((row) => {
    const reason = why(row);
    return reason === null ? [] : [{ row, error: { kind: "ruleViolated" as const, params: { reason } } }];
  });
}
