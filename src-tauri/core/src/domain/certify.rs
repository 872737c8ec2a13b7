//! The certificate and what happens to it, written into the book.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use super::acting::{Task, permit};
use super::book::{Book, Standing};
use super::certificate::{Certificate, Edition, RuleBase, Suspension, Transfer};
use super::change::{Change, ChangeSet, Moment, Record};
use super::cycle::{RESTORATION_MONTHS, default_valid_until};
use super::draft::check_year;
use super::ids::{CertificateId, fresh};
use super::rule::{Rule, RuleError};

/// A certificate as typed from the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateForm {
    /// Number.
    pub number: String,
    /// Certification body.
    pub body: String,
    /// Edition.
    pub edition: Edition,
    /// The decision.
    pub decided_on: NaiveDate,
    /// Last day of stage 2.
    pub stage2_ended_on: Option<NaiveDate>,
    /// Last day of validity; without it, three years less a day from the decision.
    pub valid_until: Option<NaiveDate>,
    /// What the first surveillance audit counts from.
    pub base: RuleBase,
    /// Tolerance of the certification body, in days.
    pub tolerance_days: u32,
    /// Restored after the one before had ended: its expiry counts from there (ISO/IEC 17021-1:2015, 9.6.3.2.5).
    pub restored: bool,
    /// The certificate that this one corrects; otherwise one of the same decision date, if there is one.
    pub corrects: Option<CertificateId>,
}

/// Records a certificate. One that `corrects` another, or has its decision date, replaces it; any other is a cycle of
/// its own, counted from the last initial certification.
///
/// # Errors
/// Dates that contradict each other or lie outside all years; a certificate to correct that is not there.
pub fn record(
    book: &dyn Book,
    form: CertificateForm,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Certify, moment)?;
    let standing = book.certificates();
    let valid_until = checked_end(&form, &standing)?;
    let corrected = match form.corrects {
        Some(id) => {
            let found = standing.iter().find(|(certificate, _)| certificate.id == id);
            Some(found.ok_or(RuleError::NotFound { what: "certificate" })?)
        }
        None => standing.iter().find(|(certificate, _)| certificate.decided_on == form.decided_on),
    };
    let id = corrected.map_or_else(|| fresh::<CertificateId>(moment.ids), |(same, _)| same.id);
    let mut certificate = Certificate {
        id,
        number: form.number,
        body: form.body,
        edition: form.edition,
        stage2_ended_on: form.stage2_ended_on,
        decided_on: form.decided_on,
        valid_until,
        base: form.base,
        tolerance_days: form.tolerance_days,
        cycle: 1,
        recorded_on: Some(moment.today),
        suspensions: corrected.map(|(same, _)| same.suspensions.clone()).unwrap_or_default(),
        transfers: corrected.map(|(same, _)| same.transfers.clone()).unwrap_or_default(),
        withdrawn_on: corrected.and_then(|(same, _)| same.withdrawn_on),
        restored: form.restored,
    };
    let numbers = counted(&standing, &certificate);
    certificate.cycle = numbers.get(&id).copied().unwrap_or(1);
    let record = Record::Certificate(certificate);
    let mut changes = vec![match corrected {
        Some((same, revision)) => Change::replace(&Record::Certificate((*same).clone()), *revision, &record)?,
        None => Change::create(&record)?,
    }];
    changes.extend(counted_anew(&standing, id, &numbers)?);
    let newest = standing.iter().all(|(other, _)| other.id == id || other.decided_on <= form.decided_on);
    if newest {
        changes.extend(edition_of_office(book, form.edition)?);
    }
    Ok(ChangeSet::of(moment, "certificate_recorded", None, changes))
}

