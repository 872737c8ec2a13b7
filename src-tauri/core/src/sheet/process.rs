//! The helper process: the same program, started again with limits, reads one file and answers with its cells.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use super::limits::{ANSWER_BYTES, HELPER_SECONDS, bind_this_process};
use super::{Limit, SheetError, Workbook, read_bytes, read_guarded};

/// Stands before an answer: what a library prints on its own before it is no answer.
const MARK: &[u8] = b"\0capa sheet 1\0";

/// How the helper is started: `<program> <args...> <path of the file>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelperCommand {
    /// The program.
    pub program: PathBuf,
    /// What it is told before the file's path.
    pub args: Vec<OsString>,
}

/// The whole of the helper: binds itself, reads the file, answers on standard output. Returns the exit status.
pub fn helper_main(path: &Path) -> i32 {
    let answer = match bind_this_process() {
        Ok(()) => read_bytes(path).and_then(|bytes| read_guarded(&bytes)),
        Err(error) => Err(SheetError::unreadable(error)),
    };
    let Ok(bytes) = rmp_serde::to_vec(&answer) else { return 1 };
    let mut out = std::io::stdout().lock();
    let told = out.write_all(MARK).and_then(|()| out.write_all(&bytes)).and_then(|()| out.flush());
    if told.is_ok() { 0 } else { 1 }
}

/// Starts the helper and waits for its answer, at most [`HELPER_SECONDS`].
pub(super) fn read_through(helper: &HelperCommand, path: &Path) -> Result<Workbook, SheetError> {
    read_within(helper, path, Duration::from_secs(HELPER_SECONDS))
}

fn read_within(helper: &HelperCommand, path: &Path, limit: Duration) -> Result<Workbook, SheetError> {
    let mut child = Command::new(&helper.program)
        .args(&helper.args)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(SheetError::unreadable)?;
    let Some(out) = child.stdout.take() else {
        end(&mut child);
        return Err(SheetError::unreadable("no answer"));
    };
    let (tell, hear) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = out.take(ANSWER_BYTES.saturating_add(1)).read_to_end(&mut bytes).map(|_| bytes);
        // Nobody listens after a timeout.
        drop(tell.send(read));
    });
    let heard = hear.recv_timeout(limit);
    let bytes = match heard {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => {
            end(&mut child);
            return Err(SheetError::unreadable(error));
        }
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            end(&mut child);
            return Err(SheetError::Timeout);
        }
    };
    if bytes.len() as u64 > ANSWER_BYTES {
        end(&mut child);
        return Err(SheetError::too_big(Limit::Text));
    }
    match answer_in(&bytes) {
        Some(answer) => {
            end(&mut child);
            answer
        }
        None => Err(ended_badly(child.wait().map_err(SheetError::unreadable)?)),
    }
}

/// The answer behind its mark.
fn answer_in(bytes: &[u8]) -> Option<Result<Workbook, SheetError>> {
    let at = memchr::memmem::find(bytes, MARK)?;
    rmp_serde::from_slice(bytes.get(at.checked_add(MARK.len())?..)?).ok()
}

/// A helper that ended without a whole answer: the system ended it for its memory or its time, or it failed.
fn ended_badly(status: ExitStatus) -> SheetError {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        let out_of_time = rustix::process::Signal::XCPU.as_raw();
        if let Some(signal) = status.signal() {
            return if signal == out_of_time {
                SheetError::Timeout
            } else {
                SheetError::too_big(Limit::Memory)
            };
        }
    }
    SheetError::unreadable(format!("the reader ended with {status}"))
}

/// Ends a helper and collects it; one that has ended already is only collected.
fn end(child: &mut Child) {
    drop(child.kill());
    drop(child.wait());
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn shell(script: &str) -> HelperCommand {
        HelperCommand { program: "/bin/sh".into(), args: vec!["-c".into(), script.into()] }
    }

    fn outcome(script: &str, limit: Duration) -> SheetError {
        read_within(&shell(script), Path::new("register.xlsx"), limit).unwrap_err()
    }

    #[test]
    fn a_helper_that_never_answers_is_ended() {
        assert_eq!(outcome("exec sleep 600", Duration::from_millis(50)), SheetError::Timeout);
    }

    #[test]
    fn a_helper_that_dies_or_fails_gives_an_error() {
        let long = Duration::from_secs(30);
        assert_eq!(outcome("kill -ABRT $$", long), SheetError::too_big(Limit::Memory));
        assert_eq!(outcome("kill -XCPU $$", long), SheetError::Timeout);
        assert_eq!(outcome("exit 3", long).code(), "unreadable");
        assert_eq!(outcome("echo nonsense", long).code(), "unreadable");
    }

    #[test]
    fn a_program_that_is_not_there_gives_an_error() {
        let helper = HelperCommand { program: "/no/such/program".into(), args: Vec::new() };
        assert_eq!(
            read_within(&helper, Path::new("x"), Duration::from_secs(1)).unwrap_err().code(),
            "unreadable"
        );
    }
}
