//! Whatever is changed, taken out or cut off is named; whatever single file is damaged is repaired.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use capa_core::journal::frame::{HEADER_LEN, RECORD_LEN};
use capa_core::journal::scan::{Scan, scan, segment_path};
use capa_core::store::conformance::{case, put, set};
use capa_core::store::{AnchorState, Note, OpenOptions, ProblemKind, Repair, Store, StoreError, TrailQuery};

use crate::stores::{Place, Random, act, assert_history, copy_folder, probe, write_until, writer};

fn journal(place: &Place) -> PathBuf {
    place.data().join("journal")
}

fn scanned(place: &Place) -> Scan {
    scan(&journal(place), &mut |_, _| {}).unwrap()
}

/// The entry to which a byte of the first segment belongs; a header's belong to the first.
fn owner(scan: &Scan, at: usize) -> u64 {
    let begins = |offset: u64| usize::try_from(offset).unwrap() - RECORD_LEN;
    let behind = scan.entries.iter().filter(|(_, found)| begins(found.place.offset) <= at);
    behind.map(|(seq, _)| *seq).max().unwrap_or(1)
}

#[test]
fn every_flipped_byte_of_the_journal_is_named() {
    // Without the book, so that the journal and its anchor must tell by themselves.
    let place = Place::written(6);
    fs::remove_dir_all(place.data().join("book")).unwrap();
    let (sound, path) = (scanned(&place), segment_path(&journal(&place), 1));
    let whole = fs::read(&path).unwrap();
    assert!(place.verify().ok);
    let begins = |seq: u64| sound.entries.get(&seq).map_or(0, |found| found.place.offset);
    for at in 0..whole.len() {
        // Every byte of every frame and of the first entries; of the longer ones behind, one in fifty.
        let framed = (3..=6).any(|seq| (begins(seq) - 52..begins(seq) + 20).contains(&(at as u64)));
        if at as u64 > begins(3) && !framed && at % 50 > 0 {
            continue;
        }
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&path, &flipped).unwrap();
        let integrity = place.verify();
        let seq = owner(&sound, at);
        assert!(!integrity.ok && integrity.names(seq), "byte {at} of entry {seq}: {integrity:?}");
    }
}

#[test]
fn flipped_bytes_of_the_journal_are_named_beside_the_book_and_repaired_from_it() {
    let place = Place::written(12);
    let (sound, path) = (scanned(&place), segment_path(&journal(&place), 1));
    let whole = fs::read(&path).unwrap();
    let copy = place.anchors().with_file_name("copy");
    copy_folder(&place.data(), &copy);
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x20;
        fs::write(&path, &flipped).unwrap();
        let integrity = place.verify();
        let seq = owner(&sound, at);
        assert!(!integrity.ok && integrity.names(seq), "byte {at} of entry {seq}: {integrity:?}");
        let store = place.open();
        assert_eq!(assert_history(&store), 12);
        assert!(
            matches!(store.opened().repairs[..], [Repair::JournalRepaired { .. }]),
            "{:?}",
            store.opened()
        );
        drop(store);
        assert!(place.verify().ok);
        assert_eq!(place.quarantined(), 1, "the damaged journal is kept");
        place.restore(&copy);
    }
}

#[test]
fn a_changed_entry_or_record_in_sled_is_named() {
    let place = Place::written(12);
    let book = place.data().join("book");
    let names = |tree: &str, key: &[u8], at: usize| {
        let change = || {
            let db = sled::open(&book).unwrap();
            let tree = db.open_tree(tree).unwrap();
            let mut value = tree.get(key).unwrap().unwrap().to_vec();
            value[at] ^= 1;
            tree.insert(key, value).unwrap();
            db.flush().unwrap();
        };
        change();
        let integrity = place.verify();
        change();
        assert!(place.verify().ok);
        integrity
    };
    let keys = |tree: &str| -> Vec<(Vec<u8>, usize)> {
        let db = sled::open(&book).unwrap();
        let all = db.open_tree(tree).unwrap().iter().map(|item| item.unwrap());
        all.map(|(key, value)| (key.to_vec(), value.len())).collect()
    };
    for (key, length) in keys("trail") {
        let seq = u64::from_be_bytes(key[..8].try_into().unwrap());
        for at in [0, length / 2, length - 1] {
            let integrity = names("trail", &key, at);
            assert!(!integrity.ok && integrity.names(seq), "byte {at} of entry {seq}: {integrity:?}");
        }
    }
    for (key, length) in keys("case") {
        let integrity = names("case", &key, length - 1);
        assert!(!integrity.ok, "{integrity:?}");
    }
}

