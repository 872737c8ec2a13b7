//! The life of a case: one door through which every move goes.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::acting::Acting;
use super::action::{Action, EvidenceFile};
use super::book::{Book, case_at};
use super::case::{Case, Decision, Done, Effect};
use super::change::{Change, ChangeSet, Moment, Record};
use super::draft::LONGEST_TEXT;
use super::due_date;
use super::ids::{ActionId, CaseId, EvidenceId, PostId};
use super::moves::{self, Move, To};
use super::rule::{Rule, RuleError};

mod closing;
mod evidence;
mod links;
mod review;
mod work;

/// A wish to move a case on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The case.
    pub case: CaseId,
    /// The revision the person saw.
    pub revision: u32,
    /// What is wished.
    pub step: Step,
}

/// A move with what it needs. Drafts are written, discarded and registered by [`super::draft`] and
/// [`super::registration`], which ask the same table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are told by the move they belong to")]
pub enum Step {
    StartAnalysis,
    SubmitPlan,
    ApprovePlan,
    ReturnPlan {
        reason: String,
    },
    /// `done_on` is the day it was done; without one, the day of the decision.
    CompleteAction {
        action: ActionId,
        done_on: Option<NaiveDate>,
        note: String,
    },
    ReopenAction {
        action: ActionId,
        reason: String,
    },
    CancelAction {
        action: ActionId,
        reason: String,
    },
    ReportDone,
    Verify {
        seen: String,
    },
    /// `result` says whether it was done partly or not at all.
    SendBack {
        result: Done,
        reason: String,
    },
    Judge(Judgement),
    /// `approved` names the paper on which the Coordinator approved it, while the representative is alone.
    DecideNoAction {
        reason: String,
        approved: Option<Paper>,
    },
    ApproveNoAction,
    RefuseNoAction {
        reason: String,
    },
    Cancel {
        reason: String,
    },
    Reopen {
        reason: String,
    },
    /// Without an action: the open action that is due first, else the case's own date.
    Extend {
        action: Option<ActionId>,
        due_on: NaiveDate,
        reason: String,
    },
    AskExtension {
        action: Option<ActionId>,
        due_on: NaiveDate,
        reason: String,
    },
    RefuseExtension {
        action: Option<ActionId>,
        reason: String,
    },
    Attach {
        action: ActionId,
        evidence: NewEvidence,
    },
    Withdraw {
        action: ActionId,
        evidence: EvidenceId,
        reason: String,
    },
    /// Without an action: the case itself.
    Assign {
        action: Option<ActionId>,
        owner: PostId,
        reason: String,
    },
    /// This case repeats that one.
    Link {
        to: CaseId,
    },
    Unlink {
        to: CaseId,
        reason: String,
    },
}

/// A decision on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The post that decided.
    pub post: PostId,
    /// The day; without one, the day of the act.
    pub on: Option<NaiveDate>,
    /// The paper: number of a letter, a file, a protocol.
    pub document: String,
}

/// A judgement of effectiveness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The judgement.
    pub effect: Effect,
    /// The data it rests on.
    pub data: String,
    /// Why it is judged before its day.
    pub early_reason: String,
    /// Risks and opportunities that were updated.
    pub risks_updated: String,
    /// The change of the quality management system it led to.
    pub qms_change: String,
}

/// Evidence that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvidence {
    /// What it is.
    pub title: String,
    /// Where the paper lies.
    pub file_number: String,
    /// Its day.
    pub on: Option<NaiveDate>,
    /// The file, already in the vault.
    pub file: Option<EvidenceFile>,
}

impl Step {
    /// The move it is.
    pub fn of(&self) -> Move {
        match self {
            Self::StartAnalysis => Move::StartAnalysis,
            Self::SubmitPlan => Move::SubmitPlan,
            Self::ApprovePlan => Move::ApprovePlan,
            Self::ReturnPlan { .. } => Move::ReturnPlan,
            Self::CompleteAction { .. } => Move::CompleteAction,
            Self::ReopenAction { .. } => Move::ReopenAction,
            Self::CancelAction { .. } => Move::CancelAction,
            Self::ReportDone => Move::ReportDone,
            Self::Verify { .. } => Move::Verify,
            Self::SendBack { .. } => Move::SendBack,
            Self::Judge(judged) => match judged.effect {
                Effect::Effective => Move::JudgeEffective,
                Effect::Ineffective => Move::JudgeIneffective,
            },
            Self::DecideNoAction { .. } => Move::DecideNoAction,
            Self::ApproveNoAction => Move::ApproveNoAction,
            Self::RefuseNoAction { .. } => Move::RefuseNoAction,
            Self::Cancel { .. } => Move::Cancel,
            Self::Reopen { .. } => Move::Reopen,
            Self::Extend { .. } => Move::Extend,
            Self::AskExtension { .. } => Move::AskExtension,
            Self::RefuseExtension { .. } => Move::RefuseExtension,
            Self::Attach { .. } => Move::Attach,
            Self::Withdraw { .. } => Move::Withdraw,
            Self::Assign { .. } => Move::Assign,
            Self::Link { .. } => Move::Link,
            Self::Unlink { .. } => Move::Unlink,
        }
    }

