//! A workbook with one sheet: real dates, a header that stays in sight, a filter, ready to print.

use std::any::Any;
use std::io::{BufWriter, Error, Result, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::{Datelike, NaiveDate, NaiveTime};
use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, FormatPattern, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

use super::words::{self, Column};
use super::{Field, Table, cell_text};
use crate::words::Lang;

/// What a cell holds, counted in UTF-16 as spreadsheets do.
const CELL_UNITS: usize = 32_767;
/// A printed heading is shorter: with its codes at most 255 signs.
const HEADING_CHARS: usize = 120;
/// Columns that stay in sight: ordinal and number.
const FROZEN_COLUMNS: u16 = 2;

/// Writes a table. Rows go through a temporary file in `scratch`, so that the size of a register does not matter
/// to the memory.
///
/// # Errors
/// What the system said; a full disk among it.
pub(super) fn write(table: &Table, lang: Lang, scratch: &Path, out: impl Write + Send) -> Result<()> {
    // The library below panics where its temporary file cannot be written to, as on a full disk.
    let written = catch_unwind(AssertUnwindSafe(|| save(table, lang, scratch, out)));
    match written {
        Ok(saved) => saved.map_err(told),
        Err(panic) => Err(Error::other(said(panic.as_ref()))),
    }
}

fn save(
    table: &Table,
    lang: Lang,
    scratch: &Path,
    out: impl Write + Send,
) -> std::result::Result<(), XlsxError> {
    let mut book = Workbook::new();
    book.set_tempdir(scratch)?;
    book.set_properties(&properties(table, lang));
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(words::sheet(lang))?;
    lay_out(sheet, table, lang)?;
    fill(sheet, table, lang)?;
    let mut out = BufWriter::new(out);
    book.save_to_writer(&mut out)?;
    out.flush()?;
    Ok(())
}

fn told(error: XlsxError) -> Error {
    if let XlsxError::IoError(error) | XlsxError::TempFileError(_, error) = error {
        return error;
    }
    Error::other(error)
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("the workbook could not be written")
        .into()
}

fn properties(table: &Table, lang: Lang) -> DocProperties {
    let language = match lang {
        Lang::Pl => "pl-PL",
        Lang::En => "en-GB",
    };
    DocProperties::new()
        .set_title(table.title.as_str())
        .set_author("CAPA Desk")
        .set_creation_datetime(&table.as_of.and_time(NaiveTime::MIN))
        .set_custom_property("Language", language)
}

fn lay_out(sheet: &mut Worksheet, table: &Table, lang: Lang) -> std::result::Result<(), XlsxError> {
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(table.headers.len()).unwrap_or(u16::MAX);
    for (index, column) in (0..columns).zip(Column::ALL) {
        sheet.set_column_width(index, width(column))?;
    }
    sheet.set_freeze_panes(1, FROZEN_COLUMNS)?;
    if let Some(last) = columns.checked_sub(1) {
        sheet.autofilter(0, 0, last_row, last)?;
        // A number such as 12 that stands as text in a title is meant so.
        sheet.ignore_error_range(0, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
    }
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0);
    let heading: String = table.title.chars().take(HEADING_CHARS).collect();
    sheet.set_header(format!("&C&B{}", literal(&heading)));
    let day = words::stands_for(table.as_of, lang);
    sheet.set_footer(format!("&L{}&C{}&R&P / &N", words::drawn_up(lang), literal(&day)));
    Ok(())
}

/// The code of A4 in a workbook.
const PAPER_A4: u8 = 9;

/// An ampersand begins a code in a heading.
fn literal(text: &str) -> String {
    text.replace('&', "&&")
}

fn width(column: Column) -> f64 {
    match column {
        Column::Ordinal => 5.0,
        Column::Kind => 8.0,
        Column::Number | Column::Clause | Column::Grade => 14.0,
        Column::RegisteredOn
        | Column::OriginalDue
        | Column::CurrentDue
        | Column::DoneOn
        | Column::ReviewDue
        | Column::ClosedOn => 12.5,
        Column::Source | Column::Process | Column::Department | Column::Owner => 24.0,
        Column::Status | Column::ReviewResult => 20.0,
        Column::Title | Column::Remarks => 34.0,
        Column::Statement | Column::Cause | Column::Action => 48.0,
        Column::Identity => 38.0,
    }
}

fn fill(sheet: &mut Worksheet, table: &Table, lang: Lang) -> std::result::Result<(), XlsxError> {
    let cell = Format::new().set_align(FormatAlign::Top);
    let text = cell.clone().set_text_wrap();
    let date = cell.clone().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left);
    let header = text
        .clone()
        .set_bold()
        .set_pattern(FormatPattern::Solid)
        .set_background_color(Color::RGB(0x00DD_E6F0))
        .set_border_bottom(FormatBorder::Thin);
    for (column, name) in (0_u16..).zip(&table.headers) {
        sheet.write_string_with_format(0, column, fitting(name, lang), &header)?;
    }
    for (row, fields) in (1_u32..).zip(&table.rows) {
        for (column, field) in (0_u16..).zip(fields) {
            match field {
                Field::Empty => {}
                Field::Text(words) => {
                    sheet.write_string_with_format(row, column, fitting(words, lang), &text)?;
                }
                Field::Date(day) if is_excel_day(*day) => {
                    sheet.write_date_with_format(row, column, day, &date)?;
                }
                Field::Date(day) => {
                    sheet.write_string_with_format(row, column, day.to_string(), &text)?;
                }
                Field::Number(number) => {
                    sheet.write_number_with_format(row, column, *number, &cell)?;
                }
            }
        }
    }
    Ok(())
}

