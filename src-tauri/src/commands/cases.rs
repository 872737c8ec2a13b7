//! One case: its card, its draft, its due dates.

use capa_core::domain::change::RecordKind;
use capa_core::domain::ids::CaseId;
use capa_core::store::TrailQuery;
use tauri::AppHandle;
use uuid::Uuid;

use super::{Answer, DeskState, changed};
use crate::desk::not_found;
use crate::error::IpcError;
use crate::views::case::CaseView;
use crate::views::list::Saved;
use crate::views::requests::{AtRevision, ById, CaseForm, CreateDraft, SaveDraft};
use crate::views::session::DraftFormView;

#[tauri::command(async)]
pub fn case(desk: DeskState<'_>, request: ById) -> Answer<CaseView> {
    desk.ask(|shown, app| {
        let stood = shown.register.case(CaseId(request.id)).ok_or_else(|| not_found("case"))?;
        let history =
            app.store().trail(&TrailQuery::of(RecordKind::Case, request.id)).map_err(IpcError::from)?;
        Ok(CaseView::of(stood, history, &app.acting()?, shown))
    })
}

#[tauri::command(async)]
pub fn draft_form(desk: DeskState<'_>, request: ById) -> Answer<DraftFormView> {
    desk.ask(|shown, _| {
        let stood = shown.register.case(CaseId(request.id)).ok_or_else(|| not_found("case"))?;
        Ok(DraftFormView { form: CaseForm::of(&stood.record), revision: stood.revision })
    })
}

#[tauri::command(async)]
pub fn create_draft(app: AppHandle, desk: DeskState<'_>, request: CreateDraft) -> Answer<Saved> {
    let id = desk.change(|book| book.create_draft(request.form.into_form()))?;
    saved(&app, &desk, id.0)
}

#[tauri::command(async)]
pub fn save_draft(app: AppHandle, desk: DeskState<'_>, request: SaveDraft) -> Answer<Saved> {
    desk.change(|book| book.save_draft(CaseId(request.id), request.revision, request.form.into_form()))?;
    saved(&app, &desk, request.id)
}

#[tauri::command(async)]
pub fn discard_draft(app: AppHandle, desk: DeskState<'_>, request: AtRevision) -> Answer<Saved> {
    desk.change(|book| book.discard_draft(CaseId(request.id), request.revision))?;
    saved(&app, &desk, request.id)
}

#[tauri::command(async)]
pub fn restore_draft(app: AppHandle, desk: DeskState<'_>, request: ById) -> Answer<Saved> {
    desk.change(|book| book.restore_draft(CaseId(request.id)))?;
    saved(&app, &desk, request.id)
}

#[tauri::command(async)]
pub fn register_case(app: AppHandle, desk: DeskState<'_>, request: AtRevision) -> Answer<Saved> {
    desk.change(|book| book.register_case(CaseId(request.id), request.revision))?;
    saved(&app, &desk, request.id)
}

pub(super) fn saved(app: &AppHandle, desk: &DeskState<'_>, id: Uuid) -> Answer<Saved> {
    let saved = desk.ask(|shown, _| Ok(Saved::of(id, shown)))?;
    changed(app, &[id]);
    Ok(saved)
}
