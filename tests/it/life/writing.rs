//! Writing on a card: every part, in every state, by everybody, as the sheet says; and what no form may undo.

use capa_core::clock::SystemIds;
use capa_core::domain::case::{Case, CaseKind, CaseStatus, External};
use capa_core::domain::change::ChangeSet;
use capa_core::domain::draft::{ActionForm, DraftForm};
use capa_core::domain::registration;
use capa_core::domain::rule::RuleError;
use capa_core::domain::write;
use capa_core::register::Register;

use super::sheet::Sheet;
use super::world::{TODAY, Who, action_id, after, case_id, cased, day, moment, param, rule, with};

fn save(register: &Register, who: Who, change: impl FnOnce(&mut DraftForm)) -> Result<ChangeSet, RuleError> {
    let stood = register.case(case_id(1)).unwrap();
    let mut form = DraftForm::of(&stood.record);
    change(&mut form);
    let mut ids = SystemIds;
    let mut moment = moment(who.actor(), day(TODAY), &mut ids);
    write::save(register, case_id(1), stood.revision, form, &mut moment)
}

fn touch(part: &str, form: &mut DraftForm) {
    match part {
        "kind" => form.kind = CaseKind::Preventive,
        "report" => form.remarks = "Uwaga".into(),
        "correction" => form.correction.what = "Dopisano datę".into(),
        "cause" => form.cause.root = "Inna przyczyna".into(),
        "plan" => form.expected_effect = "Każda decyzja ma datę".into(),
        "external" => {
            form.external = Some(External { answer_due_on: Some(day(TODAY)), ..External::default() })
        }
        other => panic!("no part {other}"),
    }
}

#[test]
fn every_part_in_every_state_by_everybody_as_the_sheet_says() {
    let mut tried = 0;
    let mut allowed = 0;
    for (part, from, letters) in Sheet::read().parts {
        for status in CaseStatus::ALL {
            for who in Who::ALL {
                let register = with(&cased(status));
                let told = save(&register, who, |form| touch(&part, form));
                let is_one = who.letters(false).chars().any(|letter| letters.contains(&letter));
                let wished = if matches!(who, Who::Nobody | Who::ShutOut | Who::Unknown) {
                    "sign_in_needed"
                } else if status == CaseStatus::Draft {
                    "allowed"
                } else if status.code().starts_with("closed_") || status == CaseStatus::Cancelled {
                    "closed_case"
                } else if !from.contains(&status.code().to_string()) {
                    "part_locked"
                } else if is_one {
                    "allowed"
                } else {
                    "role_forbidden"
                };
                let name = told.as_ref().map_or_else(rule, |_| "allowed".into());
                assert_eq!(name, wished, "{part} in {} by {who:?}", status.code());
                tried += 1;
                allowed += usize::from(name == "allowed");
            }
        }
    }
    println!("{tried} writings tried, {allowed} allowed");
    assert_eq!(tried, 6 * 12 * 14);
}

#[test]
fn two_parts_at_once_need_the_right_to_both() {
    let register = with(&cased(CaseStatus::Analysis));
    let both = |form: &mut DraftForm| {
        touch("cause", form);
        touch("report", form);
    };
    assert_eq!(rule(&save(&register, Who::CaseOwner, both).unwrap_err()), "role_forbidden");
    assert!(save(&register, Who::Representative, both).is_ok());
}

#[test]
fn what_a_step_demanded_is_corrected_but_not_blanked() {
    let blank = |status, change: fn(&mut DraftForm)| {
        let told = save(&with(&cased(status)), Who::Representative, change);
        told.map_or_else(
            |error| format!("{} {}", rule(&error), param(&error, "missing")),
            |_| "allowed".into(),
        )
    };
    use CaseStatus::{Analysis, Registered};
    for status in [Registered, Analysis] {
        assert_eq!(blank(status, |form| form.title = " ".into()), "incomplete title");
        assert_eq!(blank(status, |form| form.finding.statement.clear()), "incomplete statement");
        assert_eq!(blank(status, |form| form.owner = None), "incomplete owner");
    }
    assert_eq!(blank(Analysis, |form| form.process = None), "incomplete process");
    assert_eq!(blank(Analysis, |form| form.source = None), "incomplete source");
    assert_eq!(blank(Analysis, |form| form.clause_2008 = None), "incomplete clause");
    assert_eq!(
        blank(Registered, |form| form.process = None),
        "allowed",
        "asked for when the analysis starts"
    );
    // What was never there may stay away.
    let mut case = cased(Analysis);
    case.source = None;
    assert!(save(&with(&case), Who::Representative, |form| form.remarks = "Uwaga".into()).is_ok());
}

