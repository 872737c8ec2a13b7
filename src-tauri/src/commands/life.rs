//! The life of a case: moved on, written, reminded of, one by one or many at once.

use capa_core::app::life::each;
use capa_core::domain::change::RecordKind;
use capa_core::domain::ids::CaseId;
use capa_core::register::similar::Written;
use capa_core::store::TrailQuery;
use tauri::AppHandle;

use super::{Answer, DeskState, changed};
use crate::desk::not_found;
use crate::error::IpcError;
use crate::views::card::{self, TrailView};
use crate::views::life::WorkView;
use crate::views::list::{ManyMoved, Moved, Saved};
use crate::views::similar::{SimilarRequest, SimilarView};
use crate::views::wishes::{ChangesSince, MakeMove, MoveMany, RemindMany, WriteCase};

#[tauri::command(async)]
pub fn make_move(app: AppHandle, desk: DeskState<'_>, request: MakeMove) -> Answer<Moved> {
    let wish = request.wish();
    let moved = desk.change(|book| book.make_move(&wish, &request.standing.into_standing()))?;
    let answer = desk.ask(|shown, _| Ok(Moved::of(request.id, &moved, shown)))?;
    changed(&app, &[request.id]);
    Ok(answer)
}

#[tauri::command(async)]
pub fn write_case(app: AppHandle, desk: DeskState<'_>, request: WriteCase) -> Answer<Saved> {
    let (id, standing) = (CaseId(request.id), request.standing.into_standing());
    desk.change(|book| book.write_case(id, request.revision, request.form.into_form(), &standing))?;
    super::cases::saved(&app, &desk, request.id)
}

#[tauri::command(async)]
pub fn changes_since(desk: DeskState<'_>, request: ChangesSince) -> Answer<Vec<TrailView>> {
    desk.ask(|shown, app| {
        let stood = shown.register.case(CaseId(request.id)).ok_or_else(|| not_found("case"))?;
        let trail =
            app.store().trail(&TrailQuery::of(RecordKind::Case, request.id)).map_err(IpcError::from)?;
        Ok(card::changes_since(trail, request.revision, &stood.record, shown))
    })
}

#[tauri::command(async)]
pub fn my_work(desk: DeskState<'_>) -> Answer<WorkView> {
    desk.ask(|shown, app| Ok(WorkView::of(&app.acting()?, shown)))
}

#[tauri::command(async)]
pub fn similar_cases(desk: DeskState<'_>, request: SimilarRequest) -> Answer<Vec<SimilarView>> {
    desk.ask(|shown, _| {
        let written = Written {
            text: &request.text,
            process: request.process.map(capa_core::domain::ids::ProcessId),
            clause_2008: request.clause2008.as_deref(),
            clause_2015: request.clause2015.as_deref(),
            on: request.on.unwrap_or(shown.today),
            except: request.except.map(CaseId),
        };
        Ok(SimilarView::found(&written, shown))
    })
}

#[tauri::command(async)]
pub fn move_many(app: AppHandle, desk: DeskState<'_>, request: MoveMany) -> Answer<ManyMoved> {
    let cases: Vec<CaseId> = request.cases.iter().copied().map(CaseId).collect();
    let step = request.step.into_step();
    let standing = request.standing.into_standing();
    let done = desk.change(|book| {
        let wishes = each(book.register(), &cases, || step.clone());
        book.make_moves(&wishes, request.leave_out, &standing)
    })?;
    let answer = desk.ask(|shown, _| Ok(ManyMoved::of(&done, shown)))?;
    changed(&app, &request.cases);
    Ok(answer)
}

#[tauri::command(async)]
pub fn remind_many(app: AppHandle, desk: DeskState<'_>, request: RemindMany) -> Answer<u32> {
    let ids = request.cases.iter().copied().map(CaseId);
    let done = desk.change(|book| {
        let stood = ids.filter_map(|id| Some((id, book.register().case(id)?.revision)));
        let stood: Vec<_> = stood.collect();
        book.remind(&stood)
    })?;
    changed(&app, &[]);
    Ok(u32::try_from(done).unwrap_or(u32::MAX))
}
