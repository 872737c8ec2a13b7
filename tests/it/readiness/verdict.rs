//! The verdict and the score: what a single check does to them.

use capa_core::domain::action_programme::ActionProgramme;
use capa_core::domain::audit::TeamMember;
use capa_core::domain::case::CaseStatus;
use capa_core::domain::complaint::Complaint;
use capa_core::domain::confirmation::CheckResult::{self, Fail, Ok, Unanswered, Warning};
use capa_core::domain::confirmation::{Confirmed, OwnCheck, Verdict};
use capa_core::domain::ids::OwnCheckId;
use capa_core::domain::objective::Objective;
use capa_core::domain::readiness::{CATALOGUE, Ground, evaluate, first_things};
use capa_core::domain::review::Review;
use capa_core::domain::shelf::Shelved;
use capa_core::domain::survey::Survey;
use uuid::Uuid;

use super::ready::ready;
use super::world::{Desk, TODAY, day, decided, post, process};

/// The office is not ready while one of these fails or is unanswered: the sheet of the field, section 3.4.
const BLOCKING: [&str; 16] = [
    "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R17", "R19", "R21",
    "R34",
];

/// What puts one check alone out of order.
type Break = (&'static str, CheckResult, fn(&mut Desk));

/// A later answer, which holds instead of the earlier one.
fn answered(desk: &mut Desk, check: &str, answer: Confirmed) {
    desk.answer_with(check, answer, |given| given.on = day(TODAY));
}

const BREAKS: [Break; 34] = [
    ("R01", Fail, |d| d.edit_audit(1, |audit| audit.findings_in_report = Some(4))),
    ("R02", Fail, |d| d.edit("DK/1/2014", |case| case.correction.what.clear())),
    ("R03", Fail, |d| d.edit("DK/9/2014", |case| case.external.as_mut().unwrap().accepted_on = None)),
    ("R04", Fail, |d| d.edit("DK/1/2014", |case| case.status = CaseStatus::ClosedNoAction)),
    ("R05", Fail, |d| {
        d.edit("DK/1/2014", |case| case.external.as_mut().unwrap().answer_sent_on = Some(day("2014-03-01")));
    }),
    ("R06", Fail, |d| {
        d.edit("DS/1/2014", |case| {
            case.expected_effect.clear();
            case.cause.root.clear();
        });
    }),
    ("R07", Fail, |d| d.edit("DZ/1/2014", |case| case.actions[0].due_on = Some(day("2015-01-11")))),
    ("R08", Fail, |d| d.edit("DZ/1/2014", |case| case.actions[0].owner = None)),
    ("R09", Fail, |d| d.edit("DK/4/2014", |case| case.cause.method = None)),
    ("R10", Fail, |d| d.edit("DK/7/2014", |case| case.actions[0].evidence.clear())),
    ("R11", Fail, |d| d.edit("DK/3/2014", |case| case.effectiveness.due_on = Some(day("2015-01-11")))),
    ("R12", Fail, |d| d.edit("DK/7/2014", |case| case.links.clear())),
    ("R13", Fail, |d| d.edit("DK/4/2014", |case| case.clause_2008 = Some("4.2.3".into()))),
    ("R14", Warning, |d| d.edit("DZ/1/2014", |case| case.registered_on = Some(day("2014-01-28")))),
    ("R15", Warning, |d| d.edit("DK/7/2014", |case| case.effectiveness.by_owner = true)),
    ("R16", Fail, |d| d.edit("DZ/1/2014", |case| case.number = Some("DZ/2/2014".into()))),
    ("R17", Fail, |d| d.edit("DK/2/2014", |case| case.actions[0].extensions[0].reason.clear())),
    ("R18", Fail, |d| d.edit_audit(3, |audit| audit.processes = vec![process(1)])),
    ("R19", Fail, |d| d.edit_audit(3, |audit| audit.findings_in_report = Some(2))),
    ("R20", Fail, |d| {
        d.edit_audit(3, |audit| audit.team = vec![TeamMember { post: post(1), processes: vec![] }]);
    }),
    ("R21", Fail, |d| d.edit_shelved(|review: &mut Review| review.on = day("2014-01-11"))),
    ("R22", Fail, |d| d.edit_shelved(|review: &mut Review| review.inputs.clear())),
    ("R23", Fail, |d| d.edit_shelved(|complaint: &mut Complaint| complaint.case = None)),
    ("R24", Fail, |d| {
        d.edit_shelved(|complaint: &mut Complaint| complaint.answered_on = Some(day("2014-12-04")));
    }),
    ("R25", Fail, |d| d.edit_shelved(|survey: &mut Survey| survey.cases.clear())),
    ("R26", Warning, |d| d.edit_shelved(|objective: &mut Objective| objective.case = None)),
    ("R27", Unanswered, |d| {
        d.answer_with("R27", Confirmed::Yes, |given| {
            (given.on, given.processes) = (day(TODAY), vec![process(1)]);
        });
    }),
    ("R28", Fail, |d| d.clear::<ActionProgramme>()),
    ("R29", Fail, |d| answered(d, "R29", Confirmed::No)),
    ("R30", Warning, |d| answered(d, "R30", Confirmed::Partly)),
    ("R31", Fail, |d| answered(d, "R31", Confirmed::No)),
    ("R32", Fail, |d| answered(d, "R32", Confirmed::No)),
    ("R33", Fail, |d| answered(d, "R33", Confirmed::No)),
    ("R34", Fail, |d| {
        d.edit_audit(2, |audit| (audit.starts_on, audit.ends_on) = (day("2016-01-01"), day("2016-01-01")));
    }),
];

/// Verdict, score, and the checks that are not in order, the most pressing first.
fn asked(desk: &Desk) -> (Verdict, u32, Vec<(String, CheckResult)>) {
    let book = desk.book();
    let readiness = evaluate(&Ground::of(&book, day(TODAY)));
    let first = first_things(&readiness);
    let open = first.iter().map(|checked| (checked.id.clone(), checked.outcome.result)).collect();
    (readiness.verdict, readiness.score, open)
}

#[test]
fn an_office_in_order_is_ready() {
    let book = ready().book();
    let readiness = evaluate(&Ground::of(&book, day(TODAY)));
    let results: Vec<_> =
        readiness.checks.iter().map(|checked| (checked.id.as_str(), checked.outcome.result)).collect();
    let expected: Vec<_> = CATALOGUE.iter().map(|check| (check.id, Ok)).collect();
    assert_eq!(results, expected);
    assert_eq!((readiness.verdict, readiness.score), (Verdict::Ready, 100));
}

#[test]
fn the_blocking_checks_are_those_of_the_sheet() {
    let blocking: Vec<&str> = CATALOGUE.iter().filter(|check| check.blocking).map(|check| check.id).collect();
    assert_eq!(blocking, BLOCKING);
}

#[test]
fn one_check_out_of_order_decides_the_verdict() {
    let broken: Vec<&str> = BREAKS.iter().map(|(check, ..)| *check).collect();
    let catalogue: Vec<&str> = CATALOGUE.iter().map(|check| check.id).collect();
    assert_eq!(broken, catalogue);
    for (check, result, change) in BREAKS {
        let mut desk = ready();
        change(&mut desk);
        let (verdict, score, open) = asked(&desk);
        assert_eq!(open, [(check.to_string(), result)], "{check}");
        // 33 of 34 are in order; a warning counts by half. Not ready is shown below 90.
        let expected = match result {
            _ if BLOCKING.contains(&check) => (Verdict::NotReady, 89),
            Warning => (Verdict::ReadyWithRemarks, 98),
            _ => (Verdict::ReadyWithRemarks, 97),
        };
        assert_eq!((verdict, score), expected, "{check}");
    }
}

#[test]
fn one_open_finding_of_the_last_external_audit_keeps_the_score_below_ready() {
    let mut desk = ready();
    desk.edit("DS/1/2014", |case| {
        case.status = CaseStatus::InProgress;
        case.plan_approval = Some(decided("2014-03-10"));
    });
    assert_eq!(asked(&desk), (Verdict::Ready, 89, vec![]));
    desk.edit("DS/1/2014", |case| case.status = CaseStatus::ClosedEffective);
    assert_eq!(asked(&desk), (Verdict::Ready, 100, vec![]));
}

#[test]
fn checks_that_do_not_apply_are_left_out_of_the_score() {
    let mut desk = ready();
    desk.clear::<Complaint>();
    answered(&mut desk, "R30", Confirmed::Partly);
    // 31 in order and one by half, of 32.
    assert_eq!(asked(&desk), (Verdict::ReadyWithRemarks, 98, vec![("R30".into(), Warning)]));
    for check in ["R29", "R32", "R33"] {
        answered(&mut desk, check, Confirmed::No);
    }
    let (verdict, score, _) = asked(&desk);
    // 28 and a half, of 32.
    assert_eq!((verdict, score), (Verdict::ReadyWithRemarks, 89));
}

fn own(desk: &mut Desk, code: &str, blocking: bool, retired: bool) {
    let own = OwnCheck {
        id: OwnCheckId(Uuid::from_u128(0xA00 + u128::from(blocking))),
        code: code.into(),
        letter: "f".into(),
        question: "Question".into(),
        clause_2008: String::new(),
        clause_2015: String::new(),
        blocking,
        retired,
    };
    desk.put(own.into_record());
}

#[test]
fn own_checks_weigh_like_those_of_the_field() {
    let mut desk = ready();
    own(&mut desk, "U01", false, false);
    let unanswered = |code: &str| (code.to_string(), Unanswered);
    assert_eq!(asked(&desk), (Verdict::ReadyWithRemarks, 97, vec![unanswered("U01")]));
    own(&mut desk, "U02", true, false);
    assert_eq!(asked(&desk), (Verdict::NotReady, 89, vec![unanswered("U02"), unanswered("U01")]));
    desk.answer("U01", Confirmed::Yes);
    desk.answer("U02", Confirmed::NotApplicable);
    assert_eq!(asked(&desk), (Verdict::Ready, 100, vec![]));
}

#[test]
fn a_retired_own_check_is_asked_no_more() {
    let mut desk = ready();
    own(&mut desk, "U01", true, true);
    assert_eq!(asked(&desk), (Verdict::Ready, 100, vec![]));
}

#[test]
fn what_blocks_comes_first_then_what_fails_then_what_warns() {
    let mut desk = ready();
    for wanted in ["R13", "R26", "R27", "R34", "R07"] {
        let (.., change) = BREAKS.iter().find(|(check, ..)| *check == wanted).unwrap();
        change(&mut desk);
    }
    desk.clear::<Review>();
    let (.., open) = asked(&desk);
    let ids: Vec<&str> = open.iter().map(|(check, _)| check.as_str()).collect();
    assert_eq!(ids, ["R07", "R34", "R21", "R13", "R26", "R27"]);
}
