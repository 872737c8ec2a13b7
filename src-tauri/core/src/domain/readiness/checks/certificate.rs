//! The certificate and the day of the audit.

use chrono::{Days, NaiveDate};

use super::super::{Ground, Outcome, Reason, Subject, Why};
use super::not_applicable;
use crate::domain::certificate::Certificate;
use crate::domain::confirmation::CheckResult::{Fail, Ok, Unanswered, Warning};

/// Days before the recommended date from which a missing date is worth a word.
const SOON_DAYS: i64 = 90;
/// Days before the recommended date from which a missing date is too late.
const LATE_DAYS: i64 = 30;

/// The audit date is agreed and lies in the allowed window.
pub fn r34(ground: &Ground<'_>) -> Outcome {
    let Some(certificate) = ground.certificate else {
        return Outcome::of(Unanswered, Reason::of(Why::NoCertificate));
    };
    if let Some(on) = certificate.withdrawn_on.filter(|on| *on <= ground.today) {
        return Outcome::of(Fail, Reason::of(Why::CertificateWithdrawn).on(on));
    }
    if let Some(suspension) = certificate.suspended_on(ground.today) {
        return Outcome::of(Fail, Reason::of(Why::CertificateSuspended).on(suspension.from));
    }
    let Some(next) = &ground.next else { return not_applicable(Why::NoAuditToCome) };
    let Some((recommended, latest)) = next.recommended_on.zip(next.latest_on) else {
        return Outcome::of(Unanswered, Reason::of(Why::WindowUnknown));
    };
    match &next.audit {
        Some(audit) => {
            let mut outcome = planned(certificate, audit.starts_on, recommended, latest);
            for reason in &mut outcome.reasons {
                reason.subjects = vec![Subject::Audit(audit.id)];
            }
            outcome
        }
        None => unplanned(ground.today, recommended),
    }
}

fn planned(certificate: &Certificate, on: NaiveDate, recommended: NaiveDate, latest: NaiveDate) -> Outcome {
    let tolerance = Days::new(certificate.tolerance_days.into());
    let until = recommended.checked_add_days(tolerance).unwrap_or(recommended);
    let (result, why) = if on > latest {
        (Fail, Why::AuditAfterLimit)
    } else if on > until {
        (Warning, Why::AuditAfterRecommended)
    } else {
        (Ok, Why::AuditInWindow)
    };
    Outcome::of(result, Reason::of(why).on(on))
}

fn unplanned(today: NaiveDate, recommended: NaiveDate) -> Outcome {
    let left = recommended.signed_duration_since(today).num_days();
    let (result, why) = if left <= LATE_DAYS {
        (Fail, Why::AuditNotPlanned)
    } else if left <= SOON_DAYS {
        (Warning, Why::AuditToPlan)
    } else {
        (Ok, Why::AuditToPlanLater)
    };
    Outcome::of(result, Reason::of(why).on(recommended))
}
