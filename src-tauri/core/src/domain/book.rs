//! What the rules may ask of the book. The register answers; the rules never see how.

use serde_json::Value;
use uuid::Uuid;

use super::audit::Audit;
use super::case::{Case, CaseKind};
use super::certificate::Certificate;
use super::change::{Record, RecordKind};
use super::ids::{AuditId, CaseId, DepartmentId, Id, PersonId, PostId, ProcessId};
use super::notice::Notice;
use super::number::{self, NumberTemplate};
use super::office::{Department, Office, Post, Process};
use super::person::Person;
use super::rule::RuleError;
use crate::calendar::{Calendar, Period};

/// A record and the revision it stands at.
pub type Standing<'a, T> = (&'a T, u32);

/// The questions that rules ask.
pub trait Book {
    /// The office, once the book is begun.
    fn office(&self) -> Option<Standing<'_, Office>>;
    /// A case.
    fn case(&self, id: CaseId) -> Option<Standing<'_, Case>>;
    /// All cases.
    fn cases(&self) -> Box<dyn Iterator<Item = &Case> + '_>;
    /// The case of that number.
    fn case_by_number(&self, number: &str) -> Option<CaseId>;
    /// All departments.
    fn departments(&self) -> Box<dyn Iterator<Item = Standing<'_, Department>> + '_>;
    /// A post.
    fn post(&self, id: PostId) -> Option<Standing<'_, Post>>;
    /// All posts.
    fn posts(&self) -> Box<dyn Iterator<Item = Standing<'_, Post>> + '_>;
    /// A process.
    fn process(&self, id: ProcessId) -> Option<Standing<'_, Process>>;
    /// All processes.
    fn processes(&self) -> Box<dyn Iterator<Item = Standing<'_, Process>> + '_>;
    /// A person.
    fn person(&self, id: PersonId) -> Option<Standing<'_, Person>>;
    /// All people who sign in or once did.
    fn people(&self) -> Box<dyn Iterator<Item = Standing<'_, Person>> + '_>;
    /// Whether a case, a process or a post stands on that department.
    fn stands_on(&self, department: DepartmentId) -> bool;
    /// The certificate decided last.
    fn current_certificate(&self) -> Option<Standing<'_, Certificate>>;
    /// All certificates.
    fn certificates(&self) -> Vec<Standing<'_, Certificate>>;
    /// An audit.
    fn audit(&self, id: AuditId) -> Option<Standing<'_, Audit>>;
    /// All audits.
    fn audits(&self) -> Box<dyn Iterator<Item = Standing<'_, Audit>> + '_>;
    /// The records of a kind that stands on the shelf, oldest first (see [`super::shelf`]).
    fn shelf(&self, kind: RecordKind) -> Box<dyn Iterator<Item = (&Record, u32)> + '_>;
    /// A record of the shelf.
    fn shelved(&self, kind: RecordKind, id: Uuid) -> Option<(&Record, u32)>;
    /// The delivered reminder of that key.
    fn notice(&self, key: &str) -> Option<Standing<'_, Notice>>;
    /// The last fields of a record that was taken out, with the revision of its removal.
    fn removed(&self, kind: RecordKind, id: Uuid) -> Option<(&Value, u32)>;
    /// Whether any record but the office's own stands in the book.
    fn holds_records(&self) -> bool;
}

/// The working days of the office.
pub fn calendar(book: &dyn Book) -> Calendar {
    let closed = book.office().map(|(office, _)| office.closed_days.clone()).unwrap_or_default();
    Calendar::new(closed.into_iter().map(|closed| closed.on))
}

/// A date computed by the office's settings: so long after a day, moved off a day on which the office is closed.
pub fn computed_date(book: &dyn Book, from: chrono::NaiveDate, period: Period) -> Option<chrono::NaiveDate> {
    let shift = book.office().map(|(office, _)| office.settings.shift).unwrap_or_default();
    calendar(book).deadline(from, period, shift).map(|deadline| deadline.date)
}

/// How long steps take at the office.
pub fn deadlines(book: &dyn Book) -> super::settings::StepDeadlines {
    book.office().map(|(office, _)| office.settings.deadlines.clone()).unwrap_or_default()
}

/// The symbol of a unit; empty when there is none.
pub fn department_code(book: &dyn Book, id: Option<DepartmentId>) -> String {
    book.departments()
        .find(|(department, _)| Some(department.id) == id)
        .map(|(department, _)| department.code.clone())
        .unwrap_or_default()
}

/// The template in force.
pub fn template(book: &dyn Book) -> NumberTemplate {
    book.office().map(|(office, _)| office.number_template.clone()).unwrap_or_default()
}

/// The next free number of a kind in a year: one above the highest, so that none is ever used twice. Numbers
/// that came with an imported file count; a unit counts for itself where the template has its symbol.
pub fn next_number(book: &dyn Book, kind: CaseKind, year: i32, department: &str) -> String {
    let template = template(book);
    let same_unit = |case: &&Case| {
        !template.counts_per_department() || department_code(book, case.department) == department
    };
    let highest = book
        .cases()
        .filter(|case| case.kind == kind)
        .filter(same_unit)
        .filter_map(|case| number::read(&template, case.number.as_deref()?))
        .filter(|(_, of_year)| *of_year == year)
        .map(|(running, _)| running)
        .max()
        .unwrap_or(0);
    let made = |running| {
        template.format(&number::NumberParts { kind, running, year, department: department.into() })
    };
    let mut running = highest.saturating_add(1);
    while book.case_by_number(&made(running)).is_some() && running < u32::MAX {
        running = running.saturating_add(1);
    }
    made(running)
}

/// A case at the revision the person saw.
pub fn case_at(book: &dyn Book, id: CaseId, revision: u32) -> Result<&Case, RuleError> {
    let (case, stands) = book.case(id).ok_or(RuleError::NotFound { what: "case" })?;
    if stands == revision { Ok(case) } else { Err(RuleError::Stale { what: "case" }) }
}

/// A removed record as it last stood, with the revision of its removal.
pub fn removed_record(
    book: &dyn Book,
    kind: RecordKind,
    id: impl Id,
    what: &'static str,
) -> Result<(Record, u32), RuleError> {
    let (fields, revision) = book.removed(kind, id.uuid()).ok_or(RuleError::NotFound { what })?;
    Ok((Record::from_value(kind, fields.clone())?, revision))
}
