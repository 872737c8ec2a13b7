//! The durable book: what a store promises, and its two implementations.
//!
//! [`MemoryStore`] is the specification, [`SledStore`] keeps a folder. Both pass the same
//! [`conformance`] suite. A folder holds:
//!
//! | | |
//! |---|---|
//! | `lock` | held by the one process that writes |
//! | `journal/` | the trail of audit, entry by entry: the source of truth |
//! | `book/` | sled: the records as they stand, and the trail's bytes a second time |
//! | `clean` | there when the last process stopped in order |
//!
//! Either of journal and book is made anew from the other. A small [anchor](crate::anchor) outside the folder
//! remembers how long the trail was, so that a tail cut off both shows.

use uuid::Uuid;

use crate::domain::change::{ChangeSet, RecordKind, TrailEntry};
use crate::journal::Hash;
use crate::register::Register;

mod beside;
#[doc(hidden)]
pub mod conformance;
mod error;
mod integrity;
mod ledger;
mod memory;
mod sled;

pub use self::sled::{
    AnchorState, OpenOptions, Opened, ProbeCommand, Repair, SledStore, probe_main, verify, verify_with,
};
pub use beside::{JournalBook, read_journal};
pub use error::StoreError;
pub use integrity::{Integrity, Note, Place, Problem, ProblemKind};
pub use memory::MemoryStore;

/// The book as a store holds it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// All records.
    pub register: Register,
    /// How many entries the trail has.
    pub seq: u64,
    /// The hash of the last one.
    pub head: Hash,
}

/// What a commit answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The entry's place in the trail.
    pub seq: u64,
    /// The hash of its stored bytes.
    pub hash: Hash,
    /// The command was already there; nothing was written now.
    pub repeated: bool,
}

/// An entry with the hash of its stored bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEntry {
    /// The entry.
    pub entry: TrailEntry,
    /// The hash, which the next entry names as the one before it.
    pub hash: Hash,
}

/// Which part of the trail is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrailQuery {
    /// Only entries that change this record.
    pub record: Option<(RecordKind, Uuid)>,
    /// Only entries behind this one.
    pub after: u64,
    /// At most so many.
    pub limit: usize,
}

impl TrailQuery {
    /// The whole trail.
    pub const ALL: Self = Self { record: None, after: 0, limit: usize::MAX };

    /// The trail of one record.
    pub fn of(kind: RecordKind, id: Uuid) -> Self {
        Self { record: Some((kind, id)), ..Self::ALL }
    }
}

/// A durable book. One process holds it at a time; the one who holds it applies each change set that it
/// committed to its own [`Register`].
pub trait Store: Send {
    /// The book as it stands. A store that has never been written answers an empty one, with seq 0 and
    /// [`Hash::NONE`]. The answer is the caller's own: later commits do not change it.
    ///
    /// # Errors
    /// The folder cannot be read.
    fn load(&self) -> Result<Loaded, StoreError>;

    /// The entries behind that one, in order, all of them. Behind the last there are none.
    ///
    /// # Errors
    /// The folder cannot be read, or an entry is damaged since it was opened.
    fn changes_since(&self, seq: u64) -> Result<Vec<TrailEntry>, StoreError>;

    /// Makes a change set durable as the next entry of the trail: all of it, or nothing.
    ///
    /// When this returns a receipt, the entry survives a killed process and a power cut. A change set that meets
    /// another revision than its rule saw, or whose fields form no record, is refused before anything is
    /// written. The same command a second time writes nothing and answers the receipt of the first, marked as
    /// repeated, whatever the change set says by then.
    ///
    /// # Errors
    /// [`StoreError::Conflict`], [`StoreError::Malformed`] and [`StoreError::DiskFull`] leave the store as it
    /// was and ready for the next. After [`StoreError::Unsettled`] nobody knows yet whether the entry is there:
    /// nothing is tried again, the store answers [`StoreError::ReadOnly`] to every further commit, and opening
    /// the folder again tells; a retry with the same command is then safe.
    fn commit(&mut self, set: &ChangeSet) -> Result<Receipt, StoreError>;

    /// The entries that the query asks for, in order. The trail of one record is found without reading the
    /// others'.
    ///
    /// # Errors
    /// The folder cannot be read, or an entry is damaged since it was opened.
    fn trail(&self, query: &TrailQuery) -> Result<Vec<StoredEntry>, StoreError>;

    /// Holds everything that the store keeps against each other, and repairs nothing.
    ///
    /// # Errors
    /// The folder cannot be read. What is wrong with what was read is the answer, not an error.
    fn check(&self) -> Result<Integrity, StoreError>;
}
