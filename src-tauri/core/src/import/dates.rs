//! Dates as people write them into a register.

use chrono::{Days, NaiveDate};

use super::text::{plain, says_nothing};

/// What a cell of a date column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated {
    /// Nothing.
    Nothing,
    /// One day.
    One(NaiveDate),
    /// The original and the current day.
    Two(NaiveDate, NaiveDate),
    /// Something that is no day.
    Unreadable,
    /// A day that the calendar does not have, or a year out of reach.
    Impossible,
}

const FIRST_YEAR: i32 = 1990;
const LAST_YEAR: i32 = 2199;

/// Names of the months: Polish genitive, nominative and short, English long and short, Roman.
const MONTHS: [&[&str]; 12] = [
    &["stycznia", "styczen", "sty", "january", "jan", "i"],
    &["lutego", "luty", "lut", "february", "feb", "ii"],
    &["marca", "marzec", "mar", "march", "iii"],
    &["kwietnia", "kwiecien", "kwi", "april", "apr", "iv"],
    &["maja", "maj", "may", "v"],
    &["czerwca", "czerwiec", "cze", "june", "jun", "vi"],
    &["lipca", "lipiec", "lip", "july", "jul", "vii"],
    &["sierpnia", "sierpien", "sie", "august", "aug", "viii"],
    &["wrzesnia", "wrzesien", "wrz", "september", "sept", "sep", "ix"],
    &["pazdziernika", "pazdziernik", "paz", "october", "oct", "x"],
    &["listopada", "listopad", "lis", "november", "nov", "xi"],
    &["grudnia", "grudzien", "gru", "december", "dec", "xii"],
];

/// Words that may stand around a date without making a text of it.
const AROUND: [&str; 39] = [
    "r",
    "rok",
    "roku",
    "do",
    "dnia",
    "dn",
    "dzien",
    "godz",
    "t",
    "z",
    "aktualny",
    "aktualnie",
    "obecny",
    "obecnie",
    "zmieniony",
    "zmiana",
    "na",
    "przedluzony",
    "przedluzono",
    "nowy",
    "termin",
    "current",
    "revised",
    "extended",
    "to",
    "by",
    "on",
    "until",
    "now",
    "przedl",
    "przedluzenie",
    "przesuniety",
    "przesunieto",
    "wydluzony",
    "zm",
    "akt",
    "nowa",
    "data",
    "rev",
];

/// Words that say of the date behind them that it is the original one.
const ORIGINAL: [&str; 8] =
    ["pierwotny", "pierwotnie", "pierwotna", "pierw", "original", "originally", "orig", "was"];

/// Reads a cell's text.
pub(super) fn read(text: &str) -> Dated {
    if says_nothing(text) {
        return Dated::Nothing;
    }
    if let Some(day) = serial(text.trim()) {
        return day;
    }
    let mut rest = pieces(text);
    // Each date with whether it is called the original one between the date before it and itself.
    let (mut days, mut spans, mut labelled) = (Vec::new(), false, false);
    let mut at = 0;
    while at < rest.len() {
        match date_at(rest.get(at..).unwrap_or_default()) {
            Some((Some(day), used)) => {
                days.push((day, std::mem::take(&mut labelled)));
                rest.drain(at..at.saturating_add(used).min(rest.len()));
            }
            Some((None, _)) => return Dated::Impossible,
            None => {
                labelled |= rest.get(at).is_some_and(Piece::says_original);
                at = at.saturating_add(1);
            }
        }
    }
    for piece in &rest {
        match piece {
            Piece::Word(word) if word == "od" || word == "from" => spans = true,
            Piece::Word(word) if !around(word) => return Dated::Unreadable,
            Piece::Number(_, _) => return Dated::Unreadable,
            Piece::Word(_) | Piece::Sign(_) | Piece::Time => {}
        }
    }
    match (days.first(), days.last()) {
        (Some((first, false)), Some((last, true))) if days.len() > 1 && !spans => Dated::Two(*last, *first),
        (Some((first, _)), Some((last, _))) if days.len() > 1 && !spans => Dated::Two(*first, *last),
        (_, Some((last, _))) => Dated::One(*last),
        (_, None) => Dated::Unreadable,
    }
}

