//! Checking a folder: journal, book and anchor are held against each other. Nothing is repaired or written.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::book;
use super::reading::{self, Reading};
use super::repair::copy_folder;
use super::watch::Worker;
use crate::anchor::{self, Anchored, Verdict};
use crate::clock::SystemIds;
use crate::domain::change::RecordKind;
use crate::domain::ids::IdSource;
use crate::journal::scan::{self, FaultKind, Scan};
use crate::journal::{self, Hash, entry};
use crate::lock::{FolderLock, LockError};
use crate::register::Register;
use crate::store::StoreError;
use crate::store::integrity::{Integrity, Note, Place, Problem, ProblemKind};
use crate::vault::Vault;
use uuid::Uuid;

/// How long reading a whole book may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// Checks the store in that folder, with the anchor where the platform keeps an app's state.
///
/// # Errors
/// A file cannot be read, or the folder is newer than this program.
pub fn verify(folder: &Path) -> Result<Integrity, StoreError> {
    verify_with(folder, anchor::folder())
}

/// Checks the store in that folder, with the anchor in that place.
///
/// # Errors
/// A file cannot be read, or the folder is newer than this program.
pub fn verify_with(folder: &Path, anchors: Option<PathBuf>) -> Result<Integrity, StoreError> {
    if !folder.exists() {
        return Ok(Integrity::of(0, Hash::NONE, Vec::new(), Vec::new()));
    }
    let mut finding = Finding::default();
    let lock = match FolderLock::take_existing(folder) {
        Ok(lock) => Some(lock),
        Err(LockError::Held) => {
            finding.notes.push(Note::StoreInUse);
            None
        }
        // Without a lock file nobody can hold the folder: a copy, perhaps one that cannot be written.
        Err(LockError::Io(_)) => None,
    };
    let in_use = finding.notes.contains(&Note::StoreInUse);
    let reading = if in_use { Ok(None) } else { read_copy(&folder.join(book::FOLDER)) }?;
    let integrity = finding.check(folder, reading, anchors);
    drop(lock);
    integrity
}

/// What the book holds, or why it cannot be read.
pub(super) type Read = Result<Reading, String>;

