//! R09, R11, R12, R15: causes and effects.

use capa_core::domain::case::{CaseStatus, Effect, Grade, LinkKind, NoAction};
use capa_core::domain::confirmation::CheckResult::{Fail, NotApplicable, Ok, Warning};
use capa_core::domain::readiness::Why;

use super::super::world::{Desk, cancelled, closed, day, imported, post};
use super::{Row, row};

fn without_root(desk: &mut Desk, plan_due_on: Option<&str>, registered_on: &str) {
    desk.case("DK/1/2014", |case| {
        case.cause.root.clear();
        case.plan_due_on = plan_due_on.map(day);
        case.registered_on = Some(day(registered_on));
    });
}

fn left_alone(desk: &mut Desk, reason: &str, approved_by: &str) {
    desk.case("DK/1/2014", |case| {
        case.status = CaseStatus::ClosedNoAction;
        case.cause.root.clear();
        case.no_action = Some(NoAction {
            reason: reason.into(),
            by: String::new(),
            approved_by: approved_by.into(),
            on: day("2014-03-10"),
            approver: None,
        });
    });
}

fn review_due(desk: &mut Desk, due_on: &str) {
    desk.case("DK/1/2014", |case| {
        case.status = CaseStatus::Effectiveness;
        case.effectiveness.due_on = Some(day(due_on));
    });
}

fn judged(desk: &mut Desk, effect: Effect) {
    desk.case("DK/1/2014", |case| closed(case, effect));
}

pub const ROWS: &[Row] = &[
    row("R09", "empty", |_| {}, NotApplicable, &[Why::NothingToExplain], &[]),
    row(
        "R09",
        "preventive, observations and what an old register closed are not asked",
        |d| {
            d.case("DZ/1/2014", |case| case.cause.root.clear());
            d.case("DK/1/2014", |case| {
                case.cause.root.clear();
                case.grade = Some(Grade::Observation);
            });
            d.case("DK/2/2014", |case| {
                case.cause.root.clear();
                case.status = CaseStatus::ClosedImported;
                imported(case);
            });
        },
        NotApplicable,
        &[Why::NothingToExplain],
        &[],
    ),
    row(
        "R09",
        "due today",
        |d| without_root(d, Some("2015-01-12"), "2014-03-03"),
        NotApplicable,
        &[Why::NothingToExplain],
        &[],
    ),
    row(
        "R09",
        "due yesterday",
        |d| without_root(d, Some("2015-01-11"), "2015-01-05"),
        Fail,
        &[Why::RootCauseMissing],
        &["DK/1/2014"],
    ),
    // 14 days after Monday 29.12.2014 is 12.01.2015.
    row(
        "R09",
        "no date: a fortnight from registration",
        |d| without_root(d, None, "2014-12-29"),
        NotApplicable,
        &[Why::NothingToExplain],
        &[],
    ),
    row(
        "R09",
        "no date: more than a fortnight",
        |d| without_root(d, None, "2014-12-22"),
        Fail,
        &[Why::RootCauseMissing],
        &["DK/1/2014"],
    ),
    row(
        "R09",
        "explained",
        |d| {
            d.case("DK/1/2014", |_| {});
        },
        Ok,
        &[Why::CausesFound],
        &["DK/1/2014"],
    ),
    row(
        "R09",
        "no method",
        |d| {
            d.case("DK/1/2014", |case| case.cause.method = None);
        },
        Fail,
        &[Why::CauseMethodMissing],
        &["DK/1/2014"],
    ),
    row(
        "R09",
        "a decision not to act",
        |d| left_alone(d, "Once only", "Coordinator"),
        Ok,
        &[Why::CausesFound],
        &["DK/1/2014"],
    ),
    row(
        "R09",
        "a decision that nobody approved",
        |d| left_alone(d, "Once only", ""),
        Fail,
        &[Why::NoActionUnapproved],
        &["DK/1/2014"],
    ),
    row(
        "R09",
        "a decision without a reason",
        |d| left_alone(d, "", "Coordinator"),
        Fail,
        &[Why::NoActionUnapproved],
        &["DK/1/2014"],
    ),
    row("R11", "empty", |_| {}, Ok, &[Why::ReviewsDone], &[]),
    row("R11", "due today", |d| review_due(d, "2015-01-12"), Ok, &[Why::ReviewsDone], &[]),
    row("R11", "due yesterday", |d| review_due(d, "2015-01-11"), Fail, &[Why::ReviewsLate], &["DK/1/2014"]),
    row("R11", "done", |d| judged(d, Effect::Effective), Ok, &[Why::ReviewsDone], &["DK/1/2014"]),
    row(
        "R12",
        "all effective",
        |d| judged(d, Effect::Effective),
        NotApplicable,
        &[Why::NothingIneffective],
        &[],
    ),
    row(
        "R12",
        "dropped",
        |d| judged(d, Effect::Ineffective),
        Fail,
        &[Why::IneffectiveDropped],
        &["DK/1/2014"],
    ),
    row(
        "R12",
        "goes on",
        |d| {
            judged(d, Effect::Ineffective);
            d.case("DK/2/2014", |_| {});
            d.link("DK/1/2014", LinkKind::FollowUp, "DK/2/2014");
        },
        Ok,
        &[Why::IneffectiveFollowedUp],
        &["DK/1/2014", "DK/2/2014"],
    ),
    row(
        "R12",
        "linked for another reason",
        |d| {
            judged(d, Effect::Ineffective);
            d.case("DK/2/2014", |_| {});
            d.link("DK/1/2014", LinkKind::Recurrence, "DK/2/2014");
        },
        Fail,
        &[Why::IneffectiveDropped],
        &["DK/1/2014"],
    ),
    row("R15", "nothing judged", |d| review_due(d, "2015-06-30"), NotApplicable, &[Why::NothingJudged], &[]),
    row(
        "R15",
        "cancelled",
        |d| {
            judged(d, Effect::Effective);
            d.edit("DK/1/2014", |case| cancelled(case, "Why"));
        },
        NotApplicable,
        &[Why::NothingJudged],
        &[],
    ),
    row("R15", "by another", |d| judged(d, Effect::Effective), Ok, &[Why::JudgedByAnother], &["DK/1/2014"]),
    row(
        "R15",
        "by the owner of an action",
        |d| {
            judged(d, Effect::Effective);
            d.edit("DK/1/2014", |case| case.actions[0].owner = Some(post(3)));
        },
        Warning,
        &[Why::JudgedByOwner],
        &["DK/1/2014"],
    ),
    row(
        "R15",
        "the record says so",
        |d| {
            judged(d, Effect::Effective);
            d.edit("DK/1/2014", |case| case.effectiveness.by_owner = true);
        },
        Warning,
        &[Why::JudgedByOwner],
        &["DK/1/2014"],
    ),
];
