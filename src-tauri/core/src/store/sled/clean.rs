//! The mark that the last process stopped in order: what the trail held then.

use std::fs;
use std::io;
use std::path::Path;

use crate::anchor::Anchored;
use crate::platform::{sync_folder, write_whole};

const FILE: &str = "clean";

/// Leaves the mark.
pub fn leave(data: &Path, anchored: Anchored) -> io::Result<()> {
    write_whole(&data.join(FILE), &anchored.encode())
}

/// Takes the mark away before anything is written, and tells what it said.
pub fn take(data: &Path) -> io::Result<Option<Anchored>> {
    let path = data.join(FILE);
    let bytes = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read?,
    };
    fs::remove_file(&path)?;
    sync_folder(data)?;
    Ok(Anchored::parse(&bytes))
}
