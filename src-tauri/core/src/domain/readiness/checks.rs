//! The rules of the checks, one small function each, by what they look at.

mod actions;
mod certificate;
mod customers;
mod effects;
mod external;
mod internal;
mod monitored;
mod objectives;
mod people;
mod recurring;
mod register;
mod reviews;

pub use actions::{r07, r08, r10, r17, r31};
pub use certificate::r34;
pub use customers::{r23, r24, r25, r30};
pub use effects::{r09, r11, r12, r15};
pub use external::{r01, r02, r03, r04, r05, r06};
pub use internal::{r18, r19, r20};
pub use monitored::r28;
pub use objectives::{r26, r27};
pub use people::{r29, r32, r33};
pub use recurring::{r13, r14};
pub use register::r16;
pub use reviews::{r21, r22};

use super::{Outcome, Reason, Why};
use crate::domain::action::Action;
use crate::domain::case::Case;
use crate::domain::confirmation::CheckResult;

/// A reason with the result that it asks for.
type Found = (CheckResult, Reason);

/// The worst result that was found, with every reason, the worst first; otherwise what holds when nothing was found.
fn worst(found: impl IntoIterator<Item = Option<Found>>, otherwise: impl FnOnce() -> Outcome) -> Outcome {
    let mut found: Vec<Found> = found.into_iter().flatten().collect();
    found.sort_by_key(|(result, _)| weight(*result));
    match found.first().map(|(result, _)| *result) {
        None => otherwise(),
        Some(result) => Outcome { result, reasons: found.into_iter().map(|(_, reason)| reason).collect() },
    }
}

/// The lower, the worse.
fn weight(result: CheckResult) -> u8 {
    match result {
        CheckResult::Fail => 0,
        CheckResult::Unanswered => 1,
        CheckResult::Warning => 2,
        CheckResult::Ok => 3,
        CheckResult::NotApplicable => 4,
    }
}

/// The cases behind a result, where there are any.
fn of_cases(result: CheckResult, why: Why, cases: &[&Case]) -> Option<Found> {
    (!cases.is_empty()).then(|| (result, Reason::of(why).cases(cases.iter().copied())))
}

/// The actions behind a result, where there are any, told by their cases.
fn of_actions(result: CheckResult, why: Why, actions: &[(&Case, &Action)]) -> Option<Found> {
    (!actions.is_empty()).then(|| {
        let cases = actions.iter().map(|(case, _)| *case);
        (result, Reason::of(why).count(actions.len()).cases(cases))
    })
}

/// Nothing there that the check could ask about.
fn not_applicable(why: Why) -> Outcome {
    Outcome::of(CheckResult::NotApplicable, Reason::of(why))
}

/// Whether nobody wrote anything.
fn blank(text: &str) -> bool {
    text.trim().is_empty()
}
