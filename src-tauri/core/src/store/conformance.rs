//! What every store promises, one function per promise. Each takes a store that has never been written.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Store, StoreError, TrailQuery};
use crate::domain::case::{Case, CaseKind};
use crate::domain::change::{Actor, Change, ChangeSet, FieldChange, Op, Record, RecordError, RecordKind};
use crate::domain::ids::{CaseId, CommandId};
use crate::journal::{Hash, entry};
use crate::register::Register;

/// A promise.
pub type Promise = fn(&mut dyn Store);

/// Every promise with its name.
pub const PROMISES: [(&str, Promise); 10] = [
    ("a_new_store_is_empty", a_new_store_is_empty),
    ("what_is_committed_is_loaded", what_is_committed_is_loaded),
    ("a_commit_is_all_or_nothing", a_commit_is_all_or_nothing),
    ("another_revision_is_a_conflict", another_revision_is_a_conflict),
    ("fields_that_form_no_record_are_refused", fields_that_form_no_record_are_refused),
    ("a_command_is_done_once", a_command_is_done_once),
    ("the_trail_is_a_chain", the_trail_is_a_chain),
    ("the_trail_of_a_record_is_its_own", the_trail_of_a_record_is_its_own),
    ("a_removed_record_stays_in_the_trail_and_can_return", a_removed_record_stays_and_can_return),
    ("the_longest_texts_fit", the_longest_texts_fit),
];

/// A case with a title, under an identity made of a number.
pub fn case(number: u128, title: &str) -> Case {
    let mut case = Case::draft(CaseId(Uuid::from_u128(number)), CaseKind::Corrective);
    case.title = title.into();
    case
}

/// A change set of those changes, under a command made of a number.
pub fn set(command: u128, changes: Vec<Change>) -> ChangeSet {
    ChangeSet {
        command: CommandId(Uuid::from_u128(command)),
        at: DateTime::<Utc>::UNIX_EPOCH,
        actor: Actor::representative(),
        what: "case_changed".into(),
        reason: Some("dla próby".into()),
        changes,
    }
}

/// The change that makes a register's case the given one.
///
/// # Errors
/// The case forms no record.
pub fn put(register: &Register, case: &Case) -> Result<Change, RecordError> {
    let (kind, after) = (RecordKind::Case, Record::Case(Box::new(case.clone())));
    let id = after.id();
    match register.record(kind, id) {
        Some(before) => Change::replace(&before, register.revision(kind, id), &after),
        None => Ok(Change { expected: register.revision(kind, id), ..Change::create(&after)? }),
    }
}

/// What a check of the store must answer.
fn is_sound(store: &dyn Store) {
    let integrity = must(store.check());
    assert!(integrity.ok, "{integrity:?}");
    assert_eq!(integrity.entries, must(store.load()).seq);
    assert_eq!(integrity.head, must(store.load()).head);
}

fn must<T, E: std::fmt::Display>(done: Result<T, E>) -> T {
    match done {
        Ok(value) => value,
        Err(error) => panic!("the store refused: {error}"),
    }
}

fn save(store: &mut dyn Store, command: u128, cases: &[Case]) -> super::Receipt {
    let register = must(store.load()).register;
    let changes = cases.iter().map(|case| must(put(&register, case))).collect();
    must(store.commit(&set(command, changes)))
}

fn title(store: &dyn Store, number: u128) -> Option<String> {
    let register = must(store.load()).register;
    register.case(CaseId(Uuid::from_u128(number))).map(|stood| stood.record.title.clone())
}

/// A new store answers an empty book.
pub fn a_new_store_is_empty(store: &mut dyn Store) {
    let loaded = must(store.load());
    assert!(loaded.register.is_empty());
    assert_eq!((loaded.seq, loaded.head), (0, Hash::NONE));
    assert!(must(store.changes_since(0)).is_empty());
    assert!(must(store.trail(&TrailQuery::ALL)).is_empty());
    is_sound(store);
}

