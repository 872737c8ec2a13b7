//! `deadline`: counts a deadline.

use capa_core::calendar::{Deadline, kpa_deadline};
use capa_core::domain::rule::{Rule, RuleError};
use capa_core::words as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::DeadlineArguments;
use crate::book::Folder;
use crate::failure::Failure;
use crate::words;

#[derive(Serialize)]
struct Counted {
    raw: NaiveDate,
    date: NaiveDate,
}

/// Counts a deadline by the administrative code, or by the working days of the office.
pub fn run(folder: &Folder, asked: &DeadlineArguments) -> Result<Answer, Failure> {
    let found =
        count(folder, asked)?.ok_or_else(|| folder.failure(RuleError::refused(Rule::DateOutOfRange)))?;
    let words = words::of(folder.lang);
    let date = |day| sentences::date(folder.lang, day);
    let text =
        format!("{}: {}\n{}: {}\n", words.deadline_raw, date(found.raw), words.deadline, date(found.date));
    Answer::new(&Counted { raw: found.raw, date: found.date }, text)
}

fn count(folder: &Folder, asked: &DeadlineArguments) -> Result<Option<Deadline>, Failure> {
    let Some(period) = asked.period() else { return Ok(None) };
    if asked.kpa {
        return Ok(kpa_deadline(asked.from, period));
    }
    let calendar = folder.look()?.register.calendar();
    Ok(calendar.deadline(asked.from, period, asked.shift()))
}
