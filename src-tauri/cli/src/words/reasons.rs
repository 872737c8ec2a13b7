//! Why a command did not do what was asked, and what to do about it.

use capa_core::words::Lang;

mod audits;
mod rules;

/// The sentence of a failure; its kind itself where none was written for it.
pub fn reason(kind: &str, lang: Lang) -> &str {
    let found = all().find(|(known, _, _)| *known == kind);
    found.map_or(kind, |(_, pl, en)| match lang {
        Lang::Pl => *pl,
        Lang::En => *en,
    })
}

type Reason = (&'static str, &'static str, &'static str);

fn all() -> impl Iterator<Item = &'static Reason> {
    let others = [
        rules::LIFE,
        rules::OFFICE,
        rules::ACCESS,
        rules::EVIDENCE,
        rules::NAMED,
        audits::AUDITS,
        audits::CERTIFICATE,
        audits::READINESS,
    ];
    REASONS.iter().chain(others.into_iter().flatten())
}

const REASONS: &[Reason] = &[
    // the folder
    (
        "no_folder",
        "Nie wiadomo, gdzie leżą dane. Podaj folder w --data.",
        "It is not known where the data lies. Name the folder with --data.",
    ),
    (
        "locked",
        "Dane są otwarte w oknie lub innym programie. Zamknij je i spróbuj ponownie.",
        "The data is open in a window or another program. Close it and try again.",
    ),
    (
        "not_writable",
        "Nie ma prawa zapisu. Poproś administratora o prawo zapisu.",
        "There is no permission to write. Ask the administrator for it.",
    ),
    (
        "disk_full",
        "Na dysku zabrakło miejsca. Zwolnij miejsce i spróbuj ponownie.",
        "The disk is full. Free some space and try again.",
    ),
    (
        "read_only",
        "Po błędzie dysku zapis jest wstrzymany. Uruchom polecenie ponownie.",
        "After a disk error writing is suspended. Run the command again.",
    ),
    (
        "history_cut",
        "Historia w folderze jest krótsza, niż była. Przywróć folder z kopii albo uruchom „capa verify --accept-history”.",
        "The history in the folder is shorter than it was. Put back a copy of the folder, or run \"capa verify --accept-history\".",
    ),
    (
        "history_rewritten",
        "Historię w folderze zmieniono poza programem. Przywróć folder z kopii albo uruchom „capa verify --accept-history”.",
        "The history in the folder was changed outside the program. Put back a copy of the folder, or run \"capa verify --accept-history\".",
    ),
    (
        "newer_version",
        "Dane zapisała nowsza wersja programu. Zainstaluj nowszą wersję.",
        "The data was written by a newer version of the program. Install the newer version.",
    ),
    (
        "damaged",
        "Dane są uszkodzone. Otwórz folder w programie, który naprawi, co się da, albo przywróć go z kopii.",
        "The data is damaged. Open the folder with the program, which repairs what it can, or put back a copy of it.",
    ),
    (
        "conflict",
        "Ktoś w tym czasie zmienił te dane. Powtórz polecenie.",
        "Somebody changed this data meanwhile. Repeat the command.",
    ),
    ("internal", "Coś poszło nie tak po stronie programu.", "Something went wrong inside the program."),
    // the day
    (
        "back_dated",
        "Zapis z datą --as-of jest możliwy tylko w danych przykładowych.",
        "Only a sample folder can be written --as-of another day.",
    ),
    // what is there and what is not
    ("not_found", "Nie ma tego w rejestrze.", "This is not in the register."),
    (
        "not_empty",
        "Ten folder zawiera już dane. Wskaż pusty folder.",
        "This folder already holds data. Name an empty one.",
    ),
    // spreadsheets
    (
        "file_missing",
        "Nie ma takiego pliku. Sprawdź, czy go nie przeniesiono.",
        "There is no such file. Check whether it was moved.",
    ),
    (
        "unreadable",
        "Nie można odczytać tego pliku. Otwórz go w Excelu, zapisz ponownie jako .xlsx i spróbuj jeszcze raz.",
        "This file cannot be read. Open it in Excel, save it again as .xlsx and try once more.",
    ),
    (
        "encrypted",
        "Plik jest zabezpieczony hasłem. Usuń hasło w Excelu i spróbuj jeszcze raz.",
        "The file is protected by a password. Remove the password in Excel and try again.",
    ),
    (
        "truncated",
        "Plik jest ucięty lub niedokończony. Skopiuj go jeszcze raz i spróbuj ponownie.",
        "The file is cut short or unfinished. Copy it once more and try again.",
    ),
    (
        "too_big",
        "Plik jest za duży. Zostaw w nim sam rejestr i spróbuj ponownie.",
        "The file is too big. Leave only the register in it and try again.",
    ),
    (
        "too_many_rows",
        "Plik ma za dużo wierszy. Podziel go na lata i wczytaj po kolei.",
        "The file has too many rows. Split it by years and read the parts one by one.",
    ),
    (
        "unsupported_format",
        "Tego rodzaju pliku program nie czyta. Zapisz go jako .xlsx, .xls, .ods lub .csv.",
        "The program does not read this kind of file. Save it as .xlsx, .xls, .ods or .csv.",
    ),
    (
        "timeout",
        "Czytanie pliku trwało zbyt długo i zostało przerwane. Zostaw w pliku sam rejestr.",
        "Reading the file took too long and was stopped. Leave only the register in it.",
    ),
    ("sheet_missing", "W pliku nie ma arkusza o tej nazwie.", "The file has no sheet of that name."),
    (
        "not_a_register",
        "To nie wygląda na rejestr: potrzebna jest kolumna z opisem oraz numer, osoba, termin lub stan.",
        "This does not look like a register: it needs a column with a description and a number, person, due date or status.",
    ),
    (
        "import_changed",
        "Rejestr zmienił się od czasu planu. Powtórz polecenie.",
        "The register has changed since the plan was made. Repeat the command.",
    ),
    (
        "batch_touched",
        "Karty z tego importu już zmieniano, więc nie można go cofnąć.",
        "Cases of this import have been changed since, so it cannot be undone.",
    ),
    (
        "map_unreadable",
        "Nie można odczytać pliku z przypisaniem kolumn.",
        "The file that maps columns cannot be read.",
    ),
    (
        "map_invalid",
        "Przypisanie kolumn musi być obiektem JSON: nagłówek, litera lub numer kolumny -> nazwa pola albo null.",
        "The map of columns must be a JSON object: header, letter or number of a column -> name of a field, or null.",
    ),
    ("unknown_field", "Nie ma pola o tej nazwie.", "There is no field of that name."),
    (
        "unknown_ending",
        "Rejestr można zapisać tylko jako .xlsx lub .csv.",
        "A register can be written as .xlsx or .csv only.",
    ),
    (
        "export_failed",
        "Nie udało się zapisać pliku. Sprawdź folder, prawo zapisu i miejsce na dysku.",
        "The file could not be written. Check the folder, the permission and the free space.",
    ),
];

#[cfg(test)]
mod tests {
    use capa_core::domain::rule::Rule;

    use super::*;

    #[test]
    fn every_reason_is_told_once_and_in_two_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for (kind, pl, en) in all() {
            assert!(seen.insert(kind), "{kind} stands twice");
            assert_ne!(pl, en, "{kind}");
        }
        assert_eq!(reason("never_heard_of", Lang::Pl), "never_heard_of");
    }

    #[test]
    fn every_rule_says_why_in_both_languages() {
        for rule in Rule::ALL {
            let kind = rule.code();
            for lang in [Lang::Pl, Lang::En] {
                let told = reason(kind, lang);
                assert!(told != kind && told.ends_with(['.', ':']), "{kind}: {told:?}");
            }
        }
    }

    #[test]
    fn every_weak_password_is_told_why() {
        use capa_core::domain::password::PasswordProblem as Weak;
        let all =
            [Weak::TooShort, Weak::TooLong, Weak::Repeated, Weak::OwnName, Weak::OfficeWords, Weak::Common];
        for problem in all {
            assert_ne!(reason(problem.code(), Lang::Pl), problem.code());
        }
    }
}
