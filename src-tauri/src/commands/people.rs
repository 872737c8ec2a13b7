//! People, posts, processes; signing in and out.

use capa_core::domain::ids::{PersonId, PostId, ProcessId};
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::views::people::{PeopleView, SavePerson, SavePost, SaveProcess, SetPassword, SignIn};
use crate::views::requests::AtRevision;
use crate::views::session::Session;

#[tauri::command(async)]
pub fn sign_in(app: AppHandle, desk: DeskState<'_>, request: SignIn) -> Answer<Session> {
    desk.sign_in(&request.login, &request.password)?;
    changed(&app, &[]);
    Ok(desk.session())
}

#[tauri::command(async)]
pub fn sign_out(app: AppHandle, desk: DeskState<'_>) -> Answer<Session> {
    desk.sign_out();
    changed(&app, &[]);
    Ok(desk.session())
}

/// The person at the window touched a key or the mouse.
#[tauri::command(async)]
pub fn keep_awake(desk: DeskState<'_>) -> Answer<()> {
    desk.touch();
    Ok(())
}

#[tauri::command(async)]
pub fn people(desk: DeskState<'_>) -> Answer<PeopleView> {
    desk.ask(|shown, _| Ok(PeopleView::of(shown)))
}

#[tauri::command(async)]
pub fn save_person(app: AppHandle, desk: DeskState<'_>, request: SavePerson) -> Answer<PeopleView> {
    desk.change(|book| book.save_person(request.form(), request.password.as_deref()))?;
    changed(&app, &[]);
    people(desk)
}

#[tauri::command(async)]
pub fn set_password(app: AppHandle, desk: DeskState<'_>, request: SetPassword) -> Answer<Session> {
    desk.change(|book| book.set_password(PersonId(request.id), request.old.as_deref(), &request.new))?;
    changed(&app, &[]);
    Ok(desk.session())
}

#[tauri::command(async)]
pub fn save_post(app: AppHandle, desk: DeskState<'_>, request: SavePost) -> Answer<PeopleView> {
    desk.change(|book| book.save_post(request.into_form()))?;
    changed(&app, &[]);
    people(desk)
}

#[tauri::command(async)]
pub fn remove_post(app: AppHandle, desk: DeskState<'_>, request: AtRevision) -> Answer<PeopleView> {
    desk.change(|book| book.remove_post(PostId(request.id), request.revision))?;
    changed(&app, &[]);
    people(desk)
}

#[tauri::command(async)]
pub fn save_process(app: AppHandle, desk: DeskState<'_>, request: SaveProcess) -> Answer<PeopleView> {
    desk.change(|book| book.save_process(request.into_form()))?;
    changed(&app, &[]);
    people(desk)
}

#[tauri::command(async)]
pub fn remove_process(app: AppHandle, desk: DeskState<'_>, request: AtRevision) -> Answer<PeopleView> {
    desk.change(|book| book.remove_process(ProcessId(request.id), request.revision))?;
    changed(&app, &[]);
    people(desk)
}
