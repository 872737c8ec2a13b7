//! Separated values as Excel and LibreOffice write them: UTF-8 with or without its mark, UTF-16 with it,
//! Windows-1250; semicolons, commas or tabs. Rows are counted as a spreadsheet counts them, blank ones too.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250};

use super::grid::Book;
use super::{Cell, SheetError, Workbook};

const SEPARATORS: [char; 3] = [';', ',', '\t'];
const JUDGED_CHARS: usize = 64 << 10;

/// Reads the one table of a text file.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let text = decoded(bytes)?;
    let (text, separator) = separated(&text);
    let mut book = Book::default();
    let mut grid = book.begin("")?;
    let mut failed = None;
    each_row(text, separator, |row, cells| {
        for (column, cell) in cells.into_iter().enumerate() {
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            if let Err(error) = grid.put(row, column, Cell::Text(unguarded(cell))) {
                failed = Some(error);
                return false;
            }
        }
        true
    });
    if let Some(error) = failed {
        return Err(error);
    }
    grid.end();
    Ok(book.done())
}

fn decoded(bytes: &[u8]) -> Result<String, SheetError> {
    let marked = [(UTF_16LE, [0xff, 0xfe]), (UTF_16BE, [0xfe, 0xff])];
    if let Some((encoding, _)) = marked.into_iter().find(|(_, mark)| bytes.starts_with(mark)) {
        let (text, _, _) = encoding.decode(bytes);
        return if text.contains('\0') { Err(SheetError::UnsupportedFormat) } else { Ok(text.into_owned()) };
    }
    let (text, _, bad) = UTF_8.decode(bytes);
    if !bad {
        return Ok(text.into_owned());
    }
    Ok(WINDOWS_1250.decode_without_bom_handling(bytes).0.into_owned())
}

/// The separator: named in a first line `sep=;` (which stays as an empty row), else the one that cuts most rows
/// into equally many cells.
fn separated(text: &str) -> (&str, char) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(named) = rest.chars().next()
        && let Some(after) = rest.get(named.len_utf8()..)
        && after.starts_with(['\r', '\n'])
    {
        return (after, named);
    }
    let end = text.char_indices().nth(JUDGED_CHARS).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or(text);
    let judged = SEPARATORS.into_iter().map(|separator| (weight(head, separator), separator));
    // The first of equals: a semicolon is what Polish and a comma what English Excel writes.
    let best = judged.fold((0, ';'), |best, next| if next.0 > best.0 { next } else { best });
    (text, best.1)
}

fn weight(text: &str, separator: char) -> usize {
    let mut widths = std::collections::BTreeMap::<usize, usize>::new();
    each_row(text, separator, |_, cells| {
        let count = widths.entry(cells.len()).or_default();
        *count = count.saturating_add(1);
        true
    });
    widths.into_iter().map(|(width, count)| width.saturating_sub(1).saturating_mul(count)).max().unwrap_or(0)
}

/// Cuts a text into rows of cells; `seen` says whether to go on.
fn each_row(text: &str, separator: char, mut seen: impl FnMut(u32, Vec<String>) -> bool) {
    let mut row = 0_u32;
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if quoted {
            match letter {
                '"' if letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' => quoted = false,
                other => cell.push(other),
            }
            continue;
        }
        match letter {
            '"' if cell.is_empty() => quoted = true,
            '\r' | '\n' => {
                if letter == '\r' && letters.peek() == Some(&'\n') {
                    letters.next();
                }
                cells.push(std::mem::take(&mut cell));
                if !seen(row, std::mem::take(&mut cells)) {
                    return;
                }
                row = row.saturating_add(1);
            }
            other if other == separator => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        seen(row, cells);
    }
}

/// Takes off the apostrophe that an export puts before a text that a spreadsheet would take for a formula.
fn unguarded(cell: String) -> String {
    let bare = cell.trim_start_matches('\'');
    if bare.len() < cell.len() && bare.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return cell.strip_prefix('\'').unwrap_or(&cell).to_string();
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let book = read(bytes).unwrap();
        book.sheets[0].rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect()
    }

    #[test]
    fn blank_lines_count_and_quotes_hold_lines_together() {
        let book = read(b"\r\nA;B\r\n\r\n\"one\r\ntwo\";\"say \"\"so\"\"\"\r\nlast;").unwrap();
        let sheet = &book.sheets[0];
        assert_eq!(sheet.first_row, 1);
        assert_eq!(sheet.rows.len(), 4);
        assert_eq!(sheet.rows[2], vec![Cell::Text("one\r\ntwo".into()), Cell::Text("say \"so\"".into())]);
    }

    #[test]
    fn the_separator_is_found_in_spite_of_commas_in_titles() {
        assert_eq!(rows(b"Register, year 2014, all\na;b, c\nd;e\n")[1], vec!["a", "b, c"]);
        assert_eq!(rows(b"a\tb\nc\td;x\n")[1], vec!["c", "d;x"]);
        assert_eq!(rows(b"a,b\n\"c,c\",d\n")[1], vec!["c,c", "d"]);
        assert_eq!(rows(b"sep=,\na;x,b\n")[0], vec!["a;x", "b"]);
    }

    #[test]
    fn every_encoding_of_the_same_text_reads_alike() {
        let text = "Źródło;Żółć\nŁódź;ąęśćń\n";
        let wanted = vec![vec!["Źródło", "Żółć"], vec!["Łódź", "ąęśćń"]];
        let utf16 = |little: bool| -> Vec<u8> {
            let units = std::iter::once(0xfeff_u16).chain(text.encode_utf16());
            units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        };
        assert_eq!(rows(text.as_bytes()), wanted);
        assert_eq!(rows(format!("\u{feff}{text}").as_bytes()), wanted);
        assert_eq!(rows(&utf16(true)), wanted);
        assert_eq!(rows(&utf16(false)), wanted);
        assert_eq!(rows(&WINDOWS_1250.encode(text).0), wanted);
    }

    #[test]
    fn one_guard_is_taken_off_and_other_apostrophes_stay() {
        assert_eq!(unguarded("'=1+1".into()), "=1+1");
        assert_eq!(unguarded("''=1".into()), "'=1");
        assert_eq!(unguarded("'quoted'".into()), "'quoted'");
    }
}
