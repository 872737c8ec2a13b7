//! Planning an audit and recording it.

use capa_core::domain::audit::{Answer, AuditKind};
use capa_core::domain::audits::{self, AuditForm};
use capa_core::domain::change::RecordKind;
use capa_core::domain::draft::LONGEST_TEXT;
use capa_core::domain::ids::AuditId;
use capa_core::domain::organise;
use uuid::Uuid;

use super::{
    AUDITOR, HEAD, ask_as, certificate, conclude, day, desk, form_of, internal, member, param, post, process,
    question, raise, save, signed, signing_in, stood, write,
};
use crate::cycle::{Desk, rule};

fn refused(desk: &mut Desk, form: AuditForm, by: &str) {
    let said = format!("{form:?}");
    let before = desk.register.ids(RecordKind::Audit).len();
    assert_eq!(rule(&save(desk, form).unwrap_err()), by, "{said}");
    assert_eq!(desk.register.ids(RecordKind::Audit).len(), before);
}

#[test]
fn nobody_audits_the_own_unit_or_the_own_process() {
    let mut desk = desk();
    let with = |processes: &[u128], team| AuditForm {
        processes: processes.iter().map(|number| process(*number)).collect(),
        team,
        ..internal()
    };
    // GN audits AB, and a process of no unit.
    save(&mut desk, with(&[1, 3], vec![member(AUDITOR, &[])])).unwrap();
    let own = save(&mut desk, with(&[1, 2], vec![member(AUDITOR, &[])])).unwrap_err();
    assert_eq!(rule(&own), "audits_own_unit");
    assert_eq!((param(&own, "post"), param(&own, "process")), ("Auditor".into(), "P02".into()));
    // Each member audits what is his; all of it where nothing is named.
    save(&mut desk, with(&[1, 2], vec![member(AUDITOR, &[1]), member(HEAD, &[2])])).unwrap();
    refused(&mut desk, with(&[1, 2], vec![member(AUDITOR, &[1]), member(HEAD, &[])]), "audits_own_unit");
    refused(&mut desk, with(&[1, 2], vec![member(AUDITOR, &[1, 2])]), "audits_own_unit");
    // The head stands in no unit, and owns P01.
    refused(&mut desk, with(&[1], vec![member(HEAD, &[])]), "audits_own_unit");
    save(&mut desk, with(&[2, 3], vec![member(HEAD, &[])])).unwrap();
    // The certification body sends its own people.
    let external = AuditForm {
        kind: AuditKind::Surveillance1,
        ..with(&[1, 2], vec![member(AUDITOR, &[]), member(HEAD, &[])])
    };
    save(&mut desk, external).unwrap();
}

#[test]
fn an_audit_that_cannot_be_is_refused() {
    let mut desk = desk();
    let good = AuditForm { held: true, ..internal() };
    let with = |change: fn(&mut AuditForm)| {
        let mut form = good.clone();
        change(&mut form);
        form
    };
    save(&mut desk, good.clone()).unwrap();
    refused(&mut desk, with(|it| it.ends_on = day("2014-05-28")), "ends_before_starts");
    refused(&mut desk, with(|it| it.starts_on = day("1989-12-31")), "date_out_of_range");
    refused(&mut desk, with(|it| it.answer_due_on = Some(day("2200-01-01"))), "date_out_of_range");
    for field in 0..3 {
        let mut form = good.clone();
        let texts = [&mut form.scope, &mut form.lead, &mut form.note];
        *texts.into_iter().nth(field).unwrap() = "ż".repeat(LONGEST_TEXT + 1);
        refused(&mut desk, form, "text_too_long");
    }
    // Held means over; a plan may lie ahead.
    refused(&mut desk, with(|it| it.ends_on = day("2014-06-03")), "date_in_future");
    save(&mut desk, with(|it| it.ends_on = day("2014-06-02"))).unwrap();
    save(&mut desk, with(|it| (it.held, it.ends_on) = (false, day("2014-06-03")))).unwrap();
    refused(&mut desk, with(|it| it.report_on = Some(day("2014-06-03"))), "date_in_future");
    refused(&mut desk, with(|it| it.report_on = Some(day("2014-05-28"))), "date_goes_back");
    refused(&mut desk, with(|it| it.answer_sent_on = Some(day("2014-06-03"))), "date_in_future");
    refused(&mut desk, with(|it| it.answer_accepted_on = Some(day("2014-06-03"))), "date_in_future");
    let accepted = with(|it| {
        it.answer_sent_on = Some(day("2014-06-02"));
        it.answer_accepted_on = Some(day("2014-06-01"));
    });
    refused(&mut desk, accepted, "date_goes_back");
    refused(&mut desk, with(|it| it.processes = vec![process(9)]), "not_found:process");
    refused(&mut desk, with(|it| it.team = vec![member(AUDITOR, &[9])]), "not_found:process");
    refused(&mut desk, with(|it| it.team = vec![member(0x99, &[])]), "not_found:post");
    let unknown = AuditForm { id: Some(AuditId(Uuid::nil())), ..good.clone() };
    refused(&mut desk, unknown, "not_found:audit");
}

