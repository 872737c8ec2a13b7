//! How long a trail was and how it ended, remembered outside its folder.
//!
//! A hash chain alone does not show that its last entries were cut off. The anchor does: it lies where the
//! platform keeps an app's own state, under a name made of the store's identity and its folder's path, so that a
//! copied folder is not mistaken for the one it was copied from. It has two slots, written in turn, so that one
//! is always whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::journal::Hash;
use crate::platform;

const SLOT_LEN: usize = 64;
const USED_LEN: usize = 44;

/// How long the trail was and how it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchored {
    /// How many entries it had.
    pub count: u64,
    /// The hash of the last one.
    pub head: Hash,
}

/// What a trail looks like beside its anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds everything that the anchor knows.
    Holds,
    /// It is shorter than it was.
    Cut {
        /// How many entries it had.
        anchored: u64,
        /// How many it has.
        found: u64,
    },
    /// It holds another entry at that place.
    Rewritten {
        /// The entry.
        seq: u64,
    },
}

impl Anchored {
    /// Compares with a trail of that length, whose hashes are asked for by seq.
    pub fn judge(&self, found: u64, hash: impl FnOnce(u64) -> Option<Hash>) -> Verdict {
        if self.count > found {
            Verdict::Cut { anchored: self.count, found }
        } else if hash(self.count) == Some(self.head) {
            Verdict::Holds
        } else {
            Verdict::Rewritten { seq: self.count }
        }
    }

    /// Its bytes, with a checksum.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(SLOT_LEN);
        bytes.extend(self.count.to_be_bytes());
        bytes.extend(self.head.bytes());
        bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
        bytes.resize(SLOT_LEN, 0);
        bytes
    }

    /// Reads what [`Anchored::encode`] wrote, if it is sound.
    pub(crate) fn parse(slot: &[u8]) -> Option<Self> {
        let covered = slot.get(..USED_LEN - 4)?;
        let (count, rest) = slot.split_first_chunk::<8>()?;
        let (head, rest) = rest.split_first_chunk::<32>()?;
        let (crc, _) = rest.split_first_chunk::<4>()?;
        let sound = u32::from_be_bytes(*crc) == crc32fast::hash(covered);
        sound.then(|| Self { count: u64::from_be_bytes(*count), head: Hash::from_bytes(*head) })
    }
}

/// The folder of all anchors on this machine.
pub fn folder() -> Option<PathBuf> {
    platform::state_folder().map(|state| state.join("capa-desk").join("anchors"))
}

/// The path of the anchor of a store.
///
/// # Errors
/// The store's folder cannot be resolved.
pub fn path(anchors: &Path, store_id: Uuid, data: &Path) -> io::Result<PathBuf> {
    let mut named = store_id.as_bytes().to_vec();
    named.extend(fs::canonicalize(data)?.as_os_str().as_encoded_bytes());
    let key: String = Hash::of(&named).to_string().chars().take(32).collect();
    Ok(anchors.join(key))
}

/// What the anchor at that path remembers; `None` when there is none, or none that can be read.
///
/// # Errors
/// The file is there and cannot be read.
pub fn read(path: &Path) -> io::Result<Option<Anchored>> {
    let mut bytes = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(2 * SLOT_LEN as u64).read_to_end(&mut bytes)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(newest(&bytes).map(|(_, anchored)| anchored))
}

fn newest(bytes: &[u8]) -> Option<(usize, Anchored)> {
    let slots = bytes.chunks(SLOT_LEN).take(2).enumerate();
    slots.filter_map(|(slot, bytes)| Some((slot, Anchored::parse(bytes)?))).max_by_key(|(_, it)| it.count)
}

/// The anchor of an open store.
#[derive(Debug)]
pub struct Anchor {
    file: File,
    next: usize,
}

impl Anchor {
    /// Opens the anchor and sets it to what the trail holds now, in both slots.
    ///
    /// # Errors
    /// It cannot be created or written.
    pub fn set(path: &Path, anchored: Anchored) -> io::Result<Self> {
        let folder = path.parent().unwrap_or(Path::new("."));
        platform::create_private_folder(folder)?;
        let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path)?;
        let mut anchor = Self { file, next: 0 };
        let mut bytes = Vec::new();
        anchor.file.read_to_end(&mut bytes)?;
        // The newest slot is overwritten last, so that a readable one is there all the time.
        anchor.next = newest(&bytes).map_or(0, |(slot, _)| 1 - slot.min(1));
        anchor.write(anchored)?;
        anchor.sync()?;
        anchor.write(anchored)?;
        anchor.sync()?;
        platform::sync_folder(folder)?;
        Ok(anchor)
    }

    /// Remembers a longer trail. Not synced each time: an anchor that is older than its trail does no harm.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&mut self, anchored: Anchored) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.next.saturating_mul(SLOT_LEN) as u64))?;
        self.file.write_all(&anchored.encode())?;
        self.next = 1 - self.next.min(1);
        Ok(())
    }

    /// Makes it durable.
    ///
    /// # Errors
    /// The sync failed.
    pub fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchored(count: u64) -> Anchored {
        Anchored { count, head: Hash::of(&count.to_be_bytes()) }
    }

    #[test]
    fn the_newest_whole_slot_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("anchor");
        assert_eq!(read(&path).unwrap(), None);
        let mut anchor = Anchor::set(&path, anchored(1)).unwrap();
        for count in 2..=5 {
            anchor.write(anchored(count)).unwrap();
            assert_eq!(read(&path).unwrap(), Some(anchored(count)));
        }
        let whole = fs::read(&path).unwrap();
        let mut torn = whole.clone();
        let newest = whole.chunks(SLOT_LEN).position(|slot| Anchored::parse(slot) == Some(anchored(5)));
        torn[newest.unwrap() * SLOT_LEN + 20] ^= 1;
        fs::write(&path, &torn).unwrap();
        assert_eq!(read(&path).unwrap(), Some(anchored(4)), "a torn slot leaves the one before");
        Anchor::set(&path, anchored(2)).unwrap();
        assert_eq!(read(&path).unwrap(), Some(anchored(2)), "setting it goes back too");
    }

    #[test]
    fn a_trail_is_judged_by_length_and_hash() {
        let hash = |seq: u64| Some(Hash::of(&seq.to_be_bytes()));
        assert_eq!(anchored(3).judge(3, hash), Verdict::Holds);
        assert_eq!(anchored(3).judge(9, hash), Verdict::Holds);
        assert_eq!(anchored(3).judge(2, hash), Verdict::Cut { anchored: 3, found: 2 });
        assert_eq!(anchored(3).judge(3, |_| Some(Hash::NONE)), Verdict::Rewritten { seq: 3 });
        let none = Anchored { count: 0, head: Hash::NONE };
        assert_eq!(none.judge(0, |_| Some(Hash::NONE)), Verdict::Holds);
    }

    #[test]
    fn another_folder_has_another_anchor() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let of = |id: u128, data: &Path| path(Path::new("a"), Uuid::from_u128(id), data).unwrap();
        assert_eq!(of(1, one.path()), of(1, &one.path().join(".")));
        assert_ne!(of(1, one.path()), of(1, two.path()));
        assert_ne!(of(1, one.path()), of(2, one.path()));
    }
}
