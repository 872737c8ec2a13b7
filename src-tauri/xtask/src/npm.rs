//! The npm packages of the screens and of the tests in a real window.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command;

/// Installs exactly what the lock file in `folder` says, unless that was done before.
pub fn install(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("could not read {}", lock.display()))?;
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    if fs::read(&stamp).is_ok_and(|done| done == wanted) {
        println!("npm packages of {name}: as the lock file says.");
        return Ok(());
    }
    println!("npm packages of {name}: installing what the lock file says");
    // No install scripts: webdriverio's would download browsers and drivers, which Debian brings.
    command::run(command::npm(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).with_context(|| format!("could not write {}", stamp.display()))
}

/// Runs a script of the folder's package.json.
pub fn script(folder: &Path, name: &str) -> Result<()> {
    command::run(command::npm(folder).args(["run", "--silent", name]))
}
