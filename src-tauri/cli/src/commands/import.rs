//! `import`: brings a register in.

use std::collections::BTreeMap;
use std::path::Path;

use capa_core::app::{AppError, plan_import, plan_kept};
use capa_core::domain::imported::BatchTotals;
use capa_core::import::registers::KeptKind;
use capa_core::import::{Field, Mapping, Problem};
use capa_core::sheet::{self, ReadFile, SheetError};
use serde::Serialize;

use crate::answer::Answer;
use crate::args::ImportArguments;
use crate::book::Folder;
use crate::failure::Failure;
use crate::helper;
use crate::words;

#[derive(Serialize)]
struct Imported<'a> {
    rows: u32,
    new: u32,
    changed: u32,
    unchanged: u32,
    problems: Vec<Shown<'a>>,
}

#[derive(Serialize)]
struct Shown<'a> {
    row: u32,
    column: &'a str,
    kind: &'a str,
}

impl<'a> Shown<'a> {
    fn of(problem: &'a Problem) -> Self {
        Self { row: problem.row, column: &problem.column, kind: &problem.kind }
    }
}

/// Plans the import without the lock, so that a file that is no register touches nothing; then runs it.
pub fn run(folder: &Folder, asked: &ImportArguments) -> Result<Answer, Failure> {
    let mapping = asked.map.as_deref().map_or(Ok(Mapping::default()), |map| mapping(folder, map))?;
    if !asked.dry_run {
        folder.check_day()?;
    }
    let read = sheet::read(&asked.file, helper::sheet_command().as_ref());
    let read = read.map_err(|error| folder.failure(error))?;
    if let Some(kind) = asked.into {
        return into(folder, &read, kind, asked);
    }
    let book = folder.ask()?;
    let planned = plan_import(&book.register, &read, asked.sheet.clone(), mapping.clone());
    let (_, plan) = planned.map_err(|error| folder.failure(error))?;
    if asked.dry_run {
        return answer(folder, plan.totals, &plan.problems, true);
    }
    let mut app = folder.open()?;
    let pending =
        app.plan_import(read, asked.sheet.clone(), mapping).map_err(|error| folder.failure(error))?;
    let (token, problems) = (pending.token.clone(), pending.plan.problems.clone());
    let done = app.run_import(&token).map_err(|error| folder.failure(error))?;
    answer(folder, done.totals, &problems, false)
}

/// Into a small register, in the same way.
fn into(
    folder: &Folder,
    read: &ReadFile,
    kind: KeptKind,
    asked: &ImportArguments,
) -> Result<Answer, Failure> {
    let told = |error: AppError| {
        if matches!(error, AppError::Sheet(SheetError::NotARegister)) {
            return Failure::new("no_such_columns", folder.lang);
        }
        folder.failure(error)
    };
    let book = folder.ask()?;
    let plan = plan_kept(&book.register, read, kind, asked.sheet.as_deref(), book.today).map_err(told)?;
    if asked.dry_run {
        return answer(folder, plan.totals, &plan.problems, true);
    }
    let mut app = folder.open()?;
    let plan = app.plan_kept_import(read, kind, asked.sheet.as_deref()).map_err(told)?;
    let totals = app.run_kept_import(&plan).map_err(|error| folder.failure(error))?;
    answer(folder, totals, &plan.problems, false)
}

fn answer(folder: &Folder, totals: BatchTotals, found: &[Problem], dry: bool) -> Result<Answer, Failure> {
    let words = words::of(folder.lang);
    let counted = [
        (words.rows, totals.rows),
        (words.new, totals.new),
        (words.drafts, totals.drafts),
        (words.changed, totals.changed),
        (words.unchanged, totals.unchanged),
    ];
    let counted = counted.map(|(name, count)| format!("{name}: {count}")).join(", ");
    let mut lines = vec![counted];
    lines.extend(found.iter().map(|problem| {
        let told = words::problem(folder.lang, &problem.kind);
        format!("{} {}, {} „{}”: {told}", words.row, problem.row, words.column, problem.column)
    }));
    lines.extend(dry.then(|| words.dry_run.to_string()));
    let told = Imported {
        rows: totals.rows,
        new: totals.new,
        changed: totals.changed,
        unchanged: totals.unchanged,
        problems: found.iter().map(Shown::of).collect(),
    };
    Answer::new(&told, lines.join("\n"))
}

/// What the columns hold, as a file says it.
fn mapping(folder: &Folder, file: &Path) -> Result<Mapping, Failure> {
    let params = || vec![("path", file.display().to_string())];
    let text =
        std::fs::read_to_string(file).map_err(|_| Failure::with("map_unreadable", folder.lang, params()))?;
    let named: BTreeMap<String, Option<String>> =
        serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|_| Failure::with("map_invalid", folder.lang, params()))?;
    let mut mapping = Mapping::default();
    for (column, name) in named {
        let unknown =
            |name: &String| Failure::with("unknown_field", folder.lang, vec![("field", name.clone())]);
        let field =
            name.as_ref().map(|name| Field::from_code(name).ok_or_else(|| unknown(name))).transpose()?;
        if let Some(index) = place(&column) {
            mapping.columns.insert(index, field);
        }
        if column.trim().parse::<u32>().is_err() {
            mapping.headers.insert(column, field);
        }
    }
    Ok(mapping)
}

/// The column (from 0) that a number or a letter of a spreadsheet names. Two letters may be a header as well, such
/// as NR; as a column they lie beyond any register, so that both readings agree.
fn place(column: &str) -> Option<usize> {
    let column = column.trim();
    if let Ok(number) = column.parse::<usize>() {
        return number.checked_sub(1);
    }
    let lettered = (1..=2).contains(&column.len()) && column.chars().all(|c| c.is_ascii_uppercase());
    let value =
        |c: char| c.to_digit(36).and_then(|digit| usize::try_from(digit).ok()).map_or(0, |digit| digit - 9);
    lettered
        .then(|| column.chars().fold(0, |sum, c| sum * 26 + value(c)))
        .and_then(|place| place.checked_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        let named = ["1", "27", "A", "Z", "AA", "AB", "0", "a", "Numer", "", "NRK"];
        let places = [Some(0), Some(26), Some(0), Some(25), Some(26), Some(27), None, None, None, None, None];
        assert_eq!(named.map(place), places);
    }
}
