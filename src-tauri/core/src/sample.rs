//! The sample office: a county office with two years of cases, shown as of one fixed day.
//!
//! It enters an empty book as one change set, like everything else that is ever written.

mod build;
mod data;
mod dictionary;
mod registers;
mod shown;

use chrono::NaiveDate;

use crate::domain::change::{Change, ChangeSet, Moment, RecordError};
use crate::words::Lang;

pub use dictionary::translate;
pub use shown::{Translated, shown};

/// The sample office could not be made. Its data is part of the program, so that none of this is the user's fault.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The built-in file does not fit.
    #[error("the built-in sample office cannot be read: {0}")]
    Unreadable(&'static serde_json::Error),
    /// Something names what is not there.
    #[error("the built-in sample office has no {what} {key}")]
    Unknown {
        /// What was looked for.
        what: &'static str,
        /// Under which key.
        key: String,
    },
    /// A record could not be formed.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// The fixed day on which the sample office is shown.
pub fn as_of() -> NaiveDate {
    data::data().map(|data| data.as_of).unwrap_or_default()
}

/// The change set that fills an empty book with the sample office. It is to be committed at an instant of
/// [`as_of`], so that its trail agrees with its dates.
///
/// # Errors
/// Only when the built-in data is damaged.
pub fn change_set(lang: Lang, moment: &mut Moment<'_>) -> Result<ChangeSet, SampleError> {
    let data = data::data().map_err(SampleError::Unreadable)?;
    let registers = registers::data().map_err(SampleError::Unreadable)?;
    let records = build::records(data, registers, lang, moment.ids)?;
    let changes = records.iter().map(Change::create).collect::<Result<Vec<_>, _>>()?;
    Ok(ChangeSet::of(moment, "sample_opened", None, changes))
}
