//! An internal audit and the yearly programmes from the command line.

use serde_json::{Value, json};

use crate::desk::{Desk, texts};

#[test]
fn an_internal_audit_runs_from_its_plan_to_a_case() {
    let desk = Desk::sample();
    let before = desk.ok(&["audits", "--kind", "internal"]).as_array().unwrap().len();
    let list = ["question-lists", "add", "Obieg pism", "--process", "P04"];
    desk.ok(&[
        &list[..],
        &[
            "--question",
            "!Czy pisma są rejestrowane?|4.2.4|7.5.3",
            "--question",
            "Czy rejestr jest aktualny?",
        ],
    ]
    .concat());
    let planned = desk.ok(&[
        "audit",
        "plan",
        "--from",
        "2015-01-08",
        "--to",
        "2015-01-09",
        "--process",
        "P04",
        "--scope",
        "Obieg pism",
    ]);
    let id = planned["id"].as_str().unwrap();
    assert_eq!((&planned["kind"], &planned["held"]), (&json!("internal"), &json!(false)));
    assert_eq!(desk.ok(&["audits", "--kind", "internal"]).as_array().unwrap().len(), before + 1);

    let filled = desk.ok(&["audit", "fill", id, "--list", "obieg pism"]);
    let asked = texts(&filled["answers"], "text");
    let place = asked.iter().position(|text| text == "Czy pisma są rejestrowane?").unwrap() + 1;
    let place = place.to_string();
    let bare = ["audit", "answer", "2015-01-08", &place, "nonconforming"];
    assert_eq!(desk.refused(&bare)["kind"], "evidence_demanded");
    let answered =
        desk.ok(&[&bare[..], &["--evidence", "Pismo z 5.01 bez wpisu", "--note", "Pismo bez rejestracji"]]
            .concat());
    assert_eq!(answered["answers"][place.parse::<usize>().unwrap() - 1]["answer"], "nonconforming");
    assert_eq!(desk.refused(&["audit", "conclude", id])["kind"], "questions_open");
    for (number, text) in asked.iter().enumerate() {
        let number = (number + 1).to_string();
        if number != place {
            desk.ok(&["audit", "answer", id, &number, "conforming", "--evidence", text]);
        }
    }
    let raised = desk.ok(&["audit", "raise", id, &place]);
    let number = raised["number"].as_str().or(raised["case"].as_str()).unwrap();
    let case = desk.ok(&["show", number]);
    assert_eq!(case["source"], "INT_AUDIT");
    assert_eq!(desk.refused(&["audit", "raise", id, &place])["kind"], "case_raised");
    assert_eq!(desk.refused(&["audit", "remove", id])["kind"], "audit_in_use");
    let held = desk.ok(&["audit", "conclude", id]);
    assert_eq!((&held["held"], &held["findings_in_report"]), (&json!(true), &json!(1)));
    assert_eq!((&held["report_on"], &held["unanswered"]), (&json!("2015-01-12"), &json!(0)));
    assert_eq!(held["cases"], json!([number]));
    assert_eq!(desk.refused(&["audit", "question", id, "--text", "Jeszcze jedno?"])["kind"], "audit_held");
    let text = desk.run(&["audit", "show", id, "--lang", "pl"]).out;
    assert!(text.contains("Pismo z 5.01 bez wpisu") && text.contains("niezgodność"), "{text}");
    assert_eq!(desk.ok(&["verify"])["ok"], true);
}

#[test]
fn an_audit_is_changed_removed_and_brought_back() {
    let desk = Desk::sample();
    let planned = desk.ok(&["audit", "plan", "--from", "2015-03-02", "--to", "2015-03-04"]);
    let id = planned["id"].as_str().unwrap();
    let moved = desk.ok(&["audit", "change", id, "--from", "2015-03-09", "--note", "Na prośbę wydziału"]);
    assert_eq!((&moved["from"], &moved["to"]), (&json!("2015-03-09"), &json!("2015-03-11")), "as many days");
    let added = desk.ok(&["audit", "question", id, "--text", "Czy są wpisy?", "--process", "P04"]);
    assert_eq!(added["answers"][0]["process"], "P04");
    assert_eq!(desk.ok(&["audit", "drop", id, "1"])["answers"], json!([]));
    desk.ok(&["audit", "remove", id]);
    assert_eq!(desk.refused(&["audit", "show", id])["kind"], "not_found");
    assert_eq!(desk.ok(&["audit", "restore", id])["from"], "2015-03-09");
    desk.ok(&["audit", "plan", "--from", "2015-03-09"]);
    let unclear = desk.refused(&["audit", "show", "2015-03-09"]);
    assert!(unclear["kind"] == "audit_ambiguous" && unclear["ids"].as_str().unwrap().contains(id));
    assert_eq!(desk.run(&["audit", "plan", "--from", "2015-02-30"]).status, 2);
}

