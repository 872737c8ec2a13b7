//! The readiness checklist in Polish.

use crate::domain::confirmation::{CheckResult, Verdict};
use crate::domain::readiness::Mode;

pub fn letter(letter: char) -> &'static str {
    match letter {
        'a' => "Audity wewnętrzne i przegląd zarządzania",
        'b' => "Działania dotyczące niezgodności z poprzedniego auditu",
        'c' => "Postępowanie ze skargami",
        'd' => "Skuteczność systemu w osiąganiu celów urzędu",
        'e' => "Postęp zaplanowanych działań doskonalących",
        'f' => "Bieżący nadzór operacyjny",
        'g' => "Zmiany",
        'h' => "Używanie znaków i powoływanie się na certyfikat",
        _ => "",
    }
}

pub fn result(result: CheckResult) -> &'static str {
    match result {
        CheckResult::Ok => "spełnione",
        CheckResult::Warning => "uwaga",
        CheckResult::Fail => "niespełnione",
        CheckResult::NotApplicable => "nie dotyczy",
        CheckResult::Unanswered => "bez odpowiedzi",
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotReady => "niegotowe",
        Verdict::ReadyWithRemarks => "gotowe z uwagami",
        Verdict::Ready => "gotowe",
    }
}

pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Auto => "z danych",
        Mode::Semi => "z danych i potwierdzenia",
        Mode::Manual => "z potwierdzenia",
    }
}
