//! Internal and external audits, planned and held, with their questions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{AuditId, CaseId, CertificateId, PostId, ProcessId, QuestionId, QuestionListId};

/// What an audit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    /// Initial certification (stage 2).
    Certification,
    /// First surveillance audit.
    #[serde(rename = "surveillance_1")]
    Surveillance1,
    /// Second surveillance audit.
    #[serde(rename = "surveillance_2")]
    Surveillance2,
    /// Recertification audit.
    Recertification,
    /// Internal audit.
    Internal,
}

impl AuditKind {
    /// All kinds in the order of a cycle.
    pub const ALL: [Self; 5] = [
        Self::Certification,
        Self::Surveillance1,
        Self::Surveillance2,
        Self::Recertification,
        Self::Internal,
    ];

    /// By the certification body.
    pub fn is_external(self) -> bool {
        self != Self::Internal
    }
}

/// An audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// Identity.
    pub id: AuditId,
    /// What it is for.
    pub kind: AuditKind,
    /// The cycle it belongs to; none for internal ones.
    #[serde(default)]
    pub certificate: Option<CertificateId>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Held already; otherwise planned.
    #[serde(default)]
    pub held: bool,
    /// What it covers.
    #[serde(default)]
    pub scope: String,
    /// Lead auditor, by post or body, as shown to people.
    #[serde(default)]
    pub lead: String,
    /// Number of findings in its report.
    #[serde(default)]
    pub findings_in_report: Option<u32>,
    /// A remark.
    #[serde(default)]
    pub note: String,
    /// The day its dates were put into the book: steps of reminders before it are not caught up one by one.
    #[serde(default)]
    pub recorded_on: Option<NaiveDate>,
    /// The processes that it goes through.
    #[serde(default)]
    pub processes: Vec<ProcessId>,
    /// Who audits, of the office's own people; the lead auditor stands first.
    #[serde(default)]
    pub team: Vec<TeamMember>,
    /// The checklist (lista pytań kontrolnych).
    #[serde(default)]
    pub questions: Vec<Question>,
    /// The day of the report.
    #[serde(default)]
    pub report_on: Option<NaiveDate>,
    /// Until when the certification body expects the answer to its findings.
    #[serde(default)]
    pub answer_due_on: Option<NaiveDate>,
    /// The day the answer was sent.
    #[serde(default)]
    pub answer_sent_on: Option<NaiveDate>,
    /// The day the certification body accepted the answer.
    #[serde(default)]
    pub answer_accepted_on: Option<NaiveDate>,
}

impl Audit {
    /// An audit of that kind on those days, with nothing else said yet.
    pub fn planned(id: AuditId, kind: AuditKind, starts_on: NaiveDate, ends_on: NaiveDate) -> Self {
        Self {
            id,
            kind,
            certificate: None,
            starts_on,
            ends_on,
            held: false,
            scope: String::new(),
            lead: String::new(),
            findings_in_report: None,
            note: String::new(),
            recorded_on: None,
            processes: Vec::new(),
            team: Vec::new(),
            questions: Vec::new(),
            report_on: None,
            answer_due_on: None,
            answer_sent_on: None,
            answer_accepted_on: None,
        }
    }
}

/// Somebody who audits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    /// The post.
    pub post: PostId,
    /// The processes this one audits; all of the audit when none is named.
    #[serde(default)]
    pub processes: Vec<ProcessId>,
}

/// A question of an audit and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Identity.
    pub id: QuestionId,
    /// The list it came from.
    #[serde(default)]
    pub list: Option<QuestionListId>,
    /// The finding of the last external audit that it asks about.
    #[serde(default)]
    pub about: Option<CaseId>,
    /// The process it is asked in.
    #[serde(default)]
    pub process: Option<ProcessId>,
    /// Clause of the 2008 edition.
    #[serde(default)]
    pub clause_2008: Option<String>,
    /// Clause of the 2015 edition.
    #[serde(default)]
    pub clause_2015: Option<String>,
    /// The question.
    pub text: String,
    /// An answer is not given without evidence.
    #[serde(default)]
    pub needs_evidence: bool,
    /// The answer.
    #[serde(default)]
    pub answer: Answer,
    /// What was seen: objective evidence.
    #[serde(default)]
    pub evidence: String,
    /// What the auditor states; the statement of a finding.
    #[serde(default)]
    pub note: String,
    /// The case that its finding became.
    #[serde(default)]
    pub case: Option<CaseId>,
}

/// The answer to an audit question: five different things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Not asked yet.
    #[default]
    Unanswered,
    /// Conforming (zgodne).
    Conforming,
    /// Observation (spostrzeżenie): no breach proven, may become one.
    Observation,
    /// Nonconforming (niezgodność).
    Nonconforming,
    /// Does not apply here (nie dotyczy).
    NotApplicable,
}

impl Answer {
    /// All answers in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::Unanswered, Self::Conforming, Self::Observation, Self::Nonconforming, Self::NotApplicable];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::Conforming => "conforming",
            Self::Observation => "observation",
            Self::Nonconforming => "nonconforming",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// Whether it is a finding, which may become a case.
    pub fn is_finding(self) -> bool {
        matches!(self, Self::Observation | Self::Nonconforming)
    }
}
