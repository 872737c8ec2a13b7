// This file is generated from the Rust views. Do not edit it by hand: `cargo xtask bindings` writes it.

/** A civil date, `YYYY-MM-DD`. */
export type Day = string;
/** An instant, RFC 3339 in UTC. */
export type Instant = string;

export type Lang = "pl" | "en";
export type CaseKind = "DK" | "DZ" | "DS";
export type CaseStatus =
  | "draft" | "registered" | "analysis" | "plan_pending" | "in_progress" | "implemented" | "effectiveness"
  | "closed_effective" | "closed_ineffective" | "closed_no_action" | "closed_imported" | "cancelled";
export type Grade = "major" | "minor" | "observation" | "ofi";
export type SourceCode =
  | "INT_AUDIT" | "EXT_AUDIT" | "COMPLAINT" | "MOTION" | "SURVEY" | "MGMT_REVIEW" | "OBJECTIVE" | "PROCESS" | "NC_SERVICE"
  | "SELF_CHECK" | "SUGGESTION" | "RISK" | "STAT_AUDIT" | "INSPECTION" | "DATA_INC" | "SUPPLIER" | "LEGAL" | "OTHER";
export type CauseMethod = "five_why" | "ishikawa" | "other";
export type Edition = "2008" | "2015";
export type RuleBase = "decision" | "stage2" | "calendar";
export type MilestoneKind = "surveillance_1" | "surveillance_2" | "recertification" | "expiry" | "restoration";
export type AuditKind = "certification" | "surveillance_1" | "surveillance_2" | "recertification" | "internal";
export type Late = "plan" | "review" | "answer";
/** A field that a draft still lacks before it can be registered. */
export type Missing = "number" | "title" | "statement" | "owner" | "due_on" | "status" | "source" | "process" | "clause";
export type Move = "save" | "discard" | "register" | "change_due_date";

/** What crosses IPC instead of a result. `kind` decides what the screen does; words come from i18n `errors.<kind>` or
 *  `errors.<kind>.<params.reason>` when `params.reason` is there. */
export type IpcError = {
  kind: "notFound" | "forbidden" | "ruleViolated" | "conflict" | "invalid" | "busy" | "internal";
  params: { [key: string]: string };
};

export type AuditLine = { milestone: MilestoneKind; auditId: string | null; plannedOn: Day | null; latestOn: Day | null; on: Day; daysLeft: number };

export type FolderState =
  | { kind: "empty" }
  | { kind: "open"; office: string; sample: boolean; audit: AuditLine | null; unread: number; edition: Edition }
  | { kind: "failed"; error: IpcError };

export type Session = {
  folder: FolderState;
  today: Day;
  lang: Lang;
  version: string;
  dataFolder: string;
  /** Whether the desktop has a notification service. */
  notifications: boolean;
};

export type Choice = { id: string; code: string; name: string };
/** Everything a picker offers. */
export type Choices = {
  departments: Choice[];
  posts: Choice[];
  processes: Choice[];
  sources: { code: SourceCode; name: string }[];
  clauses2008: { no: string; name: string }[];
  clauses2015: { no: string; name: string }[];
  /** Registration years that hold cases, newest first. */
  years: number[];
};

export type CaseFilter = {
  text: string;
  year: number | null;
  kinds: CaseKind[];
  statuses: CaseStatus[];
  departments: string[];
  sources: SourceCode[];
  owner: string | null;
  clause: string | null;
  overdue: boolean;
  /** Due within so many days from today, today included, not overdue. */
  dueWithinDays: number | null;
  /** Drafts that lack something. */
  toComplete: boolean;
  late: Late | null;
};
export type SortKey = "number" | "title" | "status" | "owner" | "department" | "due" | "registered" | "source" | "clause";
export type ListRequest = { filter: CaseFilter; sort: SortKey; descending: boolean; offset: number; limit: number };

