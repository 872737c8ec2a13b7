//! Reading a folder that another process may be writing: the journal alone, without the lock.

use std::path::{Path, PathBuf};

use super::ledger::Ledger;
use super::{Loaded, StoreError, StoredEntry, TrailQuery};
use crate::journal::scan::{self, Condition, Place};
use crate::journal::writer::Reader;
use crate::journal::{self, entry};

/// The book as the journal tells it, at the moment it was read.
#[derive(Debug)]
pub struct JournalBook {
    folder: PathBuf,
    ledger: Ledger,
    places: Vec<Place>,
}

/// Reads the journal of a folder and writes nothing. An entry that is being written just now is not yet there; a
/// folder that does not exist has an empty book.
///
/// # Errors
/// The journal cannot be read, is newer than this program, or is damaged.
pub fn read_journal(folder: &Path) -> Result<JournalBook, StoreError> {
    let folder = folder.join(journal::FOLDER);
    let mut ledger = Ledger::default();
    let mut failed = None;
    let scan = scan::scan(&folder, &mut |seq, payload| {
        if failed.is_none() {
            let applied = entry::decode(payload).map_err(|error| error.to_string());
            let applied = applied
                .and_then(|entry| ledger.register_mut().apply(&entry.set).map_err(|error| error.to_string()));
            failed = applied.err().map(|what| StoreError::Corrupt { what, seq: Some(seq) });
        }
    })
    .map_err(StoreError::of("reading", &folder))?;
    if let Some(found) = scan.newer {
        return Err(StoreError::NewerVersion { found, known: entry::VERSION });
    }
    if scan.condition() == Condition::Damaged {
        let seq = scan.faults.first().map(|fault| fault.seq);
        return Err(StoreError::Corrupt { what: "the journal is damaged".into(), seq });
    }
    if let Some(failed) = failed {
        return Err(failed);
    }
    scan.entries.values().for_each(|found| ledger.index_head(found.hash, &found.head));
    let places = scan.entries.values().map(|found| found.place).collect();
    Ok(JournalBook { folder, ledger, places })
}

impl JournalBook {
    /// The book.
    pub fn load(&self) -> Loaded {
        self.ledger.loaded()
    }

    /// The entries that the query asks for, in order.
    ///
    /// # Errors
    /// The journal cannot be read, or was changed since.
    pub fn trail(&self, query: &TrailQuery) -> Result<Vec<StoredEntry>, StoreError> {
        stored(&self.folder, &self.ledger, &self.places, query)
    }
}

/// Reads the entries that a query asks for back from a journal.
pub(super) fn stored(
    journal: &Path,
    ledger: &Ledger,
    places: &[Place],
    query: &TrailQuery,
) -> Result<Vec<StoredEntry>, StoreError> {
    let mut reader = Reader::new(journal);
    let mut read = |seq: u64| {
        let corrupt = |what: String| StoreError::Corrupt { what, seq: Some(seq) };
        let index = seq.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        let place = index.and_then(|index| places.get(index)).copied();
        let (Some(place), Some(hash)) = (place, ledger.hash(seq)) else {
            return Err(corrupt("the entry has no place".into()));
        };
        let payload = reader.payload(place, hash).map_err(StoreError::of("reading", journal))?;
        let payload = payload.ok_or_else(|| corrupt("the entry was changed".into()))?;
        let entry = entry::decode(&payload).map_err(|error| corrupt(error.to_string()))?;
        Ok(StoredEntry { entry, hash })
    };
    ledger.places(query).into_iter().map(&mut read).collect()
}
