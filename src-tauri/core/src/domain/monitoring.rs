//! The yearly programme of actions: its lines from the register, its approval, its monitoring month by month and
//! the quarterly report (the field's "all year, constantly monitored").

use chrono::{Datelike, Months, NaiveDate};

use super::acting::{Task, permit, sign_off};
use super::action::Action;
use super::action_programme::{ActionProgramme, Monitoring, Progress, QuarterReport};
use super::book::Book;
use super::case::{Case, CaseStatus, Decision, Effect};
use super::change::{Change, ChangeSet, Moment};
use super::draft::{LONGEST_TEXT, check_year};
use super::facts;
use super::ids::{ActionId, fresh};
use super::rule::{Rule, RuleError};
use super::shelf::{Shelved, all};

/// A line of the programme: an action of the register that the year is concerned with.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its case.
    pub case: &'a Case,
    /// The action.
    pub action: &'a Action,
}

/// How a month of a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// ○ to be done in that month.
    Planned,
    /// ◐ monitoring found it done in part.
    Partly,
    /// ● done in that month.
    Done,
}

/// The programme of a year, if one was begun.
pub fn programme(book: &dyn Book, year: i32) -> Option<(&ActionProgramme, u32)> {
    all::<ActionProgramme>(book).find(|(programme, _)| programme.year == year)
}

/// The actions that a year is concerned with: due, done or still open in it. Given up ones and those of cancelled
/// cases are left out.
pub fn lines(book: &dyn Book, year: i32) -> Vec<Line<'_>> {
    let mut found: Vec<Line<'_>> = book
        .cases()
        .filter(|case| case.number.is_some() && case.status != CaseStatus::Cancelled)
        .flat_map(|case| case.actions.iter().map(move |action| Line { case, action }))
        .filter(|line| concerns(line, year))
        .collect();
    found.sort_by_key(|line| (line.case.registered_on, line.case.number.clone(), line.action.due_on));
    found
}

fn concerns(line: &Line<'_>, year: i32) -> bool {
    let (case, action) = (line.case, line.action);
    if action.cancelled_reason.is_some() {
        return false;
    }
    let began = case.plan_approval.as_ref().map(|approval| approval.on).or(case.registered_on);
    let begins = began.or(action.original_due_on).or(action.due_on).map(|on| on.year());
    let ends = match action.done_on {
        Some(done_on) => Some(done_on.year()),
        None if case.status.is_closed() => action.due_on.map(|on| on.year()),
        // Nobody knows when an open action will be done.
        None => Some(i32::MAX),
    };
    begins.is_none_or(|first| first <= year) && ends.is_none_or(|last| last >= year)
}

/// How a month of a line stands.
pub fn mark(programme: Option<&ActionProgramme>, line: &Line<'_>, year: i32, month: u32) -> Option<Mark> {
    let inside = |on: Option<NaiveDate>| on.is_some_and(|on| on.year() == year && on.month() == month);
    if inside(line.action.done_on) {
        return Some(Mark::Done);
    }
    let noted =
        progress_in(programme, line.action.id).filter(|(of, _)| *of == month).map(|(_, it)| it.percent);
    if noted.last().is_some_and(|percent| percent > 0) {
        return Some(Mark::Partly);
    }
    inside(line.action.due_on).then_some(Mark::Planned)
}

fn progress_in(
    programme: Option<&ActionProgramme>,
    action: ActionId,
) -> impl Iterator<Item = (u32, Progress)> {
    let entries = programme.into_iter().flat_map(|programme| programme.monitoring.iter());
    entries.flat_map(move |entry| {
        entry.progress.iter().filter(move |it| it.action == action).map(|it| (entry.month, *it))
    })
}

/// How far a line is, in percent: done is 100, else what monitoring found last.
pub fn percent(programme: Option<&ActionProgramme>, line: &Line<'_>) -> u32 {
    if line.action.is_done() {
        return 100;
    }
    progress_in(programme, line.action.id).map(|(_, it)| it.percent).last().unwrap_or(0)
}

/// What is written into a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonitoringForm {
    /// The year of the programme.
    pub year: i32,
    /// The revision of the programme that was seen; 0 when there was none.
    pub revision: u32,
    /// The month, 1..=12.
    pub month: u32,
    /// Remarks.
    pub remarks: String,
    /// Decisions.
    pub decisions: String,
    /// How far single actions are.
    pub progress: Vec<Progress>,
}

