//! From a finding to its case, and the end of an audit.

use capa_core::domain::audit::{Answer, AuditKind};
use capa_core::domain::audits::{AuditForm, findings};
use capa_core::domain::case::{CaseStatus, Grade, Source};
use capa_core::domain::draft;
use capa_core::domain::facts::{Missing, missing};
use capa_core::domain::ids::QuestionId;
use uuid::Uuid;

use super::{
    AUDITOR, HEAD, ask_as, asked, conclude, day, desk, internal, param, post, process, question, raise, save,
    signed, signing_in, stood, unit, write,
};
use crate::cycle::rule;

#[test]
fn a_finding_enters_the_register_and_both_know_each_other() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let mut form = question("Czy wycofano kopie?", Answer::Nonconforming, " Pokój 12: dwie kopie ");
    form.note = "Używa się wycofanych wydań.\nDwa razy.".into();
    let own = write(&mut desk, id, form).unwrap();
    let (case, number) = raise(&mut desk, id, own).unwrap();
    assert_eq!(number.as_deref(), Some("DK/1/2014"));
    assert_eq!(asked(&desk, id, own).case, Some(case));
    let case = desk.register.case(case).unwrap().record.clone();
    assert_eq!(case.external.as_ref().and_then(|external| external.audit), Some(id));
    assert_eq!((case.status, case.number.as_deref()), (CaseStatus::Registered, Some("DK/1/2014")));
    assert_eq!((case.source, case.grade), (Some(Source::IntAudit), Some(Grade::Minor)));
    assert_eq!(case.title, "Używa się wycofanych wydań.");
    assert_eq!(case.finding.statement, "Używa się wycofanych wydań.\nDwa razy.");
    assert_eq!(case.finding.requirement, "Czy wycofano kopie?");
    assert_eq!(case.finding.evidence, "Pokój 12: dwie kopie");
    assert_eq!(
        (case.process, case.department, case.owner),
        (Some(process(1)), Some(unit(1)), Some(post(HEAD)))
    );
    assert_eq!((case.clause_2008.as_deref(), case.clause_2015.as_deref()), (Some("4.2.3"), Some("7.5.3")));
    assert_eq!(case.registered_on, Some(day("2014-06-02")));
    assert_eq!(case.reported_on, Some(day("2014-05-30")));
    // 60 and 14 days, each moved to the next working day where it has to.
    assert_eq!((case.target_on, case.original_target_on), (Some(day("2014-08-01")), Some(day("2014-08-01"))));
    assert_eq!(case.plan_due_on, Some(day("2014-06-16")));
}

#[test]
fn an_observation_is_graded_as_one_and_the_next_number_is_free() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let first = write(&mut desk, id, question("Pierwsze?", Answer::Nonconforming, "A")).unwrap();
    let second = write(&mut desk, id, question("Drugie?", Answer::Observation, "B")).unwrap();
    raise(&mut desk, id, first).unwrap();
    let (case, number) = raise(&mut desk, id, second).unwrap();
    assert_eq!(number.as_deref(), Some("DK/2/2014"));
    let case = &desk.register.case(case).unwrap().record;
    assert_eq!(case.grade, Some(Grade::Observation));
    // Without a statement the question stands for it, and tells no requirement.
    assert_eq!((case.finding.statement.as_str(), case.finding.requirement.as_str()), ("Drugie?", ""));
}

#[test]
fn what_lacks_something_is_a_draft_that_says_so() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let mut form = question("Czyje to?", Answer::Nonconforming, "A");
    form.process = Some(process(3));
    let own = write(&mut desk, id, form).unwrap();
    let (case, number) = raise(&mut desk, id, own).unwrap();
    let case = desk.register.case(case).unwrap().record.clone();
    assert_eq!((number, case.status, case.number.clone()), (None, CaseStatus::Draft, None));
    assert_eq!(missing(&case), [Missing::Owner]);
    assert_eq!((case.registered_on, case.plan_due_on), (None, None));
    assert_eq!(asked(&desk, id, own).case, Some(case.id));
    // Once its draft was discarded the finding can become a case again.
    assert_eq!(rule(&raise(&mut desk, id, own).unwrap_err()), "case_raised");
    desk.ask(|book, moment| draft::discard(book, case.id, 1, moment), |set| set).unwrap();
    let (again, _) = raise(&mut desk, id, own).unwrap();
    assert_ne!(again, case.id);
    assert_eq!(asked(&desk, id, own).case, Some(again));
}

