//! The audits and registers of the sample office: whole, in agreement with the cases and with the rules that saving
//! them would ask for.

use std::collections::BTreeSet;

use capa_core::domain::audit::{Answer, Audit, AuditKind};
use capa_core::domain::audits::planning::{Cell, cell, is_competent};
use capa_core::domain::audits::{cases_of, own_unit};
use capa_core::domain::book::Book;
use capa_core::domain::certificate::Edition;
use capa_core::domain::complaint::{Complaint, Justified};
use capa_core::domain::confirmation::{CheckResult, Confirmation, Confirmed, ReadinessRun, Verdict};
use capa_core::domain::keeping::{self, Kept};
use capa_core::domain::monitoring::{lines, percent, programme};
use capa_core::domain::objective::Objective;
use capa_core::domain::programme::{AuditProgramme, Auditor, QuestionList};
use capa_core::domain::readiness::{CATALOGUE, READY_SCORE};
use capa_core::domain::review::{Review, ReviewTopic};
use capa_core::domain::shelf::all;
use capa_core::domain::survey::Survey;
use capa_core::labels;
use capa_core::register::Register;
use capa_core::sample;
use capa_core::words::Lang;
use chrono::{Datelike, NaiveDate};

use super::{case, day, office};

fn audits(register: &Register) -> Vec<&Audit> {
    register.audits().map(|stood| &stood.record).collect()
}

fn audit<'a>(register: &'a Register, starts_on: &str) -> &'a Audit {
    audits(register).into_iter().find(|audit| audit.starts_on == day(starts_on)).unwrap()
}

fn keeps<T: Kept>(register: &Register, least: usize) {
    let all: Vec<_> = all::<T>(register).collect();
    assert!(all.len() >= least, "{}: {}", T::WHAT, all.len());
    for (record, _) in all {
        keeping::check(register, record, sample::as_of()).unwrap();
    }
}

#[test]
fn every_record_could_have_been_saved_by_its_form() {
    let register = office(Lang::Pl);
    keeps::<QuestionList>(&register, 5);
    keeps::<Auditor>(&register, 6);
    keeps::<Complaint>(&register, 11);
    keeps::<Objective>(&register, 36);
    keeps::<Survey>(&register, 4);
    keeps::<Review>(&register, 2);
}

#[test]
fn no_internal_auditor_audits_the_own_unit_and_every_process_has_one() {
    let register = office(Lang::Pl);
    for audit in audits(&register).into_iter().filter(|audit| audit.kind == AuditKind::Internal) {
        assert_eq!(
            own_unit(&register, audit.kind, &audit.processes, &audit.team),
            None,
            "{}",
            audit.starts_on
        );
        let own: Vec<_> = audit.team.iter().flat_map(|member| &member.processes).collect();
        assert!(audit.team.iter().all(|member| !member.processes.is_empty()), "{}", audit.starts_on);
        let (audited, planned): (BTreeSet<_>, BTreeSet<_>) =
            (own.iter().copied().collect(), audit.processes.iter().collect());
        assert_eq!(own.len(), audited.len(), "{}: a process audited twice", audit.starts_on);
        assert_eq!(audited, planned, "{}", audit.starts_on);
        for member in &audit.team {
            assert!(is_competent(&register, member.post, audit.starts_on), "{}", audit.starts_on);
        }
        let lead = register.post(audit.team[0].post).unwrap().name.clone();
        assert!(audit.lead.starts_with(&lead), "{lead} leads, {} is written", audit.lead);
        assert!(audit.report_on.is_some_and(|on| on >= audit.ends_on && on <= sample::as_of()));
    }
}

#[test]
fn what_the_certification_body_was_answered_agrees_with_the_cards() {
    let register = office(Lang::Pl);
    let mut compared = 0;
    for audit in audits(&register).into_iter().filter(|audit| audit.kind.is_external() && audit.held) {
        assert!(audit.team.is_empty() && audit.report_on.is_some(), "{}", audit.starts_on);
        for case in cases_of(&register, audit.id) {
            let external = case.external.as_ref().unwrap();
            assert_eq!(external.answer_due_on, audit.answer_due_on, "{:?}", case.number);
            assert_eq!(external.answer_sent_on, audit.answer_sent_on, "{:?}", case.number);
            assert_eq!(external.accepted_on, audit.answer_accepted_on, "{:?}", case.number);
            compared += 1;
        }
    }
    assert_eq!(compared, 3);
    let first = audit(&register, "2014-01-28");
    let dates = [first.answer_due_on, first.answer_sent_on, first.answer_accepted_on];
    assert_eq!(dates, ["2014-02-28", "2014-02-21", "2014-03-05"].map(|on| Some(day(on))));
}

