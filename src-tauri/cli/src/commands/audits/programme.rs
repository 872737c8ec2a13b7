//! `programme`: the yearly programmes of internal audits and of actions.

use capa_core::domain::action_programme::{Monitoring, QuarterReport};
use capa_core::domain::audits::planning::{Cell, ProgrammeForm, cell};
use capa_core::domain::book::Standing;
use capa_core::domain::case::Decision;
use capa_core::domain::ids::ActionId;
use capa_core::domain::monitoring::{self, Figures, Mark, MonitoringForm};
use capa_core::domain::programme::{AuditProgramme, ProgrammeLine};
use capa_core::domain::shelf::all;
use capa_core::register::Register;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::answer::Answer;
use crate::args::{
    ActionProgrammeArguments, ActionProgrammeCommand, AuditProgrammeArguments, AuditProgrammeCommand,
    ProgrammeCommand,
};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::{short, table};
use crate::words::quality;

const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
/// How much of an action a line of the table shows.
const SHOWN_ACTION: usize = 40;

/// Shows a programme, or does what was asked with it.
pub fn programme(folder: &Folder, asked: &ProgrammeCommand) -> Result<Answer, Failure> {
    match asked {
        ProgrammeCommand::Audits(asked) => audits(folder, asked),
        ProgrammeCommand::Actions(asked) => actions(folder, asked),
    }
}

/// Who approved a programme, and when.
#[derive(Serialize)]
struct Approved {
    on: NaiveDate,
    by: String,
}

fn approved(book: &Asked, approval: Option<&Decision>) -> Option<Approved> {
    approval.map(|it| Approved { on: it.on, by: book.text(&it.by) })
}

fn approval_text(book: &Asked, approval: Option<&Approved>) -> String {
    let labels = quality::of(book.lang);
    match approval {
        Some(it) => format!("{} {}, {}", labels.approved, book.day(Some(it.on)), it.by),
        None => labels.not_approved.to_string(),
    }
}

#[derive(Serialize)]
struct AuditYear {
    year: i32,
    approved: Option<Approved>,
    note: String,
    lines: Vec<ProcessLine>,
}

#[derive(Serialize)]
struct ProcessLine {
    process: String,
    /// Planned months, 1 to 12.
    months: Vec<u32>,
    /// How each month stands; none where nothing is planned and nothing was held.
    cells: Vec<Option<Cell>>,
}

fn of_year(register: &Register, year: i32) -> Option<Standing<'_, AuditProgramme>> {
    all::<AuditProgramme>(register).find(|(programme, _)| programme.year == year)
}

fn audits(folder: &Folder, asked: &AuditProgrammeArguments) -> Result<Answer, Failure> {
    match &asked.what {
        None => {
            let book = folder.ask()?;
            audit_year(&book, asked.year.unwrap_or(book.today.year()))
        }
        Some(AuditProgrammeCommand::Plan { line, note, reason }) => {
            let mut app = folder.open_begun()?;
            let year = asked.year.unwrap_or_else(|| app.today().year());
            let form = form(folder, app.register(), (year, line, note.as_ref(), reason))?;
            app.save_audit_programme(form).map_err(|error| folder.failure(error))?;
            audit_year(&Asked::after(&app, folder.lang), year)
        }
        Some(AuditProgrammeCommand::Approve(paper)) => {
            let mut app = folder.open_held("audit_programme")?;
            let year = asked.year.unwrap_or_else(|| app.today().year());
            let missing =
                || Failure::with("not_found", folder.lang, vec![("what", "audit_programme".into())]);
            let (programme, revision) = of_year(app.register(), year).ok_or_else(missing)?;
            let id = programme.id;
            let standing = Lookup::of(app.register(), folder.lang).standing(paper, folder.password())?;
            app.approve_audit_programme(id, revision, &standing).map_err(|error| folder.failure(error))?;
            audit_year(&Asked::after(&app, folder.lang), year)
        }
    }
}

type Planned<'a> = (i32, &'a [(String, Vec<u32>)], Option<&'a String>, &'a str);

/// The programme as it stands with the lines that were named.
fn form(
    folder: &Folder,
    register: &Register,
    (year, named, note, reason): Planned<'_>,
) -> Result<ProgrammeForm, Failure> {
    let lookup = Lookup::of(register, folder.lang);
    let before = of_year(register, year);
    let mut lines = before.map(|(programme, _)| programme.lines.clone()).unwrap_or_default();
    for (code, months) in named {
        let process = lookup.process(code)?;
        let line = ProgrammeLine { process, months: months.clone() };
        match lines.iter_mut().find(|line| line.process == process) {
            Some(known) => *known = line,
            None => lines.push(line),
        }
    }
    let kept = before.map(|(programme, _)| programme.note.clone()).unwrap_or_default();
    Ok(ProgrammeForm {
        at: before.map(|(programme, revision)| (programme.id, revision)),
        year,
        lines,
        note: note.cloned().unwrap_or(kept),
        reason: reason.to_string(),
    })
}

