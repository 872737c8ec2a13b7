//! States, kinds, sources and grades as registers name them.

use super::text::plain;
use crate::domain::case::{CaseKind, CaseStatus, Grade, Source};
use crate::labels;
use crate::words::Lang;

fn begins(text: &str, beginnings: &[&str]) -> bool {
    text.split(' ').any(|word| beginnings.iter().any(|wanted| word.starts_with(wanted)))
}

fn holds(text: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| text.contains(part))
}

/// The state that a status means; `None` when it is not known. A closed case of an old register has neither
/// verification nor review, so it stays apart from those closed here.
pub(super) fn status(text: &str) -> Option<CaseStatus> {
    let text = plain(text);
    if let Some(status) = CaseStatus::ALL.into_iter().find(|status| status.code().replace('_', " ") == text) {
        let closed = status.is_closed() && status != CaseStatus::Cancelled;
        return Some(if closed { CaseStatus::ClosedImported } else { status });
    }
    if holds(
        &text,
        &[
            "nie zamkn",
            "niezamkn",
            "not closed",
            "nie zakoncz",
            "not complet",
            "nie zrealiz",
            "niezrealiz",
            "nie wykon",
            "not implement",
            "not done",
            "not started",
        ],
    ) {
        return None;
    }
    // A judgement alone was given when the case was closed; "do oceny skuteczności" still waits for it.
    if ["skuteczna", "nieskuteczna", "skuteczne", "nieskuteczne"].contains(&text.as_str()) {
        return Some(CaseStatus::ClosedImported);
    }
    let known: [(&[&str], CaseStatus); 12] = [
        (&["anulow", "cancel", "odstapi", "wycofan", "withdrawn"], CaseStatus::Cancelled),
        // What is done in part, or still to be closed, is neither done nor closed.
        (
            &[
                "czesciow",
                "partial",
                "partly",
                "do zamkni",
                "do zakoncz",
                "planowan",
                "planned",
                "to be closed",
            ],
            CaseStatus::InProgress,
        ),
        (&["zamkni", "closed", "zakoncz", "completed"], CaseStatus::ClosedImported),
        (&["szkic", "draft"], CaseStatus::Draft),
        (&["ocen", "effectiveness", "skuteczn"], CaseStatus::Effectiveness),
        (&["zatwierdzenia", "approval"], CaseStatus::PlanPending),
        (
            &["realizacji", "trakcie", "toku", "progress", "ongoing", "zatwierdzon", "approved"],
            CaseStatus::InProgress,
        ),
        (&["po terminie", "przetermin", "overdue", "late"], CaseStatus::InProgress),
        (&["analiz", "analys"], CaseStatus::Analysis),
        (&["zrealizow", "wykonan", "implemented", "done", "wdrozon"], CaseStatus::Implemented),
        (&["zarejestr", "registered"], CaseStatus::Registered),
        (&["now", "new", "open", "otwart"], CaseStatus::Registered),
    ];
    known
        .into_iter()
        .find(|(words, _)| {
            words
                .iter()
                .any(|word| if word.contains(' ') { text.contains(word) } else { begins(&text, &[word]) })
        })
        .map(|(_, status)| status)
}

/// The kind that a word or a number names.
pub(super) fn kind(text: &str) -> Option<CaseKind> {
    if let Some(kind) = CaseKind::from_prefix(text) {
        return Some(kind);
    }
    let text = plain(text);
    if begins(&text, &["korygu", "correctiv"]) {
        return Some(CaseKind::Corrective);
    }
    if begins(&text, &["zapobieg", "prevent"]) {
        return Some(CaseKind::Preventive);
    }
    if begins(&text, &["doskonal", "improvement"]) {
        return Some(CaseKind::Improvement);
    }
    None
}

/// The kind inside a number, at its beginning or between its strokes.
pub(super) fn kind_of_number(number: &str) -> Option<CaseKind> {
    CaseKind::from_prefix(number)
        .or_else(|| number.split(|c: char| !c.is_alphanumeric()).find_map(CaseKind::from_prefix))
}

