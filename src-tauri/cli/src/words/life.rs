//! The words of a case's life: moves, roles.

use capa_core::domain::moves::Move;
use capa_core::domain::person::Role;
use capa_core::words::Lang;

use super::one_of;

/// The name of a move.
pub fn step(lang: Lang, step: Move) -> &'static str {
    let (pl, en) = match step {
        Move::Save => ("zapisanie szkicu", "save the draft"),
        Move::Discard => ("odrzucenie szkicu", "discard the draft"),
        Move::Register => ("zarejestrowanie", "register"),
        Move::StartAnalysis => ("rozpoczęcie analizy przyczyn", "begin the analysis of the cause"),
        Move::SubmitPlan => ("przedłożenie planu", "hand the plan in"),
        Move::ApprovePlan => ("zatwierdzenie planu", "approve the plan"),
        Move::ReturnPlan => ("zwrot planu", "send the plan back"),
        Move::CompleteAction => ("wykonanie działania", "mark the action as done"),
        Move::ReopenAction => ("wznowienie działania", "open the action again"),
        Move::CancelAction => ("zaniechanie działania", "give the action up"),
        Move::ReportDone => ("zgłoszenie wykonania", "report that all is done"),
        Move::Verify => ("weryfikacja wykonania", "verify that it was done"),
        Move::SendBack => ("zwrot do poprawy", "send back"),
        Move::JudgeEffective => ("ocena: skuteczne", "judge effective"),
        Move::JudgeIneffective => ("ocena: nieskuteczne", "judge ineffective"),
        Move::DecideNoAction => ("decyzja o niepodejmowaniu działań", "decide not to act"),
        Move::ApproveNoAction => {
            ("zatwierdzenie decyzji o niepodejmowaniu działań", "approve the decision not to act")
        }
        Move::RefuseNoAction => {
            ("odrzucenie decyzji o niepodejmowaniu działań", "refuse the decision not to act")
        }
        Move::Cancel => ("anulowanie karty", "cancel the case"),
        Move::Reopen => ("ponowne otwarcie", "reopen"),
        Move::Extend => ("przedłużenie terminu", "move the due date"),
        Move::AskExtension => ("prośba o przedłużenie", "ask for more time"),
        Move::RefuseExtension => ("odmowa przedłużenia", "refuse more time"),
        Move::Attach => ("dołączenie dowodu", "add evidence"),
        Move::Withdraw => ("wycofanie dowodu", "take evidence back"),
        Move::Assign => ("zmiana odpowiedzialnego", "hand to another post"),
        Move::Link => ("powiązanie z wcześniejszą kartą", "link to an earlier case"),
        Move::Unlink => ("usunięcie powiązania", "take a link back"),
    };
    one_of(lang, pl, en)
}

/// The name of a step that somebody owes: a review is owed, not its verdict.
pub fn owed(lang: Lang, step: Move) -> &'static str {
    if step == Move::JudgeEffective {
        return one_of(lang, "ocena skuteczności", "review the effectiveness");
    }
    self::step(lang, step)
}

/// The name of a role.
pub fn role(lang: Lang, role: Role) -> &'static str {
    let (pl, en) = match role {
        Role::Representative => ("Pełnomocnik ds. SZJ", "QMS representative"),
        Role::Coordinator => ("Koordynator SZJ", "QMS Coordinator"),
        Role::TopManagement => ("Starosta", "Starosta (top management)"),
        Role::DepartmentHead => ("naczelnik", "head of a department"),
        Role::InternalAuditor => ("auditor wewnętrzny", "internal auditor"),
        Role::Reporter => ("zgłaszający", "reporter"),
    };
    one_of(lang, pl, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_and_role_has_a_name_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for move_ in Move::all() {
            assert!(seen.insert(step(Lang::Pl, move_)) && seen.insert(step(Lang::En, move_)), "{move_:?}");
        }
        for own in Role::ALL {
            assert_ne!(role(Lang::Pl, own), role(Lang::En, own));
        }
    }
}
