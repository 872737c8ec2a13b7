//! What crosses IPC instead of a result: a kind that the screen acts on, and what its words need.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use capa_core::access::AccessError;
use capa_core::app::AppError;
use capa_core::domain::rule::{Rule, RuleError};
use capa_core::store::StoreError;
use capa_core::vault::VaultError;
use serde::Serialize;
use ts_rs::TS;

/// A kind exists only if the screen acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum IpcErrorKind {
    /// People sign in, and nobody is signed in now.
    SignedOut,
    /// It is no longer there.
    NotFound,
    /// A rule of the field refused; `params.reason` names it.
    RuleViolated,
    /// Somebody changed it meanwhile.
    Conflict,
    /// A file or a value cannot be taken as it is; `params.reason` says why.
    Invalid,
    /// The folder is in use or cannot be written now; `params.reason` says why.
    Busy,
    /// The app's own fault; `params.incident` stands in the log.
    Internal,
}

/// What crosses IPC instead of a result.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IpcError {
    pub kind: IpcErrorKind,
    #[ts(type = "{ [key: string]: string }")]
    pub params: BTreeMap<&'static str, String>,
}

static INCIDENTS: AtomicU32 = AtomicU32::new(1);

impl IpcError {
    /// An error with its reason.
    pub fn because(kind: IpcErrorKind, reason: &str) -> Self {
        Self { kind, params: BTreeMap::from([("reason", reason.to_string())]) }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// The app's own fault: the whole chain goes to the log once, the screen gets its number.
    pub fn internal(error: &dyn std::error::Error) -> Self {
        let incident = format!("{}-{}", std::process::id(), INCIDENTS.fetch_add(1, Ordering::Relaxed));
        let mut chain = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            chain = format!("{chain}: {cause}");
            source = cause.source();
        }
        tracing::error!(incident, chain, "incident");
        Self { kind: IpcErrorKind::Internal, params: BTreeMap::from([("incident", incident)]) }
    }
}

impl From<AppError> for IpcError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Rule(rule) => rule.into(),
            AppError::Store(store) => store.into(),
            AppError::Sheet(sheet) => {
                tracing::info!(reason = sheet.code(), %sheet, "a spreadsheet was refused");
                Self::because(IpcErrorKind::Invalid, sheet.code())
            }
            AppError::Export { ref path, .. } => {
                tracing::warn!(%error, "an export failed");
                Self::because(IpcErrorKind::Busy, "not_writable").with("path", path)
            }
            AppError::UnknownEnding { path } => {
                Self::because(IpcErrorKind::Invalid, "unsupported_format").with("path", path)
            }
            AppError::Access(error) => error.into(),
            AppError::Vault(error) => error.into(),
            AppError::Password(problem) => {
                Self::because(IpcErrorKind::Invalid, "weak_password").with("problem", problem.code())
            }
            AppError::NoPlan => Self::because(IpcErrorKind::RuleViolated, "import_changed"),
            AppError::BackDated => Self::because(IpcErrorKind::RuleViolated, "back_dated"),
            AppError::OutOfStep(_) | AppError::Sample(_) | AppError::NoFolder => Self::internal(&error),
        }
    }
}

impl From<RuleError> for IpcError {
    fn from(error: RuleError) -> Self {
        match error {
            RuleError::NotFound { what } => {
                Self { kind: IpcErrorKind::NotFound, params: BTreeMap::from([("what", what.to_string())]) }
            }
            RuleError::Stale { what } => {
                Self { kind: IpcErrorKind::Conflict, params: BTreeMap::from([("what", what.to_string())]) }
            }
            RuleError::Refused { rule: Rule::SignInNeeded, .. } => {
                Self::because(IpcErrorKind::SignedOut, Rule::SignInNeeded.code())
            }
            RuleError::Refused { rule, params } => {
                let error = Self::because(IpcErrorKind::RuleViolated, rule.code());
                params.into_iter().fold(error, |error, (name, value)| error.with(name, value))
            }
            RuleError::Record { .. } => Self::internal(&error),
        }
    }
}

impl From<AccessError> for IpcError {
    fn from(error: AccessError) -> Self {
        // A spreadsheet may be unreadable too, and is mended in another way.
        let reason = match &error {
            AccessError::Unreadable { .. } => "passwords_unreadable",
            AccessError::WrongPassword
            | AccessError::Wait { .. }
            | AccessError::NoPassword
            | AccessError::Swapped
            | AccessError::NotWritable { .. }
            | AccessError::Io { .. } => error.code(),
        };
        let told = Self::because(IpcErrorKind::Invalid, reason);
        match &error {
            AccessError::Wait { seconds } => told.with("seconds", seconds),
            AccessError::WrongPassword => told,
            AccessError::NoPassword
            | AccessError::Swapped
            | AccessError::Unreadable { .. }
            | AccessError::NotWritable { .. }
            | AccessError::Io { .. } => {
                tracing::warn!(%error, "a password could not be checked or kept");
                told
            }
        }
    }
}

impl From<VaultError> for IpcError {
    fn from(error: VaultError) -> Self {
        tracing::info!(%error, "an evidence file was refused or could not be used");
        Self::because(IpcErrorKind::Invalid, error.code())
    }
}

impl From<StoreError> for IpcError {
    fn from(error: StoreError) -> Self {
        match &error {
            StoreError::Conflict { .. } => Self { kind: IpcErrorKind::Conflict, params: BTreeMap::new() },
            StoreError::Locked { path } => {
                Self::because(IpcErrorKind::Busy, "locked").with("path", path.display())
            }
            StoreError::NotWritable { path } => {
                Self::because(IpcErrorKind::Busy, "not_writable").with("path", path.display())
            }
            StoreError::DiskFull { path } => {
                Self::because(IpcErrorKind::Busy, "disk_full").with("path", path.display())
            }
            StoreError::ReadOnly | StoreError::Unsettled { .. } => {
                tracing::error!(%error, "the store is read-only until it is opened again");
                Self::because(IpcErrorKind::Busy, "read_only")
            }
            StoreError::HistoryCut { anchored, found } => Self::because(IpcErrorKind::Invalid, "history_cut")
                .with("anchored", anchored)
                .with("found", found),
            StoreError::HistoryRewritten { seq } => {
                Self::because(IpcErrorKind::Invalid, "history_rewritten").with("seq", seq)
            }
            StoreError::NewerVersion { found, known } => {
                Self::because(IpcErrorKind::Invalid, "newer_version")
                    .with("found", found)
                    .with("known", known)
            }
            StoreError::Corrupt { what, seq } => {
                tracing::error!(what, seq, "the book is damaged");
                Self::because(IpcErrorKind::Invalid, "damaged")
                    .with("entry", seq.map_or("-".into(), |n| n.to_string()))
            }
            StoreError::Malformed { .. } | StoreError::Io { .. } => Self::internal(&error),
        }
    }
}
