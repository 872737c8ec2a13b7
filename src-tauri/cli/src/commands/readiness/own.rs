//! `readiness checks`: the checks that the office added.

use capa_core::app::App;
use capa_core::domain::confirmation::OwnCheck;
use capa_core::domain::readiness::confirming::OwnCheckForm;
use capa_core::domain::shelf::all;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::ChecksCommand;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::table;
use crate::words::{self, quality};

#[derive(Serialize)]
struct Row {
    code: String,
    letter: String,
    question: String,
    clause_2008: String,
    clause_2015: String,
    blocking: bool,
    retired: bool,
}

/// Lists them, adds one or retires one.
pub fn run(folder: &Folder, asked: &ChecksCommand) -> Result<Answer, Failure> {
    match asked {
        ChecksCommand::List => list(&folder.ask()?),
        ChecksCommand::Add(asked) => {
            let mut app = folder.open_begun()?;
            let form = OwnCheckForm {
                at: None,
                letter: asked.letter.clone(),
                question: asked.question.clone(),
                clause_2008: asked.clause_2008.clone(),
                clause_2015: asked.clause_2015.clone(),
                blocking: asked.blocking,
                retired: false,
            };
            save(folder, &mut app, form)
        }
        ChecksCommand::Retire { code } => {
            let mut app = folder.open_held("own_check")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let (own, revision) = lookup.kept::<OwnCheck>("own_check", code, |own| own.code.clone())?;
            let form = OwnCheckForm {
                at: Some((own.id, revision)),
                letter: own.letter.clone(),
                question: own.question.clone(),
                clause_2008: own.clause_2008.clone(),
                clause_2015: own.clause_2015.clone(),
                blocking: own.blocking,
                retired: true,
            };
            save(folder, &mut app, form)
        }
    }
}

fn save(folder: &Folder, app: &mut App, form: OwnCheckForm) -> Result<Answer, Failure> {
    app.save_own_check(form).map_err(|error| folder.failure(error))?;
    list(&Asked::after(app, folder.lang))
}

fn list(book: &Asked) -> Result<Answer, Failure> {
    let mut rows: Vec<Row> = all::<OwnCheck>(&book.register)
        .map(|(own, _)| Row {
            code: own.code.clone(),
            letter: own.letter.clone(),
            question: book.text(&own.question),
            clause_2008: own.clause_2008.clone(),
            clause_2015: own.clause_2015.clone(),
            blocking: own.blocking,
            retired: own.retired,
        })
        .collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let (words, labels) = (words::of(book.lang), quality::of(book.lang));
    if rows.is_empty() {
        return Answer::new(&rows, words.none.into());
    }
    let line = |row: &Row| {
        let remarks = [(row.blocking, labels.blocking), (row.retired, labels.retired)];
        let remarks: Vec<&str> = remarks.into_iter().filter(|it| it.0).map(|it| it.1).collect();
        vec![row.code.clone(), row.letter.clone(), row.question.clone(), remarks.join(", ")]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let text = table(&[labels.own_check, labels.letter, labels.question, words.remarks], &lines);
    Answer::new(&rows, text)
}
