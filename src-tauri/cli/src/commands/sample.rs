//! `sample`: fills an empty folder with the sample office.

use capa_core::app::{AppError, folder};
use capa_core::domain::rule::{Rule, RuleError};
use capa_core::sample;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::book::Folder;
use crate::failure::Failure;
use crate::words;

#[derive(Serialize)]
struct Filled {
    as_of: NaiveDate,
    cases: usize,
    departments: usize,
    processes: usize,
}

/// Fills an empty folder. The sample office has a day of its own; `--as-of` may name only that one.
pub fn run(folder: &Folder) -> Result<Answer, Failure> {
    if folder::holds_book(folder.path()) && !folder.look()?.register.is_empty() {
        return Err(folder.failure(RuleError::refused(Rule::NotEmpty)));
    }
    if folder.as_of.is_some_and(|day| day != sample::as_of()) {
        return Err(folder.failure(AppError::BackDated));
    }
    let mut app = folder.open_on(None, false)?;
    app.open_sample(folder.lang).map_err(|error| folder.failure(error))?;
    let register = app.register();
    let filled = Filled {
        as_of: app.today(),
        cases: register.cases().count(),
        departments: register.departments().count(),
        processes: register.processes().count(),
    };
    let words = words::of(folder.lang);
    let text = format!("{} ({}). {}: {}", words.sample_ready, filled.as_of, words.cases, filled.cases);
    Answer::new(&filled, text)
}