/// Writes the monitoring of a month, with the figures as they stand; the same month again replaces it. The programme
/// of the year is begun where there is none.
///
/// # Errors
/// Another role does this; changed meanwhile; a month that is none or still to come; a percentage beyond 100; a text
/// too long.
pub fn monitor(
    book: &dyn Book,
    form: MonitoringForm,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let acting = permit(book, Task::Monitor, moment)?;
    let first = NaiveDate::from_ymd_opt(form.year, form.month, 1);
    let first = first.ok_or(RuleError::refused(Rule::DateOutOfRange))?;
    check_year(first)?;
    if first > moment.today {
        return Err(RuleError::with(Rule::DateInFuture, "date", first.to_string()));
    }
    fits("remarks", &form.remarks)?;
    fits("decisions", &form.decisions)?;
    if form.progress.iter().any(|it| it.percent > 100) {
        return Err(RuleError::refused(Rule::ScoreBeyondScale));
    }
    let (before, mut after) = begun(book, form.year, form.revision, moment)?;
    let state = state(book.cases(), first, moment.today);
    after.monitoring.retain(|entry| entry.month != form.month);
    after.monitoring.push(Monitoring {
        month: form.month,
        on: acting.on,
        by: acting.name.clone(),
        signer: Some(acting.signer()),
        open: state.open,
        done: state.done,
        overdue: state.overdue,
        remarks: form.remarks.trim().to_string(),
        decisions: form.decisions.trim().to_string(),
        progress: form.progress,
    });
    after.monitoring.sort_by_key(|entry| entry.month);
    written(before, after, "actions_monitored", moment)
}

/// Actions open and overdue at the end of a month (today in the running one), and those done in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Open at the end.
    pub open: u32,
    /// Done in the month.
    pub done: u32,
    /// Of the open ones, past their date.
    pub overdue: u32,
}

/// How the actions of those cases stand in the month that begins on `first`, told on `today`.
pub fn state<'a>(cases: impl Iterator<Item = &'a Case>, first: NaiveDate, today: NaiveDate) -> State {
    let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
    let day = last.unwrap_or(today).min(today);
    let mut state = State { open: 0, done: 0, overdue: 0 };
    let known = cases.filter(|case| {
        case.status != CaseStatus::Draft
            && case.status != CaseStatus::Cancelled
            && case.registered_on.is_none_or(|on| on <= day)
    });
    let actions = known.flat_map(|case| case.actions.iter().map(move |action| (case, action)));
    for (case, action) in actions.filter(|(_, action)| action.cancelled_reason.is_none()) {
        match action.done_on {
            Some(on) if on >= first && on <= day => state.done += 1,
            Some(on) if on <= day => {}
            Some(_) | None if case.status.is_closed() && action.done_on.is_none() => {}
            Some(_) | None => {
                state.open += 1;
                state.overdue += u32::from(action.due_on.is_some_and(|due| due < day));
            }
        }
    }
    state
}

/// The Starosta approves the programme of a year as it stands.
///
/// # Errors
/// Another role does this, or no paper of hers is named; no password where one is asked; approved already; changed
/// meanwhile; no action in it.
pub fn approve(
    book: &dyn Book,
    year: i32,
    revision: u32,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let acting = sign_off(book, Task::ApproveProgramme, moment)?;
    let (before, mut after) = begun(book, year, revision, moment)?;
    if after.approval.is_some() {
        return Err(RuleError::refused(Rule::AlreadyApproved));
    }
    let actions: Vec<ActionId> = lines(book, year).iter().map(|line| line.action.id).collect();
    if actions.is_empty() {
        return Err(RuleError::refused(Rule::NothingPlanned));
    }
    after.approval = Some(Decision { on: acting.on, by: acting.name.clone(), signer: Some(acting.signer()) });
    after.approved = actions;
    written(before, after, "action_programme_approved", moment)
}

/// Writes down that the report of a quarter was handed to the Starosta; the same quarter again replaces it.
///
/// # Errors
/// Another role does this; changed meanwhile; a quarter that is none or has not begun; a text too long.
pub fn report(
    book: &dyn Book,
    year: i32,
    revision: u32,
    quarter: u32,
    remarks: &str,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let acting = permit(book, Task::Monitor, moment)?;
    let (from, _) = quarter_days(year, quarter).ok_or(RuleError::refused(Rule::DateOutOfRange))?;
    if from > moment.today {
        return Err(RuleError::with(Rule::DateInFuture, "date", from.to_string()));
    }
    fits("remarks", remarks)?;
    let (before, mut after) = begun(book, year, revision, moment)?;
    after.reports.retain(|report| report.quarter != quarter);
    after.reports.push(QuarterReport {
        quarter,
        on: acting.on,
        by: acting.name.clone(),
        signer: Some(acting.signer()),
        remarks: remarks.trim().to_string(),
    });
    after.reports.sort_by_key(|report| report.quarter);
    written(before, after, "quarter_reported", moment)
}

fn fits(field: &'static str, text: &str) -> Result<(), RuleError> {
    if text.chars().count() <= LONGEST_TEXT {
        return Ok(());
    }
    Err(RuleError::with(Rule::TextTooLong, "field", field))
}

type Before<'a> = Option<(&'a ActionProgramme, u32)>;

