import type {
  AuditForm,
  AuditView,
  CertificateForm,
  CertificateRecord,
  CertificateView,
  Choices,
  Day,
  Milestone,
  PlanWarningView,
  TimelineMark,
  TimelineMonth,
} from "../bindings";
import { internalAudits } from "./auditSeed";
import type { AllHandlers } from "./handlers";
import { happen } from "./happening";
import { refuse } from "./refuse";

/** The day on which the sample office is shown. */
export const TODAY = "2015-01-12";

const RECORD: CertificateRecord = {
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
};

const none = { windowFrom: null, workingDayBefore: null, auditOn: null, recommended: null };
const MILESTONES: Milestone[] = [
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
];

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

const AUDITS: AuditView[] = [
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
    warnings: warningsOf(form),
  };
}

/** A stand-in for the plan's own rules: days off, and the limits of the sample's cycle. */
function warningsOf({ kind, startsOn, endsOn }: AuditForm): PlanWarningView[] {
  const latest = MILESTONES.find(({ milestone }) => milestone === kind)?.latest ?? null;
  const late: PlanWarningView[] = latest !== null && endsOn > latest ? [{ code: "after_latest", on: latest }] : [];
  const off = [...new Set([startsOn, endsOn])].filter((day) => [0, 6].includes(new Date(day).getUTCDay()));
  return [...late, ...off.map((on) => ({ code: "day_off" as const, on }))];
}

function markOf(audit: AuditView): TimelineMark {
  const internal = audit.kind === "internal";
  const name = audit.kind === "surveillance_1" ? "Audit nadzoru I" : "Audit nadzoru II";
  return {
    on: audit.startsOn,
    kind: internal ? "internal_audit" : "audit",
    label: internal ? "" : name,
    planned: !audit.held,
  };
}

/** Cases of the months that the sample office has behind it. */
const MONTHS: TimelineMonth[] = Array.from({ length: 24 }, (_, index) => ({
  month: `${2013 + Math.floor((index + 1) / 12)}-${String(((index + 1) % 12) + 1).padStart(2, "0")}-01`,
  opened: [1, 0, 1, 2, 1, 1][index % 6] ?? 0,
  closed: [0, 1, 0, 1, 1, 2][index % 6] ?? 0,
  externalOpen: index >= 11 && index < 15 ? 2 : 0,
}));

/** The certificate of the sample office and its audits. */
export class FakeCertificates {
  private record: CertificateRecord | null = RECORD;
  private earlier: CertificateRecord[] = [];
  /** Shared with the screens of audits. */
  audits = [...structuredClone(AUDITS), ...internalAudits()];
  private gone = new Map<string, AuditView>();
  private readonly choices: () => Choices;

  constructor(choices: () => Choices) {
    this.choices = choices;
  }

  /** A new office has none. */
  clear(): void {
    this.record = null;
    this.audits = [];
  }

  view(): CertificateView {
    const { record } = this;
    return {
      certificate: record,
      milestones: record === null ? [] : MILESTONES,
      audits: [...this.audits].sort((a, b) => b.startsOn.localeCompare(a.startsOn)),
      timeline:
        record === null ? null : { from: "2013-02-28", to: "2016-02-27", marks: this.marks(record), months: MONTHS },
      earlier: this.earlier,
      warnings: [],
      restoredUntil: record === null ? null : "2019-02-27",
      mayCertify: { allowed: true, forPosts: [], signOff: false },
    };
  }

  private marks(record: CertificateRecord): TimelineMark[] {
    const mark = (on: Day, kind: TimelineMark["kind"]): TimelineMark => ({ on, kind, label: "", planned: false });
    return [
      mark("2013-02-28", "decision"),
      mark(TODAY, "today"),
      mark("2014-03-17", "review"),
      mark("2015-12-31", "surveillance_2"),
      mark("2015-11-27", "recertification"),
      mark("2016-02-27", "expiry"),
      ...record.suspensions.flatMap(({ from, liftedOn }) => [
        mark(from, "suspended"),
        ...(liftedOn === null ? [] : [mark(liftedOn, "lifted")]),
      ]),
      ...record.transfers.map(({ on }) => mark(on, "transfer")),
      ...(record.withdrawnOn === null ? [] : [mark(record.withdrawnOn, "withdrawn")]),
      ...this.audits.map(markOf),
    ];
  }

  private write(form: CertificateForm): void {
    const { corrects, validUntil, ...rest } = form;
    if (validUntil !== null && validUntil < form.decidedOn) {
      refuse("ruleViolated", "valid_until_before_decision");
    }
    const before = this.record;
    const written = { ...rest, validUntil: validUntil ?? "2016-02-27" };
    if (before !== null && corrects === before.id) {
      this.record = { ...before, ...written, revision: before.revision + 1 };
      return;
    }
    const cycle = (before?.cycle ?? 0) + 1;
    if (before !== null) this.earlier = [before, ...this.earlier];
    this.record = { ...RECORD, ...written, id: `certificate-${cycle}`, cycle };
  }

  handlers(): Pick<
    AllHandlers,
    "certificate" | "record_certificate" | "certificate_happened" | "save_audit" | "remove_audit" | "restore_audit"
  > {
    return {
      certificate: () => this.view(),
      record_certificate: (form) => {
        this.write(form);
        return this.view();
      },
      certificate_happened: ({ id, revision, happening }) => {
        const { record } = this;
        if (record === null || record.id !== id) return refuse("notFound", undefined, { what: "certificate" });
        if (record.revision !== revision) return refuse("conflict", undefined, { what: "certificate" });
        this.record = happen(record, happening, TODAY);
        return this.view();
      },
      save_audit: (form) => {
        if (form.endsOn < form.startsOn) refuse("ruleViolated", "ends_before_starts");
        const external = this.audits.filter(({ kind }) => kind !== "internal");
        const id = form.id ?? `audit-${external.length + 1}`;
        const kept = this.audits.find((audit) => audit.id === id);
        const saved = { ...auditOf(form, id, this.choices()), cases: kept?.cases ?? [] };
        this.audits = [...this.audits.filter((audit) => audit.id !== id), saved];
        return this.view();
      },
      remove_audit: ({ id }) => {
        this.gone.set(id, this.audits.find((one) => one.id === id) ?? refuse("notFound"));
        this.audits = this.audits.filter((one) => one.id !== id);
        return this.view();
      },
      restore_audit: ({ id }) => {
        this.audits = [...this.audits, this.gone.get(id) ?? refuse("notFound")];
        return this.view();
      },
    };
  }
}
