//! The recurrence radar: which earlier cases are offered while a finding is written.

use capa_core::domain::case::{Case, CaseKind, CaseStatus};
use capa_core::domain::change::{Actor, Change, ChangeSet, Record, RecordKind};
use capa_core::domain::ids::{CaseId, CommandId, ProcessId};
use capa_core::register::Register;
use capa_core::register::similar::{Similar, Written};
use capa_core::sample;
use capa_core::words::Lang;
use proptest::prelude::*;
use uuid::Uuid;

use crate::sample::{day, office};

const LIMIT: usize = 5;

fn written(text: &str) -> Written<'_> {
    Written { text, process: None, clause_2008: None, clause_2015: None, on: sample::as_of(), except: None }
}

fn numbers(register: &Register, offered: &[Similar]) -> Vec<String> {
    let number = |similar: &Similar| register.case(similar.case).unwrap().record.number.clone().unwrap();
    offered.iter().map(number).collect()
}

fn offered(register: &Register, text: &str) -> Vec<String> {
    numbers(register, &register.similar(&written(text), LIMIT))
}

/// What is typed, and all that is offered, the closest first.
const POLISH: [(&str, &[&str]); 22] = [
    ("nieaktualne wydanie procedury na tablicy", &["DK/9/2014", "DK/3/2013"]),
    ("NIEAKTUALNYCH WYDAŃ PROCEDUR NIE ZDJĘTO Z TABLIC", &["DK/9/2014", "DK/3/2013"]),
    ("Na tablicach wiszą nieaktualne procedury", &["DK/9/2014"]),
    ("stare kopie dokumentow w pokojach", &["DK/9/2014"]),
    ("Nieaktualny wzór wniosku w BIP-ie i na stronach BIP", &["DK/3/2013"]),
    ("Niezawiadomienie strony przed decyzją", &["DK/4/2013"]),
    ("Stron nie zawiadomiono, wojewoda uchyla decyzję", &["DK/4/2013"]),
    ("Nie oceniono skuteczności szkolenia", &["DK/1/2013", "DK/1/2014"]),
    ("W spisach brakuje wpisów, teczki bez znaków", &["DK/4/2014"]),
    ("Faktura ujęta w księdze po terminie", &["DK/7/2013"]),
    ("Długie kolejki przy rejestracji pojazdu", &["DK/2/2013"]),
    ("Kopii zapasowych nie odtwarzano próbnie", &["DZ/1/2013"]),
    ("Pisma z danymi osobowymi trafiły do innych adresatów", &["DK/6/2013"]),
    ("W teczce kierowcy brak orzeczenia lekarskiego", &["DK/6/2014"]),
    ("Wykonawcy nie oceniano po zakończeniu umowy", &["DK/5/2014"]),
    ("Skargi na nieuprzejmą obsługę", &["DK/3/2014"]),
    ("Wilgotności w archiwach powyżej granicy", &["DZ/3/2014"]),
    ("Czytniki ekranu nie odczytują stron internetowych", &["DK/7/2014"]),
    ("Winda w budynku nie działa", &[]),
    ("Zgubiono klucz do szafy pancernej", &[]),
    ("Gaśnice bez aktualnego przeglądu", &[]),
    ("Podczas auditu stwierdzono niezgodność z wymaganiem normy w wydziale urzędu", &[]),
];

const ENGLISH: [(&str, &[&str]); 10] = [
    ("outdated editions of procedures on notice boards", &["DK/9/2014", "DK/3/2013"]),
    ("old copy of a document in a room", &["DK/9/2014"]),
    ("Party not notified before the permit", &["DK/4/2013"]),
    ("Effectiveness of trainings not assessed", &["DK/1/2013"]),
    ("Invoice entered after the due date", &["DK/7/2013"]),
    ("Backup was not restored in a test", &["DZ/1/2013"]),
    ("Long queues at vehicle registration", &["DK/2/2013"]),
    ("Lift in the building out of order", &[]),
    ("Fire extinguishers past inspection", &[]),
    ("The audit found a nonconformity in the department", &[]),
];

#[test]
fn similar_words_are_known_in_any_form() {
    for (lang, probes) in [(Lang::Pl, POLISH.as_slice()), (Lang::En, ENGLISH.as_slice())] {
        let register = office(lang);
        let found: Vec<_> = probes.iter().map(|(text, _)| (*text, offered(&register, text))).collect();
        let expected =
            probes.iter().map(|(text, all)| (*text, all.iter().map(ToString::to_string).collect()));
        assert_eq!(found, expected.collect::<Vec<(&str, Vec<String>)>>());
    }
}

#[test]
fn the_words_that_agree_are_told_as_typed() {
    let register = office(Lang::Pl);
    let found =
        register.similar(&written("Na TABLICACH: nieaktualne (stare) procedury, nieaktualna tablica"), LIMIT);
    assert_eq!(found[0].words, ["TABLICACH", "nieaktualne", "procedury"]);
    assert!(!found[0].same_process_and_clause && found[0].score > 1.0);
}

