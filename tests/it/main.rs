//! One test binary: every module is a family of promises.

// Helpers of tests stand outside of test functions here, and may fail as bluntly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]
#![allow(clippy::wildcard_enum_match_arm)]

mod compatibility;
mod conformance;
mod crash;
mod stores;
mod tamper;
mod trace;
