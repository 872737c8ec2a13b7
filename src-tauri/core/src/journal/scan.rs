//! Reading a journal that may be damaged: what is sound, what is not, and which entries that concerns.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::entry::{self, DecodeError, EntryHead};
use super::frame::{self, HEADER_LEN, Header, RECORD_LEN, Record};
use super::hash::Hash;

/// Where the payload of an entry lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The segment.
    pub segment: u32,
    /// The payload's first byte in the segment.
    pub offset: u64,
    /// The payload's length.
    pub len: u32,
}

/// A sound entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The hash of its stored bytes.
    pub hash: Hash,
    /// Where they lie.
    pub place: Place,
    /// What they say.
    pub head: EntryHead,
}

/// What is wrong at one place of a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A segment's header is damaged or belongs elsewhere.
    Header,
    /// Bytes that form no sound record, with sound ones behind them.
    Damaged,
    /// Entries are missing here.
    Missing,
    /// An entry stands where it does not belong.
    OutOfPlace,
    /// An entry does not name the one before it.
    Chain,
    /// Bytes behind the last sound record: a write that was cut off, or damage at the end.
    TornTail,
}

/// Something wrong, and the entry it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The entry.
    pub seq: u64,
    /// The segment.
    pub segment: u32,
    /// What.
    pub kind: FaultKind,
}

/// How a journal is on the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// No segment at all.
    Absent,
    /// All sound.
    Clean,
    /// Sound up to bytes at the end that form no record.
    TornTail,
    /// Damaged before its end.
    Damaged,
}

/// Where the next record goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The last segment.
    pub segment: u32,
    /// The end of its last sound record.
    pub offset: u64,
}

/// What reading a journal found.
#[derive(Debug, Default)]
pub struct Scan {
    /// The sound entries by their seq.
    pub entries: BTreeMap<u64, Found>,
    /// Everything wrong, in the order of the files.
    pub faults: Vec<Fault>,
    /// The end of the last segment.
    pub end: Option<End>,
    /// The identity of the store.
    pub store_id: Option<Uuid>,
    /// Set when a sound part was written by a newer program: its version.
    pub newer: Option<u8>,
}

impl Scan {
    /// How the journal is on the whole.
    pub fn condition(&self) -> Condition {
        if self.end.is_none() {
            return Condition::Absent;
        }
        match self.faults.as_slice() {
            [] => Condition::Clean,
            [Fault { kind: FaultKind::TornTail, .. }] => Condition::TornTail,
            _ => Condition::Damaged,
        }
    }

    /// The seq of the last sound entry; 0 for none.
    pub fn last_seq(&self) -> u64 {
        self.entries.last_key_value().map_or(0, |(seq, _)| *seq)
    }

    /// The hash of the last sound entry.
    pub fn head(&self) -> Hash {
        self.entries.last_key_value().map_or(Hash::NONE, |(_, found)| found.hash)
    }
}

/// The path of a segment.
pub fn segment_path(folder: &Path, segment: u32) -> PathBuf {
    folder.join(format!("{segment:08}.capaj"))
}

