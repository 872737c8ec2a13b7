//! The book in memory. [`Register::apply`] is its only mutation; everything a person sees is a query over it.

mod as_book;
mod book;
pub mod fold;
pub mod query;

pub use book::{ApplyError, Register, Stood};
