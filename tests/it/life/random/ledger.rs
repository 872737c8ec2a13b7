//! What once stood in the book, so that nothing of it vanishes unseen.

use std::collections::{BTreeMap, BTreeSet};

use capa_core::domain::action::Evidence;
use capa_core::domain::case::{Case, CaseStatus};
use capa_core::domain::ids::{ActionId, CaseId, EvidenceId};
use capa_core::domain::sound;
use capa_core::register::Register;
use chrono::{Datelike, NaiveDate};

use crate::life::checker;
use crate::life::sheet::Sheet;

#[derive(Default)]
struct Kept {
    number: Option<String>,
    registered_on: Option<NaiveDate>,
    target: Option<NaiveDate>,
    actions: BTreeMap<ActionId, NaiveDate>,
    evidence: BTreeMap<EvidenceId, Evidence>,
    first_closed_on: Option<NaiveDate>,
}

/// The memory of everything agreed.
pub struct Ledger {
    kept: BTreeMap<CaseId, Kept>,
    ways: BTreeSet<(String, String)>,
}

impl Ledger {
    pub fn new() -> Self {
        let mut ways = BTreeSet::new();
        for row in Sheet::read().moves {
            for from in &row.from {
                let to = if row.to == "same" { from.clone() } else { row.to.clone() };
                ways.insert((from.clone(), to));
                // Written on, or waiting for an approval.
                ways.insert((from.clone(), from.clone()));
            }
        }
        ways.retain(|(from, to)| from != to || !closed(from));
        Self { kept: BTreeMap::new(), ways }
    }

    /// A case before and after an accepted wish.
    pub fn turn(&mut self, before: Option<&Case>, after: &Case) {
        assert_eq!(sound::flaws(after), vec![], "{after:#?}");
        assert_eq!(checker::broken(after), Vec::<&str>::new(), "{after:#?}");
        if let Some(before) = before {
            let way = (before.status.code().to_string(), after.status.code().to_string());
            assert!(self.ways.contains(&way), "no move of the sheet leads {way:?}");
            if before.status.is_closed() {
                let first = before.first_closed_on.or(before.closure.as_ref().map(|closure| closure.on));
                assert_eq!(after.first_closed_on, first, "the first closing day is kept");
            }
            if after.status == CaseStatus::ClosedNoAction {
                approved_by_another(before, after);
            }
        } else {
            assert!(matches!(after.status, CaseStatus::Draft | CaseStatus::Registered), "{after:#?}");
        }
        let kept = self.kept.entry(after.id).or_default();
        if after.status == CaseStatus::Draft {
            return;
        }
        keep(&mut kept.number, after.number.clone(), "number");
        keep(&mut kept.registered_on, after.registered_on, "day of registration");
        keep(&mut kept.target, after.original_target_on, "original target date");
        keep(&mut kept.first_closed_on, after.first_closed_on, "first closing day");
        for action in &after.actions {
            if let Some(on) = action.original_due_on {
                let agreed = *kept.actions.entry(action.id).or_insert(on);
                assert_eq!(agreed, on, "an original due date was changed");
            }
            for evidence in &action.evidence {
                if let Some(stood) = kept.evidence.insert(evidence.id, evidence.clone()) {
                    let same = Evidence { withdrawn: stood.withdrawn.clone(), ..evidence.clone() };
                    assert_eq!(same, stood, "evidence was changed");
                    assert!(stood.withdrawn.is_none() || evidence.withdrawn == stood.withdrawn);
                }
            }
        }
        let ids: BTreeSet<ActionId> = after.actions.iter().map(|action| action.id).collect();
        assert_eq!(ids.len(), after.actions.len(), "two actions of one identity");
        assert!(kept.actions.keys().all(|id| ids.contains(id)), "an agreed action vanished");
        let standing: BTreeSet<EvidenceId> =
            after.actions.iter().flat_map(|action| &action.evidence).map(|evidence| evidence.id).collect();
        assert!(kept.evidence.keys().all(|id| standing.contains(id)), "evidence vanished");
    }

    /// Numbers of a kind and a year run from 1 without a gap; each is there once.
    pub fn numbers(register: &Register) {
        let mut running: BTreeMap<(&str, i32), Vec<u32>> = BTreeMap::new();
        for stood in register.cases().filter(|stood| stood.record.status != CaseStatus::Draft) {
            let number = stood.record.number.as_ref().unwrap();
            let parts: Vec<&str> = number.split('/').collect();
            let year: i32 = parts[2].parse().unwrap();
            assert_eq!(parts[0], stood.record.kind.code());
            assert_eq!(year, stood.record.registered_on.unwrap().year());
            running.entry((stood.record.kind.code(), year)).or_default().push(parts[1].parse().unwrap());
        }
        for (series, mut numbers) in running {
            numbers.sort_unstable();
            let gapless: Vec<u32> = (1..).take(numbers.len()).collect();
            assert_eq!(numbers, gapless, "{series:?}");
        }
    }
}

fn closed(code: &str) -> bool {
    CaseStatus::from_code(code).is_none_or(CaseStatus::is_closed)
}

fn keep<T: PartialEq + Clone + std::fmt::Debug>(kept: &mut Option<T>, now: Option<T>, what: &str) {
    if kept.is_some() {
        assert_eq!(*kept, now, "the {what} was changed");
    }
    *kept = now;
}

fn approved_by_another(before: &Case, after: &Case) {
    let approver = after.no_action.as_ref().and_then(|decided| decided.approver.as_ref()).unwrap();
    if let Some(proposal) = &before.no_action_proposal
        && proposal.by == after.no_action.as_ref().unwrap().by
    {
        let proposer = proposal.signer.as_ref().unwrap();
        assert!(!proposer.posts.iter().any(|post| approver.posts.contains(post)), "approved by the proposer");
        assert!(proposer.person.is_none() || proposer.person != approver.person, "approved by the proposer");
    }
}
