//! The yearly programme of actions: its lines, marks and percent, the monitoring of a month, its approval, the report
//! of a quarter, and the figures.

use capa_core::domain::action::{Action, Extension};
use capa_core::domain::action_programme::{ActionProgramme, Progress};
use capa_core::domain::case::{Case, CaseKind, CaseStatus, Closure, Decision, Effect};
use capa_core::domain::change::{Actor, Record};
use capa_core::domain::draft::LONGEST_TEXT;
use capa_core::domain::ids::{ActionId, CaseId};
use capa_core::domain::monitoring::{
    self, Mark, MonitoringForm, figures, lines, mark, percent, programme, quarter_days,
};
use capa_core::domain::rule::RuleError;
use uuid::Uuid;

use super::audits::{HEAD, PLENIPOTENTIARY, STAROSTA, ask_as, desk, recorded, signed, signing_in};
use super::cycle::{Desk, day, rule};

fn action(number: u128, due: &str, done: Option<&str>) -> Action {
    Action {
        what: format!("Działanie {number}"),
        original_due_on: Some(day(due)),
        due_on: Some(day(due)),
        done_on: done.map(day),
        ..Action::planned(ActionId(Uuid::from_u128(0x900 + number)))
    }
}

fn case(number: u128, status: CaseStatus, registered: &str, actions: Vec<Action>) -> Case {
    let mut case = Case::draft(CaseId(Uuid::from_u128(0x800 + number)), CaseKind::Corrective);
    case.number = Some(format!("DK/{number}/2014"));
    case.status = status;
    case.registered_on = Some(day(registered));
    case.actions = actions;
    case
}

fn closed(mut case: Case, on: &str) -> Case {
    case.closure = Some(Closure { on: day(on), by: String::new(), note: String::new(), signer: None });
    case
}

fn with(cases: Vec<Case>) -> Desk {
    let mut desk = desk();
    for case in cases {
        desk.register.load(Record::Case(Box::new(case)), 1);
    }
    desk
}

/// The numbers of the actions that a year is concerned with.
fn concerned(desk: &Desk, year: i32) -> Vec<u128> {
    lines(&desk.register, year).iter().map(|line| line.action.id.0.as_u128() - 0x900).collect()
}

fn form(year: i32, month: u32) -> MonitoringForm {
    MonitoringForm {
        year,
        revision: 0,
        month,
        remarks: " Bez uwag ".into(),
        decisions: String::new(),
        progress: Vec::new(),
    }
}

fn monitored(desk: &mut Desk, form: MonitoringForm) -> Result<(), RuleError> {
    desk.ask(|book, moment| monitoring::monitor(book, form, moment), |set| set).map(drop)
}

fn of_year(desk: &Desk, year: i32) -> (ActionProgramme, u32) {
    let (programme, revision) = programme(&desk.register, year).unwrap();
    (programme.clone(), revision)
}

#[test]
fn a_year_is_concerned_with_what_was_begun_and_not_yet_done() {
    let given_up = Action { cancelled_reason: Some("Zbędne".into()), ..action(7, "2014-06-30", None) };
    let mut approved = case(8, CaseStatus::InProgress, "2013-12-02", vec![action(8, "2014-12-31", None)]);
    approved.plan_approval = Some(Decision { on: day("2014-01-07"), by: String::new(), signer: None });
    let desk = with(vec![
        case(1, CaseStatus::InProgress, "2013-03-04", vec![action(1, "2013-06-28", None)]),
        case(2, CaseStatus::Effectiveness, "2013-03-05", vec![action(2, "2013-06-28", Some("2013-06-28"))]),
        case(3, CaseStatus::Effectiveness, "2013-03-06", vec![action(3, "2013-12-20", Some("2014-01-02"))]),
        case(4, CaseStatus::Cancelled, "2013-03-07", vec![action(4, "2014-06-30", None)]),
        case(5, CaseStatus::ClosedImported, "2012-03-08", vec![action(5, "2013-06-28", None)]),
        case(6, CaseStatus::Draft, "2013-03-09", vec![action(6, "2014-06-30", None)]),
        case(7, CaseStatus::InProgress, "2013-03-10", vec![given_up]),
        approved,
    ]);
    // A draft is none of it once it has a number of an old register only by accident.
    let without_draft =
        |year| -> Vec<u128> { concerned(&desk, year).into_iter().filter(|number| *number != 6).collect() };
    assert_eq!(without_draft(2012), [5]);
    assert_eq!(without_draft(2013), [5, 1, 2, 3]);
    assert_eq!(without_draft(2014), [1, 3, 8]);
    assert_eq!(without_draft(2015), [1, 8]);
}

