//! One row of a small register: what its cells say, and what could not be read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns::Column;
use crate::domain::ids::{CaseId, DepartmentId, PostId, ProcessId};
use crate::import::dates::{self, Dated};
use crate::import::text::{one_line, plain, says_nothing};
use crate::register::Register;

/// The cells of a row by what their columns hold.
pub(super) struct Cells<'a> {
    pub register: &'a Register,
    texts: BTreeMap<Column, (String, String)>,
    /// Headers with kinds of problems and the texts they are about.
    pub problems: Vec<(String, String, String)>,
    /// The year that the sheet speaks of beside its rows.
    pub year: Option<i32>,
    /// The name of the sheet or the file, for entries without a name of their own.
    pub title: &'a str,
}

impl<'a> Cells<'a> {
    /// The cells of a row: column, header and text.
    pub(super) fn of(
        register: &'a Register,
        told: impl Iterator<Item = (Column, String, String)>,
        year: Option<i32>,
        title: &'a str,
    ) -> Self {
        let texts = told.map(|(column, header, text)| (column, (header, text.trim().to_string())));
        // The first of two columns of a sort speaks.
        let mut first = BTreeMap::new();
        for (column, told) in texts {
            first.entry(column).or_insert(told);
        }
        Self { register, texts: first, problems: Vec::new(), year, title }
    }

