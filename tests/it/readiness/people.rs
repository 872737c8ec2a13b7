//! What people add to the checklist: confirmations, checks of the office, kept and signed runs.

use capa_core::domain::change::RecordedFor;
use capa_core::domain::confirmation::{CheckResult, Confirmation, Confirmed, OwnCheck, ReadinessRun};
use capa_core::domain::readiness::confirming::{self, ConfirmForm, OwnCheckForm};
use capa_core::domain::readiness::{Ground, evaluate, runs};
use capa_core::domain::rule::{Rule, RuleError};
use capa_core::domain::shelf::all;
use capa_core::register::Register;
use capa_core::sample;
use capa_core::words::Lang;

use crate::cycle::Desk;
use crate::sample::office;

fn desk() -> Desk {
    let mut desk = Desk::begun(&sample::as_of().to_string(), &[]);
    desk.register = office(Lang::Pl);
    desk
}

fn answer(check: &str, answer: Confirmed, note: &str) -> ConfirmForm {
    ConfirmForm { check: check.into(), answer, note: note.into(), figure: None, processes: Vec::new() }
}

fn confirm(desk: &mut Desk, form: ConfirmForm) -> Result<(), RuleError> {
    let set = desk.ask(|book, moment| confirming::confirm(book, form, moment), |set| set)?;
    assert_eq!(set.what, "check_confirmed");
    Ok(())
}

fn result(register: &Register, check: &str) -> CheckResult {
    let found = evaluate(&Ground::of(register, sample::as_of()));
    found.checks.iter().find(|it| it.id == check).unwrap().outcome.result
}

fn asks(register: &Register, check: &str) -> bool {
    let found = evaluate(&Ground::of(register, sample::as_of()));
    found.checks.iter().find(|it| it.id == check).unwrap().asks_people()
}

