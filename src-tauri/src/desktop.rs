//! What the app may do to the desktop. The ticker and the commands see the trait, so that the words a person
//! reads can be tested.

use std::path::{Path, PathBuf};

use capa_core::app::Said;
use capa_core::domain::notice::Subject;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_notification::NotificationExt;

use crate::error::{IpcError, IpcErrorKind};
use crate::events::{self, Navigate};

/// What the app may do to the desktop.
pub trait Desktop {
    /// Shows a toast. An echo of the inbox: that it was shown cannot be known.
    fn notify(&self, said: &Said);
    /// Asks for a register to bring in; none when the person cancels.
    fn pick_register(&self, title: &str) -> Option<PathBuf>;
    /// Asks for files of evidence; none when the person cancels.
    fn pick_evidence(&self, title: &str) -> Vec<PathBuf>;
    /// Opens a copy of an evidence file in the system's viewer.
    ///
    /// # Errors
    /// There is no viewer.
    fn open(&self, copy: &Path) -> Result<(), IpcError>;
    /// Asks where to write a register; none when the person cancels.
    fn pick_export(&self, title: &str, name: &str) -> Option<PathBuf>;
}

/// The desktop that Tauri runs on.
pub struct TauriDesktop<'a>(pub &'a AppHandle);

/// The key under which a toast carries the screen that its click opens.
const TO: &str = "to";

impl Desktop for TauriDesktop<'_> {
    fn notify(&self, said: &Said) {
        let to = screen_of(said.subject);
        let shown =
            self.0.notification().builder().title(&said.title).body(escape(&said.text)).extra(TO, to).show();
        if let Err(error) = shown {
            tracing::warn!(%error, "a toast could not be shown");
        }
    }

    fn pick_register(&self, title: &str) -> Option<PathBuf> {
        let picked = self
            .0
            .dialog()
            .file()
            .set_title(title)
            .add_filter("xlsx, xls, ods, csv", &["xlsx", "xlsm", "xls", "ods", "csv", "txt"])
            .blocking_pick_file()?;
        picked.into_path().ok()
    }

    fn pick_evidence(&self, title: &str) -> Vec<PathBuf> {
        let picked = self.0.dialog().file().set_title(title).blocking_pick_files().unwrap_or_default();
        picked.into_iter().filter_map(|file| file.into_path().ok()).collect()
    }

    fn open(&self, copy: &Path) -> Result<(), IpcError> {
        tauri_plugin_opener::open_path(copy, None::<&str>).map_err(|error| {
            tracing::warn!(%error, "no viewer opened a copy of evidence");
            IpcError::because(IpcErrorKind::Busy, "no_viewer")
        })
    }

    fn pick_export(&self, title: &str, name: &str) -> Option<PathBuf> {
        let picked = self
            .0
            .dialog()
            .file()
            .set_title(title)
            .set_file_name(name)
            .add_filter("xlsx", &["xlsx"])
            .add_filter("csv", &["csv"])
            .blocking_save_file()?;
        let path = picked.into_path().ok()?;
        // A name typed without an ending means the kind that was offered first.
        Some(if path.extension().is_none() { path.with_extension("xlsx") } else { path })
    }
}

/// The screen about a subject; a digest opens the inbox.
fn screen_of(subject: Option<Subject>) -> String {
    match subject {
        Some(Subject::Case(id)) => format!("/cases/{id}"),
        Some(Subject::Audit(_) | Subject::Certificate(_)) => "/certificate".into(),
        None => "/inbox".into(),
    }
}

/// Notification servers on Linux read marks in a toast's text.
fn escape(text: &str) -> String {
    if cfg!(target_os = "linux") {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        text.to_string()
    }
}

/// A click on a toast brings the window forward and opens what it is about. Toasts shown before this is
/// registered would report nothing.
pub fn listen_to_toasts(app: &AppHandle) {
    let handle = app.clone();
    let registered = app.notification().on_action(move |performed| {
        let told = performed.notification().and_then(|toast| toast.extra().get(TO)?.as_str());
        let to = told.unwrap_or("/inbox").to_string();
        come_forward(&handle);
        events::tell(&handle, Navigate { to });
    });
    if let Err(error) = registered {
        tracing::warn!(%error, "clicks on toasts are not heard");
    }
}

/// Brings the window to the front.
pub fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let done = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = done {
            tracing::warn!(%error, "the window could not be brought forward");
        }
    }
}

/// Whether the desktop has a notification service, now or on demand. A toast shown without one is lost without
/// a word.
#[cfg(target_os = "linux")]
pub fn has_notification_service() -> bool {
    const NAME: &str = "org.freedesktop.Notifications";
    let answer = || -> zbus::Result<bool> {
        let bus = zbus::blocking::Connection::session()?;
        let proxy = zbus::blocking::fdo::DBusProxy::new(&bus)?;
        let owned = proxy.name_has_owner(NAME.try_into()?)?;
        Ok(owned || proxy.list_activatable_names()?.iter().any(|name| name.as_str() == NAME))
    };
    answer().unwrap_or_else(|error| {
        tracing::info!(%error, "the session bus does not answer");
        false
    })
}

/// Windows always has one.
#[cfg(not(target_os = "linux"))]
pub fn has_notification_service() -> bool {
    true
}
