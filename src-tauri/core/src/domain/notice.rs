//! A delivered reminder: the inbox is the truth, the toast an echo.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{AuditId, CaseId, CertificateId, NoticeId};

/// What a reminder is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Subject {
    /// A case with a due date.
    Case(CaseId),
    /// A planned audit.
    Audit(AuditId),
    /// A certificate whose next audit is not yet planned.
    Certificate(CertificateId),
}

/// A reminder that was put into the inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Identity.
    pub id: NoticeId,
    /// `subject/rule/date`: the same step never fires twice.
    pub key: String,
    /// The rule, such as `audit_30` or `due_14`.
    pub rule: String,
    /// What it is about.
    pub subject: Subject,
    /// The name of the subject at that time: a case number or an audit.
    pub label: String,
    /// The day it was to fire.
    pub fire_on: NaiveDate,
    /// The day it warns of.
    pub due_on: NaiveDate,
    /// When it was put into the inbox.
    pub delivered_at: DateTime<Utc>,
    /// Read by a person.
    #[serde(default)]
    pub read: bool,
}
