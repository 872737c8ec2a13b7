//! CAPA Desk on the command line: the same core and the same folder as the window, for scheduled checks, scripts
//! and administrators.

mod answer;
mod args;
mod book;
mod commands;
mod failure;
mod helper;
mod lookup;
mod secrets;
mod table;
mod toast;
mod words;
mod writing;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;

use answer::Answer;
use args::Arguments;
use failure::Failure;

/// Something was refused or is wrong.
const REFUSED: u8 = 1;

fn main() -> ExitCode {
    if let Some(code) = helper::run_if_asked() {
        return code;
    }
    log_to_stderr();
    let arguments = Arguments::parse();
    let answered = commands::run(&arguments);
    match say(&arguments, answered) {
        Ok(code) => code,
        Err(error) => {
            // Standard output is gone; where standard error is too, nobody is left to tell.
            let _ = writeln!(io::stderr(), "{error:#}");
            ExitCode::from(REFUSED)
        }
    }
}

/// Says the answer, and turns it into the exit status.
fn say(arguments: &Arguments, answered: Result<Answer, Failure>) -> anyhow::Result<ExitCode> {
    let code = |done: bool| if done { ExitCode::SUCCESS } else { ExitCode::from(REFUSED) };
    match answered {
        Ok(answer) => {
            if let Some(note) = &answer.note {
                to(&mut io::stderr().lock(), note)?;
            }
            let text = if arguments.json { &answer.json } else { &answer.text };
            to(&mut io::stdout().lock(), text)?;
            Ok(code(answer.done))
        }
        Err(failure) if arguments.json => {
            to(&mut io::stdout().lock(), &failure.to_json())?;
            Ok(code(false))
        }
        Err(failure) => {
            to(&mut io::stderr().lock(), &failure.reason)?;
            Ok(code(false))
        }
    }
}

/// Writes a text and ends its line. Whoever reads may have seen enough: a closed pipe is no failure.
fn to(out: &mut dyn Write, text: &str) -> anyhow::Result<()> {
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    match write!(out, "{text}{end}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("the answer could not be written"),
    }
}

/// What the core has to say for a log goes to standard error, as far as `CAPA_LOG` asks for it.
fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("CAPA_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("off"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    // A second logger cannot be there; if it were, the first one would do.
    let _ = log.try_init();
}
