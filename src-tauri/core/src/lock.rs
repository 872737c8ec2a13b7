//! The lock of a data folder: one process writes it at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// The lock of a folder, held for as long as this value lives. The operating system gives it back when the
/// process ends, however it ends, so that a lock is never stale.
#[derive(Debug)]
pub struct FolderLock {
    file: File,
}

/// Why a folder was not locked.
#[derive(Debug)]
pub enum LockError {
    /// Another process holds it.
    Held,
    /// The lock file cannot be opened.
    Io(io::Error),
}

impl FolderLock {
    /// The name of the lock file.
    pub const FILE: &'static str = "lock";

    /// Takes the lock of a folder, creating its file where there is none. Never waits.
    ///
    /// # Errors
    /// Another process holds it, or the file cannot be opened.
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        let path = folder.join(Self::FILE);
        let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path);
        Self::hold(file.map_err(LockError::Io)?)
    }

    /// Takes the lock of a folder that has a lock file, and writes nothing.
    ///
    /// # Errors
    /// Another process holds it, or there is no such file.
    pub fn take_existing(folder: &Path) -> Result<Self, LockError> {
        Self::hold(File::open(folder.join(Self::FILE)).map_err(LockError::Io)?)
    }

    fn hold(file: File) -> Result<Self, LockError> {
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Held),
            Err(TryLockError::Error(error)) => Err(LockError::Io(error)),
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // Closing the file alone is not enough: a process that is being started just now holds it too, until it
        // has become the other program.
        if let Err(error) = self.file.unlock() {
            tracing::warn!(%error, "the folder stays locked until this process ends");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_locked_once_and_free_again_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::take(folder.path()).unwrap();
        assert!(matches!(FolderLock::take(folder.path()), Err(LockError::Held)));
        drop(first);
        FolderLock::take_existing(folder.path()).unwrap();
    }
}
