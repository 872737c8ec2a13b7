//! The certification cycle, asked through a book: milestones against a table that was computed apart, what happens to
//! a certificate, warnings of plans, the line of time.

mod happening;
mod pack;
mod plan;
mod states;
mod table;
mod timeline;

use capa_core::clock::SystemIds;
use capa_core::domain::certificate::{Certificate, Edition, RuleBase};
use capa_core::domain::certify::{self, CertificateForm, Happening};
use capa_core::domain::change::{Actor, ChangeSet, Moment, Record};
use capa_core::domain::ids::{CertificateId, CommandId, IdSource};
use capa_core::domain::office::{ClosedDay, Office};
use capa_core::domain::rule::RuleError;
use capa_core::register::Register;
use chrono::NaiveDate;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// The book of one representative.
pub struct Desk {
    pub register: Register,
    pub today: NaiveDate,
}

impl Desk {
    pub fn begun(today: &str, closed: &[&str]) -> Self {
        let mut office = Office::begun("Starostwo Powiatowe".into(), day("2010-01-04"));
        office.closed_days =
            closed.iter().map(|on| ClosedDay { on: day(on), note: "Zarządzenie".into() }).collect();
        let mut register = Register::default();
        register.load(Record::Office(Box::new(office)), 1);
        Self { register, today: day(today) }
    }

    /// Asks a rule; what it grants is applied, what it refuses leaves the book as it is.
    pub fn ask<T>(
        &mut self,
        rule: impl FnOnce(&Register, &mut Moment<'_>) -> Result<T, RuleError>,
        set: impl Fn(&T) -> &ChangeSet,
    ) -> Result<T, RuleError> {
        let mut ids = SystemIds;
        let mut moment = Moment {
            actor: Actor::representative(),
            at: self.today.and_hms_opt(9, 0, 0).unwrap().and_utc(),
            today: self.today,
            command: CommandId(ids.fresh()),
            ids: &mut SystemIds,
        };
        let granted = rule(&self.register, &mut moment)?;
        self.register.apply(set(&granted)).unwrap();
        Ok(granted)
    }

    pub fn record(&mut self, form: CertificateForm) -> Result<(), RuleError> {
        self.ask(|book, moment| certify::record(book, form, moment), |set| set).map(drop)
    }

    pub fn happen(&mut self, id: CertificateId, happening: Happening) -> Result<(), RuleError> {
        let revision = self.register.certificate(id).unwrap().revision;
        self.ask(|book, moment| certify::happen(book, id, revision, happening, moment), |set| set).map(drop)
    }

    pub fn decided(&self, on: NaiveDate) -> &Certificate {
        let mut found = self.register.certificates().filter(|stood| stood.record.decided_on == on);
        let one = &found.next().unwrap().record;
        assert!(found.next().is_none(), "two certificates of {on}");
        one
    }
}

pub fn form(decided_on: &str) -> CertificateForm {
    CertificateForm {
        number: "PL-1/2013".into(),
        body: "Jednostka".into(),
        edition: Edition::Iso2008,
        decided_on: day(decided_on),
        stage2_ended_on: None,
        valid_until: None,
        base: RuleBase::Decision,
        tolerance_days: 0,
        restored: false,
        corrects: None,
    }
}

/// The stable name of a refusal.
pub fn rule(error: &RuleError) -> String {
    match error {
        RuleError::Refused { rule, .. } => rule.code().into(),
        RuleError::NotFound { what } => format!("not_found:{what}"),
        RuleError::Stale { what } => format!("stale:{what}"),
        RuleError::Record { .. } => "record".into(),
    }
}
