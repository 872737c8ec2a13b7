//! The readiness checklist in English.

use crate::domain::confirmation::{CheckResult, Verdict};
use crate::domain::readiness::Mode;

pub fn letter(letter: char) -> &'static str {
    match letter {
        'a' => "Internal audits and management review",
        'b' => "Actions on the nonconformities of the previous audit",
        'c' => "Handling of complaints",
        'd' => "Effectiveness of the system in reaching the office's objectives",
        'e' => "Progress of planned improvement",
        'f' => "Continuing operational control",
        'g' => "Changes",
        'h' => "Use of marks and references to the certificate",
        _ => "",
    }
}

pub fn result(result: CheckResult) -> &'static str {
    match result {
        CheckResult::Ok => "met",
        CheckResult::Warning => "warning",
        CheckResult::Fail => "not met",
        CheckResult::NotApplicable => "not applicable",
        CheckResult::Unanswered => "unanswered",
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotReady => "not ready",
        Verdict::ReadyWithRemarks => "ready with remarks",
        Verdict::Ready => "ready",
    }
}

pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Auto => "from the data",
        Mode::Semi => "from the data and a confirmation",
        Mode::Manual => "by confirmation",
    }
}