/// The grade that a word names.
pub(super) fn grade(text: &str) -> Option<Grade> {
    let text = plain(text);
    if begins(&text, &["duz", "powazn", "istotn", "major"]) || text == "a" || text == "kategoria a" {
        return Some(Grade::Major);
    }
    if begins(&text, &["mal", "drobn", "minor"]) || text == "b" || text == "kategoria b" {
        return Some(Grade::Minor);
    }
    if begins(&text, &["spostrzez", "obserwac", "observation"]) {
        return Some(Grade::Observation);
    }
    if begins(&text, &["potencjal", "doskonal", "ofi", "opportunit", "improvement"]) {
        return Some(Grade::Ofi);
    }
    None
}

/// The source that a text names.
pub(super) fn source(text: &str) -> Option<Source> {
    if let Some(source) = Source::from_code(text.trim()) {
        return Some(source);
    }
    let text = plain(text);
    if let Some(source) = Source::ALL.into_iter().find(|source| {
        [Lang::Pl, Lang::En].into_iter().any(|lang| plain(labels::source_name(*source, lang)) == text)
    }) {
        return Some(source);
    }
    let audit = begins(&text, &["audit", "audyt"]);
    let outside =
        begins(&text, &["zewnetrz", "external", "certyfik", "certific", "nadzor", "surveil", "recert"]);
    if audit && holds(&text, &["finansach publicznych", "public finance", "statutory", "272"]) {
        return Some(Source::StatAudit);
    }
    if audit && outside {
        return Some(Source::ExtAudit);
    }
    if audit && begins(&text, &["wewn", "intern"]) {
        return Some(Source::IntAudit);
    }
    let known: [(&[&str], Source); 15] = [
        (&["skarg", "complaint"], Source::Complaint),
        (&["pracownika", "pomysl", "employee", "suggest"], Source::Suggestion),
        (&["wniosek", "wnioski", "motion"], Source::Motion),
        (&["ankiet", "survey", "satysfakcj"], Source::Survey),
        (&["przeglad", "review"], Source::MgmtReview),
        (&["samokontrol", "funkcjonaln", "self"], Source::SelfCheck),
        (&["incydent", "naruszeni", "danych", "incident", "data"], Source::DataInc),
        (&["niezrealizowan", "cel", "cele", "objective"], Source::Objective),
        (&["monitorow", "pomiar", "monitoring"], Source::Process),
        (&["uslug", "odwolawcz", "nonconforming", "service"], Source::NcService),
        (&["ryzyk", "risk"], Source::Risk),
        (&["kontrol", "inspection"], Source::Inspection),
        (&["dostaw", "wykonawc", "supplier", "contractor"], Source::Supplier),
        (&["praw", "przepis", "law", "legal"], Source::Legal),
        (&["inne", "inny", "inna", "other"], Source::Other),
    ];
    known.into_iter().find(|(words, _)| begins(&text, words)).map(|(_, source)| source)
}

/// A clause such as `8.5.2` or `10.2.1 d`, taken out of words like "pkt".
pub(super) fn clause(text: &str) -> Option<String> {
    let bare =
        text.trim().trim_start_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace()).trim();
    let (number, letter) = match bare.split_once(' ') {
        Some((number, letter)) => (number, letter.trim_matches([' ', ')', '.'])),
        None => (bare.trim_end_matches(['.', ')']), ""),
    };
    let parts: Vec<&str> = number.split('.').collect();
    let numbered = parts.len() <= 4
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    let in_standard =
        parts.first().and_then(|part| part.parse::<u8>().ok()).is_some_and(|part| (4..=10).contains(&part));
    let lettered = letter.len() <= 1 && letter.chars().all(|c| c.is_ascii_lowercase());
    (numbered && in_standard && lettered)
        .then(|| if letter.is_empty() { number.to_string() } else { format!("{number} {letter}") })
}