#[test]
fn a_record_that_says_something_else_is_named_by_the_entry_that_left_it() {
    let place = Place::written(3);
    let db = sled::open(place.data().join("book")).unwrap();
    let tree = db.open_tree("case").unwrap();
    let (key, value) = tree.iter().map(Result::unwrap).nth(1).unwrap();
    let text = b"uwaga 2";
    let at = value.windows(text.len()).position(|part| part == text).unwrap();
    let mut value = value.to_vec();
    value[at + text.len() - 1] = b'7';
    tree.insert(key, value).unwrap();
    db.flush().unwrap();
    drop((tree, db));
    let integrity = place.verify();
    assert!(integrity.names(2), "{integrity:?}");
    assert!(matches!(integrity.problems[..], [ref one] if matches!(one.kind, ProblemKind::Record { .. })));
}

/// Cuts the journal behind that entry.
fn cut_journal(place: &Place, last: u64) {
    let found = &scanned(place).entries[&last];
    let path = segment_path(&journal(place), found.place.segment);
    let end = found.place.offset + u64::from(found.place.len);
    fs::OpenOptions::new().write(true).open(path).unwrap().set_len(end).unwrap();
}

#[test]
fn a_cut_tail_of_journal_and_book_shows_through_the_anchor() {
    for left in [1, 5, 9] {
        let place = Place::written(10);
        cut_journal(&place, left);
        fs::remove_dir_all(place.data().join("book")).unwrap();
        let integrity = place.verify();
        assert!(!integrity.ok && integrity.names(left + 1), "{integrity:?}");
        let before = fs::read(segment_path(&journal(&place), 1)).unwrap();
        let refused = place.try_open(OpenOptions::default());
        assert!(
            matches!(refused, Err(StoreError::HistoryCut { anchored: 10, found }) if found == left),
            "{refused:?}"
        );
        assert_eq!(fs::read(segment_path(&journal(&place), 1)).unwrap(), before, "a refusal changes nothing");
        accepted(&place, left);
    }
}

/// Opens although the history is another, and asserts that the trail says so.
fn accepted(place: &Place, left: u64) {
    let store = place.try_open(OpenOptions { accept_history: true, ..OpenOptions::default() }).unwrap();
    let last = store.trail(&TrailQuery { after: left, ..TrailQuery::ALL }).unwrap();
    let said: Vec<_> =
        last.iter().map(|it| (it.entry.set.what.as_str(), it.entry.set.actor.name.as_str())).collect();
    assert_eq!(said, [("history_accepted", "system")]);
    assert!(last[0].entry.set.reason.as_ref().is_some_and(|reason| reason.contains("10")));
    drop(store);
    assert!(place.verify().ok);
    assert_eq!(place.open().load().unwrap().seq, left + 1);
    assert!(place.quarantined() >= 1, "what was found is kept");
}

#[test]
fn an_older_or_another_history_in_the_same_place_is_refused() {
    let place = Place::written(5);
    let (older, other) = (place.anchors().with_file_name("older"), place.anchors().with_file_name("other"));
    copy_folder(&place.data(), &older);
    write_until(&mut place.open(), 10);
    let newer = place.anchors().with_file_name("newer");
    copy_folder(&place.data(), &newer);

    place.restore(&older);
    let refused = place.try_open(OpenOptions::default());
    assert!(matches!(refused, Err(StoreError::HistoryCut { anchored: 10, found: 5 })), "{refused:?}");
    assert!(place.verify().names(6));

    // The older one, continued elsewhere in another way: as long, and sound in itself.
    copy_folder(&older, &other);
    let elsewhere =
        OpenOptions { anchors: Some(place.anchors().with_file_name("elsewhere")), ..OpenOptions::default() };
    let mut store = capa_core::store::SledStore::open(&other, &elsewhere).unwrap();
    assert_eq!(store.opened().anchor, AnchorState::Begun, "a copy in another place raises no alarm");
    for number in 6_u128..=11 {
        let register = store.load().unwrap().register;
        let change = put(&register, &case(number + 100, "inna historia")).unwrap();
        store.commit(&set(number + 1_000, vec![change])).unwrap();
    }
    drop(store);
    place.restore(&other);
    let refused = place.try_open(OpenOptions::default());
    assert!(matches!(refused, Err(StoreError::HistoryRewritten { seq: 10 })), "{refused:?}");
    assert!(place.verify().names(10));
    accepted(&place, 11);

    place.restore(&newer);
    let refused = place.try_open(OpenOptions::default());
    assert!(matches!(refused, Err(StoreError::HistoryCut { .. })), "{refused:?}");
}

