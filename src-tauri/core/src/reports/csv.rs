//! Separated values as Excel opens them in Poland: UTF-8 with its mark, semicolons, CR LF.

use std::io::{BufWriter, Result, Write};

use ::csv::{Terminator, WriterBuilder};
use chrono::NaiveDate;

use super::{Field, Table, cell_text};
use crate::words::Lang;

const MARK: &[u8] = b"\xef\xbb\xbf";

/// Signs that make a spreadsheet take a text for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes a table.
///
/// # Errors
/// What the writer below said.
pub(super) fn write(table: &Table, lang: Lang, out: impl Write) -> Result<()> {
    let mut out = BufWriter::new(out);
    out.write_all(MARK)?;
    let mut rows = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(out);
    rows.write_record(table.headers.iter().map(|header| guarded(header)))?;
    for row in &table.rows {
        rows.write_record(row.iter().map(|field| shown(field, lang)))?;
    }
    rows.flush()
}

fn shown(field: &Field, lang: Lang) -> String {
    match field {
        Field::Empty => String::new(),
        Field::Text(text) => guarded(text),
        Field::Date(day) => date(*day, lang),
        Field::Number(number) => number.to_string(),
    }
}

/// A day as the spreadsheet of that language takes it for a day.
fn date(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Pl => day.format("%d.%m.%Y").to_string(),
        Lang::En => day.format("%Y-%m-%d").to_string(),
    }
}

/// The text with an apostrophe before what would be a formula. One that has apostrophes there already gets one
/// more, so that an import, which takes one off, finds the text as it was.
fn guarded(text: &str) -> String {
    let text = cell_text(text);
    if text.trim_start_matches('\'').starts_with(FORMULA) { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(lang: Lang, rows: Vec<Vec<Field>>) -> String {
        let as_of = "2015-01-12".parse().unwrap();
        let table =
            Table { title: String::new(), as_of, headers: vec!["Źródło".into(), "Uwagi".into()], rows };
        let mut bytes = Vec::new();
        write(&table, lang, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_file_is_what_polish_excel_opens() {
        let row = vec![Field::Text("Skarga; \"ustna\"\nz 5 maja".into()), Field::Number(7)];
        let text = written(Lang::Pl, vec![row, vec![Field::Empty, Field::Text("ąę".into())]]);
        assert_eq!(text, "\u{feff}Źródło;Uwagi\r\n\"Skarga; \"\"ustna\"\"\nz 5 maja\";7\r\n;ąę\r\n");
    }

    #[test]
    fn days_are_written_as_the_language_reads_them() {
        let row = vec![Field::Date("2014-12-05".parse().unwrap()), Field::Empty];
        assert!(written(Lang::Pl, vec![row.clone()]).ends_with("\r\n05.12.2014;\r\n"));
        assert!(written(Lang::En, vec![row]).ends_with("\r\n2014-12-05;\r\n"));
    }

    #[test]
    fn formulas_become_text() {
        let pairs = [
            ("=1+1", "'=1+1"),
            ("+48 600", "'+48 600"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("'cudzysłów", "'cudzysłów"),
            ("a=1", "a=1"),
        ];
        for (text, wanted) in pairs {
            assert_eq!(guarded(text), wanted);
        }
    }

    #[test]
    fn a_writer_that_fails_is_an_error() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> Result<usize> {
                Err(std::io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
        let as_of = "2015-01-12".parse().unwrap();
        let table = Table { title: String::new(), as_of, headers: vec!["Lp.".into()], rows: Vec::new() };
        assert_eq!(write(&table, Lang::Pl, Full).unwrap_err().kind(), std::io::ErrorKind::StorageFull);
    }
}
