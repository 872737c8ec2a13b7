//! The log: files in the data folder, fourteen days of them. Fields, ids and counts; no names, no texts.

use std::path::Path;

use capa_core::platform;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::EnvFilter;

/// The appender keeps one file less than told after a restart.
const FILES_KEPT: usize = 15;

/// Starts the log; a folder that cannot be written has none, which is said when it is opened.
pub fn start(folder: &Path) -> Option<WorkerGuard> {
    let logs = folder.join("logs");
    platform::create_private_folder(&logs).ok()?;
    let appender = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("capa-desk")
        .filename_suffix("log")
        .max_log_files(FILES_KEPT)
        .build(&logs)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(appender);
    let filter = EnvFilter::try_from_env("CAPA_LOG").unwrap_or_else(|_| EnvFilter::new("info,sled=warn"));
    let started =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(writer).try_init();
    started.ok().map(|()| guard)
}
