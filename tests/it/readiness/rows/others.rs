//! R23-R30, R32-R34: customers, objectives, monitoring, what only people know, and the audit to come.

use capa_core::domain::audit::{Audit, AuditKind};
use capa_core::domain::case::{Effect, Source};
use capa_core::domain::certificate::{RuleBase, Suspension};
use capa_core::domain::complaint::{Complaint, Justified};
use capa_core::domain::confirmation::CheckResult::{Fail, NotApplicable, Ok, Unanswered, Warning};
use capa_core::domain::confirmation::{Confirmation, Confirmed};
use capa_core::domain::ids::CertificateId;
use capa_core::domain::readiness::Why;
use uuid::Uuid;

use super::super::world::{Desk, audit_id, closed, day, process};
use super::{Row, row};

macro_rules! answered {
    ($check:literal, $answer:ident, $result:ident, $whys:expr) => {
        row($check, stringify!($answer), |d| d.answer($check, Confirmed::$answer), $result, $whys, &[])
    };
}

/// Every answer of people to a check that the data says nothing else about.
macro_rules! by_people {
    ($check:literal, $whys:expr, $unanswered:expr) => {
        [
            row($check, "nobody asked", |_| {}, Unanswered, $unanswered, &[]),
            answered!($check, Yes, Ok, $whys),
            answered!($check, Partly, Warning, $whys),
            answered!($check, No, Fail, $whys),
            answered!($check, NotApplicable, NotApplicable, $whys),
        ]
    };
}

const R25: [Row; 5] = by_people!("R25", &[Why::Confirmed, Why::Surveys], &[Why::NotConfirmed, Why::Surveys]);
const R26: [Row; 5] =
    by_people!("R26", &[Why::Confirmed, Why::ObjectiveCases], &[Why::NotConfirmed, Why::ObjectiveCases]);
const R29: [Row; 5] = by_people!("R29", &[Why::Confirmed], &[Why::NotConfirmed]);
const R30: [Row; 5] =
    by_people!("R30", &[Why::Confirmed, Why::WrongServices], &[Why::NotConfirmed, Why::WrongServices]);
const R32: [Row; 5] = by_people!("R32", &[Why::Confirmed], &[Why::NotConfirmed]);
const R33: [Row; 5] = by_people!("R33", &[Why::Confirmed], &[Why::NotConfirmed]);

/// Every row of these checks.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    let people: [&'static [Row]; 6] = [&R25, &R26, &R29, &R30, &R32, &R33];
    people.into_iter().chain([CUSTOMERS, OBJECTIVES, MONITORED, CERTIFICATE]).flatten()
}

/// A complaint received on 3.11.2014, due on 3.12.2014.
fn complaint(desk: &mut Desk, change: fn(&mut Complaint)) {
    desk.complaint(change);
}

