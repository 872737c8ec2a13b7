//! Registers that come again: changed in the file, changed in the book, or both.

use capa_core::domain::case::{Case, CaseStatus};
use capa_core::domain::change::{Change, ChangeSet, Record};
use capa_core::import::{self, Outcome};
use capa_core::register::Register;

use super::{Counted, carried_out, day, moment, planned, told};

const HEAD: &str = "Nr karty;Opis niezgodności;Działanie;Odpowiedzialny;Termin;Status\n";

fn file(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}{}\n", rows.join("\n")).into_bytes()
}

fn brought_in(rows: &[&str]) -> (Register, Counted) {
    let (mut register, mut ids) = (Register::default(), Counted(0));
    let plan = planned(&register, &file(rows));
    carried_out(&mut register, &plan, &mut ids).unwrap();
    (register, ids)
}

fn edit(register: &mut Register, ids: &mut Counted, number: &str, change: impl FnOnce(&mut Case)) {
    let stood = register.case_by_number(number).unwrap();
    let before = Record::Case(Box::new(stood.record.clone()));
    let mut case = stood.record.clone();
    change(&mut case);
    let change = Change::replace(&before, stood.revision, &Record::Case(Box::new(case))).unwrap();
    let set = ChangeSet::of(&moment(ids), "case_edited", None, vec![change]);
    register.apply(&set).unwrap();
}

const FIRST: &str = "DK/1/2014;Brak podpisu;Lista kontrolna;Naczelnik OR;31.03.2014;w realizacji";
const SECOND: &str = "DK/2/2014;Zły wzór;Nowy wzór;Naczelnik AB;30.04.2014;nowa";

#[test]
fn what_changed_in_the_file_changes_in_the_book() {
    let (mut register, mut ids) = brought_in(&[FIRST, SECOND]);
    let newer = "dk / 1 / 2014;Brak podpisu;Lista kontrolna;Sekretarz;30.06.2014;zamknięta";
    let plan = planned(&register, &file(&[newer, SECOND]));
    assert_eq!((plan.totals.new, plan.totals.changed, plan.totals.unchanged), (0, 1, 1));
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let case = &register.case_by_number("DK/1/2014").unwrap().record;
    assert_eq!(case.status, CaseStatus::ClosedImported);
    assert_eq!((case.actions.len(), case.actions[0].due_on), (1, Some(day("2014-06-30"))));
    assert_eq!(register.post(case.owner.unwrap()).unwrap().name, "Sekretarz");
    assert!(planned(&register, &file(&[newer, SECOND])).is_empty());
}

#[test]
fn what_was_changed_in_the_app_stays() {
    let (mut register, mut ids) = brought_in(&[FIRST]);
    edit(&mut register, &mut ids, "DK/1/2014", |case| {
        case.actions[0].due_on = Some(day("2014-05-15"));
        case.status = CaseStatus::Implemented;
    });
    assert!(planned(&register, &file(&[FIRST])).is_empty(), "the file says nothing new");
    let newer = "DK/1/2014;Brak podpisu i daty;Lista kontrolna;Naczelnik OR;30.06.2014;w realizacji";
    let plan = planned(&register, &file(&[newer]));
    assert_eq!(plan.rows[0].outcome, Outcome::Changed);
    assert_eq!(told(&plan), [(2, "kept_app_value")]);
    assert_eq!(plan.problems[0].column, "Termin");
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let case = &register.case_by_number("DK/1/2014").unwrap().record;
    assert_eq!(case.finding.statement, "Brak podpisu i daty");
    assert_eq!(case.title, "Brak podpisu i daty");
    assert_eq!((case.actions[0].due_on, case.status), (Some(day("2014-05-15")), CaseStatus::Implemented));
}

#[test]
fn a_draft_is_completed_by_a_better_file() {
    let gaps = "DK/3/2014;Brak terminu;Poprawić;;wkrótce;nowa";
    let (mut register, mut ids) = brought_in(&[gaps]);
    assert_eq!(register.case_by_number("DK/3/2014").unwrap().record.status, CaseStatus::Draft);
    let plan = planned(&register, &file(&["DK/3/2014;Brak terminu;Poprawić;Naczelnik OR;31.05.2014;nowa"]));
    assert_eq!(plan.totals.changed, 1);
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let case = &register.case_by_number("DK/3/2014").unwrap().record;
    assert_eq!((case.status, case.due_on()), (CaseStatus::Registered, Some(day("2014-05-31"))));
    assert!(case.imported.as_ref().unwrap().problems.is_empty());
}

