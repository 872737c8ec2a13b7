//! From a finding to its case, and the end of an audit.

use chrono::NaiveDate;

use super::{all_answered, audit_at};
use crate::domain::acting::{Acting, Task, permit};
use crate::domain::audit::{Answer, Audit, Question};
use crate::domain::book::Book;
use crate::domain::case::{Case, CaseKind, External, Grade, Source};
use crate::domain::change::{Change, ChangeSet, Moment, Record};
use crate::domain::ids::{AuditId, QuestionId, fresh};
use crate::domain::raising::{Raised, complete, stated, written};
use crate::domain::rule::{Rule, RuleError};

/// Makes a finding a case and keeps the link both ways. The Representative registers it at once where nothing is
/// missing; else it is a draft that says what it lacks.
///
/// # Errors
/// Another role does this; changed meanwhile; the answer is no finding, or became a case already.
pub fn raise(
    book: &dyn Book,
    id: AuditId,
    revision: u32,
    question: QuestionId,
    moment: &mut Moment<'_>,
) -> Result<Raised, RuleError> {
    let acting = permit(book, Task::Audit, moment)?;
    let before = audit_at(book, id, revision)?;
    permit(book, super::task(before.kind), moment)?;
    let found = before.questions.iter().find(|other| other.id == question);
    let found = found.ok_or(RuleError::NotFound { what: "question" })?;
    if !found.answer.is_finding() {
        return Err(RuleError::refused(Rule::NoFinding));
    }
    if found.case.is_some_and(|case| book.case(case).is_some()) {
        return Err(RuleError::refused(Rule::CaseRaised));
    }
    let mut case = drafted(before, found, &acting, moment);
    complete(book, &mut case, &acting, moment.today);
    let mut after = before.clone();
    for other in after.questions.iter_mut().filter(|other| other.id == question) {
        other.case = Some(case.id);
    }
    let kept = Change::replace(&Record::Audit(before.clone()), revision, &Record::Audit(after))?;
    written(case, kept, "finding_raised", moment)
}

fn drafted(audit: &Audit, question: &Question, acting: &Acting, moment: &mut Moment<'_>) -> Case {
    let noted = !question.note.trim().is_empty();
    let mut case = Case::draft(fresh(moment.ids), CaseKind::Corrective);
    case.reported_on = Some(moment.today.min(audit.ends_on));
    case.reported_by.clone_from(&acting.name);
    case.source = Some(if audit.kind.is_external() { Source::ExtAudit } else { Source::IntAudit });
    case.process = question.process;
    case.clause_2008.clone_from(&question.clause_2008);
    case.clause_2015.clone_from(&question.clause_2015);
    let nonconforming = question.answer == Answer::Nonconforming;
    case.grade = Some(if nonconforming { Grade::Minor } else { Grade::Observation });
    case.finding.evidence = question.evidence.trim().to_string();
    // The question tells what was required; without a statement of the auditor it has to stand for it.
    case.finding.requirement = if noted { question.text.clone() } else { String::new() };
    stated(&mut case, if noted { &question.note } else { &question.text });
    case.external = Some(External { audit: Some(audit.id), ..External::default() });
    case
}

/// Ends an internal audit: every question is answered, the report is written. Its nonconformities are counted, and
/// each of them has a case or waits for one.
///
/// # Errors
/// Not an internal audit's auditor; held already or changed meanwhile; questions that nobody answered; a report
/// before the audit or in the future.
pub fn conclude(
    book: &dyn Book,
    id: AuditId,
    revision: u32,
    report_on: NaiveDate,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Audit, moment)?;
    let before = audit_at(book, id, revision)?;
    permit(book, super::task(before.kind), moment)?;
    if before.held {
        return Err(RuleError::refused(Rule::AuditHeld));
    }
    all_answered(&before.questions)?;
    if report_on > moment.today {
        return Err(RuleError::with(Rule::DateInFuture, "date", report_on.to_string()));
    }
    if report_on < before.starts_on {
        return Err(RuleError::with(Rule::DateGoesBack, "date", before.starts_on.to_string()));
    }
    let mut after = before.clone();
    after.held = true;
    after.report_on = Some(report_on);
    after.ends_on = after.ends_on.min(report_on);
    let nonconforming = before.questions.iter().filter(|it| it.answer == Answer::Nonconforming).count();
    let found = nonconforming.max(super::cases_of(book, id).count());
    after.findings_in_report = Some(u32::try_from(found).unwrap_or(u32::MAX));
    super::questions::saved(before, revision, after, "audit_concluded", moment)
}
