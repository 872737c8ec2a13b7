//! Rows of the register.

use capa_core::domain::case::{Case, CaseKind, CaseStatus, Grade, Source};
use capa_core::domain::facts::{self, Late, Missing};
use capa_core::domain::ids::CaseId;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;

/// One case as a row.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    pub id: String,
    pub number: Option<String>,
    #[ts(type = "CaseKind")]
    pub kind: CaseKind,
    #[ts(type = "CaseStatus")]
    pub status: CaseStatus,
    pub title: String,
    pub owner: Option<String>,
    pub department: Option<String>,
    pub due_on: Option<NaiveDate>,
    pub original_due_on: Option<NaiveDate>,
    /// Days from today to the due date; negative when it has passed. Null when nothing is due any more.
    pub days_to_due: Option<i32>,
    pub overdue: bool,
    #[ts(type = "Late[]")]
    pub late: Vec<Late>,
    #[ts(type = "SourceCode | null")]
    pub source: Option<Source>,
    pub clause: Option<String>,
    #[ts(type = "Grade | null")]
    pub grade: Option<Grade>,
    pub registered_on: Option<NaiveDate>,
    #[ts(type = "Missing[]")]
    pub missing: Vec<Missing>,
}

/// A page of rows with the number of all.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CasePage {
    pub rows: Vec<CaseRow>,
    pub total: u32,
}

impl CaseRow {
    /// The row of a case.
    pub fn of(case: &Case, shown: &Shown<'_>) -> Self {
        let shown_due = case.shown_due_on();
        let still_due = if case.status.can_be_overdue() { case.due_on() } else { None };
        Self {
            id: case.id.to_string(),
            number: case.number.clone(),
            kind: case.kind,
            status: case.status,
            title: title(case, shown),
            owner: shown.post(case.owner),
            department: shown.department_code(case.department),
            due_on: shown_due,
            original_due_on: original_of(case, shown_due),
            days_to_due: still_due.map(|day| shown.days_to(day)),
            overdue: case.is_overdue(shown.today),
            late: facts::late(case, shown.today),
            source: case.source,
            clause: case.clause(shown.register.edition()).map(str::to_string),
            grade: case.grade,
            registered_on: case.registered_on,
            missing: facts::missing(case),
        }
    }
}

impl CasePage {
    /// The rows of a page of cases.
    pub fn of(ids: &[CaseId], offset: u32, limit: u32, shown: &Shown<'_>) -> Self {
        let limit = limit.min(500);
        let (offset, limit) = (usize::try_from(offset).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(500));
        let page = ids.iter().skip(offset).take(limit);
        let rows = page.filter_map(|id| Some(CaseRow::of(&shown.register.case(*id)?.record, shown))).collect();
        Self { rows, total: u32::try_from(ids.len()).unwrap_or(u32::MAX) }
    }
}

/// The title of a case; a case without one is named by its statement.
pub fn title(case: &Case, shown: &Shown<'_>) -> String {
    let own = if case.title.is_empty() { &case.finding.statement } else { &case.title };
    shown.text(own)
}

/// The original date of the action whose due date is shown.
fn original_of(case: &Case, shown_due: Option<NaiveDate>) -> Option<NaiveDate> {
    if case.actions.is_empty() {
        return case.original_target_on.or(case.target_on);
    }
    let same = |action: &&capa_core::domain::action::Action| action.due_on == shown_due && shown_due.is_some();
    let open_first = case.actions.iter().filter(same).min_by_key(|action| !action.is_open());
    open_first.and_then(|action| action.original_due_on)
}
