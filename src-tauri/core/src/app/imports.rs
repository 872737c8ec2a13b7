//! Registers brought in and written out.

use std::path::Path;

use super::{App, AppError};
use crate::domain::change::RecordKind;
use crate::domain::ids::{BatchId, CaseId};
use crate::domain::imported::BatchTotals;
use crate::import::{self, Mapping, Options, Plan};
use crate::reports;
use crate::sheet::ReadFile;
use crate::words::Lang;

/// An import that was planned and waits for the word to run.
pub struct PendingImport {
    /// What the plan is called.
    pub token: String,
    /// What was read.
    file: ReadFile,
    options: Options,
    /// What would happen.
    pub plan: Plan,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportDone {
    /// The import, when anything was written.
    pub batch: Option<BatchId>,
    /// What was counted.
    pub totals: BatchTotals,
}

/// Plans an import from a file that was read. Nothing is written.
///
/// # Errors
/// The file is no register, or has no such sheet.
pub fn plan(
    register: &crate::register::Register,
    file: &ReadFile,
    sheet: Option<String>,
    mapping: Mapping,
) -> Result<(Options, Plan), AppError> {
    let options = Options { sheet, mapping, file_name: file.name.clone(), sha256: file.sha256.clone() };
    let plan = import::plan(register, &file.workbook, &options)?;
    Ok((options, plan))
}

impl App {
    /// Plans the import of a file that was read (see [`crate::sheet::read`]: reading takes time, and nobody
    /// should wait for it). Nothing is written; the plan waits under its token.
    ///
    /// # Errors
    /// The file is no register, or has no such sheet.
    pub fn plan_import(
        &mut self,
        file: ReadFile,
        sheet: Option<String>,
        mapping: Mapping,
    ) -> Result<&PendingImport, AppError> {
        let (options, plan) = plan(&self.register, &file, sheet, mapping)?;
        let token = crate::domain::ids::IdSource::fresh(&mut self.ids).to_string();
        Ok(self.pending.insert(PendingImport { token, file, options, plan }))
    }

    /// The import that was planned last and not yet run.
    pub fn pending_import(&self) -> Option<&PendingImport> {
        self.pending.as_ref()
    }

    /// Runs the planned import: one change set, one commit. The plan is made anew against the book as it stands,
    /// and refused when the book has moved on so that it would do something else than was shown.
    ///
    /// # Errors
    /// Nothing is planned under that token, or the book has moved on.
    pub fn run_import(&mut self, token: &str) -> Result<ImportDone, AppError> {
        let pending = self.pending.take().filter(|pending| pending.token == token).ok_or(AppError::NoPlan)?;
        self.begin_if_empty()?;
        let plan = import::plan(&self.register, &pending.file.workbook, &pending.options)?;
        if plan.totals != pending.plan.totals {
            return Err(AppError::NoPlan);
        }
        let totals = plan.totals;
        let set = self.ask(|register, moment| import::to_change_set(&plan, register, moment))?;
        if let Some(set) = set {
            self.commit(&set)?;
            let batch = set.changes.iter().find(|change| change.kind == RecordKind::Batch);
            return Ok(ImportDone { batch: batch.map(|change| BatchId(change.id)), totals });
        }
        Ok(ImportDone { batch: None, totals })
    }

    /// Takes an import back while nothing of it was touched.
    ///
    /// # Errors
    /// Something of it was changed since.
    pub fn undo_import(&mut self, batch: BatchId) -> Result<BatchTotals, AppError> {
        let totals = self.register.batch(batch).map(|stood| stood.record.totals).unwrap_or_default();
        let set = self.ask(|register, moment| import::undo(register, batch, moment))?;
        self.commit(&set)?;
        Ok(totals)
    }

    /// Writes cases as a register, .xlsx or .csv by the file's ending.
    ///
    /// # Errors
    /// The file cannot be written, or ends otherwise.
    pub fn export(&self, path: &Path, cases: &[CaseId], lang: Lang) -> Result<(), AppError> {
        let table = reports::register_table(&self.register, cases, lang, self.today());
        Ok(reports::export(path, &table, lang)?)
    }
}
