//! The store in a folder: a journal that is the truth, and sled beside it for the records as they stand.

mod book;
mod clean;
mod codec;
mod merge;
mod open;
mod probe;
mod reading;
mod repair;
mod verify;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use uuid::Uuid;

pub use self::open::{AnchorState, OpenOptions, Opened, Repair};
pub use self::probe::{ProbeCommand, probe_main};
pub use self::verify::{verify, verify_with};

use self::book::{Book, Entry, Synced};
use self::watch::Worker;
use super::beside::stored;
use super::ledger::{Image, Ledger};
use super::{Integrity, Loaded, Receipt, Store, StoreError, StoredEntry, TrailQuery};
use crate::anchor::{Anchor, Anchored};
use crate::domain::change::{ChangeSet, TrailEntry};
use crate::journal;
use crate::journal::scan::Place;
use crate::journal::writer::{AppendError, Writer};
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
    anchor: Option<Anchor>,
    anchors: Option<PathBuf>,
    opened: Opened,
    /// What was accepted and is still to be said in the trail.
    accepted: Option<String>,
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

    /// What opening found and did.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// The identity of the store.
    pub fn id(&self) -> Uuid {
        self.store_id
    }

    /// Remembers outside the folder how long the trail is. What fails here harms no entry.
    fn set_anchor(&mut self, anchored: Anchored) {
        let Some(anchor) = &mut self.anchor else { return };
        if let Err(error) = anchor.write(anchored) {
            tracing::warn!(%error, "the anchor cannot be kept any more");
            self.anchor = None;
        }
    }

    /// The steps behind the journal's append: from here on nothing is taken back, and a failure leaves the
    /// outcome to the next opening.
    fn settle(&mut self, entry: Entry, images: Vec<Image>) -> Result<(), String> {
        self.journal.sync().map_err(|error| format!("syncing the journal: {error}"))?;
        let anchored = Anchored { count: entry.seq, head: entry.hash };
        let (book, store_id) = (self.book.clone().ok_or("the book is closed")?, self.store_id);
        let patience = PATIENCE.saturating_add(Duration::from_secs((entry.payload.len() >> 20) as u64));
        let written = self.worker.run(patience, move || book.write(&entry, &images, store_id));
        match written {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return Err(error.to_string()),
            Err(lost) => return Err(format!("sled: {lost:?}")),
        }
        self.synced.sync().map_err(|error| format!("syncing the book: {error}"))?;
        self.set_anchor(anchored);
        Ok(())
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
        stored(&self.folder.join(journal::FOLDER), &self.ledger, &self.places, query)
    }

    fn check(&self) -> Result<Integrity, StoreError> {
        let book = self.book.clone().ok_or(StoreError::ReadOnly)?;
        let read = self.worker.run(verify::PATIENCE, move || reading::of(&book));
        let read = match read {
            Ok(read) => read.map_err(|error| error.to_string()),
            Err(lost) => Err(format!("{lost:?}")),
        };
        verify::Finding::default().check(&self.folder, Some(read), self.anchors.clone())
    }
}

impl Drop for SledStore {
    fn drop(&mut self) {
        let Some(book) = self.book.take() else { return };
        let closed = self.worker.run(PATIENCE, move || book.flush());
        if self.broken || !matches!(closed, Ok(Ok(()))) {
            tracing::warn!(?closed, "the book was not closed in order");
            return;
        }
        let now = Anchored { count: self.ledger.seq(), head: self.ledger.head() };
        let left = self.synced.sync().and_then(|()| {
            self.anchor.as_mut().map_or(Ok(()), Anchor::sync)?;
            clean::leave(&self.folder, now)
        });
        if let Err(error) = left {
            tracing::warn!(%error, "the next opening looks closely");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::journal::writer::SegmentFile;
    use crate::store::conformance::{case, put, set};

    /// What the disk does wrong.
    #[derive(Clone, Copy, PartialEq)]
    enum Fault {
        /// It takes the first bytes of a write and is then full.
        Full,
        /// It is full, and cannot take back what it took.
        FullForGood,
        /// It fails to sync.
        NoSync,
    }

    struct Faulty {
        file: Box<dyn SegmentFile>,
        fault: Fault,
        left: u32,
    }

    impl SegmentFile for Faulty {
        fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
            if self.fault == Fault::NoSync || self.left == 0 {
                return self.file.write_at(offset, bytes);
            }
            self.left -= 1;
            self.file.write_at(offset, &bytes[..bytes.len() / 2])?;
            Err(io::ErrorKind::StorageFull.into())
        }

        fn sync(&mut self) -> io::Result<()> {
            if self.fault == Fault::NoSync && self.left > 0 {
                self.left -= 1;
                return Err(io::Error::other("input/output error"));
            }
            self.file.sync()
        }

        fn cut(&mut self, len: u64) -> io::Result<()> {
            if self.fault == Fault::FullForGood {
                Err(io::ErrorKind::Other.into())
            } else {
                self.file.cut(len)
            }
        }
    }

    fn opened(root: &std::path::Path) -> SledStore {
        let options = OpenOptions { anchors: Some(root.join("anchors")), ..OpenOptions::default() };
        SledStore::open(&root.join("data"), &options).unwrap()
    }

    fn save(store: &mut SledStore, number: u128) -> Result<Receipt, StoreError> {
        let change = put(&store.load().unwrap().register, &case(number, "sprawa")).unwrap();
        store.commit(&set(number, vec![change]))
    }

    fn failing(store: &mut SledStore, fault: Fault) {
        store.journal.replace_file(|file| Box::new(Faulty { file, fault, left: 1 }));
    }

    #[test]
    fn a_full_disk_refuses_whole_and_the_store_goes_on() {
        let root = tempfile::tempdir().unwrap();
        let mut store = opened(root.path());
        save(&mut store, 1).unwrap();
        failing(&mut store, Fault::Full);
        assert!(matches!(save(&mut store, 2), Err(StoreError::DiskFull { .. })));
        assert_eq!(store.load().unwrap().seq, 1);
        assert!(store.check().unwrap().ok, "nothing half is left");
        assert_eq!(save(&mut store, 2).unwrap().seq, 2, "there is space again");
        drop(store);
        let store = opened(root.path());
        assert_eq!((store.load().unwrap().seq, &store.opened().repairs[..]), (2, &[][..]));
    }

    #[test]
    fn after_a_failure_with_an_open_outcome_the_store_is_read_only_until_it_is_opened_again() {
        for (fault, found) in [(Fault::NoSync, 2), (Fault::FullForGood, 1)] {
            let root = tempfile::tempdir().unwrap();
            let mut store = opened(root.path());
            save(&mut store, 1).unwrap();
            failing(&mut store, fault);
            assert!(matches!(save(&mut store, 2), Err(StoreError::Unsettled { .. })));
            assert!(matches!(save(&mut store, 2), Err(StoreError::ReadOnly)), "a sync is never tried again");
            assert!(save(&mut store, 1).unwrap().repeated, "what is durable may still be asked for");
            assert_eq!(store.load().unwrap().seq, 1);
            drop(store);
            let mut store = opened(root.path());
            assert!(!store.opened().was_clean);
            assert_eq!(store.load().unwrap().seq, found, "opening again decides");
            let retried = save(&mut store, 2).unwrap();
            assert_eq!((retried.seq, retried.repeated), (2, found == 2), "a retry is safe");
            assert!(store.check().unwrap().ok);
        }
    }
}
