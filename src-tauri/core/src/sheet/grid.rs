//! Rows of cells as they are read, each limit checked as it comes near.

use chrono::{NaiveDate, NaiveDateTime};

use super::limits::{CELL_CHARS, CELLS, COLUMNS, MERGED, ROWS, SHEETS, TEXT_BYTES};
use super::{Cell, Limit, Merged, Sheet, SheetError, Workbook};

/// The sheets read so far.
#[derive(Default)]
pub(super) struct Book {
    sheets: Vec<Sheet>,
    cells: usize,
    text: usize,
}

/// The sheet being read.
pub(super) struct Grid<'a> {
    book: &'a mut Book,
    sheet: Sheet,
}

impl Book {
    /// Begins a sheet.
    pub(super) fn begin(&mut self, name: &str) -> Result<Grid<'_>, SheetError> {
        if self.sheets.len() >= SHEETS {
            return Err(SheetError::too_big(Limit::Sheets));
        }
        let sheet = Sheet { name: name.to_string(), ..Sheet::default() };
        Ok(Grid { book: self, sheet })
    }

    /// All sheets.
    pub(super) fn done(self) -> Workbook {
        Workbook { sheets: self.sheets }
    }
}

impl Grid<'_> {
    /// Puts a cell in place; a blank one leaves no trace.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), SheetError> {
        if cell.is_blank() {
            return Ok(());
        }
        if row >= ROWS {
            return Err(SheetError::TooManyRows);
        }
        if column >= COLUMNS {
            return Err(SheetError::too_big(Limit::Columns));
        }
        self.count(&cell)?;
        let (row, column) = (row as usize, column as usize);
        if self.sheet.rows.len() <= row {
            self.sheet.rows.resize_with(row.saturating_add(1), Vec::new);
        }
        if let Some(cells) = self.sheet.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column.saturating_add(1), Cell::default);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    fn count(&mut self, cell: &Cell) -> Result<(), SheetError> {
        self.book.cells = self.book.cells.saturating_add(1);
        if self.book.cells > CELLS {
            return Err(SheetError::too_big(Limit::Cells));
        }
        if let Cell::Text(text) = cell {
            if text.len() > CELL_CHARS && text.chars().count() > CELL_CHARS {
                return Err(SheetError::too_big(Limit::CellText));
            }
            self.book.text = self.book.text.saturating_add(text.len());
            if self.book.text > TEXT_BYTES {
                return Err(SheetError::too_big(Limit::Text));
            }
        }
        Ok(())
    }

    /// Notes a merged area.
    pub(super) fn merge(&mut self, area: Merged) {
        let inside = area.bottom < ROWS && area.right < COLUMNS;
        let joins = area.bottom > area.top || area.right > area.left;
        let forward = area.bottom >= area.top && area.right >= area.left;
        if inside && joins && forward && self.sheet.merged.len() < MERGED {
            self.sheet.merged.push(area);
        }
    }

    /// Ends the sheet; empty rows before its first one are left out.
    pub(super) fn end(mut self) {
        let empty = self.sheet.rows.iter().take_while(|row| row.is_empty()).count();
        if empty == self.sheet.rows.len() {
            self.sheet.rows.clear();
        } else {
            self.sheet.rows.drain(..empty);
            self.sheet.first_row = u32::try_from(empty).unwrap_or(0);
        }
        self.book.sheets.push(self.sheet);
    }
}

/// A cell with a number that the sheet shows as a date. Days outside the calendar of Excel stay numbers.
pub(super) fn dated(day: calamine::ExcelDateTime) -> Cell {
    let number = day.as_f64();
    let in_calendar = number.is_finite() && (1.0..2_958_466.0).contains(&number);
    if day.is_duration() || !in_calendar {
        return Cell::Number(number);
    }
    day.as_datetime().map_or(Cell::Number(number), |moment| Cell::Date(moment.date()))
}

/// A cell with a date in ISO 8601, with or without a time of day.
pub(super) fn dated_iso(text: &str) -> Cell {
    let whole = text.parse::<NaiveDate>().ok();
    let part = || text.parse::<NaiveDateTime>().ok().map(|moment| moment.date());
    let head = || text.split_once('T').and_then(|(day, _)| day.parse::<NaiveDate>().ok());
    whole.or_else(part).or_else(head).map_or_else(|| Cell::Text(text.to_string()), Cell::Date)
}

/// A cell as calamine hands it over.
pub(super) fn cell_of(found: &calamine::Data) -> Cell {
    use calamine::Data;
    match found {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(day) => dated(*day),
        Data::DateTimeIso(text) => dated_iso(text),
        Data::Error(error) => Cell::Text(error.to_string()),
    }
}

/// Puts a whole range in place.
pub(super) fn put_range(
    grid: &mut Grid<'_>,
    range: &calamine::Range<calamine::Data>,
) -> Result<(), SheetError> {
    let (top, left) = range.start().unwrap_or((0, 0));
    for (row, column, found) in range.used_cells() {
        let row = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(top);
        let column = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(left);
        grid.put(row, column, cell_of(found))?;
    }
    Ok(())
}
