//! The register itself: its numbers and what was cancelled.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Ground, Outcome, Reason, Why};
use super::{Found, blank, not_applicable, of_cases, worst};
use crate::domain::book::{department_code, template};
use crate::domain::case::{Case, CaseKind, CaseStatus};
use crate::domain::confirmation::CheckResult::{Fail, Ok};
use crate::domain::number::{self, NumberParts, NumberTemplate};

/// Numbers run without gaps and duplicates, and cancelled cases have a reason.
pub fn r16(ground: &Ground<'_>) -> Outcome {
    if ground.cases.is_empty() {
        return not_applicable(Why::RegisterEmpty);
    }
    let unreasoned = |case: &&Case| {
        case.status == CaseStatus::Cancelled && case.closure.as_ref().is_none_or(|it| blank(&it.note))
    };
    let cancelled: Vec<&Case> = ground.cases.iter().copied().filter(unreasoned).collect();
    let found = [missing(ground), repeated(ground), of_cases(Fail, Why::CancelledWithoutReason, &cancelled)];
    worst(found, || Outcome::of(Ok, Reason::of(Why::RegisterComplete).cases(ground.cases.iter().copied())))
}

/// What counts for itself: a kind in a year, of a unit where the template has its symbol.
type Series = (CaseKind, i32, String);

/// The numbers of a series.
#[derive(Default)]
struct Numbers {
    /// Used by any record of the book.
    used: BTreeSet<u32>,
    /// The highest that came with an old register, whose gaps nobody here answers for.
    imported: u32,
    /// The highest on the day that is asked about.
    highest: u32,
}

fn series(ground: &Ground<'_>, template: &NumberTemplate) -> BTreeMap<Series, Numbers> {
    let mut all: BTreeMap<Series, Numbers> = BTreeMap::new();
    let on_the_day: BTreeSet<_> = ground.cases.iter().map(|case| case.id).collect();
    for case in ground.book.cases() {
        let read = case.number.as_deref().and_then(|text| number::read(template, text));
        let Some((running, year)) = read else { continue };
        let unit = match template.counts_per_department() {
            true => department_code(ground.book, case.department),
            false => String::new(),
        };
        let numbers = all.entry((case.kind, year, unit)).or_default();
        numbers.used.insert(running);
        if case.imported.is_some() {
            numbers.imported = numbers.imported.max(running);
        }
        if on_the_day.contains(&case.id) {
            numbers.highest = numbers.highest.max(running);
        }
    }
    all
}

/// So many missing numbers are named.
const NAMED: usize = 20;

fn missing(ground: &Ground<'_>) -> Option<Found> {
    let template = template(ground.book);
    let (mut count, mut names) = (0, Vec::new());
    for ((kind, year, department), numbers) in series(ground, &template) {
        let asked = numbers.imported.saturating_add(1)..=numbers.highest;
        let all = usize::try_from(numbers.highest.saturating_sub(numbers.imported)).unwrap_or(usize::MAX);
        if all > 0 {
            count += all - numbers.used.range(asked.clone()).count();
        }
        let open = asked.filter(|running| !numbers.used.contains(running));
        let parts = |running| NumberParts { kind, running, year, department: department.clone() };
        names.extend(
            open.take(NAMED - names.len().min(NAMED)).map(|running| template.format(&parts(running))),
        );
    }
    (count > 0).then(|| (Fail, Reason::of(Why::NumbersMissing).count(count).names(names)))
}

fn repeated(ground: &Ground<'_>) -> Option<Found> {
    let mut by_number: BTreeMap<String, Vec<&Case>> = BTreeMap::new();
    for case in &ground.cases {
        if let Some(text) = case.number.as_deref() {
            by_number.entry(number::normal(text)).or_default().push(case);
        }
    }
    by_number.retain(|_, cases| cases.len() > 1);
    let cases = by_number.values().flatten().copied();
    let reason = Reason::of(Why::NumbersRepeated).count(by_number.len()).cases(cases);
    let names: Vec<String> = by_number.keys().cloned().collect();
    (!names.is_empty()).then(|| (Fail, reason.names(names)))
}
