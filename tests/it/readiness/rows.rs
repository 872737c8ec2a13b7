//! What each check says of which book: every result, and every reason for it.

mod actions;
mod effects;
mod external;
mod internal;
mod others;
mod recurring;

use std::collections::{BTreeMap, BTreeSet};

use capa_core::domain::case::Case;
use capa_core::domain::confirmation::CheckResult::{self, Fail, NotApplicable, Ok, Unanswered, Warning};
use capa_core::domain::readiness::{CATALOGUE, Checked, Ground, Why, evaluate};
use capa_core::words::{Lang, readiness as words};

use super::world::{Desk, TODAY, day};

/// A book and what a check says of it.
pub struct Row {
    check: &'static str,
    name: &'static str,
    /// What makes the book out of an office with a certificate and the external audit before.
    change: fn(&mut Desk),
    result: CheckResult,
    /// The reasons in their order.
    whys: &'static [Why],
    /// The numbers of the cases behind it.
    cases: &'static [&'static str],
}

const fn row(
    check: &'static str,
    name: &'static str,
    change: fn(&mut Desk),
    result: CheckResult,
    whys: &'static [Why],
    cases: &'static [&'static str],
) -> Row {
    Row { check, name, change, result, whys, cases }
}

fn all() -> impl Iterator<Item = &'static Row> {
    [external::ROWS, actions::ROWS, effects::ROWS, recurring::ROWS, internal::ROWS]
        .into_iter()
        .flatten()
        .chain(others::rows())
}

/// Every result that a check can have.
const POSSIBLE: [(&str, &[CheckResult]); 34] = [
    ("R01", &[Ok, Warning, Fail, Unanswered]),
    ("R02", &[Ok, Fail, NotApplicable]),
    ("R03", &[Ok, Fail, NotApplicable]),
    ("R04", &[Ok, Fail, NotApplicable]),
    ("R05", &[Ok, Warning, Fail, NotApplicable]),
    ("R06", &[Ok, Fail, NotApplicable]),
    ("R07", &[Ok, Fail]),
    ("R08", &[Ok, Warning, Fail, NotApplicable]),
    ("R09", &[Ok, Fail, NotApplicable]),
    ("R10", &[Ok, Fail, NotApplicable]),
    ("R11", &[Ok, Fail]),
    ("R12", &[Ok, Fail, NotApplicable]),
    ("R13", &[Ok, Warning, Fail]),
    ("R14", &[Ok, Warning, Fail, NotApplicable]),
    ("R15", &[Ok, Warning, NotApplicable]),
    ("R16", &[Ok, Fail, NotApplicable]),
    ("R17", &[Ok, Warning, Fail, NotApplicable]),
    ("R18", &CheckResult::ALL),
    ("R19", &[Ok, Fail, NotApplicable]),
    ("R20", &CheckResult::ALL),
    ("R21", &CheckResult::ALL),
    ("R22", &CheckResult::ALL),
    ("R23", &[Ok, Fail, NotApplicable]),
    ("R24", &[Ok, Warning, Fail, NotApplicable]),
    ("R25", &CheckResult::ALL),
    ("R26", &CheckResult::ALL),
    ("R27", &CheckResult::ALL),
    ("R28", &[Ok, Warning, Fail, NotApplicable]),
    ("R29", &CheckResult::ALL),
    ("R30", &CheckResult::ALL),
    ("R31", &CheckResult::ALL),
    ("R32", &CheckResult::ALL),
    ("R33", &CheckResult::ALL),
    ("R34", &CheckResult::ALL),
];

/// Every row of a check, asked.
fn table(check: &str) {
    let mut asked = 0;
    for row in all().filter(|row| row.check == check) {
        let mut desk = Desk::certified();
        (row.change)(&mut desk);
        let book = desk.book();
        let readiness = evaluate(&Ground::of(&book, day(TODAY)));
        let found = readiness.checks.iter().find(|found| found.id == check).unwrap();
        let whys: Vec<Why> = found.outcome.reasons.iter().map(|reason| reason.why).collect();
        let numbers: Vec<String> =
            found.cases().iter().map(|id| number(&book.case(*id).unwrap().record)).collect();
        assert_eq!((found.outcome.result, &*whys), (row.result, row.whys), "{check}: {}", row.name);
        assert_eq!(numbers, row.cases, "{check}: {}", row.name);
        records_stand_behind(found, row.name);
        asked += 1;
    }
    assert!(asked > 1, "{check} has no rows");
}

