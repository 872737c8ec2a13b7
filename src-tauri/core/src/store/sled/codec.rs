//! Records as values of sled: cut into parts, each under its own key.
//!
//! ```text
//! key     id 16 | part u16
//! value   version | removed | revision u32 | parts u16 | MessagePack...     (part 0)
//!         ...MessagePack                                                    (parts behind it)
//! ```
//!
//! Small parts keep sled's pages below the size at which it writes them into files of their own, which it never
//! syncs and never gives back.

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::domain::change::{Record, RecordKind};
use crate::journal::entry::{decode_named, encode_named};
use crate::store::ledger::{Image, State};

/// The longest part. sled keeps up to 17 of them on a page, and pages under 128 KiB in its log.
pub const PART_LEN: usize = 6 << 10;
/// The version of a stored record.
pub const VERSION: u8 = 1;

const HEAD_LEN: usize = 8;

/// Why stored parts form no record.
#[derive(Debug, thiserror::Error)]
pub enum CodecError {
    /// Written by a newer program.
    #[error("a record has version {0}")]
    Newer(u8),
    /// The parts do not fit together, or their bytes form no record.
    #[error("a record cannot be read: {0}")]
    Malformed(String),
}

/// The key of a part.
pub fn key(id: Uuid, part: u16) -> [u8; 18] {
    let mut key = [0; 18];
    let (front, back) = key.split_at_mut(16);
    front.copy_from_slice(id.as_bytes());
    back.copy_from_slice(&part.to_be_bytes());
    key
}

/// The identity and part number of a key.
pub fn parse_key(key: &[u8]) -> Option<(Uuid, u16)> {
    let (id, part) = key.split_first_chunk::<16>()?;
    Some((Uuid::from_bytes(*id), u16::from_be_bytes(part.try_into().ok()?)))
}

/// How many parts the record has whose part 0 this is.
pub fn part_count(first: &[u8]) -> Option<u16> {
    let (head, _) = first.split_first_chunk::<HEAD_LEN>()?;
    let [_, _, _, _, _, _, high, low] = *head;
    Some(u16::from_be_bytes([high, low]))
}

/// The parts of a record.
pub fn encode(image: &Image) -> Result<Vec<Vec<u8>>, CodecError> {
    let mut bytes = Vec::new();
    let encoded = match &image.state {
        State::Removed(fields) => encode_named(&mut bytes, fields),
        State::Standing(record) => encode_record(&mut bytes, record),
    };
    encoded.map_err(|error| CodecError::Malformed(error.to_string()))?;
    let count = HEAD_LEN.saturating_add(bytes.len()).div_ceil(PART_LEN);
    let count = u16::try_from(count).map_err(|_| CodecError::Malformed("too long".into()))?;
    let mut whole = vec![VERSION, u8::from(matches!(image.state, State::Removed(_)))];
    whole.extend(image.revision.to_be_bytes());
    whole.extend(count.to_be_bytes());
    whole.append(&mut bytes);
    Ok(whole.chunks(PART_LEN).map(<[u8]>::to_vec).collect())
}

/// The record of those joined parts.
pub fn decode(kind: RecordKind, id: Uuid, whole: &[u8]) -> Result<Image, CodecError> {
    let malformed = |what: &str| CodecError::Malformed(format!("{} {id}: {what}", kind.code()));
    let (head, body) = whole.split_first_chunk::<HEAD_LEN>().ok_or_else(|| malformed("no head"))?;
    let [version, removed, r0, r1, r2, r3, ..] = *head;
    if version > VERSION {
        return Err(CodecError::Newer(version));
    }
    let state = match removed {
        0 => State::Standing(decode_record(kind, body).map_err(|error| malformed(&error.to_string()))?),
        _ => State::Removed(decode_named::<Value>(body).map_err(|error| malformed(&error.to_string()))?),
    };
    if matches!(&state, State::Standing(record) if record.id() != id) {
        return Err(malformed("it names another"));
    }
    Ok(Image { kind, id, revision: u32::from_be_bytes([r0, r1, r2, r3]), state })
}

