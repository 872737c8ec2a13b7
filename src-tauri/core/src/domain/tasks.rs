//! Who waits for whom: the next steps of a case, and those that fall to one person.

use chrono::NaiveDate;

use super::acting::Acting;
use super::book::{Book, calendar, computed_date, deadlines};
use super::case::{Case, CaseStatus};
use super::facts;
use super::ids::{ActionId, CaseId};
use super::moves::{self, Move};
use crate::calendar::Period;

/// A step that somebody owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The case.
    pub case: CaseId,
    /// The action, where it is about one.
    pub action: Option<ActionId>,
    /// The step.
    pub step: Move,
    /// Until when.
    pub due_on: Option<NaiveDate>,
}

/// The next steps of a case, whoever they fall to.
pub fn next_steps(book: &dyn Book, case: &Case) -> Vec<Task> {
    let task = |step, action, due_on| Task { case: case.id, action, step, due_on };
    let mut steps = asked(case);
    if case.no_action_proposal.is_some() {
        steps.push(task(Move::ApproveNoAction, None, case.plan_due_on));
        return steps;
    }
    let days = deadlines(book);
    let after = |on: NaiveDate, days: u32| computed_date(book, on, Period::Days(days));
    match case.status {
        CaseStatus::Draft => {
            let step = if facts::missing(case).is_empty() { Move::Register } else { Move::Save };
            let until = |on| working_days_after(book, on, days.register_working_days);
            steps.push(task(step, None, case.reported_on.and_then(until)));
        }
        CaseStatus::Registered => {
            let decided = case.registered_on.and_then(|on| after(on, days.decision_days));
            steps.push(task(Move::StartAnalysis, None, decided.or(case.plan_due_on)));
        }
        CaseStatus::Analysis => {
            steps.push(task(Move::SubmitPlan, None, case.plan_due_on.or(case.due_on())));
        }
        CaseStatus::PlanPending => {
            let due_on = case.plan_submission.as_ref().and_then(|it| after(it.on, days.approval_days));
            steps.push(task(Move::ApprovePlan, None, due_on));
        }
        CaseStatus::InProgress => {
            let open = case.actions.iter().filter(|action| action.is_open());
            let open: Vec<Task> =
                open.map(|action| task(Move::CompleteAction, Some(action.id), action.due_on)).collect();
            if open.is_empty() {
                let last = case.actions.iter().filter_map(|action| action.due_on).max();
                steps.push(task(Move::ReportDone, None, last.or(case.target_on)));
            }
            steps.extend(open);
        }
        CaseStatus::Implemented => {
            let due_on = case.done_report.as_ref().and_then(|it| after(it.on, days.verify_days));
            steps.push(task(Move::Verify, None, due_on));
        }
        CaseStatus::Effectiveness => {
            steps.push(task(Move::JudgeEffective, None, case.effectiveness.due_on));
        }
        CaseStatus::ClosedEffective
        | CaseStatus::ClosedIneffective
        | CaseStatus::ClosedNoAction
        | CaseStatus::ClosedImported
        | CaseStatus::Cancelled => {}
    }
    steps
}

/// So many working days after a day; the day itself is not counted.
fn working_days_after(book: &dyn Book, on: NaiveDate, days: u32) -> Option<NaiveDate> {
    let calendar = calendar(book);
    (0..days).try_fold(on, |day, _| calendar.working_day_from(day.succ_opt()?))
}

/// Extensions that wait for a decision: until the date that they would move.
fn asked(case: &Case) -> Vec<Task> {
    let of_actions = case.actions.iter().filter(|action| action.asked.is_some()).map(|action| Task {
        case: case.id,
        action: Some(action.id),
        step: Move::Extend,
        due_on: action.due_on,
    });
    let own = case.target_asked.as_ref().map(|_| Task {
        case: case.id,
        action: None,
        step: Move::Extend,
        due_on: case.target_on,
    });
    of_actions.chain(own).collect()
}

/// The next steps of all open cases, the most urgent first.
pub fn all(book: &dyn Book) -> Vec<(Task, &Case)> {
    let open = book.cases().filter(|case| !case.status.is_closed());
    let mut all: Vec<(Task, &Case)> =
        open.flat_map(|case| next_steps(book, case).into_iter().map(move |task| (task, case))).collect();
    all.sort_by_key(|(task, _)| (task.due_on.is_none(), task.due_on, task.case, task.action));
    all
}

/// The steps that fall to somebody, the most urgent first. What a step still lacks does not hide it: that is what
/// is to be done.
pub fn of(book: &dyn Book, acting: &Acting) -> Vec<Task> {
    let mine = all(book).into_iter().filter(|(task, case)| falls_to(book, acting, case, task));
    mine.map(|(task, _)| task).collect()
}

/// Whether somebody also watches over what the others owe: the representative does.
pub fn oversees(acting: &Acting) -> bool {
    acting.is(super::person::Role::Representative)
}

/// Whether a step falls to somebody: he is the one for it, and may not be barred from it by what he did before.
pub fn falls_to(book: &dyn Book, acting: &Acting, case: &Case, task: &Task) -> bool {
    use super::guard::{Guard, holds};
    let action = task.action.and_then(|id| case.actions.iter().find(|action| action.id == id));
    let Some(row) = task.step.row() else { return false };
    let personal =
        |guard: &&Guard| matches!(guard, Guard::NotTheAuthor | Guard::NotTheOwner | Guard::NotTheProposer);
    moves::may(book, acting, case, row, action)
        && (task.step != Move::Save || acting.is(super::person::Role::Representative))
        && (task.step != Move::Extend || extends(acting, case, task.action))
        && row.guards.iter().filter(personal).all(|guard| holds(*guard, book, acting, case, action).is_ok())
}

fn extends(acting: &Acting, case: &Case, action: Option<ActionId>) -> bool {
    use super::due_date::{HIGHER_FROM, times_extended};
    let found = action.and_then(|id| case.actions.iter().find(|action| action.id == id));
    let extensions = found.map_or(&case.target_extensions, |action| &action.extensions);
    let higher = times_extended(extensions) + 1 >= HIGHER_FROM;
    let role = |role| acting.is(role);
    if higher {
        role(super::person::Role::Coordinator) || role(super::person::Role::TopManagement)
    } else {
        role(super::person::Role::Representative)
    }
}