    /// The action it is about.
    pub fn action(&self) -> Option<ActionId> {
        match self {
            Self::CompleteAction { action, .. }
            | Self::ReopenAction { action, .. }
            | Self::CancelAction { action, .. }
            | Self::Attach { action, .. }
            | Self::Withdraw { action, .. } => Some(*action),
            Self::Extend { action, .. }
            | Self::AskExtension { action, .. }
            | Self::RefuseExtension { action, .. }
            | Self::Assign { action, .. } => *action,
            Self::StartAnalysis
            | Self::SubmitPlan
            | Self::ApprovePlan
            | Self::ReturnPlan { .. }
            | Self::ReportDone
            | Self::Verify { .. }
            | Self::SendBack { .. }
            | Self::Judge(_)
            | Self::DecideNoAction { .. }
            | Self::ApproveNoAction
            | Self::RefuseNoAction { .. }
            | Self::Cancel { .. }
            | Self::Reopen { .. }
            | Self::Link { .. }
            | Self::Unlink { .. } => None,
        }
    }

    fn reason(&self) -> &str {
        match self {
            Self::ReturnPlan { reason }
            | Self::ReopenAction { reason, .. }
            | Self::CancelAction { reason, .. }
            | Self::SendBack { reason, .. }
            | Self::DecideNoAction { reason, .. }
            | Self::RefuseNoAction { reason }
            | Self::Cancel { reason }
            | Self::Reopen { reason }
            | Self::Extend { reason, .. }
            | Self::AskExtension { reason, .. }
            | Self::RefuseExtension { reason, .. }
            | Self::Withdraw { reason, .. }
            | Self::Assign { reason, .. }
            | Self::Unlink { reason, .. } => reason,
            Self::Judge(judged) => &judged.early_reason,
            Self::StartAnalysis
            | Self::SubmitPlan
            | Self::ApprovePlan
            | Self::CompleteAction { .. }
            | Self::ReportDone
            | Self::Verify { .. }
            | Self::ApproveNoAction
            | Self::Attach { .. }
            | Self::Link { .. } => "",
        }
    }
}

/// What a move did.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// What is to become durable.
    pub set: ChangeSet,
    /// The case that goes on where this one proved ineffective, with its number.
    pub follow_up: Option<(CaseId, String)>,
}

/// Makes a move.
///
/// # Errors
/// Changed meanwhile; not in a state for it; another role's; a guard of the table; no sign-off; no reason; a date
/// that goes back. Nothing is changed then.
pub fn make(book: &dyn Book, wish: &Wish, moment: &mut Moment<'_>) -> Result<Made, RuleError> {
    let before = case_at(book, wish.case, wish.revision)?;
    let acting = Acting::at(book, moment)?;
    let move_ = wish.step.of();
    let action = wish.step.action().map(|id| find(before, id)).transpose()?;
    moves::check(book, &acting, before, move_, action)?;
    let row = move_.row().ok_or(RuleError::NotFound { what: "move" })?;
    if row.sign_off && !acting.signed_off {
        return Err(RuleError::refused(Rule::SignOffNeeded));
    }
    let reason = text("reason", wish.step.reason())?;
    if row.reason && reason.is_empty() {
        return Err(RuleError::refused(Rule::ReasonRequired));
    }
    not_before_last_step(before, &acting)?;

    let mut case = before.clone();
    if let To::State(status) = row.to {
        case.status = status;
    }
    let mut further = Vec::new();
    let told = Telling { book, acting: &acting, before, reason: &reason };
    let what = told.apply(&mut case, &wish.step, moment, &mut further)?;
    let change = Change::replace(
        &Record::Case(Box::new(before.clone())),
        wish.revision,
        &Record::Case(Box::new(case)),
    )?;
    let follow_up = further.iter().find_map(|record| {
        let Record::Case(case) = record else { return None };
        Some((case.id, case.number.clone()?))
    });
    let mut changes = vec![change];
    for record in &further {
        changes.push(Change::create(record)?);
    }
    let reason = (!reason.is_empty()).then_some(reason);
    let mut set = ChangeSet::of(moment, what, reason, changes);
    // A password that was given all the same signs nothing that needs no signature.
    set.actor.signed_off &= row.sign_off;
    Ok(Made { set, follow_up })
}

