//! Registers brought in and written out.

use std::path::Path;

use capa_core::app::AppError;
use capa_core::domain::ids::BatchId;
use capa_core::register::query::SortKey;
use capa_core::sheet;
use capa_core::words::Lang;
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::desk::sheet_command;
use crate::desktop::{Desktop, TauriDesktop};
use crate::error::IpcError;
use crate::events::{self, Progress};
use crate::views::Shown;
use crate::views::import::{
    ExportRegister, Exported, ImportPlan, ImportSummary, ImportTotals, PlanImport, RunImport, UndoImport,
};

#[tauri::command(async)]
pub fn pick_register(app: AppHandle, desk: DeskState<'_>) -> Option<String> {
    let title = match desk.lang() {
        Lang::Pl => "Wybierz rejestr",
        Lang::En => "Choose a register",
    };
    TauriDesktop(&app).pick_register(title).map(|path| path.display().to_string())
}

#[tauri::command(async)]
pub fn plan_import(app: AppHandle, desk: DeskState<'_>, request: PlanImport) -> Answer<ImportPlan> {
    events::tell(&app, Progress { stage: "reading".into(), done: 0, total: 1 });
    let lang = desk.lang();
    // Read outside the desk's lock: a large file takes its time, and reminders do not wait for it.
    let read = sheet::read(Path::new(&request.path), sheet_command().as_ref()).map_err(AppError::from);
    let mapping = request.mapping();
    let plan = desk.change(|book| {
        book.plan_import(read?, request.sheet, mapping)?;
        let shown = Shown::of(book, lang);
        Ok(book.pending_import().map(|pending| ImportPlan::of(pending, &shown)))
    });
    events::tell(&app, Progress { stage: "reading".into(), done: 1, total: 1 });
    plan?.ok_or_else(|| IpcError::from(AppError::NoPlan))
}

#[tauri::command(async)]
pub fn run_import(app: AppHandle, desk: DeskState<'_>, request: RunImport) -> Answer<ImportSummary> {
    let done = desk.change(|book| book.run_import(&request.token))?;
    changed(&app, &[]);
    Ok(ImportSummary::of(&done))
}

#[tauri::command(async)]
pub fn undo_import(app: AppHandle, desk: DeskState<'_>, request: UndoImport) -> Answer<ImportSummary> {
    let totals = desk.change(|book| book.undo_import(BatchId(request.batch)))?;
    changed(&app, &[]);
    Ok(ImportSummary { batch: None, totals: ImportTotals::of(&totals) })
}

#[tauri::command(async)]
pub fn export_register(
    app: AppHandle,
    desk: DeskState<'_>,
    request: ExportRegister,
) -> Answer<Option<Exported>> {
    let (title, name) = match desk.lang() {
        Lang::Pl => ("Zapisz rejestr", "rejestr.xlsx"),
        Lang::En => ("Save the register", "register.xlsx"),
    };
    let Some(path) = TauriDesktop(&app).pick_export(title, name) else { return Ok(None) };
    let filter = request.filter.into_filter();
    desk.ask(|shown, book| {
        let ids = shown.register.list(&filter, SortKey::Number, false, shown.today);
        book.export(&path, &ids, shown.lang)?;
        let rows = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        Ok(Some(Exported { path: path.display().to_string(), rows }))
    })
}
