//! What internal audits are planned by: the yearly programme, reusable question lists, and who may audit
//! (ISO 9001:2008 8.2.2, 2015 9.2.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::Decision;
use super::ids::{AuditProgrammeId, AuditorId, PostId, ProcessId, QuestionId, QuestionListId};

/// The internal audits of a year: processes by months, approved by the Starosta.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditProgramme {
    /// Identity.
    pub id: AuditProgrammeId,
    /// The year.
    pub year: i32,
    /// Which process in which months.
    #[serde(default)]
    pub lines: Vec<ProgrammeLine>,
    /// Who approved it, and when.
    #[serde(default)]
    pub approval: Option<Decision>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// A process of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeLine {
    /// The process.
    pub process: ProcessId,
    /// Months 1..=12, ascending, each once.
    #[serde(default)]
    pub months: Vec<u32>,
}

/// Questions that are asked again and again in a process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionList {
    /// Identity.
    pub id: QuestionListId,
    /// Its name.
    pub name: String,
    /// The process it is for; any when none is named.
    #[serde(default)]
    pub process: Option<ProcessId>,
    /// The questions in their order.
    #[serde(default)]
    pub questions: Vec<ListQuestion>,
}

/// A question of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListQuestion {
    /// Identity.
    pub id: QuestionId,
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
}

/// What makes a post's holder an internal auditor: training and appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Auditor {
    /// Identity.
    pub id: AuditorId,
    /// The post.
    pub post: PostId,
    /// Training or certificate, in words.
    #[serde(default)]
    pub training: String,
    /// The day of the training.
    #[serde(default)]
    pub trained_on: Option<NaiveDate>,
    /// The order of the Starosta that appoints.
    #[serde(default)]
    pub order: String,
    /// The day of the appointment.
    #[serde(default)]
    pub appointed_on: Option<NaiveDate>,
    /// The last day of the appointment; none while it holds.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

impl Auditor {
    /// Whether training and appointment are shown for that day.
    pub fn is_competent(&self, on: NaiveDate) -> bool {
        self.trained_on.is_some_and(|day| day <= on)
            && self.appointed_on.is_some_and(|day| day <= on)
            && self.until.is_none_or(|day| on <= day)
    }
}
