//! CAPA Desk: the window. Everything here knows Tauri; what it shows and decides comes from `capa-core`.

mod arguments;
mod commands;
mod desk;
mod desktop;
mod drops;
mod error;
mod events;
mod graphics;
mod helper;
mod logging;
mod prefs;
mod ticker;
mod views;

use std::process::ExitCode;

use tauri::{Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::arguments::Arguments;
use crate::desk::Desk;

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    if let Some(code) = helper::run_if_asked() {
        return code;
    }
    if let Some(code) = graphics::choose() {
        return code;
    }
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let Some(folder) = capa_core::app::folder::resolve(arguments.data.clone()) else {
        eprintln!("CAPA Desk: no data folder; name one with --data");
        return ExitCode::from(2);
    };
    let _logs = logging::start(&folder);
    match open_window(Desk::new(folder, arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            eprintln!("CAPA Desk: {error}");
            ExitCode::FAILURE
        }
    }
}

fn open_window(desk: Desk) -> tauri::Result<()> {
    let title = "CAPA Desk";
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| desktop::come_forward(app)))
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .manage(desk)
        .invoke_handler(commands::handler())
        .setup(move |app| {
            // The book opens while the window is being made: its first question waits for it, nothing else does. Not
            // before the plugins: a second start ends in the first of them and must not touch the folder.
            desk::open_beside(app.handle());
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title(title)
                .inner_size(1280.0, 860.0)
                .min_inner_size(900.0, 600.0)
                .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
                .build()?;
            desktop::listen_to_toasts(app.handle());
            ticker::start(app.handle().clone());
            Ok(())
        })
        .on_window_event(|window, event| {
            if matches!(event, WindowEvent::Destroyed) {
                window.state::<Desk>().close();
            }
            if let WindowEvent::DragDrop(drag) = event {
                drops::dragged(window.app_handle(), drag);
            }
        })
        .run(tauri::generate_context!())
}
