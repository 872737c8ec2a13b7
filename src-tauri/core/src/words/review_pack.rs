//! The pack for a management review in words: on a screen as names, in a report as rows.

use super::{Lang, date, en, pl, status};
use crate::domain::book::Book;
use crate::domain::certificate::Edition;
use crate::domain::review::ReviewTopic;
use crate::domain::review_pack::{ReviewPack, Row, RowLabel, Value};

/// The columns of the report.
pub const COLUMNS: usize = 5;

/// The names of the columns: clause, input, what, figures, cases.
pub fn header(lang: Lang) -> [&'static str; COLUMNS] {
    match lang {
        Lang::Pl => ["Punkt normy", "Dane wejściowe", "Opis", "Wartość", "Karty"],
        Lang::En => ["Clause", "Input", "What", "Value", "Cases"],
    }
}

/// The pack as rows of a report. `shown` puts words of the book into the language, where the book knows them in both.
pub fn rows(
    lang: Lang,
    edition: Edition,
    book: &dyn Book,
    pack: &ReviewPack,
    shown: &dyn Fn(&str) -> String,
) -> Vec<[String; COLUMNS]> {
    let mut rows = Vec::new();
    for section in &pack.sections {
        let clause = clause(edition, section.topic);
        for row in &section.rows {
            rows.push([
                clause.to_string(),
                topic(lang, section.topic).to_string(),
                described(lang, row, shown),
                value(lang, &row.value, shown),
                numbers(book, row),
            ]);
        }
    }
    rows
}

/// The clause that asks for an input; empty where the edition does not.
pub fn clause(edition: Edition, topic: ReviewTopic) -> &'static str {
    match edition {
        Edition::Iso2008 => topic.clause_2008(),
        Edition::Iso2015 => topic.clause_2015(),
    }
}

/// What a row says, with the name and the day of what it is about.
pub fn described(lang: Lang, row: &Row, shown: &dyn Fn(&str) -> String) -> String {
    let name = if row.name.is_empty() { String::new() } else { format!(": {}", shown(&row.name)) };
    let on = row.on.map(|on| format!(" ({})", date(lang, on))).unwrap_or_default();
    format!("{}{name}{on}", label(lang, row.label))
}

fn numbers(book: &dyn Book, row: &Row) -> String {
    let cases = row.cases.iter().filter_map(|id| book.case(*id)).map(|(case, _)| case);
    cases.filter_map(|case| case.number.as_deref()).collect::<Vec<_>>().join(", ")
}

/// The name of an input.
pub fn topic(lang: Lang, topic: ReviewTopic) -> &'static str {
    let (pl, en) = match topic {
        ReviewTopic::Audits => ("Wyniki auditów", "Results of audits"),
        ReviewTopic::Customers => ("Informacje zwrotne od klientów", "Customer feedback"),
        ReviewTopic::Processes => {
            ("Funkcjonowanie procesów i zgodność usług", "Process performance and conformity of services")
        }
        ReviewTopic::Actions => {
            ("Stan działań korygujących i zapobiegawczych", "State of corrective and preventive actions")
        }
        ReviewTopic::EarlierReviews => {
            ("Działania po poprzednich przeglądach zarządzania", "Follow-up of earlier management reviews")
        }
        ReviewTopic::Changes => ("Zmiany, które mogą wpływać na SZJ", "Changes that could affect the QMS"),
        ReviewTopic::Recommendations => {
            ("Zalecenia dotyczące doskonalenia", "Recommendations for improvement")
        }
        ReviewTopic::Risks => {
            ("Skuteczność działań wobec ryzyk i szans", "Effectiveness of actions on risks and opportunities")
        }
        ReviewTopic::Resources => ("Wystarczalność zasobów", "Adequacy of resources"),
    };
    choose(lang, pl, en)
}

/// What a row says.
pub fn label(lang: Lang, label: RowLabel) -> &'static str {
    let words = LABELS.iter().find(|(own, _, _)| *own == label);
    words.map_or(label.code(), |(_, pl, en)| choose(lang, pl, en))
}

