//! The readiness checklist before a surveillance audit: 34 checks of the field and those of the office, each a small
//! pure function over the book and a day (ISO/IEC 17021-1 9.6.2.2 a-h).

pub mod catalogue;
pub mod checks;
pub mod confirming;
pub mod ground;
pub mod reason;
pub mod runs;

use std::collections::{BTreeMap, BTreeSet};

pub use catalogue::{CATALOGUE, Check, Mode};
pub use ground::Ground;
pub use reason::{Mend, Reason, Subject, Why};

use super::book::Book;
use super::case::Case;
use super::confirmation::{CheckResult, Confirmation, OwnCheck, Verdict};
use super::ids::CaseId;
use super::shelf::all;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The result.
    pub result: CheckResult,
    /// Why, in the order of weight; at least one.
    pub reasons: Vec<Reason>,
}

impl Outcome {
    /// A result with one reason.
    pub fn of(result: CheckResult, reason: Reason) -> Self {
        Self { result, reasons: vec![reason] }
    }
}

/// A check with its outcome and what somebody confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<'a> {
    /// `R01`..`R34`, or the code of an own check.
    pub id: String,
    /// Letter of 9.6.2.2; none for those that no letter asks for.
    pub letter: Option<char>,
    /// How it is answered.
    pub mode: Mode,
    /// Whether the office is not ready while it fails or nobody answered.
    pub blocking: bool,
    /// The office's own check; none for those of the field.
    pub own: Option<&'a OwnCheck>,
    /// What it found.
    pub outcome: Outcome,
    /// The confirmation in force.
    pub confirmation: Option<&'a Confirmation>,
}

impl Checked<'_> {
    /// The cases behind the result, each once.
    pub fn cases(&self) -> Vec<CaseId> {
        let mut seen = BTreeSet::new();
        let all = self.outcome.reasons.iter().flat_map(|reason| &reason.cases);
        all.copied().filter(|case| seen.insert(*case)).collect()
    }

    /// Whether an answer of people changes or explains the result as it stands: what follows from recorded data is put
    /// right there.
    pub fn asks_people(&self) -> bool {
        let wanted = self.outcome.reasons.iter().any(|reason| reason.why.mend() == Mend::Confirm);
        let wrong = matches!(self.outcome.result, CheckResult::Fail | CheckResult::Warning);
        self.mode == Mode::Manual
            || wanted
            || self.confirmation.is_some()
            || (wrong && confirming::is_explained(&self.id))
    }

    /// How much it weighs on the verdict: the lower, the more pressing. None when nothing is to be done.
    pub fn rank(&self) -> Option<u8> {
        match (self.blocking, self.outcome.result) {
            (_, CheckResult::Ok | CheckResult::NotApplicable) => None,
            (true, CheckResult::Fail) => Some(0),
            (true, CheckResult::Unanswered) => Some(1),
            (false, CheckResult::Fail) => Some(2),
            (_, CheckResult::Warning) => Some(3),
            (false, CheckResult::Unanswered) => Some(4),
        }
    }
}

/// The answered checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness<'a> {
    /// The overall answer.
    pub verdict: Verdict,
    /// The score, 0..=100.
    pub score: u32,
    /// Every check in order: those of the field, then the office's own.
    pub checks: Vec<Checked<'a>>,
}

/// Answers the checklist on the day of the ground.
pub fn evaluate<'a>(ground: &Ground<'a>) -> Readiness<'a> {
    let mut checks: Vec<Checked<'a>> = CATALOGUE
        .iter()
        .map(|check| Checked {
            id: check.id.to_string(),
            letter: check.letter,
            mode: check.mode,
            blocking: check.blocking,
            own: None,
            outcome: (check.rule)(ground),
            confirmation: ground.confirmation(check.id),
        })
        .collect();
    checks.extend(own_checks(ground.book).into_iter().map(|own| own_checked(own, ground)));
    let verdict = verdict(&checks);
    let score = score(&checks, verdict, findings_open(ground));
    Readiness { verdict, score, checks }
}

/// The office's own checks that are still asked, in order of their codes.
pub fn own_checks(book: &dyn Book) -> Vec<&OwnCheck> {
    let asked = all::<OwnCheck>(book).map(|(own, _)| own).filter(|own| !own.retired);
    let by_code: BTreeMap<&str, &OwnCheck> = asked.map(|own| (own.code.as_str(), own)).collect();
    by_code.into_values().collect()
}

fn own_checked<'a>(own: &'a OwnCheck, ground: &Ground<'a>) -> Checked<'a> {
    Checked {
        id: own.code.clone(),
        letter: own.letter.chars().next(),
        mode: Mode::Manual,
        blocking: own.blocking,
        own: Some(own),
        outcome: ground.confirmed(&own.code),
        confirmation: ground.confirmation(&own.code),
    }
}

/// Not ready while a blocking check fails or nobody answered it; with remarks while any other does, or one warns.
fn verdict(checks: &[Checked<'_>]) -> Verdict {
    let worst = checks.iter().filter_map(Checked::rank).min();
    match worst {
        None => Verdict::Ready,
        Some(0 | 1) => Verdict::NotReady,
        Some(_) => Verdict::ReadyWithRemarks,
    }
}

/// A score from here on reads as ready.
pub const READY_SCORE: u32 = 90;

/// The share of checks in order, a warning counted by half, those that do not apply left out. While the verdict is
/// "not ready", or a finding of the last external audit is open, it stays below [`READY_SCORE`].
fn score(checks: &[Checked<'_>], verdict: Verdict, findings_open: bool) -> u32 {
    let (mut got, mut most) = (0_u32, 0_u32);
    for check in checks {
        match check.outcome.result {
            CheckResult::Ok => got += 2,
            CheckResult::Warning => got += 1,
            CheckResult::Fail | CheckResult::Unanswered => {}
            CheckResult::NotApplicable => continue,
        }
        most += 2;
    }
    let score = (got * 100).checked_div(most).unwrap_or(0);
    if verdict == Verdict::NotReady || findings_open { score.min(READY_SCORE - 1) } else { score }
}

fn findings_open(ground: &Ground<'_>) -> bool {
    ground.findings().any(|case: &Case| !case.status.is_closed())
}

/// What to do first: the checks that are not in order, the most pressing first.
pub fn first_things<'r, 'a>(readiness: &'r Readiness<'a>) -> Vec<&'r Checked<'a>> {
    let mut open: Vec<(u8, &Checked<'a>)> =
        readiness.checks.iter().filter_map(|check| Some((check.rank()?, check))).collect();
    open.sort_by_key(|(rank, check)| (*rank, check.id.clone()));
    open.into_iter().map(|(_, check)| check).collect()
}