export type CaseRow = {
  id: string;
  number: string | null;
  kind: CaseKind;
  status: CaseStatus;
  title: string;
  owner: string | null;
  department: string | null;
  dueOn: Day | null;
  originalDueOn: Day | null;
  /** Days from today to the due date; negative when it has passed. Null without a due date or when nothing is due any more. */
  daysToDue: number | null;
  overdue: boolean;
  late: Late[];
  source: SourceCode | null;
  clause: string | null;
  grade: Grade | null;
  registeredOn: Day | null;
  missing: Missing[];
};
export type CasePage = { rows: CaseRow[]; total: number };

export type FigureKey = "overdue" | "due_soon" | "to_verify" | "to_judge" | "to_complete";
export type Figure = { key: FigureKey; count: number; filter: CaseFilter };
export type TodoItem = { row: CaseRow; why: "overdue" | "review_late" | "plan_late" | "answer_late" | "due_soon" | "to_complete" };
export type MonthFigures = { month: number; opened: number; closed: number; overdue: number };
export type Dashboard = {
  today: Day;
  audit: AuditLine | null;
  figures: Figure[];
  cycle: CertificateView;
  todo: TodoItem[];
  todoTotal: number;
  year: number;
  months: MonthFigures[];
};

export type PostRef = { id: string; name: string };
export type ExtensionView = { from: Day; to: Day; reason: string; askedOn: Day; decidedOn: Day; decidedBy: string; late: boolean };
export type EvidenceView = { id: string; title: string; fileNumber: string; on: Day | null; by: string };
export type ActionView = {
  id: string;
  what: string;
  owner: PostRef | null;
  originalDueOn: Day | null;
  dueOn: Day | null;
  doneOn: Day | null;
  cancelledReason: string | null;
  overdue: boolean;
  daysToDue: number | null;
  extensions: ExtensionView[];
  evidence: EvidenceView[];
};
export type LinkView = { kind: "follow_up" | "recurrence"; direction: "to" | "from"; caseId: string; number: string | null; title: string };
export type FieldChangeView = { path: string; old: unknown; new: unknown };
export type TrailView = { seq: number; at: Instant; actor: string; what: string; reason: string | null; changes: FieldChangeView[] };
export type MoveView = { move: Move; allowed: boolean; reason: string | null };
export type ImportedView = { file: string; row: number; original: { header: string; text: string }[]; problems: { column: string; kind: string }[] };

export type CaseView = {
  id: string;
  revision: number;
  row: CaseRow;
  title: string;
  reportedOn: Day | null;
  reportedBy: string;
  fileReference: string;
  sourceDocument: string;
  process: { id: string; code: string; name: string } | null;
  department: { id: string; code: string; name: string } | null;
  owner: PostRef | null;
  clause2008: { no: string; name: string } | null;
  clause2015: { no: string; name: string } | null;
  evidence: string;
  requirement: string;
  statement: string;
  correction: { what: string; doneOn: Day | null; consequences: string };
  cause: { method: CauseMethod | null; analysis: string; root: string; similar: string };
  actions: ActionView[];
  targetOn: Day | null;
  planDueOn: Day | null;
  expectedEffect: string;
  planApproval: { on: Day; by: string } | null;
  verification: { result: "yes" | "partly" | "no"; on: Day; by: string; seen: string } | null;
  effectiveness: { criterion: string; dueOn: Day | null; result: "effective" | "ineffective" | null; data: string; on: Day | null; by: string };
  noAction: { reason: string; by: string; approvedBy: string; on: Day } | null;
  external: { audit: string; answerDueOn: Day | null; answerSentOn: Day | null; acceptedOn: Day | null } | null;
  closure: { on: Day; by: string; note: string } | null;
  remarks: string;
  links: LinkView[];
  moves: MoveView[];
  imported: ImportedView | null;
  history: TrailView[];
};

