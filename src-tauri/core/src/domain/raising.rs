//! From a record to its case in one step, with the link kept: findings of audits, complaints, missed objectives, low
//! surveys, decisions of management reviews.

use chrono::NaiveDate;

use super::acting::{Acting, permit};
use super::book::{Book, computed_date, deadlines};
use super::case::{Case, CaseKind, Source};
use super::change::{Change, ChangeSet, Moment, Record};
use super::complaint::{Complaint, ComplaintKind};
use super::draft::LONGEST_TITLE;
use super::ids::{CaseId, ComplaintId, DecisionId, ObjectiveId, ReviewId, SurveyId, fresh};
use super::keeping::Kept;
use super::moves::{self, Move};
use super::objective::Objective;
use super::registration;
use super::review::Review;
use super::rule::{Rule, RuleError};
use super::shelf::find;
use super::survey::Survey;
use crate::calendar::Period;

/// What became of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// The case.
    pub case: CaseId,
    /// Its number, when it could be registered at once.
    pub number: Option<String>,
    /// What to commit.
    pub set: ChangeSet,
}

/// The record that becomes a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A complaint or motion.
    Complaint(ComplaintId),
    /// A missed objective.
    Objective(ObjectiveId),
    /// A low survey.
    Survey(SurveyId),
    /// A decision of a management review.
    Decision(ReviewId, DecisionId),
}

/// Makes a record a case and keeps the link. The Representative registers it at once where nothing is missing; else
/// it is a draft that says what it lacks.
///
/// # Errors
/// Another role does this; changed meanwhile; it became a case already.
pub fn raise(
    book: &dyn Book,
    origin: Origin,
    revision: u32,
    moment: &mut Moment<'_>,
) -> Result<Raised, RuleError> {
    match origin {
        Origin::Complaint(id) => {
            let before = kept_at::<Complaint>(book, id, revision)?;
            free(book, before.case)?;
            raised(
                book,
                before,
                revision,
                moment,
                |case| from_complaint(case, before),
                |after, id| {
                    after.case = Some(id);
                },
            )
        }
        Origin::Objective(id) => {
            let before = kept_at::<Objective>(book, id, revision)?;
            free(book, before.case)?;
            raised(
                book,
                before,
                revision,
                moment,
                |case| from_objective(case, before),
                |after, id| {
                    after.case = Some(id);
                },
            )
        }
        Origin::Survey(id) => {
            let before = kept_at::<Survey>(book, id, revision)?;
            raised(
                book,
                before,
                revision,
                moment,
                |case| from_survey(case, before),
                |after, id| {
                    after.cases.push(id);
                },
            )
        }
        Origin::Decision(id, decision) => {
            let before = kept_at::<Review>(book, id, revision)?;
            let decided = before.decisions.iter().find(|it| it.id == decision);
            let decided = decided.ok_or(RuleError::NotFound { what: "decision" })?;
            free(book, decided.case)?;
            let write = |case: &mut Case| {
                case.source = Some(Source::MgmtReview);
                case.source_document.clone_from(&before.minutes);
                case.reported_on = Some(before.on);
                case.owner = decided.owner;
                case.target_on = decided.due_on;
                stated(case, &decided.text);
            };
            raised(book, before, revision, moment, write, |after, id| {
                for it in after.decisions.iter_mut().filter(|it| it.id == decision) {
                    it.case = Some(id);
                }
            })
        }
    }
}

fn kept_at<T: Kept>(book: &dyn Book, id: T::Id, revision: u32) -> Result<&T, RuleError> {
    let (record, stands) = find::<T>(book, id).ok_or(RuleError::NotFound { what: T::WHAT })?;
    if stands == revision { Ok(record) } else { Err(RuleError::Stale { what: T::WHAT }) }
}

fn free(book: &dyn Book, case: Option<CaseId>) -> Result<(), RuleError> {
    match case {
        Some(id) if book.case(id).is_some() => Err(RuleError::refused(Rule::CaseRaised)),
        Some(_) | None => Ok(()),
    }
}

fn raised<T: Kept>(
    book: &dyn Book,
    before: &T,
    revision: u32,
    moment: &mut Moment<'_>,
    write: impl FnOnce(&mut Case),
    link: impl FnOnce(&mut T, CaseId),
) -> Result<Raised, RuleError> {
    let acting = permit(book, T::TASK, moment)?;
    let mut case = Case::draft(fresh(moment.ids), CaseKind::Corrective);
    case.reported_on = Some(moment.today);
    case.reported_by.clone_from(&acting.name);
    write(&mut case);
    complete(book, &mut case, &acting, moment.today);
    let mut after = before.clone();
    link(&mut after, case.id);
    let kept = Change::replace(&before.clone().into_record(), revision, &after.into_record())?;
    written(case, kept, "case_raised", moment)
}

/// The case with the change of the record it came from.
pub(super) fn written(
    case: Case,
    kept: Change,
    what: &str,
    moment: &Moment<'_>,
) -> Result<Raised, RuleError> {
    let (id, number) = (case.id, case.number.clone());
    let changes = vec![Change::create(&Record::Case(Box::new(case)))?, kept];
    Ok(Raised { case: id, number, set: ChangeSet::of(moment, what, None, changes) })
}

/// What follows from the process and the office's deadlines; then into the register, where nothing is missing and the
/// Representative acts.
pub(super) fn complete(book: &dyn Book, case: &mut Case, acting: &Acting, today: NaiveDate) {
    let process = case.process.and_then(|id| book.process(id)).map(|(process, _)| process);
    case.department = case.department.or_else(|| process.and_then(|process| process.department));
    case.owner = case.owner.or_else(|| process.and_then(|process| process.owner));
    let days = Period::Days(deadlines(book).action_days);
    case.target_on = case.target_on.or_else(|| computed_date(book, today, days));
    case.original_target_on = case.target_on;
    if moves::check(book, acting, case, Move::Register, None).is_ok() {
        let mut entered = case.clone();
        // What keeps it out, such as no unit where numbers count per unit, is told when the draft is registered.
        if registration::enter(book, &mut entered, today).is_ok() {
            *case = entered;
        }
    }
}

/// The statement of a finding, and the title that it gives.
pub(super) fn stated(case: &mut Case, statement: &str) {
    case.finding.statement = statement.trim().to_string();
    case.title =
        case.finding.statement.lines().next().unwrap_or_default().chars().take(LONGEST_TITLE).collect();
}

fn from_complaint(case: &mut Case, complaint: &Complaint) {
    let motion = complaint.kind == ComplaintKind::Motion;
    case.source = Some(if motion { Source::Motion } else { Source::Complaint });
    case.source_document.clone_from(&complaint.reference);
    case.reported_on = Some(complaint.received_on);
    case.process = complaint.process;
    case.department = complaint.department;
    case.finding.evidence = complaint.decision.trim().to_string();
    stated(case, &complaint.subject);
}

fn from_objective(case: &mut Case, objective: &Objective) {
    case.source = Some(Source::Objective);
    case.process = objective.process;
    case.owner = objective.owner;
    case.finding.requirement = objective.target.trim().to_string();
    case.finding.evidence = objective.result.trim().to_string();
    stated(case, &objective.text);
}

fn from_survey(case: &mut Case, survey: &Survey) {
    case.source = Some(Source::Survey);
    case.source_document.clone_from(&survey.name);
    let found = if survey.findings.trim().is_empty() { &survey.name } else { &survey.findings };
    stated(case, found);
}
