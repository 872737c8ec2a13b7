//! The checklist: the findings of the last external audit first, five answers, and what each demands.

use std::collections::BTreeSet;

use capa_core::domain::audit::{Answer, AuditKind};
use capa_core::domain::audits::{AuditForm, questions::fitting};
use capa_core::domain::case::{Case, CaseKind, CaseStatus, External, Source};
use capa_core::domain::change::Record;
use capa_core::domain::draft::LONGEST_TEXT;
use capa_core::domain::ids::{AuditId, CaseId, QuestionId, QuestionListId};
use capa_core::domain::keeping;
use capa_core::domain::programme::{ListQuestion, QuestionList};
use uuid::Uuid;

use super::{
    asked, conclude, day, desk, fill, form_of, internal, process, question, raise, remove, save, stood, write,
};
use crate::cycle::{Desk, rule};

fn list(desk: &mut Desk, of: Option<u128>, questions: &[&str]) -> QuestionListId {
    let question = |text: &&str| ListQuestion {
        id: QuestionId(Uuid::nil()),
        clause_2008: Some("7.5.1".into()),
        clause_2015: Some("8.5.1".into()),
        text: (*text).into(),
        needs_evidence: true,
    };
    let list = QuestionList {
        id: QuestionListId(Uuid::nil()),
        name: questions[0].into(),
        process: of.map(process),
        questions: questions.iter().map(question).collect(),
    };
    desk.ask(|book, moment| keeping::save(book, None, list, moment), |(_, set)| set).unwrap().0
}

/// A finding of that audit in that process.
fn finding(desk: &mut Desk, number: u128, audit: AuditId, of: Option<u128>) {
    let mut case = Case::draft(CaseId(Uuid::from_u128(number)), CaseKind::Corrective);
    case.number = Some(format!("DK/{number}/2014"));
    case.status = CaseStatus::Analysis;
    case.source = Some(Source::ExtAudit);
    case.registered_on = Some(day("2014-02-03"));
    case.process = of.map(process);
    case.clause_2008 = Some("4.2.4".into());
    case.finding.statement = format!("Ustalenie {number}");
    case.external = Some(External { audit: Some(audit), ..External::default() });
    desk.register.load(Record::Case(Box::new(case)), 1);
}

fn external(desk: &mut Desk, kind: AuditKind, on: &str, held: bool) -> AuditId {
    save(desk, AuditForm { held, ..AuditForm::planned(kind, day(on), day(on)) }).unwrap()
}

fn texts(desk: &Desk, id: AuditId) -> Vec<String> {
    stood(desk, id).0.questions.into_iter().map(|question| question.text).collect()
}

#[test]
fn the_findings_of_the_last_external_audit_come_first() {
    let mut desk = desk();
    let older = external(&mut desk, AuditKind::Certification, "2013-01-29", true);
    let last = external(&mut desk, AuditKind::Surveillance1, "2014-01-29", true);
    external(&mut desk, AuditKind::Surveillance2, "2014-05-05", false);
    finding(&mut desk, 2, last, Some(1));
    finding(&mut desk, 1, last, None);
    finding(&mut desk, 3, last, Some(2));
    finding(&mut desk, 4, older, Some(1));
    let asks = list(&mut desk, Some(1), &["Czy terminy są zachowane?", "Czy wzory są aktualne?"]);
    let id = save(&mut desk, internal()).unwrap();
    let own = write(&mut desk, id, question("Pytanie własne?", Answer::Conforming, "")).unwrap();
    fill(&mut desk, id, &[asks]).unwrap();
    // Of P01 and of no process, in the order of the register; not of P02, not of the audit before.
    let expected = [
        "Ustalenie 1",
        "Ustalenie 2",
        "Pytanie własne?",
        "Czy terminy są zachowane?",
        "Czy wzory są aktualne?",
    ];
    assert_eq!(texts(&desk, id), expected);
    let (audit, _) = stood(&desk, id);
    let first = &audit.questions[1];
    assert_eq!((first.about, first.process), (Some(CaseId(Uuid::from_u128(2))), Some(process(1))));
    assert_eq!((first.clause_2008.as_deref(), first.needs_evidence), (Some("4.2.4"), true));
    assert_eq!(first.answer, Answer::Unanswered);
    let listed = &audit.questions[3];
    assert_eq!((listed.list, listed.process, listed.needs_evidence), (Some(asks), Some(process(1)), true));
    assert_eq!(asked(&desk, id, own).answer, Answer::Conforming);
    // Again, nothing is asked twice.
    fill(&mut desk, id, &[asks]).unwrap();
    assert_eq!(texts(&desk, id), expected);
    finding(&mut desk, 5, last, Some(3));
    fill(&mut desk, id, &[]).unwrap();
    assert_eq!(texts(&desk, id)[0], "Ustalenie 5");
}

