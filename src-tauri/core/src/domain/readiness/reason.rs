//! Why a check came out as it did: a name, its figures, and the records behind it, one click away.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::ids::{AuditId, CaseId, ComplaintId, Id, ObjectiveId, ReviewId, SurveyId};
use uuid::Uuid;

/// A reason. The words stand in [`crate::words`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub why: Why,
    /// A count.
    pub count: Option<u32>,
    /// Out of how many.
    pub of: Option<u32>,
    /// A day.
    pub on: Option<NaiveDate>,
    /// Names: processes, months, numbers that are missing.
    pub names: Vec<String>,
    /// The cases behind it.
    pub cases: Vec<CaseId>,
    /// Other records behind it.
    pub subjects: Vec<Subject>,
}

/// A record behind a reason that is no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An audit.
    Audit(AuditId),
    /// A complaint or motion.
    Complaint(ComplaintId),
    /// A quality objective.
    Objective(ObjectiveId),
    /// A survey.
    Survey(SurveyId),
    /// A management review.
    Review(ReviewId),
}

impl Subject {
    /// The stable name of its kind.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Audit(_) => "audit",
            Self::Complaint(_) => "complaint",
            Self::Objective(_) => "objective",
            Self::Survey(_) => "survey",
            Self::Review(_) => "review",
        }
    }

    /// Its identity.
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Audit(id) => id.uuid(),
            Self::Complaint(id) => id.uuid(),
            Self::Objective(id) => id.uuid(),
            Self::Survey(id) => id.uuid(),
            Self::Review(id) => id.uuid(),
        }
    }
}

impl Reason {
    /// A reason without details.
    pub fn of(why: Why) -> Self {
        Self {
            why,
            count: None,
            of: None,
            on: None,
            names: Vec::new(),
            cases: Vec::new(),
            subjects: Vec::new(),
        }
    }

    /// With a count.
    #[must_use]
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(u32::try_from(count).unwrap_or(u32::MAX));
        self
    }

    /// With the number it is out of.
    #[must_use]
    pub fn of_all(mut self, of: usize) -> Self {
        self.of = Some(u32::try_from(of).unwrap_or(u32::MAX));
        self
    }

    /// With a day.
    #[must_use]
    pub fn on(mut self, on: NaiveDate) -> Self {
        self.on = Some(on);
        self
    }

    /// With names.
    #[must_use]
    pub fn names(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.names = names.into_iter().collect();
        self
    }

    /// With the cases behind it, each once, and their count where none was given.
    #[must_use]
    pub fn cases<'a>(mut self, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        for case in cases {
            if !self.cases.contains(&case.id) {
                self.cases.push(case.id);
            }
        }
        if self.count.is_some() {
            self
        } else {
            let count = self.cases.len();
            self.count(count)
        }
    }

    /// With other records behind it.
    #[must_use]
    pub fn subjects(mut self, subjects: impl IntoIterator<Item = Subject>) -> Self {
        self.subjects = subjects.into_iter().collect();
        self
    }
}

/// Where somebody puts a reason right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mend {
    /// In the cases behind it.
    Cases,
    /// In the certificate and its external audits.
    Certificate,
    /// In an audit or the audit programme.
    Audits,
    /// Among the internal auditors.
    Auditors,
    /// Among complaints and motions.
    Complaints,
    /// Among objectives.
    Objectives,
    /// Among surveys.
    Surveys,
    /// Among management reviews.
    Reviews,
    /// In the yearly programme of actions.
    Programme,
    /// By confirming the check.
    Confirm,
    /// Nothing to put right.
    Nothing,
}

macro_rules! whys {
    ($($(#[$doc:meta])* $name:ident $code:literal $mend:ident),+ $(,)?) => {
        /// Why a check came out as it did.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Why {
            $($(#[$doc])* $name),+
        }

        impl Why {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable name.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),+
                }
            }

            /// Where it is put right.
            pub fn mend(self) -> Mend {
                match self {
                    $(Self::$name => Mend::$mend),+
                }
            }
        }
    };
}

