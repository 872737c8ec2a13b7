//! The yearly programme of actions, its monitoring and the figures of its quarters.

use capa_core::domain::monitoring::Mark;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::audits::ApprovalView;
use super::readiness::MayView;
use super::wishes::StandingForm;

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProgrammeAction {
    pub id: String,
    pub case_id: String,
    pub number: String,
    pub source: String,
    pub process_code: Option<String>,
    pub department_code: Option<String>,
    pub what: String,
    pub expected_effect: String,
    pub owner: Option<String>,
    pub due_on: Option<NaiveDate>,
    pub original_due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub overdue: bool,
    /// January to December.
    #[ts(type = "(\"planned\" | \"partly\" | \"done\" | null)[]")]
    pub marks: Vec<Option<Mark>>,
    pub percent: u32,
    /// Added after the programme was approved.
    pub added: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProgressForm {
    pub action: Uuid,
    pub percent: u32,
}

#[derive(Debug, Serialize, TS)]
pub struct MonitoringView {
    pub month: u32,
    pub on: NaiveDate,
    pub by: String,
    pub open: u32,
    pub done: u32,
    pub overdue: u32,
    pub remarks: String,
    pub decisions: String,
    pub progress: Vec<ProgressForm>,
}

/// The figures of a quarter, and its report.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuarterView {
    pub quarter: u32,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Not begun yet: no figures.
    pub begun: bool,
    pub opened: u32,
    pub closed: u32,
    pub open: u32,
    pub overdue: u32,
    pub mean_days: Option<f64>,
    pub median_days: Option<f64>,
    /// Closed cases of which it is known whether they were on time.
    pub timed: u32,
    pub on_time_original: u32,
    pub on_time_current: u32,
    pub effective: u32,
    pub ineffective: u32,
    pub reported_on: Option<NaiveDate>,
    pub reported_by: String,
    pub remarks: String,
}

/// The programme of a year.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionProgrammeView {
    pub year: i32,
    pub years: Vec<i32>,
    /// 0 until something was written.
    pub revision: u32,
    pub approval: Option<ApprovalView>,
    pub actions: Vec<ProgrammeAction>,
    /// Mean of all lines.
    pub percent: u32,
    pub monitoring: Vec<MonitoringView>,
    /// Months that are over, or running, and have no monitoring.
    pub months_missing: Vec<u32>,
    pub quarters: Vec<QuarterView>,
    pub may_monitor: MayView,
    pub may_approve: MayView,
}

#[derive(Debug, Deserialize, TS)]
pub struct MonitorActions {
    pub year: i32,
    pub revision: u32,
    pub month: u32,
    pub remarks: String,
    pub decisions: String,
    pub progress: Vec<ProgressForm>,
}

#[derive(Deserialize, TS)]
pub struct ApproveActionProgramme {
    pub year: i32,
    pub revision: u32,
    pub standing: StandingForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct ReportQuarter {
    pub year: i32,
    pub revision: u32,
    pub quarter: u32,
    pub remarks: String,
}
