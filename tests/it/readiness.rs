//! The readiness checklist: every check with every result, the verdict, and what depends on what.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test names the few arms that it is about")]

mod depends;
mod people;
mod ready;
mod rows;
mod sample;
mod verdict;
mod words;
mod world;
