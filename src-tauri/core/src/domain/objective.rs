//! Quality objectives of a year (cele jakości; ISO 9001:2008 5.4.1, 2015 6.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{CaseId, ObjectiveId, PostId, ProcessId};

/// A quality objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Identity.
    pub id: ObjectiveId,
    /// The year.
    pub year: i32,
    /// What is to be reached.
    pub text: String,
    /// The process.
    #[serde(default)]
    pub process: Option<ProcessId>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<PostId>,
    /// What is measured.
    #[serde(default)]
    pub measure: String,
    /// Last year's value.
    #[serde(default)]
    pub baseline: String,
    /// The value to reach.
    #[serde(default)]
    pub target: String,
    /// The value reached.
    #[serde(default)]
    pub result: String,
    /// Whether it was reached; none while nobody knows.
    #[serde(default)]
    pub met: Option<bool>,
    /// The day it was approved.
    #[serde(default)]
    pub approved_on: Option<NaiveDate>,
    /// The day it was last looked at.
    #[serde(default)]
    pub reviewed_on: Option<NaiveDate>,
    /// The case that a miss led to.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Why a miss led to none.
    #[serde(default)]
    pub no_case_reason: String,
}

impl Objective {
    /// Whether it was missed, and neither a case nor a reason for none stands there.
    pub fn lacks_case(&self) -> bool {
        self.met == Some(false) && self.case.is_none() && self.no_case_reason.trim().is_empty()
    }
}
