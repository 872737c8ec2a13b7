//! The certificate and its audits, written into the book.

use chrono::NaiveDate;

use super::acting::{Task, permit};
use super::audit::{Audit, AuditKind};
use super::book::{Book, Standing, removed_record};
use super::certificate::{Certificate, Edition, RuleBase};
use super::change::{Change, ChangeSet, Moment, Record, RecordKind};
use super::cycle::default_valid_until;
use super::draft::check_year;
use super::ids::{AuditId, CertificateId, fresh};
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
    /// The certificate that this one corrects; otherwise one of the same decision date, if there is one.
    pub corrects: Option<CertificateId>,
}

/// An audit as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditForm {
    /// The audit; without one, a new one.
    pub id: Option<AuditId>,
    /// The revision the person saw.
    pub revision: u32,
    /// What it is for.
    pub kind: AuditKind,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Held already.
    pub held: bool,
    /// Scope.
    pub scope: String,
    /// Lead auditor.
    pub lead: String,
    /// Findings in its report.
    pub findings_in_report: Option<u32>,
    /// Remark.
    pub note: String,
}

/// Records a certificate. One that `corrects` another, or has its decision date, replaces it; any other is a cycle of
/// its own, counted by the decisions before it.
///
/// # Errors
/// Dates that contradict each other or lie outside all years; a certificate to correct that is not there.
pub fn record(
    book: &dyn Book,
    form: CertificateForm,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Certify, moment)?;
    let valid_until = checked_end(&form)?;
    let standing = book.certificates();
    let corrected = match form.corrects {
        Some(id) => {
            let found = standing.iter().find(|(certificate, _)| certificate.id == id);
            Some(found.ok_or(RuleError::NotFound { what: "certificate" })?)
        }
        None => standing.iter().find(|(certificate, _)| certificate.decided_on == form.decided_on),
    };
    let id = corrected.map_or_else(|| fresh::<CertificateId>(moment.ids), |(same, _)| same.id);
    let certificate = Certificate {
        id,
        number: form.number,
        body: form.body,
        edition: form.edition,
        stage2_ended_on: form.stage2_ended_on,
        decided_on: form.decided_on,
        valid_until,
        base: form.base,
        tolerance_days: form.tolerance_days,
        cycle: cycle_of(&standing, id, form.decided_on, form.decided_on),
        recorded_on: Some(moment.today),
    };
    let record = Record::Certificate(certificate);
    let mut changes = vec![match corrected {
        Some((same, revision)) => Change::replace(&Record::Certificate((*same).clone()), *revision, &record)?,
        None => Change::create(&record)?,
    }];
    changes.extend(counted_anew(&standing, id, form.decided_on)?);
    let newest = standing.iter().all(|(other, _)| other.id == id || other.decided_on <= form.decided_on);
    if newest {
        changes.extend(edition_of_office(book, form.edition)?);
    }
    Ok(ChangeSet::of(moment, "certificate_recorded", None, changes))
}

/// The last day of validity, when the dates of the form agree.
fn checked_end(form: &CertificateForm) -> Result<NaiveDate, RuleError> {
    check_year(form.decided_on)?;
    let default = default_valid_until(form.decided_on).ok_or(RuleError::refused(Rule::DateOutOfRange))?;
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

/// 1 for the initial certification, one more for each decision before it. `decided_on` is the day that the
/// certificate `changed` is or will be decided on.
fn cycle_of(
    standing: &[Standing<'_, Certificate>],
    changed: CertificateId,
    decided_on: NaiveDate,
    day: NaiveDate,
) -> u32 {
    let others = standing.iter().filter(|(other, _)| other.id != changed && other.decided_on < day).count();
    let own = usize::from(decided_on < day);
    u32::try_from(others + own).unwrap_or(u32::MAX).saturating_add(1)
}

/// A past cycle that is brought in later moves the cycles after it by one.
fn counted_anew(
    standing: &[Standing<'_, Certificate>],
    changed: CertificateId,
    decided_on: NaiveDate,
) -> Result<Vec<Change>, RuleError> {
    let mut changes = Vec::new();
    for (other, revision) in standing.iter().filter(|(other, _)| other.id != changed) {
        let cycle = cycle_of(standing, changed, decided_on, other.decided_on);
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

/// Plans or records an audit.
///
/// # Errors
/// It ends before it starts, lies outside all years, or was changed meanwhile.
pub fn save_audit(book: &dyn Book, form: AuditForm, moment: &mut Moment<'_>) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Certify, moment)?;
    check_year(form.starts_on)?;
    check_year(form.ends_on)?;
    if form.ends_on < form.starts_on {
        return Err(RuleError::refused(Rule::EndsBeforeStarts));
    }
    let before = form.id.map(|id| audit_at(book, id, form.revision)).transpose()?;
    let moved = before.is_none_or(|audit| audit.starts_on != form.starts_on);
    let running = book.current_certificate().map(|(certificate, _)| certificate.id);
    let audit = Audit {
        id: form.id.unwrap_or_else(|| fresh::<AuditId>(moment.ids)),
        kind: form.kind,
        certificate: match form.kind {
            AuditKind::Internal => None,
            AuditKind::Certification
            | AuditKind::Surveillance1
            | AuditKind::Surveillance2
            | AuditKind::Recertification => before.map_or(running, |audit| audit.certificate.or(running)),
        },
        starts_on: form.starts_on,
        ends_on: form.ends_on,
        held: form.held,
        scope: form.scope,
        lead: form.lead,
        findings_in_report: form.findings_in_report,
        note: form.note,
        recorded_on: if moved { Some(moment.today) } else { before.and_then(|audit| audit.recorded_on) },
    };
    let record = Record::Audit(audit);
    let change = match before {
        Some(before) => Change::replace(&Record::Audit(before.clone()), form.revision, &record)?,
        None => Change::create(&record)?,
    };
    Ok(ChangeSet::of(moment, "audit_saved", None, vec![change]))
}

/// Takes an audit out of the book; it can be brought back.
///
/// # Errors
/// Cases name it as their source, or it was changed meanwhile.
pub fn remove_audit(
    book: &dyn Book,
    id: AuditId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Certify, moment)?;
    let audit = audit_at(book, id, revision)?;
    let named =
        |case: &super::case::Case| case.external.as_ref().and_then(|external| external.audit) == Some(id);
    if book.cases().any(named) {
        return Err(RuleError::refused(Rule::AuditInUse));
    }
    let change = Change::remove(&Record::Audit(audit.clone()), revision)?;
    Ok(ChangeSet::of(moment, "audit_removed", None, vec![change]))
}

/// Brings a removed audit back.
///
/// # Errors
/// Nothing of that identity was taken out.
pub fn restore_audit(book: &dyn Book, id: AuditId, moment: &Moment<'_>) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Certify, moment)?;
    let (record, revision) = removed_record(book, RecordKind::Audit, id, "audit")?;
    let mut change = Change::create(&record)?;
    change.expected = revision;
    Ok(ChangeSet::of(moment, "audit_restored", None, vec![change]))
}

fn audit_at(book: &dyn Book, id: AuditId, revision: u32) -> Result<&Audit, RuleError> {
    let (audit, stands) = book.audit(id).ok_or(RuleError::NotFound { what: "audit" })?;
    if stands == revision { Ok(audit) } else { Err(RuleError::Stale { what: "audit" }) }
}
