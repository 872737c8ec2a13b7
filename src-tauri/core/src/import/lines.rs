//! Which lines under the header are rows of the register, and which are totals, signatures, notes, numbering or
//! the header again.

use super::dates::{self, Dated};
use super::field::Field;
use super::table::Table;
use super::text::{plain, says_nothing};
use super::words;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing, or only the running number of a row that was never filled in.
    Blank,
    /// A row of the register.
    Row,
    /// Something else that stands in the sheet.
    Other,
}

const TOTALS: [&str; 8] = ["razem", "suma", "ogolem", "lacznie", "total", "totals", "sum", "w sumie"];
const FOOTERS: [&str; 34] = [
    "sporzadz",
    "zatwierdz",
    "sprawdzil",
    "opracowa",
    "podpis",
    "razem",
    "suma",
    "ogolem",
    "lacznie",
    "legenda",
    "uwaga",
    "uwagi",
    "objasnien",
    "stan na",
    "data sporz",
    "data wydruku",
    "data i podpis",
    "wydruk",
    "wydrukow",
    "strona",
    "liczba",
    "pozycji",
    "przeniesion",
    "prepared",
    "approved",
    "checked",
    "total",
    "sum",
    "note",
    "legend",
    "printed",
    "page",
    "signature",
    "as of",
];
const SIGNATURES: [&str; 9] = [
    "sporzadz",
    "zatwierdzil",
    "sprawdzil",
    "opracowa",
    "podpis",
    "prepared",
    "approved",
    "checked",
    "signature",
];
const LONGEST_NUMBER: usize = 40;

/// Judges a line by its texts.
pub(super) fn judge(table: &Table<'_>, row: usize, texts: &[String]) -> Line {
    let held: Vec<(usize, &str)> = texts
        .iter()
        .enumerate()
        .map(|(column, text)| (column, text.trim()))
        .filter(|(_, text)| text.chars().any(char::is_alphanumeric))
        .collect();
    let Some((first_column, first)) = held.first().copied() else { return Line::Blank };
    let field = |column: usize| table.fields.get(column).copied().flatten();
    let alone = held.len() == 1;
    if alone
        && field(first_column) == Some(Field::Ordinal)
        && first.chars().all(|c| c.is_ascii_digit() || c == '.')
    {
        return Line::Blank;
    }
    if is_header_again(table, &held) || is_numbering(&held) || (alone && table.is_wide(row, first_column)) {
        return Line::Other;
    }
    let of = |wanted: &[Field]| {
        let holds = |column: usize| field(column).is_some_and(|field| wanted.contains(&field));
        held.iter().find(|(column, _)| holds(*column)).map(|held| held.1)
    };
    let described = of(&[Field::Title, Field::Finding, Field::Action]);
    let number = of(&[Field::Number, Field::Identity]);
    let beside = matches!(field(first_column), None | Some(Field::Ordinal | Field::Number | Field::Identity));
    // Whoever is named beside a day answers for something by that day, whatever word the line begins with; only a
    // signature ("Sporządził:") names a person and a day too.
    let owned = of(&[Field::Owner]).is_some_and(|text| !says_nothing(text));
    let due = of(&[Field::Due, Field::OriginalDue, Field::CurrentDue]);
    let carried = owned && due.is_some_and(is_day) && !first.ends_with(':') && !is_signature(first);
    if !carried && is_footer(first, described, beside, held.len()) {
        return Line::Other;
    }
    match (described, number) {
        (Some(_), _) => Line::Row,
        (None, Some(number)) if looks_like_number(number, alone) => Line::Row,
        (None, _) if carried => Line::Row,
        (None, _) => Line::Other,
    }
}

/// A signature as forms have it: one or two words, with or without their colon.
fn is_signature(first: &str) -> bool {
    let text = plain(first);
    text.split(' ').count() <= 2 && SIGNATURES.iter().any(|word| text.starts_with(word))
}

fn is_day(text: &str) -> bool {
    matches!(dates::read(text), Dated::One(_) | Dated::Two(_, _))
}

/// A total, a signature or a note. `beside` says that the first cell stands where no description would.
pub(super) fn is_footer(first: &str, described: Option<&str>, beside: bool, cells: usize) -> bool {
    let text = plain(first);
    if TOTALS.contains(&text.as_str()) {
        return true;
    }
    if !FOOTERS.iter().any(|word| text.starts_with(word)) {
        return false;
    }
    match described {
        None => true,
        Some(described) if described == first => {
            cells <= 3 && (first.contains(':') || text.split(' ').count() <= 3)
        }
        Some(_) => beside && (first.contains(':') || !first.chars().any(|c| c.is_ascii_digit())),
    }
}

/// Every cell repeats what stands above its column.
pub(super) fn is_header_again(table: &Table<'_>, held: &[(usize, &str)]) -> bool {
    let repeats = |(column, text): &(usize, &str)| {
        let (header, text) = (plain(table.headers.get(*column).map_or("", String::as_str)), plain(text));
        header == text || header.starts_with(&format!("{text} ")) || header.ends_with(&format!(" {text}"))
    };
    held.len() >= 2 && held.iter().all(repeats)
}

/// "1 | 2 | 3 | …", the numbering of columns that forms have under their header.
pub(super) fn is_numbering(held: &[(usize, &str)]) -> bool {
    let numbers: Option<Vec<u32>> =
        held.iter().map(|(_, text)| text.trim_matches(['.', ')', '(']).parse().ok()).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() >= 3
            && numbers
                .windows(2)
                .all(|pair| matches!(pair, [left, right] if left.checked_add(1) == Some(*right)))
    })
}

/// A number without a description is a row only when it looks like one: "DK/5/2014", but not "Rok 2014", a day or
/// a total. One that stands quite alone needs the strokes of a number too.
fn looks_like_number(text: &str, alone: bool) -> bool {
    let year = plain(text).trim_start_matches("rok ").trim_start_matches("year ").parse::<i32>();
    let is_year = year.is_ok_and(|year| (1990..2200).contains(&year));
    let short = text.chars().count() <= LONGEST_NUMBER && text.split_whitespace().count() <= 3;
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let stroked = text.contains(['/', '-', '.', '_']) || words::kind_of_number(text).is_some();
    short && digits && !is_year && !is_day(text) && !text.contains(':') && (stroked || !alone)
}