const CUSTOMERS: &[Row] = &[
    row("R23", "none", |_| {}, NotApplicable, &[Why::NoJustifiedComplaints], &[]),
    row("R23", "unjustified", |d| complaint(d, |_| {}), NotApplicable, &[Why::NoJustifiedComplaints], &[]),
    row(
        "R23",
        "received tomorrow",
        |d| {
            complaint(d, |it| {
                it.justified = Some(Justified::Yes);
                it.received_on = day("2015-01-13");
            });
        },
        NotApplicable,
        &[Why::NoJustifiedComplaints],
        &[],
    ),
    row(
        "R23",
        "left",
        |d| complaint(d, |it| it.justified = Some(Justified::Partly)),
        Fail,
        &[Why::ComplaintsWithoutCase],
        &[],
    ),
    row(
        "R23",
        "with a case, and with a reason",
        |d| {
            let case = d.case("DK/1/2014", |_| {});
            d.complaint(|it| (it.justified, it.case) = (Some(Justified::Yes), Some(case)));
            complaint(d, |it| {
                it.justified = Some(Justified::Yes);
                it.no_case_reason = "Settled at once".into();
            });
        },
        Ok,
        &[Why::ComplaintsHandled],
        &["DK/1/2014"],
    ),
    row("R24", "none", |_| {}, NotApplicable, &[Why::NoComplaints], &[]),
    row(
        "R24",
        "answered before the period",
        |d| {
            complaint(d, |it| {
                (it.received_on, it.answered_on) = (day("2013-10-01"), Some(day("2014-01-20")));
            });
        },
        NotApplicable,
        &[Why::NoComplaints],
        &[],
    ),
    row("R24", "on the last day", |d| complaint(d, |_| {}), Ok, &[Why::ComplaintsOnTime], &[]),
    row(
        "R24",
        "a day late",
        |d| complaint(d, |it| it.answered_on = Some(day("2014-12-04"))),
        Fail,
        &[Why::ComplaintsLate],
        &[],
    ),
    row(
        "R24",
        "still open from before the period",
        |d| complaint(d, |it| (it.received_on, it.answered_on) = (day("2013-10-01"), None)),
        Fail,
        &[Why::ComplaintsLate],
        &[],
    ),
    row(
        "R24",
        "answered tomorrow, due today",
        |d| {
            complaint(d, |it| {
                (it.received_on, it.answered_on) = (day("2014-12-12"), Some(day("2015-01-13")));
            });
        },
        Ok,
        &[Why::ComplaintsOnTime],
        &[],
    ),
    row(
        "R24",
        "the delay was told and kept",
        |d| {
            complaint(d, |it| {
                it.answered_on = Some(day("2015-01-05"));
                (it.notice_on, it.notice_until) = (Some(day("2014-12-03")), Some(day("2015-01-05")));
            });
        },
        Warning,
        &[Why::ComplaintsDelayed],
        &[],
    ),
    row(
        "R24",
        "the delay was told too late",
        |d| {
            complaint(d, |it| {
                it.answered_on = Some(day("2015-01-05"));
                (it.notice_on, it.notice_until) = (Some(day("2014-12-04")), Some(day("2015-01-05")));
            });
        },
        Fail,
        &[Why::ComplaintsLate],
        &[],
    ),
    row(
        "R25",
        "low, with a case",
        |d| {
            let case = d.case("DK/1/2014", |case| case.source = Some(Source::Survey));
            d.survey(|survey| (survey.score, survey.cases) = (Some(399), vec![case]));
            d.answer("R25", Confirmed::Yes);
        },
        Ok,
        &[Why::Confirmed, Why::Surveys],
        &["DK/1/2014"],
    ),
    row(
        "R25",
        "low, left",
        |d| {
            d.survey(|survey| survey.score = Some(399));
            d.answer("R25", Confirmed::Yes);
        },
        Fail,
        &[Why::SurveysLow],
        &[],
    ),
    row(
        "R25",
        "low, before the period",
        |d| {
            d.survey(|survey| (survey.score, survey.held_on) = (Some(399), day("2014-01-28")));
            d.answer("R25", Confirmed::Yes);
        },
        Ok,
        &[Why::Confirmed, Why::Surveys],
        &[],
    ),
    row(
        "R30",
        "counted in the period, cancelled ones left out",
        |d| {
            d.case("DK/1/2014", |case| case.source = Some(Source::NcService));
            d.case("DK/2/2014", |case| {
                case.source = Some(Source::NcService);
                case.registered_on = Some(day("2014-01-28"));
            });
            d.case("DK/3/2014", |case| {
                case.source = Some(Source::NcService);
                super::super::world::cancelled(case, "Why");
            });
            d.answer("R30", Confirmed::Yes);
        },
        Ok,
        &[Why::Confirmed, Why::WrongServices],
        &["DK/1/2014"],
    ),
];

/// So many objectives were missed, as people say; one case of the period says so too.
fn missed(desk: &mut Desk, answer: Confirmed, figure: Option<u32>) {
    desk.case("DK/1/2014", |case| case.source = Some(Source::Objective));
    desk.answer_with("R26", answer, |given| given.figure = figure);
}

/// The measures of these processes were looked at.
fn ticked(desk: &mut Desk, answer: Confirmed, processes: &[u128]) {
    let processes = processes.iter().map(|number| process(*number)).collect();
    desk.answer_with("R27", answer, |given: &mut Confirmation| given.processes = processes);
}

