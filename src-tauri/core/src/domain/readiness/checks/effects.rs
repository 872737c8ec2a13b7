//! Causes found, effectiveness judged.

use super::super::{Ground, Outcome, Reason, Why};
use super::{blank, not_applicable, of_cases, worst};
use crate::calendar::Period;
use crate::domain::book::{computed_date, deadlines};
use crate::domain::case::{Case, CaseKind, CaseStatus, Grade};
use crate::domain::confirmation::CheckResult::{Fail, Ok, Warning};
use crate::domain::facts::{Late, late};

/// Each nonconformity has a root cause with its method, or an approved decision not to act; none is asked before
/// its analysis is due.
pub fn r09(ground: &Ground<'_>) -> Outcome {
    let asked: Vec<&Case> = ground
        .known()
        .filter(|case| case.kind == CaseKind::Corrective)
        .filter(|case| !matches!(case.grade, Some(Grade::Observation | Grade::Ofi)))
        .filter(|case| analysis_is_due(ground, case))
        .collect();
    if asked.is_empty() {
        return not_applicable(Why::NothingToExplain);
    }
    let of = |why| {
        let cases: Vec<&Case> = asked.iter().copied().filter(|case| explained(case) == why).collect();
        of_cases(Fail, why, &cases)
    };
    let found = [of(Why::RootCauseMissing), of(Why::CauseMethodMissing), of(Why::NoActionUnapproved)];
    worst(found, || Outcome::of(Ok, Reason::of(Why::CausesFound).cases(asked.iter().copied())))
}

/// The day itself is still on time.
fn analysis_is_due(ground: &Ground<'_>, case: &Case) -> bool {
    let days = Period::Days(deadlines(ground.book).plan_days);
    let computed = || case.registered_on.and_then(|on| computed_date(ground.book, on, days));
    case.plan_due_on.or_else(computed).is_none_or(|due| due < ground.today)
}

fn explained(case: &Case) -> Why {
    let root = !blank(&case.cause.root);
    let decided =
        case.no_action.as_ref().map(|it| !blank(&it.reason) && !blank(&it.approved_by)).unwrap_or(false);
    match (decided, root, case.cause.method.is_some()) {
        (true, _, _) | (_, true, true) => Why::CausesFound,
        (false, _, _) if case.no_action.is_some() => Why::NoActionUnapproved,
        (false, false, _) => Why::RootCauseMissing,
        (false, true, false) => Why::CauseMethodMissing,
    }
}

/// Reviews of effectiveness that fell due are done.
pub fn r11(ground: &Ground<'_>) -> Outcome {
    let is_late = |case: &&Case| late(case, ground.today).contains(&Late::Review);
    let undone: Vec<&Case> = ground.standing().filter(is_late).collect();
    let since = undone.iter().filter_map(|case| case.effectiveness.due_on).min();
    let found = since.map(|since| (Fail, Reason::of(Why::ReviewsLate).on(since).cases(undone)));
    worst([found], || Outcome::of(Ok, Reason::of(Why::ReviewsDone).cases(judged(ground))))
}

fn judged<'a>(ground: &Ground<'a>) -> Vec<&'a Case> {
    let done = |case: &&Case| {
        case.effectiveness.result.is_some() && case.effectiveness.on.is_none_or(|on| on <= ground.today)
    };
    ground.known().filter(done).collect()
}

/// What was judged ineffective goes on in another case.
pub fn r12(ground: &Ground<'_>) -> Outcome {
    let failed: Vec<&Case> =
        ground.standing().filter(|case| case.status == CaseStatus::ClosedIneffective).collect();
    if failed.is_empty() {
        return not_applicable(Why::NothingIneffective);
    }
    let dropped: Vec<&Case> =
        failed.iter().copied().filter(|case| ground.follow_up(case).is_none()).collect();
    worst([of_cases(Fail, Why::IneffectiveDropped, &dropped)], || {
        let further = ground.cases_at(failed.iter().filter_map(|case| ground.follow_up(case)));
        let both = failed.iter().copied().chain(further);
        Outcome::of(Ok, Reason::of(Why::IneffectiveFollowedUp).count(failed.len()).cases(both))
    })
}

/// Effectiveness was judged by somebody else than who carried the action out.
pub fn r15(ground: &Ground<'_>) -> Outcome {
    let judged = judged(ground);
    if judged.is_empty() {
        return not_applicable(Why::NothingJudged);
    }
    let own: Vec<&Case> = judged.iter().copied().filter(|case| judged_by_owner(case)).collect();
    worst([of_cases(Warning, Why::JudgedByOwner, &own)], || {
        Outcome::of(Ok, Reason::of(Why::JudgedByAnother).cases(judged.iter().copied()))
    })
}

fn judged_by_owner(case: &Case) -> bool {
    let posts = case.effectiveness.signer.as_ref().map(|signer| signer.posts.as_slice()).unwrap_or_default();
    let mut owners = case.actions.iter().filter(|it| it.cancelled_reason.is_none()).filter_map(|it| it.owner);
    case.effectiveness.by_owner || owners.any(|owner| posts.contains(&owner))
}
