//! Brings an old list of complaints, objectives, surveys or management reviews in: cells -> its table -> a plan (rows
//! and problems, nothing written) -> one change set.
//!
//! A row that the register does not take is left out and told at its row and column. An entry that is in the book
//! already is only filled in where it is empty: where both say something else the book's own words stay. The same
//! file again plans nothing.

mod cells;
mod columns;
mod commit;
mod complaints;
mod objectives;
mod plan;
mod reviews;
mod surveys;

use serde::{Deserialize, Serialize};

pub use commit::to_change_set;
pub use plan::plan;

use super::{Outcome, Problem};
use crate::domain::complaint::Complaint;
use crate::domain::imported::BatchTotals;
use crate::domain::objective::Objective;
use crate::domain::review::Review;
use crate::domain::survey::Survey;

/// A small register that can be brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptKind {
    /// Complaints and motions.
    Complaints,
    /// Quality objectives.
    Objectives,
    /// Customer surveys.
    Surveys,
    /// Management reviews.
    Reviews,
}

impl KeptKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Complaints, Self::Objectives, Self::Surveys, Self::Reviews];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Complaints => "complaints",
            Self::Objectives => "objectives",
            Self::Surveys => "surveys",
            Self::Reviews => "reviews",
        }
    }

    /// The register of that stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An entry of a small register.
#[derive(Debug, Clone, PartialEq)]
pub enum KeptRecord {
    /// A complaint or motion.
    Complaint(Box<Complaint>),
    /// A quality objective.
    Objective(Box<Objective>),
    /// A customer survey.
    Survey(Box<Survey>),
    /// A management review.
    Review(Box<Review>),
}

/// An entry that the rows of a file make or change.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptRow {
    /// 1-based row of the sheet, the first where several rows make one entry.
    pub row: u32,
    /// What it does.
    pub outcome: Outcome,
    /// The entry as it will stand; a new one has no identity yet.
    pub record: KeptRecord,
    /// The revision that it stood at; 0 for a new one.
    pub revision: u32,
}

/// What an import would do. Nothing is written yet.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptPlan {
    /// The register.
    pub kind: KeptKind,
    /// The sheet that is read.
    pub sheet: String,
    /// All sheets of the file.
    pub sheets: Vec<String>,
    /// 1-based row of the sheet that the header begins in.
    pub header_row: u32,
    /// The headers with what each column is taken for, as a stable name; nothing for a column left aside.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// The entries.
    pub rows: Vec<KeptRow>,
    /// Everything the user should know, by row.
    pub problems: Vec<Problem>,
    /// What was counted. Rows that were left out count as rows alone.
    pub totals: BatchTotals,
}

impl KeptPlan {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.totals.new == 0 && self.totals.changed == 0
    }
}
