//! The actions of a case: who does what until when, and what proves it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{ActionId, EvidenceId, PostId};

/// One action with its owner and its two due dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Identity.
    pub id: ActionId,
    /// What is to be done.
    pub what: String,
    /// The post that carries it out.
    #[serde(default)]
    pub owner: Option<PostId>,
    /// The first agreed due date; never overwritten once the case is registered.
    #[serde(default)]
    pub original_due_on: Option<NaiveDate>,
    /// The due date in force.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// Every change of the due date, oldest first.
    #[serde(default)]
    pub extensions: Vec<Extension>,
    /// The day it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// Why it was given up, when it was.
    #[serde(default)]
    pub cancelled_reason: Option<String>,
    /// What proves that it was done.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl Action {
    /// Whether the action still has to be done.
    pub fn is_open(&self) -> bool {
        self.done_on.is_none() && self.cancelled_reason.is_none()
    }
}

/// A change of a due date (przedłużenie terminu).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The date it replaced; none when there was none before.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The date it set.
    pub to: NaiveDate,
    /// Why.
    pub reason: String,
    /// The day it was asked for.
    pub asked_on: NaiveDate,
    /// The day it was decided.
    pub decided_on: NaiveDate,
    /// Who decided, as shown to people.
    pub decided_by: String,
    /// Decided after the old date had passed: still late in the on-time figures.
    pub late: bool,
}

/// A piece of objective evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Identity.
    pub id: EvidenceId,
    /// What it is.
    pub title: String,
    /// Where the paper lies: file number (znak sprawy).
    #[serde(default)]
    pub file_number: String,
    /// Its day.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Who gave it, as shown to people.
    #[serde(default)]
    pub by: String,
}