#[test]
fn a_missing_anchor_is_noted_and_made() {
    let place = Place::written(4);
    fs::remove_dir_all(place.anchors()).unwrap();
    let integrity = place.verify();
    assert!(integrity.ok && integrity.notes == [Note::NoAnchor], "{integrity:?}");
    assert_eq!(place.open().opened().anchor, AnchorState::Begun);
    assert_eq!(place.open().opened().anchor, AnchorState::Kept);
    // A file where the folder should be: no anchor can be kept, and the book still opens.
    fs::remove_dir_all(place.anchors()).unwrap();
    fs::write(place.anchors(), "").unwrap();
    assert!(matches!(place.open().opened().anchor, AnchorState::Unavailable { .. }));
}

#[test]
fn an_acknowledged_entry_that_the_book_lost_is_named() {
    let place = Place::written(11);
    let (book, older) = (place.data().join("book"), place.anchors().with_file_name("older"));
    copy_folder(&book, &older);
    write_until(&mut place.open(), 12);
    assert!(place.verify().ok);
    fs::remove_dir_all(&book).unwrap();
    copy_folder(&older, &book);
    let integrity = place.verify();
    let missing = |problem: &capa_core::store::Problem| problem.kind == ProblemKind::Missing;
    assert!(!integrity.ok && integrity.names(12), "{integrity:?}");
    assert!(integrity.problems.iter().all(missing) && integrity.notes.is_empty(), "{integrity:?}");
    // Without the anchor nobody can tell it from an entry that is on its way into the book.
    fs::remove_dir_all(place.anchors()).unwrap();
    let integrity = place.verify();
    assert!(integrity.ok && integrity.notes.contains(&Note::Unfinished), "{integrity:?}");
}

#[test]
fn a_file_in_place_of_the_folder_is_told_as_not_writable() {
    let place = Place::written(2);
    let file = place.anchors().with_file_name("file");
    fs::write(&file, "").unwrap();
    let refused = capa_core::store::SledStore::open(&file, &OpenOptions::default());
    assert!(matches!(refused, Err(StoreError::NotWritable { path }) if path == file));
}

#[test]
fn a_torn_tail_is_cut_off_when_it_was_never_acknowledged_and_repaired_when_it_was() {
    let place = Place::written(8);
    let path = segment_path(&journal(&place), 1);
    let whole = fs::read(&path).unwrap();
    let tail = whole.len() - usize::try_from(scanned(&place).entries[&8].place.offset).unwrap() + RECORD_LEN;
    for kept in [1, RECORD_LEN - 1, RECORD_LEN + 1, tail - 1] {
        // The beginning of a ninth entry behind the eighth.
        let begun = &whole[whole.len() - tail..][..kept];
        fs::write(&path, [&whole, begun].concat()).unwrap();
        let integrity = place.verify();
        assert!(integrity.ok && integrity.notes == [Note::Unfinished], "{integrity:?}");
        assert_eq!(capa_core::store::read_journal(&place.data()).unwrap().load().seq, 8);
        let store = place.open();
        assert_eq!(store.opened().repairs, [Repair::TailCut]);
        assert_eq!(assert_history(&store), 8);
        drop(store);
        assert_eq!(fs::read(&path).unwrap(), whole);
    }
    // Zeros behind the last entry are space that was set aside.
    fs::write(&path, [&whole[..], &[0; 4_096]].concat()).unwrap();
    assert!(place.verify().ok);
    let mut store = place.open();
    assert_eq!(store.opened().repairs, []);
    write_until(&mut store, 9);
    drop(store);
    assert_eq!(assert_history(&place.open()), 9);
    // An acknowledged entry that is cut off comes back from the book.
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    assert!(place.verify().names(9));
    let store = place.open();
    assert!(matches!(store.opened().repairs[..], [Repair::JournalRepaired { .. }]));
    assert_eq!(assert_history(&store), 9);
}

