//! What people add to the readiness checklist: confirmations, checks of their own, and the runs that are kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::Decision;
use super::ids::{AuditId, CaseId, ConfirmationId, OwnCheckId, ProcessId, ReadinessRunId};
use super::person::Signer;

/// The result of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckResult {
    /// In order.
    Ok,
    /// Something to know.
    Warning,
    /// Not in order.
    Fail,
    /// Nothing that it could ask about.
    NotApplicable,
    /// Nobody has answered yet.
    Unanswered,
}

impl CheckResult {
    /// All results.
    pub const ALL: [Self; 5] = [Self::Ok, Self::Warning, Self::Fail, Self::NotApplicable, Self::Unanswered];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Fail => "fail",
            Self::NotApplicable => "not_applicable",
            Self::Unanswered => "unanswered",
        }
    }
}

/// The overall answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Niegotowe.
    NotReady,
    /// Gotowe z uwagami.
    ReadyWithRemarks,
    /// Gotowe.
    Ready,
}

impl Verdict {
    /// All verdicts, the worst first.
    pub const ALL: [Self; 3] = [Self::NotReady, Self::ReadyWithRemarks, Self::Ready];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotReady => "not_ready",
            Self::ReadyWithRemarks => "ready_with_remarks",
            Self::Ready => "ready",
        }
    }
}

/// What somebody answers to a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmed {
    /// It is so.
    Yes,
    /// It is so in part.
    Partly,
    /// It is not so.
    No,
    /// It does not apply here.
    NotApplicable,
}

impl Confirmed {
    /// All answers.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::NotApplicable];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// The answer of that stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }

    /// The result that the answer gives.
    pub fn result(self) -> CheckResult {
        match self {
            Self::Yes => CheckResult::Ok,
            Self::Partly => CheckResult::Warning,
            Self::No => CheckResult::Fail,
            Self::NotApplicable => CheckResult::NotApplicable,
        }
    }
}

/// A confirmation of a check, with name, date and note. It holds until the next external audit was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Identity.
    pub id: ConfirmationId,
    /// The check: `R20`, or the code of an own one.
    pub check: String,
    /// The answer.
    pub answer: Confirmed,
    /// The day.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// Who, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
    /// What it rests on.
    #[serde(default)]
    pub note: String,
    /// A figure that the check asks for, such as the number of missed objectives.
    #[serde(default)]
    pub figure: Option<u32>,
    /// The processes it was confirmed for, where the check asks for each.
    #[serde(default)]
    pub processes: Vec<ProcessId>,
    /// The cases that stood behind the result when it was explained: later ones are not covered.
    #[serde(default)]
    pub cases: Vec<CaseId>,
}

/// A check that the office added. Always answered by people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCheck {
    /// Identity.
    pub id: OwnCheckId,
    /// Its code: `U01`, `U02`; never reused.
    pub code: String,
    /// Letter of ISO/IEC 17021-1 9.6.2.2, `a`-`h`; empty for none.
    #[serde(default)]
    pub letter: String,
    /// The question.
    pub question: String,
    /// Clause of the 2008 edition.
    #[serde(default)]
    pub clause_2008: String,
    /// Clause of the 2015 edition.
    #[serde(default)]
    pub clause_2015: String,
    /// Whether the office is not ready while it is not in order.
    #[serde(default)]
    pub blocking: bool,
    /// Asked no more; its code stays used.
    #[serde(default)]
    pub retired: bool,
}

/// A run of the checklist that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadinessRun {
    /// Identity.
    pub id: ReadinessRunId,
    /// The audit it prepares, once that one is planned.
    #[serde(default)]
    pub audit: Option<AuditId>,
    /// The day of that audit as planned then.
    #[serde(default)]
    pub audit_on: Option<NaiveDate>,
    /// The day of the run.
    pub on: NaiveDate,
    /// Who ran it, as shown to people.
    pub by: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The score, 0..=100.
    pub score: u32,
    /// The result of each check then.
    #[serde(default)]
    pub results: Vec<KeptResult>,
    /// Signature of the Representative.
    #[serde(default)]
    pub signed_representative: Option<Decision>,
    /// Signature of the Coordinator.
    #[serde(default)]
    pub signed_coordinator: Option<Decision>,
}

/// A result as a run keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptResult {
    /// The check.
    pub check: String,
    /// The result.
    pub result: CheckResult,
    /// The cases behind it.
    #[serde(default)]
    pub cases: Vec<CaseId>,
    /// Who confirmed it, with the day, as shown to people then.
    #[serde(default)]
    pub confirmed_by: String,
    /// What it rested on.
    #[serde(default)]
    pub note: String,
}
