//! Whether a certificate may be referred to on a day (ISO/IEC 17021-1:2015 9.6.3, 9.6.5).

use chrono::NaiveDate;

use super::months_after;
use crate::domain::certificate::Certificate;

/// Months after the end in which the certification body may restore a lapsed certificate.
pub const RESTORATION_MONTHS: u32 = 6;

/// How a certificate stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateState {
    /// In force.
    Valid,
    /// Suspended: not valid meanwhile, no reference to it allowed.
    Suspended {
        /// Until when the suspension has to be lifted.
        until: NaiveDate,
    },
    /// Suspended beyond the day by which that had to be lifted: withdrawal or a smaller scope threatens.
    SuspensionOverdue {
        /// The day by which it had to be lifted.
        until: NaiveDate,
    },
    /// Lapsed; the certification body may still restore it.
    ExpiredRestorable {
        /// The last day for that.
        until: NaiveDate,
    },
    /// Lapsed for good: the way back is a new initial certification.
    Expired,
    /// Withdrawn by the certification body.
    Withdrawn,
}

impl CertificateState {
    /// Every stable name.
    pub const CODES: [&'static str; 6] =
        ["valid", "suspended", "suspension_overdue", "expired_restorable", "expired", "withdrawn"];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Suspended { .. } => "suspended",
            Self::SuspensionOverdue { .. } => "suspension_overdue",
            Self::ExpiredRestorable { .. } => "expired_restorable",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The day that the state turns on, where it has one.
    pub fn until(self) -> Option<NaiveDate> {
        match self {
            Self::Suspended { until }
            | Self::SuspensionOverdue { until }
            | Self::ExpiredRestorable { until } => Some(until),
            Self::Valid | Self::Expired | Self::Withdrawn => None,
        }
    }
}

/// How a certificate stands on that day, taken for itself: whether a later cycle has replaced it is not asked. What
/// ends it outranks what suspends it.
pub fn certificate_state(certificate: &Certificate, today: NaiveDate) -> CertificateState {
    if certificate.withdrawn_on.is_some_and(|on| on <= today) {
        return CertificateState::Withdrawn;
    }
    if certificate.valid_until < today {
        let until = months_after(certificate.valid_until, RESTORATION_MONTHS);
        return match until.filter(|until| today <= *until) {
            Some(until) => CertificateState::ExpiredRestorable { until },
            None => CertificateState::Expired,
        };
    }
    match certificate.suspended_on(today).map(|suspension| suspension.until) {
        Some(until) if until < today => CertificateState::SuspensionOverdue { until },
        Some(until) => CertificateState::Suspended { until },
        None => CertificateState::Valid,
    }
}
