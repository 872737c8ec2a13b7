//! Decisions not to act, cancelling, and opening a closed case again.

use super::{Paper, Telling};
use crate::domain::acting::{Acting, Capacity};
use crate::domain::case::{Case, CaseStatus, NoAction, NoActionProposal};
use crate::domain::person::Signer;
use crate::domain::rule::{Rule, RuleError};

impl Telling<'_> {
    /// The representative decides; the Coordinator approves. Where the approval lies on paper, and she is alone,
    /// both are recorded at once; else the case waits in its state for [`Telling::approve_no_action`].
    pub(super) fn decide_no_action(
        &self,
        case: &mut Case,
        approved: Option<&Paper>,
    ) -> Result<&'static str, RuleError> {
        let proposal = NoActionProposal {
            reason: self.reason.to_string(),
            on: self.acting.on,
            by: self.acting.name.clone(),
            signer: Some(self.acting.signer()),
        };
        let Some(paper) = approved else {
            if case.no_action_proposal.is_some() {
                return Err(RuleError::refused(Rule::ProposedAlready));
            }
            case.status = self.before.status;
            case.no_action_proposal = Some(proposal);
            return Ok("no_action_proposed");
        };
        let coordinator = self.on_paper(paper)?;
        let signer = coordinator.signer();
        if self.acting.signer().is_same(&signer) {
            return Err(RuleError::refused(Rule::AuthorApproves));
        }
        self.close_without_action(case, proposal, &coordinator.name, signer, coordinator.on);
        Ok("no_action_decided")
    }

    /// The approver whose decision lies on paper.
    fn on_paper(&self, paper: &Paper) -> Result<Acting, RuleError> {
        let on = paper.on.unwrap_or(self.acting.on);
        if on > self.acting.on {
            return Err(RuleError::with(Rule::DateInFuture, "date", on.to_string()));
        }
        if let Some(last) = super::last_step_on(self.before).filter(|last| on < *last) {
            return Err(RuleError::with(Rule::DateGoesBack, "date", last.to_string()));
        }
        let mut approver = self
            .acting
            .standing_in(self.book, paper.post)
            .ok_or(RuleError::refused(Rule::RecordsForOthers))?;
        approver.on = on;
        if let Some(recorded) = &mut approver.recorded_for {
            recorded.on = on;
            recorded.document.clone_from(&paper.document);
        }
        let approves = [Capacity::Coordinator, Capacity::TopManagement];
        if !approves.iter().any(|capacity| approver.stands(self.book, *capacity, self.before, None)) {
            return Err(RuleError::with(Rule::RoleForbidden, "needs", "K,S"));
        }
        Ok(approver)
    }

    pub(super) fn approve_no_action(&self, case: &mut Case) -> Result<&'static str, RuleError> {
        let proposal = case.no_action_proposal.take().ok_or(RuleError::refused(Rule::NothingProposed))?;
        self.close_without_action(case, proposal, &self.acting.name, self.acting.signer(), self.acting.on);
        Ok("no_action_approved")
    }

    fn close_without_action(
        &self,
        case: &mut Case,
        proposal: NoActionProposal,
        approved_by: &str,
        approver: Signer,
        on: chrono::NaiveDate,
    ) {
        case.status = CaseStatus::ClosedNoAction;
        case.no_action = Some(NoAction {
            reason: proposal.reason,
            by: proposal.by,
            approved_by: approved_by.to_string(),
            on: on.max(proposal.on),
            approver: Some(approver),
        });
        case.no_action_proposal = None;
        case.closure = Some(self.closure(String::new()));
    }

    pub(super) fn cancel(&self, case: &mut Case) -> Result<&'static str, RuleError> {
        case.no_action_proposal = None;
        case.closure = Some(self.closure(self.reason.to_string()));
        Ok("case_cancelled")
    }

    /// The case is looked at anew: the plan has to be handed in, approved, verified and judged again. What was
    /// done stays done, the first closing day stays, and the trail keeps what was decided before.
    pub(super) fn reopen(&self, case: &mut Case) -> Result<&'static str, RuleError> {
        case.first_closed_on = case.first_closed_on.or(case.closure.as_ref().map(|closure| closure.on));
        case.reopened_on = Some(self.acting.on);
        case.closure = None;
        case.no_action = None;
        case.plan_submission = None;
        case.plan_approval = None;
        case.done_report = None;
        case.verification = None;
        case.effectiveness = crate::domain::case::Effectiveness {
            criterion: case.effectiveness.criterion.clone(),
            due_on: case.effectiveness.due_on,
            ..Default::default()
        };
        Ok("case_reopened")
    }
}
