//! A workbook and the book as it stands -> what an import into a small register would do.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::cells::Cells;
use super::columns::{self, Column};
use super::{KeptKind, KeptPlan, KeptRecord, KeptRow};
use crate::domain::complaint::Complaint;
use crate::domain::imported::BatchTotals;
use crate::domain::keeping::{self, Kept};
use crate::domain::objective::Objective;
use crate::domain::review::Review;
use crate::domain::rule::RuleError;
use crate::domain::shelf::all;
use crate::domain::survey::Survey;
use crate::import::lines::{is_footer, is_header_again, is_numbering};
use crate::import::table::Table;
use crate::import::text::{one_line, plain};
use crate::import::{Outcome, Problem};
use crate::register::Register;
use crate::sheet::{SheetError, Workbook};

/// Text shown beside a problem.
const PROBLEM_CHARS: usize = 200;

/// An entry of a small register that rows of a file make.
pub(super) trait Brought: Kept + PartialEq {
    /// Which register.
    const REGISTER: KeptKind;
    /// The name of the import in the trail.
    const IMPORTED: &'static str;

    /// Whether a line says what no entry can do without, or enough to be told as lacking it.
    fn is_row(cells: &Cells<'_>) -> bool;
    /// Reads a row; none where it lacks what no entry can do without, which is told as a problem.
    fn read(cells: &mut Cells<'_>, today: NaiveDate) -> Option<Self>;
    /// What makes the same entry recognisable.
    fn key(&self) -> String;
    /// Fills in what is empty here and told there.
    fn fill(&mut self, theirs: &Self) -> Filled;
    /// A further row about the same entry; `false` where a register knows no such thing.
    fn join(&mut self, _more: &Self) -> bool {
        false
    }
    /// As an entry of any register.
    fn wrap(self) -> KeptRecord;
}

/// What became of an entry that is in the book.
#[derive(Debug, Default)]
pub(super) struct Filled {
    /// Whether anything was filled in.
    pub changed: bool,
    /// Columns in which the book says something else and keeps it.
    pub kept: Vec<Column>,
}

impl Filled {
    /// A text.
    pub(super) fn text(&mut self, column: Column, mine: &mut String, theirs: &str) {
        if theirs.trim().is_empty() || plain(mine) == plain(theirs) {
            return;
        }
        if mine.trim().is_empty() {
            *mine = theirs.to_string();
            self.changed = true;
        } else {
            self.kept.push(column);
        }
    }

    /// Anything that may be left open.
    pub(super) fn some<T: PartialEq + Clone>(
        &mut self,
        column: Column,
        mine: &mut Option<T>,
        theirs: &Option<T>,
    ) {
        if theirs.is_none() || mine == theirs {
            return;
        }
        if mine.is_none() {
            mine.clone_from(theirs);
            self.changed = true;
        } else {
            self.kept.push(column);
        }
    }
}

/// Plans the import of a workbook into a small register. Total and pure: the same question has the same answer, and
/// nothing is written.
///
/// # Errors
/// [`SheetError::NotARegister`] and [`SheetError::SheetMissing`].
pub fn plan(
    register: &Register,
    workbook: &Workbook,
    kind: KeptKind,
    (sheet, file_name): (Option<&str>, &str),
    today: NaiveDate,
) -> Result<KeptPlan, SheetError> {
    let (table, columns) = find(workbook, kind, sheet)?;
    let source = Source { register, table, columns, file_name, today };
    Ok(match kind {
        KeptKind::Complaints => source.plan::<Complaint>(workbook),
        KeptKind::Objectives => source.plan::<Objective>(workbook),
        KeptKind::Surveys => source.plan::<Survey>(workbook),
        KeptKind::Reviews => source.plan::<Review>(workbook),
    })
}

type Found<'a> = (Table<'a>, Vec<Option<Column>>);

/// The sheet, header row and depth that look most like the register.
fn find<'a>(workbook: &'a Workbook, kind: KeptKind, wanted: Option<&str>) -> Result<Found<'a>, SheetError> {
    let named = workbook.sheets.iter().filter(|sheet| wanted.is_none_or(|name| sheet.name == name));
    let (mut best, mut any): (Option<(usize, Found<'a>)>, bool) = (None, false);
    for sheet in named {
        any = true;
        let mut table = Table::over(sheet);
        let mut top: Option<(usize, usize, usize)> = None;
        for row in table.searched() {
            for depth in 1..=2 {
                // A title over the header is no part of it: of two equal ones the flat one is meant.
                let score = if table.begin_at(row, depth) { 2 * score(kind, &table) } else { 0 };
                let score = score.saturating_sub(depth - 1);
                if score > 0 && top.is_none_or(|(best, _, _)| score > best) {
                    top = Some((score, row, depth));
                }
            }
        }
        if let Some((score, row, depth)) = top.filter(|top| best.as_ref().is_none_or(|best| top.0 > best.0)) {
            table.begin_at(row, depth);
            let columns = guess(kind, &table);
            best = Some((score, (table, columns)));
        }
    }
    match (best, wanted) {
        (Some((_, found)), _) => Ok(found),
        (None, Some(name)) if !any => Err(SheetError::SheetMissing { name: name.to_string() }),
        (None, _) => Err(SheetError::NotARegister),
    }
}

/// One column for each thing: the first that is called so.
fn guess(kind: KeptKind, table: &Table<'_>) -> Vec<Option<Column>> {
    let mut taken = BTreeSet::new();
    let first = |column: &Column| taken.insert(*column);
    let mut first = first;
    table.headers.iter().map(|header| columns::recognise(kind, header).filter(&mut first)).collect()
}

fn score(kind: KeptKind, table: &Table<'_>) -> usize {
    let columns: Vec<Column> = guess(kind, table).into_iter().flatten().collect();
    if columns::make(kind, &columns) { columns.len() } else { 0 }
}

struct Source<'a> {
    register: &'a Register,
    table: Table<'a>,
    columns: Vec<Option<Column>>,
    file_name: &'a str,
    today: NaiveDate,
}

