//! Headers and labels of the register. An import reads them back, in either language.

use chrono::NaiveDate;

use crate::domain::case::{CaseStatus, Effect, Grade};
use crate::words::{Lang, date};

/// A column of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Ordinal,
    Number,
    RegisteredOn,
    Kind,
    Source,
    Process,
    Department,
    Clause,
    Title,
    Statement,
    Grade,
    Cause,
    Action,
    Owner,
    OriginalDue,
    CurrentDue,
    DoneOn,
    ReviewDue,
    ReviewResult,
    ClosedOn,
    Status,
    Remarks,
    Identity,
}

impl Column {
    /// All columns in the order of the paper register.
    pub(super) const ALL: [Self; 23] = [
        Self::Ordinal,
        Self::Number,
        Self::RegisteredOn,
        Self::Kind,
        Self::Source,
        Self::Process,
        Self::Department,
        Self::Clause,
        Self::Title,
        Self::Statement,
        Self::Grade,
        Self::Cause,
        Self::Action,
        Self::Owner,
        Self::OriginalDue,
        Self::CurrentDue,
        Self::DoneOn,
        Self::ReviewDue,
        Self::ReviewResult,
        Self::ClosedOn,
        Self::Status,
        Self::Remarks,
        Self::Identity,
    ];

    /// The header.
    pub(super) fn header(self, lang: Lang) -> &'static str {
        let (pl, en) = match self {
            Self::Ordinal => ("Lp.", "Item"),
            Self::Number => ("Nr karty", "Case no."),
            Self::RegisteredOn => ("Data rejestracji", "Registered on"),
            Self::Kind => ("Rodzaj", "Kind"),
            Self::Source => ("Źródło", "Source"),
            Self::Process => ("Proces", "Process"),
            Self::Department => ("Komórka", "Unit"),
            Self::Clause => ("Punkt normy", "Clause"),
            Self::Title => ("Tytuł", "Title"),
            Self::Statement => ("Opis niezgodności", "Nonconformity"),
            Self::Grade => ("Kategoria", "Grade"),
            Self::Cause => ("Przyczyna", "Cause"),
            Self::Action => ("Działanie", "Action"),
            Self::Owner => ("Odpowiedzialny", "Responsible"),
            Self::OriginalDue => ("Termin pierwotny", "Original due date"),
            Self::CurrentDue => ("Termin aktualny", "Current due date"),
            Self::DoneOn => ("Data wykonania", "Done on"),
            Self::ReviewDue => ("Termin oceny skuteczności", "Effectiveness review due"),
            Self::ReviewResult => ("Wynik oceny", "Review result"),
            Self::ClosedOn => ("Data zamknięcia", "Closed on"),
            Self::Status => ("Status", "Status"),
            Self::Remarks => ("Uwagi", "Remarks"),
            Self::Identity => ("Identyfikator", "Identifier"),
        };
        choose(lang, pl, en)
    }
}

fn choose(lang: Lang, pl: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Pl => pl,
        Lang::En => en,
    }
}

/// The label of a state.
pub(super) fn status(status: CaseStatus, lang: Lang) -> &'static str {
    crate::words::status(lang, status)
}

/// The label of a grade.
pub(super) fn grade(grade: Grade, lang: Lang) -> &'static str {
    let (pl, en) = match grade {
        Grade::Major => ("duża", "major"),
        Grade::Minor => ("mała", "minor"),
        Grade::Observation => ("spostrzeżenie", "observation"),
        Grade::Ofi => ("potencjał doskonalenia", "opportunity for improvement"),
    };
    choose(lang, pl, en)
}

/// The label of a judgement of effectiveness.
pub(super) fn effect(effect: Effect, lang: Lang) -> &'static str {
    let (pl, en) = match effect {
        Effect::Effective => ("skuteczne", "effective"),
        Effect::Ineffective => ("nieskuteczne", "ineffective"),
    };
    choose(lang, pl, en)
}

/// A clause with its word: alone, Polish Excel takes the `8.5.2` of a text file for 8 May 2002.
pub(super) fn clause(no: &str, lang: Lang) -> String {
    format!("{} {no}", choose(lang, "pkt", "clause"))
}

/// The title of the register.
pub(super) fn title(office: &str, as_of: NaiveDate, lang: Lang) -> String {
    let name = choose(lang, "Rejestr działań", "Register of actions");
    let office = if office.is_empty() { String::new() } else { format!(" – {office}") };
    format!("{name}{office} – {}", stands_for(as_of, lang))
}

/// The day that a report stands for.
pub(super) fn stands_for(as_of: NaiveDate, lang: Lang) -> String {
    format!("{} {}", choose(lang, "stan na dzień", "as of"), date(lang, as_of))
}

/// Who draws the register up, under its print.
pub(super) fn drawn_up(lang: Lang) -> &'static str {
    choose(lang, "Sporządził: Pełnomocnik ds. SZJ, data", "Drawn up by: QMS representative, date")
}

/// The name of the sheet.
pub(super) fn sheet(lang: Lang) -> &'static str {
    choose(lang, "Rejestr", "Register")
}

/// What stands at the end of a text that is longer than a cell of a workbook.
pub(super) fn cut(lang: Lang) -> &'static str {
    choose(lang, " […skrócono]", " […cut]")
}
