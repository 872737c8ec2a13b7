//! Reading in a helper process: this test binary starts itself again as the helper.

use std::path::Path;

use capa_core::sheet::{self, HelperCommand, Limit, SheetError};

use super::hostile;

const ITSELF: &str = "imports::helper::answers_as_the_helper";

fn helper() -> HelperCommand {
    let program = std::env::current_exe().unwrap();
    HelperCommand {
        program,
        args: ["--exact", "--nocapture", "--test-threads=1", ITSELF].map(Into::into).to_vec(),
    }
}

/// As a test this does nothing: only a run that was started as the helper names a file last.
#[test]
fn answers_as_the_helper() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [.., name, file] = arguments.as_slice()
        && name == ITSELF
    {
        std::process::exit(sheet::helper_main(Path::new(file)));
    }
}

fn read(name: &str, bytes: &[u8]) -> Result<sheet::ReadFile, SheetError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    sheet::read(&path, Some(&helper()))
}

#[test]
fn the_helper_reads_what_this_process_reads() {
    let bytes = super::polish::register_file();
    let read = read("rejestr 2014.xlsx", &bytes).unwrap();
    assert_eq!(read.workbook, sheet::read_guarded(&bytes).unwrap());
    assert_eq!((read.name.as_str(), read.sha256.len()), ("rejestr 2014.xlsx", 64));
}

#[test]
fn refusals_come_through_as_they_are() {
    assert_eq!(read("x.xlsx", &hostile::bomb()).unwrap_err(), SheetError::TooBig { limit: Limit::Unpacked });
    assert_eq!(read("x.xls", b"").unwrap_err().code(), "unreadable");
    assert_eq!(read("x.xls", &hostile::encrypted_workbook()).unwrap_err(), SheetError::Encrypted);
    assert_eq!(
        sheet::read(Path::new("no/such/file.xlsx"), Some(&helper())).unwrap_err(),
        SheetError::FileMissing
    );
}

/// Under a gigabyte of memory the system ends the helper; this process goes on.
#[cfg(unix)]
#[test]
fn a_file_that_exhausts_the_memory_ends_the_helper_alone() {
    let refused = read("x.ods", &hostile::memory_hog()).unwrap_err();
    assert_eq!(refused.code(), "too_big");
}
