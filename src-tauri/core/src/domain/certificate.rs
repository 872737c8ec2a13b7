//! The certificate; its milestones are computed in [`super::cycle`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::CertificateId;

/// The edition of ISO 9001.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Edition {
    /// ISO 9001:2008 (PN-EN ISO 9001:2009).
    #[serde(rename = "2008")]
    Iso2008,
    /// ISO 9001:2015.
    #[default]
    #[serde(rename = "2015")]
    Iso2015,
}

/// Which date the first surveillance audit counts from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleBase {
    /// The certification decision (ISO/IEC 17021-1:2015).
    #[default]
    Decision,
    /// The last day of stage 2 (ISO/IEC 17021:2011).
    Stage2,
    /// Calendar years only.
    Calendar,
}

/// A certificate: one cycle of three years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Identity.
    pub id: CertificateId,
    /// Its number.
    #[serde(default)]
    pub number: String,
    /// The certification body.
    #[serde(default)]
    pub body: String,
    /// The edition certified to.
    #[serde(default)]
    pub edition: Edition,
    /// Last day of stage 2.
    #[serde(default)]
    pub stage2_ended_on: Option<NaiveDate>,
    /// The certification decision.
    pub decided_on: NaiveDate,
    /// Last day of validity, as printed on the certificate.
    pub valid_until: NaiveDate,
    /// What the first surveillance audit counts from.
    #[serde(default)]
    pub base: RuleBase,
    /// The certification body's own tolerance, in days.
    #[serde(default)]
    pub tolerance_days: u32,
    /// 1 = initial certification, 2 = after the first recertification.
    pub cycle: u32,
    /// The day its dates were put into the book: steps of reminders before it are not caught up one by one.
    #[serde(default)]
    pub recorded_on: Option<NaiveDate>,
    /// When it was suspended, oldest first.
    #[serde(default)]
    pub suspensions: Vec<Suspension>,
    /// When it moved to another certification body; the cycle goes on.
    #[serde(default)]
    pub transfers: Vec<Transfer>,
    /// The day it was withdrawn.
    #[serde(default)]
    pub withdrawn_on: Option<NaiveDate>,
    /// Restored within six months of the end of the one before, whose expiry it counts from.
    #[serde(default)]
    pub restored: bool,
}

impl Certificate {
    /// The suspension in force on that day.
    pub fn suspended_on(&self, day: NaiveDate) -> Option<&Suspension> {
        self.suspensions.iter().find(|it| it.from <= day && it.lifted_on.is_none_or(|lifted| day < lifted))
    }
}

/// A suspension (zawieszenie; ISO/IEC 17021-1:2015 9.6.5, 17021:2011 9.6). No milestone moves by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// First day.
    pub from: NaiveDate,
    /// Until when it has to be lifted; usually six months.
    pub until: NaiveDate,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// The day the certification was restored.
    #[serde(default)]
    pub lifted_on: Option<NaiveDate>,
}

/// A change of the certification body within a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// The day.
    pub on: NaiveDate,
    /// The body before.
    pub from: String,
    /// The number of its certificate.
    #[serde(default)]
    pub number: String,
}
