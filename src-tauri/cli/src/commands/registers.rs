//! The small registers: complaints and motions, quality objectives, customer surveys, management reviews.

mod complaints;
mod objectives;
mod reviews;
mod surveys;

use capa_core::app::App;
use capa_core::domain::book::Standing;
use capa_core::domain::ids::CaseId;
use capa_core::domain::keeping::Kept;
use capa_core::domain::raising::Origin;
use capa_core::domain::shelf::find;
use serde::Serialize;

use crate::answer::Answer;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::words::quality;

pub use complaints::complaints;
pub use objectives::objectives;
pub use reviews::reviews;
pub use surveys::surveys;

/// A record of a small register as these commands show it.
trait Listed: Kept {
    /// As JSON has it.
    type Row: Serialize;

    /// The record in the language of the answer, with what is computed of it.
    fn row(&self, book: &Asked, revision: u32) -> Self::Row;
    /// What a person calls it.
    fn name(&self, book: &Asked) -> String;
}

/// Writes a record, new or changed, and tells it as it stands now.
fn save<T: Listed>(
    folder: &Folder,
    app: &mut App,
    at: Option<(T::Id, u32)>,
    record: T,
) -> Result<Answer, Failure> {
    let id = app.save_kept(at, record).map_err(|error| folder.failure(error))?;
    let book = Asked::after(app, folder.lang);
    let (record, revision) =
        find::<T>(&book.register, id).ok_or_else(|| Failure::new("internal", folder.lang))?;
    let text = format!("{}: {}\n{}", quality::of(folder.lang).saved, record.name(&book), record.uuid());
    Answer::new(&record.row(&book, revision), text)
}

#[derive(Serialize)]
struct Removed {
    id: uuid::Uuid,
}

/// Takes a record out.
fn remove<T: Listed>(folder: &Folder, app: &mut App, id: T::Id, revision: u32) -> Result<Answer, Failure> {
    let book = Asked::after(app, folder.lang);
    let found = find::<T>(&book.register, id);
    let named = found.map(|(record, _)| (record.uuid(), record.name(&book)));
    let (uuid, name) = named.ok_or_else(|| Failure::new("internal", folder.lang))?;
    app.remove_kept::<T>(id, revision).map_err(|error| folder.failure(error))?;
    let text = format!("{}: {name}\n{uuid}", quality::of(folder.lang).removed);
    Answer::new(&Removed { id: uuid }, text)
}

#[derive(Serialize)]
struct Raised {
    case: CaseId,
    number: Option<String>,
}

/// Makes a record a case.
fn raise(folder: &Folder, app: &mut App, origin: Origin, revision: u32) -> Result<Answer, Failure> {
    let (case, number) = app.raise_kept(origin, revision).map_err(|error| folder.failure(error))?;
    let labels = quality::of(folder.lang);
    let told = match &number {
        Some(number) => format!("{}: {number}", labels.raised),
        None => format!("{}: {case} ({})", labels.raised, labels.as_draft),
    };
    Answer::new(&Raised { case, number }, told)
}

/// A record with its revision, apart from the book.
fn owned<T: Clone>((record, revision): Standing<'_, T>) -> (T, u32) {
    (record.clone(), revision)
}

/// The number of a case that a record led to, as far as it was in the book on the day that was asked for.
fn case(book: &Asked, id: Option<CaseId>) -> Option<String> {
    let case = &book.register.case(id?)?.record;
    book.knows(case).then(|| book.case_name(case.id))
}
