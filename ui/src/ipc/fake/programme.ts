import type { ActionProgrammeView, ApprovalView, MonitoringView, ProgrammeAction, QuarterView } from "../bindings";
import { TODAY } from "./certificate";
import type { AllHandlers } from "./handlers";
import { SECRETARY } from "./lifeView";
import { refuse } from "./refuse";

type Handlers = Pick<
  AllHandlers,
  "action_programme" | "monitor_actions" | "approve_action_programme" | "report_quarter"
>;

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const STAROSTA = { id: "post-starosta", name: "Starosta" };
const first = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}-01`;

type Line = Omit<ProgrammeAction, "marks" | "percent" | "added" | "overdue">;

const LINES: Line[] = [
  {
    id: "action-1",
    caseId: "case-11",
    number: "DK/1/2014",
    source: "Audit zewnętrzny",
    processCode: "P02",
    departmentCode: "PJ",
    what: "Nowe wydanie karty z terminem oceny skuteczności",
    expectedEffect: "Każda karta ma termin oceny",
    owner: "Pełnomocnik ds. SZJ",
    dueOn: "2014-04-30",
    originalDueOn: "2014-04-30",
    doneOn: "2014-04-16",
  },
  {
    id: "action-2",
    caseId: "case-22",
    number: "DK/9/2014",
    source: "Audit wewnętrzny",
    processCode: "P04",
    departmentCode: "AB",
    what: "Wycofać stare wydanie procedury z tablicy ogłoszeń",
    expectedEffect: "Na tablicach są tylko wydania obowiązujące",
    owner: "Naczelnik Wydziału Architektury i Budownictwa",
    dueOn: "2014-12-19",
    originalDueOn: "2014-11-28",
    doneOn: null,
  },
];

class Year {
  revision = 0;
  approval: ApprovalView | null = null;
  approved: string[] = [];
  monitoring: MonitoringView[] = [];
  reports = new Map<number, { on: string; by: string; remarks: string }>();

  constructor(readonly year: number) {
    if (year !== 2014) return;
    this.revision = 1;
    this.monitoring = MONTHS.filter((month) => month !== 10).map((month) => this.entry(month, "", "", []));
    this.reports.set(1, { on: "2014-04-07", by: "Pełnomocnik ds. SZJ", remarks: "" });
  }

  entry(month: number, remarks: string, decisions: string, progress: MonitoringView["progress"]): MonitoringView {
    const on = new Date(Date.UTC(this.year, month, 0)).toISOString().slice(0, 10);
    return { month, on, by: "Pełnomocnik ds. SZJ", open: 1, done: 1, overdue: 1, remarks, decisions, progress };
  }

  lines(): ProgrammeAction[] {
    const wanted = this.year === 2014 ? LINES : LINES.filter(({ doneOn }) => doneOn === null);
    return wanted.map((line) => {
      const noted = this.monitoring.flatMap(({ month, progress }) =>
        progress.filter(({ action }) => action === line.id).map(({ percent }) => ({ month, percent })),
      );
      const inside = (day: string | null, month: number) =>
        day?.startsWith(first(this.year, month).slice(0, 7)) ?? false;
      return {
        ...line,
        overdue: line.doneOn === null && line.dueOn !== null && line.dueOn < TODAY,
        marks: MONTHS.map((month) => {
          if (inside(line.doneOn, month)) return "done";
          if (noted.some((it) => it.month === month && it.percent > 0)) return "partly";
          return inside(line.dueOn, month) ? "planned" : null;
        }),
        percent: line.doneOn === null ? (noted.at(-1)?.percent ?? 0) : 100,
        added: this.approval !== null && !this.approved.includes(line.id),
      };
    });
  }

  quarter(quarter: number): QuarterView {
    const from = first(this.year, quarter * 3 - 2);
    const begun = from <= TODAY;
    const report = this.reports.get(quarter);
    const known = begun && this.year === 2014;
    return {
      quarter,
      from,
      to: new Date(Date.UTC(this.year, quarter * 3, 0)).toISOString().slice(0, 10),
      begun,
      opened: known ? 3 : 0,
      closed: known ? 2 : 0,
      open: known ? quarter + 2 : 0,
      overdue: known && quarter === 4 ? 2 : 0,
      meanDays: known ? 61.5 : null,
      medianDays: known ? 58 : null,
      timed: known ? 2 : 0,
      onTimeOriginal: known ? 1 : 0,
      onTimeCurrent: known ? 2 : 0,
      effective: known ? 2 : 0,
      ineffective: 0,
      reportedOn: report?.on ?? null,
      reportedBy: report?.by ?? "",
      remarks: report?.remarks ?? "",
    };
  }

  view(): ActionProgrammeView {
    const actions = this.lines();
    const sum = actions.reduce((total, { percent }) => total + percent, 0);
    const begun = MONTHS.filter((month) => first(this.year, month) <= TODAY);
    return {
      year: this.year,
      years: [2015, 2014],
      revision: this.revision,
      approval: this.approval,
      actions,
      percent: actions.length === 0 ? 0 : Math.round(sum / actions.length),
      monitoring: this.monitoring,
      monthsMissing: begun.filter((month) => !this.monitoring.some((entry) => entry.month === month)),
      quarters: [1, 2, 3, 4].map((quarter) => this.quarter(quarter)),
      mayMonitor: { allowed: true, forPosts: [], signOff: false },
      mayApprove: { allowed: true, forPosts: [STAROSTA, SECRETARY], signOff: false },
    };
  }
}

export function programmeHandlers(): Handlers {
  const years = new Map<number, Year>();
  const of = (year: number): Year => {
    const known = years.get(year) ?? new Year(year);
    years.set(year, known);
    return known;
  };
  const at = (year: number, revision: number): Year => {
    const known = of(year);
    return known.revision === revision ? known : refuse("conflict");
  };
  return {
    action_programme: ({ year }) => of(year ?? 2015).view(),
    monitor_actions: ({ year, revision, month, remarks, decisions, progress }) => {
      const known = at(year, revision);
      if (first(year, month) > TODAY) refuse("ruleViolated", "date_in_future", { date: first(year, month) });
      const others = known.monitoring.filter((entry) => entry.month !== month);
      const entry = { ...known.entry(month, remarks, decisions, progress), on: TODAY };
      known.monitoring = [...others, entry].sort((a, b) => a.month - b.month);
      known.revision += 1;
      return known.view();
    },
    approve_action_programme: ({ year, revision, standing }) => {
      const known = at(year, revision);
      const paper = standing.recordedFor;
      if (paper === null) return refuse("ruleViolated", "recorded_for_needed", { post: STAROSTA.name });
      if (paper.on !== null && paper.on > TODAY) refuse("ruleViolated", "date_in_future", { date: paper.on });
      const by = paper.post === STAROSTA.id ? STAROSTA.name : SECRETARY.name;
      known.approval = { on: paper.on ?? TODAY, by, document: paper.document };
      known.approved = known.lines().map(({ id }) => id);
      known.revision += 1;
      return known.view();
    },
    report_quarter: ({ year, revision, quarter, remarks }) => {
      const known = at(year, revision);
      known.reports.set(quarter, { on: TODAY, by: "Pełnomocnik ds. SZJ", remarks });
      known.revision += 1;
      return known.view();
    },
  };
}
