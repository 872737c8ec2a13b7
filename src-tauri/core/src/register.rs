//! The book in memory. [`Register::apply`] is its only mutation; everything a person sees is a query over it.

mod as_book;
mod book;
mod common_words;
pub mod fold;
pub mod query;
pub mod similar;
pub mod stem;

pub use book::{ApplyError, Register, Stood};
