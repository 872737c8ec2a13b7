//! Opening a folder: what a clean stop left is taken as it is; after anything else, journal and book are held
//! against each other entry by entry, and either is made anew from the other where it must be.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use super::book::{self, Book, BookError, Synced};
use super::merge::{self, Chosen, From};
use super::probe::{self, ProbeCommand, Probed};
use super::reading::{self, Reading};
use super::watch::Worker;
use super::{SledStore, clean, repair};
use crate::anchor::{self, Anchor, Anchored, Verdict};
use crate::clock::{Clock, SystemClock, SystemIds};
use crate::domain::change::{Actor, ChangeSet};
use crate::domain::ids::{CommandId, IdSource};
use crate::journal::rewrite::{self, quarantine_name};
use crate::journal::scan::{self, Condition, Scan};
use crate::journal::writer::Writer;
use crate::journal::{self, Hash};
use crate::lock::{FolderLock, LockError};
use crate::platform::{create_private_folder, sync_folder};
use crate::register::Register;
use crate::store::ledger::Ledger;
use crate::store::{Store, StoreError};

/// How long sled may take to open.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a folder is opened.
#[derive(Clone)]
pub struct OpenOptions {
    /// Go on although the trail is shorter than it was, or another. The trail says so from then on.
    pub accept_history: bool,
    /// How this program tries a book in a helper process; without it, the book is tried in this one.
    pub probe: Option<ProbeCommand>,
    /// Where anchors lie, if not where the platform keeps an app's state.
    pub anchors: Option<PathBuf>,
    /// Tells the time for the names of what is put aside.
    pub clock: Arc<dyn Clock>,
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self { accept_history: false, probe: None, anchors: None, clock: Arc::new(SystemClock) }
    }
}

/// What opening found and did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The folder was empty.
    pub created: bool,
    /// The last process stopped in order.
    pub was_clean: bool,
    /// What was put right, in order.
    pub repairs: Vec<Repair>,
    /// The anchor.
    pub anchor: AnchorState,
}

/// Something that opening put right. Nothing that was durable is lost by any of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// A write that was cut off was taken off the journal's end; it was never acknowledged.
    TailCut,
    /// The journal was made anew from its sound entries and the book's.
    JournalRepaired {
        /// Where the damaged one is kept.
        quarantine: PathBuf,
    },
    /// The book was made anew from the journal.
    BookRebuilt {
        /// Where the damaged one is kept, if there was one.
        quarantine: Option<PathBuf>,
    },
    /// Entries that were durable in the journal were taken into the book.
    Replayed {
        /// How many.
        entries: u64,
    },
    /// A trail that is not the one it was is accepted.
    HistoryAccepted,
}

/// How the anchor was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnchorState {
    /// It agrees with the trail.
    Kept,
    /// There was none for this folder at this place; it was made.
    Begun,
    /// It cannot be kept: a tail that is cut off would not show.
    Unavailable {
        /// Why.
        why: String,
    },
}

impl SledStore {
    /// Opens the store in that folder, and creates it where there is none.
    ///
    /// # Errors
    /// Another process holds the folder ([`StoreError::Locked`]); it cannot be written; it is newer than this
    /// program; journal and book are damaged at the same entry ([`StoreError::Corrupt`]); the trail is not the
    /// one that the anchor remembers ([`StoreError::HistoryCut`], [`StoreError::HistoryRewritten`]). Nothing
    /// that a folder holds is changed by a refusal.
    pub fn open(folder: &Path, options: &OpenOptions) -> Result<Self, StoreError> {
        create(folder).map_err(StoreError::of("creating", folder))?;
        let lock = FolderLock::take(folder).map_err(|error| match error {
            LockError::Held => StoreError::Locked { path: folder.into() },
            LockError::Io(error) => StoreError::of("locking", folder)(error),
        })?;
        let opening = Opening::new(folder, options)?;
        let mut store = opening.run(lock)?;
        if let Some(reason) = store.accepted.take() {
            store.commit(&ChangeSet {
                command: CommandId(SystemIds.fresh()),
                at: options.clock.now(),
                actor: Actor::system(),
                what: "history_accepted".into(),
                reason: Some(reason),
                changes: Vec::new(),
            })?;
        }
        Ok(store)
    }
}