/// Reads a copy of a book, since opening one rewrites it.
fn read_copy(book: &Path) -> Result<Option<Read>, StoreError> {
    if !book.exists() {
        return Ok(None);
    }
    let name = format!("capa-desk-verify-{}", SystemIds.fresh());
    let copy = std::env::temp_dir().join(name);
    copy_folder(book, &copy).and_then(|()| book::tidy(&copy)).map_err(StoreError::of("copying", book))?;
    let worker = Worker::start("verify").map_err(StoreError::of("starting a thread for", book))?;
    let path = copy.clone();
    let answer = worker.run(PATIENCE, move || reading::read(&path).map(|(_, reading)| reading));
    if let Err(error) = std::fs::remove_dir_all(&copy) {
        tracing::warn!(%error, "the copy of the book stays");
    }
    match answer {
        Ok(Ok(reading)) => Ok(Some(Ok(reading))),
        Ok(Err(book::BookError::Newer(found))) => Err(super::open::newer(found)),
        Ok(Err(error)) if error.is_full() => Err(StoreError::DiskFull { path: copy }),
        Ok(Err(error)) => Ok(Some(Err(error.to_string()))),
        Err(lost) => Ok(Some(Err(format!("{lost:?}")))),
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Finding {
    problems: Vec<Problem>,
    notes: Vec<Note>,
}

impl Finding {
    fn problem(&mut self, seq: Option<u64>, place: Place, kind: ProblemKind) {
        self.problems.push(Problem { seq, place, kind });
    }

    /// Holds journal, book and anchor against each other.
    pub fn check(
        mut self,
        folder: &Path,
        read: Option<Read>,
        anchors: Option<PathBuf>,
    ) -> Result<Integrity, StoreError> {
        let reading = match read {
            Some(Ok(reading)) => Some(reading),
            Some(Err(what)) => {
                tracing::warn!(%what, "the book cannot be read");
                self.problem(None, Place::Store, ProblemKind::Unreadable);
                None
            }
            None => None,
        };
        let journal = folder.join(journal::FOLDER);
        // The anchor is read before the journal: another process may be writing, and what is anchored is there.
        let anchored_of =
            |id| anchor::path(anchors.as_ref()?, id, folder).ok().map(|path| anchor::read(&path));
        let early = scan::store_id(&journal).and_then(anchored_of);
        let scan = self.replay(&journal, reading.as_ref())?;
        if let Some(found) = scan.newer {
            return Err(super::open::newer(found));
        }
        let id = scan.store_id.or(reading.as_ref().and_then(|reading| reading.store_id));
        let anchored = match early.or_else(|| id.and_then(anchored_of)) {
            Some(Ok(Some(anchored))) => Some(anchored),
            Some(Ok(None) | Err(_)) | None => None,
        };
        let acknowledged = anchored.map_or(0, |anchored| anchored.count);
        let written = reading.as_ref().map_or(0, |reading| self.compare_trails(&scan, reading, acknowledged));
        match anchored {
            Some(anchored) => self.judge(&scan, anchored),
            None if id.is_some() => self.notes.push(Note::NoAnchor),
            None => {}
        }
        self.faults(&scan, written.max(acknowledged));
        Ok(Integrity::of(scan.entries.len() as u64, scan.head(), self.problems, self.notes))
    }

    /// Reads the journal and replays it; where the book stands, its records must be the same.
    fn replay(&mut self, journal: &Path, reading: Option<&Reading>) -> Result<Scan, StoreError> {
        let applied = reading.and_then(|reading| reading.applied).map(|applied| applied.seq);
        let records = reading.and_then(|reading| match &reading.register {
            Ok(register) => Some(register),
            Err(what) => {
                tracing::warn!(%what, "the book's records cannot be read");
                self.problem(None, Place::Store, ProblemKind::Unreadable);
                None
            }
        });
        let mut replaying = Some(Register::default());
        let mut differing = Vec::new();
        let mut touched = std::collections::HashMap::new();
        let mut inapplicable = None;
        let mut expected = 1;
        let scan = scan::scan(journal, &mut |seq, payload| {
            let Some(register) = &mut replaying else { return };
            let Ok(entry) = entry::decode(payload) else { return };
            if seq != expected || register.apply(&entry.set).is_err() {
                // Behind a gap the rest fits no more; the gap itself is the problem, and is named.
                inapplicable = (seq == expected).then_some(seq);
                replaying = None;
                return;
            }
            expected = seq.saturating_add(1);
            touched.extend(entry.set.changes.iter().map(|change| ((change.kind, change.id), seq)));
            if applied == Some(seq) {
                differing = records.map_or(Vec::new(), |records| reading::differing(register, records));
            }
        })
        .map_err(StoreError::of("reading", journal))?;
        if let Some(seq) = inapplicable {
            self.problem(Some(seq), Place::Journal, ProblemKind::Inapplicable);
        }
        for (kind, id) in differing {
            let seq = touched.get(&(kind, id)).copied();
            self.problem(seq, Place::Store, ProblemKind::Record { kind, id });
        }
        if let (Some(register), Some(folder)) = (&replaying, journal.parent()) {
            self.evidence(register, folder, |case| touched.get(&(RecordKind::Case, case)).copied());
        }
        Ok(scan)
    }

    /// Whether every file of evidence that the trail names is there, and still has the bytes that it had.
    fn evidence(&mut self, register: &Register, folder: &Path, touched: impl Fn(Uuid) -> Option<u64>) {
        let vault = Vault::beside(folder);
        for case in register.cases().map(|stood| &stood.record) {
            let all = case.actions.iter().flat_map(|action| &action.evidence);
            for file in all.filter_map(|evidence| evidence.file.as_ref()) {
                let kind = match vault.check(&file.sha256) {
                    Ok(_) => continue,
                    Err(error) if error.code() == "evidence_missing" => ProblemKind::Missing,
                    Err(error) if error.code() == "evidence_damaged" => ProblemKind::Damaged,
                    Err(_) => ProblemKind::Unreadable,
                };
                self.problem(touched(case.id.0), Place::Evidence, kind);
            }
        }
    }

    /// Compares the trail's bytes in the book with the journal's. Returns the last entry that the book has. The
    /// journal's last entry may still be on its way into the book, but not once the anchor counts it.
    fn compare_trails(&mut self, scan: &Scan, reading: &Reading, acknowledged: u64) -> u64 {
        let trail = match &reading.trail {
            Ok(trail) => trail,
            Err(what) => {
                tracing::warn!(%what, "the book's trail cannot be read");
                self.problem(None, Place::Store, ProblemKind::Unreadable);
                return 0;
            }
        };
        let applied = reading.applied.map_or(0, |applied| applied.seq);
        let last = scan.last_seq();
        for (seq, found) in &scan.entries {
            match trail.get(seq) {
                Some(stored) if stored.hash == found.hash => {}
                Some(_) => self.problem(Some(*seq), Place::Store, ProblemKind::Differs),
                None if *seq > applied.max(acknowledged) && *seq == last => self.notes.push(Note::Unfinished),
                None => self.problem(Some(*seq), Place::Store, ProblemKind::Missing),
            }
        }
        for seq in trail.keys().filter(|seq| **seq > last) {
            self.problem(Some(*seq), Place::Journal, ProblemKind::Missing);
        }
        let stored_head = applied.checked_sub(1).map(|_| trail.get(&applied).map(|stored| stored.hash));
        if stored_head.is_some_and(|head| head != reading.applied.map(|applied| applied.head)) {
            self.problem(Some(applied), Place::Store, ProblemKind::Differs);
        }
        trail.last_key_value().map_or(0, |(seq, _)| *seq)
    }

    fn judge(&mut self, scan: &Scan, anchored: Anchored) {
        let hash = |seq: u64| match seq {
            0 => Some(Hash::NONE),
            seq => scan.entries.get(&seq).map(|found| found.hash),
        };
        match anchored.judge(scan.last_seq(), hash) {
            Verdict::Holds => {}
            Verdict::Cut { found, .. } => {
                self.problem(Some(found.saturating_add(1)), Place::Anchor, ProblemKind::Cut);
            }
            Verdict::Rewritten { seq } => self.problem(Some(seq), Place::Anchor, ProblemKind::Rewritten),
        }
    }

    /// What the journal's own frames and chain show. A tail that neither book nor anchor has ever known was
    /// never acknowledged.
    fn faults(&mut self, scan: &Scan, written: u64) {
        for fault in &scan.faults {
            if fault.kind == FaultKind::TornTail && fault.seq > written {
                self.notes.push(Note::Unfinished);
            } else {
                self.problem(Some(fault.seq), Place::Journal, fault.kind.into());
            }
        }
    }
}
