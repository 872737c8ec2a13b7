//! The checklist of an audit: put together, answered.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::audit_at;
use crate::domain::acting::{Task, permit};
use crate::domain::audit::{Answer, Audit, Question};
use crate::domain::book::Book;
use crate::domain::case::Case;
use crate::domain::change::{Change, ChangeSet, Moment, Record};
use crate::domain::draft::LONGEST_TEXT;
use crate::domain::ids::{AuditId, CaseId, ProcessId, QuestionId, QuestionListId, fresh};
use crate::domain::programme::QuestionList;
use crate::domain::rule::{Rule, RuleError};
use crate::domain::shelf::{all, find};
use crate::domain::upcoming::previous_audit;

/// Puts the checklist of an audit together: first what became of each finding of the last external audit in the
/// processes audited, then the questions of the lists. What is there already stays, with its answer.
///
/// # Errors
/// Held already, changed meanwhile, or a list that is not there.
pub fn fill(
    book: &dyn Book,
    id: AuditId,
    revision: u32,
    lists: &[QuestionListId],
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Audit, moment)?;
    let before = open_audit(book, id, revision, moment)?;
    let mut after = before.clone();
    let first: Vec<Question> = findings_to_ask(book, before, moment.today)
        .into_iter()
        .map(|case| Question {
            about: Some(case.id),
            process: case.process,
            clause_2008: case.clause_2008.clone(),
            clause_2015: case.clause_2015.clone(),
            needs_evidence: true,
            ..blank(fresh(moment.ids), case.finding.statement.clone())
        })
        .collect();
    after.questions.splice(0..0, first);
    for list in lists {
        let (list, _) =
            find::<QuestionList>(book, *list).ok_or(RuleError::NotFound { what: "question_list" })?;
        let process = list.process.or_else(|| only(&after.processes));
        for question in &list.questions {
            let known = |other: &Question| other.list == Some(list.id) && other.text == question.text;
            if !after.questions.iter().any(known) {
                after.questions.push(Question {
                    list: Some(list.id),
                    process,
                    clause_2008: question.clause_2008.clone(),
                    clause_2015: question.clause_2015.clone(),
                    needs_evidence: question.needs_evidence,
                    ..blank(fresh(moment.ids), question.text.clone())
                });
            }
        }
    }
    saved(before, revision, after, "audit_questions_added", moment)
}

fn only(processes: &[ProcessId]) -> Option<ProcessId> {
    if let [one] = processes { Some(*one) } else { None }
}

fn blank(id: QuestionId, text: String) -> Question {
    Question {
        id,
        list: None,
        about: None,
        process: None,
        clause_2008: None,
        clause_2015: None,
        text,
        needs_evidence: false,
        answer: Answer::Unanswered,
        evidence: String::new(),
        note: String::new(),
        case: None,
    }
}

/// The findings of the last external audit that the checklist of an audit does not ask about yet: those of its
/// processes, or all where it names none.
pub fn findings_to_ask<'a>(book: &'a dyn Book, audit: &Audit, today: NaiveDate) -> Vec<&'a Case> {
    let Some(last) = previous_audit(book, today.min(audit.starts_on)) else { return Vec::new() };
    let asked: BTreeSet<CaseId> = audit.questions.iter().filter_map(|question| question.about).collect();
    let inside = |process: Option<ProcessId>| {
        audit.processes.is_empty() || process.is_none_or(|process| audit.processes.contains(&process))
    };
    let findings = super::cases_of(book, last.id);
    let mut found: Vec<_> =
        findings.filter(|case| inside(case.process) && !asked.contains(&case.id)).collect();
    found.sort_by(|a, b| (a.registered_on, &a.number).cmp(&(b.registered_on, &b.number)));
    found
}

/// The lists that fit an audit: of its processes, and those for any.
pub fn fitting<'a>(book: &'a dyn Book, audit: &'a Audit) -> impl Iterator<Item = &'a QuestionList> {
    all::<QuestionList>(book).map(|(list, _)| list).filter(|list| {
        list.process.is_none_or(|process| audit.processes.is_empty() || audit.processes.contains(&process))
    })
}

