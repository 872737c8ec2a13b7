//! The yearly programme of actions and its monitoring.

use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::views::audits::YearRequest;
use crate::views::programme::{ActionProgrammeView, ApproveActionProgramme, MonitorActions, ReportQuarter};

fn told(app: &AppHandle, desk: DeskState<'_>, year: i32) -> Answer<ActionProgrammeView> {
    changed(app, &[]);
    action_programme(desk, YearRequest { year: Some(year) })
}

#[tauri::command(async)]
pub fn action_programme(desk: DeskState<'_>, request: YearRequest) -> Answer<ActionProgrammeView> {
    desk.ask(|shown, app| Ok(ActionProgrammeView::of(shown, &app.acting()?, request.year)))
}

#[tauri::command(async)]
pub fn monitor_actions(
    app: AppHandle,
    desk: DeskState<'_>,
    request: MonitorActions,
) -> Answer<ActionProgrammeView> {
    let year = request.year;
    desk.change(|book| book.monitor_actions(request.into_form()))?;
    told(&app, desk, year)
}

#[tauri::command(async)]
pub fn approve_action_programme(
    app: AppHandle,
    desk: DeskState<'_>,
    request: ApproveActionProgramme,
) -> Answer<ActionProgrammeView> {
    let (year, standing) = (request.year, request.standing.into_standing());
    desk.change(|book| book.approve_action_programme(year, request.revision, &standing))?;
    told(&app, desk, year)
}

#[tauri::command(async)]
pub fn report_quarter(
    app: AppHandle,
    desk: DeskState<'_>,
    request: ReportQuarter,
) -> Answer<ActionProgrammeView> {
    let (year, quarter) = (request.year, request.quarter);
    desk.change(|book| book.report_quarter(year, request.revision, quarter, &request.remarks))?;
    told(&app, desk, year)
}
