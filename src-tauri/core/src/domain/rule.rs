//! Refusals: a rule that says no names itself, so that every face can say why in its own words.

use serde::{Deserialize, Serialize};

/// Why a rule refused. The code is stable; the words stand in the language files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Something that was asked for is not in the book.
    #[error("{what} is not in the book")]
    NotFound {
        /// What was looked for.
        what: &'static str,
    },
    /// The record was changed by somebody else meanwhile.
    #[error("{what} was changed meanwhile")]
    Stale {
        /// What was to be changed.
        what: &'static str,
    },
    /// A rule of the field was broken.
    #[error("refused by rule {}", rule.code())]
    Refused {
        /// The rule's stable name.
        rule: Rule,
        /// What the sentence about it needs.
        params: Vec<(&'static str, String)>,
    },
    /// A record does not fit its own kind; never the user's fault.
    #[error("a record could not be formed: {message}")]
    Record {
        /// What serde said; for the log.
        message: String,
    },
}

impl RuleError {
    /// A refusal without further details.
    pub fn refused(rule: Rule) -> Self {
        Self::Refused { rule, params: Vec::new() }
    }

    /// A refusal with one detail.
    pub fn with(rule: Rule, name: &'static str, value: impl Into<String>) -> Self {
        Self::Refused { rule, params: vec![(name, value.into())] }
    }
}

impl From<super::change::RecordError> for RuleError {
    fn from(error: super::change::RecordError) -> Self {
        Self::Record { message: format!("{error}: {}", error.source) }
    }
}

/// The rules that can refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A change of this kind needs a reason.
    ReasonRequired,
    /// The new due date is the old one.
    DueUnchanged,
    /// The new due date lies before the day the case was registered.
    DueBeforeRegistration,
    /// The new due date has already passed.
    DueInPast,
    /// A draft's dates are changed in the draft itself.
    StillADraft,
    /// The third extension is decided by the Coordinator or the Starosta.
    ExtensionNeedsHigherRole,
    /// Only a draft can be edited, discarded or registered.
    NotADraft,
    /// A closed case does not change.
    ClosedCase,
    /// The action is done or cancelled.
    ActionSettled,
    /// A draft lacks something that registration needs.
    Incomplete,
    /// Two cases cannot have the same number.
    NumberTaken,
    /// The unit still stands on a case.
    DepartmentInUse,
    /// Two units cannot share a symbol.
    DuplicateCode,
    /// The template cannot give unique numbers.
    BadTemplate,
    /// The certificate ends before the decision.
    ValidUntilBeforeDecision,
    /// The first surveillance audit counts from stage 2, and its last day is not given.
    Stage2Missing,
    /// The number template holds the unit's symbol, and the draft names no unit.
    DepartmentMissing,
    /// A draft that came with a number keeps it, and stays.
    HasNumber,
    /// Stage 2 ended after the decision.
    Stage2AfterDecision,
    /// The audit ends before it starts.
    EndsBeforeStarts,
    /// The audit is linked to cases.
    AuditInUse,
    /// Something of the import was changed since.
    BatchTouched,
    /// The book has moved on since the plan was made.
    ImportChanged,
    /// The folder already holds a book.
    NotEmpty,
    /// A text is longer than a cell of a spreadsheet holds.
    TextTooLong,
    /// A name is empty.
    EmptyName,
    /// A year outside 1990..=2199, or a date that cannot be computed.
    DateOutOfRange,
}

impl Rule {
    /// The stable name, as it crosses to other faces.
    pub fn code(self) -> &'static str {
        match self {
            Self::ReasonRequired => "reason_required",
            Self::DueUnchanged => "due_unchanged",
            Self::DueBeforeRegistration => "due_before_registration",
            Self::DueInPast => "due_in_past",
            Self::StillADraft => "still_a_draft",
            Self::ExtensionNeedsHigherRole => "extension_needs_higher_role",
            Self::NotADraft => "not_a_draft",
            Self::ClosedCase => "closed_case",
            Self::ActionSettled => "action_settled",
            Self::Incomplete => "incomplete",
            Self::NumberTaken => "number_taken",
            Self::DepartmentInUse => "department_in_use",
            Self::DuplicateCode => "duplicate_code",
            Self::BadTemplate => "bad_template",
            Self::ValidUntilBeforeDecision => "valid_until_before_decision",
            Self::Stage2Missing => "stage2_missing",
            Self::DepartmentMissing => "department_missing",
            Self::HasNumber => "has_number",
            Self::Stage2AfterDecision => "stage2_after_decision",
            Self::EndsBeforeStarts => "ends_before_starts",
            Self::AuditInUse => "audit_in_use",
            Self::BatchTouched => "batch_touched",
            Self::ImportChanged => "import_changed",
            Self::NotEmpty => "not_empty",
            Self::TextTooLong => "text_too_long",
            Self::EmptyName => "empty_name",
            Self::DateOutOfRange => "date_out_of_range",
        }
    }
}