/// The last day of validity that a form without one gets: three years less a day from the decision; after a
/// restoration, three years from the end of the certificate before.
pub fn proposed_end(
    decided_on: NaiveDate,
    restored: bool,
    standing: &[Standing<'_, Certificate>],
) -> Option<NaiveDate> {
    let before = standing.iter().map(|(certificate, _)| *certificate);
    let before = before.filter(|other| other.decided_on < decided_on).max_by_key(|other| other.decided_on);
    match before.filter(|_| restored) {
        Some(before) => before.valid_until.checked_add_months(Months::new(36)),
        None => default_valid_until(decided_on),
    }
}

/// The last day of validity, when the dates of the form agree.
fn checked_end(
    form: &CertificateForm,
    standing: &[Standing<'_, Certificate>],
) -> Result<NaiveDate, RuleError> {
    check_year(form.decided_on)?;
    let default = proposed_end(form.decided_on, form.restored, standing)
        .ok_or(RuleError::refused(Rule::DateOutOfRange))?;
    let valid_until = form.valid_until.unwrap_or(default);
    check_year(valid_until)?;
    if valid_until <= form.decided_on {
        return Err(RuleError::refused(Rule::ValidUntilBeforeDecision));
    }
    match form.stage2_ended_on {
        Some(ended_on) if ended_on > form.decided_on => Err(RuleError::refused(Rule::Stage2AfterDecision)),
        None if form.base == RuleBase::Stage2 => Err(RuleError::refused(Rule::Stage2Missing)),
        Some(_) | None => Ok(valid_until),
    }
}

/// What the count of cycles knows of a certificate.
struct Cycle {
    id: CertificateId,
    decided_on: NaiveDate,
    /// The last day on which a decision still goes on with it: lapsed ones may be restored for six months. Later, and
    /// after a withdrawal, the way back is an initial certification.
    goes_on_until: Option<NaiveDate>,
}

impl Cycle {
    fn of(certificate: &Certificate) -> Self {
        let restorable = certificate.valid_until.checked_add_months(Months::new(RESTORATION_MONTHS));
        let withdrawn = certificate.withdrawn_on.and_then(|on| on.pred_opt());
        let goes_on_until = restorable.into_iter().chain(withdrawn).min();
        Self { id: certificate.id, decided_on: certificate.decided_on, goes_on_until }
    }
}

/// 1 for an initial certification, one more for each decision that went on with the one before it.
fn counted(standing: &[Standing<'_, Certificate>], changed: &Certificate) -> BTreeMap<CertificateId, u32> {
    let others = standing.iter().map(|(other, _)| *other).filter(|other| other.id != changed.id);
    let mut cycles: Vec<Cycle> = others.chain([changed]).map(Cycle::of).collect();
    cycles.sort_by_key(|cycle| (cycle.decided_on, cycle.id));
    let mut numbers = BTreeMap::new();
    let mut before: Option<(Option<NaiveDate>, u32)> = None;
    for cycle in cycles {
        let number = match before {
            Some((until, number)) if until.is_none_or(|until| cycle.decided_on <= until) => {
                number.saturating_add(1)
            }
            Some(_) | None => 1,
        };
        numbers.insert(cycle.id, number);
        before = Some((cycle.goes_on_until, number));
    }
    numbers
}

/// A past cycle that is brought in later moves the cycles after it by one.
fn counted_anew(
    standing: &[Standing<'_, Certificate>],
    changed: CertificateId,
    numbers: &BTreeMap<CertificateId, u32>,
) -> Result<Vec<Change>, RuleError> {
    let mut changes = Vec::new();
    for (other, revision) in standing.iter().filter(|(other, _)| other.id != changed) {
        let cycle = numbers.get(&other.id).copied().unwrap_or(other.cycle);
        if cycle != other.cycle {
            let after = Certificate { cycle, ..(*other).clone() };
            let before = Record::Certificate((*other).clone());
            changes.push(Change::replace(&before, *revision, &Record::Certificate(after))?);
        }
    }
    Ok(changes)
}

/// The office works to the edition of its newest certificate.
fn edition_of_office(book: &dyn Book, edition: Edition) -> Result<Option<Change>, RuleError> {
    let Some((office, revision)) = book.office() else { return Ok(None) };
    if office.edition == edition {
        return Ok(None);
    }
    let after = super::office::Office { edition, ..office.clone() };
    let (before, after) = (Record::Office(Box::new(office.clone())), Record::Office(Box::new(after)));
    Ok(Some(Change::replace(&before, revision, &after)?))
}

/// A certificate at the revision the person saw, so that it can be changed.
fn certificate_at(book: &dyn Book, id: CertificateId, revision: u32) -> Result<&Certificate, RuleError> {
    let found = book.certificates().into_iter().find(|(certificate, _)| certificate.id == id);
    let (certificate, stands) = found.ok_or(RuleError::NotFound { what: "certificate" })?;
    if stands == revision { Ok(certificate) } else { Err(RuleError::Stale { what: "certificate" }) }
}

/// What happens to a certificate between its decision and its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// It is suspended from that day; without a limit, for six months.
    Suspended {
        /// First day.
        from: NaiveDate,
        /// Until when it has to be lifted.
        until: Option<NaiveDate>,
        /// Why.
        reason: String,
    },
    /// The suspension is lifted: from that day on it is valid again.
    Lifted {
        /// The day.
        on: NaiveDate,
    },
    /// It is withdrawn.
    Withdrawn {
        /// The day.
        on: NaiveDate,
    },
    /// Another certification body goes on with the cycle.
    Transferred {
        /// The day.
        on: NaiveDate,
        /// The body from then on.
        body: String,
        /// The number of its certificate.
        number: String,
    },
}

/// Months that a suspension usually lasts at most (ISO/IEC 17021-1:2015, 9.6.5.4).
pub const SUSPENSION_MONTHS: u32 = 6;

/// Writes down what happened to a certificate. No milestone moves by it.
///
/// # Errors
/// Changed meanwhile; withdrawn before; suspended twice or lifted while not suspended; a day before the decision,
/// before what happened last, or to come; no reason for a suspension, no name of the new body.
pub fn happen(
    book: &dyn Book,
    id: CertificateId,
    revision: u32,
    happening: Happening,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Certify, moment)?;
    let before = certificate_at(book, id, revision)?;
    if before.withdrawn_on.is_some() {
        return Err(RuleError::refused(Rule::CertificateWithdrawn));
    }
    let mut after = before.clone();
    let what = match happening {
        Happening::Suspended { from, until, reason } => suspend(&mut after, from, until, reason, moment)?,
        Happening::Lifted { on } => lift(&mut after, on, moment)?,
        Happening::Withdrawn { on } => {
            within(before, on, moment)?;
            not_before_transfers(before, on)?;
            after.withdrawn_on = Some(on);
            "certificate_withdrawn"
        }
        Happening::Transferred { on, body, number } => {
            within(before, on, moment)?;
            not_before_transfers(before, on)?;
            if body.trim().is_empty() {
                return Err(RuleError::with(Rule::EmptyName, "field", "body"));
            }
            let from = std::mem::replace(&mut after.body, body.trim().to_string());
            let old = std::mem::replace(&mut after.number, number.trim().to_string());
            after.transfers.push(Transfer { on, from, number: old });
            "certificate_transferred"
        }
    };
    let standing = book.certificates();
    let numbers = counted(&standing, &after);
    let (before, after) = (Record::Certificate(before.clone()), Record::Certificate(after));
    let mut changes = vec![Change::replace(&before, revision, &after)?];
    changes.extend(counted_anew(&standing, id, &numbers)?);
    Ok(ChangeSet::of(moment, what, None, changes))
}

/// What happened lies neither before the decision and what happened before it, nor in the future.
fn within(certificate: &Certificate, on: NaiveDate, moment: &Moment<'_>) -> Result<(), RuleError> {
    check_year(on)?;
    if on > moment.today {
        return Err(RuleError::with(Rule::DateInFuture, "date", on.to_string()));
    }
    let last = certificate.suspensions.iter().flat_map(|it| [Some(it.from), it.lifted_on]).flatten().max();
    let earliest = last.unwrap_or(certificate.decided_on).max(certificate.decided_on);
    if on < earliest {
        return Err(RuleError::with(Rule::DateGoesBack, "date", earliest.to_string()));
    }
    Ok(())
}

/// The body before a transfer is the one that the transfer before it led to.
fn not_before_transfers(certificate: &Certificate, on: NaiveDate) -> Result<(), RuleError> {
    match certificate.transfers.iter().map(|transfer| transfer.on).max() {
        Some(last) if on < last => Err(RuleError::with(Rule::DateGoesBack, "date", last.to_string())),
        Some(_) | None => Ok(()),
    }
}

fn suspend(
    certificate: &mut Certificate,
    from: NaiveDate,
    until: Option<NaiveDate>,
    reason: String,
    moment: &Moment<'_>,
) -> Result<&'static str, RuleError> {
    if certificate.suspensions.last().is_some_and(|last| last.lifted_on.is_none()) {
        return Err(RuleError::refused(Rule::AlreadySuspended));
    }
    within(certificate, from, moment)?;
    let reason = reason.trim().to_string();
    if reason.is_empty() {
        return Err(RuleError::refused(Rule::ReasonRequired));
    }
    let until = until.or_else(|| from.checked_add_months(Months::new(SUSPENSION_MONTHS)));
    let until = until.ok_or(RuleError::refused(Rule::DateOutOfRange))?;
    check_year(until)?;
    if until < from {
        return Err(RuleError::refused(Rule::EndsBeforeStarts));
    }
    certificate.suspensions.push(Suspension { from, until, reason, lifted_on: None });
    Ok("certificate_suspended")
}

fn lift(
    certificate: &mut Certificate,
    on: NaiveDate,
    moment: &Moment<'_>,
) -> Result<&'static str, RuleError> {
    within(certificate, on, moment)?;
    let open = certificate.suspensions.last_mut().filter(|last| last.lifted_on.is_none());
    open.ok_or(RuleError::refused(Rule::NotSuspended))?.lifted_on = Some(on);
    Ok("certificate_restored")
}
