//! What a commit asks of the operating system, in which order.

use std::collections::HashMap;
use std::process::{Command, Stdio};
use std::{env, fs};

use crate::stores::{Place, act, writer};

const THIS: &str = "trace::a_commit_is_synced_before_it_is_acknowledged";
const COMMITS: u64 = 100;

/// A system call that matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Call {
    JournalWritten,
    JournalSynced,
    BookSynced,
    AnchorWritten,
    Begun(u64),
    Acknowledged(u64),
}

#[test]
fn a_commit_is_synced_before_it_is_acknowledged() {
    act(THIS);
    if !can_trace() {
        assert!(env::var_os("CI").is_none(), "strace is missing");
        eprintln!("SKIPPED: strace is missing, so the order of system calls was not looked at");
        return;
    }
    let place = Place::new();
    let log = place.anchors().with_file_name("trace");
    let log_text = log.to_str().unwrap();
    let filter = "trace=write,pwrite64,fsync,fdatasync";
    let before = ["strace", "-f", "-y", "-s", "64", "-e", filter, "-o", log_text];
    let status =
        writer(THIS, &place, COMMITS, &before).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{status}");
    let calls = parse(&fs::read_to_string(&log).unwrap());
    for number in 1..=COMMITS {
        let begun = calls.iter().position(|call| *call == Call::Begun(number)).unwrap();
        let acknowledged = calls.iter().position(|call| *call == Call::Acknowledged(number)).unwrap();
        let between: Vec<&Call> = calls[begun + 1..acknowledged].iter().collect();
        let expected = [Call::JournalWritten, Call::JournalSynced, Call::BookSynced, Call::AnchorWritten];
        assert_eq!(between, expected.iter().collect::<Vec<_>>(), "commit {number}");
    }
    println!("{COMMITS} commits: each journal written, journal synced, book synced, anchored, acknowledged");
}

fn can_trace() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

/// The calls in the order in which they were done. A call that another thread interrupted in the log counts
/// where it is resumed; one that failed does not count.
fn parse(log: &str) -> Vec<Call> {
    let mut open: HashMap<&str, String> = HashMap::new();
    let mut calls = Vec::new();
    for line in log.lines() {
        let (thread, call) = line.split_once(' ').unwrap();
        let call = call.trim_start();
        let whole = if let Some(begun) = call.strip_suffix("<unfinished ...>") {
            open.insert(thread, begun.to_string());
            continue;
        } else if call.starts_with("<...") {
            let ended = call.split_once("resumed>").unwrap().1;
            format!("{}{ended}", open.remove(thread).unwrap())
        } else {
            call.to_string()
        };
        let done = whole.rsplit_once("= ").is_some_and(|(_, result)| !result.starts_with('-'));
        calls.extend(done.then(|| classify(&whole)).flatten());
    }
    calls
}

fn classify(call: &str) -> Option<Call> {
    let (name, rest) = call.split_once('(')?;
    let file = rest.split_once('<')?.1.split_once('>')?.0;
    let number = |word: &str| {
        let text = rest.split_once('"')?.1.strip_prefix(word)?;
        text.split_once("\\n")?.0.parse().ok()
    };
    let journal = file.ends_with(".capaj");
    match name {
        "write" if journal => Some(Call::JournalWritten),
        "write" if file.contains("/anchors/") => Some(Call::AnchorWritten),
        "write" if rest.starts_with("2<") => {
            number("begin ").map(Call::Begun).or_else(|| number("ack ").map(Call::Acknowledged))
        }
        "fdatasync" if journal => Some(Call::JournalSynced),
        "fdatasync" if file.ends_with("/book/db") => Some(Call::BookSynced),
        _ => None,
    }
}
