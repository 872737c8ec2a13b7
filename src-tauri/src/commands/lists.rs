//! Lists and figures.

use super::{Answer, DeskState};
use crate::views::choices::Choices;
use crate::views::dashboard::Dashboard;
use crate::views::list::{CasePage, Found};
use crate::views::requests::{DashboardRequest, FindRequest, ListRequest};

#[tauri::command(async)]
pub fn choices(desk: DeskState<'_>) -> Answer<Choices> {
    desk.ask(|shown, _| Ok(Choices::of(shown)))
}

#[tauri::command(async)]
pub fn dashboard(desk: DeskState<'_>, request: DashboardRequest) -> Answer<Dashboard> {
    desk.ask(|shown, app| Ok(Dashboard::of(shown, &app.acting()?, request.year)))
}

#[tauri::command(async)]
pub fn list_cases(desk: DeskState<'_>, request: ListRequest) -> Answer<CasePage> {
    let filter = request.filter.into_filter();
    desk.ask(|shown, _| {
        let ids = shown.register.list(&filter, request.sort.into(), request.descending, shown.today);
        Ok(CasePage::of(&ids, request.offset, request.limit, shown))
    })
}

#[tauri::command(async)]
pub fn find(desk: DeskState<'_>, request: FindRequest) -> Answer<Vec<Found>> {
    desk.ask(|shown, _| Ok(Found::by(&request.text, shown)))
}
