//! Management reviews.

use super::super::{Ground, Outcome, Reason, Subject, Why};
use super::worst;
use crate::domain::case::Source;
use crate::domain::confirmation::CheckResult::{Fail, Ok};
use crate::domain::review::{Review, ReviewDecision};
use crate::domain::shelf::all;

fn held<'a>(ground: &Ground<'a>) -> impl Iterator<Item = &'a Review> {
    let reviews = all::<Review>(ground.book).map(|(review, _)| review);
    reviews.filter(|review| review.held && review.on <= ground.today)
}

fn subjects<'a>(reviews: impl IntoIterator<Item = &'a Review>) -> Vec<Subject> {
    reviews.into_iter().map(|review| Subject::Review(review.id)).collect()
}

/// A management review was held in the last twelve months. Where none is recorded, people confirm it.
pub fn r21(ground: &Ground<'_>) -> Outcome {
    let Some(last) = held(ground).max_by_key(|review| (review.on, review.id)) else {
        return ground.confirmed_by("R21", Reason::of(Why::NoReview));
    };
    let (result, why) =
        if last.on >= ground.year_ago() { (Ok, Why::ReviewHeld) } else { (Fail, Why::ReviewTooOld) };
    Outcome::of(result, Reason::of(why).on(last.on).subjects(subjects([last])))
}

/// The state of actions was looked at, and the decisions are in the register; people compare with the minutes.
pub fn r22(ground: &Ground<'_>) -> Outcome {
    let reviews: Vec<&Review> = held(ground).filter(|review| ground.in_period(Some(review.on))).collect();
    let blind: Vec<&Review> = reviews.iter().copied().filter(|review| !review.looked_at_actions()).collect();
    let left = |review: &Review| review.decisions.iter().filter(|it| is_left(ground, it)).count();
    let dropped: Vec<&Review> = reviews.iter().copied().filter(|review| left(review) > 0).collect();
    let of = |why, count: usize, reviews: &[&Review]| {
        let reason = Reason::of(why).count(count).subjects(subjects(reviews.iter().copied()));
        (!reviews.is_empty()).then_some((Fail, reason))
    };
    let found = [
        of(Why::ReviewWithoutActions, blind.len(), &blind),
        of(Why::ReviewDecisionsOpen, dropped.iter().map(|review| left(review)).sum(), &dropped),
    ];
    worst(found, || {
        let decisions = reviews.iter().map(|review| review.decisions.len()).sum();
        let figure = Reason::of(Why::ReviewDecisions).cases(ground.of_source(Source::MgmtReview));
        ground.confirmed_by("R22", figure.of_all(decisions).subjects(subjects(reviews.iter().copied())))
    })
}

fn is_left(ground: &Ground<'_>, decision: &ReviewDecision) -> bool {
    !ground.has_case(decision.case) && super::blank(&decision.no_case_reason)
}
