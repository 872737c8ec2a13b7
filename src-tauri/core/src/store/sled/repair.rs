//! Making the journal anew from the book, and the book from the journal.

use std::fs;
use std::io;
use std::path::Path;

use uuid::Uuid;

use super::book::{Applied, Book, BookError, Entry};
use super::merge::{Chosen, From};
use super::open::{Opening, Repair, new_worker};
use super::reading::{self, Reading};
use super::watch::Lost;
use crate::journal::Hash;
use crate::journal::entry;
use crate::journal::scan::{self, Scan};
use crate::journal::writer::Reader;
use crate::register::Register;
use crate::store::StoreError;
use crate::store::ledger::{Image, image};

/// Whether the journal must be written anew to hold that history.
pub fn journal_differs(scan: &Scan, chosen: &[Chosen]) -> bool {
    let sound = scan.condition() != scan::Condition::Damaged;
    let same = scan.entries.values().map(|found| found.hash).eq(chosen.iter().map(|entry| entry.hash));
    !(sound && same)
}

/// The stored bytes of a history, from the journal and the book.
pub fn payloads<'a>(
    journal: &Path,
    scan: &'a Scan,
    chosen: &'a [Chosen],
    book: Option<&'a Book>,
) -> impl Iterator<Item = io::Result<Vec<u8>>> + 'a {
    let mut reader = Reader::new(journal);
    let gone = || io::Error::new(io::ErrorKind::InvalidData, "an entry changed while it was read");
    (1_u64..).zip(chosen).map(move |(seq, entry)| {
        let payload = match entry.from {
            From::Journal => {
                let found = scan.entries.get(&seq).ok_or_else(gone)?;
                reader.payload(found.place, found.hash)?
            }
            From::Book => book.and_then(|book| book.entry(seq).ok()),
        };
        payload.filter(|payload| Hash::of(payload) == entry.hash).ok_or_else(gone)
    })
}

/// What replaying the journal gives.
struct Replayed {
    register: Register,
    /// The book's records are those of the journal, as far as the book goes.
    same: bool,
    /// The entries behind those that the book contains.
    rest: Vec<(Entry, Vec<Image>)>,
}

/// Replays the sound journal, and brings the book to what it says: by the entries that it lacks, or anew.
pub fn bring_up(
    opening: &mut Opening<'_>,
    chosen: &[Chosen],
    store_id: Uuid,
    read: Option<(Book, Reading)>,
) -> Result<(Book, Register), StoreError> {
    let usable = read.as_ref().and_then(|(_, reading)| usable(reading, chosen));
    let replayed = replay(&opening.journal, usable)?;
    if let (Some((book, _)), Some(_), true) = (&read, usable, replayed.same) {
        let book = book.clone();
        let Replayed { register, rest, .. } = replayed;
        let count = rest.len() as u64;
        if count == 0 {
            return Ok((book, register));
        }
        let writing = book.clone();
        let written = opening.worker.run(super::PATIENCE.saturating_mul(60), move || {
            rest.iter().try_for_each(|(entry, images)| writing.write(entry, images, store_id))
        });
        answered(opening, written)?;
        opening.repairs.push(Repair::Replayed { entries: count });
        return Ok((book, register));
    }
    rebuild(opening, chosen, store_id, read, replayed.register)
}

/// How far a book goes and its records, if its trail is the beginning of that history.
fn usable<'a>(reading: &'a Reading, chosen: &[Chosen]) -> Option<(u64, &'a Register)> {
    let (seq, head) = reading.applied.map_or((0, Hash::NONE), |applied| (applied.seq, applied.head));
    let begun = chosen.get(..usize::try_from(seq).ok()?)?;
    let trail = reading.trail.as_ref().ok()?;
    let same = trail.values().map(|stored| stored.hash).eq(begun.iter().map(|entry| entry.hash));
    let ends = begun.last().map_or(Hash::NONE, |entry| entry.hash) == head;
    (same && ends).then_some((seq, reading.register.as_ref().ok()?))
}