#[test]
fn an_auditor_writes_a_draft_and_others_write_none() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let own = write(&mut desk, id, question("Kopie?", Answer::Nonconforming, "Pokój 12")).unwrap();
    signing_in(&mut desk);
    let revision = stood(&desk, id).1;
    let asked = |desk: &mut super::Desk, who| {
        ask_as(
            desk,
            signed(who, true),
            |book, moment| findings::raise(book, id, revision, own, moment),
            |raised| &raised.set,
        )
    };
    assert_eq!(rule(&asked(&mut desk, HEAD).unwrap_err()), "role_forbidden");
    let raised = asked(&mut desk, AUDITOR).unwrap();
    assert_eq!(raised.number, None);
    let case = &desk.register.case(raised.case).unwrap().record;
    assert_eq!((case.status, missing(case)), (CaseStatus::Draft, Vec::new()));
    assert_eq!(case.reported_by, "Osoba 19, Auditor");
    assert_eq!(rule(&asked(&mut desk, AUDITOR).unwrap_err()), "stale:audit");
}

#[test]
fn only_a_finding_becomes_a_case() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    for answer in [Answer::Unanswered, Answer::Conforming, Answer::NotApplicable] {
        let own = write(&mut desk, id, question("Czy?", answer, "A")).unwrap();
        assert_eq!(rule(&raise(&mut desk, id, own).unwrap_err()), "no_finding", "{answer:?}");
    }
    let unknown = raise(&mut desk, id, QuestionId(Uuid::nil())).unwrap_err();
    assert_eq!(rule(&unknown), "not_found:question");
    assert_eq!(desk.register.cases().count(), 0);
}

#[test]
fn a_finding_of_an_external_audit_has_its_source() {
    let mut desk = desk();
    let planned = AuditForm::planned(AuditKind::Surveillance1, day("2014-01-28"), day("2014-01-29"));
    let id = save(&mut desk, planned).unwrap();
    let own = write(&mut desk, id, question("Kopie?", Answer::Nonconforming, "Pokój 12")).unwrap();
    let (case, _) = raise(&mut desk, id, own).unwrap();
    let case = &desk.register.case(case).unwrap().record;
    assert_eq!((case.source, case.reported_on), (Some(Source::ExtAudit), Some(day("2014-01-29"))));
}

#[test]
fn an_audit_ends_with_its_report_and_its_count() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let open = write(&mut desk, id, question("Otwarte?", Answer::Unanswered, "")).unwrap();
    write(&mut desk, id, question("Drugie?", Answer::Nonconforming, "A")).unwrap();
    write(&mut desk, id, question("Trzecie?", Answer::Nonconforming, "B")).unwrap();
    let seen = write(&mut desk, id, question("Czwarte?", Answer::Observation, "C")).unwrap();
    let error = conclude(&mut desk, id, "2014-06-02").unwrap_err();
    assert_eq!((rule(&error).as_str(), param(&error, "count").as_str()), ("questions_open", "1"));
    let mut answered = question("Otwarte?", Answer::NotApplicable, "");
    answered.id = Some(open);
    write(&mut desk, id, answered).unwrap();
    assert_eq!(rule(&conclude(&mut desk, id, "2014-06-03").unwrap_err()), "date_in_future");
    assert_eq!(rule(&conclude(&mut desk, id, "2014-05-28").unwrap_err()), "date_goes_back");
    assert!(!stood(&desk, id).0.held);
    raise(&mut desk, id, seen).unwrap();
    conclude(&mut desk, id, "2014-05-29").unwrap();
    let (audit, _) = stood(&desk, id);
    assert_eq!((audit.held, audit.report_on), (true, Some(day("2014-05-29"))));
    // The report ended it a day early; two nonconformities, an observation apart.
    assert_eq!((audit.ends_on, audit.findings_in_report), (day("2014-05-29"), Some(2)));
    assert_eq!(rule(&conclude(&mut desk, id, "2014-05-29").unwrap_err()), "audit_held");
    // A finding may still become a case after the report.
    let third = audit.questions.iter().find(|question| question.text == "Trzecie?").unwrap().id;
    raise(&mut desk, id, third).unwrap();
}

#[test]
fn the_count_is_never_less_than_the_cases() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    for text in ["Pierwsze?", "Drugie?"] {
        let own = write(&mut desk, id, question(text, Answer::Observation, "A")).unwrap();
        raise(&mut desk, id, own).unwrap();
    }
    conclude(&mut desk, id, "2014-06-02").unwrap();
    let (audit, _) = stood(&desk, id);
    assert_eq!((audit.findings_in_report, audit.ends_on), (Some(2), day("2014-05-30")));
}
