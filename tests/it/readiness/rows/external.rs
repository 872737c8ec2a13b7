//! R01-R06: the findings of external audits.

use capa_core::domain::audit::{Audit, AuditKind};
use capa_core::domain::case::{CaseStatus, Effect, Grade, LinkKind, NoAction, Source};
use capa_core::domain::confirmation::CheckResult::{Fail, NotApplicable, Ok, Unanswered, Warning};
use capa_core::domain::readiness::Why;

use super::super::world::{Desk, audit_id, cancelled, carried_out, closed, day, decided, external, imported};
use super::{Row, row};

/// The report of the audit states so many findings; the register holds one, and a cancelled one.
fn stated(desk: &mut Desk, count: Option<u32>) {
    desk.edit_audit(1, |audit| audit.findings_in_report = count);
    desk.case("DK/1/2014", |case| external(case, Grade::Minor));
    desk.case("DK/2/2014", |case| {
        external(case, Grade::Minor);
        cancelled(case, "Entered twice");
    });
}

/// A finding of the audit, of that grade.
fn finding(desk: &mut Desk, grade: Grade) {
    desk.case("DK/1/2014", |case| external(case, grade));
}

/// A finding, answered on that day and due on the other.
fn answered(desk: &mut Desk, sent: Option<&str>, due: Option<&str>) {
    desk.case("DK/1/2014", |case| {
        external(case, Grade::Minor);
        carried_out(case);
        let external = case.external.as_mut().unwrap();
        (external.answer_sent_on, external.answer_due_on) = (sent.map(day), due.map(day));
    });
}

/// An audit of the cycle before, which closed findings of it name.
fn earlier_audit(desk: &mut Desk) {
    let (starts_on, ends_on) = (day("2013-01-29"), day("2013-01-30"));
    let audit = Audit::planned(audit_id(9), AuditKind::Certification, starts_on, ends_on);
    desk.audit(Audit { held: true, ..audit });
}

