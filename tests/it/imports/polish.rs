//! A Polish register as an office keeps it: titles, merged headers, blank rows, mixed dates, totals, signatures.

use capa_core::domain::case::{CaseKind, CaseStatus, Grade, Source};
use capa_core::import::{Field, Outcome};
use capa_core::register::Register;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::{Counted, carried_out, case_at, case_of, day, planned, told};

fn heads(sheet: &mut Worksheet, row: u32) {
    let format = Format::new().set_bold();
    for (column, head) in [
        (0, "Lp."),
        (1, "Nr karty"),
        (2, "Data zgłoszenia"),
        (3, "Źródło"),
        (4, "Komórka"),
        (5, "Punkt normy"),
        (6, "Opis niezgodności"),
        (7, "Kategoria"),
    ] {
        sheet.merge_range(row, column, row + 1, column, head, &format).unwrap();
    }
    sheet.merge_range(row, 8, row, 10, "Działanie korygujące", &format).unwrap();
    for (column, head) in [(8, "Opis"), (9, "Odpowiedzialny"), (10, "Termin (pierwotny / aktualny)")] {
        sheet.write_string(row + 1, column, head).unwrap();
    }
    sheet.merge_range(row, 11, row + 1, 11, "Status", &format).unwrap();
    sheet.merge_range(row, 12, row + 1, 12, "Uwagi", &format).unwrap();
}

fn line(sheet: &mut Worksheet, row: u32, texts: [&str; 13]) {
    for (column, text) in (0_u16..).zip(texts) {
        if !text.is_empty() {
            sheet.write_string(row, column, text).unwrap();
        }
    }
}

/// Rows are named here as a person counts them, from 1; `line` counts from 0.
pub(crate) fn register_file() -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let cover = book.add_worksheet().set_name("Okładka").unwrap();
    cover.write_string(0, 0, "Starostwo Powiatowe w Przykładowie").unwrap();
    cover.write_string(2, 0, "Opis: rejestr prowadzi Pełnomocnik, termin przeglądu co kwartał").unwrap();
    let sheet = book.add_worksheet().set_name("Rejestr").unwrap();
    let title = Format::new().set_bold();
    let name = "Rejestr działań korygujących i zapobiegawczych";
    sheet.merge_range(0, 0, 0, 12, name, &title).unwrap();
    sheet.write_string(1, 0, "Stan na dzień 12.01.2015").unwrap();
    heads(sheet, 3);
    line(sheet, 5, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"]);
    sheet.merge_range(6, 0, 6, 12, "Rok 2014", &title).unwrap();
    let skarga = "Skarga (KPA art. 227)";
    line(
        sheet,
        7,
        [
            "1",
            "DK/1/2014",
            "",
            skarga,
            "OR",
            "8.2.1",
            "Brak podpisu na piśmie",
            "mała",
            "Lista kontrolna",
            "Naczelnik OR",
            "",
            "zamknięta – skuteczna",
            "",
        ],
    );
    sheet.write_datetime_with_format(7, 2, ExcelDateTime::from_ymd(2014, 1, 20).unwrap(), &date).unwrap();
    sheet.write_datetime_with_format(7, 10, ExcelDateTime::from_ymd(2014, 3, 31).unwrap(), &date).unwrap();
    line(
        sheet,
        9,
        [
            "2",
            "DZ/1/2014",
            "5.3.14",
            "Analiza ryzyka",
            "Wydział Geodezji",
            "pkt 6.2.1",
            "Jedyny operator systemu",
            "",
            "Przeszkolić zastępcę",
            "Geodeta Powiatowy",
            "30.06.2014 / 30.09.2014",
            "w realizacji – PO TERMINIE",
            "ważne",
        ],
    );
    line(
        sheet,
        10,
        [
            "3",
            "DK/2/2014",
            "7 kwietnia 2014 r.",
            "Audit wewnętrzny SZJ",
            "OR",
            "",
            "Termin bez dnia",
            "duża",
            "",
            "Naczelnik OR",
            "31.02.2014",
            "nowa",
            "",
        ],
    );
    line(
        sheet,
        11,
        [
            "4",
            "DK/3/2014",
            "",
            "",
            "",
            "",
            "Zadanie bez terminu",
            "",
            "Szkolenie",
            "Naczelnik OR",
            "na bieżąco",
            "w trakcie",
            "",
        ],
    );
    line(
        sheet,
        12,
        ["5", "", "", "", "", "", "Bez numeru", "", "Poprawić", "Naczelnik OR", "2014-05-30", "nowa", ""],
    );
    line(
        sheet,
        13,
        [
            "6",
            "DK/4/2014",
            "",
            "",
            "",
            "",
            "Bez odpowiedzialnego",
            "",
            "Poprawić",
            "",
            "30-05-2014",
            "nowa",
            "",
        ],
    );
    line(
        sheet,
        14,
        [
            "7",
            "DK/5/2014",
            "",
            "",
            "",
            "",
            "Nieznany stan",
            "",
            "Poprawić",
            "Naczelnik OR",
            "30 maja 2014",
            "do wyjaśnienia z radcą",
            "",
        ],
    );
    heads(sheet, 16);
    line(
        sheet,
        18,
        [
            "8",
            "DK/1/2014",
            "",
            "",
            "",
            "",
            "Inna sprawa, ten sam numer",
            "",
            "Poprawić",
            "Naczelnik OR",
            "30.05.2014",
            "nowa",
            "",
        ],
    );
    line(sheet, 19, ["9", "DK/6/2014", "", "", "", "", "", "", "", "", "", "", ""]);
    line(sheet, 20, ["10", "", "", "", "", "", "", "", "", "", "", "", ""]);
    line(sheet, 22, ["", "Razem", "", "", "", "", "9", "", "", "", "", "", ""]);
    line(
        sheet,
        23,
        ["Sporządził: Pełnomocnik ds. SZJ", "", "", "", "", "", "", "", "", "", "12.01.2015", "", ""],
    );
    line(
        sheet,
        24,
        ["", "", "", "", "", "", "Uwaga: terminy uzgodniono z wydziałami", "", "", "", "", "", ""],
    );
    book.save_to_buffer().unwrap()
}

