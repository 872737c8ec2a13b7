//! Every refusal of every register, and taking out and bringing back.

use capa_core::domain::change::{Actor, Change, ChangeSet, Record, RecordKind};
use capa_core::domain::complaint::Complaint;
use capa_core::domain::draft::LONGEST_TEXT;
use capa_core::domain::ids::{Id, PersonId, PostId, ProcessId};
use capa_core::domain::keeping::{self, Kept};
use capa_core::domain::objective::Objective;
use capa_core::domain::person::{Person, Role};
use capa_core::domain::programme::{Auditor, QuestionList};
use capa_core::domain::review::Review;
use capa_core::domain::rule::RuleError;
use capa_core::domain::shelf::find;
use capa_core::domain::survey::Survey;
use uuid::Uuid;

use super::{auditor, complaint, day, decision, desk, list, objective, post, process, review, save, survey};
use crate::cycle::{Desk, rule};

/// Nothing of a refused wish reaches the book.
fn refused<T: Kept + std::fmt::Debug>(record: T, by: &str) {
    let mut desk = desk();
    let said = format!("{record:?}");
    assert_eq!(rule(&save(&mut desk, None, record).unwrap_err()), by, "{said}");
    assert_eq!(desk.register.ids(T::KIND), Vec::<Uuid>::new());
}

fn with<T: Clone>(record: &T, change: impl FnOnce(&mut T)) -> T {
    let mut changed = record.clone();
    change(&mut changed);
    changed
}

fn long() -> String {
    "ż".repeat(LONGEST_TEXT + 1)
}

#[test]
fn what_a_complaint_must_not_be() {
    let good = complaint("2014-04-17");
    save(&mut desk(), None, good.clone()).unwrap();
    refused(with(&good, |it| it.subject = " \n".into()), "empty_name");
    for field in 0..5 {
        let spoilt = with(&good, |it| {
            let texts =
                [&mut it.reference, &mut it.subject, &mut it.decision, &mut it.no_case_reason, &mut it.note];
            *texts.into_iter().nth(field).unwrap() = long();
        });
        refused(spoilt, "text_too_long");
    }
    let longest = with(&good, |it| it.note = "ż".repeat(LONGEST_TEXT));
    save(&mut desk(), None, longest).unwrap();
    refused(with(&good, |it| it.received_on = day("2014-06-03")), "date_in_future");
    refused(with(&good, |it| it.answered_on = Some(day("2014-06-03"))), "date_in_future");
    refused(with(&good, |it| it.notice_on = Some(day("2014-06-03"))), "date_in_future");
    refused(with(&good, |it| it.received_on = day("1989-12-31")), "date_out_of_range");
    refused(with(&good, |it| it.notice_until = Some(day("2200-01-01"))), "date_out_of_range");
    let before = Some(day("2014-04-16"));
    refused(with(&good, |it| it.answered_on = before), "date_goes_back");
    refused(with(&good, |it| it.notice_on = before), "date_goes_back");
    refused(with(&good, |it| it.notice_until = before), "date_goes_back");
    // The day it came in is the first on which it can be answered; a notice names a day to come.
    let same = Some(good.received_on);
    let told = with(&good, |it| (it.answered_on, it.notice_on, it.notice_until) = (same, same, same));
    save(&mut desk(), None, told).unwrap();
    let later = with(&good, |it| it.notice_until = Some(day("2014-07-31")));
    save(&mut desk(), None, later).unwrap();
}