fn encode_record(bytes: &mut Vec<u8>, record: &Record) -> Result<(), rmp_serde::encode::Error> {
    fn named<T: Serialize>(bytes: &mut Vec<u8>, record: &T) -> Result<(), rmp_serde::encode::Error> {
        encode_named(bytes, record)
    }
    match record {
        Record::Office(record) => named(bytes, record),
        Record::Department(record) => named(bytes, record),
        Record::Process(record) => named(bytes, record),
        Record::Post(record) => named(bytes, record),
        Record::Person(record) => named(bytes, record),
        Record::Case(record) => named(bytes, record),
        Record::Certificate(record) => named(bytes, record),
        Record::Audit(record) => named(bytes, record),
        Record::Batch(record) => named(bytes, record),
        Record::Notice(record) => named(bytes, record),
        Record::AuditProgramme(record) => named(bytes, record),
        Record::QuestionList(record) => named(bytes, record),
        Record::Auditor(record) => named(bytes, record),
        Record::Complaint(record) => named(bytes, record),
        Record::Objective(record) => named(bytes, record),
        Record::Survey(record) => named(bytes, record),
        Record::Review(record) => named(bytes, record),
        Record::ActionProgramme(record) => named(bytes, record),
        Record::Confirmation(record) => named(bytes, record),
        Record::OwnCheck(record) => named(bytes, record),
        Record::ReadinessRun(record) => named(bytes, record),
    }
}

fn decode_record(kind: RecordKind, bytes: &[u8]) -> Result<Record, rmp_serde::decode::Error> {
    Ok(match kind {
        RecordKind::Office => Record::Office(decode_named(bytes)?),
        RecordKind::Department => Record::Department(decode_named(bytes)?),
        RecordKind::Process => Record::Process(decode_named(bytes)?),
        RecordKind::Post => Record::Post(decode_named(bytes)?),
        RecordKind::Person => Record::Person(decode_named(bytes)?),
        RecordKind::Case => Record::Case(decode_named(bytes)?),
        RecordKind::Certificate => Record::Certificate(decode_named(bytes)?),
        RecordKind::Audit => Record::Audit(decode_named(bytes)?),
        RecordKind::Batch => Record::Batch(decode_named(bytes)?),
        RecordKind::Notice => Record::Notice(decode_named(bytes)?),
        RecordKind::AuditProgramme => Record::AuditProgramme(decode_named(bytes)?),
        RecordKind::QuestionList => Record::QuestionList(decode_named(bytes)?),
        RecordKind::Auditor => Record::Auditor(decode_named(bytes)?),
        RecordKind::Complaint => Record::Complaint(decode_named(bytes)?),
        RecordKind::Objective => Record::Objective(decode_named(bytes)?),
        RecordKind::Survey => Record::Survey(decode_named(bytes)?),
        RecordKind::Review => Record::Review(decode_named(bytes)?),
        RecordKind::ActionProgramme => Record::ActionProgramme(decode_named(bytes)?),
        RecordKind::Confirmation => Record::Confirmation(decode_named(bytes)?),
        RecordKind::OwnCheck => Record::OwnCheck(decode_named(bytes)?),
        RecordKind::ReadinessRun => Record::ReadinessRun(decode_named(bytes)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::{Case, CaseKind};
    use crate::domain::ids::CaseId;

    fn case(text: &str) -> Image {
        let id = Uuid::from_u128(7);
        let mut case = Case::draft(CaseId(id), CaseKind::Corrective);
        case.remarks = text.into();
        Image {
            kind: RecordKind::Case,
            id,
            revision: 3,
            state: State::Standing(Record::Case(Box::new(case))),
        }
    }

    #[test]
    fn short_and_long_records_read_back() {
        for (text, parts) in [("ż".to_string(), 1), ("x".repeat(32_767), 6)] {
            let image = case(&text);
            let stored = encode(&image).unwrap();
            assert_eq!((stored.len(), part_count(&stored[0])), (parts, u16::try_from(parts).ok()));
            assert!(stored.iter().all(|part| part.len() <= PART_LEN));
            assert_eq!(decode(image.kind, image.id, &stored.concat()).unwrap(), image);
        }
        let id = Uuid::from_u128(8);
        let state = State::Removed(serde_json::json!({"title": "t"}));
        let removed = Image { kind: RecordKind::Case, id, revision: 2, state };
        assert_eq!(decode(removed.kind, id, &encode(&removed).unwrap().concat()).unwrap(), removed);
    }

    #[test]
    fn a_record_under_a_foreign_key_or_of_a_newer_version_is_refused() {
        let image = case("x");
        let mut stored = encode(&image).unwrap().concat();
        assert!(decode(image.kind, Uuid::from_u128(8), &stored).is_err());
        stored[0] = VERSION + 1;
        assert!(matches!(decode(image.kind, image.id, &stored), Err(CodecError::Newer(2))));
    }

    #[test]
    fn keys_sort_by_identity_then_part() {
        let id = Uuid::from_u128(1);
        assert!(key(id, 9) < key(id, 10) && key(id, u16::MAX) < key(Uuid::from_u128(2), 0));
        assert_eq!(parse_key(&key(id, 300)), Some((id, 300)));
        assert_eq!(parse_key(b"short"), None);
    }
}
