//! A workbook and the book as it stands -> what an import would do.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::build::{self, Names};
use super::field::Field;
use super::lines::{self, Line};
use super::merge::{self, Merge};
use super::organisation::Organisation;
use super::reading::{Reading, Told};
use super::table::Table;
use super::{Column, Options, Outcome, Plan, PlannedRow, Problem};
use crate::domain::case::{Case, CaseStatus};
use crate::domain::certificate::Edition;
use crate::domain::ids::{BatchId, CaseId, Id};
use crate::domain::imported::{BatchTotals, CellProblem, ImportedRow, OriginalCell};
use crate::domain::number;
use crate::register::{Register, Stood};
use crate::sheet::{SheetError, Workbook};

/// Text shown beside a problem.
const PROBLEM_CHARS: usize = 200;

/// Plans the import of a workbook. Total and pure: the same question has the same answer, and nothing is written.
///
/// # Errors
/// [`SheetError::NotARegister`] and [`SheetError::SheetMissing`].
pub fn plan(register: &Register, workbook: &Workbook, options: &Options) -> Result<Plan, SheetError> {
    let table = Table::find(workbook, options)?;
    let mut planner = Planner::new(register);
    for row in table.rows() {
        planner.line(&table, row);
    }
    let used = planner.used();
    let Planner { rows, problems, mut organisation, .. } = planner;
    organisation.new_departments.retain(|department| used.contains(&department.id.uuid()));
    organisation.new_posts.retain(|post| used.contains(&post.id.uuid()));
    Ok(Plan {
        sheet: table.sheet_name().to_string(),
        sheets: workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        header_row: table.shown_row(table.header),
        columns: columns(&table),
        totals: totals(&rows),
        rows,
        problems,
        new_departments: organisation.new_departments,
        new_posts: organisation.new_posts,
        file_name: options.file_name.clone(),
        sha256: options.sha256.clone(),
    })
}

fn columns(table: &Table<'_>) -> Vec<Column> {
    let headers = table.headers.iter().enumerate();
    headers
        .map(|(index, header)| Column {
            index,
            header: header.clone(),
            samples: table
                .rows()
                .map(|row| table.text(row, index))
                .filter(|text| !text.trim().is_empty())
                .take(3)
                .collect(),
            field: table.fields.get(index).copied().flatten(),
        })
        .collect()
}

fn totals(rows: &[PlannedRow]) -> BatchTotals {
    let count = |wanted: &dyn Fn(&PlannedRow) -> bool| {
        u32::try_from(rows.iter().filter(|row| wanted(row)).count()).unwrap_or(u32::MAX)
    };
    BatchTotals {
        rows: count(&|_| true),
        new: count(&|row| row.outcome == Outcome::New),
        changed: count(&|row| row.outcome == Outcome::Changed),
        unchanged: count(&|row| row.outcome == Outcome::Unchanged),
        drafts: count(&|row| row.outcome == Outcome::New && row.case.status == CaseStatus::Draft),
    }
}

struct Planner<'a> {
    register: &'a Register,
    edition: Edition,
    organisation: Organisation,
    /// Cases of earlier imports by what makes their rows recognisable.
    known: HashMap<&'a str, CaseId>,
    /// Numbers met in this file, with the place of their row and its fingerprint.
    numbers: HashMap<String, (usize, String)>,
    /// How often rows without number were met.
    repeats: HashMap<String, u32>,
    rows: Vec<PlannedRow>,
    problems: Vec<Problem>,
}

