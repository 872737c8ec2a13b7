//! R07, R08, R10, R16, R17, R31: actions and the register.

use capa_core::domain::action::Extension;
use capa_core::domain::case::CaseStatus;
use capa_core::domain::confirmation::CheckResult::{Fail, NotApplicable, Ok, Unanswered, Warning};
use capa_core::domain::confirmation::Confirmed;
use capa_core::domain::readiness::Why;

use super::super::world::{Desk, cancelled, carried_out, closure, day, imported};
use super::{Row, row};

fn due(desk: &mut Desk, due_on: &str) {
    desk.case("DK/1/2014", |case| case.actions[0].due_on = Some(day(due_on)));
}

/// A case closed in an old register.
fn old(desk: &mut Desk) {
    desk.case("DK/1/2014", |case| {
        case.status = CaseStatus::ClosedImported;
        case.closure = Some(closure(""));
        imported(case);
    });
}

/// So many extensions of an action, each by a month.
fn extended(desk: &mut Desk, times: u32, reason: &str, by: &str) {
    desk.case("DK/1/2014", |case| {
        let months = |number| chrono::Months::new(number);
        let first = day("2014-06-30");
        case.actions[0].extensions = (0..times)
            .map(|number| Extension {
                from: Some(first + months(number)),
                to: first + months(number + 1),
                reason: reason.into(),
                asked_on: day("2014-06-02"),
                decided_on: day("2014-06-03"),
                decided_by: by.into(),
                signer: None,
                late: false,
            })
            .collect();
    });
}

fn training(desk: &mut Desk) {
    desk.case("DK/1/2014", |case| {
        carried_out(case);
        case.actions[0].training = true;
    });
}

