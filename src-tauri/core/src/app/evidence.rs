//! Evidence files: into the vault first, then into the book; out of it only as a copy.

use std::path::{Path, PathBuf};

use super::life::{Moved, Standing};
use super::{App, AppError};
use crate::domain::action::EvidenceFile;
use crate::domain::ids::{ActionId, CaseId, EvidenceId};
use crate::domain::life::{NewEvidence, Step, Wish};
use crate::domain::moves::{self, Move};
use crate::domain::rule::RuleError;

impl App {
    /// Adds evidence to an action: a file, or paper described by its file number.
    ///
    /// # Errors
    /// See [`crate::domain::life::make`]; also a file that is too large, of no allowed type, or not readable.
    pub fn attach(
        &mut self,
        case: CaseId,
        revision: u32,
        action: ActionId,
        evidence: NewEvidence,
        file: Option<&Path>,
        standing: &Standing,
    ) -> Result<Moved, AppError> {
        // Asked first, so that a refused wish leaves no file behind. A decision on paper is asked about below.
        if standing.recorded_for.is_none()
            && let Some(stood) = self.register.case(case)
        {
            let found = crate::domain::life::find(&stood.record, action)?;
            moves::check(&self.register, &self.acting()?, &stood.record, Move::Attach, Some(found))?;
        }
        let stored = file.map(|file| self.vault().and_then(|vault| Ok(vault.put(file)?))).transpose()?;
        let file = stored.map(|stored| EvidenceFile {
            sha256: stored.sha256,
            bytes: stored.bytes,
            name: stored.name,
            media_type: stored.media_type,
        });
        let evidence = NewEvidence { file, ..evidence };
        self.make_move(&Wish { case, revision, step: Step::Attach { action, evidence } }, standing)
    }

    /// A copy of an evidence file, verified while it was made, for a viewer to open.
    ///
    /// # Errors
    /// No such evidence, no file of it, or the file is missing or damaged.
    pub fn evidence_copy(&self, case: CaseId, evidence: EvidenceId) -> Result<PathBuf, AppError> {
        let stood = self.register.case(case).ok_or(RuleError::NotFound { what: "case" })?;
        let all = stood.record.actions.iter().flat_map(|action| &action.evidence);
        let found = all.into_iter().find(|other| other.id == evidence);
        let file = found.and_then(|evidence| evidence.file.as_ref());
        let file = file.ok_or(RuleError::NotFound { what: "evidence" })?;
        Ok(self.vault()?.copy_out(&file.sha256, &file.name)?)
    }
}
