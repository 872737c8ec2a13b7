//! `reminders`: what is due, and, when asked to, put into the inbox and shown.

use capa_core::app::folder as data;
use capa_core::domain::deliver::DueNotice;
use capa_core::reminders;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::toast;
use crate::words;

#[derive(Serialize)]
struct Row {
    key: String,
    rule: String,
    subject: String,
    fire_on: NaiveDate,
    due_on: NaiveDate,
    sentence: String,
}

/// What is due and not yet delivered. Nothing is written.
pub fn ask(folder: &Folder) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let due = reminders::due(&book.register, book.today);
    answer(&book, &due, None)
}

/// Puts what is due into the inbox, then shows it in one toast. Beside an open window it is left to the window,
/// which looks each minute.
pub fn deliver(folder: &Folder) -> Result<Answer, Failure> {
    folder.check_day()?;
    if !data::holds_book(folder.path()) {
        return answer(&folder.look()?, &[], None);
    }
    let mut app = match folder.open_for_anybody(false) {
        Ok(app) => app,
        Err(failure) if failure.kind == "locked" => {
            let mut answer = answer(&folder.look()?, &[], None)?;
            answer.note = Some(words::of(folder.lang).left_to_window.into());
            answer.text.clear();
            return Ok(answer);
        }
        Err(failure) => return Err(failure),
    };
    let delivered = app.deliver_reminders().map_err(|error| folder.failure(error))?;
    let said = app.say(&delivered, folder.lang);
    let book = Asked::after(&app, folder.lang);
    // The folder is free for others while the desktop takes its time.
    drop(app);
    if let Some(said) = &said {
        toast::show(said);
    }
    answer(&book, &delivered, said.as_ref().map(|said| said.title.as_str()))
}

fn answer(book: &Asked, notices: &[DueNotice], title: Option<&str>) -> Result<Answer, Failure> {
    let rows: Vec<Row> = notices.iter().map(|notice| row(book, notice)).collect();
    let text = if rows.is_empty() {
        words::of(book.lang).nothing_due.to_string()
    } else {
        let sentences = rows.iter().map(|row| row.sentence.as_str());
        title.into_iter().chain(sentences).collect::<Vec<_>>().join("\n")
    };
    Answer::new(&rows, text)
}

fn row(book: &Asked, notice: &DueNotice) -> Row {
    Row {
        key: notice.key.clone(),
        rule: notice.rule.clone(),
        subject: notice.label.clone(),
        fire_on: notice.fire_on,
        due_on: notice.due_on,
        sentence: book.sentence(notice),
    }
}
