//! Due dates: moved with a reason, the original never overwritten (the field's rules of extension).

use chrono::NaiveDate;

use super::acting::Acting;
use super::action::{Action, Extension, ExtensionRequest};
use super::case::{Case, CaseStatus};
use super::draft::check_year;
use super::ids::ActionId;
use super::person::Role;
use super::rule::{Rule, RuleError};

/// From the third on an extension is decided by the Coordinator or the Starosta.
pub const HIGHER_FROM: usize = 3;

/// Whether a due date of the case can be moved at all.
///
/// # Errors
/// The rule that stands against it.
pub fn check(case: &Case) -> Result<(), RuleError> {
    match case.status {
        CaseStatus::Draft => Err(RuleError::refused(Rule::StillADraft)),
        CaseStatus::Registered | CaseStatus::Analysis | CaseStatus::PlanPending | CaseStatus::InProgress => {
            let settled = !case.actions.is_empty() && !case.actions.iter().any(Action::is_open);
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

/// How often a date was moved further; a first date and an earlier one are no extension.
pub fn times_extended(extensions: &[Extension]) -> usize {
    extensions.iter().filter(|extension| extension.from.is_some_and(|from| from < extension.to)).count()
}

/// What one due date consists of, of an action or of the case itself.
struct Due<'a> {
    due_on: &'a mut Option<NaiveDate>,
    original: &'a mut Option<NaiveDate>,
    extensions: &'a mut Vec<Extension>,
    asked: &'a mut Option<ExtensionRequest>,
}

fn due(case: &mut Case, action: Option<ActionId>) -> Result<Due<'_>, RuleError> {
    if case.actions.is_empty() && action.is_none() {
        return Ok(Due {
            due_on: &mut case.target_on,
            original: &mut case.original_target_on,
            extensions: &mut case.target_extensions,
            asked: &mut case.target_asked,
        });
    }
    let open = case.actions.iter().filter(|action| action.is_open());
    let first = open.min_by_key(|action| (action.due_on.is_none(), action.due_on));
    let wanted = action.or_else(|| first.map(|action| action.id));
    let action = case
        .actions
        .iter_mut()
        .find(|action| Some(action.id) == wanted)
        .ok_or(RuleError::NotFound { what: "action" })?;
    if !action.is_open() {
        return Err(RuleError::refused(Rule::ActionSettled));
    }
    Ok(Due {
        due_on: &mut action.due_on,
        original: &mut action.original_due_on,
        extensions: &mut action.extensions,
        asked: &mut action.asked,
    })
}

fn check_new(
    registered_on: Option<NaiveDate>,
    before: Option<NaiveDate>,
    new: NaiveDate,
    today: NaiveDate,
) -> Result<(), RuleError> {
    check_year(new)?;
    if new < today {
        return Err(RuleError::with(Rule::DueInPast, "date", new.to_string()));
    }
    if registered_on.is_some_and(|registered_on| new < registered_on) {
        return Err(RuleError::with(Rule::DueBeforeRegistration, "date", new.to_string()));
    }
    if before == Some(new) {
        return Err(RuleError::refused(Rule::DueUnchanged));
    }
    Ok(())
}

/// Moves a due date. The original date stays; a move after the old date had passed is marked late, and the case
/// stays late in the on-time figures. The first two are the representative's, before the date and after it; the
/// third and every later one the Coordinator's or the Starosta's.
pub(super) fn extend(
    case: &mut Case,
    action: Option<ActionId>,
    new: NaiveDate,
    reason: &str,
    acting: &Acting,
    today: NaiveDate,
) -> Result<(), RuleError> {
    let registered_on = case.registered_on;
    let due = due(case, action)?;
    check_new(registered_on, *due.due_on, new, today)?;
    let times = times_extended(due.extensions) + usize::from(due.due_on.is_some_and(|from| from < new));
    let higher = acting.is(Role::Coordinator) || acting.is(Role::TopManagement);
    if times >= HIGHER_FROM && !higher {
        return Err(RuleError::refused(Rule::ExtensionNeedsHigherRole));
    }
    if times < HIGHER_FROM && !acting.is(Role::Representative) {
        return Err(RuleError::refused(Rule::ExtensionIsRepresentatives));
    }
    let asked = due.asked.take();
    due.extensions.push(Extension {
        from: *due.due_on,
        to: new,
        reason: reason.to_string(),
        asked_on: asked.map_or(acting.on, |asked| asked.on),
        decided_on: acting.on,
        decided_by: acting.name.clone(),
        signer: Some(acting.signer()),
        // What another post decided on paper before the date is not late because it was recorded after it.
        late: due.due_on.is_some_and(|from| from < acting.decided_on()),
    });
    *due.original = due.original.or(*due.due_on).or(Some(new));
    *due.due_on = Some(new);
    Ok(())
}

/// Asks for more time, before the date passes.
pub(super) fn ask(
    case: &mut Case,
    action: Option<ActionId>,
    new: NaiveDate,
    reason: &str,
    acting: &Acting,
    today: NaiveDate,
) -> Result<(), RuleError> {
    let registered_on = case.registered_on;
    let due = due(case, action)?;
    check_new(registered_on, *due.due_on, new, today)?;
    if due.due_on.is_some_and(|due_on| due_on < acting.decided_on()) {
        return Err(RuleError::refused(Rule::ExtensionAfterDate));
    }
    *due.asked = Some(ExtensionRequest {
        to: new,
        reason: reason.to_string(),
        on: acting.on,
        by: acting.name.clone(),
        signer: Some(acting.signer()),
    });
    Ok(())
}

/// Refuses what was asked for: of that action, else of the first that asks, else of the case itself.
pub(super) fn refuse(case: &mut Case, action: Option<ActionId>) -> Result<(), RuleError> {
    let asking = case
        .actions
        .iter_mut()
        .find(|other| action.map_or(other.asked.is_some(), |id| other.id == id))
        .map(|action| &mut action.asked);
    let asked = match (asking, action) {
        (Some(asked), _) => asked,
        (None, None) => &mut case.target_asked,
        (None, Some(_)) => return Err(RuleError::NotFound { what: "action" }),
    };
    asked.take().map(drop).ok_or(RuleError::refused(Rule::NoExtensionAsked))
}
