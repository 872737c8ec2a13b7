//! From the plan to the report that everything is done.

use chrono::NaiveDate;

use super::{Telling, find_mut, text};
use crate::domain::case::Case;
use crate::domain::draft::check_year;
use crate::domain::ids::{ActionId, PostId};
use crate::domain::rule::{Rule, RuleError};

impl Telling<'_> {
    pub(super) fn submit_plan(&self, case: &mut Case) -> Result<&'static str, RuleError> {
        case.plan_submission = Some(self.decision());
        case.plan_approval = None;
        // What the plan answers waits no longer: whether to act at all, and the date of a case without actions.
        case.no_action_proposal = None;
        case.target_asked = None;
        Ok("plan_submitted")
    }

    /// From here on the dates of the plan are agreed: they are the original ones.
    pub(super) fn approve_plan(&self, case: &mut Case) -> Result<&'static str, RuleError> {
        case.plan_approval = Some(self.decision());
        for action in &mut case.actions {
            action.original_due_on = action.original_due_on.or(action.due_on);
        }
        Ok("plan_approved")
    }

    pub(super) fn return_plan(&self, case: &mut Case) -> Result<&'static str, RuleError> {
        case.plan_submission = None;
        Ok("plan_returned")
    }

    pub(super) fn complete_action(
        &self,
        case: &mut Case,
        id: ActionId,
        done_on: Option<NaiveDate>,
        note: &str,
    ) -> Result<&'static str, RuleError> {
        let done_on = done_on.unwrap_or(self.acting.on);
        check_year(done_on)?;
        if done_on > self.acting.on {
            return Err(RuleError::with(Rule::DateInFuture, "date", done_on.to_string()));
        }
        if let Some(registered_on) = case.registered_on.filter(|registered_on| done_on < *registered_on) {
            return Err(RuleError::with(Rule::DateGoesBack, "date", registered_on.to_string()));
        }
        let action = find_mut(case, id)?;
        action.done_on = Some(done_on);
        action.done_note = text("done_note", note)?;
        let mut signer = self.acting.signer();
        action.done_signer = Some(signer.clone());
        signer.posts.extend(action.owner.filter(|owner| !self.acting.posts.contains(owner)));
        if !action.carried_out.contains(&signer) {
            action.carried_out.push(signer);
        }
        action.asked = None;
        Ok("action_completed")
    }

    pub(super) fn reopen_action(&self, case: &mut Case, id: ActionId) -> Result<&'static str, RuleError> {
        let action = find_mut(case, id)?;
        action.done_on = None;
        action.done_signer = None;
        Ok("action_reopened")
    }

    pub(super) fn cancel_action(&self, case: &mut Case, id: ActionId) -> Result<&'static str, RuleError> {
        let action = find_mut(case, id)?;
        action.cancelled_reason = Some(self.reason.to_string());
        action.asked = None;
        Ok("action_cancelled")
    }

    pub(super) fn report_done(&self, case: &mut Case) -> Result<&'static str, RuleError> {
        let last = case.actions.iter().filter_map(|action| action.done_on).max();
        if let Some(last) = last.filter(|last| self.acting.on < *last) {
            return Err(RuleError::with(Rule::DateGoesBack, "date", last.to_string()));
        }
        case.done_report = Some(self.decision());
        Ok("done_reported")
    }

    pub(super) fn assign(
        &self,
        case: &mut Case,
        action: Option<ActionId>,
        owner: PostId,
    ) -> Result<&'static str, RuleError> {
        if self.book.post(owner).is_none() {
            return Err(RuleError::NotFound { what: "post" });
        }
        match action {
            None => case.owner = Some(owner),
            Some(id) => {
                let action = find_mut(case, id)?;
                if !action.is_open() {
                    return Err(RuleError::refused(Rule::ActionSettled));
                }
                action.owner = Some(owner);
            }
        }
        Ok("assigned")
    }
}
