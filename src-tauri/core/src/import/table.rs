//! Finds the register inside a workbook: its sheet, its header row, its columns and the rows under it.

use std::collections::{BTreeMap, HashMap};

use super::field::{Field, Sure, recognise};
use super::text::plain;
use super::{Mapping, Options};
use crate::sheet::{Cell, Merged, Sheet, SheetError, Workbook};

/// A header row is looked for in the first rows only.
const SEARCHED_ROWS: usize = 200;
/// Merged areas are followed only so far.
const FOLLOWED_CELLS: usize = 200_000;

/// A register as it lies in a sheet.
pub(super) struct Table<'a> {
    sheet: &'a Sheet,
    spans: Spans,
    /// Place of the header's first row among the rows of the sheet.
    pub header: usize,
    /// How many rows the header takes.
    pub depth: usize,
    /// The text above each column.
    pub headers: Vec<String>,
    /// What each column holds.
    pub fields: Vec<Option<Field>>,
    /// Whether the description was only guessed from a word such as "Opis", which price lists have too.
    vague: bool,
}

/// Where the text of a covered cell stands.
struct Spans(HashMap<(usize, usize), (usize, usize, bool)>);

impl Spans {
    fn of(sheet: &Sheet) -> Self {
        let mut covered = HashMap::new();
        for area in &sheet.merged {
            Self::follow(&mut covered, sheet, area);
        }
        Self(covered)
    }

    fn follow(covered: &mut HashMap<(usize, usize), (usize, usize, bool)>, sheet: &Sheet, area: &Merged) {
        let Some(top) = area.top.checked_sub(sheet.first_row) else { return };
        let bottom = area.bottom.saturating_sub(sheet.first_row) as usize;
        let (top, left) = (top as usize, area.left as usize);
        for row in top..=bottom.min(sheet.rows.len()) {
            for column in left..=area.right as usize {
                if covered.len() >= FOLLOWED_CELLS {
                    return;
                }
                covered.insert((row, column), (top, left, column == left));
            }
        }
    }
}