#[test]
fn a_month_shows_what_is_planned_partly_done_and_done() {
    let mut desk = with(vec![
        case(1, CaseStatus::InProgress, "2014-01-13", vec![action(1, "2014-06-30", None)]),
        case(2, CaseStatus::Effectiveness, "2014-01-14", vec![action(2, "2014-04-30", Some("2014-05-05"))]),
    ]);
    let at = |number: u128| ActionId(Uuid::from_u128(0x900 + number));
    let progress = |number, percent| Progress { action: at(number), percent };
    monitored(&mut desk, MonitoringForm { progress: vec![progress(1, 0)], ..form(2014, 3) }).unwrap();
    let april =
        MonitoringForm { progress: vec![progress(1, 40), progress(2, 80)], revision: 1, ..form(2014, 4) };
    monitored(&mut desk, april).unwrap();
    let (own, _) = of_year(&desk, 2014);
    let all = lines(&desk.register, 2014);
    let marks = |place: usize| -> Vec<Option<Mark>> {
        (1..=12).map(|month| mark(Some(&own), &all[place], 2014, month)).collect()
    };
    let mut first = vec![None; 12];
    first[3] = Some(Mark::Partly);
    first[5] = Some(Mark::Planned);
    assert_eq!(marks(0), first);
    let mut second = vec![None; 12];
    second[3] = Some(Mark::Partly);
    second[4] = Some(Mark::Done);
    assert_eq!(marks(1), second);
    assert_eq!(mark(None, &all[1], 2014, 4), Some(Mark::Planned));
    assert_eq!(mark(Some(&own), &all[1], 2013, 5), None);
    // Done is 100, else the last that monitoring found, whatever the order in which it was written.
    assert_eq!((percent(Some(&own), &all[0]), percent(Some(&own), &all[1])), (40, 100));
    assert_eq!(percent(None, &all[0]), 0);
    let february = MonitoringForm { progress: vec![progress(1, 90)], revision: 2, ..form(2014, 2) };
    monitored(&mut desk, february).unwrap();
    let (own, _) = of_year(&desk, 2014);
    assert_eq!(percent(Some(&own), &lines(&desk.register, 2014)[0]), 40);
}

#[test]
fn a_month_keeps_its_figures() {
    let mut desk = with(vec![
        case(1, CaseStatus::InProgress, "2014-01-13", vec![action(1, "2014-05-30", None)]),
        case(2, CaseStatus::InProgress, "2014-01-14", vec![action(2, "2014-06-30", Some("2014-06-02"))]),
        case(3, CaseStatus::InProgress, "2014-01-15", vec![action(3, "2014-05-31", Some("2014-05-31"))]),
        case(4, CaseStatus::InProgress, "2014-06-02", vec![action(4, "2014-05-31", None)]),
        case(5, CaseStatus::Cancelled, "2014-01-16", vec![action(5, "2014-01-31", None)]),
        case(6, CaseStatus::Draft, "2014-01-17", vec![action(6, "2014-01-31", None)]),
        case(7, CaseStatus::Analysis, "2014-01-18", vec![action(7, "2014-05-31", None)]),
    ]);
    monitored(&mut desk, form(2014, 5)).unwrap();
    let (own, _) = of_year(&desk, 2014);
    let may = &own.monitoring[0];
    // On 31 May: 1, 2 and 7 open, of which 1 is late and 7 due that day; 3 done. 4 came in June.
    assert_eq!((may.open, may.done, may.overdue), (3, 1, 1));
    assert_eq!((may.on, may.by.as_str(), may.remarks.as_str()), (desk.today, "Pełnomocnik", "Bez uwag"));
    // The running month counts to today: on 2 June 1, 4 and 7 are open, and late; 2 is done.
    monitored(&mut desk, MonitoringForm { revision: 1, ..form(2014, 6) }).unwrap();
    let (own, _) = of_year(&desk, 2014);
    let june = &own.monitoring[1];
    assert_eq!((june.open, june.done, june.overdue), (3, 1, 3));
}