#[test]
fn a_case_made_here_is_never_changed_by_a_file() {
    let (mut register, mut ids) = brought_in(&[FIRST]);
    edit(&mut register, &mut ids, "DK/1/2014", |case| {
        case.imported = None;
        case.status = CaseStatus::ClosedEffective;
    });
    let plan =
        planned(&register, &file(&["DK/1/2014;Inny opis;Lista kontrolna;Naczelnik OR;31.03.2014;nowa"]));
    assert_eq!(plan.rows[0].outcome, Outcome::Unchanged);
    assert!(told(&plan).contains(&(2, "kept_app_value")));
    assert!(carried_out(&mut register, &plan, &mut ids).is_none());
}

#[test]
fn equal_rows_without_number_are_as_many_cases() {
    let row = ";Bez numeru;Poprawić;Naczelnik OR;31.03.2014;nowa";
    let (register, _) = brought_in(&[row, row, FIRST, FIRST]);
    assert_eq!(register.cases().count(), 3);
    let again = planned(&register, &file(&[row, row, FIRST, FIRST]));
    assert_eq!((again.totals.new, again.totals.changed, again.totals.unchanged), (0, 0, 4));
    let more = planned(&register, &file(&[row, row, row]));
    assert_eq!((more.totals.new, more.totals.unchanged), (1, 2));
}

#[test]
fn findings_and_plans_join_by_their_reference() {
    let (mut register, mut ids) = (Register::default(), Counted(0));
    let plans = b"Finding ref number,Planned corrective action\n2022-001,We will train the staff\n";
    let findings = b"Finding ref number,Text of the finding\n2022-001,Reports were late\n";
    let plan = planned(&register, plans);
    assert_eq!((plan.totals.new, plan.totals.drafts), (1, 1));
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let plan = planned(&register, findings);
    assert_eq!((plan.totals.new, plan.totals.changed), (0, 1));
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let case = &register.case_by_number("2022-001").unwrap().record;
    assert_eq!(case.actions[0].what, "We will train the staff");
    assert_eq!(
        (case.finding.statement.as_str(), case.title.as_str()),
        ("Reports were late", "We will train the staff")
    );
    assert!(planned(&register, plans).is_empty() && planned(&register, findings).is_empty());
}

#[test]
fn an_undo_brings_changed_cases_back_and_is_refused_once_touched() {
    let (mut register, mut ids) = brought_in(&[FIRST]);
    let before = register.case_by_number("DK/1/2014").unwrap().record.clone();
    let plan =
        planned(&register, &file(&["DK/1/2014;Nowy opis;Lista;Sekretarz;30.06.2014;zamknięta", SECOND]));
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let batches: Vec<_> = register.batches().map(|stood| stood.record.id).collect();
    let (first, second) = (batches[0], batches[1]);
    assert!(import::check_undo(&register, first).is_err(), "the second import changed its case");
    assert!(import::check_undo(&register, second).is_ok());
    let undo = import::undo(&register, second, &moment(&mut ids)).unwrap();
    register.apply(&undo).unwrap();
    assert_eq!(register.case_by_number("DK/1/2014").unwrap().record, before);
    assert!(register.case_by_number("DK/2/2014").is_none());
    assert_eq!(register.posts().count(), 1);
    assert!(import::check_undo(&register, second).is_err(), "only once");
}

#[test]
fn a_plan_is_refused_when_the_book_has_moved_on() {
    let (mut register, mut ids) = brought_in(&[FIRST]);
    let newer = file(&["DK/1/2014;Nowy opis;Lista;Sekretarz;30.06.2014;zamknięta"]);
    let stale = planned(&register, &newer);
    edit(&mut register, &mut ids, "DK/1/2014", |case| case.remarks = "w międzyczasie".into());
    assert!(import::to_change_set(&stale, &register, &mut moment(&mut ids)).is_err());
    let both = [planned(&register, &file(&[SECOND])), planned(&register, &file(&[SECOND]))];
    carried_out(&mut register, &both[0], &mut ids).unwrap();
    assert!(import::to_change_set(&both[1], &register, &mut moment(&mut ids)).is_err());
}

#[test]
fn long_descriptions_are_cut_in_the_title_alone() {
    let exact = "ż".repeat(200);
    let long = format!("{}ĆCiąg dalszy", "ż".repeat(200));
    let rows =
        [format!("DK/1/2014;{exact};A;B;31.03.2014;nowa"), format!("DK/2/2014;{long};A;B;31.03.2014;nowa")];
    let (register, _) = brought_in(&[&rows[0], &rows[1]]);
    let case = |number: &str| register.case_by_number(number).unwrap().record.clone();
    assert_eq!(case("DK/1/2014").title, exact);
    assert_eq!(case("DK/2/2014").title, exact);
    assert_eq!(case("DK/2/2014").finding.statement, long);
}
