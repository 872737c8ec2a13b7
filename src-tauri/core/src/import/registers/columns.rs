//! The columns of the small registers, recognised by their headers in Polish and English.

use super::KeptKind;
use crate::import::field::Header;

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident $code:literal),+ $(,)?) => {
        /// What a column holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Column {
            $($(#[$doc])* $name),+
        }

        impl Column {
            /// The stable name.
            pub(super) fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),+
                }
            }
        }
    };
}

columns!(
    /// Running number; tells nothing.
    Ordinal "ordinal",
    /// Known, yet computed here.
    Aside "aside",
    Reference "reference",
    Kind "kind",
    Received "received_on",
    Subject "subject",
    Department "department",
    Process "process",
    Justified "justified",
    Decision "decision",
    Answered "answered_on",
    Notice "notice_on",
    NoticeUntil "notice_until",
    Case "case",
    NoCaseReason "no_case_reason",
    Note "note",
    Year "year",
    Text "text",
    Owner "owner",
    Measure "measure",
    Baseline "baseline",
    Target "target",
    Result "result",
    Met "met",
    Approved "approved_on",
    Reviewed "reviewed_on",
    Name "name",
    Held "held_on",
    Answers "answers",
    Score "score",
    Scale "scale",
    Report "report_on",
    Findings "findings",
    On "on",
    Participants "participants",
    Minutes "minutes",
    Input "input",
    Due "due_on",
);