#[test]
fn what_an_objective_must_not_be() {
    let good = objective(2014);
    save(&mut desk(), None, good.clone()).unwrap();
    refused(with(&good, |it| it.text = String::new()), "empty_name");
    for year in [1989, 2200, 300_000, i32::MIN] {
        refused(with(&good, |it| it.year = year), "date_out_of_range");
    }
    refused(with(&good, |it| it.approved_on = Some(day("2014-06-03"))), "date_in_future");
    refused(with(&good, |it| it.reviewed_on = Some(day("2014-06-03"))), "date_in_future");
    refused(with(&good, |it| it.reviewed_on = Some(day("1989-12-31"))), "date_out_of_range");
    for field in 0..6 {
        let spoilt = with(&good, |it| {
            let texts = [
                &mut it.text,
                &mut it.measure,
                &mut it.baseline,
                &mut it.target,
                &mut it.result,
                &mut it.no_case_reason,
            ];
            *texts.into_iter().nth(field).unwrap() = long();
        });
        refused(spoilt, "text_too_long");
    }
    // The objectives of the year to come are set in this one.
    save(&mut desk(), None, objective(2015)).unwrap();
}

#[test]
fn what_a_survey_must_not_be() {
    let good = survey("2014-05-30");
    save(&mut desk(), None, good.clone()).unwrap();
    refused(with(&good, |it| it.name = " ".into()), "empty_name");
    refused(with(&good, |it| it.score = Some(501)), "score_beyond_scale");
    refused(with(&good, |it| it.target = Some(501)), "score_beyond_scale");
    refused(with(&good, |it| it.held_on = day("2014-06-03")), "date_in_future");
    refused(with(&good, |it| it.report_on = Some(day("2014-06-03"))), "date_in_future");
    refused(with(&good, |it| it.report_on = Some(day("2014-05-29"))), "date_goes_back");
    for field in 0..3 {
        let spoilt = with(&good, |it| {
            let texts = [&mut it.name, &mut it.findings, &mut it.no_case_reason];
            *texts.into_iter().nth(field).unwrap() = long();
        });
        refused(spoilt, "text_too_long");
    }
    let best = with(&good, |it| (it.score, it.report_on) = (Some(500), Some(it.held_on)));
    save(&mut desk(), None, best).unwrap();
    assert!(!good.is_low());
    assert!(with(&good, |it| it.score = Some(429)).is_low());
    assert!(!with(&good, |it| it.score = Some(430)).is_low());
    assert!(!with(&good, |it| it.target = None).is_low());
}

#[test]
fn what_a_review_must_not_be() {
    let good = review("2014-06-02", true);
    save(&mut desk(), None, good.clone()).unwrap();
    refused(with(&good, |it| it.on = day("2014-06-03")), "date_in_future");
    save(&mut desk(), None, review("2014-12-15", false)).unwrap();
    refused(review("2200-01-01", false), "date_out_of_range");
    refused(with(&good, |it| it.decisions.push(decision(" "))), "empty_name");
    refused(with(&good, |it| it.decisions[1].due_on = Some(day("2200-01-01"))), "date_out_of_range");
    refused(with(&good, |it| it.decisions[1].text = long()), "text_too_long");
    refused(with(&good, |it| it.decisions[0].no_case_reason = long()), "text_too_long");
    refused(with(&good, |it| it.inputs[0].summary = long()), "text_too_long");
    for field in 0..3 {
        let spoilt = with(&good, |it| {
            let texts = [&mut it.participants, &mut it.minutes, &mut it.note];
            *texts.into_iter().nth(field).unwrap() = long();
        });
        refused(spoilt, "text_too_long");
    }
}

#[test]
fn what_an_auditor_and_a_list_of_questions_must_not_be() {
    let good = auditor();
    save(&mut desk(), None, good.clone()).unwrap();
    refused(with(&good, |it| it.post = PostId(Uuid::from_u128(9))), "not_found:post");
    refused(with(&good, |it| it.trained_on = Some(day("2014-06-03"))), "date_in_future");
    refused(with(&good, |it| it.appointed_on = Some(day("2014-06-03"))), "date_in_future");
    refused(with(&good, |it| it.until = Some(day("2200-01-01"))), "date_out_of_range");
    refused(with(&good, |it| it.until = Some(day("2012-09-30"))), "date_goes_back");
    refused(with(&good, |it| it.training = long()), "text_too_long");
    refused(with(&good, |it| it.order = long()), "text_too_long");
    let good = list(Some(process()));
    save(&mut desk(), None, good.clone()).unwrap();
    save(&mut desk(), None, list(None)).unwrap();
    refused(with(&good, |it| it.name = String::new()), "empty_name");
    refused(with(&good, |it| it.questions[1].text = " ".into()), "empty_name");
    refused(with(&good, |it| it.questions[1].text = long()), "text_too_long");
    refused(list(Some(ProcessId(Uuid::from_u128(9)))), "not_found:process");
}

