//! The office: begun, set up, or opened as the sample.

use super::{App, AppError};
use crate::clock::on_day;
use crate::domain::certify::{self, CertificateForm};
use crate::domain::organise::{self, DepartmentForm, OfficeForm};
use crate::domain::rule::{Rule, RuleError};
use crate::sample;
use crate::words::{self, Lang};

impl App {
    /// Begins the book of an office.
    ///
    /// # Errors
    /// See [`organise::begin`].
    pub fn begin(
        &mut self,
        name: &str,
        departments: Vec<DepartmentForm>,
        lang: Lang,
    ) -> Result<(), AppError> {
        let posts = words::standing_posts(lang);
        let set =
            self.ask(|register, moment| organise::begin(register, name, departments, &posts, moment))?;
        self.commit(&set).map(drop)
    }

    /// Begins the book of an office, with its certificate where it was given.
    ///
    /// # Errors
    /// See [`organise::begin`] and [`certify::record`]; the book is begun only when both agree.
    pub fn start_office(
        &mut self,
        lang: Lang,
        name: &str,
        departments: Vec<DepartmentForm>,
        certificate: Option<CertificateForm>,
    ) -> Result<(), AppError> {
        if let Some(form) = &certificate {
            // Asked first, so that a wrong date does not leave a half begun book.
            self.ask(|register, moment| certify::record(register, form.clone(), moment))?;
        }
        self.begin(name, departments, lang)?;
        certificate.map_or(Ok(()), |form| self.record_certificate(form))
    }

    /// Begins the book under no name yet when it is empty: an import or a certificate may come first.
    pub(super) fn begin_if_empty(&mut self) -> Result<(), AppError> {
        if self.register.is_empty() { self.begin("", Vec::new(), Lang::default()) } else { Ok(()) }
    }

    /// Fills an empty book with the sample office.
    ///
    /// # Errors
    /// The book is not empty.
    pub fn open_sample(&mut self, lang: Lang) -> Result<(), AppError> {
        if !self.register.is_empty() {
            return Err(RuleError::refused(Rule::NotEmpty).into());
        }
        let set = self.ask(|_, moment| {
            // The sample office lives on its own day: its first entry too.
            moment.at = on_day(sample::as_of(), moment.at);
            moment.today = sample::as_of();
            sample::change_set(lang, moment).map_err(|error| AppError::Sample(error.to_string()))
        })?;
        self.commit(&set).map(drop)
    }

    /// Saves the settings of the office.
    ///
    /// # Errors
    /// See [`organise::save`].
    pub fn save_office(&mut self, form: OfficeForm) -> Result<(), AppError> {
        let set = self.ask(|register, moment| organise::save(register, form, moment))?;
        self.commit(&set).map(drop)
    }
}