fn audit_year(book: &Asked, year: i32) -> Result<Answer, Failure> {
    let labels = quality::of(book.lang);
    let found = of_year(&book.register, year).map(|(programme, _)| programme);
    let Some(programme) = found else {
        let none = AuditYear { year, approved: None, note: String::new(), lines: Vec::new() };
        return Answer::new(&none, labels.no_programme.into());
    };
    let line = |line: &ProgrammeLine| ProcessLine {
        process: book.process(Some(line.process)).unwrap_or_default(),
        months: line.months.clone(),
        cells: (1..=12)
            .map(|month| cell(&book.register, programme, line.process, month, book.today))
            .collect(),
    };
    let told = AuditYear {
        year,
        approved: approved(book, programme.approval.as_ref()),
        note: book.text(&programme.note),
        lines: programme.lines.iter().map(line).collect(),
    };
    let sign = |cell: &Option<Cell>| match cell {
        Some(Cell::Planned) => "○",
        Some(Cell::Scheduled) => "◐",
        Some(Cell::Held) => "●",
        Some(Cell::Missed) => "!",
        None => "",
    };
    let row = |line: &ProcessLine| {
        std::iter::once(line.process.clone())
            .chain(line.cells.iter().map(|it| sign(it).to_string()))
            .collect()
    };
    let lines: Vec<Vec<String>> = told.lines.iter().map(row).collect();
    let headers: Vec<&str> = std::iter::once(labels.processes).chain(MONTHS).collect();
    let state = approval_text(book, told.approved.as_ref());
    let text = format!("{} {year}: {state}\n\n{}", labels.audit_programme, table(&headers, &lines));
    Answer::new(&told, text)
}

#[derive(Serialize)]
struct ActionYear {
    year: i32,
    approved: Option<Approved>,
    lines: Vec<ActionLine>,
    monitoring: Vec<Month>,
    quarters: Vec<Quarter>,
}

#[derive(Serialize)]
struct ActionLine {
    action: ActionId,
    number: Option<String>,
    what: String,
    owner: Option<String>,
    due_on: Option<NaiveDate>,
    done_on: Option<NaiveDate>,
    percent: u32,
    /// Stood in the programme when it was approved.
    approved: bool,
    marks: Vec<Option<Mark>>,
}

#[derive(Serialize)]
struct Month {
    month: u32,
    on: NaiveDate,
    by: String,
    open: u32,
    done: u32,
    overdue: u32,
    remarks: String,
    decisions: String,
}

#[derive(Serialize)]
struct Quarter {
    quarter: u32,
    from: NaiveDate,
    to: NaiveDate,
    opened: u32,
    closed: u32,
    open: u32,
    overdue: u32,
    mean_days: Option<f64>,
    median_days: Option<f64>,
    timed: u32,
    on_time_original: u32,
    on_time_current: u32,
    effective: u32,
    ineffective: u32,
    reported_on: Option<NaiveDate>,
    reported_by: Option<String>,
}

fn actions(folder: &Folder, asked: &ActionProgrammeArguments) -> Result<Answer, Failure> {
    let Some(what) = &asked.what else {
        let book = folder.ask()?;
        return action_year(&book, asked.year.unwrap_or(book.today.year()));
    };
    let mut app = folder.open_held("action_programme")?;
    let year = asked.year.unwrap_or_else(|| app.today().year());
    let revision = monitoring::programme(app.register(), year).map_or(0, |(_, revision)| revision);
    let lookup = Lookup::of(app.register(), folder.lang);
    let done = match what {
        ActionProgrammeCommand::Approve(paper) => {
            let standing = lookup.standing(paper, folder.password())?;
            app.approve_action_programme(year, revision, &standing)
        }
        ActionProgrammeCommand::Monitor { month, remarks, decisions, progress } => {
            let lines = monitoring::lines(app.register(), year);
            let progress = progress.iter().map(|it| lookup.progress(&lines, it));
            let progress = progress.collect::<Result<Vec<_>, Failure>>()?;
            let (remarks, decisions) = (remarks.clone(), decisions.clone());
            let form = MonitoringForm { year, revision, month: *month, remarks, decisions, progress };
            app.monitor_actions(form)
        }
        ActionProgrammeCommand::Report { quarter, remarks } => {
            app.report_quarter(year, revision, *quarter, remarks)
        }
    };
    done.map_err(|error| folder.failure(error))?;
    action_year(&Asked::after(&app, folder.lang), year)
}

