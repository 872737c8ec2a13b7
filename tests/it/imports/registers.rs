//! Complaints, objectives, surveys and management reviews that come in from spreadsheets.

use capa_core::domain::change::ChangeSet;
use capa_core::domain::complaint::{Complaint, ComplaintKind, Justified};
use capa_core::domain::keeping;
use capa_core::domain::objective::Objective;
use capa_core::domain::review::{Review, ReviewTopic};
use capa_core::domain::rule::{Rule, RuleError};
use capa_core::domain::shelf::all;
use capa_core::domain::survey::Survey;
use capa_core::import::registers::{self, KeptKind, KeptPlan};
use capa_core::register::Register;
use capa_core::sample;
use capa_core::sheet::{self, SheetError};
use capa_core::words::Lang;

use super::{Counted, day, moment};

fn planned(register: &Register, kind: KeptKind, text: &str) -> Result<KeptPlan, SheetError> {
    let workbook = sheet::read_guarded(text.as_bytes()).unwrap();
    registers::plan(register, &workbook, kind, (None, "wykaz 2014.csv"), day("2015-01-12"))
}

fn carried_out(register: &mut Register, plan: &KeptPlan, ids: &mut Counted) -> Option<ChangeSet> {
    let set = registers::to_change_set(plan, register, &mut moment(ids)).unwrap();
    if let Some(set) = &set {
        register.apply(set).unwrap();
    }
    set
}

/// The sample office without the entries that it brings itself.
fn office() -> Register {
    let (mut register, mut ids) = (Register::default(), Counted(0));
    register.apply(&sample::change_set(Lang::Pl, &mut moment(&mut ids)).unwrap()).unwrap();
    register
}

fn told(plan: &KeptPlan) -> Vec<(u32, &str, &str)> {
    let each = plan.problems.iter();
    each.map(|problem| (problem.row, problem.column.as_str(), problem.kind.as_str())).collect()
}

fn all_of<T: capa_core::domain::shelf::Shelved>(register: &Register) -> Vec<T> {
    all::<T>(register).map(|(record, _)| record.clone()).collect()
}

const COMPLAINTS: &str = "Rejestr skarg i wniosków;;;;;;;
Lp.;Znak sprawy;Rodzaj;Data wpływu;Przedmiot;Zasadność;Data załatwienia;Nr karty
1;OR.1510.1.2014;skarga;17.04.2014;Zła obsługa na sali;zasadna;14 maja 2014 r.;DK/2/2014
2;OR.1510.2.2014;wniosek;2 czerwca 2014;Więcej krzeseł;częściowo zasadny;2014-07-02;
3;;skarga;30.02.2014;Dzień, którego nie ma;bezzasadna;;
4;OR.1510.4.2014;skarga;03.11.2014;;bezzasadna;;
5;OR.1510.5.2014;skarga;03.11.2014;Brak odpowiedzi;może;05.05.2015;ZZ/9/1999
Sporządził: Pełnomocnik;;;;;;;
";

#[test]
fn complaints_come_in_once_and_tell_what_cannot() {
    let (mut register, mut ids) = (office(), Counted(1 << 20));
    let before = all_of::<Complaint>(&register).len();
    let plan = planned(&register, KeptKind::Complaints, COMPLAINTS).unwrap();
    assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.changed), (5, 2, 0), "{:?}", plan.problems);
    assert_eq!(
        told(&plan),
        [
            (5, "Data wpływu", "impossible_date"),
            (6, "Przedmiot", "missing_description"),
            (7, "Zasadność", "unknown_status"),
            (7, "Nr karty", "unknown_case"),
            (7, "Data załatwienia", "date_in_future"),
            (8, "Lp.", "not_a_row"),
        ]
    );
    assert_eq!(all_of::<Complaint>(&register).len(), before, "a plan writes nothing");
    let set = carried_out(&mut register, &plan, &mut ids).unwrap();
    assert_eq!((set.what.as_str(), set.changes.len()), ("complaints_imported", 2));
    let held = all_of::<Complaint>(&register);
    let one = |reference: &str| held.iter().find(|it| it.reference == reference).unwrap();
    let (first, second) = (one("OR.1510.1.2014"), one("OR.1510.2.2014"));
    assert_eq!((first.kind, first.justified), (ComplaintKind::Complaint, Some(Justified::Yes)));
    assert_eq!((first.received_on, first.answered_on), (day("2014-04-17"), Some(day("2014-05-14"))));
    let case = register.case_by_number("DK/2/2014").map(|stood| stood.record.id);
    assert!(case.is_some() && first.case == case);
    assert_eq!((second.kind, second.justified), (ComplaintKind::Motion, Some(Justified::Partly)));
    assert_ne!(first.id, second.id);
    let again = planned(&register, KeptKind::Complaints, COMPLAINTS).unwrap();
    assert_eq!((again.totals.new, again.totals.changed, again.totals.unchanged), (0, 0, 2));
    assert!(carried_out(&mut register, &again, &mut ids).is_none());
}

