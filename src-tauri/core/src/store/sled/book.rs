//! The book in sled: the records as they stand, and the trail's stored bytes a second time.
//!
//! sled's `flush` hands its log to the system but does not make it durable; what does is a sync of its file
//! through a handle of our own, which is kept open for the whole run because the system reports a failed write
//! once per open file. Everything here can be made anew from the journal.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sled::transaction::{
    ConflictableTransactionError, TransactionError, Transactional, TransactionalTree,
    UnabortableTransactionError,
};
use uuid::Uuid;

use super::codec::{self, CodecError, PART_LEN};
use crate::domain::change::RecordKind;
use crate::journal::Hash;
use crate::platform::sync_folder;
use crate::store::ledger::Image;

/// The folder of the book inside the data folder.
pub const FOLDER: &str = "book";
/// The version of the layout that this program writes, and the newest that it reads.
pub const FORMAT: u8 = 1;

const TRAIL: &str = "trail";
const META: &str = "meta";
const CACHE_BYTES: u64 = 64 << 20;
const LOCK_PATIENCE: Duration = Duration::from_secs(5);
const BATCH: usize = 500;
/// The length of sled's configuration file.
const CONF_LEN: u64 = 62;

/// Why the book could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// Written by a newer program.
    #[error("the book has format {0}")]
    Newer(u8),
    /// What it holds does not fit together.
    #[error("the book is damaged: {0}")]
    Damaged(String),
    /// sled failed.
    #[error("sled: {0}")]
    Sled(#[from] sled::Error),
    /// Its file could not be opened or synced.
    #[error("the book's file: {0}")]
    File(#[from] io::Error),
}

impl BookError {
    /// Whether it failed for want of space, and is not damaged.
    pub fn is_full(&self) -> bool {
        self.io().is_some_and(|error| {
            matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
        })
    }

    /// Whether another process holds it.
    pub fn is_locked(&self) -> bool {
        self.io().is_some_and(is_lock)
    }

    fn io(&self) -> Option<&io::Error> {
        match self {
            Self::Sled(sled::Error::Io(error)) | Self::File(error) => Some(error),
            Self::Sled(_) | Self::Newer(_) | Self::Damaged(_) => None,
        }
    }
}

impl From<CodecError> for BookError {
    fn from(error: CodecError) -> Self {
        match error {
            CodecError::Newer(version) => Self::Newer(version),
            CodecError::Malformed(what) => Self::Damaged(what),
        }
    }
}

/// How far the book follows the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applied {
    /// The last entry it contains.
    pub seq: u64,
    /// That entry's hash.
    pub head: Hash,
    /// How many records it holds, removed ones too.
    pub records: u64,
}

/// The book, open.
#[derive(Debug, Clone)]
pub struct Book {
    db: sled::Db,
    kinds: BTreeMap<RecordKind, sled::Tree>,
    trail: sled::Tree,
    meta: sled::Tree,
}

/// Our own handle of sled's file.
#[derive(Debug)]
pub struct Synced(File);

impl Synced {
    /// Opens it, and makes the names of a new book durable.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let conf = folder.join("conf");
        if conf.exists() {
            OpenOptions::new().read(true).write(true).open(conf)?.sync_all()?;
        }
        let file = OpenOptions::new().read(true).write(true).open(folder.join("db"))?;
        file.sync_all()?;
        sync_folder(folder)?;
        folder.parent().map_or(Ok(()), sync_folder)?;
        Ok(Self(file))
    }

    /// Makes what sled has flushed durable. Never tried again after an error.
    pub fn sync(&self) -> io::Result<()> {
        self.0.sync_data()
    }
}

impl Book {
    /// Opens the book in that folder, creating it where there is none. May panic or hang on a damaged one.
    pub fn open(folder: &Path) -> Result<Self, BookError> {
        let db = open_db(folder)?;
        let mut kinds = BTreeMap::new();
        for kind in RecordKind::ALL {
            kinds.insert(kind, db.open_tree(kind.code())?);
        }
        Ok(Self { kinds, trail: db.open_tree(TRAIL)?, meta: db.open_tree(META)?, db })
    }

