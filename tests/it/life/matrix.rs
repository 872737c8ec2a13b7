//! Every state, everybody, every move: allowed or refused as the sheet says, with the rule's name.

use std::collections::BTreeMap;

use capa_core::domain::action::{Extension, ExtensionRequest};
use capa_core::domain::case::{Case, CaseStatus, Link, LinkKind};
use capa_core::domain::moves::Move;

use super::sheet::{Sheet, SheetRow};
use super::world::{
    TODAY, Who, action, after, case_id, cased, day, done, make, param, perform, proposal, rule, step, with,
};

/// Moves of which each is about an action, or can be: then also R, and the head of R's unit, come in.
const OF_ACTIONS: [&str; 9] = [
    "complete_action",
    "reopen_action",
    "cancel_action",
    "extend",
    "ask_extension",
    "refuse_extension",
    "attach",
    "withdraw",
    "assign",
];

pub fn extension() -> Extension {
    Extension {
        from: Some(day("2014-05-30")),
        to: day("2014-06-30"),
        reason: "Powód".into(),
        asked_on: day("2014-05-20"),
        decided_on: day("2014-05-21"),
        decided_by: "Representative".into(),
        signer: Some(Who::Representative.signer()),
        late: false,
    }
}

/// The case in that state, built so that every guard of the move holds.
pub fn ready(status: CaseStatus, wanted: Move, who: Who) -> Case {
    let mut case = cased(status);
    match wanted {
        Move::ReopenAction => done(&mut case.actions[0]),
        Move::ReportDone | Move::Verify => case.actions.iter_mut().for_each(done),
        Move::ApproveNoAction | Move::RefuseNoAction => case.no_action_proposal = Some(proposal()),
        Move::RefuseExtension => {
            case.actions[0].asked = Some(ExtensionRequest {
                to: day("2014-07-31"),
                reason: "Powód".into(),
                on: day("2014-05-20"),
                by: "ActionOwner".into(),
                signer: Some(Who::ActionOwner.signer()),
            });
        }
        Move::Unlink => case.links.push(Link { kind: LinkKind::Recurrence, to: case_id(2) }),
        // The first two are the representative's, the third is theirs.
        Move::Extend if matches!(who, Who::Coordinator | Who::TopManagement) => {
            case.actions[0].extensions = vec![extension(), extension()];
        }
        _ => {}
    }
    if wanted == Move::Withdraw {
        case.actions[0].evidence = action(1).evidence;
    }
    case
}

/// What the sheet says: the name of the rule that refuses, or nothing.
fn expected(row: &SheetRow, status: CaseStatus, who: Who) -> Option<&'static str> {
    if matches!(who, Who::Nobody | Who::ShutOut | Who::Unknown) {
        return Some("sign_in_needed");
    }
    if !row.from.iter().any(|from| from == status.code()) {
        let elsewhere = if row.from == ["draft"] {
            "not_a_draft"
        } else if status == CaseStatus::Draft {
            "still_a_draft"
        } else {
            "not_in_this_state"
        };
        return Some(closed_or(status, elsewhere));
    }
    let of_action = OF_ACTIONS.contains(&row.step.as_str());
    let is_one = who.letters(of_action).chars().any(|letter| row.who.contains(&letter));
    if is_one { None } else { Some("role_forbidden") }
}

