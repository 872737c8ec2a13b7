//! Complaints, objectives, surveys and management reviews.

use capa_core::app::{App, AppError};
use capa_core::domain::complaint::Complaint;
use capa_core::domain::ids::{AuditorId, ComplaintId, ObjectiveId, QuestionListId, ReviewId, SurveyId};
use capa_core::domain::objective::Objective;
use capa_core::domain::programme::{Auditor, QuestionList};
use capa_core::domain::review::Review;
use capa_core::domain::survey::Survey;
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::desk::not_found;
use crate::views::audits::Raised;
use crate::views::registers::{
    KeptKind, PackView, RaiseKept, RegistersView, RemoveKept, RestoreKept, SaveComplaint, SaveObjective,
    SaveReview, SaveSurvey,
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