#[test]
fn headers_without_diacritics_and_in_english_mean_the_same() {
    let register = office();
    let bare = "Znak sprawy;Data wplywu;Przedmiot skargi;Sposob zalatwienia;Zasadnosc\nA.1;17.04.2013;Kolejka;Dodatkowe okno;zasadna\n";
    let english =
        "Reference;Received on;Subject;Decision;Justified\nA.1;2013-04-17;Kolejka;Dodatkowe okno;yes\n";
    let plans = [bare, english].map(|text| planned(&register, KeptKind::Complaints, text).unwrap());
    assert_eq!(plans[0].totals.new, 1, "{:?}", plans[0].problems);
    assert_eq!(plans[0].rows, plans[1].rows);
}

#[test]
fn a_changed_file_fills_in_and_never_writes_over() {
    let (mut register, mut ids) = (office(), Counted(1 << 20));
    let line = |decision: &str, answered: &str| {
        format!(
            "Znak;Data wpływu;Przedmiot;Rozstrzygnięcie;Data załatwienia\nA.7;01.10.2014;Parking;{decision};{answered}\n"
        )
    };
    let plan = planned(&register, KeptKind::Complaints, &line("", "")).unwrap();
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let filled = planned(&register, KeptKind::Complaints, &line("Uznano", "20.10.2014")).unwrap();
    assert_eq!((filled.totals.changed, filled.problems.len()), (1, 0));
    carried_out(&mut register, &filled, &mut ids).unwrap();
    let other = planned(&register, KeptKind::Complaints, &line("Oddalono", "20.10.2014")).unwrap();
    assert_eq!(told(&other), [(2, "Rozstrzygnięcie", "kept_app_value")]);
    assert!(other.is_empty());
    let held = all_of::<Complaint>(&register);
    assert_eq!(held.iter().find(|it| it.reference == "A.7").unwrap().decision, "Uznano");
}

#[test]
fn a_row_that_comes_twice_is_written_once() {
    let (mut register, mut ids) = (office(), Counted(1 << 20));
    let text = "Znak;Data wpływu;Przedmiot\nB.1;01.10.2014;Parking\nB.1;01.10.2014;Parking\nB.1;02.10.2014;Co innego\n";
    let plan = planned(&register, KeptKind::Complaints, text).unwrap();
    assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.unchanged), (3, 1, 1));
    assert_eq!(told(&plan), [(3, "", "repeated_row"), (4, "", "duplicate_entry")]);
    assert_eq!(carried_out(&mut register, &plan, &mut ids).unwrap().changes.len(), 1);
}

#[test]
fn objectives_take_their_year_from_the_title() {
    let (mut register, mut ids) = (office(), Counted(1 << 20));
    let text = "Cele jakości na rok 2013;;;;
Cel;Miernik;Wartość docelowa;Wynik;Czy osiągnięto
Skrócić kolejki;czas oczekiwania;15 min;12 min;tak
Mniej skarg;liczba skarg;5;7;nie
Więcej e-usług;liczba wniosków;200;;w trakcie
";
    let plan = planned(&register, KeptKind::Objectives, text).unwrap();
    assert_eq!((plan.totals.new, plan.problems.len()), (3, 0), "{:?}", plan.problems);
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let held: Vec<Objective> = all_of(&register);
    let met = |text: &str| held.iter().find(|it| it.text == text).map(|it| (it.year, it.met)).unwrap();
    assert_eq!(met("Skrócić kolejki"), (2013, Some(true)));
    assert_eq!(met("Mniej skarg"), (2013, Some(false)));
    assert_eq!(met("Więcej e-usług"), (2013, None));
    assert!(planned(&register, KeptKind::Objectives, text).unwrap().is_empty());
}

