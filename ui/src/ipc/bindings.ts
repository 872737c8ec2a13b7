// This file is generated from the Rust views. Do not edit it by hand: `cargo xtask bindings` writes it.

/** A civil date, `YYYY-MM-DD`. */
export type Day = string;
/** An instant, RFC 3339 in UTC. */
export type Instant = string;

export type Lang = "pl" | "en";
export type CaseKind = "DK" | "DZ" | "DS";
export type CaseStatus = "draft" | "registered" | "analysis" | "plan_pending" | "in_progress" | "implemented" | "effectiveness" | "closed_effective" | "closed_ineffective" | "closed_no_action" | "closed_imported" | "cancelled";
export type Grade = "major" | "minor" | "observation" | "ofi";
export type SourceCode = "INT_AUDIT" | "EXT_AUDIT" | "COMPLAINT" | "MOTION" | "SURVEY" | "MGMT_REVIEW" | "OBJECTIVE" | "PROCESS" | "NC_SERVICE" | "SELF_CHECK" | "SUGGESTION" | "RISK" | "STAT_AUDIT" | "INSPECTION" | "DATA_INC" | "SUPPLIER" | "LEGAL" | "OTHER";
export type CauseMethod = "five_why" | "ishikawa" | "other";
export type Edition = "2008" | "2015";
export type RuleBase = "decision" | "stage2" | "calendar";
export type MilestoneKind = "surveillance_1" | "surveillance_2" | "recertification" | "expiry" | "restoration";
export type AuditKind = "certification" | "surveillance_1" | "surveillance_2" | "recertification" | "internal";
export type Late = "plan" | "review" | "answer";
export type Missing = "title" | "statement" | "owner" | "due_on";
export type Move = "save" | "discard" | "register" | "change_due_date";
export type FigureKey = "overdue" | "due_soon" | "to_verify" | "to_judge" | "to_complete";
export type ImportField = "ordinal" | "number" | "identity" | "registered_on" | "reported_on" | "reported_by" | "kind" | "source" | "source_document" | "file_reference" | "process" | "department" | "process_or_department" | "clause" | "title" | "finding" | "grade" | "cause" | "correction" | "action" | "owner" | "due" | "original_due" | "current_due" | "done_on" | "review_due" | "review_result" | "closed_on" | "status" | "remarks";

