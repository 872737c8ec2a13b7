//! OpenDocument spreadsheets. The reader hands over cells; merged areas are found in the markup beside it.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader};

use super::grid::{Book, put_range};
use super::limits::{COLUMNS, ROWS};
use super::{Limit, Merged, SheetError, Workbook, archive};

/// Reads all tables.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let mut file: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(told)?;
    let markup = archive::text(&mut archive::open(Cursor::new(bytes))?, "content.xml")?;
    let merged = merged_areas(&markup);
    let mut book = Book::default();
    for (place, name) in file.sheet_names().into_iter().enumerate() {
        let mut grid = book.begin(&name)?;
        let range = file.worksheet_range(&name).map_err(told)?;
        put_range(&mut grid, &range)?;
        for (_, area) in merged.iter().filter(|(table, _)| *table == place) {
            grid.merge(*area);
        }
        grid.end();
    }
    Ok(book.done())
}

fn told(error: OdsError) -> SheetError {
    if matches!(error, OdsError::Password) {
        return SheetError::Encrypted;
    }
    if matches!(error, OdsError::CellLimitExceeded { .. }) {
        return SheetError::too_big(Limit::Cells);
    }
    SheetError::unreadable(error)
}

/// The merged areas of each table, by its place in the file.
fn merged_areas(markup: &str) -> Vec<(usize, Merged)> {
    let mut found = Vec::new();
    let mut at = Place::default();
    for tag in markup.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split([' ', '/', '\n', '\t', '\r']).find(|part| !part.is_empty()).unwrap_or_default();
        let closes = tag.starts_with('/');
        match name {
            "table:table" if closes => at.table = at.table.saturating_add(1),
            "table:table" => (at.row, at.column) = (0, 0),
            "table:table-row" if closes => at.end_row(),
            "table:table-row" => {
                at.column = 0;
                at.repeats = number(tag, "table:number-rows-repeated=");
                if tag.ends_with('/') {
                    at.end_row();
                }
            }
            "table:table-cell" | "table:covered-table-cell" if !closes => found.extend(at.cell(tag)),
            _ => {}
        }
    }
    found
}

#[derive(Default)]
struct Place {
    table: usize,
    row: u32,
    column: u32,
    repeats: u32,
}

impl Place {
    fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.repeats.max(1)).min(ROWS);
    }

    fn cell(&mut self, tag: &str) -> Option<(usize, Merged)> {
        let (wide, high) =
            (number(tag, "table:number-columns-spanned="), number(tag, "table:number-rows-spanned="));
        let area = Merged {
            top: self.row,
            left: self.column,
            bottom: self.row.saturating_add(high.saturating_sub(1)),
            right: self.column.saturating_add(wide.saturating_sub(1)),
        };
        let repeats = number(tag, "table:number-columns-repeated=").max(1);
        self.column = self.column.saturating_add(repeats).min(COLUMNS);
        (wide > 1 || high > 1).then_some((self.table, area))
    }
}

fn number(tag: &str, attribute: &str) -> u32 {
    let value = tag.split_once(attribute).map_or("", |(_, rest)| rest);
    let digits: String = value.chars().skip(1).take_while(char::is_ascii_digit).take(9).collect();
    digits.parse().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_are_found_behind_repeated_rows_and_columns() {
        let markup = r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="3">
            <table:table-cell/></table:table-row><table:table-row><table:table-cell
            table:number-columns-repeated="2"/><table:table-cell table:number-columns-spanned="2"
            table:number-rows-spanned="1"><text:p>x</text:p></table:table-cell><table:covered-table-cell/>
            </table:table-row></table:table>"#;
        let area = Merged { top: 3, left: 2, bottom: 3, right: 3 };
        assert_eq!(merged_areas(markup), vec![(0, area)]);
    }
}
