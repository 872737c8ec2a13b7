//! Putting a repaired journal in the place of a damaged one.
//!
//! The repaired journal is written whole into a folder beside, synced, and only then takes the damaged one's
//! name; the damaged one stays under another. Whatever moment the power fails, [`settle`] finds one of the two.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::FOLDER;
use super::hash::Hash;
use super::writer::{AppendError, Writer};
use crate::platform::{create_private_folder, sync_folder};

const HALF_WRITTEN: &str = "journal.writing";
const WRITTEN: &str = "journal.written";

/// Finishes or forgets a replacement that was interrupted.
///
/// # Errors
/// A folder cannot be renamed or removed.
pub fn settle(data: &Path) -> io::Result<()> {
    let (journal, written, half) = (data.join(FOLDER), data.join(WRITTEN), data.join(HALF_WRITTEN));
    if half.exists() {
        fs::remove_dir_all(&half)?;
    }
    if written.exists() {
        if journal.exists() {
            // The damaged journal had not yet given up its name: the repair begins anew.
            fs::remove_dir_all(&written)?;
        } else {
            fs::rename(&written, &journal)?;
        }
        sync_folder(data)?;
    }
    Ok(())
}

/// Writes a new journal of those entries and puts it in place; the former one goes to `quarantine`.
///
/// # Errors
/// Any step; the former journal is then still in place, or [`settle`] puts the new one there.
pub fn replace(
    data: &Path,
    store_id: Uuid,
    quarantine: &Path,
    entries: impl Iterator<Item = io::Result<Vec<u8>>>,
) -> io::Result<()> {
    let (journal, written, half) = (data.join(FOLDER), data.join(WRITTEN), data.join(HALF_WRITTEN));
    create_private_folder(&half)?;
    let mut writer = Writer::begin(&half, store_id)?;
    for (seq, payload) in (1..).zip(entries) {
        let payload = payload?;
        writer.append(seq, Hash::of(&payload), &payload).map_err(|error| match error {
            AppendError::Refused(error) | AppendError::Broken(error) => error,
        })?;
    }
    writer.sync()?;
    drop(writer);
    sync_folder(&half)?;
    fs::rename(&half, &written)?;
    sync_folder(data)?;
    if journal.exists() {
        fs::rename(&journal, quarantine)?;
    }
    fs::rename(&written, &journal)?;
    sync_folder(data)
}

/// A name that nothing has yet: `<what>.quarantine.<time>`, with a number behind it if need be.
pub fn quarantine_name(data: &Path, what: &str, time: &str) -> PathBuf {
    let plain = data.join(format!("{what}.quarantine.{time}"));
    if !plain.exists() {
        return plain;
    }
    (2_u32..)
        .map(|number| data.join(format!("{what}.quarantine.{time}.{number}")))
        .find(|path| !path.exists())
        .unwrap_or(plain)
}
