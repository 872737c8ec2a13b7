//! Internal audits: programme, findings, auditors.

use std::collections::BTreeSet;

use chrono::{Datelike, Days};

use super::super::{Ground, Outcome, Reason, Subject, Why};
use super::actions::overdue_since;
use super::{Found, not_applicable, of_cases, worst};
use crate::domain::audit::{Answer, Audit, TeamMember};
use crate::domain::audits::own_unit;
use crate::domain::audits::planning::is_competent;
use crate::domain::case::{Case, CaseStatus, Source};
use crate::domain::confirmation::CheckResult::{Fail, Ok, Warning};
use crate::domain::ids::{CaseId, PostId, ProcessId};
use crate::domain::office::Process;
use crate::domain::programme::AuditProgramme;
use crate::domain::shelf::all;

fn subjects<'a>(audits: impl IntoIterator<Item = &'a Audit>) -> Vec<Subject> {
    audits.into_iter().map(|audit| Subject::Audit(audit.id)).collect()
}

/// Every process was audited within a year, by an approved programme. Where no internal audit is recorded with its
/// processes, people confirm it.
pub fn r18(ground: &Ground<'_>) -> Outcome {
    let audits: Vec<&Audit> = ground.internal_audits().filter(|audit| !audit.processes.is_empty()).collect();
    let processes = ground.processes();
    if audits.is_empty() || processes.is_empty() {
        return ground.confirmed_by("R18", Reason::of(Why::NoInternalAudits));
    }
    let recent: Vec<&Audit> =
        audits.iter().copied().filter(|audit| audit.ends_on > ground.year_ago()).collect();
    let audited = |process: &Process| recent.iter().any(|audit| audit.processes.contains(&process.id));
    let open: Vec<&Process> = processes.iter().copied().filter(|process| !audited(process)).collect();
    let not_audited = (!open.is_empty()).then(|| {
        let reason = Reason::of(Why::ProcessesNotAudited).count(open.len()).of_all(processes.len());
        (Fail, reason.names(open.iter().map(|process| symbol(process))).subjects(subjects(audits.clone())))
    });
    worst([not_audited, not_approved(ground, &recent)], || {
        let reason = Reason::of(Why::ProcessesAudited).count(processes.len()).of_all(processes.len());
        Outcome::of(Ok, reason.subjects(subjects(recent.clone())))
    })
}

/// How a process is called in short.
pub(super) fn symbol(process: &Process) -> String {
    if process.code.trim().is_empty() { process.name.clone() } else { process.code.clone() }
}

/// The years of these audits whose programme nobody approved.
fn not_approved(ground: &Ground<'_>, audits: &[&Audit]) -> Option<Found> {
    let approved: BTreeSet<i32> = all::<AuditProgramme>(ground.book)
        .map(|(programme, _)| programme)
        .filter(|programme| ground.has_come(programme.approval.as_ref().map(|approval| approval.on)))
        .map(|programme| programme.year)
        .collect();
    let open = audits.iter().filter(|audit| !approved.contains(&audit.ends_on.year()));
    let open: Vec<&Audit> = open.copied().collect();
    let years: BTreeSet<i32> = open.iter().map(|audit| audit.ends_on.year()).collect();
    (!years.is_empty()).then(|| {
        let reason = Reason::of(Why::ProgrammeNotApproved).count(years.len());
        (Warning, reason.names(years.iter().map(i32::to_string)).subjects(subjects(open)))
    })
}

/// Days after which a finding without a plan is no longer handled on time.
const UNPLANNED_DAYS: u64 = 30;

/// Findings of internal audits have cases and are handled on time.
pub fn r19(ground: &Ground<'_>) -> Outcome {
    let cases: Vec<&Case> = ground.standing().filter(|case| case.source == Some(Source::IntAudit)).collect();
    let audits: Vec<&Audit> = ground.internal_audits().collect();
    if cases.is_empty() && audits.is_empty() {
        return not_applicable(Why::NoInternalFindings);
    }
    let overdue = cases.iter().copied().filter(|case| case.is_overdue(ground.today));
    let unplanned: Vec<&Case> = cases.iter().copied().filter(|case| is_unplanned(ground, case)).collect();
    let found = [
        overdue_since(Why::InternalOverdue, overdue),
        of_cases(Fail, Why::InternalUnplanned, &unplanned),
        findings_missing(ground),
        findings_unraised(ground, &audits),
    ];
    worst(found, || {
        let reason = Reason::of(Why::InternalHandled).cases(cases.iter().copied());
        Outcome::of(Ok, reason.subjects(subjects(ground.internal_audits_of_period())))
    })
}

fn is_unplanned(ground: &Ground<'_>, case: &Case) -> bool {
    let waits = matches!(case.status, CaseStatus::Registered | CaseStatus::Analysis);
    let limit = case.registered_on.and_then(|on| on.checked_add_days(Days::new(UNPLANNED_DAYS)));
    let planned = case.actions.iter().any(|action| action.cancelled_reason.is_none());
    waits && !planned && limit.is_some_and(|limit| limit < ground.today)
}

