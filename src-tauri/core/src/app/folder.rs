//! The data folder: where it lies, opened for writing or only asked.

use std::path::{Path, PathBuf};

use super::AppError;
use crate::store::{JournalBook, OpenOptions, SledStore, Store, StoreError, read_journal};

/// The folder's name below the platform's data directory.
const NAME: &str = "capa-desk";

/// The data folder: as asked, else `CAPA_DATA`, else the platform's data directory. The window and the command
/// line take the same three.
pub fn resolve(asked: Option<PathBuf>) -> Option<PathBuf> {
    let named = || std::env::var_os("CAPA_DATA").filter(|value| !value.is_empty()).map(PathBuf::from);
    let platform = || Some(directories::BaseDirs::new()?.data_local_dir().join(NAME));
    asked.or_else(named).or_else(platform)
}

/// Opens the folder for writing; creates it where there is none. One process holds it at a time.
///
/// # Errors
/// Held by another process, not writable, damaged beyond repair, or written by a newer program.
pub fn open(folder: &Path, options: &OpenOptions) -> Result<Box<dyn Store>, AppError> {
    Ok(Box::new(SledStore::open(folder, options)?))
}

/// Whether a book lies in the folder. Questions to a folder without one answer empty.
pub fn holds_book(folder: &Path) -> bool {
    folder.join("journal").is_dir()
}

/// The book for questions only, with its trail: read from the journal, without the lock, beside an open window
/// too. `None` where there is no book yet.
///
/// # Errors
/// The journal cannot be read.
pub fn ask(folder: &Path) -> Result<Option<JournalBook>, AppError> {
    if holds_book(folder) { Ok(Some(read_journal(folder)?)) } else { Ok(None) }
}

/// Whether the error says that another process holds the folder.
pub fn is_locked(error: &AppError) -> bool {
    matches!(error, AppError::Store(StoreError::Locked { .. }))
}
