//! What the tests of the store share: folders, a history that can be told from its numbers, and a process that
//! writes it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use capa_core::domain::change::{Change, ChangeSet, Record, RecordKind};
use capa_core::register::Register;
use capa_core::store::conformance::{case, put, set};
use capa_core::store::{
    Integrity, OpenOptions, ProbeCommand, SledStore, Store, StoreError, TrailQuery, probe_main, verify_with,
};
use tempfile::TempDir;
use uuid::Uuid;

const ROOT: &str = "CAPA_TEST_WRITER_ROOT";
const COMMITS: &str = "CAPA_TEST_WRITER_COMMITS";

/// A data folder with its own place for anchors.
pub struct Place {
    root: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    pub fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub fn anchors(&self) -> PathBuf {
        self.root.path().join("anchors")
    }

    pub fn try_open(&self, options: OpenOptions) -> Result<SledStore, StoreError> {
        SledStore::open(&self.data(), &OpenOptions { anchors: Some(self.anchors()), ..options })
    }

    pub fn open(&self) -> SledStore {
        self.try_open(OpenOptions::default()).unwrap()
    }

    pub fn verify(&self) -> Integrity {
        verify_with(&self.data(), Some(self.anchors())).unwrap()
    }

    /// A folder that holds the first so many entries of the history, closed in order.
    pub fn written(entries: u64) -> Self {
        let place = Self::new();
        let mut store = place.open();
        write_until(&mut store, entries);
        place
    }

    /// Puts a former copy of the data in the place of what is there.
    pub fn restore(&self, copy: &Path) {
        fs::remove_dir_all(self.data()).unwrap();
        copy_folder(copy, &self.data());
    }

    /// Everything that was put aside as damaged.
    pub fn quarantined(&self) -> usize {
        let names = fs::read_dir(self.data()).unwrap().map(|item| item.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().contains(".quarantine.")).count()
    }
}

pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        if item.file_type().unwrap().is_dir() {
            copy_folder(&item.path(), &target);
        } else {
            fs::copy(item.path(), target).unwrap();
        }
    }
}

/// The change set of that number over a book that holds all before it. Its command is the number, which is also
/// its place in the trail.
pub fn nth(register: &Register, number: u64) -> ChangeSet {
    let one = |id: u64, text: String| {
        let mut case = case(u128::from(id) + 1, &format!("karta po wpisie {number}"));
        case.remarks = text;
        put(register, &case).unwrap()
    };
    let id = Uuid::from_u128(u128::from(number % 7) + 1);
    let changes = match (number % 5, register.record(RecordKind::Case, id)) {
        (4, Some(record)) => vec![remove(register, &record)],
        (3, _) => vec![one(number % 7, "ż".repeat(9_000)), one(7 + number % 3, "druga".into())],
        _ => vec![one(number % 7, format!("uwaga {number}"))],
    };
    set(u128::from(number), changes)
}

fn remove(register: &Register, record: &Record) -> Change {
    Change::remove(record, register.revision(record.kind(), record.id())).unwrap()
}

/// Commits the history up to that number.
pub fn write_until(store: &mut SledStore, last: u64) {
    let loaded = store.load().unwrap();
    let mut register = loaded.register;
    for number in loaded.seq + 1..=last {
        let wished = nth(&register, number);
        assert_eq!(store.commit(&wished).unwrap().seq, number);
        register.apply(&wished).unwrap();
    }
}

/// Asserts that the store holds the history, entry by entry, and nothing else. Returns its length.
pub fn assert_history(store: &SledStore) -> u64 {
    let mut register = Register::default();
    let trail = store.trail(&TrailQuery::ALL).unwrap();
    for (number, stored) in (1..).zip(&trail) {
        assert_eq!(stored.entry.set, nth(&register, number), "entry {number}");
        register.apply(&stored.entry.set).unwrap();
    }
    let loaded = store.load().unwrap();
    assert_eq!(loaded.register, register);
    assert_eq!(loaded.seq, trail.len() as u64);
    loaded.seq
}

/// Asserts that the store holds the records of the history, whatever version wrote its entries: fields that came
/// later stand at their defaults. Returns its length.
pub fn assert_records(store: &SledStore) -> u64 {
    let loaded = store.load().unwrap();
    let mut register = Register::default();
    for number in 1..=loaded.seq {
        let wished = nth(&register, number);
        register.apply(&wished).unwrap();
    }
    assert_eq!(loaded.register, register);
    assert_eq!(store.trail(&TrailQuery::ALL).unwrap().len() as u64, loaded.seq);
    loaded.seq
}

/// Starts this test binary again, for that one test, which calls [`act`] first. `before` is a program with
/// arguments to start it under.
pub fn writer(test: &str, place: &Place, commits: u64, before: &[&str]) -> Command {
    let binary = env::current_exe().unwrap();
    let mut command = match before {
        [] => Command::new(binary),
        [program, arguments @ ..] => {
            let mut command = Command::new(program);
            command.args(arguments).arg(binary);
            command
        }
    };
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]);
    command.env(ROOT, place.root.path()).env(COMMITS, commits.to_string());
    command
}

/// How this binary tries a book in a helper process.
pub fn probe(test: &str) -> Option<ProbeCommand> {
    let args = [test, "--exact", "--nocapture"].map(Into::into).to_vec();
    Some(ProbeCommand { program: env::current_exe().unwrap(), args })
}

/// Plays the part for which this binary was started again, if it was: writes, telling each step on standard
/// error, or tries a book.
pub fn act(test: &str) {
    let last = PathBuf::from(env::args().next_back().unwrap_or_default());
    if last.is_absolute() && last.ends_with("book") {
        process::exit(probe_main(&last));
    }
    let (Some(root), Ok(commits)) = (env::var_os(ROOT), env::var(COMMITS)) else { return };
    let root = PathBuf::from(root);
    let options =
        OpenOptions { anchors: Some(root.join("anchors")), probe: probe(test), ..OpenOptions::default() };
    let mut store = SledStore::open(&root.join("data"), &options).unwrap();
    let loaded = store.load().unwrap();
    let mut register = loaded.register;
    let last = loaded.seq + commits.parse::<u64>().unwrap();
    for number in loaded.seq + 1..=last {
        let wished = nth(&register, number);
        say(&format!("begin {number}\n"));
        let receipt = store.commit(&wished).unwrap();
        assert_eq!((receipt.seq, receipt.repeated), (number, false));
        say(&format!("ack {number}\n"));
        register.apply(&wished).unwrap();
    }
    drop(store);
    process::exit(0);
}

/// One line in one system call.
fn say(line: &str) {
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// Numbers that look random and come again with the same seed.
pub struct Random(u64);

impl Random {
    /// Seeded by `CAPA_TEST_SEED`, or freshly; the seed is printed.
    pub fn announced(what: &str) -> Self {
        let given = env::var("CAPA_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| Uuid::now_v7().as_u64_pair().1 | 1);
        println!("{what}: CAPA_TEST_SEED={seed}");
        Self(seed)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit.max(1)
    }
}