pub const ROWS: &[Row] = &[
    row("R01", "no audit", |d| *d = Desk::bare(), Unanswered, &[Why::NoExternalAudit], &[]),
    row("R01", "not counted", |d| stated(d, None), Unanswered, &[Why::FindingsNotCounted], &["DK/1/2014"]),
    row("R01", "equal", |d| stated(d, Some(1)), Ok, &[Why::FindingsRegistered], &["DK/1/2014"]),
    row("R01", "fewer", |d| stated(d, Some(2)), Fail, &[Why::FindingsMissing], &["DK/1/2014"]),
    row("R01", "more", |d| stated(d, Some(0)), Warning, &[Why::FindingsBeyondReport], &["DK/1/2014"]),
    row(
        "R01",
        "a finding that names no audit belongs to the one before it",
        |d| {
            d.edit_audit(1, |audit| audit.findings_in_report = Some(1));
            d.case("DK/1/2014", |case| case.source = Some(Source::ExtAudit));
        },
        Ok,
        &[Why::FindingsRegistered],
        &["DK/1/2014"],
    ),
    row("R02", "none", |_| {}, NotApplicable, &[Why::NoExternalNonconformities], &[]),
    row("R02", "whole", |d| finding(d, Grade::Minor), Ok, &[Why::NonconformitiesDescribed], &["DK/1/2014"]),
    row(
        "R02",
        "nothing told",
        |d| {
            finding(d, Grade::Major);
            d.edit("DK/1/2014", |case| {
                case.correction.what = " ".into();
                case.cause.root.clear();
                case.actions[0].cancelled_reason = Some("Given up".into());
            });
        },
        Fail,
        &[Why::CorrectionMissing, Why::CauseMissing, Why::ActionMissing],
        &["DK/1/2014"],
    ),
    row(
        "R02",
        "one of an earlier audit counts while it is open",
        |d| {
            earlier_audit(d);
            for number in ["DK/1/2013", "DK/2/2013"] {
                d.case(number, |case| {
                    external(case, Grade::Minor);
                    case.external.as_mut().unwrap().audit = Some(audit_id(9));
                    case.registered_on = Some(day("2013-02-05"));
                    case.correction.what.clear();
                });
            }
            d.edit("DK/2/2013", |case| closed(case, Effect::Effective));
        },
        Fail,
        &[Why::CorrectionMissing],
        &["DK/1/2013"],
    ),
    row("R03", "a minor is none", |d| finding(d, Grade::Minor), NotApplicable, &[Why::NoExternalMajors], &[]),
    row("R03", "open", |d| finding(d, Grade::Major), Fail, &[Why::MajorsOpen], &["DK/1/2014"]),
    row(
        "R03",
        "to be accepted tomorrow",
        |d| {
            finding(d, Grade::Major);
            d.edit("DK/1/2014", |case| {
                closed(case, Effect::Effective);
                case.external.as_mut().unwrap().accepted_on = Some(day("2015-01-13"));
            });
        },
        Fail,
        &[Why::MajorsNotAccepted],
        &["DK/1/2014"],
    ),
    row(
        "R03",
        "accepted today",
        |d| {
            finding(d, Grade::Major);
            d.edit("DK/1/2014", |case| {
                closed(case, Effect::Effective);
                case.external.as_mut().unwrap().accepted_on = Some(day("2015-01-12"));
            });
        },
        Ok,
        &[Why::MajorsAccepted],
        &["DK/1/2014"],
    ),
    row(
        "R04",
        "closed in an old register",
        |d| {
            finding(d, Grade::Minor);
            d.edit("DK/1/2014", |case| {
                case.status = CaseStatus::ClosedImported;
                imported(case);
            });
        },
        NotApplicable,
        &[Why::NoExternalMinors],
        &[],
    ),
    row("R04", "open", |d| finding(d, Grade::Minor), Fail, &[Why::MinorsNotEffective], &["DK/1/2014"]),
    row(
        "R04",
        "effective",
        |d| {
            finding(d, Grade::Minor);
            d.edit("DK/1/2014", |case| closed(case, Effect::Effective));
        },
        Ok,
        &[Why::MinorsEffective],
        &["DK/1/2014"],
    ),
    row(
        "R04",
        "ineffective, goes on",
        |d| {
            finding(d, Grade::Minor);
            d.edit("DK/1/2014", |case| closed(case, Effect::Ineffective));
            d.case("DK/2/2014", |_| {});
            d.link("DK/1/2014", LinkKind::FollowUp, "DK/2/2014");
        },
        Ok,
        &[Why::MinorsEffective],
        &["DK/1/2014"],
    ),
    row(
        "R04",
        "goes on in a cancelled one",
        |d| {
            finding(d, Grade::Minor);
            d.edit("DK/1/2014", |case| closed(case, Effect::Ineffective));
            d.case("DK/2/2014", |case| cancelled(case, "Why"));
            d.link("DK/1/2014", LinkKind::FollowUp, "DK/2/2014");
        },
        Fail,
        &[Why::MinorsNotEffective],
        &["DK/1/2014"],
    ),
    row("R05", "no audit", |d| *d = Desk::bare(), NotApplicable, &[Why::NoAnswerOwed], &[]),
    row(
        "R05",
        "an observation without a date",
        |d| finding(d, Grade::Observation),
        NotApplicable,
        &[Why::NoAnswerOwed],
        &[],
    ),
    row(
        "R05",
        "sent on the last day",
        |d| answered(d, Some("2014-02-28"), Some("2014-02-28")),
        Ok,
        &[Why::AnswersOnTime],
        &["DK/1/2014"],
    ),
    row(
        "R05",
        "by the audit's own dates",
        |d| {
            answered(d, None, None);
            d.edit_audit(1, |audit| {
                (audit.answer_sent_on, audit.answer_due_on) =
                    (Some(day("2014-02-21")), Some(day("2014-02-28")));
            });
        },
        Ok,
        &[Why::AnswersOnTime],
        &["DK/1/2014"],
    ),
    row(
        "R05",
        "due today, to be sent tomorrow",
        |d| answered(d, Some("2015-01-13"), Some("2015-01-12")),
        Warning,
        &[Why::AnswersAwaited],
        &["DK/1/2014"],
    ),
    row(
        "R05",
        "not sent",
        |d| answered(d, None, Some("2015-01-11")),
        Fail,
        &[Why::AnswersOverdue],
        &["DK/1/2014"],
    ),
    row(
        "R05",
        "sent late",
        |d| answered(d, Some("2014-03-01"), Some("2014-02-28")),
        Fail,
        &[Why::AnswersLate],
        &["DK/1/2014"],
    ),
    row(
        "R05",
        "without evidence",
        |d| {
            answered(d, Some("2014-02-21"), Some("2014-02-28"));
            d.edit("DK/1/2014", |case| case.actions[0].evidence.clear());
        },
        Fail,
        &[Why::AnswersUnproven],
        &["DK/1/2014"],
    ),
    row(
        "R05",
        "sent, nobody knows until when",
        |d| answered(d, Some("2014-02-21"), None),
        Warning,
        &[Why::AnswersWithoutDueDate],
        &["DK/1/2014"],
    ),
    row("R05", "no dates", |d| answered(d, None, None), Fail, &[Why::AnswersNotSent], &["DK/1/2014"]),
    row(
        "R05",
        "an observation that an answer is due for",
        |d| {
            answered(d, None, Some("2015-01-11"));
            d.edit("DK/1/2014", |case| case.grade = Some(Grade::Observation));
        },
        Fail,
        &[Why::AnswersOverdue],
        &["DK/1/2014"],
    ),
    row("R06", "none", |d| finding(d, Grade::Minor), NotApplicable, &[Why::NoObservations], &[]),
    row(
        "R06",
        "planned with a cause",
        |d| finding(d, Grade::Observation),
        Ok,
        &[Why::ObservationsDecided],
        &["DK/1/2014"],
    ),
    row(
        "R06",
        "not to act, with a reason",
        |d| {
            finding(d, Grade::Ofi);
            d.edit("DK/1/2014", |case| {
                case.status = CaseStatus::ClosedNoAction;
                case.actions.clear();
                case.no_action = Some(NoAction {
                    reason: "Costs more than it brings".into(),
                    by: String::new(),
                    approved_by: String::new(),
                    on: day("2014-03-10"),
                    approver: None,
                });
            });
        },
        Ok,
        &[Why::ObservationsDecided],
        &["DK/1/2014"],
    ),
    row(
        "R06",
        "plan not approved",
        |d| {
            finding(d, Grade::Ofi);
            d.edit("DK/1/2014", |case| case.status = CaseStatus::PlanPending);
        },
        Fail,
        &[Why::ObservationsUndecided],
        &["DK/1/2014"],
    ),
    row(
        "R06",
        "approved, nobody says why",
        |d| {
            finding(d, Grade::Ofi);
            d.edit("DK/1/2014", |case| {
                case.status = CaseStatus::Analysis;
                case.plan_approval = Some(decided("2014-03-10"));
                case.cause.root.clear();
            });
        },
        Fail,
        &[Why::ObservationsUnreasoned],
        &["DK/1/2014"],
    ),
];
