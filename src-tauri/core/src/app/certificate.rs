//! The certificate and its audits.

use super::{App, AppError};
use crate::domain::certify::{self, AuditForm, CertificateForm};
use crate::domain::ids::AuditId;

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

    /// Plans or records an audit.
    ///
    /// # Errors
    /// See [`certify::save_audit`].
    pub fn save_audit(&mut self, form: AuditForm) -> Result<(), AppError> {
        let set = self.ask(|register, moment| certify::save_audit(register, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// Takes an audit out.
    ///
    /// # Errors
    /// See [`certify::remove_audit`].
    pub fn remove_audit(&mut self, id: AuditId, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| certify::remove_audit(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }

    /// Brings an audit back.
    ///
    /// # Errors
    /// See [`certify::restore_audit`].
    pub fn restore_audit(&mut self, id: AuditId) -> Result<(), AppError> {
        let set = self.ask(|register, moment| certify::restore_audit(register, id, moment))?;
        self.commit(&set).map(drop)
    }
}
