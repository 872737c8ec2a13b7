//! What can be asked: lists, cases, milestones, deadlines.

use serde_json::{Value, json};

use crate::desk::{Desk, bytes, texts};

#[test]
fn a_folder_that_is_not_there_answers_empty_and_stays_so() {
    let desk = Desk::new();
    assert_eq!(desk.ok(&["list"]), json!([]));
    assert_eq!(desk.ok(&["list", "--department", "KT"]), json!([]));
    assert_eq!(desk.ok(&["reminders"]), json!([]));
    assert_eq!(desk.ok(&["reminders", "--deliver"]), json!([]));
    let cycle = desk.ok(&["cycle", "--base", "stage2"]);
    assert_eq!(
        texts(&cycle, "milestone"),
        ["surveillance_1", "surveillance_2", "recertification", "expiry", "restoration"]
    );
    for row in cycle.as_array().unwrap() {
        for key in ["latest", "recommended", "window_from", "working_day_before"] {
            assert_eq!(row[key], Value::Null);
            assert!(row.as_object().unwrap().contains_key(key), "{key} of {row}");
        }
    }
    let verified = desk.ok(&["verify"]);
    assert_eq!((&verified["ok"], &verified["entries"]), (&json!(true), &json!(0)));
    assert_eq!(verified["head"].as_str().unwrap().len(), 64);
    desk.ok(&["verify", "--accept-history"]);
    assert_eq!(desk.refused(&["show", "DK/1/2014"])["kind"], "not_found");
    assert!(!desk.data().exists());
}

#[test]
fn the_sample_office_has_its_cases() {
    let desk = Desk::sample();
    let all = desk.ok(&["list", "--as-of", "2015-01-12"]);
    let kinds = texts(&all, "kind");
    let count = |kind: &str| kinds.iter().filter(|own| *own == kind).count();
    assert_eq!((kinds.len(), count("DK"), count("DZ"), count("DS")), (25, 19, 5, 1));
    assert_eq!(desk.ok(&["list"]), all, "a sample folder stands on its own day");
    assert_eq!(desk.numbers(&["--kind", "dz"]).len(), 5);
    let row = all.as_array().unwrap().iter().find(|row| row["number"] == "DK/9/2014").unwrap();
    let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
    let mut wanted =
        ["id", "number", "kind", "status", "title", "owner", "department", "due_on", "overdue", "late"]
            .to_vec();
    wanted.sort_unstable();
    assert_eq!(keys, wanted);
    assert_eq!((&row["due_on"], &row["status"]), (&json!("2014-12-19"), &json!("in_progress")));
    assert!(row["owner"].is_string() && row["department"].is_string());
}

#[test]
fn cases_are_listed_by_year_kind_and_running_number() {
    let desk = Desk::sample();
    let place = |number: &str| {
        let parts: Vec<&str> = number.split('/').collect();
        let kind = ["DK", "DZ", "DS"].iter().position(|kind| *kind == parts[0]).unwrap();
        (parts[2].parse::<i32>().unwrap(), kind, parts[1].parse::<u32>().unwrap())
    };
    let places: Vec<_> = desk.numbers(&[]).iter().map(|number| place(number)).collect();
    assert!(places.is_sorted() && places.len() == 25, "{places:?}");
}

#[test]
fn overdue_is_told_as_of_a_day_and_the_due_day_is_on_time() {
    let desk = Desk::sample();
    let overdue = |day: &str| {
        let mut numbers = desk.numbers(&["--overdue", "--as-of", day]);
        numbers.sort();
        numbers
    };
    assert_eq!(overdue("2015-01-12"), ["DK/9/2014", "DZ/2/2014"]);
    assert!(!overdue("2014-12-19").contains(&"DK/9/2014".to_string()));
    assert!(overdue("2014-12-20").contains(&"DK/9/2014".to_string()));
}

