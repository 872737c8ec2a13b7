//! The settings of the office and the imports.

use std::collections::BTreeMap;

use capa_core::domain::book::next_number;
use capa_core::domain::case::CaseKind;
use capa_core::domain::certificate::Edition;
use capa_core::domain::ids::BatchId;
use capa_core::domain::imported::ImportBatch;
use capa_core::import;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Shown;
use super::import::ImportTotals;

#[derive(Debug, Serialize, TS)]
pub struct DepartmentView {
    pub id: String,
    pub code: String,
    pub name: String,
    pub cases: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClosedDayView {
    pub on: NaiveDate,
    pub note: String,
}

#[derive(Debug, Serialize, TS)]
pub struct ImportBatchView {
    pub id: String,
    pub file: String,
    pub on: NaiveDate,
    pub totals: ImportTotals,
    pub undoable: bool,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeView {
    pub revision: u32,
    pub name: String,
    #[ts(type = "Edition")]
    pub edition: Edition,
    pub number_template: String,
    /// The next number each kind would get today.
    #[ts(type = "{ [kind in CaseKind]: string }")]
    pub next_numbers: BTreeMap<&'static str, String>,
    pub departments: Vec<DepartmentView>,
    pub closed_days: Vec<ClosedDayView>,
    pub batches: Vec<ImportBatchView>,
}

impl OfficeView {
    /// The settings of the open book; none before it is begun.
    pub fn of(shown: &Shown<'_>) -> Option<Self> {
        let stood = shown.register.office_stood()?;
        let office = &stood.record;
        let year = shown.today.year();
        let next = CaseKind::ALL.map(|kind| (kind.code(), next_number(shown.register, kind, year, "")));
        Some(Self {
            revision: stood.revision,
            name: shown.text(&office.name),
            edition: office.edition,
            number_template: office.number_template.0.clone(),
            next_numbers: next.into_iter().collect(),
            departments: departments(shown),
            closed_days: office
                .closed_days
                .iter()
                .map(|day| ClosedDayView { on: day.on, note: shown.text(&day.note) })
                .collect(),
            batches: batches(shown),
        })
    }
}

fn departments(shown: &Shown<'_>) -> Vec<DepartmentView> {
    let mut views: Vec<DepartmentView> = shown
        .register
        .departments()
        .map(|stood| {
            let own = shown.register.cases().filter(|case| case.record.department == Some(stood.record.id));
            DepartmentView {
                id: stood.record.id.to_string(),
                code: stood.record.code.clone(),
                name: shown.text(&stood.record.name),
                cases: u32::try_from(own.count()).unwrap_or(u32::MAX),
            }
        })
        .collect();
    views.sort_by(|a, b| a.code.cmp(&b.code));
    views
}

fn batches(shown: &Shown<'_>) -> Vec<ImportBatchView> {
    let mut batches: Vec<&ImportBatch> =
        shown.register.batches().map(|stood| &stood.record).filter(|batch| !batch.undone).collect();
    batches.sort_by_key(|batch| std::cmp::Reverse(batch.id));
    batches
        .into_iter()
        .map(|batch| ImportBatchView {
            id: batch.id.to_string(),
            file: batch.file.clone(),
            on: batch.on,
            totals: ImportTotals::of(&batch.totals),
            undoable: undoable(batch.id, shown),
        })
        .collect()
}

fn undoable(id: BatchId, shown: &Shown<'_>) -> bool {
    import::check_undo(shown.register, id).is_ok()
}
