import type { AuditForm, AuditView, Choice, Day } from "@/ipc/bindings";

/** The form while it is being filled: its days may not be typed yet. */
export type AuditDraft = Omit<AuditForm, "startsOn" | "endsOn"> & { startsOn: Day | null; endsOn: Day | null };

const NEW_AUDIT: AuditDraft = {
  id: null,
  revision: 0,
  kind: "surveillance_1",
  startsOn: null,
  endsOn: null,
  held: false,
  scope: "",
  lead: "",
  findingsInReport: null,
  note: "",
  processes: [],
  team: [],
  reportOn: null,
  answerDueOn: null,
  answerSentOn: null,
  answerAcceptedOn: null,
};

const ids = (choices: Choice[]) => choices.map(({ id }) => id);

/** An audit as its form holds it. What the dialog does not show goes back as it came. */
export function draftOf(audit: AuditView | null): AuditDraft {
  if (audit === null) return NEW_AUDIT;
  const { cases: _cases, warnings: _warnings, ...form } = audit;
  return {
    ...form,
    processes: ids(audit.processes),
    team: audit.team.map(({ post, processes }) => ({ post: post.id, processes: ids(processes) })),
  };
}

/** The audit that was just saved, in the answer to it; a new one is the one that was not there before. */
export function savedAudit(audits: readonly AuditView[], id: string | null, before: readonly AuditView[]) {
  const known = new Set(before.map((audit) => audit.id));
  return audits.find((audit) => (id === null ? !known.has(audit.id) : audit.id === id)) ?? null;
}