/// An opening on its way.
pub(super) struct Opening<'a> {
    pub folder: &'a Path,
    pub options: &'a OpenOptions,
    pub journal: PathBuf,
    pub book: PathBuf,
    pub worker: Worker,
    pub repairs: Vec<Repair>,
    anchors: Option<PathBuf>,
}

/// The history that journal and book hold together.
struct History {
    store_id: Uuid,
    chosen: Vec<Chosen>,
    anchored: Option<Anchored>,
    anchor_path: Result<PathBuf, String>,
    /// What is accepted although the anchor remembers another history.
    accepted: Option<String>,
}

impl<'a> Opening<'a> {
    fn new(folder: &'a Path, options: &'a OpenOptions) -> Result<Self, StoreError> {
        Ok(Self {
            folder,
            options,
            journal: folder.join(journal::FOLDER),
            book: folder.join(book::FOLDER),
            worker: new_worker(folder)?,
            repairs: Vec::new(),
            anchors: options.anchors.clone().or_else(anchor::folder),
        })
    }

    fn run(mut self, lock: FolderLock) -> Result<SledStore, StoreError> {
        fn failed(path: &Path) -> impl FnOnce(std::io::Error) -> StoreError + use<> {
            StoreError::of("opening", path)
        }
        rewrite::settle(self.folder).map_err(failed(self.folder))?;
        let mark = clean::take(self.folder).map_err(failed(self.folder))?;
        let mut scan = self.scan()?;
        let sound = scan.condition() == Condition::Clean;
        let was_clean = sound && mark == Some(Anchored { count: scan.last_seq(), head: scan.head() });
        let created = scan.condition() == Condition::Absent && !self.book.exists();
        book::tidy(&self.book).map_err(failed(&self.book))?;
        let spare = if scan.condition() == Condition::Damaged { self.copy_book()? } else { None };
        let read = self.read_book(was_clean)?;
        let fast = was_clean && agrees(&scan, read.as_ref());
        let history = self.history(&scan, read.as_ref(), fast)?;
        if history.accepted.is_some() {
            self.keep_journal()?;
            self.repairs.push(Repair::HistoryAccepted);
        }
        if !fast && repair::journal_differs(&scan, &history.chosen) {
            self.repair_journal(&history, read.as_ref().map(|(book, _)| book))?;
            scan = self.scan()?;
        }
        let journal = self.journal_writer(&scan, history.store_id)?;
        let (book, register) = match read {
            Some((book, reading)) if fast => (book, reading.register.unwrap_or_default()),
            read => repair::bring_up(&mut self, &history.chosen, history.store_id, read)?,
        };
        if let Some(spare) = spare {
            self.forget_spare(&spare);
        }
        let mut ledger = Ledger::of(register);
        scan.entries.values().for_each(|found| ledger.index_head(found.hash, &found.head));
        let now = Anchored { count: ledger.seq(), head: ledger.head() };
        let (anchor, anchor_state) = hold_anchor(&history, now, created);
        let synced = Synced::open(&self.book).map_err(failed(&self.book))?;
        if !self.repairs.is_empty() {
            tracing::warn!(repairs = ?self.repairs, "the folder was put right");
        }
        Ok(SledStore {
            folder: self.folder.into(),
            store_id: history.store_id,
            ledger,
            places: scan.entries.values().map(|found| found.place).collect(),
            journal,
            worker: self.worker,
            book: Some(book),
            synced,
            anchor,
            anchors: self.anchors,
            opened: Opened { created, was_clean, repairs: self.repairs, anchor: anchor_state },
            accepted: history.accepted,
            broken: false,
            _lock: lock,
        })
    }

    /// Reads the journal.
    fn scan(&self) -> Result<Scan, StoreError> {
        let scan = scan::scan(&self.journal, &mut |_, _| {});
        let scan = scan.map_err(StoreError::of("reading", &self.journal))?;
        match scan.newer {
            Some(found) => Err(newer(found)),
            None => Ok(scan),
        }
    }

