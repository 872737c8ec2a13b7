//! The yearly programme of internal audits, question lists, and who may audit.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::acting::{Task, permit, sign_off};
use crate::domain::audit::{Audit, AuditKind};
use crate::domain::book::Book;
use crate::domain::case::Decision;
use crate::domain::change::{Change, ChangeSet, Moment};
use crate::domain::draft::{LONGEST_TEXT, check_year};
use crate::domain::ids::{AuditProgrammeId, Id, IdSource, PostId, ProcessId, fresh};
use crate::domain::keeping::Kept;
use crate::domain::programme::{AuditProgramme, Auditor, ProgrammeLine, QuestionList};
use crate::domain::rule::{Rule, RuleError};
use crate::domain::shelf::{Shelved, all, find};

/// A programme as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeForm {
    /// The programme and the revision that was seen; none for a new one.
    pub at: Option<(AuditProgrammeId, u32)>,
    /// The year.
    pub year: i32,
    /// Which process in which months.
    pub lines: Vec<ProgrammeLine>,
    /// A remark.
    pub note: String,
    /// Why an approved programme changes.
    pub reason: String,
}

/// Writes a yearly programme. One that was approved changes only with a reason, and has to be approved again.
///
/// # Errors
/// Another role does this; changed meanwhile; the year has one already; a month or process that is none; an approved
/// one changed without a reason.
pub fn save_programme(
    book: &dyn Book,
    form: ProgrammeForm,
    moment: &mut Moment<'_>,
) -> Result<(AuditProgrammeId, ChangeSet), RuleError> {
    permit(book, Task::Audit, moment)?;
    let first = NaiveDate::from_ymd_opt(form.year, 1, 1).ok_or(RuleError::refused(Rule::DateOutOfRange))?;
    check_year(first)?;
    for (field, text) in [("note", &form.note), ("reason", &form.reason)] {
        if text.chars().count() > LONGEST_TEXT {
            return Err(RuleError::with(Rule::TextTooLong, "field", field));
        }
    }
    let lines = tidy(book, form.lines)?;
    let same_year = |(other, _): &(&AuditProgramme, u32)| {
        other.year == form.year && form.at.is_none_or(|(id, _)| id != other.id)
    };
    if all::<AuditProgramme>(book).any(|stood| same_year(&stood)) {
        return Err(RuleError::with(Rule::YearTaken, "year", form.year.to_string()));
    }
    let programme =
        |id, approval| AuditProgramme { id, year: form.year, lines, approval, note: form.note.clone() };
    let reason = form.reason.trim().to_string();
    let Some((id, revision)) = form.at else {
        let id = fresh(moment.ids);
        let change = Change::create(&programme(id, None).into_record())?;
        return Ok((id, ChangeSet::of(moment, "audit_programme_saved", None, vec![change])));
    };
    let before = programme_at(book, id, revision)?;
    if before.approval.is_some() && reason.is_empty() {
        return Err(RuleError::refused(Rule::ReasonRequired));
    }
    let after = programme(id, None);
    let change = Change::replace(&before.clone().into_record(), revision, &after.into_record())?;
    let reason = (!reason.is_empty()).then_some(reason);
    Ok((id, ChangeSet::of(moment, "audit_programme_saved", reason, vec![change])))
}

/// Months ascending and once, each process once, empty lines left out.
fn tidy(book: &dyn Book, lines: Vec<ProgrammeLine>) -> Result<Vec<ProgrammeLine>, RuleError> {
    let mut months: BTreeMap<ProcessId, BTreeSet<u32>> = BTreeMap::new();
    let mut order = Vec::new();
    for line in lines {
        if book.process(line.process).is_none() {
            return Err(RuleError::NotFound { what: "process" });
        }
        if line.months.iter().any(|month| !(1..=12).contains(month)) {
            return Err(RuleError::refused(Rule::DateOutOfRange));
        }
        if !order.contains(&line.process) {
            order.push(line.process);
        }
        months.entry(line.process).or_default().extend(line.months);
    }
    let line = |process| {
        let own: Vec<u32> = months.get(&process).into_iter().flatten().copied().collect();
        (!own.is_empty()).then_some(ProgrammeLine { process, months: own })
    };
    Ok(order.into_iter().filter_map(line).collect())
}

/// The Starosta approves a yearly programme.
///
/// # Errors
/// Another role does this, or no paper of hers is named; no password where one is asked; approved already; changed
/// meanwhile; empty.
pub fn approve_programme(
    book: &dyn Book,
    id: AuditProgrammeId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let acting = sign_off(book, Task::ApproveProgramme, moment)?;
    let before = programme_at(book, id, revision)?;
    if before.approval.is_some() {
        return Err(RuleError::refused(Rule::AlreadyApproved));
    }
    if before.lines.is_empty() {
        return Err(RuleError::refused(Rule::NothingPlanned));
    }
    let approval = Some(Decision { on: acting.on, by: acting.name.clone(), signer: Some(acting.signer()) });
    let after = AuditProgramme { approval, ..before.clone() };
    let change = Change::replace(&before.clone().into_record(), revision, &after.into_record())?;
    Ok(ChangeSet::of(moment, "audit_programme_approved", None, vec![change]))
}

