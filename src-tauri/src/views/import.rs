//! The plan of an import and what it did.

use std::collections::BTreeMap;

use capa_core::app::{ImportDone, PendingImport};
use capa_core::domain::case::CaseStatus;
use capa_core::domain::imported::BatchTotals;
use capa_core::import::{Column, Field, Mapping, Outcome, PlannedRow, Problem};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::list::title;
use super::requests::CaseFilter;

/// A screen shows this many rows of a plan; the totals count them all.
const ROWS_SHOWN: usize = 500;

#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct ImportTotals {
    pub rows: u32,
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub drafts: u32,
}

#[derive(Debug, Serialize, TS)]
pub struct ImportColumn {
    pub column: u32,
    pub header: String,
    pub samples: Vec<String>,
    #[ts(type = "ImportField | null")]
    pub field: Option<Field>,
}

#[derive(Debug, Serialize, TS)]
pub struct ImportProblem {
    pub row: u32,
    pub column: String,
    pub kind: String,
    pub text: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    pub row: u32,
    #[ts(type = "\"new\" | \"changed\" | \"unchanged\" | \"draft\"")]
    pub outcome: &'static str,
    pub number: Option<String>,
    pub title: String,
    pub owner: Option<String>,
    pub due_on: Option<NaiveDate>,
    #[ts(type = "CaseStatus")]
    pub status: CaseStatus,
}

/// What an import would do.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPlan {
    pub token: String,
    pub file: String,
    pub sheets: Vec<String>,
    pub sheet: String,
    pub header_row: u32,
    pub columns: Vec<ImportColumn>,
    pub totals: ImportTotals,
    /// The first 500 rows.
    pub rows: Vec<ImportRow>,
    /// The first 500 problems.
    pub problems: Vec<ImportProblem>,
    pub problems_total: u32,
    pub new_departments: Vec<String>,
    pub new_posts: Vec<String>,
}

#[derive(Debug, Serialize, TS)]
pub struct ImportSummary {
    pub batch: Option<String>,
    pub totals: ImportTotals,
}

#[derive(Debug, Serialize, TS)]
pub struct Exported {
    pub path: String,
    pub rows: u32,
}

#[derive(Debug, Deserialize, TS)]
pub struct MappedColumn {
    pub column: u32,
    #[ts(type = "ImportField | null")]
    pub field: Option<Field>,
}

#[derive(Debug, Deserialize, TS)]
pub struct PlanImport {
    pub path: String,
    pub sheet: Option<String>,
    pub mapping: Option<Vec<MappedColumn>>,
}

#[derive(Debug, Deserialize, TS)]
pub struct RunImport {
    pub token: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct UndoImport {
    pub batch: Uuid,
}

#[derive(Debug, Deserialize, TS)]
pub struct ExportRegister {
    pub filter: CaseFilter,
}

impl ImportTotals {
    /// What an import counted.
    pub fn of(totals: &BatchTotals) -> Self {
        Self {
            rows: totals.rows,
            new: totals.new,
            changed: totals.changed,
            unchanged: totals.unchanged,
            drafts: totals.drafts,
        }
    }
}

impl PlanImport {
    /// The user's corrections as the import takes them.
    pub fn mapping(&self) -> Mapping {
        let chosen = self.mapping.iter().flatten();
        let columns: BTreeMap<usize, Option<Field>> =
            chosen.filter_map(|mapped| Some((usize::try_from(mapped.column).ok()?, mapped.field))).collect();
        Mapping { columns, ..Mapping::default() }
    }
}

impl ImportPlan {
    /// A plan as the screen shows it.
    pub fn of(pending: &PendingImport, shown: &Shown<'_>) -> Self {
        let plan = &pending.plan;
        Self {
            token: pending.token.clone(),
            file: plan.file_name.clone(),
            sheets: plan.sheets.clone(),
            sheet: plan.sheet.clone(),
            header_row: plan.header_row,
            columns: plan.columns.iter().map(column).collect(),
            totals: ImportTotals::of(&plan.totals),
            rows: plan.rows.iter().take(ROWS_SHOWN).map(|planned| row(planned, pending, shown)).collect(),
            problems: plan.problems.iter().take(ROWS_SHOWN).map(problem).collect(),
            problems_total: u32::try_from(plan.problems.len()).unwrap_or(u32::MAX),
            new_departments: plan.new_departments.iter().map(|unit| unit.code.clone()).collect(),
            new_posts: plan.new_posts.iter().map(|post| post.name.clone()).collect(),
        }
    }
}

impl ImportSummary {
    /// What an import did.
    pub fn of(done: &ImportDone) -> Self {
        Self { batch: done.batch.map(|id| id.to_string()), totals: ImportTotals::of(&done.totals) }
    }
}

fn column(column: &Column) -> ImportColumn {
    ImportColumn {
        column: u32::try_from(column.index).unwrap_or(u32::MAX),
        header: column.header.clone(),
        samples: column.samples.clone(),
        field: column.field,
    }
}

/// A problem of a plan.
pub fn problem(problem: &Problem) -> ImportProblem {
    ImportProblem {
        row: problem.row,
        column: problem.column.clone(),
        kind: problem.kind.clone(),
        text: problem.text.clone(),
    }
}

fn row(planned: &PlannedRow, pending: &PendingImport, shown: &Shown<'_>) -> ImportRow {
    let case = &planned.case;
    let new_post =
        |id| pending.plan.new_posts.iter().find(|post| post.id == id).map(|post| post.name.clone());
    ImportRow {
        row: planned.row,
        outcome: match planned.outcome {
            Outcome::New if case.status == CaseStatus::Draft => "draft",
            Outcome::New => "new",
            Outcome::Changed => "changed",
            Outcome::Unchanged => "unchanged",
        },
        number: case.number.clone(),
        title: title(case, shown),
        owner: case.owner.and_then(new_post).or_else(|| shown.post(case.owner)),
        due_on: case.shown_due_on(),
        status: case.status,
    }
}
