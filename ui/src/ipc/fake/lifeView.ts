import type { ActionView, CaseStatus, CaseView, LifeView, Missing, Move, MoveView, Part, PostRef } from "../bindings";

/** A stand-in for the rules: enough of them that the screens meet every kind of answer. The rules themselves are the domain's. */
const OPEN: CaseStatus[] = ["registered", "analysis", "plan_pending", "in_progress", "implemented", "effectiveness"];
const BEFORE_DONE: CaseStatus[] = ["registered", "analysis", "plan_pending", "in_progress"];
const CLOSED: CaseStatus[] = [
  "closed_effective",
  "closed_ineffective",
  "closed_no_action",
  "closed_imported",
  "cancelled",
];

const FROM: Record<Move, CaseStatus[]> = {
  save: ["draft"],
  discard: ["draft"],
  register: ["draft"],
  start_analysis: ["registered"],
  submit_plan: ["analysis"],
  approve_plan: ["plan_pending"],
  return_plan: ["plan_pending"],
  complete_action: ["in_progress"],
  reopen_action: ["in_progress"],
  cancel_action: ["in_progress"],
  report_done: ["in_progress"],
  verify: ["implemented"],
  send_back: ["implemented"],
  judge_effective: ["effectiveness"],
  judge_ineffective: ["effectiveness"],
  decide_no_action: ["registered", "analysis"],
  approve_no_action: ["registered", "analysis"],
  refuse_no_action: ["registered", "analysis"],
  cancel: OPEN,
  reopen: CLOSED,
  extend: BEFORE_DONE,
  ask_extension: BEFORE_DONE,
  refuse_extension: BEFORE_DONE,
  attach: OPEN,
  withdraw: OPEN,
  assign: BEFORE_DONE,
  link: OPEN,
  unlink: OPEN,
};

const OF_ACTION: Move[] = ["complete_action", "reopen_action", "cancel_action", "attach", "withdraw"];
/** The head's or the performer's own steps: the representative, alone, records them. */
const RECORDED: Move[] = [
  "submit_plan",
  "complete_action",
  "reopen_action",
  "report_done",
  "ask_extension",
  "approve_no_action",
  "refuse_no_action",
];
const RECORDABLE: Move[] = [...RECORDED, "approve_plan", "verify", "judge_effective", "judge_ineffective", "extend"];
export const SECRETARY: PostRef = { id: "post-secretary", name: "Sekretarz Powiatu" };

const PARTS: Record<Part, CaseStatus[]> = {
  kind: [],
  report: ["registered", "analysis"],
  correction: BEFORE_DONE,
  cause: ["registered", "analysis"],
  plan: ["registered", "analysis"],
  external: OPEN,
};

const isOpen = (action: ActionView) => action.doneOn === null && action.cancelledReason === null;
const isBare = (action: ActionView) => !action.evidence.some(({ withdrawn }) => withdrawn === null);

type Refusal = { reason: string; params?: { [key: string]: string } } | null;

function inState(view: CaseView, move: Move): Refusal {
  const { status } = view.row;
  if (FROM[move].includes(status)) return null;
  if (CLOSED.includes(status)) return { reason: "closed_case" };
  if (status === "draft") return { reason: "still_a_draft" };
  return FROM[move][0] === "draft" ? { reason: "not_a_draft" } : { reason: "not_in_this_state", params: { status } };
}

function guarded(view: CaseView, move: Move, action: ActionView | null): Refusal {
  const missing = missingOf(view);
  const done = view.actions.filter(({ doneOn }) => doneOn !== null);
  const bare = action === null ? done.find(isBare) : isBare(action) ? action : undefined;
  const proven: Refusal = bare === undefined ? null : { reason: "evidence_missing", params: { action: bare.what } };
  switch (move) {
    case "start_analysis":
    case "submit_plan":
    case "register":
      return missing.length === 0 ? null : { reason: "incomplete", params: { missing: missing.join(",") } };
    case "complete_action":
      return action !== null && !isOpen(action) ? { reason: "action_settled" } : proven;
    case "cancel_action":
      return action !== null && !isOpen(action) ? { reason: "action_settled" } : null;
    case "reopen_action":
      return action?.doneOn === null ? { reason: "action_not_done" } : null;
    case "report_done":
      return view.actions.some(isOpen) ? { reason: "actions_open" } : proven;
    case "verify":
      return proven;
    case "decide_no_action":
      return view.row.source === "EXT_AUDIT" && view.row.grade !== "observation"
        ? { reason: "external_needs_action" }
        : null;
    case "approve_no_action":
    case "refuse_no_action":
      return view.noActionProposal === null ? { reason: "nothing_proposed" } : null;
    case "refuse_extension":
      return view.targetAsked === null && view.actions.every(({ asked }) => asked === null)
        ? { reason: "no_extension_asked" }
        : null;
    default:
      return null;
  }
}

