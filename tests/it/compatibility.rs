//! Folders that an earlier version wrote open for ever.
//!
//! `tests/fixtures/stores/v1` was written by this test with `CAPA_WRITE_FIXTURES` set, and is not written again:
//! a change of the format adds a folder beside it.

use std::path::PathBuf;
use std::{env, fs};

use capa_core::store::{Repair, Store, read_journal};

use crate::stores::{Place, assert_records, copy_folder, write_until};

const ENTRIES: u64 = 12;
const HEAD: &str = "1d7df1f770c2064fa8bed8815dba4ee8d8ebccaa64c13446e9ffd4571d5f19fe";

fn fixture() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/stores/v1")
}

#[test]
fn a_folder_of_the_first_version_opens_whole() {
    if env::var_os("CAPA_WRITE_FIXTURES").is_some() {
        assert!(!fixture().exists(), "a fixture is written once");
        let place = Place::written(ENTRIES);
        fs::remove_file(place.data().join("lock")).unwrap();
        copy_folder(&place.data(), &fixture());
    }
    let place = Place::new();
    copy_folder(&fixture(), &place.data());
    assert_eq!(read_journal(&place.data()).unwrap().load().head.to_string(), HEAD);
    assert!(place.verify().ok);
    let mut store = place.open();
    assert!(store.opened().was_clean, "{:?}", store.opened());
    assert_eq!(assert_records(&store), ENTRIES);
    let case = store.load().unwrap().register.cases().last().unwrap().record.clone();
    assert_eq!((case.title.as_str(), case.remarks.as_str()), ("karta po wpisie 8", "druga"));
    write_until(&mut store, ENTRIES + 5);
    drop(store);
    assert_eq!(assert_records(&place.open()), ENTRIES + 5);
}

#[test]
fn a_book_of_the_first_version_is_made_anew_from_its_journal() {
    let place = Place::new();
    copy_folder(&fixture(), &place.data());
    fs::remove_dir_all(place.data().join("book")).unwrap();
    let store = place.open();
    assert_eq!(store.opened().repairs, [Repair::BookRebuilt { quarantine: None }]);
    assert_eq!(assert_records(&store), ENTRIES);
    assert_eq!(store.load().unwrap().head.to_string(), HEAD);
}