fn number(case: &Case) -> String {
    case.number.clone().unwrap()
}

/// Reasons that rest on what is not there, or on no record that could be opened.
const BARE: [Why; 32] = [
    Why::Confirmed,
    Why::NotConfirmed,
    Why::NoExternalAudit,
    Why::NoExternalNonconformities,
    Why::NoExternalMajors,
    Why::NoExternalMinors,
    Why::NoAnswerOwed,
    Why::NoObservations,
    Why::NoActions,
    Why::NothingToExplain,
    Why::NothingDone,
    Why::NothingIneffective,
    Why::NoPreventive,
    Why::NothingJudged,
    Why::RegisterEmpty,
    Why::NumbersMissing,
    Why::NoExtensions,
    Why::NoInternalAudits,
    Why::NoInternalFindings,
    Why::NoReview,
    Why::NoJustifiedComplaints,
    Why::NoComplaints,
    Why::ProcessesUnconfirmed,
    Why::NoFullMonth,
    Why::MonthsMonitored,
    Why::QuartersMonitored,
    Why::MonthsUnmonitored,
    Why::NothingMonitored,
    Why::OnTimeInPeriod,
    Why::NoTraining,
    Why::NoCertificate,
    Why::NoAuditToCome,
];

/// The state of the certificate stands on its own screen, which the reason leads to.
const OF_CERTIFICATE: [Why; 6] = [
    Why::CertificateSuspended,
    Why::CertificateWithdrawn,
    Why::WindowUnknown,
    Why::AuditToPlanLater,
    Why::AuditToPlan,
    Why::AuditNotPlanned,
];

/// Every reason leads to a record, but for those that tell of none; a count of zero has none either.
fn records_stand_behind(found: &Checked<'_>, name: &str) {
    assert!(!found.outcome.reasons.is_empty(), "{}: {name}", found.id);
    for reason in &found.outcome.reasons {
        let bare = BARE.contains(&reason.why) || OF_CERTIFICATE.contains(&reason.why);
        let empty = reason.count == Some(0);
        let stands = !reason.cases.is_empty() || !reason.subjects.is_empty();
        assert!(bare || empty || stands, "{}: {name}: {:?} leads nowhere", found.id, reason.why);
        for lang in [Lang::Pl, Lang::En] {
            let said = words::reason(lang, reason);
            let gaps = ["  ", " .", " ,", "()", ": .", "{"];
            assert!(!gaps.iter().any(|gap| said.contains(gap)), "{}: {name}: {said}", found.id);
        }
    }
}

macro_rules! tables {
    ($($name:ident $check:literal),+ $(,)?) => {
        $(#[test]
        fn $name() {
            table($check);
        })+

        const TABLES: &[&str] = &[$($check),+];
    };
}

tables!(
    r01 "R01", r02 "R02", r03 "R03", r04 "R04", r05 "R05", r06 "R06", r07 "R07", r08 "R08", r09 "R09",
    r10 "R10", r11 "R11", r12 "R12", r13 "R13", r14 "R14", r15 "R15", r16 "R16", r17 "R17", r18 "R18",
    r19 "R19", r20 "R20", r21 "R21", r22 "R22", r23 "R23", r24 "R24", r25 "R25", r26 "R26", r27 "R27",
    r28 "R28", r29 "R29", r30 "R30", r31 "R31", r32 "R32", r33 "R33", r34 "R34",
);

#[test]
fn every_check_is_seen_with_every_result_it_can_have() {
    let catalogue: Vec<&str> = CATALOGUE.iter().map(|check| check.id).collect();
    let possible: Vec<&str> = POSSIBLE.iter().map(|(check, _)| *check).collect();
    assert_eq!(possible, catalogue);
    assert_eq!(TABLES, catalogue);
    let mut seen: BTreeMap<&str, BTreeSet<CheckResult>> = BTreeMap::new();
    for row in all() {
        seen.entry(row.check).or_default().insert(row.result);
    }
    for (check, results) in POSSIBLE {
        let expected: BTreeSet<CheckResult> = results.iter().copied().collect();
        assert_eq!(seen[check], expected, "{check}");
    }
}

#[test]
fn every_reason_is_seen() {
    let seen: BTreeSet<Why> = all().flat_map(|row| row.whys.iter().copied()).collect();
    let unseen: Vec<&Why> = Why::ALL.iter().filter(|why| !seen.contains(why)).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}
