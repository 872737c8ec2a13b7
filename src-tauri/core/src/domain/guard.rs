//! The guards of the table of moves: what must hold of a case before it goes on.

use super::acting::Acting;
use super::action::Action;
use super::book::Book;
use super::case::{Case, Done, Grade, Source};
use super::due_date;
use super::facts::{self, Missing};
use super::person::Signer;
use super::rule::{Rule, RuleError};
use super::settings::OwnReview;

/// A condition of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Guard {
    /// The draft has no number that a register gave.
    Unnumbered,
    /// Title, statement, owner and a due date are there.
    Reported,
    /// Number, source, process, clause, statement and owner are set.
    Classified,
    /// Root cause and method are set; an opportunity for improvement has no cause to find.
    Explained,
    /// At least one action, each with owner and date; how and when effectiveness will be judged.
    Planned,
    /// Who approves is not who handed the plan in.
    NotTheAuthor,
    /// The action is neither done nor given up.
    ActionOpen,
    /// Another action of the plan stands beside it.
    AnotherStands,
    /// The action is done.
    ActionDone,
    /// The action has evidence.
    ActionProven,
    /// Every action is done or given up with a reason, and one at least is done.
    AllSettled,
    /// Every action that is done has evidence.
    AllProven,
    /// Who reviews owns no action; an office may choose a mere warning.
    NotTheOwner,
    /// It was verified that everything was done.
    Verified,
    /// No major or minor nonconformity of an external audit.
    MayStayIdle,
    /// A decision not to act waits for its approval.
    Proposed,
    /// Who approves a decision not to act is not who proposed it.
    NotTheProposer,
    /// The case has a due date that can move.
    DateMovable,
    /// An extension was asked for.
    ExtensionAsked,
}

impl Guard {
    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unnumbered => "unnumbered",
            Self::Reported => "reported",
            Self::Classified => "classified",
            Self::Explained => "explained",
            Self::Planned => "planned",
            Self::NotTheAuthor => "not_the_author",
            Self::ActionOpen => "action_open",
            Self::AnotherStands => "another_stands",
            Self::ActionDone => "action_done",
            Self::ActionProven => "action_proven",
            Self::AllSettled => "all_settled",
            Self::AllProven => "all_proven",
            Self::NotTheOwner => "not_the_owner",
            Self::Verified => "verified",
            Self::MayStayIdle => "may_stay_idle",
            Self::Proposed => "proposed",
            Self::NotTheProposer => "not_the_proposer",
            Self::DateMovable => "date_movable",
            Self::ExtensionAsked => "extension_asked",
        }
    }
}

/// Whether a guard holds.
///
/// # Errors
/// The rule that stands against the move.
pub fn holds(
    guard: Guard,
    book: &dyn Book,
    acting: &Acting,
    case: &Case,
    action: Option<&Action>,
) -> Result<(), RuleError> {
    match guard {
        Guard::Unnumbered => refuse_if(case.number.is_some(), Rule::HasNumber),
        Guard::Reported => complete(&facts::missing(case)),
        Guard::Classified => complete(&facts::unclassified(case)),
        Guard::Explained => complete(&facts::unexplained(case)),
        Guard::Planned => complete(&facts::unplanned(case)).and_then(|()| dated(case)),
        Guard::NotTheAuthor => not_same(
            case.plan_submission.as_ref().and_then(|it| it.signer.as_ref()),
            acting,
            Rule::AuthorApproves,
        ),
        Guard::ActionOpen => refuse_if(action.is_some_and(|action| !action.is_open()), Rule::ActionSettled),
        Guard::AnotherStands => another_stands(case, action),
        Guard::ActionDone => refuse_if(action.is_some_and(|action| !action.is_done()), Rule::ActionNotDone),
        Guard::ActionProven => proven(action.into_iter()),
        Guard::AllSettled => all_settled(case),
        Guard::AllProven => proven(case.actions.iter().filter(|action| action.is_done())),
        Guard::NotTheOwner => {
            let refused = own_review(book) == OwnReview::Refuse && acting.owns_an_action(case);
            refuse_if(refused, Rule::OwnerReviews)
        }
        Guard::Verified => {
            // A register that was brought in may say "to be judged" without telling who saw that it was done: then
            // everything that a verification looks at has to stand on the card.
            if case.imported.is_some() && case.verification.is_none() {
                all_settled(case)?;
                return proven(case.actions.iter().filter(|action| action.is_done()));
            }
            let yes = case.verification.as_ref().is_some_and(|it| it.result == Done::Yes);
            refuse_if(!yes, Rule::NotVerified)
        }
        Guard::MayStayIdle => may_stay_idle(case),
        Guard::Proposed => refuse_if(case.no_action_proposal.is_none(), Rule::NothingProposed),
        Guard::NotTheProposer => not_same(
            case.no_action_proposal.as_ref().and_then(|it| it.signer.as_ref()),
            acting,
            Rule::AuthorApproves,
        ),
        Guard::DateMovable => due_date::check(case),
        Guard::ExtensionAsked => {
            let asked =
                case.target_asked.is_some() || case.actions.iter().any(|action| action.asked.is_some());
            refuse_if(!asked, Rule::NoExtensionAsked)
        }
    }
}

