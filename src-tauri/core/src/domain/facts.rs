//! Facts about a case on a day: what is late, what a draft still lacks. Computed, never stored.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::case::{Case, CaseStatus, Grade};
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

/// What a case lacks before it can go on.
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
    /// A number.
    Number,
    /// Where it came from.
    Source,
    /// The process concerned.
    Process,
    /// A clause of the standard.
    Clause,
    /// The auditor's grade.
    Grade,
    /// The root cause.
    RootCause,
    /// How the cause was looked for.
    CauseMethod,
    /// An action.
    Action,
    /// What an action is about.
    ActionWhat,
    /// The owner of an action.
    ActionOwner,
    /// The due date of an action.
    ActionDueOn,
    /// How effectiveness will be judged.
    Criterion,
    /// Until when effectiveness will be judged.
    ReviewDueOn,
}

impl Missing {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Title,
        Self::Statement,
        Self::Owner,
        Self::DueOn,
        Self::Number,
        Self::Source,
        Self::Process,
        Self::Clause,
        Self::Grade,
        Self::RootCause,
        Self::CauseMethod,
        Self::Action,
        Self::ActionWhat,
        Self::ActionOwner,
        Self::ActionDueOn,
        Self::Criterion,
        Self::ReviewDueOn,
    ];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Statement => "statement",
            Self::Owner => "owner",
            Self::DueOn => "due_on",
            Self::Number => "number",
            Self::Source => "source",
            Self::Process => "process",
            Self::Clause => "clause",
            Self::Grade => "grade",
            Self::RootCause => "root_cause",
            Self::CauseMethod => "cause_method",
            Self::Action => "action",
            Self::ActionWhat => "action_what",
            Self::ActionOwner => "action_owner",
            Self::ActionDueOn => "action_due_on",
            Self::Criterion => "criterion",
            Self::ReviewDueOn => "review_due_on",
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
    lacking(&checks)
}

/// What a registered case lacks before its cause is looked for.
pub fn unclassified(case: &Case) -> Vec<Missing> {
    lacking(&[
        (Missing::Number, case.number.is_none()),
        (Missing::Source, case.source.is_none()),
        (Missing::Process, case.process.is_none()),
        (Missing::Clause, case.clause_2008.is_none() && case.clause_2015.is_none()),
        (Missing::Statement, blank(&case.finding.statement)),
        (Missing::Owner, case.owner.is_none()),
    ])
}

/// What the analysis of a case lacks. An opportunity for improvement has no cause to find.
pub fn unexplained(case: &Case) -> Vec<Missing> {
    if case.grade == Some(Grade::Ofi) {
        return Vec::new();
    }
    lacking(&[
        (Missing::RootCause, blank(&case.cause.root)),
        (Missing::CauseMethod, case.cause.method.is_none()),
    ])
}

/// What the plan of a case lacks.
pub fn unplanned(case: &Case) -> Vec<Missing> {
    let planned: Vec<_> = case.actions.iter().filter(|action| action.cancelled_reason.is_none()).collect();
    lacking(&[
        (Missing::Action, planned.is_empty()),
        (Missing::ActionWhat, planned.iter().any(|action| blank(&action.what))),
        (Missing::ActionOwner, planned.iter().any(|action| action.owner.is_none())),
        (Missing::ActionDueOn, planned.iter().any(|action| action.due_on.is_none())),
        (Missing::Criterion, blank(&case.effectiveness.criterion)),
        (Missing::ReviewDueOn, case.effectiveness.due_on.is_none()),
    ])
}

/// What a case lacks before its next step.
pub fn to_go_on(case: &Case) -> Vec<Missing> {
    match case.status {
        CaseStatus::Draft => missing(case),
        CaseStatus::Registered => unclassified(case),
        CaseStatus::Analysis => unexplained(case).into_iter().chain(unplanned(case)).collect(),
        CaseStatus::InProgress if case.actions.is_empty() => unplanned(case),
        CaseStatus::PlanPending
        | CaseStatus::InProgress
        | CaseStatus::Implemented
        | CaseStatus::Effectiveness
        | CaseStatus::ClosedEffective
        | CaseStatus::ClosedIneffective
        | CaseStatus::ClosedNoAction
        | CaseStatus::ClosedImported
        | CaseStatus::Cancelled => Vec::new(),
    }
}

/// Whether a case was carried out on time: against the dates first agreed, and against those in force. `None`
/// while something is still to be done, and for a case without dates.
pub fn on_time(case: &Case) -> Option<OnTime> {
    let done: Vec<_> = case.actions.iter().filter(|action| action.is_done()).collect();
    if done.is_empty() || case.actions.iter().any(super::action::Action::is_open) {
        return None;
    }
    let kept = |due: fn(&super::action::Action) -> Option<NaiveDate>| {
        done.iter().all(|action| due(action).is_none_or(|due| action.done_on.is_some_and(|on| on <= due)))
    };
    // A date moved after it had passed does not make the delay undone.
    let moved_late = done.iter().any(|action| action.extensions.iter().any(|extension| extension.late));
    Some(OnTime {
        original: kept(|action| action.original_due_on.or(action.due_on)),
        current: kept(|action| action.due_on) && !moved_late,
    })
}

/// The answer of [`on_time`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnTime {
    /// Against the dates first agreed.
    pub original: bool,
    /// Against the dates in force; a date moved after it had passed counts as missed.
    pub current: bool,
}

/// Whether something of the case was undone past its due date in force on that day.
pub fn was_overdue(case: &Case, closed_on: Option<NaiveDate>, day: NaiveDate) -> bool {
    let open = case.registered_on.or(case.reported_on).is_some_and(|on| on <= day)
        && closed_on.is_none_or(|on| on > day);
    let ever_closed_unknown = case.status.is_closed() && closed_on.is_none();
    let due_then = |action: &super::action::Action| {
        let moved_later = action.extensions.iter().find(|extension| extension.decided_on > day);
        moved_later.map_or(action.due_on, |extension| extension.from)
    };
    let undone = |action: &&super::action::Action| {
        action.cancelled_reason.is_none() && action.done_on.is_none_or(|done_on| done_on > day)
    };
    open && !ever_closed_unknown
        && if case.actions.is_empty() {
            case.status.can_be_overdue() && case.target_on.is_some_and(|due_on| due_on < day)
        } else {
            case.actions
                .iter()
                .filter(undone)
                .any(|action| due_then(action).is_some_and(|due_on| due_on < day))
        }
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn lacking(checks: &[(Missing, bool)]) -> Vec<Missing> {
    checks.iter().filter(|(_, lacks)| *lacks).map(|(missing, _)| *missing).collect()
}
