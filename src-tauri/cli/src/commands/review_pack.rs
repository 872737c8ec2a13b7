//! `review-pack`: what the data can give to a management review.

use capa_core::domain::review_pack::{Row as PackRow, Value, review_pack};
use capa_core::words::review_pack as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::table::table;
use crate::words::quality;

#[derive(Serialize)]
struct Pack {
    from: NaiveDate,
    to: NaiveDate,
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    topic: &'static str,
    clause_2008: &'static str,
    clause_2015: &'static str,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    label: &'static str,
    name: String,
    on: Option<NaiveDate>,
    count: Option<u32>,
    of: Option<u32>,
    /// The figures in words.
    value: String,
    cases: Vec<String>,
    /// What it says, in words.
    text: String,
}

/// The pack for a review on the day that was asked for.
pub fn run(folder: &Folder) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let pack = review_pack(&book.register, book.today);
    let told = Pack {
        from: pack.from,
        to: pack.to,
        sections: pack
            .sections
            .iter()
            .map(|section| Section {
                topic: section.topic.code(),
                clause_2008: section.topic.clause_2008(),
                clause_2015: section.topic.clause_2015(),
                rows: section.rows.iter().map(|it| row(&book, it)).collect(),
            })
            .collect(),
    };
    let shown = |text: &str| book.text(text);
    let rows = sentences::rows(book.lang, book.register.edition(), &book.register, &pack, &shown);
    let rows: Vec<Vec<String>> = rows.into_iter().map(Vec::from).collect();
    let period = format!("{} – {}", book.day(Some(pack.from)), book.day(Some(pack.to)));
    let head = format!("{}: {period}", quality::of(book.lang).period);
    let text = format!("{head}\n\n{}", table(&sentences::header(book.lang), &rows));
    Answer::new(&told, text)
}

fn row(book: &Asked, row: &PackRow) -> Row {
    let shown = |text: &str| book.text(text);
    let (count, of) = match &row.value {
        Value::Count(count) => (Some(*count), None),
        Value::Share { count, of } => (Some(*count), Some(*of)),
        Value::Nothing
        | Value::Days(_)
        | Value::Score { .. }
        | Value::Reached { .. }
        | Value::Status(_)
        | Value::Text(_) => (None, None),
    };
    Row {
        label: row.label.code(),
        name: book.text(&row.name),
        on: row.on,
        count,
        of,
        value: sentences::value(book.lang, &row.value, &shown),
        cases: row.cases.iter().map(|case| book.case_name(*case)).collect(),
        text: sentences::described(book.lang, row, &shown),
    }
}
