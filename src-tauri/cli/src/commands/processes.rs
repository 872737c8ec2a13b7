//! `processes`: the processes of the quality management system.

use capa_core::domain::ids::ProcessId;
use capa_core::domain::office::Process;
use capa_core::domain::organise::ProcessForm;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::{ProcessArguments, ProcessesCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::table;
use crate::words;

#[derive(Serialize)]
struct Row {
    id: ProcessId,
    code: String,
    name: String,
    owner: Option<String>,
    department: Option<String>,
}

/// Lists them, or adds one.
pub fn run(folder: &Folder, asked: &ProcessesCommand) -> Result<Answer, Failure> {
    match asked {
        ProcessesCommand::List => list(folder),
        ProcessesCommand::Add(process) => add(folder, process),
    }
}

fn list(folder: &Folder) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let rows: Vec<Row> = book.register.processes().map(|stood| row(&book, &stood.record)).collect();
    let words = words::of(folder.lang);
    if rows.is_empty() {
        return Answer::new(&rows, words.none.into());
    }
    let told = |text: &Option<String>| text.clone().unwrap_or_default();
    let line = |row: &Row| vec![row.code.clone(), row.name.clone(), told(&row.owner), told(&row.department)];
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let text = table(&[words.code, words.name, words.owner, words.department], &lines);
    Answer::new(&rows, text)
}

fn row(book: &Asked, process: &Process) -> Row {
    Row {
        id: process.id,
        code: process.code.clone(),
        name: book.text(&process.name),
        owner: book.post(process.owner),
        department: book.department(process.department),
    }
}

fn add(folder: &Folder, asked: &ProcessArguments) -> Result<Answer, Failure> {
    let mut app = folder.open_begun()?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let form = ProcessForm {
        id: None,
        revision: 0,
        code: asked.code.clone(),
        name: asked.name.clone(),
        owner: asked.owner.as_ref().map(|owner| lookup.post(owner)).transpose()?,
        department: asked.department.as_ref().map(|code| lookup.department(code)).transpose()?,
        measure: asked.measure.clone(),
    };
    let id = app.save_process(form).map_err(|error| folder.failure(error))?;
    let book = Asked::after(&app, folder.lang);
    let process = book.register.process(id).ok_or_else(|| Failure::new("internal", folder.lang))?;
    let row = row(&book, process);
    let text = format!("{}: {} {}", words::of(folder.lang).process_saved, row.code, row.name);
    Answer::new(&row, text)
}