#[test]
fn a_list_is_narrowed_by_each_choice() {
    let desk = Desk::sample();
    let all = desk.ok(&["list"]);
    let having = |key: &str, value: &str| {
        let rows = all.as_array().unwrap().iter().filter(|row| row[key] == value);
        rows.map(|row| row["number"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    let open = having("status", "in_progress");
    assert!(!open.is_empty() && open.len() < 25);
    assert_eq!(desk.numbers(&["--status", "in_progress"]), open);
    let code = all[0]["department"].as_str().unwrap();
    assert_eq!(desk.numbers(&["--department", code]), having("department", code));
    assert_eq!(desk.numbers(&["--department", "no such unit"]), [""; 0]);
    let of_2013 = desk.numbers(&["--year", "2013"]);
    assert!(!of_2013.is_empty() && of_2013.iter().all(|number| number.ends_with("/2013")), "{of_2013:?}");
    assert_eq!(desk.numbers(&["--text", "dk/9/2014"]), ["DK/9/2014"]);
    assert_eq!(desk.numbers(&["--text", "zzzz"]), [""; 0]);
}

#[test]
fn cases_registered_later_are_left_out() {
    let desk = Desk::sample();
    let registered = |number: &str| desk.ok(&["show", number])["registered_on"].as_str().unwrap().to_string();
    let newest = registered("DK/9/2014");
    let before = "2013-12-31";
    assert!(newest.as_str() > before);
    let known = desk.numbers(&["--as-of", before]);
    assert!(!known.is_empty() && known.len() < 25);
    assert!(known.iter().all(|number| registered(number).as_str() <= before), "{known:?}");
    assert_eq!(desk.refused(&["show", "DK/9/2014", "--as-of", before])["kind"], "not_found");
    assert!(desk.numbers(&["--as-of", &newest]).contains(&"DK/9/2014".into()), "its first day counts");
}

#[test]
fn a_case_is_shown_whole() {
    let desk = Desk::sample();
    let case = desk.ok(&["show", "dk / 9 / 2014"]);
    assert_eq!(
        (&case["number"], &case["kind"], &case["overdue"]),
        (&json!("DK/9/2014"), &json!("DK"), &json!(true))
    );
    for key in
        ["title", "finding", "correction", "cause", "verification", "effectiveness", "closure", "remarks"]
    {
        assert!(case.as_object().unwrap().contains_key(key), "{key}");
    }
    let actions = case["actions"].as_array().unwrap();
    assert!(!actions.is_empty() && actions[0]["owner"].is_string() && actions[0]["due_on"].is_string());
    let trail = case["trail"].as_array().unwrap();
    let entry = &trail[0];
    for key in ["seq", "at", "actor", "change", "prev", "hash"] {
        assert!(entry.as_object().unwrap().contains_key(key), "{key} of {entry}");
    }
    assert_eq!((trail.len(), &entry["change"]["what"]), (1, &json!("sample_opened")));
    assert!(entry["change"]["fields"].as_array().unwrap().iter().any(|field| field["new"] == "DK/9/2014"));
    assert_eq!(entry["hash"], desk.ok(&["verify"])["head"]);
}

#[test]
fn links_are_told_from_both_ends_and_evidence_by_action() {
    let desk = Desk::sample();
    let cases: Vec<Value> = desk.numbers(&[]).iter().map(|number| desk.ok(&["show", number])).collect();
    let mut ends: Vec<(String, String)> = Vec::new();
    for case in &cases {
        for link in case["links"].as_array().unwrap() {
            let (own, other) = (case["number"].to_string(), link["number"].to_string());
            ends.push(if link["direction"] == "to" { (own, other) } else { (other, own) });
        }
    }
    ends.sort();
    assert!(!ends.is_empty() && ends.chunks(2).all(|pair| pair[0] == pair[1]), "{ends:?}");
    let with_evidence = cases.iter().find(|case| !case["evidence"].as_array().unwrap().is_empty()).unwrap();
    let paper = &with_evidence["evidence"][0];
    let action =
        with_evidence["actions"].as_array().unwrap().iter().find(|action| action["id"] == paper["action"]);
    assert_eq!(action.unwrap()["evidence"][0]["title"], paper["title"]);
}

#[test]
fn the_cycle_has_its_milestones_under_both_bases() {
    let desk = Desk::sample();
    let decision = desk.ok(&["cycle", "--base", "decision"]);
    assert_eq!(
        decision[0],
        json!({"milestone": "surveillance_1", "latest": "2014-02-28", "recommended": null,
               "window_from": "2013-11-28", "working_day_before": "2014-02-28"})
    );
    assert_eq!(
        decision[1],
        json!({"milestone": "surveillance_2", "latest": "2015-12-31", "recommended": "2015-02-28",
               "window_from": "2014-11-28", "working_day_before": "2015-02-27"})
    );
    assert_eq!(
        (&decision[2]["latest"], &decision[3]["latest"]),
        (&json!("2016-02-27"), &json!("2016-02-27"))
    );
    assert_eq!(decision[4]["latest"], "2016-08-27");
    assert_eq!(desk.ok(&["cycle", "--base", "stage2"])[0]["latest"], "2014-01-30");
    assert_eq!(desk.ok(&["cycle", "--base", "calendar"])[0]["latest"], "2014-12-31");
}

#[test]
fn deadlines_are_counted_by_the_code_or_by_the_office() {
    let desk = Desk::new();
    let count = |words: &str| {
        let line: Vec<&str> = ["deadline"].into_iter().chain(words.split(' ')).collect();
        let found = desk.ok(&line);
        (found["raw"].as_str().unwrap().to_string(), found["date"].as_str().unwrap().to_string())
    };
    let pair = |raw: &str, date: &str| (raw.to_string(), date.to_string());
    assert_eq!(count("--from 2013-04-17 --days 14 --kpa"), pair("2013-05-01", "2013-05-02"));
    assert_eq!(count("--from 2013-04-17 --days 14"), pair("2013-05-01", "2013-05-02"));
    assert_eq!(count("--from 2013-04-17 --days 14 --shift none"), pair("2013-05-01", "2013-05-01"));
    assert_eq!(count("--from 2013-04-17 --days 14 --shift previous"), pair("2013-05-01", "2013-04-30"));
    assert_eq!(count("--from 2026-03-23 --weeks 2 --kpa"), pair("2026-04-06", "2026-04-07"));
    assert_eq!(count("--from 2014-01-31 --months 1 --kpa"), pair("2014-02-28", "2014-02-28"));
    assert_eq!(count("--from 2016-02-29 --years 1 --kpa"), pair("2017-02-28", "2017-02-28"));
    let far = desk.refused(&["deadline", "--from", "2015-01-12", "--years", "4000000000"]);
    assert_eq!(far["kind"], "date_out_of_range");
}

#[test]
fn the_language_is_the_one_that_was_asked_for() {
    let desk = Desk::sample();
    let (pl, en) = (desk.run(&["list", "--lang", "pl"]), desk.run(&["list", "--lang", "en"]));
    assert!(pl.out.contains("PO TERMINIE") && pl.out.contains("19.12.2014"), "{}", pl.out);
    assert!(en.out.contains("OVERDUE") && en.out.contains("19 Dec 2014"), "{}", en.out);
    let title = |lang: &str| desk.ok(&["show", "DK/9/2014", "--lang", lang])["title"].clone();
    assert_ne!(title("pl"), title("en"));
    let german = desk.command(&["list"]).env("CAPA_LANG", "de_DE").env("LANG", "C").output().unwrap();
    assert_eq!(String::from_utf8(german.stdout).unwrap(), pl.out, "an unknown language falls back to Polish");
    let card = desk.run(&["show", "DK/9/2014", "--lang", "pl"]);
    assert!(
        card.out.starts_with("DK/9/2014") && card.out.contains("Założono przykładowe starostwo"),
        "{}",
        card.out
    );
}

#[test]
fn questions_write_nothing() {
    let desk = Desk::sample();
    let before = bytes(&desk.data());
    for question in ["list", "cycle", "reminders", "verify"] {
        desk.ok(&[question]);
    }
    desk.ok(&["show", "DK/9/2014"]);
    desk.ok(&["export", &desk.file("out.csv").display().to_string()]);
    assert!(before == bytes(&desk.data()));
}

#[test]
fn wrong_usage_is_told_apart_from_a_refusal() {
    let desk = Desk::new();
    let wrong: [&[&str]; 7] = [
        &["list", "--as-of", "2015-02-30"],
        &["certificate", "--decided-on", "28.02.2013"],
        &["list", "--status", "lost"],
        &["list", "--kind", "XX"],
        &["deadline", "--from", "2015-01-12"],
        &["list", "--lang", "de"],
        &["readiness", "prove"],
    ];
    for arguments in wrong {
        let run = desk.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
    }
    assert!(desk.run(wrong[0]).err.contains("no calendar has this day"));
    assert_eq!(desk.run(&["--help"]).status, 0);
    assert!(!desk.data().exists());
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let desk = Desk::sample();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ended = desk.command(&["list", "--json"]).stdout(writer).output().unwrap();
    assert!(ended.status.success());
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}