export type IpcErrorKind = "notFound" | "ruleViolated" | "conflict" | "invalid" | "busy" | "internal";
export type IpcError = { kind: IpcErrorKind, params: { [key: string]: string }, };
export type Choice = { id: string, code: string, name: string, };
export type SourceChoice = { code: SourceCode, name: string, };
export type ClauseView = { no: string, name: string, };
export type Choices = { departments: Array<Choice>, posts: Array<Choice>, processes: Array<Choice>, sources: Array<SourceChoice>, clauses2008: Array<ClauseView>, clauses2015: Array<ClauseView>, 
/**
 * Registration years that hold cases, newest first.
 */
years: Array<number>, };
export type CaseFilter = { text: string, year: number | null, kinds: CaseKind[], statuses: CaseStatus[], departments: Array<string>, sources: SourceCode[], owner: string | null, clause: string | null, overdue: boolean, 
/**
 * Due within so many days from today, today included, not overdue.
 */
dueWithinDays: number | null, 
/**
 * Drafts that lack something.
 */
toComplete: boolean, late: Late | null, };
export type SortKey = "number" | "title" | "status" | "owner" | "department" | "due" | "registered" | "source" | "clause";
export type ListRequest = { filter: CaseFilter, sort: SortKey, descending: boolean, offset: number, limit: number, };
export type CaseRow = { id: string, number: string | null, kind: CaseKind, status: CaseStatus, title: string, owner: string | null, department: string | null, dueOn: string | null, originalDueOn: string | null, 
/**
 * Days from today to the due date; negative when it has passed. Null when nothing is due any more.
 */
daysToDue: number | null, overdue: boolean, late: Late[], source: SourceCode | null, clause: string | null, grade: Grade | null, registeredOn: string | null, missing: Missing[], };
export type CasePage = { rows: Array<CaseRow>, total: number, };
export type Found = { kind: "case" | "post" | "department", id: string, label: string, detail: string, };
export type Saved = { id: string, revision: number, number: string | null, };
export type PostRef = { id: string, name: string, };
export type ExtensionView = { from: string | null, to: string, reason: string, askedOn: string, decidedOn: string, decidedBy: string, late: boolean, };
export type EvidenceView = { id: string, title: string, fileNumber: string, on: string | null, by: string, };
export type ActionView = { id: string, what: string, owner: PostRef | null, originalDueOn: string | null, dueOn: string | null, doneOn: string | null, cancelledReason: string | null, overdue: boolean, daysToDue: number | null, extensions: Array<ExtensionView>, evidence: Array<EvidenceView>, };
export type LinkView = { kind: "follow_up" | "recurrence", direction: "to" | "from", caseId: string, number: string | null, title: string, };
export type FieldChangeView = { path: string, old: unknown, new: unknown, };
export type TrailView = { seq: number, at: string, actor: string, what: string, reason: string | null, changes: Array<FieldChangeView>, };
export type MoveView = { move: Move, allowed: boolean, reason: string | null, };
export type OriginalView = { header: string, text: string, };
export type CellProblemView = { column: string, kind: string, };
export type ImportedView = { file: string, row: number, original: Array<OriginalView>, problems: Array<CellProblemView>, };
export type CorrectionView = { what: string, doneOn: string | null, consequences: string, };
export type CauseView = { method: CauseMethod | null, analysis: string, root: string, similar: string, };
export type DecisionView = { on: string, by: string, };
export type VerificationView = { result: "yes" | "partly" | "no", on: string, by: string, seen: string, };
export type EffectivenessView = { criterion: string, dueOn: string | null, result: "effective" | "ineffective" | null, data: string, on: string | null, by: string, };
export type NoActionView = { reason: string, by: string, approvedBy: string, on: string | null, };
export type ExternalView = { audit: string, answerDueOn: string | null, answerSentOn: string | null, acceptedOn: string | null, };
export type ClosureView = { on: string, by: string, note: string, };
export type CaseView = { id: string, revision: number, row: CaseRow, title: string, reportedOn: string | null, reportedBy: string, fileReference: string, sourceDocument: string, process: Choice | null, department: Choice | null, owner: PostRef | null, clause2008: ClauseView | null, clause2015: ClauseView | null, evidence: string, requirement: string, statement: string, correction: CorrectionView, cause: CauseView, actions: Array<ActionView>, targetOn: string | null, originalTargetOn: string | null, targetExtensions: Array<ExtensionView>, planDueOn: string | null, expectedEffect: string, planApproval: DecisionView | null, verification: VerificationView | null, effectiveness: EffectivenessView, noAction: NoActionView | null, external: ExternalView | null, closure: ClosureView | null, remarks: string, links: Array<LinkView>, moves: Array<MoveView>, imported: ImportedView | null, history: Array<TrailView>, };
export type AuditLine = { milestone: MilestoneKind, auditId: string | null, plannedOn: string | null, latestOn: string | null, on: string, daysLeft: number, };
export type Milestone = { milestone: MilestoneKind, latest: string | null, recommended: string | null, windowFrom: string | null, workingDayBefore: string | null, 
/**
 * The audit that fulfilled it or is planned for it.
 */
auditOn: string | null, done: boolean, 
/**
 * Days from today to the planned day, else to the latest; negative when past.
 */
daysLeft: number | null, };
export type CertificateRecord = { id: string, revision: number, number: string, body: string, edition: Edition, stage2EndedOn: string | null, decidedOn: string, validUntil: string, base: RuleBase, toleranceDays: number, 
/**
 * 1 = the initial certification, 2 = after the first recertification.
 */
cycle: number, };
export type CaseRef = { id: string, number: string | null, title: string, };
export type AuditView = { id: string, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, findingsInReport: number | null, note: string, cases: Array<CaseRef>, };
export type TimelineMark = { on: string, kind: "decision" | "today" | MilestoneKind | "audit" | "internal_audit", label: string, planned: boolean, };
export type Timeline = { from: string, to: string, marks: Array<TimelineMark>, };
export type CertificateView = { certificate: CertificateRecord | null, milestones: Array<Milestone>, audits: Array<AuditView>, timeline: Timeline | null, earlier: Array<CertificateRecord>, };
export type Figure = { key: FigureKey, count: number, 
/**
 * The list behind the figure.
 */
filter: CaseFilter, };
export type TodoItem = { row: CaseRow, why: "overdue" | "review_late" | "plan_late" | "answer_late" | "due_soon" | "to_complete", 
/**
 * The day it is about: when the case, the review, the plan or the answer is or was due.
 */
on: string | null, };
export type MonthFigures = { month: number, opened: number, closed: number, 
/**
 * Cases open and past their due date at the month's end; today for the running month.
 */
overdue: number, };
export type Dashboard = { today: string, audit: AuditLine | null, figures: Array<Figure>, cycle: CertificateView, todo: Array<TodoItem>, todoTotal: number, year: number, months: Array<MonthFigures>, };
export type ImportTotals = { rows: number, new: number, changed: number, unchanged: number, drafts: number, };
export type ImportColumn = { column: number, header: string, samples: Array<string>, field: ImportField | null, };
export type ImportProblem = { row: number, column: string, kind: string, text: string, };
export type ImportRow = { row: number, outcome: "new" | "changed" | "unchanged" | "draft", number: string | null, title: string, owner: string | null, dueOn: string | null, status: CaseStatus, };
export type ImportPlan = { token: string, file: string, sheets: Array<string>, sheet: string, headerRow: number, columns: Array<ImportColumn>, totals: ImportTotals, 
/**
 * The first 500 rows.
 */
rows: Array<ImportRow>, 
/**
 * The first 500 problems.
 */
problems: Array<ImportProblem>, problemsTotal: number, newDepartments: Array<string>, newPosts: Array<string>, };
export type ImportSummary = { batch: string | null, totals: ImportTotals, };
export type Exported = { path: string, rows: number, };
export type DepartmentView = { id: string, code: string, name: string, cases: number, };
export type ClosedDayView = { on: string, note: string, };
export type ImportBatchView = { id: string, file: string, on: string, totals: ImportTotals, undoable: boolean, };
export type OfficeView = { revision: number, name: string, edition: Edition, numberTemplate: string, 
/**
 * The next number each kind would get today.
 */
nextNumbers: { [kind in CaseKind]: string }, departments: Array<DepartmentView>, closedDays: Array<ClosedDayView>, batches: Array<ImportBatchView>, };
export type InboxSubject = { kind: "case" | "certificate", id: string, label: string, };
export type InboxEntry = { key: string, rule: string, subject: InboxSubject, 
/**
 * The sentence of the toast, in the asked language.
 */
sentence: string, fireOn: string, dueOn: string, deliveredAt: string, read: boolean, 
/**
 * `moved`: the date this was about has been changed since; `settled`: done or closed since.
 */
state: "current" | "moved" | "settled", };
export type Inbox = { entries: Array<InboxEntry>, unread: number, };
export type FolderState = { "kind": "empty" } | { "kind": "open", office: string, sample: boolean, audit: AuditLine | null, unread: number, edition: Edition, } | { "kind": "failed", error: IpcError, };
export type Session = { folder: FolderState, today: string, lang: Lang, version: string, dataFolder: string, 
/**
 * Whether the desktop has a notification service.
 */
notifications: boolean, };
export type DraftFormView = { form: CaseForm, revision: number, };
export type ActionForm = { id: string | null, what: string, owner: string | null, dueOn: string | null, };
export type CaseForm = { kind: CaseKind, title: string, reportedOn: string | null, reportedBy: string, fileReference: string, source: SourceCode | null, sourceDocument: string, process: string | null, department: string | null, owner: string | null, clause2008: string | null, clause2015: string | null, grade: Grade | null, evidence: string, requirement: string, statement: string, correctionWhat: string, correctionDoneOn: string | null, correctionConsequences: string, causeMethod: CauseMethod | null, causeAnalysis: string, causeRoot: string, causeSimilar: string, targetOn: string | null, actions: Array<ActionForm>, expectedEffect: string, criterion: string, reviewDueOn: string | null, remarks: string, };
export type CreateDraft = { form: CaseForm, };
export type SaveDraft = { id: string, revision: number, form: CaseForm, };
export type MoveDueDate = { caseId: string, actionId: string | null, revision: number, dueOn: string, reason: string, };
export type CertificateForm = { number: string, body: string, edition: Edition, decidedOn: string, stage2EndedOn: string | null, 
/**
 * Null: three years less a day from the decision.
 */
validUntil: string | null, base: RuleBase, toleranceDays: number, 
/**
 * The certificate that this one corrects; null for a next one.
 */
corrects: string | null, };
export type AuditForm = { id: string | null, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, findingsInReport: number | null, note: string, };
export type NewDepartment = { code: string, name: string, };
export type OfficeForm = { name: string, departments: Array<NewDepartment>, certificate: CertificateForm | null, };
export type DepartmentForm = { id: string | null, code: string, name: string, };
export type OfficeSettingsForm = { revision: number, name: string, edition: Edition, numberTemplate: string, departments: Array<DepartmentForm>, closedDays: Array<ClosedDayView>, };
export type MappedColumn = { column: number, field: ImportField | null, };
export type PlanImport = { path: string, sheet: string | null, mapping: Array<MappedColumn> | null, };
export type RegisterChanged = { ids: Array<string>, };
export type ReminderRaised = { unread: number, };
export type Navigate = { to: string, };
export type Progress = { stage: string, done: number, total: number, };

