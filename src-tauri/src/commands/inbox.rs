//! The inbox of reminders.

use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::views::inbox::Inbox;
use crate::views::requests::MarkRead;

#[tauri::command(async)]
pub fn inbox(desk: DeskState<'_>) -> Answer<Inbox> {
    desk.ask(|shown, _| Ok(Inbox::of(shown)))
}

#[tauri::command(async)]
pub fn mark_read(app: AppHandle, desk: DeskState<'_>, request: MarkRead) -> Answer<Inbox> {
    desk.change(|book| book.mark_read(&request.keys, request.read))?;
    changed(&app, &[]);
    inbox(desk)
}
