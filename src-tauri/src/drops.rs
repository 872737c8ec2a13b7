//! Files dragged onto the window.

use tauri::{AppHandle, DragDropEvent, Manager};

use crate::desk::Desk;
use crate::events::{self, FilesDragged, FilesDropped};

/// Files are dragged over the window or dropped on it: their paths stay here, the screen gets tokens.
pub fn dragged(app: &AppHandle, drag: &DragDropEvent) {
    // While they hang over the window it says so again and again; once is enough.
    if !matches!(drag, DragDropEvent::Over { .. }) {
        events::tell(app, FilesDragged { over: matches!(drag, DragDropEvent::Enter { .. }) });
    }
    if let DragDropEvent::Drop { paths, .. } = drag {
        let files = app.state::<Desk>().keep_picked(paths.clone());
        events::tell(app, FilesDropped { files });
    }
}