#[test]
fn an_audit_that_names_no_process_asks_about_every_finding() {
    let mut desk = desk();
    let last = external(&mut desk, AuditKind::Surveillance1, "2014-01-29", true);
    finding(&mut desk, 1, last, Some(1));
    finding(&mut desk, 2, last, Some(2));
    let id = save(&mut desk, AuditForm { processes: Vec::new(), ..internal() }).unwrap();
    fill(&mut desk, id, &[]).unwrap();
    assert_eq!(texts(&desk, id), ["Ustalenie 1", "Ustalenie 2"]);
    // An audit before the external one has nothing to follow.
    let earlier = AuditForm { starts_on: day("2014-01-28"), ends_on: day("2014-01-28"), ..internal() };
    let earlier = save(&mut desk, earlier).unwrap();
    fill(&mut desk, earlier, &[]).unwrap();
    assert_eq!(texts(&desk, earlier), Vec::<String>::new());
}

#[test]
fn lists_fit_their_process_and_those_for_any_fit_all() {
    let mut desk = desk();
    let any = list(&mut desk, None, &["Każdy?"]);
    let first = list(&mut desk, Some(1), &["Pierwszy?"]);
    let second = list(&mut desk, Some(2), &["Drugi?"]);
    let one = save(&mut desk, AuditForm { processes: vec![process(1)], ..internal() }).unwrap();
    let fits = |desk: &Desk, id| -> BTreeSet<QuestionListId> {
        let (audit, _) = stood(desk, id);
        fitting(&desk.register, &audit).map(|list| list.id).collect()
    };
    assert_eq!(fits(&desk, one), [any, first].into());
    let free = save(&mut desk, AuditForm { processes: Vec::new(), ..internal() }).unwrap();
    assert_eq!(fits(&desk, free), [any, first, second].into());
    // A list for any is asked in the one process of the audit, and in none where there are several.
    fill(&mut desk, one, &[any]).unwrap();
    assert_eq!(stood(&desk, one).0.questions[0].process, Some(process(1)));
    let several = save(&mut desk, internal()).unwrap();
    fill(&mut desk, several, &[any]).unwrap();
    assert_eq!(stood(&desk, several).0.questions[0].process, None);
    let unknown = fill(&mut desk, one, &[QuestionListId(Uuid::nil())]).unwrap_err();
    assert_eq!(rule(&unknown), "not_found:question_list");
}

#[test]
fn five_answers_are_five_different_things() {
    let codes: BTreeSet<&str> = Answer::ALL.iter().map(|answer| answer.code()).collect();
    assert_eq!(codes.len(), 5);
    let findings: Vec<Answer> = Answer::ALL.into_iter().filter(|answer| answer.is_finding()).collect();
    assert_eq!(findings, [Answer::Observation, Answer::Nonconforming]);
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    for answer in Answer::ALL {
        let own = write(&mut desk, id, question(answer.code(), answer, "Teczka 4")).unwrap();
        assert_eq!(asked(&desk, id, own).answer, answer);
    }
}

