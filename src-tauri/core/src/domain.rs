//! Types and rules of the field. Pure: no files, no clock, no window.

pub mod action;
pub mod audit;
pub mod case;
pub mod certificate;
pub mod change;
pub mod cycle;
pub mod diff;
pub mod finding;
pub mod ids;
pub mod imported;
pub mod notice;
pub mod number;
pub mod office;
pub mod rule;
