//! Management reviews (przeglądy zarządzania; ISO 9001:2008 5.6, 2015 9.3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{CaseId, DecisionId, PostId, ReviewId};

/// A management review, planned or held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Identity.
    pub id: ReviewId,
    /// Its day.
    pub on: NaiveDate,
    /// Held already; otherwise planned.
    #[serde(default)]
    pub held: bool,
    /// Who took part, by post.
    #[serde(default)]
    pub participants: String,
    /// File number of the minutes.
    #[serde(default)]
    pub minutes: String,
    /// What was looked at.
    #[serde(default)]
    pub inputs: Vec<ReviewInput>,
    /// What was decided.
    #[serde(default)]
    pub decisions: Vec<ReviewDecision>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

impl Review {
    /// Whether the state of corrective and preventive actions was looked at (2008 5.6.2 d, 2015 9.3.2 c).
    pub fn looked_at_actions(&self) -> bool {
        self.inputs.iter().any(|input| input.topic == ReviewTopic::Actions)
    }
}

/// One input of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewInput {
    /// What it is about.
    pub topic: ReviewTopic,
    /// What was shown, in words.
    #[serde(default)]
    pub summary: String,
}

/// The inputs of a management review (2008 5.6.2, 2015 9.3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewTopic {
    /// Results of audits (2008 5.6.2 a; 2015 9.3.2 c 6).
    Audits,
    /// Customer feedback: surveys, complaints (b; c 1).
    Customers,
    /// Process performance, objectives, wrong services (c; c 2, c 3, c 5).
    Processes,
    /// State of corrective and preventive actions (d; c 4).
    Actions,
    /// Follow-up of earlier reviews (e; a).
    EarlierReviews,
    /// Changes that touch the system (f; b).
    Changes,
    /// Recommendations for improvement (g; f).
    Recommendations,
    /// Effectiveness of actions on risks and opportunities (2015 e; in 2008 with preventive actions).
    Risks,
    /// Whether resources suffice (2015 d).
    Resources,
}

impl ReviewTopic {
    /// All topics in the order of the pack.
    pub const ALL: [Self; 9] = [
        Self::Audits,
        Self::Customers,
        Self::Processes,
        Self::Actions,
        Self::EarlierReviews,
        Self::Changes,
        Self::Recommendations,
        Self::Risks,
        Self::Resources,
    ];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Audits => "audits",
            Self::Customers => "customers",
            Self::Processes => "processes",
            Self::Actions => "actions",
            Self::EarlierReviews => "earlier_reviews",
            Self::Changes => "changes",
            Self::Recommendations => "recommendations",
            Self::Risks => "risks",
            Self::Resources => "resources",
        }
    }

    /// Its clause in the 2008 edition; empty where it has none.
    pub fn clause_2008(self) -> &'static str {
        match self {
            Self::Audits => "5.6.2 a",
            Self::Customers => "5.6.2 b",
            Self::Processes => "5.6.2 c",
            Self::Actions | Self::Risks => "5.6.2 d",
            Self::EarlierReviews => "5.6.2 e",
            Self::Changes => "5.6.2 f",
            Self::Recommendations => "5.6.2 g",
            Self::Resources => "",
        }
    }

    /// Its clause in the 2015 edition.
    pub fn clause_2015(self) -> &'static str {
        match self {
            Self::Audits => "9.3.2 c6",
            Self::Customers => "9.3.2 c1",
            Self::Processes => "9.3.2 c2, c3",
            Self::Actions => "9.3.2 c4",
            Self::EarlierReviews => "9.3.2 a",
            Self::Changes => "9.3.2 b",
            Self::Recommendations => "9.3.2 f",
            Self::Risks => "9.3.2 e",
            Self::Resources => "9.3.2 d",
        }
    }
}

/// A decision of a review (2008 5.6.3, 2015 9.3.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewDecision {
    /// Identity.
    pub id: DecisionId,
    /// What was decided.
    pub text: String,
    /// Who carries it out.
    #[serde(default)]
    pub owner: Option<PostId>,
    /// Until when.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// The case that it became.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Why it became none.
    #[serde(default)]
    pub no_case_reason: String,
}

impl ReviewDecision {
    /// Whether neither a case nor a reason for none stands there.
    pub fn lacks_case(&self) -> bool {
        self.case.is_none() && self.no_case_reason.trim().is_empty()
    }
}
