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
    let beside = path.with_extension("new");
    put_in_place(File::create(&beside)?, &beside, path, bytes)
}

/// Writes a small file whole, as [`write_whole`] does, that only its owner can read.
///
/// # Errors
/// Any of these steps; the former file is then still in place.
pub fn write_whole_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    // What an interrupted writing left may have been opened to others since.
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    put_in_place(options.open(&beside)?, &beside, path, bytes)
}

fn put_in_place(mut file: File, beside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(beside, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Opens a regular file for reading. What is no regular file is refused, and never waited for: opening a named
/// pipe would otherwise hang until somebody writes into it.
///
/// # Errors
/// The file cannot be opened, or is a folder, a pipe, a socket or a device.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let regular = |found: fs::Metadata| {
        let refused = || io::Error::new(io::ErrorKind::InvalidInput, "this is not a regular file");
        found.is_file().then_some(()).ok_or_else(refused)
    };
    // Asked before opening too, for opening a device may do something; and after, for names can change hands.
    regular(fs::metadata(path)?)?;
    let file = open_at_once(path)?;
    regular(file.metadata()?)?;
    Ok(file)
}

#[cfg(unix)]
fn open_at_once(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(File::from(open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_at_once(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Creates a folder of a fresh name that only its owner can read; it stays until somebody removes it.
///
/// # Errors
/// It cannot be created.
pub fn create_fresh_folder(within: &Path, prefix: &str) -> io::Result<PathBuf> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    Ok(builder.tempdir_in(within)?.keep())
}

/// Whether the person who runs this program owns what was found.
#[cfg(unix)]
pub fn is_own(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.uid() == rustix::process::geteuid().as_raw()
}

/// On Windows every person has a folder of their own for temporary files.
#[cfg(not(unix))]
pub fn is_own(_found: &fs::Metadata) -> bool {
    true
}

/// Lets nobody write a file any more, its owner included.
///
/// # Errors
/// The permissions cannot be changed.
pub fn make_read_only(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    let permissions = {
        use std::os::unix::fs::PermissionsExt;
        fs::Permissions::from_mode(0o400)
    };
    #[cfg(not(unix))]
    let permissions = {
        let mut permissions = fs::metadata(path)?.permissions();
        permissions.set_readonly(true);
        permissions
    };
    fs::set_permissions(path, permissions)
}

/// Tells Windows that a file came from elsewhere, so that other programs open it with care.
///
/// # Errors
/// The mark cannot be written, as on a volume that keeps none.
#[cfg(windows)]
pub fn mark_as_foreign(path: &Path) -> io::Result<()> {
    let mut stream = path.as_os_str().to_owned();
    stream.push(":Zone.Identifier");
    fs::write(stream, "[ZoneTransfer]\r\nZoneId=3\r\n")
}

/// Only Windows keeps such a mark.
///
/// # Errors
/// Never.
#[cfg(not(windows))]
pub fn mark_as_foreign(_path: &Path) -> io::Result<()> {
    Ok(())
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