whys!(
    /// Somebody answered it.
    Confirmed "confirmed" Nothing,
    /// Nobody answered it yet.
    NotConfirmed "not_confirmed" Confirm,
    /// No external audit is in the book.
    NoExternalAudit "no_external_audit" Certificate,
    /// The number of findings in the report of the last external audit is not in the book.
    FindingsNotCounted "findings_not_counted" Certificate,
    /// The register has as many findings as the report.
    FindingsRegistered "findings_registered" Nothing,
    /// The register has fewer findings than the report.
    FindingsMissing "findings_missing" Cases,
    /// The register has more findings than the report.
    FindingsBeyondReport "findings_beyond_report" Certificate,
    /// No nonconformity of an external audit is asked about.
    NoExternalNonconformities "no_external_nonconformities" Nothing,
    /// External nonconformities have no correction.
    CorrectionMissing "correction_missing" Cases,
    /// External nonconformities have no cause.
    CauseMissing "cause_missing" Cases,
    /// External nonconformities have no action.
    ActionMissing "action_missing" Cases,
    /// External nonconformities have correction, cause and action.
    NonconformitiesDescribed "nonconformities_described" Nothing,
    /// No external audit found a major nonconformity.
    NoExternalMajors "no_external_majors" Nothing,
    /// External majors are open.
    MajorsOpen "majors_open" Cases,
    /// The certification body has not accepted the closure of external majors.
    MajorsNotAccepted "majors_not_accepted" Cases,
    /// External majors are closed and accepted.
    MajorsAccepted "majors_accepted" Nothing,
    /// No external audit found a minor nonconformity.
    NoExternalMinors "no_external_minors" Nothing,
    /// External minors are not judged effective, and none goes on in another case.
    MinorsNotEffective "minors_not_effective" Cases,
    /// External minors are judged effective, or go on in another case.
    MinorsEffective "minors_effective" Nothing,
    /// No answer is owed to the certification body.
    NoAnswerOwed "no_answer_owed" Nothing,
    /// Answers were sent on time, with evidence.
    AnswersOnTime "answers_on_time" Nothing,
    /// Answers are still to be sent, and there is time.
    AnswersAwaited "answers_awaited" Cases,
    /// Answers were sent late.
    AnswersLate "answers_late" Cases,
    /// Answers are not sent, and their day has passed.
    AnswersOverdue "answers_overdue" Cases,
    /// Answers are not sent, and nobody wrote down until when they are due.
    AnswersNotSent "answers_not_sent" Cases,
    /// Answers were sent, though nobody wrote down until when they were due.
    AnswersWithoutDueDate "answers_without_due_date" Cases,
    /// Answers were sent without evidence in the case.
    AnswersUnproven "answers_unproven" Cases,
    /// The last report has no observation and no opportunity for improvement.
    NoObservations "no_observations" Nothing,
    /// Observations have a decision with its reason.
    ObservationsDecided "observations_decided" Nothing,
    /// Observations have no decision.
    ObservationsUndecided "observations_undecided" Cases,
    /// Observations have a decision without its reason.
    ObservationsUnreasoned "observations_unreasoned" Cases,
    /// Open cases are overdue.
    Overdue "overdue" Cases,
    /// No open case is overdue.
    NothingOverdue "nothing_overdue" Nothing,
    /// The register has no action.
    NoActions "no_actions" Nothing,
    /// Every action has owner and due date.
    ActionsAssigned "actions_assigned" Nothing,
    /// Actions have no owner.
    ActionsWithoutOwner "actions_without_owner" Cases,
    /// Actions have no due date.
    ActionsWithoutDueDate "actions_without_due_date" Cases,
    /// Actions of cases closed in an old register lack owner or due date.
    ImportedActionsIncomplete "imported_actions_incomplete" Cases,
    /// No nonconformity is past the deadline of its analysis.
    NothingToExplain "nothing_to_explain" Nothing,
    /// Nonconformities have a root cause with its method, or a decision not to act.
    CausesFound "causes_found" Nothing,
    /// Nonconformities have no root cause.
    RootCauseMissing "root_cause_missing" Cases,
    /// Nonconformities have a root cause, but no method.
    CauseMethodMissing "cause_method_missing" Cases,
    /// A decision not to act lacks its reason or approval.
    NoActionUnapproved "no_action_unapproved" Cases,
    /// No action is done.
    NothingDone "nothing_done" Nothing,
    /// Done actions have evidence.
    DoneProven "done_proven" Nothing,
    /// Done actions have no evidence.
    DoneUnproven "done_unproven" Cases,
    /// Reviews of effectiveness are late.
    ReviewsLate "reviews_late" Cases,
    /// No review of effectiveness is late.
    ReviewsDone "reviews_done" Nothing,
    /// No action was judged ineffective.
    NothingIneffective "nothing_ineffective" Nothing,
    /// What was judged ineffective goes on in another case.
    IneffectiveFollowedUp "ineffective_followed_up" Nothing,
    /// What was judged ineffective does not go on.
    IneffectiveDropped "ineffective_dropped" Cases,
    /// No nonconformity recurred.
    NoRecurrence "no_recurrence" Nothing,
    /// Nonconformities recurred and are linked.
    RecurrenceLinked "recurrence_linked" Cases,
    /// Nonconformities recurred and somebody explained it.
    RecurrenceExplained "recurrence_explained" Nothing,
    /// Nonconformities recurred, neither linked nor explained.
    RecurrenceUnexplained "recurrence_unexplained" Cases,
    /// Preventive actions were registered in the period.
    PreventiveRegistered "preventive_registered" Nothing,
    /// No preventive action was registered in the period.
    NoPreventive "no_preventive" Confirm,
    /// No effectiveness was judged.
    NothingJudged "nothing_judged" Nothing,
    /// Effectiveness was judged by somebody else.
    JudgedByAnother "judged_by_another" Nothing,
    /// Effectiveness was judged by who owns an action.
    JudgedByOwner "judged_by_owner" Cases,
    /// The register holds no case.
    RegisterEmpty "register_empty" Nothing,
    /// Numbers run without gaps; what was cancelled has a reason.
    RegisterComplete "register_complete" Nothing,
    /// Numbers are missing.
    NumbersMissing "numbers_missing" Cases,
    /// Numbers stand twice.
    NumbersRepeated "numbers_repeated" Cases,
    /// Cancelled cases have no reason.
    CancelledWithoutReason "cancelled_without_reason" Cases,
    /// No due date was moved.
    NoExtensions "no_extensions" Nothing,
    /// Moved due dates have reason and approval.
    ExtensionsApproved "extensions_approved" Nothing,
    /// Moved due dates have no reason.
    ExtensionsUnreasoned "extensions_unreasoned" Cases,
    /// Moved due dates have no approval.
    ExtensionsUnapproved "extensions_unapproved" Cases,
    /// A due date was extended more than twice.
    ExtendedOften "extended_often" Cases,
    /// No internal audit with its processes is in the book.
    NoInternalAudits "no_internal_audits" Audits,
    /// Every process was audited within a year.
    ProcessesAudited "processes_audited" Nothing,
    /// Processes were not audited within a year.
    ProcessesNotAudited "processes_not_audited" Audits,
    /// The programme of internal audits is not approved.
    ProgrammeNotApproved "programme_not_approved" Audits,
    /// There is neither an internal audit nor a finding of one.
    NoInternalFindings "no_internal_findings" Nothing,
    /// Findings of internal audits have cases and are handled on time.
    InternalHandled "internal_handled" Nothing,
    /// Findings of internal audits are overdue.
    InternalOverdue "internal_overdue" Cases,
    /// Findings of internal audits have had no plan for over a month.
    InternalUnplanned "internal_unplanned" Cases,
    /// Reports of internal audits have more findings than the register.
    InternalFindingsMissing "internal_findings_missing" Audits,
    /// Nonconforming answers have no case.
    InternalFindingsUnraised "internal_findings_unraised" Audits,
    /// Internal audits of the period, none in the auditor's own unit.
    InternalAuditsHeld "internal_audits_held" Nothing,
    /// Somebody audited the own unit.
    AuditedOwnUnit "audited_own_unit" Audits,
    /// Auditors have no training or appointment on record.
    CompetenceNotShown "competence_not_shown" Auditors,
    /// A management review was held within a year.
    ReviewHeld "review_held" Nothing,
    /// The last management review is older than a year.
    ReviewTooOld "review_too_old" Reviews,
    /// No management review is in the book.
    NoReview "no_review" Reviews,
    /// A review did not look at the state of actions.
    ReviewWithoutActions "review_without_actions" Reviews,
    /// Decisions of a review have neither case nor reason.
    ReviewDecisionsOpen "review_decisions_open" Reviews,
    /// Cases from reviews against their decisions: a figure to confirm by.
    ReviewDecisions "review_decisions" Nothing,
    /// No complaint was found justified.
    NoJustifiedComplaints "no_justified_complaints" Nothing,
    /// Justified complaints have a case or a decision.
    ComplaintsHandled "complaints_handled" Nothing,
    /// Justified complaints have neither case nor decision.
    ComplaintsWithoutCase "complaints_without_case" Complaints,
    /// No complaint or motion to ask about.
    NoComplaints "no_complaints" Nothing,
    /// Complaints and motions were answered within the month.
    ComplaintsOnTime "complaints_on_time" Nothing,
    /// Complaints and motions are late, and the delay was told.
    ComplaintsDelayed "complaints_delayed" Complaints,
    /// Complaints and motions are late.
    ComplaintsLate "complaints_late" Complaints,
    /// Surveys with a low score led to no case.
    SurveysLow "surveys_low" Surveys,
    /// Cases from surveys against surveys: a figure to confirm by.
    Surveys "surveys" Nothing,
    /// Objectives are approved, and none is missed without a case.
    ObjectivesInOrder "objectives_in_order" Nothing,
    /// Missed objectives have neither case nor reason.
    ObjectivesMissed "objectives_missed" Objectives,
    /// Objectives are not approved.
    ObjectivesUnapproved "objectives_unapproved" Objectives,
    /// Objectives of a past year have no result.
    ObjectivesWithoutResult "objectives_without_result" Objectives,
    /// No objective is in the book; cases from missed ones: a figure to confirm by.
    ObjectiveCases "objective_cases" Objectives,
    /// There are as many cases as missed objectives.
    MissedCovered "missed_covered" Nothing,
    /// More objectives were missed than there are cases.
    MissedBeyondCases "missed_beyond_cases" Cases,
    /// The check is not confirmed for these processes.
    ProcessesUnconfirmed "processes_unconfirmed" Confirm,
    /// The period holds no full month.
    NoFullMonth "no_full_month" Nothing,
    /// Every month was monitored.
    MonthsMonitored "months_monitored" Nothing,
    /// Every quarter was monitored or reported, though not every month.
    QuartersMonitored "quarters_monitored" Nothing,
    /// Months of quarters without monitoring or report.
    MonthsUnmonitored "months_unmonitored" Programme,
    /// Nothing of the period was monitored.
    NothingMonitored "nothing_monitored" Programme,
    /// Cases closed in the period out of those that were open in it.
    ClosedInPeriod "closed_in_period" Nothing,
    /// Of those closed in the period, on time.
    OnTimeInPeriod "on_time_in_period" Nothing,
    /// Cases from wrong services: a figure to confirm by.
    WrongServices "wrong_services" Nothing,
    /// No training was done or due in the period.
    NoTraining "no_training" Nothing,
    /// Trainings have no evidence.
    TrainingUnproven "training_unproven" Cases,
    /// Trainings done out of those of the period: a figure to confirm by.
    Trainings "trainings" Nothing,
    /// No certificate is in the book.
    NoCertificate "no_certificate" Certificate,
    /// The certificate is suspended.
    CertificateSuspended "certificate_suspended" Certificate,
    /// The certificate was withdrawn.
    CertificateWithdrawn "certificate_withdrawn" Certificate,
    /// No external audit of the cycle is to come.
    NoAuditToCome "no_audit_to_come" Nothing,
    /// The certificate gives no limit for the audit.
    WindowUnknown "window_unknown" Certificate,
    /// The audit is planned by its recommended date.
    AuditInWindow "audit_in_window" Nothing,
    /// The audit is planned after its recommended date, but by its limit.
    AuditAfterRecommended "audit_after_recommended" Certificate,
    /// The audit is planned after its limit.
    AuditAfterLimit "audit_after_limit" Certificate,
    /// No date is agreed, and there is time.
    AuditToPlanLater "audit_to_plan_later" Nothing,
    /// No date is agreed, and the recommended one comes close.
    AuditToPlan "audit_to_plan" Certificate,
    /// No date is agreed, and hardly any time is left.
    AuditNotPlanned "audit_not_planned" Certificate,
);
