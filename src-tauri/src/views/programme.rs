//! The yearly programme of actions, its monitoring and the figures of its quarters.

use std::collections::BTreeSet;

use capa_core::domain::acting::{Acting, Task};
use capa_core::domain::action_programme::{ActionProgramme, Monitoring, Progress};
use capa_core::domain::ids::ActionId;
use capa_core::domain::monitoring::{self, Line, Mark, MonitoringForm};
use capa_core::labels;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::audits::ApprovalView;
use super::may::MayView;
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

impl ActionProgrammeView {
    /// The programme of a year.
    pub fn of(shown: &Shown<'_>, acting: &Acting, year: Option<i32>) -> Self {
        let book = shown.register;
        let year = year.unwrap_or_else(|| shown.today.year());
        let found = monitoring::programme(book, year);
        let programme = found.map(|(programme, _)| programme);
        let lines = monitoring::lines(book, year);
        let approved = programme.filter(|it| it.approval.is_some());
        let percents: Vec<u32> = lines.iter().map(|line| monitoring::percent(programme, line)).collect();
        let total = u32::try_from(percents.len()).unwrap_or(u32::MAX);
        Self {
            year,
            years: years(shown, year),
            revision: found.map_or(0, |(_, revision)| revision),
            approval: programme.and_then(|it| it.approval.as_ref()).map(|it| ApprovalView::of(it, shown)),
            actions: lines.iter().map(|line| action(line, programme, approved, year, shown)).collect(),
            percent: percents.iter().sum::<u32>().checked_div(total).unwrap_or(0),
            monitoring: programme
                .into_iter()
                .flat_map(|it| it.monitoring.iter().map(|entry| monitored(entry, shown)))
                .collect(),
            months_missing: months_missing(programme, year, shown),
            quarters: (1..=4).filter_map(|quarter| quarter_view(programme, year, quarter, shown)).collect(),
            may_monitor: MayView::of(Task::Monitor, acting, shown),
            may_approve: MayView::of(Task::ApproveProgramme, acting, shown),
        }
    }
}

/// Years that the register knows, this one and the next, and the one looked at; the newest first.
fn years(shown: &Shown<'_>, asked: i32) -> Vec<i32> {
    let this = shown.today.year();
    let years: BTreeSet<i32> = shown.register.years().into_iter().chain([asked, this]).collect();
    years.into_iter().rev().collect()
}

fn action(
    line: &Line<'_>,
    programme: Option<&ActionProgramme>,
    approved: Option<&ActionProgramme>,
    year: i32,
    shown: &Shown<'_>,
) -> ProgrammeAction {
    let (case, action) = (line.case, line.action);
    let process = case.process.and_then(|id| shown.register.process(id));
    ProgrammeAction {
        id: action.id.to_string(),
        case_id: case.id.to_string(),
        number: case.number.clone().unwrap_or_default(),
        source: case.source.map(|it| labels::source_name(it, shown.lang).to_string()).unwrap_or_default(),
        process_code: process.map(|process| process.code.clone()),
        department_code: shown.department_code(case.department),
        what: shown.text(&action.what),
        expected_effect: shown.text(&case.expected_effect),
        owner: shown.post(action.owner),
        due_on: action.due_on,
        original_due_on: action.original_due_on,
        done_on: action.done_on,
        overdue: case.status.can_be_overdue()
            && action.is_open()
            && action.due_on.is_some_and(|due| due < shown.today),
        marks: (1..=12).map(|month| monitoring::mark(programme, line, year, month)).collect(),
        percent: monitoring::percent(programme, line),
        added: approved.is_some_and(|it| !it.approved.contains(&action.id)),
    }
}

fn monitored(entry: &Monitoring, shown: &Shown<'_>) -> MonitoringView {
    let progress = entry.progress.iter();
    MonitoringView {
        month: entry.month,
        on: entry.on,
        by: shown.text(&entry.by),
        open: entry.open,
        done: entry.done,
        overdue: entry.overdue,
        remarks: shown.text(&entry.remarks),
        decisions: shown.text(&entry.decisions),
        progress: progress.map(|it| ProgressForm { action: it.action.0, percent: it.percent }).collect(),
    }
}

fn months_missing(programme: Option<&ActionProgramme>, year: i32, shown: &Shown<'_>) -> Vec<u32> {
    let begun = |month: u32| NaiveDate::from_ymd_opt(year, month, 1).is_some_and(|on| on <= shown.today);
    let noted =
        |month: u32| programme.is_some_and(|it| it.monitoring.iter().any(|entry| entry.month == month));
    (1..=12).filter(|month| begun(*month) && !noted(*month)).collect()
}

fn quarter_view(
    programme: Option<&ActionProgramme>,
    year: i32,
    quarter: u32,
    shown: &Shown<'_>,
) -> Option<QuarterView> {
    let (from, to) = monitoring::quarter_days(year, quarter)?;
    let begun = from <= shown.today;
    // A running quarter is told as far as it has come.
    let figures = if begun {
        monitoring::figures(shown.register, from, to.min(shown.today))
    } else {
        monitoring::Figures::default()
    };
    let report = programme.and_then(|it| it.reports.iter().find(|report| report.quarter == quarter));
    Some(QuarterView {
        quarter,
        from,
        to,
        begun,
        opened: figures.opened,
        closed: figures.closed,
        open: figures.open,
        overdue: figures.overdue,
        mean_days: figures.mean_days,
        median_days: figures.median_days,
        timed: figures.timed,
        on_time_original: figures.on_time_original,
        on_time_current: figures.on_time_current,
        effective: figures.effective,
        ineffective: figures.ineffective,
        reported_on: report.map(|it| it.on),
        reported_by: report.map(|it| shown.text(&it.by)).unwrap_or_default(),
        remarks: report.map(|it| shown.text(&it.remarks)).unwrap_or_default(),
    })
}

impl MonitorActions {
    /// As the rule takes it.
    pub fn into_form(self) -> MonitoringForm {
        let progress = self.progress.into_iter();
        MonitoringForm {
            year: self.year,
            revision: self.revision,
            month: self.month,
            remarks: self.remarks,
            decisions: self.decisions,
            progress: progress
                .map(|it| Progress { action: ActionId(it.action), percent: it.percent })
                .collect(),
        }
    }
}
