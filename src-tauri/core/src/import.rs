//! Brings an old register in: cells -> its table -> a plan (rows and problems, nothing written) -> one change
//! set.
//!
//! Nothing is dropped. A row that lacks what a case needs becomes a draft to complete, and every case keeps the
//! text of its row as it stood. The same file again plans nothing.

mod build;
mod commit;
mod dates;
mod field;
mod lines;
mod merge;
mod organisation;
mod plan;
mod reading;
pub mod registers;
mod table;
mod text;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use commit::{check_undo, to_change_set, undo};
pub use field::Field;
pub use plan::plan;

use crate::domain::case::Case;
use crate::domain::imported::{BatchTotals, CellProblem};
use crate::domain::office::{Department, Post};

/// The user's corrections of what was guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// 1-based row of the sheet that the header begins in.
    pub header_row: Option<u32>,
    /// What a column (from 0) holds; `None` leaves it aside.
    pub columns: BTreeMap<usize, Option<Field>>,
    /// The same by header.
    pub headers: BTreeMap<String, Option<Field>>,
}

impl Mapping {
    /// Whether the user left every guess as it is.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is imported, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The sheet; without one the sheet that looks most like a register.
    pub sheet: Option<String>,
    /// Corrections.
    pub mapping: Mapping,
    /// The file's name without its folder.
    pub file_name: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
}

/// What a row does to the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Creates a case.
    New,
    /// Changes one.
    Changed,
    /// Says what the book already says.
    Unchanged,
}

/// One row of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRow {
    /// 1-based row of the sheet.
    pub row: u32,
    /// What it does.
    pub outcome: Outcome,
    /// The case as it will stand. What is not in the book yet has a placeholder for its identity.
    pub case: Case,
    /// The revision that the case stood at; 0 for a new one.
    pub revision: u32,
    /// What could not be read, and what stays as it is in the book.
    pub problems: Vec<CellProblem>,
}

/// Something in the file that the user should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// 1-based row of the sheet.
    pub row: u32,
    /// The column's header.
    pub column: String,
    /// What it is, as a stable code: `missing_number missing_owner missing_due missing_description
    /// unreadable_number unreadable_date impossible_date unknown_status unknown_kind unknown_source unknown_grade
    /// unknown_clause unknown_process duplicate_number repeated_row kept_app_value not_a_row`.
    pub kind: String,
    /// The text that it is about.
    pub text: String,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// From 0.
    pub index: usize,
    /// Its header.
    pub header: String,
    /// Its first texts, up to three.
    pub samples: Vec<String>,
    /// What it is taken for; nothing for a column left aside.
    pub field: Option<Field>,
}

/// What an import would do. Nothing is written yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The sheet that is read.
    pub sheet: String,
    /// All sheets of the file.
    pub sheets: Vec<String>,
    /// 1-based row of the sheet that the header begins in.
    pub header_row: u32,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows of the register.
    pub rows: Vec<PlannedRow>,
    /// Everything the user should know, by row.
    pub problems: Vec<Problem>,
    /// What was counted.
    pub totals: BatchTotals,
    /// Units that will be created.
    pub new_departments: Vec<Department>,
    /// Posts that will be created.
    pub new_posts: Vec<Post>,
    /// The file's name without its folder.
    pub file_name: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
}

impl Plan {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.totals.new == 0 && self.totals.changed == 0
    }
}
