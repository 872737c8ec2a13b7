//! Internal and external audits, planned and held.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{AuditId, CertificateId};

/// What an audit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    /// Initial certification (stage 2).
    Certification,
    /// First surveillance audit.
    #[serde(rename = "surveillance_1")]
    Surveillance1,
    /// Second surveillance audit.
    #[serde(rename = "surveillance_2")]
    Surveillance2,
    /// Recertification audit.
    Recertification,
    /// Internal audit.
    Internal,
}

/// An audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// Identity.
    pub id: AuditId,
    /// What it is for.
    pub kind: AuditKind,
    /// The cycle it belongs to; none for internal ones.
    #[serde(default)]
    pub certificate: Option<CertificateId>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Held already; otherwise planned.
    #[serde(default)]
    pub held: bool,
    /// What it covers.
    #[serde(default)]
    pub scope: String,
    /// Lead auditor, by post or body.
    #[serde(default)]
    pub lead: String,
    /// Number of findings in its report.
    #[serde(default)]
    pub findings_in_report: Option<u32>,
    /// A remark.
    #[serde(default)]
    pub note: String,
    /// The day its dates were put into the book: steps of reminders before it are not caught up one by one.
    #[serde(default)]
    pub recorded_on: Option<NaiveDate>,
}