impl<'a> Table<'a> {
    /// The register of a workbook, with the user's corrections.
    pub(super) fn find(workbook: &'a Workbook, options: &Options) -> Result<Self, SheetError> {
        let wanted = options.sheet.as_deref();
        let mut sheets =
            workbook.sheets.iter().filter(|sheet| wanted.is_none_or(|name| sheet.name == name)).peekable();
        if let (Some(name), None) = (wanted, sheets.peek()) {
            return Err(SheetError::SheetMissing { name: name.to_string() });
        }
        let mut best: Option<(usize, Table<'a>)> = None;
        for sheet in sheets {
            let found = Self::best_of(sheet, &options.mapping);
            if let Some((score, table)) = found
                && best.as_ref().is_none_or(|(top, _)| score > *top)
            {
                best = Some((score, table));
            }
        }
        best.map(|(_, table)| table).ok_or(SheetError::NotARegister)
    }

    /// The best header row of a sheet; none where no row makes a register.
    fn best_of(sheet: &'a Sheet, mapping: &Mapping) -> Option<(usize, Self)> {
        let mut best: Option<(usize, usize, usize)> = None;
        let chosen = mapping.header_row.and_then(|row| row.checked_sub(1)?.checked_sub(sheet.first_row));
        let rows = match chosen {
            Some(row) => row as usize..(row as usize).saturating_add(1),
            None => 0..sheet.rows.len().min(SEARCHED_ROWS),
        };
        let mut table = Self::empty(sheet);
        for row in rows {
            if sheet.rows.get(row).is_none_or(Vec::is_empty) {
                continue;
            }
            for depth in 1..=2 {
                if depth == 2 && !table.is_two_rows(row) {
                    continue;
                }
                table.name_columns(row, depth, mapping);
                let score = table.score();
                if score > 0 && best.is_none_or(|(top, _, _)| score > top) {
                    best = Some((score, row, depth));
                }
            }
        }
        let (score, row, depth) = best?;
        table.name_columns(row, depth, mapping);
        Some((score, table))
    }

    fn empty(sheet: &'a Sheet) -> Self {
        let spans = Spans::of(sheet);
        Self { sheet, spans, header: 0, depth: 1, headers: Vec::new(), fields: Vec::new(), vague: false }
    }

    /// A sheet whose columns somebody else recognises.
    pub(super) fn over(sheet: &'a Sheet) -> Self {
        Self::empty(sheet)
    }

    /// The rows that a header is looked for in.
    pub(super) fn searched(&self) -> std::ops::Range<usize> {
        0..self.sheet.rows.len().min(SEARCHED_ROWS)
    }

    /// Takes the header to begin in that row, one or two rows deep; whether there is such a header.
    pub(super) fn begin_at(&mut self, row: usize, depth: usize) -> bool {
        let blank = self.sheet.rows.get(row).is_none_or(Vec::is_empty);
        if blank || (depth == 2 && !self.is_two_rows(row)) {
            return false;
        }
        self.head(row, depth);
        true
    }

    fn head(&mut self, row: usize, depth: usize) -> Vec<Option<(Field, Sure)>> {
        let width = (row..row.saturating_add(depth))
            .filter_map(|row| self.sheet.rows.get(row).map(Vec::len))
            .max()
            .unwrap_or(0);
        (self.header, self.depth) = (row, depth);
        self.headers.clear();
        let mut guesses = Vec::with_capacity(width);
        for column in 0..width {
            let top = self.header_text(row, column);
            let below =
                if depth == 2 { self.header_text(row.saturating_add(1), column) } else { String::new() };
            let (header, guess) = named(&top, &below);
            self.headers.push(header);
            guesses.push(guess);
        }
        guesses
    }

    /// How much a row looks like a header: distinct fields, none when they make no register.
    fn score(&self) -> usize {
        let mut fields: Vec<Field> = self.fields.iter().flatten().copied().collect();
        fields.sort_unstable();
        fields.dedup();
        if makes_register(&fields, self.vague) { fields.len() } else { 0 }
    }

    fn name_columns(&mut self, row: usize, depth: usize, mapping: &Mapping) {
        let guesses = self.head(row, depth);
        self.fields = settled(&guesses);
        let described = self.fields.iter().position(|field| *field == Some(Field::Finding));
        let guess = described.and_then(|column| guesses.get(column).copied().flatten());
        self.correct(mapping);
        self.vague = guess == Some((Field::Finding, Sure::Perhaps)) && mapping.is_empty();
    }

    /// The user's own choice goes before every guess; a field that was chosen leaves its guessed column.
    fn correct(&mut self, mapping: &Mapping) {
        let by_header: BTreeMap<String, Option<Field>> =
            mapping.headers.iter().map(|(header, field)| (plain(header), *field)).collect();
        let mut chosen = BTreeMap::new();
        for (column, header) in self.headers.iter().enumerate() {
            let choice = mapping.columns.get(&column).or_else(|| by_header.get(&plain(header)));
            if let Some(field) = choice {
                chosen.insert(column, *field);
            }
        }
        for (column, field) in self.fields.iter_mut().enumerate() {
            match chosen.get(&column) {
                Some(choice) => *field = *choice,
                None => {
                    if field.is_some_and(|field| chosen.values().any(|other| *other == Some(field))) {
                        *field = None;
                    }
                }
            }
        }
    }

    /// Whether the row under a row goes on with the header: it fills what is blank or merged above it, and holds
    /// neither digits nor days.
    fn is_two_rows(&self, row: usize) -> bool {
        let Some(below) = self.sheet.rows.get(row.saturating_add(1)) else { return false };
        let mut fills = false;
        for (column, cell) in below.iter().enumerate() {
            match cell {
                Cell::Empty => continue,
                Cell::Text(text)
                    if !text.chars().any(|c| c.is_ascii_digit()) && text.chars().count() <= 60 => {}
                Cell::Text(_) | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => return false,
            }
            let above = self.cell(row, column);
            let spanned = self.spans.0.get(&(row, column)).is_some_and(|(top, _, _)| *top == row);
            fills |= above.is_none_or(Cell::is_blank) || spanned;
        }
        fills
    }

    fn cell(&self, row: usize, column: usize) -> Option<&'a Cell> {
        self.sheet.rows.get(row)?.get(column)
    }

