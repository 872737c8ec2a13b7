//! `question-lists` and `auditors`: what internal audits are prepared with.

use capa_core::app::App;
use capa_core::domain::ids::{AuditorId, Id, QuestionId, QuestionListId};
use capa_core::domain::programme::{Auditor, ListQuestion, QuestionList};
use capa_core::domain::shelf::all;
use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::answer::Answer;
use crate::args::{AuditorsCommand, ListQuestionWord, QuestionListsCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::table;
use crate::words::{self, quality};

#[derive(Serialize)]
struct ListRow {
    id: QuestionListId,
    name: String,
    process: Option<String>,
    questions: Vec<QuestionRow>,
}

#[derive(Serialize)]
struct QuestionRow {
    text: String,
    clause_2008: Option<String>,
    clause_2015: Option<String>,
    needs_evidence: bool,
}

/// Lists the question lists, adds one or takes one out.
pub fn question_lists(folder: &Folder, asked: &QuestionListsCommand) -> Result<Answer, Failure> {
    match asked {
        QuestionListsCommand::List => lists(&folder.ask()?),
        QuestionListsCommand::Add { name, process, question } => {
            let mut app = folder.open_begun()?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let list = QuestionList {
                id: QuestionListId::from_uuid(Uuid::nil()),
                name: name.trim().to_string(),
                process: process.as_ref().map(|code| lookup.process(code)).transpose()?,
                questions: question.iter().map(list_question).collect(),
            };
            app.save_kept(None, list).map_err(|error| folder.failure(error))?;
            lists_after(folder, &app, quality::of(folder.lang).list_saved, name)
        }
        QuestionListsCommand::Remove { name } => {
            let mut app = folder.open_held("question_list")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let (list, revision) =
                lookup.kept::<QuestionList>("question_list", name, |list| list.name.clone())?;
            let id = list.id;
            app.remove_kept::<QuestionList>(id, revision).map_err(|error| folder.failure(error))?;
            lists_after(folder, &app, quality::of(folder.lang).list_removed, name)
        }
    }
}

/// The rule gives each question its identity.
fn list_question(word: &ListQuestionWord) -> ListQuestion {
    ListQuestion {
        id: QuestionId::from_uuid(Uuid::nil()),
        clause_2008: word.clause_2008.clone(),
        clause_2015: word.clause_2015.clone(),
        text: word.text.clone(),
        needs_evidence: word.needs_evidence,
    }
}

fn lists_after(folder: &Folder, app: &App, done: &str, name: &str) -> Result<Answer, Failure> {
    let mut answer = lists(&Asked::after(app, folder.lang))?;
    answer.text = format!("{done}: {}", name.trim());
    Ok(answer)
}

fn lists(book: &Asked) -> Result<Answer, Failure> {
    let question = |it: &ListQuestion| QuestionRow {
        text: book.text(&it.text),
        clause_2008: it.clause_2008.clone(),
        clause_2015: it.clause_2015.clone(),
        needs_evidence: it.needs_evidence,
    };
    let rows: Vec<ListRow> = all::<QuestionList>(&book.register)
        .map(|(list, _)| ListRow {
            id: list.id,
            name: book.text(&list.name),
            process: book.process(list.process),
            questions: list.questions.iter().map(question).collect(),
        })
        .collect();
    if rows.is_empty() {
        return Answer::new(&rows, words::of(book.lang).none.into());
    }
    let labels = quality::of(book.lang);
    let text: Vec<String> = rows.iter().map(|row| list_text(labels, row)).collect();
    Answer::new(&rows, text.join("\n"))
}

fn list_text(labels: &quality::Labels, row: &ListRow) -> String {
    let process = row.process.as_ref().map(|code| format!(" ({code})")).unwrap_or_default();
    let mut lines = vec![format!("{}{process}", row.name)];
    lines.extend(row.questions.iter().enumerate().map(|(place, it)| {
        let clause = [&it.clause_2008, &it.clause_2015].into_iter().flatten();
        let clause = clause.map(String::as_str).collect::<Vec<_>>().join(" / ");
        let clause = if clause.is_empty() { clause } else { format!(" [{clause}]") };
        let demands =
            if it.needs_evidence { format!(" ({})", labels.demands_evidence) } else { String::new() };
        format!("  {}.{clause} {}{demands}", place.saturating_add(1), it.text)
    }));
    lines.join("\n")
}

#[derive(Serialize)]
struct AuditorRow {
    id: AuditorId,
    post: String,
    training: String,
    trained_on: Option<NaiveDate>,
    order: String,
    appointed_on: Option<NaiveDate>,
    until: Option<NaiveDate>,
    /// Whether training and appointment are shown for the day that was asked for.
    competent: bool,
}

/// Lists the internal auditors, adds one or writes down what is new of one.
pub fn auditors(folder: &Folder, asked: &AuditorsCommand) -> Result<Answer, Failure> {
    let AuditorsCommand::Add { post, training, trained_on, order, appointed_on, until } = asked else {
        return auditor_list(&folder.ask()?);
    };
    let mut app = folder.open_begun()?;
    let post = Lookup::of(app.register(), folder.lang).post(post)?;
    let known = all::<Auditor>(app.register()).find(|(auditor, _)| auditor.post == post);
    let known = known.map(|(auditor, revision)| (auditor.clone(), revision));
    let at = known.as_ref().map(|(auditor, revision)| (auditor.id, *revision));
    let blank = || Auditor {
        id: AuditorId::from_uuid(Uuid::nil()),
        post,
        training: String::new(),
        trained_on: None,
        order: String::new(),
        appointed_on: None,
        until: None,
    };
    let mut auditor = known.map_or_else(blank, |(auditor, _)| auditor);
    auditor.training = training.clone().unwrap_or(auditor.training);
    auditor.trained_on = trained_on.or(auditor.trained_on);
    auditor.order = order.clone().unwrap_or(auditor.order);
    auditor.appointed_on = appointed_on.or(auditor.appointed_on);
    auditor.until = until.or(auditor.until);
    app.save_kept(at, auditor).map_err(|error| folder.failure(error))?;
    let book = Asked::after(&app, folder.lang);
    let mut answer = auditor_list(&book)?;
    let name = book.post(Some(post)).unwrap_or_default();
    answer.text = format!("{}: {name}", quality::of(folder.lang).auditor_saved);
    Ok(answer)
}

fn auditor_list(book: &Asked) -> Result<Answer, Failure> {
    let rows: Vec<AuditorRow> = all::<Auditor>(&book.register)
        .map(|(auditor, _)| AuditorRow {
            id: auditor.id,
            post: book.post(Some(auditor.post)).unwrap_or_default(),
            training: book.text(&auditor.training),
            trained_on: auditor.trained_on,
            order: book.text(&auditor.order),
            appointed_on: auditor.appointed_on,
            until: auditor.until,
            competent: auditor.is_competent(book.today),
        })
        .collect();
    if rows.is_empty() {
        return Answer::new(&rows, words::of(book.lang).none.into());
    }
    let labels = quality::of(book.lang);
    let line = |row: &AuditorRow| {
        let competent = if row.competent { labels.shown } else { labels.not_shown };
        let training = format!("{} {}", row.training, book.day(row.trained_on));
        let order = format!("{} {}", row.order, book.day(row.appointed_on));
        vec![row.post.clone(), training.trim().into(), order.trim().into(), competent.into()]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let text = table(&[labels.post, labels.training, labels.order, labels.competent], &lines);
    Answer::new(&rows, text)
}
