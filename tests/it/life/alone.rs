//! One person alone: she records what posts decided on paper, and the rules about authors and owners mean the posts.

use capa_core::domain::acting::Acting;
use capa_core::domain::case::{Case, CaseStatus};
use capa_core::domain::change::{Actor, RecordedFor};
use capa_core::domain::life::{Paper, Step};
use capa_core::domain::moves::{self, Move};
use capa_core::domain::person::{Person, Role};
use capa_core::register::Register;
use chrono::NaiveDate;

use super::matrix::{extension, ready};
use super::world::{
    TODAY, Who, action_id, after, cased, day, decided, done, make, param, perform, proposal, rule, step,
    with_people,
};
use capa_core::domain::change::Record;

/// Nobody has a password.
fn nobody(case: &Case) -> Register {
    with_people(case, &[])
}

/// Only the representative has one.
fn only_her(case: &Case) -> Register {
    with_people(case, &[Who::Representative])
}

fn approval(post: Who, on: &str) -> Paper {
    Paper { post: post.post(), on: Some(day(on)), document: "OR.0142.7.2014".into() }
}

fn paper(post: Who, on: NaiveDate) -> RecordedFor {
    RecordedFor { post: post.post(), name: format!("{post:?}"), on, document: "OR.0142.7.2014".into() }
}

fn recording(own: Actor, post: Who, on: &str) -> Actor {
    Actor { recorded_for: Some(paper(post, day(on))), ..own }
}

/// In both ways of being alone.
fn both(case: &Case) -> [(Register, Actor); 2] {
    [(nobody(case), Actor::representative()), (only_her(case), Who::Representative.actor())]
}

#[test]
fn every_move_that_a_named_post_may_make_is_recorded_for_it() {
    use super::sheet::Sheet;
    let mut tried = 0;
    for row in &Sheet::read().moves {
        let wanted = Move::from_code(&row.step).unwrap();
        if step(wanted).is_none() {
            continue;
        }
        let status = CaseStatus::from_code(&row.from[0]).unwrap();
        let posts =
            Who::ALL.into_iter().filter(|who| !matches!(who, Who::Nobody | Who::Unknown | Who::ShutOut));
        for post in posts {
            let case = ready(status, wanted, post);
            for (register, own) in both(&case) {
                let told = perform(&register, recording(own, post, TODAY), wanted);
                let of_action = step(wanted).unwrap().action().is_some();
                let may = post.letters(of_action).chars().any(|letter| row.who.contains(&letter));
                let name = told.as_ref().map_or_else(rule, |_| "allowed".into());
                let wished = if may { "allowed" } else { "role_forbidden" };
                assert_eq!(name, wished, "{} recorded for {post:?}", row.step);
                tried += 1;
            }
        }
    }
    println!("{tried} moves recorded for a post, without a password and with one");
    assert_eq!(tried, 25 * 11 * 2);
}

#[test]
fn the_trail_and_the_record_say_for_whom_and_by_which_paper() {
    for (register, own) in both(&cased(CaseStatus::PlanPending)) {
        let set =
            perform(&register, recording(own, Who::TopManagement, "2014-05-20"), Move::ApprovePlan).unwrap();
        let recorded = set.actor.recorded_for.clone().unwrap();
        assert_eq!(
            (recorded.post, recorded.document.as_str()),
            (Who::TopManagement.post(), "OR.0142.7.2014")
        );
        let approval = after(&register, &set).plan_approval.unwrap();
        assert_eq!((approval.on, approval.by.as_str()), (day("2014-05-20"), "TopManagement"));
        let signer = approval.signer.unwrap();
        assert_eq!(signer.posts, [Who::TopManagement.post()]);
        assert_eq!((signer.person, signer.recorded_on), (None, Some(day(TODAY))));
        assert_eq!(signer.document.as_deref(), Some("OR.0142.7.2014"));
    }
}

#[test]
fn in_her_own_name_a_move_of_another_names_the_post_to_record_for() {
    for (register, own) in both(&cased(CaseStatus::Analysis)) {
        let told = perform(&register, own.clone(), Move::SubmitPlan).unwrap_err();
        assert_eq!((rule(&told), param(&told, "post")), ("recorded_for_needed".into(), "CaseOwner".into()));
        let acting = Acting::of(&register, &own, day(TODAY)).unwrap();
        let case = &register.case(super::world::case_id(1)).unwrap().record;
        let posts = moves::recordable(&register, &acting, case, Move::SubmitPlan, None);
        assert_eq!(posts, [Who::CaseOwner.post(), Who::ProcessOwner.post(), Who::Head.post()]);
    }
}

