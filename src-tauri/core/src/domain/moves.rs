//! The table of moves: every step of a case's life, from which state, to which, by whom and under which guards.
//!
//! The table below is the one place where this stands. A form, a change of many cases at once, the command line
//! and another desk all ask [`check`], and [`super::life::make`] asks it again before anything changes.

use super::acting::{Acting, Capacity};
use super::action::Action;
use super::book::Book;
use super::case::{Case, CaseStatus};
use super::facts::Missing;
use super::guard::{self, Guard};
use super::ids::PostId;
use super::person::Role;
use super::rule::{Rule, RuleError};

use Capacity::{
    Anyone as Z, Auditor as A, Coordinator as K, Head as W, Performer as R, Representative as P,
    TopManagement as S,
};
use CaseStatus::{
    Analysis, Cancelled, ClosedEffective, ClosedImported, ClosedIneffective, ClosedNoAction, Draft,
    Effectiveness, Implemented, InProgress, PlanPending, Registered,
};

use Guard as G;
use Move as M;

/// A step in the life of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Move {
    /// Keep what was written.
    Save,
    /// Take a draft out of the book.
    Discard,
    /// Give a draft its number.
    Register,
    /// Begin to look for the cause.
    StartAnalysis,
    /// Hand the plan in.
    SubmitPlan,
    /// Approve the plan.
    ApprovePlan,
    /// Send the plan back.
    ReturnPlan,
    /// Mark an action as done.
    CompleteAction,
    /// An action is not done after all.
    ReopenAction,
    /// Give an action up.
    CancelAction,
    /// Report that everything is done.
    ReportDone,
    /// Confirm that it was done (weryfikacja wykonania).
    Verify,
    /// Send back what was not done, or not all.
    SendBack,
    /// It helped (ocena skuteczności).
    JudgeEffective,
    /// It did not help; a follow-up case opens.
    JudgeIneffective,
    /// Decide not to act.
    DecideNoAction,
    /// Approve a decision not to act.
    ApproveNoAction,
    /// Refuse a decision not to act.
    RefuseNoAction,
    /// Give the case up.
    Cancel,
    /// Open a closed case again.
    Reopen,
    /// Move a due date.
    Extend,
    /// Ask for more time.
    AskExtension,
    /// Refuse more time.
    RefuseExtension,
    /// Add evidence.
    Attach,
    /// Take evidence back.
    Withdraw,
    /// Hand a case or an action to another post.
    Assign,
    /// Link a case to an earlier one that it repeats.
    Link,
    /// Take such a link back.
    Unlink,
}

/// Where a move leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// To that state.
    State(CaseStatus),
    /// The state stays.
    Same,
    /// Out of the book.
    Out,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The move.
    pub step: Move,
    /// From these states.
    pub from: &'static [CaseStatus],
    /// Where to.
    pub to: To,
    /// Who; any one of them.
    pub who: &'static [Capacity],
    /// Personal sign-off: the password again, where people sign in.
    pub sign_off: bool,
    /// A reason is demanded.
    pub reason: bool,
    /// What must hold.
    pub guards: &'static [Guard],
}

const ANY_OPEN: &[CaseStatus] =
    &[Registered, Analysis, PlanPending, InProgress, Implemented, CaseStatus::Effectiveness];
const BEFORE_DONE: &[CaseStatus] = &[Registered, Analysis, PlanPending, InProgress];
/// Not while a plan that was handed in waits: it is approved as it was written.
const REASSIGNED: &[CaseStatus] = &[Registered, Analysis, InProgress];
const CLOSED: &[CaseStatus] =
    &[ClosedEffective, ClosedIneffective, ClosedNoAction, ClosedImported, Cancelled];

const PLAIN: Asks = Asks { sign_off: false, reason: false };
const REASON: Asks = Asks { sign_off: false, reason: true };
const SIGNED: Asks = Asks { sign_off: true, reason: false };
const SIGNED_REASON: Asks = Asks { sign_off: true, reason: true };

/// What a row asks for beside its guards.
#[derive(Clone, Copy)]
struct Asks {
    sign_off: bool,
    reason: bool,
}

const fn row(
    step: Move,
    from: &'static [CaseStatus],
    to: To,
    who: &'static [Capacity],
    asks: Asks,
    guards: &'static [Guard],
) -> Row {
    Row { step, from, to, who, sign_off: asks.sign_off, reason: asks.reason, guards }
}

