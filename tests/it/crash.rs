//! A process that acknowledges commits is killed at random; whatever it acknowledged is there afterwards.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use capa_core::store::{OpenOptions, Repair, Store, StoreError};

use crate::stores::{Place, Random, act, assert_history, probe, writer};

const THIS: &str = "crash::every_acknowledged_commit_survives_a_kill";
const KILLS: u64 = 100;
const INSIDE: u64 = 50;
const MOST: u64 = 400;

/// What a killed writer had said: the last commit it began, and the last it acknowledged.
#[derive(Debug, Default, Clone, Copy)]
struct Said {
    begun: u64,
    acknowledged: u64,
    /// How many it acknowledged.
    count: u64,
}

#[test]
fn every_acknowledged_commit_survives_a_kill() {
    act(THIS);
    let mut random = Random::announced("kills");
    let place = Place::new();
    let (mut kills, mut inside, mut count, mut found) = (0, 0, 0, 0);
    let (mut cut, mut replayed) = (0, 0);
    while kills < KILLS || inside < INSIDE {
        assert!(kills < MOST, "only {inside} of {kills} kills landed inside a commit");
        let said = killed(&place, &mut random);
        kills += 1;
        inside += u64::from(said.begun > said.acknowledged);
        count += said.count;
        let acknowledged = said.acknowledged.max(found);

        let options = OpenOptions { probe: probe(THIS), ..OpenOptions::default() };
        let store = place.try_open(options).unwrap();
        found = assert_history(&store);
        assert!(found >= acknowledged, "acknowledged {acknowledged}, found {found}");
        assert!(found <= acknowledged.max(said.begun), "begun {said:?}, found {found}");
        for repair in &store.opened().repairs {
            match repair {
                Repair::TailCut => cut += 1,
                Repair::Replayed { entries: 1 } => replayed += 1,
                Repair::Replayed { .. }
                | Repair::JournalRepaired { .. }
                | Repair::BookRebuilt { .. }
                | Repair::HistoryAccepted => panic!("a kill should not need {repair:?}"),
            }
        }
        drop(store);
        let integrity = place.verify();
        assert!(integrity.ok && integrity.entries == found, "{integrity:?}");
    }
    println!("killed {kills} times: {cut} torn tails cut, {replayed} entries replayed into the book");
    println!("acknowledged {count}, killed while writing {inside}, found {found}");
    assert!(found >= count && found <= count + inside);
}

/// Starts a writer and kills it: mostly a random while after its first commit began, so that it dies among
/// commits; one time in five a random while after its start, so that it may die while opening.
fn killed(place: &Place, random: &mut Random) -> Said {
    let early = random.below(5) == 0;
    let mut child = writer(THIS, place, u64::MAX >> 1, &[])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap());
    let mut said = Said::default();
    if !early {
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        said.hear(&first);
    }
    pause(Duration::from_micros(random.below(if early { 80_000 } else { 60_000 })));
    end(&mut child);
    let mut rest = String::new();
    lines.read_to_string(&mut rest).unwrap();
    rest.lines().for_each(|line| said.hear(line));
    said
}

impl Said {
    fn hear(&mut self, line: &str) {
        let number = |word: &str| line.trim().strip_prefix(word).and_then(|rest| rest.trim().parse().ok());
        if let Some(begun) = number("begin ") {
            self.begun = begun;
        } else if let Some(acknowledged) = number("ack ") {
            self.acknowledged = acknowledged;
            self.count += 1;
        } else {
            panic!("the writer said {line:?}");
        }
    }
}

/// Waits without giving up the processor, so that the moment of the kill is not the scheduler's.
fn pause(time: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < time {
        std::hint::spin_loop();
    }
}

fn end(child: &mut Child) {
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert_eq!(status.code(), None, "the writer ended by itself: {status}");
}

#[test]
fn a_second_process_is_told_at_once_and_the_first_goes_on() {
    const THIS: &str = "crash::a_second_process_is_told_at_once_and_the_first_goes_on";
    act(THIS);
    let place = Place::new();
    let mut child = writer(THIS, &place, u64::MAX >> 1, &[])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "begin 1");
    assert_eq!(lines.next().unwrap().unwrap(), "ack 1");
    let refused = place.try_open(OpenOptions::default());
    assert!(matches!(refused, Err(StoreError::Locked { .. })), "{refused:?}");
    // Questions still work beside the writer, which may be in the middle of an entry.
    let beside = capa_core::store::read_journal(&place.data()).unwrap().load();
    assert!(beside.seq >= 1);
    let integrity = place.verify();
    assert!(integrity.ok, "{integrity:?}");
    assert!(lines.next().unwrap().unwrap().starts_with("begin"));
    drop(lines);
    end(&mut child);
    assert!(place.open().load().unwrap().seq >= beside.seq);
}
