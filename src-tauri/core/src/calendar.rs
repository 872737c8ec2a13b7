//! Polish working days, the counting of KPA art. 57 and the shift of computed dates. Civil dates only.
//!
//! Public holidays: Act of 18.01.1951 on days off work; 24 December since 2025 (Act of 6.12.2024, Dz.U. 2024
//! item 1965); 12.11.2018 once. Saturday is no statutory day off, but offices are closed on it.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A length of time as deadlines give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Calendar days; the day of the event is not counted (KPA art. 57 § 1).
    Days(u32),
    /// Weeks: the same weekday (§ 2).
    Weeks(u32),
    /// Months: the same day number, else the month's last day (§ 3).
    Months(u32),
    /// Years: the same date, else the day before (§ 3a).
    Years(u32),
}

/// Where a computed date goes that falls on a day off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// Stays.
    None,
    /// To the next working day.
    #[default]
    Next,
    /// To the working day before.
    Previous,
}

/// A computed deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The end as counted.
    pub raw: NaiveDate,
    /// The end after the shift.
    pub date: NaiveDate,
}

/// The working days of an office: public holidays, weekends and its own closed days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    closed: BTreeSet<NaiveDate>,
}

/// No closed season is longer than this; a shift that finds no working day within it gives up.
const LONGEST_SHIFT_DAYS: u64 = 366;

impl Calendar {
    /// A calendar with the office's own closed days.
    pub fn new(closed: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self { closed: closed.into_iter().collect() }
    }

    /// Monday to Friday, no public holiday, no closed day of the office.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !is_weekend(day) && !is_public_holiday(day) && !self.closed.contains(&day)
    }

    /// A deadline counted from the day of the event and shifted by the office's working days. `None` beyond the
    /// years that a civil date holds.
    pub fn deadline(&self, from: NaiveDate, period: Period, shift: Shift) -> Option<Deadline> {
        let raw = end_of(from, period)?;
        let date = match shift {
            Shift::None => raw,
            Shift::Next => self.working_day_from(raw)?,
            Shift::Previous => self.working_day_until(raw)?,
        };
        Some(Deadline { raw, date })
    }

    /// The first working day on or after the day.
    pub fn working_day_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        (0..=LONGEST_SHIFT_DAYS)
            .filter_map(|n| day.checked_add_days(Days::new(n)))
            .find(|d| self.is_working_day(*d))
    }

    /// The last working day on or before the day.
    pub fn working_day_until(&self, day: NaiveDate) -> Option<NaiveDate> {
        (0..=LONGEST_SHIFT_DAYS)
            .filter_map(|n| day.checked_sub_days(Days::new(n)))
            .find(|d| self.is_working_day(*d))
    }
}

/// A procedural deadline of the administrative code: KPA art. 57 § 4 moves an end on a statutory day off or a
/// Saturday to the next day that is neither. Closed days of the office do not count.
pub fn kpa_deadline(from: NaiveDate, period: Period) -> Option<Deadline> {
    Calendar::default().deadline(from, period, Shift::Next)
}

/// The end of a period counted from the day of the event (KPA art. 57 § 1-3a).
pub fn end_of(from: NaiveDate, period: Period) -> Option<NaiveDate> {
    let end = match period {
        Period::Days(n) => from.checked_add_days(Days::new(n.into())),
        Period::Weeks(n) => from.checked_add_days(Days::new(u64::from(n) * 7)),
        Period::Months(n) => from.checked_add_months(Months::new(n)),
        Period::Years(n) => from.checked_add_months(Months::new(n.checked_mul(12)?)),
    }?;
    (end.year() <= LAST_YEAR).then_some(end)
}

/// Dates beyond this year are typing mistakes.
pub const LAST_YEAR: i32 = 2199;

/// Saturday or Sunday.
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// A public holiday in Poland (Sundays apart).
pub fn is_public_holiday(day: NaiveDate) -> bool {
    let fixed = match (day.month(), day.day()) {
        (1, 1) | (5, 1 | 3) | (8, 15) | (11, 1 | 11) | (12, 25 | 26) => true,
        (1, 6) => day.year() >= 2011,
        (12, 24) => day.year() >= 2025,
        (11, 12) => day.year() == 2018,
        _ => false,
    };
    fixed || is_movable_feast(day)
}

