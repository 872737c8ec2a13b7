//! What the window can be told when it is started.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;

/// Corrective and preventive actions of an ISO 9001 certified office.
#[derive(Debug, Clone, Default, Parser)]
#[command(name = "capa-desk", version)]
pub struct Arguments {
    /// The data folder; else CAPA_DATA, else the platform's own.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// The day to show a sample office on.
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

impl Arguments {
    /// Reads the command line; a wrong one ends the program with its explanation.
    pub fn read() -> Result<Self, ExitCode> {
        Self::try_parse().map_err(|error| {
            // Help and version are no failure. On Windows there may be no console to say it on.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        })
    }
}
