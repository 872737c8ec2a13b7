//! What `run` and `test` share: everything from a bare machine to a built app.

use anyhow::Result;

use crate::debian::{self, Package};
use crate::workspace::Workspace;
use crate::{command, npm, toolchain, ui};

/// The tools a person brings are new enough, and the system packages are there.
pub fn system(workspace: &Workspace, packages: &[&[Package]]) -> Result<()> {
    toolchain::check(workspace.root())?;
    debian::install(workspace.root(), &packages.concat())
}

/// The npm packages of the screens and, where the real window is driven, of its tests.
pub fn npm_packages(workspace: &Workspace, with_e2e: bool) -> Result<()> {
    npm::install(&workspace.ui())?;
    if with_e2e {
        npm::install(&workspace.e2e())?;
    }
    Ok(())
}

/// The app and the command line. The screens go first: the app carries them inside itself.
pub fn programs(workspace: &Workspace) -> Result<()> {
    command::run(command::cargo(workspace.root()).args(["build", "-p", "capa-desktop", "-p", "capa-cli"]))
}

/// All of it, ready for a virtual display.
pub fn for_virtual_display(workspace: &Workspace) -> Result<()> {
    system(workspace, &[debian::WINDOW, debian::VIRTUAL_DISPLAY])?;
    npm_packages(workspace, true)?;
    ui::build(workspace)?;
    programs(workspace)
}

/// All of it, ready for the person's own display.
pub fn for_own_display(workspace: &Workspace) -> Result<()> {
    system(workspace, &[debian::WINDOW])?;
    npm_packages(workspace, false)?;
    ui::build(workspace)?;
    programs(workspace)
}