#[test]
fn questions_are_answered_with_evidence_and_their_nonconformities_are_the_cards_of_the_audit() {
    let register = office(Lang::Pl);
    for (starts_on, count, about) in [("2014-06-02", 9, "DS/1/2014"), ("2014-10-06", 12, "DK/1/2014")] {
        let audit = audit(&register, starts_on);
        assert_eq!(audit.questions.len(), count, "{starts_on}");
        let asked = audit.questions.iter().map(|question| question.about);
        let first = [Some(case(&register, about).id)].into_iter().chain(std::iter::repeat(None));
        assert!(
            asked.eq(first.take(count)),
            "{starts_on}: the finding of the last external audit comes first"
        );
        for question in &audit.questions {
            let place = format!("{starts_on}: {}", question.text);
            assert!(!question.text.is_empty() && !question.evidence.is_empty(), "{place}");
            assert_ne!(question.answer, Answer::Unanswered, "{place}");
            assert!(question.process.is_some_and(|id| audit.processes.contains(&id)), "{place}");
            assert_eq!(question.answer == Answer::Nonconforming, question.case.is_some(), "{place}");
            assert_eq!(question.note.is_empty(), !question.answer.is_finding(), "{place}");
            clauses(question.clause_2008.as_deref(), question.clause_2015.as_deref());
        }
        let raised: BTreeSet<_> = audit.questions.iter().filter_map(|question| question.case).collect();
        let found: BTreeSet<_> = cases_of(&register, audit.id).map(|case| case.id).collect();
        assert_eq!(raised, found, "{starts_on}");
        assert_eq!(audit.findings_in_report, Some(u32::try_from(found.len()).unwrap()));
    }
    let answers: BTreeSet<_> =
        audits(&register).iter().flat_map(|audit| &audit.questions).map(|it| it.answer).collect();
    assert_eq!(answers.len(), 4, "all answers but the unanswered one are shown");
}

fn clauses(old: Option<&str>, new: Option<&str>) {
    let (old, new) = (old.unwrap(), new.unwrap());
    assert!(labels::clause_name(Edition::Iso2008, old, Lang::Pl).is_some(), "{old}");
    assert!(labels::clause_name(Edition::Iso2015, new, Lang::Pl).is_some(), "{new}");
}

#[test]
fn question_lists_ask_under_both_editions_and_the_audits_used_them() {
    let register = office(Lang::En);
    let lists: Vec<_> = all::<QuestionList>(&register).map(|(list, _)| list).collect();
    assert_eq!(lists.iter().filter(|list| list.process.is_none()).count(), 1);
    for list in &lists {
        assert!((5..=8).contains(&list.questions.len()), "{}", list.name);
        assert!(list.questions.iter().any(|question| question.needs_evidence), "{}", list.name);
        for question in &list.questions {
            clauses(question.clause_2008.as_deref(), question.clause_2015.as_deref());
        }
    }
    let asked = audits(&register).into_iter().flat_map(|audit| &audit.questions);
    let mut from_list = 0;
    for question in asked.filter(|question| question.list.is_some()) {
        let list = lists.iter().find(|list| Some(list.id) == question.list).unwrap();
        let origin = list.questions.iter().find(|it| it.text == question.text).unwrap();
        assert_eq!(
            (&origin.clause_2008, &origin.clause_2015),
            (&question.clause_2008, &question.clause_2015)
        );
        assert!(list.process.is_none() || list.process == question.process, "{}", question.text);
        from_list += 1;
    }
    assert_eq!(from_list, 17);
}

