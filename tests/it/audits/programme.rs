//! The yearly programme of internal audits.

use capa_core::domain::audits::AuditForm;
use capa_core::domain::audits::planning::{
    Cell, ProgrammeForm, approve_programme, cell, is_competent, save_programme,
};
use capa_core::domain::change::{Actor, RecordKind};
use capa_core::domain::draft::LONGEST_TEXT;
use capa_core::domain::ids::{AuditProgrammeId, AuditorId};
use capa_core::domain::keeping;
use capa_core::domain::programme::{AuditProgramme, Auditor, ProgrammeLine};
use capa_core::domain::rule::RuleError;
use capa_core::domain::shelf::find;
use uuid::Uuid;

use super::{
    AUDITOR, HEAD, PLENIPOTENTIARY, STAROSTA, ask_as, day, desk, internal, param, post, process, recorded,
    save, signed, signing_in,
};
use crate::cycle::{Desk, rule};

fn line(number: u128, months: &[u32]) -> ProgrammeLine {
    ProgrammeLine { process: process(number), months: months.to_vec() }
}

fn form(year: i32, lines: Vec<ProgrammeLine>) -> ProgrammeForm {
    ProgrammeForm { at: None, year, lines, note: String::new(), reason: String::new() }
}

fn written(desk: &mut Desk, form: ProgrammeForm) -> Result<AuditProgrammeId, RuleError> {
    desk.ask(|book, moment| save_programme(book, form, moment), |(_, set)| set).map(|(id, _)| id)
}

fn stood(desk: &Desk, id: AuditProgrammeId) -> (AuditProgramme, u32) {
    let (programme, revision) = find::<AuditProgramme>(&desk.register, id).unwrap();
    (programme.clone(), revision)
}

fn approved_by(desk: &mut Desk, id: AuditProgrammeId, actor: Actor) -> Result<(), RuleError> {
    let revision = stood(desk, id).1;
    ask_as(desk, actor, |book, moment| approve_programme(book, id, revision, moment), |set| set).map(drop)
}

#[test]
fn a_year_has_one_programme() {
    let mut desk = desk();
    let id = written(&mut desk, form(2014, vec![line(1, &[5])])).unwrap();
    let twice = written(&mut desk, form(2014, Vec::new())).unwrap_err();
    assert_eq!((rule(&twice).as_str(), param(&twice, "year").as_str()), ("year_taken", "2014"));
    let next = written(&mut desk, form(2015, Vec::new())).unwrap();
    let moved = ProgrammeForm { at: Some((next, 1)), ..form(2014, Vec::new()) };
    assert_eq!(rule(&written(&mut desk, moved).unwrap_err()), "year_taken");
    let same = ProgrammeForm { at: Some((id, 1)), ..form(2014, vec![line(1, &[6])]) };
    written(&mut desk, same).unwrap();
    assert_eq!(stood(&desk, id).0.lines, [line(1, &[6])]);
}

#[test]
fn its_lines_are_put_in_order() {
    let mut desk = desk();
    let lines = vec![
        line(3, &[11, 2, 11]),
        line(1, &[]),
        line(2, &[12]),
        line(3, &[1]),
        line(1, &[]),
        line(2, &[12]),
    ];
    let id = written(&mut desk, form(2014, lines)).unwrap();
    assert_eq!(stood(&desk, id).0.lines, [line(3, &[1, 2, 11]), line(2, &[12])]);
}

#[test]
fn a_programme_that_cannot_be_is_refused() {
    let mut desk = desk();
    let mut refuses = |form| rule(&written(&mut desk, form).unwrap_err());
    assert_eq!(refuses(form(2014, vec![line(9, &[1])])), "not_found:process");
    assert_eq!(refuses(form(2014, vec![line(1, &[0])])), "date_out_of_range");
    assert_eq!(refuses(form(2014, vec![line(1, &[13])])), "date_out_of_range");
    assert_eq!(refuses(form(1989, Vec::new())), "date_out_of_range");
    assert_eq!(refuses(form(i32::MAX, Vec::new())), "date_out_of_range");
    let long = "ż".repeat(LONGEST_TEXT + 1);
    let noted = ProgrammeForm { note: long.clone(), ..form(2014, Vec::new()) };
    assert_eq!(refuses(noted), "text_too_long");
    let reasoned = ProgrammeForm { reason: long, ..form(2014, Vec::new()) };
    assert_eq!(refuses(reasoned), "text_too_long");
    let unknown = ProgrammeForm { at: Some((AuditProgrammeId(Uuid::nil()), 1)), ..form(2014, Vec::new()) };
    assert_eq!(refuses(unknown), "not_found:audit_programme");
    assert_eq!(desk.register.ids(RecordKind::AuditProgramme).len(), 0);
}

