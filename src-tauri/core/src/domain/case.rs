//! A case (karta): one nonconformity or risk and all that is done about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::action::{Action, Extension, ExtensionRequest};
use super::finding::{Cause, Correction, Finding};
use super::ids::{AuditId, CaseId, DepartmentId, PostId, ProcessId};
use super::imported::ImportedRow;
use super::person::Signer;
pub use super::source::Source;

/// The kind of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CaseKind {
    /// Corrective action (działanie korygujące): ISO 9001:2008 8.5.2, 2015 10.2.
    #[serde(rename = "DK")]
    Corrective,
    /// Preventive action (działanie zapobiegawcze): ISO 9001:2008 8.5.3, 2015 6.1.
    #[serde(rename = "DZ")]
    Preventive,
    /// Improvement action (działanie doskonalące).
    #[serde(rename = "DS")]
    Improvement,
}

impl CaseKind {
    /// All kinds in their usual order.
    pub const ALL: [Self; 3] = [Self::Corrective, Self::Preventive, Self::Improvement];

    /// The code used in numbers: `DK`, `DZ`, `DS`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Corrective => "DK",
            Self::Preventive => "DZ",
            Self::Improvement => "DS",
        }
    }

    /// The kind whose code the text begins with, upper or lower case.
    pub fn from_prefix(text: &str) -> Option<Self> {
        let head: String = text.trim().chars().take(2).flat_map(char::to_uppercase).collect();
        let ends = text.trim().chars().nth(2).is_none_or(|next| !next.is_alphabetic());
        Self::ALL.into_iter().find(|kind| ends && kind.code() == head)
    }
}

/// Where a case stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    /// Not yet in the register (szkic).
    Draft,
    /// In the register, numbered (zarejestrowana).
    Registered,
    /// The cause is looked for (w analizie).
    Analysis,
    /// The plan waits for approval (plan do zatwierdzenia).
    PlanPending,
    /// Actions are carried out (w realizacji).
    InProgress,
    /// All done, waits for verification (zrealizowana – do weryfikacji).
    Implemented,
    /// Verified, waits for the review of effectiveness (do oceny skuteczności).
    Effectiveness,
    /// Closed, it helped (zamknięta – skuteczna).
    ClosedEffective,
    /// Closed, it did not help (zamknięta – nieskuteczna).
    ClosedIneffective,
    /// Closed with a reasoned decision not to act (zamknięta bez działań).
    ClosedNoAction,
    /// Closed in an old register, brought in by import without verification or review.
    ClosedImported,
    /// Given up with a reason; the number stays used (anulowana).
    Cancelled,
}

impl CaseStatus {
    /// All states in the order of a life.
    pub const ALL: [Self; 12] = [
        Self::Draft,
        Self::Registered,
        Self::Analysis,
        Self::PlanPending,
        Self::InProgress,
        Self::Implemented,
        Self::Effectiveness,
        Self::ClosedEffective,
        Self::ClosedIneffective,
        Self::ClosedNoAction,
        Self::ClosedImported,
        Self::Cancelled,
    ];

    /// The stable name in JSON and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Registered => "registered",
            Self::Analysis => "analysis",
            Self::PlanPending => "plan_pending",
            Self::InProgress => "in_progress",
            Self::Implemented => "implemented",
            Self::Effectiveness => "effectiveness",
            Self::ClosedEffective => "closed_effective",
            Self::ClosedIneffective => "closed_ineffective",
            Self::ClosedNoAction => "closed_no_action",
            Self::ClosedImported => "closed_imported",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of that stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Closed one way or another, or cancelled: nothing is due any more.
    pub fn is_closed(self) -> bool {
        match self {
            Self::ClosedEffective
            | Self::ClosedIneffective
            | Self::ClosedNoAction
            | Self::ClosedImported
            | Self::Cancelled => true,
            Self::Draft
            | Self::Registered
            | Self::Analysis
            | Self::PlanPending
            | Self::InProgress
            | Self::Implemented
            | Self::Effectiveness => false,
        }
    }

    /// Whether a passed due date makes the case overdue in this state.
    pub fn can_be_overdue(self) -> bool {
        match self {
            Self::Registered | Self::Analysis | Self::PlanPending | Self::InProgress => true,
            Self::Draft
            | Self::Implemented
            | Self::Effectiveness
            | Self::ClosedEffective
            | Self::ClosedIneffective
            | Self::ClosedNoAction
            | Self::ClosedImported
            | Self::Cancelled => false,
        }
    }
}

/// The weight an auditor gave a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Niezgodność duża.
    Major,
    /// Niezgodność mała.
    Minor,
    /// Spostrzeżenie.
    Observation,
    /// Potencjał doskonalenia.
    Ofi,
}

