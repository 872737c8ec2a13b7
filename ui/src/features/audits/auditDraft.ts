import type { AuditForm, AuditKind, AuditView, Choice, Day } from "@/ipc/bindings";

export const KINDS: readonly AuditKind[] = [
  "internal",
  "surveillance_1",
  "surveillance_2",
  "recertification",
  "certification",
];

/** An audit while it is written: its first day may not be there yet. */
export type AuditDraft = Omit<AuditForm, "startsOn" | "endsOn"> & { startsOn: Day | null; endsOn: Day | null };

export function newAudit(part: Partial<AuditDraft> = {}): AuditDraft {
  return {
    id: null,
    revision: 0,
    kind: "internal",
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
    ...part,
  };
}

const ids = (choices: readonly Choice[]) => choices.map(({ id }) => id);

export function draftOf(audit: AuditView): AuditDraft {
  const { cases: _cases, warnings: _warnings, ...form } = audit;
  return {
    ...form,
    processes: ids(audit.processes),
    team: audit.team.map(({ post, processes }) => ({ post: post.id, processes: ids(processes) })),
  };
}

/** Whether two states of an audit say the same, whatever their revisions are. */
export function sameAudit(one: AuditDraft, other: AuditDraft): boolean {
  return JSON.stringify({ ...one, revision: 0 }) === JSON.stringify({ ...other, revision: 0 });
}

/** The form as it is sent; null while the first day is missing. An auditor of the team audits only what the audit goes through. */
export function formOf(draft: AuditDraft, posts: readonly Choice[]): AuditForm | null {
  const { startsOn, endsOn, processes } = draft;
  if (startsOn === null) return null;
  const inside = (id: string) => processes.length === 0 || processes.includes(id);
  const team = draft.team
    .filter(({ post }) => post !== "")
    .map((member) => ({ ...member, processes: member.processes.filter(inside) }));
  const leads = posts.find(({ id }) => id === team[0]?.post)?.name;
  const lead = draft.kind === "internal" && leads !== undefined ? leads : draft.lead.trim();
  return { ...draft, startsOn, endsOn: endsOn ?? startsOn, team, lead, scope: draft.scope.trim() };
}

/** A first day to start from when only the month is known: its first day from Monday to Friday. */
export function firstWeekday(year: number, month: number): Day {
  const day = new Date(Date.UTC(year, month - 1, 1));
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
