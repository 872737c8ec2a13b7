//! A run of the checklist is kept with its audit, signed, and compared with another.

use super::{Checked, Ground, evaluate};
use crate::domain::acting::{Acting, May, Task, may_as, permit, sign_off};
use crate::domain::book::Book;
use crate::domain::case::Decision;
use crate::domain::change::{Change, ChangeSet, Moment};
use crate::domain::confirmation::{CheckResult, KeptResult, ReadinessRun};
use crate::domain::ids::{ReadinessRunId, fresh};
use crate::domain::person::Role;
use crate::domain::rule::{Rule, RuleError};
use crate::domain::shelf::{Shelved, all, find};

/// Keeps the checklist as it stands today.
///
/// # Errors
/// Another role does this.
pub fn keep(book: &dyn Book, moment: &mut Moment<'_>) -> Result<(ReadinessRunId, ChangeSet), RuleError> {
    let acting = permit(book, Task::Confirm, moment)?;
    let ground = Ground::of(book, moment.today);
    let readiness = evaluate(&ground);
    let planned = ground.next.as_ref().and_then(|next| next.audit.as_ref());
    let id = fresh(moment.ids);
    let run = ReadinessRun {
        id,
        audit: planned.map(|audit| audit.id),
        audit_on: planned.map(|audit| audit.starts_on),
        on: moment.today,
        by: acting.name.clone(),
        verdict: readiness.verdict,
        score: readiness.score,
        results: readiness.checks.iter().map(kept).collect(),
        signed_representative: None,
        signed_coordinator: None,
    };
    let change = Change::create(&run.into_record())?;
    Ok((id, ChangeSet::of(moment, "readiness_kept", None, vec![change])))
}

fn kept(checked: &Checked<'_>) -> KeptResult {
    KeptResult {
        check: checked.id.clone(),
        result: checked.outcome.result,
        cases: checked.cases(),
        confirmed_by: checked.confirmation.map(|it| it.by.clone()).unwrap_or_default(),
        note: checked.confirmation.map(|it| it.note.clone()).unwrap_or_default(),
    }
}

/// Signs a kept run, as Representative or as Coordinator.
///
/// # Errors
/// Another role does this; no password where one is asked; signed already in that role; changed meanwhile.
pub fn sign(
    book: &dyn Book,
    id: ReadinessRunId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let acting = sign_off(book, Task::SignRun, moment)?;
    let before = run_at(book, id, revision)?;
    let mut after = before.clone();
    let free = if acting.is(Role::Representative) && after.signed_representative.is_none() {
        &mut after.signed_representative
    } else if acting.is(Role::Coordinator) && after.signed_coordinator.is_none() {
        &mut after.signed_coordinator
    } else {
        return Err(RuleError::refused(Rule::SignedAlready));
    };
    *free = Some(Decision { on: acting.on, by: acting.name.clone(), signer: Some(acting.signer()) });
    let change = Change::replace(&before.clone().into_record(), revision, &after.into_record())?;
    Ok(ChangeSet::of(moment, "readiness_signed", None, vec![change]))
}

/// Whether and how somebody may sign a run: as Representative, as Coordinator.
pub fn may_sign(book: &dyn Book, acting: &Acting, run: &ReadinessRun) -> (May, May) {
    let may = |signed: &Option<Decision>, role| match signed {
        Some(_) => May::No,
        None => may_as(book, acting, &[role]),
    };
    (may(&run.signed_representative, Role::Representative), may(&run.signed_coordinator, Role::Coordinator))
}

/// Takes a run out that nobody signed.
///
/// # Errors
/// Another role does this; signed; changed meanwhile.
pub fn discard(
    book: &dyn Book,
    id: ReadinessRunId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Confirm, moment)?;
    let before = run_at(book, id, revision)?;
    if before.signed_representative.is_some() || before.signed_coordinator.is_some() {
        return Err(RuleError::refused(Rule::RunSigned));
    }
    let change = Change::remove(&before.clone().into_record(), revision)?;
    Ok(ChangeSet::of(moment, "readiness_discarded", None, vec![change]))
}

fn run_at(book: &dyn Book, id: ReadinessRunId, revision: u32) -> Result<&ReadinessRun, RuleError> {
    let (run, stands) =
        find::<ReadinessRun>(book, id).ok_or(RuleError::NotFound { what: "readiness_run" })?;
    if stands == revision { Ok(run) } else { Err(RuleError::Stale { what: "readiness_run" }) }
}

/// All kept runs, the newest first.
pub fn all_runs(book: &dyn Book) -> Vec<(&ReadinessRun, u32)> {
    let mut runs: Vec<_> = all::<ReadinessRun>(book).collect();
    runs.sort_by_key(|(run, _)| std::cmp::Reverse((run.on, run.id)));
    runs
}

/// A check that came out differently than in an earlier run; none where a run did not know the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The check.
    pub check: String,
    /// The result then.
    pub then: Option<CheckResult>,
    /// The result now.
    pub now: Option<CheckResult>,
}

/// What differs between two lists of results.
pub fn differences(then: &[KeptResult], now: &[KeptResult]) -> Vec<Difference> {
    let of = |list: &[KeptResult], check: &str| list.iter().find(|it| it.check == check).map(|it| it.result);
    let mut checks: Vec<&str> = then.iter().chain(now).map(|it| it.check.as_str()).collect();
    checks.sort_unstable();
    checks.dedup();
    let differs = |check: &str| {
        let (then, now) = (of(then, check), of(now, check));
        (then != now).then(|| Difference { check: check.to_string(), then, now })
    };
    checks.into_iter().filter_map(differs).collect()
}

/// The results of a checklist as a run would keep them.
pub fn results(checks: &[Checked<'_>]) -> Vec<KeptResult> {
    checks.iter().map(kept).collect()
}
