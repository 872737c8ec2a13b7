//! Audits, planned and held, written into the book (ISO 9001:2008 8.2.2, 2015 9.2).

pub mod findings;
pub mod planning;
pub mod questions;

use chrono::NaiveDate;

use super::acting::{Task, permit};
use super::audit::{Audit, AuditKind, Question, TeamMember};
use super::book::{Book, removed_record};
use super::change::{Change, ChangeSet, Moment, Record, RecordKind};
use super::draft::{LONGEST_TEXT, check_year};
use super::ids::{AuditId, PostId, ProcessId, fresh};
use super::rule::{Rule, RuleError};

/// An audit as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditForm {
    /// The audit; without one, a new one.
    pub id: Option<AuditId>,
    /// The revision the person saw.
    pub revision: u32,
    /// What it is for.
    pub kind: AuditKind,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Held already.
    pub held: bool,
    /// Scope.
    pub scope: String,
    /// Lead auditor, in words.
    pub lead: String,
    /// Findings in its report.
    pub findings_in_report: Option<u32>,
    /// Remark.
    pub note: String,
    /// Processes.
    pub processes: Vec<ProcessId>,
    /// Who audits; the lead auditor first.
    pub team: Vec<TeamMember>,
    /// Day of the report.
    pub report_on: Option<NaiveDate>,
    /// Until when the answer is due.
    pub answer_due_on: Option<NaiveDate>,
    /// The day it was sent.
    pub answer_sent_on: Option<NaiveDate>,
    /// The day it was accepted.
    pub answer_accepted_on: Option<NaiveDate>,
}

impl AuditForm {
    /// An audit of that kind on those days, with nothing else said yet.
    pub fn planned(kind: AuditKind, starts_on: NaiveDate, ends_on: NaiveDate) -> Self {
        Self {
            id: None,
            revision: 0,
            kind,
            starts_on,
            ends_on,
            held: false,
            scope: String::new(),
            lead: String::new(),
            findings_in_report: None,
            note: String::new(),
            processes: Vec::new(),
            team: Vec::new(),
            report_on: None,
            answer_due_on: None,
            answer_sent_on: None,
            answer_accepted_on: None,
        }
    }

    fn check(&self, today: NaiveDate) -> Result<(), RuleError> {
        let texts = [("scope", &self.scope), ("lead", &self.lead), ("note", &self.note)];
        if let Some((field, _)) = texts.iter().find(|(_, text)| text.chars().count() > LONGEST_TEXT) {
            return Err(RuleError::with(Rule::TextTooLong, "field", *field));
        }
        let dates = [self.report_on, self.answer_due_on, self.answer_sent_on, self.answer_accepted_on];
        [Some(self.starts_on), Some(self.ends_on)]
            .into_iter()
            .chain(dates)
            .flatten()
            .try_for_each(check_year)?;
        if self.ends_on < self.starts_on {
            return Err(RuleError::refused(Rule::EndsBeforeStarts));
        }
        // One that is still under way is not held: it would be neither the next audit nor the last.
        let facts = [self.held.then_some(self.ends_on), self.report_on, self.answer_sent_on];
        let facts = facts.into_iter().chain([self.answer_accepted_on]).flatten();
        if let Some(on) = facts.into_iter().find(|on| *on > today) {
            return Err(RuleError::with(Rule::DateInFuture, "date", on.to_string()));
        }
        let steps = [(Some(self.starts_on), self.report_on), (self.answer_sent_on, self.answer_accepted_on)];
        let mut steps = steps.into_iter().filter_map(|(first, then)| first.zip(then));
        match steps.find(|(first, then)| then < first) {
            Some((first, _)) => Err(RuleError::with(Rule::DateGoesBack, "date", first.to_string())),
            None => Ok(()),
        }
    }
}

/// Whose task audits of a kind are: internal ones also internal auditors'.
pub fn task(kind: AuditKind) -> Task {
    if kind.is_external() { Task::Certify } else { Task::Audit }
}

