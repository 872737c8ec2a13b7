//! What was done about the findings of external audits: the first thing that a surveillance audit asks for.

use std::cmp::Ordering;

use super::super::{Ground, Outcome, Reason, Subject, Why};
use super::{Found, blank, not_applicable, of_cases, worst};
use crate::domain::audit::Audit;
use crate::domain::case::{Case, CaseStatus, Grade, Source};
use crate::domain::confirmation::CheckResult::{Fail, Ok, Unanswered, Warning};

/// All findings of the previous external audit are in the register.
pub fn r01(ground: &Ground<'_>) -> Outcome {
    let Some(audit) = ground.previous else {
        return Outcome::of(Unanswered, Reason::of(Why::NoExternalAudit));
    };
    let found: Vec<&Case> = ground.findings().collect();
    let reason = |why| {
        let subject = [Subject::Audit(audit.id)];
        Reason::of(why).cases(found.iter().copied()).subjects(subject)
    };
    let Some(stated) = audit.findings_in_report else {
        return Outcome::of(Unanswered, reason(Why::FindingsNotCounted));
    };
    let stated = usize::try_from(stated).unwrap_or(usize::MAX);
    let (result, why) = match found.len().cmp(&stated) {
        Ordering::Equal => (Ok, Why::FindingsRegistered),
        Ordering::Less => (Fail, Why::FindingsMissing),
        Ordering::Greater => (Warning, Why::FindingsBeyondReport),
    };
    Outcome::of(result, reason(why).of_all(stated))
}

/// The nonconformities that an auditor of the certification body graded.
fn graded<'a>(ground: &Ground<'a>, grades: &'static [Grade]) -> impl Iterator<Item = &'a Case> {
    ground.standing().filter(move |case| {
        case.source == Some(Source::ExtAudit) && case.grade.is_some_and(|grade| grades.contains(&grade))
    })
}

/// Every nonconformity of the previous external audit, and every one still open, has correction, cause and action.
pub fn r02(ground: &Ground<'_>) -> Outcome {
    let of_previous = |case: &Case| ground.previous.is_some_and(|audit| ground.is_finding_of(case, audit));
    let asked: Vec<&Case> = graded(ground, &[Grade::Major, Grade::Minor])
        .filter(|case| of_previous(case) || !case.status.is_closed())
        .collect();
    let lacking = |lacks: fn(&Case) -> bool| -> Vec<&Case> {
        asked.iter().copied().filter(|case| lacks(case)).collect()
    };
    let found = [
        of_cases(Fail, Why::CorrectionMissing, &lacking(|case| blank(&case.correction.what))),
        of_cases(Fail, Why::CauseMissing, &lacking(|case| blank(&case.cause.root))),
        of_cases(Fail, Why::ActionMissing, &lacking(|case| !acts(case))),
    ];
    worst(found, || described(&asked, Why::NoExternalNonconformities, Why::NonconformitiesDescribed))
}

fn acts(case: &Case) -> bool {
    case.actions.iter().any(|action| action.cancelled_reason.is_none())
}

/// In order, with what was counted; nothing to ask about where that is nothing.
fn described(asked: &[&Case], none: Why, all: Why) -> Outcome {
    if asked.is_empty() {
        return not_applicable(none);
    }
    Outcome::of(Ok, Reason::of(all).cases(asked.iter().copied()))
}

/// Every external major nonconformity is closed, and the certification body accepted it.
pub fn r03(ground: &Ground<'_>) -> Outcome {
    let majors: Vec<&Case> = graded(ground, &[Grade::Major]).collect();
    let (closed, open): (Vec<&Case>, Vec<&Case>) = majors.iter().partition(|case| case.status.is_closed());
    let accepted =
        |case: &Case| ground.has_come(case.external.as_ref().and_then(|external| external.accepted_on));
    let unaccepted: Vec<&Case> = closed.into_iter().filter(|case| !accepted(case)).collect();
    let found = [of_cases(Fail, Why::MajorsOpen, &open), of_cases(Fail, Why::MajorsNotAccepted, &unaccepted)];
    worst(found, || described(&majors, Why::NoExternalMajors, Why::MajorsAccepted))
}

/// Every external minor nonconformity was judged effective, or goes on in another case.
pub fn r04(ground: &Ground<'_>) -> Outcome {
    let minors: Vec<&Case> =
        graded(ground, &[Grade::Minor]).filter(|case| case.status != CaseStatus::ClosedImported).collect();
    let helped = |case: &Case| case.status == CaseStatus::ClosedEffective || ground.follow_up(case).is_some();
    let open: Vec<&Case> = minors.iter().copied().filter(|case| !helped(case)).collect();
    worst([of_cases(Fail, Why::MinorsNotEffective, &open)], || {
        described(&minors, Why::NoExternalMinors, Why::MinorsEffective)
    })
}

