//! The settings of the office.

use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::desk::not_found;
use crate::views::office::OfficeView;
use crate::views::requests::OfficeSettingsForm;

#[tauri::command(async)]
pub fn office(desk: DeskState<'_>) -> Answer<OfficeView> {
    desk.ask(|shown, _| OfficeView::of(shown).ok_or_else(|| not_found("office")))
}

#[tauri::command(async)]
pub fn save_office(app: AppHandle, desk: DeskState<'_>, request: OfficeSettingsForm) -> Answer<OfficeView> {
    desk.change(|book| book.save_office(request.into_form()))?;
    changed(&app, &[]);
    office(desk)
}