    /// Opens and reads the book; `None` when there is none, or none that can be used.
    fn read_book(&mut self, was_clean: bool) -> Result<Option<(Book, Reading)>, StoreError> {
        if !self.book.exists() {
            return Ok(None);
        }
        let probed = match &self.options.probe {
            Some(command) if !was_clean => probe::run(command, &self.book),
            _ => Probed::Unknown,
        };
        match probed {
            Probed::Good | Probed::Unknown => {}
            Probed::Bad => return Ok(None),
            Probed::Full => return Err(StoreError::DiskFull { path: self.book.clone() }),
        }
        let path = self.book.clone();
        match self.worker.run(PATIENCE, move || reading::read(&path)) {
            Ok(Ok(read)) => Ok(Some(read)),
            Ok(Err(BookError::Newer(found))) => Err(newer(found)),
            Ok(Err(error)) if error.is_full() => Err(StoreError::DiskFull { path: self.book.clone() }),
            Ok(Err(error)) if error.is_locked() => Err(StoreError::Locked { path: self.book.clone() }),
            Ok(Err(error)) => {
                tracing::warn!(%error, "the book cannot be used");
                Ok(None)
            }
            Err(lost) => {
                tracing::warn!(?lost, "the book cannot be used");
                self.worker = new_worker(self.folder)?;
                Ok(None)
            }
        }
    }

    /// Merges journal and book, and holds the result against the anchor.
    fn history(
        &self,
        scan: &Scan,
        read: Option<&(Book, Reading)>,
        fast: bool,
    ) -> Result<History, StoreError> {
        let reading = read.map(|(_, reading)| reading);
        let known = scan.store_id.or(reading.and_then(|reading| reading.store_id));
        let store_id = known.unwrap_or_else(|| SystemIds.fresh());
        let anchor_path = match &self.anchors {
            Some(anchors) => anchor::path(anchors, store_id, self.folder).map_err(|error| error.to_string()),
            None => Err("this person has no home folder".into()),
        };
        let anchored = anchor_path.as_ref().ok().and_then(|path| match anchor::read(path) {
            Ok(anchored) => anchored,
            Err(error) => {
                tracing::warn!(%error, "the anchor cannot be read");
                None
            }
        });
        let chosen = if fast {
            let all = scan.entries.values();
            all.map(|found| Chosen { hash: found.hash, from: From::Journal }).collect()
        } else {
            let merged = merge::merge(scan, &trusted_trail(reading), anchored);
            merged.map_err(|seq| StoreError::Corrupt {
                what: format!("entry {seq} is sound in neither the journal nor the book"),
                seq: Some(seq),
            })?
        };
        let accepted = self.judge(&chosen, anchored)?;
        Ok(History { store_id, chosen, anchored, anchor_path, accepted })
    }

    /// Refuses a history that is not the one the anchor remembers, unless it is to be accepted.
    fn judge(&self, chosen: &[Chosen], anchored: Option<Anchored>) -> Result<Option<String>, StoreError> {
        let Some(anchored) = anchored else { return Ok(None) };
        let hash = |seq: u64| match seq.checked_sub(1) {
            None => Some(Hash::NONE),
            Some(place) => chosen.get(usize::try_from(place).ok()?).map(|entry| entry.hash),
        };
        let refusal = match anchored.judge(chosen.len() as u64, hash) {
            Verdict::Holds => return Ok(None),
            Verdict::Cut { anchored, found } => StoreError::HistoryCut { anchored, found },
            Verdict::Rewritten { seq } => StoreError::HistoryRewritten { seq },
        };
        if self.options.accept_history {
            Ok(Some(format!("{refusal}; the anchor names {} as its end", anchored.head)))
        } else {
            Err(refusal)
        }
    }

    fn repair_journal(&mut self, history: &History, book: Option<&Book>) -> Result<(), StoreError> {
        let quarantine = self.quarantine("journal");
        let scan = self.scan()?;
        let payloads = repair::payloads(&self.journal, &scan, &history.chosen, book);
        rewrite::replace(self.folder, history.store_id, &quarantine, payloads)
            .map_err(StoreError::of("repairing", &self.journal))?;
        self.repairs.push(Repair::JournalRepaired { quarantine });
        Ok(())
    }

    fn journal_writer(&mut self, scan: &Scan, store_id: Uuid) -> Result<Writer, StoreError> {
        let failed = || StoreError::of("opening", &self.journal);
        create_private_folder(&self.journal).map_err(failed())?;
        if scan.condition() == Condition::TornTail {
            self.repairs.push(Repair::TailCut);
        }
        match scan.end {
            Some(end) => Writer::go_on(&self.journal, store_id, end),
            None => Writer::begin(&self.journal, store_id),
        }
        .map_err(failed())
    }

