//! Both stores keep the same promises, and agree with each other on any history.

use capa_core::domain::change::{Change, Record, RecordKind};
use capa_core::store::conformance::{PROMISES, case, put, set};
use capa_core::store::{MemoryStore, Store, TrailQuery};
use proptest::prelude::*;
use uuid::Uuid;

use crate::stores::Place;

#[test]
fn the_memory_store_keeps_every_promise() {
    for (name, promise) in PROMISES {
        println!("{name}");
        promise(&mut MemoryStore::new());
    }
}

#[test]
fn the_sled_store_keeps_every_promise_and_again_after_reopening() {
    for (name, promise) in PROMISES {
        println!("{name}");
        let place = Place::new();
        let mut store = place.open();
        promise(&mut store);
        let before = store.load().unwrap();
        drop(store);
        let store = place.open();
        assert!(store.opened().was_clean, "{name}: {:?}", store.opened());
        assert_eq!(store.opened().repairs, [], "{name}");
        let after = store.load().unwrap();
        assert_eq!((after.seq, after.head), (before.seq, before.head), "{name}");
        assert_eq!(after.register, before.register, "{name}");
        assert!(store.check().unwrap().ok, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_new_folder_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let opened = place.open().opened().clone();
    assert!(opened.created && !opened.was_clean && opened.repairs.is_empty(), "{opened:?}");
    let mode = std::fs::metadata(place.data()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    assert!(!place.open().opened().created);
}

/// One step of a random history.
#[derive(Debug, Clone)]
enum Step {
    /// Writes cases: number, title, and how much text they carry.
    Put(Vec<(u8, String, usize)>),
    /// Takes a case out, if it stands.
    Remove(u8),
    /// Repeats the command before.
    Repeat,
    /// Claims a revision that is not there.
    Stale(u8),
    /// Closes and opens the folder.
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let written = (0_u8..5, ".{0,12}", prop_oneof![3 => 0_usize..40, 1 => 5_000_usize..20_000]);
    prop_oneof![
        6 => prop::collection::vec(written, 1..4).prop_map(Step::Put),
        2 => (0_u8..5).prop_map(Step::Remove),
        1 => Just(Step::Repeat),
        1 => (0_u8..5).prop_map(Step::Stale),
        1 => Just(Step::Reopen),
    ]
}

fn changes(store: &dyn Store, step: &Step) -> Vec<Change> {
    let register = store.load().unwrap().register;
    let id = |number: u8| Uuid::from_u128(u128::from(number) + 1);
    match step {
        Step::Put(cases) => {
            let mut seen = Vec::new();
            let mut changes = Vec::new();
            for (number, title, length) in cases {
                if !seen.contains(number) {
                    seen.push(*number);
                    let mut case = case(u128::from(*number) + 1, title);
                    case.remarks = "ą".repeat(*length);
                    changes.push(put(&register, &case).unwrap());
                }
            }
            changes
        }
        Step::Remove(number) => {
            let record = register.record(RecordKind::Case, id(*number));
            let revision = register.revision(RecordKind::Case, id(*number));
            record.map(|record: Record| Change::remove(&record, revision).unwrap()).into_iter().collect()
        }
        Step::Stale(number) => {
            let mut late = put(&register, &case(u128::from(*number) + 1, "late")).unwrap();
            late.expected += 1;
            vec![late]
        }
        Step::Repeat | Step::Reopen => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn memory_and_sled_agree_after_every_step(steps in prop::collection::vec(step(), 1..14)) {
        let place = Place::new();
        let mut memory = MemoryStore::new();
        let mut sled = place.open();
        let mut command = 0;
        for step in steps {
            if matches!(step, Step::Reopen) {
                drop(sled);
                sled = place.open();
            } else {
                command += u128::from(!matches!(step, Step::Repeat));
                let wished = set(command, changes(&memory, &step));
                let (one, other) = (memory.commit(&wished), sled.commit(&wished));
                prop_assert_eq!(one.is_err(), matches!(step, Step::Stale(_)), "{:?}", one);
                prop_assert_eq!(one.map_err(|e| e.to_string()), other.map_err(|e| e.to_string()));
            }
            let (one, other) = (memory.load().unwrap(), sled.load().unwrap());
            prop_assert_eq!((one.seq, one.head), (other.seq, other.head));
            prop_assert_eq!(one.register, other.register);
        }
        prop_assert_eq!(memory.trail(&TrailQuery::ALL).unwrap(), sled.trail(&TrailQuery::ALL).unwrap());
        prop_assert!(sled.check().unwrap().ok);
    }
}
