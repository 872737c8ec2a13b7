//! A second opinion on closed cases, written from the standard and not from the rules: `sound::flaws` is held against
//! it, and both against defects that were planted.

use capa_core::domain::case::{Case, CaseStatus, Decision, Done, Grade, LinkKind};
use capa_core::domain::person::Signer;
use capa_core::domain::sound::{self, Flaw};
use chrono::NaiveDate;

use super::world::{Who, cased, day};

/// What ISO 9001 wants of a case and this one lacks.
pub fn broken(case: &Case) -> Vec<&'static str> {
    let mut found = dates(case);
    if matches!(case.status, CaseStatus::ClosedEffective | CaseStatus::ClosedIneffective) {
        found.extend(lived(case));
    }
    if case.status == CaseStatus::ClosedNoAction {
        match &case.no_action {
            Some(decided) if !decided.reason.trim().is_empty() && !decided.approved_by.is_empty() => {}
            _ => found.push("no reason or approval"),
        }
    }
    found
}

fn lived(case: &Case) -> Vec<&'static str> {
    let mut found = Vec::new();
    if case.grade != Some(Grade::Ofi) && (case.cause.root.trim().is_empty() || case.cause.method.is_none()) {
        found.push("no cause");
    }
    let kept: Vec<_> = case.actions.iter().filter(|action| action.cancelled_reason.is_none()).collect();
    if kept.is_empty() || kept.iter().any(|action| action.done_on.is_none()) {
        found.push("not implemented");
    }
    if kept.iter().any(|action| !action.evidence.iter().any(|evidence| evidence.withdrawn.is_none())) {
        found.push("no evidence");
    }
    match (&case.plan_submission, &case.plan_approval) {
        (Some(author), Some(approver)) => {
            if meet(author.signer.as_ref(), approver.signer.as_ref()) {
                found.push("approved by the author");
            }
        }
        _ => found.push("no approval"),
    }
    let carried_out = |who: Option<&Signer>| {
        let owns = |signer: &Signer| {
            kept.iter().any(|action| action.owner.is_some_and(|owner| signer.posts.contains(&owner)))
        };
        who.is_some_and(owns)
            || kept.iter().any(|action| action.carried_out.iter().any(|done| meet(Some(done), who)))
    };
    match &case.verification {
        Some(it) if it.result == Done::Yes => {
            if it.signer.is_none() || (carried_out(it.signer.as_ref()) && !it.by_owner) {
                found.push("verified by the owner");
            }
        }
        None if case.imported.is_some() => {}
        _ => found.push("not verified"),
    }
    let judged = &case.effectiveness;
    if judged.result.is_none() || judged.data.trim().is_empty() || judged.on.is_none() {
        found.push("not judged");
    } else if judged.signer.is_none() || (carried_out(judged.signer.as_ref()) && !judged.by_owner) {
        found.push("judged by the owner");
    }
    let goes_on = case.links.iter().any(|link| link.kind == LinkKind::FollowUp);
    if case.status == CaseStatus::ClosedIneffective && !goes_on {
        found.push("nothing goes on");
    }
    found
}

/// One person, or two of one post.
fn meet(one: Option<&Signer>, other: Option<&Signer>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    one.posts.iter().any(|post| other.posts.contains(post))
        || (one.person.is_some() && one.person == other.person)
}