fn around(word: &str) -> bool {
    AROUND.contains(&word) || ORIGINAL.contains(&word)
}

/// A bare number: the day count of Excel (an old .xls hides dates so), or `yyyymmdd`.
fn serial(text: &str) -> Option<Dated> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u32 = digits.parse().ok()?;
    if digits.len() == 8 {
        let day = i32::try_from(number / 10_000)
            .ok()
            .and_then(|year| dated(year, number / 100 % 100, number % 100));
        return Some(day.map_or(Dated::Impossible, Dated::One));
    }
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(number)))?;
    in_reach(day).map(Dated::One)
}

fn in_reach(day: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year()).then_some(day)
}

fn dated(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).and_then(in_reach)
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// A folded word.
    Word(String),
    /// Any other sign but a blank.
    Sign(char),
    /// A time of day.
    Time,
}

impl Piece {
    fn says_original(&self) -> bool {
        matches!(self, Self::Word(word) if ORIGINAL.contains(&word.as_str()))
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (digit, letter) = (first.is_ascii_digit(), first.is_alphabetic());
        let end = rest
            .find(|c: char| {
                if digit {
                    !c.is_ascii_digit()
                } else if letter {
                    !c.is_alphabetic()
                } else {
                    true
                }
            })
            .filter(|end| *end > 0)
            .unwrap_or(if digit || letter { rest.len() } else { first.len_utf8() });
        let (head, tail) = rest.split_at(end);
        if digit {
            let (time, after) = time_of_day(head, tail);
            if time {
                found.push(Piece::Time);
                rest = after;
                continue;
            }
            found.push(Piece::Number(head.parse().unwrap_or(u32::MAX), head.len()));
        } else if letter {
            let ordinal = matches!(head, "st" | "nd" | "rd" | "th");
            if !(ordinal && matches!(found.last(), Some(Piece::Number(_, _)))) {
                found.push(Piece::Word(plain(head)));
            }
        } else if !first.is_whitespace() {
            found.push(Piece::Sign(first));
        }
        rest = tail;
    }
    found
}

