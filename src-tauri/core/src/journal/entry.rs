//! An entry of the trail as stored bytes: one byte of version, then MessagePack with the names of the fields.
//!
//! Names make old entries readable for ever: a field that is added takes its default, one that is gone is passed
//! over. What was stored is never written anew, since its bytes are what the chain is made of.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::hash::Hash;
use crate::domain::change::{ChangeSet, RecordKind, TrailEntry};
use crate::domain::ids::CommandId;

/// The version of the bytes that this program writes, and the newest that it reads.
pub const VERSION: u8 = 1;

/// Why stored bytes are no entry.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// Written by a newer program.
    #[error("the entry has version {0}")]
    Newer(u8),
    /// Nothing there.
    #[error("the entry is empty")]
    Empty,
    /// The bytes do not form an entry.
    #[error("the entry cannot be read")]
    Malformed(#[from] rmp_serde::decode::Error),
}

/// What the chain and the indexes need of an entry; reading it passes over the fields' values.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryHead {
    /// Its place.
    pub seq: u64,
    /// The hash of the entry before; `None` when it is no hash at all.
    pub prev: Option<Hash>,
    /// The command.
    pub command: CommandId,
    /// The records it changes.
    pub touched: Vec<(RecordKind, Uuid)>,
}

/// The stored bytes of the entry at that place.
///
/// # Errors
/// The change set cannot be encoded.
pub fn encode(seq: u64, prev: Hash, set: &ChangeSet) -> Result<Vec<u8>, rmp_serde::encode::Error> {
    #[derive(Serialize)]
    struct Borrowed<'a> {
        seq: u64,
        prev: String,
        set: &'a ChangeSet,
    }
    let mut bytes = vec![VERSION];
    encode_named(&mut bytes, &Borrowed { seq, prev: prev.to_string(), set })?;
    Ok(bytes)
}

/// The entry of those stored bytes.
///
/// # Errors
/// The bytes are newer than this program, or form no entry.
pub fn decode(bytes: &[u8]) -> Result<TrailEntry, DecodeError> {
    Ok(decode_named(body(bytes)?)?)
}

/// The head of the entry of those stored bytes.
///
/// # Errors
/// The bytes are newer than this program, or form no entry.
pub fn decode_head(bytes: &[u8]) -> Result<EntryHead, DecodeError> {
    #[derive(Deserialize)]
    struct Entry {
        seq: u64,
        prev: String,
        set: Set,
    }
    #[derive(Deserialize)]
    struct Set {
        command: CommandId,
        changes: Vec<Change>,
    }
    #[derive(Deserialize)]
    struct Change {
        kind: RecordKind,
        id: Uuid,
    }
    let entry: Entry = decode_named(body(bytes)?)?;
    Ok(EntryHead {
        seq: entry.seq,
        prev: Hash::from_hex(&entry.prev),
        command: entry.set.command,
        touched: entry.set.changes.iter().map(|change| (change.kind, change.id)).collect(),
    })
}

fn body(bytes: &[u8]) -> Result<&[u8], DecodeError> {
    match bytes.split_first() {
        None => Err(DecodeError::Empty),
        Some((&version, _)) if version > VERSION => Err(DecodeError::Newer(version)),
        Some((_, body)) => Ok(body),
    }
}

/// MessagePack with the names of the fields; identities and days as text.
pub(crate) fn encode_named<T: Serialize>(
    bytes: &mut Vec<u8>,
    value: &T,
) -> Result<(), rmp_serde::encode::Error> {
    let mut encoder = rmp_serde::Serializer::new(bytes).with_struct_map().with_human_readable();
    value.serialize(&mut encoder)
}

/// Reads what [`encode_named`] wrote. What a length inside the bytes claims is never allocated ahead.
pub(crate) fn decode_named<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, rmp_serde::decode::Error> {
    T::deserialize(&mut rmp_serde::Deserializer::from_read_ref(bytes).with_human_readable())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::{Actor, Change, FieldChange, Op};

    fn set() -> ChangeSet {
        ChangeSet {
            command: CommandId(Uuid::from_u128(7)),
            at: "2015-01-12T10:00:00.123456Z".parse().unwrap(),
            actor: Actor::representative(),
            what: "due_date_moved".into(),
            reason: Some("ż".into()),
            changes: vec![Change {
                kind: RecordKind::Case,
                id: Uuid::from_u128(9),
                expected: 3,
                op: Op::Put,
                fields: vec![FieldChange {
                    path: "/actions/x/due_on".into(),
                    old: serde_json::json!({"a": [1, -2, 3.5, true, null]}),
                    new: "2015-01-30".into(),
                }],
            }],
        }
    }

    #[test]
    fn an_entry_reads_back_whole_and_its_head_alone() {
        let bytes = encode(5, Hash::of(b"before"), &set()).unwrap();
        let entry = decode(&bytes).unwrap();
        assert_eq!((entry.seq, &entry.set), (5, &set()));
        let head = decode_head(&bytes).unwrap();
        assert_eq!((head.seq, head.prev, head.command), (5, Some(Hash::of(b"before")), set().command));
        assert_eq!(head.touched, [(RecordKind::Case, Uuid::from_u128(9))]);
    }

    #[test]
    fn newer_and_broken_bytes_are_refused() {
        let mut bytes = encode(5, Hash::NONE, &set()).unwrap();
        let cut = bytes.len() - 1;
        assert!(matches!(decode(&bytes[..cut]), Err(DecodeError::Malformed(_))));
        assert!(matches!(decode(&[]), Err(DecodeError::Empty)));
        bytes[0] = VERSION + 1;
        assert!(matches!(decode(&bytes), Err(DecodeError::Newer(2))));
        // An array that claims four thousand million items.
        assert!(matches!(decode(&[1, 0xdd, 0xff, 0xff, 0xff, 0xff]), Err(DecodeError::Malformed(_))));
    }
}
