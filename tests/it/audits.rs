//! Internal and external audits: planned, asked, concluded, with what they find; the yearly programme of internal
//! audits.

mod findings;
mod planning;
mod programme;
mod questions;

use capa_core::domain::audit::{Answer, Audit, AuditKind, Question, TeamMember};
use capa_core::domain::audits::{self, AuditForm, findings as raising, questions as asking};
use capa_core::domain::change::{Actor, ChangeSet, Moment, Record, RecordedFor};
use capa_core::domain::ids::{
    AuditId, CaseId, DepartmentId, PersonId, PostId, ProcessId, QuestionId, QuestionListId,
};
use capa_core::domain::office::{Department, Post, Process};
use capa_core::domain::person::{Person, Role};
use capa_core::domain::rule::RuleError;
use capa_core::register::Register;
use uuid::Uuid;

use super::cycle::{Desk, day, form as certificate};

pub const TODAY: &str = "2014-06-02";

/// The posts of the office: the representative, the Starosta, an auditor of the unit GN, the head of the unit AB.
pub const PLENIPOTENTIARY: u128 = 0x11;
pub const STAROSTA: u128 = 0x12;
pub const AUDITOR: u128 = 0x13;
pub const HEAD: u128 = 0x14;

pub fn post(number: u128) -> PostId {
    PostId(Uuid::from_u128(number))
}

pub fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x100 + number))
}

pub fn unit(number: u128) -> DepartmentId {
    DepartmentId(Uuid::from_u128(0x20 + number))
}

/// P01 belongs to AB and its head, P02 to GN, P03 to nobody.
pub fn process(number: u128) -> ProcessId {
    ProcessId(Uuid::from_u128(0x30 + number))
}

pub fn desk() -> Desk {
    let mut desk = Desk::begun(TODAY, &[]);
    let load = |desk: &mut Desk, record| desk.register.load(record, 1);
    for (number, code) in [(1, "AB"), (2, "GN")] {
        let department = Department { id: unit(number), code: code.into(), name: code.into() };
        load(&mut desk, Record::Department(department));
    }
    for (id, name, department, role) in [
        (PLENIPOTENTIARY, "Pełnomocnik", None, Role::Representative),
        (STAROSTA, "Starosta", None, Role::TopManagement),
        (AUDITOR, "Auditor", Some(unit(2)), Role::InternalAuditor),
        (HEAD, "Naczelnik", None, Role::DepartmentHead),
    ] {
        let (id, name, roles) = (post(id), name.to_string(), vec![role]);
        load(&mut desk, Record::Post(Post { id, name, department, roles }));
    }
    for (number, owner, department) in
        [(1, Some(post(HEAD)), Some(unit(1))), (2, None, Some(unit(2))), (3, None, None)]
    {
        load(
            &mut desk,
            Record::Process(Process {
                id: process(number),
                code: format!("P0{number}"),
                name: String::new(),
                owner,
                department,
                measure: String::new(),
            }),
        );
    }
    desk
}

/// From now on everybody signs in.
pub fn signing_in(desk: &mut Desk) {
    for number in [PLENIPOTENTIARY, STAROSTA, AUDITOR, HEAD] {
        desk.register.load(
            Record::Person(Person {
                id: person(number),
                name: format!("Osoba {number}"),
                login: format!("osoba{number}"),
                posts: vec![post(number)],
                active: true,
                credential: Some("00".repeat(32)),
                credential_on: None,
            }),
            1,
        );
    }
}

pub fn signed(number: u128, signed_off: bool) -> Actor {
    Actor { person: Some(person(number)), signed_off, ..Actor::named("osoba", "") }
}

/// What that post decided on paper.
pub fn recorded(number: u128, on: &str) -> Actor {
    let document = "Zarządzenie 7/2014".to_string();
    let recorded_for = RecordedFor { post: post(number), name: String::new(), on: day(on), document };
    Actor { recorded_for: Some(recorded_for), ..Actor::representative() }
}

