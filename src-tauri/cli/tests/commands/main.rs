//! The commands as scripts see them: the real program, a folder of its own for each test, what it prints and its
//! exit status.

#[cfg(test)]
mod audits;
#[cfg(test)]
mod certificate;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod exchange;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod life;
#[cfg(test)]
mod office;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod readiness;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod reminders;
#[cfg(test)]
mod sign_in;
