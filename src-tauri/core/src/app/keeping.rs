//! The small registers and the yearly programme of actions.

use super::life::Standing;
use super::{App, AppError};
use crate::domain::ids::CaseId;
use crate::domain::keeping::{self, Kept};
use crate::domain::monitoring::{self, MonitoringForm};
use crate::domain::raising::{self, Origin};

impl App {
    /// Adds or changes a record of a small register.
    ///
    /// # Errors
    /// See [`keeping::save`].
    pub fn save_kept<T: Kept>(&mut self, at: Option<(T::Id, u32)>, record: T) -> Result<T::Id, AppError> {
        let (id, set) = self.ask(|register, moment| keeping::save(register, at, record, moment))?;
        self.commit(&set)?;
        Ok(id)
    }

    /// Takes a record of a small register out.
    ///
    /// # Errors
    /// See [`keeping::remove`].
    pub fn remove_kept<T: Kept>(&mut self, id: T::Id, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| keeping::remove::<T>(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }

    /// Brings a record of a small register back.
    ///
    /// # Errors
    /// See [`keeping::restore`].
    pub fn restore_kept<T: Kept>(&mut self, id: T::Id) -> Result<(), AppError> {
        let set = self.ask(|register, moment| keeping::restore::<T>(register, id, moment))?;
        self.commit(&set).map(drop)
    }

    /// Makes a record a case; answers its identity and its number, where it was registered at once.
    ///
    /// # Errors
    /// See [`raising::raise`].
    pub fn raise_kept(
        &mut self,
        origin: Origin,
        revision: u32,
    ) -> Result<(CaseId, Option<String>), AppError> {
        let raised = self.ask(|register, moment| raising::raise(register, origin, revision, moment))?;
        self.commit(&raised.set)?;
        Ok((raised.case, raised.number))
    }

    /// Writes the monitoring of a month.
    ///
    /// # Errors
    /// See [`monitoring::monitor`].
    pub fn monitor_actions(&mut self, form: MonitoringForm) -> Result<(), AppError> {
        let set = self.ask(|register, moment| monitoring::monitor(register, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// The Starosta approves the yearly programme of actions.
    ///
    /// # Errors
    /// See [`monitoring::approve`]; also a wrong password.
    pub fn approve_action_programme(
        &mut self,
        year: i32,
        revision: u32,
        standing: &Standing,
    ) -> Result<(), AppError> {
        let set = self.ask_standing(standing, |register, moment| {
            monitoring::approve(register, year, revision, moment)
        })?;
        self.commit(&set).map(drop)
    }

    /// Writes down that a quarter was reported to the Starosta.
    ///
    /// # Errors
    /// See [`monitoring::report`].
    pub fn report_quarter(
        &mut self,
        year: i32,
        revision: u32,
        quarter: u32,
        remarks: &str,
    ) -> Result<(), AppError> {
        let set = self
            .ask(|register, moment| monitoring::report(register, year, revision, quarter, remarks, moment))?;
        self.commit(&set).map(drop)
    }
}
