//! Writing on a card after its registration, part by part: who may write what, and until when.
//!
//! A draft is written freely; a registered card is written part by part, and a closed one not at all: it is
//! opened again first.

use super::acting::{Acting, Capacity};
use super::book::Book;
use super::case::{Case, CaseStatus};
use super::change::{Change, ChangeSet, Moment, Record};
use super::draft::{self, DraftForm};
use super::facts::{self, Missing};
use super::ids::{ActionId, CaseId};
use super::rule::{Rule, RuleError};

/// A part of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Kind: it stands in the number.
    Kind,
    /// Report and finding: title, dates, source, unit, process, clauses, grade, evidence, requirement, statement,
    /// remarks.
    Report,
    /// Correction and its consequences; in either order with the cause.
    Correction,
    /// Method, analysis, root cause.
    Cause,
    /// Actions, expected effect, how and when effectiveness is judged.
    Plan,
    /// What was agreed with the certification body.
    External,
}

use Capacity::{Head as W, Representative as P};
use CaseStatus::{Analysis, Effectiveness, Implemented, InProgress, PlanPending, Registered};

/// A row of the table of parts.
#[derive(Debug, Clone, Copy)]
pub struct PartRow {
    /// The part.
    pub part: Part,
    /// It is written in these states.
    pub from: &'static [CaseStatus],
    /// By these.
    pub who: &'static [Capacity],
}

/// Which part of a registered card is written when and by whom.
#[rustfmt::skip]
pub const PARTS: &[PartRow] = &[
    PartRow { part: Part::Kind,       from: &[],                                                                          who: &[] },
    PartRow { part: Part::Report,     from: &[Registered, Analysis],                                                      who: &[P] },
    PartRow { part: Part::Correction, from: &[Registered, Analysis, PlanPending, InProgress],                             who: &[W, P] },
    PartRow { part: Part::Cause,      from: &[Registered, Analysis],                                                      who: &[W, P] },
    PartRow { part: Part::Plan,       from: &[Registered, Analysis],                                                      who: &[W, P] },
    PartRow { part: Part::External,   from: &[Registered, Analysis, PlanPending, InProgress, Implemented, Effectiveness], who: &[P] },
];

impl Part {
    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Report => "report",
            Self::Correction => "correction",
            Self::Cause => "cause",
            Self::Plan => "plan",
            Self::External => "external",
        }
    }
}

/// Whether somebody may write a part of a card now.
///
/// # Errors
/// A closed card, a part that is not written in this state, or another one's part.
pub fn check(book: &dyn Book, acting: &Acting, case: &Case, part: Part) -> Result<(), RuleError> {
    if case.status == CaseStatus::Draft {
        return Ok(());
    }
    if case.status.is_closed() {
        return Err(RuleError::refused(Rule::ClosedCase));
    }
    let row = PARTS.iter().find(|row| row.part == part).ok_or(RuleError::NotFound { what: "part" })?;
    let completes = came_in_work(case) && matches!(part, Part::Cause | Part::Plan);
    if !row.from.contains(&case.status) && !completes {
        return Err(RuleError::with(Rule::PartLocked, "part", part.code()));
    }
    if row.who.iter().any(|capacity| acting.stands(book, *capacity, case, None)) {
        return Ok(());
    }
    let letters: Vec<String> = row.who.iter().map(|capacity| capacity.letter().to_string()).collect();
    Err(RuleError::with(Rule::RoleForbidden, "needs", letters.join(",")))
}

/// A register that was brought in tells of work in hand without its cause and plan: they are completed while the
/// work goes on, since a case without an action could never be reported as done.
fn came_in_work(case: &Case) -> bool {
    case.status == CaseStatus::InProgress && case.imported.is_some() && case.plan_approval.is_none()
}

/// Keeps what was written on a card, draft or registered. Only the parts that were changed are asked about.
///
/// # Errors
/// Changed meanwhile; a part that is not to be written by this one or now; a date that was agreed; a text too
/// long or a date out of range.
pub fn save(
    book: &dyn Book,
    id: CaseId,
    revision: u32,
    form: DraftForm,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let before = super::book::case_at(book, id, revision)?;
    if before.status == CaseStatus::Draft {
        return draft::save(book, id, revision, form, moment);
    }
    let acting = Acting::at(book, moment)?;
    form.check()?;
    form.check_facts(moment.today)?;
    let mut case = before.clone();
    form.write_to(&mut case, moment.ids);
    if came_in_work(before) {
        // Nobody approves this plan any more: its dates are agreed as they are written.
        for action in &mut case.actions {
            action.original_due_on = action.original_due_on.or(action.due_on);
        }
    }
    keep_agreed(before, &case)?;
    keep_told(before, &case)?;
    keep_order(before, &case)?;
    let changed = changed_parts(before, &case);
    if changed.is_empty() && case.status.is_closed() {
        return Err(RuleError::refused(Rule::ClosedCase));
    }
    changed.into_iter().try_for_each(|part| check(book, &acting, before, part))?;
    let change =
        Change::replace(&Record::Case(Box::new(before.clone())), revision, &Record::Case(Box::new(case)))?;
    let mut set = ChangeSet::of(moment, "case_written", None, vec![change]);
    set.actor.signed_off = false;
    Ok(set)
}

