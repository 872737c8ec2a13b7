//! Where the window stands: the folder, the day, the language.

use capa_core::domain::certificate::Edition;
use capa_core::words::Lang;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::certificate::AuditLine;
use super::inbox::unread;
use super::people::SignedIn;
use super::requests::CaseForm;
use super::summary::ReadinessSummary;
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
    /// People sign in, and nobody is signed in now.
    Locked { office: String, sample: bool },
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
    /// Whether people sign in at this book.
    pub sign_in: bool,
    /// Nobody else signs in: decisions of others are recorded from paper.
    pub alone: bool,
    pub person: Option<SignedIn>,
    /// The window locks after so many minutes without a key or the mouse.
    pub idle_minutes: u32,
}

impl FolderState {
    /// The state of an open folder.
    pub fn of(shown: &Shown<'_>, locked: bool) -> Self {
        match shown.register.office() {
            None => Self::Empty,
            Some(office) if locked => {
                Self::Locked { office: shown.text(&office.name), sample: office.sample_day.is_some() }
            }
            Some(office) => Self::Open {
                office: shown.text(&office.name),
                sample: office.sample_day.is_some(),
                audit: AuditLine::of(shown, ReadinessSummary::of(shown)),
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
