//! The names of a case's states, as registers and reports print them.

use super::Lang;
use crate::domain::case::CaseStatus;

/// The name of a state.
pub fn status(lang: Lang, status: CaseStatus) -> &'static str {
    let (pl, en) = match status {
        CaseStatus::Draft => ("szkic", "draft"),
        CaseStatus::Registered => ("zarejestrowana", "registered"),
        CaseStatus::Analysis => ("w analizie", "in analysis"),
        CaseStatus::PlanPending => ("plan do zatwierdzenia", "plan awaiting approval"),
        CaseStatus::InProgress => ("w realizacji", "in progress"),
        CaseStatus::Implemented => ("zrealizowana – do weryfikacji", "implemented – to verify"),
        CaseStatus::Effectiveness => ("do oceny skuteczności", "effectiveness to be judged"),
        CaseStatus::ClosedEffective => ("zamknięta – skuteczna", "closed – effective"),
        CaseStatus::ClosedIneffective => ("zamknięta – nieskuteczna", "closed – ineffective"),
        CaseStatus::ClosedNoAction => ("zamknięta bez działań", "closed without action"),
        CaseStatus::ClosedImported => ("zamknięta (z importu)", "closed (imported)"),
        CaseStatus::Cancelled => ("anulowana", "cancelled"),
    };
    match lang {
        Lang::Pl => pl,
        Lang::En => en,
    }
}