#[test]
fn nobody_audits_the_own_unit() {
    let desk = Desk::sample();
    let process = desk.ok(&["processes", "list"]);
    let owned = process.as_array().unwrap().iter().find(|row| row["owner"].is_string()).unwrap();
    let (code, owner) = (owned["code"].as_str().unwrap(), owned["owner"].as_str().unwrap());
    let plan = ["audit", "plan", "--from", "2015-03-02", "--process", code, "--auditor", owner];
    let refused = desk.refused(&plan);
    assert_eq!((&refused["kind"], &refused["process"]), (&json!("audits_own_unit"), &json!(code)));
}

#[test]
fn a_programme_of_audits_is_written_and_approved_on_paper() {
    let desk = Desk::sample();
    fn year<'a>(words: &[&'a str]) -> Vec<&'a str> {
        [&["programme", "audits", "--year", "2016"], words].concat()
    }
    assert_eq!(desk.ok(&year(&[]))["lines"], json!([]));
    let planned = desk.ok(&year(&["plan", "--line", "P04:3,9", "--line", "P05:5"]));
    assert_eq!(
        (&planned["approved"], texts(&planned["lines"], "process")),
        (&Value::Null, vec!["P04".into(), "P05".into()])
    );
    assert_eq!(planned["lines"][0]["cells"][2], "planned");
    assert_eq!(desk.refused(&year(&["approve"]))["kind"], "recorded_for_needed");
    let approved = desk.ok(&year(&["approve", "--for", "County Head", "--document", "Zarządzenie 1/2015"]));
    assert_eq!(approved["approved"]["on"], "2015-01-12");
    assert_eq!(desk.refused(&year(&["plan", "--line", "P05:"]))["kind"], "reason_required");
    let changed = desk.ok(&year(&["plan", "--line", "P05:", "--reason", "Zmiana organizacji"]));
    assert_eq!(
        (&changed["approved"], texts(&changed["lines"], "process")),
        (&Value::Null, vec!["P04".into()])
    );
    assert_eq!(
        desk.refused(&["programme", "audits", "--year", "2017", "approve", "--for", "County Head"])["kind"],
        "not_found"
    );
    assert_eq!(desk.run(&year(&["plan", "--line", "P05"])).status, 2);
}

#[test]
fn a_programme_of_actions_is_monitored_and_reported() {
    let desk = Desk::sample();
    let begun = desk.ok(&["programme", "actions"]);
    assert_eq!(begun["year"], 2015);
    let lines = begun["lines"].as_array().unwrap();
    let open = lines.iter().position(|line| line["done_on"].is_null()).unwrap() + 1;
    let monitor = ["programme", "actions", "monitor", "--month", "1", "--remarks", "Zgodnie z planem"];
    let progress = format!("{open}=40%");
    let told = desk.ok(&[&monitor[..], &["--progress", &progress]].concat());
    assert_eq!(told["lines"][open - 1]["percent"], 40);
    let month = told["monitoring"].as_array().unwrap().last().unwrap();
    assert_eq!((&month["month"], &month["remarks"]), (&json!(1), &json!("Zgodnie z planem")));
    assert!(month["open"].as_u64().unwrap() >= month["overdue"].as_u64().unwrap());
    assert_eq!(desk.refused(&["programme", "actions", "monitor", "--month", "2"])["kind"], "date_in_future");
    let beyond = ["programme", "actions", "monitor", "--month", "1", "--progress", "1=140"];
    assert_eq!(desk.refused(&beyond)["kind"], "score_beyond_scale");
    let report = desk.ok(&["programme", "actions", "report", "--quarter", "1"]);
    let quarters = report["quarters"].as_array().unwrap();
    assert_eq!((quarters.len(), &quarters[0]["reported_on"]), (1, &json!("2015-01-12")));
    let text = desk.run(&["programme", "actions", "--year", "2014", "--lang", "pl"]).out;
    assert!(text.contains("Program działań 2014") && text.contains("DZ/2/2014"), "{text}");
}

#[test]
fn auditors_show_training_and_appointment() {
    let desk = Desk::new();
    desk.ok(&["posts", "add", "Auditor Jan", "--role", "internal_auditor"]);
    let add = ["auditors", "add", "auditor jan"];
    let first = desk.ok(&[&add[..], &["--training", "Kurs 3/2014", "--trained-on", "2014-03-03"]].concat());
    assert_eq!(first[0]["competent"], false, "not appointed yet");
    let second = desk.ok(&[&add[..], &["--order", "12/2014", "--appointed-on", "2014-04-01"]].concat());
    assert_eq!((second.as_array().unwrap().len(), &second[0]["competent"]), (1, &json!(true)));
    assert_eq!((&second[0]["id"], &second[0]["training"]), (&first[0]["id"], &json!("Kurs 3/2014")));
}
