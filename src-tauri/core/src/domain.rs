//! Types and rules of the field. Pure: no files, no clock, no window.

pub mod action;
pub mod audit;
pub mod book;
pub mod case;
pub mod certificate;
pub mod certify;
pub mod change;
pub mod cycle;
pub mod deliver;
pub mod diff;
pub mod draft;
pub mod due_date;
pub mod facts;
pub mod finding;
pub mod ids;
pub mod imported;
pub mod notice;
pub mod number;
pub mod office;
pub mod organise;
pub mod password;
pub mod registration;
pub mod rule;
