//! The certificate and its audits.

use capa_core::domain::ids::{AuditId, CertificateId};
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::views::certificate::CertificateView;
use crate::views::requests::{AtRevision, AuditForm, ById, CertificateForm, CertificateHappened};

#[tauri::command(async)]
pub fn certificate(desk: DeskState<'_>) -> Answer<CertificateView> {
    desk.ask(|shown, app| Ok(CertificateView::of(shown, &app.acting()?)))
}

#[tauri::command(async)]
pub fn record_certificate(
    app: AppHandle,
    desk: DeskState<'_>,
    request: CertificateForm,
) -> Answer<CertificateView> {
    desk.change(|book| book.record_certificate(request.into_form()))?;
    changed(&app, &[]);
    certificate(desk)
}

#[tauri::command(async)]
pub fn certificate_happened(
    app: AppHandle,
    desk: DeskState<'_>,
    request: CertificateHappened,
) -> Answer<CertificateView> {
    let (id, happening) = (CertificateId(request.id), request.happening.into_happening());
    desk.change(|book| book.certificate_happened(id, request.revision, happening))?;
    changed(&app, &[]);
    certificate(desk)
}

#[tauri::command(async)]
pub fn save_audit(app: AppHandle, desk: DeskState<'_>, request: AuditForm) -> Answer<CertificateView> {
    desk.change(|book| book.save_audit(request.into_form()))?;
    changed(&app, &[]);
    certificate(desk)
}

#[tauri::command(async)]
pub fn remove_audit(app: AppHandle, desk: DeskState<'_>, request: AtRevision) -> Answer<CertificateView> {
    desk.change(|book| book.remove_audit(AuditId(request.id), request.revision))?;
    changed(&app, &[]);
    certificate(desk)
}

#[tauri::command(async)]
pub fn restore_audit(app: AppHandle, desk: DeskState<'_>, request: ById) -> Answer<CertificateView> {
    desk.change(|book| book.restore_audit(AuditId(request.id)))?;
    changed(&app, &[]);
    certificate(desk)
}
