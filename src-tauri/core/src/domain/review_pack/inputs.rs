//! What comes in from outside: audits, customers, processes.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::{Row, RowLabel, Source, Value, count};
use crate::domain::audit::Audit;
use crate::domain::audits::cases_of;
use crate::domain::case::{Case, Source as From};
use crate::domain::complaint::{Complaint, ComplaintKind};
use crate::domain::ids::ProcessId;
use crate::domain::monitoring::{counts, stood_open};
use crate::domain::objective::Objective;
use crate::domain::readiness::Subject;
use crate::domain::shelf::all;
use crate::domain::survey::Survey;

/// The audits held in the period, and what is open of what audits found.
pub fn audits(source: &Source<'_>) -> Vec<Row> {
    let mut held: Vec<&Audit> = source
        .book()
        .audits()
        .map(|(audit, _)| audit)
        .filter(|audit| audit.held && source.inside(Some(audit.ends_on)))
        .collect();
    held.sort_by_key(|audit| (audit.starts_on, audit.id));
    let mut rows = Vec::new();
    let mut found: Vec<&Case> = Vec::new();
    for audit in held {
        let own = findings(source, audit);
        let external = audit.kind.is_external();
        let label = if external { RowLabel::ExternalAudit } else { RowLabel::InternalAudit };
        let findings = audit.findings_in_report.unwrap_or_else(|| count(own.len()));
        let row = Row::of(label, Value::Count(findings)).name(&audit.scope).on(audit.ends_on);
        rows.push(row.cases(own.iter().copied()).subject(Subject::Audit(audit.id)));
        found.extend(own);
    }
    let closed: Vec<&Case> = found.iter().copied().filter(|case| case.status.is_closed()).collect();
    let share = Value::Share { count: count(closed.len()), of: count(found.len()) };
    rows.push(Row::of(RowLabel::AuditCasesClosed, share).cases(closed));
    let of_audits =
        source.cases().filter(|case| matches!(case.source, Some(From::IntAudit | From::ExtAudit)));
    rows.push(Row::counted(RowLabel::AuditCasesOpen, of_audits.filter(|case| stood_open(case, source.to))));
    rows
}

/// The cases that an audit found.
fn findings<'a>(source: &Source<'a>, audit: &Audit) -> Vec<&'a Case> {
    if audit.kind.is_external() {
        return source.cases().filter(|case| source.ground.is_finding_of(case, audit)).collect();
    }
    cases_of(source.book(), audit.id).filter(|case| counts(case)).collect()
}

/// Surveys, complaints and motions of the period.
pub fn customers(source: &Source<'_>) -> Vec<Row> {
    let mut surveys: Vec<&Survey> = all::<Survey>(source.book())
        .map(|(survey, _)| survey)
        .filter(|survey| source.inside(Some(survey.held_on)))
        .collect();
    surveys.sort_by_key(|survey| (survey.held_on, survey.id));
    let mut rows: Vec<Row> = surveys.into_iter().map(|survey| survey_row(source, survey)).collect();
    let complaints: Vec<&Complaint> = all::<Complaint>(source.book())
        .map(|(complaint, _)| complaint)
        .filter(|complaint| source.inside(Some(complaint.received_on)))
        .collect();
    let of_kind = |kind| complaints.iter().filter(|it| it.kind == kind).count();
    rows.push(Row::of(RowLabel::Complaints, Value::Count(count(of_kind(ComplaintKind::Complaint)))));
    rows.push(Row::of(RowLabel::Motions, Value::Count(count(of_kind(ComplaintKind::Motion)))));
    let found: Vec<_> = complaints.iter().filter(|it| it.kind == ComplaintKind::Complaint).collect();
    let settled = found.iter().filter_map(|it| it.justified);
    let justified = found.iter().filter(|it| it.justified.is_some_and(|found| found.calls_for_action()));
    let share = Value::Share { count: count(justified.clone().count()), of: count(settled.count()) };
    let led_to = justified.filter_map(|it| it.case).filter_map(|id| source.book().case(id));
    rows.push(Row::of(RowLabel::ComplaintsJustified, share).cases(led_to.map(|(case, _)| case)));
    let late = complaints.iter().filter(|it| it.is_late(source.to)).count();
    rows.push(Row::of(RowLabel::ComplaintsLate, Value::Count(count(late))));
    let waiting = all::<Complaint>(source.book()).map(|(it, _)| it);
    let waiting = waiting
        .filter(|it| it.received_on <= source.to)
        .filter(|it| it.answered_on.is_none_or(|on| on > source.to));
    rows.push(Row::of(RowLabel::ComplaintsWaiting, Value::Count(count(waiting.count()))));
    let customers = [From::Complaint, From::Motion, From::Survey];
    let caused = source.registered().filter(|case| case.source.is_some_and(|from| customers.contains(&from)));
    rows.push(Row::counted(RowLabel::CustomerCases, caused));
    rows
}

