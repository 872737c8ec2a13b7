//! From a finding to its case, and the end of an audit.

use chrono::{Datelike, NaiveDate};

use super::{all_answered, audit_at};
use crate::calendar::Period;
use crate::domain::acting::{Acting, Task, permit};
use crate::domain::audit::{Answer, Audit, Question};
use crate::domain::book::{Book, computed_date, deadlines, department_code, next_number, template};
use crate::domain::case::{Case, CaseKind, CaseStatus, External, Grade, Source};
use crate::domain::change::{Change, ChangeSet, Moment, Record};
use crate::domain::draft::LONGEST_TITLE;
use crate::domain::facts::missing;
use crate::domain::ids::{AuditId, CaseId, QuestionId, fresh};
use crate::domain::person::Role;
use crate::domain::rule::{Rule, RuleError};

/// What became of a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// The case.
    pub case: CaseId,
    /// Its number, when it could be registered at once.
    pub number: Option<String>,
    /// What to commit.
    pub set: ChangeSet,
}

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
    let mut case = drafted(book, before, found, &acting, moment);
    if acting.is(Role::Representative) && missing(&case).is_empty() {
        enter(book, &mut case, moment.today);
    }
    let mut after = before.clone();
    for other in after.questions.iter_mut().filter(|other| other.id == question) {
        other.case = Some(case.id);
    }
    let (case_id, number) = (case.id, case.number.clone());
    let changes = vec![
        Change::create(&Record::Case(Box::new(case)))?,
        Change::replace(&Record::Audit(before.clone()), revision, &Record::Audit(after))?,
    ];
    Ok(Raised { case: case_id, number, set: ChangeSet::of(moment, "finding_raised", None, changes) })
}

fn drafted(
    book: &dyn Book,
    audit: &Audit,
    question: &Question,
    acting: &Acting,
    moment: &mut Moment<'_>,
) -> Case {
    let process = question.process.and_then(|id| book.process(id)).map(|(process, _)| process);
    let stated = [&question.note, &question.text].into_iter().find(|text| !text.trim().is_empty());
    let statement = stated.map(|text| text.trim().to_string()).unwrap_or_default();
    let mut case = Case::draft(fresh(moment.ids), CaseKind::Corrective);
    case.title = statement.lines().next().unwrap_or_default().chars().take(LONGEST_TITLE).collect();
    case.reported_on = Some(moment.today.min(audit.ends_on));
    case.reported_by.clone_from(&acting.name);
    case.source = Some(if audit.kind.is_external() { Source::ExtAudit } else { Source::IntAudit });
    case.process = question.process;
    case.department = process.and_then(|process| process.department);
    case.owner = process.and_then(|process| process.owner);
    case.clause_2008.clone_from(&question.clause_2008);
    case.clause_2015.clone_from(&question.clause_2015);
    let minor = question.answer == Answer::Nonconforming;
    case.grade = Some(if minor { Grade::Minor } else { Grade::Observation });
    case.finding.evidence = question.evidence.trim().to_string();
    case.finding.requirement =
        if question.note.trim().is_empty() { String::new() } else { question.text.clone() };
    case.finding.statement = statement;
    case.target_on = computed_date(book, moment.today, Period::Days(deadlines(book).action_days));
    case.original_target_on = case.target_on;
    case.external = Some(External { audit: Some(audit.id), ..External::default() });
    case
}

/// Into the register under the next free number, as [`crate::domain::registration::register`] does for a draft.
fn enter(book: &dyn Book, case: &mut Case, today: NaiveDate) {
    let code = department_code(book, case.department);
    if code.is_empty() && template(book).counts_per_department() {
        return;
    }
    case.number = Some(next_number(book, case.kind, today.year(), &code));
    case.status = CaseStatus::Registered;
    case.registered_on = Some(today);
    case.plan_due_on = computed_date(book, today, Period::Days(deadlines(book).plan_days));
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
