//! What happens to a certificate between its decision and its end.

use serde_json::json;

use crate::desk::{Desk, texts};

#[test]
fn a_certificate_is_suspended_and_restored_and_no_milestone_moves() {
    let desk = Desk::sample();
    let before = desk.ok(&["cycle"]);
    assert_eq!(texts(&before, "milestone").len(), 5);
    assert!(desk.run(&["cycle"]).out.contains("the certificate is valid"));
    let refused = desk.refused(&["certificate", "suspend", "--from", "2014-11-03"]);
    assert_eq!(refused["kind"], "reason_required");
    let suspended =
        desk.ok(&["certificate", "suspend", "--from", "2014-11-03", "--reason", "Brak auditu nadzoru"]);
    assert_eq!(
        (&suspended["state"], &suspended["suspended_until"]),
        (&json!("suspended"), &json!("2015-05-03"))
    );
    assert_eq!(desk.ok(&["cycle"]), before);
    let told = desk.run(&["cycle", "--lang", "pl"]).out;
    assert!(told.contains("certyfikacja zawieszona, przywrócić do 03.05.2015"), "{told}");
    let late = desk.run(&["cycle", "--as-of", "2015-05-04"]).out;
    assert!(late.contains("the time to restore it ended on 3 May 2015"), "{late}");
    let again = ["certificate", "suspend", "--from", "2014-12-01", "--reason", "x"];
    assert_eq!(desk.refused(&again)["kind"], "already_suspended");
    assert_eq!(desk.ok(&["certificate", "restore", "--on", "2014-12-15"])["state"], "valid");
    assert_eq!(desk.refused(&["certificate", "restore", "--on", "2014-12-16"])["kind"], "not_suspended");
    assert_eq!(desk.refused(&["certificate", "withdraw", "--on", "2015-06-01"])["kind"], "date_in_future");
}

#[test]
fn what_lapsed_can_be_restored_for_six_months() {
    let desk = Desk::sample();
    let state = |day: &str| desk.run(&["cycle", "--as-of", day]).out;
    assert!(state("2016-02-27").contains("the certificate is valid"));
    assert!(state("2016-02-28").contains("it can be restored until 27 Aug 2016"));
    assert!(state("2016-08-28").contains("can no longer be restored"));
}

#[test]
fn a_withdrawn_certificate_changes_no_more() {
    let desk = Desk::sample();
    let withdrawn = desk.ok(&["certificate", "withdraw", "--on", "2015-01-09"]);
    assert_eq!(
        (&withdrawn["state"], &withdrawn["withdrawn_on"]),
        (&json!("withdrawn"), &json!("2015-01-09"))
    );
    let moved = ["certificate", "transfer", "--on", "2015-01-12", "--body", "Inna jednostka"];
    assert_eq!(desk.refused(&moved)["kind"], "certificate_withdrawn");
}

#[test]
fn another_body_goes_on_with_the_cycle() {
    let desk = Desk::sample();
    let cycle = desk.ok(&["cycle"]);
    let moved = desk.ok(&[
        "certificate",
        "transfer",
        "--on",
        "2015-01-12",
        "--body",
        "Nowa jednostka",
        "--number",
        "N/1",
    ]);
    assert_eq!((&moved["body"], &moved["number"]), (&json!("Nowa jednostka"), &json!("N/1")));
    assert_eq!(desk.ok(&["cycle"]), cycle);
    assert_eq!(desk.run(&["certificate", "transfer", "--on", "2015-01-12"]).status, 2);
}

#[test]
fn a_restored_certificate_counts_from_the_end_before() {
    let desk = Desk::sample();
    let plain = desk.ok(&["certificate", "--decided-on", "2016-05-10", "--tolerance-days", "30"]);
    assert_eq!((&plain["valid_until"], &plain["tolerance_days"]), (&json!("2019-05-09"), &json!(30)));
    let restored = desk.ok(&["certificate", "--decided-on", "2016-05-10", "--restored"]);
    assert_eq!((&restored["valid_until"], &restored["restored"]), (&json!("2019-02-27"), &json!(true)));
    assert_eq!(
        (&restored["tolerance_days"], &restored["cycle"]),
        (&json!(30), &json!(2)),
        "what is not said stays"
    );
}

#[test]
fn without_a_certificate_nothing_happens_to_it() {
    let desk = Desk::new();
    let suspend = ["certificate", "suspend", "--from", "2015-01-12", "--reason", "x"];
    assert_eq!(desk.refused(&suspend)["kind"], "not_found");
    assert!(!desk.data().exists());
    desk.ok(&["posts", "add", "Ktoś"]);
    assert_eq!(desk.refused(&suspend)["kind"], "no_certificate");
    assert_eq!(desk.run(&["certificate"]).status, 2, "a day is asked for");
}
