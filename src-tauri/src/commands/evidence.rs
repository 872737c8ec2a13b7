//! Evidence files: picked or dropped, attached, opened as a copy. Paths stay on this side: a screen holds tokens.

use capa_core::domain::ids::{ActionId, CaseId, EvidenceId};
use capa_core::words::Lang;
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::desk::not_found;
use crate::desktop::{Desktop, TauriDesktop};
use crate::events::PickedFile;
use crate::views::list::Saved;
use crate::views::wishes::{Attach, OpenEvidence};

#[tauri::command(async)]
pub fn pick_evidence(app: AppHandle, desk: DeskState<'_>) -> Answer<Vec<PickedFile>> {
    let title = match desk.lang() {
        Lang::Pl => "Wybierz pliki dowodów",
        Lang::En => "Choose files of evidence",
    };
    Ok(desk.keep_picked(TauriDesktop(&app).pick_evidence(title)))
}

#[tauri::command(async)]
pub fn attach_evidence(app: AppHandle, desk: DeskState<'_>, request: Attach) -> Answer<Saved> {
    let picked = |token: &String| desk.picked(token).ok_or_else(|| not_found("file"));
    let file = request.file.as_ref().map(picked).transpose()?;
    let (evidence, id) = (request.evidence(), request.id);
    let standing = request.standing.into_standing();
    desk.change(|book| {
        let action = ActionId(request.action_id);
        book.attach(CaseId(id), request.revision, action, evidence, file.as_deref(), &standing)
    })?;
    if let Some(token) = &request.file {
        desk.drop_picked(token);
    }
    let saved = desk.ask(|shown, _| Ok(Saved::of(id, shown)))?;
    changed(&app, &[id]);
    Ok(saved)
}

#[tauri::command(async)]
pub fn open_evidence(app: AppHandle, desk: DeskState<'_>, request: OpenEvidence) -> Answer<()> {
    let copy = desk
        .ask(|_, book| Ok(book.evidence_copy(CaseId(request.case_id), EvidenceId(request.evidence_id))?))?;
    TauriDesktop(&app).open(&copy)
}
