//! Why a command did not do what was asked: a stable kind for scripts, a sentence for people.

use capa_core::access::AccessError;
use capa_core::app::AppError;
use capa_core::domain::rule::RuleError;
use capa_core::store::StoreError;
use capa_core::vault::VaultError;
use capa_core::words::Lang;
use serde_json::{Map, Value, json};

use crate::words::{details, reasons};

/// A refusal or an error.
#[derive(Debug)]
pub struct Failure {
    /// Its stable name.
    pub kind: String,
    /// What happened and what to do, in the language of the answer.
    pub reason: String,
    params: Vec<(&'static str, String)>,
}

impl Failure {
    /// A failure of that kind.
    pub fn new(kind: &str, lang: Lang) -> Self {
        Self::with(kind, lang, Vec::new())
    }

    /// A failure of that kind with details.
    pub fn with(kind: &str, lang: Lang, params: Vec<(&'static str, String)>) -> Self {
        let mut reason = reasons::reason(kind, lang).to_string();
        let told = params.iter().filter(|(_, value)| !value.is_empty());
        let details: Vec<String> = told.map(|(name, value)| details::told(lang, name, value)).collect();
        let details = details.join(", ");
        if reason.ends_with(':') {
            // A sentence that leads up to its details.
            let bare = || format!("{}.", reason.trim_end_matches(':'));
            reason = if details.is_empty() { bare() } else { format!("{reason} {details}.") };
        } else if !details.is_empty() {
            reason = format!("{reason} ({details})");
        }
        Self { kind: kind.into(), reason, params }
    }

    /// The program's own fault.
    pub fn internal(error: &dyn std::error::Error) -> Self {
        Self { kind: "internal".into(), reason: chain(error), params: Vec::new() }
    }

    /// What a use case refused or could not do.
    pub fn of(error: &AppError, lang: Lang) -> Self {
        let path = |path: &std::path::Path| vec![("path", path.display().to_string())];
        match error {
            AppError::Rule(rule) => Self::of_rule(rule, lang),
            AppError::Store(store) => Self::of_store(store, lang),
            AppError::Access(access) => Self::of_access(access, lang),
            AppError::Vault(vault) => Self::of_vault(vault, lang),
            AppError::Password(problem) => Self::new(problem.code(), lang),
            AppError::NoFolder => Self::new("no_folder", lang),
            AppError::Sheet(sheet) => Self::with(sheet.code(), lang, Vec::new()),
            AppError::Export { path: at, .. } => Self::with("export_failed", lang, path(at.as_ref())),
            AppError::UnknownEnding { path: at } => Self::with("unknown_ending", lang, path(at.as_ref())),
            AppError::NoPlan => Self::new("import_changed", lang),
            AppError::BackDated => Self::new("back_dated", lang),
            AppError::OutOfStep(_) | AppError::Sample(_) => Self::told(error, lang),
        }
    }

    /// What a rule refused.
    pub fn of_rule(rule: &RuleError, lang: Lang) -> Self {
        match rule {
            RuleError::NotFound { what } => {
                Self::with("not_found", lang, vec![("what", (*what).to_string())])
            }
            RuleError::Stale { .. } => Self::new("conflict", lang),
            RuleError::Refused { rule, params } => Self::with(rule.code(), lang, params.clone()),
            RuleError::Record { .. } => Self::told(rule, lang),
        }
    }

    fn of_store(error: &StoreError, lang: Lang) -> Self {
        let path = |path: &std::path::Path| vec![("path", path.display().to_string())];
        match error {
            StoreError::Conflict { .. } => Self::new("conflict", lang),
            StoreError::Locked { path: at } => Self::with("locked", lang, path(at)),
            StoreError::NotWritable { path: at } => Self::with("not_writable", lang, path(at)),
            StoreError::DiskFull { path: at } => Self::with("disk_full", lang, path(at)),
            StoreError::ReadOnly | StoreError::Unsettled { .. } => Self::new("read_only", lang),
            StoreError::HistoryCut { anchored, found } => {
                let params = vec![("anchored", anchored.to_string()), ("found", found.to_string())];
                Self::with("history_cut", lang, params)
            }
            StoreError::HistoryRewritten { seq } => {
                Self::with("history_rewritten", lang, vec![("entry", seq.to_string())])
            }
            StoreError::NewerVersion { found, known } => {
                let params = vec![("found", found.to_string()), ("known", known.to_string())];
                Self::with("newer_version", lang, params)
            }
            StoreError::Corrupt { what, seq } => {
                let entry = seq.map_or_else(String::new, |seq| seq.to_string());
                Self::with("damaged", lang, vec![("what", what.clone()), ("entry", entry)])
            }
            StoreError::Malformed { .. } | StoreError::Io { .. } => Self::told(error, lang),
        }
    }

    fn of_access(error: &AccessError, lang: Lang) -> Self {
        match error {
            AccessError::WrongPassword | AccessError::NoPassword | AccessError::Swapped => {
                Self::new(error.code(), lang)
            }
            AccessError::Wait { seconds } => {
                Self::with(error.code(), lang, vec![("seconds", seconds.to_string())])
            }
            // A spreadsheet that cannot be read has the shorter name.
            AccessError::Unreadable { .. } => Self::new("passwords_unreadable", lang),
            AccessError::NotWritable { .. } => Self::new("not_writable", lang),
            AccessError::Io { .. } => Self::told(error, lang),
        }
    }

    fn of_vault(error: &VaultError, lang: Lang) -> Self {
        let path = |path: &std::path::Path| vec![("path", path.display().to_string())];
        match error {
            VaultError::FileTooLarge { limit } => {
                Self::with(error.code(), lang, vec![("limit", limit.to_string())])
            }
            VaultError::FileEmpty | VaultError::FileTypeRefused | VaultError::FileNotReadable { .. } => {
                Self::new(error.code(), lang)
            }
            // Evidence that nobody added has the shorter name.
            VaultError::EvidenceMissing { sha256 } => {
                Self::with("evidence_file_missing", lang, vec![("sha256", sha256.clone())])
            }
            VaultError::EvidenceDamaged { sha256 } => {
                Self::with(error.code(), lang, vec![("sha256", sha256.clone())])
            }
            VaultError::NotWritable { path: at, .. } | VaultError::DiskFull { path: at, .. } => {
                Self::with(error.code(), lang, path(at))
            }
            VaultError::Io { .. } => Self::told(error, lang),
        }
    }

    /// Tells one thing more, which scripts go on from.
    #[must_use]
    pub fn and(mut self, name: &'static str, value: String) -> Self {
        self.params.push((name, value));
        self
    }

    /// What the sentence is about, for scripts.
    pub fn params(&self) -> Value {
        let told = self.params.iter().map(|(name, value)| ((*name).to_string(), value.clone().into()));
        Value::Object(told.collect())
    }

    /// A failure that no sentence was written for.
    fn told(error: &dyn std::error::Error, lang: Lang) -> Self {
        Self::with("internal", lang, vec![("what", chain(error))])
    }

    /// `{"error":{"kind","reason",...}}`
    pub fn to_json(&self) -> String {
        let mut told = Map::new();
        told.insert("kind".into(), self.kind.clone().into());
        told.insert("reason".into(), self.reason.clone().into());
        for (name, value) in &self.params {
            told.insert((*name).to_string(), Value::from(value.clone()));
        }
        json!({ "error": told }).to_string()
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut chain = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        chain = format!("{chain}: {cause}");
        source = cause.source();
    }
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_in_both_languages_and_keeps_its_kind() {
        let error = || StoreError::Locked { path: "/data".into() };
        let (pl, en) = (Failure::of(&error().into(), Lang::Pl), Failure::of(&error().into(), Lang::En));
        assert_eq!((pl.kind.as_str(), en.kind.as_str()), ("locked", "locked"));
        assert_ne!(pl.reason, en.reason);
        let told: Value = serde_json::from_str(&pl.to_json()).unwrap();
        assert_eq!(told["error"]["kind"], "locked");
        assert_eq!(told["error"]["path"], "/data");
    }

    #[test]
    fn whatever_passwords_and_evidence_refuse_is_told_in_both_languages() {
        let io = || std::io::Error::other("the disk hums");
        let path = || std::path::PathBuf::from("/data/evidence");
        let access = [
            AccessError::WrongPassword,
            AccessError::Wait { seconds: 30 },
            AccessError::NoPassword,
            AccessError::Swapped,
            AccessError::Unreadable { what: "line 1".into() },
            AccessError::NotWritable { source: io() },
            AccessError::Io { source: io() },
        ];
        let vault = [
            VaultError::FileTooLarge { limit: 50 << 20 },
            VaultError::FileEmpty,
            VaultError::FileTypeRefused,
            VaultError::FileNotReadable { source: io() },
            VaultError::EvidenceMissing { sha256: "00".into() },
            VaultError::EvidenceDamaged { sha256: "00".into() },
            VaultError::NotWritable { path: path(), source: io() },
            VaultError::DiskFull { path: path(), source: io() },
            VaultError::Io { doing: "reading", path: path(), source: io() },
        ];
        let all = access.into_iter().map(AppError::from).chain(vault.into_iter().map(AppError::from));
        for error in all.chain([AppError::NoFolder]) {
            let (pl, en) = (Failure::of(&error, Lang::Pl), Failure::of(&error, Lang::En));
            assert_eq!(pl.kind, en.kind);
            assert!(pl.reason != en.reason && !pl.reason.starts_with(&pl.kind), "{}: {}", pl.kind, pl.reason);
        }
    }

    #[test]
    fn a_sentence_leads_up_to_its_details() {
        let forbidden = RuleError::with(capa_core::domain::rule::Rule::RoleForbidden, "needs", "P,K");
        let told = Failure::of_rule(&forbidden, Lang::En);
        assert_eq!(
            told.reason,
            "This step is not yours. It is taken by: QMS representative, QMS Coordinator."
        );
        assert_eq!(told.params(), json!({"needs": "P,K"}));
    }
}
