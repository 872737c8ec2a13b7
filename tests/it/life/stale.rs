//! Two desks, one case: the second, who saw the old revision, overwrites nothing.

use capa_core::clock::SystemIds;
use capa_core::domain::acting;
use capa_core::domain::case::CaseStatus;
use capa_core::domain::change::{Change, ChangeSet, Record, RecordKind};
use capa_core::domain::draft::{self, DraftForm};
use capa_core::domain::ids::{CommandId, Id, IdSource};
use capa_core::domain::life::{self, Step, Wish};
use capa_core::domain::moves::Move;
use capa_core::domain::rule::RuleError;
use capa_core::domain::{registration, write};
use capa_core::register::Register;
use capa_core::store::{MemoryStore, Store, StoreError};

use super::world::{TODAY, Who, case_id, cased, day, instant, moment, office, perform, step, with};
use crate::stores::Place;

fn is_stale<T: std::fmt::Debug>(told: Result<T, RuleError>) {
    assert!(matches!(told, Err(RuleError::Stale { what: "case" })), "{told:?}");
}

#[test]
fn every_move_and_every_writing_with_an_old_revision_is_stale() {
    let mut tried = 0;
    for status in CaseStatus::ALL {
        let mut register = with(&cased(status));
        let case = register.case(case_id(1)).unwrap().record.clone();
        register.load(Record::Case(Box::new(case.clone())), 5);
        let mut ids = SystemIds;
        for revision in [0, 1, 4, 6, u32::MAX] {
            for wanted in Move::all() {
                let Some(step) = step(wanted) else { continue };
                let wish = Wish { case: case_id(1), revision, step };
                let actor = Who::Representative.actor();
                is_stale(life::make(&register, &wish, &mut moment(actor, day(TODAY), &mut ids)));
                tried += 1;
            }
            let mut moment = moment(Who::Representative.actor(), day(TODAY), &mut ids);
            let form = DraftForm::of(&case);
            is_stale(write::save(&register, case_id(1), revision, form.clone(), &mut moment));
            is_stale(draft::save(&register, case_id(1), revision, form, &mut moment));
            is_stale(draft::discard(&register, case_id(1), revision, &moment));
            is_stale(registration::register(&register, case_id(1), revision, &moment));
            tried += 4;
        }
    }
    println!("{tried} stale wishes refused");
    assert_eq!(tried, 12 * 5 * (25 + 4));
}

/// The office and one case as the first entry of a store.
fn begun(store: &mut dyn Store, status: CaseStatus) -> Register {
    let mut records = office(&Who::ALL);
    records.push(Record::Case(Box::new(cased(status))));
    let changes = records.iter().map(|record| Change::create(record).unwrap()).collect();
    let mut ids = SystemIds;
    let actor = capa_core::domain::change::Actor::system();
    let set = ChangeSet::of(&moment(actor, day(TODAY), &mut ids), "office_begun", None, changes);
    store.commit(&set).unwrap();
    store.load().unwrap().register
}

#[test]
fn the_second_of_two_desks_meets_a_conflict_in_every_store_and_nothing_is_overwritten() {
    let place = Place::new();
    let mut sled = place.open();
    let mut memory = MemoryStore::new();
    let stores: [&mut dyn Store; 2] = [&mut memory, &mut sled];
    for store in stores {
        let seen = begun(store, CaseStatus::PlanPending);
        // Both saw the same card: one approves the plan, the other sends it back.
        let first = perform(&seen, Who::Coordinator.actor(), Move::ApprovePlan).unwrap();
        let second = perform(&seen, Who::TopManagement.actor(), Move::ReturnPlan).unwrap();
        store.commit(&first).unwrap();
        let between = store.load().unwrap();
        let told = store.commit(&second);
        let conflict = matches!(
            told,
            Err(StoreError::Conflict { kind: RecordKind::Case, id, expected: 1, found: 2 }) if id == case_id(1).uuid()
        );
        assert!(conflict, "{told:?}");
        let now = store.load().unwrap();
        assert_eq!((now.register.clone(), now.seq, now.head), (between.register, between.seq, between.head));
        let case = &now.register.case(case_id(1)).unwrap().record;
        assert_eq!(case.status, CaseStatus::InProgress);
        assert_eq!(case.plan_approval.as_ref().unwrap().signer, Some(Who::Coordinator.signer()));
        // Asked anew with what stands now, the rule itself says why not.
        let told = perform(&now.register, Who::TopManagement.actor(), Move::ReturnPlan).unwrap_err();
        assert_eq!(super::world::rule(&told), "not_in_this_state");
        // A lost acknowledgement is no second act.
        assert!(store.commit(&first).unwrap().repeated);
        assert_eq!(store.load().unwrap().seq, now.seq);
    }
}

#[test]
fn two_writings_of_one_card_keep_the_first() {
    let place = Place::new();
    let mut sled = place.open();
    let seen = begun(&mut sled, CaseStatus::Analysis);
    let mut ids = SystemIds;
    let written = |root: &str, ids: &mut SystemIds| {
        let stood = seen.case(case_id(1)).unwrap();
        let mut form = DraftForm::of(&stood.record);
        form.cause.root = root.into();
        let mut moment = moment(Who::CaseOwner.actor(), day(TODAY), ids);
        write::save(&seen, case_id(1), stood.revision, form, &mut moment).unwrap()
    };
    let (first, second) = (written("Pierwsza", &mut ids), written("Druga", &mut ids));
    sled.commit(&first).unwrap();
    assert!(matches!(sled.commit(&second), Err(StoreError::Conflict { .. })));
    drop(sled);
    let register = place.open().load().unwrap().register;
    assert_eq!(register.case(case_id(1)).unwrap().record.cause.root, "Pierwsza");
}

#[test]
fn many_moves_at_once_never_touch_a_case_twice_nor_give_a_number_twice() {
    let mut register = with(&cased(CaseStatus::Effectiveness));
    let mut twin = cased(CaseStatus::Effectiveness);
    twin.id = case_id(3);
    twin.number = Some("DK/2/2014".into());
    register.load(Record::Case(Box::new(twin)), 1);
    let mut ids = SystemIds;
    let wish = |number, wanted| Wish { case: case_id(number), revision: 1, step: step(wanted).unwrap() };
    let mut all = |wishes: &[Wish]| {
        let command = CommandId(ids.fresh());
        let actor = Who::Representative.actor();
        let at = instant(day(TODAY));
        let mut moment =
            capa_core::domain::change::Moment { actor, at, today: day(TODAY), command, ids: &mut ids };
        life::make_all(&register, wishes, &mut moment)
    };
    let ineffective = Move::JudgeIneffective;
    let refused = all(&[wish(1, ineffective), wish(3, ineffective)]).unwrap_err();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!((refused[0].0, super::world::rule(&refused[0].1)), (case_id(3), "number_taken".into()));
    let refused = all(&[wish(1, Move::JudgeEffective), wish(1, ineffective)]).unwrap_err();
    assert!(matches!(refused.as_slice(), [(_, RuleError::Stale { .. })]), "{refused:?}");
    let set = all(&[wish(1, Move::JudgeEffective), wish(3, ineffective)]).unwrap();
    assert_eq!(set.changes.len(), 3, "two cases and one follow-up");
    assert!(acting::needs_sign_in(&register));
    let link = Step::Link { to: case_id(3) };
    let refused = all(&[Wish { step: link, ..wish(1, Move::Link) }, wish(3, Move::ApprovePlan)]).unwrap_err();
    assert_eq!(refused.len(), 1, "one that refuses keeps all out");
}