#[test]
fn the_author_rule_means_the_posts_on_the_papers() {
    let mut case = cased(CaseStatus::PlanPending);
    for (author, approver, allowed) in [
        (Who::CaseOwner, Who::TopManagement, true),
        (Who::Coordinator, Who::Coordinator, false),
        (Who::Coordinator, Who::TopManagement, true),
        (Who::Representative, Who::Representative, false),
    ] {
        let mut submission = decided("2014-03-10", author);
        submission.signer.as_mut().unwrap().person = None;
        case.plan_submission = Some(submission);
        for (register, own) in both(&case) {
            for wanted in [Move::ApprovePlan, Move::ReturnPlan] {
                let told = perform(&register, recording(own.clone(), approver, TODAY), wanted);
                let name = told.as_ref().map_or_else(rule, |_| "allowed".into());
                let wished = if allowed { "allowed" } else { "author_approves" };
                assert_eq!(name, wished, "{author:?}, {approver:?}");
            }
        }
    }
    // Her own plan: not in her own name either, but the Starosta's paper will do.
    let mut submission = decided("2014-03-10", Who::Representative);
    submission.signer.as_mut().unwrap().person = None;
    case.plan_submission = Some(submission);
    for (register, own) in both(&case) {
        assert_eq!(rule(&perform(&register, own.clone(), Move::ApprovePlan).unwrap_err()), "author_approves");
        assert!(perform(&register, recording(own, Who::TopManagement, TODAY), Move::ApprovePlan).is_ok());
    }
}

#[test]
fn an_owner_reviews_neither_in_her_own_name_nor_for_her_own_post() {
    for (status, wanted) in [
        (CaseStatus::Implemented, Move::Verify),
        (CaseStatus::Effectiveness, Move::JudgeEffective),
        (CaseStatus::Effectiveness, Move::JudgeIneffective),
    ] {
        let mut case = ready(status, wanted, Who::Representative);
        case.actions[1].owner = Some(Who::Representative.post());
        for (register, own) in both(&case) {
            let told = perform(&register, own.clone(), wanted).unwrap_err();
            assert_eq!(rule(&told), "owner_reviews");
            let told = perform(&register, recording(own.clone(), Who::Representative, TODAY), wanted);
            assert_eq!(rule(&told.unwrap_err()), "owner_reviews");
            assert!(perform(&register, recording(own, Who::Auditor, TODAY), wanted).is_ok());
        }
        // The auditor carried it out: not for the auditor's post.
        let mut case = ready(status, wanted, Who::Representative);
        case.actions[1].owner = Some(Who::Auditor.post());
        for (register, own) in both(&case) {
            let told = perform(&register, recording(own.clone(), Who::Auditor, TODAY), wanted);
            assert_eq!(rule(&told.unwrap_err()), "owner_reviews");
            assert!(perform(&register, own, wanted).is_ok(), "she did nothing");
        }
    }
}

/// She holds two posts, one of which owns an action: the other post's paper is hers as well.
#[test]
fn one_of_her_posts_does_not_review_what_another_of_them_owns() {
    let mut case = ready(CaseStatus::Implemented, Move::Verify, Who::Representative);
    case.actions[1].owner = Some(Who::Reporter.post());
    let mut register = only_her(&case);
    let stood = register.person(Who::Representative.person()).unwrap();
    let person =
        Person { posts: vec![Who::Representative.post(), Who::Reporter.post()], ..stood.record.clone() };
    register.load(Record::Person(person), 2);
    let own = Who::Representative.actor();
    assert_eq!(rule(&perform(&register, own.clone(), Move::Verify).unwrap_err()), "owner_reviews");
    let told = perform(&register, recording(own, Who::Representative, TODAY), Move::Verify).unwrap_err();
    assert_eq!(rule(&told), "owner_reviews");
}

/// Who marked an action as done carried it out as far as the book knows.
#[test]
fn who_marked_an_action_as_done_does_not_verify_it() {
    let mut case = cased(CaseStatus::InProgress);
    case.owner = Some(Who::Representative.post());
    done(&mut case.actions[1]);
    for (register, own) in both(&case) {
        let complete = Step::CompleteAction { action: action_id(1), done_on: None, note: String::new() };
        let set = make(&register, own.clone(), complete).unwrap();
        let mut register = register;
        register.apply(&set).unwrap();
        let set = perform(&register, own.clone(), Move::ReportDone).unwrap();
        register.apply(&set).unwrap();
        let told = perform(&register, own.clone(), Move::Verify).unwrap_err();
        assert_eq!(rule(&told), "owner_reviews");
        let told =
            perform(&register, recording(own.clone(), Who::Representative, TODAY), Move::Verify).unwrap_err();
        assert_eq!(rule(&told), "owner_reviews");
        assert!(perform(&register, recording(own, Who::Auditor, TODAY), Move::Verify).is_ok());
    }
}

#[test]
fn a_paper_is_neither_of_tomorrow_nor_older_than_the_last_step() {
    for (register, own) in both(&cased(CaseStatus::PlanPending)) {
        for (on, wished) in [
            ("2014-06-03", "date_in_future"),
            ("2014-03-09", "date_goes_back"),
            ("2014-03-10", "allowed"),
            (TODAY, "allowed"),
        ] {
            let told = perform(&register, recording(own.clone(), Who::TopManagement, on), Move::ApprovePlan);
            assert_eq!(told.map_or_else(|error| rule(&error), |_| "allowed".into()), wished, "{on}");
        }
    }
}

