//! What a refusal is about, in words: the rules name it by stable names.

use capa_core::domain::case::CaseStatus;
use capa_core::domain::person::Role;
use capa_core::words::{self as sentences, Lang};

use super::{life, one_of, status};

type Word = (&'static str, &'static str, &'static str);

/// A detail of a refusal as a person reads it; what needs no words stays as it is.
pub fn told(lang: Lang, name: &str, value: &str) -> String {
    let word = |words: &[Word], value: &str| named(lang, words, value);
    match name {
        "needs" => listed(value, |one| who(lang, one)),
        "missing" => listed(value, |one| word(MISSING, one)),
        "status" => {
            CaseStatus::from_code(value).map_or_else(|| value.into(), |it| status(lang, it).to_string())
        }
        "part" => word(PARTS, value),
        "field" => word(FIELDS, value),
        "what" => word(THINGS, value),
        "date" => value.parse().map_or_else(|_| value.into(), |day| sentences::date(lang, day)),
        "seconds" => format!("{value} s"),
        "limit" => value.parse::<u64>().map_or_else(|_| value.into(), |bytes| format!("{} MiB", bytes >> 20)),
        _ => value.to_string(),
    }
}

fn listed(value: &str, told: impl Fn(&str) -> String) -> String {
    value.split(',').map(|one| told(one.trim())).collect::<Vec<_>>().join(", ")
}

fn named(lang: Lang, words: &[Word], value: &str) -> String {
    let found = words.iter().find(|(code, _, _)| *code == value);
    found.map_or_else(|| value.to_string(), |(_, pl, en)| one_of(lang, pl, en).to_string())
}

/// Somebody by the letter of the field's tables, or by the name of a role.
fn who(lang: Lang, code: &str) -> String {
    match Role::from_code(code) {
        Some(role) => life::role(lang, role).to_string(),
        None => named(lang, CAPACITIES, code),
    }
}

/// The name of something that a card lacks.
pub fn missing(lang: Lang, code: &str) -> String {
    named(lang, MISSING, code)
}

const CAPACITIES: &[Word] = &[
    ("Z", "każdy pracownik", "anybody at the office"),
    ("R", "wykonawca działania", "who carries the action out"),
    (
        "W",
        "właściciel karty lub procesu albo kierownik komórki",
        "owner of the case or process, or head of the unit",
    ),
    ("P", "Pełnomocnik ds. SZJ", "QMS representative"),
    ("A", "auditor wewnętrzny", "internal auditor"),
    ("K", "Koordynator SZJ", "QMS Coordinator"),
    ("S", "Starosta", "Starosta (top management)"),
];

const MISSING: &[Word] = &[
    ("title", "tytuł", "title"),
    ("statement", "opis niezgodności", "statement of the nonconformity"),
    ("owner", "odpowiedzialny", "owner"),
    ("due_on", "termin", "due date"),
    ("number", "numer", "number"),
    ("source", "źródło", "source"),
    ("process", "proces", "process"),
    ("clause", "punkt normy", "clause of the standard"),
    ("grade", "kategoria", "grade"),
    ("root_cause", "przyczyna źródłowa", "root cause"),
    ("cause_method", "metoda analizy przyczyn", "method of the analysis"),
    ("action", "działanie", "action"),
    ("action_what", "treść działania", "what an action is about"),
    ("action_owner", "odpowiedzialny za działanie", "owner of an action"),
    ("action_due_on", "termin działania", "due date of an action"),
    ("criterion", "kryterium skuteczności", "criterion of effectiveness"),
    ("review_due_on", "termin oceny skuteczności", "date of the review of effectiveness"),
];

const PARTS: &[Word] = &[
    ("kind", "rodzaj", "kind"),
    ("report", "zgłoszenie i opis", "report and finding"),
    ("correction", "korekcja", "correction"),
    ("cause", "przyczyna", "cause"),
    ("plan", "plan działań", "plan"),
    ("external", "ustalenia z jednostką certyfikującą", "dates agreed with the certification body"),
];

const FIELDS: &[Word] = &[
    ("title", "tytuł", "title"),
    ("reported_by", "zgłaszający", "reported by"),
    ("file_reference", "znak sprawy", "file reference"),
    ("source_document", "dokument źródłowy", "source document"),
    ("evidence", "dowód", "evidence"),
    ("requirement", "wymaganie", "requirement"),
    ("statement", "opis niezgodności", "statement"),
    ("correction", "korekcja", "correction"),
    ("consequences", "skutki", "consequences"),
    ("cause", "analiza przyczyn", "analysis of the cause"),
    ("root_cause", "przyczyna źródłowa", "root cause"),
    ("similar", "podobne niezgodności", "similar nonconformities"),
    ("expected_effect", "oczekiwany efekt", "expected effect"),
    ("criterion", "kryterium skuteczności", "criterion of effectiveness"),
    ("remarks", "uwagi", "remarks"),
    ("action", "działanie", "action"),
    ("actions", "działania", "actions"),
    ("five_why", "5 × dlaczego", "5 Why"),
    ("ishikawa", "diagram Ishikawy", "Ishikawa diagram"),
    ("target_on", "termin karty", "due date of the case"),
    ("reason", "powód", "reason"),
    ("done_note", "opis wykonania", "what was done"),
    ("seen", "opis weryfikacji", "what was seen"),
    ("data", "dane do oceny", "data of the judgement"),
    ("risks_updated", "zaktualizowane ryzyka", "updated risks"),
    ("qms_change", "zmiana w SZJ", "change of the QMS"),
    (
        "file_number",
        "znak sprawy dowodu (--file-number) lub plik (--file)",
        "file number (--file-number) or file (--file)",
    ),
    ("name", "nazwa", "name"),
    ("department", "symbol komórki", "symbol of a unit"),
    ("question", "pytanie", "question"),
    ("scope", "zakres", "scope"),
    ("lead", "auditor wiodący", "lead auditor"),
    ("note", "uwaga", "note"),
    ("body", "jednostka certyfikująca", "certification body"),
    ("reference", "znak sprawy", "file reference"),
    ("subject", "czego dotyczy", "subject"),
    ("decision", "rozstrzygnięcie lub decyzja", "decision"),
    ("decisions", "decyzje", "decisions"),
    ("no_case_reason", "powód niezakładania karty", "why it led to no case"),
    ("text", "treść celu", "text of the objective"),
    ("measure", "miernik", "measure"),
    ("baseline", "wartość wyjściowa", "baseline"),
    ("target", "wartość docelowa", "target"),
    ("result", "wynik", "result"),
    ("findings", "wnioski", "findings"),
    ("participants", "uczestnicy", "participants"),
    ("minutes", "znak protokołu", "minutes"),
    ("summary", "omówienie danej wejściowej", "summary of an input"),
    ("training", "przeszkolenie", "training"),
    ("order", "zarządzenie o powołaniu", "order of appointment"),
];

const THINGS: &[Word] = &[
    ("action", "działanie", "action"),
    ("action_programme", "program działań", "programme of actions"),
    ("audit", "audit", "audit of the office"),
    ("audit_programme", "program auditów", "audit programme"),
    ("auditor", "auditor wewnętrzny", "internal auditor"),
    ("batch", "import", "import of a register"),
    ("case", "karta", "case"),
    ("certificate", "certyfikat", "certificate"),
    ("complaint", "skarga lub wniosek", "complaint or motion"),
    ("confirmation", "potwierdzenie", "confirmation"),
    ("decision", "decyzja", "decision"),
    ("department", "komórka", "unit"),
    ("evidence", "dowód", "evidence"),
    ("letter", "litera listy (a–h)", "letter of the list (a-h)"),
    ("link", "powiązanie", "link"),
    ("move", "krok", "move"),
    ("objective", "cel jakości", "quality objective"),
    ("office", "urząd", "office"),
    ("own_check", "własne pytanie", "own check"),
    ("part", "część karty", "part of the card"),
    ("person", "osoba", "person"),
    ("post", "stanowisko", "post"),
    ("process", "proces", "process"),
    ("question", "pytanie", "question"),
    ("question_list", "lista pytań", "question list"),
    ("readiness_run", "zapisany arkusz gotowości", "kept readiness run"),
    ("reminder", "przypomnienie", "reminder"),
    ("review", "przegląd zarządzania", "management review"),
    ("survey", "ankieta", "customer survey"),
];

#[cfg(test)]
mod tests {
    use capa_core::domain::acting::{Capacity, Task};
    use capa_core::domain::facts::Missing;
    use capa_core::domain::moves::TABLE;
    use capa_core::domain::write::PARTS as CARD;

    use super::*;

    #[test]
    fn roles_are_told_by_letter_and_by_name() {
        assert_eq!(told(Lang::Pl, "needs", "P,K,S"), "Pełnomocnik ds. SZJ, Koordynator SZJ, Starosta");
        assert_eq!(told(Lang::En, "needs", "representative"), "QMS representative");
        let letters = TABLE.iter().flat_map(|row| row.who).map(|capacity: &Capacity| capacity.letter());
        for letter in letters.map(|letter| letter.to_string()) {
            assert_ne!(told(Lang::Pl, "needs", &letter), letter);
            assert_ne!(told(Lang::Pl, "needs", &letter), told(Lang::En, "needs", &letter));
        }
        for role in Task::ALL.iter().flat_map(|task| task.who()) {
            assert_ne!(told(Lang::Pl, "needs", role.code()), role.code());
        }
    }

    #[test]
    fn what_a_card_lacks_and_consists_of_is_told() {
        for missing in Missing::ALL {
            assert_ne!(told(Lang::Pl, "missing", missing.code()), told(Lang::En, "missing", missing.code()));
        }
        for row in CARD {
            assert_ne!(told(Lang::Pl, "part", row.part.code()), told(Lang::En, "part", row.part.code()));
        }
        assert_eq!(told(Lang::Pl, "missing", "root_cause,action"), "przyczyna źródłowa, działanie");
    }

    /// What a rule did not find is read off the rules themselves.
    #[test]
    fn whatever_a_rule_looks_for_has_words() {
        let rules = crate::words::history::rules();
        let named = |before: &str| {
            let rest = rules.split(before).skip(1).filter_map(|rest| rest.split('"').next());
            rest.map(String::from).collect::<Vec<_>>()
        };
        let things =
            [named("NotFound { what: \""), named("WHAT: &'static str = \""), named("\"field\", \"")].concat();
        assert!(things.len() > 20, "{things:?}");
        for thing in things {
            let known =
                |words: &[Word]| words.iter().any(|(code, pl, en)| *code == thing && pl.len() + en.len() > 0);
            assert!(known(THINGS) || known(FIELDS), "{thing}");
        }
    }

    #[test]
    fn states_days_and_amounts_are_told() {
        assert_eq!(told(Lang::Pl, "status", "in_progress"), "w realizacji");
        assert_eq!(told(Lang::En, "date", "2015-01-12"), "12 Jan 2015");
        assert_eq!(told(Lang::En, "limit", "52428800"), "50 MiB");
        assert_eq!(told(Lang::En, "path", "/data"), "/data");
    }
}
