//! R13, R14: what recurs, and what is prevented.

use capa_core::domain::case::{CaseStatus, LinkKind};
use capa_core::domain::confirmation::CheckResult::{Fail, NotApplicable, Ok, Warning};
use capa_core::domain::confirmation::Confirmed;
use capa_core::domain::readiness::Why;

use super::super::world::{Desk, cancelled, day, process};
use super::{Row, row};

/// Two nonconformities of the process 1 and the clause 8.2.3.
fn pair(desk: &mut Desk, first: &str, second: &str) {
    for (number, on) in [("DK/1/2014", first), ("DK/2/2014", second)] {
        desk.case(number, |case| {
            case.registered_on = Some(day(on));
            case.process = Some(process(1));
            case.clause_2008 = Some("8.2.3".into());
        });
    }
}

fn explained(desk: &mut Desk, answer: Confirmed, numbers: &[&str]) {
    let cases = numbers.iter().map(|number| desk.id_of(number)).collect();
    desk.answer_with("R13", answer, |given| given.cases = cases);
}

const BOTH: &[&str] = &["DK/1/2014", "DK/2/2014"];

pub const ROWS: &[Row] = &[
    row("R13", "empty", |_| {}, Ok, &[Why::NoRecurrence], &[]),
    row(
        "R13",
        "a year apart to the day",
        |d| pair(d, "2014-01-08", "2015-01-08"),
        Fail,
        &[Why::RecurrenceUnexplained],
        BOTH,
    ),
    row(
        "R13",
        "a year and a day apart",
        |d| pair(d, "2014-01-07", "2015-01-08"),
        Ok,
        &[Why::NoRecurrence],
        BOTH,
    ),
    row(
        "R13",
        "the later one a year before the period",
        |d| pair(d, "2012-06-01", "2013-01-29"),
        Fail,
        &[Why::RecurrenceUnexplained],
        BOTH,
    ),
    row("R13", "both long ago", |d| pair(d, "2012-06-01", "2013-01-28"), Ok, &[Why::NoRecurrence], BOTH),
    row(
        "R13",
        "another process",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            d.edit("DK/2/2014", |case| case.process = Some(process(2)));
        },
        Ok,
        &[Why::NoRecurrence],
        BOTH,
    ),
    row(
        "R13",
        "another clause",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            d.edit("DK/2/2014", |case| case.clause_2008 = Some("8.2.4".into()));
        },
        Ok,
        &[Why::NoRecurrence],
        BOTH,
    ),
    row(
        "R13",
        "the same number in the other edition is another clause",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            d.edit("DK/2/2014", |case| case.clause_2015 = case.clause_2008.take());
        },
        Ok,
        &[Why::NoRecurrence],
        BOTH,
    ),
    row(
        "R13",
        "no process, no clause",
        |d| {
            d.case("DK/1/2014", |_| {});
            d.case("DK/2/2014", |_| {});
        },
        Ok,
        &[Why::NoRecurrence],
        BOTH,
    ),
    row(
        "R13",
        "preventive and cancelled ones",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            d.edit("DK/1/2014", |case| cancelled(case, "Why"));
            d.case("DZ/1/2014", |case| {
                case.process = Some(process(1));
                case.clause_2008 = Some("8.2.3".into());
            });
        },
        Ok,
        &[Why::NoRecurrence],
        &["DK/2/2014"],
    ),
    row(
        "R13",
        "linked, the later one to the earlier",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            d.link("DK/2/2014", LinkKind::Recurrence, "DK/1/2014");
        },
        Warning,
        &[Why::RecurrenceLinked],
        BOTH,
    ),
    row(
        "R13",
        "linked as a follow-up",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            d.link("DK/1/2014", LinkKind::FollowUp, "DK/2/2014");
        },
        Warning,
        &[Why::RecurrenceLinked],
        BOTH,
    ),
    row(
        "R13",
        "explained",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            explained(d, Confirmed::Partly, BOTH);
        },
        Warning,
        &[Why::RecurrenceExplained],
        BOTH,
    ),
    row(
        "R13",
        "the later one came after the explanation",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            explained(d, Confirmed::Yes, &["DK/1/2014"]);
        },
        Fail,
        &[Why::RecurrenceUnexplained],
        BOTH,
    ),
    row(
        "R13",
        "somebody says that it is not explained",
        |d| {
            pair(d, "2014-03-03", "2014-05-05");
            explained(d, Confirmed::No, BOTH);
        },
        Fail,
        &[Why::RecurrenceUnexplained],
        BOTH,
    ),
    row(
        "R14",
        "registered",
        |d| {
            d.case("DZ/1/2014", |case| case.status = CaseStatus::Registered);
        },
        Ok,
        &[Why::PreventiveRegistered],
        &["DZ/1/2014"],
    ),
    row(
        "R14",
        "before the period",
        |d| {
            d.case("DZ/1/2014", |case| case.registered_on = Some(day("2014-01-28")));
        },
        Warning,
        &[Why::NoPreventive],
        &[],
    ),
    row(
        "R14",
        "none, the review is on record",
        |d| d.answer("R14", Confirmed::Yes),
        Ok,
        &[Why::Confirmed, Why::NoPreventive],
        &[],
    ),
    row(
        "R14",
        "none, in part",
        |d| d.answer("R14", Confirmed::Partly),
        Warning,
        &[Why::Confirmed, Why::NoPreventive],
        &[],
    ),
    row(
        "R14",
        "none, no",
        |d| d.answer("R14", Confirmed::No),
        Fail,
        &[Why::Confirmed, Why::NoPreventive],
        &[],
    ),
    row(
        "R14",
        "does not apply",
        |d| d.answer("R14", Confirmed::NotApplicable),
        NotApplicable,
        &[Why::Confirmed, Why::NoPreventive],
        &[],
    ),
];
