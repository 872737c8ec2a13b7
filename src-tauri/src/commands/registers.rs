//! Complaints, objectives, surveys and management reviews.

use std::path::Path;

use capa_core::app::{App, AppError};
use capa_core::domain::complaint::Complaint;
use capa_core::domain::ids::{AuditorId, ComplaintId, ObjectiveId, QuestionListId, ReviewId, SurveyId};
use capa_core::domain::objective::Objective;
use capa_core::domain::programme::{Auditor, QuestionList};
use capa_core::domain::review::Review;
use capa_core::domain::survey::Survey;
use capa_core::sheet;
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::desk::{not_found, sheet_command};
use crate::error::IpcError;
use crate::events::{self, Progress};
use crate::views::audits::Raised;
use crate::views::registers::{
    KeptImportPlan, KeptKind, PackView, PlanKeptImport, RaiseKept, RegistersView, RemoveKept, RestoreKept,
    RunKeptImport, SaveComplaint, SaveObjective, SaveReview, SaveSurvey,
};

fn told(app: &AppHandle, desk: DeskState<'_>) -> Answer<RegistersView> {
    changed(app, &[]);
    registers(desk)
}

#[tauri::command(async)]
pub fn registers(desk: DeskState<'_>) -> Answer<RegistersView> {
    desk.ask(|shown, app| Ok(RegistersView::of(shown, &app.acting()?)))
}

#[tauri::command(async)]
pub fn save_complaint(app: AppHandle, desk: DeskState<'_>, request: SaveComplaint) -> Answer<RegistersView> {
    let at = request.id.map(|id| (ComplaintId(id), request.revision));
    desk.change(|book| book.save_kept(at, request.form.into_record()))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn save_objective(app: AppHandle, desk: DeskState<'_>, request: SaveObjective) -> Answer<RegistersView> {
    let at = request.id.map(|id| (ObjectiveId(id), request.revision));
    desk.change(|book| book.save_kept(at, request.form.into_record()))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn save_survey(app: AppHandle, desk: DeskState<'_>, request: SaveSurvey) -> Answer<RegistersView> {
    let at = request.id.map(|id| (SurveyId(id), request.revision));
    desk.change(|book| book.save_kept(at, request.form.into_record()))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn save_review(app: AppHandle, desk: DeskState<'_>, request: SaveReview) -> Answer<RegistersView> {
    let at = request.id.map(|id| (ReviewId(id), request.revision));
    desk.change(|book| book.save_kept(at, request.form.into_record()))?;
    told(&app, desk)
}

#[tauri::command(async)]
pub fn remove_kept(app: AppHandle, desk: DeskState<'_>, request: RemoveKept) -> Answer<()> {
    desk.change(|book| take_out(book, &request))?;
    changed(&app, &[]);
    Ok(())
}

fn take_out(book: &mut App, request: &RemoveKept) -> Result<(), AppError> {
    let (id, revision) = (request.id, request.revision);
    match request.kind {
        KeptKind::Complaint => book.remove_kept::<Complaint>(ComplaintId(id), revision),
        KeptKind::Objective => book.remove_kept::<Objective>(ObjectiveId(id), revision),
        KeptKind::Survey => book.remove_kept::<Survey>(SurveyId(id), revision),
        KeptKind::Review => book.remove_kept::<Review>(ReviewId(id), revision),
        KeptKind::QuestionList => book.remove_kept::<QuestionList>(QuestionListId(id), revision),
        KeptKind::Auditor => book.remove_kept::<Auditor>(AuditorId(id), revision),
    }
}

#[tauri::command(async)]
pub fn restore_kept(app: AppHandle, desk: DeskState<'_>, request: RestoreKept) -> Answer<()> {
    desk.change(|book| bring_back(book, &request))?;
    changed(&app, &[]);
    Ok(())
}

fn bring_back(book: &mut App, request: &RestoreKept) -> Result<(), AppError> {
    let id = request.id;
    match request.kind {
        KeptKind::Complaint => book.restore_kept::<Complaint>(ComplaintId(id)),
        KeptKind::Objective => book.restore_kept::<Objective>(ObjectiveId(id)),
        KeptKind::Survey => book.restore_kept::<Survey>(SurveyId(id)),
        KeptKind::Review => book.restore_kept::<Review>(ReviewId(id)),
        KeptKind::QuestionList => book.restore_kept::<QuestionList>(QuestionListId(id)),
        KeptKind::Auditor => book.restore_kept::<Auditor>(AuditorId(id)),
    }
}

#[tauri::command(async)]
pub fn raise_kept(app: AppHandle, desk: DeskState<'_>, request: RaiseKept) -> Answer<Raised> {
    let origin = request.origin().ok_or_else(|| not_found("decision"))?;
    let raised = desk.change(|book| book.raise_kept(origin, request.revision))?;
    changed(&app, &[raised.0.0]);
    Ok(Raised::of(raised))
}

#[tauri::command(async)]
pub fn review_pack(desk: DeskState<'_>) -> Answer<PackView> {
    desk.ask(|shown, _| Ok(PackView::of(shown)))
}

#[tauri::command(async)]
pub fn plan_kept_import(
    app: AppHandle,
    desk: DeskState<'_>,
    request: PlanKeptImport,
) -> Answer<KeptImportPlan> {
    let kind = request.kind.imported().ok_or_else(|| not_found("register"))?;
    events::tell(&app, Progress { stage: "reading".into(), done: 0, total: 1 });
    // Read outside the desk's lock, as a register is.
    let read = sheet::read(Path::new(&request.path), sheet_command().as_ref()).map_err(AppError::from);
    let planned = desk.ask(|_, book| {
        let file = read.map_err(IpcError::from)?;
        let plan = book.plan_kept_import(&file, kind, request.sheet.as_deref()).map_err(IpcError::from)?;
        Ok((file.name, plan))
    });
    events::tell(&app, Progress { stage: "reading".into(), done: 1, total: 1 });
    let (file, plan) = planned?;
    let token = desk.keep_plan(plan.clone());
    desk.ask(|shown, _| Ok(KeptImportPlan::of(token, request.kind, &file, &plan, shown)))
}

#[tauri::command(async)]
pub fn run_kept_import(app: AppHandle, desk: DeskState<'_>, request: RunKeptImport) -> Answer<RegistersView> {
    let plan = desk.take_plan(&request.token).ok_or_else(|| IpcError::from(AppError::NoPlan))?;
    desk.change(|book| book.run_kept_import(&plan))?;
    told(&app, desk)
}
