//! The bytes of a segment.
//!
//! ```text
//! header   "CAPAJ" 0 0 version | segment u32 | first seq u64 | store id 16 | crc u32
//! record   magic 4 | length u32 | crc u32 | seq u64 | SHA-256 of the payload 32 | payload
//! ```
//!
//! Numbers are big-endian. A header's checksum covers all before it, a record's its length, seq, hash and
//! payload. The magic begins every record so that reading finds the next one behind a damaged area; it is not
//! UTF-8, so that no text can hold it. Zeros behind the last record are space, not damage.

use memchr::memmem;
use uuid::Uuid;

use super::hash::Hash;

/// The version of a segment that this program writes, and the newest that it reads.
pub const VERSION: u8 = 1;
/// The length of a segment's header.
pub const HEADER_LEN: usize = 40;
/// The length of a record without its payload.
pub const RECORD_LEN: usize = 52;
/// A segment that has reached this length takes no further record.
pub const SEGMENT_LEN: u64 = 8 << 20;

const NAME: [u8; 7] = *b"CAPAJ\0\0";
const MAGIC: [u8; 4] = [0xCA, 0xFE, 0x9A, 0xE5];

/// What begins a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The version of its bytes.
    pub version: u8,
    /// Its number, from 1; the name of its file.
    pub segment: u32,
    /// The seq of its first record.
    pub first_seq: u64,
    /// The identity of the store, the same in every segment.
    pub store_id: Uuid,
}

impl Header {
    /// A header of this program's version.
    pub fn new(segment: u32, first_seq: u64, store_id: Uuid) -> Self {
        Self { version: VERSION, segment, first_seq, store_id }
    }

    /// Its bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER_LEN);
        bytes.extend(NAME);
        bytes.push(self.version);
        bytes.extend(self.segment.to_be_bytes());
        bytes.extend(self.first_seq.to_be_bytes());
        bytes.extend(self.store_id.as_bytes());
        bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
        bytes
    }

    /// The header at the beginning of a segment, if it is sound.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let covered = bytes.get(..HEADER_LEN - 4)?;
        let mut rest = bytes;
        let name: [u8; 7] = take(&mut rest)?;
        let [version] = take(&mut rest)?;
        let segment = u32::from_be_bytes(take(&mut rest)?);
        let first_seq = u64::from_be_bytes(take(&mut rest)?);
        let store_id = Uuid::from_bytes(take(&mut rest)?);
        let sound = name == NAME && u32::from_be_bytes(take(&mut rest)?) == crc32fast::hash(covered);
        sound.then_some(Self { version, segment, first_seq, store_id })
    }
}

/// A sound record.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Its place in the trail.
    pub seq: u64,
    /// The hash of its payload.
    pub hash: Hash,
    /// The stored bytes of the entry.
    pub payload: &'a [u8],
}

impl<'a> Record<'a> {
    /// Its bytes; `None` when the payload is longer than four gigabytes.
    pub fn encode(&self) -> Option<Vec<u8>> {
        let length = u32::try_from(self.payload.len()).ok()?.to_be_bytes();
        let seq = self.seq.to_be_bytes();
        let crc = checksum([&length, &seq, self.hash.bytes(), self.payload]);
        let mut bytes = Vec::with_capacity(RECORD_LEN.saturating_add(self.payload.len()));
        bytes.extend(MAGIC);
        bytes.extend(length);
        bytes.extend(crc.to_be_bytes());
        bytes.extend(seq);
        bytes.extend(self.hash.bytes());
        bytes.extend_from_slice(self.payload);
        Some(bytes)
    }

    /// The record at the beginning of the bytes, if it is sound. Nothing is allocated for what a length claims.
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes;
        let magic: [u8; 4] = take(&mut rest)?;
        let length: [u8; 4] = take(&mut rest)?;
        let crc = u32::from_be_bytes(take(&mut rest)?);
        let seq: [u8; 8] = take(&mut rest)?;
        let hash: [u8; 32] = take(&mut rest)?;
        if magic != MAGIC {
            return None;
        }
        let payload = rest.get(..usize::try_from(u32::from_be_bytes(length)).ok()?)?;
        if checksum([&length, &seq, &hash, payload]) != crc || Hash::of(payload).bytes() != &hash {
            return None;
        }
        Some(Self { seq: u64::from_be_bytes(seq), hash: Hash::from_bytes(hash), payload })
    }

    /// How many bytes it takes.
    pub fn len(&self) -> usize {
        RECORD_LEN.saturating_add(self.payload.len())
    }

    /// Never: a record has at least its frame.
    pub fn is_empty(&self) -> bool {
        false
    }
}

/// The places in the bytes where a record may begin.
pub fn candidates(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    memmem::find_iter(bytes, &MAGIC)
}

fn checksum(parts: [&[u8]; 4]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize()
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flipped_byte_of_a_header_and_a_record_shows() {
        let header = Header::new(3, 17, Uuid::from_u128(5));
        let good = header.encode();
        assert_eq!((Header::parse(&good), good.len()), (Some(header), HEADER_LEN));
        let payload = b"the payload";
        let record = Record { seq: 17, hash: Hash::of(payload), payload };
        let stored = record.encode().unwrap();
        assert_eq!(Record::parse(&stored).unwrap().payload, payload);
        assert_eq!(stored.len(), record.len());
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x41;
            assert_eq!(Header::parse(&bad), None, "header byte {at}");
        }
        for at in 0..stored.len() {
            let mut bad = stored.clone();
            bad[at] ^= 0x41;
            assert!(Record::parse(&bad).is_none(), "record byte {at}");
            assert!(Record::parse(&stored[..at]).is_none(), "cut at {at}");
        }
    }
}
