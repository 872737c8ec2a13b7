//! A row of a list of customer surveys.

use chrono::NaiveDate;
use uuid::Uuid;

use super::cells::Cells;
use super::columns::Column;
use super::plan::{Brought, Filled};
use super::{KeptKind, KeptRecord};
use crate::domain::ids::{Id, SurveyId};
use crate::domain::survey::Survey;
use crate::import::text::plain;

impl Brought for Survey {
    const REGISTER: KeptKind = KeptKind::Surveys;
    const IMPORTED: &'static str = "surveys_imported";

    fn is_row(cells: &Cells<'_>) -> bool {
        cells.says(Column::Score) || cells.says(Column::Answers) || cells.says(Column::Name)
    }

    fn read(cells: &mut Cells<'_>, _today: NaiveDate) -> Option<Self> {
        let held_on = cells.day(Column::Held);
        if !cells.says(Column::Held) {
            cells.problem(Column::Held, "missing_date");
        }
        let held_on = held_on?;
        let (score, of_score) = cells.hundredths(Column::Score);
        let (target, of_target) = cells.hundredths(Column::Target);
        let (scale, _) = cells.hundredths(Column::Scale);
        let name = cells.line(Column::Name);
        Some(Self {
            id: SurveyId::from_uuid(Uuid::nil()),
            name: if name.is_empty() { cells.title.to_string() } else { name },
            held_on,
            answers: cells.count(Column::Answers),
            score,
            target,
            scale: scale.or(of_score).or(of_target),
            report_on: cells.day(Column::Report),
            findings: cells.text(Column::Findings),
            cases: cells.cases(Column::Case),
            no_case_reason: cells.text(Column::NoCaseReason),
        })
    }

    fn key(&self) -> String {
        format!("{} {}", self.held_on, plain(&self.name))
    }

    fn fill(&mut self, theirs: &Self) -> Filled {
        let mut filled = Filled::default();
        filled.some(Column::Answers, &mut self.answers, &theirs.answers);
        filled.some(Column::Score, &mut self.score, &theirs.score);
        filled.some(Column::Target, &mut self.target, &theirs.target);
        filled.some(Column::Scale, &mut self.scale, &theirs.scale);
        filled.some(Column::Report, &mut self.report_on, &theirs.report_on);
        filled.text(Column::Findings, &mut self.findings, &theirs.findings);
        filled.text(Column::NoCaseReason, &mut self.no_case_reason, &theirs.no_case_reason);
        for case in &theirs.cases {
            if !self.cases.contains(case) {
                self.cases.push(*case);
                filled.changed = true;
            }
        }
        filled
    }

    fn wrap(self) -> KeptRecord {
        KeptRecord::Survey(Box::new(self))
    }
}
