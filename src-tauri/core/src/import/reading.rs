//! One row of a register, read: what each cell says, and what could not be read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::dates::{self, Dated};
use super::field::Field;
use super::text::{fingerprint, one_line, says_nothing};
use super::words;
use crate::domain::case::{CaseKind, CaseStatus, Effect, Grade, Source};
use crate::domain::imported::{CellProblem, OriginalCell};
use crate::domain::number;

/// Characters of a title; the rest stands in the statement.
pub(super) const TITLE_CHARS: usize = 200;
/// A number is shorter than a sentence.
const NUMBER_CHARS: usize = 60;

/// What a row says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Reading {
    pub number: Option<String>,
    pub identity_code: Option<uuid::Uuid>,
    pub fingerprint: String,
    pub kind: Option<CaseKind>,
    pub status: Option<CaseStatus>,
    pub title: String,
    pub statement: String,
    pub correction: String,
    pub cause: String,
    pub action: String,
    pub owner: Option<String>,
    pub department: Option<String>,
    pub process: Option<String>,
    pub process_or_department: Option<String>,
    pub source: Option<Source>,
    pub source_document: String,
    pub file_reference: String,
    pub reported_by: String,
    pub clause: Option<String>,
    pub grade: Option<Grade>,
    pub reported_on: Option<NaiveDate>,
    pub registered_on: Option<NaiveDate>,
    pub original_due_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub review_due_on: Option<NaiveDate>,
    pub review_data: String,
    pub review_result: Option<Effect>,
    pub closed_on: Option<NaiveDate>,
    pub remarks: String,
    pub original: Vec<OriginalCell>,
    pub problems: Vec<CellProblem>,
    headers: BTreeMap<Field, String>,
}

/// A cell with what its column holds.
pub(super) struct Told {
    pub field: Option<Field>,
    pub header: String,
    pub text: String,
}

impl Reading {
    /// Reads a row.
    pub(super) fn of(cells: Vec<Told>) -> Self {
        let headers = cells.iter().filter_map(|cell| Some((cell.field?, cell.header.clone()))).collect();
        let mut reading = Self {
            headers,
            fingerprint: fingerprint(
                cells.iter().filter(|cell| cell.field != Some(Field::Ordinal)).map(|cell| cell.text.as_str()),
            ),
            ..Self::default()
        };
        let mut status_text = None;
        for cell in &cells {
            if cell.text.trim().is_empty() {
                continue;
            }
            match cell.field {
                Some(Field::Status) => status_text = Some((cell.header.clone(), cell.text.clone())),
                Some(field) => reading.take(field, &cell.header, &cell.text),
                None => {}
            }
        }
        reading.original = cells
            .into_iter()
            .filter(|cell| !cell.text.trim().is_empty())
            .map(|cell| OriginalCell {
                header: cell.header,
                text: cell.text,
                field: cell.field.map(|field| field.code().to_string()),
            })
            .collect();
        reading.settle_texts();
        reading.settle_status(status_text);
        reading
    }

    /// Whether the row says anything about a case.
    pub(super) fn describes(&self) -> bool {
        !self.title.trim().is_empty() || !self.statement.trim().is_empty() || !self.action.trim().is_empty()
    }

    fn take(&mut self, field: Field, header: &str, text: &str) {
        match field {
            Field::Ordinal | Field::Status => {}
            Field::Number => self.take_number(header, text),
            Field::Identity => match text.trim().parse() {
                Ok(id) => self.identity_code = Some(id),
                Err(_) if self.number.is_none() => self.take_number(header, text),
                Err(_) => {}
            },
            Field::RegisteredOn => self.registered_on = self.day(header, text),
            Field::ReportedOn => self.reported_on = self.day(header, text),
            Field::DoneOn => self.done_on = self.day(header, text),
            Field::ReviewDue => self.review_due_on = self.day(header, text),
            Field::ClosedOn => self.closed_on = self.day(header, text),
            Field::Due => self.take_due(header, text),
            Field::OriginalDue => self.original_due_on = self.day(header, text),
            Field::CurrentDue => self.due_on = self.day(header, text),
            Field::Kind => {
                self.kind = words::kind(text);
                if self.kind.is_none() && !says_nothing(text) {
                    self.problem(header, "unknown_kind");
                }
            }
            Field::Source => {
                self.source = words::source(text);
                if self.source.is_none() && !says_nothing(text) {
                    self.problem(header, "unknown_source");
                }
            }
            Field::Grade => {
                self.grade = words::grade(text);
                if self.grade.is_none() && !says_nothing(text) {
                    self.problem(header, "unknown_grade");
                }
            }
            Field::Clause => {
                self.clause = words::clause(text);
                if self.clause.is_none() && !says_nothing(text) {
                    self.problem(header, "unknown_clause");
                }
            }
            Field::ReviewResult => self.take_result(text),
            Field::Owner => self.owner = named(text),
            Field::Department => self.department = named(text),
            Field::Process => self.process = named(text),
            Field::ProcessOrDepartment => self.process_or_department = named(text),
            Field::Title => self.title = text.to_string(),
            Field::Finding => self.statement = text.to_string(),
            Field::Cause => self.cause = text.to_string(),
            Field::Correction => self.correction = text.to_string(),
            Field::Action => self.action = text.to_string(),
            Field::Remarks => self.remarks = text.to_string(),
            Field::ReportedBy => self.reported_by = one_line(text),
            Field::SourceDocument => self.source_document = one_line(text),
            Field::FileReference => self.file_reference = one_line(text),
        }
    }

