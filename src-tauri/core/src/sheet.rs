//! A spreadsheet file -> its cells. Nothing here knows what a register is.
//!
//! Files come from strangers: sizes are checked before anything is parsed, and [`read`] does the parsing in a
//! helper process with limits on memory and time, so that a hostile file ends the helper and never the app.

mod archive;
mod csv;
mod format;
mod grid;
pub mod limits;
mod ods;
mod process;
mod write;
mod xls;
mod xlsx;

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use format::Format;
pub use process::{HelperCommand, helper_main};
pub use write::write_whole;

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it stands.
    Text(String),
    /// A number; a date of an old .xls can hide in one.
    Number(f64),
    /// A day; a time of day is left out.
    Date(NaiveDate),
    /// Yes or no.
    Bool(bool),
}

impl Cell {
    /// What a person sees in the cell; a day is written `yyyy-mm-dd`.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => format!("{number}"),
            Self::Date(day) => day.to_string(),
            Self::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_string(),
        }
    }

    /// Whether it holds nothing but blanks.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Bool(_) => false,
        }
    }
}

/// Cells joined into one, by 0-based row and column of the sheet, all inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; empty for a text file.
    pub name: String,
    /// Its rows from `first_row` on; a row ends with its last cell that holds something.
    pub rows: Vec<Vec<Cell>>,
    /// 0-based row of the sheet that `rows` begins with.
    pub first_row: u32,
    /// Its merged cells; the text stands in the first cell of each.
    pub merged: Vec<Merged>,
}

/// The cells of a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    /// Its sheets, in their order.
    pub sheets: Vec<Sheet>,
}

/// Which limit a file breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// The file itself.
    File,
    /// What it unpacks to.
    Unpacked,
    /// Parts inside it.
    Parts,
    /// Columns of a sheet.
    Columns,
    /// Cells of all sheets.
    Cells,
    /// Characters in a cell.
    CellText,
    /// Text in all cells.
    Text,
    /// Sheets.
    Sheets,
    /// Memory that reading it would need.
    Memory,
}

/// Why a file gives no register. The code is stable; the words stand in the language files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SheetError {
    /// No such file.
    #[error("the file is not there")]
    FileMissing,
    /// It cannot be read, or its inside is damaged.
    #[error("the file cannot be read: {detail}")]
    Unreadable {
        /// What went wrong; for the log.
        detail: String,
    },
    /// It is protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Its end is missing.
    #[error("the file is cut off")]
    Truncated,
    /// It is larger than a register can be.
    #[error("the file is too big: {limit:?}")]
    TooBig {
        /// Which limit it breaks.
        limit: Limit,
    },
    /// It has more rows than a register can have.
    #[error("the file has too many rows")]
    TooManyRows,
    /// It is no spreadsheet, or of a kind that is not read.
    #[error("the file is no spreadsheet of a known kind")]
    UnsupportedFormat,
    /// Reading it took too long.
    #[error("reading the file took too long")]
    Timeout,
    /// It has no sheet of that name.
    #[error("there is no sheet {name:?}")]
    SheetMissing {
        /// The name.
        name: String,
    },
    /// No sheet of it looks like a register.
    #[error("the file is no register")]
    NotARegister,
}

impl SheetError {
    /// The stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileMissing => "file_missing",
            Self::Unreadable { .. } => "unreadable",
            Self::Encrypted => "encrypted",
            Self::Truncated => "truncated",
            Self::TooBig { .. } => "too_big",
            Self::TooManyRows => "too_many_rows",
            Self::UnsupportedFormat => "unsupported_format",
            Self::Timeout => "timeout",
            Self::SheetMissing { .. } => "sheet_missing",
            Self::NotARegister => "not_a_register",
        }
    }

    pub(crate) fn unreadable(detail: impl std::fmt::Display) -> Self {
        Self::Unreadable { detail: detail.to_string() }
    }

    pub(crate) fn too_big(limit: Limit) -> Self {
        Self::TooBig { limit }
    }
}

/// A file's cells and what tells it from other files.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadFile {
    /// Its name without its folder.
    pub name: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its cells.
    pub workbook: Workbook,
}

/// Reads a file: in a helper process, or, without one, in this process (for tests and trusted files only: a
/// hostile file can exhaust the memory).
///
/// # Errors
/// Any [`SheetError`] but `NotARegister` and `SheetMissing`.
pub fn read(path: &Path, helper: Option<&HelperCommand>) -> Result<ReadFile, SheetError> {
    let bytes = read_bytes(path)?;
    let sha256 = hex(&bytes);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let workbook = match helper {
        Some(helper) => {
            drop(bytes);
            process::read_through(helper, path)?
        }
        None => read_guarded(&bytes)?,
    };
    Ok(ReadFile { name, sha256, workbook })
}

/// Reads the bytes of a file in this process; a panic of a reader becomes an error.
///
/// # Errors
/// As for [`read`].
pub fn read_guarded(bytes: &[u8]) -> Result<Workbook, SheetError> {
    match catch_unwind(AssertUnwindSafe(|| parse(bytes))) {
        Ok(read) => read,
        Err(_) => Err(SheetError::unreadable("the reader gave up")),
    }
}

fn parse(bytes: &[u8]) -> Result<Workbook, SheetError> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(SheetError::too_big(Limit::File));
    }
    match format::of(bytes)? {
        Format::Xlsx => xlsx::read(bytes),
        Format::Ods => ods::read(bytes),
        Format::Xls => xls::read(bytes),
        Format::Text => csv::read(bytes),
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, SheetError> {
    let missing = std::io::ErrorKind::NotFound;
    let told = |error: std::io::Error| {
        if error.kind() == missing { SheetError::FileMissing } else { SheetError::unreadable(error) }
    };
    let found = std::fs::metadata(path).map_err(told)?;
    if !found.is_file() {
        return Err(SheetError::unreadable("not a file"));
    }
    if found.len() > limits::FILE_BYTES {
        return Err(SheetError::too_big(Limit::File));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(limits::FILE_BYTES.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(told)?;
    Ok(bytes)
}

fn hex(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
