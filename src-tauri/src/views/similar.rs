//! Earlier cases that a finding may repeat, offered while it is written.

use capa_core::register::similar::Written;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::list::CaseRow;

/// What was written so far.
#[derive(Debug, Deserialize, TS)]
pub struct SimilarRequest {
    pub text: String,
    pub process: Option<Uuid>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    /// The day of the report; null: today.
    pub on: Option<NaiveDate>,
    /// The case that is being written.
    pub except: Option<Uuid>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SimilarView {
    pub case: CaseRow,
    pub same_process_and_clause: bool,
    /// The words that were recognised, as they were typed.
    pub words: Vec<String>,
}

/// This many are offered at most.
const OFFERED: usize = 5;

impl SimilarView {
    /// The earlier cases that a finding may repeat.
    pub fn found(written: &Written<'_>, shown: &Shown<'_>) -> Vec<Self> {
        let found = shown.register.similar(written, OFFERED).into_iter();
        found
            .filter_map(|similar| {
                Some(Self {
                    case: CaseRow::of(&shown.register.case(similar.case)?.record, shown),
                    same_process_and_clause: similar.same_process_and_clause,
                    words: similar.words,
                })
            })
            .collect()
    }
}