/// Plans or records an audit.
///
/// # Errors
/// It ends before it starts, lies outside all years, or was changed meanwhile; held, reported or answered in the
/// future, or accepted before it was answered; a process or post that is not there; an internal auditor of the own
/// unit; held with questions that nobody answered.
pub fn save(
    book: &dyn Book,
    form: AuditForm,
    moment: &mut Moment<'_>,
) -> Result<(AuditId, ChangeSet), RuleError> {
    permit(book, task(form.kind), moment)?;
    form.check(moment.today)?;
    let before = form.id.map(|id| audit_at(book, id, form.revision)).transpose()?;
    if let Some(before) = before {
        permit(book, task(before.kind), moment)?;
    }
    known(book, &form)?;
    if let Some((process, post)) = own_unit(book, form.kind, &form.processes, &form.team) {
        return Err(refused_own_unit(book, process, post));
    }
    let questions = before.map(|audit| audit.questions.clone()).unwrap_or_default();
    if form.held && form.kind == AuditKind::Internal {
        all_answered(&questions)?;
    }
    let moved = before.is_none_or(|audit| audit.starts_on != form.starts_on);
    let running = book.current_certificate().map(|(certificate, _)| certificate.id);
    let id = form.id.unwrap_or_else(|| fresh::<AuditId>(moment.ids));
    let audit = Audit {
        id,
        kind: form.kind,
        certificate: match form.kind.is_external() {
            false => None,
            true => before.map_or(running, |audit| audit.certificate.or(running)),
        },
        starts_on: form.starts_on,
        ends_on: form.ends_on,
        held: form.held,
        scope: form.scope,
        lead: form.lead,
        findings_in_report: form.findings_in_report,
        note: form.note,
        recorded_on: if moved { Some(moment.today) } else { before.and_then(|audit| audit.recorded_on) },
        processes: form.processes,
        team: form.team,
        questions,
        report_on: form.report_on,
        answer_due_on: form.answer_due_on,
        answer_sent_on: form.answer_sent_on,
        answer_accepted_on: form.answer_accepted_on,
    };
    let change = match before {
        Some(before) => {
            Change::replace(&Record::Audit(before.clone()), form.revision, &Record::Audit(audit))?
        }
        None => Change::create(&Record::Audit(audit))?,
    };
    Ok((id, ChangeSet::of(moment, "audit_saved", None, vec![change])))
}

fn known(book: &dyn Book, form: &AuditForm) -> Result<(), RuleError> {
    let of_team = form.team.iter().flat_map(|member| &member.processes);
    if form.processes.iter().chain(of_team).any(|id| book.process(*id).is_none()) {
        return Err(RuleError::NotFound { what: "process" });
    }
    if form.team.iter().any(|member| book.post(member.post).is_none()) {
        return Err(RuleError::NotFound { what: "post" });
    }
    Ok(())
}

/// The first auditor who audits a process of the own unit, or one that he owns. The certification body sends its own
/// people.
pub fn own_unit(
    book: &dyn Book,
    kind: AuditKind,
    processes: &[ProcessId],
    team: &[TeamMember],
) -> Option<(ProcessId, PostId)> {
    if kind.is_external() {
        return None;
    }
    team.iter().find_map(|member| {
        let unit = book.post(member.post).and_then(|(post, _)| post.department);
        let own = if member.processes.is_empty() { processes } else { &member.processes };
        let found = own.iter().find(|id| {
            book.process(**id).is_some_and(|(process, _)| {
                process.owner == Some(member.post) || (unit.is_some() && process.department == unit)
            })
        });
        found.map(|process| (*process, member.post))
    })
}

fn refused_own_unit(book: &dyn Book, process: ProcessId, post: PostId) -> RuleError {
    let post = book.post(post).map(|(post, _)| post.name.clone()).unwrap_or_default();
    let process = book.process(process).map(|(process, _)| process.code.clone()).unwrap_or_default();
    RuleError::Refused { rule: Rule::AuditsOwnUnit, params: vec![("post", post), ("process", process)] }
}

fn all_answered(questions: &[Question]) -> Result<(), RuleError> {
    let open = questions.iter().filter(|it| it.answer == super::audit::Answer::Unanswered).count();
    if open == 0 { Ok(()) } else { Err(RuleError::with(Rule::QuestionsOpen, "count", open.to_string())) }
}

/// Takes an audit out of the book; it can be brought back.
///
/// # Errors
/// Cases name it as their source, or it was changed meanwhile.
pub fn remove(
    book: &dyn Book,
    id: AuditId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let audit = audit_at(book, id, revision)?;
    permit(book, task(audit.kind), moment)?;
    if cases_of(book, id).next().is_some() {
        return Err(RuleError::refused(Rule::AuditInUse));
    }
    let change = Change::remove(&Record::Audit(audit.clone()), revision)?;
    Ok(ChangeSet::of(moment, "audit_removed", None, vec![change]))
}

/// Brings a removed audit back.
///
/// # Errors
/// Nothing of that identity was taken out.
pub fn restore(book: &dyn Book, id: AuditId, moment: &Moment<'_>) -> Result<ChangeSet, RuleError> {
    let (record, revision) = removed_record(book, RecordKind::Audit, id, "audit")?;
    let kind = if let Record::Audit(audit) = &record { audit.kind } else { AuditKind::Internal };
    permit(book, task(kind), moment)?;
    let mut change = Change::create(&record)?;
    change.expected = revision;
    Ok(ChangeSet::of(moment, "audit_restored", None, vec![change]))
}

/// The cases that an audit found.
pub fn cases_of(book: &dyn Book, id: AuditId) -> impl Iterator<Item = &super::case::Case> {
    book.cases().filter(move |case| case.external.as_ref().and_then(|it| it.audit) == Some(id))
}

pub(super) fn audit_at(book: &dyn Book, id: AuditId, revision: u32) -> Result<&Audit, RuleError> {
    let (audit, stands) = book.audit(id).ok_or(RuleError::NotFound { what: "audit" })?;
    if stands == revision { Ok(audit) } else { Err(RuleError::Stale { what: "audit" }) }
}
