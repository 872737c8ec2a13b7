//! The only loop: at the start, each minute against the wall clock, and so after a resume too. It puts what is
//! due into the inbox, then says it aloud.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::desk::Desk;
use crate::desktop::{Desktop, TauriDesktop};
use crate::events::{self, RegisterChanged, ReminderRaised};

const EACH: Duration = Duration::from_secs(60);

/// Wakes the loop before its minute is over.
struct Wake(Sender<()>);

/// Starts the loop beside the window.
pub fn start(app: AppHandle) {
    let (wake, woken) = mpsc::channel();
    app.manage(Wake(wake));
    let spawned = std::thread::Builder::new().name("ticker".into()).spawn(move || {
        loop {
            tick(&app, &TauriDesktop(&app));
            if woken.recv_timeout(EACH) == Err(RecvTimeoutError::Disconnected) {
                return;
            }
        }
    });
    if let Err(error) = spawned {
        tracing::error!(%error, "reminders do not run");
    }
}

/// Looks at once: a change may have made something due today.
pub fn soon(app: &AppHandle) {
    if let Some(wake) = app.try_state::<Wake>() {
        // The loop ends with the app; then there is nobody left to remind.
        let _ = wake.0.send(());
    }
}

/// One round: deliver, then say. The inbox is the truth, the toast an echo.
pub fn tick(app: &AppHandle, desktop: &dyn Desktop) {
    match app.state::<Desk>().deliver() {
        Ok(Some((said, unread))) => {
            desktop.notify(&said);
            events::tell(app, ReminderRaised { unread });
            events::tell(app, RegisterChanged::default());
        }
        Ok(None) => {}
        Err(error) => tracing::warn!(?error, "reminders could not be delivered"),
    }
}
