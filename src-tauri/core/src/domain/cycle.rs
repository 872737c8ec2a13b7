//! The certification cycle: milestones computed from the certificate (ISO/IEC 17021-1:2015 9.1.3, 2011 9.3).
//!
//! Certification limits are never moved to the next working day: an audit after the limit is late. The last
//! working day that still keeps the limit is shown instead.

mod plan;
mod state;

pub use plan::{Plan, PlanRule, PlanWarning, plan_warnings, warnings_in};
pub use state::{CertificateState, RESTORATION_MONTHS, certificate_state};

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::certificate::{Certificate, RuleBase};
use crate::calendar::Calendar;

/// The milestones of a cycle in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// First surveillance audit (audit nadzoru I).
    #[serde(rename = "surveillance_1")]
    Surveillance1,
    /// Second surveillance audit (audit nadzoru II).
    #[serde(rename = "surveillance_2")]
    Surveillance2,
    /// Recertification audit.
    Recertification,
    /// Last day of validity.
    Expiry,
    /// Last day on which the certification body may restore a lapsed certificate.
    Restoration,
}

impl MilestoneKind {
    /// All milestones in their order.
    pub const ALL: [Self; 5] =
        [Self::Surveillance1, Self::Surveillance2, Self::Recertification, Self::Expiry, Self::Restoration];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Surveillance1 => "surveillance_1",
            Self::Surveillance2 => "surveillance_2",
            Self::Recertification => "recertification",
            Self::Expiry => "expiry",
            Self::Restoration => "restoration",
        }
    }
}

/// One milestone; a date that a rule does not give is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    /// Which.
    pub kind: MilestoneKind,
    /// The limit.
    pub latest: Option<NaiveDate>,
    /// The date to plan for.
    pub recommended: Option<NaiveDate>,
    /// First day of the planning window.
    pub window_from: Option<NaiveDate>,
    /// The last working day that keeps the recommended date, else the limit.
    pub working_day_before: Option<NaiveDate>,
}

/// The default last day of validity: three years from the decision, less a day. Months clamp to their last day
/// first: a decision on 29.02.2012 gives 27.02.2015.
pub fn default_valid_until(decided_on: NaiveDate) -> Option<NaiveDate> {
    decided_on.checked_add_months(Months::new(36))?.checked_sub_days(Days::new(1))
}

/// The five milestones of a certificate under a rule base.
pub fn milestones(certificate: &Certificate, base: RuleBase, calendar: &Calendar) -> [Milestone; 5] {
    MilestoneKind::ALL.map(|kind| {
        let dates = dates(certificate, base, kind);
        let limit = dates.recommended.or(dates.latest);
        Milestone {
            kind,
            latest: dates.latest,
            recommended: dates.recommended,
            window_from: dates.window_from,
            working_day_before: limit.and_then(|day| calendar.working_day_until(day)),
        }
    })
}

#[derive(Default)]
struct Dates {
    latest: Option<NaiveDate>,
    recommended: Option<NaiveDate>,
    window_from: Option<NaiveDate>,
}

fn dates(certificate: &Certificate, base: RuleBase, kind: MilestoneKind) -> Dates {
    match kind {
        MilestoneKind::Surveillance1 => surveillance_1(certificate, base),
        MilestoneKind::Surveillance2 => surveillance_2(certificate, base),
        MilestoneKind::Recertification => Dates {
            latest: Some(certificate.valid_until),
            recommended: months_before(certificate.valid_until, 3),
            window_from: months_before(certificate.valid_until, 6),
        },
        MilestoneKind::Expiry => Dates { latest: Some(certificate.valid_until), ..Dates::default() },
        MilestoneKind::Restoration => {
            Dates { latest: months_after(certificate.valid_until, RESTORATION_MONTHS), ..Dates::default() }
        }
    }
}

/// The twelve-month rule binds the initial certification only; later cycles, and the calendar base, know only
/// "once a calendar year".
fn surveillance_1(certificate: &Certificate, base: RuleBase) -> Dates {
    let anchor = anchor(certificate, base);
    if certificate.cycle <= 1 && base != RuleBase::Calendar {
        let latest = anchor.and_then(|day| months_after(day, 12));
        return Dates {
            latest,
            recommended: None,
            window_from: latest.and_then(|day| months_before(day, 3)),
        };
    }
    let recommended = anchor.and_then(|day| months_after(day, 12));
    Dates {
        latest: end_of_year(certificate.decided_on.year() + 1),
        recommended,
        window_from: recommended.and_then(|day| months_before(day, 3)),
    }
}

