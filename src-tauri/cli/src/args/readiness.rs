//! The words about the readiness checklist.

use capa_core::domain::confirmation::Confirmed;
use clap::{Args, Subcommand};

use super::PaperArguments;

/// What to do with the readiness checklist; without any of these it is answered.
#[derive(Debug, Subcommand)]
pub enum ReadinessCommand {
    /// Confirm a check with a note; it holds until the next external audit was held.
    Confirm(ConfirmArguments),
    /// Take the confirmation of a check back.
    TakeBack {
        /// The check, such as R20.
        check: String,
    },
    /// Keep the checklist as it stands, with its audit.
    Keep,
    /// The runs that were kept, the newest first.
    Runs,
    /// Sign a kept run.
    Sign {
        /// The run: its place in the list from 1, or its id.
        run: String,
        #[command(flatten)]
        paper: PaperArguments,
    },
    /// Discard a kept run that nobody signed.
    Discard {
        /// The run: its place in the list from 1, or its id.
        run: String,
    },
    /// Compare a kept run with another, or with today.
    Compare {
        /// The run: its place in the list from 1, or its id.
        run: String,
        /// The run to compare it with; else the checklist of today.
        with: Option<String>,
    },
    /// The checks that the office added.
    #[command(subcommand)]
    Checks(ChecksCommand),
}

/// The answer to a check.
#[derive(Debug, Args)]
pub struct ConfirmArguments {
    /// The check, such as R20 or U01.
    pub check: String,
    /// The answer: yes, partly, no or not_applicable. Any but yes asks for a note.
    #[arg(long, value_parser = answer, default_value = "yes")]
    pub answer: Confirmed,
    /// What it rests on.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub note: String,
    /// The figure that the check asks for, such as the number of findings in the report.
    #[arg(long, value_name = "N")]
    pub figure: Option<u32>,
    /// The symbol of a process that it is confirmed for; may be repeated.
    #[arg(long, value_name = "CODE", conflicts_with = "all_processes")]
    pub process: Vec<String>,
    /// It is confirmed for every process.
    #[arg(long)]
    pub all_processes: bool,
}

/// What to do with the checks that the office added.
#[derive(Debug, Subcommand)]
pub enum ChecksCommand {
    /// All of them, retired ones too.
    List,
    /// Add one; it gets the next code U01, U02.
    Add(OwnCheckArguments),
    /// Ask one no more; its code stays used.
    Retire {
        /// Its code, such as U01.
        code: String,
    },
}

/// A check of the office.
#[derive(Debug, Args)]
pub struct OwnCheckArguments {
    /// The question.
    #[arg(long, value_name = "TEXT")]
    pub question: String,
    /// The letter of ISO/IEC 17021-1 9.6.2.2 it belongs to.
    #[arg(long, value_name = "a-h", default_value = "", hide_default_value = true)]
    pub letter: String,
    /// Clause of the 2008 edition.
    #[arg(long, value_name = "CLAUSE", default_value = "", hide_default_value = true)]
    pub clause_2008: String,
    /// Clause of the 2015 edition.
    #[arg(long, value_name = "CLAUSE", default_value = "", hide_default_value = true)]
    pub clause_2015: String,
    /// The office is not ready while it is not in order.
    #[arg(long)]
    pub blocking: bool,
}

fn answer(text: &str) -> Result<Confirmed, String> {
    let all = || Confirmed::ALL.map(Confirmed::code).join(", ");
    Confirmed::from_code(text).ok_or_else(|| format!("one of {}", all()))
}
