//! What this desk prefers, beside the book: the language.

use std::path::{Path, PathBuf};

use capa_core::platform;
use capa_core::words::Lang;
use serde::{Deserialize, Serialize};

/// The preferences of a desk.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// The language of the screens and the toasts.
    pub lang: Option<Lang>,
}

fn file(folder: &Path) -> PathBuf {
    folder.join("desk.json")
}

impl Prefs {
    /// The preferences of a folder; a file that cannot be read counts as none.
    pub fn read(folder: &Path) -> Self {
        let text = std::fs::read(file(folder)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Keeps the preferences.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        platform::create_private_folder(folder)?;
        platform::write_whole(&file(folder), &serde_json::to_vec(self)?)
    }

    /// The language: as chosen, else `CAPA_LANG`, else the system's, else Polish.
    pub fn lang(&self) -> Lang {
        let named = ["CAPA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        let system = || named.iter().find_map(|name| Lang::from_code(&std::env::var(name).ok()?));
        self.lang.or_else(system).unwrap_or_default()
    }
}