const OBJECTIVES: &[Row] = &[
    row(
        "R26",
        "as many cases as missed",
        |d| missed(d, Confirmed::Yes, Some(1)),
        Ok,
        &[Why::MissedCovered, Why::Confirmed],
        &["DK/1/2014"],
    ),
    row(
        "R26",
        "more missed than cases",
        |d| missed(d, Confirmed::Yes, Some(2)),
        Warning,
        &[Why::MissedBeyondCases, Why::Confirmed],
        &["DK/1/2014"],
    ),
    row(
        "R26",
        "a no is a no",
        |d| missed(d, Confirmed::No, Some(0)),
        Fail,
        &[Why::Confirmed, Why::ObjectiveCases],
        &["DK/1/2014"],
    ),
    row(
        "R26",
        "objectives in order, whatever people say",
        |d| {
            let case = d.case("DK/1/2014", |case| case.source = Some(Source::Objective));
            d.objective(2014, |it| (it.met, it.case) = (Some(false), Some(case)));
            d.objective(2014, |it| (it.met, it.no_case_reason) = (Some(false), "Given up".into()));
            d.objective(2015, |it| it.met = None);
            d.answer("R26", Confirmed::No);
        },
        Ok,
        &[Why::ObjectivesInOrder],
        &["DK/1/2014"],
    ),
    row(
        "R26",
        "missed, not approved, no result",
        |d| {
            d.objective(2014, |it| it.met = Some(false));
            d.objective(2015, |it| it.approved_on = Some(day("2015-01-13")));
            d.objective(2014, |it| it.met = None);
        },
        Warning,
        &[Why::ObjectivesMissed, Why::ObjectivesUnapproved, Why::ObjectivesWithoutResult],
        &[],
    ),
    row(
        "R26",
        "objectives of years before and after",
        |d| {
            d.objective(2013, |it| it.met = Some(false));
            d.objective(2016, |it| it.met = Some(false));
        },
        Unanswered,
        &[Why::NotConfirmed, Why::ObjectiveCases],
        &[],
    ),
    row("R27", "nobody asked", |_| {}, Unanswered, &[Why::ProcessesUnconfirmed, Why::NotConfirmed], &[]),
    row("R27", "all", |d| ticked(d, Confirmed::Yes, &[1, 2]), Ok, &[Why::Confirmed], &[]),
    row(
        "R27",
        "one is left",
        |d| ticked(d, Confirmed::Yes, &[1]),
        Unanswered,
        &[Why::ProcessesUnconfirmed, Why::Confirmed],
        &[],
    ),
    row("R27", "in part", |d| ticked(d, Confirmed::Partly, &[1]), Warning, &[Why::Confirmed], &[]),
    row("R27", "no", |d| ticked(d, Confirmed::No, &[]), Fail, &[Why::Confirmed], &[]),
    row(
        "R27",
        "does not apply",
        |d| ticked(d, Confirmed::NotApplicable, &[]),
        NotApplicable,
        &[Why::Confirmed],
        &[],
    ),
    row(
        "R29",
        "an answer of the period before holds no more",
        |d| d.answer_with("R29", Confirmed::Yes, |given| given.on = day("2014-01-28")),
        Unanswered,
        &[Why::NotConfirmed],
        &[],
    ),
    row(
        "R29",
        "the later answer holds",
        |d| {
            d.answer("R29", Confirmed::Yes);
            d.answer_with("R29", Confirmed::No, |given| given.on = day("2015-01-12"));
            d.answer_with("R29", Confirmed::Partly, |given| given.on = day("2015-01-13"));
        },
        Fail,
        &[Why::Confirmed],
        &[],
    ),
];

/// The full months of the period are February to December 2014.
const MONITORED: &[Row] = &[
    row(
        "R28",
        "no full month",
        |d| d.edit_audit(1, |audit| audit.ends_on = day("2014-12-02")),
        NotApplicable,
        &[Why::NoFullMonth],
        &[],
    ),
    row(
        "R28",
        "each month",
        |d| d.monitored(&[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], &[]),
        Ok,
        &[Why::MonthsMonitored, Why::ClosedInPeriod],
        &[],
    ),
    row(
        "R28",
        "each quarter, by entries and a report",
        |d| d.monitored(&[1, 6, 9], &[4]),
        Ok,
        &[Why::QuartersMonitored, Why::ClosedInPeriod],
        &[],
    ),
    row(
        "R28",
        "a quarter is left",
        |d| d.monitored(&[2, 5], &[4]),
        Warning,
        &[Why::MonthsUnmonitored, Why::ClosedInPeriod],
        &[],
    ),
    row("R28", "nothing", |_| {}, Fail, &[Why::NothingMonitored, Why::ClosedInPeriod], &[]),
    row(
        "R28",
        "with what was closed on time",
        |d| {
            d.monitored(&[], &[1, 2, 3, 4]);
            d.case("DK/1/2014", |case| closed(case, Effect::Effective));
            d.case("DK/2/2014", |_| {});
        },
        Ok,
        &[Why::QuartersMonitored, Why::ClosedInPeriod, Why::OnTimeInPeriod],
        &["DK/1/2014"],
    ),
];

