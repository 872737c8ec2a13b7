//! Why somebody is not let in. Nothing here holds a password, or what is kept of one.

use std::io;

/// Why a password was not accepted or not kept.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// The password is not the one that is kept.
    #[error("the password is wrong")]
    WrongPassword,
    /// Too many attempts failed; the next one may be made later.
    #[error("the next attempt may be made in {seconds} seconds")]
    Wait {
        /// How many seconds from now.
        seconds: u64,
    },
    /// No password is kept for this person.
    #[error("no password is kept for this person")]
    NoPassword,
    /// What is kept is not what the trail committed to.
    #[error("the password that is kept is not the one that the trail knows")]
    Swapped,
    /// The file does not hold what it should.
    #[error("the file of passwords cannot be understood: {what}")]
    Unreadable {
        /// What is wrong with it.
        what: String,
    },
    /// The file cannot be written by this person.
    #[error("the file of passwords cannot be written")]
    NotWritable {
        /// What the system said.
        source: io::Error,
    },
    /// Anything else that went wrong.
    #[error("the file of passwords cannot be used")]
    Io {
        /// What the system said.
        source: io::Error,
    },
}

impl AccessError {
    /// The stable name of this kind; the words stand in the language files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::Wait { .. } => "wait",
            Self::NoPassword => "no_password",
            Self::Swapped => "swapped",
            Self::Unreadable { .. } => "unreadable",
            Self::NotWritable { .. } => "not_writable",
            Self::Io { .. } => "io",
        }
    }

    /// What a failed reading means. Used with `map_err`.
    pub(super) fn reading(source: io::Error) -> Self {
        Self::Io { source }
    }

    /// What a failed writing means. Used with `map_err`.
    pub(super) fn writing(source: io::Error) -> Self {
        let refused = matches!(
            source.kind(),
            io::ErrorKind::PermissionDenied
                | io::ErrorKind::ReadOnlyFilesystem
                | io::ErrorKind::AlreadyExists
                | io::ErrorKind::NotADirectory
                | io::ErrorKind::IsADirectory
        );
        if refused { Self::NotWritable { source } } else { Self::Io { source } }
    }

    /// Where a file stops being sound: what stands there is not told, for it may be part of a password's hash.
    pub(super) fn place(error: &serde_json::Error) -> String {
        format!("line {}, column {}", error.line(), error.column())
    }
}
