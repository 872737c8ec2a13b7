//! Complaints and motions (skargi i wnioski, KPA art. 227 and 241).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{CaseId, ComplaintId, DepartmentId, ProcessId};
use crate::calendar::{Period, kpa_deadline};

/// Complaint or motion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintKind {
    /// Skarga (KPA art. 227).
    #[default]
    Complaint,
    /// Wniosek (KPA art. 241).
    Motion,
}

impl ComplaintKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Complaint, Self::Motion];
}

/// What the office found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Justified {
    /// Zasadna.
    Yes,
    /// Częściowo zasadna.
    Partly,
    /// Bezzasadna.
    No,
}

impl Justified {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// Whether something was wrong, so that a case or a reasoned decision is expected.
    pub fn calls_for_action(self) -> bool {
        matches!(self, Self::Yes | Self::Partly)
    }
}

/// A complaint or motion as the office's register holds it. No names of those who complain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Identity.
    pub id: ComplaintId,
    /// Complaint or motion.
    #[serde(default)]
    pub kind: ComplaintKind,
    /// File reference (znak sprawy).
    #[serde(default)]
    pub reference: String,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// What it is about.
    pub subject: String,
    /// The unit concerned.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// The process concerned.
    #[serde(default)]
    pub process: Option<ProcessId>,
    /// What the office found.
    #[serde(default)]
    pub justified: Option<Justified>,
    /// How it was settled.
    #[serde(default)]
    pub decision: String,
    /// The day it was answered.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
    /// The notice of a delay (KPA art. 36-38): the day it was sent.
    #[serde(default)]
    pub notice_on: Option<NaiveDate>,
    /// The date that the notice names.
    #[serde(default)]
    pub notice_until: Option<NaiveDate>,
    /// The case that it led to.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Why it led to none.
    #[serde(default)]
    pub no_case_reason: String,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

impl Complaint {
    /// Until when it has to be answered: a month, ended by KPA art. 57 (art. 237 § 1; 244 § 1 for a motion).
    pub fn answer_due_on(&self) -> Option<NaiveDate> {
        kpa_deadline(self.received_on, Period::Months(1)).map(|deadline| deadline.date)
    }

    /// Whether the delay was told in time and the date that the notice names is kept or still to come.
    pub fn delay_was_told(&self, today: NaiveDate) -> bool {
        let (Some(due), Some(told), Some(until)) = (self.answer_due_on(), self.notice_on, self.notice_until)
        else {
            return false;
        };
        told <= due && self.answered_on.unwrap_or(today) <= until
    }

    /// Whether it was justified, and neither a case nor a reason for none stands there.
    pub fn lacks_case(&self) -> bool {
        self.justified.is_some_and(Justified::calls_for_action)
            && self.case.is_none()
            && self.no_case_reason.trim().is_empty()
    }

    /// Whether the statutory month was not kept on that day. The last day itself still keeps it.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.answer_due_on().is_some_and(|due| due < self.answered_on.unwrap_or(today))
    }
}