/// The second surveillance audit is recommended by 28.02.2015 and has its limit on 31.12.2015.
fn planned(desk: &mut Desk, on: &str) {
    let certificate = Some(CertificateId(Uuid::from_u128(0x500)));
    let audit = Audit::planned(audit_id(2), AuditKind::Surveillance2, day(on), day(on));
    desk.audit(Audit { certificate, ..audit });
}

/// A certificate decided on that day, so that the second audit is recommended two years later.
fn decided_on(desk: &mut Desk, on: &str) {
    desk.edit_certificate(|certificate| certificate.decided_on = day(on));
}

fn suspended(desk: &mut Desk, lifted_on: Option<&str>) {
    desk.edit_certificate(|certificate| {
        certificate.suspensions.push(Suspension {
            from: day("2014-11-03"),
            until: day("2015-05-03"),
            reason: "Why".into(),
            lifted_on: lifted_on.map(day),
        });
    });
}

const CERTIFICATE: &[Row] = &[
    row("R34", "no certificate", |d| *d = Desk::bare(), Unanswered, &[Why::NoCertificate], &[]),
    row(
        "R34",
        "withdrawn today",
        |d| d.edit_certificate(|it| it.withdrawn_on = Some(day("2015-01-12"))),
        Fail,
        &[Why::CertificateWithdrawn],
        &[],
    ),
    row("R34", "suspended", |d| suspended(d, None), Fail, &[Why::CertificateSuspended], &[]),
    row(
        "R34",
        "restored today",
        |d| {
            suspended(d, Some("2015-01-12"));
            planned(d, "2015-02-03");
        },
        Ok,
        &[Why::AuditInWindow],
        &[],
    ),
    row(
        "R34",
        "the cycle is done",
        |d| {
            for (number, kind) in [(2, AuditKind::Surveillance2), (3, AuditKind::Recertification)] {
                let certificate = Some(CertificateId(Uuid::from_u128(0x500)));
                let audit = Audit::planned(audit_id(number), kind, day("2014-12-01"), day("2014-12-01"));
                d.audit(Audit { certificate, held: true, ..audit });
            }
        },
        NotApplicable,
        &[Why::NoAuditToCome],
        &[],
    ),
    row(
        "R34",
        "counted from a stage 2 that nobody wrote down",
        |d| {
            d.edit_certificate(|it| (it.base, it.stage2_ended_on) = (RuleBase::Stage2, None));
            d.edit_audit(1, |audit| {
                audit.held = false;
                (audit.starts_on, audit.ends_on) = (day("2015-02-03"), day("2015-02-04"));
            });
        },
        Unanswered,
        &[Why::WindowUnknown],
        &[],
    ),
    row("R34", "on the recommended day", |d| planned(d, "2015-02-28"), Ok, &[Why::AuditInWindow], &[]),
    row("R34", "a day after", |d| planned(d, "2015-03-01"), Warning, &[Why::AuditAfterRecommended], &[]),
    row(
        "R34",
        "within the tolerance",
        |d| {
            planned(d, "2015-03-31");
            d.edit_certificate(|it| it.tolerance_days = 31);
        },
        Ok,
        &[Why::AuditInWindow],
        &[],
    ),
    row("R34", "on the last day", |d| planned(d, "2015-12-31"), Warning, &[Why::AuditAfterRecommended], &[]),
    row(
        "R34",
        "after the limit, though within the tolerance",
        |d| {
            planned(d, "2016-01-01");
            d.edit_certificate(|it| it.tolerance_days = 400);
        },
        Fail,
        &[Why::AuditAfterLimit],
        &[],
    ),
    row("R34", "no date, 91 days", |d| decided_on(d, "2013-04-13"), Ok, &[Why::AuditToPlanLater], &[]),
    row("R34", "no date, 90 days", |d| decided_on(d, "2013-04-12"), Warning, &[Why::AuditToPlan], &[]),
    row("R34", "no date, 31 days", |d| decided_on(d, "2013-02-12"), Warning, &[Why::AuditToPlan], &[]),
    row("R34", "no date, 30 days", |d| decided_on(d, "2013-02-11"), Fail, &[Why::AuditNotPlanned], &[]),
];
