//! A row of a list of quality objectives.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::cells::{Cells, yes_or_no};
use super::columns::Column;
use super::plan::{Brought, Filled, year_in};
use super::{KeptKind, KeptRecord};
use crate::domain::ids::{Id, ObjectiveId};
use crate::domain::objective::Objective;
use crate::import::text::plain;

impl Brought for Objective {
    const REGISTER: KeptKind = KeptKind::Objectives;
    const IMPORTED: &'static str = "objectives_imported";

    fn is_row(cells: &Cells<'_>) -> bool {
        cells.says(Column::Text)
    }

    fn read(cells: &mut Cells<'_>, _today: NaiveDate) -> Option<Self> {
        let approved_on = cells.day(Column::Approved);
        let told = if cells.says(Column::Year) { year_in(&cells.text(Column::Year)) } else { cells.year };
        let Some(year) = told.or_else(|| approved_on.map(|on| on.year())) else {
            cells.problem(Column::Year, "missing_year");
            return None;
        };
        Some(Self {
            id: ObjectiveId::from_uuid(Uuid::nil()),
            year,
            text: cells.text(Column::Text),
            process: cells.process(Column::Process),
            owner: cells.post(Column::Owner),
            measure: cells.text(Column::Measure),
            baseline: cells.text(Column::Baseline),
            target: cells.text(Column::Target),
            result: cells.text(Column::Result),
            met: met(cells),
            approved_on,
            reviewed_on: cells.day(Column::Reviewed),
            case: cells.cases(Column::Case).first().copied(),
            no_case_reason: cells.text(Column::NoCaseReason),
        })
    }

    fn key(&self) -> String {
        format!("{} {}", self.year, plain(&self.text))
    }

    fn fill(&mut self, theirs: &Self) -> Filled {
        let mut filled = Filled::default();
        filled.some(Column::Process, &mut self.process, &theirs.process);
        filled.some(Column::Owner, &mut self.owner, &theirs.owner);
        filled.text(Column::Measure, &mut self.measure, &theirs.measure);
        filled.text(Column::Baseline, &mut self.baseline, &theirs.baseline);
        filled.text(Column::Target, &mut self.target, &theirs.target);
        filled.text(Column::Result, &mut self.result, &theirs.result);
        filled.some(Column::Met, &mut self.met, &theirs.met);
        filled.some(Column::Approved, &mut self.approved_on, &theirs.approved_on);
        filled.some(Column::Reviewed, &mut self.reviewed_on, &theirs.reviewed_on);
        filled.some(Column::Case, &mut self.case, &theirs.case);
        filled.text(Column::NoCaseReason, &mut self.no_case_reason, &theirs.no_case_reason);
        filled
    }

    fn wrap(self) -> KeptRecord {
        KeptRecord::Objective(Box::new(self))
    }
}

fn met(cells: &mut Cells<'_>) -> Option<bool> {
    if !cells.says(Column::Met) {
        return None;
    }
    let text = cells.plain(Column::Met);
    let read = yes_or_no(
        &text,
        &["tak", "yes", "osiagn", "zrealiz", "spelni", "wykon", "met", "reached", "achieved", "done"],
        &["nie", "no", "czesc", "partly", "partial", "missed"],
    );
    let open = ["w toku", "w trakcie", "w realizacji", "in progress", "open"];
    if read.is_none() && !open.iter().any(|word| text.starts_with(word)) {
        cells.problem(Column::Met, "unknown_status");
    }
    read
}
