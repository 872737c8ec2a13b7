//! The time and new identities, as the edge of the program takes them. Nothing else asks the machine for either.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use uuid::Uuid;

use crate::domain::ids::IdSource;

/// Tells the time. Rules never hold one: they are handed the moment.
pub trait Clock: Send + Sync {
    /// This instant.
    fn now(&self) -> DateTime<Utc>;

    /// The civil day at the office, which is in Poland wherever the machine thinks it is.
    fn today(&self) -> NaiveDate {
        civil_day(self.now())
    }
}

/// The time on the wall in Poland at that instant.
pub fn civil_time(instant: DateTime<Utc>) -> NaiveDateTime {
    instant.with_timezone(&chrono_tz::Europe::Warsaw).naive_local()
}

/// The civil day in Poland at that instant.
pub fn civil_day(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&chrono_tz::Europe::Warsaw).date_naive()
}

/// The same time of day (UTC) on another day; near midnight the last second that is that day in Poland too, summer
/// and winter.
pub fn on_day(day: NaiveDate, instant: DateTime<Utc>) -> DateTime<Utc> {
    let last = NaiveTime::from_hms_opt(21, 59, 59).unwrap_or(NaiveTime::MIN);
    day.and_time(instant.time().min(last)).and_utc()
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still: for tests, and for the sample office with its fixed day.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock {
    instant: DateTime<Utc>,
}

impl FixedClock {
    /// Stands at that instant.
    pub fn at(instant: DateTime<Utc>) -> Self {
        Self { instant }
    }

    /// Stands at ten in the morning (UTC) of that day.
    pub fn on(day: NaiveDate) -> Self {
        let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
        Self { instant: day.and_time(ten).and_utc() }
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.instant
    }
}

/// Fresh UUIDv7 identities, each later than all before it in this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl IdSource for SystemIds {
    fn fresh(&mut self) -> Uuid {
        Uuid::now_v7()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_warsaw() {
        let day = |text: &str| civil_day(text.parse().unwrap()).to_string();
        assert_eq!(day("2015-01-11T22:59:59Z"), "2015-01-11");
        assert_eq!(day("2015-01-11T23:00:00Z"), "2015-01-12");
        assert_eq!(day("2015-07-11T21:59:59Z"), "2015-07-11");
        assert_eq!(day("2015-07-11T22:00:00Z"), "2015-07-12");
    }

    #[test]
    fn an_instant_on_another_day_stays_on_that_day_however_late_it_is() {
        let day: NaiveDate = "2015-01-12".parse().unwrap();
        for time in
            ["2026-11-22T22:59:00Z", "2026-11-22T23:14:00Z", "2026-06-22T22:30:00Z", "2026-03-29T01:30:00Z"]
        {
            let moved = on_day(day, time.parse().unwrap());
            assert_eq!((civil_day(moved), moved.date_naive()), (day, day), "{time}");
        }
    }

    #[test]
    fn a_fixed_clock_shows_its_day() {
        let day = "2015-01-12".parse().unwrap();
        assert_eq!(FixedClock::on(day).today(), day);
    }

    #[test]
    fn identities_only_grow() {
        let mut ids = SystemIds;
        let made: Vec<Uuid> = (0..10_000).map(|_| ids.fresh()).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
