//! The commands that set up, run and test CAPA Desk.
//!
//! `cargo xtask run` and `cargo xtask test` each bring a machine that has only git, Rust and Node
//! to the point where the app runs, and leave out what is already there.
#![allow(clippy::print_stdout, reason = "these commands talk to a person in a terminal")]

mod bindings;
mod command;
mod debian;
mod display;
mod e2e;
mod npm;
mod run;
mod screenshots;
mod setup;
mod test;
mod toolchain;
mod ui;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};
use workspace::Workspace;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  run [-- ARGS]       set up, build and open CAPA Desk; without a display, walk the tour in a virtual one
  tour                walk the tour in a virtual display even where there is a real one
  test                set up, then formatting, lints, Rust tests, UI tests and the tests in a real window
  e2e [NAME]          set up, then only the tests in a real window (those whose file name begins with NAME)
  bindings            write the TypeScript types of what crosses between the window and the screens
  screenshots [DIR]   take the README's pictures (default: ui/pictures)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("no command given\n\n{USAGE}");
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        println!("{USAGE}");
        return Ok(());
    }
    let rest = rest.strip_prefix(["--".to_owned()].as_slice()).unwrap_or(rest);
    let workspace = Workspace::find()?;
    match (name.as_str(), rest) {
        ("run", arguments) => run::run(&workspace, arguments),
        ("tour", []) => run::tour(&workspace),
        ("test", []) => test::run(&workspace),
        ("e2e", []) => e2e::run(&workspace, None),
        ("e2e", [name]) => e2e::run(&workspace, Some(name)),
        ("bindings", []) => bindings::write(&workspace),
        ("screenshots", []) => screenshots::take(&workspace, None),
        ("screenshots", [folder]) => screenshots::take(&workspace, Some(folder)),
        _ => bail!("'{}' is not understood\n\n{USAGE}", arguments.join(" ")),
    }
}