    /// The text of a cell; empty where it says nothing.
    pub(super) fn text(&self, column: Column) -> String {
        self.texts.get(&column).map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// The same on one line.
    pub(super) fn line(&self, column: Column) -> String {
        let text = one_line(&self.text(column));
        if says_nothing(&text) { String::new() } else { text }
    }

    /// The folded text of a cell.
    pub(super) fn plain(&self, column: Column) -> String {
        plain(&self.text(column))
    }

    /// Whether a cell says something.
    pub(super) fn says(&self, column: Column) -> bool {
        self.texts.get(&column).is_some_and(|(_, text)| !says_nothing(text))
    }

    /// Tells that a cell could not be read.
    pub(super) fn problem(&mut self, column: Column, kind: &str) {
        let (header, text) = self.texts.get(&column).cloned().unwrap_or_default();
        self.problems.push((header, kind.to_string(), text));
    }

    /// The day of a cell; of two the later word counts.
    pub(super) fn day(&mut self, column: Column) -> Option<NaiveDate> {
        match dates::read(&self.text(column)) {
            Dated::Nothing => None,
            Dated::One(day) | Dated::Two(_, day) => Some(day),
            Dated::Unreadable => {
                self.problem(column, "unreadable_date");
                None
            }
            Dated::Impossible => {
                self.problem(column, "impossible_date");
                None
            }
        }
    }

    /// A whole number.
    pub(super) fn count(&mut self, column: Column) -> Option<u32> {
        if !self.says(column) {
            return None;
        }
        let text: String = self.text(column).chars().filter(|c| !c.is_whitespace()).collect();
        let read = text.strip_suffix(".0").unwrap_or(&text).parse().ok();
        if read.is_none() {
            self.problem(column, "unreadable_number");
        }
        read
    }

    /// A number in hundredths, with the scale where the cell says one: `4,3`, `4.25/5`, `86%`.
    pub(super) fn hundredths(&mut self, column: Column) -> (Option<u32>, Option<u32>) {
        if !self.says(column) {
            return (None, None);
        }
        let read = scored(&self.text(column));
        if read.is_none() {
            self.problem(column, "unreadable_number");
        }
        read.map_or((None, None), |(score, scale)| (Some(score), scale))
    }

    /// The process of that symbol or name.
    pub(super) fn process(&mut self, column: Column) -> Option<ProcessId> {
        let all = self.register.processes().map(|stood| &stood.record);
        let named = all.map(|it| (it.id, it.code.as_str(), it.name.as_str()));
        let found = self.named(column, named.collect());
        self.known(column, found, "unknown_process")
    }

    /// The unit of that symbol or name.
    pub(super) fn department(&mut self, column: Column) -> Option<DepartmentId> {
        let all = self.register.departments().map(|stood| &stood.record);
        let named = all.map(|it| (it.id, it.code.as_str(), it.name.as_str()));
        let found = self.named(column, named.collect());
        self.known(column, found, "unknown_department")
    }

    /// The post of that name.
    pub(super) fn post(&mut self, column: Column) -> Option<PostId> {
        let all = self.register.posts().map(|stood| &stood.record);
        let named = all.map(|it| (it.id, it.name.as_str(), it.name.as_str()));
        let found = self.named(column, named.collect());
        self.known(column, found, "unknown_post")
    }

    /// The cases whose numbers stand in a cell.
    pub(super) fn cases(&mut self, column: Column) -> Vec<CaseId> {
        if !self.says(column) {
            return Vec::new();
        }
        let text = self.text(column);
        let numbers = text.split([',', ';', '\n']).map(str::trim).filter(|number| !number.is_empty());
        let found: Vec<Option<CaseId>> =
            numbers.map(|number| self.register.case_by_number(number).map(|it| it.record.id)).collect();
        if found.contains(&None) {
            self.problem(column, "unknown_case");
        }
        found.into_iter().flatten().collect()
    }

    /// What has that symbol or that name, or begins with that symbol ("P05 Obsługa").
    fn named<T: Copy>(&self, column: Column, all: Vec<(T, &str, &str)>) -> Option<T> {
        let text = self.plain(column);
        let is = |wanted: &str| !wanted.trim().is_empty() && plain(wanted) == text;
        let begins = |code: &str| {
            let code = plain(code);
            !code.is_empty() && text.strip_prefix(&code).is_some_and(|rest| rest.starts_with(' '))
        };
        let exact = all.iter().find(|(_, code, name)| is(code) || is(name));
        exact.or_else(|| all.iter().find(|(_, code, _)| begins(code))).map(|(id, _, _)| *id)
    }

    fn known<T>(&mut self, column: Column, found: Option<T>, kind: &str) -> Option<T> {
        if found.is_none() && self.says(column) {
            self.problem(column, kind);
        }
        found
    }
}

/// A score in hundredths, and its scale where it is told.
fn scored(text: &str) -> Option<(u32, Option<u32>)> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(percent) = text.strip_suffix('%') {
        return Some((hundredths(percent)?, Some(10_000)));
    }
    match text.split_once('/') {
        Some((score, scale)) => Some((hundredths(score)?, Some(hundredths(scale)?))),
        None => Some((hundredths(&text)?, None)),
    }
}

/// `4`, `4,3`, `4.257`: rounded to hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 15 || !digits(whole) || !digits(part) {
        return None;
    }
    let digit = |place: usize| part.chars().nth(place).and_then(|c| c.to_digit(10)).unwrap_or(0);
    let up = u32::from(digit(2) >= 5);
    Some(whole.parse::<u32>().ok()? * 100 + digit(0) * 10 + digit(1) + up)
}

/// `true` for a yes, `false` for a no, none for anything else.
pub(super) fn yes_or_no(plain: &str, yes: &[&str], no: &[&str]) -> Option<bool> {
    let begins = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    // "nieosiągnięty" begins with no other word; a no is looked for first.
    if begins(no) {
        Some(false)
    } else if begins(yes) {
        Some(true)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_as_people_write_them() {
        let read = ["4,3", "4.30", "4", "4,25 / 5", "86%", "4.286", "dobra", "-1", "4/x"].map(scored);
        let told = [
            Some((430, None)),
            Some((430, None)),
            Some((400, None)),
            Some((425, Some(500))),
            Some((8600, Some(10_000))),
            Some((429, None)),
            None,
            None,
            None,
        ];
        assert_eq!(read, told);
    }
}
