//! Evidence files, kept once each under the SHA-256 of their content: `evidence/ab/<64 hexadecimal digits>`.
//!
//! A file is copied to a temporary name in the vault, synced, renamed, and its name synced, before anything may
//! name it. Its bytes are trusted at no later time: whoever asks for a file has it hashed again. Other programs
//! never get a path into the vault, but a copy of their own under a safe name.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

mod copying;
mod error;
mod kind;
mod name;
mod opened;
mod packed;

pub use error::VaultError;

use crate::journal::Hash;
use crate::platform::{create_private_folder, make_read_only, mark_as_foreign, open_regular, sync_folder};
use copying::{Seen, Stopped};
use kind::Kind;

/// The largest file that is kept, in bytes.
pub const LARGEST_FILE: u64 = 100 << 20;

const FOLDER: &str = "evidence";
const INCOMING: &str = "incoming";

/// A file that lies in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The SHA-256 of its content, in lower-case hexadecimal digits: what it is asked for by.
    pub sha256: String,
    /// How long it is.
    pub bytes: u64,
    /// What it was called, made safe.
    pub name: String,
    /// What kind of file it is.
    pub media_type: String,
}

/// The evidence files of a data folder.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    copies: PathBuf,
    limit: u64,
}

impl Vault {
    /// The vault of a data folder. Nothing is created before the first file is put in.
    pub fn beside(folder: &Path) -> Self {
        Self { folder: folder.join(FOLDER), copies: std::env::temp_dir(), limit: LARGEST_FILE }
    }