export type ActionForm = { id: string | null; what: string; owner: string | null; dueOn: Day | null };
/** A draft as the form holds it; ids of pickers, empty strings for empty text. */
export type CaseForm = {
  kind: CaseKind;
  title: string;
  reportedOn: Day | null;
  reportedBy: string;
  fileReference: string;
  source: SourceCode | null;
  sourceDocument: string;
  process: string | null;
  department: string | null;
  owner: string | null;
  clause2008: string | null;
  clause2015: string | null;
  grade: Grade | null;
  evidence: string;
  requirement: string;
  statement: string;
  correctionWhat: string;
  correctionDoneOn: Day | null;
  correctionConsequences: string;
  causeMethod: CauseMethod | null;
  causeAnalysis: string;
  causeRoot: string;
  causeSimilar: string;
  targetOn: Day | null;
  actions: ActionForm[];
  expectedEffect: string;
  criterion: string;
  reviewDueOn: Day | null;
  remarks: string;
};
export type Saved = { id: string; revision: number; number: string | null };

export type MoveDueDate = { caseId: string; actionId: string | null; revision: number; dueOn: Day; reason: string };

export type Milestone = {
  milestone: MilestoneKind;
  latest: Day | null;
  recommended: Day | null;
  windowFrom: Day | null;
  workingDayBefore: Day | null;
  /** The audit that fulfilled it or is planned for it. */
  auditOn: Day | null;
  done: boolean;
  /** Days from today to the planned day, else to the latest; negative when past. */
  daysLeft: number | null;
};
export type CertificateRecord = {
  id: string;
  revision: number;
  number: string;
  body: string;
  edition: Edition;
  stage2EndedOn: Day | null;
  decidedOn: Day;
  validUntil: Day;
  base: RuleBase;
  toleranceDays: number;
  /** 1 = the initial certification, 2 = after the first recertification. */
  cycle: number;
};
export type AuditView = {
  id: string;
  revision: number;
  kind: AuditKind;
  startsOn: Day;
  endsOn: Day;
  held: boolean;
  scope: string;
  lead: string;
  findingsInReport: number | null;
  note: string;
  cases: { id: string; number: string | null; title: string }[];
};
export type TimelineMark = { on: Day; kind: "decision" | "today" | MilestoneKind | "audit" | "internal_audit"; label: string; planned: boolean };
export type CertificateView = {
  certificate: CertificateRecord | null;
  milestones: Milestone[];
  audits: AuditView[];
  timeline: { from: Day; to: Day; marks: TimelineMark[] } | null;
  earlier: CertificateRecord[];
};
export type CertificateForm = {
  number: string;
  body: string;
  edition: Edition;
  decidedOn: Day;
  stage2EndedOn: Day | null;
  /** Null: three years less a day from the decision. */
  validUntil: Day | null;
  base: RuleBase;
  toleranceDays: number;
};
export type AuditForm = {
  id: string | null;
  revision: number;
  kind: AuditKind;
  startsOn: Day;
  endsOn: Day;
  held: boolean;
  scope: string;
  lead: string;
  findingsInReport: number | null;
  note: string;
};

export type OfficeForm = { name: string; departments: { code: string; name: string }[]; certificate: CertificateForm | null };
export type OfficeView = {
  revision: number;
  name: string;
  edition: Edition;
  numberTemplate: string;
  /** The next number each kind would get today. */
  nextNumbers: { [kind in CaseKind]: string };
  departments: { id: string; code: string; name: string; cases: number }[];
  closedDays: { on: Day; note: string }[];
  batches: ImportBatchView[];
};
export type OfficeSettingsForm = {
  revision: number;
  name: string;
  edition: Edition;
  numberTemplate: string;
  departments: { id: string | null; code: string; name: string }[];
  closedDays: { on: Day; note: string }[];
};

export type InboxEntry = {
  key: string;
  rule: string;
  subject: { kind: "case" | "certificate"; id: string; label: string };
  /** The sentence of the toast, in the asked language. */
  sentence: string;
  fireOn: Day;
  dueOn: Day;
  deliveredAt: Instant;
  read: boolean;
  /** `moved`: the date this was about has been changed since; `settled`: done or closed since. */
  state: "current" | "moved" | "settled";
};
export type Inbox = { entries: InboxEntry[]; unread: number };