struct Entry<T> {
    row: u32,
    outcome: Outcome,
    record: T,
    revision: u32,
    /// As the file says it.
    told: T,
}

/// What was met so far.
struct Met<T> {
    entries: Vec<Entry<T>>,
    places: BTreeMap<String, usize>,
    problems: Vec<Problem>,
    rows: u32,
    repeated: u32,
}

impl Source<'_> {
    fn plan<T: Brought>(&self, workbook: &Workbook) -> KeptPlan {
        let known: BTreeMap<String, (&T, u32)> =
            all::<T>(self.register).map(|(record, revision)| (record.key(), (record, revision))).collect();
        let mut met =
            Met { entries: Vec::new(), places: BTreeMap::new(), problems: Vec::new(), rows: 0, repeated: 0 };
        let (year, title) = (self.year(), self.title());
        for row in self.table.rows() {
            let told = self.table.row(row).into_iter().enumerate().filter_map(|(place, text)| {
                let column = self.columns.get(place).copied().flatten()?;
                Some((column, self.table.headers.get(place).cloned().unwrap_or_default(), text))
            });
            let mut cells = Cells::of(self.register, told, year, &title);
            match self.judge::<T>(row, &cells) {
                Some(true) => self.row(row, &mut cells, &known, &mut met),
                Some(false) => met.problems.push(self.other(row)),
                None => {}
            }
        }
        let count = |wanted: Outcome| {
            u32::try_from(met.entries.iter().filter(|entry| entry.outcome == wanted).count())
                .unwrap_or(u32::MAX)
        };
        let totals = BatchTotals {
            rows: met.rows,
            new: count(Outcome::New),
            changed: count(Outcome::Changed),
            unchanged: count(Outcome::Unchanged).saturating_add(met.repeated),
            drafts: 0,
        };
        let columns = self.table.headers.iter().zip(&self.columns);
        KeptPlan {
            kind: T::REGISTER,
            sheet: self.table.sheet_name().to_string(),
            sheets: workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            header_row: self.table.shown_row(self.table.header),
            columns: columns.map(|(header, column)| (header.clone(), column.map(Column::code))).collect(),
            rows: met
                .entries
                .into_iter()
                .map(|entry| KeptRow {
                    row: entry.row,
                    outcome: entry.outcome,
                    record: entry.record.wrap(),
                    revision: entry.revision,
                })
                .collect(),
            problems: met.problems,
            totals,
        }
    }

    /// Whether a line is a row; none for one that says nothing.
    fn judge<T: Brought>(&self, row: usize, cells: &Cells<'_>) -> Option<bool> {
        let texts = self.table.row(row);
        let held: Vec<(usize, &str)> = texts
            .iter()
            .enumerate()
            .map(|(column, text)| (column, text.trim()))
            .filter(|(_, text)| text.chars().any(char::is_alphanumeric))
            .collect();
        let (first_column, first) = held.first().copied()?;
        let ordinal = self.columns.get(first_column).copied().flatten() == Some(Column::Ordinal);
        if held.len() == 1 && ordinal && first.chars().all(|c| c.is_ascii_digit() || c == '.') {
            return None;
        }
        let wide = held.len() == 1 && self.table.is_wide(row, first_column);
        let note = held.len() <= 3 && is_footer(first, None, true, held.len());
        if wide || note || is_numbering(&held) || is_header_again(&self.table, &held) {
            return Some(false);
        }
        Some(T::is_row(cells))
    }

    fn row<T: Brought>(
        &self,
        row: usize,
        cells: &mut Cells<'_>,
        known: &BTreeMap<String, (&T, u32)>,
        met: &mut Met<T>,
    ) {
        let shown = self.table.shown_row(row);
        met.rows = met.rows.saturating_add(1);
        let read = T::read(cells, self.today);
        let problems = std::mem::take(&mut cells.problems);
        met.problems
            .extend(problems.into_iter().map(|(column, kind, text)| told(shown, column, kind, &text)));
        let Some(theirs) = read else { return };
        if let Err(refused) = keeping::check(self.register, &theirs, self.today) {
            return met.problems.push(self.refused(shown, cells, &refused));
        }
        let key = theirs.key();
        if let Some(entry) = met.places.get(&key).and_then(|place| met.entries.get_mut(*place)) {
            if entry.told == theirs {
                met.repeated = met.repeated.saturating_add(1);
                met.problems.push(told(shown, String::new(), "repeated_row".into(), &self.line(row)));
            } else if entry.told.join(&theirs) {
                let added = entry.record.join(&theirs);
                if added && entry.outcome == Outcome::Unchanged {
                    entry.outcome = Outcome::Changed;
                }
            } else {
                met.problems.push(told(shown, String::new(), "duplicate_entry".into(), &self.line(row)));
            }
            return;
        }
        met.places.insert(key.clone(), met.entries.len());
        let told_before = theirs.clone();
        let (record, revision, outcome) = match known.get(&key) {
            None => (theirs, 0, Outcome::New),
            Some((mine, revision)) => {
                let mut record = (*mine).clone();
                let filled = record.fill(&theirs);
                for column in filled.kept {
                    let kind = "kept_app_value".to_string();
                    met.problems.push(told(shown, self.header_of(column), kind, &cells.text(column)));
                }
                (record, *revision, if filled.changed { Outcome::Changed } else { Outcome::Unchanged })
            }
        };
        met.entries.push(Entry { row: shown, outcome, record, revision, told: told_before });
    }

    /// What a rule has against a row, at the cell that it is about.
    fn refused(&self, row: u32, cells: &mut Cells<'_>, refused: &RuleError) -> Problem {
        let (kind, param) = match refused {
            RuleError::Refused { rule, params } => {
                (rule.code(), params.first().map(|(_, value)| value.clone()))
            }
            RuleError::NotFound { .. } | RuleError::Stale { .. } | RuleError::Record { .. } => {
                ("left_out", None)
            }
        };
        let param = param.unwrap_or_default();
        let mut known = self.columns.iter().flatten().copied();
        let about = known.find(|column| {
            column.code() == param || cells.day(*column).is_some_and(|day| day.to_string() == param)
        });
        cells.problems.clear();
        let header = about.map(|column| self.header_of(column)).unwrap_or_default();
        told(row, header, kind.to_string(), &about.map(|column| cells.text(column)).unwrap_or(param))
    }

    fn header_of(&self, wanted: Column) -> String {
        let place = self.columns.iter().position(|column| *column == Some(wanted));
        place.and_then(|place| self.table.headers.get(place)).cloned().unwrap_or_default()
    }

    fn other(&self, row: usize) -> Problem {
        let texts = self.table.row(row);
        let first = texts.iter().position(|text| !text.trim().is_empty());
        let column = first.and_then(|first| self.table.headers.get(first)).cloned().unwrap_or_default();
        told(self.table.shown_row(row), column, "not_a_row".into(), &self.line(row))
    }

    fn line(&self, row: usize) -> String {
        let texts = self.table.row(row);
        let held: Vec<String> =
            texts.iter().map(|text| one_line(text)).filter(|text| !text.is_empty()).collect();
        held.join(" | ")
    }

    /// The year that stands above the table, in the name of the sheet or in that of the file.
    fn year(&self) -> Option<i32> {
        let above = (0..self.table.header).rev().map(|row| self.line(row));
        let names = [self.table.sheet_name().to_string(), self.file_name.to_string()];
        above.chain(names).find_map(|text| year_in(&text))
    }

    /// What an entry without a name of its own is called.
    fn title(&self) -> String {
        let sheet = self.table.sheet_name().trim();
        let default = ["", "sheet", "arkusz"]
            .iter()
            .any(|name| plain(sheet).trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ') == *name);
        let stem = self.file_name.rsplit_once('.').map_or(self.file_name, |(stem, _)| stem);
        if default { stem.trim().to_string() } else { sheet.to_string() }
    }
}

/// A year that a text names.
pub(super) fn year_in(text: &str) -> Option<i32> {
    let digits = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let years = text.split(|c: char| !c.is_ascii_digit()).filter(digits);
    years.filter_map(|part| part.parse().ok()).find(|year| (1990..2200).contains(year))
}

fn told(row: u32, column: String, kind: String, text: &str) -> Problem {
    let text = one_line(text);
    let text = match text.char_indices().nth(PROBLEM_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    };
    Problem { row, column, kind, text }
}
