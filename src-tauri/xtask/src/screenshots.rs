//! `cargo xtask screenshots`: the README's pictures, taken from the app as it is.

use std::path::Path;

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{command, display, setup};

/// Drives the app on the sample office and saves the pictures into `folder`.
pub fn take(workspace: &Workspace, folder: Option<&String>) -> Result<()> {
    setup::for_virtual_display(workspace)?;
    let folder = workspace.root().join(folder.map_or(Path::new("ui/pictures"), Path::new));
    command::run(&mut display::node(workspace, &folder, ["screenshots.mjs"]))
}
