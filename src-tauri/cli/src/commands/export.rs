//! `export`: writes the register to a file.

use std::path::Path;

use capa_core::domain::ids::CaseId;
use capa_core::register::query::{Filter, SortKey};
use capa_core::reports;
use serde::Serialize;

use crate::answer::Answer;
use crate::book::Folder;
use crate::failure::Failure;
use crate::words;

#[derive(Serialize)]
struct Exported {
    file: String,
    rows: usize,
}

/// Writes all cases, by number, to .xlsx or .csv.
pub fn run(folder: &Folder, file: &Path) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let all = book.register.list(&Filter::default(), SortKey::Number, false, book.today);
    let known = |id: &CaseId| book.register.case(*id).is_some_and(|stood| book.knows(&stood.record));
    let ids: Vec<CaseId> = all.into_iter().filter(known).collect();
    let table = reports::register_table(&book.register, &ids, book.lang, book.today);
    reports::export(file, &table, book.lang).map_err(|error| folder.failure(error))?;
    let exported = Exported { file: file.display().to_string(), rows: ids.len() };
    let words = words::of(book.lang);
    let text = format!("{}: {} ({}: {})", words.exported, exported.file, words.rows, exported.rows);
    Answer::new(&exported, text)
}
