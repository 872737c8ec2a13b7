//! Actions: due, assigned, proven, moved.

use super::super::{Ground, Outcome, Reason, Why};
use super::{Found, blank, not_applicable, of_actions, worst};
use crate::domain::action::{Action, Extension};
use crate::domain::case::{Case, CaseStatus};
use crate::domain::confirmation::CheckResult::{Fail, Ok, Warning};
use crate::domain::due_date::times_extended;

/// No open action is past its due date in force.
pub fn r07(ground: &Ground<'_>) -> Outcome {
    let open: Vec<&Case> = ground.standing().filter(|case| !case.status.is_closed()).collect();
    let overdue = open.iter().copied().filter(|case| case.is_overdue(ground.today));
    worst([overdue_since(Why::Overdue, overdue)], || {
        Outcome::of(Ok, Reason::of(Why::NothingOverdue).cases(open.iter().copied()))
    })
}

/// Overdue cases with the oldest date that was missed.
pub(super) fn overdue_since<'a>(why: Why, overdue: impl Iterator<Item = &'a Case>) -> Option<Found> {
    let overdue: Vec<&Case> = overdue.collect();
    let since = overdue.iter().filter_map(|case| case.due_on()).min()?;
    Some((Fail, Reason::of(why).on(since).cases(overdue)))
}

type Actions<'a> = Vec<(&'a Case, &'a Action)>;

/// Every action has an owner and a due date. What an old register never told of closed cases is only worth knowing.
pub fn r08(ground: &Ground<'_>) -> Outcome {
    let all: Actions<'_> = ground.actions().collect();
    if all.is_empty() {
        return not_applicable(Why::NoActions);
    }
    let (old, own): (Actions<'_>, Actions<'_>) =
        all.iter().partition(|(case, _)| case.status == CaseStatus::ClosedImported);
    let either = lacking(&old, |action| action.owner.is_none() || action.due_on.is_none());
    let found = [
        of_actions(Fail, Why::ActionsWithoutOwner, &lacking(&own, |action| action.owner.is_none())),
        of_actions(Fail, Why::ActionsWithoutDueDate, &lacking(&own, |action| action.due_on.is_none())),
        of_actions(Warning, Why::ImportedActionsIncomplete, &either),
    ];
    worst(found, || in_order(Why::ActionsAssigned, &all))
}

fn lacking<'a>(actions: &Actions<'a>, lacks: fn(&Action) -> bool) -> Actions<'a> {
    actions.iter().filter(|(_, action)| lacks(action)).copied().collect()
}

fn in_order(why: Why, actions: &[(&Case, &Action)]) -> Outcome {
    Outcome::of(Ok, Reason::of(why).count(actions.len()).cases(actions.iter().map(|(case, _)| *case)))
}

/// Each done action has objective evidence.
pub fn r10(ground: &Ground<'_>) -> Outcome {
    let done: Actions<'_> = ground
        .actions()
        .filter(|(case, _)| case.status != CaseStatus::ClosedImported)
        .filter(|(_, action)| ground.has_come(action.done_on))
        .collect();
    if done.is_empty() {
        return not_applicable(Why::NothingDone);
    }
    worst([of_actions(Fail, Why::DoneUnproven, &unproven(&done))], || in_order(Why::DoneProven, &done))
}

fn unproven<'a>(done: &Actions<'a>) -> Actions<'a> {
    lacking(done, |action| action.standing_evidence().next().is_none())
}

/// Every change of a due date has a reason and an approval, and none was moved time and again.
pub fn r17(ground: &Ground<'_>) -> Outcome {
    let dates: Vec<(&Case, &[Extension])> = ground
        .standing()
        .flat_map(|case| {
            let of_actions = case.actions.iter().map(|action| action.extensions.as_slice());
            std::iter::once(case.target_extensions.as_slice())
                .chain(of_actions)
                .map(move |extensions| (case, extensions))
        })
        .filter(|(_, extensions)| !extensions.is_empty())
        .collect();
    if dates.is_empty() {
        return not_applicable(Why::NoExtensions);
    }
    let lacking = |why, lacks: fn(&Extension) -> bool| {
        let found = dates.iter().map(|(case, moved)| (*case, moved.iter().filter(|it| lacks(it)).count()));
        counted(why, found)
    };
    let often = |moved: &[Extension]| usize::from(times_extended(moved) > OFTEN);
    let often = counted(Why::ExtendedOften, dates.iter().map(|(case, moved)| (*case, often(moved))));
    let found = [
        lacking(Why::ExtensionsUnreasoned, |it| blank(&it.reason)).map(|reason| (Fail, reason)),
        lacking(Why::ExtensionsUnapproved, |it| blank(&it.decided_by)).map(|reason| (Fail, reason)),
        often.map(|reason| (Warning, reason)),
    ];
    worst(found, || {
        let all = dates.iter().map(|(case, moved)| (*case, moved.len()));
        Outcome::of(Ok, counted(Why::ExtensionsApproved, all).unwrap_or(Reason::of(Why::ExtensionsApproved)))
    })
}

/// More extensions of a date than this are worth a word.
const OFTEN: usize = 2;

/// The cases of which something was counted, with its sum.
fn counted<'a>(why: Why, found: impl Iterator<Item = (&'a Case, usize)>) -> Option<Reason> {
    let found: Vec<(&Case, usize)> = found.filter(|(_, count)| *count > 0).collect();
    let sum = found.iter().map(|(_, count)| count).sum();
    (!found.is_empty()).then(|| Reason::of(why).count(sum).cases(found.iter().map(|(case, _)| *case)))
}

/// Trainings of the period were held, with evidence; people confirm that they were assessed.
pub fn r31(ground: &Ground<'_>) -> Outcome {
    let trainings: Actions<'_> = ground
        .actions()
        .filter(|(_, action)| action.training)
        .filter(|(_, action)| ground.in_period(action.done_on) || ground.in_period(action.due_on))
        .collect();
    if trainings.is_empty() {
        return not_applicable(Why::NoTraining);
    }
    let held: Actions<'_> =
        trainings.iter().filter(|(_, action)| ground.has_come(action.done_on)).copied().collect();
    worst([of_actions(Fail, Why::TrainingUnproven, &unproven(&held))], || {
        let figure = Reason::of(Why::Trainings).count(held.len()).of_all(trainings.len());
        ground.confirmed_by("R31", figure.cases(trainings.iter().map(|(case, _)| *case)))
    })
}
