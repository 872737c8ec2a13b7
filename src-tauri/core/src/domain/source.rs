//! Where cases come from.

use serde::{Deserialize, Serialize};

/// Where a case came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Source {
    /// Internal audit of the quality management system.
    IntAudit,
    /// Audit by the certification body.
    ExtAudit,
    /// Complaint (KPA art. 227).
    Complaint,
    /// Motion (KPA art. 241).
    Motion,
    /// Customer survey.
    Survey,
    /// Management review.
    MgmtReview,
    /// Quality objective not met.
    Objective,
    /// Process monitoring and measurement.
    Process,
    /// Nonconforming service; decision quashed or changed on appeal.
    NcService,
    /// Self-check by staff.
    SelfCheck,
    /// Employee suggestion.
    Suggestion,
    /// Risk analysis (management control).
    Risk,
    /// Statutory internal audit (public finance act, art. 272).
    StatAudit,
    /// Inspection by an outside body.
    Inspection,
    /// Personal-data incident.
    DataInc,
    /// Supplier or contractor failure.
    Supplier,
    /// Change of law.
    Legal,
    /// Other.
    Other,
}

impl Source {
    /// All sources in the order of the picker.
    pub const ALL: [Self; 18] = [
        Self::IntAudit,
        Self::ExtAudit,
        Self::Complaint,
        Self::Motion,
        Self::Survey,
        Self::MgmtReview,
        Self::Objective,
        Self::Process,
        Self::NcService,
        Self::SelfCheck,
        Self::Suggestion,
        Self::Risk,
        Self::StatAudit,
        Self::Inspection,
        Self::DataInc,
        Self::Supplier,
        Self::Legal,
        Self::Other,
    ];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::IntAudit => "INT_AUDIT",
            Self::ExtAudit => "EXT_AUDIT",
            Self::Complaint => "COMPLAINT",
            Self::Motion => "MOTION",
            Self::Survey => "SURVEY",
            Self::MgmtReview => "MGMT_REVIEW",
            Self::Objective => "OBJECTIVE",
            Self::Process => "PROCESS",
            Self::NcService => "NC_SERVICE",
            Self::SelfCheck => "SELF_CHECK",
            Self::Suggestion => "SUGGESTION",
            Self::Risk => "RISK",
            Self::StatAudit => "STAT_AUDIT",
            Self::Inspection => "INSPECTION",
            Self::DataInc => "DATA_INC",
            Self::Supplier => "SUPPLIER",
            Self::Legal => "LEGAL",
            Self::Other => "OTHER",
        }
    }

    /// The source of that stable code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }
}
