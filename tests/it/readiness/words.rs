//! The checklist in words: nothing is missing in either language.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use capa_core::domain::case::{Case, CaseKind};
use capa_core::domain::certificate::Edition;
use capa_core::domain::confirmation::{CheckResult, Verdict};
use capa_core::domain::ids::CaseId;
use capa_core::domain::readiness::{CATALOGUE, Mode, Reason, Why};
use capa_core::words::{Lang, readiness as words};
use uuid::Uuid;

use super::world::day;

const EDITIONS: [Edition; 2] = [Edition::Iso2008, Edition::Iso2015];

/// Both languages say something, and not the same.
fn both<'a>(what: &str, say: impl Fn(Lang) -> &'a str) {
    let (pl, en) = (say(Lang::Pl), say(Lang::En));
    assert!(!pl.trim().is_empty() && !en.trim().is_empty() && pl != en, "{what}: {pl:?} {en:?}");
}

#[test]
fn every_check_has_its_question_and_its_clauses() {
    let mut questions = BTreeSet::new();
    for check in &CATALOGUE {
        both(check.id, |lang| words::question(lang, check.id));
        questions.insert(words::question(Lang::Pl, check.id));
        for edition in EDITIONS {
            assert!(!words::clause(check.id, edition).is_empty(), "{}", check.id);
        }
    }
    assert_eq!(questions.len(), CATALOGUE.len());
    assert_eq!(EDITIONS.map(|edition| words::clause("R05", edition)), ["8.5.2 e", "10.2.2"]);
    assert_eq!(words::question(Lang::Pl, "U01"), "");
}

#[test]
fn every_letter_result_verdict_and_mode_has_a_name() {
    for letter in 'a'..='h' {
        both(&letter.to_string(), |lang| words::letter(lang, letter));
    }
    assert_eq!(words::letter(Lang::En, 'i'), "");
    for result in CheckResult::ALL {
        both(result.code(), |lang| words::result(lang, result));
    }
    for verdict in Verdict::ALL {
        both(verdict.code(), |lang| words::verdict(lang, verdict));
    }
    for mode in Mode::ALL {
        both(&format!("{mode:?}"), |lang| words::mode(lang, mode));
    }
}

/// A reason with every figure.
fn full(why: Why) -> Reason {
    let reason = Reason::of(why).count(417).of_all(834).on(day("2014-12-19"));
    reason.names(["P01".to_string(), "P02".to_string()])
}

#[test]
fn every_reason_is_a_sentence_in_both_languages() {
    let mut sentences = BTreeSet::new();
    for why in Why::ALL {
        let said = [Lang::Pl, Lang::En].map(|lang| words::reason(lang, &full(*why)));
        both(why.code(), |lang| if lang == Lang::Pl { &said[0] } else { &said[1] });
        for sentence in &said {
            let ends = sentence.ends_with('.');
            assert!(ends && !sentence.contains(['{', '}', '[', ']']), "{}: {sentence}", why.code());
            assert!(sentences.insert(sentence.clone()), "said twice: {sentence}");
        }
        // What one language counts, the other counts too.
        let figures = ["417", "834", "50%", "P01, P02"];
        for figure in figures {
            let [pl, en] = said.each_ref().map(|sentence| sentence.contains(figure));
            assert_eq!(pl, en, "{}: {figure}", why.code());
        }
        assert_eq!(said[0].contains("19.12.2014"), said[1].contains("19 Dec 2014"), "{}", why.code());
    }
}

#[test]
fn the_file_holds_the_checks_and_reasons_of_the_rules_and_no_more() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/data/checklist.json");
    let file: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let of = |list: &str, key: &str| -> Vec<String> {
        let entries = file[list].as_array().unwrap().iter();
        entries.map(|entry| entry[key].as_str().unwrap().to_string()).collect()
    };
    let ids: Vec<&str> = CATALOGUE.iter().map(|check| check.id).collect();
    assert_eq!(of("checks", "id"), ids);
    let codes: BTreeSet<String> = Why::ALL.iter().map(|why| why.code().to_string()).collect();
    let told = of("reasons", "code");
    assert_eq!((told.len(), told.into_iter().collect()), (codes.len(), codes));
}

#[test]
fn figures_stand_where_they_belong() {
    let case = Case::draft(CaseId(Uuid::nil()), CaseKind::Corrective);
    let overdue = Reason::of(Why::Overdue).on(day("2014-11-28")).cases([&case]);
    assert_eq!(words::reason(Lang::Pl, &overdue), "Karty po terminie: 1 (najstarszy termin 28.11.2014).");
    assert_eq!(words::reason(Lang::En, &overdue), "Overdue cards: 1 (oldest due 28 Nov 2014).");
    let share = Reason::of(Why::ClosedInPeriod).count(2).of_all(3);
    assert_eq!(words::reason(Lang::Pl, &share), "Zamknięte w okresie: 2 z 3 kart (66%).");
    let nothing = Reason::of(Why::ClosedInPeriod).count(0).of_all(0);
    assert_eq!(words::reason(Lang::En, &nothing), "Closed in the period: 0 of 0 cards (0%).");
}

#[test]
fn what_is_not_known_leaves_no_empty_brackets() {
    let unnamed = Reason::of(Why::NumbersMissing).count(3);
    assert_eq!(words::reason(Lang::En, &unnamed), "Missing numbers: 3.");
    let named = unnamed.names(["{on}".to_string(), "{n}".to_string()]);
    assert_eq!(words::reason(Lang::En, &named), "Missing numbers: 3 ({on}, {n}).");
}