const LABELS: [(RowLabel, &str, &str); 36] = [
    (RowLabel::ExternalAudit, "Audit zewnętrzny – liczba ustaleń", "External audit – findings"),
    (RowLabel::InternalAudit, "Audit wewnętrzny – liczba ustaleń", "Internal audit – findings"),
    (
        RowLabel::AuditCasesClosed,
        "Ustalenia z tych auditów – karty zamknięte",
        "Findings of these audits – cases closed",
    ),
    (RowLabel::AuditCasesOpen, "Ustalenia z auditów – karty otwarte", "Findings of audits – cases open"),
    (RowLabel::Survey, "Ankieta klientów – ocena", "Customer survey – score"),
    (RowLabel::Complaints, "Skargi, które wpłynęły", "Complaints received"),
    (RowLabel::Motions, "Wnioski, które wpłynęły", "Motions received"),
    (
        RowLabel::ComplaintsJustified,
        "Skargi uznane za zasadne, w całości lub w części",
        "Complaints justified, wholly or in part",
    ),
    (
        RowLabel::ComplaintsLate,
        "Skargi i wnioski, których nie załatwiono w ustawowym terminie",
        "Complaints and motions not answered in the statutory time",
    ),
    (RowLabel::ComplaintsWaiting, "Skargi i wnioski w toku", "Complaints and motions waiting for an answer"),
    (
        RowLabel::CustomerCases,
        "Karty z ankiet, skarg i wniosków",
        "Cases from surveys, complaints and motions",
    ),
    (RowLabel::ObjectivesMet, "Osiągnięte cele jakości", "Quality objectives met"),
    (RowLabel::ObjectiveMissed, "Cel nieosiągnięty", "Objective missed"),
    (
        RowLabel::ObjectivesUndecided,
        "Cele, których realizacji jeszcze nie oceniono",
        "Objectives not decided yet",
    ),
    (RowLabel::NonconformingServices, "Usługi niezgodne – karty", "Nonconforming services – cases"),
    (RowLabel::ProcessCases, "Karty z monitorowania procesów", "Cases from process monitoring"),
    (RowLabel::Decision, "Decyzja wcześniejszego przeglądu", "Decision of an earlier review"),
    (
        RowLabel::DecisionWithoutCase,
        "Decyzja wcześniejszego przeglądu, bez karty",
        "Decision of an earlier review, without a case",
    ),
    (
        RowLabel::DecisionUnanswered,
        "Decyzja wcześniejszego przeglądu, bez karty i bez uzasadnienia",
        "Decision of an earlier review, with neither case nor reason",
    ),
    (RowLabel::ChangesConfirmed, "Potwierdzony wykaz zmian", "Changes as confirmed"),
    (RowLabel::LegalCases, "Karty ze zmian przepisów", "Cases from changes of law"),
    (
        RowLabel::Recommendation,
        "Spostrzeżenie lub potencjał doskonalenia",
        "Observation or opportunity for improvement",
    ),
    (RowLabel::RiskCase, "Działanie zapobiegawcze", "Preventive action"),
    (RowLabel::RisksUpdated, "Zaktualizowane ryzyka i szanse", "Risks and opportunities updated"),
    (RowLabel::ToWrite, "Do opisania", "To be written"),
    (RowLabel::Opened, "Karty zarejestrowane w okresie", "Cases registered in the period"),
    (RowLabel::Closed, "Karty zamknięte w okresie", "Cases closed in the period"),
    (RowLabel::Open, "Karty otwarte na koniec okresu", "Cases open at the end"),
    (RowLabel::Overdue, "Karty po terminie na koniec okresu", "Cases overdue at the end"),
    (
        RowLabel::MeanDays,
        "Średni czas od rejestracji do zamknięcia",
        "Mean time from registration to closing",
    ),
    (
        RowLabel::MedianDays,
        "Mediana czasu od rejestracji do zamknięcia",
        "Median time from registration to closing",
    ),
    (RowLabel::OnTimeOriginal, "W terminie pierwotnym", "On time by the original date"),
    (RowLabel::OnTimeCurrent, "W terminie aktualnym", "On time by the current date"),
    (RowLabel::Effective, "Ocenione jako skuteczne", "Judged effective"),
    (RowLabel::Ineffective, "Ocenione jako nieskuteczne", "Judged ineffective"),
    (RowLabel::ReviewsLate, "Oceny skuteczności po terminie", "Reviews of effectiveness that are late"),
];