#[test]
fn damage_of_both_is_merged_where_it_can_be_and_refused_by_name_where_not() {
    let flip_entry = |place: &Place, seq: u64| {
        let found = scanned(place).entries[&seq].place;
        let path = segment_path(&journal(place), 1);
        let mut bytes = fs::read(&path).unwrap();
        bytes[usize::try_from(found.offset).unwrap() + 3] ^= 1;
        fs::write(&path, bytes).unwrap();
    };
    let flip_stored = |place: &Place, seq: u64| {
        let db = sled::open(place.data().join("book")).unwrap();
        let tree = db.open_tree("trail").unwrap();
        let key = [&seq.to_be_bytes()[..], &[0, 0]].concat();
        let mut value = tree.get(&key).unwrap().unwrap().to_vec();
        value[20] ^= 1;
        tree.insert(key, value).unwrap();
        db.flush().unwrap();
    };
    let place = Place::written(10);
    flip_entry(&place, 4);
    flip_stored(&place, 7);
    let integrity = place.verify();
    assert!(integrity.names(4) && integrity.names(7), "{integrity:?}");
    let store = place.open();
    assert_eq!(assert_history(&store), 10);
    assert_eq!(store.opened().repairs.len(), 2, "{:?}", store.opened());
    drop(store);
    assert!(place.verify().ok);

    flip_entry(&place, 5);
    flip_stored(&place, 5);
    let refused = place.try_open(OpenOptions::default());
    assert!(matches!(refused, Err(StoreError::Corrupt { seq: Some(5), .. })), "{refused:?}");
    let beside = capa_core::store::read_journal(&place.data());
    assert!(matches!(beside, Err(StoreError::Corrupt { seq: Some(5), .. })), "{beside:?}");
}

#[test]
fn a_large_import_is_one_entry_and_fills_a_segment_of_its_own() {
    let place = Place::new();
    let mut store = place.open();
    let save = |store: &mut capa_core::store::SledStore, command: u128, first: u128, count: u128| {
        let register = store.load().unwrap().register;
        let changes = (first..first + count).map(|number| {
            let mut case = case(number, &format!("karta {number}"));
            case.remarks = "Brak potwierdzenia odbioru decyzji. ".repeat(80);
            put(&register, &case).unwrap()
        });
        store.commit(&set(command, changes.collect())).unwrap()
    };
    save(&mut store, 1, 1, 1);
    save(&mut store, 2, 2, 2_500);
    save(&mut store, 3, 1, 1);
    let before = store.load().unwrap();
    drop(store);
    let segments: Vec<u32> = scanned(&place).entries.values().map(|found| found.place.segment).collect();
    assert_eq!(segments, [1, 2, 3]);
    let blobs = fs::read_dir(place.data().join("book/blobs")).unwrap().count();
    assert_eq!(blobs, 0, "no value is so long that sled writes it unsynced into a file of its own");
    for segment in segments {
        let path = segment_path(&journal(&place), segment);
        let whole = fs::read(&path).unwrap();
        let mut flipped = whole.clone();
        flipped[13] ^= 4;
        fs::write(&path, &flipped).unwrap();
        assert!(place.verify().names(u64::from(segment)), "header of segment {segment}");
        fs::write(&path, whole).unwrap();
    }
    fs::remove_file(segment_path(&journal(&place), 2)).unwrap();
    assert!(place.verify().names(2));
    let store = place.open();
    let after = store.load().unwrap();
    assert_eq!((after.seq, after.head), (3, before.head));
    assert_eq!(after.register, before.register);
    assert!(matches!(store.opened().repairs[..], [Repair::JournalRepaired { .. }]));
    assert!(store.check().unwrap().ok);
}

