//! The yearly programme of actions, monitored all year.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};

use super::super::{Ground, Outcome, Reason, Why};
use super::not_applicable;
use crate::domain::action_programme::ActionProgramme;
use crate::domain::case::Case;
use crate::domain::confirmation::CheckResult::{Fail, Ok, Warning};
use crate::domain::monitoring::{closed_on, figures};
use crate::domain::shelf::all;

/// Year and month, or year and quarter.
type Part = (i32, u32);

/// The programme was monitored each month of the period, or each quarter of it; with what was done and how timely.
pub fn r28(ground: &Ground<'_>) -> Outcome {
    let months = full_months(ground.from, ground.today);
    if months.is_empty() {
        return not_applicable(Why::NoFullMonth);
    }
    let (monitored, reported) = written(ground);
    let covered: BTreeSet<Part> = monitored.iter().map(|month| quarter_of(*month)).chain(reported).collect();
    let open: Vec<Part> = months.iter().filter(|month| !monitored.contains(month)).copied().collect();
    let bare: Vec<Part> =
        open.iter().filter(|month| !covered.contains(&quarter_of(**month))).copied().collect();
    let any = months.iter().any(|month| covered.contains(&quarter_of(*month)));
    let counted = |why| Reason::of(why).count(months.len() - open.len()).of_all(months.len());
    let (result, reason) = if open.is_empty() {
        (Ok, counted(Why::MonthsMonitored))
    } else if bare.is_empty() {
        (Ok, counted(Why::QuartersMonitored))
    } else if any {
        let names = bare.iter().map(|(year, month)| format!("{month:02}/{year}"));
        let reason = Reason::of(Why::MonthsUnmonitored).count(bare.len()).of_all(months.len());
        (Warning, reason.names(names))
    } else {
        (Fail, Reason::of(Why::NothingMonitored))
    };
    Outcome { result, reasons: std::iter::once(reason).chain(progress(ground)).collect() }
}

/// The calendar months that lie in the period from the first to the last day.
fn full_months(from: NaiveDate, today: NaiveDate) -> Vec<Part> {
    let next = |first: NaiveDate| first.checked_add_months(Months::new(1));
    let this_month = from.with_day(1);
    let first = if from.day() == 1 { this_month } else { this_month.and_then(next) };
    std::iter::successors(first, |first| next(*first))
        .take_while(|first| next(*first).and_then(|end| end.pred_opt()).is_some_and(|last| last <= today))
        .map(|first| (first.year(), first.month()))
        .collect()
}

fn quarter_of((year, month): Part) -> Part {
    (year, month.saturating_sub(1) / 3 + 1)
}

/// The months that were monitored by the day, and the quarters that were reported.
fn written(ground: &Ground<'_>) -> (BTreeSet<Part>, BTreeSet<Part>) {
    let (mut monitored, mut reported) = (BTreeSet::new(), BTreeSet::new());
    for (programme, _) in all::<ActionProgramme>(ground.book) {
        let entries = programme.monitoring.iter().filter(|entry| entry.on <= ground.today);
        monitored.extend(entries.map(|entry| (programme.year, entry.month)));
        let reports = programme.reports.iter().filter(|report| report.on <= ground.today);
        reported.extend(reports.map(|report| (programme.year, report.quarter)));
    }
    (monitored, reported)
}

/// How much was closed in the period, and how much of that on time.
fn progress(ground: &Ground<'_>) -> Vec<Reason> {
    let figures = figures(ground.book, ground.from, ground.today);
    let number = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
    let closed: Vec<&Case> = ground.standing().filter(|case| ground.in_period(closed_on(case))).collect();
    let done = Reason::of(Why::ClosedInPeriod).count(number(figures.closed));
    let on_time = Reason::of(Why::OnTimeInPeriod).count(number(figures.on_time_current));
    let timed = (figures.timed > 0).then(|| on_time.of_all(number(figures.timed)));
    let done = done.of_all(number(figures.closed + figures.open)).cases(closed);
    std::iter::once(done).chain(timed).collect()
}
