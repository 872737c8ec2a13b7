//! A folder on a machine of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder on a machine of its own: no settings, no state, no desktop.
pub struct Desk {
    machine: TempDir,
}

/// What a run of the program left.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Its JSON, whatever the exit status.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {:?} {:?}", self.out, self.err))
    }
}

impl Desk {
    /// A machine whose folder is not there yet.
    pub fn new() -> Self {
        Self { machine: tempfile::tempdir().unwrap() }
    }

    /// A machine with the sample office.
    pub fn sample() -> Self {
        let desk = Self::new();
        desk.ok(&["sample"]);
        desk
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.machine.path().join("data")
    }

    /// A place for a file beside it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.machine.path().join(name)
    }

    /// Writes a file beside it.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.file(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    /// The program on that folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let at = |name: &str| self.machine.path().join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_capa"));
        command.args(arguments).arg("--data").arg(self.data());
        for name in ["CAPA_DATA", "CAPA_LOG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.env("CAPA_LANG", "en").env("HOME", at("home")).env("XDG_STATE_HOME", at("state"));
        command.env("XDG_RUNTIME_DIR", at("runtime"));
        command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", at("no-bus").display()));
        command
    }

    /// Runs it to its end.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let Output { status, stdout, stderr } = self.command(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { status: status.code().unwrap(), out: text(stdout), err: text(stderr) }
    }

    /// Runs it to its end with these lines on its standard input.
    pub fn told(&self, lines: &[&str], arguments: &[&str]) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
        // A program that reads nothing may have ended before; then the pipe is closed, and that is fine.
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { status: status.code().unwrap(), out: text(stdout), err: text(stderr) }
    }

    /// Its JSON for somebody who signs in, when all is well.
    pub fn ok_as(&self, (login, password): (&str, &str), arguments: &[&str]) -> Value {
        let run = self.told(&[password], &[arguments, &["--as", login, "--json"]].concat());
        assert_eq!(run.status, 0, "{arguments:?}: {} {}", run.out, run.err);
        run.json()
    }

    /// The error of a refusal to somebody who signs in.
    pub fn refused_as(&self, (login, password): (&str, &str), arguments: &[&str]) -> Value {
        let run = self.told(&[password], &[arguments, &["--as", login, "--json"]].concat());
        assert_eq!(run.status, 1, "{arguments:?}: {} {}", run.out, run.err);
        run.json()["error"].clone()
    }

    /// Its JSON, when all is well.
    pub fn ok(&self, arguments: &[&str]) -> Value {
        let run = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(run.status, 0, "{arguments:?}: {} {}", run.out, run.err);
        run.json()
    }

    /// The error of a refusal.
    pub fn refused(&self, arguments: &[&str]) -> Value {
        let run = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(run.status, 1, "{arguments:?}: {} {}", run.out, run.err);
        let error = run.json()["error"].clone();
        assert!(error["kind"].is_string() && error["reason"].is_string(), "{error}");
        error
    }

    /// The numbers of a list.
    pub fn numbers(&self, arguments: &[&str]) -> Vec<String> {
        texts(&self.ok(&[&["list"], arguments].concat()), "number")
    }
}

/// A key of every row.
pub fn texts(rows: &Value, key: &str) -> Vec<String> {
    rows.as_array().unwrap().iter().map(|row| row[key].as_str().unwrap_or("null").to_string()).collect()
}

/// Every file below a folder with its bytes.
pub fn bytes(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// A PDF with one empty page.
pub const PDF: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n\
    xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \n\
    trailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n";

/// A day so many days from today, as the office counts them.
pub fn day(from_today: i64) -> String {
    use capa_core::clock::{Clock, SystemClock};
    (SystemClock.today() + chrono::TimeDelta::days(from_today)).to_string()
}
