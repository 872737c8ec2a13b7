//! Reading all that a book holds, its records and its trail each for itself.

use std::collections::BTreeMap;
use std::path::Path;

use uuid::Uuid;

use super::book::{Applied, Book, BookError};
use crate::domain::change::RecordKind;
use crate::journal::Hash;
use crate::journal::entry::{self, DecodeError};
use crate::register::Register;
use crate::store::ledger::{Image, State};

/// An entry as the book holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// The hash of its bytes.
    pub hash: Hash,
    /// The hash of the entry before, as it names it.
    pub prev: Option<Hash>,
}

/// What a book holds.
#[derive(Debug)]
pub struct Reading {
    /// How far it follows the journal.
    pub applied: Option<Applied>,
    /// The identity of the store.
    pub store_id: Option<Uuid>,
    /// Its records; or why they cannot be read.
    pub register: Result<Register, String>,
    /// Its trail; or why it cannot be read.
    pub trail: Result<BTreeMap<u64, Stored>, String>,
}

/// Opens a book and reads it. May panic or hang on a damaged one.
pub fn read(folder: &Path) -> Result<(Book, Reading), BookError> {
    let book = Book::open(folder)?;
    let reading = of(&book)?;
    Ok((book, reading))
}

/// Reads an open book. May panic or hang on a damaged one.
pub fn of(book: &Book) -> Result<Reading, BookError> {
    let applied = book.applied()?;
    let register = match registered(book, applied) {
        Err(BookError::Newer(version)) => return Err(BookError::Newer(version)),
        other => other.map_err(|error| error.to_string()),
    };
    let trail = match entries(book) {
        Err(BookError::Newer(version)) => return Err(BookError::Newer(version)),
        other => other.map_err(|error| error.to_string()),
    };
    let store_id = book.store_id()?;
    Ok(Reading { applied, store_id, register, trail })
}

fn registered(book: &Book, applied: Option<Applied>) -> Result<Register, BookError> {
    let mut register = Register::default();
    let mut count: u64 = 0;
    book.records(&mut |image| {
        count = count.saturating_add(1);
        put(&mut register, image);
    })?;
    let expected = applied.map_or(0, |applied| applied.records);
    if count != expected {
        return Err(BookError::Damaged(format!("{count} of {expected} records")));
    }
    Ok(register)
}

/// Puts a stored record into a register.
pub fn put(register: &mut Register, image: Image) {
    match image.state {
        State::Standing(record) => register.load(record, image.revision),
        State::Removed(fields) => register.load_removed(image.kind, image.id, image.revision, fields),
    }
}

/// Every record of a register, removed ones too.
pub fn images(register: &Register) -> impl Iterator<Item = Image> + '_ {
    let standing = register.records().map(|(record, revision)| Image {
        kind: record.kind(),
        id: record.id(),
        revision,
        state: State::Standing(record),
    });
    let removed = register.removed().map(|(kind, id, revision, fields)| Image {
        kind,
        id,
        revision,
        state: State::Removed(fields.clone()),
    });
    standing.chain(removed)
}

/// The records that differ between two registers, one way or the other.
pub fn differing(one: &Register, other: &Register) -> Vec<(RecordKind, Uuid)> {
    let by_key = |register: &Register| -> BTreeMap<(RecordKind, Uuid), Image> {
        images(register).map(|image| ((image.kind, image.id), image)).collect()
    };
    let (one, other) = (by_key(one), by_key(other));
    let mut found: Vec<(RecordKind, Uuid)> =
        one.iter().filter(|(key, image)| other.get(key) != Some(image)).map(|(key, _)| *key).collect();
    found.extend(other.keys().filter(|key| !one.contains_key(key)));
    found
}

fn entries(book: &Book) -> Result<BTreeMap<u64, Stored>, BookError> {
    let mut found = BTreeMap::new();
    let mut newer = None;
    book.trail(&mut |seq, bytes| {
        let prev = match entry::decode_head(&bytes) {
            Ok(head) if head.seq == seq => head.prev,
            Err(DecodeError::Newer(version)) => {
                newer = Some(version);
                None
            }
            // It stays without one, and so continues no chain.
            Ok(_) | Err(_) => None,
        };
        found.insert(seq, Stored { hash: Hash::of(&bytes), prev });
    })?;
    newer.map_or(Ok(found), |version| Err(BookError::Newer(version)))
}
