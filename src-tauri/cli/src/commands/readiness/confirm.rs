//! `readiness confirm` and `readiness take-back`.

use capa_core::app::App;
use capa_core::domain::confirmation::{Confirmation, Verdict};
use capa_core::domain::ids::ProcessId;
use capa_core::domain::readiness::confirming::ConfirmForm;
use capa_core::domain::readiness::{Ground, evaluate};
use capa_core::domain::shelf::find;
use serde::Serialize;

use super::Row;
use crate::answer::Answer;
use crate::args::ConfirmArguments;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::words::quality;

/// The check as it stands now, with what became of the whole.
#[derive(Serialize)]
struct Confirmed {
    check: Row,
    verdict: Verdict,
    score: u32,
}

/// Confirms a check.
pub fn run(folder: &Folder, asked: &ConfirmArguments) -> Result<Answer, Failure> {
    let mut app = folder.open_held("office")?;
    let form = ConfirmForm {
        check: asked.check.trim().to_uppercase(),
        answer: asked.answer,
        note: asked.note.clone(),
        figure: asked.figure,
        processes: processes(folder, &app, asked)?,
    };
    let check = form.check.clone();
    app.confirm_check(form).map_err(|error| folder.failure(error))?;
    answer(folder, &app, &check, quality::of(folder.lang).confirmed)
}

fn processes(folder: &Folder, app: &App, asked: &ConfirmArguments) -> Result<Vec<ProcessId>, Failure> {
    if asked.all_processes {
        return Ok(app.register().processes().map(|stood| stood.record.id).collect());
    }
    Lookup::of(app.register(), folder.lang).processes(&asked.process)
}

/// Takes the confirmation of a check back that holds today.
pub fn take_back(folder: &Folder, check: &str) -> Result<Answer, Failure> {
    let mut app = folder.open_held("confirmation")?;
    let check = check.trim().to_uppercase();
    let ground = Ground::of(app.register(), app.today());
    let held = ground.confirmation(&check).map(|given| given.id);
    let held = held.and_then(|id| find::<Confirmation>(app.register(), id));
    let missing = || Failure::with("not_found", folder.lang, vec![("what", "confirmation".into())]);
    let (id, revision) = held.map(|(given, revision)| (given.id, revision)).ok_or_else(missing)?;
    app.take_back_confirmation(id, revision).map_err(|error| folder.failure(error))?;
    answer(folder, &app, &check, quality::of(folder.lang).taken_back)
}

fn answer(folder: &Folder, app: &App, check: &str, done: &str) -> Result<Answer, Failure> {
    let book = Asked::after(app, folder.lang);
    let ground = Ground::of(&book.register, book.today);
    let readiness = evaluate(&ground);
    let found = readiness.checks.iter().find(|checked| checked.id == check);
    let found = found.ok_or_else(|| Failure::new("unknown_check", folder.lang))?;
    let row = super::row(&book, ground.edition(), found);
    let text = format!(
        "{}: {done}, {}\n{}: {} ({}/100)",
        row.id,
        capa_core::words::readiness::result(book.lang, row.result),
        quality::of(book.lang).verdict,
        capa_core::words::readiness::verdict(book.lang, readiness.verdict),
        readiness.score,
    );
    Answer::new(&Confirmed { check: row, verdict: readiness.verdict, score: readiness.score }, text)
}
