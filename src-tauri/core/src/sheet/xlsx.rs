//! Excel since 2007, cell by cell. A whole range is never asked for: a sheet of two cells can claim one of
//! seventeen thousand million.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::grid::{Book, Grid, dated, dated_iso};
use super::{Cell, Merged, SheetError, Workbook};

/// Reads all worksheets.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(told)?;
    let mut book = Book::default();
    for name in file.sheet_names() {
        let mut grid = book.begin(&name)?;
        if !fill(&mut file, &name, &mut grid)? {
            continue;
        }
        for area in file.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            grid.merge(Merged {
                top: area.start.0,
                left: area.start.1,
                bottom: area.end.0,
                right: area.end.1,
            });
        }
        grid.end();
    }
    Ok(book.done())
}

/// False for a sheet that is none of cells, such as a chart.
fn fill(file: &mut Xlsx<Cursor<&[u8]>>, name: &str, grid: &mut Grid<'_>) -> Result<bool, SheetError> {
    let mut cells = match file.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(false),
        Err(error) => return Err(told(error)),
    };
    while let Some(found) = cells.next_cell().map_err(told)? {
        let (row, column) = found.get_position();
        grid.put(row, column, cell_of(found.get_value()))?;
    }
    Ok(true)
}

fn cell_of(found: &DataRef<'_>) -> Cell {
    match found {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_string()),
        DataRef::Bool(value) => Cell::Bool(*value),
        DataRef::DateTime(day) => dated(*day),
        DataRef::DateTimeIso(text) => dated_iso(text),
        DataRef::Error(error) => Cell::Text(error.to_string()),
    }
}

fn told(error: XlsxError) -> SheetError {
    if matches!(error, XlsxError::Password) {
        return SheetError::Encrypted;
    }
    SheetError::unreadable(error)
}