/// `00:00`, `00:00:00`, `00:00:00.000` after its first digits.
fn time_of_day<'a>(head: &str, tail: &'a str) -> (bool, &'a str) {
    if head.len() > 2 || !tail.starts_with(':') {
        return (false, tail);
    }
    (true, tail.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.')))
}

/// A date at the beginning of the pieces, and how many it takes; no day when the calendar has none.
fn date_at(pieces: &[Piece]) -> Option<(Option<NaiveDate>, usize)> {
    let mut at = 0;
    let first = part(pieces, &mut at)?;
    let cut = skip_sign(pieces, &mut at);
    let second = part(pieces, &mut at)?;
    skip_sign(pieces, &mut at);
    let third = part(pieces, &mut at)?;
    use Part::{Month, Number};
    let day = match (first, second, third) {
        (Number(year, 4), Number(month, 1..=2), Number(day, 1..=2)) if cut.is_some() => {
            dated(i32::try_from(year).ok()?, month, day)
        }
        (Number(day, 1..=2), Number(month, 1..=2), Number(year, 2 | 4)) if cut.is_some() => {
            let year = full_year(year)?;
            // Only a month that cannot be one is read the American way.
            let american = cut == Some('/') && month > 12 && day <= 12;
            if american { dated(year, day, month) } else { dated(year, month, day) }
        }
        (Number(day, 1..=2), Month(month), Number(year, 2 | 4)) => dated(full_year(year)?, month, day),
        (Month(month), Number(day, 1..=2), Number(year, 4)) => dated(full_year(year)?, month, day),
        _ => return None,
    };
    Some((day, at))
}

#[derive(Clone, Copy)]
enum Part {
    Number(u32, usize),
    Month(u32),
}

fn part(pieces: &[Piece], at: &mut usize) -> Option<Part> {
    let found = match pieces.get(*at)? {
        Piece::Number(number, digits) => Part::Number(*number, *digits),
        Piece::Word(word) => {
            let month = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
            Part::Month(u32::try_from(month).ok()?.saturating_add(1))
        }
        Piece::Sign(_) | Piece::Time => return None,
    };
    *at = at.saturating_add(1);
    Some(found)
}

fn skip_sign(pieces: &[Piece], at: &mut usize) -> Option<char> {
    match pieces.get(*at) {
        Some(Piece::Sign(sign @ ('.' | '-' | '/' | ',' | '–'))) => {
            *at = at.saturating_add(1);
            Some(*sign)
        }
        Some(Piece::Sign(_) | Piece::Number(_, _) | Piece::Word(_) | Piece::Time) | None => None,
    }
}

fn full_year(year: u32) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    Some(match year {
        90..=99 => year.saturating_add(1900),
        0..=89 => year.saturating_add(2000),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn one_day_in_every_spelling() {
        let spellings = [
            "28.02.2013",
            "28.2.13",
            "28-02-2013",
            "28/02/2013",
            "2013-02-28",
            "2013/02/28",
            "2013.02.28",
            "28 lutego 2013 r.",
            "28 lutego 2013r.",
            "28. lutego 2013",
            "28 II 2013",
            "dnia 28.02.2013 r.",
            "do 28.02.2013",
            "February 28,2013",
            "Feb. 28, 2013",
            "February 28. 2013",
            "28 February 2013",
            "February 28th, 2013",
            "28.II.2013 r.",
            "2013-02-28 00:00:00",
            "2013-02-28T12:30:00",
            "20130228",
            "41333",
            "02/28/2013",
            " 28. 02. 2013 ",
        ];
        for text in spellings {
            assert_eq!(read(text), Dated::One(day(2013, 2, 28)), "{text}");
        }
        assert_eq!(read("April 11. 2023"), Dated::One(day(2023, 4, 11)));
        assert_eq!(read("1.3.14"), Dated::One(day(2014, 3, 1)));
    }

    #[test]
    fn every_month_is_known_by_its_polish_genitive() {
        let names = [
            "stycznia",
            "lutego",
            "marca",
            "kwietnia",
            "maja",
            "czerwca",
            "lipca",
            "sierpnia",
            "września",
            "października",
            "listopada",
            "grudnia",
        ];
        for (month, name) in (1..).zip(names) {
            assert_eq!(read(&format!("3 {name} 2014 r.")), Dated::One(day(2014, month, 3)), "{name}");
        }
    }

    #[test]
    fn two_days_are_the_original_and_the_current_one() {
        let (original, current) = (day(2014, 11, 14), day(2015, 1, 30));
        for text in [
            "14.11.2014 / 30.01.2015",
            "14.11.2014\n30.01.2015",
            "14.11.2014 (30.01.2015)",
            "14.11.2014, przedłużony do 30.01.2015",
            "2014-11-14/2015-01-30",
            "2014-11-14 (przedł. do 2015-01-30)",
        ] {
            assert_eq!(read(text), Dated::Two(original, current), "{text}");
        }
        for text in [
            "30.01.2015 (pierwotnie 14.11.2014)",
            "30.01.2015 (pierw. 14.11.2014)",
            "aktualny 30.01.2015, pierwotny 14.11.2014",
            "aktualny: 30.01.2015\npierwotny: 14.11.2014",
            "pierwotny 14.11.2014, aktualny 30.01.2015",
            "extended to 2015-01-30 (original 2014-11-14)",
            "2015-01-30 (was 2014-11-14)",
            "original 2014-11-14, revised 2015-01-30",
        ] {
            assert_eq!(read(text), Dated::Two(original, current), "{text}");
        }
        assert_eq!(read("od 14.11.2014 do 30.01.2015"), Dated::One(current));
    }

    #[test]
    fn what_is_no_day_is_said_so() {
        for text in [
            "Ongoing",
            "wkrótce",
            "I kwartał 2014",
            "June 2023",
            "31.03",
            "na bieżąco",
            "12",
            "po 28.02.2013 w razie potrzeby",
            "7/2014",
        ] {
            assert_eq!(read(text), Dated::Unreadable, "{text}");
        }
        for text in [
            "31.02.2014",
            "2014-13-01",
            "29.02.2013",
            "28.02.1913",
            "20141332",
            "01.01.2300",
            "31 kwietnia 2014",
        ] {
            assert_eq!(read(text), Dated::Impossible, "{text}");
        }
        for text in ["", " ", "-", "–", "n/d", "brak", "nie dotyczy", "…"] {
            assert_eq!(read(text), Dated::Nothing, "{text}");
        }
    }
}
