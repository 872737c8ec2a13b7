//! A reading -> a case.

use super::field::Field;
use super::organisation::Organisation;
use super::reading::Reading;
use crate::domain::action::Action;
use crate::domain::case::{Case, CaseKind, CaseStatus, Closure};
use crate::domain::certificate::Edition;
use crate::domain::ids::CaseId;
use crate::domain::imported::CellProblem;

/// Whether unknown names may be created.
pub(super) enum Names<'a> {
    /// They are.
    Create(&'a mut Organisation),
    /// They stay unknown.
    Known(&'a Organisation),
}

/// The case that a row describes. Problems found on the way are added to the reading.
pub(super) fn case(id: CaseId, reading: &mut Reading, names: &mut Names<'_>, edition: Edition) -> Case {
    let mut case = Case::draft(id, reading.kind.unwrap_or(CaseKind::Corrective));
    case.number.clone_from(&reading.number);
    case.status = reading.status.unwrap_or(CaseStatus::Draft);
    case.title.clone_from(&reading.title);
    case.finding.statement.clone_from(&reading.statement);
    case.correction.what.clone_from(&reading.correction);
    case.cause.root.clone_from(&reading.cause);
    case.remarks.clone_from(&reading.remarks);
    case.reported_by.clone_from(&reading.reported_by);
    case.source_document.clone_from(&reading.source_document);
    case.file_reference.clone_from(&reading.file_reference);
    (case.source, case.grade) = (reading.source, reading.grade);
    (case.reported_on, case.registered_on) = (reading.reported_on, reading.registered_on);
    match edition {
        Edition::Iso2008 => case.clause_2008.clone_from(&reading.clause),
        Edition::Iso2015 => case.clause_2015.clone_from(&reading.clause),
    }
    case.effectiveness.due_on = reading.review_due_on;
    case.effectiveness.data.clone_from(&reading.review_data);
    case.effectiveness.result = reading.review_result;
    if let (true, Some(on)) = (case.status.is_closed(), reading.closed_on) {
        case.closure = Some(Closure { on, by: String::new(), note: String::new(), signer: None });
    }
    place(&mut case, reading, names);
    act(&mut case, reading, names);
    case
}

fn place(case: &mut Case, reading: &mut Reading, names: &mut Names<'_>) {
    if let Some(owner) = &reading.owner {
        case.owner = match names {
            Names::Create(known) => Some(known.post(owner)),
            Names::Known(known) => known.known_post(owner),
        };
    }
    if let Some(text) = &reading.process {
        case.process = match names {
            Names::Create(known) => known.process(text),
            Names::Known(known) => known.process(text),
        };
        if case.process.is_none() {
            let column = reading.header_of(Field::Process);
            reading.problems.push(CellProblem { column, kind: "unknown_process".into() });
        }
    }
    if let Some(text) = &reading.department {
        case.department = match names {
            Names::Create(known) => Some(known.department(text)),
            Names::Known(known) => known.known_department(text),
        };
    }
    if let Some(text) = reading.process_or_department.clone() {
        place_both(case, &text, names);
    }
}

/// "P03 / KT": what is no known process is a unit, unless it is written like the symbol of a process.
fn place_both(case: &mut Case, text: &str, names: &mut Names<'_>) {
    let known = match names {
        Names::Create(known) => &**known,
        Names::Known(known) => *known,
    };
    let mut parts: Vec<&str> =
        text.split(['/', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.insert(0, text);
    let department = parts.iter().find_map(|part| known.known_department(part));
    case.process = parts.iter().find_map(|part| known.process(part));
    case.department = department;
    if department.is_some() {
        return;
    }
    let process_like = |part: &str| {
        part.strip_prefix(['P', 'p']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let unknown =
        parts.iter().skip(1).rev().find(|part| known.process(part).is_none() && !process_like(part));
    if let (Some(part), Names::Create(known)) = (unknown.copied(), names) {
        case.department = Some(known.department(part));
    }
}

/// The action of the row. A due date alone is the case's own target; a day on which something was done needs an
/// action that was.
fn act(case: &mut Case, reading: &Reading, names: &mut Names<'_>) {
    let told = !reading.action.trim().is_empty();
    if !told && (reading.done_on.is_none() || case.title.is_empty()) {
        case.target_on = reading.due_on;
        case.original_target_on = reading.original_due_on.or(reading.due_on);
        return;
    }
    let id = match names {
        Names::Create(known) => known.next_id(),
        Names::Known(_) => crate::domain::ids::ActionId(uuid::Uuid::nil()),
    };
    case.actions.push(Action {
        what: if told { reading.action.clone() } else { case.title.clone() },
        owner: case.owner,
        original_due_on: reading.original_due_on.or(reading.due_on),
        due_on: reading.due_on,
        done_on: reading.done_on,
        ..Action::planned(id)
    });
}
