//! What an office decides for itself: how strict it is, how long a step takes.

use serde::{Deserialize, Serialize};

use crate::calendar::Shift;

/// The settings of an office. Every number is a default of the field, not of a law, and can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether the owner of an action may verify and judge it.
    pub own_review: OwnReview,
    /// How long each step takes.
    pub deadlines: StepDeadlines,
    /// Where a computed date goes that the office is closed on. A typed date never moves.
    pub shift: Shift,
    /// After how many minutes without a key or the mouse the window locks, where people sign in.
    pub idle_minutes: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            own_review: OwnReview::Refuse,
            deadlines: StepDeadlines::default(),
            shift: Shift::Next,
            idle_minutes: 15,
        }
    }
}

/// What happens when the owner of an action verifies or judges it himself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnReview {
    /// It is refused.
    #[default]
    Refuse,
    /// It passes, and the record says so.
    Warn,
}

/// How long each step takes by default, in calendar days unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepDeadlines {
    /// Registration after the report, in working days.
    pub register_working_days: u32,
    /// Decision whether to act.
    pub decision_days: u32,
    /// Analysis of the cause and plan, together, after registration.
    pub plan_days: u32,
    /// Approval of a plan that was handed in.
    pub approval_days: u32,
    /// Carrying out, after registration.
    pub action_days: u32,
    /// Verification after the report that all is done.
    pub verify_days: u32,
    /// Review of effectiveness after the last due date, in months.
    pub review_months: u32,
    /// The plan of a card that goes on where another proved ineffective.
    pub follow_up_days: u32,
}

impl Default for StepDeadlines {
    fn default() -> Self {
        Self {
            register_working_days: 3,
            decision_days: 7,
            plan_days: 14,
            approval_days: 7,
            action_days: 60,
            verify_days: 7,
            review_months: 3,
            follow_up_days: 30,
        }
    }
}