#[test]
fn the_programmes_of_two_years_were_carried_out_and_the_third_is_a_draft() {
    let register = office(Lang::Pl);
    let programmes: Vec<_> = all::<AuditProgramme>(&register).map(|(programme, _)| programme).collect();
    assert_eq!(programmes.iter().map(|it| it.year).collect::<Vec<_>>(), [2013, 2014, 2015]);
    for programme in &programmes {
        let planned: BTreeSet<_> = programme.lines.iter().map(|line| line.process).collect();
        assert_eq!(planned.len(), 12, "{}", programme.year);
        let wanted = if programme.year == 2015 { Cell::Planned } else { Cell::Held };
        for line in &programme.lines {
            assert!(programme.year == 2015 || line.months.len() == 1, "once a year");
            for month in &line.months {
                let found = cell(&register, programme, line.process, *month, sample::as_of());
                assert_eq!(found, Some(wanted), "{} {month}", programme.year);
            }
        }
    }
    let approved: Vec<_> =
        programmes.iter().map(|it| it.approval.as_ref().map(|approval| approval.on)).collect();
    assert_eq!(approved, [Some(day("2013-02-18")), Some(day("2014-01-20")), None]);
    let by = programmes[0].approval.as_ref().unwrap();
    assert_eq!(by.by, "Starosta");
}

#[test]
fn complaints_agree_with_their_cards_and_with_the_statutory_month() {
    let register = office(Lang::Pl);
    let complaints: Vec<_> = all::<Complaint>(&register).map(|(complaint, _)| complaint).collect();
    let of = |year| complaints.iter().filter(move |it| it.received_on.year() == year);
    let justified = |year| of(year).filter(|it| it.justified == Some(Justified::Yes)).count();
    assert_eq!((of(2013).count(), justified(2013)), (6, 2));
    assert_eq!((of(2014).count(), justified(2014)), (5, 1));
    let late: Vec<_> = complaints.iter().filter(|it| it.is_late(sample::as_of())).collect();
    assert_eq!(late.len(), 1);
    assert!(late[0].received_on.year() == 2013 && late[0].delay_was_told(sample::as_of()));
    let april = complaints.iter().find(|it| it.received_on == day("2013-04-17")).unwrap();
    assert_eq!(april.answer_due_on(), Some(day("2013-05-17")));
    for it in complaints.iter().filter(|it| it.justified == Some(Justified::Yes)) {
        assert_ne!(it.case.is_some(), !it.no_case_reason.is_empty(), "{}", it.reference);
    }
    for (number, received_on) in [("DK/3/2014", "2014-03-17"), ("DK/10/2014", "2014-12-08")] {
        let linked = complaints.iter().find(|it| it.case == Some(case(&register, number).id)).unwrap();
        assert_eq!(linked.received_on, day(received_on));
        assert!(case(&register, number).source_document.contains(&linked.reference), "{number}");
        assert_eq!(Some(linked.process), Some(case(&register, number).process));
    }
    let lindens = complaints.iter().find(|it| it.case == Some(case(&register, "DK/10/2014").id)).unwrap();
    assert_eq!(lindens.answered_on, case(&register, "DK/10/2014").no_action.as_ref().map(|it| it.on));
}

#[test]
fn objectives_of_two_years_have_owners_targets_and_results() {
    let register = office(Lang::Pl);
    let objectives: Vec<_> = all::<Objective>(&register).map(|(objective, _)| objective).collect();
    let met = |year| objectives.iter().filter(|it| it.year == year && it.met == Some(true)).count();
    let set = |year| objectives.iter().filter(|it| it.year == year).count();
    assert_eq!([2013, 2014, 2015].map(|year| (set(year), met(year))), [(18, 16), (18, 17), (0, 0)]);
    for it in &objectives {
        assert!(it.process.is_some() && it.owner.is_some() && it.approved_on.is_some(), "{}", it.text);
        assert!(![&it.measure, &it.target, &it.result].iter().any(|text| text.is_empty()), "{}", it.text);
        assert_eq!(it.baseline.is_empty(), it.year == 2013, "{}: baselines came with DS/1/2014", it.text);
    }
    let missed: Vec<_> = objectives.iter().filter(|it| it.met == Some(false)).collect();
    let explained = missed.iter().filter(|it| it.case.is_some() || !it.no_case_reason.is_empty());
    assert_eq!(explained.map(|it| it.year).collect::<Vec<_>>(), [2013, 2013]);
    let environment = missed.iter().find(|it| it.case == Some(case(&register, "DK/8/2013").id)).unwrap();
    assert!(environment.result.starts_with("96,2%"));
}

