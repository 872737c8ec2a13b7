//! The toast: an echo of the inbox, as well as the desktop can show it.

use std::sync::mpsc;
use std::time::Duration;

use capa_core::app::Said;

/// A notification service that answers at all answers within this time.
const PATIENCE: Duration = Duration::from_secs(5);

/// Shows a toast where there is a desktop to show it on. The inbox has it already: whatever fails here is lost
/// without harm.
pub fn show(said: &Said) {
    let mut toast = notify_rust::Notification::new();
    toast.appname("CAPA Desk").summary(&said.title).body(&escape(&said.text));
    let (tell, hear) = mpsc::channel();
    let spawned = std::thread::Builder::new().name("toast".into()).spawn(move || {
        if let Err(error) = toast.show() {
            tracing::info!(%error, "the toast could not be shown");
        }
        // Nobody listens after the time is over.
        let _ = tell.send(());
    });
    if spawned.is_ok() && hear.recv_timeout(PATIENCE).is_err() {
        tracing::info!("the notification service does not answer");
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
