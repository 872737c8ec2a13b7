//! Where people sign in: each in their own name, with the same rules and refusals.

use serde_json::{Value, json};

use crate::desk::{Desk, PDF};
use crate::life::{CLERK, HEAD, begun, write_plan};

const REPRESENTATIVE: (&str, &str) = ("pelnomocnik", "wiosenny deszcz nad rzeka");
const NACZELNIK: (&str, &str) = ("naczelnik", "zielony rower w garazu");

/// An office with a registered case, and two people who sign in.
fn office() -> (Desk, String) {
    let desk = Desk::new();
    let number = begun(&desk);
    let add = ["people", "add", "--login", REPRESENTATIVE.0, "--name", "Anna Nowa", "--post", "QMS Rep"];
    let run = desk.told(&[REPRESENTATIVE.1], &[&add[..], &["--password-stdin", "--json"]].concat());
    assert_eq!(run.status, 0, "{} {}", run.out, run.err);
    assert_eq!(run.json()["signs_in"], true);
    let add =
        ["people", "add", "--login", NACZELNIK.0, "--name", "Jan Stary", "--post", HEAD, "--post", CLERK];
    let words = [&add[..], &["--password-stdin", "--as", REPRESENTATIVE.0]].concat();
    let run = desk.told(&[REPRESENTATIVE.1, NACZELNIK.1], &words);
    assert_eq!(run.status, 0, "{} {}", run.out, run.err);
    (desk, number)
}