fn surveillance_2(certificate: &Certificate, base: RuleBase) -> Dates {
    let recommended = anchor(certificate, base).and_then(|day| months_after(day, 24));
    Dates {
        latest: end_of_year(certificate.decided_on.year() + 2),
        recommended,
        window_from: recommended.and_then(|day| months_before(day, 3)),
    }
}

fn anchor(certificate: &Certificate, base: RuleBase) -> Option<NaiveDate> {
    match base {
        RuleBase::Decision | RuleBase::Calendar => Some(certificate.decided_on),
        RuleBase::Stage2 => certificate.stage2_ended_on,
    }
}

fn months_after(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

fn months_before(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(months))
}

fn end_of_year(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::certificate::Edition;
    use crate::domain::ids::CertificateId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn certificate(decided_on: &str, stage2: Option<&str>, cycle: u32) -> Certificate {
        Certificate {
            id: CertificateId(uuid::Uuid::nil()),
            number: String::new(),
            body: String::new(),
            edition: Edition::Iso2008,
            stage2_ended_on: stage2.map(day),
            decided_on: day(decided_on),
            valid_until: default_valid_until(day(decided_on)).unwrap(),
            base: RuleBase::Decision,
            tolerance_days: 0,
            cycle,
            recorded_on: None,
            suspensions: Vec::new(),
            transfers: Vec::new(),
            withdrawn_on: None,
            restored: false,
        }
    }

    /// Latest, recommended, window from, working day before; `-` for none.
    fn row(certificate: &Certificate, base: RuleBase, place: usize) -> String {
        let found = milestones(certificate, base, &Calendar::default())[place];
        [found.latest, found.recommended, found.window_from, found.working_day_before]
            .map(|date| date.map_or("-".into(), |date| date.to_string()))
            .join(" ")
    }

    #[test]
    fn the_source_office_has_its_known_milestones() {
        let source = certificate("2013-02-28", Some("2013-01-30"), 1);
        assert_eq!(row(&source, RuleBase::Decision, 0), "2014-02-28 - 2013-11-28 2014-02-28");
        assert_eq!(row(&source, RuleBase::Stage2, 0), "2014-01-30 - 2013-10-30 2014-01-30");
        assert_eq!(row(&source, RuleBase::Decision, 1), "2015-12-31 2015-02-28 2014-11-28 2015-02-27");
        assert_eq!(row(&source, RuleBase::Stage2, 1), "2015-12-31 2015-01-30 2014-10-30 2015-01-30");
        assert_eq!(row(&source, RuleBase::Decision, 2), "2016-02-27 2015-11-27 2015-08-27 2015-11-27");
        assert_eq!(row(&source, RuleBase::Decision, 3), "2016-02-27 - - 2016-02-26");
        assert_eq!(row(&source, RuleBase::Decision, 4), "2016-08-27 - - 2016-08-26");
    }

    #[test]
    fn leap_days_and_month_ends_clamp() {
        let leap = certificate("2012-02-29", None, 1);
        assert_eq!(leap.valid_until, day("2015-02-27"));
        assert_eq!(row(&leap, RuleBase::Decision, 0), "2013-02-28 - 2012-11-28 2013-02-28");
        assert_eq!(row(&leap, RuleBase::Decision, 1), "2014-12-31 2014-02-28 2013-11-28 2014-02-28");
        assert_eq!(row(&leap, RuleBase::Stage2, 0), "- - - -");
        let august = certificate("2013-08-31", None, 1);
        assert_eq!(august.valid_until, day("2016-08-30"));
        assert_eq!(row(&august, RuleBase::Decision, 4), "2017-02-28 - - 2017-02-28");
        assert_eq!(row(&august, RuleBase::Decision, 2), "2016-08-30 2016-05-30 2016-02-29 2016-05-30");
    }

    #[test]
    fn after_recertification_only_the_calendar_year_binds() {
        let second = certificate("2016-02-20", None, 2);
        assert_eq!(row(&second, RuleBase::Decision, 0), "2017-12-31 2017-02-20 2016-11-20 2017-02-20");
        assert_eq!(row(&second, RuleBase::Decision, 1), "2018-12-31 2018-02-20 2017-11-20 2018-02-20");
        let first = certificate("2016-02-20", None, 1);
        assert_eq!(row(&first, RuleBase::Calendar, 0), "2017-12-31 2017-02-20 2016-11-20 2017-02-20");
    }
}
