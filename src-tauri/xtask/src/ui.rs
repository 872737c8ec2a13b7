//! Building the screens into `ui/dist`, which the app carries inside itself.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::npm;
use crate::workspace::Workspace;

/// Folders in `ui` that hold nothing the build reads.
const NO_SOURCES: [&str; 2] = ["node_modules", "dist"];

/// Type-checks and builds the screens unless the last build is newer than every source.
pub fn build(workspace: &Workspace) -> Result<()> {
    let ui = workspace.ui();
    let built = fs::metadata(ui.join("dist").join("index.html")).and_then(|file| file.modified()).ok();
    if built.is_some_and(|built| newest(&ui).is_ok_and(|source| source <= built)) {
        println!("Screens: built, no source is newer.");
        return Ok(());
    }
    npm::script(&ui, "build")
}

/// The latest change below `folder`. Folders count too: taking a file away changes only them.
fn newest(folder: &Path) -> Result<SystemTime> {
    let mut latest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
        let entry = entry?;
        if NO_SOURCES.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let file = entry.metadata()?;
        latest = latest.max(file.modified()?);
        if file.is_dir() {
            latest = latest.max(newest(&entry.path())?);
        }
    }
    Ok(latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deep_source_counts_and_the_output_does_not() {
        let folder = std::env::temp_dir().join(format!("capa-xtask-newest-{}", std::process::id()));
        let deep = folder.join("src").join("features");
        fs::create_dir_all(&deep).unwrap();
        fs::create_dir_all(folder.join("dist")).unwrap();
        let source = fs::File::create(deep.join("page.tsx")).unwrap();
        let output = fs::File::create(folder.join("dist").join("index.html")).unwrap();
        let later = SystemTime::now() + std::time::Duration::from_secs(3600);
        source.set_modified(later).unwrap();
        output.set_modified(later + std::time::Duration::from_secs(3600)).unwrap();
        let found = newest(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, later);
    }
}
