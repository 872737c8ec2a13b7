//! Internal audits: their programme, their questions, what they find.

use chrono::NaiveDate;

use super::life::Standing;
use super::{App, AppError};
use crate::domain::audits::findings;
use crate::domain::audits::planning::{self, ProgrammeForm};
use crate::domain::audits::questions::{self, QuestionForm};
use crate::domain::ids::{AuditId, AuditProgrammeId, CaseId, QuestionId, QuestionListId};
use crate::domain::raising::Raised;

impl App {
    /// Puts the checklist of an audit together.
    ///
    /// # Errors
    /// See [`questions::fill`].
    pub fn fill_questions(
        &mut self,
        id: AuditId,
        revision: u32,
        lists: &[QuestionListId],
    ) -> Result<(), AppError> {
        let set = self.ask(|register, moment| questions::fill(register, id, revision, lists, moment))?;
        self.commit(&set).map(drop)
    }

    /// Writes a question of an audit.
    ///
    /// # Errors
    /// See [`questions::save`].
    pub fn save_question(&mut self, id: AuditId, revision: u32, form: QuestionForm) -> Result<(), AppError> {
        let set = self.ask(|register, moment| questions::save(register, id, revision, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// Takes a question out of an audit.
    ///
    /// # Errors
    /// See [`questions::remove`].
    pub fn remove_question(
        &mut self,
        id: AuditId,
        revision: u32,
        question: QuestionId,
    ) -> Result<(), AppError> {
        let set = self.ask(|register, moment| questions::remove(register, id, revision, question, moment))?;
        self.commit(&set).map(drop)
    }

    /// Makes a finding a case; answers its identity and its number, where it was registered at once.
    ///
    /// # Errors
    /// See [`findings::raise`].
    pub fn raise_finding(
        &mut self,
        id: AuditId,
        revision: u32,
        question: QuestionId,
    ) -> Result<(CaseId, Option<String>), AppError> {
        let Raised { case, number, set } =
            self.ask(|register, moment| findings::raise(register, id, revision, question, moment))?;
        self.commit(&set)?;
        Ok((case, number))
    }

    /// Ends an internal audit with its report.
    ///
    /// # Errors
    /// See [`findings::conclude`].
    pub fn conclude_audit(
        &mut self,
        id: AuditId,
        revision: u32,
        report_on: NaiveDate,
    ) -> Result<(), AppError> {
        let set =
            self.ask(|register, moment| findings::conclude(register, id, revision, report_on, moment))?;
        self.commit(&set).map(drop)
    }

    /// Writes a yearly programme of internal audits.
    ///
    /// # Errors
    /// See [`planning::save_programme`].
    pub fn save_audit_programme(&mut self, form: ProgrammeForm) -> Result<AuditProgrammeId, AppError> {
        let (id, set) = self.ask(|register, moment| planning::save_programme(register, form, moment))?;
        self.commit(&set)?;
        Ok(id)
    }

    /// The Starosta approves a yearly programme of internal audits.
    ///
    /// # Errors
    /// See [`planning::approve_programme`]; also a wrong password.
    pub fn approve_audit_programme(
        &mut self,
        id: AuditProgrammeId,
        revision: u32,
        standing: &Standing,
    ) -> Result<(), AppError> {
        let set = self.ask_standing(standing, |register, moment| {
            planning::approve_programme(register, id, revision, moment)
        })?;
        self.commit(&set).map(drop)
    }
}
