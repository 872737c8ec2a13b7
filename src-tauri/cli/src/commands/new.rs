//! `new`: a new draft, registered at once where that is wished.

use capa_core::domain::case::CaseStatus;
use capa_core::domain::draft::DraftForm;
use capa_core::domain::ids::CaseId;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::NewArguments;
use crate::book::Folder;
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::words;

#[derive(Serialize)]
struct Written {
    id: CaseId,
    number: Option<String>,
    status: CaseStatus,
}

/// Writes a draft. Where its registration is refused, the draft stays, and the refusal names it.
pub fn run(folder: &Folder, asked: &NewArguments) -> Result<Answer, Failure> {
    let mut app = folder.open_begun()?;
    let mut form = DraftForm::empty(asked.kind);
    asked.writing.write(&mut form, &Lookup::of(app.register(), folder.lang))?;
    let id = app.create_draft(form).map_err(|error| folder.failure(error))?;
    if asked.register {
        let revision = app.register().case(id).map_or(1, |stood| stood.revision);
        let registered = app.register_case(id, revision).map_err(|error| folder.failure(error));
        registered.map_err(|failure| kept(folder, failure, id))?;
    }
    let stood = app.register().case(id).ok_or_else(|| Failure::new("internal", folder.lang))?;
    let written = Written { id, number: stood.record.number.clone(), status: stood.record.status };
    let words = words::of(folder.lang);
    let name = written.number.clone().unwrap_or_else(|| id.to_string());
    let text = format!("{name} – {}: {}", words.status, words::status(folder.lang, written.status));
    Answer::new(&written, text)
}

/// A refusal that left the draft.
fn kept(folder: &Folder, failure: Failure, id: CaseId) -> Failure {
    let mut failure = failure.and("id", id.to_string());
    failure.reason = format!("{} {}: {id}", failure.reason, words::of(folder.lang).draft_kept);
    failure
}