    /// A name for something damaged that is put aside.
    pub fn quarantine(&self, what: &str) -> PathBuf {
        let time = self.options.clock.now().format("%Y%m%dT%H%M%SZ").to_string();
        quarantine_name(self.folder, what, &time)
    }

    /// Opening a book rewrites it; while the journal is damaged too, its bytes are kept as they are. A copy that
    /// an earlier opening left, and that was refused, is not made again.
    fn copy_book(&self) -> Result<Option<PathBuf>, StoreError> {
        const SPARE: &str = "book.before-repair";
        let failed = || StoreError::of("copying", &self.book);
        let listed = fs::read_dir(self.folder).map_err(failed())?.filter_map(Result::ok);
        let mut names = listed.map(|item| item.file_name().to_string_lossy().into_owned());
        if !self.book.exists() || names.any(|name| name.starts_with(SPARE)) {
            return Ok(None);
        }
        let spare = self.quarantine(SPARE);
        repair::copy_folder(&self.book, &spare).map_err(failed())?;
        Ok(Some(spare))
    }

    /// What is accepted in the place of a longer or another history is kept as it was found.
    fn keep_journal(&self) -> Result<(), StoreError> {
        if !self.journal.exists() {
            return Ok(());
        }
        let kept = self.quarantine("journal");
        repair::copy_folder(&self.journal, &kept).map_err(StoreError::of("copying", &self.journal))
    }

    fn forget_spare(&self, spare: &Path) {
        let rebuilt = self.repairs.iter().any(|repair| matches!(repair, Repair::BookRebuilt { .. }));
        if !rebuilt && let Err(error) = fs::remove_dir_all(spare) {
            tracing::warn!(%error, "the copy of the book stays");
        }
    }
}

/// Creates the data folder where there is none, and makes its name durable.
fn create(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    create_private_folder(folder)?;
    fs::canonicalize(folder)?.parent().map_or(Ok(()), sync_folder)
}

/// A thread for sled.
pub(super) fn new_worker(folder: &Path) -> Result<Worker, StoreError> {
    Worker::start("book").map_err(StoreError::of("starting a thread for", folder))
}

/// What [`StoreError`] says of a folder of that format.
pub(super) fn newer(found: u8) -> StoreError {
    StoreError::NewerVersion { found, known: book::FORMAT }
}

/// Whether a book that was closed in order holds what the journal does: all that is left out, as against an
/// unclean stop, is replaying the journal to compare the records one by one.
fn agrees(scan: &Scan, read: Option<&(Book, Reading)>) -> bool {
    let Some((_, reading)) = read else { return false };
    let applied = reading.applied.map_or((0, Hash::NONE), |applied| (applied.seq, applied.head));
    let Ok(trail) = &reading.trail else { return false };
    let same = trail.values().map(|stored| stored.hash).eq(scan.entries.values().map(|found| found.hash));
    same && reading.register.is_ok() && applied == (scan.last_seq(), scan.head())
}

/// The book's trail as far as the book says that it goes.
fn trusted_trail(reading: Option<&Reading>) -> BTreeMap<u64, reading::Stored> {
    let applied = reading.and_then(|reading| reading.applied).map_or(0, |applied| applied.seq);
    let trail = reading.and_then(|reading| reading.trail.as_ref().ok());
    trail
        .map(|trail| trail.range(..=applied).map(|(seq, stored)| (*seq, *stored)).collect())
        .unwrap_or_default()
}

fn hold_anchor(history: &History, now: Anchored, created: bool) -> (Option<Anchor>, AnchorState) {
    let set = match &history.anchor_path {
        Ok(path) => Anchor::set(path, now).map_err(|error| error.to_string()),
        Err(why) => Err(why.clone()),
    };
    match set {
        Ok(anchor) if history.anchored.is_some() => (Some(anchor), AnchorState::Kept),
        Ok(anchor) => {
            if !created {
                tracing::warn!("this folder had no anchor at this place; it has one now");
            }
            (Some(anchor), AnchorState::Begun)
        }
        Err(why) => {
            tracing::warn!(%why, "the anchor cannot be kept; a tail that is cut off would not show");
            (None, AnchorState::Unavailable { why })
        }
    }
}

impl Ledger {
    /// A ledger of a register whose trail is indexed next.
    fn of(register: Register) -> Self {
        let mut ledger = Self::default();
        *ledger.register_mut() = register;
        ledger
    }
}