#[test]
fn only_what_was_seen_is_changed_and_what_was_asked_stays() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    write(&mut desk, id, question("Czy wydanie jest aktualne?", Answer::Conforming, "Teczka")).unwrap();
    let form = form_of(&desk, id);
    let stale = AuditForm { revision: 1, ..form.clone() };
    assert_eq!(rule(&save(&mut desk, stale).unwrap_err()), "stale:audit");
    save(&mut desk, AuditForm { scope: "Dokumenty".into(), ..form }).unwrap();
    let (audit, revision) = stood(&desk, id);
    assert_eq!((audit.scope.as_str(), audit.questions.len(), revision), ("Dokumenty", 1, 3));
}

#[test]
fn it_is_not_held_while_a_question_is_open() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    write(&mut desk, id, question("Pierwsze?", Answer::Unanswered, "")).unwrap();
    let second = write(&mut desk, id, question("Drugie?", Answer::Unanswered, "")).unwrap();
    let held = AuditForm { held: true, ..form_of(&desk, id) };
    let error = save(&mut desk, held).unwrap_err();
    assert_eq!((rule(&error).as_str(), param(&error, "count").as_str()), ("questions_open", "2"));
    let mut answered = question("Drugie?", Answer::NotApplicable, "");
    answered.id = Some(second);
    write(&mut desk, id, answered).unwrap();
    assert_eq!(param(&conclude(&mut desk, id, "2014-06-02").unwrap_err(), "count"), "1");
}

#[test]
fn an_external_audit_belongs_to_the_running_cycle_and_an_internal_one_to_none() {
    let mut desk = desk();
    desk.record(certificate("2013-02-28")).unwrap();
    let own = desk.decided(day("2013-02-28")).id;
    let external = AuditForm::planned(AuditKind::Surveillance1, day("2014-01-28"), day("2014-01-29"));
    let external = save(&mut desk, external).unwrap();
    let inside = save(&mut desk, internal()).unwrap();
    assert_eq!(stood(&desk, external).0.certificate, Some(own));
    assert_eq!(stood(&desk, inside).0.certificate, None);
    // It stays with its cycle when the next one runs.
    desk.record(certificate("2014-05-05")).unwrap();
    let form = form_of(&desk, external);
    save(&mut desk, form).unwrap();
    assert_eq!(stood(&desk, external).0.certificate, Some(own));
}

#[test]
fn the_day_it_was_planned_on_moves_with_its_first_day_alone() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    assert_eq!(stood(&desk, id).0.recorded_on, Some(day("2014-06-02")));
    desk.today = day("2014-06-04");
    let form = AuditForm { ends_on: day("2014-06-03"), ..form_of(&desk, id) };
    save(&mut desk, form).unwrap();
    assert_eq!(stood(&desk, id).0.recorded_on, Some(day("2014-06-02")));
    let form = AuditForm { starts_on: day("2014-05-30"), ..form_of(&desk, id) };
    save(&mut desk, form).unwrap();
    assert_eq!(stood(&desk, id).0.recorded_on, Some(day("2014-06-04")));
}

