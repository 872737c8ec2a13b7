//! The readiness checklist: answered, kept, signed, compared.

use capa_core::domain::ids::{ConfirmationId, ReadinessRunId};
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::error::IpcError;
use crate::views::readiness::{
    CompareRuns, ComparisonView, ConfirmCheck, ReadinessView, SaveOwnCheck, SignRun,
};
use crate::views::requests::AtRevision;

fn told(app: &AppHandle, desk: DeskState<'_>) -> Answer<ReadinessView> {
    changed(app, &[]);
    readiness(desk)
}

#[tauri::command(async)]
pub fn readiness(desk: DeskState<'_>) -> Answer<ReadinessView> {
    desk.ask(|shown, app| Ok(ReadinessView::of(shown, &app.acting()?)))
}

#[tauri::command(async)]
pub fn confirm_check(app: AppHandle, desk: DeskState<'_>, request: ConfirmCheck) -> Answer<ReadinessView> {
    desk.change(|book| book.confirm_check(request.into_form()))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn take_back_confirmation(
    app: AppHandle,
    desk: DeskState<'_>,
    request: AtRevision,
) -> Answer<ReadinessView> {
    desk.change(|book| book.take_back_confirmation(ConfirmationId(request.id), request.revision))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn save_own_check(app: AppHandle, desk: DeskState<'_>, request: SaveOwnCheck) -> Answer<ReadinessView> {
    desk.change(|book| book.save_own_check(request.into_form()))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn keep_run(app: AppHandle, desk: DeskState<'_>) -> Answer<ReadinessView> {
    desk.change(|book| book.keep_run())?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn sign_run(app: AppHandle, desk: DeskState<'_>, request: SignRun) -> Answer<ReadinessView> {
    let (id, standing) = (ReadinessRunId(request.id), request.standing.into_standing());
    desk.change(|book| book.sign_run(id, request.revision, &standing))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn discard_run(app: AppHandle, desk: DeskState<'_>, request: AtRevision) -> Answer<ReadinessView> {
    desk.change(|book| book.discard_run(ReadinessRunId(request.id), request.revision))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn compare_runs(desk: DeskState<'_>, request: CompareRuns) -> Answer<ComparisonView> {
    let (then, now) = (ReadinessRunId(request.then), request.now.map(ReadinessRunId));
    desk.ask(|shown, _| ComparisonView::of(then, now, shown).map_err(IpcError::from))
}
