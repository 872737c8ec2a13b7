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
    /// Two posts cannot have the same name.
    NameTaken,
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
    /// The case is not in a state from which this step leads on.
    NotInThisState,
    /// Another role does this; the refusal names which.
    RoleForbidden,
    /// Somebody has a password, so nobody acts without signing in.
    SignInNeeded,
    /// This act asks for the password again.
    SignOffNeeded,
    /// A named post decides this; the representative alone records its decision on paper.
    RecordedForNeeded,
    /// Decisions of others are recorded only while nobody else signs in.
    RecordsForOthers,
    /// Who hands a plan in does not approve it.
    AuthorApproves,
    /// The owner of an action neither verifies nor judges it.
    OwnerReviews,
    /// Some action is neither done nor given up.
    ActionsOpen,
    /// No action was done.
    NothingDone,
    /// The action is not done.
    ActionNotDone,
    /// Something that was done has no evidence.
    EvidenceMissing,
    /// The last evidence of something that was done; send the case back first.
    LastEvidence,
    /// The evidence was taken back already.
    EvidenceWithdrawn,
    /// It was not verified that everything was done.
    NotVerified,
    /// The data that the judgement rests on is missing.
    DataRequired,
    /// Judged before its day without saying why.
    ReviewTooEarly,
    /// A major or minor nonconformity of an external audit must lead to action.
    ExternalNeedsAction,
    /// No decision not to act waits for approval.
    NothingProposed,
    /// A decision not to act waits for approval already.
    ProposedAlready,
    /// Nobody asked for more time.
    NoExtensionAsked,
    /// More time is asked for before the date; after it only the representative moves it.
    ExtensionAfterDate,
    /// The first two extensions are the representative's.
    ExtensionIsRepresentatives,
    /// A date that is still to come.
    DateInFuture,
    /// A date before the step that came before it.
    DateGoesBack,
    /// A date that was agreed moves by an extension, not by writing over it.
    DueAgreed,
    /// This part of the card is not written in this state.
    PartLocked,
    /// A case is not linked to itself.
    LinkToItself,
    /// The link is there already.
    LinkExists,
    /// Two people cannot have the same login.
    LoginTaken,
    /// A login holds 2 to 40 letters, digits, dots, hyphens or underscores.
    BadLogin,
    /// A person holds at least one post.
    PostNeeded,
    /// The first one who signs in is the representative.
    FirstIsRepresentative,
    /// Somebody must stay who signs in as the representative.
    LastRepresentative,
    /// Something stands on the post or the process.
    InUse,
    /// An internal auditor does not audit the own unit (ISO 9001:2008 8.2.2, 2015 9.2.2 c).
    AuditsOwnUnit,
    /// The audit is held: its questions and answers stand.
    AuditHeld,
    /// A question of the audit is not answered yet.
    QuestionsOpen,
    /// This question is not answered without evidence.
    EvidenceDemanded,
    /// Only an observation or a nonconformity becomes a case.
    NoFinding,
    /// The finding became a case already.
    CaseRaised,
    /// The year has its programme already.
    YearTaken,
    /// It is approved already.
    AlreadyApproved,
    /// An empty programme is not approved.
    NothingPlanned,
    /// The certificate is suspended already.
    AlreadySuspended,
    /// The certificate is not suspended.
    NotSuspended,
    /// The certificate was withdrawn.
    CertificateWithdrawn,
    /// The checklist has no such check.
    UnknownCheck,
    /// This check follows from the data; nobody confirms it.
    CheckedByData,
    /// The run is signed already.
    SignedAlready,
    /// A signed run is kept.
    RunSigned,
    /// A score beyond its scale.
    ScoreBeyondScale,
    /// A year outside 1990..=2199, or a date that cannot be computed.
    DateOutOfRange,
}