#[test]
fn the_same_month_again_replaces_it_and_months_stand_in_order() {
    let mut desk = with(Vec::new());
    monitored(&mut desk, form(2014, 4)).unwrap();
    monitored(&mut desk, MonitoringForm { revision: 1, ..form(2014, 2) }).unwrap();
    let again = MonitoringForm { revision: 2, remarks: "Poprawione".into(), ..form(2014, 4) };
    monitored(&mut desk, again).unwrap();
    let (own, revision) = of_year(&desk, 2014);
    let told: Vec<(u32, &str)> =
        own.monitoring.iter().map(|entry| (entry.month, entry.remarks.as_str())).collect();
    assert_eq!((told, revision), (vec![(2, "Bez uwag"), (4, "Poprawione")], 3));
    // Another year is a programme of its own.
    monitored(&mut desk, form(2013, 12)).unwrap();
    assert_eq!(of_year(&desk, 2013).0.monitoring.len(), 1);
}

#[test]
fn a_month_that_cannot_be_is_refused() {
    let mut desk = with(Vec::new());
    let mut refuses = |form| rule(&monitored(&mut desk, form).unwrap_err());
    assert_eq!(refuses(form(2014, 7)), "date_in_future");
    assert_eq!(refuses(form(2014, 0)), "date_out_of_range");
    assert_eq!(refuses(form(2014, 13)), "date_out_of_range");
    assert_eq!(refuses(form(1989, 1)), "date_out_of_range");
    assert_eq!(refuses(MonitoringForm { revision: 1, ..form(2014, 5) }), "stale:action_programme");
    let long = "ż".repeat(LONGEST_TEXT + 1);
    assert_eq!(refuses(MonitoringForm { remarks: long.clone(), ..form(2014, 5) }), "text_too_long");
    assert_eq!(refuses(MonitoringForm { decisions: long, ..form(2014, 5) }), "text_too_long");
    let beyond = Progress { action: ActionId(Uuid::nil()), percent: 101 };
    assert_eq!(refuses(MonitoringForm { progress: vec![beyond], ..form(2014, 5) }), "score_beyond_scale");
    assert!(programme(&desk.register, 2014).is_none());
    // The running month itself is not to come.
    monitored(&mut desk, form(2014, 6)).unwrap();
}

#[test]
fn the_representative_monitors_and_the_starosta_approves() {
    let one = || vec![case(1, CaseStatus::InProgress, "2014-01-13", vec![action(1, "2014-06-30", None)])];
    let mut desk = with(one());
    let approve = |desk: &mut Desk, actor: Actor, year, revision| {
        ask_as(desk, actor, |book, moment| monitoring::approve(book, year, revision, moment), |set| set)
            .map(drop)
            .map_err(|error| rule(&error))
    };
    let paper = || recorded(STAROSTA, "2014-01-31");
    assert_eq!(approve(&mut desk, Actor::representative(), 2014, 0), Err("recorded_for_needed".into()));
    assert_eq!(approve(&mut desk, recorded(HEAD, "2014-01-31"), 2014, 0), Err("role_forbidden".into()));
    assert_eq!(approve(&mut desk, paper(), 2012, 0), Err("nothing_planned".into()));
    assert_eq!(approve(&mut desk, paper(), 99_999, 0), Err("date_out_of_range".into()));
    assert_eq!(approve(&mut desk, paper(), 2014, 1), Err("stale:action_programme".into()));
    assert_eq!(approve(&mut desk, paper(), 2014, 0), Ok(()));
    let (own, revision) = of_year(&desk, 2014);
    let approval = own.approval.unwrap();
    assert_eq!((approval.on, approval.by.as_str()), (day("2014-01-31"), "Starosta"));
    assert_eq!(own.approved, [ActionId(Uuid::from_u128(0x901))]);
    assert_eq!(approve(&mut desk, paper(), 2014, revision), Err("already_approved".into()));
    // Monitoring leaves the approval and what it stood on.
    monitored(&mut desk, MonitoringForm { revision, ..form(2014, 5) }).unwrap();
    assert_eq!(of_year(&desk, 2014).0.approved.len(), 1);
    let mut desk = with(one());
    signing_in(&mut desk);
    assert_eq!(approve(&mut desk, signed(STAROSTA, false), 2014, 0), Err("sign_off_needed".into()));
    assert_eq!(approve(&mut desk, signed(PLENIPOTENTIARY, true), 2014, 0), Err("role_forbidden".into()));
    let asked = ask_as(
        &mut desk,
        signed(STAROSTA, true),
        |book, moment| monitoring::monitor(book, form(2014, 5), moment),
        |set| set,
    );
    assert_eq!(rule(&asked.unwrap_err()), "role_forbidden");
    assert_eq!(approve(&mut desk, signed(STAROSTA, true), 2014, 0), Ok(()));
}