/// What was committed is loaded, with its revisions, and equals what the register makes of the entries.
pub fn what_is_committed_is_loaded(store: &mut dyn Store) {
    save(store, 1, &[case(1, "pierwsza"), case(2, "druga")]);
    let before = must(store.load());
    let receipt = save(store, 2, &[case(1, "zmieniona")]);
    let after = must(store.load());
    assert_eq!((after.seq, after.head), (receipt.seq, receipt.hash));
    assert_eq!(title(store, 1).as_deref(), Some("zmieniona"));
    assert_eq!(after.register.revision(RecordKind::Case, Uuid::from_u128(1)), 2);
    assert_eq!(before.seq, 1, "an earlier answer does not change");
    let mut replayed = Register::default();
    for entry in must(store.changes_since(0)) {
        must(replayed.apply(&entry.set));
    }
    assert_eq!(replayed, after.register);
    let mut followed = before.register;
    for entry in must(store.changes_since(before.seq)) {
        must(followed.apply(&entry.set));
    }
    assert_eq!(followed, after.register);
    is_sound(store);
}

/// One change that does not fit keeps all others of its set out.
pub fn a_commit_is_all_or_nothing(store: &mut dyn Store) {
    save(store, 1, &[case(1, "stoi")]);
    let register = must(store.load()).register;
    let mut late = must(put(&register, &case(1, "spóźniona")));
    late.expected = 0;
    let fits = must(put(&register, &case(2, "nowa")));
    assert!(store.commit(&set(2, vec![fits.clone(), late])).is_err());
    assert_eq!((title(store, 1).as_deref(), title(store, 2)), (Some("stoi"), None));
    assert_eq!(must(store.load()).seq, 1);
    assert_eq!(must(store.commit(&set(2, vec![fits]))).seq, 2, "a refused command may come again, corrected");
}

/// A change that meets another revision than its rule saw is a conflict, which names both.
pub fn another_revision_is_a_conflict(store: &mut dyn Store) {
    save(store, 1, &[case(1, "stoi")]);
    let seen = must(store.load()).register;
    save(store, 2, &[case(1, "ktoś inny")]);
    let late = must(put(&seen, &case(1, "ja")));
    let refused = store.commit(&set(3, vec![late]));
    assert!(
        matches!(refused, Err(StoreError::Conflict { kind: RecordKind::Case, expected: 1, found: 2, .. })),
        "{refused:?}"
    );
    let twice = must(put(&must(store.load()).register, &case(3, "raz")));
    let refused = store.commit(&set(4, vec![twice.clone(), twice]));
    assert!(matches!(refused, Err(StoreError::Malformed { .. })), "a record changes once in a set");
    assert_eq!(title(store, 1).as_deref(), Some("ktoś inny"));
}

/// Fields that form no record, or another record, are refused before anything is written.
pub fn fields_that_form_no_record_are_refused(store: &mut dyn Store) {
    let field = |path: &str, new: serde_json::Value| FieldChange {
        path: path.into(),
        old: serde_json::Value::Null,
        new,
    };
    let change = |id: u128, fields| Change {
        kind: RecordKind::Case,
        id: Uuid::from_u128(id),
        expected: 0,
        op: Op::Put,
        fields,
    };
    let nothing = change(1, vec![field("/title", "bez rodzaju".into())]);
    let mut foreign = must(put(&Register::default(), &case(2, "cudza")));
    foreign.id = Uuid::from_u128(3);
    let mut wrong = must(put(&Register::default(), &case(4, "zła data")));
    wrong.fields.push(field("/reported_on", "31.02.2015".into()));
    for (command, change) in (1..).zip([nothing, foreign, wrong]) {
        let refused = store.commit(&set(command, vec![change]));
        assert!(matches!(refused, Err(StoreError::Malformed { .. })), "{refused:?}");
    }
    assert_eq!(must(store.load()).seq, 0);
    save(store, 9, &[case(1, "dobra")]);
}

/// The same command again writes nothing and answers the first receipt.
pub fn a_command_is_done_once(store: &mut dyn Store) {
    let first = save(store, 1, &[case(1, "raz")]);
    save(store, 2, &[case(2, "inna")]);
    let register = Register::default();
    let again = must(store.commit(&set(1, vec![must(put(&register, &case(1, "raz")))])));
    assert_eq!(again, super::Receipt { repeated: true, ..first });
    assert!(!first.repeated);
    assert_eq!(must(store.load()).seq, 2);
}

