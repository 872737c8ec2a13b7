//! The rules, the register and the store of CAPA Desk: no window, no network, no clock of its own.
//!
//! The whole book lives in memory as a [`register::Register`]. A wish becomes one call of a pure rule in
//! [`domain`], which refuses with a reason or returns a [`domain::change::ChangeSet`]; the [`store`] makes it
//! durable as an entry of the trail; then the register applies it.

pub mod access;
pub mod anchor;
pub mod app;
pub mod calendar;
pub mod clock;
pub mod domain;
pub mod import;
pub mod journal;
pub mod labels;
pub mod lock;
pub mod platform;
pub mod register;
pub mod reminders;
pub mod reports;
pub mod sample;
pub mod sheet;
pub mod store;
pub mod vault;
pub mod words;
