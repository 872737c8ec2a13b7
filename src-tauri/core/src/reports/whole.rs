//! A file written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

use crate::platform;

/// How many temporary names are tried; more than one is taken only where an earlier run broke off.
const TRIES: u32 = 100;

/// Lets `fill` write a temporary file beside the wanted one, given their folder; syncs it and renames it into
/// place. The user's folder is left as it was when anything fails.
///
/// # Errors
/// Any of these steps.
pub(super) fn write(path: &Path, fill: impl FnOnce(&Path, &mut File) -> Result<()>) -> Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let (beside, mut file) = create_beside(folder)?;
    let filled = fill(folder, &mut file).and_then(|()| file.sync_all());
    drop(file);
    let placed = filled.and_then(|()| fs::rename(&beside, path));
    if placed.is_err() {
        // The error that matters is the first one.
        drop(fs::remove_file(&beside));
    }
    placed?;
    platform::sync_folder(folder)
}

fn create_beside(folder: &Path) -> Result<(PathBuf, File)> {
    for attempt in 0..TRIES {
        let beside = folder.join(format!(".capa-export-{}-{attempt}.part", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((beside, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(Error::new(ErrorKind::AlreadyExists, "too many broken-off exports in the folder"))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn the_new_file_takes_the_place_of_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rejestr.csv");
        for text in ["one", "two"] {
            write(&path, |_, file| file.write_all(text.as_bytes())).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names(folder.path()), ["rejestr.csv"]);
    }

    #[test]
    fn a_failure_leaves_the_old_file_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rejestr.csv");
        fs::write(&path, "old").unwrap();
        let failed = write(&path, |_, file| {
            file.write_all(b"half")?;
            Err(Error::from(ErrorKind::StorageFull))
        });
        assert_eq!(failed.unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["rejestr.csv"]);
    }

    #[test]
    fn a_folder_of_that_name_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rejestr.csv");
        fs::create_dir(&path).unwrap();
        assert!(write(&path, |_, file| file.write_all(b"x")).is_err());
        assert_eq!(names(folder.path()), ["rejestr.csv"]);
        assert!(write(&folder.path().join("no/where.csv"), |_, _| Ok(())).is_err());
    }

    #[test]
    fn what_a_broken_off_export_left_does_not_stop_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(format!(".capa-export-{}-0.part", std::process::id())), "x").unwrap();
        let path = folder.path().join("rejestr.csv");
        write(&path, |_, file| file.write_all(b"whole")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "whole");
    }
}
