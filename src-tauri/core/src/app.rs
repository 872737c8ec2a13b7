//! Use cases: take the clock and the person, ask a rule, commit, apply, say what changed.
//!
//! The window and the command line call this and nothing below it.

mod audits;
mod cases;
mod certificate;
mod error;
mod evidence;
pub mod folder;
mod imports;
mod inbox;
mod keeping;
mod kept_imports;
pub mod life;
mod office;
mod people;
mod readiness;

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

pub use error::AppError;
pub use imports::{ImportDone, PendingImport, plan as plan_import};
pub use inbox::{Said, case_title};
pub use kept_imports::plan_kept;

use crate::access::Access;
use crate::clock::{Clock, SystemIds, on_day};
use crate::domain::change::{Actor, ChangeSet, Moment};
use crate::domain::ids::{CommandId, IdSource};
use crate::register::Register;
use crate::store::{Receipt, Store};
use crate::vault::Vault;

/// The open book: the register in memory, the store beneath it, the clock beside it.
pub struct App {
    store: Box<dyn Store>,
    register: Register,
    clock: Box<dyn Clock>,
    as_of: Option<NaiveDate>,
    ids: SystemIds,
    actor: Actor,
    pending: Option<PendingImport>,
    home: Option<Home>,
}

/// What lies beside the book in its folder.
struct Home {
    vault: Vault,
    access: Access,
}

impl App {
    /// Opens the book of a store. `as_of` fixes the day, which only a sample folder allows.
    ///
    /// # Errors
    /// The store cannot be read, or `as_of` was asked of a folder that is no sample.
    pub fn open(
        store: Box<dyn Store>,
        clock: Box<dyn Clock>,
        as_of: Option<NaiveDate>,
    ) -> Result<Self, AppError> {
        let register = store.load()?.register;
        let sample = register.office().is_some_and(|office| office.sample_day.is_some());
        if as_of.is_some() && !sample && !register.is_empty() {
            return Err(AppError::BackDated);
        }
        let actor = Actor::representative();
        Ok(Self { store, register, clock, as_of, ids: SystemIds, actor, pending: None, home: None })
    }

    /// The same book with what lies beside it in its folder: evidence files and passwords.
    #[must_use]
    pub fn beside(mut self, folder: &Path) -> Self {
        self.home = Some(Home { vault: Vault::beside(folder), access: Access::beside(folder) });
        self
    }

    fn vault(&self) -> Result<&Vault, AppError> {
        self.home.as_ref().map(|home| &home.vault).ok_or(AppError::NoFolder)
    }

    fn access(&self) -> Result<&Access, AppError> {
        self.home.as_ref().map(|home| &home.access).ok_or(AppError::NoFolder)
    }

    /// The book.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The store, for questions about the trail.
    pub fn store(&self) -> &dyn Store {
        self.store.as_ref()
    }

    /// The civil day at the office; a sample office stands on its own fixed day.
    pub fn today(&self) -> NaiveDate {
        today(&self.register, self.as_of, self.clock.as_ref())
    }

    /// The instant that a change made now is stamped with. In a sample office the day is its own.
    fn now(&self) -> DateTime<Utc> {
        let now = self.clock.now();
        if self.is_sample() { on_day(self.today(), now) } else { now }
    }

    /// Whether this is the sample office.
    pub fn is_sample(&self) -> bool {
        self.register.office().is_some_and(|office| office.sample_day.is_some())
    }

    /// Asks a rule with the moment at hand.
    fn ask<T, E>(&mut self, rule: impl FnOnce(&Register, &mut Moment<'_>) -> Result<T, E>) -> Result<T, E> {
        let command = CommandId(self.ids.fresh());
        let (at, today) = (self.now(), self.today());
        let mut moment = Moment { actor: self.actor.clone(), at, today, command, ids: &mut self.ids };
        rule(&self.register, &mut moment)
    }

    /// Makes a change set durable, then applies it to the book in memory.
    fn commit(&mut self, set: &ChangeSet) -> Result<Receipt, AppError> {
        let receipt = self.store.commit(set)?;
        if !receipt.repeated {
            // The store has checked the same rules; a difference now means that memory is no longer the book.
            self.register.apply(set).map_err(|error| AppError::OutOfStep(error.to_string()))?;
        }
        Ok(receipt)
    }
}

/// The day that a question about a book is answered as of.
pub fn today(register: &Register, as_of: Option<NaiveDate>, clock: &dyn Clock) -> NaiveDate {
    let sample_day = register.office().and_then(|office| office.sample_day);
    as_of.or(sample_day).unwrap_or_else(|| clock.today())
}