#[test]
fn a_newer_folder_is_refused() {
    let place = Place::written(3);
    let path = segment_path(&journal(&place), 1);
    let mut bytes = fs::read(&path).unwrap();
    let mut header = capa_core::journal::frame::Header::parse(&bytes).unwrap();
    header.version += 1;
    bytes[..HEADER_LEN].copy_from_slice(&header.encode());
    fs::write(&path, &bytes).unwrap();
    let newer = |error: &StoreError| matches!(error, StoreError::NewerVersion { found: 2, known: 1 });
    assert!(place.try_open(OpenOptions::default()).is_err_and(|error| newer(&error)));
    assert!(capa_core::store::read_journal(&place.data()).is_err_and(|error| newer(&error)));
    assert!(capa_core::store::verify(&place.data()).is_err_and(|error| newer(&error)));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

const KILLED: &str = "tamper::any_single_damaged_file_is_repaired";

#[test]
fn any_single_damaged_file_is_repaired() {
    act(KILLED);
    let mut random = Random::announced("damages");
    // Opened a second time, so that sled leaves a snapshot.
    let (clean, killed) = (Place::written(40), Place::written(20));
    drop((clean.open(), killed.open()));
    kill_among_commits(&killed);
    let (mut damages, mut quarantined) = (0, 0);
    for place in [&clean, &killed] {
        let copy = place.anchors().with_file_name("copy");
        copy_folder(&place.data(), &copy);
        let anchors = place.anchors().with_file_name("anchors-copy");
        copy_folder(&place.anchors(), &anchors);
        // A kill may leave one entry that was durable and not yet acknowledged; damage may take that one.
        let spare = u64::from(!place.data().join("clean").exists());
        let expected = assert_history(&place.open());
        let files = ["journal/00000001.capaj", "book/db", "book/conf", "snap", "clean"];
        for file in files {
            for damage in 0..6 {
                place.restore(&copy);
                let path =
                    if file == "snap" { snapshot(&place.data()) } else { Some(place.data().join(file)) };
                let Some(path) = path.filter(|path| path.exists()) else { continue };
                let done = spoil(&path, damage, &mut random);
                damages += 1;
                let options = OpenOptions { probe: probe(KILLED), ..OpenOptions::default() };
                let store = place.try_open(options).unwrap_or_else(|error| panic!("{file} {done}: {error}"));
                let found = assert_history(&store);
                assert!(
                    found + spare >= expected && found <= expected,
                    "{file} {done}: {found} of {expected}"
                );
                let repaired = store.opened().repairs.iter().any(|repair| {
                    matches!(
                        repair,
                        Repair::JournalRepaired { .. } | Repair::BookRebuilt { quarantine: Some(_) }
                    )
                });
                drop(store);
                assert_eq!(place.quarantined() > 0, repaired, "{file} {done}: what was damaged is kept");
                quarantined += u64::from(repaired);
                let again = place.open();
                assert_eq!(
                    (again.opened().was_clean, &again.opened().repairs[..]),
                    (true, &[][..]),
                    "{file} {done}"
                );
                drop(again);
                assert!(place.verify().ok, "{file} {done}");
            }
        }
    }
    println!("{damages} damages, {quarantined} with something put aside");
    assert!(damages >= 40 && quarantined >= 10);
}

fn kill_among_commits(place: &Place) {
    use std::io::BufRead;
    let mut child = writer(KILLED, place, u64::MAX >> 1, &[])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = std::io::BufReader::new(child.stderr.take().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        if line == "ack 40" {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

fn snapshot(data: &Path) -> Option<PathBuf> {
    let names = fs::read_dir(data.join("book")).unwrap().map(|item| item.unwrap().path());
    names.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("snap.")).max()
}

/// Damages a file; tells how.
fn spoil(path: &Path, damage: u64, random: &mut Random) -> String {
    let mut bytes = fs::read(path).unwrap();
    // sled sets space aside at the end of its file; damage there would be none.
    let used = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let at = usize::try_from(random.below(used as u64)).unwrap();
    let end = (at + 4_096).min(bytes.len());
    let done = match damage {
        0 => {
            bytes[at] ^= 1 << random.below(8);
            "one bit"
        }
        1 => {
            bytes[at..end].fill(0);
            "zeros"
        }
        2 => {
            bytes[at..end].iter_mut().for_each(|byte| *byte = u8::try_from(random.below(256)).unwrap());
            "noise"
        }
        3 => {
            bytes.truncate(at);
            "cut"
        }
        4 => {
            bytes.extend((0..999).map(|_| u8::try_from(random.below(256)).unwrap()));
            "grown"
        }
        _ => {
            fs::remove_file(path).unwrap();
            return "deleted".into();
        }
    };
    fs::write(path, bytes).unwrap();
    format!("{done} at {at}")
}