#[test]
fn nobody_asks_or_acts_without_signing_in() {
    let (desk, number) = office();
    let csv = desk.write("register.csv", crate::exchange::REGISTER);
    let out = desk.file("out.csv").display().to_string();
    let asking: [&[&str]; 12] = [
        &["list"],
        &["show", &number],
        &["export", &out],
        &["cycle"],
        &["reminders"],
        &["moves", &number],
        &["tasks"],
        &["import", &csv, "--dry-run"],
        &["do", &number, "start_analysis"],
        &["people", "list"],
        &["posts", "list"],
        &["certificate", "--decided-on", "2013-02-28"],
    ];
    for words in asking {
        assert_eq!(desk.refused(words)["kind"], "sign_in_needed", "{words:?}");
        assert_eq!(desk.refused(&[words, &["--as", "naczelnik"]].concat())["kind"], "password_missing");
    }
    assert!(!desk.file("out.csv").exists());
    let polish = desk.run(&["list", "--lang", "pl"]);
    assert!(polish.err.contains("--as"), "{}", polish.err);
    for words in
        [&["verify"][..], &["deadline", "--from", "2015-01-12", "--days", "3"], &["reminders", "--deliver"]]
    {
        desk.ok(words);
    }
    assert_eq!(desk.ok_as(NACZELNIK, &["list"]).as_array().unwrap().len(), 1);
    assert_eq!(desk.ok_as(REPRESENTATIVE, &["people", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn each_does_their_own_part_and_signs_it_off() {
    let (desk, number) = office();
    let own = |who, words: &[&str]| desk.ok_as(who, &[&["do", number.as_str()], words].concat());
    let refused = |who, words: &[&str]| desk.refused_as(who, &[&["do", number.as_str()], words].concat());
    own(NACZELNIK, &["start_analysis"]);
    let plan = write_plan(&number);
    desk.ok_as(NACZELNIK, &plan.iter().map(String::as_str).collect::<Vec<_>>());
    let not_hers = refused(REPRESENTATIVE, &["submit_plan"]);
    assert_eq!((&not_hers["kind"], &not_hers["needs"]), (&json!("role_forbidden"), &json!("W")));
    assert_eq!(refused(REPRESENTATIVE, &["submit_plan", "--for", HEAD])["kind"], "records_for_others");
    own(NACZELNIK, &["submit_plan"]);
    let approves = refused(NACZELNIK, &["approve_plan"]);
    assert_eq!((&approves["kind"], &approves["needs"]), (&json!("role_forbidden"), &json!("P,K,S")));
    own(REPRESENTATIVE, &["approve_plan"]);
    let pdf = desk.write("procedura.pdf", PDF);
    for place in ["1", "2"] {
        own(NACZELNIK, &["attach", "--action", place, "--file", &pdf]);
        own(NACZELNIK, &["complete_action", "--action", place]);
    }
    own(NACZELNIK, &["report_done"]);
    let verifies = refused(NACZELNIK, &["verify"]);
    assert_eq!((&verifies["kind"], &verifies["needs"]), (&json!("role_forbidden"), &json!("P,A")));
    own(REPRESENTATIVE, &["verify", "--seen", "Procedura"]);
    assert_eq!(refused(NACZELNIK, &["judge_effective", "--based-on", "x"])["kind"], "owner_reviews");
    let judged =
        own(REPRESENTATIVE, &["judge_ineffective", "--based-on", "Trzy", "--early-reason", "Powtórka"]);
    assert!(judged["follow_up"]["number"].is_string());

    let case = desk.ok_as(NACZELNIK, &["show", &number]);
    let trail = case["trail"].as_array().unwrap();
    let entry = |what: &str| trail.iter().find(|entry| entry["change"]["what"] == what).unwrap();
    let (approved, submitted) = (entry("plan_approved"), entry("plan_submitted"));
    assert_eq!((&approved["actor"], &approved["signed_off"]), (&json!("Anna Nowa"), &json!(true)));
    assert_eq!((&submitted["actor"], &submitted["role"]), (&json!("Jan Stary"), &json!("department_head")));
    assert!(approved["person"].is_string() && approved["person"] != submitted["person"]);
    assert_eq!(entry("implementation_verified")["signed_off"], true);
}

#[test]
fn whoever_signs_in_alone_still_records_what_posts_decided() {
    let desk = Desk::new();
    let number = begun(&desk);
    let add = ["people", "add", "--login", REPRESENTATIVE.0, "--name", "Anna Nowa", "--post", "QMS Rep"];
    assert_eq!(desk.told(&[REPRESENTATIVE.1], &[&add[..], &["--password-stdin"]].concat()).status, 0);
    let own = |words: &[&str]| desk.ok_as(REPRESENTATIVE, &[&["do", number.as_str()], words].concat());
    own(&["start_analysis"]);
    let plan = write_plan(&number);
    desk.ok_as(REPRESENTATIVE, &plan.iter().map(String::as_str).collect::<Vec<_>>());
    own(&["submit_plan", "--for", HEAD]);
    own(&["approve_plan"]);
    let case = desk.ok_as(REPRESENTATIVE, &["show", &number]);
    let (submitted, approved) = (&case["trail"][4], &case["trail"][5]);
    assert_eq!(
        (&submitted["recorded_for"]["name"], &submitted["actor"]),
        (&json!(HEAD), &json!("Anna Nowa"))
    );
    assert_eq!((&approved["recorded_for"], &approved["signed_off"]), (&Value::Null, &json!(true)));
    // She only held the pen when the plan was handed in: approving it is hers.
    assert_eq!(case["plan_submission"]["signer"]["person"], Value::Null);
}

#[test]
fn wrong_passwords_are_told_as_one_and_slowed_down() {
    let (desk, number) = office();
    let words = ["do", &number, "start_analysis"];
    for (login, password) in [(NACZELNIK.0, "wiosenny deszcz"), ("nikt", NACZELNIK.1), (NACZELNIK.0, "")] {
        assert_eq!(desk.refused_as((login, password), &words)["kind"], "wrong_password", "{login}");
    }
    // Asked or acted, each failure counts.
    for question in [&["list"][..], &["tasks"], &words] {
        assert_eq!(desk.refused_as((NACZELNIK.0, "zle haslo"), question)["kind"], "wrong_password");
    }
    let waits = desk.refused_as(NACZELNIK, &["list"]);
    assert_eq!(waits["kind"], "wait");
    assert!(waits["seconds"].as_str().unwrap().parse::<u64>().unwrap() <= 30, "{waits}");
    assert_eq!(desk.ok_as(REPRESENTATIVE, &["show", &number])["status"], "registered", "nothing was done");
}

#[test]
fn passwords_are_changed_by_their_owner_and_people_shut_out() {
    let (desk, _) = office();
    let change = |who: (&str, &str), login: &str, new: &str| {
        desk.told(&[who.1, new], &["people", "password", login, "--as", who.0, "--json"])
    };
    let kind = |run: crate::desk::Run| run.json()["error"]["kind"].as_str().unwrap().to_string();
    assert_eq!(kind(change(NACZELNIK, NACZELNIK.0, "krotkie")), "password_too_short");
    assert_eq!(kind(change(NACZELNIK, REPRESENTATIVE.0, "inne dlugie haslo tu")), "role_forbidden");
    let new = (NACZELNIK.0, "czerwony latawiec na plazy");
    assert_eq!(change(NACZELNIK, new.0, new.1).status, 0);
    assert_eq!(desk.refused_as(NACZELNIK, &["list"])["kind"], "wrong_password");
    desk.ok_as(new, &["list"]);
    assert_eq!(desk.refused_as(new, &["people", "deactivate", REPRESENTATIVE.0])["kind"], "role_forbidden");
    let last = desk.refused_as(REPRESENTATIVE, &["people", "deactivate", REPRESENTATIVE.0]);
    assert_eq!(last["kind"], "last_representative");
    desk.ok_as(REPRESENTATIVE, &["people", "deactivate", new.0]);
    assert_eq!(desk.refused_as(new, &["list"])["kind"], "wrong_password");
    let people = desk.ok_as(REPRESENTATIVE, &["people", "list"]);
    let shut: Vec<&Value> = people.as_array().unwrap().iter().filter(|row| row["active"] == false).collect();
    assert_eq!((shut.len(), &shut[0]["login"]), (1, &json!(new.0)));
}
