//! The actions of a case: who does what until when, and what proves it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{ActionId, EvidenceId, PostId};
use super::person::Signer;

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
    /// An extension that was asked for and not decided yet.
    #[serde(default)]
    pub asked: Option<ExtensionRequest>,
    /// The day it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// What was done, in the words of who did it.
    #[serde(default)]
    pub done_note: String,
    /// Who marked it as done.
    #[serde(default)]
    pub done_signer: Option<Signer>,
    /// Everybody who ever marked it as done or owned it then, also before it was reopened: none of them reviews it.
    #[serde(default)]
    pub carried_out: Vec<Signer>,
    /// Why it was given up, when it was.
    #[serde(default)]
    pub cancelled_reason: Option<String>,
    /// What proves that it was done.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// It is a training (ISO 9001:2008 6.2.2, 2015 7.2).
    #[serde(default)]
    pub training: bool,
}

impl Action {
    /// Whether the action still has to be done.
    pub fn is_open(&self) -> bool {
        self.done_on.is_none() && self.cancelled_reason.is_none()
    }

    /// Whether it was done.
    pub fn is_done(&self) -> bool {
        self.done_on.is_some() && self.cancelled_reason.is_none()
    }

    /// An action that nobody has agreed to yet.
    pub fn planned(id: ActionId) -> Self {
        Self {
            id,
            what: String::new(),
            owner: None,
            original_due_on: None,
            due_on: None,
            extensions: Vec::new(),
            asked: None,
            done_on: None,
            done_note: String::new(),
            done_signer: None,
            carried_out: Vec::new(),
            cancelled_reason: None,
            evidence: Vec::new(),
            training: false,
        }
    }

    /// The evidence that still counts.
    pub fn standing_evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(|evidence| evidence.withdrawn.is_none())
    }
}

/// A wish to have more time, asked before the date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionRequest {
    /// The date asked for.
    pub to: NaiveDate,
    /// Why.
    pub reason: String,
    /// The day it was asked.
    pub on: NaiveDate,
    /// Who asked, as shown to people.
    pub by: String,
    /// Who asked, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
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
    /// Who decided, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
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
    /// Who gave it, as the rules know them.
    #[serde(default)]
    pub signer: Option<Signer>,
    /// When it was put into the book.
    #[serde(default)]
    pub attached_at: Option<DateTime<Utc>>,
    /// The file itself; none for paper described by its file number.
    #[serde(default)]
    pub file: Option<EvidenceFile>,
    /// Taken back: it stays in sight, and counts no more.
    #[serde(default)]
    pub withdrawn: Option<Withdrawal>,
}

/// A file that proves something, as the vault keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceFile {
    /// SHA-256 of its bytes in hex: its place in the vault.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its name as it was picked, for people only.
    pub name: String,
    /// Its type, told by its bytes.
    pub media_type: String,
}

/// Evidence taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// The day.
    pub on: NaiveDate,
    /// Who, as shown to people.
    pub by: String,
    /// Why.
    pub reason: String,
}
