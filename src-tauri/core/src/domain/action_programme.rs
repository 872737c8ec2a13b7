//! The yearly programme of corrective and preventive actions and its monitoring, month by month.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::Decision;
use super::ids::{ActionId, ActionProgrammeId};
use super::person::Signer;

/// The programme of a year. Its lines are the actions of the register; here stands what people add to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionProgramme {
    /// Identity.
    pub id: ActionProgrammeId,
    /// The year.
    pub year: i32,
    /// Who approved it, and when.
    #[serde(default)]
    pub approval: Option<Decision>,
    /// The actions that stood in it when it was approved; later ones were added since.
    #[serde(default)]
    pub approved: Vec<ActionId>,
    /// Monthly monitoring, one entry for a month, oldest first.
    #[serde(default)]
    pub monitoring: Vec<Monitoring>,
    /// Quarterly reports to the Starosta.
    #[serde(default)]
    pub reports: Vec<QuarterReport>,
}

/// The monitoring of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monitoring {
    /// The month it is about, 1..=12.
    pub month: u32,
    /// The day it was written.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// Who, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
    /// Actions open on that day.
    pub open: u32,
    /// Actions done in that month.
    pub done: u32,
    /// Actions overdue on that day.
    pub overdue: u32,
    /// Remarks.
    #[serde(default)]
    pub remarks: String,
    /// Decisions.
    #[serde(default)]
    pub decisions: String,
    /// How far single actions are.
    #[serde(default)]
    pub progress: Vec<Progress>,
}

/// How far an action is, as its monitoring found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The action.
    pub action: ActionId,
    /// Percent, 0..=100.
    pub percent: u32,
}

/// A quarterly report to the Starosta.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterReport {
    /// The quarter, 1..=4.
    pub quarter: u32,
    /// The day it was handed in.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// Who, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
    /// Remarks.
    #[serde(default)]
    pub remarks: String,
}
