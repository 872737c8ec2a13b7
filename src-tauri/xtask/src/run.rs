//! `cargo xtask run`: from a bare machine to the open window, or to the tour where there is no display.

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{command, display, setup};

/// Opens the window on the person's own folder; `arguments` go to the app.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    if !display::is_there() {
        println!(
            "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): the tour runs in a virtual one."
        );
        if !arguments.is_empty() {
            println!("The arguments for the app are left out: {}", arguments.join(" "));
        }
        return tour(workspace);
    }
    setup::for_own_display(workspace)?;
    let app = workspace.binary("capa-desk");
    command::run(command::program(&app.to_string_lossy(), workspace.root()).args(arguments))
}

/// Walks the main job in a virtual display, tells what it did and saves pictures.
pub fn tour(workspace: &Workspace) -> Result<()> {
    setup::for_virtual_display(workspace)?;
    command::run(&mut display::node(workspace, &workspace.output("tour"), ["tour.mjs"]))
}
