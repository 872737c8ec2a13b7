//! What customers say: complaints, motions, surveys, services that had to be done again.

use chrono::NaiveDate;

use super::super::{Ground, Outcome, Reason, Subject, Why};
use super::{Found, blank, not_applicable, worst};
use crate::domain::case::Source;
use crate::domain::complaint::{Complaint, Justified};
use crate::domain::confirmation::CheckResult::{self, Fail, Ok, Warning};
use crate::domain::shelf::all;
use crate::domain::survey::Survey;

/// The complaints and motions that had come in by the day, as they stood on it.
fn received(ground: &Ground<'_>) -> Vec<Complaint> {
    let by_then = |on: Option<NaiveDate>| on.filter(|on| *on <= ground.today);
    let complaints = all::<Complaint>(ground.book).map(|(complaint, _)| complaint);
    let mut received: Vec<Complaint> = complaints
        .filter(|complaint| complaint.received_on <= ground.today)
        .map(|complaint| Complaint {
            answered_on: by_then(complaint.answered_on),
            notice_on: by_then(complaint.notice_on),
            ..complaint.clone()
        })
        .collect();
    received.sort_by_key(|complaint| (complaint.received_on, complaint.id));
    received
}

fn told(why: Why, complaints: &[&Complaint]) -> Reason {
    let subjects = complaints.iter().map(|complaint| Subject::Complaint(complaint.id));
    Reason::of(why).count(complaints.len()).subjects(subjects)
}

fn of_complaints(result: CheckResult, why: Why, complaints: &[&Complaint]) -> Option<Found> {
    (!complaints.is_empty()).then(|| (result, told(why, complaints)))
}

/// Every justified complaint led to a case or to a reasoned decision.
pub fn r23(ground: &Ground<'_>) -> Outcome {
    let received = received(ground);
    let justified: Vec<&Complaint> =
        received.iter().filter(|it| it.justified.is_some_and(Justified::calls_for_action)).collect();
    if justified.is_empty() {
        return not_applicable(Why::NoJustifiedComplaints);
    }
    let left = |it: &&Complaint| !ground.has_case(it.case) && blank(&it.no_case_reason);
    let open: Vec<&Complaint> = justified.iter().copied().filter(left).collect();
    worst([of_complaints(Fail, Why::ComplaintsWithoutCase, &open)], || {
        let cases = ground.cases_at(justified.iter().filter_map(|complaint| complaint.case));
        Outcome::of(Ok, told(Why::ComplaintsHandled, &justified).cases(cases))
    })
}

/// Complaints and motions were answered within the statutory month; a delay that was told and kept is worth a word.
pub fn r24(ground: &Ground<'_>) -> Outcome {
    let received = received(ground);
    let asked: Vec<&Complaint> = received
        .iter()
        .filter(|it| it.answered_on.is_none() || ground.in_period(Some(it.received_on)))
        .collect();
    if asked.is_empty() {
        return not_applicable(Why::NoComplaints);
    }
    let late = asked.iter().copied().filter(|complaint| complaint.is_late(ground.today));
    let (told_of, silent): (Vec<&Complaint>, Vec<&Complaint>) =
        late.partition(|complaint| complaint.delay_was_told(ground.today));
    let found = [
        of_complaints(Fail, Why::ComplaintsLate, &silent),
        of_complaints(Warning, Why::ComplaintsDelayed, &told_of),
    ];
    worst(found, || Outcome::of(Ok, told(Why::ComplaintsOnTime, &asked)))
}

/// Customers were asked, and low scores led to actions; people confirm the report.
pub fn r25(ground: &Ground<'_>) -> Outcome {
    let surveys = all::<Survey>(ground.book).map(|(survey, _)| survey);
    let surveys: Vec<&Survey> = surveys.filter(|survey| ground.in_period(Some(survey.held_on))).collect();
    let left = |survey: &&Survey| {
        let acted = survey.cases.iter().any(|case| ground.has_case(Some(*case)));
        survey.is_low() && !acted && blank(&survey.no_case_reason)
    };
    let low: Vec<&Survey> = surveys.iter().copied().filter(left).collect();
    let subjects =
        |surveys: &[&Survey]| surveys.iter().map(|survey| Subject::Survey(survey.id)).collect::<Vec<_>>();
    let found = (!low.is_empty())
        .then(|| (Fail, Reason::of(Why::SurveysLow).count(low.len()).subjects(subjects(&low))));
    worst([found], || {
        let figure = Reason::of(Why::Surveys).cases(ground.of_source(Source::Survey));
        ground.confirmed_by("R25", figure.of_all(surveys.len()).subjects(subjects(&surveys)))
    })
}

/// Wrong services are recorded and handled; people compare with the register of appeals.
pub fn r30(ground: &Ground<'_>) -> Outcome {
    let figure = Reason::of(Why::WrongServices).cases(ground.of_source(Source::NcService));
    ground.confirmed_by("R30", figure)
}