fn action_year(book: &Asked, year: i32) -> Result<Answer, Failure> {
    let begun = monitoring::programme(&book.register, year).map(|(programme, _)| programme);
    let lines = monitoring::lines(&book.register, year);
    let known = lines.iter().filter(|line| book.knows(line.case));
    let line = |line: &monitoring::Line<'_>| ActionLine {
        action: line.action.id,
        number: line.case.number.clone(),
        what: book.text(&line.action.what),
        owner: book.post(line.action.owner),
        due_on: line.action.due_on,
        done_on: line.action.done_on,
        percent: monitoring::percent(begun, line),
        approved: begun.is_some_and(|programme| programme.approved.contains(&line.action.id)),
        marks: (1..=12).map(|month| monitoring::mark(begun, line, year, month)).collect(),
    };
    let reports = begun.map(|programme| programme.reports.as_slice()).unwrap_or_default();
    let entries = begun.map(|programme| programme.monitoring.as_slice()).unwrap_or_default();
    let told = ActionYear {
        year,
        approved: approved(book, begun.and_then(|programme| programme.approval.as_ref())),
        lines: known.map(line).collect(),
        monitoring: entries.iter().map(|entry| month(book, entry)).collect(),
        quarters: (1..=4).filter_map(|number| quarter(book, year, number, reports)).collect(),
    };
    let text = action_text(book, &told);
    Answer::new(&told, text)
}

fn month(book: &Asked, entry: &Monitoring) -> Month {
    Month {
        month: entry.month,
        on: entry.on,
        by: book.text(&entry.by),
        open: entry.open,
        done: entry.done,
        overdue: entry.overdue,
        remarks: book.text(&entry.remarks),
        decisions: book.text(&entry.decisions),
    }
}

/// The figures of a quarter that has begun.
fn quarter(book: &Asked, year: i32, number: u32, reports: &[QuarterReport]) -> Option<Quarter> {
    let (from, to) = monitoring::quarter_days(year, number).filter(|(from, _)| *from <= book.today)?;
    let figures: Figures = monitoring::figures(&book.register, from, to.min(book.today));
    let report = reports.iter().find(|report| report.quarter == number);
    Some(Quarter {
        quarter: number,
        from,
        to,
        opened: figures.opened,
        closed: figures.closed,
        open: figures.open,
        overdue: figures.overdue,
        mean_days: figures.mean_days,
        median_days: figures.median_days,
        timed: figures.timed,
        on_time_original: figures.on_time_original,
        on_time_current: figures.on_time_current,
        effective: figures.effective,
        ineffective: figures.ineffective,
        reported_on: report.map(|report| report.on),
        reported_by: report.map(|report| book.text(&report.by)),
    })
}

fn action_text(book: &Asked, told: &ActionYear) -> String {
    let labels = quality::of(book.lang);
    let sign = |mark: &Option<Mark>| match mark {
        Some(Mark::Planned) => "○",
        Some(Mark::Partly) => "◐",
        Some(Mark::Done) => "●",
        None => "",
    };
    let row = |(place, line): (usize, &ActionLine)| {
        let head = [
            place.saturating_add(1).to_string(),
            line.number.clone().unwrap_or_default(),
            short(&line.what, SHOWN_ACTION),
            book.day(line.due_on),
        ];
        let marks = line.marks.iter().map(|mark| sign(mark).to_string());
        head.into_iter().chain(marks).chain([format!("{}%", line.percent)]).collect()
    };
    let rows: Vec<Vec<String>> = told.lines.iter().enumerate().map(row).collect();
    let words = crate::words::of(book.lang);
    let headers: Vec<&str> =
        ["#", words.number, words.action, words.due].into_iter().chain(MONTHS).chain(["%"]).collect();
    let state = approval_text(book, told.approved.as_ref());
    let mut parts = vec![
        format!("{} {}: {state}", labels.action_programme, told.year),
        table(&headers, &rows).trim_end().to_string(),
    ];
    parts.push(told.monitoring.iter().map(|it| month_text(book, it)).collect::<Vec<_>>().join("\n"));
    parts.push(told.quarters.iter().map(|it| quarter_text(book, it)).collect::<Vec<_>>().join("\n"));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn month_text(book: &Asked, it: &Month) -> String {
    let labels = quality::of(book.lang);
    let texts = [&it.remarks, &it.decisions].into_iter().filter(|text| !text.is_empty());
    let texts: String = texts.map(|text| format!("; {text}")).collect();
    format!(
        "{} {}: {} {}, {} {}, {} {} ({}, {}){texts}",
        labels.month,
        it.month,
        labels.open,
        it.open,
        labels.done,
        it.done,
        labels.overdue,
        it.overdue,
        book.day(Some(it.on)),
        it.by,
    )
}

fn quarter_text(book: &Asked, it: &Quarter) -> String {
    let labels = quality::of(book.lang);
    let reported = it.reported_on.map(|on| format!("; {} {}", labels.reported, book.day(Some(on))));
    format!(
        "{} {}: {} {}, {} {}, {} {}, {} {}, {} {}/{} {}/{}{}",
        labels.quarter,
        it.quarter,
        labels.opened,
        it.opened,
        labels.closed,
        it.closed,
        labels.open,
        it.open,
        labels.overdue,
        it.overdue,
        labels.on_time,
        it.on_time_original,
        it.timed,
        it.on_time_current,
        it.timed,
        reported.unwrap_or_default(),
    )
}