    /// How far it follows the journal; `None` for one that holds nothing yet.
    pub fn applied(&self) -> Result<Option<Applied>, BookError> {
        let Some(format) = self.meta.get("format")? else { return Ok(None) };
        match format.as_ref() {
            [FORMAT] => {}
            [newer] if *newer > FORMAT => return Err(BookError::Newer(*newer)),
            _ => return Err(BookError::Damaged("its format is unknown".into())),
        }
        let head = self.meta_bytes::<32>("head")?;
        Ok(Some(Applied {
            seq: u64::from_be_bytes(self.meta_bytes("applied")?),
            head: Hash::from_bytes(head),
            records: u64::from_be_bytes(self.meta_bytes("records")?),
        }))
    }

    /// The identity of the store.
    pub fn store_id(&self) -> Result<Option<Uuid>, BookError> {
        Ok(self.meta.get("store")?.and_then(|bytes| Uuid::from_slice(&bytes).ok()))
    }

    fn meta_bytes<const N: usize>(&self, name: &str) -> Result<[u8; N], BookError> {
        let stored = self.meta.get(name)?;
        let bytes = stored.as_ref().and_then(|bytes| <[u8; N]>::try_from(bytes.as_ref()).ok());
        bytes.ok_or_else(|| BookError::Damaged(format!("its {name} is missing")))
    }

    /// Writes an entry and the records it leaves, in one transaction, and hands them to the system. Durable only
    /// after [`Synced::sync`].
    pub fn write(&self, entry: &Entry, images: &[Image], store_id: Uuid) -> Result<(), BookError> {
        let encoded = images
            .iter()
            .map(|image| Ok((image.kind, image.id, codec::encode(image)?)))
            .collect::<Result<Vec<_>, CodecError>>()?;
        let mut trees = vec![self.meta.clone(), self.trail.clone()];
        trees.extend(self.kinds.values().cloned());
        let done = trees.as_slice().transaction(|views| {
            let (meta, trail, kinds) = split(views)?;
            let mut fresh: u64 = 0;
            for (kind, id, parts) in &encoded {
                let tree = view_of(kinds, *kind)?;
                let former = tree.get(codec::key(*id, 0))?.map(|first| codec::part_count(&first));
                fresh = fresh.saturating_add(u64::from(former.is_none()));
                for (number, part) in (0_u16..).zip(parts) {
                    tree.insert(&codec::key(*id, number), part.as_slice())?;
                }
                let now = u16::try_from(parts.len()).unwrap_or(u16::MAX);
                for number in now..former.flatten().unwrap_or(0) {
                    tree.remove(&codec::key(*id, number))?;
                }
            }
            for (number, part) in (0_u16..).zip(entry.payload.chunks(PART_LEN)) {
                trail.insert(&trail_key(entry.seq, number), part)?;
            }
            let records = meta.get("records")?.map_or(0, |bytes| number(&bytes)).saturating_add(fresh);
            put_meta(meta, entry, records, store_id)
        });
        match done {
            Ok(()) => Ok(self.db.flush().map(|_| ())?),
            Err(TransactionError::Storage(error)) => Err(error.into()),
            Err(TransactionError::Abort(what)) => Err(BookError::Damaged(what)),
        }
    }

