//! Customer surveys (ankiety; ISO 9001:2008 8.2.1, 2015 9.1.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{CaseId, SurveyId};

/// A customer survey with its score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// Identity.
    pub id: SurveyId,
    /// Its name, such as "autumn 2014".
    pub name: String,
    /// The day it ended.
    pub held_on: NaiveDate,
    /// Answers received.
    #[serde(default)]
    pub answers: Option<u32>,
    /// The score, in hundredths: 430 is 4.30.
    #[serde(default)]
    pub score: Option<u32>,
    /// The lowest score that the office is content with, in hundredths.
    #[serde(default)]
    pub target: Option<u32>,
    /// The best score possible, in hundredths.
    #[serde(default)]
    pub scale: Option<u32>,
    /// The day of the report.
    #[serde(default)]
    pub report_on: Option<NaiveDate>,
    /// What came out low.
    #[serde(default)]
    pub findings: String,
    /// The cases it led to.
    #[serde(default)]
    pub cases: Vec<CaseId>,
    /// Why a low score led to none.
    #[serde(default)]
    pub no_case_reason: String,
}

impl Survey {
    /// Whether its score is low, and neither a case nor a reason for none stands there.
    pub fn lacks_case(&self) -> bool {
        self.is_low() && self.cases.is_empty() && self.no_case_reason.trim().is_empty()
    }

    /// Whether the score lies below what the office is content with.
    pub fn is_low(&self) -> bool {
        self.score.zip(self.target).is_some_and(|(score, target)| score < target)
    }
}