#[test]
fn alone_she_records_the_starostas_approval_from_paper() {
    let mut desk = desk();
    let id = written(&mut desk, form(2014, vec![line(1, &[5])])).unwrap();
    let own = approved_by(&mut desk, id, Actor::representative()).unwrap_err();
    assert_eq!((rule(&own).as_str(), param(&own, "post").as_str()), ("recorded_for_needed", "Starosta"));
    let head = approved_by(&mut desk, id, recorded(HEAD, "2014-01-10")).unwrap_err();
    assert_eq!(rule(&head), "role_forbidden");
    let ahead = approved_by(&mut desk, id, recorded(STAROSTA, "2014-06-03")).unwrap_err();
    assert_eq!(rule(&ahead), "date_in_future");
    assert_eq!(stood(&desk, id).0.approval, None);
    approved_by(&mut desk, id, recorded(STAROSTA, "2014-01-10")).unwrap();
    let approval = stood(&desk, id).0.approval.unwrap();
    assert_eq!((approval.on, approval.by.as_str()), (day("2014-01-10"), "Starosta"));
    let signer = approval.signer.unwrap();
    assert_eq!((signer.posts, signer.person), (vec![post(STAROSTA)], None));
    assert_eq!(signer.document.as_deref(), Some("Zarządzenie 7/2014"));
    let again = approved_by(&mut desk, id, recorded(STAROSTA, "2014-01-10")).unwrap_err();
    assert_eq!(rule(&again), "already_approved");
}

#[test]
fn where_people_sign_in_the_starosta_signs_off() {
    let mut desk = desk();
    let id = written(&mut desk, form(2014, vec![line(1, &[5])])).unwrap();
    signing_in(&mut desk);
    for who in [PLENIPOTENTIARY, AUDITOR, HEAD] {
        let refused = approved_by(&mut desk, id, signed(who, true)).unwrap_err();
        assert_eq!(rule(&refused), "role_forbidden");
    }
    let unsigned = approved_by(&mut desk, id, signed(STAROSTA, false)).unwrap_err();
    assert_eq!(rule(&unsigned), "sign_off_needed");
    let nobody = approved_by(&mut desk, id, Actor::representative()).unwrap_err();
    assert_eq!(rule(&nobody), "sign_in_needed");
    approved_by(&mut desk, id, signed(STAROSTA, true)).unwrap();
    assert_eq!(stood(&desk, id).0.approval.unwrap().by, "Osoba 18, Starosta");
}

#[test]
fn nothing_is_approved_where_nothing_is_planned() {
    let mut desk = desk();
    let id = written(&mut desk, form(2014, Vec::new())).unwrap();
    let empty = approved_by(&mut desk, id, recorded(STAROSTA, "2014-01-10")).unwrap_err();
    assert_eq!(rule(&empty), "nothing_planned");
    let stale = ask_as(
        &mut desk,
        recorded(STAROSTA, "2014-01-10"),
        |book, moment| approve_programme(book, id, 2, moment),
        |set| set,
    );
    assert_eq!(rule(&stale.unwrap_err()), "stale:audit_programme");
}

#[test]
fn an_approved_programme_changes_with_a_reason_and_is_approved_again() {
    let mut desk = desk();
    let id = written(&mut desk, form(2014, vec![line(1, &[5])])).unwrap();
    approved_by(&mut desk, id, recorded(STAROSTA, "2014-01-10")).unwrap();
    let change = |revision, reason: &str| ProgrammeForm {
        at: Some((id, revision)),
        reason: reason.into(),
        ..form(2014, vec![line(1, &[9])])
    };
    assert_eq!(rule(&written(&mut desk, change(1, "Urlopy")).unwrap_err()), "stale:audit_programme");
    assert_eq!(rule(&written(&mut desk, change(2, " \n")).unwrap_err()), "reason_required");
    assert!(stood(&desk, id).0.approval.is_some());
    let set = desk.ask(|book, moment| save_programme(book, change(2, " Urlopy "), moment), |(_, set)| set);
    assert_eq!(set.unwrap().1.reason.as_deref(), Some("Urlopy"));
    let (programme, revision) = stood(&desk, id);
    assert_eq!((programme.approval, programme.lines, revision), (None, vec![line(1, &[9])], 3));
    // Not approved, it changes freely.
    written(&mut desk, change(3, "")).unwrap();
    approved_by(&mut desk, id, recorded(STAROSTA, "2014-02-10")).unwrap();
}