/// Every entry names the hash of the one before, which is that of its stored bytes.
pub fn the_trail_is_a_chain(store: &mut dyn Store) {
    for number in 1..=5 {
        save(store, number, &[case(number, "sprawa")]);
    }
    let trail = must(store.trail(&TrailQuery::ALL));
    let mut before = Hash::NONE;
    for (seq, stored) in (1..).zip(&trail) {
        assert_eq!((stored.entry.seq, &stored.entry.prev), (seq, &before.to_string()));
        let bytes = must(entry::encode(seq, before, &stored.entry.set));
        assert_eq!(Hash::of(&bytes), stored.hash);
        before = stored.hash;
    }
    assert_eq!((trail.len(), must(store.load()).head), (5, before));
    let set = trail.last().map(|stored| &stored.entry.set);
    assert_eq!(set.and_then(|set| set.reason.as_deref()), Some("dla próby"));
}

/// The trail of one record holds the entries that changed it, in order, within the limits asked for.
pub fn the_trail_of_a_record_is_its_own(store: &mut dyn Store) {
    save(store, 1, &[case(1, "a"), case(2, "a")]);
    save(store, 2, &[case(2, "b")]);
    save(store, 3, &[case(1, "c")]);
    save(store, 4, &[case(1, "d")]);
    let of = |query: TrailQuery| -> Vec<u64> {
        must(store.trail(&query)).iter().map(|stored| stored.entry.seq).collect()
    };
    let first = TrailQuery::of(RecordKind::Case, Uuid::from_u128(1));
    assert_eq!(of(first), [1, 3, 4]);
    assert_eq!(of(TrailQuery { after: 1, limit: 1, ..first }), [3]);
    assert_eq!(of(TrailQuery::of(RecordKind::Case, Uuid::from_u128(2))), [1, 2]);
    assert_eq!(of(TrailQuery::of(RecordKind::Post, Uuid::from_u128(1))), [0_u64; 0]);
    assert_eq!(of(TrailQuery { after: 2, limit: 1, ..TrailQuery::ALL }), [3]);
    assert_eq!(of(TrailQuery { after: 4, ..TrailQuery::ALL }), [0_u64; 0]);
}

/// A record that is taken out stays in the trail, keeps its last fields and can come back at a later revision.
pub fn a_removed_record_stays_and_can_return(store: &mut dyn Store) {
    let (kind, id) = (RecordKind::Case, Uuid::from_u128(1));
    save(store, 1, &[case(1, "na chwilę")]);
    let record = Record::Case(Box::new(case(1, "na chwilę")));
    must(store.commit(&set(2, vec![must(Change::remove(&record, 1))])));
    let out = must(store.load()).register;
    assert!(out.record(kind, id).is_none());
    assert_eq!(out.revision(kind, id), 2);
    let last = out.removed_record(kind, id).and_then(|last| last.record.get("title").cloned());
    assert_eq!(last, Some("na chwilę".into()));
    save(store, 3, &[case(1, "z powrotem")]);
    let back = must(store.load()).register;
    assert_eq!((title(store, 1).as_deref(), back.revision(kind, id)), (Some("z powrotem"), 3));
    assert_eq!(must(store.trail(&TrailQuery::of(kind, id))).len(), 3);
    is_sound(store);
}

/// Every text of a case may be as long as a spreadsheet's cell.
pub fn the_longest_texts_fit(store: &mut dyn Store) {
    let long = "ż".repeat(32_767);
    let mut whole = case(1, &long);
    whole.remarks = long.clone();
    whole.finding.statement = long.clone();
    whole.cause.root = long;
    save(store, 1, std::slice::from_ref(&whole));
    let stood =
        |store: &dyn Store| must(store.load()).register.case(whole.id).map(|stood| stood.record.clone());
    assert_eq!(stood(store).as_ref(), Some(&whole));
    let mut short = whole.clone();
    short.remarks.clear();
    save(store, 2, std::slice::from_ref(&short));
    assert_eq!(stood(store).as_ref(), Some(&short));
    is_sound(store);
}
