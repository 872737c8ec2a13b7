//! What the office did: actions, decisions of earlier reviews, changes, improvements, risks.

use super::{Row, RowLabel, Source, Value, count};
use crate::domain::case::{Case, CaseKind, Effect, Grade, Source as From};
use crate::domain::facts::{Late, late, was_overdue};
use crate::domain::monitoring::{closed_on, figures, stood_open};
use crate::domain::readiness::Subject;
use crate::domain::review::{Review, ReviewDecision};
use crate::domain::shelf::all;

/// The state of corrective and preventive actions.
pub fn actions(source: &Source<'_>) -> Vec<Row> {
    let figures = figures(source.book(), source.from, source.to);
    let open = |case: &&Case| stood_open(case, source.to);
    let judged = |effect| {
        let of = move |case: &&Case| case.effectiveness.result == Some(effect);
        source.cases().filter(|case| source.inside(case.effectiveness.on)).filter(of)
    };
    let share = |part, of| Value::Share { count: part, of };
    let mut rows = vec![
        Row::of(RowLabel::Opened, Value::Count(figures.opened)).cases(source.registered()),
        Row::of(RowLabel::Closed, Value::Count(figures.closed))
            .cases(source.cases().filter(|case| source.inside(closed_on(case)))),
        Row::of(RowLabel::Open, Value::Count(figures.open)).cases(source.cases().filter(open)),
        Row::of(RowLabel::Overdue, Value::Count(figures.overdue))
            .cases(source.cases().filter(open).filter(|case| was_overdue(case, closed_on(case), source.to))),
    ];
    rows.extend(figures.mean_days.map(|days| Row::of(RowLabel::MeanDays, Value::Days(days))));
    rows.extend(figures.median_days.map(|days| Row::of(RowLabel::MedianDays, Value::Days(days))));
    if figures.timed > 0 {
        rows.push(Row::of(RowLabel::OnTimeOriginal, share(figures.on_time_original, figures.timed)));
        rows.push(Row::of(RowLabel::OnTimeCurrent, share(figures.on_time_current, figures.timed)));
    }
    let all_judged = figures.effective + figures.ineffective;
    let effective = share(figures.effective, all_judged);
    rows.push(Row::of(RowLabel::Effective, effective).cases(judged(Effect::Effective)));
    let ineffective = Value::Count(figures.ineffective);
    rows.push(Row::of(RowLabel::Ineffective, ineffective).cases(judged(Effect::Ineffective)));
    let reviews_late = source.cases().filter(|case| late(case, source.to).contains(&Late::Review));
    rows.push(Row::counted(RowLabel::ReviewsLate, reviews_late));
    rows
}

/// Every decision of the review held before, and those of reviews before it whose case is still open.
pub fn earlier_reviews(source: &Source<'_>) -> Vec<Row> {
    let mut held: Vec<&Review> = all::<Review>(source.book())
        .map(|(review, _)| review)
        .filter(|review| review.held && review.on < source.to)
        .collect();
    held.sort_by_key(|review| review.on);
    let last = held.last().map(|review| review.id);
    let mut rows = Vec::new();
    for review in held {
        for decision in &review.decisions {
            let case = decision.case.and_then(|id| source.book().case(id)).map(|(case, _)| case);
            if Some(review.id) == last || case.is_some_and(|case| !case.status.is_closed()) {
                rows.push(decided(review, decision, case));
            }
        }
    }
    if rows.is_empty() { vec![Row::of(RowLabel::ToWrite, Value::Nothing)] } else { rows }
}

fn decided(review: &Review, decision: &ReviewDecision, case: Option<&Case>) -> Row {
    let reason = decision.no_case_reason.trim();
    let (label, value) = match case {
        Some(case) => (RowLabel::Decision, Value::Status(case.status)),
        None if reason.is_empty() => (RowLabel::DecisionUnanswered, Value::Nothing),
        None => (RowLabel::DecisionWithoutCase, Value::Text(reason.to_string())),
    };
    let row = Row::of(label, value).name(&decision.text).on(review.on);
    row.cases(case).subject(Subject::Review(review.id))
}

/// The changes that were confirmed for the checklist, and what changes of law led to.
pub fn changes(source: &Source<'_>) -> Vec<Row> {
    let confirmed = source.ground.confirmation("R32");
    let listed = confirmed.filter(|given| !given.note.trim().is_empty()).map(|given| {
        let by = Value::Text(given.by.clone());
        Row::of(RowLabel::ChangesConfirmed, by).name(&given.note).on(given.on)
    });
    let legal = source.registered().filter(|case| case.source == Some(From::Legal));
    vec![
        listed.unwrap_or_else(|| Row::of(RowLabel::ToWrite, Value::Nothing)),
        Row::counted(RowLabel::LegalCases, legal),
    ]
}

/// Observations, opportunities for improvement, suggestions and improvement actions of the period.
pub fn recommendations(source: &Source<'_>) -> Vec<Row> {
    let recommends = |case: &&Case| {
        matches!(case.grade, Some(Grade::Observation | Grade::Ofi))
            || case.source == Some(From::Suggestion)
            || case.kind == CaseKind::Improvement
    };
    let rows: Vec<Row> =
        source.registered().filter(recommends).map(|case| stands(RowLabel::Recommendation, case)).collect();
    if rows.is_empty() { vec![Row::of(RowLabel::Recommendation, Value::Count(0))] } else { rows }
}

/// Preventive actions of the period with what became of them, those still open, and risks updated by reviews of
/// effectiveness.
pub fn risks(source: &Source<'_>) -> Vec<Row> {
    let concerns = |case: &&Case| {
        case.kind == CaseKind::Preventive
            && (source.inside(case.registered_on)
                || source.inside(closed_on(case))
                || stood_open(case, source.to))
    };
    let mut rows: Vec<Row> =
        source.cases().filter(concerns).map(|case| stands(RowLabel::RiskCase, case)).collect();
    if rows.is_empty() {
        rows.push(Row::of(RowLabel::RiskCase, Value::Count(count(0))));
    }
    let updated = source.cases().filter(|case| source.inside(case.effectiveness.on));
    let updated = updated.filter(|case| !case.effectiveness.risks_updated.trim().is_empty());
    rows.extend(updated.map(|case| {
        let words = Value::Text(case.effectiveness.risks_updated.trim().to_string());
        Row::of(RowLabel::RisksUpdated, words).name(&case.title).cases([case])
    }));
    rows
}

fn stands(label: RowLabel, case: &Case) -> Row {
    let row = Row::of(label, Value::Status(case.status)).name(&case.title).cases([case]);
    Row { on: case.registered_on, ..row }
}
