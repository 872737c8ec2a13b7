//! Reminders: asked, delivered once, caught up in one digest.

use serde_json::{Value, json};

use crate::desk::{Desk, texts};

const DAY: [&str; 2] = ["--as-of", "2015-01-04"];

fn deliver(desk: &Desk, day: &str) -> Value {
    desk.ok(&["reminders", "--deliver", "--as-of", day])
}

#[test]
fn the_audit_is_named_thirty_days_ahead() {
    let desk = Desk::sample();
    let due = desk.ok(&["reminders", "--as-of", "2015-01-04"]);
    let audit = due.as_array().unwrap().iter().find(|row| row["rule"] == "audit_30").unwrap();
    assert_eq!((&audit["subject"], &audit["due_on"]), (&json!("surveillance_2"), &json!("2015-02-03")));
    assert_eq!(audit["fire_on"], "2015-01-04");
    assert_eq!(audit["sentence"], "Surveillance audit 2 in 30 days (3 Feb 2015)");
    assert!(audit["key"].as_str().unwrap().ends_with("/audit_30/2015-02-03"), "{audit}");
    let polish = desk.run(&["reminders", "--lang", "pl", DAY[0], DAY[1]]);
    assert!(polish.out.contains("Audit nadzoru II za 30 dni (03.02.2015)"), "{}", polish.out);
}

#[test]
fn what_was_delivered_is_not_delivered_again() {
    let desk = Desk::sample();
    let asked = desk.ok(&["reminders", "--as-of", "2015-01-04"]);
    assert_eq!(asked, desk.ok(&["reminders", "--as-of", "2015-01-04"]), "a question delivers nothing");
    let delivered = deliver(&desk, "2015-01-04");
    assert_eq!(delivered, asked);
    assert!(texts(&delivered, "rule").contains(&"audit_30".into()));
    assert_eq!(deliver(&desk, "2015-01-04"), json!([]));
    assert_eq!(desk.ok(&["reminders", "--as-of", "2015-01-04"]), json!([]));
    let verified = desk.ok(&["verify"]);
    assert_eq!(
        (&verified["ok"], &verified["entries"]),
        (&json!(true), &json!(2)),
        "one entry for the delivery"
    );
}

#[test]
fn twelve_days_away_are_caught_up_in_one_digest() {
    let (daily, away) = (Desk::sample(), Desk::sample());
    deliver(&daily, "2015-01-12");
    deliver(&away, "2015-01-12");
    let mut each_day: Vec<String> =
        (13..=24).flat_map(|day| texts(&deliver(&daily, &format!("2015-01-{day:02}")), "rule")).collect();
    let caught_up = away.ok(&["reminders", "--as-of", "2015-01-24"]);
    let digest = away.run(&["reminders", "--deliver", "--as-of", "2015-01-24"]);
    let mut missed = texts(&caught_up, "rule");
    each_day.sort();
    missed.sort();
    assert!(missed.len() > 1, "{missed:?}");
    assert_eq!(missed, each_day, "every missed step, each once");
    let lines: Vec<&str> = digest.out.lines().collect();
    // Two missed steps of one due date say the same sentence today: the toast says it once, the list names both.
    let mut said = texts(&caught_up, "sentence");
    said.sort();
    said.dedup();
    assert_eq!(lines[0], format!("CAPA Desk – {} reminders", said.len()));
    assert_eq!(lines.len(), missed.len() + 1, "one toast: {}", digest.out);
    assert!(said.len() < missed.len());
    assert_eq!(away.ok(&["verify"])["entries"], 3, "one entry for the whole digest");
    assert_eq!(deliver(&away, "2015-01-24"), json!([]));
}