/// Asks as somebody else.
pub fn ask_as<T>(
    desk: &mut Desk,
    actor: Actor,
    rule: impl FnOnce(&Register, &mut Moment<'_>) -> Result<T, RuleError>,
    set: impl Fn(&T) -> &ChangeSet,
) -> Result<T, RuleError> {
    desk.ask(
        |book, moment| {
            moment.actor = actor;
            rule(book, moment)
        },
        set,
    )
}

pub fn member(number: u128, processes: &[u128]) -> TeamMember {
    TeamMember { post: post(number), processes: processes.iter().map(|number| process(*number)).collect() }
}

/// An internal audit of P01 and P03 on two days.
pub fn internal() -> AuditForm {
    AuditForm {
        processes: vec![process(1), process(3)],
        team: vec![member(AUDITOR, &[])],
        ..AuditForm::planned(AuditKind::Internal, day("2014-05-29"), day("2014-05-30"))
    }
}

pub fn save(desk: &mut Desk, form: AuditForm) -> Result<AuditId, RuleError> {
    desk.ask(|book, moment| audits::save(book, form, moment), |(_, set)| set).map(|(id, _)| id)
}

pub fn stood(desk: &Desk, id: AuditId) -> (Audit, u32) {
    let stood = desk.register.audit(id).unwrap();
    (stood.record.clone(), stood.revision)
}

/// The form of an audit that stands in the book.
pub fn form_of(desk: &Desk, id: AuditId) -> AuditForm {
    let (audit, revision) = stood(desk, id);
    AuditForm {
        id: Some(id),
        revision,
        kind: audit.kind,
        starts_on: audit.starts_on,
        ends_on: audit.ends_on,
        held: audit.held,
        scope: audit.scope,
        lead: audit.lead,
        findings_in_report: audit.findings_in_report,
        note: audit.note,
        processes: audit.processes,
        team: audit.team,
        report_on: audit.report_on,
        answer_due_on: audit.answer_due_on,
        answer_sent_on: audit.answer_sent_on,
        answer_accepted_on: audit.answer_accepted_on,
    }
}

pub fn question(text: &str, answer: Answer, evidence: &str) -> asking::QuestionForm {
    asking::QuestionForm {
        id: None,
        process: Some(process(1)),
        clause_2008: Some("4.2.3".into()),
        clause_2015: Some("7.5.3".into()),
        text: text.into(),
        needs_evidence: false,
        answer,
        evidence: evidence.into(),
        note: String::new(),
    }
}

pub fn write(desk: &mut Desk, id: AuditId, form: asking::QuestionForm) -> Result<QuestionId, RuleError> {
    let (at, revision) = (form.id, stood(desk, id).1);
    desk.ask(|book, moment| asking::save(book, id, revision, form, moment), |set| set)?;
    let (audit, _) = stood(desk, id);
    Ok(at.unwrap_or_else(|| audit.questions.last().unwrap().id))
}

pub fn fill(desk: &mut Desk, id: AuditId, lists: &[QuestionListId]) -> Result<(), RuleError> {
    let revision = stood(desk, id).1;
    desk.ask(|book, moment| asking::fill(book, id, revision, lists, moment), |set| set).map(drop)
}

pub fn remove(desk: &mut Desk, id: AuditId, question: QuestionId) -> Result<(), RuleError> {
    let revision = stood(desk, id).1;
    desk.ask(|book, moment| asking::remove(book, id, revision, question, moment), |set| set).map(drop)
}

pub fn raise(
    desk: &mut Desk,
    id: AuditId,
    question: QuestionId,
) -> Result<(CaseId, Option<String>), RuleError> {
    let revision = stood(desk, id).1;
    let asked =
        desk.ask(|book, moment| raising::raise(book, id, revision, question, moment), |raised| &raised.set);
    asked.map(|raised| (raised.case, raised.number))
}

pub fn conclude(desk: &mut Desk, id: AuditId, report_on: &str) -> Result<(), RuleError> {
    let revision = stood(desk, id).1;
    let asked =
        desk.ask(|book, moment| raising::conclude(book, id, revision, day(report_on), moment), |set| set);
    asked.map(drop)
}

pub fn asked(desk: &Desk, id: AuditId, question: QuestionId) -> Question {
    let (audit, _) = stood(desk, id);
    audit.questions.into_iter().find(|other| other.id == question).unwrap()
}

pub fn param(error: &RuleError, name: &str) -> String {
    let RuleError::Refused { params, .. } = error else { return String::new() };
    params.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone()).unwrap_or_default()
}