/// Easter Sunday and Monday, Pentecost, Corpus Christi.
fn is_movable_feast(day: NaiveDate) -> bool {
    easter(day.year())
        .is_some_and(|sunday| matches!(day.signed_duration_since(sunday).num_days(), 0 | 1 | 49 | 60))
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let b = year.div_euclid(100);
    let c = year.rem_euclid(100);
    let d = b / 4;
    let e = b % 4;
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let i = c / 4;
    let k = c % 4;
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Start, period, raw end, shifted end: computed apart, for every rule of KPA art. 57 and every odd holiday.
    const VECTORS: [(&str, Period, &str, &str); 15] = [
        ("2013-04-17", Period::Days(14), "2013-05-01", "2013-05-02"),
        ("2013-12-11", Period::Days(14), "2013-12-25", "2013-12-27"),
        ("2013-01-31", Period::Days(30), "2013-03-02", "2013-03-04"),
        ("2013-10-01", Period::Months(1), "2013-11-01", "2013-11-04"),
        ("2014-01-31", Period::Months(1), "2014-02-28", "2014-02-28"),
        ("2014-01-29", Period::Days(90), "2014-04-29", "2014-04-29"),
        ("2014-11-24", Period::Months(1), "2014-12-24", "2014-12-24"),
        ("2014-12-08", Period::Months(1), "2015-01-08", "2015-01-08"),
        ("2015-04-20", Period::Days(14), "2015-05-04", "2015-05-04"),
        ("2018-10-29", Period::Days(14), "2018-11-12", "2018-11-13"),
        ("2024-05-16", Period::Days(14), "2024-05-30", "2024-05-31"),
        ("2025-11-24", Period::Months(1), "2025-12-24", "2025-12-29"),
        ("2026-03-23", Period::Weeks(2), "2026-04-06", "2026-04-07"),
        ("2026-10-01", Period::Months(1), "2026-11-01", "2026-11-02"),
        ("2016-02-29", Period::Years(1), "2017-02-28", "2017-02-28"),
    ];

    #[test]
    fn every_deadline_vector_holds() {
        for (from, period, raw, shifted) in VECTORS {
            let found = kpa_deadline(day(from), period).unwrap();
            assert_eq!((found.raw, found.date), (day(raw), day(shifted)), "{from} {period:?}");
        }
    }

    #[test]
    fn working_days_per_year_match_the_official_counts() {
        let expected = [
            (2013, 251),
            (2014, 252),
            (2015, 254),
            (2016, 252),
            (2017, 251),
            (2018, 251),
            (2019, 251),
            (2020, 255),
            (2021, 254),
            (2022, 252),
            (2023, 251),
            (2024, 252),
            (2025, 251),
            (2026, 253),
            (2027, 253),
            (2028, 251),
            (2029, 251),
            (2030, 250),
            (2031, 251),
            (2032, 254),
            (2033, 252),
            (2034, 251),
            (2035, 251),
        ];
        let calendar = Calendar::default();
        for (year, count) in expected {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days =
                first.iter_days().take_while(|d| d.year() == year).filter(|d| calendar.is_working_day(*d));
            assert_eq!(days.count(), count, "{year}");
        }
    }

    #[test]
    fn an_office_may_close_on_its_own_days_and_shift_back() {
        let calendar = Calendar::new([day("2015-02-27")]);
        assert_eq!(calendar.working_day_until(day("2015-02-28")), Some(day("2015-02-26")));
        assert_eq!(Calendar::default().working_day_until(day("2015-02-28")), Some(day("2015-02-27")));
        let previous = calendar.deadline(day("2013-04-17"), Period::Days(14), Shift::Previous).unwrap();
        assert_eq!(previous.date, day("2013-04-30"));
        let stays = calendar.deadline(day("2013-04-17"), Period::Days(14), Shift::None).unwrap();
        assert_eq!(stays.date, day("2013-05-01"));
    }

    #[test]
    fn a_period_beyond_all_years_is_refused() {
        assert_eq!(end_of(day("2015-01-01"), Period::Years(u32::MAX)), None);
        assert_eq!(end_of(day("2015-01-01"), Period::Days(u32::MAX)), None);
    }
}