/// A rule: some word of the header begins so, another one so where that is asked, and none so.
type Named = (Column, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const DATED: &[&str] = &["data", "daty", "date", "dzien", "dnia", "day", "on"];
const NO: &[&str] = &[];
const CASES: &[&str] = &["kart", "case", "dzialan", "action"];

use Column as C;

/// The first rule that fits names the column.
const COMPLAINTS: &[Named] = &[
    (C::NoCaseReason, &["powod", "uzasadnien", "reason", "why"], CASES, NO),
    (
        C::NoticeUntil,
        &["nowy", "przedluz", "wyznaczon", "new", "extended"],
        &["termin", "data", "date", "deadline"],
        NO,
    ),
    (C::Notice, &["zawiadom", "zwloc", "notice", "delay"], NO, NO),
    (C::Aside, &["termin", "deadline", "due", "ustawow"], NO, NO),
    (
        C::Answered,
        &["zalatw", "odpowied", "rozpatrz", "rozpatrzen", "udziel", "answer", "settled", "reply"],
        DATED,
        NO,
    ),
    (
        C::Received,
        &["wplyw", "wplyn", "otrzym", "zlozen", "przyjec", "zgloszen", "receiv"],
        NO,
        &["sposob", "form"],
    ),
    (C::Case, &["kart", "case"], NO, NO),
    (C::Justified, &["zasadn", "justif", "uznan"], NO, NO),
    (C::Kind, &["rodzaj", "typ", "kind", "type"], NO, NO),
    (C::Reference, &["znak", "sygnatur", "referenc", "numer", "nr", "number", "ref"], NO, NO),
    (C::Department, &["komork", "wydzial", "referat", "unit", "department"], NO, NO),
    (C::Process, &["proces"], NO, NO),
    (
        C::Decision,
        &["rozstrzyg", "sposob", "decyz", "wynik", "decision", "outcome", "settle", "zalatw", "odpowied"],
        NO,
        NO,
    ),
    (
        C::Subject,
        &["przedmiot", "tresc", "temat", "dotycz", "opis", "czego", "subject", "descri", "about", "skarg"],
        NO,
        &["skarzac", "wnioskodawc"],
    ),
    (C::Note, &["uwag", "adnotac", "remark", "note"], NO, NO),
    (C::Received, DATED, NO, NO),
];

const OBJECTIVES: &[Named] = &[
    (C::NoCaseReason, &["powod", "uzasadnien", "reason", "why"], NO, NO),
    (C::Case, &["kart", "case"], NO, NO),
    (C::Year, &["rok", "year"], NO, &["poprzed", "ubieg", "previous", "wartosc", "wynik"]),
    (C::Approved, &["zatwierdz", "approv"], NO, NO),
    (C::Reviewed, &["przegl", "monitor", "review"], NO, NO),
    (C::Met, &["czy", "met", "status", "stan", "spelnion"], NO, NO),
    (C::Owner, &["odpowiedzial", "wlasciciel", "realizuj", "owner", "responsib"], NO, NO),
    (C::Process, &["proces"], NO, NO),
    (
        C::Measure,
        &["miernik", "wskaznik", "miara", "measure", "indicator", "metric"],
        NO,
        &["wartosc", "docelow", "osiagn"],
    ),
    (C::Baseline, &["wyjsciow", "bazow", "poprzed", "ubieg", "baseline", "previous"], NO, NO),
    (C::Target, &["docelow", "planowan", "oczekiwan", "zakladan", "target", "planned"], NO, NO),
    (
        C::Result,
        &["wynik", "osiagn", "wykonan", "realizac", "result", "actual", "reached", "achieved"],
        NO,
        NO,
    ),
    (C::Text, &["cel", "cele", "zadani", "tresc", "objective", "goal"], NO, NO),
];

const SURVEYS: &[Named] = &[
    (C::NoCaseReason, &["powod", "uzasadnien", "reason", "why"], NO, NO),
    (C::Case, &["kart", "case"], NO, NO),
    (C::Report, &["raport", "sprawozd", "report", "opracow"], NO, NO),
    (C::Answers, &["liczb", "ilosc", "answers", "respon", "wypelnion", "number"], NO, NO),
    (C::Scale, &["skal", "scale", "maks", "max"], NO, NO),
    (C::Target, &["docelow", "prog", "minim", "oczekiwan", "target", "expected"], NO, NO),
    (C::Score, &["ocen", "sredni", "wynik", "satysfakc", "score", "average", "mean"], NO, NO),
    (C::Held, DATED, NO, NO),
    (C::Held, &["termin", "zakoncz", "ended", "held"], NO, NO),
    (C::Findings, &["wnios", "uwag", "omowien", "nisk", "finding", "conclusion", "remark", "low"], NO, NO),
    (C::Name, &["nazwa", "ankiet", "badan", "tytul", "survey", "name", "title"], NO, NO),
];

const REVIEWS: &[Named] = &[
    (C::NoCaseReason, &["powod", "uzasadnien", "reason", "why"], NO, NO),
    (C::Case, &["kart", "case"], NO, NO),
    (C::Due, &["termin", "deadline", "due"], NO, NO),
    (C::Owner, &["odpowiedzial", "wykonaw", "realizuj", "owner", "responsib"], NO, NO),
    (C::Minutes, &["protok", "znak", "minutes", "numer", "nr", "number"], NO, DATED),
    (C::Participants, &["uczestn", "obecn", "sklad", "particip", "attend", "present"], NO, NO),
    (
        C::Input,
        &["wejsc", "dane", "temat", "zakres", "omawian", "omowion", "input", "topic", "agenda"],
        NO,
        NO,
    ),
    (C::On, DATED, NO, &["nastepn", "next"]),
    (
        C::Decision,
        &["decyz", "ustalen", "wnios", "wynik", "zadani", "dzialan", "decision", "action", "output"],
        NO,
        NO,
    ),
    (C::Note, &["uwag", "adnotac", "remark", "note"], NO, NO),
];

/// The column that a header names.
pub(super) fn recognise(kind: KeptKind, header: &str) -> Option<Column> {
    let header = Header::of(header)?;
    if header.is(&["lp", "l p", "poz", "pozycja", "item", "no"]) {
        return Some(Column::Ordinal);
    }
    let rules = match kind {
        KeptKind::Complaints => COMPLAINTS,
        KeptKind::Objectives => OBJECTIVES,
        KeptKind::Surveys => SURVEYS,
        KeptKind::Reviews => REVIEWS,
    };
    let fits = |(_, any, with, without): &&Named| {
        header.has(any) && (with.is_empty() || header.has(with)) && !header.has(without)
    };
    rules.iter().find(fits).map(|(column, _, _, _)| *column)
}

/// Whether these columns make the register: what no entry can do without, and one thing that tells it from others.
pub(super) fn make(kind: KeptKind, columns: &[Column]) -> bool {
    let any = |wanted: &[Column]| columns.iter().any(|column| wanted.contains(column));
    match kind {
        KeptKind::Complaints => any(&[C::Received]) && any(&[C::Subject]),
        KeptKind::Objectives => {
            any(&[C::Text]) && any(&[C::Measure, C::Target, C::Result, C::Met, C::Owner, C::Year])
        }
        KeptKind::Surveys => any(&[C::Held]) && any(&[C::Score, C::Answers]),
        KeptKind::Reviews => any(&[C::On]) && any(&[C::Decision, C::Minutes, C::Participants, C::Input]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(kind: KeptKind, headers: &[(&str, Column)]) {
        for (header, column) in headers {
            assert_eq!(recognise(kind, header), Some(*column), "{header}");
        }
    }

    #[test]
    fn headers_of_each_register_are_recognised_in_both_languages() {
        named(
            KeptKind::Complaints,
            &[
                ("Lp.", C::Ordinal),
                ("Znak sprawy", C::Reference),
                ("Data wpływu", C::Received),
                ("Data wplywu skargi", C::Received),
                ("Przedmiot skargi / wniosku", C::Subject),
                ("Rodzaj (skarga/wniosek)", C::Kind),
                ("Termin załatwienia", C::Aside),
                ("Data załatwienia", C::Answered),
                ("Sposób załatwienia", C::Decision),
                ("Zasadność", C::Justified),
                ("Data zawiadomienia o zwłoce", C::Notice),
                ("Nowy termin", C::NoticeUntil),
                ("Nr karty", C::Case),
                ("Uzasadnienie braku karty", C::NoCaseReason),
                ("Received on", C::Received),
                ("Subject", C::Subject),
                ("Answered on", C::Answered),
                ("Unit", C::Department),
            ],
        );
        named(
            KeptKind::Objectives,
            &[
                ("Rok", C::Year),
                ("Cel jakości", C::Text),
                ("Miernik", C::Measure),
                ("Wartość wyjściowa", C::Baseline),
                ("Wartość docelowa", C::Target),
                ("Wartość osiągnięta", C::Result),
                ("Czy osiągnięto cel", C::Met),
                ("Odpowiedzialny", C::Owner),
                ("Zatwierdzono dnia", C::Approved),
                ("Objective", C::Text),
                ("Target", C::Target),
                ("Met?", C::Met),
            ],
        );
        named(
            KeptKind::Surveys,
            &[
                ("Nazwa ankiety", C::Name),
                ("Data badania", C::Held),
                ("Liczba ankiet", C::Answers),
                ("Średnia ocena", C::Score),
                ("Skala", C::Scale),
                ("Próg", C::Target),
                ("Wnioski", C::Findings),
                ("Data raportu", C::Report),
                ("Average score", C::Score),
            ],
        );
        named(
            KeptKind::Reviews,
            &[
                ("Data przeglądu", C::On),
                ("Uczestnicy", C::Participants),
                ("Nr protokołu", C::Minutes),
                ("Dane wejściowe", C::Input),
                ("Decyzje i działania", C::Decision),
                ("Odpowiedzialny", C::Owner),
                ("Termin realizacji", C::Due),
                ("Karta", C::Case),
                ("Date", C::On),
                ("Decisions", C::Decision),
            ],
        );
    }

    #[test]
    fn a_register_of_another_sort_is_none() {
        assert!(!make(KeptKind::Complaints, &[C::Subject, C::Reference]));
        assert!(!make(KeptKind::Objectives, &[C::Text]));
        assert!(!make(KeptKind::Surveys, &[C::Held, C::Name]));
        assert!(make(KeptKind::Reviews, &[C::On, C::Minutes]));
    }
}