fn closed_or(status: CaseStatus, otherwise: &'static str) -> &'static str {
    if status.code().starts_with("closed_") || status == CaseStatus::Cancelled {
        "closed_case"
    } else {
        otherwise
    }
}

/// Where a move must lead by the sheet; a decision not to act first waits for its approval.
fn leads_to(row: &SheetRow, status: CaseStatus) -> &str {
    match row.to.as_str() {
        "same" => status.code(),
        "closed_no_action" if row.step == "decide_no_action" => status.code(),
        other => other,
    }
}

#[test]
fn every_state_everybody_and_every_move_as_the_sheet_says() {
    let sheet = Sheet::read();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for status in CaseStatus::ALL {
        for row in &sheet.moves {
            let wanted = Move::from_code(&row.step).unwrap();
            for who in Who::ALL {
                let case = ready(status, wanted, who);
                let register = with(&case);
                let answer = perform(&register, who.actor(), wanted);
                let told = match &answer {
                    Ok(set) => {
                        let to = leads_to(row, status);
                        let reached = if to == "out" { "out" } else { after(&register, set).status.code() };
                        if reached == to { "allowed".to_string() } else { format!("led to {reached}") }
                    }
                    Err(error) => rule(error),
                };
                let wished = expected(row, status, who).unwrap_or("allowed");
                if told != wished {
                    wrong.push(format!("{} {} {who:?}: {told}, not {wished}", status.code(), row.step));
                }
                if wished == "role_forbidden" {
                    let letters: Vec<String> = row.who.iter().map(char::to_string).collect();
                    assert_eq!(param(&answer.unwrap_err(), "needs"), letters.join(","), "{}", row.step);
                }
                *tried.entry(told).or_default() += 1;
            }
        }
    }
    let sum: usize = tried.values().sum();
    println!("{sum} combinations of state, person and move: {tried:?}");
    assert!(wrong.is_empty(), "{} of {sum}:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(sum, 12 * 14 * 28);
    let seen: Vec<&str> = tried.keys().map(String::as_str).collect();
    let all =
        ["allowed", "closed_case", "not_a_draft", "not_in_this_state", "role_forbidden", "sign_in_needed"];
    assert!(all.iter().all(|name| seen.contains(name)) && seen.contains(&"still_a_draft"), "{seen:?}");
}

#[test]
fn what_the_list_of_moves_says_is_what_the_move_answers() {
    use capa_core::domain::acting::Acting;
    use capa_core::domain::moves;
    let mut tried = 0;
    for status in CaseStatus::ALL {
        for wanted in Move::all() {
            let Some(step) = step(wanted) else { continue };
            for who in Who::ALL {
                let case = ready(status, wanted, who);
                let register = with(&case);
                let action = step.action().and_then(|id| case.actions.iter().find(|action| action.id == id));
                let listed = Acting::of(&register, &who.actor(), day(TODAY))
                    .and_then(|acting| moves::check(&register, &acting, &case, wanted, action));
                let made = make(&register, who.actor(), step.clone());
                assert_eq!(listed.err(), made.err(), "{} {wanted:?} {who:?}", status.code());
                tried += 1;
            }
        }
    }
    println!("{tried} answers of the list compared with the move");
    assert_eq!(tried, 12 * 25 * 14);
}

#[test]
fn signing_off_and_reasons_are_asked_for_where_the_sheet_says() {
    use capa_core::domain::change::Actor;
    use capa_core::domain::life::{Judgement, Step};
    let (mut signed, mut reasoned) = (0, 0);
    for row in &Sheet::read().moves {
        let wanted = Move::from_code(&row.step).unwrap();
        let Some(whole) = step(wanted) else { continue };
        let status = CaseStatus::from_code(&row.from[0]).unwrap();
        let letter = |who: &Who| who.letters(true).chars().any(|letter| row.who.contains(&letter));
        let who = Who::ALL.into_iter().find(letter).unwrap();
        let register = with(&ready(status, wanted, who));
        let unsigned = make(&register, Actor { signed_off: false, ..who.actor() }, whole.clone());
        let told = unsigned.as_ref().err().map(rule);
        assert_eq!(told.as_deref(), row.sign_off.then_some("sign_off_needed"), "{}", row.step);
        signed += usize::from(row.sign_off);
        let blank = |text: &String| " \n\t".repeat(1 + text.len() % 2);
        let without = match whole {
            Step::ReturnPlan { reason } => Step::ReturnPlan { reason: blank(&reason) },
            Step::ReopenAction { action, reason } => Step::ReopenAction { action, reason: blank(&reason) },
            Step::CancelAction { action, reason } => Step::CancelAction { action, reason: blank(&reason) },
            Step::SendBack { result, reason } => Step::SendBack { result, reason: blank(&reason) },
            Step::DecideNoAction { reason, approved } => {
                Step::DecideNoAction { reason: blank(&reason), approved }
            }
            Step::RefuseNoAction { reason } => Step::RefuseNoAction { reason: blank(&reason) },
            Step::Cancel { reason } => Step::Cancel { reason: blank(&reason) },
            Step::Reopen { reason } => Step::Reopen { reason: blank(&reason) },
            Step::Extend { action, due_on, reason } => {
                Step::Extend { action, due_on, reason: blank(&reason) }
            }
            Step::AskExtension { action, due_on, reason } => {
                Step::AskExtension { action, due_on, reason: blank(&reason) }
            }
            Step::RefuseExtension { action, reason } => {
                Step::RefuseExtension { action, reason: blank(&reason) }
            }
            Step::Withdraw { action, evidence, reason } => {
                Step::Withdraw { action, evidence, reason: blank(&reason) }
            }
            Step::Unlink { to, reason } => Step::Unlink { to, reason: blank(&reason) },
            Step::Judge(judged) => Step::Judge(Judgement { early_reason: " ".into(), ..judged }),
            Step::Assign { action, owner, .. } => Step::Assign { action, owner, reason: " ".into() },
            other => other,
        };
        let told = make(&register, who.actor(), without).err().map(|error| rule(&error));
        assert_eq!(told.as_deref(), row.reason.then_some("reason_required"), "{}", row.step);
        reasoned += usize::from(row.reason);
    }
    assert_eq!((signed, reasoned), (6, 13), "moves that are signed off, and moves with a reason");
}
