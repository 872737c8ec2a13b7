//! Why a check came out as it did: a name, its figures, and the records behind it, one click away.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::ids::{AuditId, CaseId, ComplaintId, Id, ObjectiveId, ReviewId, SurveyId};
use uuid::Uuid;

/// A reason. The words stand in [`crate::words`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub why: Why,
    /// A count.
    pub count: Option<u32>,
    /// Out of how many.
    pub of: Option<u32>,
    /// A day.
    pub on: Option<NaiveDate>,
    /// Names: processes, months, numbers that are missing.
    pub names: Vec<String>,
    /// The cases behind it.
    pub cases: Vec<CaseId>,
    /// Other records behind it.
    pub subjects: Vec<Subject>,
}

/// A record behind a reason that is no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An audit.
    Audit(AuditId),
    /// A complaint or motion.
    Complaint(ComplaintId),
    /// A quality objective.
    Objective(ObjectiveId),
    /// A survey.
    Survey(SurveyId),
    /// A management review.
    Review(ReviewId),
}

impl Subject {
    /// The stable name of its kind.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Audit(_) => "audit",
            Self::Complaint(_) => "complaint",
            Self::Objective(_) => "objective",
            Self::Survey(_) => "survey",
            Self::Review(_) => "review",
        }
    }

    /// Its identity.
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Audit(id) => id.uuid(),
            Self::Complaint(id) => id.uuid(),
            Self::Objective(id) => id.uuid(),
            Self::Survey(id) => id.uuid(),
            Self::Review(id) => id.uuid(),
        }
    }
}

impl Reason {
    /// A reason without details.
    pub fn of(why: Why) -> Self {
        Self {
            why,
            count: None,
            of: None,
            on: None,
            names: Vec::new(),
            cases: Vec::new(),
            subjects: Vec::new(),
        }
    }

    /// With a count.
    #[must_use]
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(u32::try_from(count).unwrap_or(u32::MAX));
        self
    }

    /// With the number it is out of.
    #[must_use]
    pub fn of_all(mut self, of: usize) -> Self {
        self.of = Some(u32::try_from(of).unwrap_or(u32::MAX));
        self
    }

    /// With a day.
    #[must_use]
    pub fn on(mut self, on: NaiveDate) -> Self {
        self.on = Some(on);
        self
    }

    /// With names.
    #[must_use]
    pub fn names(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.names = names.into_iter().collect();
        self
    }

    /// With the cases behind it, and their count where none was given.
    #[must_use]
    pub fn cases<'a>(mut self, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        self.cases = cases.into_iter().map(|case| case.id).collect();
        if self.count.is_some() {
            self
        } else {
            let count = self.cases.len();
            self.count(count)
        }
    }

    /// With other records behind it.
    #[must_use]
    pub fn subjects(mut self, subjects: impl IntoIterator<Item = Subject>) -> Self {
        self.subjects = subjects.into_iter().collect();
        self
    }
}

/// Where somebody puts a reason right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mend {
    /// In the cases behind it.
    Cases,
    /// In the certificate and its external audits.
    Certificate,
    /// In an audit or the audit programme.
    Audits,
    /// Among the internal auditors.
    Auditors,
    /// Among complaints and motions.
    Complaints,
    /// Among objectives.
    Objectives,
    /// Among surveys.
    Surveys,
    /// Among management reviews.
    Reviews,
    /// In the yearly programme of actions.
    Programme,
    /// By confirming the check.
    Confirm,
    /// Nothing to put right.
    Nothing,
}

macro_rules! whys {
    ($($(#[$doc:meta])* $name:ident $code:literal $mend:ident),+ $(,)?) => {
        /// Why a check came out as it did.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Why {
            $($(#[$doc])* $name),+
        }

        impl Why {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable name.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),+
                }
            }

            /// Where it is put right.
            pub fn mend(self) -> Mend {
                match self {
                    $(Self::$name => Mend::$mend),+
                }
            }
        }
    };
}

whys!(
    /// Somebody confirmed it.
    Confirmed "confirmed" Nothing,
    /// Nobody confirmed it yet.
    NotConfirmed "not_confirmed" Confirm,
    /// No external audit is in the book.
    NoExternalAudit "no_external_audit" Certificate,
);
