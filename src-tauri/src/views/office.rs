//! The settings of the office and the imports.

use std::collections::BTreeMap;

use capa_core::calendar::Shift;
use capa_core::domain::book::next_number;
use capa_core::domain::case::CaseKind;
use capa_core::domain::certificate::Edition;
use capa_core::domain::ids::BatchId;
use capa_core::domain::imported::ImportBatch;
use capa_core::domain::settings::{OwnReview, Settings, StepDeadlines};
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

/// How strict the office is and how long its steps take; days are calendar days unless said otherwise.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsView {
    #[ts(type = "\"refuse\" | \"warn\"")]
    pub own_review: OwnReview,
    #[ts(type = "\"none\" | \"next\" | \"previous\"")]
    pub shift: Shift,
    pub idle_minutes: u32,
    pub register_working_days: u32,
    pub decision_days: u32,
    pub plan_days: u32,
    pub approval_days: u32,
    pub action_days: u32,
    pub verify_days: u32,
    pub review_months: u32,
    pub follow_up_days: u32,
}

impl SettingsView {
    fn of(settings: &Settings) -> Self {
        let days = &settings.deadlines;
        Self {
            own_review: settings.own_review,
            shift: settings.shift,
            idle_minutes: settings.idle_minutes,
            register_working_days: days.register_working_days,
            decision_days: days.decision_days,
            plan_days: days.plan_days,
            approval_days: days.approval_days,
            action_days: days.action_days,
            verify_days: days.verify_days,
            review_months: days.review_months,
            follow_up_days: days.follow_up_days,
        }
    }
}

impl From<SettingsView> for Settings {
    fn from(view: SettingsView) -> Self {
        Self {
            own_review: view.own_review,
            shift: view.shift,
            idle_minutes: view.idle_minutes,
            deadlines: StepDeadlines {
                register_working_days: view.register_working_days,
                decision_days: view.decision_days,
                plan_days: view.plan_days,
                approval_days: view.approval_days,
                action_days: view.action_days,
                verify_days: view.verify_days,
                review_months: view.review_months,
                follow_up_days: view.follow_up_days,
            },
        }
    }
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
    pub settings: SettingsView,
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
            settings: SettingsView::of(&office.settings),
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