#[test]
fn surveys_have_their_scores_and_the_low_one_its_card() {
    let register = office(Lang::Pl);
    let surveys: Vec<_> = all::<Survey>(&register).map(|(survey, _)| survey).collect();
    let scores: Vec<_> = surveys.iter().map(|it| (it.score, it.is_low())).collect();
    assert_eq!(scores, [(Some(410), true), (Some(430), false), (Some(440), false), (Some(440), false)]);
    for (survey, number) in [(surveys[0], "DK/2/2013"), (surveys[3], "DK/7/2014")] {
        let case = case(&register, number);
        assert_eq!(survey.cases, [case.id]);
        assert_eq!(survey.report_on, case.reported_on, "{number}: reported with the report");
    }
}

#[test]
fn reviews_looked_at_every_input_of_2008_and_every_decision_went_on() {
    let register = office(Lang::Pl);
    let reviews: Vec<_> = all::<Review>(&register).map(|(review, _)| review).collect();
    assert_eq!(reviews.iter().map(|it| it.on).collect::<Vec<_>>(), [day("2013-12-16"), day("2014-12-15")]);
    let of_2008 = |topic: &ReviewTopic| !topic.clause_2008().is_empty();
    let topics: Vec<_> = ReviewTopic::ALL.into_iter().filter(of_2008).collect();
    for review in reviews {
        assert!(review.held && review.looked_at_actions() && !review.minutes.is_empty());
        assert_eq!(review.inputs.iter().map(|input| input.topic).collect::<Vec<_>>(), topics);
        assert!((3..=4).contains(&review.decisions.len()));
        for decision in &review.decisions {
            assert_ne!(decision.case.is_some(), !decision.no_case_reason.is_empty(), "{}", decision.text);
            let known = decision.case.and_then(|id| register.case(id)).and_then(|it| it.record.registered_on);
            assert!(known.is_none_or(|on| on <= review.on), "{}", decision.text);
            assert!(decision.due_on.is_some_and(|on| on > review.on) && decision.owner.is_some());
        }
    }
}

/// Open, done and overdue at the end of a month, by the actions of the cases alone.
fn counted(register: &Register, first: NaiveDate, last: NaiveDate) -> (u32, u32, u32) {
    let (mut open, mut done, mut overdue) = (0, 0, 0);
    let cases = register.cases().map(|stood| &stood.record);
    for action in cases.filter(|it| it.registered_on.unwrap() <= last).flat_map(|case| &case.actions) {
        let is_open = action.done_on.is_none_or(|on| on > last);
        open += u32::from(is_open);
        done += u32::from(action.done_on.is_some_and(|on| on >= first && on <= last));
        overdue += u32::from(is_open && action.due_on.unwrap() < last);
    }
    (open, done, overdue)
}

#[test]
fn the_programme_of_actions_was_monitored_every_month_with_the_figures_of_the_cases() {
    let register = office(Lang::Pl);
    for (year, months, reports, approved) in [(2013, 4..=12, 2..=4, 5), (2014, 1..=12, 1..=4, 8)] {
        let (found, _) = programme(&register, year).unwrap();
        assert!(found.monitoring.iter().map(|entry| entry.month).eq(months), "{year}");
        assert!(found.reports.iter().map(|report| report.quarter).eq(reports), "{year}");
        assert_eq!(found.approved.len(), approved, "{year}");
        assert_eq!(found.approval.as_ref().unwrap().by, "Starosta");
        let known: Vec<_> = lines(&register, year).iter().map(|line| line.action.id).collect();
        assert!(found.approved.iter().all(|id| known.contains(id)), "{year}");
        for entry in &found.monitoring {
            let first = NaiveDate::from_ymd_opt(year, entry.month, 1).unwrap();
            assert!(
                entry.on >= first && entry.on.month() == entry.month && entry.on.day() >= 28,
                "{}",
                entry.on
            );
            assert!(register.calendar().is_working_day(entry.on), "{}", entry.on);
            let figures = (entry.open, entry.done, entry.overdue);
            assert_eq!(figures, counted(&register, first, entry.on), "{}", entry.on);
            for it in &entry.progress {
                let line =
                    lines(&register, year).into_iter().find(|line| line.action.id == it.action).unwrap();
                assert!(line.case.registered_on.unwrap() <= entry.on && it.percent < 100, "{}", entry.on);
                assert!(
                    line.action.done_on.is_none_or(|on| on > entry.on),
                    "{}: {}",
                    entry.on,
                    line.action.what
                );
            }
        }
    }
    let december = programme(&register, 2014).unwrap().0;
    assert_eq!(december.monitoring.last().map(|entry| entry.overdue), Some(3));
    let payroll =
        lines(&register, 2014).into_iter().find(|line| line.action.what.contains("stanowisku płacowym"));
    assert_eq!(percent(Some(december), &payroll.unwrap()), 70);
    assert!(programme(&register, 2015).is_none());
}

