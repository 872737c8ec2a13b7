//! The desk: what burns, what comes, what waits.

use capa_core::domain::acting::Acting;
use capa_core::domain::case::{Case, CaseStatus};
use capa_core::domain::facts::{self, Late};
use capa_core::domain::monitoring;
use capa_core::register::query::Filter;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::certificate::{AuditLine, CertificateView};
use super::list::CaseRow;
use super::requests::CaseFilter;
use super::summary::ReadinessSummary;

/// How far ahead "due soon" looks, in days.
const SOON_DAYS: u32 = 14;
/// The desk shows this many things to do; the rest stands behind the figures.
const TODO_SHOWN: usize = 12;

#[derive(Debug, Serialize, TS)]
pub struct Figure {
    #[ts(type = "FigureKey")]
    pub key: &'static str,
    pub count: u32,
    /// The list behind the figure.
    pub filter: CaseFilter,
}

#[derive(Debug, Serialize, TS)]
pub struct TodoItem {
    pub row: CaseRow,
    #[ts(
        type = "\"overdue\" | \"review_late\" | \"plan_late\" | \"answer_late\" | \"due_soon\" | \"to_complete\""
    )]
    pub why: &'static str,
    /// The day it is about: when the case, the review, the plan or the answer is or was due.
    pub on: Option<NaiveDate>,
}

#[derive(Debug, Serialize, TS)]
pub struct MonthFigures {
    pub month: u32,
    pub opened: u32,
    pub closed: u32,
    /// Cases open and past their due date at the month's end; today for the running month.
    pub overdue: u32,
}

/// How many cases of the year were carried out on time, against the dates first agreed and those in force.
#[derive(Debug, Default, Serialize, TS)]
pub struct OnTimeFigures {
    pub done: u32,
    pub original: u32,
    pub current: u32,
}

/// Everything the desk shows.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Dashboard {
    pub today: NaiveDate,
    pub audit: Option<AuditLine>,
    pub figures: Vec<Figure>,
    pub cycle: CertificateView,
    pub todo: Vec<TodoItem>,
    pub todo_total: u32,
    pub year: i32,
    pub months: Vec<MonthFigures>,
    pub on_time: OnTimeFigures,
    pub readiness: ReadinessSummary,
}

impl Dashboard {
    /// The desk on a day, its months of one year.
    pub fn of(shown: &Shown<'_>, acting: &Acting, year: Option<i32>) -> Self {
        let year =
            year.unwrap_or_else(|| shown.register.years().first().copied().unwrap_or(shown.today.year()));
        let todo = todo(shown);
        let readiness = ReadinessSummary::of(shown);
        Self {
            today: shown.today,
            audit: AuditLine::of(shown, readiness.clone()),
            figures: figures(shown),
            cycle: CertificateView::of(shown, acting),
            todo_total: count(todo.len()),
            todo: todo
                .into_iter()
                .take(TODO_SHOWN)
                .map(|((_, _, on), why, case)| TodoItem { row: CaseRow::of(case, shown), why, on })
                .collect(),
            year,
            months: months(shown, year),
            on_time: on_time(shown, year),
            readiness,
        }
    }
}

fn figures(shown: &Shown<'_>) -> Vec<Figure> {
    let filters = [
        ("overdue", Filter { overdue: true, ..Filter::default() }),
        ("due_soon", Filter { due_within_days: Some(SOON_DAYS), ..Filter::default() }),
        ("to_verify", Filter { statuses: vec![CaseStatus::Implemented], ..Filter::default() }),
        ("to_judge", Filter { statuses: vec![CaseStatus::Effectiveness], ..Filter::default() }),
        ("to_complete", Filter { to_complete: true, ..Filter::default() }),
    ];
    filters
        .into_iter()
        .map(|(key, filter)| Figure {
            key,
            count: count(shown.register.count(&filter, shown.today)),
            filter: CaseFilter::of(&filter),
        })
        .collect()
}

/// Rank, days to the day it is about, that day.
type Pressing = (u8, i64, Option<NaiveDate>);

/// What to do, the most pressing first: rank, reason, case.
fn todo<'a>(shown: &Shown<'a>) -> Vec<(Pressing, &'static str, &'a Case)> {
    let cases = shown.register.cases().map(|stood| &stood.record);
    let mut found: Vec<_> =
        cases.filter_map(|case| pressing(case, shown).map(|(rank, why)| (rank, why, case))).collect();
    found.sort_by(|a, b| (a.0, &a.2.number).cmp(&(b.0, &b.2.number)));
    found
}

fn pressing(case: &Case, shown: &Shown<'_>) -> Option<(Pressing, &'static str)> {
    let since =
        |day: Option<NaiveDate>| day.map_or(0, |day| day.signed_duration_since(shown.today).num_days());
    let on = |rank: u8, day: Option<NaiveDate>| (rank, since(day), day);
    if case.is_overdue(shown.today) {
        return Some((on(0, case.due_on()), "overdue"));
    }
    let late = facts::late(case, shown.today);
    if late.contains(&Late::Answer) {
        let due_on = case.external.as_ref().and_then(|external| external.answer_due_on);
        return Some((on(1, due_on), "answer_late"));
    }
    if late.contains(&Late::Review) {
        return Some((on(2, case.effectiveness.due_on), "review_late"));
    }
    if late.contains(&Late::Plan) {
        return Some((on(3, case.plan_due_on), "plan_late"));
    }
    let days = case.due_on().map(|day| shown.days_to(day));
    if case.status.can_be_overdue() && days.is_some_and(|days| days <= i32::try_from(SOON_DAYS).unwrap_or(14))
    {
        return Some((on(4, case.due_on()), "due_soon"));
    }
    facts::to_complete(case).then_some(((5, 0, None), "to_complete"))
}

fn on_time(shown: &Shown<'_>, year: i32) -> OnTimeFigures {
    let mut figures = OnTimeFigures::default();
    let of_year = shown.register.cases().map(|stood| &stood.record);
    for kept in of_year.filter(|case| facts::year(case) == Some(year)).filter_map(facts::on_time) {
        figures.done += 1;
        figures.original += u32::from(kept.original);
        figures.current += u32::from(kept.current);
    }
    figures
}

fn months(shown: &Shown<'_>, year: i32) -> Vec<MonthFigures> {
    let mut months: Vec<MonthFigures> =
        (1..=12).map(|month| MonthFigures { month, opened: 0, closed: 0, overdue: 0 }).collect();
    let ends: Vec<Option<NaiveDate>> = (1..=12).map(|month| end_of_month(year, month, shown.today)).collect();
    for case in shown.register.cases().map(|stood| &stood.record) {
        let closed_on = monitoring::closed_on(case);
        for (figures, end) in months.iter_mut().zip(&ends) {
            let inside =
                |day: Option<NaiveDate>| day.is_some_and(|d| d.year() == year && d.month() == figures.month);
            figures.opened += u32::from(inside(case.registered_on.or(case.reported_on)));
            figures.closed += u32::from(inside(closed_on));
            figures.overdue += u32::from(end.is_some_and(|end| facts::was_overdue(case, closed_on, end)));
        }
    }
    months
}

/// The last day of a month, today in the running one, none in the future.
fn end_of_month(year: i32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let end = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
    if first > today { None } else { Some(end.min(today)) }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
