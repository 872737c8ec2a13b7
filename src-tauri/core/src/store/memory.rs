//! A store that forgets when it is dropped: the specification, and the double of tests.

use super::ledger::Ledger;
use super::{
    Integrity, Loaded, Place, Problem, ProblemKind, Receipt, Store, StoreError, StoredEntry, TrailQuery,
};
use crate::domain::change::{ChangeSet, TrailEntry};
use crate::journal::{Hash, entry};
use crate::register::Register;

/// A store in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    ledger: Ledger,
    payloads: Vec<Vec<u8>>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Store for MemoryStore {
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
        let prepared = self.ledger.prepare(set)?;
        let payload = prepared.payload.clone();
        let receipt = self.ledger.accept(set, prepared)?;
        self.payloads.push(payload);
        Ok(receipt)
    }

    fn trail(&self, query: &TrailQuery) -> Result<Vec<StoredEntry>, StoreError> {
        let places = self.ledger.places(query).into_iter();
        let stored = places.filter_map(|seq| {
            let place = usize::try_from(seq.checked_sub(1)?).ok()?;
            Some((seq, self.payloads.get(place)?, self.ledger.hash(seq)?))
        });
        stored
            .map(|(seq, payload, hash)| match entry::decode(payload) {
                Ok(entry) => Ok(StoredEntry { entry, hash }),
                Err(error) => Err(StoreError::Corrupt { what: error.to_string(), seq: Some(seq) }),
            })
            .collect()
    }

    fn check(&self) -> Result<Integrity, StoreError> {
        let mut problems = Vec::new();
        let mut replayed = Register::default();
        let mut before = Hash::NONE;
        for (seq, payload) in (1_u64..).zip(&self.payloads) {
            let mut problem = |kind| problems.push(Problem { seq: Some(seq), place: Place::Store, kind });
            match entry::decode(payload) {
                Ok(entry) if entry.prev != before.to_string() => problem(ProblemKind::Chain),
                Ok(entry) if replayed.apply(&entry.set).is_err() => problem(ProblemKind::Inapplicable),
                Ok(_) => {}
                Err(_) => problem(ProblemKind::Damaged),
            }
            before = Hash::of(payload);
        }
        if problems.is_empty() && replayed != *self.ledger.register() {
            problems.push(Problem { seq: None, place: Place::Store, kind: ProblemKind::Unreadable });
        }
        Ok(Integrity::of(self.ledger.seq(), self.ledger.head(), problems, Vec::new()))
    }
}
