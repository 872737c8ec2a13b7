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
export type Missing = "title" | "statement" | "owner" | "due_on" | "number" | "source" | "process" | "clause" | "grade" | "root_cause" | "cause_method" | "action" | "action_what" | "action_owner" | "action_due_on" | "criterion" | "review_due_on";
export type Move = "save" | "discard" | "register" | "start_analysis" | "submit_plan" | "approve_plan" | "return_plan" | "complete_action" | "reopen_action" | "cancel_action" | "report_done" | "verify" | "send_back" | "judge_effective" | "judge_ineffective" | "decide_no_action" | "approve_no_action" | "refuse_no_action" | "cancel" | "reopen" | "extend" | "ask_extension" | "refuse_extension" | "attach" | "withdraw" | "assign" | "link" | "unlink";
export type Part = "kind" | "report" | "correction" | "cause" | "plan" | "external";
export type Role = "representative" | "coordinator" | "top_management" | "department_head" | "internal_auditor" | "reporter";
export type IshikawaCategory = "people" | "rules" | "inputs" | "tools" | "management" | "environment";
export type CheckResult = "ok" | "warning" | "fail" | "not_applicable" | "unanswered";
export type Verdict = "not_ready" | "ready_with_remarks" | "ready";
export type Confirmed = "yes" | "partly" | "no" | "not_applicable";
export type CheckMode = "auto" | "semi" | "manual";
export type Mend = "cases" | "certificate" | "audits" | "auditors" | "complaints" | "objectives" | "surveys" | "reviews" | "programme" | "confirm" | "nothing";
export type AuditAnswer = "unanswered" | "conforming" | "observation" | "nonconforming" | "not_applicable";
export type ComplaintKind = "complaint" | "motion";
export type Justified = "yes" | "partly" | "no";
export type ReviewTopic = "audits" | "customers" | "processes" | "actions" | "earlier_reviews" | "changes" | "recommendations" | "risks" | "resources";
export type CertificateState = "valid" | "suspended" | "suspension_overdue" | "expired_restorable" | "expired" | "withdrawn";
export type PlanWarningCode = "after_latest" | "after_recommended" | "before_window" | "day_off" | "no_audit_in_calendar_year" | "after_expiry" | "recertification_too_late" | "in_suspension" | "before_decision" | "second_of_its_kind";
export type FigureKey = "overdue" | "due_soon" | "to_verify" | "to_judge" | "to_complete";
export type ImportField = "ordinal" | "number" | "identity" | "registered_on" | "reported_on" | "reported_by" | "kind" | "source" | "source_document" | "file_reference" | "process" | "department" | "process_or_department" | "clause" | "title" | "finding" | "grade" | "cause" | "correction" | "action" | "owner" | "due" | "original_due" | "current_due" | "done_on" | "review_due" | "review_result" | "closed_on" | "status" | "remarks";

