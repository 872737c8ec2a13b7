//! One guard broken at a time: the move is refused by exactly that guard's rule.

use capa_core::domain::action::Withdrawal;
use capa_core::domain::case::{Case, CaseStatus, Done, Grade, NoActionProposal, Source};
use capa_core::domain::change::Record;
use capa_core::domain::life::{Judgement, NewEvidence, Step};
use capa_core::domain::moves::Move;
use capa_core::domain::settings::OwnReview;
use chrono::NaiveDate;

use super::matrix::{extension, ready};
use super::sheet::Sheet;
use super::world::{
    TODAY, Who, action_id, after, cased, day, decided, done, evidence_id, make, make_on, param, perform,
    rule, step, with,
};

type Break = fn(&mut Case);

/// What breaks a guard, the rule that must refuse then, and the detail that it must name.
struct Broken {
    guard: &'static str,
    change: Break,
    rule: &'static str,
    param: (&'static str, &'static str),
}

const NONE: (&str, &str) = ("", "");

fn broken(
    guard: &'static str,
    change: Break,
    rule: &'static str,
    param: (&'static str, &'static str),
) -> Broken {
    Broken { guard, change, rule, param }
}

fn missing(guard: &'static str, what: &'static str, change: Break) -> Broken {
    broken(guard, change, "incomplete", ("missing", what))
}

fn settle(case: &mut Case) {
    done(&mut case.actions[0]);
}

fn withdraw_all(case: &mut Case) {
    for evidence in &mut case.actions[0].evidence {
        evidence.withdrawn = Some(Withdrawal { on: day(TODAY), by: "A".into(), reason: "Pomyłka".into() });
    }
}

