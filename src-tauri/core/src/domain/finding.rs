//! What was found, what was repaired and why it happened.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A finding in the three parts that auditors demand (ISO & IAF Auditing Practices Group): evidence, the
/// requirement breached, the statement of nonconformity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Finding {
    /// What was seen (dowód).
    pub evidence: String,
    /// What it breaches (wymaganie).
    pub requirement: String,
    /// The nonconformity or potential nonconformity in one sentence (stwierdzenie).
    pub statement: String,
}

/// The repair of the case itself, not of its cause (korekcja).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// What was repaired.
    pub what: String,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// Consequences and how they were dealt with (ISO 9001:2015, 10.2.1 a).
    pub consequences: String,
}

/// How the cause was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseMethod {
    /// Five whys (5 × dlaczego).
    FiveWhy,
    /// Cause-and-effect diagram.
    Ishikawa,
    /// Any other method, told in the analysis.
    Other,
}

/// The cause (ISO 9001:2008, 8.5.2 b; 2015, 10.2.1 b).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cause {
    /// How it was looked for.
    pub method: Option<CauseMethod>,
    /// The chain of reasoning.
    pub analysis: String,
    /// The root cause (przyczyna źródłowa).
    pub root: String,
    /// Similar nonconformities elsewhere (ISO 9001:2015, 10.2.1 b).
    pub similar: String,
}
