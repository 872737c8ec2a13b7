//! Folders for the copies that other programs open. Each run of the program has one, holds its lock, and clears
//! away those that earlier runs left: a copy stays for as long as somebody may be looking at it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::lock::{FolderLock, LockError};
use crate::platform::{create_fresh_folder, is_own};

/// What the folders of all runs begin with.
pub(super) const PREFIX: &str = "capa-desk-opened-";

/// The folder of this run, for each place where one was asked for.
static RUNS: Mutex<BTreeMap<PathBuf, Run>> = Mutex::new(BTreeMap::new());

struct Run {
    folder: PathBuf,
    /// Held until the process ends: without it the next run takes the folder for one that was left.
    _lock: FolderLock,
}

/// An empty folder for one copy, that only its owner can read.
pub(super) fn fresh_folder(within: &Path) -> io::Result<PathBuf> {
    let mut runs = RUNS.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = match runs.get(within).filter(|run| run.folder.is_dir()) {
        Some(run) => run.folder.clone(),
        None => {
            let run = begin(within)?;
            let folder = run.folder.clone();
            runs.insert(within.to_path_buf(), run);
            clear_earlier(within);
            folder
        }
    };
    create_fresh_folder(&folder, "")
}

fn begin(within: &Path) -> io::Result<Run> {
    let folder = create_fresh_folder(within, PREFIX)?;
    let lock = FolderLock::take(&folder).map_err(|error| match error {
        LockError::Io(error) => error,
        LockError::Held => io::Error::other("a fresh folder is locked already"),
    })?;
    Ok(Run { folder, _lock: lock })
}

/// Removes what earlier runs left. Whatever cannot be removed stays for the next time.
fn clear_earlier(within: &Path) {
    let Ok(entries) = fs::read_dir(within) else { return };
    for entry in entries.flatten() {
        let named = entry.file_name().to_string_lossy().starts_with(PREFIX);
        // The metadata of the entry itself: nobody's link is followed.
        let own = named && entry.metadata().is_ok_and(|found| found.is_dir() && is_own(&found));
        if !own {
            continue;
        }
        // A folder that another running program holds, or whose lock is just being made, is left alone.
        let Ok(lock) = FolderLock::take_existing(&entry.path()) else { continue };
        drop(lock);
        if let Err(error) = fs::remove_dir_all(entry.path()) {
            tracing::warn!(%error, "copies of an earlier run cannot be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_earlier_runs_are_cleared_and_those_in_use_are_not() {
        let place = tempfile::tempdir().unwrap();
        let run = |name: &str| {
            let folder = place.path().join(format!("{PREFIX}{name}"));
            fs::create_dir_all(folder.join("1")).unwrap();
            fs::write(folder.join("1").join("old.pdf"), b"old").unwrap();
            folder
        };
        let (left, held, begun) = (run("left"), run("held"), run("begun"));
        fs::write(left.join(FolderLock::FILE), b"").unwrap();
        let lock = FolderLock::take(&held).unwrap();
        let foreign = place.path().join("somebody-elses");
        fs::create_dir(&foreign).unwrap();
        fs::write(foreign.join(FolderLock::FILE), b"").unwrap();

        let first = fresh_folder(place.path()).unwrap();
        assert!(!left.exists());
        assert!(held.join("1").join("old.pdf").exists());
        assert!(begun.exists() && foreign.exists());
        let second = fresh_folder(place.path()).unwrap();
        assert_ne!(first, second);
        assert_eq!(first.parent(), second.parent());
        drop(lock);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_when_clearing() {
        let place = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join(FolderLock::FILE), b"").unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), place.path().join(format!("{PREFIX}link"))).unwrap();
        fresh_folder(place.path()).unwrap();
        assert!(elsewhere.path().join(FolderLock::FILE).exists());
    }
}
