//! Both stores keep the same promises.

use capa_core::store::conformance::PROMISES;
use capa_core::store::{MemoryStore, OpenOptions, SledStore, Store};

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
        let folder = tempfile::tempdir().unwrap();
        let mut store = SledStore::open(folder.path(), &OpenOptions::default()).unwrap();
        promise(&mut store);
        let before = store.load().unwrap();
        drop(store);
        let store = SledStore::open(folder.path(), &OpenOptions::default()).unwrap();
        let after = store.load().unwrap();
        assert_eq!((after.seq, after.head), (before.seq, before.head), "{name}");
        assert_eq!(after.register, before.register, "{name}");
    }
}