/// Audits of the period whose report states more findings than the register holds.
fn findings_missing(ground: &Ground<'_>) -> Option<Found> {
    let counts = ground.internal_audits_of_period().filter_map(|audit| {
        let stated = usize::try_from(audit.findings_in_report?).unwrap_or(usize::MAX);
        let cases = cases_of(ground, audit);
        (cases.len() < stated).then_some((audit, cases, stated))
    });
    let short: Vec<(&Audit, Vec<&Case>, usize)> = counts.collect();
    let registered = short.iter().map(|(_, cases, _)| cases.len()).sum();
    let stated = short.iter().map(|(_, _, stated)| stated).sum();
    (!short.is_empty()).then(|| {
        let reason = Reason::of(Why::InternalFindingsMissing).count(registered).of_all(stated);
        (Fail, reason.subjects(subjects(short.iter().map(|(audit, _, _)| *audit))))
    })
}

/// The cases that name an audit as theirs, or that its questions became.
fn cases_of<'a>(ground: &Ground<'a>, audit: &Audit) -> Vec<&'a Case> {
    let raised: Vec<CaseId> = audit.questions.iter().filter_map(|question| question.case).collect();
    let names = |case: &Case| case.external.as_ref().and_then(|external| external.audit) == Some(audit.id);
    ground.standing().filter(|case| names(case) || raised.contains(&case.id)).collect()
}

/// Nonconforming answers that became no case.
fn findings_unraised(ground: &Ground<'_>, audits: &[&Audit]) -> Option<Found> {
    let unraised = |audit: &Audit| {
        let questions = audit.questions.iter().filter(|it| it.answer == Answer::Nonconforming);
        questions.filter(|question| !ground.has_case(question.case)).count()
    };
    let open: Vec<&Audit> = audits.iter().copied().filter(|audit| unraised(audit) > 0).collect();
    let count = open.iter().map(|audit| unraised(audit)).sum();
    (!open.is_empty())
        .then(|| (Fail, Reason::of(Why::InternalFindingsUnraised).count(count).subjects(subjects(open))))
}

/// Internal auditors are trained and appointed, and did not audit their own unit. The data can only disprove it.
pub fn r20(ground: &Ground<'_>) -> Outcome {
    let audits: Vec<&Audit> = ground.internal_audits_of_period().collect();
    let unproven = competence_not_shown(ground, &audits);
    if let Some(own) = audited_own_unit(ground, &audits) {
        return worst([Some((Fail, own)), unproven.map(|reason| (Warning, reason))], || {
            ground.confirmed("R20")
        });
    }
    let (result, answer) = ground.answer("R20");
    let result = if result == Ok && unproven.is_some() { Warning } else { result };
    let held = (!audits.is_empty())
        .then(|| Reason::of(Why::InternalAuditsHeld).count(audits.len()).subjects(subjects(audits.clone())));
    Outcome { result, reasons: [Some(answer), unproven, held].into_iter().flatten().collect() }
}

fn audited_own_unit(ground: &Ground<'_>, audits: &[&Audit]) -> Option<Reason> {
    let own = |audit: &Audit| own_units(ground, audit);
    let open: Vec<&Audit> = audits.iter().copied().filter(|audit| !own(audit).is_empty()).collect();
    let names = open.iter().flat_map(|audit| own(audit)).map(|(process, post)| {
        let process = ground.book.process(process).map(|(process, _)| symbol(process)).unwrap_or_default();
        format!("{} – {process}", post_name(ground, post))
    });
    (!open.is_empty()).then(|| {
        let reason = Reason::of(Why::AuditedOwnUnit).count(open.len()).names(once_each(names));
        reason.subjects(subjects(open.iter().copied()))
    })
}

/// Every member of the team who audited the own unit, with the first process of it.
fn own_units(ground: &Ground<'_>, audit: &Audit) -> Vec<(ProcessId, PostId)> {
    let alone = |member: &TeamMember| {
        own_unit(ground.book, audit.kind, &audit.processes, std::slice::from_ref(member))
    };
    audit.team.iter().filter_map(alone).collect()
}

fn competence_not_shown(ground: &Ground<'_>, audits: &[&Audit]) -> Option<Reason> {
    let lacks = |audit: &Audit, member: &TeamMember| !is_competent(ground.book, member.post, audit.starts_on);
    let open = audits.iter().filter(|audit| audit.team.iter().any(|member| lacks(audit, member)));
    let open: Vec<&Audit> = open.copied().collect();
    let names = open.iter().flat_map(|audit| {
        let team = audit.team.iter().filter(move |member| lacks(audit, member));
        team.map(|member| post_name(ground, member.post))
    });
    let names = once_each(names);
    (!names.is_empty()).then(|| {
        let reason = Reason::of(Why::CompetenceNotShown).count(names.len()).names(names);
        reason.subjects(subjects(open.iter().copied()))
    })
}

fn post_name(ground: &Ground<'_>, post: PostId) -> String {
    ground.book.post(post).map(|(post, _)| post.name.clone()).unwrap_or_default()
}

fn once_each(names: impl Iterator<Item = String>) -> Vec<String> {
    let names: BTreeSet<String> = names.collect();
    names.into_iter().collect()
}
