//! Drawing without a graphics card: WebKit then composites on the processor, and scrolling a long register stutters.
//! Told not to composite, it draws each frame many times faster.

use std::process::ExitCode;

/// Starts the program again with WebKit told not to composite, where there is no graphics card and nobody chose
/// otherwise. Returns only when nothing is to be done, or the start failed.
#[cfg(target_os = "linux")]
pub fn choose() -> Option<ExitCode> {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    const CHOICE: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
    if std::env::var_os(CHOICE).is_some() || has_graphics_card() {
        return None;
    }
    let program = std::env::current_exe().ok()?;
    // The variable must stand before GTK starts its threads, so this process becomes one that was started with it.
    let error = Command::new(program).args(std::env::args_os().skip(1)).env(CHOICE, "1").exec();
    eprintln!("CAPA Desk: starting again failed, drawing may be slow: {error}");
    None
}

#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let Ok(devices) = std::fs::read_dir("/dev/dri") else { return false };
    devices.flatten().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}

/// Elsewhere the system's own web view looks after itself.
#[cfg(not(target_os = "linux"))]
pub fn choose() -> Option<ExitCode> {
    None
}
