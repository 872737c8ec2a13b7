//! What a store refuses, and why. Each kind is one that a face tells apart.

use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::domain::change::RecordKind;
use crate::register::ApplyError;

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The record was changed since the rule looked at it. Nothing was written.
    #[error("{kind:?} {id} stands at revision {found}, not {expected}")]
    Conflict {
        /// The record's kind.
        kind: RecordKind,
        /// The record's identity.
        id: Uuid,
        /// What the rule saw.
        expected: u32,
        /// What stands in the book.
        found: u32,
    },
    /// The change set does not form records. Nothing was written.
    #[error("the change set cannot be applied: {what}")]
    Malformed {
        /// Why.
        what: String,
    },
    /// Another process holds the folder.
    #[error("another process is using {path}")]
    Locked {
        /// The folder.
        path: PathBuf,
    },
    /// The folder is damaged in a way that cannot be repaired from what it holds.
    #[error("the book is damaged: {what}")]
    Corrupt {
        /// What.
        what: String,
        /// The entry concerned, where one is.
        seq: Option<u64>,
    },
    /// The trail is shorter than it once was.
    #[error("the trail has {found} entries, but had {anchored}")]
    HistoryCut {
        /// How many entries it had.
        anchored: u64,
        /// How many it has.
        found: u64,
    },
    /// The trail holds another entry at that place than it once did.
    #[error("entry {seq} of the trail is not the one that was written")]
    HistoryRewritten {
        /// The entry.
        seq: u64,
    },
    /// The folder was written by a newer program.
    #[error("the folder has format {found}; this program reads up to {known}")]
    NewerVersion {
        /// Its version.
        found: u8,
        /// The newest that this program reads.
        known: u8,
    },
    /// An earlier failure made the store read-only until it is opened again.
    #[error("the store is read-only until it is opened again")]
    ReadOnly,
    /// Whether the change set is durable is known only when the folder is opened again.
    #[error("whether the change was saved is known when the folder is opened again: {what}")]
    Unsettled {
        /// What failed.
        what: String,
    },
    /// The folder cannot be written by this person.
    #[error("{path} cannot be written")]
    NotWritable {
        /// The folder or file.
        path: PathBuf,
    },
    /// There is no space left. Nothing was written.
    #[error("there is no space left for {path}")]
    DiskFull {
        /// The folder or file.
        path: PathBuf,
    },
    /// Anything else that went wrong with a file.
    #[error("{doing} {path}")]
    Io {
        /// What was tried.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl StoreError {
    /// What a failed file operation means. Used with `map_err`.
    pub(crate) fn of(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |source| {
            let kind = source.kind();
            // A file that stands where a folder should be is as closed to writing as a folder of somebody else's.
            let refused = matches!(
                kind,
                io::ErrorKind::PermissionDenied
                    | io::ErrorKind::ReadOnlyFilesystem
                    | io::ErrorKind::AlreadyExists
                    | io::ErrorKind::NotADirectory
            );
            if refused {
                Self::NotWritable { path }
            } else if kind == io::ErrorKind::StorageFull || kind == io::ErrorKind::QuotaExceeded {
                Self::DiskFull { path }
            } else {
                Self::Io { doing, path, source }
            }
        }
    }
}

impl From<ApplyError> for StoreError {
    fn from(error: ApplyError) -> Self {
        match error {
            ApplyError::Conflict { kind, id, expected, found } => {
                Self::Conflict { kind, id, expected, found }
            }
            ApplyError::Record(error) => Self::Malformed { what: format!("{error}: {}", error.source) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_errors_are_told_apart() {
        let of = |kind: io::ErrorKind| StoreError::of("writing", Path::new("book"))(kind.into());
        assert!(matches!(of(io::ErrorKind::PermissionDenied), StoreError::NotWritable { .. }));
        assert!(matches!(of(io::ErrorKind::ReadOnlyFilesystem), StoreError::NotWritable { .. }));
        assert!(matches!(of(io::ErrorKind::AlreadyExists), StoreError::NotWritable { .. }));
        assert!(matches!(of(io::ErrorKind::NotADirectory), StoreError::NotWritable { .. }));
        assert!(matches!(of(io::ErrorKind::StorageFull), StoreError::DiskFull { .. }));
        assert!(matches!(of(io::ErrorKind::QuotaExceeded), StoreError::DiskFull { .. }));
        assert!(matches!(of(io::ErrorKind::NotFound), StoreError::Io { .. }));
    }

    #[test]
    fn a_chain_of_errors_tells_what_the_system_said_once() {
        let error = StoreError::of("reading", Path::new("book"))(io::Error::other("the disk hums"));
        assert_eq!(error.to_string(), "reading book");
        let source = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("the disk hums"));
    }
}
