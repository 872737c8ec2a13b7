//! The readiness checklist: answered by people, kept, signed.

use super::life::Standing;
use super::{App, AppError};
use crate::domain::ids::{ConfirmationId, ReadinessRunId};
use crate::domain::readiness::confirming::{self, ConfirmForm, OwnCheckForm};
use crate::domain::readiness::runs;

impl App {
    /// Confirms a check.
    ///
    /// # Errors
    /// See [`confirming::confirm`].
    pub fn confirm_check(&mut self, form: ConfirmForm) -> Result<(), AppError> {
        let set = self.ask(|register, moment| confirming::confirm(register, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// Takes a confirmation back.
    ///
    /// # Errors
    /// See [`confirming::take_back`].
    pub fn take_back_confirmation(&mut self, id: ConfirmationId, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| confirming::take_back(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }

    /// Adds or changes a check of the office.
    ///
    /// # Errors
    /// See [`confirming::save_own`].
    pub fn save_own_check(&mut self, form: OwnCheckForm) -> Result<(), AppError> {
        let set = self.ask(|register, moment| confirming::save_own(register, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// Keeps the checklist as it stands.
    ///
    /// # Errors
    /// See [`runs::keep`].
    pub fn keep_run(&mut self) -> Result<ReadinessRunId, AppError> {
        let (id, set) = self.ask(|register, moment| runs::keep(register, moment))?;
        self.commit(&set)?;
        Ok(id)
    }

    /// Signs a kept run.
    ///
    /// # Errors
    /// See [`runs::sign`]; also a wrong password.
    pub fn sign_run(
        &mut self,
        id: ReadinessRunId,
        revision: u32,
        standing: &Standing,
    ) -> Result<(), AppError> {
        let set =
            self.ask_standing(standing, |register, moment| runs::sign(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }

    /// Takes a run out that nobody signed.
    ///
    /// # Errors
    /// See [`runs::discard`].
    pub fn discard_run(&mut self, id: ReadinessRunId, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| runs::discard(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }
}