    /// Fills an empty book. The mark of how far it follows the journal comes last, so that an interrupted
    /// filling is recognised and begun anew.
    pub fn fill(
        &self,
        store_id: Uuid,
        applied: Applied,
        images: impl Iterator<Item = Image>,
        trail: impl Iterator<Item = io::Result<(u64, Vec<u8>)>>,
    ) -> Result<(), BookError> {
        let mut batches: BTreeMap<RecordKind, (sled::Batch, usize)> = BTreeMap::new();
        for image in images {
            let (batch, count) = batches.entry(image.kind).or_default();
            for (number, part) in (0_u16..).zip(codec::encode(&image)?) {
                batch.insert(&codec::key(image.id, number), part);
                *count = count.saturating_add(1);
            }
            if *count >= BATCH {
                self.tree(image.kind)?.apply_batch(std::mem::take(batch))?;
                *count = 0;
            }
        }
        for (kind, (batch, _)) in batches {
            self.tree(kind)?.apply_batch(batch)?;
        }
        for entry in trail {
            let (seq, payload) = entry?;
            let mut batch = sled::Batch::default();
            for (number, part) in (0_u16..).zip(payload.chunks(PART_LEN)) {
                batch.insert(&trail_key(seq, number), part);
            }
            self.trail.apply_batch(batch)?;
        }
        self.db.flush()?;
        let mut meta = sled::Batch::default();
        meta.insert("applied", &applied.seq.to_be_bytes());
        meta.insert("head", applied.head.bytes());
        meta.insert("records", &applied.records.to_be_bytes());
        meta.insert("store", store_id.as_bytes());
        meta.insert("format", &[FORMAT]);
        self.meta.apply_batch(meta)?;
        self.db.flush()?;
        Ok(())
    }

    /// Hands everything to the system.
    pub fn flush(&self) -> Result<(), BookError> {
        self.db.flush()?;
        Ok(())
    }

    /// Shows every record, of every kind, in order.
    pub fn records(&self, show: &mut dyn FnMut(Image)) -> Result<(), BookError> {
        for (kind, tree) in &self.kinds {
            let mut joined: Option<(Uuid, u16, u16, Vec<u8>)> = None;
            for item in tree {
                let (key, part) = item?;
                let (id, number) = codec::parse_key(&key)
                    .ok_or_else(|| BookError::Damaged(format!("a {} has no identity", kind.code())))?;
                match &mut joined {
                    Some((current, next, _, whole)) if *current == id && *next == number => {
                        whole.extend_from_slice(&part);
                        *next = next.saturating_add(1);
                    }
                    _ if number == 0 => {
                        finish(*kind, joined.take(), show)?;
                        joined = Some((id, 1, codec::part_count(&part).unwrap_or(0), part.to_vec()));
                    }
                    _ => return Err(BookError::Damaged(format!("{} {id} lacks a part", kind.code()))),
                }
            }
            finish(*kind, joined, show)?;
        }
        Ok(())
    }

    /// Shows the stored bytes of every entry, in order.
    pub fn trail(&self, show: &mut dyn FnMut(u64, Vec<u8>)) -> Result<(), BookError> {
        let mut joined: Option<(u64, Vec<u8>)> = None;
        for item in &self.trail {
            let (key, part) = item?;
            let (seq, _) = parse_trail_key(&key)
                .ok_or_else(|| BookError::Damaged("an entry of its trail has no place".into()))?;
            match &mut joined {
                Some((current, whole)) if *current == seq => whole.extend_from_slice(&part),
                _ => {
                    if let Some((seq, whole)) = joined.replace((seq, part.to_vec())) {
                        show(seq, whole);
                    }
                }
            }
        }
        if let Some((seq, whole)) = joined {
            show(seq, whole);
        }
        Ok(())
    }

    /// The stored bytes of an entry; empty when it has none.
    pub fn entry(&self, seq: u64) -> Result<Vec<u8>, BookError> {
        let mut whole = Vec::new();
        for item in self.trail.scan_prefix(seq.to_be_bytes()) {
            whole.extend_from_slice(&item?.1);
        }
        Ok(whole)
    }

    fn tree(&self, kind: RecordKind) -> Result<&sled::Tree, BookError> {
        self.kinds.get(&kind).ok_or_else(|| BookError::Damaged(format!("no tree of {}", kind.code())))
    }
}

/// An entry with its stored bytes.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its place.
    pub seq: u64,
    /// The hash of its stored bytes.
    pub hash: Hash,
    /// Its stored bytes.
    pub payload: Vec<u8>,
}