impl<'a> Planner<'a> {
    fn new(register: &'a Register) -> Self {
        let imported = register.cases().filter_map(|stood| {
            stood.record.imported.as_ref().map(|row| (row.identity.as_str(), stood.record.id))
        });
        Self {
            register,
            edition: register.edition(),
            organisation: Organisation::of(register),
            known: imported.collect(),
            numbers: HashMap::new(),
            repeats: HashMap::new(),
            rows: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn line(&mut self, table: &Table<'_>, row: usize) {
        let texts = table.row(row);
        match lines::judge(table, row, &texts) {
            Line::Blank => {}
            Line::Row => self.row(table, row, texts),
            Line::Other => self.other(table, row, &texts),
        }
    }

    fn other(&mut self, table: &Table<'_>, row: usize, texts: &[String]) {
        let first = texts.iter().position(|text| !text.trim().is_empty());
        let column = first.and_then(|first| table.headers.get(first)).cloned().unwrap_or_default();
        let held: Vec<String> =
            texts.iter().map(|text| super::text::one_line(text)).filter(|text| !text.is_empty()).collect();
        self.problems.push(Problem {
            row: table.shown_row(row),
            column,
            kind: "not_a_row".into(),
            text: cut(&held.join(" | ")),
        });
    }

    fn row(&mut self, table: &Table<'_>, row: usize, texts: Vec<String>) {
        let cells = texts.into_iter().enumerate().map(|(column, text)| Told {
            field: table.fields.get(column).copied().flatten(),
            header: table.headers.get(column).cloned().unwrap_or_default(),
            text,
        });
        let mut reading = Reading::of(cells.collect());
        let shown = table.shown_row(row);
        if let Some(first) = self.repeated(&mut reading) {
            let problem =
                CellProblem { column: reading.header_of(Field::Number), kind: "repeated_row".into() };
            let case = first;
            return self.push(shown, Outcome::Unchanged, case, 0, &reading, vec![problem]);
        }
        let identity = self.identity(&reading);
        match self.standing(&reading, &identity) {
            Some(stood) => self.known_case(shown, stood, reading, identity),
            None => self.new_case(shown, reading, identity),
        }
    }

    /// The case of an equal row above. A row that has the number of another one loses it and becomes a draft.
    fn repeated(&mut self, reading: &mut Reading) -> Option<Case> {
        let given = number::normal(reading.number.as_deref()?);
        match self.numbers.get(&given) {
            None => {
                self.numbers.insert(given, (self.rows.len(), reading.fingerprint.clone()));
                None
            }
            Some((place, fingerprint)) if *fingerprint == reading.fingerprint => {
                self.rows.get(*place).map(|row| row.case.clone())
            }
            Some(_) => {
                reading.number = None;
                reading.status = Some(CaseStatus::Draft);
                let column = reading.header_of(Field::Number);
                reading.problems.push(CellProblem { column, kind: "duplicate_number".into() });
                None
            }
        }
    }

    /// What makes the row recognisable; equal rows without number are told apart by their order.
    fn identity(&mut self, reading: &Reading) -> String {
        let identity = reading.identity();
        if reading.number.is_some() {
            return identity;
        }
        let count = self.repeats.entry(identity.clone()).or_default();
        *count = count.saturating_add(1);
        if *count == 1 { identity } else { format!("{identity}#{count}") }
    }

    fn standing(&self, reading: &Reading, identity: &str) -> Option<&'a Stood<Case>> {
        let by_code = reading.identity_code.and_then(|id| self.register.case(CaseId(id)));
        let by_number = || reading.number.as_deref().and_then(|given| self.register.case_by_number(given));
        let by_row = || self.known.get(identity).and_then(|id| self.register.case(*id));
        by_code.or_else(by_number).or_else(by_row)
    }

    fn new_case(&mut self, shown: u32, mut reading: Reading, identity: String) {
        let id = self.organisation.next_id();
        let mut case =
            build::case(id, &mut reading, &mut Names::Create(&mut self.organisation), self.edition);
        case.imported = Some(ImportedRow {
            batch: BatchId::from_uuid(Uuid::nil()),
            row: shown,
            identity,
            original: reading.original.clone(),
            problems: reading.problems.clone(),
        });
        let problems = reading.problems.clone();
        self.push(shown, Outcome::New, case, 0, &reading, problems);
    }

    fn known_case(&mut self, shown: u32, stood: &Stood<Case>, mut reading: Reading, identity: String) {
        let mut case = stood.record.clone();
        let left = case.imported.as_ref().map(|row| row.original.as_slice());
        if left == Some(reading.original.as_slice()) {
            return self.push(shown, Outcome::Unchanged, case, stood.revision, &reading, Vec::new());
        }
        let base = left.map(|left| self.base(case.id, left));
        let theirs =
            build::case(case.id, &mut reading, &mut Names::Create(&mut self.organisation), self.edition);
        let Merge { changed, kept } = merge::merge(&mut case, base.as_ref(), &theirs);
        let mut problems: Vec<CellProblem> = kept
            .into_iter()
            .map(|field| CellProblem { column: reading.header_of(field), kind: "kept_app_value".into() })
            .collect();
        if changed {
            problems.splice(0..0, reading.problems.iter().cloned());
            if let Some(row) = &mut case.imported {
                row.row = shown;
                row.batch = BatchId::from_uuid(Uuid::nil());
                row.problems.clone_from(&reading.problems);
                if reading.number.is_some() {
                    row.identity = identity;
                }
                renew(&mut row.original, &reading.original);
            }
        }
        let outcome = if changed { Outcome::Changed } else { Outcome::Unchanged };
        self.push(shown, outcome, case, stood.revision, &reading, problems);
    }

    /// The case as an earlier import left it, from the texts it kept.
    fn base(&self, id: CaseId, left: &[OriginalCell]) -> Case {
        let cells = left.iter().map(|cell| Told {
            field: cell.field.as_deref().and_then(Field::from_code),
            header: cell.header.clone(),
            text: cell.text.clone(),
        });
        let mut reading = Reading::of(cells.collect());
        build::case(id, &mut reading, &mut Names::Known(&self.organisation), self.edition)
    }

    fn push(
        &mut self,
        row: u32,
        outcome: Outcome,
        case: Case,
        revision: u32,
        reading: &Reading,
        problems: Vec<CellProblem>,
    ) {
        for problem in &problems {
            let text = reading.original.iter().find(|cell| cell.header == problem.column);
            self.problems.push(Problem {
                row,
                column: problem.column.clone(),
                kind: problem.kind.clone(),
                text: text.map(|cell| cut(&cell.text)).unwrap_or_default(),
            });
        }
        self.rows.push(PlannedRow { row, outcome, case, revision, problems });
    }

    /// Units and posts that a row which will be written stands on.
    fn used(&self) -> BTreeSet<Uuid> {
        let written = self.rows.iter().filter(|row| row.outcome != Outcome::Unchanged);
        let mut used = BTreeSet::new();
        for PlannedRow { case, .. } in written {
            used.extend(case.department.map(Id::uuid));
            used.extend(case.owner.map(Id::uuid));
            used.extend(case.actions.iter().filter_map(|action| action.owner.map(Id::uuid)));
        }
        used
    }
}

/// New texts replace the old ones of their columns; columns that the new file lacks keep theirs.
fn renew(left: &mut Vec<OriginalCell>, told: &[OriginalCell]) {
    for cell in told {
        match left.iter_mut().find(|old| old.header == cell.header) {
            Some(old) => old.clone_from(cell),
            None => left.push(cell.clone()),
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(PROBLEM_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_string(),
    }
}
