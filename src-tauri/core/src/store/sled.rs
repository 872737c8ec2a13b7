//! The store in a folder: a journal that is the truth, and sled beside it for the records as they stand.

mod book;
mod codec;
mod open;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use uuid::Uuid;

pub use self::open::OpenOptions;

use self::book::{Book, Entry, Synced};
use self::watch::Worker;
use super::ledger::Ledger;
use super::{Loaded, Receipt, Store, StoreError, StoredEntry, TrailQuery};
use crate::domain::change::{ChangeSet, TrailEntry};
use crate::journal::scan::Place;
use crate::journal::writer::{AppendError, Reader, Writer};
use crate::journal::{self, entry};
use crate::lock::FolderLock;

/// How long sled may take for a commit, and a further second for each megabyte.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store in a folder.
pub struct SledStore {
    folder: PathBuf,
    store_id: Uuid,
    ledger: Ledger,
    places: Vec<Place>,
    journal: Writer,
    worker: Worker,
    /// Gone once the store is closed.
    book: Option<Book>,
    synced: Synced,
    /// Set by a failure whose outcome only opening again can tell.
    broken: bool,
    /// Last, so that the folder is free only when all else is done.
    _lock: FolderLock,
}

impl std::fmt::Debug for SledStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SledStore").field("folder", &self.folder).field("seq", &self.ledger.seq()).finish()
    }
}

impl SledStore {
    /// Whether a failure made the store read-only until it is opened again.
    pub fn is_read_only(&self) -> bool {
        self.broken
    }

    /// The steps behind the journal's append: from here on nothing is taken back, and a failure leaves the
    /// outcome to the next opening.
    fn settle(&mut self, entry: Entry, images: Vec<super::ledger::Image>) -> Result<(), String> {
        self.journal.sync().map_err(|error| format!("syncing the journal: {error}"))?;
        let (book, store_id) = (self.book.clone().ok_or("the book is closed")?, self.store_id);
        let patience = PATIENCE.saturating_add(Duration::from_secs((entry.payload.len() >> 20) as u64));
        let written = self.worker.run(patience, move || book.write(&entry, &images, store_id));
        match written {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return Err(error.to_string()),
            Err(lost) => return Err(format!("sled: {lost:?}")),
        }
        self.synced.sync().map_err(|error| format!("syncing the book: {error}"))
    }

    fn place(&self, seq: u64) -> Option<Place> {
        self.places.get(usize::try_from(seq.checked_sub(1)?).ok()?).copied()
    }
}

impl Store for SledStore {
    fn load(&self) -> Result<Loaded, StoreError> {
        Ok(self.ledger.loaded())
    }

    fn changes_since(&self, seq: u64) -> Result<Vec<TrailEntry>, StoreError> {
        let stored = self.trail(&TrailQuery { after: seq, ..TrailQuery::ALL })?;
        Ok(stored.into_iter().map(|stored| stored.entry).collect())
    }

    fn commit(&mut self, set: &ChangeSet) -> Result<Receipt, StoreError> {
        if let Some(receipt) = self.ledger.repeated(set.command) {
            return Ok(receipt);
        }
        if self.broken {
            return Err(StoreError::ReadOnly);
        }
        let mut prepared = self.ledger.prepare(set)?;
        let place = match self.journal.append(prepared.seq, prepared.hash, &prepared.payload) {
            Ok(place) => place,
            Err(AppendError::Refused(error)) => {
                let path = self.folder.join(journal::FOLDER);
                return Err(StoreError::of("appending to", &path)(error));
            }
            Err(AppendError::Broken(error)) => {
                self.broken = true;
                return Err(StoreError::Unsettled { what: format!("appending to the journal: {error}") });
            }
        };
        let payload = std::mem::take(&mut prepared.payload);
        let entry = Entry { seq: prepared.seq, hash: prepared.hash, payload };
        let images = std::mem::take(&mut prepared.images);
        let settled = self.settle(entry, images).and_then(|()| {
            let accepted = self.ledger.accept(set, prepared);
            accepted.map_err(|error| error.to_string())
        });
        match settled {
            Ok(receipt) => {
                self.places.push(place);
                Ok(receipt)
            }
            Err(what) => {
                self.broken = true;
                tracing::error!(%what, "the store is read-only until it is opened again");
                Err(StoreError::Unsettled { what })
            }
        }
    }

    fn trail(&self, query: &TrailQuery) -> Result<Vec<StoredEntry>, StoreError> {
        let path = self.folder.join(journal::FOLDER);
        let mut reader = Reader::new(&path);
        let mut stored = Vec::new();
        for seq in self.ledger.places(query) {
            let corrupt = |what: String| StoreError::Corrupt { what, seq: Some(seq) };
            let (Some(place), Some(hash)) = (self.place(seq), self.ledger.hash(seq)) else {
                return Err(corrupt("the entry has no place".into()));
            };
            let payload = reader.payload(place, hash).map_err(StoreError::of("reading", &path))?;
            let payload = payload.ok_or_else(|| corrupt("the entry was changed".into()))?;
            let entry = entry::decode(&payload).map_err(|error| corrupt(error.to_string()))?;
            stored.push(StoredEntry { entry, hash });
        }
        Ok(stored)
    }
}

impl Drop for SledStore {
    fn drop(&mut self) {
        let Some(book) = self.book.take() else { return };
        let closed = self.worker.run(PATIENCE, move || book.flush());
        if !matches!(closed, Ok(Ok(()))) {
            tracing::warn!(?closed, "the book was not closed in order");
        }
    }
}
