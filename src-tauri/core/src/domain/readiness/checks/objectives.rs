//! Quality objectives, and the measures of processes.

use chrono::Datelike;

use super::super::{Ground, Outcome, Reason, Subject, Why};
use super::internal::symbol;
use super::{blank, worst};
use crate::domain::case::{Case, Source};
use crate::domain::confirmation::CheckResult::{Ok, Unanswered, Warning};
use crate::domain::confirmation::Confirmed;
use crate::domain::objective::Objective;
use crate::domain::office::Process;
use crate::domain::shelf::all;

/// Quality objectives are approved and looked after, and each missed one has a case. Where none is in the book,
/// people say how many were missed.
pub fn r26(ground: &Ground<'_>) -> Outcome {
    let years = ground.from.year()..=ground.today.year();
    let objectives = all::<Objective>(ground.book).map(|(objective, _)| objective);
    let objectives: Vec<&Objective> =
        objectives.filter(|objective| years.contains(&objective.year)).collect();
    if objectives.is_empty() {
        return missed_as_told(ground);
    }
    let of = |why, wrong: &dyn Fn(&Objective) -> bool| {
        let own: Vec<&Objective> = objectives.iter().copied().filter(|it| wrong(it)).collect();
        (!own.is_empty()).then(|| (Warning, told(why, &own)))
    };
    let this_year = ground.today.year();
    let found = [
        of(Why::ObjectivesMissed, &|it| {
            it.met == Some(false) && !ground.has_case(it.case) && blank(&it.no_case_reason)
        }),
        of(Why::ObjectivesUnapproved, &|it| !ground.has_come(it.approved_on)),
        of(Why::ObjectivesWithoutResult, &|it| it.met.is_none() && it.year < this_year),
    ];
    worst(found, || {
        let cases = ground.cases_at(objectives.iter().filter_map(|objective| objective.case));
        Outcome::of(Ok, told(Why::ObjectivesInOrder, &objectives).cases(cases))
    })
}

fn told(why: Why, objectives: &[&Objective]) -> Reason {
    let subjects = objectives.iter().map(|objective| Subject::Objective(objective.id));
    Reason::of(why).count(objectives.len()).subjects(subjects)
}

fn missed_as_told(ground: &Ground<'_>) -> Outcome {
    let cases: Vec<&Case> = ground.of_source(Source::Objective).collect();
    let given = ground.confirmation("R26").filter(|given| given.answer == Confirmed::Yes);
    let Some(missed) = given.and_then(|given| given.figure) else {
        return ground.confirmed_by("R26", Reason::of(Why::ObjectiveCases).cases(cases));
    };
    let missed = usize::try_from(missed).unwrap_or(usize::MAX);
    let (result, why) =
        if missed <= cases.len() { (Ok, Why::MissedCovered) } else { (Warning, Why::MissedBeyondCases) };
    let figure = Reason::of(why).count(missed).of_all(cases.len()).cases(cases);
    Outcome { result, reasons: vec![figure, ground.answer("R26").1] }
}

/// Process owners reviewed the measures of their processes: confirmed for every process.
pub fn r27(ground: &Ground<'_>) -> Outcome {
    let processes = ground.processes();
    let given = ground.confirmation("R27");
    let ticked = |process: &Process| given.is_some_and(|given| given.processes.contains(&process.id));
    let open: Vec<&Process> = processes.iter().copied().filter(|process| !ticked(process)).collect();
    let (result, answer) = ground.answer("R27");
    let waits = matches!(result, Ok | Unanswered) && !open.is_empty();
    if !waits {
        return Outcome::of(result, answer);
    }
    let reason = Reason::of(Why::ProcessesUnconfirmed).count(open.len()).of_all(processes.len());
    let reason = reason.names(open.iter().map(|process| symbol(process)));
    Outcome { result: Unanswered, reasons: vec![reason, answer] }
}
