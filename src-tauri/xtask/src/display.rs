//! Whether a person can see a window here, and how scripts that drive one are started where nobody can.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::command;
use crate::workspace::Workspace;

/// Windows and macOS always have a desktop; elsewhere one of two variables names it.
pub fn is_there() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Node with what the scripts in `tests/e2e` want to know. They start the virtual display themselves, one
/// for each app they drive, so that no two share a session bus, a home folder or a screen.
pub fn node<I, S>(workspace: &Workspace, output: &Path, arguments: I) -> Command
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let mut node = command::program("node", &workspace.e2e());
    node.args(arguments)
        .env("CAPA_E2E_APP", workspace.binary("capa-desk"))
        .env("CAPA_E2E_CLI", workspace.binary("capa"))
        .env("CAPA_E2E_OUTPUT", output);
    node
}
