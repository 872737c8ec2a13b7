//! Opening a folder.

use std::path::Path;
use std::time::Duration;

use uuid::Uuid;

use super::SledStore;
use super::book::{self, Book, Synced};
use super::watch::Worker;
use crate::clock::SystemIds;
use crate::domain::ids::IdSource;
use crate::journal;
use crate::journal::scan::{self, Condition};
use crate::journal::writer::Writer;
use crate::lock::{FolderLock, LockError};
use crate::platform::create_private_folder;
use crate::store::StoreError;
use crate::store::ledger::{Ledger, State};

/// How a folder is opened.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {}

impl SledStore {
    /// Opens the store in that folder, and creates it where there is none.
    ///
    /// # Errors
    /// Another process holds the folder; it cannot be written; it is newer than this program, or damaged.
    pub fn open(folder: &Path, _options: &OpenOptions) -> Result<Self, StoreError> {
        create_private_folder(folder).map_err(StoreError::of("creating", folder))?;
        let lock = FolderLock::take(folder).map_err(|error| match error {
            LockError::Held => StoreError::Locked { path: folder.into() },
            LockError::Io(error) => StoreError::of("locking", folder)(error),
        })?;
        let journal_folder = folder.join(journal::FOLDER);
        let failed = || StoreError::of("opening", &journal_folder);
        create_private_folder(&journal_folder).map_err(failed())?;
        let found = scan::scan(&journal_folder, &mut |_, _| {}).map_err(failed())?;
        let store_id = found.store_id.unwrap_or_else(|| fresh_id());
        let journal = match (found.condition(), found.end) {
            (Condition::Damaged, _) => {
                return Err(StoreError::Corrupt { what: "the journal".into(), seq: None });
            }
            (_, Some(end)) => Writer::go_on(&journal_folder, store_id, end),
            (_, None) => Writer::begin(&journal_folder, store_id),
        }
        .map_err(failed())?;
        let mut ledger = Ledger::default();
        for entry in found.entries.values() {
            ledger.index_head(entry.hash, &entry.head);
        }
        let places = found.entries.values().map(|entry| entry.place).collect();
        let worker = Worker::start("book").map_err(StoreError::of("starting a thread for", folder))?;
        let book_folder = folder.join(book::FOLDER);
        let path = book_folder.clone();
        let opened = worker.run(Duration::from_secs(20), move || Book::open(&path));
        let damaged = |what: String| StoreError::Corrupt { what, seq: None };
        let book = match opened {
            Ok(Ok(book)) => book,
            other => return Err(damaged(format!("{:?}", other.err()))),
        };
        let register = ledger.register_mut();
        book.records(&mut |image| match image.state {
            State::Standing(record) => register.load(record, image.revision),
            State::Removed(fields) => register.load_removed(image.kind, image.id, image.revision, fields),
        })
        .map_err(|error| damaged(error.to_string()))?;
        let applied = book.applied().map_err(|error| damaged(error.to_string()))?;
        if applied.map_or(0, |applied| applied.seq) != ledger.seq() {
            return Err(damaged("journal and book differ".into()));
        }
        let synced = Synced::open(&book_folder).map_err(StoreError::of("opening", &book_folder))?;
        Ok(Self {
            folder: folder.into(),
            store_id,
            ledger,
            places,
            journal,
            worker,
            book: Some(book),
            synced,
            broken: false,
            _lock: lock,
        })
    }
}

fn fresh_id() -> Uuid {
    SystemIds.fresh()
}
