//! The journal: the trail of audit as it is stored, and the source of truth of the book.
//!
//! It is a folder of append-only segments. Each entry stands there as one record: framed by its length and a
//! checksum, so that a damaged one is told from a good one, and chained to the entry before it by SHA-256, so
//! that none can be changed, taken out or put in without showing. See [`frame`] for the bytes.

pub mod entry;
pub mod frame;
mod hash;
pub mod rewrite;
pub mod scan;
pub mod writer;

pub use hash::Hash;

/// The folder of the journal inside the data folder.
pub const FOLDER: &str = "journal";