#[test]
fn evidence_is_demanded_by_a_finding_and_by_a_question_that_says_so() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    for answer in Answer::ALL {
        for needs_evidence in [false, true] {
            let form = |evidence| {
                let mut form = question("Czy?", answer, evidence);
                form.needs_evidence = needs_evidence;
                form
            };
            let demanded = match answer {
                Answer::Unanswered | Answer::NotApplicable => false,
                Answer::Conforming => needs_evidence,
                Answer::Observation | Answer::Nonconforming => true,
            };
            let without = write(&mut desk, id, form(" \n")).map(drop).map_err(|error| rule(&error));
            let expected = if demanded { Err("evidence_demanded".to_string()) } else { Ok(()) };
            assert_eq!(without, expected, "{answer:?} {needs_evidence}");
            write(&mut desk, id, form("Rejestr, poz. 14")).unwrap();
        }
    }
}

#[test]
fn a_question_has_words_and_not_too_many() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let mut refuses = |form| rule(&write(&mut desk, id, form).unwrap_err());
    let long = || "ż".repeat(LONGEST_TEXT + 1);
    assert_eq!(refuses(question(" ", Answer::Unanswered, "")), "empty_name");
    assert_eq!(refuses(question(&long(), Answer::Unanswered, "")), "text_too_long");
    assert_eq!(refuses(question("Czy?", Answer::Unanswered, &long())), "text_too_long");
    let mut noted = question("Czy?", Answer::Unanswered, "");
    noted.note = long();
    assert_eq!(refuses(noted), "text_too_long");
    let mut unknown = question("Czy?", Answer::Unanswered, "");
    unknown.id = Some(QuestionId(Uuid::nil()));
    assert_eq!(refuses(unknown), "not_found:question");
    assert_eq!(stood(&desk, id).0.questions, []);
}

#[test]
fn what_became_a_case_is_neither_taken_back_nor_taken_out() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let own = write(&mut desk, id, question("Kopie?", Answer::Nonconforming, "Pokój 12")).unwrap();
    raise(&mut desk, id, own).unwrap();
    for answer in [Answer::Unanswered, Answer::Conforming, Answer::NotApplicable] {
        let mut back = question("Kopie?", answer, "Pokój 12");
        back.id = Some(own);
        assert_eq!(rule(&write(&mut desk, id, back).unwrap_err()), "case_raised", "{answer:?}");
    }
    assert_eq!(rule(&remove(&mut desk, id, own).unwrap_err()), "case_raised");
    let mut milder = question("Kopie?", Answer::Observation, "Pokój 12");
    milder.id = Some(own);
    write(&mut desk, id, milder).unwrap();
    assert!(asked(&desk, id, own).case.is_some());
    let other = write(&mut desk, id, question("Inne?", Answer::Nonconforming, "Pokój 3")).unwrap();
    remove(&mut desk, id, other).unwrap();
    assert_eq!(texts(&desk, id), ["Kopie?"]);
    assert_eq!(rule(&remove(&mut desk, id, other).unwrap_err()), "not_found:question");
}

#[test]
fn the_checklist_of_a_held_audit_stands() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let own = write(&mut desk, id, question("Czy?", Answer::Conforming, "")).unwrap();
    conclude(&mut desk, id, "2014-06-02").unwrap();
    let before = stood(&desk, id);
    let mut again = question("Inaczej?", Answer::Conforming, "");
    again.id = Some(own);
    assert_eq!(rule(&write(&mut desk, id, again).unwrap_err()), "audit_held");
    assert_eq!(rule(&fill(&mut desk, id, &[]).unwrap_err()), "audit_held");
    assert_eq!(rule(&remove(&mut desk, id, own).unwrap_err()), "audit_held");
    assert_eq!(stood(&desk, id), before);
    assert!(form_of(&desk, id).held);
}
