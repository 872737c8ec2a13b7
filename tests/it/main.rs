//! One test binary: every module is a family of promises.

mod compatibility;
mod conformance;
mod crash;
mod stores;
mod tamper;
mod trace;
