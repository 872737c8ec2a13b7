//! Links to earlier cases that a case repeats.

use super::Telling;
use crate::domain::case::{Case, CaseStatus, Link, LinkKind};
use crate::domain::ids::CaseId;
use crate::domain::rule::{Rule, RuleError};

impl Telling<'_> {
    pub(super) fn link(&self, case: &mut Case, to: CaseId) -> Result<&'static str, RuleError> {
        if to == case.id {
            return Err(RuleError::refused(Rule::LinkToItself));
        }
        let (other, _) = self.book.case(to).ok_or(RuleError::NotFound { what: "case" })?;
        if other.status == CaseStatus::Draft {
            return Err(RuleError::refused(Rule::StillADraft));
        }
        let link = Link { kind: LinkKind::Recurrence, to };
        if case.links.contains(&link) {
            return Err(RuleError::refused(Rule::LinkExists));
        }
        case.links.push(link);
        Ok("case_linked")
    }

    /// A follow-up stays linked; a recurrence that proved none is taken back.
    pub(super) fn unlink(&self, case: &mut Case, to: CaseId) -> Result<&'static str, RuleError> {
        let link = Link { kind: LinkKind::Recurrence, to };
        let place = case.links.iter().position(|other| *other == link);
        case.links.remove(place.ok_or(RuleError::NotFound { what: "link" })?);
        Ok("case_unlinked")
    }
}
