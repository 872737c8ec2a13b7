//! Evidence: added, and taken back in sight of everybody.

use super::{NewEvidence, Telling, find_mut, text};
use crate::domain::action::{Evidence, Withdrawal};
use crate::domain::case::{Case, CaseStatus};
use crate::domain::change::Moment;
use crate::domain::draft::check_year;
use crate::domain::ids::{ActionId, EvidenceId, fresh};
use crate::domain::rule::{Rule, RuleError};

impl Telling<'_> {
    pub(super) fn attach(
        &self,
        case: &mut Case,
        action: ActionId,
        new: &NewEvidence,
        moment: &mut Moment<'_>,
    ) -> Result<&'static str, RuleError> {
        let mut title = text("evidence", &new.title)?;
        let file_number = text("file_number", &new.file_number)?;
        if title.is_empty() {
            title = new.file.as_ref().map(|file| file.name.clone()).unwrap_or_default();
        }
        if title.is_empty() {
            return Err(RuleError::with(Rule::EmptyName, "field", "evidence"));
        }
        // Paper that nobody can find again proves nothing.
        if new.file.is_none() && file_number.is_empty() {
            return Err(RuleError::with(Rule::EmptyName, "field", "file_number"));
        }
        if let Some(on) = new.on {
            check_year(on)?;
            if on > moment.today {
                return Err(RuleError::with(Rule::DateInFuture, "date", on.to_string()));
            }
        }
        let action = find_mut(case, action)?;
        if action.cancelled_reason.is_some() {
            return Err(RuleError::refused(Rule::ActionSettled));
        }
        action.evidence.push(Evidence {
            id: fresh(moment.ids),
            title,
            file_number,
            on: new.on,
            by: self.acting.name.clone(),
            signer: Some(self.acting.signer()),
            attached_at: Some(moment.at),
            file: new.file.clone(),
            withdrawn: None,
        });
        Ok("evidence_attached")
    }

    /// Once a case was reported as done, the last evidence of an action stays.
    pub(super) fn withdraw(
        &self,
        case: &mut Case,
        action: ActionId,
        evidence: EvidenceId,
    ) -> Result<&'static str, RuleError> {
        let reviewed = matches!(case.status, CaseStatus::Implemented | CaseStatus::Effectiveness);
        let action = find_mut(case, action)?;
        let last = action.standing_evidence().all(|other| other.id == evidence);
        if reviewed && action.is_done() && last {
            return Err(RuleError::refused(Rule::LastEvidence));
        }
        let found = action.evidence.iter_mut().find(|other| other.id == evidence);
        let found = found.ok_or(RuleError::NotFound { what: "evidence" })?;
        if found.withdrawn.is_some() {
            return Err(RuleError::refused(Rule::EvidenceWithdrawn));
        }
        found.withdrawn = Some(Withdrawal {
            on: self.acting.on,
            by: self.acting.name.clone(),
            reason: self.reason.to_string(),
        });
        Ok("evidence_withdrawn")
    }
}
