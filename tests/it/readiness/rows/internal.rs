//! R18-R22: internal audits and management reviews.

use capa_core::domain::audit::{Answer, Audit, Question, TeamMember};
use capa_core::domain::case::{Case, CaseStatus, External, Source};
use capa_core::domain::confirmation::CheckResult::{Fail, NotApplicable, Ok, Unanswered, Warning};
use capa_core::domain::confirmation::Confirmed;
use capa_core::domain::ids::{CaseId, QuestionId};
use capa_core::domain::programme::AuditProgramme;
use capa_core::domain::readiness::Why;
use uuid::Uuid;

use super::super::world::{Desk, audit_id, cancelled, closed, day, decided, decision, post, process};
use super::{Row, row};

/// An audit of both processes, by an approved programme.
fn audited(desk: &mut Desk, on: &str) {
    desk.internal_audit(3, on, |_| {});
    desk.audit_programme(2014, Some("2014-01-02"));
}

fn internal(case: &mut Case) {
    case.source = Some(Source::IntAudit);
    case.external = Some(External { audit: Some(audit_id(3)), ..External::default() });
}

fn waiting(desk: &mut Desk, registered_on: &str) {
    desk.case("DK/1/2014", |case| {
        internal(case);
        case.status = CaseStatus::Analysis;
        case.registered_on = Some(day(registered_on));
        case.actions.clear();
    });
}

fn question(audit: &mut Audit, answer: Answer, case: Option<CaseId>) {
    audit.questions.push(Question {
        id: QuestionId(Uuid::from_u128(0x900)),
        list: None,
        about: None,
        process: None,
        clause_2008: None,
        clause_2015: None,
        text: "Question".into(),
        needs_evidence: false,
        answer,
        evidence: String::new(),
        note: String::new(),
        case,
    });
}

/// An audit in the period by the head of the unit 1, who may audit.
fn by_head(desk: &mut Desk, processes: &[u128]) {
    let processes = processes.iter().map(|number| process(*number)).collect();
    let team = vec![TeamMember { post: post(1), processes }];
    desk.internal_audit(3, "2014-10-06", |audit| audit.team = team);
    desk.auditor(1, "2013-01-02");
}

/// The answer of people to a check, and nothing else in the book.
macro_rules! answered {
    ($check:literal, $answer:ident, $result:ident, $whys:expr) => {
        row($check, stringify!($answer), |d| d.answer($check, Confirmed::$answer), $result, $whys, &[])
    };
}

