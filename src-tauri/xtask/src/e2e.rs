//! `cargo xtask e2e`: the tests that click and type in the real window.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{command, display, setup};

/// Sets up, then runs the tests whose file name begins with `name`, or all.
pub fn run(workspace: &Workspace, name: Option<&String>) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("the tests in a real window run on Linux, where a display can be a virtual one");
    }
    setup::for_virtual_display(workspace)?;
    drive(workspace, name.map_or("", String::as_str))
}

/// The tests alone, for a workspace that is set up and built.
pub fn drive(workspace: &Workspace, name: &str) -> Result<()> {
    let specs = specs(&workspace.e2e().join("specs"), name)?;
    if specs.is_empty() {
        bail!("no test in tests/e2e/specs has a name that begins with '{name}'");
    }
    // One at a time: each drives a window of its own, and two would fight for a small machine.
    let mut node = display::node(
        workspace,
        &workspace.output("e2e"),
        ["--test", "--test-concurrency=1", "--test-reporter=spec"],
    );
    command::run(node.args(specs))
}

fn specs(folder: &Path, name: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
        let entry = entry?;
        let file = entry.file_name();
        let file = file.to_string_lossy();
        if file.starts_with(name) && file.ends_with(".test.mjs") {
            found.push(Path::new("specs").join(&*file));
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_chosen_by_the_beginning_of_their_name() {
        let folder = std::env::temp_dir().join(format!("capa-xtask-specs-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["import.test.mjs", "axe.test.mjs", "axe-rules.mjs"] {
            fs::write(folder.join(name), "").unwrap();
        }
        let (all, axe) = (specs(&folder, ""), specs(&folder, "axe"));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(all.unwrap(), [Path::new("specs/axe.test.mjs"), Path::new("specs/import.test.mjs")]);
        assert_eq!(axe.unwrap(), [Path::new("specs/axe.test.mjs")]);
    }
}
