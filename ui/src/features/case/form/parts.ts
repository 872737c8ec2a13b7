import type { Missing, Part } from "@/ipc/bindings";

/** The parts that have an editor of their own on a registered card. */
export type WrittenPart = Exclude<Part, "kind">;

/** Where each thing that may be missing is written; a number is given, not written. */
export const PART_OF: Record<Missing, WrittenPart | null> = {
  title: "report",
  statement: "report",
  owner: "report",
  due_on: "plan",
  number: null,
  source: "report",
  process: "report",
  clause: "report",
  grade: "report",
  root_cause: "cause",
  cause_method: "cause",
  action: "plan",
  action_what: "plan",
  action_owner: "plan",
  action_due_on: "plan",
  criterion: "plan",
  review_due_on: "plan",
};