impl Rule {
    /// Every rule, so that every face can show that it has words for each.
    pub const ALL: [Self; 80] = [
        Self::ReasonRequired,
        Self::DueUnchanged,
        Self::DueBeforeRegistration,
        Self::DueInPast,
        Self::StillADraft,
        Self::ExtensionNeedsHigherRole,
        Self::NotADraft,
        Self::ClosedCase,
        Self::ActionSettled,
        Self::Incomplete,
        Self::NumberTaken,
        Self::DepartmentInUse,
        Self::DuplicateCode,
        Self::NameTaken,
        Self::BadTemplate,
        Self::ValidUntilBeforeDecision,
        Self::Stage2Missing,
        Self::DepartmentMissing,
        Self::HasNumber,
        Self::Stage2AfterDecision,
        Self::EndsBeforeStarts,
        Self::AuditInUse,
        Self::BatchTouched,
        Self::ImportChanged,
        Self::NotEmpty,
        Self::TextTooLong,
        Self::EmptyName,
        Self::NotInThisState,
        Self::RoleForbidden,
        Self::SignInNeeded,
        Self::SignOffNeeded,
        Self::RecordedForNeeded,
        Self::RecordsForOthers,
        Self::AuthorApproves,
        Self::OwnerReviews,
        Self::ActionsOpen,
        Self::NothingDone,
        Self::ActionNotDone,
        Self::EvidenceMissing,
        Self::LastEvidence,
        Self::EvidenceWithdrawn,
        Self::NotVerified,
        Self::DataRequired,
        Self::ReviewTooEarly,
        Self::ExternalNeedsAction,
        Self::NothingProposed,
        Self::ProposedAlready,
        Self::NoExtensionAsked,
        Self::ExtensionAfterDate,
        Self::ExtensionIsRepresentatives,
        Self::DateInFuture,
        Self::DateGoesBack,
        Self::DueAgreed,
        Self::PartLocked,
        Self::LinkToItself,
        Self::LinkExists,
        Self::LoginTaken,
        Self::BadLogin,
        Self::PostNeeded,
        Self::FirstIsRepresentative,
        Self::LastRepresentative,
        Self::InUse,
        Self::AuditsOwnUnit,
        Self::AuditHeld,
        Self::QuestionsOpen,
        Self::EvidenceDemanded,
        Self::NoFinding,
        Self::CaseRaised,
        Self::YearTaken,
        Self::AlreadyApproved,
        Self::NothingPlanned,
        Self::AlreadySuspended,
        Self::NotSuspended,
        Self::CertificateWithdrawn,
        Self::UnknownCheck,
        Self::CheckedByData,
        Self::SignedAlready,
        Self::RunSigned,
        Self::ScoreBeyondScale,
        Self::DateOutOfRange,
    ];

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
            Self::NameTaken => "name_taken",
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
            Self::NotInThisState => "not_in_this_state",
            Self::RoleForbidden => "role_forbidden",
            Self::SignInNeeded => "sign_in_needed",
            Self::SignOffNeeded => "sign_off_needed",
            Self::RecordedForNeeded => "recorded_for_needed",
            Self::RecordsForOthers => "records_for_others",
            Self::AuthorApproves => "author_approves",
            Self::OwnerReviews => "owner_reviews",
            Self::ActionsOpen => "actions_open",
            Self::NothingDone => "nothing_done",
            Self::ActionNotDone => "action_not_done",
            Self::EvidenceMissing => "evidence_missing",
            Self::LastEvidence => "last_evidence",
            Self::EvidenceWithdrawn => "evidence_withdrawn",
            Self::NotVerified => "not_verified",
            Self::DataRequired => "data_required",
            Self::ReviewTooEarly => "review_too_early",
            Self::ExternalNeedsAction => "external_needs_action",
            Self::NothingProposed => "nothing_proposed",
            Self::ProposedAlready => "proposed_already",
            Self::NoExtensionAsked => "no_extension_asked",
            Self::ExtensionAfterDate => "extension_after_date",
            Self::ExtensionIsRepresentatives => "extension_is_representatives",
            Self::DateInFuture => "date_in_future",
            Self::DateGoesBack => "date_goes_back",
            Self::DueAgreed => "due_agreed",
            Self::PartLocked => "part_locked",
            Self::LinkToItself => "link_to_itself",
            Self::LinkExists => "link_exists",
            Self::LoginTaken => "login_taken",
            Self::BadLogin => "bad_login",
            Self::PostNeeded => "post_needed",
            Self::FirstIsRepresentative => "first_is_representative",
            Self::LastRepresentative => "last_representative",
            Self::InUse => "in_use",
            Self::AuditsOwnUnit => "audits_own_unit",
            Self::AuditHeld => "audit_held",
            Self::QuestionsOpen => "questions_open",
            Self::EvidenceDemanded => "evidence_demanded",
            Self::NoFinding => "no_finding",
            Self::CaseRaised => "case_raised",
            Self::YearTaken => "year_taken",
            Self::AlreadyApproved => "already_approved",
            Self::NothingPlanned => "nothing_planned",
            Self::AlreadySuspended => "already_suspended",
            Self::NotSuspended => "not_suspended",
            Self::CertificateWithdrawn => "certificate_withdrawn",
            Self::UnknownCheck => "unknown_check",
            Self::CheckedByData => "checked_by_data",
            Self::SignedAlready => "signed_already",
            Self::RunSigned => "run_signed",
            Self::ScoreBeyondScale => "score_beyond_scale",
            Self::DateOutOfRange => "date_out_of_range",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rules_are_listed_once() {
        // The compiler demands a name for each rule; the list must have as many.
        let has_name = |line: &&str| line.trim_start().starts_with("Self::") && line.contains(" => \"");
        let named = include_str!("rule.rs").lines().filter(has_name).count();
        let codes: std::collections::BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        assert_eq!((Rule::ALL.len(), codes.len()), (named, named));
    }
}
