//! Registers brought in and written out.

use serde_json::json;

use crate::desk::{Desk, bytes, texts};

/// A register as an office keeps it: a title, a header, two cases, one without a number.
pub const REGISTER: &str = "Rejestr działań korygujących\n\
    Nr karty;Opis niezgodności;Odpowiedzialny;Termin realizacji;Status\n\
    DK/1/2014;Brak podpisu na protokole;Naczelnik Wydziału Organizacyjnego;31.03.2014;w realizacji\n\
    DZ/1/2014;Zagrożenie utratą danych;Informatyk;30 czerwca 2014 r.;w realizacji\n\
    ;Bez numeru;Informatyk;wkrótce;w realizacji\n";

#[test]
fn a_register_is_planned_then_brought_in_once() {
    let desk = Desk::new();
    let csv = desk.write("register.csv", REGISTER);
    let planned = desk.ok(&["import", &csv, "--dry-run"]);
    assert!(!desk.data().exists(), "a plan writes nothing");
    let done = desk.ok(&["import", &csv]);
    assert_eq!(done, planned);
    assert_eq!((&done["rows"], &done["new"]), (&json!(3), &json!(3)));
    assert_eq!((&done["changed"], &done["unchanged"]), (&json!(0), &json!(0)));
    let problem =
        |kind: &str| done["problems"].as_array().unwrap().iter().find(|it| it["kind"] == kind).cloned();
    let date = problem("unreadable_date").unwrap();
    assert_eq!(date, json!({"row": 5, "column": "Termin realizacji", "kind": "unreadable_date"}));
    assert_eq!(problem("missing_number").unwrap()["row"], 5);

    let rows = desk.ok(&["list"]);
    assert_eq!(texts(&rows, "number"), ["DK/1/2014", "DZ/1/2014", "null"]);
    assert_eq!((&rows[1]["due_on"], &rows[1]["kind"]), (&json!("2014-06-30"), &json!("DZ")));
    assert_eq!((&rows[2]["status"], &rows[2]["title"]), (&json!("draft"), &json!("Bez numeru")));

    let entries = desk.ok(&["verify"])["entries"].clone();
    let again = desk.ok(&["import", &csv]);
    assert_eq!((&again["new"], &again["changed"], &again["unchanged"]), (&json!(0), &json!(0), &json!(3)));
    assert_eq!(desk.ok(&["verify"])["entries"], entries, "the same file again writes nothing");
    let told = desk.run(&["import", &csv, "--dry-run", "--lang", "pl"]).out;
    assert!(told.contains("bez zmian: 3") && told.contains("Tylko plan"), "{told}");
}

#[test]
fn what_is_no_register_is_refused_whole() {
    let desk = Desk::sample();
    let before = bytes(&desk.data());
    let file = |name: &str, text: &str| desk.write(name, text);
    let prose = file("prose.csv", "Nazwa;Numer\nala;1\nkot;2\n");
    assert_eq!(desk.refused(&["import", &prose])["kind"], "not_a_register");
    let broken = file("broken.xlsx", "PK\u{3}\u{4} but nothing behind it");
    assert_eq!(desk.refused(&["import", &broken]).as_object().unwrap().len(), 2);
    let missing = desk.file("missing.xlsx").display().to_string();
    assert_eq!(desk.refused(&["import", &missing])["kind"], "file_missing");
    let register = file("register.csv", REGISTER);
    assert_eq!(desk.refused(&["import", &register, "--sheet", "Arkusz9"])["kind"], "sheet_missing");
    assert!(before == bytes(&desk.data()));
    let none = Desk::new();
    none.refused(&["import", &prose]);
    assert!(!none.data().exists(), "a refusal creates nothing");
}

#[test]
fn a_map_says_what_columns_hold() {
    let desk = Desk::new();
    let csv = desk.write(
        "register.csv",
        "Znak;Co się stało;Kto;Do kiedy to\nDK/5/2014;Brak podpisu;Informatyk;31.03.2014\n",
    );
    let map = desk.write("map.json", r#"{"A": "number", "2": "finding", "Kto": "owner", "D": "due"}"#);
    let done = desk.ok(&["import", &csv, "--map", &map]);
    assert_eq!((&done["rows"], &done["new"]), (&json!(1), &json!(1)), "{done}");
    let row = &desk.ok(&["list"])[0];
    assert_eq!((&row["number"], &row["title"]), (&json!("DK/5/2014"), &json!("Brak podpisu")));
    assert_eq!((&row["owner"], &row["due_on"]), (&json!("Informatyk"), &json!("2014-03-31")));

    let bad = |name: &str, text: &str| {
        let map = desk.write(name, text);
        desk.refused(&["import", &csv, "--map", &map])["kind"].clone()
    };
    assert_eq!(bad("field.json", r#"{"A": "colour"}"#), "unknown_field");
    assert_eq!(bad("list.json", "[1, 2]"), "map_invalid");
    let missing = desk.file("none.json").display().to_string();
    assert_eq!(desk.refused(&["import", &csv, "--map", &missing])["kind"], "map_unreadable");
}

#[test]
fn the_exported_register_comes_back_unchanged() {
    let desk = Desk::sample();
    for name in ["register.xlsx", "register.csv"] {
        let file = desk.file(name).display().to_string();
        let written = desk.ok(&["export", &file]);
        assert_eq!((&written["rows"], &written["file"]), (&json!(25), &json!(file)));
        let again = desk.ok(&["import", &file, "--dry-run"]);
        assert_eq!(
            (&again["rows"], &again["new"], &again["unchanged"]),
            (&json!(25), &json!(0), &json!(25)),
            "{again}"
        );
    }
    let csv = std::fs::read(desk.file("register.csv")).unwrap();
    assert!(csv.starts_with(b"\xef\xbb\xbf") && csv.contains(&b';'));
    let odd = desk.file("register.txt").display().to_string();
    assert_eq!(desk.refused(&["export", &odd])["kind"], "unknown_ending");
    assert!(!desk.file("register.txt").exists());
    let nowhere = desk.file("no/such/folder/register.csv").display().to_string();
    assert_eq!(desk.refused(&["export", &nowhere])["kind"], "export_failed");
}

#[test]
fn the_helper_that_reads_a_file_ends_with_its_own_answer() {
    let desk = Desk::new();
    let helper = |role: &str, path: &str| {
        let program = env!("CARGO_BIN_EXE_capa");
        std::process::Command::new(program).args([role, path]).output().unwrap()
    };
    let csv = desk.write("register.csv", REGISTER);
    let read = helper("__read-sheet", &csv);
    assert!(read.status.success());
    assert!(String::from_utf8_lossy(&read.stdout).contains("Brak podpisu na protokole"));
    desk.ok(&["sample"]);
    assert!(helper("__probe-book", &desk.data().join("book").display().to_string()).status.success());
}