/// Every way to break every guard.
fn all() -> Vec<Broken> {
    vec![
        broken("unnumbered", |case| case.number = Some("DK/7/2013".into()), "has_number", NONE),
        missing("reported", "title", |case| case.title = " ".into()),
        missing("reported", "statement", |case| case.finding.statement = "\n".into()),
        missing("reported", "owner", |case| {
            case.owner = None;
            case.actions.iter_mut().for_each(|action| action.owner = None);
        }),
        missing("reported", "due_on", |case| {
            case.actions.iter_mut().for_each(|action| action.due_on = None);
        }),
        missing("classified", "number", |case| case.number = None),
        missing("classified", "source", |case| case.source = None),
        missing("classified", "process", |case| case.process = None),
        missing("classified", "clause", |case| case.clause_2008 = None),
        missing("classified", "statement", |case| case.finding.statement.clear()),
        missing("classified", "owner", |case| case.owner = None),
        missing("explained", "root_cause", |case| case.cause.root = " ".into()),
        missing("explained", "cause_method", |case| case.cause.method = None),
        missing("planned", "action", |case| case.actions.clear()),
        missing("planned", "action", |case| {
            case.actions.iter_mut().for_each(|action| action.cancelled_reason = Some("Zbędne".into()));
        }),
        missing("planned", "action_what", |case| case.actions[1].what.clear()),
        missing("planned", "action_owner", |case| case.actions[1].owner = None),
        missing("planned", "action_due_on", |case| case.actions[1].due_on = None),
        missing("planned", "criterion", |case| case.effectiveness.criterion.clear()),
        missing("planned", "review_due_on", |case| case.effectiveness.due_on = None),
        broken(
            "not_the_author",
            |case| case.plan_submission = Some(decided("2014-03-10", Who::Representative)),
            "author_approves",
            NONE,
        ),
        // Somebody else of the same post.
        broken(
            "not_the_author",
            |case| {
                let mut submission = decided("2014-03-10", Who::Representative);
                submission.signer.as_mut().unwrap().person = Some(Who::Reporter.person());
                case.plan_submission = Some(submission);
            },
            "author_approves",
            NONE,
        ),
        broken("action_open", settle, "action_settled", NONE),
        broken(
            "action_open",
            |case| case.actions[0].cancelled_reason = Some("Zbędne".into()),
            "action_settled",
            NONE,
        ),
        broken(
            "another_stands",
            |case| case.actions[1].cancelled_reason = Some("Zbędne".into()),
            "nothing_done",
            NONE,
        ),
        broken("action_done", |case| case.actions[0].done_on = None, "action_not_done", NONE),
        broken(
            "action_done",
            |case| case.actions[0].cancelled_reason = Some("Zbędne".into()),
            "action_not_done",
            NONE,
        ),
        broken(
            "action_proven",
            |case| case.actions[0].evidence.clear(),
            "evidence_missing",
            ("action", "Działanie 1"),
        ),
        broken("action_proven", withdraw_all, "evidence_missing", ("action", "Działanie 1")),
        broken("all_settled", |case| case.actions[1].done_on = None, "actions_open", NONE),
        broken(
            "all_settled",
            |case| case.actions.iter_mut().for_each(|it| it.cancelled_reason = Some("Zbędne".into())),
            "nothing_done",
            NONE,
        ),
        broken("all_settled", |case| case.actions.clear(), "nothing_done", NONE),
        broken("all_proven", withdraw_all, "evidence_missing", ("action", "Działanie 1")),
        broken(
            "not_the_owner",
            |case| case.actions[1].owner = Some(Who::Representative.post()),
            "owner_reviews",
            NONE,
        ),
        broken(
            "not_the_owner",
            |case| case.actions[1].carried_out = vec![Who::Representative.signer()],
            "owner_reviews",
            NONE,
        ),
        broken("verified", |case| case.verification = None, "not_verified", NONE),
        broken(
            "verified",
            |case| case.verification.as_mut().unwrap().result = Done::Partly,
            "not_verified",
            NONE,
        ),
        broken("may_stay_idle", |case| external(case, Some(Grade::Major)), "external_needs_action", NONE),
        broken("may_stay_idle", |case| external(case, Some(Grade::Minor)), "external_needs_action", NONE),
        broken("may_stay_idle", |case| external(case, None), "incomplete", ("missing", "grade")),
        broken("proposed", |case| case.no_action_proposal = None, "nothing_proposed", NONE),
        broken(
            "not_the_proposer",
            |case| {
                let proposal = case.no_action_proposal.take().unwrap();
                let signer = Some(Who::Coordinator.signer());
                case.no_action_proposal = Some(NoActionProposal { signer, ..proposal });
            },
            "author_approves",
            NONE,
        ),
        broken("date_movable", |case| case.actions.iter_mut().for_each(done), "action_settled", NONE),
        broken("extension_asked", |case| case.actions[0].asked = None, "no_extension_asked", NONE),
    ]
}

fn external(case: &mut Case, grade: Option<Grade>) {
    case.source = Some(Source::ExtAudit);
    case.grade = grade;
}

/// Who makes the move where nothing is broken: one letter of the row.
fn maker(who: &[char]) -> Who {
    let first = [Who::Representative, Who::Coordinator, Who::CaseOwner, Who::ActionOwner, Who::Reporter];
    first.into_iter().find(|one| one.letters(true).chars().any(|letter| who.contains(&letter))).unwrap()
}

#[test]
fn every_guard_refuses_by_its_own_rule_and_nothing_else_does() {
    let mut tried = 0;
    let mut guarded = 0;
    let ways = all();
    for row in &Sheet::read().moves {
        let wanted = Move::from_code(&row.step).unwrap();
        let who = maker(&row.who);
        for from in &row.from {
            let status = CaseStatus::from_code(from).unwrap();
            let whole = ready(status, wanted, who);
            let passes = perform(&with(&whole), who.actor(), wanted);
            assert!(passes.is_ok(), "{} from {from}: {passes:?}", row.step);
            for guard in &row.guards {
                let breaking: Vec<&Broken> = ways.iter().filter(|way| way.guard == guard).collect();
                assert!(!breaking.is_empty(), "nobody tries the guard {guard}");
                guarded += 1;
                for way in breaking {
                    // Without an owner nobody of the case is there to hand the plan in.
                    if wanted == Move::SubmitPlan && way.param.1 == "owner" {
                        continue;
                    }
                    let mut case = whole.clone();
                    (way.change)(&mut case);
                    let told = perform(&with(&case), who.actor(), wanted);
                    let error = told.expect_err(&format!("{} from {from} passes without {guard}", row.step));
                    assert_eq!(rule(&error), way.rule, "{} from {from}, {guard}", row.step);
                    assert_eq!(param(&error, way.param.0), way.param.1, "{} from {from}, {guard}", row.step);
                    tried += 1;
                }
            }
        }
    }
    println!("{tried} broken cases over {guarded} guards of rows and states");
    assert!(tried > 60, "{tried}");
}

