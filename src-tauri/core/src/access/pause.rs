//! Waiting after failed attempts: guessing gets slow, and mistyping does not shut anybody out.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How many attempts in a row may fail before the first wait.
const FREE: u32 = 5;
/// The first wait, in seconds; each further one is twice as long.
const FIRST: i64 = 30;
/// The longest wait, in seconds.
const LONGEST: i64 = 15 * 60;

/// The failed attempts of one person since the last one that succeeded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Attempts {
    #[serde(default)]
    failures: u32,
    #[serde(default)]
    last_failure: Option<DateTime<Utc>>,
}

impl Attempts {
    /// Takes note of the clock. One that was set back would make a wait last until it has caught up: the wait
    /// then begins now. Tells whether that was so.
    pub(super) fn meet(&mut self, now: DateTime<Utc>) -> bool {
        let went_back = self.last_failure.is_some_and(|last| last > now);
        if went_back {
            self.last_failure = Some(now);
        }
        went_back
    }

    /// How many seconds are left before the next attempt.
    pub(super) fn wait(&self, now: DateTime<Utc>) -> Option<u64> {
        let passed = now.signed_duration_since(self.last_failure?);
        let left = TimeDelta::seconds(self.pause()) - passed;
        // Told in whole seconds, and never too few.
        let seconds = left.num_milliseconds().saturating_add(999) / 1_000;
        u64::try_from(seconds.min(LONGEST)).ok().filter(|seconds| *seconds > 0)
    }

    /// How long the wait after the last failure is, in seconds.
    fn pause(&self) -> i64 {
        let Some(further) = self.failures.checked_sub(FREE) else { return 0 };
        // Five times twice as long is past the longest already.
        (FIRST << further.min(5)).min(LONGEST)
    }

    /// Counts a failure.
    pub(super) fn fail(&mut self, now: DateTime<Utc>) {
        self.failures = self.failures.saturating_add(1);
        self.last_failure = Some(now);
    }

    /// Forgets them all; tells whether there were any.
    pub(super) fn clear(&mut self) -> bool {
        std::mem::take(self) != Self::default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_420_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn waits_double_up_to_a_quarter_of_an_hour() {
        let mut attempts = Attempts::default();
        let mut waits = Vec::new();
        for _ in 0..12 {
            attempts.fail(at(0));
            waits.push(attempts.wait(at(0)).unwrap_or(0));
        }
        assert_eq!(waits, [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
        attempts.failures = u32::MAX;
        attempts.fail(at(0));
        assert_eq!(attempts.wait(at(0)), Some(900));
    }

    #[test]
    fn a_wait_ends_and_is_told_in_whole_seconds() {
        let attempts = Attempts { failures: 5, last_failure: Some(at(0)) };
        assert_eq!(attempts.wait(at(29)), Some(1));
        assert_eq!(attempts.wait(at(29) + TimeDelta::milliseconds(999)), Some(1));
        assert_eq!(attempts.wait(at(30)), None);
    }

    proptest! {
        #[test]
        fn no_clock_makes_a_wait_longer_than_the_longest(
            failures: u32,
            last in -9_000_000_000_i64..9_000_000_000,
            now in -9_000_000_000_i64..9_000_000_000,
        ) {
            let mut attempts = Attempts { failures, last_failure: Some(at(last)) };
            attempts.meet(at(now));
            prop_assert!(attempts.wait(at(now)).unwrap_or(0) <= 900);
            prop_assert_eq!(attempts.wait(at(now + 900)), None);
        }
    }
}
