//! What must hold of every case that lived by the table of moves, however it came into the book. A restore, another
//! desk and the tests ask this of a whole book.

use super::action::Action;
use super::case::{Case, CaseStatus, Done};
use super::facts::{unclassified, unexplained, unplanned};

/// What is wrong with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flaw {
    /// A registered case without a number.
    NoNumber,
    /// In work or beyond without source, process, clause, statement or owner.
    NotClassified,
    /// In work or beyond without a cause and how it was found.
    NoCause,
    /// In work or beyond without a plan.
    NoPlan,
    /// In work or beyond without an approval by somebody else than the author.
    NotApproved,
    /// Reported as done without a finished action, or with an open one.
    NotDone,
    /// Reported as done without evidence.
    NoEvidence,
    /// Judged without a verification that says "done".
    NotVerified,
    /// Closed as effective or ineffective without a judgement.
    NotJudged,
    /// Verified or judged by the owner of an action, and the record does not say that the office let it pass.
    OwnReview,
    /// Closed without a closing day.
    NoClosure,
    /// Judged as ineffective without a case that goes on.
    NoFollowUp,
    /// Closed without action, without a reason or an approval by somebody else.
    NoReason,
    /// A step lies before the one it follows.
    DatesGoBack,
}

/// What is wrong with a case; empty for a sound one. A case that a register brought in may lack what lies before
/// the state in which it came: its cause, its plan, its dates. Nothing but the table closes it as effective or
/// ineffective, so that what this needs is asked of it too.
pub fn flaws(case: &Case) -> Vec<Flaw> {
    let brought_in = case.imported.is_some();
    let judged = matches!(case.status, CaseStatus::ClosedEffective | CaseStatus::ClosedIneffective);
    if case.status == CaseStatus::Draft || (brought_in && !judged) {
        return Vec::new();
    }
    let at_least = |status: CaseStatus| reached(case.status) >= reached(status);
    let mut found = Vec::new();
    let mut flaw = |wrong: bool, flaw: Flaw| {
        if wrong {
            found.push(flaw);
        }
    };
    flaw(case.number.is_none(), Flaw::NoNumber);
    if at_least(CaseStatus::InProgress) && !brought_in {
        flaw(!unclassified(case).is_empty(), Flaw::NotClassified);
        flaw(!unexplained(case).is_empty(), Flaw::NoCause);
        flaw(!unplanned(case).is_empty() && !case.actions.iter().any(Action::is_done), Flaw::NoPlan);
        flaw(!approved_by_another(case), Flaw::NotApproved);
    }
    if at_least(CaseStatus::Implemented) {
        let done = !case.actions.iter().any(Action::is_open) && case.actions.iter().any(Action::is_done);
        flaw(!done, Flaw::NotDone);
        let bare = |action: &&Action| action.is_done() && action.standing_evidence().next().is_none();
        flaw(case.actions.iter().any(|action| bare(&action)), Flaw::NoEvidence);
    }
    if at_least(CaseStatus::Effectiveness) {
        let verified = case.verification.as_ref();
        let came_verified = case.imported.is_some() && verified.is_none();
        flaw(!came_verified && verified.is_none_or(|it| it.result != Done::Yes), Flaw::NotVerified);
        flaw(verified.is_some_and(|it| !it.by_owner && is_own(case, it.signer.as_ref())), Flaw::OwnReview);
    }
    if judged {
        let judged = &case.effectiveness;
        flaw(judged.result.is_none() || judged.data.is_empty() || judged.on.is_none(), Flaw::NotJudged);
        flaw(!judged.by_owner && is_own(case, judged.signer.as_ref()), Flaw::OwnReview);
    }
    if case.status == CaseStatus::ClosedIneffective {
        let goes_on = case.links.iter().any(|link| link.kind == super::case::LinkKind::FollowUp);
        flaw(!goes_on, Flaw::NoFollowUp);
    }
    if case.status == CaseStatus::ClosedNoAction {
        let decided = case.no_action.as_ref();
        flaw(decided.is_none_or(|it| it.reason.is_empty() || it.approved_by.is_empty()), Flaw::NoReason);
    }
    flaw(case.status.is_closed() && case.closure.is_none(), Flaw::NoClosure);
    flaw(!brought_in && dates_go_back(case), Flaw::DatesGoBack);
    found
}

/// How far a state lies on the way from registration to a judgement; a way out of it counts as none.
fn reached(status: CaseStatus) -> u8 {
    match status {
        CaseStatus::Draft
        | CaseStatus::ClosedNoAction
        | CaseStatus::ClosedImported
        | CaseStatus::Cancelled => 0,
        CaseStatus::Registered => 1,
        CaseStatus::Analysis => 2,
        CaseStatus::PlanPending => 3,
        CaseStatus::InProgress => 4,
        CaseStatus::Implemented => 5,
        CaseStatus::Effectiveness => 6,
        CaseStatus::ClosedEffective | CaseStatus::ClosedIneffective => 7,
    }
}

fn approved_by_another(case: &Case) -> bool {
    let Some(approval) = &case.plan_approval else { return false };
    let author = case.plan_submission.as_ref().and_then(|it| it.signer.as_ref());
    match (author, &approval.signer) {
        (Some(author), Some(approver)) => !author.is_same(approver),
        // Decided before posts were told apart.
        _ => true,
    }
}

fn is_own(case: &Case, signer: Option<&super::person::Signer>) -> bool {
    let Some(signer) = signer else { return false };
    let actions = case.actions.iter().filter(|action| action.cancelled_reason.is_none());
    actions.into_iter().any(|action| {
        action.owner.is_some_and(|owner| signer.posts.contains(&owner))
            || action.carried_out.iter().any(|done| done.is_same(signer))
    })
}

fn dates_go_back(case: &Case) -> bool {
    let decided = |decision: &Option<super::case::Decision>| decision.as_ref().map(|decision| decision.on);
    let steps = [
        case.registered_on,
        case.reopened_on,
        decided(&case.plan_submission),
        decided(&case.plan_approval),
        decided(&case.done_report),
        case.verification.as_ref().filter(|it| it.result == Done::Yes).map(|it| it.on),
        case.effectiveness.on,
        case.closure.as_ref().map(|closure| closure.on),
    ];
    let days: Vec<_> = steps.into_iter().flatten().collect();
    !days.is_sorted()
}
