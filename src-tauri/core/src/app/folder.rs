//! The data folder: where it lies, opened for writing or only asked.

use std::path::{Path, PathBuf};

use super::people::{actor_of, identify};
use super::{AppError, today};
use crate::access::Access;
use crate::clock::Clock;
use crate::domain::acting::needs_sign_in;
use crate::domain::change::Actor;
use crate::domain::rule::{Rule, RuleError};
use crate::register::Register;
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

/// Who asks a book that was read without the lock: the one whose login and password are given; nobody in particular
/// where nobody signs in.
///
/// # Errors
/// People sign in and no login was given; a wrong login or password; too many failures.
pub fn who_asks(
    folder: &Path,
    register: &Register,
    login: Option<(&str, &str)>,
    clock: &dyn Clock,
) -> Result<Actor, AppError> {
    let Some((login, password)) = login else {
        let refused = || RuleError::refused(Rule::SignInNeeded).into();
        return if needs_sign_in(register) { Err(refused()) } else { Ok(Actor::representative()) };
    };
    let id = identify(register, &Access::beside(folder), login, password, clock.now())?;
    let day = today(register, None, clock);
    actor_of(register, id, day).ok_or_else(|| RuleError::refused(Rule::SignInNeeded).into())
}

/// Whether the error says that another process holds the folder.
pub fn is_locked(error: &AppError) -> bool {
    matches!(error, AppError::Store(StoreError::Locked { .. }))
}
