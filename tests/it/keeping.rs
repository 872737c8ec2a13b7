//! The small registers: what is refused, what is taken out and brought back, and the time that the code of
//! administrative procedure gives to answer.

mod answers;
mod refusals;

use capa_core::domain::complaint::{Complaint, ComplaintKind};
use capa_core::domain::ids::{
    AuditorId, ComplaintId, ObjectiveId, QuestionId, QuestionListId, ReviewId, SurveyId,
};
use capa_core::domain::keeping::{self, Kept};
use capa_core::domain::objective::Objective;
use capa_core::domain::office::{Post, Process};
use capa_core::domain::programme::{Auditor, ListQuestion, QuestionList};
use capa_core::domain::review::{Review, ReviewDecision, ReviewInput, ReviewTopic};
use capa_core::domain::rule::RuleError;
use capa_core::domain::survey::Survey;
use capa_core::domain::{
    change::Record,
    ids::{DecisionId, PostId, ProcessId},
};
use uuid::Uuid;

use super::cycle::{Desk, day};

pub const TODAY: &str = "2014-06-02";

pub fn post() -> PostId {
    PostId(Uuid::from_u128(0x11))
}

pub fn process() -> ProcessId {
    ProcessId(Uuid::from_u128(0x12))
}

pub fn desk() -> Desk {
    let mut desk = Desk::begun(TODAY, &[]);
    let name = "Inspektor".to_string();
    desk.register.load(Record::Post(Post { id: post(), name, department: None, roles: Vec::new() }), 1);
    desk.register.load(
        Record::Process(Process {
            id: process(),
            code: "P01".into(),
            name: "Wydawanie decyzji".into(),
            owner: None,
            department: None,
            measure: String::new(),
        }),
        1,
    );
    desk
}

pub fn save<T: Kept>(desk: &mut Desk, at: Option<(T::Id, u32)>, record: T) -> Result<T::Id, RuleError> {
    let asked = desk.ask(|book, moment| keeping::save(book, at, record, moment), |(_, set)| set);
    asked.map(|(id, _)| id)
}

pub fn complaint(received_on: &str) -> Complaint {
    Complaint {
        id: ComplaintId(Uuid::nil()),
        kind: ComplaintKind::Complaint,
        reference: "OR.1510.4.2014".into(),
        received_on: day(received_on),
        subject: "Czas oczekiwania na rejestrację".into(),
        department: None,
        process: Some(process()),
        justified: None,
        decision: String::new(),
        answered_on: None,
        notice_on: None,
        notice_until: None,
        case: None,
        no_case_reason: String::new(),
        note: String::new(),
    }
}

pub fn objective(year: i32) -> Objective {
    Objective {
        id: ObjectiveId(Uuid::nil()),
        year,
        text: "Odpowiedź w 7 dni".into(),
        process: Some(process()),
        owner: Some(post()),
        measure: "% spraw".into(),
        baseline: "91%".into(),
        target: "95%".into(),
        result: String::new(),
        met: None,
        approved_on: Some(day("2014-01-10")),
        reviewed_on: None,
        case: None,
        no_case_reason: String::new(),
    }
}

pub fn survey(held_on: &str) -> Survey {
    Survey {
        id: SurveyId(Uuid::nil()),
        name: "Wiosna 2014".into(),
        held_on: day(held_on),
        answers: Some(212),
        score: Some(440),
        target: Some(430),
        scale: Some(500),
        report_on: None,
        findings: String::new(),
        cases: Vec::new(),
        no_case_reason: String::new(),
    }
}

pub fn decision(text: &str) -> ReviewDecision {
    ReviewDecision {
        id: DecisionId(Uuid::nil()),
        text: text.into(),
        owner: Some(post()),
        due_on: Some(day("2014-09-30")),
        case: None,
        no_case_reason: String::new(),
    }
}

pub fn review(on: &str, held: bool) -> Review {
    Review {
        id: ReviewId(Uuid::nil()),
        on: day(on),
        held,
        participants: "Starosta, Sekretarz".into(),
        minutes: "OR.0142.9.2013".into(),
        inputs: vec![ReviewInput { topic: ReviewTopic::Actions, summary: "Stan kart".into() }],
        decisions: vec![decision("Szkolenie"), decision("Nowy wzór")],
        note: String::new(),
    }
}

pub fn auditor() -> Auditor {
    Auditor {
        id: AuditorId(Uuid::nil()),
        post: post(),
        training: "Szkolenie auditorów".into(),
        trained_on: Some(day("2012-09-10")),
        order: "Zarządzenie 41/2012".into(),
        appointed_on: Some(day("2012-10-01")),
        until: None,
    }
}

pub fn list(process: Option<ProcessId>) -> QuestionList {
    let question = |text: &str| ListQuestion {
        id: QuestionId(Uuid::nil()),
        clause_2008: Some("4.2.3".into()),
        clause_2015: Some("7.5.3".into()),
        text: text.into(),
        needs_evidence: true,
    };
    QuestionList {
        id: QuestionListId(Uuid::nil()),
        name: "Nadzór nad dokumentami".into(),
        process,
        questions: vec![question("Czy wydanie jest aktualne?"), question("Czy wycofano kopie?")],
    }
}
