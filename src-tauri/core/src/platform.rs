//! What differs from one operating system to the next in keeping files safe.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Makes the names in a folder durable: a file that was created or renamed is still there after a power cut.
///
/// # Errors
/// The folder cannot be opened or synced.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// On Windows a folder cannot be synced; NTFS journals its names by itself.
///
/// # Errors
/// Never.
#[cfg(windows)]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Creates a folder, with those above it, that only its owner can read.
///
/// # Errors
/// It cannot be created.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Writes a small file whole: beside it first, synced, then renamed into place, and the name synced.
///
/// # Errors
/// Any of these steps; the former file is then still in place.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Where the platform keeps what an app remembers of its own beside its data.
pub fn state_folder() -> Option<PathBuf> {
    let base = directories::BaseDirs::new()?;
    // Windows knows no state directory; below the data's own, an old copy put back would bring its anchor along.
    Some(base.state_dir().map_or_else(|| base.data_local_dir().join("capa-desk-state"), Path::to_path_buf))
}

/// Keeps this process from taking more than so much memory, where the platform can; for helper processes that
/// read damaged files.
pub fn limit_memory(bytes: u64) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = Rlimit { current: Some(bytes), maximum: Some(bytes) };
        if let Err(error) = setrlimit(Resource::As, limit) {
            tracing::warn!(%error, "memory is not limited");
        }
    }
    #[cfg(not(unix))]
    let _ = bytes;
}