/// The table of moves (the field's table of states and guards; ISO 9001:2008, 8.5.2 and 8.5.3; 2015, 10.2).
#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    row(M::Save,             &[Draft],                To::Same,                     &[Z],          PLAIN,         &[]),
    row(M::Discard,          &[Draft],                To::Out,                      &[Z],          PLAIN,         &[G::Unnumbered]),
    row(M::Register,         &[Draft],                To::State(Registered),        &[P],          PLAIN,         &[G::Reported]),
    row(M::StartAnalysis,    &[Registered],           To::State(Analysis),          &[W, P],       PLAIN,         &[G::Classified]),
    row(M::SubmitPlan,       &[Analysis],             To::State(PlanPending),       &[W],          PLAIN,         &[G::Classified, G::Explained, G::Planned]),
    row(M::ApprovePlan,      &[PlanPending],          To::State(InProgress),        &[P, K, S],    SIGNED,        &[G::NotTheAuthor]),
    row(M::ReturnPlan,       &[PlanPending],          To::State(Analysis),          &[P, K, S],    REASON,        &[G::NotTheAuthor]),
    row(M::CompleteAction,   &[InProgress],           To::Same,                     &[R, W],       PLAIN,         &[G::ActionOpen, G::ActionProven]),
    row(M::ReopenAction,     &[InProgress],           To::Same,                     &[R, W],       REASON,        &[G::ActionDone]),
    row(M::CancelAction,     &[InProgress],           To::Same,                     &[W, P],       REASON,        &[G::ActionOpen, G::AnotherStands]),
    row(M::ReportDone,       &[InProgress],           To::State(Implemented),       &[W],          PLAIN,         &[G::AllSettled, G::AllProven]),
    row(M::Verify,           &[Implemented],          To::State(Effectiveness),     &[P, A],       SIGNED,        &[G::NotTheOwner, G::AllSettled, G::AllProven]),
    row(M::SendBack,         &[Implemented],          To::State(InProgress),        &[P, A],       REASON,        &[G::NotTheOwner]),
    row(M::JudgeEffective,   &[Effectiveness],        To::State(ClosedEffective),   &[P, A, W],    SIGNED,        &[G::NotTheOwner, G::Verified]),
    row(M::JudgeIneffective, &[Effectiveness],        To::State(ClosedIneffective), &[P, A, W],    SIGNED,        &[G::NotTheOwner, G::Verified]),
    row(M::DecideNoAction,   &[Registered, Analysis], To::State(ClosedNoAction),    &[P],          SIGNED_REASON, &[G::MayStayIdle]),
    row(M::ApproveNoAction,  &[Registered, Analysis], To::State(ClosedNoAction),    &[K, S],       SIGNED,        &[G::MayStayIdle, G::Proposed, G::NotTheProposer]),
    row(M::RefuseNoAction,   &[Registered, Analysis], To::Same,                     &[K, S],       REASON,        &[G::Proposed]),
    row(M::Cancel,           ANY_OPEN,                To::State(Cancelled),         &[P],          REASON,        &[]),
    row(M::Reopen,           CLOSED,                  To::State(Analysis),          &[P],          REASON,        &[]),
    row(M::Extend,           BEFORE_DONE,             To::Same,                     &[P, K, S],    REASON,        &[G::DateMovable]),
    row(M::AskExtension,     BEFORE_DONE,             To::Same,                     &[R, W],       REASON,        &[G::DateMovable]),
    row(M::RefuseExtension,  BEFORE_DONE,             To::Same,                     &[P, K, S],    REASON,        &[G::ExtensionAsked]),
    row(M::Attach,           ANY_OPEN,                To::Same,                     &[R, W, P, A], PLAIN,         &[]),
    row(M::Withdraw,         ANY_OPEN,                To::Same,                     &[R, W, P, A], REASON,        &[]),
    row(M::Assign,           REASSIGNED,              To::Same,                     &[W, P],       PLAIN,         &[]),
    row(M::Link,             ANY_OPEN,                To::Same,                     &[W, P, A],    PLAIN,         &[]),
    row(M::Unlink,           ANY_OPEN,                To::Same,                     &[P],          REASON,        &[]),
];