fn replay(journal: &Path, usable: Option<(u64, &Register)>) -> Result<Replayed, StoreError> {
    let corrupt = |seq: u64, what: String| StoreError::Corrupt { what, seq: Some(seq) };
    let mut register = Register::default();
    let (until, book) = usable.map_or((u64::MAX, None), |(seq, register)| (seq, Some(register)));
    let mut same = until == 0 && book == Some(&register);
    let mut rest = Vec::new();
    let mut failed = None;
    scan::scan(journal, &mut |seq, payload| {
        if failed.is_some() {
            return;
        }
        let applied = entry::decode(payload).map_err(|error| error.to_string()).and_then(|entry| {
            register.apply(&entry.set).map_err(|error| error.to_string())?;
            Ok(entry.set)
        });
        match applied {
            Err(what) => failed = Some(corrupt(seq, what)),
            Ok(set) if seq > until => {
                let images = set.changes.iter().filter_map(|it| image(&register, it.kind, it.id)).collect();
                let entry = Entry { seq, hash: Hash::of(payload), payload: payload.to_vec() };
                rest.push((entry, images));
            }
            Ok(_) if seq == until => same = book == Some(&register),
            Ok(_) => {}
        }
    })
    .map_err(StoreError::of("reading", journal))?;
    failed.map_or(Ok(Replayed { register, same, rest }), Err)
}

fn rebuild(
    opening: &mut Opening<'_>,
    chosen: &[Chosen],
    store_id: Uuid,
    read: Option<(Book, Reading)>,
    register: Register,
) -> Result<(Book, Register), StoreError> {
    let quarantine = if opening.book.exists() { Some(opening.quarantine("book")) } else { None };
    if let Some((book, reading)) = read {
        drop(reading);
        let closed = opening.worker.run(super::PATIENCE, move || drop(book));
        if closed.is_err() {
            opening.worker = new_worker(opening.folder)?;
        }
    }
    if let Some(aside) = &quarantine {
        fs::rename(&opening.book, aside).map_err(StoreError::of("putting aside", &opening.book))?;
    }
    let (journal, path) = (opening.journal.clone(), opening.book.clone());
    let filled = register.clone();
    let head = chosen.last().map_or(Hash::NONE, |entry| entry.hash);
    let seq = chosen.len() as u64;
    let written = opening.worker.run(super::PATIENCE.saturating_mul(60), move || {
        let book = Book::open(&path)?;
        if seq > 0 {
            let records = reading::images(&filled).count() as u64;
            let mut trail = Vec::new();
            let found = scan::scan(&journal, &mut |_, _| {})?;
            let mut reader = Reader::new(&journal);
            for (seq, entry) in &found.entries {
                trail.push((*seq, entry.place, entry.hash));
            }
            let payloads = trail.into_iter().map(|(seq, place, hash)| {
                let payload = reader.payload(place, hash)?;
                Ok((seq, payload.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?))
            });
            book.fill(store_id, Applied { seq, head, records }, reading::images(&filled), payloads)?;
        }
        Ok::<Book, BookError>(book)
    });
    let book = answered(opening, written)?;
    if seq > 0 || quarantine.is_some() {
        opening.repairs.push(Repair::BookRebuilt { quarantine });
    }
    Ok((book, register))
}

/// What sled answered, as a store tells it.
fn answered<T>(opening: &Opening<'_>, answer: Result<Result<T, BookError>, Lost>) -> Result<T, StoreError> {
    let path = || opening.book.clone();
    let what = match answer {
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(error)) if error.is_full() => return Err(StoreError::DiskFull { path: path() }),
        Ok(Err(error)) => error.to_string(),
        Err(lost) => format!("{lost:?}"),
    };
    Err(StoreError::Io { doing: "writing", path: path(), source: io::Error::other(what) })
}

/// Copies a folder of files.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    crate::platform::create_private_folder(to)?;
    for item in fs::read_dir(from)? {
        let item = item?;
        let target = to.join(item.file_name());
        if item.file_type()?.is_dir() {
            copy_folder(&item.path(), &target)?;
        } else {
            fs::copy(item.path(), target)?;
        }
    }
    Ok(())
}
