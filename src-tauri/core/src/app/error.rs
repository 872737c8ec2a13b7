//! What can go wrong in a use case, sorted by who must act.

use crate::access::AccessError;
use crate::domain::password::PasswordProblem;
use crate::domain::rule::RuleError;
use crate::reports::ExportError;
use crate::sheet::SheetError;
use crate::store::StoreError;
use crate::vault::VaultError;

/// Why a use case did not do what was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// A rule of the field refused.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// The store refused or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A password was wrong, or passwords cannot be read or kept.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// An evidence file was refused, or is missing or damaged.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A new password is too weak.
    #[error("the password is too weak: {}", .0.code())]
    Password(PasswordProblem),
    /// The book has no folder to keep files beside it.
    #[error("the book has no folder")]
    NoFolder,
    /// The spreadsheet cannot be read, or is no register.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A file could not be written.
    #[error("{path} could not be written")]
    Export {
        /// The file.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file's ending is none that can be written.
    #[error("{path} ends in none of .xlsx, .csv")]
    UnknownEnding {
        /// The file.
        path: String,
    },
    /// The import to be run is no longer the one that was planned.
    #[error("no such import is planned")]
    NoPlan,
    /// A day was fixed for a folder that is no sample: its trail could be back-dated.
    #[error("only a sample folder can be written as of another day")]
    BackDated,
    /// The register in memory no longer follows the store; the folder must be opened again.
    #[error("the book in memory is out of step: {0}")]
    OutOfStep(String),
    /// The sample office's own data cannot be read.
    #[error("the sample office could not be made: {0}")]
    Sample(String),
}

impl From<ExportError> for AppError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::UnknownEnding { path } => Self::UnknownEnding { path },
            ExportError::Write { path, source } => Self::Export { path, source },
        }
    }
}
