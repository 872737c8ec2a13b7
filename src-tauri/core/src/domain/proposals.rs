//! Dates that the law or the office's settings propose for a card. Proposed, never forced.

use chrono::NaiveDate;

use super::book::{Book, computed_date, deadlines};
use super::case::{Case, Source};
use crate::calendar::{Period, kpa_deadline};

/// A field that a date is proposed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposedField {
    /// The case's own target date.
    TargetOn,
    /// The due date of actions.
    ActionDueOn,
    /// The day of the review of effectiveness.
    ReviewDueOn,
    /// Until when the plan is expected.
    PlanDueOn,
}

impl ProposedField {
    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::TargetOn => "target_on",
            Self::ActionDueOn => "action_due_on",
            Self::ReviewDueOn => "review_due_on",
            Self::PlanDueOn => "plan_due_on",
        }
    }
}

/// What a proposal rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A complaint is settled within a month (KPA art. 237 § 1).
    Kpa237,
    /// A motion is settled within a month (KPA art. 244 § 1).
    Kpa244,
    /// The default of the office.
    Setting,
}

impl Basis {
    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kpa237 => "kpa_237",
            Self::Kpa244 => "kpa_244",
            Self::Setting => "setting",
        }
    }
}

/// A proposed date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// For which field.
    pub field: ProposedField,
    /// The date, moved off days off.
    pub date: NaiveDate,
    /// Why.
    pub basis: Basis,
}

/// What is proposed for a card as it is written, the law first.
pub fn of(book: &dyn Book, case: &Case, today: NaiveDate) -> Vec<Proposal> {
    let from = case.reported_on.or(case.registered_on).unwrap_or(today);
    let days = deadlines(book);
    let basis = match case.source {
        Some(Source::Complaint) => Some(Basis::Kpa237),
        Some(Source::Motion) => Some(Basis::Kpa244),
        _ => None,
    };
    let legal = basis.and_then(|basis| {
        let date = kpa_deadline(from, Period::Months(1))?.date;
        Some(Proposal { field: ProposedField::TargetOn, date, basis })
    });
    let set =
        |field, date: Option<NaiveDate>| date.map(|date| Proposal { field, date, basis: Basis::Setting });
    let last = case.actions.iter().filter_map(|action| action.due_on).max();
    let acted = computed_date(book, from, Period::Days(days.action_days));
    let reviewed =
        last.or(acted).and_then(|last| computed_date(book, last, Period::Months(days.review_months)));
    [
        legal,
        set(ProposedField::TargetOn, acted),
        set(ProposedField::ActionDueOn, acted),
        set(ProposedField::ReviewDueOn, reviewed),
        set(ProposedField::PlanDueOn, computed_date(book, from, Period::Days(days.plan_days))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
