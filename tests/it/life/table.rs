//! The tables in the code say what the field's sheet says, row by row.

use capa_core::domain::moves::{Row, TABLE, To};
use capa_core::domain::write::PARTS;

use super::sheet::{PartOfSheet, Sheet, SheetRow};

fn joined<T: ToString>(words: impl IntoIterator<Item = T>) -> String {
    words.into_iter().map(|word| word.to_string()).collect::<Vec<_>>().join(" ")
}

fn asks(sign_off: bool, reason: bool) -> &'static str {
    match (sign_off, reason) {
        (false, false) => "-",
        (true, false) => "sign-off",
        (false, true) => "reason",
        (true, true) => "sign-off+reason",
    }
}

fn of_sheet(row: &SheetRow) -> String {
    let (from, who) = (joined(&row.from), joined(&row.who));
    let guards = joined(&row.guards);
    format!("{} | {from} | {} | {who} | {} | {guards}", row.step, row.to, asks(row.sign_off, row.reason))
}

fn of_code(row: &Row) -> String {
    let to = match row.to {
        To::State(status) => status.code(),
        To::Same => "same",
        To::Out => "out",
    };
    let from = joined(row.from.iter().map(|status| status.code()));
    let who = joined(row.who.iter().map(|capacity| capacity.letter()));
    let guards = joined(row.guards.iter().map(|guard| guard.code()));
    format!("{} | {from} | {to} | {who} | {} | {guards}", row.step.code(), asks(row.sign_off, row.reason))
}

/// Prints both, and answers what only one of them says.
fn compared(what: &str, sheet: &[String], code: &[String]) -> Vec<String> {
    println!("\n{what}\n");
    for line in sheet {
        let mark = if code.contains(line) { "=" } else { "SHEET ONLY" };
        let name = line.split(" | ").next().unwrap();
        let twin = code.iter().find(|other| other.split(" | ").next() == Some(name));
        println!("sheet  {line}\ncode   {}\n       {mark}", twin.map_or("(none)", String::as_str));
    }
    let only = |own: &[String], other: &[String], whose: &str| -> Vec<String> {
        own.iter()
            .filter(|line| !other.contains(line))
            .map(|line| format!("only in the {whose}: {line}"))
            .collect()
    };
    let mut differences = only(sheet, code, "sheet");
    differences.extend(only(code, sheet, "code"));
    for line in code.iter().filter(|line| !sheet.contains(line)) {
        println!("code   {line}\n       CODE ONLY");
    }
    differences
}

fn of_parts(parts: &[PartOfSheet]) -> Vec<String> {
    parts.iter().map(|(part, from, who)| format!("{part} | {} | {}", joined(from), joined(who))).collect()
}

#[test]
fn the_table_of_moves_is_that_of_the_sheet() {
    let sheet = Sheet::read();
    let told: Vec<String> = sheet.moves.iter().map(of_sheet).collect();
    let coded: Vec<String> = TABLE.iter().map(of_code).collect();
    let differences = compared("Moves", &told, &coded);
    assert!(differences.is_empty(), "the tables differ:\n{}", differences.join("\n"));
    assert_eq!((told.len(), coded.len()), (28, 28));
    assert!(sheet.moves.iter().all(|row| row.why.as_ref().is_none_or(|why| !why.is_empty())));
    assert_eq!(sheet.moves.iter().filter(|row| row.why.is_some()).count(), 8, "moves beyond the sheet");
}

#[test]
fn the_table_of_parts_is_that_of_the_sheet() {
    let coded: Vec<String> = PARTS
        .iter()
        .map(|row| {
            let from = joined(row.from.iter().map(|status| status.code()));
            format!("{} | {from} | {}", row.part.code(), joined(row.who.iter().map(|who| who.letter())))
        })
        .collect();
    let differences = compared("Parts", &of_parts(&Sheet::read().parts), &coded);
    assert!(differences.is_empty(), "the tables differ:\n{}", differences.join("\n"));
}

#[test]
fn a_changed_letter_state_or_guard_is_a_difference() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/moves.md")).unwrap();
    let coded: Vec<String> = TABLE.iter().map(of_code).collect();
    let changes = [
        ("| submit_plan | analysis | plan_pending | W |", "| submit_plan | analysis | plan_pending | W P |"),
        ("| verify | implemented | effectiveness |", "| verify | in_progress | effectiveness |"),
        ("| not_the_owner verified |", "| verified |"),
        ("| P | sign-off reason | may_stay_idle |", "| P | reason | may_stay_idle |"),
    ];
    for (right, wrong) in changes {
        assert!(text.contains(right), "{right}");
        let told: Vec<String> = Sheet::of(&text.replace(right, wrong)).moves.iter().map(of_sheet).collect();
        assert!(told.iter().any(|line| !coded.contains(line)), "{wrong} passed");
        assert!(coded.iter().any(|line| !told.contains(line)), "{wrong} passed");
    }
}
