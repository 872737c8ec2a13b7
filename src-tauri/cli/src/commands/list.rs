//! `list`: the cases of the register.

use capa_core::domain::case::{Case, CaseKind, CaseStatus};
use capa_core::domain::facts::{self, Late};
use capa_core::domain::ids::{CaseId, DepartmentId};
use capa_core::register::query::{Filter, SortKey};
use capa_core::words as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::ListArguments;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::table::{short, table};
use crate::words;

/// A title is never altered up to this length; a longer one is cut, with the full text in the case.
const LONGEST_TITLE: usize = 200;
/// How much of a title and of a name a line of the table shows.
const SHOWN_TITLE: usize = 60;
const SHOWN_NAME: usize = 40;

#[derive(Serialize)]
struct Row {
    id: CaseId,
    number: Option<String>,
    kind: CaseKind,
    status: CaseStatus,
    title: String,
    owner: Option<String>,
    department: Option<String>,
    due_on: Option<NaiveDate>,
    overdue: bool,
    late: Vec<Late>,
}

/// The cases that the choices leave, by number; drafts without one stand last.
pub fn run(folder: &Folder, asked: &ListArguments) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let rows: Vec<Row> = match filter(&book, asked) {
        Some(filter) => {
            let found = book.register.list(&filter, SortKey::Number, false, book.today);
            let cases = found.into_iter().filter_map(|id| book.register.case(id)).map(|stood| &stood.record);
            cases.filter(|case| book.knows(case)).map(|case| row(&book, case)).collect()
        }
        None => Vec::new(),
    };
    Answer::new(&rows, text(&book, &rows))
}

/// The choices as the register takes them; `None` when a unit was asked for that the office does not have.
fn filter(book: &Asked, asked: &ListArguments) -> Option<Filter> {
    let mut filter = Filter {
        text: asked.text.clone().unwrap_or_default(),
        year: asked.year,
        kinds: asked.kind.into_iter().collect(),
        statuses: asked.status.into_iter().collect(),
        overdue: asked.overdue,
        ..Filter::default()
    };
    if let Some(code) = &asked.department {
        filter.departments = departments(book, code);
        if filter.departments.is_empty() {
            return None;
        }
    }
    Some(filter)
}

fn departments(book: &Asked, code: &str) -> Vec<DepartmentId> {
    let wanted = code.trim().to_lowercase();
    let all = book.register.departments().map(|stood| &stood.record);
    all.filter(|department| department.code.to_lowercase() == wanted)
        .map(|department| department.id)
        .collect()
}

fn row(book: &Asked, case: &Case) -> Row {
    Row {
        id: case.id,
        number: case.number.clone(),
        kind: case.kind,
        status: case.status,
        title: book.title(case).chars().take(LONGEST_TITLE).collect(),
        owner: book.post(case.owner),
        department: book.department(case.department),
        due_on: case.shown_due_on(),
        overdue: case.is_overdue(book.today),
        late: facts::late(case, book.today),
    }
}

fn text(book: &Asked, rows: &[Row]) -> String {
    let words = words::of(book.lang);
    if rows.is_empty() {
        return words.no_cases.into();
    }
    let headers = [
        words.number,
        words.kind,
        words.status,
        words.title,
        words.owner,
        words.department,
        words.due,
        words.remarks,
    ];
    let lines: Vec<Vec<String>> = rows.iter().map(|row| line(book, row)).collect();
    format!("{}\n{}: {}\n", table(&headers, &lines), words.cases, rows.len())
}

fn line(book: &Asked, row: &Row) -> Vec<String> {
    let lang = book.lang;
    let overdue = row.overdue.then(|| words::of(lang).overdue);
    let marks: Vec<&str> =
        overdue.into_iter().chain(row.late.iter().map(|late| words::late(lang, *late))).collect();
    vec![
        row.number.clone().unwrap_or_else(|| "–".into()),
        row.kind.code().into(),
        words::status(lang, row.status).into(),
        short(&row.title, SHOWN_TITLE),
        short(row.owner.as_deref().unwrap_or_default(), SHOWN_NAME),
        row.department.clone().unwrap_or_default(),
        row.due_on.map(|day| sentences::date(lang, day)).unwrap_or_default(),
        marks.join(", "),
    ]
}