fn rule(refused: Result<(), RuleError>) -> Rule {
    match refused {
        Err(RuleError::Refused { rule, .. }) => rule,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_answer_gives_its_result_and_is_taken_back() {
    let mut desk = desk();
    let answers = [
        (Confirmed::Yes, CheckResult::Ok),
        (Confirmed::Partly, CheckResult::Warning),
        (Confirmed::No, CheckResult::Fail),
        (Confirmed::NotApplicable, CheckResult::NotApplicable),
    ];
    for (given, expected) in answers {
        confirm(&mut desk, answer("R29", given, "Przegląd 12.01.2015")).unwrap();
        assert_eq!(result(&desk.register, "R29"), expected, "the latest answer of a day holds");
    }
    let last = all::<Confirmation>(&desk.register).filter(|(it, _)| it.check == "R29").last().unwrap();
    let (id, revision) = (last.0.id, last.1);
    desk.ask(|book, moment| confirming::take_back(book, id, revision, moment), |set| set).unwrap();
    assert_eq!(result(&desk.register, "R29"), CheckResult::Fail, "the one before holds again");
}

#[test]
fn what_follows_from_the_data_is_not_answered_by_people() {
    let mut desk = desk();
    assert_eq!(rule(confirm(&mut desk, answer("R07", Confirmed::Yes, "tak"))), Rule::CheckedByData);
    assert_eq!(rule(confirm(&mut desk, answer("R99", Confirmed::Yes, "tak"))), Rule::UnknownCheck);
    assert_eq!(rule(confirm(&mut desk, answer("R29", Confirmed::No, " "))), Rule::ReasonRequired);
    assert_eq!(rule(confirm(&mut desk, answer("R13", Confirmed::Yes, ""))), Rule::ReasonRequired);
    for (check, asked) in [("R20", true), ("R13", true), ("R22", true), ("R14", false), ("R26", false)] {
        assert_eq!(asks(&desk.register, check), asked, "{check}");
    }
}

#[test]
fn an_own_check_has_a_code_of_its_own_and_blocks_where_it_is_to() {
    let mut desk = desk();
    let form = |blocking| OwnCheckForm {
        at: None,
        letter: "h".into(),
        question: "Czy tablica informacyjna jest aktualna?".into(),
        clause_2008: "4.2.3".into(),
        clause_2015: "7.5.3".into(),
        blocking,
        retired: false,
    };
    for blocking in [false, true] {
        desk.ask(|book, moment| confirming::save_own(book, form(blocking), moment), |set| set).unwrap();
    }
    let found = evaluate(&Ground::of(&desk.register, sample::as_of()));
    let ranks: Vec<_> =
        found.checks.iter().filter(|it| it.own.is_some()).map(|it| (it.id.as_str(), it.rank())).collect();
    assert_eq!(ranks, [("U01", Some(4)), ("U02", Some(1))]);
    let (own, revision) = all::<OwnCheck>(&desk.register).find(|(it, _)| it.code == "U02").unwrap();
    let retired = OwnCheckForm { at: Some((own.id, revision)), retired: true, ..form(true) };
    desk.ask(|book, moment| confirming::save_own(book, retired, moment), |set| set).unwrap();
    desk.ask(|book, moment| confirming::save_own(book, form(false), moment), |set| set).unwrap();
    let found = evaluate(&Ground::of(&desk.register, sample::as_of()));
    let own: Vec<_> = found.checks.iter().filter(|it| it.own.is_some()).map(|it| it.id.as_str()).collect();
    assert_eq!(own, ["U01", "U03"], "a code is never used again");
    let wrong = OwnCheckForm { letter: "z".into(), ..form(false) };
    let refused = desk.ask(|book, moment| confirming::save_own(book, wrong, moment), |set| set);
    assert!(matches!(refused, Err(RuleError::NotFound { what: "letter" })));
}

#[test]
fn a_run_is_kept_signed_by_both_and_compared() {
    let mut desk = desk();
    let (id, _) = desk.ask(|book, moment| runs::keep(book, moment), |(_, set)| set).unwrap();
    let run = |register: &Register| {
        let found = all::<ReadinessRun>(register).find(|(run, _)| run.id == id).unwrap();
        (found.0.clone(), found.1)
    };
    let (kept, revision) = run(&desk.register);
    assert_eq!((kept.results.len(), kept.audit_on), (34, chrono::NaiveDate::from_ymd_opt(2015, 2, 3)));
    desk.ask(|book, moment| runs::sign(book, id, revision, moment), |set| set).unwrap();
    let (kept, revision) = run(&desk.register);
    assert!(kept.signed_representative.is_some() && kept.signed_coordinator.is_none());
    let again = desk.ask(|book, moment| runs::sign(book, id, revision, moment), |set| set).map(drop);
    assert_eq!(rule(again), Rule::SignedAlready);
    let secretary = desk.register.posts().find(|it| it.record.name.starts_with("Sekretarz Powiatu")).unwrap();
    let paper = RecordedFor {
        post: secretary.record.id,
        name: secretary.record.name.clone(),
        on: sample::as_of(),
        document: "PJ.0142.3.2015".into(),
    };
    let signed = |book: &Register, moment: &mut capa_core::domain::change::Moment<'_>| {
        moment.actor.recorded_for = Some(paper.clone());
        runs::sign(book, id, revision, moment)
    };
    desk.ask(signed, |set| set).unwrap();
    let (kept, revision) = run(&desk.register);
    assert_eq!(kept.signed_coordinator.unwrap().by, secretary_name());
    let discarded = desk.ask(|book, moment| runs::discard(book, id, revision, moment), |set| set).map(drop);
    assert_eq!(rule(discarded), Rule::RunSigned);

    confirm(&mut desk, answer("R33", Confirmed::Yes, "")).unwrap();
    let now = runs::results(&evaluate(&Ground::of(&desk.register, sample::as_of())).checks);
    let differs = runs::differences(&kept.results, &now);
    let told: Vec<_> = differs.iter().map(|it| (it.check.as_str(), it.then, it.now)).collect();
    assert_eq!(told, [("R33", Some(CheckResult::Unanswered), Some(CheckResult::Ok))]);
}

fn secretary_name() -> &'static str {
    "Sekretarz Powiatu (Koordynator SZJ)"
}
