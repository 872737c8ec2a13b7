//! What a command answers, for scripts and for people.

use serde::Serialize;

use crate::failure::Failure;

/// The answer of a command in both forms.
#[derive(Debug)]
pub struct Answer {
    /// For scripts: one line of JSON.
    pub json: String,
    /// For people: plain text in their language.
    pub text: String,
    /// A remark beside the answer, on standard error.
    pub note: Option<String>,
    /// Whether all is well; else the exit status says so.
    pub done: bool,
}

impl Answer {
    /// An answer that all is well.
    pub fn new(told: &impl Serialize, text: String) -> Result<Self, Failure> {
        let json = serde_json::to_string(told).map_err(|error| Failure::internal(&error))?;
        Ok(Self { json, text, note: None, done: true })
    }
}