impl Move {
    /// All moves, in the order of a life.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.step)
    }

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Discard => "discard",
            Self::Register => "register",
            Self::StartAnalysis => "start_analysis",
            Self::SubmitPlan => "submit_plan",
            Self::ApprovePlan => "approve_plan",
            Self::ReturnPlan => "return_plan",
            Self::CompleteAction => "complete_action",
            Self::ReopenAction => "reopen_action",
            Self::CancelAction => "cancel_action",
            Self::ReportDone => "report_done",
            Self::Verify => "verify",
            Self::SendBack => "send_back",
            Self::JudgeEffective => "judge_effective",
            Self::JudgeIneffective => "judge_ineffective",
            Self::DecideNoAction => "decide_no_action",
            Self::ApproveNoAction => "approve_no_action",
            Self::RefuseNoAction => "refuse_no_action",
            Self::Cancel => "cancel",
            Self::Reopen => "reopen",
            Self::Extend => "extend",
            Self::AskExtension => "ask_extension",
            Self::RefuseExtension => "refuse_extension",
            Self::Attach => "attach",
            Self::Withdraw => "withdraw",
            Self::Assign => "assign",
            Self::Link => "link",
            Self::Unlink => "unlink",
        }
    }

    /// The move of that stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|step| step.code() == code)
    }

    /// Its row.
    pub fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.step == self)
    }

    /// Whether it is about one action of the case.
    pub fn is_of_action(self) -> bool {
        matches!(
            self,
            Self::CompleteAction | Self::ReopenAction | Self::CancelAction | Self::Attach | Self::Withdraw
        )
    }
}

/// Whether somebody may make a move now; what the step itself needs (a reason, a date, the password) is asked
/// when it is made.
///
/// # Errors
/// The rule that stands against it: the state, then the person, then the guards.
pub fn check(
    book: &dyn Book,
    acting: &Acting,
    case: &Case,
    step: Move,
    action: Option<&Action>,
) -> Result<(), RuleError> {
    let row = step.row().ok_or(RuleError::NotFound { what: "move" })?;
    in_state(case, row)?;
    if step.is_of_action() && case.actions.is_empty() {
        return Err(RuleError::with(Rule::Incomplete, "missing", Missing::Action.code()));
    }
    if !may(book, acting, case, row, action) {
        return Err(forbidden(book, acting, case, row, action));
    }
    row.guards.iter().try_for_each(|guard| guard::holds(*guard, book, acting, case, action))
}

/// Whether somebody is the one for a move, whatever it still lacks.
pub fn may(book: &dyn Book, acting: &Acting, case: &Case, row: &Row, action: Option<&Action>) -> bool {
    row.who.iter().any(|capacity| acting.stands(book, *capacity, case, action))
}

fn in_state(case: &Case, row: &Row) -> Result<(), RuleError> {
    if row.from.contains(&case.status) {
        return Ok(());
    }
    if case.status.is_closed() {
        return Err(RuleError::refused(Rule::ClosedCase));
    }
    if row.from == [Draft] {
        return Err(RuleError::refused(Rule::NotADraft));
    }
    if case.status == Draft {
        return Err(RuleError::refused(Rule::StillADraft));
    }
    Err(RuleError::with(Rule::NotInThisState, "status", case.status.code()))
}

fn forbidden(book: &dyn Book, acting: &Acting, case: &Case, row: &Row, action: Option<&Action>) -> RuleError {
    match recordable(book, acting, case, row.step, action).first().and_then(|id| book.post(*id)) {
        Some((post, _)) => RuleError::with(Rule::RecordedForNeeded, "post", &post.name),
        None => {
            let letters: Vec<String> = row.who.iter().map(|capacity| capacity.letter().to_string()).collect();
            RuleError::with(Rule::RoleForbidden, "needs", letters.join(","))
        }
    }
}

/// The posts whose decision on paper the representative could record for this move, the likeliest first. Empty
/// unless she is alone.
pub fn recordable(
    book: &dyn Book,
    acting: &Acting,
    case: &Case,
    step: Move,
    action: Option<&Action>,
) -> Vec<PostId> {
    let Some(row) = step.row() else { return Vec::new() };
    let process = case.process.and_then(|id| book.process(id)).and_then(|(process, _)| process.owner);
    let near = [action.and_then(|action| action.owner), case.owner, process];
    let ranked = [Role::Representative, Role::Coordinator, Role::TopManagement, Role::InternalAuditor];
    let by_role = ranked.into_iter().flat_map(|role| {
        book.posts().filter(move |(post, _)| post.roles.contains(&role)).map(|(post, _)| post.id)
    });
    let heads = book.posts().filter(|(post, _)| post.roles.contains(&Role::DepartmentHead));
    let mut found: Vec<PostId> = Vec::new();
    for post in near.into_iter().flatten().chain(by_role).chain(heads.map(|(post, _)| post.id)) {
        let stands = acting.standing_in(book, post).is_some_and(|other| may(book, &other, case, row, action));
        if stands && !found.contains(&post) {
            found.push(post);
        }
    }
    found
}
