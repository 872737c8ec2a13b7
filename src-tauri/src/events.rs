//! What the window tells its screens unasked.

use serde::Serialize;
use tauri::{AppHandle, Emitter};
use ts_rs::TS;

/// Records that a commit changed; none named: everything may have.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct RegisterChanged {
    pub ids: Vec<String>,
}

/// Reminders came into the inbox.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReminderRaised {
    pub unread: u32,
}

/// The desk wants a screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Navigate {
    pub to: String,
}

/// How far long work is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Progress {
    pub stage: String,
    pub done: u32,
    pub total: u32,
}

/// A file that the person picked or dropped; its path stays on this side.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PickedFile {
    pub token: String,
    pub name: String,
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Files were dropped on the window.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilesDropped {
    pub files: Vec<PickedFile>,
}

/// Files are dragged over the window, or no longer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilesDragged {
    pub over: bool,
}

/// An event with its name.
pub trait Event: Serialize + Clone {
    /// The name that screens listen to.
    const NAME: &'static str;
}

impl Event for RegisterChanged {
    const NAME: &'static str = "register-changed";
}

impl Event for ReminderRaised {
    const NAME: &'static str = "reminder-raised";
}

impl Event for Navigate {
    const NAME: &'static str = "navigate";
}

impl Event for Progress {
    const NAME: &'static str = "progress";
}

impl Event for FilesDropped {
    const NAME: &'static str = "files-dropped";
}

impl Event for FilesDragged {
    const NAME: &'static str = "files-dragged";
}

/// Tells every screen; a window that is just closing hears nothing, which is no fault.
pub fn tell<E: Event>(app: &AppHandle, event: E) {
    if let Err(error) = app.emit(E::NAME, event) {
        tracing::debug!(%error, event = E::NAME, "nobody heard an event");
    }
}
