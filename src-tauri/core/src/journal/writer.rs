//! Appending to a journal.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::frame::{HEADER_LEN, Header, RECORD_LEN, Record, SEGMENT_LEN};
use super::hash::Hash;
use super::scan::{End, Place, segment_path};
use crate::platform::sync_folder;

/// What the journal needs of an open segment; a test puts a failing one in its place.
pub trait SegmentFile: Send {
    /// Writes all bytes at that offset.
    ///
    /// # Errors
    /// Not all were written.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was written durable.
    ///
    /// # Errors
    /// Nothing is known of what is durable.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file to that length.
    ///
    /// # Errors
    /// The file is as it was.
    fn cut(&mut self, len: u64) -> io::Result<()>;
}

impl SegmentFile for File {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.seek(SeekFrom::Start(offset))?;
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)
    }
}

/// Why an entry was not appended.
#[derive(Debug)]
pub enum AppendError {
    /// Nothing of it is in the journal, which can go on.
    Refused(io::Error),
    /// Something of it may be in the journal, which can not go on.
    Broken(io::Error),
}

/// The end of a journal, where entries are appended.
pub struct Writer {
    folder: PathBuf,
    store_id: Uuid,
    segment: u32,
    end: u64,
    file: Box<dyn SegmentFile>,
}

impl Writer {
    /// Begins a journal with its first segment, durable before this returns.
    ///
    /// # Errors
    /// The folder or the segment cannot be created.
    pub fn begin(folder: &Path, store_id: Uuid) -> io::Result<Self> {
        let file = create_segment(folder, Header::new(1, 1, store_id))?;
        Ok(Self { folder: folder.into(), store_id, segment: 1, end: HEADER_LEN as u64, file: Box::new(file) })
    }

    /// Goes on behind the last sound record, and cuts off what lies behind it. What is there is synced: a process
    /// that was killed may have left entries that the disk has not yet.
    ///
    /// # Errors
    /// The segment cannot be opened, cut or synced.
    pub fn go_on(folder: &Path, store_id: Uuid, end: End) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).open(segment_path(folder, end.segment))?;
        if file.metadata()?.len() != end.offset {
            file.set_len(end.offset)?;
        }
        file.sync_all()?;
        Ok(Self {
            folder: folder.into(),
            store_id,
            segment: end.segment,
            end: end.offset,
            file: Box::new(file),
        })
    }

    /// Appends an entry. It is durable only after [`Writer::sync`].
    ///
    /// # Errors
    /// [`AppendError::Refused`] leaves the journal as it was.
    pub fn append(&mut self, seq: u64, hash: Hash, payload: &[u8]) -> Result<Place, AppendError> {
        let bytes = Record { seq, hash, payload }.encode().ok_or_else(|| {
            AppendError::Refused(io::Error::new(io::ErrorKind::InvalidInput, "the entry is too long"))
        })?;
        let len = bytes.len() as u64;
        if self.end > HEADER_LEN as u64 && self.end.saturating_add(len) > SEGMENT_LEN {
            self.file.sync().map_err(AppendError::Broken)?;
            self.roll(seq).map_err(AppendError::Refused)?;
        }
        if let Err(error) = self.file.write_at(self.end, &bytes) {
            return Err(match self.file.cut(self.end) {
                Ok(()) => AppendError::Refused(error),
                Err(_) => AppendError::Broken(error),
            });
        }
        let offset = self.end.saturating_add(RECORD_LEN as u64);
        self.end = self.end.saturating_add(len);
        Ok(Place { segment: self.segment, offset, len: u32::try_from(payload.len()).unwrap_or(u32::MAX) })
    }

    /// Makes everything appended durable. After an error nothing is known, and it must not be tried again: the
    /// kernel reports a failed write once, and a second sync would claim success.
    ///
    /// # Errors
    /// The sync failed.
    pub fn sync(&mut self) -> io::Result<()> {
        self.file.sync()
    }

    fn roll(&mut self, first_seq: u64) -> io::Result<()> {
        let segment = self.segment.saturating_add(1);
        let file = create_segment(&self.folder, Header::new(segment, first_seq, self.store_id))?;
        self.file = Box::new(file);
        self.segment = segment;
        self.end = HEADER_LEN as u64;
        Ok(())
    }

    /// Puts another file in the place of the open segment.
    #[cfg(test)]
    pub(crate) fn replace_file(&mut self, change: impl FnOnce(Box<dyn SegmentFile>) -> Box<dyn SegmentFile>) {
        struct Nowhere;
        impl SegmentFile for Nowhere {
            fn write_at(&mut self, _: u64, _: &[u8]) -> io::Result<()> {
                Err(io::ErrorKind::Other.into())
            }
            fn sync(&mut self) -> io::Result<()> {
                Err(io::ErrorKind::Other.into())
            }
            fn cut(&mut self, _: u64) -> io::Result<()> {
                Err(io::ErrorKind::Other.into())
            }
        }
        let file = std::mem::replace(&mut self.file, Box::new(Nowhere));
        self.file = change(file);
    }
}

/// Creates a segment with its header: beside its place first, so that a segment is there whole or not at all.
fn create_segment(folder: &Path, header: Header) -> io::Result<File> {
    let path = segment_path(folder, header.segment);
    let beside = path.with_extension("new");
    let created = (|| {
        let mut file = OpenOptions::new().create(true).truncate(true).read(true).write(true).open(&beside)?;
        file.write_all(&header.encode())?;
        file.sync_all()?;
        fs::rename(&beside, &path)?;
        sync_folder(folder)?;
        Ok(file)
    })();
    if created.is_err() {
        // What is left is cleaned up now or, on a full or failing disk, overwritten by the next try.
        let _ = fs::remove_file(&beside);
    }
    created
}

/// Reads entries back by their places, checking each against its hash.
#[derive(Debug)]
pub struct Reader {
    folder: PathBuf,
    open: Option<(u32, File)>,
}

impl Reader {
    /// A reader of that journal.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.into(), open: None }
    }

    /// The stored bytes at that place; `None` when they are not those of the hash.
    ///
    /// # Errors
    /// The segment cannot be read.
    pub fn payload(&mut self, place: Place, hash: Hash) -> io::Result<Option<Vec<u8>>> {
        use std::io::Read;
        let file = match &mut self.open {
            Some((segment, file)) if *segment == place.segment => file,
            other => {
                let file = File::open(segment_path(&self.folder, place.segment))?;
                &mut other.insert((place.segment, file)).1
            }
        };
        file.seek(SeekFrom::Start(place.offset))?;
        let mut bytes = Vec::new();
        file.take(u64::from(place.len)).read_to_end(&mut bytes)?;
        Ok((Hash::of(&bytes) == hash).then_some(bytes))
    }
}
