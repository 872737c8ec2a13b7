import type { Move } from "@/ipc/bindings";

/** What a dialog can ask for. */
export type FieldName =
  | "reason"
  | "doneOn"
  | "note"
  | "seen"
  | "result"
  | "data"
  | "earlyReason"
  | "risksUpdated"
  | "qmsChange"
  | "dueOn"
  | "owner"
  | "to"
  | "approved";

export type Descriptor = {
  fields: readonly FieldName[];
  /** It cannot be made without these. */
  needs: readonly FieldName[];
  /** It ends something: its button is red. */
  ends?: boolean;
};

const PLAIN: Descriptor = { fields: [], needs: [] };
const REASON: Descriptor = { fields: ["reason"], needs: ["reason"] };
const DATE: Descriptor = { fields: ["dueOn", "reason"], needs: ["dueOn", "reason"] };
const JUDGE: Descriptor = { fields: ["data", "earlyReason", "risksUpdated", "qmsChange"], needs: ["data"] };

/**
 * What each dialog asks for. Whether a move may be made, by whom and under which conditions stands in the domain's table of
 * moves alone; a move that is no key here has no dialog (evidence is attached where it lies, drafts have their own buttons).
 */
export const DESCRIPTORS: Partial<Record<Move, Descriptor>> = {
  start_analysis: PLAIN,
  submit_plan: PLAIN,
  approve_plan: PLAIN,
  return_plan: REASON,
  complete_action: { fields: ["doneOn", "note"], needs: [] },
  reopen_action: REASON,
  cancel_action: { ...REASON, ends: true },
  report_done: PLAIN,
  verify: { fields: ["seen"], needs: [] },
  send_back: { fields: ["result", "reason"], needs: ["reason"] },
  judge_effective: JUDGE,
  judge_ineffective: JUDGE,
  decide_no_action: { fields: ["reason", "approved"], needs: ["reason"] },
  approve_no_action: PLAIN,
  refuse_no_action: REASON,
  cancel: { ...REASON, ends: true },
  reopen: REASON,
  extend: DATE,
  ask_extension: DATE,
  refuse_extension: REASON,
  withdraw: { ...REASON, ends: true },
  assign: { fields: ["owner", "reason"], needs: ["owner"] },
  link: { fields: ["to"], needs: ["to"] },
  unlink: REASON,
};