/// One nonconformity or risk and all that is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// The human number, given at registration or by the imported file; never reused.
    #[serde(default)]
    pub number: Option<String>,
    /// Corrective, preventive or improvement.
    pub kind: CaseKind,
    /// Where it stands.
    pub status: CaseStatus,
    /// Title as people say it; up to 200 characters.
    #[serde(default)]
    pub title: String,
    /// The day it was reported.
    #[serde(default)]
    pub reported_on: Option<NaiveDate>,
    /// The day it entered the register.
    #[serde(default)]
    pub registered_on: Option<NaiveDate>,
    /// Who reported it, as shown to people.
    #[serde(default)]
    pub reported_by: String,
    /// The office's own file reference (znak sprawy).
    #[serde(default)]
    pub file_reference: String,
    /// Where it came from.
    #[serde(default)]
    pub source: Option<Source>,
    /// Report, complaint or letter it came with.
    #[serde(default)]
    pub source_document: String,
    /// The process concerned.
    #[serde(default)]
    pub process: Option<ProcessId>,
    /// The unit concerned.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// The post that answers for the case.
    #[serde(default)]
    pub owner: Option<PostId>,
    /// Clause of ISO 9001:2008.
    #[serde(default)]
    pub clause_2008: Option<String>,
    /// Clause of ISO 9001:2015.
    #[serde(default)]
    pub clause_2015: Option<String>,
    /// The auditor's grade.
    #[serde(default)]
    pub grade: Option<Grade>,
    /// The finding in three parts.
    #[serde(default)]
    pub finding: Finding,
    /// The repair of the case itself.
    #[serde(default)]
    pub correction: Correction,
    /// Why it happened.
    #[serde(default)]
    pub cause: Cause,
    /// What is done about the cause.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// The case's own target date, used while it has no action.
    #[serde(default)]
    pub target_on: Option<NaiveDate>,
    /// The first target date; kept when the target moves.
    #[serde(default)]
    pub original_target_on: Option<NaiveDate>,
    /// Every change of the target date, oldest first.
    #[serde(default)]
    pub target_extensions: Vec<Extension>,
    /// An extension of the target date that was asked for and not decided yet.
    #[serde(default)]
    pub target_asked: Option<ExtensionRequest>,
    /// Until when the plan is expected.
    #[serde(default)]
    pub plan_due_on: Option<NaiveDate>,
    /// What the plan should achieve.
    #[serde(default)]
    pub expected_effect: String,
    /// Who handed the plan in, and when.
    #[serde(default)]
    pub plan_submission: Option<Decision>,
    /// Who approved the plan, and when.
    #[serde(default)]
    pub plan_approval: Option<Decision>,
    /// Who reported that everything was done, and when.
    #[serde(default)]
    pub done_report: Option<Decision>,
    /// Was it done?
    #[serde(default)]
    pub verification: Option<Verification>,
    /// Did it help?
    #[serde(default)]
    pub effectiveness: Effectiveness,
    /// The reasoned decision not to act.
    #[serde(default)]
    pub no_action: Option<NoAction>,
    /// A decision not to act that waits for its approval.
    #[serde(default)]
    pub no_action_proposal: Option<NoActionProposal>,
    /// Dates agreed with the certification body.
    #[serde(default)]
    pub external: Option<External>,
    /// How it ended.
    #[serde(default)]
    pub closure: Option<Closure>,
    /// The day it was closed for the first time, when it was reopened since.
    #[serde(default)]
    pub first_closed_on: Option<NaiveDate>,
    /// The day it was opened again last.
    #[serde(default)]
    pub reopened_on: Option<NaiveDate>,
    /// Anything else.
    #[serde(default)]
    pub remarks: String,
    /// Links to other cases.
    #[serde(default)]
    pub links: Vec<Link>,
    /// The row of the register it was brought in from.
    #[serde(default)]
    pub imported: Option<ImportedRow>,
}

impl Case {
    /// An empty draft.
    pub fn draft(id: CaseId, kind: CaseKind) -> Self {
        Self {
            id,
            number: None,
            kind,
            status: CaseStatus::Draft,
            title: String::new(),
            reported_on: None,
            registered_on: None,
            reported_by: String::new(),
            file_reference: String::new(),
            source: None,
            source_document: String::new(),
            process: None,
            department: None,
            owner: None,
            clause_2008: None,
            clause_2015: None,
            grade: None,
            finding: Finding::default(),
            correction: Correction::default(),
            cause: Cause::default(),
            actions: Vec::new(),
            target_on: None,
            original_target_on: None,
            target_extensions: Vec::new(),
            target_asked: None,
            plan_due_on: None,
            expected_effect: String::new(),
            plan_submission: None,
            plan_approval: None,
            done_report: None,
            verification: None,
            effectiveness: Effectiveness::default(),
            no_action: None,
            no_action_proposal: None,
            external: None,
            closure: None,
            first_closed_on: None,
            reopened_on: None,
            remarks: String::new(),
            links: Vec::new(),
            imported: None,
        }
    }