/// Whether a spreadsheet has that day; its calendar begins in 1900, and only from March on all agree on it.
fn is_excel_day(day: NaiveDate) -> bool {
    (1901..=9999).contains(&day.year())
}

/// The text as a cell can hold it, with a mark where it had to be cut.
fn fitting(text: &str, lang: Lang) -> String {
    let text = cell_text(text);
    if text.encode_utf16().count() <= CELL_UNITS {
        return text.into_owned();
    }
    let mark = words::cut(lang);
    let mut room = CELL_UNITS.saturating_sub(mark.encode_utf16().count());
    let kept = text.chars().take_while(|c| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    });
    kept.chain(mark.chars()).collect()
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    fn table(rows: usize) -> Table {
        let as_of = "2015-01-12".parse().unwrap();
        let row = vec![Field::Number(1), Field::Text("Źródło".into())];
        let headers = vec!["Lp.".into(), "Nr karty".into()];
        Table { title: "Rejestr & inne".into(), as_of, headers, rows: vec![row; rows] }
    }

    /// A disk that takes so many bytes and no more.
    struct Small(usize);

    impl Write for Small {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_disk_that_fills_up_is_an_error_at_any_point() {
        let folder = tempfile::tempdir().unwrap();
        let table = table(20_000);
        let mut whole = Vec::new();
        write(&table, Lang::Pl, folder.path(), &mut whole).unwrap();
        for room in [0, 1000, whole.len() / 2, whole.len() - 1] {
            assert!(
                write(&table, Lang::Pl, folder.path(), Small(room)).is_err(),
                "{room} of {}",
                whole.len()
            );
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(&table(1), Lang::Pl, &folder.path().join("gone"), Vec::new()).is_err());
    }

    #[test]
    fn the_same_table_is_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = |rows| {
            let mut bytes = Vec::new();
            write(&table(rows), Lang::Pl, folder.path(), &mut bytes).unwrap();
            bytes
        };
        assert_eq!(file(3), file(3));
        assert_ne!(file(3), file(4));
    }

    #[test]
    fn only_texts_longer_than_a_cell_are_cut_and_never_inside_a_sign() {
        let fits = "ż".repeat(CELL_UNITS);
        assert_eq!(fitting(&fits, Lang::Pl), fits);
        for long in ["ż".repeat(CELL_UNITS + 1), format!("a{}", "😀".repeat(CELL_UNITS))] {
            let cut = fitting(&long, Lang::Pl);
            let units = cut.encode_utf16().count();
            assert!(units == CELL_UNITS || units == CELL_UNITS - 1, "{units}");
            let kept = cut.strip_suffix(words::cut(Lang::Pl)).unwrap();
            assert!(long.starts_with(kept));
        }
    }

    #[test]
    fn days_out_of_reach_are_written_as_text() {
        let ok = |text: &str| is_excel_day(text.parse().unwrap());
        assert!(ok("1901-01-01") && ok("2015-01-12"));
        assert!(!ok("1899-12-31") && !ok("+10000-01-01"));
    }
}