#[test]
fn surveys_keep_their_scores_in_hundredths() {
    let (mut register, mut ids) = (office(), Counted(1 << 20));
    let text = "Nazwa ankiety;Data badania;Liczba ankiet;Średnia ocena;Próg;Wnioski
Wiosna 2013;31.05.2013;212;4,37/5;4,0;Parking
Jesień 2013;29.11.2013;1 080;6,2/5;4,0;
Zima 2013;2013-12-20;dużo;3,5;;
";
    let plan = planned(&register, KeptKind::Surveys, text).unwrap();
    assert_eq!((plan.totals.rows, plan.totals.new), (3, 2));
    assert_eq!(told(&plan), [(3, "", "score_beyond_scale"), (4, "Liczba ankiet", "unreadable_number")]);
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let held: Vec<Survey> = all_of(&register);
    let spring = held.iter().find(|it| it.name == "Wiosna 2013").unwrap();
    assert_eq!((spring.answers, spring.score, spring.scale), (Some(212), Some(437), Some(500)));
    assert_eq!((spring.target, spring.findings.as_str()), (Some(400), "Parking"));
    assert!(planned(&register, KeptKind::Surveys, text).unwrap().is_empty());
}

const REVIEWS: &str = "Data przeglądu;Nr protokołu;Uczestnicy;Dane wejściowe;Decyzje;Termin
10.12.2012;OR.0123.1.2012;Starosta, Sekretarz;wyniki auditów, skargi;Szkolenie z instrukcji;31.01.2013
10.12.2012;;;stan działań korygujących;Nowa ankieta;
15.06.2015;;;;Plan na lato;
";

#[test]
fn rows_of_the_same_day_are_one_review() {
    let (mut register, mut ids) = (office(), Counted(1 << 20));
    let plan = planned(&register, KeptKind::Reviews, REVIEWS).unwrap();
    assert_eq!((plan.totals.rows, plan.totals.new, plan.problems.len()), (3, 2, 0), "{:?}", plan.problems);
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let held: Vec<Review> = all_of(&register);
    let review = held.iter().find(|it| it.on == day("2012-12-10")).unwrap();
    let decided: Vec<_> = review.decisions.iter().map(|it| (it.text.as_str(), it.due_on)).collect();
    assert_eq!(decided, [("Szkolenie z instrukcji", Some(day("2013-01-31"))), ("Nowa ankieta", None)]);
    assert!(review.held && review.looked_at_actions());
    assert_eq!(review.inputs.first().map(|input| input.topic), Some(ReviewTopic::Audits));
    assert_ne!(review.decisions[0].id, review.decisions[1].id);
    assert!(held.iter().any(|it| it.on == day("2015-06-15") && !it.held), "one to come is planned");
    assert!(planned(&register, KeptKind::Reviews, REVIEWS).unwrap().is_empty());
}

#[test]
fn one_register_is_not_taken_for_another() {
    let register = office();
    for kind in KeptKind::ALL {
        let refused = planned(&register, kind, "Imię;Telefon\nJan;123\n").unwrap_err();
        assert!(matches!(refused, SheetError::NotARegister), "{kind:?}");
    }
    assert!(planned(&register, KeptKind::Complaints, REVIEWS).is_err());
    let workbook = sheet::read_guarded(REVIEWS.as_bytes()).unwrap();
    let missing =
        registers::plan(&register, &workbook, KeptKind::Reviews, (Some("Brak"), "x"), day("2015-01-12"));
    assert!(matches!(missing, Err(SheetError::SheetMissing { .. })));
}

#[test]
fn a_plan_that_the_book_has_overtaken_is_refused() {
    let (mut register, mut ids) = (office(), Counted(1 << 20));
    let line = "Znak;Data wpływu;Przedmiot;Rozstrzygnięcie\nC.1;01.10.2014;Parking;";
    let empty = planned(&register, KeptKind::Complaints, line).unwrap();
    carried_out(&mut register, &empty, &mut ids).unwrap();
    let stale = RuleError::refused(Rule::ImportChanged);
    let twice = registers::to_change_set(&empty, &register, &mut moment(&mut ids));
    assert_eq!(twice.unwrap_err(), stale, "the new entry is there by now");
    let filled = planned(&register, KeptKind::Complaints, &format!("{line}Uznano")).unwrap();
    let stood = all::<Complaint>(&register).find(|(it, _)| it.reference == "C.1");
    let (mut record, at) = stood.map(|(it, revision)| (it.clone(), (it.id, revision))).unwrap();
    record.note = "dopisano w programie".into();
    let (_, set) = keeping::save(&register, Some(at), record, &mut moment(&mut ids)).unwrap();
    register.apply(&set).unwrap();
    let refused = registers::to_change_set(&filled, &register, &mut moment(&mut ids));
    assert_eq!(refused.unwrap_err(), stale, "the entry has changed");
}