    /// Keeps a copy of a file. The same content twice is kept once; a kept file that was damaged is made whole.
    ///
    /// # Errors
    /// The file is too large, empty, of a kind that is not kept, or cannot be read; the vault cannot be written.
    pub fn put(&self, file: &Path) -> Result<StoredFile, VaultError> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut from = open_regular(file).map_err(|source| VaultError::FileNotReadable { source })?;
        self.keep(&name, &mut from)
    }

    /// Keeps bytes that are no file yet, under the same rules as [`Vault::put`].
    ///
    /// # Errors
    /// As those of [`Vault::put`].
    pub fn put_bytes(&self, name: &str, bytes: &[u8]) -> Result<StoredFile, VaultError> {
        self.keep(name, &mut Cursor::new(bytes))
    }

    /// Reads a kept file to its end and compares; tells how long it is.
    ///
    /// # Errors
    /// It is not there, was changed, or cannot be read.
    pub fn check(&self, sha256: &str) -> Result<u64, VaultError> {
        let (hash, mut file) = self.open(sha256)?;
        Ok(self.read_again(hash, &mut file, &mut io::sink())?.bytes)
    }

    /// Hands out a copy that another program may open: compared while copying, under a safe name whose extension
    /// is that of the kind its bytes have, in a folder that only its owner can read. It cannot be written, and is
    /// removed when a later run of the program hands out its first copy.
    ///
    /// # Errors
    /// The file is not there, was changed, or is of no kind that is kept; the copy cannot be written.
    pub fn copy_out(&self, sha256: &str, name: &str) -> Result<PathBuf, VaultError> {
        let (hash, mut file) = self.open(sha256)?;
        let folder = opened::fresh_folder(&self.copies).map_err(VaultError::writing(&self.copies))?;
        let made = self.copy_into(&folder, hash, &mut file, name);
        if made.is_err() {
            // Nobody opens half a copy, or a damaged one; what cannot be removed now goes with the run's folder.
            let _ = fs::remove_dir_all(&folder);
        }
        made
    }

    fn copy_into(
        &self,
        folder: &Path,
        hash: Hash,
        file: &mut File,
        name: &str,
    ) -> Result<PathBuf, VaultError> {
        let mut copy = NamedTempFile::new_in(folder).map_err(VaultError::writing(folder))?;
        let seen = self.read_again(hash, file, copy.as_file_mut())?;
        let kinds = kind::of_content(&seen.head, seen.is_text, copy.as_file_mut());
        let (kind, extension) = agreed(&kinds, name)
            .or_else(|| {
                kinds.first().and_then(|kind| Some((*kind, (*kind.extensions().first()?).to_owned())))
            })
            .ok_or(VaultError::FileTypeRefused)?;
        let path = folder.join(name::safe(name, &extension, kind.extensions()));
        copy.persist(&path).map_err(|error| VaultError::writing(&path)(error.error))?;
        if let Err(error) = mark_as_foreign(&path) {
            tracing::debug!(%error, "the copy is not marked as coming from elsewhere");
        }
        make_read_only(&path).map_err(VaultError::writing(&path))?;
        Ok(path)
    }

    fn keep(&self, name: &str, from: &mut impl Read) -> Result<StoredFile, VaultError> {
        // Known before anything is copied: a name of another kind is refused whatever the content is.
        let named = name::extension(&name::cleaned(name));
        Kind::of_extension(&named).ok_or(VaultError::FileTypeRefused)?;
        let incoming = self.folder.join(INCOMING);
        self.create(&incoming)?;
        let mut file = begin(&incoming).map_err(VaultError::writing(&incoming))?;
        let seen = copying::copy(from, file.as_file_mut(), self.limit).map_err(|stopped| match stopped {
            Stopped::Reading(source) => VaultError::FileNotReadable { source },
            Stopped::Writing(source) => VaultError::writing(&incoming)(source),
            Stopped::TooLarge => VaultError::FileTooLarge { limit: self.limit },
        })?;
        if seen.bytes == 0 {
            return Err(VaultError::FileEmpty);
        }
        let kinds = kind::of_content(&seen.head, seen.is_text, file.as_file_mut());
        let (kind, extension) = agreed(&kinds, name).ok_or(VaultError::FileTypeRefused)?;
        self.settle(seen.hash, file)?;
        Ok(StoredFile {
            sha256: seen.hash.to_string(),
            bytes: seen.bytes,
            name: name::safe(name, &extension, kind.extensions()),
            media_type: kind.media_type().to_owned(),
        })
    }

    /// Gives a whole file its name, durably.
    fn settle(&self, hash: Hash, file: NamedTempFile) -> Result<(), VaultError> {
        let path = self.path(hash);
        let folder = path.parent().unwrap_or(&self.folder);
        let failed = || VaultError::writing(&path);
        self.create(folder)?;
        if self.check(&hash.to_string()).is_err() {
            file.as_file().sync_all().map_err(failed())?;
            file.persist(&path).map_err(|error| failed()(error.error))?;
        }
        // In either case: who put it there first may have been interrupted before this.
        sync_folder(folder).map_err(failed())
    }

    /// Creates a folder of the vault, and makes its name durable.
    fn create(&self, folder: &Path) -> Result<(), VaultError> {
        if folder.is_dir() {
            return Ok(());
        }
        let failed = || VaultError::writing(folder);
        create_private_folder(folder).map_err(failed())?;
        sync_folder(&self.folder).map_err(failed())?;
        self.folder.parent().map_or(Ok(()), sync_folder).map_err(failed())
    }

    /// The path of a file; only a hash makes one, never a text that came from elsewhere.
    fn path(&self, hash: Hash) -> PathBuf {
        let name = hash.to_string();
        let folder: String = name.chars().take(2).collect();
        self.folder.join(folder).join(name)
    }

    fn open(&self, sha256: &str) -> Result<(Hash, File), VaultError> {
        let missing = || VaultError::EvidenceMissing { sha256: sha256.to_owned() };
        // Read and written again the text is the same, or it was none of ours: capital letters, for one.
        let hash = Hash::from_hex(sha256).filter(|hash| hash.to_string() == sha256).ok_or_else(missing)?;
        let path = self.path(hash);
        let file = open_regular(&path).map_err(|error| {
            let kind = error.kind();
            if matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) {
                missing()
            } else if kind == io::ErrorKind::InvalidInput {
                // What is no file has taken its place.
                VaultError::EvidenceDamaged { sha256: sha256.to_owned() }
            } else {
                VaultError::reading(&path)(error)
            }
        })?;
        Ok((hash, file))
    }

    /// Reads a kept file to its end, and copies it, and compares.
    fn read_again(&self, hash: Hash, file: &mut File, to: &mut impl io::Write) -> Result<Seen, VaultError> {
        let damaged = || VaultError::EvidenceDamaged { sha256: hash.to_string() };
        let seen = copying::copy(file, to, self.limit).map_err(|stopped| match stopped {
            Stopped::Reading(error) => VaultError::reading(&self.path(hash))(error),
            Stopped::Writing(error) => VaultError::writing(&self.copies)(error),
            Stopped::TooLarge => damaged(),
        })?;
        if seen.hash == hash { Ok(seen) } else { Err(damaged()) }
    }
}

/// The kind that the name says, if it is one that the content has, and the extension it has there.
fn agreed(kinds: &[Kind], name: &str) -> Option<(Kind, String)> {
    let extension = name::extension(&name::cleaned(name));
    let kind = Kind::of_extension(&extension).filter(|kind| kinds.contains(kind))?;
    Some((kind, extension))
}

/// Begins a file, and holds it until it has its name, so that whoever clears up knows that it is being written.
fn begin(incoming: &Path) -> io::Result<NamedTempFile> {
    // One after the other: a file that is not yet held looks like one that was left.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    clear_incoming(incoming);
    let file = NamedTempFile::new_in(incoming)?;
    file.as_file().lock()?;
    Ok(file)
}

/// Removes what interrupted copying left. Whatever cannot be removed stays for the next time.
fn clear_incoming(incoming: &Path) {
    let Ok(entries) = fs::read_dir(incoming) else { return };
    for entry in entries.flatten() {
        let left = open_regular(&entry.path()).is_ok_and(|file| file.try_lock().is_ok());
        // One that got its name just now is not here any more.
        if left
            && let Err(error) = fs::remove_file(entry.path())
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "what an interrupted copying left cannot be removed");
        }
    }
}

#[cfg(test)]
mod tests;