/// Text typed with combining marks reads the same.
#[test]
fn decomposed_letters_are_letters() {
    let register = office(Lang::Pl);
    let found = register
        .similar(&written("Nieuprzejma obs\u{142}uga, skarga zasa\u{64}na; wilgotnos\u{301}c\u{301}"), LIMIT);
    assert_eq!(numbers(&register, &found), ["DK/3/2014"]);
    let found = register.similar(&written("wilgotnos\u{301}c\u{301} w archiwum"), LIMIT);
    assert_eq!(found[0].words, ["wilgotnos\u{301}c\u{301}", "archiwum"]);
}

#[test]
fn every_recurrence_of_the_sample_is_offered_and_few_others() {
    for lang in [Lang::Pl, Lang::En] {
        let register = office(lang);
        let mut offers = 0;
        for stood in register.cases() {
            let case = &stood.record;
            let finding = &case.finding;
            let text = [&case.title, &finding.evidence, &finding.requirement, &finding.statement]
                .map(String::as_str);
            let text = text.join("\n");
            let found = register.similar(
                &Written {
                    process: case.process,
                    clause_2008: case.clause_2008.as_deref(),
                    clause_2015: case.clause_2015.as_deref(),
                    except: Some(case.id),
                    on: case.registered_on.unwrap(),
                    ..written(&text)
                },
                LIMIT,
            );
            assert!(found.iter().all(|similar| similar.case != case.id));
            offers += found.len();
            let first = numbers(&register, &found).into_iter().next();
            match case.number.as_deref().unwrap() {
                "DK/9/2014" => assert_eq!(first.as_deref(), Some("DK/3/2013")),
                "DK/2/2014" => assert_eq!(first.as_deref(), Some("DK/5/2013")),
                _ => {}
            }
        }
        assert!(offers <= 14, "{offers} offers for 25 whole findings in {lang:?}");
    }
}

/// A book of cases about nothing in common, with what the test changes in them.
struct Book {
    register: Register,
    entry: u128,
}

impl Book {
    fn new() -> Self {
        Self { register: Register::default(), entry: 0 }
    }

    fn apply(&mut self, change: Change) {
        self.entry += 1;
        let set = ChangeSet {
            command: CommandId(Uuid::from_u128(self.entry)),
            at: "2015-01-12T08:00:00Z".parse().unwrap(),
            actor: Actor::representative(),
            what: "test".into(),
            reason: None,
            changes: vec![change],
        };
        self.register.apply(&set).unwrap();
    }

    fn put(&mut self, case: Case) {
        self.apply(Change::create(&Record::Case(Box::new(case))).unwrap());
    }
}

fn process(id: u128) -> Option<ProcessId> {
    Some(ProcessId(Uuid::from_u128(id)))
}

fn case(id: u128, registered_on: &str) -> Case {
    let mut case = Case::draft(CaseId(Uuid::from_u128(id)), CaseKind::Corrective);
    case.status = CaseStatus::Registered;
    case.registered_on = Some(day(registered_on));
    case.process = process(1);
    case.clause_2008 = Some("4.2.3".into());
    case
}

fn same_place(on: &str) -> Written<'static> {
    Written { process: process(1), clause_2008: Some("4.2.3"), on: day(on), ..written("") }
}

fn places(found: &[Similar]) -> Vec<u128> {
    found.iter().map(|similar| similar.case.0.as_u128()).collect()
}

#[test]
fn the_same_process_and_clause_count_for_twenty_four_months() {
    let mut book = Book::new();
    book.put(case(1, "2013-02-28"));
    book.put(case(2, "2013-02-27"));
    book.put(case(3, "2015-03-01"));
    let found = book.register.similar(&same_place("2015-02-28"), LIMIT);
    assert_eq!(places(&found), [1], "not the older one and not the later one");
    assert!(found[0].same_process_and_clause && found[0].words.is_empty());
    assert_eq!(places(&book.register.similar(&same_place("2015-03-01"), LIMIT)), [3]);
    let mut leap = Book::new();
    leap.put(case(1, "2014-02-28"));
    assert_eq!(places(&leap.register.similar(&same_place("2016-02-29"), LIMIT)), [1]);
}

#[test]
fn process_and_clause_must_both_be_equal() {
    let mut book = Book::new();
    book.put(case(1, "2014-05-05"));
    let mut other_process = case(2, "2014-05-05");
    other_process.process = process(2);
    book.put(other_process);
    let mut no_process = case(3, "2014-05-05");
    no_process.process = None;
    book.put(no_process);
    let mut higher = case(4, "2014-05-05");
    higher.clause_2008 = Some("4.2".into());
    book.put(higher);
    let mut by_2015 = case(5, "2014-05-06");
    by_2015.clause_2008 = None;
    by_2015.clause_2015 = Some("7.5.3".into());
    book.put(by_2015);
    let asked = same_place("2015-01-01");
    assert_eq!(places(&book.register.similar(&asked, LIMIT)), [1]);
    let both = Written { clause_2015: Some("7.5.3"), ..asked };
    assert_eq!(places(&book.register.similar(&both, LIMIT)), [5, 1], "the newer first");
    assert_eq!(places(&book.register.similar(&both, 1)), [5]);
    let nowhere = Written { process: None, clause_2008: None, ..asked };
    assert!(book.register.similar(&nowhere, LIMIT).is_empty());
}