/// Answers to the certification body were sent on time, with evidence.
pub fn r05(ground: &Ground<'_>) -> Outcome {
    let Some(audit) = ground.previous else { return not_applicable(Why::NoAnswerOwed) };
    let owed: Vec<&Case> = ground.findings().filter(|case| owes_answer(case)).collect();
    let stands: Vec<(Why, &Case)> =
        owed.iter().map(|case| (answer_stands(ground, case, audit), *case)).collect();
    let of = |result, why| -> Option<Found> {
        let cases: Vec<&Case> = stands.iter().filter(|(own, _)| *own == why).map(|(_, case)| *case).collect();
        let earliest = cases.iter().filter_map(|case| answer_dates(case, audit).0).min();
        let (result, reason) = of_cases(result, why, &cases)?;
        Some((result, earliest.map_or(reason.clone(), |on| reason.on(on))))
    };
    let found = [
        of(Fail, Why::AnswersOverdue),
        of(Fail, Why::AnswersNotSent),
        of(Fail, Why::AnswersLate),
        of(Fail, Why::AnswersUnproven),
        of(Warning, Why::AnswersAwaited),
        of(Warning, Why::AnswersWithoutDueDate),
    ];
    worst(found, || described(&owed, Why::NoAnswerOwed, Why::AnswersOnTime))
}

fn owes_answer(case: &Case) -> bool {
    let nonconforming = case.grade.is_some_and(|grade| matches!(grade, Grade::Major | Grade::Minor));
    nonconforming || case.external.as_ref().is_some_and(|external| external.answer_due_on.is_some())
}

type Day = Option<chrono::NaiveDate>;

/// When the answer was due and when it was sent: by the case, else for all findings of the audit together.
fn answer_dates(case: &Case, audit: &Audit) -> (Day, Day) {
    let own = case.external.as_ref().map(|external| (external.answer_due_on, external.answer_sent_on));
    match own {
        Some((None, None)) | None => (audit.answer_due_on, audit.answer_sent_on),
        Some(dates) => dates,
    }
}

fn answer_stands(ground: &Ground<'_>, case: &Case, audit: &Audit) -> Why {
    let (due, sent) = answer_dates(case, audit);
    let sent = sent.filter(|on| *on <= ground.today);
    let proven = case.actions.iter().any(|action| action.standing_evidence().next().is_some());
    match (sent, due) {
        (Some(sent), Some(due)) if sent > due => Why::AnswersLate,
        (Some(_), _) if !proven => Why::AnswersUnproven,
        (Some(_), Some(_)) => Why::AnswersOnTime,
        (Some(_), None) => Why::AnswersWithoutDueDate,
        (None, Some(due)) if due < ground.today => Why::AnswersOverdue,
        (None, Some(_)) => Why::AnswersAwaited,
        (None, None) => Why::AnswersNotSent,
    }
}

/// Each observation and opportunity for improvement of the last report has a decision with its reason.
pub fn r06(ground: &Ground<'_>) -> Outcome {
    let asked: Vec<&Case> = ground
        .findings()
        .filter(|case| case.grade.is_some_and(|grade| matches!(grade, Grade::Observation | Grade::Ofi)))
        .collect();
    let of = |result, why| {
        let cases: Vec<&Case> = asked.iter().copied().filter(|case| decision(case) == why).collect();
        of_cases(result, why, &cases)
    };
    let found = [of(Fail, Why::ObservationsUndecided), of(Fail, Why::ObservationsUnreasoned)];
    worst(found, || described(&asked, Why::NoObservations, Why::ObservationsDecided))
}

/// To act is decided by an approved plan, not to act by its own record.
fn decision(case: &Case) -> Why {
    let reasoned = match &case.no_action {
        Some(decided) => !blank(&decided.reason),
        None if acts(case) && (case.plan_approval.is_some() || was_begun(case.status)) => {
            [&case.expected_effect, &case.cause.root, &case.cause.analysis].iter().any(|text| !blank(text))
        }
        None => return Why::ObservationsUndecided,
    };
    if reasoned { Why::ObservationsDecided } else { Why::ObservationsUnreasoned }
}

fn was_begun(status: CaseStatus) -> bool {
    match status {
        CaseStatus::InProgress
        | CaseStatus::Implemented
        | CaseStatus::Effectiveness
        | CaseStatus::ClosedEffective
        | CaseStatus::ClosedIneffective
        | CaseStatus::ClosedImported => true,
        CaseStatus::Draft
        | CaseStatus::Registered
        | CaseStatus::Analysis
        | CaseStatus::PlanPending
        | CaseStatus::ClosedNoAction
        | CaseStatus::Cancelled => false,
    }
}
