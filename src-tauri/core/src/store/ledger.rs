//! What both stores keep in memory: the register, and an index of the trail.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use uuid::Uuid;

use super::{Loaded, Receipt, StoreError, TrailQuery};
use crate::domain::change::{ChangeSet, Record, RecordKind};
use crate::domain::ids::CommandId;
use crate::journal::Hash;
use crate::journal::entry::{self, EntryHead};
use crate::register::Register;

/// The register, and an index of the trail.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    register: Register,
    hashes: Vec<Hash>,
    commands: HashMap<CommandId, u64>,
    touched: HashMap<(RecordKind, Uuid), Vec<u64>>,
}

/// A record as a change set leaves it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Image {
    /// Its kind.
    pub kind: RecordKind,
    /// Its identity.
    pub id: Uuid,
    /// The revision it stands at.
    pub revision: u32,
    /// The record, or the last fields of one that was taken out.
    pub state: State,
}

/// A record that stands, or one that was taken out.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum State {
    /// It stands.
    Standing(Record),
    /// It was taken out; its last fields.
    Removed(Value),
}

/// A change set that passed every check: what is to be written.
#[derive(Debug)]
pub(super) struct Prepared {
    /// The entry's place.
    pub seq: u64,
    /// The entry's stored bytes.
    pub payload: Vec<u8>,
    /// Their hash.
    pub hash: Hash,
    /// The records as it leaves them.
    pub images: Vec<Image>,
}

impl Ledger {
    /// How many entries the trail has.
    pub fn seq(&self) -> u64 {
        self.hashes.len() as u64
    }

    /// The hash of the last one.
    pub fn head(&self) -> Hash {
        self.hashes.last().copied().unwrap_or(Hash::NONE)
    }

    /// The hash of that entry; [`Hash::NONE`] stands before the first.
    pub fn hash(&self, seq: u64) -> Option<Hash> {
        let Some(place) = seq.checked_sub(1) else { return Some(Hash::NONE) };
        self.hashes.get(usize::try_from(place).ok()?).copied()
    }

    /// The register.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The register, to be filled while opening.
    pub fn register_mut(&mut self) -> &mut Register {
        &mut self.register
    }

    /// A copy for a caller.
    pub fn loaded(&self) -> Loaded {
        Loaded { register: self.register.clone(), seq: self.seq(), head: self.head() }
    }

    /// Checks a change set and forms its records, and changes nothing.
    pub fn prepare(&self, set: &ChangeSet) -> Result<Prepared, StoreError> {
        let images = self.images(set)?;
        let seq = self.seq().saturating_add(1);
        let payload = entry::encode(seq, self.head(), set)
            .map_err(|error| StoreError::Malformed { what: error.to_string() })?;
        let hash = Hash::of(&payload);
        Ok(Prepared { seq, payload, hash, images })
    }

    /// Takes in what is durable now.
    pub fn accept(&mut self, set: &ChangeSet, prepared: Prepared) -> Result<Receipt, StoreError> {
        self.register.apply(set)?;
        let touched = set.changes.iter().map(|change| (change.kind, change.id));
        self.index(set.command, prepared.hash, touched);
        Ok(Receipt { seq: prepared.seq, hash: prepared.hash, repeated: false })
    }

    /// Adds the next entry to the index of the trail.
    pub fn index_head(&mut self, hash: Hash, head: &EntryHead) {
        self.index(head.command, hash, head.touched.iter().copied());
    }

    /// The places of the entries that a query asks for, in order.
    pub fn places(&self, query: &TrailQuery) -> Vec<u64> {
        let behind = |seq: &u64| *seq > query.after;
        match query.record {
            Some(record) => {
                let all = self.touched.get(&record).map_or(&[][..], Vec::as_slice);
                all.iter().copied().filter(behind).take(query.limit).collect()
            }
            None => (query.after.saturating_add(1)..=self.seq()).take(query.limit).collect(),
        }
    }

    /// The receipt of a command that is there.
    pub fn repeated(&self, command: CommandId) -> Option<Receipt> {
        let seq = *self.commands.get(&command)?;
        Some(Receipt { seq, hash: self.hash(seq)?, repeated: true })
    }

    fn index(&mut self, command: CommandId, hash: Hash, touched: impl Iterator<Item = (RecordKind, Uuid)>) {
        self.hashes.push(hash);
        let seq = self.seq();
        self.commands.entry(command).or_insert(seq);
        for record in touched {
            let seqs = self.touched.entry(record).or_default();
            if seqs.last() != Some(&seq) {
                seqs.push(seq);
            }
        }
    }

    /// The records as the change set leaves them: the register's own rules, run on the touched records alone.
    fn images(&self, set: &ChangeSet) -> Result<Vec<Image>, StoreError> {
        let mut part = Register::default();
        let mut seen = HashSet::new();
        for change in &set.changes {
            let (kind, id) = (change.kind, change.id);
            if !seen.insert((kind, id)) {
                return Err(StoreError::Malformed { what: format!("{kind:?} {id} changes twice") });
            }
            if let Some(record) = self.register.record(kind, id) {
                part.load(record, self.register.revision(kind, id));
            } else if let Some(removed) = self.register.removed_record(kind, id) {
                part.load_removed(kind, id, removed.revision, removed.record.clone());
            }
        }
        part.apply(set)?;
        let formed = set.changes.iter().map(|change| {
            let formed = image(&part, change.kind, change.id);
            formed.filter(|image| image.revision == change.expected.saturating_add(1)).ok_or_else(|| {
                let what = format!("the fields of {:?} {} name another", change.kind, change.id);
                StoreError::Malformed { what }
            })
        });
        formed.collect()
    }
}

/// A record of a register, standing or removed.
pub(super) fn image(register: &Register, kind: RecordKind, id: Uuid) -> Option<Image> {
    let state = match register.record(kind, id) {
        Some(record) => State::Standing(record),
        None => State::Removed(register.removed_record(kind, id)?.record.clone()),
    };
    Some(Image { kind, id, revision: register.revision(kind, id), state })
}
