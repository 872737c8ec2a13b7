//! What the vault refuses, and why. Each kind is one that a face tells apart.

use std::io;
use std::path::{Path, PathBuf};

/// Why a file was not kept, not found, or not handed out.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The file is larger than evidence may be.
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge {
        /// How many bytes it may have.
        limit: u64,
    },
    /// The file holds nothing.
    #[error("the file is empty")]
    FileEmpty,
    /// The file is of no kind that is kept, or its name and its content do not agree.
    #[error("files of this kind are not kept, or the name does not fit the content")]
    FileTypeRefused,
    /// The picked file cannot be read.
    #[error("the file cannot be read")]
    FileNotReadable {
        /// What the system said.
        source: io::Error,
    },
    /// The vault has no such file.
    #[error("the vault has no file {sha256}")]
    EvidenceMissing {
        /// The hash that was asked for.
        sha256: String,
    },
    /// The file in the vault is not the one that was put there.
    #[error("the file {sha256} in the vault was changed")]
    EvidenceDamaged {
        /// The hash that was asked for.
        sha256: String,
    },
    /// The folder cannot be written by this person.
    #[error("{path} cannot be written")]
    NotWritable {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is no space left.
    #[error("there is no space left for {path}")]
    DiskFull {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
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

impl VaultError {
    /// The stable name of this kind; the words stand in the language files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileTooLarge { .. } => "file_too_large",
            Self::FileEmpty => "file_empty",
            Self::FileTypeRefused => "file_type_refused",
            Self::FileNotReadable { .. } => "file_not_readable",
            Self::EvidenceMissing { .. } => "evidence_missing",
            Self::EvidenceDamaged { .. } => "evidence_damaged",
            Self::NotWritable { .. } => "not_writable",
            Self::DiskFull { .. } => "disk_full",
            Self::Io { .. } => "io",
        }
    }

    /// What a failed writing means. Used with `map_err`.
    pub(super) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
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
                Self::NotWritable { path, source }
            } else if matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
                Self::DiskFull { path, source }
            } else {
                Self::Io { doing: "writing", path, source }
            }
        }
    }

    /// What a failed reading of the vault means. Used with `map_err`.
    pub(super) fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |source| Self::Io { doing: "reading", path, source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_writings_are_told_apart_and_keep_what_the_system_said() {
        let code = |kind: io::ErrorKind| VaultError::writing(Path::new("vault"))(kind.into()).code();
        assert_eq!(code(io::ErrorKind::PermissionDenied), "not_writable");
        assert_eq!(code(io::ErrorKind::ReadOnlyFilesystem), "not_writable");
        assert_eq!(code(io::ErrorKind::NotADirectory), "not_writable");
        assert_eq!(code(io::ErrorKind::StorageFull), "disk_full");
        assert_eq!(code(io::ErrorKind::QuotaExceeded), "disk_full");
        assert_eq!(code(io::ErrorKind::TimedOut), "io");
        let error = VaultError::writing(Path::new("vault"))(io::Error::other("the disk hums"));
        assert_eq!(error.to_string(), "writing vault");
        assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the disk hums");
    }
}