#[test]
fn a_month_is_planned_scheduled_held_or_missed() {
    let mut desk = desk();
    let id = written(&mut desk, form(2014, vec![line(1, &[3, 6, 9]), line(3, &[4, 5])])).unwrap();
    let says = |desk: &Desk, number, month, on: &str| {
        let (programme, _) = stood(desk, id);
        cell(&desk.register, &programme, process(number), month, day(on))
    };
    assert_eq!(says(&desk, 1, 3, "2014-03-31"), Some(Cell::Planned));
    assert_eq!(says(&desk, 1, 3, "2014-04-01"), Some(Cell::Missed));
    assert_eq!(says(&desk, 1, 4, "2014-12-31"), None);
    assert_eq!(says(&desk, 2, 3, "2014-12-31"), None);
    // An audit of P01 and P03 from the last days of May into June.
    let planned = AuditForm { ends_on: day("2014-06-02"), ..internal() };
    let audit = save(&mut desk, planned).unwrap();
    for (number, month) in [(1, 5), (1, 6), (3, 5), (3, 6)] {
        assert_eq!(says(&desk, number, month, "2014-06-02"), Some(Cell::Scheduled), "{number} {month}");
    }
    assert_eq!(says(&desk, 2, 5, "2014-06-02"), None);
    // Its days passed and nobody held it.
    assert_eq!(says(&desk, 3, 5, "2014-06-03"), Some(Cell::Missed));
    assert_eq!(says(&desk, 1, 6, "2014-06-30"), Some(Cell::Scheduled));
    assert_eq!(says(&desk, 1, 6, "2014-07-01"), Some(Cell::Missed));
    let held = AuditForm { held: true, ..super::form_of(&desk, audit) };
    save(&mut desk, held).unwrap();
    for (number, month) in [(1, 5), (1, 6), (3, 5), (3, 6)] {
        assert_eq!(says(&desk, number, month, "2014-12-31"), Some(Cell::Held), "{number} {month}");
    }
    // March and April were made good later in the year, September was not.
    assert_eq!(says(&desk, 1, 3, "2014-12-31"), Some(Cell::Planned));
    assert_eq!(says(&desk, 3, 4, "2014-12-31"), Some(Cell::Planned));
    assert_eq!(says(&desk, 1, 9, "2014-10-01"), Some(Cell::Missed));
    // An external audit and another year fill nothing.
    let external = AuditForm {
        kind: capa_core::domain::audit::AuditKind::Surveillance1,
        held: true,
        processes: vec![process(1)],
        ..AuditForm::planned(
            capa_core::domain::audit::AuditKind::Surveillance1,
            day("2014-01-28"),
            day("2014-01-29"),
        )
    };
    save(&mut desk, external).unwrap();
    assert_eq!(says(&desk, 1, 1, "2014-12-31"), None);
    let other = written(&mut desk, form(2013, vec![line(1, &[5])])).unwrap();
    let (programme, _) = stood(&desk, other);
    let cell = cell(&desk.register, &programme, process(1), 5, day("2014-12-31"));
    assert_eq!(cell, Some(Cell::Missed));
}

#[test]
fn competence_is_shown_by_training_and_appointment() {
    let mut desk = desk();
    let auditor = |trained_on: Option<&str>, appointed_on: Option<&str>| Auditor {
        id: AuditorId(Uuid::nil()),
        post: post(AUDITOR),
        training: String::new(),
        trained_on: trained_on.map(day),
        order: String::new(),
        appointed_on: appointed_on.map(day),
        until: None,
    };
    let on = day("2014-05-29");
    assert!(!is_competent(&desk.register, post(AUDITOR), on));
    let mut revision = 0;
    let mut at = None;
    for (trained, appointed, expected) in [
        (None, Some("2013-01-02"), false),
        (Some("2013-01-02"), None, false),
        (Some("2014-05-30"), Some("2013-01-02"), false),
        (Some("2014-05-29"), Some("2014-05-29"), true),
    ] {
        let record = auditor(trained, appointed);
        let saved = desk.ask(|book, moment| keeping::save(book, at, record, moment), |(_, set)| set);
        revision += 1;
        at = Some((saved.unwrap().0, revision));
        assert_eq!(is_competent(&desk.register, post(AUDITOR), on), expected, "{trained:?} {appointed:?}");
    }
    assert!(!is_competent(&desk.register, post(HEAD), on));
}