#[test]
fn a_post_is_an_auditor_once() {
    let mut desk = desk();
    let id = save(&mut desk, None, auditor()).unwrap();
    assert_eq!(rule(&save(&mut desk, None, auditor()).unwrap_err()), "name_taken");
    let changed = with(&auditor(), |it| it.until = Some(day("2014-12-31")));
    save(&mut desk, Some((id, 1)), changed).unwrap();
    let stood = find::<Auditor>(&desk.register, id).unwrap().0;
    assert!(stood.is_competent(day("2014-12-31")) && !stood.is_competent(day("2015-01-01")));
    assert!(stood.is_competent(day("2012-10-01")) && !stood.is_competent(day("2012-09-30")));
    // Taken out, another one named for the post: the first does not come back beside it.
    take_out::<Auditor>(&mut desk, id).unwrap();
    save(&mut desk, None, auditor()).unwrap();
    assert_eq!(rule(&bring_back::<Auditor>(&mut desk, id).unwrap_err()), "name_taken");
    assert_eq!(desk.register.ids(RecordKind::Auditor).len(), 1);
}

fn take_out<T: Kept>(desk: &mut Desk, id: T::Id) -> Result<ChangeSet, RuleError> {
    let revision = find::<T>(&desk.register, id).map_or(0, |(_, revision)| revision);
    desk.ask(|book, moment| keeping::remove::<T>(book, id, revision, moment), |set| set)
}

fn bring_back<T: Kept>(desk: &mut Desk, id: T::Id) -> Result<ChangeSet, RuleError> {
    desk.ask(|book, moment| keeping::restore::<T>(book, id, moment), |set| set)
}

/// Written, changed, refused when somebody else was first, taken out, brought back as it was.
fn lives<T: Kept + PartialEq + std::fmt::Debug>(first: T, second: T) {
    let mut desk = desk();
    let id = save(&mut desk, None, first.clone()).unwrap();
    assert!(!id.uuid().is_nil(), "{}", T::WHAT);
    let stood = |desk: &Desk| find::<T>(&desk.register, id).map(|(record, at)| (record.clone(), at));
    assert_eq!(stood(&desk).unwrap().1, 1);
    let stale = format!("stale:{}", T::WHAT);
    assert_eq!(rule(&save(&mut desk, Some((id, 2)), second.clone()).unwrap_err()), stale);
    save(&mut desk, Some((id, 1)), second).unwrap();
    let (changed, revision) = stood(&desk).unwrap();
    assert_eq!(revision, 2);
    let asked = desk.ask(|book, moment| keeping::remove::<T>(book, id, 1, moment), |set| set);
    assert_eq!(rule(&asked.unwrap_err()), stale);
    let set = take_out::<T>(&mut desk, id).unwrap();
    assert_eq!((set.what.as_str(), stood(&desk)), (T::REMOVED, None));
    let gone = format!("not_found:{}", T::WHAT);
    assert_eq!(rule(&take_out::<T>(&mut desk, id).unwrap_err()), gone);
    assert_eq!(rule(&save(&mut desk, Some((id, 3)), first).unwrap_err()), gone);
    let set = bring_back::<T>(&mut desk, id).unwrap();
    assert_eq!((set.what.as_str(), stood(&desk)), (T::SAVED, Some((changed, 4))));
    assert_eq!(rule(&bring_back::<T>(&mut desk, id).unwrap_err()), gone);
}