export type IpcErrorKind = "signedOut" | "notFound" | "ruleViolated" | "conflict" | "invalid" | "busy" | "internal";
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
export type Moved = { saved: Saved, 
/**
 * The case that goes on where this one proved ineffective.
 */
followUp: Saved | null, };
export type RefusedCase = { row: CaseRow, error: IpcError, };
export type ManyMoved = { done: number, 
/**
 * Nothing was done when there are any, unless it was asked to leave them out.
 */
refused: Array<RefusedCase>, };
export type PostRef = { id: string, name: string, };
export type ExtensionView = { from: string | null, to: string, reason: string, askedOn: string, decidedOn: string, decidedBy: string, late: boolean, };
export type AskedView = { to: string, reason: string, on: string, by: string, };
export type AskedDecisionView = { on: string, by: string, reason: string, };
export type FileView = { name: string, bytes: number, mediaType: string, sha256: string, };
export type WithdrawalView = { on: string, by: string, reason: string, };
export type RecordedForView = { post: string, on: string, document: string, };
export type WhyForm = { answer: string, evidence: string, };
export type FiveWhyForm = { problem: string, arose: Array<WhyForm>, undetected: Array<WhyForm>, };
export type BoneCauseForm = { text: string, subcauses: Array<string>, votes: number, chosen: boolean, };
export type BoneForm = { 
/**
 * Null: a category of its own name.
 */
category: IshikawaCategory | null, name: string, causes: Array<BoneCauseForm>, };
export type IshikawaForm = { effect: string, bones: Array<BoneForm>, };
export type EvidenceView = { id: string, title: string, fileNumber: string, on: string | null, by: string, attachedAt: string | null, file: FileView | null, withdrawn: WithdrawalView | null, };
export type ActionView = { id: string, what: string, owner: PostRef | null, originalDueOn: string | null, dueOn: string | null, asked: AskedView | null, doneOn: string | null, doneNote: string, cancelledReason: string | null, 
/**
 * It is a training.
 */
training: boolean, overdue: boolean, daysToDue: number | null, extensions: Array<ExtensionView>, evidence: Array<EvidenceView>, };
export type LinkView = { kind: "follow_up" | "recurrence", direction: "to" | "from", caseId: string, number: string | null, title: string, };
export type FieldChangeView = { path: string, old: unknown, new: unknown, };
export type TrailView = { seq: number, at: string, actor: string, role: string, recordedFor: RecordedForView | null, 
/**
 * The password was asked again for it.
 */
signedOff: boolean, what: string, reason: string | null, changes: Array<FieldChangeView>, };
export type MoveView = { move: Move, 
/**
 * The action it is about.
 */
actionId: string | null, allowed: boolean, 
/**
 * The rule that stands against it, with what its sentence needs.
 */
reason: string | null, params: { [key: string]: string }, 
/**
 * The password is asked again.
 */
signOff: boolean, needsReason: boolean, 
/**
 * The representative is alone and records what one of these posts decided on paper, the likeliest first.
 */
recordFor: Array<PostRef>, 
/**
 * She may not make it in her own name: one of those posts has to be named.
 */
mustRecord: boolean, };
export type PartView = { part: Part, editable: boolean, reason: string | null, };
export type NextStepView = { move: Move, actionId: string | null, dueOn: string | null, daysLeft: number | null, 
/**
 * The posts it falls to.
 */
who: Array<string>, 
/**
 * It falls to whoever looks.
 */
mine: boolean, };
export type ProposalView = { field: "target_on" | "action_due_on" | "review_due_on" | "plan_due_on", date: string, basis: "kpa_237" | "kpa_244" | "setting", };
export type OnTimeView = { original: boolean, current: boolean, };
export type LifeView = { moves: Array<MoveView>, parts: Array<PartView>, next: Array<NextStepView>, missing: Missing[], proposals: Array<ProposalView>, 
/**
 * Null while something is still to be done.
 */
onTime: OnTimeView | null, 
/**
 * Actions whose date moves by an extension only.
 */
agreedActions: Array<string>, };
export type OriginalView = { header: string, text: string, };
export type CellProblemView = { column: string, kind: string, };
export type ImportedView = { file: string, row: number, original: Array<OriginalView>, problems: Array<CellProblemView>, };
export type CorrectionView = { what: string, doneOn: string | null, consequences: string, };
export type CauseView = { method: CauseMethod | null, analysis: string, root: string, similar: string, fiveWhy: FiveWhyForm, ishikawa: IshikawaForm, };
export type DecisionView = { on: string, by: string, 
/**
 * Taken on paper: which one, empty where it was not named.
 */
document: string | null, };
export type VerificationView = { result: "yes" | "partly" | "no", on: string, by: string, seen: string, document: string | null, 
/**
 * The owner of an action verified it himself; the office let it pass.
 */
byOwner: boolean, };
export type EffectivenessView = { criterion: string, dueOn: string | null, result: "effective" | "ineffective" | null, data: string, on: string | null, by: string, document: string | null, earlyReason: string, byOwner: boolean, risksUpdated: string, qmsChange: string, };
export type NoActionView = { reason: string, by: string, approvedBy: string, on: string | null, };
export type ExternalView = { audit: string, answerDueOn: string | null, answerSentOn: string | null, acceptedOn: string | null, };
export type ClosureView = { on: string, by: string, note: string, };
export type CaseView = { id: string, revision: number, row: CaseRow, title: string, reportedOn: string | null, reportedBy: string, fileReference: string, sourceDocument: string, process: Choice | null, department: Choice | null, owner: PostRef | null, clause2008: ClauseView | null, clause2015: ClauseView | null, evidence: string, requirement: string, statement: string, correction: CorrectionView, cause: CauseView, actions: Array<ActionView>, targetOn: string | null, originalTargetOn: string | null, targetExtensions: Array<ExtensionView>, planDueOn: string | null, expectedEffect: string, targetAsked: AskedView | null, planSubmission: DecisionView | null, planApproval: DecisionView | null, doneReport: DecisionView | null, verification: VerificationView | null, effectiveness: EffectivenessView, noAction: NoActionView | null, 
/**
 * A decision not to act that waits for its approval.
 */
noActionProposal: AskedDecisionView | null, firstClosedOn: string | null, external: ExternalView | null, closure: ClosureView | null, remarks: string, links: Array<LinkView>, life: LifeView, imported: ImportedView | null, history: Array<TrailView>, };
export type AuditLine = { milestone: MilestoneKind, auditId: string | null, plannedOn: string | null, latestOn: string | null, on: string, daysLeft: number, 
/**
 * How ready the office is.
 */
readiness: ReadinessSummary, };
export type SuspensionView = { from: string, until: string, reason: string, liftedOn: string | null, };
export type TransferView = { on: string, from: string, number: string, };
export type PlanWarningView = { code: PlanWarningCode, on: string | null, };
export type TeamView = { post: PostRef, 
/**
 * None: all processes of the audit.
 */
processes: Array<Choice>, 
/**
 * Training and appointment are shown for the first day.
 */
competent: boolean, };
export type TimelineMonth = { 
/**
 * Its first day.
 */
month: string, opened: number, closed: number, 
/**
 * Findings of external audits open at its end.
 */
externalOpen: number, };
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
cycle: number, 
/**
 * Restored after the one before had ended.
 */