/** Command name -> [request, response]. `null` as request: none. */
export type Commands = {
  session: [null, Session];
  set_language: [{ lang: Lang, }, Session];
  open_sample: [null, Session];
  start_office: [{ name: string, departments: Array<NewDepartment>, certificate: CertificateForm | null, }, Session];
  retry_open: [null, Session];
  accept_history: [null, Session];
  choices: [null, Choices];
  dashboard: [{ year: number | null, }, Dashboard];
  list_cases: [{ filter: CaseFilter, sort: SortKey, descending: boolean, offset: number, limit: number, }, CasePage];
  case: [{ id: string, }, CaseView];
  draft_form: [{ id: string, }, DraftFormView];
  create_draft: [{ form: CaseForm, }, Saved];
  save_draft: [{ id: string, revision: number, form: CaseForm, }, Saved];
  discard_draft: [{ id: string, revision: number, }, Saved];
  restore_draft: [{ id: string, }, Saved];
  register_case: [{ id: string, revision: number, }, Saved];
  move_due_date: [{ caseId: string, actionId: string | null, revision: number, dueOn: string, reason: string, }, Saved];
  certificate: [null, CertificateView];
  record_certificate: [{ number: string, body: string, edition: Edition, decidedOn: string, stage2EndedOn: string | null, 
/**
 * Null: three years less a day from the decision.
 */
validUntil: string | null, base: RuleBase, toleranceDays: number, 
/**
 * The certificate that this one corrects; null for a next one.
 */
corrects: string | null, }, CertificateView];
  save_audit: [{ id: string | null, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, findingsInReport: number | null, note: string, }, CertificateView];
  remove_audit: [{ id: string, revision: number, }, CertificateView];
  restore_audit: [{ id: string, }, CertificateView];
  office: [null, OfficeView];
  save_office: [{ revision: number, name: string, edition: Edition, numberTemplate: string, departments: Array<DepartmentForm>, closedDays: Array<ClosedDayView>, }, OfficeView];
  inbox: [null, Inbox];
  mark_read: [{ keys: Array<string>, read: boolean, }, Inbox];
  pick_register: [null, string | null];
  plan_import: [{ path: string, sheet: string | null, mapping: Array<MappedColumn> | null, }, ImportPlan];
  run_import: [{ token: string, }, ImportSummary];
  undo_import: [{ batch: string, }, ImportSummary];
  export_register: [{ filter: CaseFilter, }, Exported | null];
  find: [{ text: string, }, Array<Found>];
};

/** Event name -> what it tells. */
export type Events = {
  "register-changed": RegisterChanged;
  "reminder-raised": ReminderRaised;
  navigate: Navigate;
  progress: Progress;
};
