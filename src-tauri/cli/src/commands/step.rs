//! A move as the command line says it, turned into the wish that the rules take.

use std::path::PathBuf;

use capa_core::app::life::Standing;
use capa_core::domain::case::{Case, Effect};
use capa_core::domain::draft::DraftForm;
use capa_core::domain::ids::ActionId;
use capa_core::domain::life::{Judgement, NewEvidence, Step};
use capa_core::domain::moves::Move;

use crate::args::{
    ActionReasoned, Assigned, Attached, Judged, NoActionDecided, PaperArguments, StepArguments as S,
    Unlinked, Withdrawn, Writing,
};
use crate::failure::Failure;
use crate::lookup::Lookup;

/// What is to be done with a case.
pub enum Plan {
    Save(DraftForm),
    Write(DraftForm, Standing),
    Discard,
    Register,
    Attach { action: ActionId, evidence: NewEvidence, file: Option<PathBuf>, standing: Standing },
    Make(Step, Standing),
}

/// A case, and what is needed to understand a move of it.
pub struct Reading<'a> {
    pub lookup: Lookup<'a>,
    pub case: &'a Case,
    /// The password that was just given: acts that are signed off take it.
    pub password: Option<String>,
}

impl S {
    /// The stable name of the move.
    pub fn code(&self) -> &'static str {
        let step = match self {
            Self::Write { .. } => return "write",
            Self::Save(_) => Move::Save,
            Self::Discard => Move::Discard,
            Self::Register => Move::Register,
            Self::StartAnalysis(_) => Move::StartAnalysis,
            Self::SubmitPlan(_) => Move::SubmitPlan,
            Self::ApprovePlan(_) => Move::ApprovePlan,
            Self::ReturnPlan(_) => Move::ReturnPlan,
            Self::CompleteAction(_) => Move::CompleteAction,
            Self::ReopenAction(_) => Move::ReopenAction,
            Self::CancelAction(_) => Move::CancelAction,
            Self::ReportDone(_) => Move::ReportDone,
            Self::Verify(_) => Move::Verify,
            Self::SendBack(_) => Move::SendBack,
            Self::JudgeEffective(_) => Move::JudgeEffective,
            Self::JudgeIneffective(_) => Move::JudgeIneffective,
            Self::DecideNoAction(_) => Move::DecideNoAction,
            Self::ApproveNoAction(_) => Move::ApproveNoAction,
            Self::RefuseNoAction(_) => Move::RefuseNoAction,
            Self::Cancel(_) => Move::Cancel,
            Self::Reopen(_) => Move::Reopen,
            Self::Extend(_) => Move::Extend,
            Self::AskExtension(_) => Move::AskExtension,
            Self::RefuseExtension(_) => Move::RefuseExtension,
            Self::Attach(_) => Move::Attach,
            Self::Withdraw(_) => Move::Withdraw,
            Self::Assign(_) => Move::Assign,
            Self::Link(_) => Move::Link,
            Self::Unlink(_) => Move::Unlink,
        };
        step.code()
    }
}