#[test]
fn drafts_and_cancelled_cases_are_not_offered_and_closed_ones_are() {
    for status in CaseStatus::ALL {
        let mut book = Book::new();
        let mut one = case(1, "2014-05-05");
        one.status = status;
        one.title = "Zalana piwnica biblioteki".into();
        book.put(one);
        let expected = usize::from(!matches!(status, CaseStatus::Draft | CaseStatus::Cancelled));
        let by_place = book.register.similar(&same_place("2015-01-01"), LIMIT);
        let by_words = book.register.similar(&written("Piwnice bibliotek zalane wodą"), LIMIT);
        assert_eq!((by_place.len(), by_words.len()), (expected, expected), "{status:?}");
    }
}

#[test]
fn similar_words_have_no_age_and_the_first_case_of_a_book_is_offered() {
    let mut book = Book::new();
    let mut old = case(1, "2003-05-05");
    old.title = "Zalana piwnica biblioteki".into();
    book.put(old);
    let asked = Written { text: "Piwnice bibliotek zalane wodą", ..same_place("2015-01-01") };
    let found = book.register.similar(&asked, LIMIT);
    assert_eq!(places(&found), [1]);
    assert!(!found[0].same_process_and_clause);
    assert_eq!(found[0].words, ["Piwnice", "bibliotek", "zalane"]);
    assert!(
        book.register.similar(&Written { text: "Piwnica bez okien", ..asked }, LIMIT).is_empty(),
        "one word"
    );
    assert!(book.register.similar(&Written { on: day("2003-05-04"), ..asked }, LIMIT).is_empty(), "later");
    let place = same_place("2003-06-01");
    let mut near = case(2, "2003-05-06");
    near.title = "Piwnica archiwum".into();
    book.put(near);
    book.put(case(3, "2003-05-07"));
    let found = book.register.similar(&Written { text: asked.text, ..place }, LIMIT);
    assert_eq!(places(&found), [1, 2, 3], "of the same place, the closest words first");
}

/// Words that more than half of the register says tell nothing.
#[test]
fn words_common_in_the_register_are_no_reason() {
    let mut book = Book::new();
    for id in 0..40 {
        let mut one = case(id, "2014-05-05");
        one.title = "Termin rejestracji pojazdu".into();
        if id == 7 {
            one.title.push_str(" – zaginione tablice");
        }
        book.put(one);
    }
    assert!(book.register.similar(&written("terminy rejestracji pojazdów"), LIMIT).is_empty());
    let found =
        book.register.similar(&written("Zaginięcie: tablica zaginiona przy rejestracji pojazdu"), LIMIT);
    assert_eq!((places(&found), found[0].words.len()), (vec![7], 2));
}

const SAID: [&str; 6] =
    ["", "zalana piwnica", "piwnice bibliotek", "stara tablica", "tablice w piwnicy", "kopie akt biblioteki"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// However a book came to be, it offers what a book of the same records offers.
    #[test]
    fn the_radar_follows_every_change(steps in proptest::collection::vec((0u128..6, 0usize..7), 1..30)) {
        let mut book = Book::new();
        for (id, what) in steps {
            let id = CaseId(Uuid::from_u128(id));
            let stood = book.register.case(id).cloned();
            let boxed = |case: Case| Record::Case(Box::new(case));
            let mut one = stood.as_ref().map_or_else(|| case(id.0.as_u128(), "2014-05-05"), |it| it.record.clone());
            match (stood, SAID.get(what)) {
                (None, None) => {}
                (Some(stood), None) => book.apply(Change::remove(&boxed(stood.record), stood.revision).unwrap()),
                (None, Some(title)) => {
                    one.title = (*title).into();
                    let expected = book.register.revision(RecordKind::Case, id.0);
                    book.apply(Change { expected, ..Change::create(&boxed(one)).unwrap() });
                }
                (Some(stood), Some(title)) => {
                    one.title = (*title).into();
                    book.apply(Change::replace(&boxed(stood.record), stood.revision, &boxed(one)).unwrap());
                }
            }
        }
        let mut again = Register::default();
        for (record, revision) in book.register.records() {
            again.load(record, revision);
        }
        for (kind, id, revision, fields) in book.register.removed() {
            again.load_removed(kind, id, revision, fields.clone());
        }
        prop_assert!(book.register == again);
        for text in SAID {
            let (found, expected) = (book.register.similar(&written(text), 9), again.similar(&written(text), 9));
            prop_assert_eq!(found, expected);
        }
    }
}