/// A question as its form holds it: written by hand, or answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionForm {
    /// The question; without one, a new one.
    pub id: Option<QuestionId>,
    /// Process.
    pub process: Option<ProcessId>,
    /// Clause of the 2008 edition.
    pub clause_2008: Option<String>,
    /// Clause of the 2015 edition.
    pub clause_2015: Option<String>,
    /// The question.
    pub text: String,
    /// Whether it is answered only with evidence.
    pub needs_evidence: bool,
    /// The answer.
    pub answer: Answer,
    /// What was seen.
    pub evidence: String,
    /// What the auditor states.
    pub note: String,
}

/// Writes a question of an audit: its words, its answer, its evidence.
///
/// # Errors
/// Held already or changed meanwhile; no words or too many; an answer without the evidence that the question demands;
/// an answer taken back whose finding became a case.
pub fn save(
    book: &dyn Book,
    id: AuditId,
    revision: u32,
    form: QuestionForm,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Audit, moment)?;
    let before = open_audit(book, id, revision, moment)?;
    check(&form)?;
    let mut after = before.clone();
    let place = match form.id {
        None => {
            after.questions.push(blank(fresh(moment.ids), String::new()));
            after.questions.len().saturating_sub(1)
        }
        Some(id) => {
            let place = after.questions.iter().position(|question| question.id == id);
            place.ok_or(RuleError::NotFound { what: "question" })?
        }
    };
    let question = after.questions.get_mut(place).ok_or(RuleError::NotFound { what: "question" })?;
    let raised = question.case.is_some_and(|case| book.case(case).is_some());
    if raised && !form.answer.is_finding() {
        return Err(RuleError::refused(Rule::CaseRaised));
    }
    question.process = form.process;
    question.clause_2008 = form.clause_2008;
    question.clause_2015 = form.clause_2015;
    question.text = form.text.trim().to_string();
    question.needs_evidence = form.needs_evidence;
    question.answer = form.answer;
    question.evidence = form.evidence;
    question.note = form.note;
    saved(before, revision, after, "audit_question_saved", moment)
}

fn check(form: &QuestionForm) -> Result<(), RuleError> {
    if form.text.trim().is_empty() {
        return Err(RuleError::with(Rule::EmptyName, "field", "question"));
    }
    let texts = [("question", &form.text), ("evidence", &form.evidence), ("note", &form.note)];
    if let Some((field, _)) = texts.iter().find(|(_, text)| text.chars().count() > LONGEST_TEXT) {
        return Err(RuleError::with(Rule::TextTooLong, "field", *field));
    }
    let answered = !matches!(form.answer, Answer::Unanswered | Answer::NotApplicable);
    // Without evidence there is no nonconformity either.
    let demanded = answered && (form.needs_evidence || form.answer.is_finding());
    if demanded && form.evidence.trim().is_empty() {
        return Err(RuleError::refused(Rule::EvidenceDemanded));
    }
    Ok(())
}

/// Takes a question out of an audit.
///
/// # Errors
/// Held already, changed meanwhile, or its finding became a case.
pub fn remove(
    book: &dyn Book,
    id: AuditId,
    revision: u32,
    question: QuestionId,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Audit, moment)?;
    let before = open_audit(book, id, revision, moment)?;
    let mut after = before.clone();
    let found = before.questions.iter().find(|other| other.id == question);
    let found = found.ok_or(RuleError::NotFound { what: "question" })?;
    if found.case.is_some_and(|case| book.case(case).is_some()) {
        return Err(RuleError::refused(Rule::CaseRaised));
    }
    after.questions.retain(|other| other.id != question);
    saved(before, revision, after, "audit_question_removed", moment)
}

/// An audit whose checklist is still worked on.
fn open_audit<'a>(
    book: &'a dyn Book,
    id: AuditId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<&'a Audit, RuleError> {
    let audit = audit_at(book, id, revision)?;
    permit(book, super::task(audit.kind), moment)?;
    if audit.held { Err(RuleError::refused(Rule::AuditHeld)) } else { Ok(audit) }
}

pub(super) fn saved(
    before: &Audit,
    revision: u32,
    after: Audit,
    what: &str,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let change = Change::replace(&Record::Audit(before.clone()), revision, &Record::Audit(after))?;
    Ok(ChangeSet::of(moment, what, None, vec![change]))
}
