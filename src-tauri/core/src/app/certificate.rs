//! The certificate and its audits.

use super::{App, AppError};
use crate::domain::audits::{self, AuditForm};
use crate::domain::certify::{self, CertificateForm, Happening};
use crate::domain::ids::{AuditId, CertificateId};

impl App {
    /// Records a certificate.
    ///
    /// # Errors
    /// See [`certify::record`]; an empty book is begun only when it agrees.
    pub fn record_certificate(&mut self, form: CertificateForm) -> Result<(), AppError> {
        // Asked first, so that a wrong date does not leave a book that is begun and holds nothing.
        self.ask(|register, moment| certify::record(register, form.clone(), moment))?;
        self.begin_if_empty()?;
        let set = self.ask(|register, moment| certify::record(register, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// Writes down what happened to a certificate.
    ///
    /// # Errors
    /// See [`certify::happen`].
    pub fn certificate_happened(
        &mut self,
        id: CertificateId,
        revision: u32,
        happening: Happening,
    ) -> Result<(), AppError> {
        let set = self.ask(|register, moment| certify::happen(register, id, revision, happening, moment))?;
        self.commit(&set).map(drop)
    }

    /// Plans or records an audit.
    ///
    /// # Errors
    /// See [`audits::save`].
    pub fn save_audit(&mut self, form: AuditForm) -> Result<AuditId, AppError> {
        let (id, set) = self.ask(|register, moment| audits::save(register, form, moment))?;
        self.commit(&set)?;
        Ok(id)
    }

    /// Takes an audit out.
    ///
    /// # Errors
    /// See [`audits::remove`].
    pub fn remove_audit(&mut self, id: AuditId, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| audits::remove(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }

    /// Brings an audit back.
    ///
    /// # Errors
    /// See [`audits::restore`].
    pub fn restore_audit(&mut self, id: AuditId) -> Result<(), AppError> {
        let set = self.ask(|register, moment| audits::restore(register, id, moment))?;
        self.commit(&set).map(drop)
    }
}