impl Reading<'_> {
    /// What the move wishes.
    pub fn plan(&self, step: &S) -> Result<Plan, Failure> {
        match step {
            S::Save(writing) => Ok(Plan::Save(self.form(writing)?)),
            S::Write { writing, paper } => Ok(Plan::Write(self.form(writing)?, self.standing(paper)?)),
            S::Discard => Ok(Plan::Discard),
            S::Register => Ok(Plan::Register),
            S::StartAnalysis(paper) => self.make(Step::StartAnalysis, paper),
            S::SubmitPlan(paper) => self.make(Step::SubmitPlan, paper),
            S::ApprovePlan(paper) => self.make(Step::ApprovePlan, paper),
            S::ReturnPlan(it) => self.make(Step::ReturnPlan { reason: it.reason.clone() }, &it.paper),
            S::CompleteAction(it) => {
                let action = self.action(it.choice.action.as_deref(), Move::CompleteAction)?;
                let note = it.note.clone();
                self.make(Step::CompleteAction { action, done_on: it.on, note }, &it.paper)
            }
            S::ReopenAction(it) => {
                let (action, reason) = self.action_and_reason(it, Move::ReopenAction)?;
                self.make(Step::ReopenAction { action, reason }, &it.why.paper)
            }
            S::CancelAction(it) => {
                let (action, reason) = self.action_and_reason(it, Move::CancelAction)?;
                self.make(Step::CancelAction { action, reason }, &it.why.paper)
            }
            S::ReportDone(paper) => self.make(Step::ReportDone, paper),
            S::Verify(it) => self.make(Step::Verify { seen: it.seen.clone() }, &it.paper),
            S::SendBack(it) => {
                let reason = it.why.reason.clone();
                self.make(Step::SendBack { result: it.result.into(), reason }, &it.why.paper)
            }
            S::JudgeEffective(it) => self.judge(it, Effect::Effective),
            S::JudgeIneffective(it) => self.judge(it, Effect::Ineffective),
            S::DecideNoAction(it) => self.decide_no_action(it),
            S::ApproveNoAction(paper) => self.make(Step::ApproveNoAction, paper),
            S::RefuseNoAction(it) => self.make(Step::RefuseNoAction { reason: it.reason.clone() }, &it.paper),
            S::Cancel(it) => self.make(Step::Cancel { reason: it.reason.clone() }, &it.paper),
            S::Reopen(it) => self.make(Step::Reopen { reason: it.reason.clone() }, &it.paper),
            S::Extend(it) => {
                let (action, reason) = self.maybe_action_and_reason(&it.of)?;
                self.make(Step::Extend { action, due_on: it.due, reason }, &it.of.why.paper)
            }
            S::AskExtension(it) => {
                let (action, reason) = self.maybe_action_and_reason(&it.of)?;
                self.make(Step::AskExtension { action, due_on: it.due, reason }, &it.of.why.paper)
            }
            S::RefuseExtension(it) => {
                let (action, reason) = self.maybe_action_and_reason(it)?;
                self.make(Step::RefuseExtension { action, reason }, &it.why.paper)
            }
            S::Attach(it) => self.attach(it),
            S::Withdraw(it) => self.withdraw(it),
            S::Assign(it) => self.assign(it),
            S::Link(it) => self.make(Step::Link { to: self.lookup.case(&it.to)?.record.id }, &it.paper),
            S::Unlink(it) => self.unlink(it),
        }
    }

    fn decide_no_action(&self, it: &NoActionDecided) -> Result<Plan, Failure> {
        let paper = PaperArguments {
            for_post: it.approved_by.clone(),
            for_on: it.approved_on,
            document: it.document.clone(),
        };
        let step = Step::DecideNoAction { reason: it.reason.clone(), approved: self.lookup.paper(&paper)? };
        self.make(step, &PaperArguments::default())
    }

    fn assign(&self, it: &Assigned) -> Result<Plan, Failure> {
        let (action, reason) = self.maybe_action_and_reason(&it.of)?;
        let owner = self.lookup.post(&it.owner)?;
        self.make(Step::Assign { action, owner, reason }, &it.of.why.paper)
    }

    fn unlink(&self, it: &Unlinked) -> Result<Plan, Failure> {
        let (to, reason) = (self.lookup.case(&it.to)?.record.id, it.why.reason.clone());
        self.make(Step::Unlink { to, reason }, &it.why.paper)
    }

    fn judge(&self, judged: &Judged, effect: Effect) -> Result<Plan, Failure> {
        let judgement = Judgement {
            effect,
            data: judged.based_on.clone(),
            early_reason: judged.early_reason.clone(),
            risks_updated: judged.risks.clone(),
            qms_change: judged.qms_change.clone(),
        };
        self.make(Step::Judge(judgement), &judged.paper)
    }

    fn attach(&self, it: &Attached) -> Result<Plan, Failure> {
        let evidence = NewEvidence {
            title: it.title.clone(),
            file_number: it.file_number.clone(),
            on: it.dated,
            file: None,
        };
        let action = self.action(it.choice.action.as_deref(), Move::Attach)?;
        Ok(Plan::Attach { action, evidence, file: it.file.clone(), standing: self.standing(&it.paper)? })
    }

    fn withdraw(&self, it: &Withdrawn) -> Result<Plan, Failure> {
        let wanted = it.evidence.as_deref();
        let holds = |id: &str| {
            let all = self.case.actions.iter();
            all.into_iter().find(|action| action.evidence.iter().any(|it| it.id.to_string() == id))
        };
        let action = match (it.of.choice.action.as_deref(), wanted.and_then(holds)) {
            (None, Some(holder)) => holder,
            (named, _) => self.lookup.action(self.case, named, Move::Withdraw)?,
        };
        let evidence = self.lookup.evidence(action, wanted)?;
        let reason = it.of.why.reason.clone();
        self.make(Step::Withdraw { action: action.id, evidence, reason }, &it.of.why.paper)
    }

    fn form(&self, writing: &Writing) -> Result<DraftForm, Failure> {
        let mut form = DraftForm::of(self.case);
        writing.write(&mut form, &self.lookup)?;
        Ok(form)
    }

    fn make(&self, step: Step, paper: &PaperArguments) -> Result<Plan, Failure> {
        Ok(Plan::Make(step, self.standing(paper)?))
    }

    fn standing(&self, paper: &PaperArguments) -> Result<Standing, Failure> {
        self.lookup.standing(paper, self.password.clone())
    }

    fn action(&self, wanted: Option<&str>, step: Move) -> Result<ActionId, Failure> {
        self.lookup.action(self.case, wanted, step).map(|action| action.id)
    }

    fn action_and_reason(&self, it: &ActionReasoned, step: Move) -> Result<(ActionId, String), Failure> {
        Ok((self.action(it.choice.action.as_deref(), step)?, it.why.reason.clone()))
    }

    /// Of moves that may be about the case itself.
    fn maybe_action_and_reason(&self, it: &ActionReasoned) -> Result<(Option<ActionId>, String), Failure> {
        let named = self.lookup.named_action(self.case, it.choice.action.as_deref())?;
        Ok((named.map(|action| action.id), it.why.reason.clone()))
    }
}
