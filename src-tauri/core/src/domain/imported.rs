//! What an import leaves behind: the batch, and on each case the row it came from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::Case;
use super::ids::{BatchId, CaseId, DepartmentId, PostId};

/// The row of a register that a case was brought in from, with its original text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedRow {
    /// The import.
    pub batch: BatchId,
    /// 1-based row of the sheet.
    pub row: u32,
    /// What makes the same row recognisable: the number or reference, else a hash of the row's text.
    pub identity: String,
    /// Every cell's text as it stood, by header.
    #[serde(default)]
    pub original: Vec<OriginalCell>,
    /// What could not be read.
    #[serde(default)]
    pub problems: Vec<CellProblem>,
}

/// One cell as it stood in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginalCell {
    /// The column's header.
    pub header: String,
    /// The text.
    pub text: String,
    /// What the column was taken for, as the import's stable name; nothing for a column left aside.
    #[serde(default)]
    pub field: Option<String>,
}

/// A cell that could not be read as meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// The column's header.
    pub column: String,
    /// What is wrong, as a stable code.
    pub kind: String,
}

/// One import of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportBatch {
    /// Identity.
    pub id: BatchId,
    /// The file's name without its folder.
    pub file: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// The day it was brought in.
    pub on: NaiveDate,
    /// Rows read, new, changed, unchanged, kept as drafts.
    #[serde(default)]
    pub totals: BatchTotals,
    /// Cases it created; an undo removes them while they are untouched.
    #[serde(default)]
    pub created: Vec<CaseId>,
    /// Cases it changed.
    #[serde(default)]
    pub changed: Vec<CaseId>,
    /// Those cases as they stood before, so that an undo can bring them back.
    #[serde(default)]
    pub replaced: Vec<Replaced>,
    /// Units it created.
    #[serde(default)]
    pub departments: Vec<DepartmentId>,
    /// Posts it created.
    #[serde(default)]
    pub posts: Vec<PostId>,
    /// Taken back since.
    #[serde(default)]
    pub undone: bool,
}

/// A case that an import changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The revision that the import left it at.
    pub revision: u32,
    /// As it stood before.
    pub before: Case,
}

/// What an import counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BatchTotals {
    /// Rows of the register.
    pub rows: u32,
    /// Cases created.
    pub new: u32,
    /// Cases changed.
    pub changed: u32,
    /// Rows that say what the book already says.
    pub unchanged: u32,
    /// Of the new ones, drafts to complete.
    pub drafts: u32,
}