pub const ROWS: &[Row] = &[
    row("R07", "empty register", |_| {}, Ok, &[Why::NothingOverdue], &[]),
    row("R07", "due today", |d| due(d, "2015-01-12"), Ok, &[Why::NothingOverdue], &["DK/1/2014"]),
    row("R07", "due yesterday", |d| due(d, "2015-01-11"), Fail, &[Why::Overdue], &["DK/1/2014"]),
    row(
        "R07",
        "cancelled",
        |d| {
            due(d, "2015-01-11");
            d.edit("DK/1/2014", |case| cancelled(case, "Why"));
        },
        Ok,
        &[Why::NothingOverdue],
        &[],
    ),
    row("R08", "none", |_| {}, NotApplicable, &[Why::NoActions], &[]),
    row("R08", "whole", |d| due(d, "2015-06-30"), Ok, &[Why::ActionsAssigned], &["DK/1/2014"]),
    row(
        "R08",
        "neither owner nor date",
        |d| {
            d.case("DK/1/2014", |case| case.actions[0].owner = None);
            d.case("DK/2/2014", |case| case.actions[0].due_on = None);
        },
        Fail,
        &[Why::ActionsWithoutOwner, Why::ActionsWithoutDueDate],
        &["DK/1/2014", "DK/2/2014"],
    ),
    row(
        "R08",
        "given up",
        |d| {
            d.case("DK/1/2014", |case| {
                case.actions[0].owner = None;
                case.actions[0].cancelled_reason = Some("Why".into());
            });
        },
        NotApplicable,
        &[Why::NoActions],
        &[],
    ),
    row(
        "R08",
        "closed in an old register",
        |d| {
            old(d);
            d.edit("DK/1/2014", |case| case.actions[0].owner = None);
        },
        Warning,
        &[Why::ImportedActionsIncomplete],
        &["DK/1/2014"],
    ),
    row("R10", "nothing done", |d| due(d, "2015-06-30"), NotApplicable, &[Why::NothingDone], &[]),
    row(
        "R10",
        "closed in an old register",
        |d| {
            old(d);
            d.edit("DK/1/2014", |case| case.actions[0].done_on = Some(day("2014-06-02")));
        },
        NotApplicable,
        &[Why::NothingDone],
        &[],
    ),
    row(
        "R10",
        "proven",
        |d| {
            d.case("DK/1/2014", carried_out);
        },
        Ok,
        &[Why::DoneProven],
        &["DK/1/2014"],
    ),
    row(
        "R10",
        "evidence taken back",
        |d| {
            d.case("DK/1/2014", |case| {
                carried_out(case);
                case.actions[0].evidence[0].withdrawn = Some(capa_core::domain::action::Withdrawal {
                    on: day("2014-07-01"),
                    by: String::new(),
                    reason: String::new(),
                });
            });
        },
        Fail,
        &[Why::DoneUnproven],
        &["DK/1/2014"],
    ),
    row("R16", "empty", |_| {}, NotApplicable, &[Why::RegisterEmpty], &[]),
    row(
        "R16",
        "in a row, one cancelled with a reason",
        |d| {
            d.case("DK/1/2014", |_| {});
            d.case("DK/2/2014", |case| cancelled(case, "Entered twice"));
            d.case("DZ/1/2014", |_| {});
            d.case("DK/1/2015", |_| {});
        },
        Ok,
        &[Why::RegisterComplete],
        &["DK/1/2014", "DK/1/2015", "DK/2/2014", "DZ/1/2014"],
    ),
    row(
        "R16",
        "gaps",
        |d| {
            d.case("DK/2/2014", |_| {});
            d.case("DK/4/2014", |_| {});
        },
        Fail,
        &[Why::NumbersMissing],
        &[],
    ),
    row(
        "R16",
        "gaps of an old register",
        |d| {
            d.case("DK/4/2014", imported);
            d.case("DK/5/2014", |_| {});
        },
        Ok,
        &[Why::RegisterComplete],
        &["DK/4/2014", "DK/5/2014"],
    ),
    row(
        "R16",
        "a gap after an old register",
        |d| {
            d.case("DK/4/2014", imported);
            d.case("DK/6/2014", |_| {});
        },
        Fail,
        &[Why::NumbersMissing],
        &[],
    ),
    row(
        "R16",
        "every unit counts for itself",
        |d| {
            d.edit_office(|office| office.number_template.0 = "{TYP}/{KOM}/{NR}/{ROK}".into());
            let units = d.book().departments().map(|stood| stood.record.id).collect::<Vec<_>>();
            d.case("DK/U1/1/2014", |case| case.department = Some(units[0]));
            d.case("DK/U2/1/2014", |case| case.department = Some(units[1]));
            d.case("DK/U2/3/2014", |case| case.department = Some(units[1]));
        },
        Fail,
        &[Why::NumbersMissing],
        &[],
    ),
    row(
        "R16",
        "twice",
        |d| {
            d.case("DK/1/2014", |_| {});
            d.case("DK/1/2014", |case| case.number = Some("dk/ 1/2014".into()));
        },
        Fail,
        &[Why::NumbersRepeated],
        &["DK/1/2014", "dk/ 1/2014"],
    ),
    row(
        "R16",
        "cancelled without a reason",
        |d| {
            d.case("DK/1/2014", |case| cancelled(case, " "));
        },
        Fail,
        &[Why::CancelledWithoutReason],
        &["DK/1/2014"],
    ),
    row("R17", "never moved", |d| due(d, "2015-06-30"), NotApplicable, &[Why::NoExtensions], &[]),
    row(
        "R17",
        "moved twice",
        |d| extended(d, 2, "Reason", "Coordinator"),
        Ok,
        &[Why::ExtensionsApproved],
        &["DK/1/2014"],
    ),
    row(
        "R17",
        "moved three times",
        |d| extended(d, 3, "Reason", "Coordinator"),
        Warning,
        &[Why::ExtendedOften],
        &["DK/1/2014"],
    ),
    row(
        "R17",
        "neither reason nor approval",
        |d| extended(d, 1, "", ""),
        Fail,
        &[Why::ExtensionsUnreasoned, Why::ExtensionsUnapproved],
        &["DK/1/2014"],
    ),
    row(
        "R17",
        "the date of a case without actions",
        |d| {
            extended(d, 1, "", "Coordinator");
            d.edit("DK/1/2014", |case| {
                case.target_extensions = std::mem::take(&mut case.actions[0].extensions);
                case.actions.clear();
            });
        },
        Fail,
        &[Why::ExtensionsUnreasoned],
        &["DK/1/2014"],
    ),
    row("R31", "none", |d| due(d, "2015-01-05"), NotApplicable, &[Why::NoTraining], &[]),
    row(
        "R31",
        "before the period",
        |d| {
            training(d);
            d.edit("DK/1/2014", |case| {
                case.actions[0].done_on = Some(day("2014-01-28"));
                case.actions[0].due_on = Some(day("2014-01-28"));
            });
        },
        NotApplicable,
        &[Why::NoTraining],
        &[],
    ),
    row(
        "R31",
        "held, nobody asked",
        training,
        Unanswered,
        &[Why::NotConfirmed, Why::Trainings],
        &["DK/1/2014"],
    ),
    row(
        "R31",
        "held without evidence, though confirmed",
        |d| {
            training(d);
            d.edit("DK/1/2014", |case| case.actions[0].evidence.clear());
            d.answer("R31", Confirmed::Yes);
        },
        Fail,
        &[Why::TrainingUnproven],
        &["DK/1/2014"],
    ),
    row(
        "R31",
        "held and assessed",
        |d| {
            training(d);
            d.answer("R31", Confirmed::Yes);
        },
        Ok,
        &[Why::Confirmed, Why::Trainings],
        &["DK/1/2014"],
    ),
    row(
        "R31",
        "assessed in part",
        |d| {
            training(d);
            d.answer("R31", Confirmed::Partly);
        },
        Warning,
        &[Why::Confirmed, Why::Trainings],
        &["DK/1/2014"],
    ),
];