    fn take_number(&mut self, header: &str, text: &str) {
        let text = one_line(text);
        if says_nothing(&text) {
            return;
        }
        if text.chars().count() > NUMBER_CHARS {
            self.problem(header, "unreadable_number");
            return;
        }
        self.number = Some(text);
    }

    fn take_due(&mut self, header: &str, text: &str) {
        match dates::read(text) {
            Dated::Nothing => {}
            Dated::One(day) => self.due_on = Some(day),
            Dated::Two(original, current) => {
                (self.original_due_on, self.due_on) = (Some(original), Some(current));
            }
            Dated::Unreadable => self.problem(header, "unreadable_date"),
            Dated::Impossible => self.problem(header, "impossible_date"),
        }
    }

    /// A day; of two the later word counts.
    fn day(&mut self, header: &str, text: &str) -> Option<NaiveDate> {
        match dates::read(text) {
            Dated::Nothing => None,
            Dated::One(day) | Dated::Two(_, day) => Some(day),
            Dated::Unreadable => {
                self.problem(header, "unreadable_date");
                None
            }
            Dated::Impossible => {
                self.problem(header, "impossible_date");
                None
            }
        }
    }

    fn take_result(&mut self, text: &str) {
        match super::text::plain(text).as_str() {
            "skuteczne" | "skuteczna" | "skuteczny" | "effective" => {
                self.review_result = Some(Effect::Effective)
            }
            "nieskuteczne" | "nieskuteczna" | "nieskuteczny" | "ineffective" => {
                self.review_result = Some(Effect::Ineffective);
            }
            _ => self.review_data = text.to_string(),
        }
    }

    fn problem(&mut self, header: &str, kind: &str) {
        self.problems.push(CellProblem { column: header.to_string(), kind: kind.to_string() });
    }

    /// The title is the title column's, else the description: the finding, or the action where a register has
    /// no other. What does not fit stands whole in the statement or the action.
    fn settle_texts(&mut self) {
        if self.title.trim().is_empty() {
            let described = if self.statement.trim().is_empty() { &self.action } else { &self.statement };
            self.title = described.clone();
        } else if self.statement.trim().is_empty() && self.title.chars().count() > TITLE_CHARS {
            self.statement = self.title.clone();
        }
        if let Some((end, _)) = self.title.char_indices().nth(TITLE_CHARS) {
            self.title.truncate(end);
        }
        if self.due_on.is_none() {
            self.due_on = self.original_due_on;
        }
        if let Some(kind) = self.number.as_deref().and_then(words::kind_of_number) {
            self.kind = Some(kind);
            self.problems.retain(|problem| problem.kind != "unknown_kind");
        }
    }

    fn settle_status(&mut self, told: Option<(String, String)>) {
        let told = told.filter(|(_, text)| !says_nothing(text));
        self.status = match told {
            Some((header, text)) => {
                let status = words::status(&text);
                if status.is_none() {
                    self.problem(&header, "unknown_status");
                }
                status
            }
            None if self.closed_on.is_some() => Some(CaseStatus::ClosedImported),
            None => Some(CaseStatus::Registered),
        };
        self.settle_gaps();
    }

    /// What keeps a row from being a registered case makes it a draft to complete.
    fn settle_gaps(&mut self) {
        let known = self.status.is_some();
        let drafted = self.status == Some(CaseStatus::Draft);
        let closed = self.status.is_some_and(CaseStatus::is_closed);
        let dated = self.due_on.is_some() || (closed && (self.closed_on.is_some() || self.done_on.is_some()));
        let undated = !dated && !self.has_bad_due();
        let gaps = [
            (self.number.is_none(), Field::Number, "missing_number"),
            (self.owner.is_none(), Field::Owner, "missing_owner"),
            (undated, Field::Due, "missing_due"),
            (!self.describes(), Field::Finding, "missing_description"),
        ];
        for (missing, field, kind) in gaps {
            if missing && !drafted {
                self.problems.push(CellProblem { column: self.header_of(field), kind: kind.to_string() });
            }
        }
        let whole = self.number.is_some() && self.owner.is_some() && dated && self.describes();
        if !(known && whole) {
            self.status = Some(CaseStatus::Draft);
        }
    }

    /// Whether a due date was written that cannot be read: it is reported as that, not as missing.
    fn has_bad_due(&self) -> bool {
        let due = [Field::Due, Field::OriginalDue, Field::CurrentDue].map(|field| self.header_of(field));
        self.problems.iter().any(|problem| problem.kind.ends_with("_date") && due.contains(&problem.column))
    }

    /// The header above a field; nothing where the register has no such column.
    pub(super) fn header_of(&self, field: Field) -> String {
        self.headers.get(&field).cloned().unwrap_or_default()
    }

    /// What makes the same row recognisable.
    pub(super) fn identity(&self) -> String {
        match (&self.number, self.identity_code) {
            (Some(given), _) => number::normal(given),
            (None, Some(code)) => format!("id:{code}"),
            (None, None) => self.fingerprint.clone(),
        }
    }
}

fn named(text: &str) -> Option<String> {
    let text = one_line(text);
    (!says_nothing(&text)).then_some(text)
}