/// A date that was agreed moves by an extension, and an action that was agreed or done is not struck out.
fn keep_agreed(before: &Case, after: &Case) -> Result<(), RuleError> {
    if before.original_target_on.is_some() && before.target_on != after.target_on {
        return Err(RuleError::with(Rule::DueAgreed, "field", "target_on"));
    }
    for action in &before.actions {
        let now = after.actions.iter().find(|other| other.id == action.id);
        let agreed = action.original_due_on.is_some();
        let moved = now.is_none_or(|now| now.due_on != action.due_on);
        // Evidence never vanishes, not even with the action that it was laid to.
        let struck_with_evidence = now.is_none() && !action.evidence.is_empty();
        if struck_with_evidence || ((agreed || !action.is_open()) && moved) {
            return Err(RuleError::with(Rule::DueAgreed, "field", "actions"));
        }
        if !action.is_open() && now.is_some_and(|now| now.what != action.what || now.owner != action.owner) {
            return Err(RuleError::refused(Rule::ActionSettled));
        }
    }
    Ok(())
}

/// What a step on the way demanded is corrected afterwards, not blanked.
fn keep_told(before: &Case, after: &Case) -> Result<(), RuleError> {
    let stood = lacking(before);
    let gone: Vec<&str> =
        lacking(after).into_iter().filter(|missing| !stood.contains(missing)).map(Missing::code).collect();
    if gone.is_empty() { Ok(()) } else { Err(RuleError::with(Rule::Incomplete, "missing", gone.join(","))) }
}

/// A finding is reported before it is registered.
fn keep_order(before: &Case, after: &Case) -> Result<(), RuleError> {
    let moved = after.reported_on != before.reported_on;
    match (after.reported_on, after.registered_on) {
        (Some(reported), Some(registered)) if moved && reported > registered => {
            Err(RuleError::with(Rule::DateGoesBack, "date", registered.to_string()))
        }
        _ => Ok(()),
    }
}

fn lacking(case: &Case) -> Vec<Missing> {
    let title = case.title.trim().is_empty().then_some(Missing::Title);
    let demanded = facts::unclassified(case).into_iter().filter(|missing| {
        case.status != CaseStatus::Registered || matches!(missing, Missing::Statement | Missing::Owner)
    });
    title.into_iter().chain(demanded).collect()
}

/// Whether the plan may still change the date of an action, or strike it out.
pub fn is_agreed(case: &Case, action: ActionId) -> bool {
    let found = case.actions.iter().find(|other| other.id == action);
    case.status != CaseStatus::Draft
        && found.is_some_and(|action| action.original_due_on.is_some() || !action.is_open())
}

/// The parts in which two states of a card differ.
pub fn changed_parts(before: &Case, after: &Case) -> Vec<Part> {
    let same = [
        (Part::Kind, before.kind == after.kind),
        (Part::Report, report(before) == report(after)),
        (Part::Correction, before.correction == after.correction),
        (Part::Cause, before.cause == after.cause),
        (Part::Plan, plan(before) == plan(after)),
        (Part::External, before.external == after.external),
    ];
    same.into_iter().filter(|(_, same)| !same).map(|(part, _)| part).collect()
}

/// The report as it stands: a card with everything else taken away.
fn report(case: &Case) -> Case {
    let blank = Case::draft(case.id, case.kind);
    Case {
        title: case.title.clone(),
        reported_on: case.reported_on,
        reported_by: case.reported_by.clone(),
        file_reference: case.file_reference.clone(),
        source: case.source,
        source_document: case.source_document.clone(),
        process: case.process,
        department: case.department,
        owner: case.owner,
        clause_2008: case.clause_2008.clone(),
        clause_2015: case.clause_2015.clone(),
        grade: case.grade,
        finding: case.finding.clone(),
        remarks: case.remarks.clone(),
        kind: super::case::CaseKind::Corrective,
        ..blank
    }
}

fn plan(case: &Case) -> Case {
    Case {
        actions: case.actions.clone(),
        target_on: case.target_on,
        original_target_on: case.original_target_on,
        expected_effect: case.expected_effect.clone(),
        effectiveness: case.effectiveness.clone(),
        kind: super::case::CaseKind::Corrective,
        ..Case::draft(case.id, case.kind)
    }
}
