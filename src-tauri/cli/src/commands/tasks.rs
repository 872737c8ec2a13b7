//! `tasks`: what waits for whoever asks, and what a case waits for.

use capa_core::domain::case::Case;
use capa_core::domain::ids::{ActionId, CaseId};
use capa_core::domain::moves::Move;
use capa_core::domain::tasks::{self, Task};
use capa_core::words as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::TasksArguments;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::table::{short, table};
use crate::words::{self, life};

const SHOWN_TITLE: usize = 60;

#[derive(Serialize)]
struct Row {
    number: Option<String>,
    id: CaseId,
    title: String,
    #[serde(rename = "move")]
    step: &'static str,
    action: Option<ActionId>,
    what: Option<String>,
    due_on: Option<NaiveDate>,
    #[serde(skip)]
    of: Move,
}

/// The steps that fall to whoever asks, the most urgent first.
pub fn run(folder: &Folder, asked: &TasksArguments) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let acting = book.acting(asked.for_post.as_deref())?;
    let rows: Vec<Row> =
        tasks::of(&book.register, &acting).iter().filter_map(|task| row(&book, task)).collect();
    let text = text(&book, &rows);
    Answer::new(&rows, text)
}

fn row(book: &Asked, task: &Task) -> Option<Row> {
    let case = &book.register.case(task.case)?.record;
    if !book.knows(case) {
        return None;
    }
    Some(Row {
        number: case.number.clone(),
        id: case.id,
        title: book.title(case),
        step: task.step.code(),
        action: task.action,
        what: what(book, case, task),
        due_on: task.due_on,
        of: task.step,
    })
}

/// The action that a task is about.
pub fn what(book: &Asked, case: &Case, task: &Task) -> Option<String> {
    let action = case.actions.iter().find(|action| Some(action.id) == task.action)?;
    Some(book.text(action.what.trim()))
}

fn text(book: &Asked, rows: &[Row]) -> String {
    let words = words::of(book.lang);
    if rows.is_empty() {
        return words.no_tasks.into();
    }
    let line = |row: &Row| {
        let about = row.what.as_ref().unwrap_or(&row.title);
        vec![
            row.due_on.map(|day| sentences::date(book.lang, day)).unwrap_or_default(),
            row.number.clone().unwrap_or_else(|| row.id.to_string()),
            life::owed(book.lang, row.of).to_string(),
            short(about, SHOWN_TITLE),
        ]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    table(&[words.due, words.number, words.move_, words.title], &lines)
}
