//! Due dates: moved with a reason, the original never overwritten.

use chrono::NaiveDate;

use super::action::Extension;
use super::book::{Book, case_at};
use super::case::{Case, CaseStatus};
use super::change::{Change, ChangeSet, Moment, Record};
use super::draft::{LONGEST_TEXT, check_year};
use super::ids::{ActionId, CaseId};
use super::rule::{Rule, RuleError};

/// A wish to move a due date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveDueDate {
    /// The case.
    pub case: CaseId,
    /// The action; without one, the open action that is due first, else the case's target date.
    pub action: Option<ActionId>,
    /// The revision the person saw.
    pub revision: u32,
    /// The new date. Typed dates are never shifted to a working day.
    pub due_on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Whether a due date of the case can be moved at all.
///
/// # Errors
/// The rule that stands against it.
pub fn check(case: &Case) -> Result<(), RuleError> {
    match case.status {
        CaseStatus::Draft => Err(RuleError::refused(Rule::StillADraft)),
        CaseStatus::Registered | CaseStatus::Analysis | CaseStatus::PlanPending | CaseStatus::InProgress => {
            let settled =
                !case.actions.is_empty() && !case.actions.iter().any(super::action::Action::is_open);
            if settled { Err(RuleError::refused(Rule::ActionSettled)) } else { Ok(()) }
        }
        CaseStatus::Implemented | CaseStatus::Effectiveness => Err(RuleError::refused(Rule::ActionSettled)),
        CaseStatus::ClosedEffective
        | CaseStatus::ClosedIneffective
        | CaseStatus::ClosedNoAction
        | CaseStatus::ClosedImported
        | CaseStatus::Cancelled => Err(RuleError::refused(Rule::ClosedCase)),
    }
}

/// Moves a due date. The original date stays; a move after the old date had passed is marked late, and the case
/// stays late in the on-time figures.
///
/// # Errors
/// No reason, the same date, a date that has passed or lies before registration, a settled action, a closed case
/// or a draft; or the case was changed meanwhile.
pub fn move_due_date(
    book: &dyn Book,
    wish: &MoveDueDate,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let before = case_at(book, wish.case, wish.revision)?;
    check(before)?;
    let reason = checked_reason(&wish.reason)?;
    check_year(wish.due_on)?;
    if wish.due_on < moment.today {
        return Err(RuleError::with(Rule::DueInPast, "date", wish.due_on.to_string()));
    }
    if before.registered_on.is_some_and(|registered_on| wish.due_on < registered_on) {
        return Err(RuleError::with(Rule::DueBeforeRegistration, "date", wish.due_on.to_string()));
    }
    let mut case = before.clone();
    set(&mut case, wish, &reason, moment)?;
    let change = Change::replace(
        &Record::Case(Box::new(before.clone())),
        wish.revision,
        &Record::Case(Box::new(case)),
    )?;
    Ok(ChangeSet::of(moment, "due_date_moved", Some(reason), vec![change]))
}

fn checked_reason(reason: &str) -> Result<String, RuleError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(RuleError::refused(Rule::ReasonRequired));
    }
    if reason.chars().count() > LONGEST_TEXT {
        return Err(RuleError::with(Rule::TextTooLong, "field", "reason"));
    }
    Ok(reason.to_string())
}

fn set(case: &mut Case, wish: &MoveDueDate, reason: &str, moment: &Moment<'_>) -> Result<(), RuleError> {
    let (due_on, original, extensions) = if case.actions.is_empty() && wish.action.is_none() {
        (&mut case.target_on, &mut case.original_target_on, &mut case.target_extensions)
    } else {
        let first =
            case.actions.iter().filter(|a| a.is_open()).min_by_key(|a| (a.due_on.is_none(), a.due_on));
        let wanted = wish.action.or_else(|| first.map(|action| action.id));
        let action = case
            .actions
            .iter_mut()
            .find(|action| Some(action.id) == wanted)
            .ok_or(RuleError::NotFound { what: "action" })?;
        if !action.is_open() {
            return Err(RuleError::refused(Rule::ActionSettled));
        }
        (&mut action.due_on, &mut action.original_due_on, &mut action.extensions)
    };
    if *due_on == Some(wish.due_on) {
        return Err(RuleError::refused(Rule::DueUnchanged));
    }
    extensions.push(Extension {
        from: *due_on,
        to: wish.due_on,
        reason: reason.to_string(),
        asked_on: moment.today,
        decided_on: moment.today,
        decided_by: moment.actor.name.clone(),
        late: due_on.is_some_and(|from| from < moment.today),
    });
    *original = original.or(*due_on).or(Some(wish.due_on));
    *due_on = Some(wish.due_on);
    Ok(())
}