/// The segments of a journal's folder, in order. A folder that is not there has none.
///
/// # Errors
/// The folder cannot be listed.
pub fn segments(folder: &Path) -> io::Result<Vec<(u32, PathBuf)>> {
    let listed = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed?,
    };
    let mut found = Vec::new();
    for item in listed {
        let path = item?.path();
        let ours = path.extension().is_some_and(|ending| ending == "capaj");
        let number = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
        if let (true, Some(number)) = (ours, number) {
            found.push((number, path));
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// The identity of the store, as the first segment names it.
pub fn store_id(folder: &Path) -> Option<Uuid> {
    let mut bytes = Vec::new();
    fs::File::open(segment_path(folder, 1)).ok()?.take(HEADER_LEN as u64).read_to_end(&mut bytes).ok()?;
    Header::parse(&bytes).map(|header| header.store_id)
}

/// Reads a whole journal. `visit` is shown every sound entry's seq and stored bytes, once, in the order of the
/// files. No more memory is taken than the largest segment's length.
///
/// # Errors
/// A file cannot be read.
pub fn scan(folder: &Path, visit: &mut dyn FnMut(u64, &[u8])) -> io::Result<Scan> {
    let mut scanner = Scanner { scan: Scan::default(), next: 1, before: Some(Hash::NONE), visit };
    for (number, path) in segments(folder)? {
        let bytes = fs::read(&path)?;
        scanner.settle_tail();
        scanner.segment(number, &bytes);
    }
    Ok(scanner.scan)
}

struct Scanner<'a> {
    scan: Scan,
    /// The seq that comes next.
    next: u64,
    /// The hash of the entry before it, where that one is known.
    before: Option<Hash>,
    visit: &'a mut dyn FnMut(u64, &[u8]),
}

impl Scanner<'_> {
    fn fault(&mut self, segment: u32, seq: u64, kind: FaultKind) {
        let fault = Fault { seq, segment, kind };
        if !self.scan.faults.contains(&fault) {
            self.scan.faults.push(fault);
        }
    }

    /// A tail is only torn at the end of the last segment; with another segment behind it, it is damage.
    fn settle_tail(&mut self) {
        if let Some(fault) = self.scan.faults.last_mut()
            && fault.kind == FaultKind::TornTail
        {
            fault.kind = FaultKind::Damaged;
        }
    }

    fn segment(&mut self, number: u32, bytes: &[u8]) {
        self.header(number, bytes);
        let mut at = HEADER_LEN;
        let mut end = HEADER_LEN;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            match Record::parse(rest) {
                Some(record) => {
                    self.record(number, at, &record);
                    at = at.saturating_add(record.len());
                    end = at;
                }
                None if rest.iter().all(|byte| *byte == 0) => break,
                None => match next_sound(rest) {
                    Some(skipped) => {
                        self.fault(number, self.next, FaultKind::Damaged);
                        at = at.saturating_add(skipped);
                    }
                    None => {
                        self.fault(number, self.next, FaultKind::TornTail);
                        break;
                    }
                },
            }
        }
        self.scan.end = Some(End { segment: number, offset: end as u64 });
    }

    fn header(&mut self, number: u32, bytes: &[u8]) {
        let Some(header) = Header::parse(bytes) else {
            return self.fault(number, self.next, FaultKind::Header);
        };
        if header.version > frame::VERSION {
            self.scan.newer = Some(header.version);
        }
        let ours = *self.scan.store_id.get_or_insert(header.store_id) == header.store_id;
        if !ours || header.segment != number || header.first_seq < self.next {
            self.fault(number, self.next, FaultKind::Header);
        }
        self.gap(number, header.first_seq);
    }

    /// Names the entries that are missing before that one. Of a very long gap the first thousand say enough.
    fn gap(&mut self, segment: u32, until: u64) {
        for seq in (self.next..until).take(1_000) {
            if !self.scan.faults.iter().any(|fault| fault.seq == seq && fault.kind == FaultKind::Damaged) {
                self.fault(segment, seq, FaultKind::Missing);
            }
        }
        if until > self.next {
            self.next = until;
            self.before = None;
        }
    }

    fn record(&mut self, segment: u32, at: usize, record: &Record<'_>) {
        let head = match entry::decode_head(record.payload) {
            Ok(head) => head,
            Err(DecodeError::Newer(version)) => {
                self.scan.newer = Some(version);
                return;
            }
            Err(_) => return self.fault(segment, record.seq, FaultKind::Damaged),
        };
        if record.seq < self.next || head.seq != record.seq {
            return self.fault(segment, record.seq, FaultKind::OutOfPlace);
        }
        self.gap(segment, record.seq);
        if self.before.is_some_and(|before| head.prev != Some(before)) {
            self.fault(segment, record.seq, FaultKind::Chain);
        }
        let offset = at.saturating_add(RECORD_LEN) as u64;
        let len = u32::try_from(record.payload.len()).unwrap_or(u32::MAX);
        (self.visit)(record.seq, record.payload);
        self.scan
            .entries
            .insert(record.seq, Found { hash: record.hash, place: Place { segment, offset, len }, head });
        self.next = record.seq.saturating_add(1);
        self.before = Some(record.hash);
    }
}

/// How far behind the beginning the next sound record begins.
fn next_sound(bytes: &[u8]) -> Option<usize> {
    frame::candidates(bytes)
        .filter(|at| *at > 0)
        .find(|at| bytes.get(*at..).is_some_and(|rest| Record::parse(rest).is_some()))
}