fn survey_row(source: &Source<'_>, survey: &Survey) -> Row {
    let (scale, target) = (survey.scale, survey.target);
    let value = survey.score.map_or(Value::Nothing, |score| Value::Score { score, scale, target });
    let cases = survey.cases.iter().filter_map(|id| source.book().case(*id)).map(|(case, _)| case);
    let row = Row::of(RowLabel::Survey, value).name(&survey.name).on(survey.held_on);
    row.cases(cases).subject(Subject::Survey(survey.id))
}

/// Objectives of the years of the period by process, and services that were not as they should be.
pub fn processes(source: &Source<'_>) -> Vec<Row> {
    let years = source.from.year()..=source.to.year();
    let mut objectives: Vec<&Objective> = all::<Objective>(source.book())
        .map(|(objective, _)| objective)
        .filter(|objective| years.contains(&objective.year))
        .collect();
    objectives.sort_by_key(|objective| (objective.year, objective.id));
    let mut by_process: BTreeMap<(String, Option<ProcessId>), (u32, u32)> = BTreeMap::new();
    for objective in objectives.iter().filter(|objective| objective.met.is_some()) {
        let key = (process_name(source, objective.process), objective.process);
        let (met, of) = by_process.entry(key).or_default();
        *met += u32::from(objective.met == Some(true));
        *of += 1;
    }
    let mut rows: Vec<Row> = by_process
        .into_iter()
        .map(|((name, _), (met, of))| {
            Row::of(RowLabel::ObjectivesMet, Value::Share { count: met, of }).name(&name)
        })
        .collect();
    rows.extend(objectives.iter().filter(|it| it.met == Some(false)).map(|it| missed(source, it)));
    let undecided = objectives.iter().filter(|objective| objective.met.is_none()).count();
    rows.push(Row::of(RowLabel::ObjectivesUndecided, Value::Count(count(undecided))));
    let caused = |from| source.registered().filter(move |case| case.source == Some(from));
    rows.push(Row::counted(RowLabel::NonconformingServices, caused(From::NcService)));
    rows.push(Row::counted(RowLabel::ProcessCases, caused(From::Process)));
    rows
}

fn missed(source: &Source<'_>, objective: &Objective) -> Row {
    let (result, target) = (objective.result.clone(), objective.target.clone());
    let case = objective.case.and_then(|id| source.book().case(id)).map(|(case, _)| case);
    let row = Row::of(RowLabel::ObjectiveMissed, Value::Reached { result, target }).name(&objective.text);
    row.cases(case).subject(Subject::Objective(objective.id))
}

/// Symbol and name; empty for what belongs to the whole office.
fn process_name(source: &Source<'_>, process: Option<ProcessId>) -> String {
    let found = process.and_then(|id| source.book().process(id)).map(|(process, _)| process);
    found.map(|process| format!("{} {}", process.code, process.name).trim().to_string()).unwrap_or_default()
}
