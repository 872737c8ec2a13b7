//! The register as a table, and the table as a file that a spreadsheet opens.
//!
//! Both formats can be imported again: headers and labels are those that an import recognises.

mod csv;
mod register;
mod whole;
mod words;
mod xlsx;

use std::borrow::Cow;
use std::io;
use std::path::Path;

use chrono::NaiveDate;

pub use register::register_table;

use crate::words::Lang;

/// A report in rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is, with the office and the day; a property of the file and its printed heading.
    pub title: String,
    /// The day it stands for.
    pub as_of: NaiveDate,
    /// One header for each column.
    pub headers: Vec<String>,
    /// The rows, each with a field for every header.
    pub rows: Vec<Vec<Field>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// Nothing.
    Empty,
    /// Text, never a formula.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A running number.
    Number(u32),
}

impl Field {
    fn text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text.to_string()) }
    }

    fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }
}

/// Why a table was not written. The file that stood there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file's ending is none that can be written.
    #[error("{path} ends in none of .xlsx, .csv")]
    UnknownEnding {
        /// The file.
        path: String,
    },
    /// The system refused.
    #[error("{path} could not be written")]
    Write {
        /// The file.
        path: String,
        /// Why.
        #[source]
        source: io::Error,
    },
}

#[derive(Clone, Copy)]
enum Format {
    Xlsx,
    Csv,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// Writes a table in the format of the file's ending, whole or not at all.
///
/// # Errors
/// The ending is unknown, or the file cannot be written.
pub fn export(path: &Path, table: &Table, lang: Lang) -> Result<(), ExportError> {
    let shown = || path.display().to_string();
    let format = Format::of(path).ok_or_else(|| ExportError::UnknownEnding { path: shown() })?;
    let written = whole::write(path, |folder, file| match format {
        Format::Xlsx => xlsx::write(table, lang, folder, file),
        Format::Csv => csv::write(table, lang, file),
    });
    written.map_err(|source| ExportError::Write { path: shown(), source })
}

/// The text as a cell can hold it: line breaks as one sign, and none of the signs that files of tables forbid.
fn cell_text(text: &str) -> Cow<'_, str> {
    let forbidden =
        |c: char| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    if !text.contains(forbidden) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(lines.replace(forbidden, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_keeps_its_lines_and_loses_forbidden_signs() {
        assert!(matches!(cell_text("zażółć\n\tgęślą"), Cow::Borrowed("zażółć\n\tgęślą")));
        assert_eq!(cell_text("a\r\nb\rc\u{0}\u{7}\u{ffff}d\u{85}"), "a\nb\ncd");
    }

    #[test]
    fn the_ending_names_the_format_in_capitals_too() {
        assert!(matches!(Format::of(Path::new("REJESTR.XLSX")), Some(Format::Xlsx)));
        assert!(matches!(Format::of(Path::new("a.b.csv")), Some(Format::Csv)));
        for other in ["rejestr", "rejestr.xls", "rejestr.ods", ".csv"] {
            assert!(Format::of(Path::new(other)).is_none(), "{other}");
        }
    }
}
