//! The same program as a helper process: it reads what may be damaged or hostile, under limits, and ends.

use std::path::PathBuf;
use std::process::ExitCode;

use capa_core::sheet::{self, HelperCommand};
use capa_core::store::{self, ProbeCommand};

/// The first argument of a helper that reads a spreadsheet.
const READ_SHEET: &str = "__read-sheet";
/// The first argument of a helper that tries to open the book.
const PROBE_BOOK: &str = "__probe-book";

/// Runs as a helper when started as one.
pub fn run_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let role = arguments.next()?;
    let path = PathBuf::from(arguments.next()?);
    let code = match role.to_str()? {
        READ_SHEET => sheet::helper_main(&path),
        PROBE_BOOK => store::probe_main(&path),
        _ => return None,
    };
    Some(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// The helper that reads a spreadsheet.
pub fn sheet_command() -> Option<HelperCommand> {
    let program = std::env::current_exe().ok()?;
    Some(HelperCommand { program, args: vec![READ_SHEET.into()] })
}

/// The helper that tries to open the book.
pub fn probe_command() -> Option<ProbeCommand> {
    let program = std::env::current_exe().ok()?;
    Some(ProbeCommand { program, args: vec![PROBE_BOOK.into()] })
}
