//! Where the window stands: the folder, the day, the language.

use capa_core::domain::certificate::Edition;
use capa_core::words::Lang;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::certificate::AuditLine;
use super::inbox::unread;
use super::requests::CaseForm;
use crate::error::IpcError;

/// The folder that the window works on.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum FolderState {
    /// Nothing in it yet.
    Empty,
    /// A book lies open.
    #[serde(rename_all = "camelCase")]
    Open {
        office: String,
        sample: bool,
        audit: Option<AuditLine>,
        unread: u32,
        #[ts(type = "Edition")]
        edition: Edition,
    },
    /// It could not be opened.
    Failed { error: IpcError },
}

/// Where the window stands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    pub folder: FolderState,
    pub today: NaiveDate,
    #[ts(type = "Lang")]
    pub lang: Lang,
    pub version: String,
    pub data_folder: String,
    /// Whether the desktop has a notification service.
    pub notifications: bool,
}

impl FolderState {
    /// The state of an open folder.
    pub fn of(shown: &Shown<'_>) -> Self {
        match shown.register.office() {
            None => Self::Empty,
            Some(office) => Self::Open {
                office: shown.text(&office.name),
                sample: office.sample_day.is_some(),
                audit: AuditLine::of(shown),
                unread: unread(shown),
                edition: office.edition,
            },
        }
    }
}

/// A draft for editing.
#[derive(Debug, Serialize, TS)]
pub struct DraftFormView {
    pub form: CaseForm,
    pub revision: u32,
}