export type ImportField =
  | "number" | "kind" | "title" | "statement" | "evidence" | "requirement" | "registered_on" | "source" | "process" | "department" | "clause"
  | "grade" | "cause" | "correction" | "action" | "owner" | "due_on" | "done_on" | "review_due_on" | "effectiveness" | "closed_on" | "status" | "remarks";
export type ImportColumn = { column: number; header: string; samples: string[]; field: ImportField | null };
export type ImportProblem = { row: number; column: string; kind: string; text: string };
export type ImportRow = {
  row: number;
  outcome: "new" | "changed" | "unchanged" | "draft";
  number: string | null;
  title: string;
  owner: string | null;
  dueOn: Day | null;
  status: CaseStatus;
};
export type ImportTotals = { rows: number; new: number; changed: number; unchanged: number; drafts: number };
export type ImportPlan = {
  token: string;
  file: string;
  sheets: string[];
  sheet: string;
  headerRow: number;
  columns: ImportColumn[];
  totals: ImportTotals;
  /** The first 500 rows. */
  rows: ImportRow[];
  problems: ImportProblem[];
  newDepartments: string[];
  newPosts: string[];
};
export type PlanImport = { path: string; sheet: string | null; mapping: { column: number; field: ImportField | null }[] | null };
export type ImportBatchView = { id: string; file: string; at: Instant; totals: ImportTotals; undoable: boolean };
export type ImportSummary = { batch: string | null; totals: ImportTotals };
export type Exported = { path: string; rows: number };

export type Found = { kind: "case" | "post" | "department"; id: string; label: string; detail: string };

/** Command name -> [request, response]. `null` as request: none. */
export type Commands = {
  session: [null, Session];
  set_language: [{ lang: Lang }, Session];
  open_sample: [null, Session];
  start_office: [OfficeForm, Session];
  retry_open: [null, Session];
  /** The history was cut or an older copy was put back on purpose: accept it; recorded in the trail. */
  accept_history: [null, Session];
  choices: [null, Choices];
  dashboard: [{ year: number | null }, Dashboard];
  list_cases: [ListRequest, CasePage];
  case: [{ id: string }, CaseView];
  draft_form: [{ id: string }, { form: CaseForm; revision: number }];
  create_draft: [{ form: CaseForm }, Saved];
  save_draft: [{ id: string; revision: number; form: CaseForm }, Saved];
  discard_draft: [{ id: string; revision: number }, Saved];
  /** Undo of `discard_draft`. */
  restore_draft: [{ id: string }, Saved];
  register_case: [{ id: string; revision: number }, Saved];
  move_due_date: [MoveDueDate, Saved];
  certificate: [null, CertificateView];
  record_certificate: [CertificateForm, CertificateView];
  save_audit: [AuditForm, CertificateView];
  remove_audit: [{ id: string; revision: number }, CertificateView];
  /** Undo of `remove_audit`. */
  restore_audit: [{ id: string }, CertificateView];
  office: [null, OfficeView];
  save_office: [OfficeSettingsForm, OfficeView];
  inbox: [null, Inbox];
  mark_read: [{ keys: string[]; read: boolean }, Inbox];
  /** Opens the system's file dialog; null when cancelled. */
  pick_register: [null, string | null];
  plan_import: [PlanImport, ImportPlan];
  run_import: [{ token: string }, ImportSummary];
  undo_import: [{ batch: string }, ImportSummary];
  /** Opens the system's save dialog (.xlsx or .csv); null when cancelled. */
  export_register: [{ filter: CaseFilter }, Exported | null];
  find: [{ text: string }, Found[]];
};

export type Events = {
  /** Ids of records that a commit changed; empty: everything may have. */
  "register-changed": { ids: string[] };
  "reminder-raised": { unread: number };
  /** A toast was clicked, or the desk wants a screen: a path such as `/cases/<id>`. */
  navigate: { to: string };
  progress: { stage: string; done: number; total: number };
};