#[test]
fn the_table_is_found_under_its_titles() {
    let plan = planned(&Register::default(), &register_file());
    assert_eq!((plan.sheet.as_str(), plan.header_row), ("Rejestr", 4));
    assert_eq!(plan.sheets, ["Okładka", "Rejestr"]);
    let field = |header: &str| plan.columns.iter().find(|column| column.header == header).unwrap().field;
    assert_eq!(field("Opis niezgodności"), Some(Field::Finding));
    assert_eq!(field("Działanie korygujące Opis"), Some(Field::Action));
    assert_eq!(field("Działanie korygujące Odpowiedzialny"), Some(Field::Owner));
    assert_eq!(field("Działanie korygujące Termin (pierwotny / aktualny)"), Some(Field::Due));
    assert_eq!(plan.columns[1].samples, ["2", "DK/1/2014", "DZ/1/2014"]);
}

#[test]
fn rows_are_counted_and_other_lines_are_told_apart() {
    let plan = planned(&Register::default(), &register_file());
    let rows: Vec<u32> = plan.rows.iter().map(|row| row.row).collect();
    assert_eq!(rows, [8, 10, 11, 12, 13, 14, 15, 19, 20]);
    assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.drafts), (9, 9, 7));
    let others: Vec<u32> =
        told(&plan).into_iter().filter(|(_, kind)| *kind == "not_a_row").map(|(row, _)| row).collect();
    assert_eq!(others, [6, 7, 17, 18, 23, 24, 25]);
}

#[test]
fn whole_rows_become_cases() {
    let plan = planned(&Register::default(), &register_file());
    let closed = case_of(&plan, "DK/1/2014");
    assert_eq!((closed.kind, closed.status), (CaseKind::Corrective, CaseStatus::ClosedImported));
    assert_eq!(closed.title, "Brak podpisu na piśmie");
    assert_eq!(closed.reported_on, Some(day("2014-01-20")));
    assert_eq!((closed.source, closed.grade), (Some(Source::Complaint), Some(Grade::Minor)));
    assert_eq!(closed.actions[0].due_on, Some(day("2014-03-31")));
    assert_eq!(closed.actions[0].what, "Lista kontrolna");

    let late = case_of(&plan, "DZ/1/2014");
    assert_eq!((late.kind, late.status), (CaseKind::Preventive, CaseStatus::InProgress));
    assert_eq!(late.reported_on, Some(day("2014-03-05")));
    assert_eq!(late.clause_2015.as_deref(), Some("6.2.1"));
    let action = &late.actions[0];
    assert_eq!((action.original_due_on, action.due_on), (Some(day("2014-06-30")), Some(day("2014-09-30"))));
    assert_eq!(late.remarks, "ważne");
    assert!(late.is_overdue(day("2014-10-01")) && !late.is_overdue(day("2014-09-30")));
}