#[test]
fn an_audit_with_cases_stays_and_another_one_comes_back() {
    let mut desk = desk();
    let id = save(&mut desk, internal()).unwrap();
    let finding = write(&mut desk, id, question("Kopie?", Answer::Nonconforming, "Pokój 12")).unwrap();
    raise(&mut desk, id, finding).unwrap();
    let take = |desk: &mut Desk, id, revision| {
        desk.ask(|book, moment| audits::remove(book, id, revision, moment), |set| set)
    };
    let at = stood(&desk, id).1;
    assert_eq!(rule(&take(&mut desk, id, at).unwrap_err()), "audit_in_use");
    let other = save(&mut desk, internal()).unwrap();
    let before = stood(&desk, other).0;
    assert_eq!(rule(&take(&mut desk, other, 2).unwrap_err()), "stale:audit");
    take(&mut desk, other, 1).unwrap();
    assert!(desk.register.audit(other).is_none());
    assert_eq!(rule(&take(&mut desk, other, 1).unwrap_err()), "not_found:audit");
    let bring = |desk: &mut Desk| desk.ask(|book, moment| audits::restore(book, other, moment), |set| set);
    bring(&mut desk).unwrap();
    assert_eq!(stood(&desk, other).0, before);
    assert_eq!(rule(&bring(&mut desk).unwrap_err()), "not_found:audit");
}

#[test]
fn an_internal_auditor_does_not_reach_an_external_audit() {
    let mut desk = desk();
    let external = AuditForm::planned(AuditKind::Surveillance1, day("2014-01-28"), day("2014-01-29"));
    let external = save(&mut desk, external).unwrap();
    signing_in(&mut desk);
    let auditor = || signed(AUDITOR, false);
    let own =
        ask_as(&mut desk, auditor(), |book, moment| audits::save(book, internal(), moment), |(_, set)| set);
    let own = own.unwrap().0;
    let form = form_of(&desk, external);
    // Neither as it is nor turned into an internal one; nor an own one turned into an external one.
    let turned = AuditForm { kind: AuditKind::Internal, ..form.clone() };
    let outward = AuditForm { kind: AuditKind::Surveillance2, ..form_of(&desk, own) };
    for wrong in [form, turned, outward] {
        let asked =
            ask_as(&mut desk, auditor(), |book, moment| audits::save(book, wrong, moment), |(_, set)| set);
        assert_eq!(rule(&asked.unwrap_err()), "role_forbidden");
    }
    let revision = stood(&desk, external).1;
    let asked = ask_as(
        &mut desk,
        auditor(),
        |book, moment| audits::findings::conclude(book, external, revision, day("2014-06-02"), moment),
        |set| set,
    );
    assert_eq!(rule(&asked.unwrap_err()), "role_forbidden");
    let form = question("Czy?", Answer::Unanswered, "");
    let asked = ask_as(
        &mut desk,
        auditor(),
        |book, moment| audits::questions::save(book, external, revision, form, moment),
        |set| set,
    );
    assert_eq!(rule(&asked.unwrap_err()), "role_forbidden");
    // Others do neither.
    let asked = ask_as(
        &mut desk,
        signed(HEAD, false),
        |book, moment| audits::save(book, internal(), moment),
        |(_, set)| set,
    );
    assert_eq!(rule(&asked.unwrap_err()), "role_forbidden");
}

#[test]
fn what_an_audit_names_is_not_taken_out_of_the_office() {
    let mut desk = desk();
    let process_gone = |desk: &mut Desk, number| {
        desk.ask(|book, moment| organise::remove_process(book, process(number), 1, moment), |set| set)
    };
    let post_gone = |desk: &mut Desk, number| {
        desk.ask(|book, moment| organise::remove_post(book, post(number), 1, moment), |set| set)
    };
    save(&mut desk, internal()).unwrap();
    assert_eq!(rule(&process_gone(&mut desk, 3).unwrap_err()), "in_use");
    assert_eq!(rule(&post_gone(&mut desk, AUDITOR).unwrap_err()), "in_use");
    process_gone(&mut desk, 2).unwrap();
}