#[test]
fn agreed_dates_done_actions_and_evidence_stay() {
    let told = |case: &Case, change: fn(&mut DraftForm)| {
        save(&with(case), Who::CaseOwner, change).map_or_else(|error| rule(&error), |_| "allowed".into())
    };
    let agreed = cased(CaseStatus::Analysis);
    assert_eq!(told(&agreed, |form| form.actions[0].due_on = Some(day("2014-09-01"))), "due_agreed");
    assert_eq!(told(&agreed, |form| form.target_on = Some(day("2014-09-01"))), "due_agreed");
    assert_eq!(told(&agreed, |form| form.actions.clear()), "due_agreed");
    let mut open = agreed.clone();
    open.actions[0].original_due_on = None;
    assert_eq!(told(&open, |form| form.actions[0].due_on = Some(day("2014-09-01"))), "allowed");
    // It was not agreed yet, but evidence was laid to it.
    let strike = |form: &mut DraftForm| drop(form.actions.remove(0));
    assert_eq!(told(&open, strike), "due_agreed", "evidence never vanishes");
    open.actions[0].evidence.clear();
    assert_eq!(told(&open, strike), "allowed");
    // Opened again with a finished action.
    let mut reopened = agreed;
    super::world::done(&mut reopened.actions[0]);
    assert_eq!(told(&reopened, |form| form.actions[0].owner = Some(Who::Reporter.post())), "action_settled");
    assert_eq!(told(&reopened, |form| form.actions[0].what = "Inne".into()), "action_settled");
}

#[test]
fn a_form_that_names_an_action_twice_makes_a_new_one_of_the_second() {
    let register = with(&cased(CaseStatus::Analysis));
    let twice = |form: &mut DraftForm| {
        let again = ActionForm { what: "Jeszcze raz".into(), ..form.actions[0].clone() };
        form.actions.push(again);
    };
    let set = save(&register, Who::CaseOwner, twice).unwrap();
    let case = after(&register, &set);
    let ids: Vec<_> = case.actions.iter().map(|action| action.id).collect();
    assert_eq!(&ids[..2], [action_id(1), action_id(2)]);
    assert!(ids.len() == 3 && ids[2] != ids[0], "{ids:?}");
    assert_eq!((case.actions[0].evidence.len(), case.actions[2].evidence.len()), (2, 0));
}

#[test]
fn nothing_is_reported_after_it_was_registered() {
    let mut ids = SystemIds;
    let register_draft = |on: &str, ids: &mut SystemIds| {
        let mut case = cased(CaseStatus::Draft);
        case.reported_on = Some(day(on));
        let moment = moment(Who::Representative.actor(), day(TODAY), ids);
        registration::register(&with(&case), case_id(1), 1, &moment).map(|(number, _)| number)
    };
    let told = register_draft("2014-06-03", &mut ids).unwrap_err();
    assert_eq!((rule(&told), param(&told, "date")), ("date_in_future".into(), "2014-06-03".into()));
    assert_eq!(register_draft(TODAY, &mut ids).unwrap(), "DK/1/2014");
    let registered = with(&cased(CaseStatus::Registered));
    let later = save(&registered, Who::Representative, |form| form.reported_on = Some(day("2014-03-04")));
    assert_eq!(rule(&later.unwrap_err()), "date_goes_back");
    let same = save(&registered, Who::Representative, |form| form.reported_on = Some(day("2014-03-03")));
    assert!(same.is_ok());
}
