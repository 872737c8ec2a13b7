//! Small registers brought in from spreadsheets.

use super::{App, AppError};
use crate::domain::imported::BatchTotals;
use crate::import::registers::{self, KeptKind, KeptPlan};
use crate::register::Register;
use crate::sheet::ReadFile;

/// Plans an import into a small register from a file that was read. Nothing is written.
///
/// # Errors
/// The file holds no such register, or has no such sheet.
pub fn plan_kept(
    register: &Register,
    file: &ReadFile,
    kind: KeptKind,
    sheet: Option<&str>,
    today: chrono::NaiveDate,
) -> Result<KeptPlan, AppError> {
    Ok(registers::plan(register, &file.workbook, kind, (sheet, &file.name), today)?)
}

impl App {
    /// Plans an import into a small register from a file that was read. Nothing is written.
    ///
    /// # Errors
    /// See [`plan_kept`].
    pub fn plan_kept_import(
        &self,
        file: &ReadFile,
        kind: KeptKind,
        sheet: Option<&str>,
    ) -> Result<KeptPlan, AppError> {
        plan_kept(&self.register, file, kind, sheet, self.today())
    }

    /// Runs a planned import: one change set, one commit. It is refused when an entry that it touches has changed
    /// since.
    ///
    /// # Errors
    /// See [`registers::to_change_set`].
    pub fn run_kept_import(&mut self, plan: &KeptPlan) -> Result<BatchTotals, AppError> {
        // Asked first, so that a refusal does not leave a book that is begun and holds nothing.
        self.ask(|register, moment| registers::to_change_set(plan, register, moment))?;
        self.begin_if_empty()?;
        if let Some(set) = self.ask(|register, moment| registers::to_change_set(plan, register, moment))? {
            self.commit(&set)?;
        }
        Ok(plan.totals)
    }
}
