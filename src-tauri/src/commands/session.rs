//! Where the window stands, and how a book is begun.

use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::views::requests::{OfficeForm, SetLanguage};
use crate::views::session::Session;

#[tauri::command(async)]
pub fn session(desk: DeskState<'_>) -> Answer<Session> {
    Ok(desk.session())
}

#[tauri::command(async)]
pub fn set_language(desk: DeskState<'_>, request: SetLanguage) -> Answer<Session> {
    desk.set_lang(request.lang);
    Ok(desk.session())
}

#[tauri::command(async)]
pub fn open_sample(app: AppHandle, desk: DeskState<'_>) -> Answer<Session> {
    let lang = desk.lang();
    desk.change(|book| book.open_sample(lang))?;
    changed(&app, &[]);
    Ok(desk.session())
}

#[tauri::command(async)]
pub fn start_office(app: AppHandle, desk: DeskState<'_>, request: OfficeForm) -> Answer<Session> {
    let departments = request.departments();
    let lang = desk.lang();
    let certificate = request.certificate.map(crate::views::requests::CertificateForm::into_form);
    desk.change(|book| book.start_office(lang, &request.name, departments, certificate))?;
    changed(&app, &[]);
    Ok(desk.session())
}

#[tauri::command(async)]
pub fn retry_open(app: AppHandle, desk: DeskState<'_>) -> Answer<Session> {
    desk.open(false);
    changed(&app, &[]);
    Ok(desk.session())
}

#[tauri::command(async)]
pub fn accept_history(app: AppHandle, desk: DeskState<'_>) -> Answer<Session> {
    desk.open(true);
    changed(&app, &[]);
    Ok(desk.session())
}
