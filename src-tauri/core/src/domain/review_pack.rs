//! The pack for a management review: what the data of a period can give to each of its inputs (ISO 9001:2008 5.6.2,
//! 2015 9.3.2). What only people know is left to them, and says so.

mod inputs;
mod outcomes;

use chrono::{Days, Months, NaiveDate};

use super::book::Book;
use super::case::{Case, CaseStatus};
use super::ids::CaseId;
use super::readiness::{Ground, Subject};
use super::review::{Review, ReviewTopic};
use super::shelf::all;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident $code:literal),+ $(,)?) => {
        /// What a row says; the words stand in [`crate::words::review_pack`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum RowLabel {
            $($(#[$doc])* #[serde(rename = $code)] $name),+
        }

        impl RowLabel {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable name.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),+
                }
            }
        }
    };
}

labels!(
    /// An external audit held in the period, with its findings.
    ExternalAudit "external_audit",
    /// An internal audit held in the period, with its findings.
    InternalAudit "internal_audit",
    /// Findings of audits that became cases and are closed, out of all of the audits held in the period.
    AuditCasesClosed "audit_cases_closed",
    /// Findings of any audit that are open at the end.
    AuditCasesOpen "audit_cases_open",
    /// A customer survey held in the period.
    Survey "survey",
    /// Complaints received in the period.
    Complaints "complaints",
    /// Motions received in the period.
    Motions "motions",
    /// Complaints found justified, wholly or in part, out of those settled.
    ComplaintsJustified "complaints_justified",
    /// Complaints and motions received in the period that were not answered in the statutory month.
    ComplaintsLate "complaints_late",
    /// Complaints and motions that wait for their answer.
    ComplaintsWaiting "complaints_waiting",
    /// Cases registered in the period that customers caused.
    CustomerCases "customer_cases",
    /// Objectives of a process that were met, out of those decided.
    ObjectivesMet "objectives_met",
    /// An objective that was missed.
    ObjectiveMissed "objective_missed",
    /// Objectives of which nobody knows yet whether they are met.
    ObjectivesUndecided "objectives_undecided",
    /// Cases of nonconforming service registered in the period.
    NonconformingServices "nonconforming_services",
    /// Cases that the measures of processes caused, registered in the period.
    ProcessCases "process_cases",
    /// Cases registered in the period.
    Opened "opened",
    /// Cases closed in the period.
    Closed "closed",
    /// Cases open at the end.
    Open "open",
    /// Cases overdue at the end.
    Overdue "overdue",
    /// Mean days from registration to closing.
    MeanDays "mean_days",
    /// Median of the same.
    MedianDays "median_days",
    /// Closed on time by the dates first agreed.
    OnTimeOriginal "on_time_original",
    /// Closed on time by the dates in force.
    OnTimeCurrent "on_time_current",
    /// Judged effective in the period, out of those judged.
    Effective "effective",
    /// Judged ineffective in the period.
    Ineffective "ineffective",
    /// Reviews of effectiveness that are late.
    ReviewsLate "reviews_late",
    /// A decision of an earlier review with its case.
    Decision "decision",
    /// A decision of an earlier review that needed no case, with the reason.
    DecisionWithoutCase "decision_without_case",
    /// A decision of an earlier review of which nobody knows what became.
    DecisionUnanswered "decision_unanswered",
    /// The list of changes that was confirmed.
    ChangesConfirmed "changes_confirmed",
    /// Cases that changes of law caused, registered in the period.
    LegalCases "legal_cases",
    /// An observation, an opportunity for improvement or a suggestion of the period.
    Recommendation "recommendation",
    /// A preventive action: registered in the period, or still open.
    RiskCase "risk_case",
    /// Risks and opportunities that a review of effectiveness updated in the period.
    RisksUpdated "risks_updated",
    /// Nothing of the data answers this: people write it.
    ToWrite "to_write",
);

/// The figures of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// None.
    Nothing,
    /// A count.
    Count(u32),
    /// So many out of all.
    Share {
        /// So many.
        count: u32,
        /// All.
        of: u32,
    },
    /// Days.
    Days(f64),
    /// The score of a survey, in hundredths.
    Score {
        /// The score.
        score: u32,
        /// The best possible.
        scale: Option<u32>,
        /// What the office is content with.
        target: Option<u32>,
    },
    /// What an objective reached, and what it was to reach.
    Reached {
        /// Reached.
        result: String,
        /// To be reached.
        target: String,
    },
    /// Where a case stands.
    Status(CaseStatus),
    /// Words of the book: a reason, a name.
    Text(String),
}