fn dates(case: &Case) -> Vec<&'static str> {
    let on = |decision: &Option<Decision>| decision.as_ref().map(|decision| decision.on);
    let closed = case.closure.as_ref().map(|closure| closure.on);
    let verified = case.verification.as_ref().filter(|it| it.result == Done::Yes).map(|it| it.on);
    let steps: Vec<NaiveDate> = [
        case.registered_on,
        on(&case.plan_submission),
        on(&case.plan_approval),
        on(&case.done_report),
        verified,
        case.effectiveness.on,
        closed,
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut found = Vec::new();
    if steps.windows(2).any(|pair| pair[1] < pair[0]) {
        found.push("dates go back");
    }
    if case.effectiveness.on.is_some() && case.effectiveness.on != closed {
        found.push("judged on another day than closed");
    }
    let after_report = |on: Option<NaiveDate>| {
        case.done_report.as_ref().is_some_and(|report| on.is_some_and(|on| report.on < on))
    };
    if case.actions.iter().any(|action| after_report(action.done_on)) {
        found.push("done after the report");
    }
    if case.status.is_closed() && closed.is_none() {
        found.push("no closing day");
    }
    found
}

type Plant = fn(&mut Case);

#[test]
fn both_checkers_catch_what_is_planted_and_pass_what_is_whole() {
    for status in CaseStatus::ALL {
        let case = cased(status);
        assert_eq!((broken(&case), sound::flaws(&case)), (vec![], vec![]), "{}", status.code());
    }
    let planted: [(Plant, &str, Flaw); 13] = [
        (|case| case.cause.root = " ".into(), "no cause", Flaw::NoCause),
        (|case| case.cause.method = None, "no cause", Flaw::NoCause),
        (|case| case.actions[0].done_on = None, "not implemented", Flaw::NotDone),
        (
            |case| case.actions.iter_mut().for_each(|it| it.cancelled_reason = Some("x".into())),
            "not implemented",
            Flaw::NotDone,
        ),
        (|case| case.actions[1].evidence.clear(), "no evidence", Flaw::NoEvidence),
        (
            |case| case.plan_approval.as_mut().unwrap().signer = Some(Who::CaseOwner.signer()),
            "approved by the author",
            Flaw::NotApproved,
        ),
        (|case| case.plan_approval = None, "no approval", Flaw::NotApproved),
        (|case| case.verification = None, "not verified", Flaw::NotVerified),
        (
            |case| case.verification.as_mut().unwrap().signer = Some(Who::ActionOwner.signer()),
            "verified by the owner",
            Flaw::OwnReview,
        ),
        (
            |case| {
                case.actions[0].owner = Some(Who::Head.post());
                case.actions[0].carried_out = vec![Who::Representative.signer()];
            },
            "judged by the owner",
            Flaw::OwnReview,
        ),
        (|case| case.effectiveness.data.clear(), "not judged", Flaw::NotJudged),
        (|case| case.links.clear(), "nothing goes on", Flaw::NoFollowUp),
        (
            |case| case.verification.as_mut().unwrap().on = day("2014-04-01"),
            "dates go back",
            Flaw::DatesGoBack,
        ),
    ];
    for (plant, name, flaw) in planted {
        let mut case = cased(CaseStatus::ClosedIneffective);
        plant(&mut case);
        assert!(broken(&case).contains(&name), "{name}: {:?}", broken(&case));
        assert!(sound::flaws(&case).contains(&flaw), "{name}: {:?}", sound::flaws(&case));
    }
    let mut case = cased(CaseStatus::ClosedEffective);
    case.closure = None;
    assert!(broken(&case).contains(&"no closing day") && sound::flaws(&case).contains(&Flaw::NoClosure));
    let mut case = cased(CaseStatus::ClosedNoAction);
    case.no_action.as_mut().unwrap().approved_by.clear();
    assert!(!broken(&case).is_empty() && sound::flaws(&case).contains(&Flaw::NoReason));
}

#[test]
fn a_review_by_the_owner_that_the_office_let_pass_is_the_recorded_exception() {
    let mut case = cased(CaseStatus::ClosedEffective);
    let owner = Some(Who::ActionOwner.signer());
    let verification = case.verification.as_mut().unwrap();
    (verification.signer, verification.by_owner) = (owner.clone(), true);
    (case.effectiveness.signer, case.effectiveness.by_owner) = (owner, true);
    assert_eq!((broken(&case), sound::flaws(&case)), (vec![], vec![]));
}
