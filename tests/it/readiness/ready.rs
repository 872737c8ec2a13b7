//! An office that is ready: every check of the field is in order, and each has records to ask about.

use capa_core::domain::action::Extension;
use capa_core::domain::audit::{Answer, Audit, AuditKind, Question};
use capa_core::domain::case::{CaseStatus, Effect, External, Grade, LinkKind, Source};
use capa_core::domain::complaint::Justified;
use capa_core::domain::confirmation::Confirmed;
use capa_core::domain::ids::{CertificateId, QuestionId};
use uuid::Uuid;

use super::world::{Desk, audit_id, carried_out, closed, day, decision, external, process};

pub fn ready() -> Desk {
    let mut desk = Desk::certified();
    external_findings(&mut desk);
    cases(&mut desk);
    audits(&mut desk);
    registers(&mut desk);
    for check in ["R20", "R22", "R25", "R29", "R30", "R31", "R32", "R33"] {
        desk.answer(check, Confirmed::Yes);
    }
    desk.answer_with("R27", Confirmed::Yes, |given| given.processes = vec![process(1), process(2)]);
    desk
}

/// A minor and a major, both answered, closed and accepted, and an opportunity for improvement.
fn external_findings(desk: &mut Desk) {
    desk.edit_audit(1, |audit| audit.findings_in_report = Some(3));
    for (number, grade) in
        [("DK/1/2014", Grade::Minor), ("DK/9/2014", Grade::Major), ("DS/1/2014", Grade::Ofi)]
    {
        desk.case(number, |case| {
            external(case, grade);
            closed(case, Effect::Effective);
            case.expected_effect = "Effect".into();
            let external = case.external.as_mut().unwrap();
            if grade != Grade::Ofi {
                external.answer_due_on = Some(day("2014-02-28"));
                external.answer_sent_on = Some(day("2014-02-21"));
                external.accepted_on = Some(day("2014-03-10"));
            }
        });
    }
}

/// A case of every source that a check asks about.
fn cases(desk: &mut Desk) {
    desk.case("DZ/1/2014", |_| {});
    desk.case("DK/2/2014", |case| {
        case.source = Some(Source::IntAudit);
        case.external = Some(External { audit: Some(audit_id(3)), ..External::default() });
        (case.process, case.clause_2008) = (Some(process(1)), Some("4.2.3".into()));
        case.actions[0].extensions.push(Extension {
            from: Some(day("2014-12-31")),
            to: day("2015-06-30"),
            reason: "Reason".into(),
            asked_on: day("2014-12-01"),
            decided_on: day("2014-12-02"),
            decided_by: "Representative".into(),
            signer: None,
            late: false,
        });
    });
    desk.case("DK/3/2014", |case| {
        case.source = Some(Source::Complaint);
        carried_out(case);
        case.status = CaseStatus::Effectiveness;
        case.effectiveness.due_on = Some(day("2015-03-31"));
        case.actions[0].training = true;
    });
    desk.case("DK/4/2014", |case| {
        case.source = Some(Source::Survey);
        (case.process, case.clause_2008) = (Some(process(1)), Some("8.2.1".into()));
    });
    desk.case("DK/5/2014", |case| case.source = Some(Source::MgmtReview));
    desk.case("DK/6/2014", |case| case.source = Some(Source::Objective));
    desk.case("DK/7/2014", |case| {
        case.source = Some(Source::NcService);
        closed(case, Effect::Ineffective);
    });
    desk.case("DK/8/2014", |_| {});
    desk.link("DK/7/2014", LinkKind::FollowUp, "DK/8/2014");
}

/// An internal audit with a finding, by an approved programme, and the external one to come.
fn audits(desk: &mut Desk) {
    let raised = desk.id_of("DK/2/2014");
    desk.internal_audit(3, "2014-10-06", |audit| {
        audit.findings_in_report = Some(1);
        audit.questions = vec![Question {
            id: QuestionId(Uuid::from_u128(0x900)),
            list: None,
            about: None,
            process: Some(process(1)),
            clause_2008: Some("4.2.3".into()),
            clause_2015: None,
            text: "Question".into(),
            needs_evidence: false,
            answer: Answer::Nonconforming,
            evidence: String::new(),
            note: String::new(),
            case: Some(raised),
        }];
    });
    desk.audit_programme(2014, Some("2014-01-02"));
    desk.auditor(3, "2013-01-02");
    let (starts_on, ends_on) = (day("2015-02-03"), day("2015-02-04"));
    let certificate = Some(CertificateId(Uuid::from_u128(0x500)));
    let planned = Audit::planned(audit_id(2), AuditKind::Surveillance2, starts_on, ends_on);
    desk.audit(Audit { certificate, ..planned });
}

/// A justified complaint, a low survey, a review, a missed objective: each with its case; and a year of monitoring.
fn registers(desk: &mut Desk) {
    let of = |desk: &Desk, number| Some(desk.id_of(number));
    let (complaint, survey) = (of(desk, "DK/3/2014"), of(desk, "DK/4/2014"));
    let (review, objective) = (of(desk, "DK/5/2014"), of(desk, "DK/6/2014"));
    desk.complaint(|it| (it.justified, it.case) = (Some(Justified::Yes), complaint));
    desk.survey(|it| (it.score, it.cases) = (Some(390), survey.into_iter().collect()));
    desk.review("2014-12-15", |it| it.decisions = vec![decision(review, "")]);
    desk.objective(2014, |it| (it.met, it.case) = (Some(false), objective));
    desk.objective(2015, |it| it.met = None);
    desk.monitored(&[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], &[]);
}