#[test]
fn trainings_are_marked_as_such() {
    let register = office(Lang::Pl);
    let cases = register.cases().map(|stood| &stood.record);
    let trained = cases.filter(|case| case.actions.iter().any(|action| action.training));
    let numbers: BTreeSet<_> = trained.map(|case| case.number.clone().unwrap()).collect();
    assert!(numbers.iter().eq(["DK/2/2014", "DK/3/2014", "DK/4/2013", "DK/4/2014"]), "{numbers:?}");
}

#[test]
fn two_checks_are_confirmed_and_two_runs_are_kept() {
    let register = office(Lang::Pl);
    let given: Vec<_> = all::<Confirmation>(&register).map(|(it, _)| it).collect();
    let said: Vec<_> = given.iter().map(|it| (it.check.as_str(), it.answer, it.on)).collect();
    assert_eq!(
        said,
        [("R25", Confirmed::Yes, day("2015-01-07")), ("R30", Confirmed::Yes, day("2015-01-08"))]
    );
    assert!(given.iter().all(|it| !it.note.is_empty() && it.by == "Pełnomocnik ds. SZJ"));
    let runs: Vec<_> = all::<ReadinessRun>(&register).map(|(run, _)| run).collect();
    assert_eq!(runs.iter().map(|run| run.on).collect::<Vec<_>>(), [day("2014-01-20"), day("2014-10-15")]);
    let first = audit(&register, "2014-01-28");
    assert_eq!((runs[0].audit, runs[0].audit_on), (Some(first.id), Some(first.starts_on)));
    assert!(runs[0].signed_representative.is_some() && runs[0].signed_coordinator.is_some());
    assert_eq!(runs[1].audit, None, "its day was agreed only in November");
}

/// No external finding was open on the day of either run, so that only the results make verdict and score.
#[test]
fn kept_runs_answer_every_check_with_verdict_and_score_of_the_checklist() {
    let register = office(Lang::Pl);
    for (run, _) in all::<ReadinessRun>(&register) {
        assert!(run.results.iter().map(|it| it.check.as_str()).eq(CATALOGUE.iter().map(|check| check.id)));
        let points = |result| match result {
            CheckResult::Ok => 2,
            CheckResult::Warning => 1,
            CheckResult::Fail | CheckResult::Unanswered | CheckResult::NotApplicable => 0,
        };
        let asked = run.results.iter().filter(|it| it.result != CheckResult::NotApplicable).count();
        let got: u32 = run.results.iter().map(|it| points(it.result)).sum();
        assert_eq!(run.score, got * 100 / (2 * u32::try_from(asked).unwrap()), "{}", run.on);
        let blocked = run.results.iter().zip(&CATALOGUE).any(|(it, check)| {
            check.blocking && matches!(it.result, CheckResult::Fail | CheckResult::Unanswered)
        });
        assert!(!blocked && run.verdict == Verdict::ReadyWithRemarks, "{}", run.on);
        for case in run.results.iter().flat_map(|it| &it.cases) {
            let registered = Book::case(&register, *case).unwrap().0.registered_on.unwrap();
            assert!(registered <= run.on, "{}: {registered}", run.on);
        }
    }
    assert!(all::<ReadinessRun>(&register).any(|(run, _)| run.score >= READY_SCORE));
}
