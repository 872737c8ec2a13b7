//! What recurs, and what is prevented.

use chrono::Months;

use super::super::ground::months_before;
use super::super::{Ground, Outcome, Reason, Why};
use super::{Found, worst};
use crate::domain::case::{Case, CaseKind};
use crate::domain::certificate::Edition;
use crate::domain::confirmation::CheckResult::{self, Fail, Ok, Warning};
use crate::domain::confirmation::{Confirmation, Confirmed};

/// How far apart, in months, two nonconformities are still a recurrence.
const APART_MONTHS: u32 = 12;

/// The earlier one and the later one.
type Pair<'a> = (&'a Case, &'a Case);

/// Recurring nonconformities are linked or explained.
pub fn r13(ground: &Ground<'_>) -> Outcome {
    let compared: Vec<&Case> = ground.standing().filter(|case| case.kind == CaseKind::Corrective).collect();
    let pairs = pairs(ground, &compared);
    let explanation = ground.confirmation("R13").filter(|given| given.answer != Confirmed::No);
    let stands = |pair: &Pair<'_>| match explanation {
        _ if is_linked(*pair) => Why::RecurrenceLinked,
        Some(given) if explains(given, *pair) => Why::RecurrenceExplained,
        Some(_) | None => Why::RecurrenceUnexplained,
    };
    let of = |result: CheckResult, why: Why| -> Option<Found> {
        let own: Vec<Pair<'_>> = pairs.iter().filter(|pair| stands(pair) == why).copied().collect();
        let names = own.iter().map(|(earlier, later)| format!("{} + {}", name(earlier), name(later)));
        let cases = own.iter().flat_map(|(earlier, later)| [*earlier, *later]);
        (!own.is_empty()).then(|| (result, Reason::of(why).count(own.len()).names(names).cases(cases)))
    };
    let explained = of(Warning, Why::RecurrenceExplained).zip(explanation);
    let found = [
        of(Fail, Why::RecurrenceUnexplained),
        of(Warning, Why::RecurrenceLinked),
        explained.map(|((result, reason), given)| (result, reason.on(given.on))),
    ];
    worst(found, || Outcome::of(Ok, Reason::of(Why::NoRecurrence).cases(compared.iter().copied())))
}

fn name(case: &Case) -> String {
    case.number.clone().unwrap_or_else(|| case.title.clone())
}

fn pairs<'a>(ground: &Ground<'a>, compared: &[&'a Case]) -> Vec<Pair<'a>> {
    let since = months_before(ground.from, APART_MONTHS);
    let edition = ground.edition();
    let mut found = Vec::new();
    for (place, later) in compared.iter().enumerate() {
        if later.registered_on.is_none_or(|on| on < since) {
            continue;
        }
        let earlier = compared.iter().take(place).filter(|earlier| recurs(earlier, later, edition));
        found.extend(earlier.map(|earlier| (*earlier, *later)));
    }
    found
}

fn recurs(earlier: &Case, later: &Case, edition: Edition) -> bool {
    let close = earlier.registered_on.zip(later.registered_on).is_some_and(|(first, second)| {
        first.checked_add_months(Months::new(APART_MONTHS)).is_some_and(|last| second <= last)
    });
    close
        && earlier.process.is_some()
        && earlier.process == later.process
        && same_clause(earlier, later, edition)
}

/// By the office's edition; by the other one only where a case names no clause of it, so that the numbers of two
/// editions are never compared.
fn same_clause(one: &Case, other: &Case, edition: Edition) -> bool {
    let of_2008 = (&one.clause_2008, &other.clause_2008);
    let of_2015 = (&one.clause_2015, &other.clause_2015);
    let ((own, own_other), (old, old_other)) = match edition {
        Edition::Iso2008 => (of_2008, of_2015),
        Edition::Iso2015 => (of_2015, of_2008),
    };
    match (own, own_other) {
        (Some(first), Some(second)) => first == second,
        (Some(_) | None, Some(_) | None) => old.is_some() && old == old_other,
    }
}

fn is_linked((one, other): Pair<'_>) -> bool {
    let to = |from: &Case, target: &Case| from.links.iter().any(|link| link.to == target.id);
    to(one, other) || to(other, one)
}

fn explains(given: &Confirmation, (one, other): Pair<'_>) -> bool {
    given.cases.contains(&one.id) && given.cases.contains(&other.id)
}

/// Preventive actions were considered in the period.
pub fn r14(ground: &Ground<'_>) -> Outcome {
    let preventive = ground
        .standing()
        .filter(|case| case.kind == CaseKind::Preventive && ground.in_period(case.registered_on));
    let preventive: Vec<&Case> = preventive.collect();
    if !preventive.is_empty() {
        return Outcome::of(Ok, Reason::of(Why::PreventiveRegistered).cases(preventive));
    }
    let none = Reason::of(Why::NoPreventive);
    match ground.confirmation("R14") {
        Some(_) => ground.confirmed_by("R14", none),
        None => Outcome::of(Warning, none),
    }
}