pub const ROWS: &[Row] = &[
    row("R18", "none", |_| {}, Unanswered, &[Why::NotConfirmed, Why::NoInternalAudits], &[]),
    answered!("R18", Yes, Ok, &[Why::Confirmed, Why::NoInternalAudits]),
    answered!("R18", Partly, Warning, &[Why::Confirmed, Why::NoInternalAudits]),
    answered!("R18", No, Fail, &[Why::Confirmed, Why::NoInternalAudits]),
    answered!("R18", NotApplicable, NotApplicable, &[Why::Confirmed, Why::NoInternalAudits]),
    row(
        "R18",
        "audits that name no process",
        |d| d.internal_audit(3, "2014-10-06", |audit| audit.processes.clear()),
        Unanswered,
        &[Why::NotConfirmed, Why::NoInternalAudits],
        &[],
    ),
    row("R18", "within a year", |d| audited(d, "2014-01-13"), Ok, &[Why::ProcessesAudited], &[]),
    row("R18", "a year ago", |d| audited(d, "2014-01-12"), Fail, &[Why::ProcessesNotAudited], &[]),
    row(
        "R18",
        "a process is left out, whatever people say",
        |d| {
            audited(d, "2014-10-06");
            d.edit_audit(3, |audit| audit.processes = vec![process(1)]);
            d.answer("R18", Confirmed::Yes);
        },
        Fail,
        &[Why::ProcessesNotAudited],
        &[],
    ),
    row(
        "R18",
        "only planned",
        |d| {
            audited(d, "2014-10-06");
            d.edit_audit(3, |audit| audit.held = false);
        },
        Unanswered,
        &[Why::NotConfirmed, Why::NoInternalAudits],
        &[],
    ),
    row(
        "R18",
        "no programme",
        |d| d.internal_audit(3, "2014-10-06", |_| {}),
        Warning,
        &[Why::ProgrammeNotApproved],
        &[],
    ),
    row(
        "R18",
        "a programme to be approved tomorrow",
        |d| {
            audited(d, "2014-10-06");
            d.edit_shelved(|programme: &mut AuditProgramme| programme.approval = Some(decided("2015-01-13")));
        },
        Warning,
        &[Why::ProgrammeNotApproved],
        &[],
    ),
    row("R19", "none", |_| {}, NotApplicable, &[Why::NoInternalFindings], &[]),
    row("R19", "an audit without findings", |d| audited(d, "2014-10-06"), Ok, &[Why::InternalHandled], &[]),
    row(
        "R19",
        "waits for a month",
        |d| waiting(d, "2014-12-13"),
        Ok,
        &[Why::InternalHandled],
        &["DK/1/2014"],
    ),
    row(
        "R19",
        "waits for a month and a day",
        |d| waiting(d, "2014-12-12"),
        Fail,
        &[Why::InternalUnplanned],
        &["DK/1/2014"],
    ),
    row(
        "R19",
        "overdue",
        |d| {
            d.case("DK/1/2014", |case| {
                internal(case);
                case.actions[0].due_on = Some(day("2015-01-11"));
            });
        },
        Fail,
        &[Why::InternalOverdue],
        &["DK/1/2014"],
    ),
    row(
        "R19",
        "the report states more",
        |d| {
            audited(d, "2014-10-06");
            d.edit_audit(3, |audit| audit.findings_in_report = Some(2));
            d.case("DK/1/2014", internal);
        },
        Fail,
        &[Why::InternalFindingsMissing],
        &[],
    ),
    row(
        "R19",
        "the report states as many, one by its question",
        |d| {
            audited(d, "2014-10-06");
            d.case("DK/1/2014", internal);
            let raised = d.case("DK/2/2014", |case| case.source = Some(Source::IntAudit));
            d.edit_audit(3, |audit| {
                audit.findings_in_report = Some(2);
                question(audit, Answer::Nonconforming, Some(raised));
            });
        },
        Ok,
        &[Why::InternalHandled],
        &["DK/1/2014", "DK/2/2014"],
    ),
    row(
        "R19",
        "a report of before the period",
        |d| {
            audited(d, "2014-01-28");
            d.edit_audit(3, |audit| audit.findings_in_report = Some(2));
        },
        Ok,
        &[Why::InternalHandled],
        &[],
    ),
    row(
        "R19",
        "a nonconforming answer without a case",
        |d| {
            audited(d, "2014-10-06");
            d.edit_audit(3, |audit| {
                question(audit, Answer::Nonconforming, None);
                question(audit, Answer::Observation, None);
            });
        },
        Fail,
        &[Why::InternalFindingsUnraised],
        &[],
    ),
    row(
        "R19",
        "its case was cancelled",
        |d| {
            audited(d, "2014-10-06");
            let raised = d.case("DK/1/2014", |case| {
                internal(case);
                cancelled(case, "Why");
            });
            d.edit_audit(3, |audit| question(audit, Answer::Nonconforming, Some(raised)));
        },
        Fail,
        &[Why::InternalFindingsUnraised],
        &[],
    ),
    row("R20", "nobody asked", |_| {}, Unanswered, &[Why::NotConfirmed], &[]),
    answered!("R20", Yes, Ok, &[Why::Confirmed]),
    answered!("R20", Partly, Warning, &[Why::Confirmed]),
    answered!("R20", No, Fail, &[Why::Confirmed]),
    answered!("R20", NotApplicable, NotApplicable, &[Why::Confirmed]),
    row(
        "R20",
        "a process of another unit",
        |d| {
            by_head(d, &[2]);
            d.answer("R20", Confirmed::Yes);
        },
        Ok,
        &[Why::Confirmed, Why::InternalAuditsHeld],
        &[],
    ),
    row(
        "R20",
        "the own unit, whatever people say",
        |d| {
            by_head(d, &[1]);
            d.answer("R20", Confirmed::Yes);
        },
        Fail,
        &[Why::AuditedOwnUnit],
        &[],
    ),
    row(
        "R20",
        "the own unit, before the period",
        |d| {
            by_head(d, &[1]);
            d.edit_audit(3, |audit| {
                (audit.starts_on, audit.ends_on) = (day("2014-01-28"), day("2014-01-28"))
            });
            d.answer("R20", Confirmed::Yes);
        },
        Ok,
        &[Why::Confirmed],
        &[],
    ),
    row(
        "R20",
        "appointed after the audit",
        |d| {
            d.internal_audit(3, "2014-10-06", |_| {});
            d.auditor(3, "2014-10-07");
            d.answer("R20", Confirmed::Yes);
        },
        Warning,
        &[Why::Confirmed, Why::CompetenceNotShown, Why::InternalAuditsHeld],
        &[],
    ),
    row(
        "R20",
        "not trained and in the own unit",
        |d| {
            by_head(d, &[1]);
            d.clear::<capa_core::domain::programme::Auditor>();
        },
        Fail,
        &[Why::AuditedOwnUnit, Why::CompetenceNotShown],
        &[],
    ),
    row("R21", "none", |_| {}, Unanswered, &[Why::NotConfirmed, Why::NoReview], &[]),
    answered!("R21", Yes, Ok, &[Why::Confirmed, Why::NoReview]),
    answered!("R21", Partly, Warning, &[Why::Confirmed, Why::NoReview]),
    answered!("R21", No, Fail, &[Why::Confirmed, Why::NoReview]),
    answered!("R21", NotApplicable, NotApplicable, &[Why::Confirmed, Why::NoReview]),
    row("R21", "a year ago", |d| d.review("2014-01-12", |_| {}), Ok, &[Why::ReviewHeld], &[]),
    row(
        "R21",
        "more than a year ago, whatever people say",
        |d| {
            d.review("2014-01-11", |_| {});
            d.answer("R21", Confirmed::Yes);
        },
        Fail,
        &[Why::ReviewTooOld],
        &[],
    ),
    row(
        "R21",
        "one planned and one to come do not count",
        |d| {
            d.review("2014-12-15", |review| review.held = false);
            d.review("2015-01-13", |_| {});
        },
        Unanswered,
        &[Why::NotConfirmed, Why::NoReview],
        &[],
    ),
    row("R22", "none", |_| {}, Unanswered, &[Why::NotConfirmed, Why::ReviewDecisions], &[]),
    answered!("R22", Yes, Ok, &[Why::Confirmed, Why::ReviewDecisions]),
    answered!("R22", Partly, Warning, &[Why::Confirmed, Why::ReviewDecisions]),
    answered!("R22", No, Fail, &[Why::Confirmed, Why::ReviewDecisions]),
    answered!("R22", NotApplicable, NotApplicable, &[Why::Confirmed, Why::ReviewDecisions]),
    row(
        "R22",
        "decided with a case and with a reason",
        |d| {
            let case = d.case("DK/1/2014", |case| case.source = Some(Source::MgmtReview));
            d.review("2014-12-15", |review| {
                review.decisions = vec![decision(Some(case), ""), decision(None, "Done at once")];
            });
            d.answer("R22", Confirmed::Yes);
        },
        Ok,
        &[Why::Confirmed, Why::ReviewDecisions],
        &["DK/1/2014"],
    ),
    row(
        "R22",
        "blind and without consequence",
        |d| {
            d.review("2014-12-15", |review| {
                review.inputs.clear();
                review.decisions = vec![decision(None, " ")];
            });
            d.answer("R22", Confirmed::Yes);
        },
        Fail,
        &[Why::ReviewWithoutActions, Why::ReviewDecisionsOpen],
        &[],
    ),
    row(
        "R22",
        "blind before the period",
        |d| {
            d.review("2014-01-28", |review| review.inputs.clear());
            d.case("DK/1/2014", |case| {
                case.source = Some(Source::MgmtReview);
                closed(case, capa_core::domain::case::Effect::Effective);
            });
        },
        Unanswered,
        &[Why::NotConfirmed, Why::ReviewDecisions],
        &["DK/1/2014"],
    ),
];
