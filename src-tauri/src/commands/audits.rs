//! Internal audits: programme, checklist, findings, question lists, auditors.

use capa_core::app::App;
use capa_core::domain::ids::{AuditId, AuditProgrammeId, QuestionId, QuestionListId};
use tauri::AppHandle;
use uuid::Uuid;

use super::{Answer, DeskState, changed};
use crate::desk::not_found;
use crate::error::IpcError;
use crate::views::Shown;
use crate::views::audits::{
    ApproveAuditProgramme, AuditPage, AuditsView, ConcludeAudit, FillQuestions, OfQuestion, Raised,
    SaveAuditProgramme, SaveAuditor, SaveQuestion, SaveQuestionList, YearRequest,
};
use crate::views::requests::{AuditForm, ById};

fn page(id: Uuid, shown: &Shown<'_>, app: &App) -> Result<AuditPage, IpcError> {
    let stood = shown.register.audit(AuditId(id)).ok_or_else(|| not_found("audit"))?;
    Ok(AuditPage::of(stood, shown, &app.acting()?))
}

fn told(app: &AppHandle, desk: &DeskState<'_>, id: Uuid) -> Answer<AuditPage> {
    changed(app, &[]);
    desk.ask(|shown, app| page(id, shown, app))
}

fn listed(app: &AppHandle, desk: &DeskState<'_>, year: Option<i32>) -> Answer<AuditsView> {
    changed(app, &[]);
    desk.ask(|shown, app| Ok(AuditsView::of(shown, &app.acting()?, year)))
}

#[tauri::command(async)]
pub fn audits(desk: DeskState<'_>, request: YearRequest) -> Answer<AuditsView> {
    desk.ask(|shown, app| Ok(AuditsView::of(shown, &app.acting()?, request.year)))
}

#[tauri::command(async)]
pub fn audit(desk: DeskState<'_>, request: ById) -> Answer<AuditPage> {
    desk.ask(|shown, app| page(request.id, shown, app))
}

#[tauri::command(async)]
pub fn save_audit_plan(app: AppHandle, desk: DeskState<'_>, request: AuditForm) -> Answer<AuditPage> {
    let id = desk.change(|book| book.save_audit(request.into_form()))?;
    told(&app, &desk, id.0)
}

#[tauri::command(async)]
pub fn fill_questions(app: AppHandle, desk: DeskState<'_>, request: FillQuestions) -> Answer<AuditPage> {
    let lists: Vec<QuestionListId> = request.lists.into_iter().map(QuestionListId).collect();
    desk.change(|book| book.fill_questions(AuditId(request.id), request.revision, &lists))?;
    told(&app, &desk, request.id)
}

#[tauri::command(async)]
pub fn save_question(app: AppHandle, desk: DeskState<'_>, request: SaveQuestion) -> Answer<AuditPage> {
    let (audit, revision) = (request.audit, request.revision);
    desk.change(|book| book.save_question(AuditId(audit), revision, request.into_form()))?;
    told(&app, &desk, audit)
}

#[tauri::command(async)]
pub fn remove_question(app: AppHandle, desk: DeskState<'_>, request: OfQuestion) -> Answer<AuditPage> {
    let (audit, question) = (AuditId(request.audit), QuestionId(request.question));
    desk.change(|book| book.remove_question(audit, request.revision, question))?;
    told(&app, &desk, request.audit)
}

#[tauri::command(async)]
pub fn raise_finding(app: AppHandle, desk: DeskState<'_>, request: OfQuestion) -> Answer<Raised> {
    let (audit, question) = (AuditId(request.audit), QuestionId(request.question));
    let raised = desk.change(|book| book.raise_finding(audit, request.revision, question))?;
    changed(&app, &[raised.0.0]);
    Ok(Raised::of(raised))
}

#[tauri::command(async)]
pub fn conclude_audit(app: AppHandle, desk: DeskState<'_>, request: ConcludeAudit) -> Answer<AuditPage> {
    desk.change(|book| book.conclude_audit(AuditId(request.id), request.revision, request.report_on))?;
    told(&app, &desk, request.id)
}

#[tauri::command(async)]
pub fn save_audit_programme(
    app: AppHandle,
    desk: DeskState<'_>,
    request: SaveAuditProgramme,
) -> Answer<AuditsView> {
    let year = request.year;
    desk.change(|book| book.save_audit_programme(request.into_form()))?;
    listed(&app, &desk, Some(year))
}

#[tauri::command(async)]
pub fn approve_audit_programme(
    app: AppHandle,
    desk: DeskState<'_>,
    request: ApproveAuditProgramme,
) -> Answer<AuditsView> {
    let (id, standing) = (AuditProgrammeId(request.id), request.standing.into_standing());
    desk.change(|book| book.approve_audit_programme(id, request.revision, &standing))?;
    let year = desk.ask(|shown, _| Ok(AuditsView::year_of(id, shown)))?;
    listed(&app, &desk, year)
}

#[tauri::command(async)]
pub fn save_question_list(
    app: AppHandle,
    desk: DeskState<'_>,
    request: SaveQuestionList,
) -> Answer<AuditsView> {
    let (at, list) = request.into_record();
    desk.change(|book| book.save_kept(at, list))?;
    listed(&app, &desk, None)
}

#[tauri::command(async)]
pub fn save_auditor(app: AppHandle, desk: DeskState<'_>, request: SaveAuditor) -> Answer<AuditsView> {
    let (at, auditor) = request.into_record();
    desk.change(|book| book.save_kept(at, auditor))?;
    listed(&app, &desk, None)
}
