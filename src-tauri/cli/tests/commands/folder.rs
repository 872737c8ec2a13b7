//! The folder: created, locked, checked, never back-dated.

use capa_core::lock::FolderLock;
use serde_json::{Value, json};

use crate::desk::{Desk, bytes};

#[test]
fn a_folder_takes_the_sample_office_only_while_empty() {
    let desk = Desk::new();
    let filled = desk.ok(&["sample", "--as-of", "2015-01-12"]);
    assert_eq!((&filled["cases"], &filled["departments"]), (&json!(25), &json!(18)));
    assert_eq!((&filled["processes"], &filled["as_of"]), (&json!(12), &json!("2015-01-12")));
    let before = bytes(&desk.data().join("journal"));
    assert_eq!(desk.refused(&["sample"])["kind"], "not_empty");
    assert!(before == bytes(&desk.data().join("journal")));
    assert_eq!(desk.ok(&["verify"])["entries"], 1);
}

#[cfg(unix)]
#[test]
fn a_folder_is_created_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::sample();
    assert_eq!(std::fs::metadata(desk.data()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn only_a_sample_folder_is_written_as_of_another_day() {
    let desk = Desk::new();
    let csv = desk.write("register.csv", crate::exchange::REGISTER);
    let day = ["--as-of", "2015-01-04"];
    let refused =
        |words: &[&str]| assert_eq!(desk.refused(&[words, &day].concat())["kind"], "back_dated", "{words:?}");
    refused(&["sample"]);
    refused(&["certificate", "--decided-on", "2013-02-28"]);
    refused(&["import", &csv]);
    refused(&["reminders", "--deliver"]);
    refused(&["verify", "--accept-history"]);
    assert!(!desk.data().exists(), "a refusal creates nothing");
    desk.ok(&["certificate", "--decided-on", "2013-02-28"]);
    refused(&["import", &csv]);
    refused(&["reminders", "--deliver"]);
    refused(&["certificate", "--decided-on", "2016-02-28"]);
    assert_eq!(
        desk.ok(&["import", &csv, "--dry-run", "--as-of", "2015-01-04"])["rows"],
        3,
        "a plan writes nothing"
    );
}

#[test]
fn beside_an_open_window_questions_work_and_writes_say_locked() {
    let desk = Desk::sample();
    let csv = desk.write("register.csv", crate::exchange::REGISTER);
    let window = FolderLock::take(&desk.data()).unwrap();
    assert_eq!(desk.numbers(&[]).len(), 25);
    assert_eq!(desk.ok(&["cycle"])[1]["recommended"], "2015-02-28");
    assert_eq!(desk.ok(&["verify"])["ok"], true);
    assert_eq!(desk.ok(&["show", "DK/9/2014"])["number"], "DK/9/2014");
    for words in [&["certificate", "--decided-on", "2016-02-28"][..], &["import", &csv]] {
        assert_eq!(desk.refused(words)["kind"], "locked", "{words:?}");
    }
    let sentence = desk.run(&["import", &csv]);
    assert_eq!((sentence.status, sentence.out.as_str()), (1, ""));
    assert!(sentence.err.contains("another program"), "{}", sentence.err);
    let due = desk.ok(&["reminders", "--as-of", "2015-01-04"]);
    let left = desk.run(&["reminders", "--deliver", "--as-of", "2015-01-04", "--json"]);
    assert_eq!((left.status, left.json()), (0, json!([])));
    assert!(left.err.contains("window"), "{}", left.err);
    drop(window);
    assert_eq!(
        desk.ok(&["reminders", "--deliver", "--as-of", "2015-01-04"]),
        due,
        "they are still to be delivered"
    );
}

#[test]
fn certificates_are_recorded_corrected_and_renewed() {
    let desk = Desk::new();
    let first = desk.ok(&[
        "certificate",
        "--decided-on",
        "2013-02-28",
        "--stage2-ended-on",
        "2013-01-30",
        "--number",
        "QM 1/13",
        "--body",
        "Body",
        "--edition",
        "2008",
        "--base",
        "stage2",
    ]);
    assert_eq!((&first["valid_until"], &first["cycle"]), (&json!("2016-02-27"), &json!(1)));
    assert_eq!(desk.ok(&["cycle"])[0]["latest"], "2014-01-30", "as the certificate says");
    let corrected = desk.ok(&["certificate", "--decided-on", "2013-02-28", "--base", "decision"]);
    assert_eq!((&corrected["number"], &corrected["edition"]), (&json!("QM 1/13"), &json!("2008")));
    assert_eq!((&corrected["stage2_ended_on"], &corrected["cycle"]), (&json!("2013-01-30"), &json!(1)));
    assert_eq!(desk.ok(&["cycle"])[0]["latest"], "2014-02-28");
    let renewed = desk.ok(&["certificate", "--decided-on", "2016-02-20", "--valid-until", "2019-02-27"]);
    assert_eq!((&renewed["cycle"], &renewed["edition"]), (&json!(2), &json!("2008")));
    assert_eq!(desk.ok(&["cycle"])[0]["latest"], "2017-12-31", "after recertification only the year binds");
    assert_eq!(desk.ok(&["cycle"])[3]["latest"], "2019-02-27");
}

#[test]
fn leap_days_and_month_ends_hold_on_the_command_line() {
    let desk = Desk::new();
    assert_eq!(desk.ok(&["certificate", "--decided-on", "2012-02-29"])["valid_until"], "2015-02-27");
    assert_eq!(desk.ok(&["cycle"])[0]["latest"], "2013-02-28");
    let later = Desk::new();
    later.ok(&["certificate", "--decided-on", "2013-08-31"]);
    assert_eq!(later.ok(&["cycle"])[4]["latest"], "2017-02-28");
}

#[test]
fn a_wrong_certificate_changes_nothing() {
    let desk = Desk::new();
    let wrong =
        |words: &[&str]| desk.refused(&[&["certificate", "--decided-on", "2013-02-28"], words].concat());
    assert_eq!(wrong(&["--valid-until", "2013-02-28"])["kind"], "valid_until_before_decision");
    assert_eq!(wrong(&["--stage2-ended-on", "2013-03-01"])["kind"], "stage2_after_decision");
    assert_eq!(desk.ok(&["verify"])["entries"], 0);
    desk.ok(&["sample"]);
}

#[test]
fn verify_names_the_entry_that_was_changed() {
    let desk = Desk::sample();
    desk.ok(&["certificate", "--decided-on", "2016-02-20"]);
    let good = desk.ok(&["verify"]);
    assert_eq!((&good["ok"], &good["entries"], &good["problems"]), (&json!(true), &json!(2), &json!([])));
    let segment = bytes(&desk.data().join("journal")).into_iter().next_back().unwrap();
    let (path, mut changed) = segment;
    let last = changed.iter().rposition(|byte| *byte != 0).unwrap();
    changed[last - 40] ^= 1;
    std::fs::write(&path, &changed).unwrap();
    let run = desk.run(&["verify", "--json"]);
    let found = run.json();
    assert_eq!((run.status, &found["ok"]), (1, &json!(false)), "{found}");
    assert!(found["problems"].as_array().unwrap().iter().any(|problem| problem["seq"] == 2), "{found}");
    let told = desk.run(&["verify"]);
    assert!(told.status == 1 && told.out.contains("Entry 2"), "{}", told.out);
}

#[test]
fn a_folder_that_cannot_be_made_is_told_with_its_path() {
    let desk = Desk::new();
    std::fs::write(desk.data(), "a file where the folder should be").unwrap();
    let run = desk.run(&["sample", "--json"]);
    assert_eq!(run.status, 1, "{}", run.out);
    let error: Value = run.json()["error"].clone();
    assert!(error["reason"].as_str().unwrap().contains("data"), "{error}");
    assert_eq!(std::fs::read(desk.data()).unwrap(), b"a file where the folder should be");
}

#[test]
fn a_folder_put_back_to_an_older_state_goes_on_only_when_that_is_accepted() {
    let desk = Desk::sample();
    let older = bytes(&desk.data());
    desk.ok(&["certificate", "--decided-on", "2016-02-20"]);
    std::fs::remove_dir_all(desk.data()).unwrap();
    for (path, content) in older {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    let found = desk.run(&["verify", "--json"]);
    assert_eq!((found.status, &found.json()["problems"][0]["kind"]), (1, &json!("cut")));
    let refused = desk.refused(&["certificate", "--decided-on", "2016-02-20"]);
    assert_eq!(refused["kind"], "history_cut");
    assert!(refused["reason"].as_str().unwrap().contains("--accept-history"), "{refused}");
    assert_eq!(desk.ok(&["verify", "--accept-history"])["entries"], 2, "the trail says what was accepted");
    desk.ok(&["certificate", "--decided-on", "2016-02-20"]);
    assert_eq!(desk.ok(&["verify"])["ok"], true);
}
