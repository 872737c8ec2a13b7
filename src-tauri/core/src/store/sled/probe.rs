//! Trying whether a book can be opened, in a process of its own: sled can hang, panic or ask for memory without
//! end on a damaged one, and takes the whole process with it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::book::{Book, BookError};
use crate::platform;

const LIMIT: Duration = Duration::from_secs(20);
const MEMORY: u64 = 4 << 30;

const GOOD: i32 = 0;
const BAD: i32 = 1;
const FULL: i32 = 3;

/// How this program is started to try a book: the book's path comes behind the arguments, and the program
/// answers with what [`probe_main`] returns as its exit status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProbeCommand {
    /// The program; itself, mostly.
    pub program: PathBuf,
    /// Its arguments ahead of the path.
    pub args: Vec<OsString>,
}

/// What trying a book showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Probed {
    /// It opens and reads.
    Good,
    /// It does not.
    Bad,
    /// There was no space to find out.
    Full,
    /// The helper process could not be started.
    Unknown,
}

/// Tries the book in that folder; the whole work of a helper process. Returns its exit status.
pub fn probe_main(book: &Path) -> i32 {
    platform::limit_memory(MEMORY);
    let read = Book::open(book).and_then(|book| {
        book.applied()?;
        book.records(&mut |_| {})?;
        book.trail(&mut |_, _| {})
    });
    match read {
        Ok(()) | Err(BookError::Newer(_)) => GOOD,
        Err(error) if error.is_full() => FULL,
        Err(error) => {
            tracing::warn!(%error, "the book is damaged");
            BAD
        }
    }
}

/// Runs the helper process.
pub(super) fn run(command: &ProbeCommand, book: &Path) -> Probed {
    let quiet = || Stdio::null();
    let started = Command::new(&command.program)
        .args(&command.args)
        .arg(book)
        .stdin(quiet())
        .stdout(quiet())
        .stderr(quiet())
        .spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) => {
            tracing::warn!(%error, "the helper process could not be started");
            return Probed::Unknown;
        }
    };
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => {
                return match status.code() {
                    Some(GOOD) => Probed::Good,
                    Some(FULL) => Probed::Full,
                    Some(_) | None => Probed::Bad,
                };
            }
            Ok(None) if begun.elapsed() < LIMIT => std::thread::sleep(Duration::from_millis(3)),
            Ok(None) | Err(_) => {
                // A process that has ended in between cannot be stopped, which is as well.
                let _ = child.kill();
                let _ = child.wait();
                return Probed::Bad;
            }
        }
    }
}