fn begun<'a>(
    book: &'a dyn Book,
    year: i32,
    revision: u32,
    moment: &mut Moment<'_>,
) -> Result<(Before<'a>, ActionProgramme), RuleError> {
    check_year(NaiveDate::from_ymd_opt(year, 1, 1).ok_or(RuleError::refused(Rule::DateOutOfRange))?)?;
    let before = programme(book, year);
    if before.map_or(0, |(_, stands)| stands) != revision {
        return Err(RuleError::Stale { what: "action_programme" });
    }
    let after = match before {
        Some((programme, _)) => programme.clone(),
        None => ActionProgramme {
            id: fresh(moment.ids),
            year,
            approval: None,
            approved: Vec::new(),
            monitoring: Vec::new(),
            reports: Vec::new(),
        },
    };
    Ok((before, after))
}

fn written(
    before: Before<'_>,
    after: ActionProgramme,
    what: &str,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let change = match before {
        Some((before, revision)) => {
            Change::replace(&before.clone().into_record(), revision, &after.into_record())?
        }
        None => Change::create(&after.into_record())?,
    };
    Ok(ChangeSet::of(moment, what, None, vec![change]))
}

/// First and last day of a quarter.
pub fn quarter_days(year: i32, quarter: u32) -> Option<(NaiveDate, NaiveDate)> {
    if !(1..=4).contains(&quarter) {
        return None;
    }
    let from = NaiveDate::from_ymd_opt(year, (quarter - 1) * 3 + 1, 1)?;
    check_year(from).ok()?;
    Some((from, from.checked_add_months(Months::new(3))?.pred_opt()?))
}

/// The figures of a report over a time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// Cases registered in the time.
    pub opened: u32,
    /// Cases closed in the time, cancelled ones apart.
    pub closed: u32,
    /// Cases open at its end.
    pub open: u32,
    /// Of those, past a due date at its end.
    pub overdue: u32,
    /// Mean days from registration to closing, of those closed in the time.
    pub mean_days: Option<f64>,
    /// Median of the same.
    pub median_days: Option<f64>,
    /// Cases closed in the time of which it is known whether they were on time.
    pub timed: u32,
    /// Of those, on time by the dates first agreed.
    pub on_time_original: u32,
    /// Of those, on time by the dates in force.
    pub on_time_current: u32,
    /// Judged effective in the time.
    pub effective: u32,
    /// Judged ineffective in the time.
    pub ineffective: u32,
}

/// The figures from a day to a day, both counted.
pub fn figures(book: &dyn Book, from: NaiveDate, to: NaiveDate) -> Figures {
    let inside = |on: Option<NaiveDate>| on.is_some_and(|on| on >= from && on <= to);
    let mut figures = Figures::default();
    let mut days = Vec::new();
    for case in book.cases().filter(|case| counts(case)) {
        let closed_on = closed_on(case);
        figures.opened += u32::from(inside(case.registered_on));
        if inside(closed_on) {
            figures.closed += 1;
            let taken = case.registered_on.zip(closed_on);
            days.extend(taken.map(|(first, last)| last.signed_duration_since(first).num_days()));
            if let Some(kept) = facts::on_time(case) {
                figures.timed += 1;
                figures.on_time_original += u32::from(kept.original);
                figures.on_time_current += u32::from(kept.current);
            }
        }
        if inside(case.effectiveness.on) {
            figures.effective += u32::from(case.effectiveness.result == Some(Effect::Effective));
            figures.ineffective += u32::from(case.effectiveness.result == Some(Effect::Ineffective));
        }
        if stood_open(case, to) {
            figures.open += 1;
            figures.overdue += u32::from(facts::was_overdue(case, closed_on, to));
        }
    }
    days.sort_unstable();
    figures.mean_days = mean(&days);
    figures.median_days = median(&days);
    figures
}

/// Whether the figures of a report count a case: drafts and cancelled ones are left out.
pub fn counts(case: &Case) -> bool {
    !matches!(case.status, CaseStatus::Draft | CaseStatus::Cancelled)
}

/// Whether a case of the register was open at the end of a day. One that a register brought in without a date was
/// there all the time.
pub fn stood_open(case: &Case, day: NaiveDate) -> bool {
    let known = counts(case) && case.registered_on.is_none_or(|on| on <= day);
    let closed_on = closed_on(case);
    let unknown_end = case.status.is_closed() && closed_on.is_none();
    known && !unknown_end && closed_on.is_none_or(|on| on > day)
}

/// The day a case was closed, whichever way.
pub fn closed_on(case: &Case) -> Option<NaiveDate> {
    let closure = case.closure.as_ref().map(|closure| closure.on);
    closure.or_else(|| case.no_action.as_ref().map(|decision| decision.on))
}

fn mean(days: &[i64]) -> Option<f64> {
    let count = i32::try_from(days.len()).ok().filter(|count| *count > 0)?;
    let sum = i32::try_from(days.iter().sum::<i64>()).ok()?;
    Some(f64::from(sum) / f64::from(count))
}

fn median(days: &[i64]) -> Option<f64> {
    let middle = days.len() / 2;
    let at = |place: usize| days.get(place).and_then(|day| i32::try_from(*day).ok()).map(f64::from);
    if days.is_empty() {
        None
    } else if days.len() % 2 == 1 {
        at(middle)
    } else {
        Some((at(middle - 1)? + at(middle)?) / 2.0)
    }
}