    /// The date that is due next: the earliest current due date of its undone actions; without actions, the
    /// case's own target date. `None` once nothing is due.
    pub fn due_on(&self) -> Option<NaiveDate> {
        if self.status.is_closed() {
            return None;
        }
        if self.actions.is_empty() {
            return self.target_on;
        }
        self.actions.iter().filter(|action| action.is_open()).filter_map(|action| action.due_on).min()
    }

    /// The due date that the register shows: the next one, or the last one of a case that has nothing due.
    pub fn shown_due_on(&self) -> Option<NaiveDate> {
        self.due_on()
            .or_else(|| self.actions.iter().filter_map(|action| action.due_on).max())
            .or(self.target_on)
    }

    /// Whether the case is overdue on that day. The due day itself is still on time. Computed, never stored.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status.can_be_overdue() && self.due_on().is_some_and(|due_on| due_on < today)
    }

    /// The clause of the edition in force at the office.
    pub fn clause(&self, edition: super::certificate::Edition) -> Option<&str> {
        match edition {
            super::certificate::Edition::Iso2008 => {
                self.clause_2008.as_deref().or(self.clause_2015.as_deref())
            }
            super::certificate::Edition::Iso2015 => {
                self.clause_2015.as_deref().or(self.clause_2008.as_deref())
            }
        }
    }
}

/// A decision of a post on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The day.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// Who, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
}

/// Was it done? (weryfikacja wykonania)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// Done, partly or not.
    pub result: Done,
    /// The day.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// What was seen.
    #[serde(default)]
    pub seen: String,
    /// Who, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
    /// The owner of an action verified it himself, which the office's setting let pass with a warning.
    #[serde(default)]
    pub by_owner: bool,
}

/// The answer of a verification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// Done.
    Yes,
    /// Partly.
    Partly,
    /// Not done.
    No,
}

/// Did it help? (ocena skuteczności; ISO 9001:2008 8.5.2 f, 2015 10.2.1 d)
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Effectiveness {
    /// How it will be judged.
    pub criterion: String,
    /// Until when.
    pub due_on: Option<NaiveDate>,
    /// The judgement.
    pub result: Option<Effect>,
    /// The data it rests on.
    pub data: String,
    /// The day of the judgement.
    pub on: Option<NaiveDate>,
    /// Who, as shown to people.
    pub by: String,
    /// Who, as the rules know them.
    pub signer: Option<Signer>,
    /// Why it was judged before its day.
    pub early_reason: String,
    /// The owner of an action judged it himself, which the office's setting let pass with a warning.
    pub by_owner: bool,
    /// Risks and opportunities that were updated (ISO 9001:2015, 10.2.1 e).
    pub risks_updated: String,
    /// The change of the quality management system that it led to (ISO 9001:2015, 10.2.1 f).
    pub qms_change: String,
}

/// The judgement of a review of effectiveness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It helped (skuteczne).
    Effective,
    /// It did not (nieskuteczne).
    Ineffective,
}

/// A reasoned decision not to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoAction {
    /// Why.
    pub reason: String,
    /// Who decided, as shown to people.
    pub by: String,
    /// Who approved, as shown to people.
    pub approved_by: String,
    /// The day.
    pub on: NaiveDate,
    /// Who approved, as the rules know them.
    #[serde(default)]
    pub approver: Option<Signer>,
}

/// A decision not to act that the Coordinator has yet to approve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoActionProposal {
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// Who, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
}

/// What was agreed with the certification body about an external finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct External {
    /// The audit that found it.
    pub audit: Option<AuditId>,
    /// Until when the answer is due.
    pub answer_due_on: Option<NaiveDate>,
    /// The day it was sent.
    pub answer_sent_on: Option<NaiveDate>,
    /// The day the certification body accepted it.
    pub accepted_on: Option<NaiveDate>,
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// The first closing day.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// A remark; the reason of a cancellation.
    #[serde(default)]
    pub note: String,
    /// Who, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
}

/// A link from one case to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Why they are linked.
    pub kind: LinkKind,
    /// The other case.
    pub to: CaseId,
}

/// Why two cases are linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The other one goes on where this one proved ineffective.
    FollowUp,
    /// This one repeats the other.
    Recurrence,
}
