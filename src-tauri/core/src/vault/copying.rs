//! Reading a file once, to the end, while everything that must be known of it is gathered.

use std::io::{self, ErrorKind, Read, Write};

use sha2::{Digest, Sha256};

use crate::journal::Hash;

/// How much of the beginning is kept, to tell the kind by.
const HEAD: usize = 64 << 10;

/// What was seen of a file while it was read.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) hash: Hash,
    pub(super) bytes: u64,
    /// The beginning of the file.
    pub(super) head: Vec<u8>,
    /// Whether it holds text alone: no control characters but those that end lines, pages and cells.
    pub(super) is_text: bool,
}

/// Why a file was not read to its end.
#[derive(Debug)]
pub(super) enum Stopped {
    Reading(io::Error),
    Writing(io::Error),
    TooLarge,
}

/// Copies a file and tells what it held. What its metadata say is not asked: it may grow meanwhile.
pub(super) fn copy(from: &mut impl Read, to: &mut impl Write, limit: u64) -> Result<Seen, Stopped> {
    let (mut hasher, mut bytes, mut head, mut is_text) = (Sha256::new(), 0_u64, Vec::new(), true);
    let mut buffer = vec![0_u8; 128 << 10];
    loop {
        let count = match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(Stopped::Reading(error)),
        };
        let part = buffer.get(..count).unwrap_or_default();
        bytes = bytes.saturating_add(count as u64);
        if bytes > limit {
            return Err(Stopped::TooLarge);
        }
        hasher.update(part);
        is_text = is_text && part.iter().all(|byte| *byte >= 0x20 || matches!(byte, 0x09..=0x0d));
        head.extend(part.iter().take(HEAD.saturating_sub(head.len())));
        to.write_all(part).map_err(Stopped::Writing)?;
    }
    to.flush().map_err(Stopped::Writing)?;
    Ok(Seen { hash: Hash::from_bytes(hasher.finalize().into()), bytes, head, is_text })
}
