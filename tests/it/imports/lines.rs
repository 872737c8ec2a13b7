//! Rows that begin like a footer, and footers that look like a row.

use capa_core::domain::case::CaseStatus;
use capa_core::register::Register;

use super::{case_at, day, planned, told};

#[test]
fn a_row_with_a_person_and_a_day_is_no_footer_whatever_it_begins_with() {
    let text = "Niezgodność;Odpowiedzialny;Termin
Uwaga: brak podpisów na listach;Nowak;2027-03-01
Liczba skarg przekroczona;Nowak;2027-03-01
Podpisy bez dat na listach obecności;Nowak;2027-03-01
";
    let plan = planned(&Register::default(), text.as_bytes());
    assert_eq!(plan.totals.rows, 3, "{:?}", told(&plan));
    assert!(!told(&plan).iter().any(|(_, kind)| *kind == "not_a_row"), "{:?}", told(&plan));
    assert_eq!(case_at(&plan, 2).finding.statement, "Uwaga: brak podpisów na listach");
    assert_eq!(case_at(&plan, 3).finding.statement, "Liczba skarg przekroczona");
}

#[test]
fn a_place_named_like_a_footer_leaves_its_row_a_row() {
    let text = "Lokalizacja;Niezgodność;Odpowiedzialny;Termin
Strona BIP;Uwagi auditora wiodącego;Nowak;2027-03-01
Strona BIP;Brak deklaracji dostępności;Nowak;2027-03-01
";
    let plan = planned(&Register::default(), text.as_bytes());
    assert_eq!(plan.totals.rows, 2, "{:?}", told(&plan));
    assert_eq!(case_at(&plan, 2).finding.statement, "Uwagi auditora wiodącego");
}

#[test]
fn a_row_without_number_and_description_is_a_draft_when_somebody_answers_by_a_day() {
    let text = "Nr karty;Niezgodność;Odpowiedzialny;Termin
DK/1/2026;Brak podpisu;Nowak;2027-03-01
;;Nowak;2027-04-01
;;Nowak;
";
    let plan = planned(&Register::default(), text.as_bytes());
    assert_eq!((plan.totals.rows, plan.totals.drafts), (2, 1), "{:?}", told(&plan));
    let case = case_at(&plan, 3);
    assert_eq!((case.status, case.shown_due_on()), (CaseStatus::Draft, Some(day("2027-04-01"))));
    assert!(told(&plan).contains(&(4, "not_a_row")), "{:?}", told(&plan));
}

#[test]
fn signatures_totals_and_notes_are_no_rows() {
    let text = "Niezgodność;Odpowiedzialny;Termin
Brak podpisu;Nowak;2015-03-01
Sporządził: ;Jan;12.01.2015
Zatwierdził;Jan;12.01.2015
Data i podpis;;12.01.2015
Razem;1;
Uwaga: rejestr prowadzi Pełnomocnik;;
";
    let plan = planned(&Register::default(), text.as_bytes());
    assert_eq!(plan.totals.rows, 1, "{:?}", told(&plan));
    for row in 3..=7 {
        assert!(told(&plan).contains(&(row, "not_a_row")), "{row}: {:?}", told(&plan));
    }
}

#[test]
fn the_date_called_original_is_the_original_one_wherever_it_stands() {
    let text = "Nr karty;Niezgodność;Działanie korygujące;Odpowiedzialny;Termin
DK/1/2026;Brak podpisu;Szkolenie;Nowak;31.01.2027 (pierwotnie 30.11.2026)
DK/2/2026;Brak podpisu;Szkolenie;Nowak;aktualny 31.01.2027, pierwotny 30.11.2026
DK/3/2026;Brak podpisu;Szkolenie;Nowak;extended to 2027-01-31 (original 2026-11-30)
DK/4/2026;Brak podpisu;Szkolenie;Nowak;30.11.2026 / 31.01.2027
";
    let plan = planned(&Register::default(), text.as_bytes());
    for row in 2..=5 {
        let case = case_at(&plan, row);
        assert_eq!(case.shown_due_on(), Some(day("2027-01-31")), "row {row}");
        let first = case.actions.first().and_then(|action| action.original_due_on);
        assert_eq!(first, Some(day("2026-11-30")), "row {row}");
    }
}