function missingOf(view: CaseView): Missing[] {
  const lacking: [Missing, boolean][] = [];
  const { status } = view.row;
  if (status === "draft") return view.row.missing;
  if (status === "registered") {
    lacking.push(["source", view.row.source === null], ["process", view.process === null]);
    lacking.push(["clause", view.clause2008 === null && view.clause2015 === null]);
    lacking.push(["owner", view.owner === null]);
  }
  if (status === "analysis") {
    lacking.push(["root_cause", view.cause.root === ""], ["cause_method", view.cause.method === null]);
    lacking.push(["action", view.actions.length === 0]);
    lacking.push(["action_owner", view.actions.some(({ owner }) => owner === null)]);
    lacking.push(["action_due_on", view.actions.some(({ dueOn }) => dueOn === null)]);
    lacking.push(["criterion", view.effectiveness.criterion === ""]);
    lacking.push(["review_due_on", view.effectiveness.dueOn === null]);
  }
  return lacking.filter(([, lacks]) => lacks).map(([name]) => name);
}

function offer(view: CaseView, move: Move, action: ActionView | null): MoveView {
  const refusal = inState(view, move) ?? guarded(view, move, action);
  const near = [action?.owner ?? null, view.owner].find((post) => post !== null);
  const posts = RECORDED.includes(move) && move !== "approve_no_action" && near ? [near, SECRETARY] : [SECRETARY];
  const recordFor = refusal === null && RECORDABLE.includes(move) ? posts : [];
  return {
    move,
    actionId: action?.id ?? null,
    allowed: refusal === null,
    reason: refusal?.reason ?? null,
    params: refusal?.params ?? {},
    signOff: false,
    needsReason: false,
    recordFor,
    mustRecord: recordFor.length > 0 && RECORDED.includes(move),
  };
}

const STEP: Partial<Record<CaseStatus, Move>> = {
  registered: "start_analysis",
  analysis: "submit_plan",
  plan_pending: "approve_plan",
  implemented: "verify",
  effectiveness: "judge_effective",
};

function nextOf(view: CaseView): LifeView["next"] {
  const owner = view.owner === null ? [] : [view.owner.name];
  const step = (move: Move, who: string[], actionId: string | null = null, dueOn = view.row.dueOn) => {
    const daysLeft = dueOn === null ? null : Math.round((Date.parse(dueOn) - Date.parse("2015-01-12")) / 86_400_000);
    return { move, actionId, dueOn, daysLeft, who, mine: false };
  };
  const asked = view.actions.filter(({ asked: request }) => request !== null);
  const steps = asked.map(({ id, dueOn }) => ({ ...step("extend", ["Pełnomocnik ds. SZJ"], id, dueOn), mine: true }));
  if (view.noActionProposal !== null) return [...steps, step("approve_no_action", [SECRETARY.name])];
  const open = view.actions.filter(isOpen);
  if (view.row.status === "in_progress") {
    const own = open.map((action) =>
      step("complete_action", action.owner === null ? [] : [action.owner.name], action.id, action.dueOn),
    );
    return [...steps, ...(own.length === 0 ? [step("report_done", owner)] : own)];
  }
  const move = STEP[view.row.status];
  return move === undefined ? steps : [...steps, step(move, move === "submit_plan" ? owner : ["Pełnomocnik ds. SZJ"])];
}

/** What a card offers, computed anew after every change. */
export function lifeOf(view: CaseView): LifeView {
  const { status } = view.row;
  const moves = (Object.keys(FROM) as Move[]).flatMap((move) =>
    OF_ACTION.includes(move) ? view.actions.map((action) => offer(view, move, action)) : [offer(view, move, null)],
  );
  const law = view.row.source === "COMPLAINT" ? [{ field: "target_on", date: "2015-02-12", basis: "kpa_237" }] : [];
  return {
    moves,
    parts: (Object.keys(PARTS) as Part[]).map((part) => {
      const editable = PARTS[part].includes(status);
      return { part, editable, reason: editable ? null : CLOSED.includes(status) ? "closed_case" : "part_locked" };
    }),
    next: nextOf(view),
    missing: missingOf(view),
    proposals: [
      ...law,
      { field: "target_on", date: "2015-03-13", basis: "setting" },
      { field: "action_due_on", date: "2015-03-13", basis: "setting" },
      { field: "review_due_on", date: "2015-06-15", basis: "setting" },
    ] as LifeView["proposals"],
    onTime: CLOSED.includes(status) ? { original: false, current: true } : null,
    agreedActions:
      status === "draft" ? [] : view.actions.filter((one) => one.originalDueOn !== null).map(({ id }) => id),
  };
}