#[test]
fn every_record_is_written_taken_out_and_brought_back() {
    lives::<Complaint>(complaint("2014-04-17"), complaint("2014-04-18"));
    lives::<Objective>(objective(2013), objective(2014));
    lives::<Survey>(survey("2013-10-31"), survey("2014-05-30"));
    lives::<Review>(review("2013-12-16", true), review("2014-12-15", false));
    lives::<Auditor>(auditor(), with(&auditor(), |it| it.until = Some(day("2016-12-31"))));
    lives::<QuestionList>(list(None), list(Some(process())));
}

#[test]
fn what_a_record_contains_gets_identities_that_stay() {
    let mut desk = desk();
    let id = save(&mut desk, None, review("2013-12-16", true)).unwrap();
    let ids = |desk: &Desk| -> Vec<Uuid> {
        let (review, _) = find::<Review>(&desk.register, id).unwrap();
        review.decisions.iter().map(|decision| decision.id.uuid()).collect()
    };
    let first = ids(&desk);
    assert!(first.iter().all(|id| !id.is_nil()) && first[0] != first[1]);
    let mut changed = find::<Review>(&desk.register, id).unwrap().0.clone();
    changed.decisions.push(decision("Trzecia"));
    save(&mut desk, Some((id, 1)), changed).unwrap();
    let second = ids(&desk);
    assert_eq!(second[..2], first[..]);
    assert!(!second[2].is_nil());
    let list = save(&mut desk, None, list(None)).unwrap();
    let (list, _) = find::<QuestionList>(&desk.register, list).unwrap();
    assert!(list.questions.iter().all(|question| !question.id.uuid().is_nil()));
    assert_ne!(list.questions[0].id, list.questions[1].id);
}

#[test]
fn other_roles_keep_no_registers() {
    let allowed = |role: Role| {
        let mut desk = desk();
        let person = PersonId(Uuid::from_u128(0x31));
        let mut held = desk.register.post(post()).unwrap().clone();
        held.roles = vec![role];
        let before = Record::Post(desk.register.post(post()).unwrap().clone());
        let change = Change::replace(&before, 1, &Record::Post(held)).unwrap();
        let person_record = Record::Person(Person {
            id: person,
            name: "Osoba".into(),
            login: "osoba".into(),
            posts: vec![post()],
            active: true,
            credential: Some("00".repeat(32)),
            credential_on: None,
        });
        desk.register.load(person_record, 1);
        desk.ask(
            |_, moment| Ok::<_, RuleError>(ChangeSet::of(moment, "post_saved", None, vec![change])),
            |set| set,
        )
        .unwrap();
        let mut may = Vec::new();
        let mut ask = |name: &'static str, asked: Result<ChangeSet, RuleError>| match asked {
            Ok(_) => may.push(name),
            Err(error) => assert_eq!(rule(&error), "role_forbidden", "{name} {role:?}"),
        };
        let as_person = |desk: &mut Desk, list_too: bool| {
            desk.ask(
                |book, moment| {
                    moment.actor = Actor { person: Some(person), ..Actor::named("osoba", "") };
                    if list_too {
                        keeping::save(book, None, list(None), moment).map(|(_, set)| set)
                    } else {
                        keeping::save(book, None, complaint("2014-04-17"), moment).map(|(_, set)| set)
                    }
                },
                |set| set,
            )
        };
        ask("complaint", as_person(&mut desk, false));
        ask("list", as_person(&mut desk, true));
        may
    };
    assert_eq!(allowed(Role::Representative), ["complaint", "list"]);
    assert_eq!(allowed(Role::Coordinator), ["complaint", "list"]);
    assert_eq!(allowed(Role::DepartmentHead), ["complaint"]);
    assert_eq!(allowed(Role::InternalAuditor), ["list"]);
    assert_eq!(allowed(Role::TopManagement), Vec::<&str>::new());
    assert_eq!(allowed(Role::Reporter), Vec::<&str>::new());
}