#[test]
fn a_clause_of_either_edition_is_enough_and_an_improvement_needs_no_cause() {
    let mut case = cased(CaseStatus::Registered);
    (case.clause_2008, case.clause_2015) = (None, Some("10.2.1".into()));
    assert!(perform(&with(&case), Who::Representative.actor(), Move::StartAnalysis).is_ok());
    (case.clause_2008, case.clause_2015) = (Some("8.5.2".into()), None);
    assert!(perform(&with(&case), Who::Representative.actor(), Move::StartAnalysis).is_ok());
    let mut case = cased(CaseStatus::Analysis);
    case.cause.root.clear();
    case.cause.method = None;
    let told = perform(&with(&case), Who::CaseOwner.actor(), Move::SubmitPlan).unwrap_err();
    assert_eq!(param(&told, "missing"), "root_cause,cause_method");
    case.grade = Some(Grade::Ofi);
    assert!(perform(&with(&case), Who::CaseOwner.actor(), Move::SubmitPlan).is_ok());
    // What came with the 2015 edition may stay empty.
    let mut case = cased(CaseStatus::Effectiveness);
    case.cause.similar.clear();
    let set = perform(&with(&case), Who::Representative.actor(), Move::JudgeEffective).unwrap();
    assert_eq!(after(&with(&case), &set).effectiveness.risks_updated, "");
}

#[test]
fn an_external_observation_and_an_internal_major_may_stay_idle() {
    for (source, grade) in [
        (Source::ExtAudit, Some(Grade::Observation)),
        (Source::ExtAudit, Some(Grade::Ofi)),
        (Source::IntAudit, Some(Grade::Major)),
        (Source::Complaint, None),
    ] {
        let mut case = cased(CaseStatus::Registered);
        (case.source, case.grade) = (Some(source), grade);
        assert!(
            perform(&with(&case), Who::Representative.actor(), Move::DecideNoAction).is_ok(),
            "{grade:?}"
        );
    }
}

/// The step of that move with something else in it.
fn refused(status: CaseStatus, who: Who, step: Step) -> String {
    let wanted = step.of();
    make(&with(&ready(status, wanted, who)), who.actor(), step)
        .map_or_else(|error| rule(&error), |_| "allowed".into())
}

fn judged(data: &str, early_reason: &str) -> Step {
    let Some(Step::Judge(whole)) = step(Move::JudgeEffective) else { panic!("a judgement") };
    Step::Judge(Judgement { data: data.into(), early_reason: early_reason.into(), ..whole })
}

#[test]
fn a_judgement_rests_on_data_and_waits_for_its_day_or_says_why_not() {
    use CaseStatus::Effectiveness;
    assert_eq!(refused(Effectiveness, Who::Representative, judged(" ", "")), "data_required");
    let mut case = cased(Effectiveness);
    case.effectiveness.due_on = Some(day("2014-06-03"));
    let actor = || Who::Representative.actor();
    let told = make(&with(&case), actor(), judged("dane", "")).unwrap_err();
    assert_eq!((rule(&told), param(&told, "date")), ("review_too_early".into(), "2014-06-03".into()));
    let set = make(&with(&case), actor(), judged("dane", "Audyt w przyszłym tygodniu")).unwrap();
    assert_eq!(after(&with(&case), &set).effectiveness.early_reason, "Audyt w przyszłym tygodniu");
    case.effectiveness.due_on = Some(day(TODAY));
    assert!(make(&with(&case), actor(), judged("dane", "")).is_ok(), "the day itself is not early");
}