restored: boolean, state: CertificateState, 
/**
 * Until when a suspension has to be lifted, or an expired one may be restored.
 */
stateUntil: string | null, suspensions: Array<SuspensionView>, transfers: Array<TransferView>, withdrawnOn: string | null, };
export type CaseRef = { id: string, number: string | null, title: string, };
export type AuditView = { id: string, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, findingsInReport: number | null, note: string, cases: Array<CaseRef>, processes: Array<Choice>, 
/**
 * The lead auditor first.
 */
team: Array<TeamView>, reportOn: string | null, answerDueOn: string | null, answerSentOn: string | null, answerAcceptedOn: string | null, warnings: Array<PlanWarningView>, };
export type TimelineMark = { on: string, kind: "decision" | "today" | MilestoneKind | "audit" | "internal_audit" | "review" | "suspended" | "lifted" | "transfer" | "withdrawn", label: string, planned: boolean, };
export type Timeline = { from: string, to: string, marks: Array<TimelineMark>, 
/**
 * Cases month by month.
 */
months: Array<TimelineMonth>, };
export type CertificateView = { certificate: CertificateRecord | null, milestones: Array<Milestone>, audits: Array<AuditView>, timeline: Timeline | null, earlier: Array<CertificateRecord>, 
/**
 * Rules that the plan of the cycle breaks, those of single audits apart.
 */
warnings: Array<PlanWarningView>, 
/**
 * The last day of validity that a certificate restored after the running one's end would get.
 */
restoredUntil: string | null, mayCertify: MayView, };
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
export type OnTimeFigures = { done: number, original: number, current: number, };
export type Dashboard = { today: string, audit: AuditLine | null, figures: Array<Figure>, cycle: CertificateView, todo: Array<TodoItem>, todoTotal: number, year: number, months: Array<MonthFigures>, onTime: OnTimeFigures, readiness: ReadinessSummary, };
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
export type SettingsView = { ownReview: "refuse" | "warn", shift: "none" | "next" | "previous", idleMinutes: number, registerWorkingDays: number, decisionDays: number, planDays: number, approvalDays: number, actionDays: number, verifyDays: number, reviewMonths: number, followUpDays: number, };
export type OfficeView = { revision: number, name: string, edition: Edition, numberTemplate: string, 
/**
 * The next number each kind would get today.
 */
nextNumbers: { [kind in CaseKind]: string }, departments: Array<DepartmentView>, closedDays: Array<ClosedDayView>, batches: Array<ImportBatchView>, settings: SettingsView, };
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
export type TaskRow = { case: CaseRow, action: string | null, what: string, step: NextStepView, missing: Missing[], };
export type WorkView = { 
/**
 * The most urgent ones.
 */
mine: Array<TaskRow>, mineTotal: number, 
/**
 * The most urgent ones.
 */
others: Array<TaskRow>, othersTotal: number, };
export type SimilarView = { case: CaseRow, sameProcessAndClause: boolean, 
/**
 * The words that were recognised, as they were typed.
 */
words: Array<string>, };
export type PersonView = { id: string, revision: number, name: string, login: string, posts: Array<PostRef>, active: boolean, 
/**
 * Whether they have a password.
 */
signsIn: boolean, };
export type PostView = { id: string, revision: number, name: string, department: string | null, roles: Role[], };
export type ProcessView = { id: string, revision: number, code: string, name: string, owner: string | null, department: string | null, measure: string, };
export type PeopleView = { people: Array<PersonView>, posts: Array<PostView>, processes: Array<ProcessView>, };
export type SignedIn = { id: string, name: string, login: string, posts: Array<PostRef>, roles: Role[], };
export type FolderState = { "kind": "empty" } | { "kind": "open", office: string, sample: boolean, audit: AuditLine | null, unread: number, edition: Edition, } | { "kind": "locked", office: string, sample: boolean, } | { "kind": "failed", error: IpcError, };
export type Session = { folder: FolderState, today: string, lang: Lang, version: string, dataFolder: string, 
/**
 * Whether the desktop has a notification service.
 */
notifications: boolean, 
/**
 * Whether people sign in at this book.
 */
signIn: boolean, 
/**
 * Nobody else signs in: decisions of others are recorded from paper.
 */
alone: boolean, person: SignedIn | null, 
/**
 * The window locks after so many minutes without a key or the mouse.
 */
idleMinutes: number, };
export type DraftFormView = { form: CaseForm, revision: number, };
export type ActionForm = { id: string | null, what: string, owner: string | null, dueOn: string | null, 
/**
 * It is a training.
 */
training: boolean, };
export type CaseForm = { kind: CaseKind, title: string, reportedOn: string | null, reportedBy: string, fileReference: string, source: SourceCode | null, sourceDocument: string, process: string | null, department: string | null, owner: string | null, clause2008: string | null, clause2015: string | null, grade: Grade | null, evidence: string, requirement: string, statement: string, correctionWhat: string, correctionDoneOn: string | null, correctionConsequences: string, causeMethod: CauseMethod | null, causeAnalysis: string, causeRoot: string, causeSimilar: string, fiveWhy: FiveWhyForm, ishikawa: IshikawaForm, targetOn: string | null, actions: Array<ActionForm>, expectedEffect: string, criterion: string, reviewDueOn: string | null, remarks: string, 
/**
 * The audit that found it.
 */
audit: string | null, answerDueOn: string | null, answerSentOn: string | null, acceptedOn: string | null, };
export type CreateDraft = { form: CaseForm, };
export type SaveDraft = { id: string, revision: number, form: CaseForm, };
export type CertificateForm = { number: string, body: string, edition: Edition, decidedOn: string, stage2EndedOn: string | null, 
/**
 * Null: three years less a day from the decision.
 */
validUntil: string | null, base: RuleBase, toleranceDays: number, 
/**
 * Restored after the one before had ended.
 */
restored: boolean, 
/**
 * The certificate that this one corrects; null for a next one.
 */
corrects: string | null, };
export type HappeningForm = { "kind": "suspended", from: string, until: string | null, reason: string, } | { "kind": "lifted", on: string, } | { "kind": "withdrawn", on: string, } | { "kind": "transferred", on: string, body: string, number: string, };
export type TeamForm = { post: string, processes: Array<string>, };
export type AuditForm = { id: string | null, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, findingsInReport: number | null, note: string, processes: Array<string>, 
/**
 * The lead auditor first.
 */
team: Array<TeamForm>, reportOn: string | null, answerDueOn: string | null, answerSentOn: string | null, answerAcceptedOn: string | null, };
export type NewDepartment = { code: string, name: string, };
export type OfficeForm = { name: string, departments: Array<NewDepartment>, certificate: CertificateForm | null, };
export type DepartmentForm = { id: string | null, code: string, name: string, };
export type OfficeSettingsForm = { revision: number, name: string, edition: Edition, numberTemplate: string, departments: Array<DepartmentForm>, closedDays: Array<ClosedDayView>, settings: SettingsView, };
export type JudgementForm = { data: string, earlyReason: string, risksUpdated: string, qmsChange: string, };
export type PaperForm = { post: string, 
/**
 * Null: today.
 */
on: string | null, document: string, };
export type StandingForm = { 
/**
 * While nobody else signs in: the post whose decision on paper is recorded.
 */
recordedFor: PaperForm | null, 
/**
 * The password again, for an act that is signed off personally.
 */
password: string | null, };
export type StepForm = { "move": "start_analysis" } | { "move": "submit_plan" } | { "move": "approve_plan" } | { "move": "return_plan", reason: string, } | { "move": "complete_action", actionId: string, doneOn: string | null, note: string, } | { "move": "reopen_action", actionId: string, reason: string, } | { "move": "cancel_action", actionId: string, reason: string, } | { "move": "report_done" } | { "move": "verify", seen: string, } | { "move": "send_back", result: "partly" | "no", reason: string, } | { "move": "judge_effective" } & JudgementForm | { "move": "judge_ineffective" } & JudgementForm | { "move": "decide_no_action", reason: string, approved: PaperForm | null, } | { "move": "approve_no_action" } | { "move": "refuse_no_action", reason: string, } | { "move": "cancel", reason: string, } | { "move": "reopen", reason: string, } | { "move": "extend", actionId: string | null, dueOn: string, reason: string, } | { "move": "ask_extension", actionId: string | null, dueOn: string, reason: string, } | { "move": "refuse_extension", actionId: string | null, reason: string, } | { "move": "withdraw", actionId: string, evidenceId: string, reason: string, } | { "move": "assign", actionId: string | null, owner: string, reason: string, } | { "move": "link", to: string, } | { "move": "unlink", to: string, reason: string, };
export type MappedColumn = { column: number, field: ImportField | null, };
export type PlanImport = { path: string, sheet: string | null, mapping: Array<MappedColumn> | null, };
export type RegisterChanged = { ids: Array<string>, };
export type ReminderRaised = { unread: number, };
export type Navigate = { to: string, };
export type Progress = { stage: string, done: number, total: number, };
export type PickedFile = { token: string, name: string, bytes: number, };
export type FilesDropped = { files: Array<PickedFile>, };
export type FilesDragged = { over: boolean, };
export type MayView = { allowed: boolean, 
/**
 * Posts whose decision on paper can be recorded; the task is done for one of them.
 */
forPosts: Array<PostRef>, 
/**
 * The password is asked for again.
 */
signOff: boolean, };
export type SubjectRef = { kind: "audit" | "complaint" | "objective" | "survey" | "review", id: string, label: string, };
export type ReasonView = { 
/**
 * A sentence in the language of the screen.
 */
text: string, 
/**
 * Where it is put right.
 */
mend: Mend, cases: Array<CaseRef>, subjects: Array<SubjectRef>, };
export type ConfirmationView = { id: string, revision: number, answer: Confirmed, on: string, by: string, note: string, figure: number | null, processes: Array<string>, };
export type OwnCheckView = { id: string, revision: number, code: string, letter: string, question: string, clause2008: string, clause2015: string, blocking: boolean, retired: boolean, };
export type CheckView = { 
/**
 * `R01`..`R34`, `U01`...
 */
id: string, mode: CheckMode, 
/**
 * Not ready while it fails or nobody answered.
 */
blocking: boolean, question: string, 
/**
 * Clause of the edition in force; empty where there is none.
 */
clause: string, result: CheckResult, reasons: Array<ReasonView>, 
/**
 * The confirmation in force.
 */
confirmation: ConfirmationView | null, 
/**
 * An answer of people changes or explains the result.
 */
confirmable: boolean, 
/**
 * The confirmation asks for a figure.
 */
asksFigure: boolean, 
/**
 * The confirmation is given for each process.
 */
asksProcesses: boolean, own: OwnCheckView | null, };
export type CheckGroup = { 
/**
 * Empty for checks that no letter asks for.
 */
letter: string, name: string, checks: Array<CheckView>, };
export type ScorePoint = { on: string, score: number, verdict: Verdict, };
export type RunRow = { id: string, revision: number, on: string, by: string, auditOn: string | null, verdict: Verdict, score: number, representative: SignedView | null, coordinator: SignedView | null, maySignRepresentative: MayView, maySignCoordinator: MayView, };
export type SignedView = { on: string, by: string, };
export type ReadinessSummary = { verdict: Verdict, score: number, 
/**
 * Checks that are not in order and keep the office from being ready.
 */
blocking: number, 
/**
 * All checks that are not in order.
 */
open: number, 
/**
 * Scores of the kept runs, oldest first; today's last.
 */
trend: Array<ScorePoint>, };
export type ReadinessView = { today: string, audit: AuditLine | null, 
/**
 * The period: from the last external audit to today.
 */
periodFrom: string, summary: ReadinessSummary, groups: Array<CheckGroup>, 
/**
 * Identifiers of the checks that are not in order, the most pressing first.
 */
first: Array<string>, processes: Array<Choice>, runs: Array<RunRow>, 
/**
 * Own checks that are asked no more.
 */
retired: Array<OwnCheckView>, mayConfirm: MayView, };
export type DifferenceView = { check: string, question: string, then: CheckResult | null, now: CheckResult | null, };
export type ComparisonView = { thenOn: string, thenScore: number, nowOn: string, nowScore: number, differences: Array<DifferenceView>, };
export type ApprovalView = { on: string, by: string, 
/**
 * The paper it stands on, where it was recorded for a post.
 */
document: string, };
export type ProgrammeRow = { process: Choice, 
/**
 * Months planned, 1..=12.
 */
months: Array<number>, 
/**
 * January to December.
 */
cells: ("planned" | "missed" | "scheduled" | "held" | null)[], };
export type ProgrammeView = { 
/**
 * Null: not begun yet.
 */
id: string | null, revision: number, year: number, rows: Array<ProgrammeRow>, approval: ApprovalView | null, note: string, };
export type AuditRow = { id: string, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, processes: Array<Choice>, questions: number, unanswered: number, 
/**
 * Observations and nonconformities.
 */
findings: number, 
/**
 * Nonconformities without a case.
 */
toRaise: number, findingsInReport: number | null, cases: Array<CaseRef>, casesOpen: number, answerDueOn: string | null, answerSentOn: string | null, answerAcceptedOn: string | null, };
export type ListQuestionForm = { id: string | null, clause2008: string | null, clause2015: string | null, text: string, needsEvidence: boolean, };
export type QuestionListView = { id: string, revision: number, name: string, process: Choice | null, questions: Array<ListQuestionForm>, };
export type AuditorView = { id: string, revision: number, post: PostRef, training: string, trainedOn: string | null, order: string, appointedOn: string | null, until: string | null, 
/**
 * Training and appointment are shown for today.
 */
competent: boolean, };
export type AuditsView = { year: number, 
/**
 * Years with a programme or an audit, and this year and the next; newest first.
 */
years: Array<number>, programme: ProgrammeView, 
/**
 * Audits of all years, the newest first.
 */
audits: Array<AuditRow>, lists: Array<QuestionListView>, auditors: Array<AuditorView>, mayAudit: MayView, mayCertify: MayView, mayApprove: MayView, };
export type QuestionView = { id: string, 
/**
 * The finding of the last external audit that it asks about.
 */
about: CaseRef | null, process: Choice | null, clause2008: string | null, clause2015: string | null, text: string, needsEvidence: boolean, answer: AuditAnswer, evidence: string, note: string, 
/**
 * The case that its finding became.
 */
case: CaseRef | null, 
/**
 * A finding that can become a case now.
 */
toRaise: boolean, };
export type AuditPage = { audit: AuditView, questions: Array<QuestionView>, 
/**
 * Lists that fit its processes.
 */
lists: Array<QuestionListView>, 
/**
 * Findings of the last external audit that its checklist does not ask about yet.
 */
findingsToAsk: number, 
/**
 * Why the audit cannot be ended yet; null when it can.
 */
unanswered: number, mayAudit: MayView, };
export type Raised = { id: string, 
/**
 * Null: a draft that still lacks something.
 */
number: string | null, };
export type ProgrammeLineForm = { process: string, months: Array<number>, };
export type ComplaintForm = { kind: ComplaintKind, reference: string, receivedOn: string, subject: string, department: string | null, process: string | null, justified: Justified | null, decision: string, answeredOn: string | null, 
/**
 * Notice of a delay (KPA art. 36): sent on, and the date it names.
 */
noticeOn: string | null, noticeUntil: string | null, case: string | null, noCaseReason: string, note: string, };
export type ComplaintView = { id: string, revision: number, form: ComplaintForm, departmentCode: string | null, processCode: string | null, 
/**
 * The statutory month (KPA art. 237, 244), ended by art. 57.
 */
answerDueOn: string | null, 
/**
 * Days from today; null once it was answered.
 */
daysLeft: number | null, late: boolean, 
/**
 * The delay was told in time, and the new date holds.
 */
delayTold: boolean, case: CaseRef | null, 
/**
 * Justified, and neither a case nor a reason stands there.
 */
lacksCase: boolean, };
export type ObjectiveForm = { year: number, text: string, process: string | null, owner: string | null, measure: string, baseline: string, target: string, result: string, 
/**
 * Null while nobody knows.
 */
met: boolean | null, approvedOn: string | null, reviewedOn: string | null, case: string | null, noCaseReason: string, };
export type ObjectiveView = { id: string, revision: number, form: ObjectiveForm, processCode: string | null, ownerName: string | null, case: CaseRef | null, lacksCase: boolean, };
export type SurveyForm = { name: string, heldOn: string, answers: number | null, 
/**
 * In hundredths: 430 is 4.30.
 */
score: number | null, target: number | null, scale: number | null, reportOn: string | null, findings: string, cases: Array<string>, noCaseReason: string, };
export type SurveyView = { id: string, revision: number, form: SurveyForm, low: boolean, cases: Array<CaseRef>, lacksCase: boolean, };
export type ReviewInputForm = { topic: ReviewTopic, summary: string, };
export type ReviewDecisionForm = { id: string | null, text: string, owner: string | null, dueOn: string | null, case: string | null, noCaseReason: string, };
export type ReviewForm = { on: string, held: boolean, participants: string, minutes: string, inputs: Array<ReviewInputForm>, decisions: Array<ReviewDecisionForm>, note: string, };
export type ReviewView = { id: string, revision: number, form: ReviewForm, 
/**
 * The cases of its decisions, in the order of the decisions; null where there is none.
 */
decisionCases: Array<CaseRef | null>, ownerNames: Array<string | null>, 
/**
 * Decisions with neither a case nor a reason.
 */
openDecisions: number, };
export type TopicView = { topic: ReviewTopic, clause2008: string, clause2015: string, };
export type RegistersView = { 
/**
 * Newest first.
 */
complaints: Array<ComplaintView>, objectives: Array<ObjectiveView>, surveys: Array<SurveyView>, reviews: Array<ReviewView>, topics: Array<TopicView>, 
/**
 * Cases to link to, newest first.
 */
cases: Array<CaseRef>, mayKeep: MayView, };
export type KeptKind = "complaint" | "objective" | "survey" | "review" | "question_list" | "auditor";
export type PackRow = { label: string, value: string, cases: Array<CaseRef>, };
export type PackSection = { topic: ReviewTopic, title: string, clause2008: string, clause2015: string, rows: Array<PackRow>, };
export type PackView = { from: string, to: string, sections: Array<PackSection>, };
export type KeptImportRow = { row: number, outcome: "new" | "changed" | "unchanged" | "refused", 
/**
 * What would be written, column by column.
 */
cells: Array<string>, };
export type KeptImportPlan = { token: string, kind: KeptKind, file: string, sheets: Array<string>, sheet: string, headers: Array<string>, rows: Array<KeptImportRow>, problems: Array<ImportProblem>, total: number, fresh: number, changed: number, unchanged: number, };
export type ProgrammeAction = { id: string, caseId: string, number: string, source: string, processCode: string | null, departmentCode: string | null, what: string, expectedEffect: string, owner: string | null, dueOn: string | null, originalDueOn: string | null, doneOn: string | null, overdue: boolean, 
/**
 * January to December.
 */
marks: ("planned" | "partly" | "done" | null)[], percent: number, 
/**
 * Added after the programme was approved.
 */
added: boolean, };
export type ProgressForm = { action: string, percent: number, };
export type MonitoringView = { month: number, on: string, by: string, open: number, done: number, overdue: number, remarks: string, decisions: string, progress: Array<ProgressForm>, };
export type QuarterView = { quarter: number, from: string, to: string, 
/**
 * Not begun yet: no figures.
 */
begun: boolean, opened: number, closed: number, open: number, overdue: number, meanDays: number | null, medianDays: number | null, 
/**
 * Closed cases of which it is known whether they were on time.
 */
timed: number, onTimeOriginal: number, onTimeCurrent: number, effective: number, ineffective: number, reportedOn: string | null, reportedBy: string, remarks: string, };
export type ActionProgrammeView = { year: number, years: Array<number>, 
/**
 * 0 until something was written.
 */
revision: number, approval: ApprovalView | null, actions: Array<ProgrammeAction>, 
/**
 * Mean of all lines.
 */
percent: number, monitoring: Array<MonitoringView>, 
/**
 * Months that are over, or running, and have no monitoring.
 */
monthsMissing: Array<number>, quarters: Array<QuarterView>, mayMonitor: MayView, mayApprove: MayView, };

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
  certificate: [null, CertificateView];
  record_certificate: [{ number: string, body: string, edition: Edition, decidedOn: string, stage2EndedOn: string | null, 
/**
 * Null: three years less a day from the decision.
 */
validUntil: string | null, base: RuleBase, toleranceDays: number, 
/**
 * Restored after the one before had ended.
 */
restored: boolean, 
/**
 * The certificate that this one corrects; null for a next one.
 */
corrects: string | null, }, CertificateView];
  save_audit: [{ id: string | null, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, findingsInReport: number | null, note: string, processes: Array<string>, 
/**
 * The lead auditor first.
 */
team: Array<TeamForm>, reportOn: string | null, answerDueOn: string | null, answerSentOn: string | null, answerAcceptedOn: string | null, }, CertificateView];
  remove_audit: [{ id: string, revision: number, }, CertificateView];
  restore_audit: [{ id: string, }, CertificateView];
  certificate_happened: [{ id: string, revision: number, happening: HappeningForm, }, CertificateView];
  audits: [{ 
/**
 * Null: the running one.
 */
year: number | null, }, AuditsView];
  audit: [{ id: string, }, AuditPage];
  save_audit_plan: [{ id: string | null, revision: number, kind: AuditKind, startsOn: string, endsOn: string, held: boolean, scope: string, lead: string, findingsInReport: number | null, note: string, processes: Array<string>, 
/**
 * The lead auditor first.
 */
team: Array<TeamForm>, reportOn: string | null, answerDueOn: string | null, answerSentOn: string | null, answerAcceptedOn: string | null, }, AuditPage];
  fill_questions: [{ id: string, revision: number, lists: Array<string>, }, AuditPage];
  save_question: [{ audit: string, revision: number, 
/**
 * Null: a question written by hand.
 */
id: string | null, process: string | null, clause2008: string | null, clause2015: string | null, text: string, needsEvidence: boolean, answer: AuditAnswer, evidence: string, note: string, }, AuditPage];
  remove_question: [{ audit: string, revision: number, question: string, }, AuditPage];
  raise_finding: [{ audit: string, revision: number, question: string, }, Raised];
  conclude_audit: [{ id: string, revision: number, reportOn: string, }, AuditPage];
  save_audit_programme: [{ id: string | null, revision: number, year: number, lines: Array<ProgrammeLineForm>, note: string, 
/**
 * Why an approved programme changes; empty otherwise.
 */
reason: string, }, AuditsView];
  approve_audit_programme: [{ id: string, revision: number, standing: StandingForm, }, AuditsView];
  save_question_list: [{ id: string | null, revision: number, name: string, process: string | null, questions: Array<ListQuestionForm>, }, AuditsView];
  save_auditor: [{ id: string | null, revision: number, post: string, training: string, trainedOn: string | null, order: string, appointedOn: string | null, until: string | null, }, AuditsView];
  registers: [null, RegistersView];
  save_complaint: [{ id: string | null, revision: number, form: ComplaintForm, }, RegistersView];
  save_objective: [{ id: string | null, revision: number, form: ObjectiveForm, }, RegistersView];
  save_survey: [{ id: string | null, revision: number, form: SurveyForm, }, RegistersView];
  save_review: [{ id: string | null, revision: number, form: ReviewForm, }, RegistersView];
  remove_kept: [{ kind: KeptKind, id: string, revision: number, }, null];
  restore_kept: [{ kind: KeptKind, id: string, }, null];
  raise_kept: [{ kind: KeptKind, id: string, revision: number, 
/**
 * The decision of a review; null otherwise.
 */
decision: string | null, }, Raised];
  review_pack: [null, PackView];
  plan_kept_import: [{ kind: KeptKind, 
/**
 * As `pick_register` answered it.
 */
path: string, sheet: string | null, }, KeptImportPlan];
  run_kept_import: [{ token: string, }, RegistersView];
  action_programme: [{ 
/**
 * Null: the running one.
 */
year: number | null, }, ActionProgrammeView];
  monitor_actions: [{ year: number, revision: number, month: number, remarks: string, decisions: string, progress: Array<ProgressForm>, }, ActionProgrammeView];
  approve_action_programme: [{ year: number, revision: number, standing: StandingForm, }, ActionProgrammeView];
  report_quarter: [{ year: number, revision: number, quarter: number, remarks: string, }, ActionProgrammeView];
  readiness: [null, ReadinessView];
  confirm_check: [{ check: string, answer: Confirmed, note: string, figure: number | null, processes: Array<string>, }, ReadinessView];
  take_back_confirmation: [{ id: string, revision: number, }, ReadinessView];
  save_own_check: [{ id: string | null, revision: number, letter: string, question: string, clause2008: string, clause2015: string, blocking: boolean, retired: boolean, }, ReadinessView];
  keep_run: [null, ReadinessView];
  sign_run: [{ id: string, revision: number, standing: StandingForm, }, ReadinessView];
  discard_run: [{ id: string, revision: number, }, ReadinessView];
  compare_runs: [{ then: string, 
/**
 * Null: with today.
 */
now: string | null, }, ComparisonView];
  office: [null, OfficeView];
  save_office: [{ revision: number, name: string, edition: Edition, numberTemplate: string, departments: Array<DepartmentForm>, closedDays: Array<ClosedDayView>, settings: SettingsView, }, OfficeView];
  inbox: [null, Inbox];
  mark_read: [{ keys: Array<string>, read: boolean, }, Inbox];
  pick_register: [null, string | null];
  plan_import: [{ path: string, sheet: string | null, mapping: Array<MappedColumn> | null, }, ImportPlan];
  run_import: [{ token: string, }, ImportSummary];
  undo_import: [{ batch: string, }, ImportSummary];
  export_register: [{ filter: CaseFilter, }, Exported | null];
  find: [{ text: string, }, Array<Found>];
  make_move: [{ id: string, revision: number, step: StepForm, standing: StandingForm, }, Moved];
  write_case: [{ id: string, revision: number, form: CaseForm, standing: StandingForm, }, Saved];
  changes_since: [{ id: string, 
/**
 * The revision that was seen; what came after it is told.
 */
revision: number, }, Array<TrailView>];
  my_work: [null, WorkView];
  similar_cases: [{ text: string, process: string | null, clause2008: string | null, clause2015: string | null, 
/**
 * The day of the report; null: today.
 */
on: string | null, 
/**
 * The case that is being written.
 */
except: string | null, }, Array<SimilarView>];
  move_many: [{ cases: Array<string>, step: StepForm, 
/**
 * Make the move where it is allowed, and leave the others out.
 */
leaveOut: boolean, standing: StandingForm, }, ManyMoved];
  remind_many: [{ cases: Array<string>, }, number];
  pick_evidence: [null, Array<PickedFile>];
  attach_evidence: [{ id: string, revision: number, actionId: string, title: string, fileNumber: string, on: string | null, 
/**
 * The token of a file that was picked or dropped; null for paper.
 */
file: string | null, standing: StandingForm, }, Saved];
  open_evidence: [{ caseId: string, evidenceId: string, }, null];
  sign_in: [{ login: string, password: string, }, Session];
  sign_out: [null, Session];
  keep_awake: [null, null];
  people: [null, PeopleView];
  save_person: [{ id: string | null, revision: number, name: string, login: string, posts: Array<string>, active: boolean, 
/**
 * Null leaves the password as it is.
 */
password: string | null, }, PeopleView];
  set_password: [{ id: string, 
/**
 * One's own is changed with the old one.
 */
old: string | null, new: string, }, Session];
  save_post: [{ id: string | null, revision: number, name: string, department: string | null, roles: Role[], }, PeopleView];
  remove_post: [{ id: string, revision: number, }, PeopleView];
  save_process: [{ id: string | null, revision: number, code: string, name: string, owner: string | null, department: string | null, measure: string, }, PeopleView];
  remove_process: [{ id: string, revision: number, }, PeopleView];
};

/** Event name -> what it tells. */
export type Events = {
  "register-changed": RegisterChanged;
  "reminder-raised": ReminderRaised;
  navigate: Navigate;
  progress: Progress;
  "files-dropped": FilesDropped;
  "files-dragged": FilesDragged;
};
