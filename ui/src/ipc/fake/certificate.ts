import type { AuditForm, AuditView, CertificateView, Choices } from "../bindings";

/** The day on which the sample office is shown. */
export const TODAY = "2015-01-12";

/** The certificate of the sample office with these audits. */
export function certificateView(audits: AuditView[]): CertificateView {
  const day = (on: string, kind: CertificateView["milestones"][number]["milestone"]) => ({ on, kind });
  const marks = [
    { on: "2013-02-28", kind: "decision" as const, label: "", planned: false },
    { on: TODAY, kind: "today" as const, label: "", planned: false },
    { ...day("2015-12-31", "surveillance_2"), label: "", planned: false },
    { ...day("2015-11-27", "recertification"), label: "", planned: false },
    { ...day("2016-02-27", "expiry"), label: "", planned: false },
    ...audits.map((audit) => ({
      on: audit.startsOn,
      kind: audit.kind === "internal" ? ("internal_audit" as const) : ("audit" as const),
      label: audit.kind === "internal" ? "" : audit.kind === "surveillance_1" ? "Audit nadzoru I" : "Audit nadzoru II",
      planned: !audit.held,
    })),
  ];
  const none = { windowFrom: null, workingDayBefore: null, auditOn: null, recommended: null };
  return {
    certificate: {
      id: "certificate-1",
      revision: 1,
      number: "PL-2013/0147",
      body: "Jednostka Certyfikująca JC",
      edition: "2008",
      stage2EndedOn: "2013-01-30",
      decidedOn: "2013-02-28",
      validUntil: "2016-02-27",
      base: "decision",
      toleranceDays: 0,
      cycle: 1,
      restored: false,
      state: "valid",
      stateUntil: null,
      suspensions: [],
      transfers: [],
      withdrawnOn: null,
    },
    milestones: [
      {
        milestone: "surveillance_1",
        latest: "2014-02-28",
        recommended: null,
        windowFrom: "2013-11-28",
        workingDayBefore: "2014-02-28",
        auditOn: "2014-01-28",
        done: true,
        daysLeft: null,
      },
      {
        milestone: "surveillance_2",
        latest: "2015-12-31",
        recommended: "2015-02-28",
        windowFrom: "2014-11-28",
        workingDayBefore: "2015-02-27",
        auditOn: "2015-02-03",
        done: false,
        daysLeft: 22,
      },
      {
        milestone: "recertification",
        latest: "2016-02-27",
        recommended: "2015-11-27",
        windowFrom: "2015-08-27",
        workingDayBefore: "2015-11-27",
        auditOn: null,
        done: false,
        daysLeft: 411,
      },
      { milestone: "expiry", latest: "2016-02-27", done: false, daysLeft: 411, ...none },
      { milestone: "restoration", latest: "2016-08-27", done: false, daysLeft: 593, ...none },
    ],
    audits,
    timeline: { from: "2013-02-28", to: "2016-02-27", marks, months: [] },
    earlier: [],
    warnings: [],
    restoredUntil: "2019-02-27",
    mayCertify: { allowed: true, forPosts: [], signOff: false },
  };
}

/** An audit as its form was filled. */
export function auditOf(form: AuditForm, id: string, { posts, processes }: Choices): AuditView {
  const named = (ids: string[]) => processes.filter((one) => ids.includes(one.id));
  return {
    ...form,
    id,
    revision: form.revision + 1,
    cases: [],
    processes: named(form.processes),
    team: form.team.map((member) => ({
      post: posts.find((post) => post.id === member.post) ?? { id: member.post, name: "" },
      processes: named(member.processes),
      competent: true,
    })),
    warnings: [],
  };
}

/** What an audit does not have yet. */
const PLAIN = {
  processes: [],
  team: [],
  reportOn: null,
  answerDueOn: null,
  answerSentOn: null,
  answerAcceptedOn: null,
  warnings: [],
} satisfies Partial<AuditView>;

export const AUDITS: AuditView[] = [
  {
    ...PLAIN,
    id: "audit-1",
    revision: 1,
    kind: "surveillance_1",
    startsOn: "2014-01-28",
    endsOn: "2014-01-29",
    held: true,
    scope: "cały SZJ",
    lead: "Auditor wiodący JC",
    findingsInReport: 2,
    note: "",
    cases: [{ id: "case-11", number: "DK/1/2014", title: "Audit nadzoru I: brak terminu oceny skuteczności" }],
  },
  {
    ...PLAIN,
    id: "audit-2",
    revision: 1,
    kind: "surveillance_2",
    startsOn: "2015-02-03",
    endsOn: "2015-02-04",
    held: false,
    scope: "cały SZJ",
    lead: "",
    findingsInReport: null,
    note: "",
    cases: [],
  },
];