#[test]
fn once_a_second_person_signs_in_nothing_is_recorded_for_others() {
    let case = cased(CaseStatus::PlanPending);
    let register = with_people(&case, &[Who::Representative, Who::Auditor]);
    for who in [Who::Representative, Who::Auditor] {
        for post in [Who::TopManagement, Who::Coordinator, Who::Representative] {
            let told =
                perform(&register, recording(who.actor(), post, TODAY), Move::ApprovePlan).unwrap_err();
            assert_eq!(rule(&told), "records_for_others");
        }
    }
    let told = perform(&register, Actor::representative(), Move::ApprovePlan).unwrap_err();
    assert_eq!(rule(&told), "sign_in_needed");
    assert!(perform(&register, Who::Representative.actor(), Move::ApprovePlan).is_ok());
    // One who was shut out counts no more.
    let register = with_people(&case, &[Who::Representative, Who::ShutOut]);
    let actor = recording(Who::Representative.actor(), Who::TopManagement, TODAY);
    assert!(perform(&register, actor, Move::ApprovePlan).is_ok());
}

#[test]
fn a_decision_not_to_act_needs_the_coordinators_paper() {
    let decide = |approved: Option<Paper>| Step::DecideNoAction { reason: "Jednorazowe".into(), approved };
    let case = cased(CaseStatus::Registered);
    for (register, own) in both(&case) {
        let made = |post, on: &str| make(&register, own.clone(), decide(Some(approval(post, on))));
        for post in [Who::Coordinator, Who::TopManagement] {
            let closed = after(&register, &made(post, "2014-05-20").unwrap());
            assert_eq!(closed.status, CaseStatus::ClosedNoAction);
            let decided = closed.no_action.unwrap();
            assert_eq!(decided.approver.unwrap().posts, [post.post()]);
            assert_eq!((decided.on, closed.closure.unwrap().on), (day(TODAY), day(TODAY)));
        }
        assert_eq!(rule(&made(Who::Head, TODAY).unwrap_err()), "role_forbidden");
        assert_eq!(rule(&made(Who::Coordinator, "2014-06-03").unwrap_err()), "date_in_future");
        assert_eq!(rule(&made(Who::Coordinator, "2014-03-02").unwrap_err()), "date_goes_back");
        // Without a paper it waits.
        let waiting = after(&register, &make(&register, own.clone(), decide(None)).unwrap());
        assert_eq!((waiting.status, waiting.no_action), (CaseStatus::Registered, None));
        assert!(waiting.no_action_proposal.is_some());
    }
    let both_roles = |case: &Case| {
        let mut register = nobody(case);
        let mut post = register.post(Who::Representative.post()).unwrap().clone();
        post.roles.push(Role::Coordinator);
        register.load(Record::Post(post), 2);
        register
    };
    let register = both_roles(&case);
    let own = decide(Some(approval(Who::Representative, TODAY)));
    let told = make(&register, Actor::representative(), own).unwrap_err();
    assert_eq!(rule(&told), "author_approves", "one post that is both does not approve its own decision");
    // Where others sign in, an approval on paper is none.
    let register = with_people(&case, &[Who::Representative, Who::Coordinator]);
    let told = make(&register, Who::Representative.actor(), decide(Some(approval(Who::Coordinator, TODAY))));
    assert_eq!(rule(&told.unwrap_err()), "records_for_others");
}

#[test]
fn a_plan_that_is_handed_in_ends_a_proposal_not_to_act() {
    let mut case = cased(CaseStatus::Analysis);
    case.no_action_proposal = Some(proposal());
    let register = with_people(&case, &Who::ALL);
    let set = perform(&register, Who::CaseOwner.actor(), Move::SubmitPlan).unwrap();
    assert_eq!(after(&register, &set).no_action_proposal, None, "nobody could decide on it any more");
}

#[test]
fn the_third_extension_is_recorded_for_the_coordinator_or_top_management() {
    let mut case = cased(CaseStatus::InProgress);
    case.actions[0].extensions = vec![extension(), extension()];
    for (register, own) in both(&case) {
        let told = perform(&register, own.clone(), Move::Extend).unwrap_err();
        assert_eq!(rule(&told), "extension_needs_higher_role");
        let told = perform(&register, recording(own.clone(), Who::Representative, TODAY), Move::Extend);
        assert_eq!(rule(&told.unwrap_err()), "extension_needs_higher_role");
        for post in [Who::Coordinator, Who::TopManagement] {
            let set = perform(&register, recording(own.clone(), post, TODAY), Move::Extend).unwrap();
            assert_eq!(after(&register, &set).actions[0].extensions.len(), 3);
        }
    }
}

#[test]
fn a_post_that_is_not_there_decides_nothing() {
    let case = cased(CaseStatus::PlanPending);
    for (register, own) in both(&case) {
        let told = perform(&register, recording(own, Who::Nobody, TODAY), Move::ApprovePlan).unwrap_err();
        assert_eq!(rule(&told), "not_found:post");
    }
}
