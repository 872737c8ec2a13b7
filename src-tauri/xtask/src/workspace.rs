//! Where things are: the repository, cargo's output and the programs built into it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command;

/// The checkout and cargo's target folder, wherever the person keeps it.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and a person's own cargo configuration are respected.
    pub fn find() -> Result<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .ancestors()
            .nth(2)
            .context("this program does not lie two folders below the root of the repository")?
            .to_path_buf();
        let mut metadata = command::cargo(&root);
        metadata.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]);
        let answer = command::answer(&mut metadata).context("cargo metadata failed")?;
        let target = target_directory(&answer).context("cargo metadata names no target folder")?;
        Ok(Self { root, target })
    }

    /// The root of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The screens.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The tests in a real window.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// Where a command leaves pictures and logs: in the checkout, wherever cargo builds.
    pub fn output(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// A program of this workspace as `cargo build` leaves it.
    pub fn binary(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// The one string wanted from cargo's JSON; a JSON reader would cost more to compile than all the rest.
fn target_directory(metadata: &str) -> Option<PathBuf> {
    let (_, rest) = metadata.split_once("\"target_directory\":\"")?;
    let mut path = String::new();
    let mut letters = rest.chars();
    loop {
        match letters.next()? {
            '"' => return Some(PathBuf::from(path)),
            '\\' => path.push(letters.next()?),
            letter => path.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_folder_is_read_with_its_escapes() {
        let json = r#"{"packages":[],"target_directory":"C:\\build\\a \"b\"","version":1}"#;
        assert_eq!(target_directory(json), Some(PathBuf::from(r#"C:\build\a "b""#)));
        assert_eq!(target_directory(r#"{"target_directory":"/cut"#), None);
    }

    #[test]
    fn this_workspace_is_found() {
        let workspace = Workspace::find().unwrap();
        assert!(workspace.root().join("Cargo.lock").is_file());
    }
}
