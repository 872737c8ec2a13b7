//! What checking a store found.

use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::domain::change::RecordKind;
use crate::journal::Hash;
use crate::journal::scan::FaultKind;

/// What checking a store found. Checking repairs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Integrity {
    /// No problem was found.
    pub ok: bool,
    /// How many sound entries the trail has.
    pub entries: u64,
    /// The hash of the last one.
    #[serde(serialize_with = "as_text")]
    pub head: Hash,
    /// What is wrong, each once, by entry.
    pub problems: Vec<Problem>,
    /// What a reader should know beside.
    pub notes: Vec<Note>,
}

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The entry concerned, where one is.
    pub seq: Option<u64>,
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

/// Where something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The journal.
    Journal,
    /// The book in sled.
    Store,
    /// The anchor outside the folder.
    Anchor,
    /// The files of evidence.
    Evidence,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// A segment's header is damaged or belongs elsewhere.
    Header,
    /// The entry's bytes are damaged.
    Damaged,
    /// The entry is missing.
    Missing,
    /// The entry stands where it does not belong.
    OutOfPlace,
    /// The entry does not name the one before it.
    Chain,
    /// The entry at the end is cut off, although it was written.
    TornTail,
    /// The entry's bytes are not those of the journal.
    Differs,
    /// The entry cannot be applied to the book before it.
    Inapplicable,
    /// The record that the entry left is not the one in the book.
    Record {
        /// The record's kind.
        kind: RecordKind,
        /// The record's identity.
        id: Uuid,
    },
    /// It cannot be read at all.
    Unreadable,
    /// The trail is shorter than it was; the entry named is the first that is gone.
    Cut,
    /// The entry is not the one that was written.
    Rewritten,
}

/// What a reader should know beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// Another process holds the folder: its book was not looked at.
    StoreInUse,
    /// There is no anchor for this folder at this place: a tail that is cut off does not show.
    NoAnchor,
    /// The last write was cut off before it was acknowledged; opening the folder settles it.
    Unfinished,
}

impl Integrity {
    /// The answer of those findings.
    pub(super) fn of(entries: u64, head: Hash, mut problems: Vec<Problem>, mut notes: Vec<Note>) -> Self {
        problems.sort();
        problems.dedup();
        notes.sort();
        notes.dedup();
        Self { ok: problems.is_empty(), entries, head, problems, notes }
    }

    /// Whether a problem names that entry.
    pub fn names(&self, seq: u64) -> bool {
        self.problems.iter().any(|problem| problem.seq == Some(seq))
    }
}

impl From<FaultKind> for ProblemKind {
    fn from(fault: FaultKind) -> Self {
        match fault {
            FaultKind::Header => Self::Header,
            FaultKind::Damaged => Self::Damaged,
            FaultKind::Missing => Self::Missing,
            FaultKind::OutOfPlace => Self::OutOfPlace,
            FaultKind::Chain => Self::Chain,
            FaultKind::TornTail => Self::TornTail,
        }
    }
}

fn as_text<S: Serializer>(hash: &Hash, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(hash)
}