#[test]
fn dates_of_what_was_done_lie_between_registration_and_today() {
    let complete = |on: &str| Step::CompleteAction {
        action: action_id(1),
        done_on: Some(on.parse::<NaiveDate>().unwrap()),
        note: String::new(),
    };
    use CaseStatus::InProgress;
    assert_eq!(refused(InProgress, Who::ActionOwner, complete("2014-06-02")), "allowed");
    assert_eq!(refused(InProgress, Who::ActionOwner, complete("2014-06-03")), "date_in_future");
    assert_eq!(refused(InProgress, Who::ActionOwner, complete("2014-03-02")), "date_goes_back");
    assert_eq!(refused(InProgress, Who::ActionOwner, complete("1901-03-02")), "date_out_of_range");
    let attach = |title: &str, file_number: &str, on: &str| Step::Attach {
        action: action_id(1),
        evidence: NewEvidence {
            title: title.into(),
            file_number: file_number.into(),
            on: Some(day(on)),
            file: None,
        },
    };
    assert_eq!(
        refused(InProgress, Who::ActionOwner, attach("Zdjęcie", "OR.1", "2014-06-03")),
        "date_in_future"
    );
    assert_eq!(refused(InProgress, Who::ActionOwner, attach(" ", "OR.1", TODAY)), "empty_name");
    assert_eq!(refused(InProgress, Who::ActionOwner, attach("Zdjęcie", " ", TODAY)), "empty_name");
}

#[test]
fn evidence_is_withdrawn_once_and_the_last_one_stays_once_reported() {
    use CaseStatus::{Effectiveness, Implemented, InProgress};
    let withdraw = || step(Move::Withdraw).unwrap();
    let one = |status| {
        let mut case = ready(status, Move::Withdraw, Who::Auditor);
        case.actions[0].evidence.truncate(1);
        case
    };
    for status in [Implemented, Effectiveness] {
        let told = make(&with(&one(status)), Who::Auditor.actor(), withdraw()).unwrap_err();
        assert_eq!(rule(&told), "last_evidence");
    }
    let register = with(&one(InProgress));
    let set = make(&register, Who::Auditor.actor(), withdraw()).unwrap();
    let case = after(&register, &set);
    assert_eq!(case.actions[0].evidence.len(), 1, "it stays in sight");
    let told = make(&with(&case), Who::Auditor.actor(), withdraw()).unwrap_err();
    assert_eq!(rule(&told), "evidence_withdrawn");
    let unknown = Step::Withdraw { action: action_id(1), evidence: evidence_id(77), reason: "x".into() };
    assert_eq!(refused(InProgress, Who::Auditor, unknown), "not_found:evidence");
}

