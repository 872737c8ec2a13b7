import { useState } from "react";
import type { CaseView, Day, StandingForm, StepForm } from "@/ipc/bindings";
import { forgetStored, readStored, writeStored } from "@/lib/storage";
import type { FieldName } from "./descriptor";
import { actionOf, type MoveTarget } from "./target";

export type PaperValues = { post: string; on: Day | null; document: string };

export type MoveValues = {
  reason: string;
  doneOn: Day | null;
  note: string;
  seen: string;
  result: "partly" | "no";
  data: string;
  earlyReason: string;
  risksUpdated: string;
  qmsChange: string;
  dueOn: Day | null;
  owner: string | null;
  to: string | null;
  /** The decision on paper that is recorded; null: the own name. */
  recordedFor: PaperValues | null;
  /** The approval of a decision not to act, on paper. */
  approved: PaperValues | null;
};

function first(view: CaseView, target: MoveTarget, today: Day): MoveValues {
  const { move, proposed } = target;
  const [likeliest] = move.recordFor;
  const records = move.mustRecord && likeliest !== undefined;
  const action = actionOf(view, target.actionId);
  return {
    reason: proposed?.reason ?? "",
    doneOn: today,
    note: action?.doneNote ?? "",
    seen: "",
    result: "partly",
    data: "",
    earlyReason: "",
    risksUpdated: "",
    qmsChange: "",
    dueOn: proposed?.dueOn ?? null,
    owner: (action === null ? view.owner?.id : action.owner?.id) ?? null,
    to: target.to?.id ?? null,
    recordedFor: records ? { post: likeliest.id, on: today, document: "" } : null,
    approved: null,
  };
}

/** What is typed into a dialog; it outlives the dialog and the window, like the text of a draft. The password never does. */
export function useMoveValues(view: CaseView, target: MoveTarget, today: Day) {
  const { move, actionId, evidenceId, to } = target;
  const key = `move.${view.id}.${[move.move, actionId ?? move.actionId, evidenceId, to?.id].filter(Boolean).join(".")}`;
  const [start] = useState(() => first(view, target, today));
  const [kept] = useState(() => readStored<Partial<MoveValues> | null>(key, null));
  const [values, setValues] = useState<MoveValues>(() => settled({ ...start, ...kept }, start, target));
  return {
    values,
    recovered: kept !== null,
    change: (part: Partial<MoveValues>) =>
      setValues((was) => {
        const next = { ...was, ...part };
        writeStored(key, next);
        return next;
      }),
    forget: () => forgetStored(key),
    startAgain: () => {
      forgetStored(key);
      setValues(start);
    },
  };
}

/** A kept choice may no longer be offered. */
function settled(values: MoveValues, start: MoveValues, { move }: MoveTarget): MoveValues {
  const chosen = values.recordedFor;
  const offered = chosen === null ? !move.mustRecord : move.recordFor.some(({ id }) => id === chosen.post);
  return offered ? values : { ...values, recordedFor: start.recordedFor };
}

/** Whether a field that the move cannot do without is blank. */
export function isBlankValue(values: MoveValues, name: FieldName): boolean {
  const value = values[name];
  return value === null || (typeof value === "string" && value.trim() === "");
}

export function standingOf(values: MoveValues, password: string, signOff: boolean): StandingForm {
  return { recordedFor: values.recordedFor, password: signOff ? password : null };
}

/** The step as it is sent. Null: the dialog lacks what the step cannot be without. */
export function stepOf(target: MoveTarget, values: MoveValues): StepForm | null {
  const { move } = target.move;
  const of = target.actionId ?? target.move.actionId;
  const reason = values.reason.trim();
  switch (move) {
    case "start_analysis":
    case "submit_plan":
    case "approve_plan":
    case "report_done":
    case "approve_no_action":
      return { move };
    case "return_plan":
    case "refuse_no_action":
    case "cancel":
    case "reopen":
      return { move, reason };
    case "complete_action":
      return of === null ? null : { move, actionId: of, doneOn: values.doneOn, note: values.note.trim() };
    case "reopen_action":
    case "cancel_action":
      return of === null ? null : { move, actionId: of, reason };
    case "verify":
      return { move, seen: values.seen.trim() };
    case "send_back":
      return { move, result: values.result, reason };
    case "judge_effective":
    case "judge_ineffective":
      return {
        move,
        data: values.data.trim(),
        earlyReason: values.earlyReason.trim(),
        risksUpdated: values.risksUpdated.trim(),
        qmsChange: values.qmsChange.trim(),
      };
    case "decide_no_action":
      return { move, reason, approved: values.approved };
    case "extend":
    case "ask_extension":
      return values.dueOn === null ? null : { move, actionId: of, dueOn: values.dueOn, reason };
    case "refuse_extension":
      return { move, actionId: of, reason };
    case "withdraw":
      return of === null || target.evidenceId === undefined
        ? null
        : { move, actionId: of, evidenceId: target.evidenceId, reason };
    case "assign":
      return values.owner === null ? null : { move, actionId: of, owner: values.owner, reason };
    case "link":
      return values.to === null ? null : { move, to: values.to };
    case "unlink":
      return values.to === null ? null : { move, to: values.to, reason };
    default:
      return null;
  }
}