/// A row of the pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it says.
    pub label: RowLabel,
    /// Which audit, survey, process, decision: words of the book.
    pub name: String,
    /// Its day.
    pub on: Option<NaiveDate>,
    /// The figures.
    pub value: Value,
    /// The cases behind it.
    pub cases: Vec<CaseId>,
    /// The record behind it that is no case.
    pub subject: Option<Subject>,
}

impl Row {
    fn of(label: RowLabel, value: Value) -> Self {
        Self { label, name: String::new(), on: None, value, cases: Vec::new(), subject: None }
    }

    /// As many as there are cases.
    fn counted<'a>(label: RowLabel, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let row = Self::of(label, Value::Nothing).cases(cases);
        Self { value: Value::Count(count(row.cases.len())), ..row }
    }

    fn name(mut self, name: &str) -> Self {
        self.name = name.trim().to_string();
        self
    }

    fn on(mut self, on: NaiveDate) -> Self {
        self.on = Some(on);
        self
    }

    fn cases<'a>(mut self, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        self.cases = cases.into_iter().map(|case| case.id).collect();
        self
    }

    fn subject(mut self, subject: Subject) -> Self {
        self.subject = Some(subject);
        self
    }
}

/// An input of the review with its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Which.
    pub topic: ReviewTopic,
    /// What the data gives.
    pub rows: Vec<Row>,
}

/// The pack.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewPack {
    /// First day of the period.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The review held before.
    pub earlier: Option<super::ids::ReviewId>,
    /// One section for each input, in the order of the pack.
    pub sections: Vec<Section>,
}

/// What a pack is made from.
struct Source<'a> {
    ground: Ground<'a>,
    from: NaiveDate,
    to: NaiveDate,
}

impl<'a> Source<'a> {
    fn book(&self) -> &'a dyn Book {
        self.ground.book
    }

    fn inside(&self, on: Option<NaiveDate>) -> bool {
        on.is_some_and(|on| on >= self.from && on <= self.to)
    }

    /// The cases that reports count, in the order of the register.
    fn cases(&self) -> impl Iterator<Item = &'a Case> {
        self.ground.cases.iter().copied().filter(|case| super::monitoring::counts(case))
    }

    /// Those of them that were registered in the period.
    fn registered(&self) -> impl Iterator<Item = &'a Case> {
        self.cases().filter(|case| self.inside(case.registered_on))
    }
}

/// The pack for a review that is held on that day: the period begins the day after the review held before, else a
/// year ago.
pub fn review_pack(book: &dyn Book, today: NaiveDate) -> ReviewPack {
    let earlier = all::<Review>(book).map(|(review, _)| review);
    let earlier = earlier.filter(|review| review.held && review.on < today).max_by_key(|review| review.on);
    let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let before = earlier.map_or(year_ago, |review| review.on);
    let from = before.checked_add_days(Days::new(1)).unwrap_or(before);
    let source = Source { ground: Ground::of(book, today), from, to: today };
    let section = |topic: ReviewTopic| {
        let rows = match topic {
            ReviewTopic::Audits => inputs::audits(&source),
            ReviewTopic::Customers => inputs::customers(&source),
            ReviewTopic::Processes => inputs::processes(&source),
            ReviewTopic::Actions => outcomes::actions(&source),
            ReviewTopic::EarlierReviews => outcomes::earlier_reviews(&source),
            ReviewTopic::Changes => outcomes::changes(&source),
            ReviewTopic::Recommendations => outcomes::recommendations(&source),
            ReviewTopic::Risks => outcomes::risks(&source),
            ReviewTopic::Resources => vec![Row::of(RowLabel::ToWrite, Value::Nothing)],
        };
        Section { topic, rows }
    };
    let sections = ReviewTopic::ALL.into_iter().map(section).collect();
    ReviewPack { from, to: today, earlier: earlier.map(|review| review.id), sections }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
