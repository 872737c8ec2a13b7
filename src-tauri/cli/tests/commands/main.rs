//! The commands as scripts see them: the real program, a folder of its own for each test, what it prints and its
//! exit status.

mod desk;
mod exchange;
mod folder;
mod questions;
mod reminders;
