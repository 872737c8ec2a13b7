//! Registration: a draft gets its number and enters the register.

use chrono::{Datelike, NaiveDate};

use super::acting::Acting;
use super::book::{Book, computed_date, deadlines, department_code, next_number, template};
use super::case::{Case, CaseStatus};
use super::change::{Change, ChangeSet, Moment, Record};
use super::draft::{draft_at, no_draft};
use super::facts::missing;
use super::ids::CaseId;
use super::moves::{self, Move};
use super::rule::{Rule, RuleError};
use crate::calendar::Period;

/// Why a draft cannot be registered yet; `Ok` when it can.
///
/// # Errors
/// [`Rule::NotADraft`], [`Rule::ClosedCase`], or [`Rule::Incomplete`] naming what is missing.
pub fn check(case: &Case) -> Result<(), RuleError> {
    if case.status != CaseStatus::Draft {
        return Err(no_draft(case));
    }
    let lacking = missing(case);
    if lacking.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = lacking.into_iter().map(super::facts::Missing::code).collect();
    Err(RuleError::with(Rule::Incomplete, "missing", names.join(",")))
}

/// Registers a draft under the next free number of its kind and year; one that came with a number keeps it.
/// From here on its original due dates stand.
///
/// # Errors
/// See [`check`]; also when the draft was changed meanwhile.
pub fn register(
    book: &dyn Book,
    id: CaseId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<(String, ChangeSet), RuleError> {
    let acting = Acting::at(book, moment)?;
    let before = draft_at(book, id, revision)?;
    moves::check(book, &acting, before, Move::Register, None)?;
    let mut case = before.clone();
    let number = enter(book, &mut case, moment.today)?;
    let change =
        Change::replace(&Record::Case(Box::new(before.clone())), revision, &Record::Case(Box::new(case)))?;
    Ok((number, ChangeSet::of(moment, "case_registered", None, vec![change])))
}

/// Puts a case into the register: its number, its state, its day, and the dates that stand from here on.
///
/// # Errors
/// [`Rule::DepartmentMissing`] where numbers count per unit and it has none; reported after it was registered.
pub(super) fn enter(book: &dyn Book, case: &mut Case, today: NaiveDate) -> Result<String, RuleError> {
    let code = department_code(book, case.department);
    if case.number.is_none() && code.is_empty() && template(book).counts_per_department() {
        return Err(RuleError::refused(Rule::DepartmentMissing));
    }
    // An old register may tell the day of registration but no number: the number is of that year.
    let registered_on = case.registered_on.unwrap_or(today);
    // A register that was brought in stands as it came.
    if let Some(on) = case.reported_on.filter(|on| *on > registered_on && case.imported.is_none()) {
        return Err(RuleError::with(Rule::DateInFuture, "date", on.to_string()));
    }
    let number =
        case.number.clone().unwrap_or_else(|| next_number(book, case.kind, registered_on.year(), &code));
    case.number = Some(number.clone());
    case.status = CaseStatus::Registered;
    case.registered_on = Some(registered_on);
    case.reported_on = case.reported_on.or(Some(registered_on));
    case.owner = case.owner.or_else(|| case.actions.iter().find_map(|action| action.owner));
    case.original_target_on = case.original_target_on.or(case.target_on);
    let plan_days = deadlines(book).plan_days;
    case.plan_due_on =
        case.plan_due_on.or_else(|| computed_date(book, registered_on, Period::Days(plan_days)));
    for action in &mut case.actions {
        action.original_due_on = action.original_due_on.or(action.due_on);
        action.owner = action.owner.or(case.owner);
    }
    Ok(number)
}