/// The texts of all actions of a case, as one cell holds them.
pub(super) fn joined_actions(case: &crate::domain::case::Case) -> String {
    let texts: Vec<&str> = case.actions.iter().map(|action| action.what.as_str()).collect();
    texts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_old_registers() {
        let pairs = [
            ("nowa", CaseStatus::Registered),
            ("Open", CaseStatus::Registered),
            ("w realizacji", CaseStatus::InProgress),
            ("W trakcie", CaseStatus::InProgress),
            ("po terminie", CaseStatus::InProgress),
            ("w realizacji – PO TERMINIE", CaseStatus::InProgress),
            ("plan zatwierdzony – w realizacji", CaseStatus::InProgress),
            ("overdue", CaseStatus::InProgress),
            ("w analizie", CaseStatus::Analysis),
            ("plan do zatwierdzenia", CaseStatus::PlanPending),
            ("zrealizowana – do oceny skuteczności", CaseStatus::Effectiveness),
            ("zrealizowana – do weryfikacji", CaseStatus::Implemented),
            ("Implemented", CaseStatus::Implemented),
            ("ZAMKNIĘTA", CaseStatus::ClosedImported),
            ("zamknięta – nieskuteczna", CaseStatus::ClosedImported),
            ("zakończone, skuteczne", CaseStatus::ClosedImported),
            ("closed – effective", CaseStatus::ClosedImported),
            ("closed_effective", CaseStatus::ClosedImported),
            ("do zamknięcia", CaseStatus::InProgress),
            ("do zakończenia", CaseStatus::InProgress),
            ("zamknięto częściowo", CaseStatus::InProgress),
            ("planowane zamknięcie 2027", CaseStatus::InProgress),
            ("częściowo zrealizowana", CaseStatus::InProgress),
            ("partially implemented", CaseStatus::InProgress),
            ("to be closed", CaseStatus::InProgress),
            ("skuteczna", CaseStatus::ClosedImported),
            ("Nieskuteczna", CaseStatus::ClosedImported),
            ("do oceny skuteczności", CaseStatus::Effectiveness),
            ("anulowana", CaseStatus::Cancelled),
            ("szkic", CaseStatus::Draft),
        ];
        for (text, wanted) in pairs {
            assert_eq!(status(text), Some(wanted), "{text}");
        }
        for text in ["zawieszona do odwołania", "???", "niezamknięta", "not closed"] {
            assert_eq!(status(text), None, "{text}");
        }
    }

    #[test]
    fn sources_are_known_by_their_own_names() {
        for wanted in Source::ALL {
            for lang in [Lang::Pl, Lang::En] {
                let name = labels::source_name(wanted, lang);
                assert_eq!(source(name), Some(wanted), "{name}");
            }
        }
    }

    #[test]
    fn kinds_stand_in_numbers_and_words() {
        assert_eq!(kind_of_number("DZ/2/2014"), Some(CaseKind::Preventive));
        assert_eq!(kind_of_number("3/DS/2014"), Some(CaseKind::Improvement));
        assert_eq!(kind_of_number("KN-07"), None);
        assert_eq!(kind("działanie zapobiegawcze"), Some(CaseKind::Preventive));
        assert_eq!(kind("corrective"), Some(CaseKind::Corrective));
        assert_eq!(kind("niezgodność"), None);
    }

    #[test]
    fn clauses_are_told_from_other_numbers() {
        assert_eq!(clause("8.5.2"), Some("8.5.2".into()));
        assert_eq!(clause("pkt 7.5"), Some("7.5".into()));
        assert_eq!(clause("10.2.1 d)"), Some("10.2.1 d".into()));
        for text in ["12.03.2014", "art. 227", "2014", "", "instrukcja", "8.5.2 i 8.5.3"] {
            assert_eq!(clause(text), None, "{text}");
        }
    }
}
