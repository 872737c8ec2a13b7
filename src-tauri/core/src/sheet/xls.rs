//! Excel until 2003 (BIFF).

use std::io::Cursor;

use calamine::{Reader, Xls, XlsError};

use super::grid::{Book, put_range};
use super::{Merged, SheetError, Workbook};

/// Reads all worksheets.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let mut file: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(told)?;
    let mut book = Book::default();
    for name in file.sheet_names() {
        let mut grid = book.begin(&name)?;
        let range = file.worksheet_range(&name).map_err(told)?;
        put_range(&mut grid, &range)?;
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

fn told(error: XlsError) -> SheetError {
    if matches!(error, XlsError::Password) {
        return SheetError::Encrypted;
    }
    let cut_off = matches!(error, XlsError::EoStream(_))
        || matches!(&error, XlsError::Cfb(source) if is_cut_off(source))
        || matches!(&error, XlsError::Io(source) if is_cut_off(source));
    if cut_off { SheetError::Truncated } else { SheetError::unreadable(error) }
}

/// The reader keeps its kinds of damage to itself; what it says is all there is to go by.
fn is_cut_off(error: &(dyn std::error::Error + 'static)) -> bool {
    let io = error.downcast_ref::<std::io::Error>().or_else(|| error.source()?.downcast_ref());
    io.is_some_and(|io| io.kind() == std::io::ErrorKind::UnexpectedEof)
        || error.to_string().contains("past end of file")
}