/// Takes away what an interrupted run left and sled cannot open: a half-written snapshot, and a configuration
/// that was cut off. sled makes both anew.
pub fn tidy(folder: &Path) -> io::Result<()> {
    let listed = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        listed => listed?,
    };
    for item in listed {
        let item = item?;
        let name = item.file_name();
        let name = name.to_string_lossy();
        let half = name.starts_with("snap.") && name.ends_with(".generating");
        let cut = name == "conf" && item.metadata()?.len() != CONF_LEN;
        if half || cut {
            tracing::warn!(%name, "removed from the book: it was cut off");
            fs::remove_file(item.path())?;
        }
    }
    Ok(())
}

fn finish(
    kind: RecordKind,
    joined: Option<(Uuid, u16, u16, Vec<u8>)>,
    show: &mut dyn FnMut(Image),
) -> Result<(), BookError> {
    let Some((id, parts, expected, whole)) = joined else { return Ok(()) };
    if parts != expected {
        return Err(BookError::Damaged(format!("{} {id} has {parts} of {expected} parts", kind.code())));
    }
    show(codec::decode(kind, id, &whole)?);
    Ok(())
}

type Refused = ConflictableTransactionError<String>;

fn split(
    views: &[TransactionalTree],
) -> Result<(&TransactionalTree, &TransactionalTree, &[TransactionalTree]), Refused> {
    match views {
        [meta, trail, kinds @ ..] => Ok((meta, trail, kinds)),
        _ => Err(Refused::Abort("trees are missing".into())),
    }
}

fn view_of(kinds: &[TransactionalTree], kind: RecordKind) -> Result<&TransactionalTree, Refused> {
    // The trees stand in the order of their kinds, as the map that they come from does.
    let mut sorted = RecordKind::ALL;
    sorted.sort_unstable();
    let place = sorted.iter().position(|other| *other == kind);
    place.and_then(|place| kinds.get(place)).ok_or_else(|| Refused::Abort("a tree is missing".into()))
}

fn put_meta(meta: &TransactionalTree, entry: &Entry, records: u64, store_id: Uuid) -> Result<(), Refused> {
    let put = |name: &str, value: &[u8]| -> Result<(), UnabortableTransactionError> {
        meta.insert(name.as_bytes(), value).map(|_| ())
    };
    put("applied", &entry.seq.to_be_bytes())?;
    put("head", entry.hash.bytes())?;
    put("records", &records.to_be_bytes())?;
    put("store", store_id.as_bytes())?;
    put("format", &[FORMAT])?;
    Ok(())
}

fn number(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_be_bytes)
}

/// The key of a part of an entry.
pub fn trail_key(seq: u64, part: u16) -> [u8; 10] {
    let mut key = [0; 10];
    let (front, back) = key.split_at_mut(8);
    front.copy_from_slice(&seq.to_be_bytes());
    back.copy_from_slice(&part.to_be_bytes());
    key
}

fn parse_trail_key(key: &[u8]) -> Option<(u64, u16)> {
    let (seq, part) = key.split_first_chunk::<8>()?;
    Some((u64::from_be_bytes(*seq), u16::from_be_bytes(part.try_into().ok()?)))
}

fn open_db(folder: &Path) -> Result<sled::Db, BookError> {
    let config = sled::Config::new()
        .path(PathBuf::from(folder))
        .cache_capacity(CACHE_BYTES)
        .mode(sled::Mode::LowSpace)
        .flush_every_ms(Some(500));
    let begun = Instant::now();
    loop {
        match config.open() {
            // The folder's own lock is ours, so this is a process that is still ending.
            Err(sled::Error::Io(error)) if is_lock(&error) && begun.elapsed() < LOCK_PATIENCE => {
                std::thread::sleep(Duration::from_millis(20));
            }
            opened => return Ok(opened?),
        }
    }
}

/// sled reports a held lock as an error of its own making, with the system's word in its text.
fn is_lock(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::WouldBlock || error.to_string().contains("could not acquire lock")
}
