//! Drafts, registration and due dates.

use super::{App, AppError};
use crate::domain::draft::{self, DraftForm};
use crate::domain::ids::CaseId;
use crate::domain::registration;

impl App {
    /// Writes a new draft.
    ///
    /// # Errors
    /// See [`draft::create`].
    pub fn create_draft(&mut self, form: DraftForm) -> Result<CaseId, AppError> {
        let (id, set) = self.ask(|register, moment| draft::create(register, form, moment))?;
        self.commit(&set)?;
        Ok(id)
    }

    /// Saves a draft.
    ///
    /// # Errors
    /// See [`draft::save`].
    pub fn save_draft(&mut self, id: CaseId, revision: u32, form: DraftForm) -> Result<(), AppError> {
        let set = self.ask(|register, moment| draft::save(register, id, revision, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// Discards a draft.
    ///
    /// # Errors
    /// See [`draft::discard`].
    pub fn discard_draft(&mut self, id: CaseId, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| draft::discard(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }

    /// Brings a discarded draft back.
    ///
    /// # Errors
    /// See [`draft::restore`].
    pub fn restore_draft(&mut self, id: CaseId) -> Result<(), AppError> {
        let set = self.ask(|register, moment| draft::restore(register, id, moment))?;
        self.commit(&set).map(drop)
    }

    /// Registers a draft; returns its number.
    ///
    /// # Errors
    /// See [`registration::register`].
    pub fn register_case(&mut self, id: CaseId, revision: u32) -> Result<String, AppError> {
        let (number, set) =
            self.ask(|register, moment| registration::register(register, id, revision, moment))?;
        self.commit(&set)?;
        Ok(number)
    }
}
