//! `cargo xtask bindings`: the TypeScript types of what crosses between the window and the screens.

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{command, debian, setup};

/// Runs the test that compares the types with the stored ones, and lets it write them instead.
pub fn write(workspace: &Workspace) -> Result<()> {
    setup::system(workspace, &[debian::WINDOW])?;
    command::run(
        command::cargo(workspace.root())
            .args(["test", "-p", "capa-desktop", "bindings"])
            .env("CAPA_WRITE_BINDINGS", "1"),
    )
}