fn programme_at(book: &dyn Book, id: AuditProgrammeId, revision: u32) -> Result<&AuditProgramme, RuleError> {
    let found = find::<AuditProgramme>(book, id);
    let (programme, stands) = found.ok_or(RuleError::NotFound { what: "audit_programme" })?;
    if stands == revision { Ok(programme) } else { Err(RuleError::Stale { what: "audit_programme" }) }
}

/// How a month of the programme stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Planned, and no audit of the process is there yet.
    Planned,
    /// Planned or scheduled, the month is over, and the process was not audited since.
    Missed,
    /// An audit of the process is planned on a day of that month.
    Scheduled,
    /// The process was audited in that month.
    Held,
}

/// How a month of a process stands on a day; none when nothing is planned and nothing was held.
pub fn cell(
    book: &dyn Book,
    programme: &AuditProgramme,
    process: ProcessId,
    month: u32,
    today: NaiveDate,
) -> Option<Cell> {
    let audits = || {
        let all = book.audits().map(|(audit, _)| audit);
        all.filter(move |audit| audit.kind == AuditKind::Internal && audit.processes.contains(&process))
    };
    let within = |audit: &&Audit| {
        let from = (audit.starts_on.year(), audit.starts_on.month());
        let to = (audit.ends_on.year(), audit.ends_on.month());
        (from..=to).contains(&(programme.year, month))
    };
    if audits().filter(within).any(|audit| audit.held) {
        return Some(Cell::Held);
    }
    let scheduled = audits().any(|audit| within(&audit));
    if audits().any(|audit| within(&audit) && audit.ends_on >= today) {
        return Some(Cell::Scheduled);
    }
    let planned = programme.lines.iter().any(|line| line.process == process && line.months.contains(&month));
    if !planned && !scheduled {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(programme.year, month, 1)?;
    let over = first.checked_add_months(chrono::Months::new(1)).is_some_and(|next| next <= today);
    // Held late in the year is held, though not in its month.
    let later =
        audits().any(|audit| audit.held && audit.ends_on >= first && audit.ends_on.year() == programme.year);
    if over && !later {
        return Some(Cell::Missed);
    }
    Some(if scheduled { Cell::Scheduled } else { Cell::Planned })
}

impl Kept for QuestionList {
    type Id = crate::domain::ids::QuestionListId;
    const WHAT: &'static str = "question_list";
    const SAVED: &'static str = "question_list_saved";
    const REMOVED: &'static str = "question_list_removed";
    const TASK: Task = Task::Audit;

    fn set_id(&mut self, id: Self::Id) {
        self.id = id;
    }

    fn texts(&self) -> Vec<(&'static str, &String)> {
        let questions = self.questions.iter().map(|question| ("question", &question.text));
        [("name", &self.name)].into_iter().chain(questions).collect()
    }

    fn facts(&self) -> Vec<Option<NaiveDate>> {
        Vec::new()
    }

    fn check(&self, book: &dyn Book) -> Result<(), RuleError> {
        if self.name.trim().is_empty() {
            return Err(RuleError::with(Rule::EmptyName, "field", "name"));
        }
        if self.questions.iter().any(|question| question.text.trim().is_empty()) {
            return Err(RuleError::with(Rule::EmptyName, "field", "question"));
        }
        match self.process {
            Some(id) if book.process(id).is_none() => Err(RuleError::NotFound { what: "process" }),
            Some(_) | None => Ok(()),
        }
    }

    fn complete(&mut self, ids: &mut dyn IdSource) {
        for question in self.questions.iter_mut().filter(|question| question.id.uuid().is_nil()) {
            question.id = fresh(ids);
        }
    }
}

impl Kept for Auditor {
    type Id = crate::domain::ids::AuditorId;
    const WHAT: &'static str = "auditor";
    const SAVED: &'static str = "auditor_saved";
    const REMOVED: &'static str = "auditor_removed";
    const TASK: Task = Task::Audit;

    fn set_id(&mut self, id: Self::Id) {
        self.id = id;
    }

    fn texts(&self) -> Vec<(&'static str, &String)> {
        vec![("training", &self.training), ("order", &self.order)]
    }

    fn facts(&self) -> Vec<Option<NaiveDate>> {
        vec![self.trained_on, self.appointed_on]
    }

    fn check(&self, book: &dyn Book) -> Result<(), RuleError> {
        if let Some(until) = self.until {
            check_year(until)?;
            if let Some(first) = self.appointed_on.filter(|first| until < *first) {
                return Err(RuleError::with(Rule::DateGoesBack, "date", first.to_string()));
            }
        }
        if book.post(self.post).is_none() {
            return Err(RuleError::NotFound { what: "post" });
        }
        let twice = |(other, _): (&Self, u32)| other.post == self.post && other.id != self.id;
        if all::<Self>(book).any(twice) {
            return Err(RuleError::refused(Rule::NameTaken));
        }
        Ok(())
    }
}

/// Whether training and appointment of a post's holder are shown for that day.
pub fn is_competent(book: &dyn Book, post: PostId, on: NaiveDate) -> bool {
    all::<Auditor>(book).any(|(auditor, _)| auditor.post == post && auditor.is_competent(on))
}