/// What the office lets the owner of an action do.
pub fn own_review(book: &dyn Book) -> OwnReview {
    book.office().map(|(office, _)| office.settings.own_review).unwrap_or_default()
}

/// An external nonconformity, major or minor, must lead to action.
fn may_stay_idle(case: &Case) -> Result<(), RuleError> {
    match (case.source, case.grade) {
        (Some(Source::ExtAudit), Some(Grade::Major | Grade::Minor)) => {
            Err(RuleError::refused(Rule::ExternalNeedsAction))
        }
        // Left without a grade it could be one.
        (Some(Source::ExtAudit), None) => complete(&[Missing::Grade]),
        _ => Ok(()),
    }
}

/// A plan without any action could go neither on nor back: the case itself is given up then.
fn another_stands(case: &Case, action: Option<&Action>) -> Result<(), RuleError> {
    let mut standing = case.actions.iter().filter(|other| other.cancelled_reason.is_none());
    let stands = standing.any(|other| action.is_none_or(|action| action.id != other.id));
    refuse_if(!stands, Rule::NothingDone)
}

/// No action is due before its case was registered.
fn dated(case: &Case) -> Result<(), RuleError> {
    let open = case.actions.iter().filter(|action| action.is_open()).filter_map(|action| action.due_on);
    match (open.min(), case.registered_on) {
        (Some(due_on), Some(registered_on)) if due_on < registered_on => {
            Err(RuleError::with(Rule::DueBeforeRegistration, "date", due_on.to_string()))
        }
        _ => Ok(()),
    }
}

fn all_settled(case: &Case) -> Result<(), RuleError> {
    refuse_if(case.actions.iter().any(Action::is_open), Rule::ActionsOpen)?;
    refuse_if(!case.actions.iter().any(Action::is_done), Rule::NothingDone)
}

fn proven<'a>(mut actions: impl Iterator<Item = &'a Action>) -> Result<(), RuleError> {
    match actions.find(|action| action.standing_evidence().next().is_none()) {
        Some(bare) => Err(RuleError::with(Rule::EvidenceMissing, "action", &bare.what)),
        None => Ok(()),
    }
}

fn not_same(before: Option<&Signer>, acting: &Acting, rule: Rule) -> Result<(), RuleError> {
    refuse_if(before.is_some_and(|before| before.is_same(&acting.signer())), rule)
}

fn complete(missing: &[Missing]) -> Result<(), RuleError> {
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|missing| missing.code()).collect();
    Err(RuleError::with(Rule::Incomplete, "missing", names.join(",")))
}

fn refuse_if(refused: bool, rule: Rule) -> Result<(), RuleError> {
    if refused { Err(RuleError::refused(rule)) } else { Ok(()) }
}