/// Makes moves of several cases, all or none.
///
/// # Errors
/// Each case that refuses, with its rule.
pub fn make_all(
    book: &dyn Book,
    wishes: &[Wish],
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, Vec<(CaseId, RuleError)>> {
    let mut whole: Option<ChangeSet> = None;
    let mut refused = Vec::new();
    let mut cases = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for wish in wishes {
        // Every move is made against the book as it stands: a second one of the same case would overwrite the
        // first, and two follow-up cards would get the same number.
        if !cases.insert(wish.case) {
            refused.push((wish.case, RuleError::Stale { what: "case" }));
            continue;
        }
        match make(book, wish, moment) {
            Ok(Made { follow_up: Some((_, number)), .. }) if !numbers.insert(number.clone()) => {
                refused.push((wish.case, RuleError::with(Rule::NumberTaken, "number", number)));
            }
            Ok(made) => match &mut whole {
                Some(whole) => whole.changes.extend(made.set.changes),
                None => whole = Some(made.set),
            },
            Err(error) => refused.push((wish.case, error)),
        }
    }
    match whole {
        Some(whole) if refused.is_empty() => Ok(whole),
        _ => Err(refused),
    }
}

/// What every step of a move needs.
struct Telling<'a> {
    book: &'a dyn Book,
    acting: &'a Acting,
    before: &'a Case,
    reason: &'a str,
}

impl Telling<'_> {
    /// Writes the step into the case; answers its name in the trail.
    fn apply(
        &self,
        case: &mut Case,
        step: &Step,
        moment: &mut Moment<'_>,
        further: &mut Vec<Record>,
    ) -> Result<&'static str, RuleError> {
        match step {
            Step::StartAnalysis => Ok("analysis_started"),
            Step::SubmitPlan => self.submit_plan(case),
            Step::ApprovePlan => self.approve_plan(case),
            Step::ReturnPlan { .. } => self.return_plan(case),
            Step::CompleteAction { action, done_on, note } => {
                self.complete_action(case, *action, *done_on, note)
            }
            Step::ReopenAction { action, .. } => self.reopen_action(case, *action),
            Step::CancelAction { action, .. } => self.cancel_action(case, *action),
            Step::ReportDone => self.report_done(case),
            Step::Verify { seen } => self.verify(case, seen),
            Step::SendBack { result, .. } => self.send_back(case, *result),
            Step::Judge(judged) => self.judge(case, judged, moment, further),
            Step::DecideNoAction { approved, .. } => self.decide_no_action(case, approved.as_ref()),
            Step::ApproveNoAction => self.approve_no_action(case),
            Step::RefuseNoAction { .. } => {
                case.no_action_proposal = None;
                Ok("no_action_refused")
            }
            Step::Cancel { .. } => self.cancel(case),
            Step::Reopen { .. } => self.reopen(case),
            Step::Extend { action, due_on, .. } => {
                due_date::extend(case, *action, *due_on, self.reason, self.acting, moment.today)?;
                Ok("due_date_moved")
            }
            Step::AskExtension { action, due_on, .. } => {
                due_date::ask(case, *action, *due_on, self.reason, self.acting, moment.today)?;
                Ok("extension_asked")
            }
            Step::RefuseExtension { action, .. } => {
                due_date::refuse(case, *action)?;
                Ok("extension_refused")
            }
            Step::Attach { action, evidence } => self.attach(case, *action, evidence, moment),
            Step::Withdraw { action, evidence, .. } => self.withdraw(case, *action, *evidence),
            Step::Assign { action, owner, .. } => self.assign(case, *action, *owner),
            Step::Link { to } => self.link(case, *to),
            Step::Unlink { to, .. } => self.unlink(case, *to),
        }
    }

    fn decision(&self) -> Decision {
        Decision { on: self.acting.on, by: self.acting.name.clone(), signer: Some(self.acting.signer()) }
    }
}

/// The action of that identity.
///
/// # Errors
/// The case has no such action.
pub fn find(case: &Case, id: ActionId) -> Result<&Action, RuleError> {
    case.actions.iter().find(|action| action.id == id).ok_or(RuleError::NotFound { what: "action" })
}

fn find_mut(case: &mut Case, id: ActionId) -> Result<&mut Action, RuleError> {
    case.actions.iter_mut().find(|action| action.id == id).ok_or(RuleError::NotFound { what: "action" })
}

/// A text as it is kept: without blanks around it, and no longer than a cell of a spreadsheet.
fn text(field: &'static str, text: &str) -> Result<String, RuleError> {
    let text = text.trim();
    if text.chars().count() > LONGEST_TEXT {
        return Err(RuleError::with(Rule::TextTooLong, "field", field));
    }
    Ok(text.to_string())
}

/// A decision on paper does not lie before the step that it follows.
fn not_before_last_step(case: &Case, acting: &Acting) -> Result<(), RuleError> {
    match last_step_on(case) {
        Some(last) if acting.on < last => Err(RuleError::with(Rule::DateGoesBack, "date", last.to_string())),
        _ => Ok(()),
    }
}

/// The day of the last step that a case made.
pub fn last_step_on(case: &Case) -> Option<NaiveDate> {
    let decided = |decision: &Option<Decision>| decision.as_ref().map(|decision| decision.on);
    [
        case.registered_on,
        case.reopened_on,
        decided(&case.plan_submission),
        decided(&case.plan_approval),
        decided(&case.done_report),
        case.verification.as_ref().map(|verification| verification.on),
        case.effectiveness.on,
        case.no_action_proposal.as_ref().map(|proposal| proposal.on),
        case.closure.as_ref().map(|closure| closure.on),
    ]
    .into_iter()
    .flatten()
    .max()
}
