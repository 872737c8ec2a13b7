//! Facts about a case on a day: what is late, what a draft still lacks. Computed, never stored.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::case::{Case, CaseStatus};
use super::number;

/// A lateness beside "overdue": a separate mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Late {
    /// The plan was due and is not there.
    Plan,
    /// The review of effectiveness was due and is not done.
    Review,
    /// The answer to the certification body was due and is not sent.
    Answer,
}

impl Late {
    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Review => "review",
            Self::Answer => "answer",
        }
    }
}

/// What a draft lacks before it can be registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// A title.
    Title,
    /// The statement of what is wrong.
    Statement,
    /// The post that answers for it.
    Owner,
    /// A due date, of an action or of the case.
    DueOn,
}

impl Missing {
    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Statement => "statement",
            Self::Owner => "owner",
            Self::DueOn => "due_on",
        }
    }
}

/// Every lateness of a case on that day.
pub fn late(case: &Case, today: NaiveDate) -> Vec<Late> {
    if case.status.is_closed() {
        return Vec::new();
    }
    let passed = |date: Option<NaiveDate>| date.is_some_and(|date| date < today);
    let planning = matches!(case.status, CaseStatus::Registered | CaseStatus::Analysis);
    let answer =
        case.external.as_ref().is_some_and(|e| e.answer_sent_on.is_none() && passed(e.answer_due_on));
    let judged = case.effectiveness.result.is_some();
    let mut found = Vec::new();
    if planning && passed(case.plan_due_on) {
        found.push(Late::Plan);
    }
    if case.status != CaseStatus::Draft && !judged && passed(case.effectiveness.due_on) {
        found.push(Late::Review);
    }
    if answer {
        found.push(Late::Answer);
    }
    found
}

/// A draft that waits for a person: it lacks something, or a file left it a draft.
pub fn to_complete(case: &Case) -> bool {
    case.status == CaseStatus::Draft && (case.imported.is_some() || !missing(case).is_empty())
}

/// The year a case belongs to: of its registration, else of its number, else of its report.
pub fn year(case: &Case) -> Option<i32> {
    let numbered = || Some(number::running_and_year(case.number.as_deref()?)?.1);
    case.registered_on.map(|on| on.year()).or_else(numbered).or_else(|| case.reported_on.map(|on| on.year()))
}

/// What a draft lacks; empty for a case that is registered.
pub fn missing(case: &Case) -> Vec<Missing> {
    if case.status != CaseStatus::Draft {
        return Vec::new();
    }
    let owner = case.owner.is_some() || case.actions.iter().any(|action| action.owner.is_some());
    let checks = [
        (Missing::Title, case.title.trim().is_empty()),
        (Missing::Statement, case.finding.statement.trim().is_empty()),
        (Missing::Owner, !owner),
        (Missing::DueOn, case.due_on().is_none()),
    ];
    checks.into_iter().filter(|(_, lacks)| *lacks).map(|(missing, _)| missing).collect()
}
