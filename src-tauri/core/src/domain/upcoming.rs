//! Which audit of the certification body comes next.

use chrono::{Days, NaiveDate};

use super::audit::{Audit, AuditKind};
use super::book::{Book, calendar};
use super::certificate::Certificate;
use super::cycle::{MilestoneKind, milestones};

/// A missed limit stays the next audit for so long, so that it is not silently skipped.
const MISSED_IN_SIGHT_DAYS: u64 = 90;

/// The next external audit, or the one whose limit was missed lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextAudit {
    /// Which milestone it fulfils.
    pub milestone: MilestoneKind,
    /// The planned audit, if there is one.
    pub audit: Option<Audit>,
    /// The limit.
    pub latest_on: Option<NaiveDate>,
    /// The day to plan for; the limit where the rules know no other.
    pub recommended_on: Option<NaiveDate>,
    /// The planned day, else the limit.
    pub on: NaiveDate,
}

/// The next external audit of the running cycle on that day.
pub fn next_audit(book: &dyn Book, today: NaiveDate) -> Option<NextAudit> {
    let (certificate, _) = book.current_certificate()?;
    let open: Vec<NextAudit> = open_audits(book, certificate).collect();
    let in_sight = today.checked_sub_days(Days::new(MISSED_IN_SIGHT_DAYS)).unwrap_or(today);
    open.iter().find(|next| next.on >= in_sight).or(open.last()).cloned()
}

/// The external audit that was held last on that day.
pub fn previous_audit(book: &dyn Book, today: NaiveDate) -> Option<&Audit> {
    let audits = book.audits().map(|(audit, _)| audit);
    let held = audits.filter(|audit| audit.held && audit.kind.is_external() && audit.ends_on <= today);
    held.max_by_key(|audit| (audit.ends_on, audit.starts_on))
}

/// The kind of audit that fulfils a milestone.
pub fn audit_kind(milestone: MilestoneKind) -> Option<AuditKind> {
    match milestone {
        MilestoneKind::Surveillance1 => Some(AuditKind::Surveillance1),
        MilestoneKind::Surveillance2 => Some(AuditKind::Surveillance2),
        MilestoneKind::Recertification => Some(AuditKind::Recertification),
        MilestoneKind::Expiry | MilestoneKind::Restoration => None,
    }
}

/// The audit of a cycle that fulfils a milestone or is planned for it: a held one first, else the next planned.
pub fn audit_for<'a>(
    book: &'a dyn Book,
    certificate: &Certificate,
    milestone: MilestoneKind,
) -> Option<&'a Audit> {
    let kind = audit_kind(milestone)?;
    book.audits()
        .map(|(audit, _)| audit)
        .filter(|audit| audit.kind == kind && audit.certificate == Some(certificate.id))
        .min_by_key(|audit| (!audit.held, audit.starts_on))
}

/// The audits of a cycle that are still to be held, in its order.
pub fn open_audits<'a>(
    book: &'a dyn Book,
    certificate: &'a Certificate,
) -> impl Iterator<Item = NextAudit> + 'a {
    let all = milestones(certificate, certificate.base, &calendar(book));
    all.into_iter().filter(|milestone| audit_kind(milestone.kind).is_some()).filter_map(|milestone| {
        let audit = audit_for(book, certificate, milestone.kind);
        if audit.is_some_and(|audit| audit.held) {
            return None;
        }
        let on = audit.map(|audit| audit.starts_on).or(milestone.latest)?;
        Some(NextAudit {
            milestone: milestone.kind,
            audit: audit.cloned(),
            latest_on: milestone.latest,
            recommended_on: milestone.recommended.or(milestone.latest),
            on,
        })
    })
}