#[test]
fn a_quarter_is_reported_once_it_began() {
    let mut desk = with(Vec::new());
    let report = |desk: &mut Desk, quarter, revision, remarks: &str| {
        desk.ask(|book, moment| monitoring::report(book, 2014, revision, quarter, remarks, moment), |set| set)
            .map(drop)
            .map_err(|error| rule(&error))
    };
    assert_eq!(report(&mut desk, 0, 0, ""), Err("date_out_of_range".into()));
    assert_eq!(report(&mut desk, 5, 0, ""), Err("date_out_of_range".into()));
    assert_eq!(report(&mut desk, 3, 0, ""), Err("date_in_future".into()));
    assert_eq!(report(&mut desk, 2, 1, ""), Err("stale:action_programme".into()));
    let long = "ż".repeat(LONGEST_TEXT + 1);
    assert_eq!(report(&mut desk, 2, 0, &long), Err("text_too_long".into()));
    assert_eq!(report(&mut desk, 2, 0, " Drugi "), Ok(()));
    assert_eq!(report(&mut desk, 1, 1, "Pierwszy"), Ok(()));
    assert_eq!(report(&mut desk, 2, 2, "Jeszcze raz"), Ok(()));
    let (own, _) = of_year(&desk, 2014);
    let told: Vec<(u32, &str)> =
        own.reports.iter().map(|report| (report.quarter, report.remarks.as_str())).collect();
    assert_eq!(told, [(1, "Pierwszy"), (2, "Jeszcze raz")]);
    assert_eq!(quarter_days(2014, 1), Some((day("2014-01-01"), day("2014-03-31"))));
    assert_eq!(quarter_days(2016, 4), Some((day("2016-10-01"), day("2016-12-31"))));
    assert_eq!((quarter_days(1989, 4), quarter_days(2014, 5)), (None, None));
}

#[test]
fn figures_count_what_happened_in_their_time() {
    let judged = |case: Case, on: &str, result| {
        let mut case = closed(case, on);
        case.effectiveness.on = Some(day(on));
        case.effectiveness.result = Some(result);
        case
    };
    let late = Action {
        original_due_on: Some(day("2014-02-10")),
        extensions: vec![Extension {
            from: Some(day("2014-02-10")),
            to: day("2014-02-28"),
            reason: "Choroba".into(),
            asked_on: day("2014-02-05"),
            decided_on: day("2014-02-06"),
            decided_by: String::new(),
            signer: None,
            late: false,
        }],
        ..action(2, "2014-02-28", Some("2014-02-20"))
    };
    let effective = CaseStatus::ClosedEffective;
    let desk = with(vec![
        // Closed in the quarter after 10, 41 and 60 days; the second kept only its moved date.
        judged(
            case(1, effective, "2014-01-01", vec![action(1, "2014-01-10", Some("2014-01-10"))]),
            "2014-01-11",
            Effect::Effective,
        ),
        judged(case(2, effective, "2014-01-20", vec![late]), "2014-03-02", Effect::Effective),
        judged(
            case(
                3,
                CaseStatus::ClosedIneffective,
                "2014-01-30",
                vec![action(3, "2014-03-01", Some("2014-03-02"))],
            ),
            "2014-03-31",
            Effect::Ineffective,
        ),
        // Open at the end: one late, one in time; one closed after it.
        case(4, CaseStatus::InProgress, "2013-11-04", vec![action(4, "2014-03-30", None)]),
        case(5, CaseStatus::InProgress, "2014-03-31", vec![action(5, "2014-03-31", None)]),
        closed(
            case(6, effective, "2014-02-03", vec![action(6, "2014-02-28", Some("2014-02-28"))]),
            "2014-04-01",
        ),
        // Counted nowhere: cancelled, drafts, later ones.
        closed(case(7, CaseStatus::Cancelled, "2014-02-04", Vec::new()), "2014-02-05"),
        case(8, CaseStatus::Draft, "2014-02-04", Vec::new()),
        case(9, CaseStatus::Registered, "2014-04-01", Vec::new()),
    ]);
    let (from, to) = quarter_days(2014, 1).unwrap();
    let found = figures(&desk.register, from, to);
    assert_eq!((found.opened, found.closed, found.open, found.overdue), (5, 3, 3, 1));
    assert_eq!((found.mean_days, found.median_days), (Some(37.0), Some(41.0)));
    assert_eq!((found.timed, found.on_time_original, found.on_time_current), (3, 1, 2));
    assert_eq!((found.effective, found.ineffective), (2, 1));
    let before = figures(&desk.register, day("2013-01-01"), day("2013-10-31"));
    assert_eq!(before, monitoring::Figures::default());
}