/// The figures of a row; empty where it has none.
pub fn value(lang: Lang, value: &Value, shown: &dyn Fn(&str) -> String) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Count(count) => count.to_string(),
        Value::Share { of: 0, .. } => "–".into(),
        Value::Share { count, of } => {
            let percent = (u64::from(*count) * 200 + u64::from(*of)) / (u64::from(*of) * 2);
            format!("{count} {} {of} ({percent}%)", choose(lang, "z", "of"))
        }
        Value::Days(days) => took(lang, *days),
        Value::Score { score, scale, target } => {
            let of = scale.map(|best| format!(" {} {}", choose(lang, "na", "of"), hundredths(lang, best)));
            let wanted = choose(lang, "oczekiwana", "expected");
            let target = target.map(|target| format!(" ({wanted} {})", hundredths(lang, target)));
            format!("{}{}{}", hundredths(lang, *score), of.unwrap_or_default(), target.unwrap_or_default())
        }
        Value::Reached { result, target } => {
            let said = |text: &str| if text.trim().is_empty() { "–".to_string() } else { shown(text) };
            let (reached, wanted) = (choose(lang, "wynik", "result"), choose(lang, "cel", "target"));
            format!("{reached}: {}; {wanted}: {}", said(result), said(target))
        }
        Value::Status(state) => status(lang, *state).to_string(),
        Value::Text(text) => shown(text),
    }
}

fn took(lang: Lang, days: f64) -> String {
    let tenths = format!("{days:.1}");
    if let Some(whole) = tenths.strip_suffix(".0").and_then(|whole| whole.parse().ok()) {
        return match lang {
            Lang::Pl => pl::days(whole),
            Lang::En => en::days(whole),
        };
    }
    match lang {
        Lang::Pl => format!("{} dnia", tenths.replace('.', ",")),
        Lang::En => format!("{tenths} days"),
    }
}

fn hundredths(lang: Lang, number: u32) -> String {
    format!("{}{}{:02}", number / 100, choose(lang, ",", "."), number % 100)
}

fn choose(lang: Lang, pl: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Pl => pl,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_words_of_its_own_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for own in RowLabel::ALL {
            for lang in [Lang::Pl, Lang::En] {
                assert_ne!(label(lang, *own), own.code());
                assert!(seen.insert(label(lang, *own)), "{own:?} shares its words");
            }
        }
        assert_eq!(LABELS.len(), RowLabel::ALL.len());
    }

    #[test]
    fn figures_are_written_as_the_language_writes_them() {
        let says = |lang, wanted: Value| value(lang, &wanted, &|text| text.to_string());
        assert_eq!(says(Lang::Pl, Value::Share { count: 2, of: 3 }), "2 z 3 (67%)");
        assert_eq!(says(Lang::En, Value::Share { count: 1, of: 8 }), "1 of 8 (13%)");
        assert_eq!(says(Lang::Pl, Value::Share { count: 0, of: 0 }), "–");
        assert_eq!(says(Lang::Pl, Value::Days(22.0)), "22 dni");
        assert_eq!(says(Lang::Pl, Value::Days(1.0)), "1 dzień");
        assert_eq!(says(Lang::Pl, Value::Days(12.46)), "12,5 dnia");
        assert_eq!(says(Lang::En, Value::Days(12.46)), "12.5 days");
        let score = Value::Score { score: 405, scale: Some(500), target: Some(430) };
        assert_eq!(says(Lang::Pl, score.clone()), "4,05 na 5,00 (oczekiwana 4,30)");
        assert_eq!(says(Lang::En, score), "4.05 of 5.00 (expected 4.30)");
        let reached = Value::Reached { result: " ".into(), target: "95%".into() };
        assert_eq!(says(Lang::Pl, reached), "wynik: –; cel: 95%");
    }
}