#[test]
fn extensions_follow_the_sheet() {
    let extend =
        |on: &str| Step::Extend { action: Some(action_id(1)), due_on: day(on), reason: "Powód".into() };
    let ask =
        |on: &str| Step::AskExtension { action: Some(action_id(1)), due_on: day(on), reason: "x".into() };
    let case = |times: usize, due_on: &str| {
        let mut case = cased(CaseStatus::InProgress);
        case.actions[0].due_on = Some(day(due_on));
        case.actions[0].extensions = vec![extension(); times];
        case
    };
    let told = |case: &Case, who: Who, step: Step| {
        make(&with(case), who.actor(), step).map_or_else(|error| rule(&error), |_| "allowed".into())
    };
    // The first and the second are the representative's, before the date and after it.
    for (times, due_on) in [(0, "2014-06-30"), (1, "2014-06-30"), (0, "2014-05-01"), (1, "2014-05-01")] {
        let case = case(times, due_on);
        assert_eq!(told(&case, Who::Representative, extend("2014-07-31")), "allowed");
        for who in [Who::Coordinator, Who::TopManagement] {
            assert_eq!(told(&case, who, extend("2014-07-31")), "extension_is_representatives");
        }
        let set = make(&with(&case), Who::Representative.actor(), extend("2014-07-31")).unwrap();
        let moved = after(&with(&case), &set);
        let action = &moved.actions[0];
        assert_eq!(
            (action.original_due_on, action.due_on),
            (Some(day("2014-06-30")), Some(day("2014-07-31")))
        );
        let last = action.extensions.last().unwrap();
        assert_eq!((action.extensions.len(), last.late), (times + 1, due_on == "2014-05-01"));
        assert_eq!(last.from, Some(day(due_on)));
    }
    // From the third on the Coordinator's or top management's.
    for times in [2, 3, 5] {
        let case = case(times, "2014-06-30");
        assert_eq!(told(&case, Who::Representative, extend("2014-07-31")), "extension_needs_higher_role");
        assert_eq!(told(&case, Who::Coordinator, extend("2014-07-31")), "allowed");
        assert_eq!(told(&case, Who::TopManagement, extend("2014-07-31")), "allowed");
    }
    let open = case(0, "2014-06-30");
    assert_eq!(told(&open, Who::Representative, extend("2014-06-01")), "due_in_past");
    assert_eq!(told(&open, Who::Representative, extend("2014-06-30")), "due_unchanged");
    assert_eq!(told(&open, Who::Representative, extend("2300-06-30")), "date_out_of_range");
    assert_eq!(told(&open, Who::ActionOwner, ask("2014-07-31")), "allowed");
    assert_eq!(
        told(&case(0, TODAY), Who::ActionOwner, ask("2014-07-31")),
        "allowed",
        "the day itself is in time"
    );
    assert_eq!(told(&case(0, "2014-06-01"), Who::ActionOwner, ask("2014-07-31")), "extension_after_date");
}

#[test]
fn an_office_that_only_warns_lets_the_owner_review_and_marks_it() {
    for (status, wanted) in
        [(CaseStatus::Implemented, Move::Verify), (CaseStatus::Effectiveness, Move::JudgeEffective)]
    {
        let mut case = ready(status, wanted, Who::Representative);
        case.actions[1].owner = Some(Who::Representative.post());
        let mut register = with(&case);
        let told = perform(&register, Who::Representative.actor(), wanted).unwrap_err();
        assert_eq!(rule(&told), "owner_reviews");
        let mut office = register.office().unwrap().clone();
        office.settings.own_review = OwnReview::Warn;
        register.load(Record::Office(Box::new(office)), 2);
        let marked = |case: &Case| match wanted {
            Move::Verify => case.verification.as_ref().unwrap().by_owner,
            _ => case.effectiveness.by_owner,
        };
        let set = perform(&register, Who::Representative.actor(), wanted).unwrap();
        assert!(marked(&after(&register, &set)), "{wanted:?} by the owner is not marked");
        let set = perform(&register, Who::Auditor.actor(), wanted).unwrap();
        assert!(!marked(&after(&register, &set)), "{wanted:?} by somebody else is marked");
    }
}

#[test]
fn a_moment_before_the_last_step_is_refused() {
    for (status, wanted, last) in [
        (CaseStatus::Registered, Move::StartAnalysis, "2014-03-03"),
        (CaseStatus::PlanPending, Move::ApprovePlan, "2014-03-10"),
        (CaseStatus::Implemented, Move::Verify, "2014-04-10"),
        (CaseStatus::Effectiveness, Move::JudgeEffective, "2014-04-15"),
        (CaseStatus::ClosedEffective, Move::Reopen, "2014-05-30"),
    ] {
        let register = with(&ready(status, wanted, Who::Representative));
        let step = match step(wanted).unwrap() {
            Step::Judge(judged) => Step::Judge(Judgement { early_reason: "Powód".into(), ..judged }),
            step => step,
        };
        let before = day(last).pred_opt().unwrap();
        let told = make_on(&register, Who::Representative.actor(), step.clone(), before).unwrap_err();
        assert_eq!((rule(&told), param(&told, "date")), ("date_goes_back".into(), last.into()), "{wanted:?}");
        assert!(make_on(&register, Who::Representative.actor(), step, day(last)).is_ok(), "{wanted:?}");
    }
}