#[test]
fn rows_with_gaps_become_drafts_that_keep_their_text() {
    let plan = planned(&Register::default(), &register_file());
    let told = told(&plan);
    for (row, kind) in [
        (11, "impossible_date"),
        (12, "unreadable_date"),
        (13, "missing_number"),
        (14, "missing_owner"),
        (15, "unknown_status"),
        (19, "duplicate_number"),
        (20, "missing_description"),
    ] {
        assert_eq!(case_at(&plan, row).status, CaseStatus::Draft, "row {row}");
        assert!(told.contains(&(row, kind)), "row {row}: {kind}");
    }
    let kept = |row: u32, text: &str| {
        let imported = case_at(&plan, row).imported.as_ref().unwrap();
        imported.row == row && imported.original.iter().any(|cell| cell.text == text)
    };
    assert!(kept(11, "31.02.2014") && kept(12, "na bieżąco") && kept(15, "do wyjaśnienia z radcą"));
    assert!(kept(19, "DK/1/2014"));
    assert_eq!(case_at(&plan, 11).number.as_deref(), Some("DK/2/2014"));
    assert_eq!(case_at(&plan, 13).number, None);
    assert_eq!(case_at(&plan, 19).number, None);
    assert_eq!(case_at(&plan, 11).reported_on, Some(day("2014-04-07")));
    let due = plan.problems.iter().find(|problem| problem.row == 11).unwrap();
    assert_eq!(due.column, "Działanie korygujące Termin (pierwotny / aktualny)");
    assert_eq!(due.text, "31.02.2014");
}

#[test]
fn unknown_units_and_posts_are_created_once() {
    let (mut register, mut ids) = (Register::default(), Counted(0));
    let plan = planned(&register, &register_file());
    let units: Vec<(&str, &str)> =
        plan.new_departments.iter().map(|unit| (unit.code.as_str(), unit.name.as_str())).collect();
    assert_eq!(units, [("OR", "OR"), ("WG", "Wydział Geodezji")]);
    let posts: Vec<&str> = plan.new_posts.iter().map(|post| post.name.as_str()).collect();
    assert_eq!(posts, ["Naczelnik OR", "Geodeta Powiatowy"]);
    carried_out(&mut register, &plan, &mut ids);
    let case = &register.case_by_number("dz / 1 / 2014").unwrap().record;
    assert_eq!(register.post(case.owner.unwrap()).unwrap().name, "Geodeta Powiatowy");
    assert_eq!(register.department(case.department.unwrap()).unwrap().code, "WG");
    assert_eq!(register.batches().count(), 1);
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let (mut register, mut ids) = (Register::default(), Counted(0));
    let plan = planned(&register, &register_file());
    carried_out(&mut register, &plan, &mut ids);
    let before = register.clone();
    let again = planned(&register, &register_file());
    assert!(again.rows.iter().all(|row| row.outcome == Outcome::Unchanged));
    assert_eq!((again.totals.new, again.totals.changed, again.totals.unchanged), (0, 0, 9));
    assert!(again.new_departments.is_empty() && again.new_posts.is_empty());
    assert!(carried_out(&mut register, &again, &mut ids).is_none());
    assert_eq!(register, before);
}

#[test]
fn lines_beside_the_register_are_no_rows() {
    let head = "Nr karty;Opis niezgodności;Działanie;Odpowiedzialny;Termin;Status\n";
    let row = "DK/1/2014;Brak podpisu;Lista;Naczelnik OR;31.03.2014;nowa\n";
    let beside = [
        "Razem;1;;;;",
        "Razem kart: 1;;;;;",
        "Sporządził;Anna Przykładowa;;;;",
        "Sporządził: Anna Przykładowa, dnia 12.01.2015 r.;;;;;",
        "Data: 12.01.2015;;;;;",
        "12.01.2015;;;;;",
        "Przykładowo, dnia 12 stycznia 2015 r.;;;;;",
        ";;;;;Zatwierdził: Starosta",
        ";Ogółem: 1;;;;",
        "…………………;;;Starosta;;",
        "I. Działania korygujące;;;;;",
        "1;;;;;",
        "Rok 2014;;;;;",
    ];
    for line in beside {
        let plan = planned(&Register::default(), format!("{head}{row}{line}\n").as_bytes());
        assert_eq!((plan.totals.rows, told(&plan)), (1, vec![(3, "not_a_row")]), "{line}");
    }
    let rows = [
        ";Razem z wnioskiem nie złożono pełnomocnictwa;;;;",
        ";Uwaga klienta na nieuprzejmą obsługę przy okienku;;Kierownik BOK;31.03.2014;nowa",
        "DK/2/2014;;;;;",
        "DK/2/2014;;;Naczelnik OR;31.03.2014;nowa",
        ";;Szkolenie;Naczelnik OR;31.03.2014;",
    ];
    for line in rows {
        let plan = planned(&Register::default(), format!("{head}{row}{line}\n").as_bytes());
        assert_eq!((plan.totals.rows, plan.totals.drafts), (2, 1), "{line}");
    }
}