    fn header_text(&self, row: usize, column: usize) -> String {
        let (row, column) =
            self.spans.0.get(&(row, column)).map_or((row, column), |(top, left, _)| (*top, *left));
        match self.cell(row, column) {
            Some(Cell::Text(text)) => super::text::one_line(text),
            Some(Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_)) | None => String::new(),
        }
    }

    /// The text of a cell under the header. A cell merged downwards speaks for every row it covers.
    pub(super) fn text(&self, row: usize, column: usize) -> String {
        let from = match self.spans.0.get(&(row, column)) {
            Some((top, left, true)) => (*top, *left),
            Some((_, _, false)) | None => (row, column),
        };
        self.cell(from.0, from.1).map(Cell::text).unwrap_or_default()
    }

    /// The rows under the header.
    pub(super) fn rows(&self) -> std::ops::Range<usize> {
        self.header.saturating_add(self.depth)..self.sheet.rows.len()
    }

    /// The texts of a row: one for each column that has a header or a cell.
    pub(super) fn row(&self, row: usize) -> Vec<String> {
        let width = self.sheet.rows.get(row).map_or(0, Vec::len).max(self.headers.len());
        (0..width).map(|column| self.text(row, column)).collect()
    }

    /// Whether a cell is merged over three columns or more.
    pub(super) fn is_wide(&self, row: usize, column: usize) -> bool {
        self.spans.0.contains_key(&(row, column))
            && self
                .spans
                .0
                .get(&(row, column.saturating_add(2)))
                .is_some_and(|(top, left, _)| (*top, *left) == (row, column))
    }

    /// 1-based row of the sheet.
    pub(super) fn shown_row(&self, row: usize) -> u32 {
        u32::try_from(row).unwrap_or(u32::MAX).saturating_add(self.sheet.first_row).saturating_add(1)
    }

    /// The sheet's name.
    pub(super) fn sheet_name(&self) -> &str {
        &self.sheet.name
    }
}

/// Whether these columns make a register: a description, and one of number, owner, due date, status. A list with
/// names and numbers alone is none; a vague description needs more beside it than a number.
fn makes_register(fields: &[Field], vague: bool) -> bool {
    let any = |wanted: &[Field]| fields.iter().any(|field| wanted.contains(field));
    let course = [
        Field::Action,
        Field::Owner,
        Field::Due,
        Field::OriginalDue,
        Field::CurrentDue,
        Field::Status,
        Field::Cause,
        Field::Correction,
        Field::Grade,
        Field::Clause,
        Field::ClosedOn,
    ];
    if vague && !any(&course) {
        return false;
    }
    any(&[Field::Finding, Field::Action])
        && any(&[
            Field::Number,
            Field::Owner,
            Field::Due,
            Field::OriginalDue,
            Field::CurrentDue,
            Field::Status,
        ])
}

/// A header of one or two rows, and the field it names. Under "Działanie", "Termin" is its own word; "Opis"
/// alone needs the word above.
fn named(top: &str, below: &str) -> (String, Option<(Field, Sure)>) {
    if below.is_empty() || plain(top) == plain(below) {
        return (top.to_string(), recognise(top));
    }
    if top.is_empty() {
        return (below.to_string(), recognise(below));
    }
    let joined = format!("{top} {below}");
    let guess = recognise(&joined).or_else(|| recognise(below)).or_else(|| recognise(top));
    (joined, guess)
}

/// One column for each field: the surest, then the first. A date of completion is a due date where a register
/// has no other.
fn settled(guesses: &[Option<(Field, Sure)>]) -> Vec<Option<Field>> {
    let mut best: BTreeMap<Field, (Sure, usize)> = BTreeMap::new();
    for (column, guess) in guesses.iter().enumerate() {
        if let Some((field, sure)) = guess
            && best.get(field).is_none_or(|(top, _)| sure > top)
        {
            best.insert(*field, (*sure, column));
        }
    }
    let dueless =
        ![Field::Due, Field::OriginalDue, Field::CurrentDue].iter().any(|field| best.contains_key(field));
    if dueless && let Some(found @ (Sure::Perhaps, _)) = best.get(&Field::DoneOn).copied() {
        best.remove(&Field::DoneOn);
        best.insert(Field::Due, found);
    }
    let mut fields = vec![None; guesses.len()];
    for (field, (_, column)) in best {
        if let Some(place) = fields.get_mut(column) {
            *place = Some(field);
        }
    }
    fields
}
