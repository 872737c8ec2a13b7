//! What depends on what: a single field of a case changes exactly the checks that read it.

use capa_core::domain::case::{Case, CaseKind, CaseStatus, Grade, Source};
use capa_core::domain::confirmation::CheckResult;
use capa_core::domain::readiness::{Ground, Reason, evaluate};

use super::ready::ready;
use super::world::{Desk, TODAY, audit_id, day};

/// The case, what is changed, and the checks whose result or reasons change.
type Change = (&'static str, &'static str, fn(&mut Case), &'static [&'static str]);

const CHANGES: &[Change] = &[
    ("DK/2/2014", "title", |case| case.title = "Another".into(), &[]),
    ("DK/2/2014", "remarks", |case| case.remarks = "Another".into(), &[]),
    ("DK/2/2014", "requirement", |case| case.finding.requirement = "Another".into(), &[]),
    ("DZ/1/2014", "due date", |case| case.actions[0].due_on = Some(day("2015-01-11")), &["R07"]),
    ("DK/2/2014", "due date", |case| case.actions[0].due_on = Some(day("2015-01-11")), &["R07", "R19"]),
    ("DK/2/2014", "owner of the action", |case| case.actions[0].owner = None, &["R08"]),
    ("DK/2/2014", "owner of the case", |case| case.owner = None, &[]),
    ("DK/1/2014", "evidence", |case| case.actions[0].evidence.clear(), &["R05", "R10"]),
    ("DK/1/2014", "root cause", |case| case.cause.root.clear(), &["R02", "R09"]),
    ("DK/8/2014", "root cause", |case| case.cause.root.clear(), &["R09"]),
    ("DK/1/2014", "correction", |case| case.correction.what.clear(), &["R02"]),
    ("DK/8/2014", "correction", |case| case.correction.what.clear(), &[]),
    (
        "DS/1/2014",
        "expected effect, while the cause still says why",
        |case| case.expected_effect.clear(),
        &[],
    ),
    ("DK/9/2014", "acceptance", |case| case.external.as_mut().unwrap().accepted_on = None, &["R03"]),
    ("DK/1/2014", "acceptance of a minor", |case| case.external.as_mut().unwrap().accepted_on = None, &[]),
    ("DK/1/2014", "answer", |case| case.external.as_mut().unwrap().answer_sent_on = None, &["R05"]),
    ("DK/1/2014", "audit, known by its date", |case| case.external.as_mut().unwrap().audit = None, &[]),
    (
        "DK/9/2014",
        "audit",
        |case| case.external.as_mut().unwrap().audit = Some(audit_id(3)),
        &["R01", "R02", "R05"],
    ),
    ("DK/1/2014", "grade", |case| case.grade = Some(Grade::Observation), &["R02", "R04", "R06", "R09"]),
    ("DK/1/2014", "state", |case| case.status = CaseStatus::InProgress, &["R04", "R07"]),
    ("DK/7/2014", "links", |case| case.links.clear(), &["R12"]),
    ("DK/2/2014", "extensions", |case| case.actions[0].extensions.clear(), &["R17"]),
    ("DK/4/2014", "clause", |case| case.clause_2008 = Some("4.2.3".into()), &["R13"]),
    ("DK/4/2014", "clause of the other edition", |case| case.clause_2015 = Some("7.5.3".into()), &[]),
    ("DK/3/2014", "review date", |case| case.effectiveness.due_on = Some(day("2015-01-11")), &["R11"]),
    ("DK/7/2014", "judge", |case| case.effectiveness.by_owner = true, &["R15"]),
    ("DK/7/2014", "closing day", |case| case.closure.as_mut().unwrap().on = day("2014-01-28"), &["R28"]),
    ("DZ/1/2014", "kind", |case| case.kind = CaseKind::Improvement, &["R14"]),
    ("DZ/1/2014", "day of registration", |case| case.registered_on = Some(day("2014-01-28")), &["R14"]),
    ("DZ/1/2014", "number", |case| case.number = Some("DZ/3/2014".into()), &["R16"]),
    ("DK/8/2014", "source", |case| case.source = Some(Source::NcService), &["R30"]),
    ("DK/4/2014", "source", |case| case.source = Some(Source::SelfCheck), &["R25"]),
    ("DK/5/2014", "source", |case| case.source = Some(Source::SelfCheck), &["R22"]),
    ("DK/6/2014", "source, while the objective names it", |case| case.source = None, &[]),
    ("DK/3/2014", "training", |case| case.actions[0].training = false, &["R31"]),
    (
        "DK/3/2014",
        "cancelled without a reason",
        |case| case.status = CaseStatus::Cancelled,
        &["R07", "R08", "R09", "R10", "R13", "R16", "R23", "R28", "R31"],
    ),
];

/// Each check with its result and its reasons; the order of cases says nothing.
fn outcomes(desk: &Desk) -> Vec<(String, CheckResult, Vec<Reason>)> {
    let book = desk.book();
    let readiness = evaluate(&Ground::of(&book, day(TODAY)));
    let told = readiness.checks.into_iter().map(|checked| {
        let mut reasons = checked.outcome.reasons;
        reasons.iter_mut().for_each(|reason| reason.cases.sort_unstable());
        (checked.id, checked.outcome.result, reasons)
    });
    told.collect()
}

#[test]
fn a_field_of_a_case_changes_exactly_the_checks_that_read_it() {
    let before = outcomes(&ready());
    for (number, what, change, expected) in CHANGES {
        let mut desk = ready();
        desk.edit(number, change);
        let after = outcomes(&desk);
        let changed: Vec<&str> = before
            .iter()
            .zip(&after)
            .filter(|(old, new)| old != new)
            .map(|(old, _)| old.0.as_str())
            .collect();
        assert_eq!(changed, *expected, "{number}: {what}");
    }
}

#[test]
fn the_same_book_says_the_same_twice() {
    assert_eq!(outcomes(&ready()), outcomes(&ready()));
}
