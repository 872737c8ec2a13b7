//! The readiness checklist from the command line: the answer, confirmations, runs, own checks.

use serde_json::{Value, json};

use crate::desk::{Desk, texts};

fn check<'a>(answer: &'a Value, id: &str) -> &'a Value {
    let found = answer["checks"].as_array().unwrap().iter().find(|check| check["id"] == id);
    found.unwrap_or_else(|| panic!("{id} is not there"))
}

fn numbers(check: &Value) -> Vec<&str> {
    check["cases"].as_array().unwrap().iter().map(|case| case.as_str().unwrap()).collect()
}

#[test]
fn the_sample_office_is_not_ready_and_says_why() {
    let desk = Desk::sample();
    let answer = desk.ok(&["readiness", "--as-of", "2015-01-12"]);
    assert_eq!(answer, desk.ok(&["readiness"]), "the sample stands on that day");
    assert_eq!((&answer["verdict"], &answer["as_of"]), (&json!("not_ready"), &json!("2015-01-12")));
    assert_eq!(answer["audit"]["kind"], "surveillance_2");
    assert_eq!((&answer["audit"]["on"], &answer["audit"]["planned"]), (&json!("2015-02-03"), &json!(true)));
    assert_eq!(answer["period"], json!({"from": "2014-01-29", "to": "2015-01-12"}));
    assert_eq!(answer["checks"].as_array().unwrap().len(), 34);
    let late = check(&answer, "R07");
    assert_eq!((&late["result"], numbers(late)), (&json!("fail"), vec!["DZ/2/2014", "DK/9/2014"]));
    assert_eq!(
        (&late["letter"], &late["mode"], &late["blocking"]),
        (&json!("b"), &json!("auto"), &json!(true))
    );
    assert!(late["question"].as_str().unwrap().len() > 20 && late["clause"] == "8.5.2 d");
    assert!(!late["reasons"].as_array().unwrap().is_empty());
    for (id, result) in [("R12", "ok"), ("R11", "fail"), ("R03", "not_applicable"), ("R34", "ok")] {
        assert_eq!(check(&answer, id)["result"], result, "{id}");
    }
}

#[test]
fn an_earlier_day_knows_no_later_cases() {
    let desk = Desk::sample();
    let answer = desk.ok(&["readiness", "--as-of", "2014-06-30"]);
    let later = desk.numbers(&["--as-of", "2014-06-30"]);
    let told: Vec<&str> =
        answer["checks"].as_array().unwrap().iter().flat_map(|check| numbers(check)).collect();
    assert!(!told.is_empty());
    for number in told {
        assert!(later.iter().any(|known| known == number), "{number}");
    }
}

#[test]
fn the_text_says_the_verdict_first_and_what_to_do() {
    let desk = Desk::sample();
    for (lang, verdict, first) in
        [("pl", "niegotowe", "Co zrobić najpierw"), ("en", "not ready", "What to do first")]
    {
        let run = desk.run(&["readiness", "--lang", lang]);
        assert_eq!(run.status, 0, "an answer is an answer");
        let head = run.out.lines().next().unwrap().to_lowercase();
        assert!(head.contains(verdict), "{head}");
        assert!(
            run.out.contains(first) && run.out.contains("DK/9/2014") && run.out.contains("R34"),
            "{}",
            run.out
        );
    }
}

#[test]
fn a_folder_that_is_not_there_is_answered_too() {
    let desk = Desk::new();
    let answer = desk.ok(&["readiness", "--as-of", "2015-01-12"]);
    assert_eq!(answer["checks"].as_array().unwrap().len(), 34);
    assert_eq!((&answer["audit"], desk.ok(&["readiness", "runs"])), (&Value::Null, json!([])));
    assert_eq!(desk.refused(&["readiness", "confirm", "R20"])["kind"], "not_found");
    assert_eq!(desk.refused(&["readiness", "keep"])["kind"], "not_found");
    assert!(!desk.data().exists());
}

#[test]
fn what_people_confirm_counts_until_it_is_taken_back() {
    let desk = Desk::sample();
    let before = desk.ok(&["readiness"]);
    let check_id = "R33";
    let confirmed =
        desk.ok(&["readiness", "confirm", check_id, "--answer", "partly", "--note", "Stary papier firmowy"]);
    assert_eq!(
        (&confirmed["check"]["id"], &confirmed["check"]["result"]),
        (&json!("R33"), &json!("warning"))
    );
    let given = check(&desk.ok(&["readiness"]), check_id)["confirmed"].clone();
    assert_eq!((&given["answer"], &given["on"]), (&json!("partly"), &json!("2015-01-12")));
    assert_eq!(given["note"], "Stary papier firmowy");
    assert_eq!(
        desk.refused(&["readiness", "confirm", check_id, "--answer", "no"])["kind"],
        "reason_required"
    );
    assert_eq!(desk.refused(&["readiness", "confirm", "R07"])["kind"], "checked_by_data");
    assert_eq!(desk.refused(&["readiness", "confirm", "R99"])["kind"], "unknown_check");
    assert_eq!(desk.run(&["readiness", "confirm", "R33", "--answer", "maybe"]).status, 2);
    desk.ok(&["readiness", "take-back", check_id]);
    assert_eq!(check(&desk.ok(&["readiness"]), check_id), check(&before, check_id));
}

#[test]
fn a_check_is_confirmed_process_by_process() {
    let desk = Desk::sample();
    let some = desk.ok(&["readiness", "confirm", "R27", "--process", "P01", "--process", "P02"]);
    let all = desk.ok(&["readiness", "confirm", "R27", "--all-processes"]);
    assert_ne!(some["check"]["result"], "ok", "ten processes are left");
    assert_eq!(all["check"]["result"], "ok");
    assert_eq!(desk.refused(&["readiness", "confirm", "R27", "--process", "P99"])["kind"], "not_found");
}

#[test]
fn runs_are_kept_signed_and_compared() {
    let desk = Desk::sample();
    let earlier = desk.ok(&["readiness", "runs"]).as_array().unwrap().len();
    let kept = desk.ok(&["readiness", "keep"]);
    let id = kept["id"].as_str().unwrap();
    assert_eq!((&kept["verdict"], &kept["audit_on"]), (&json!("not_ready"), &json!("2015-02-03")));
    assert_eq!(desk.ok(&["readiness", "compare", id])["differences"], json!([]));
    desk.ok(&["readiness", "confirm", "R33", "--answer", "no", "--note", "Znak na decyzjach"]);
    let compared = desk.ok(&["readiness", "compare", id]);
    assert_eq!(texts(&compared["differences"], "check"), ["R33"]);
    assert_eq!(compared["differences"][0]["now"], "fail");
    let signed = desk.ok(&["readiness", "sign", "1"]);
    assert_eq!((&signed["id"], &signed["signed_representative"]["on"]), (&json!(id), &json!("2015-01-12")));
    assert_eq!(desk.refused(&["readiness", "sign", id])["kind"], "signed_already");
    assert_eq!(desk.refused(&["readiness", "discard", id])["kind"], "run_signed");
    let both = desk.ok(&["readiness", "sign", id, "--for", "QMS Coordinator", "--document", "OR.1"]);
    assert_eq!(both["signed_coordinator"]["on"], "2015-01-12");
    let spare = desk.ok(&["readiness", "keep"]);
    assert_eq!(desk.ok(&["readiness", "runs"]).as_array().unwrap().len(), earlier + 2);
    desk.ok(&["readiness", "discard", spare["id"].as_str().unwrap()]);
    assert_eq!(texts(&desk.ok(&["readiness", "runs"]), "id").first().map(String::as_str), Some(id));
    assert_eq!(desk.refused(&["readiness", "compare", "99"])["kind"], "not_found");
}

#[test]
fn the_office_asks_a_question_of_its_own() {
    let desk = Desk::sample();
    let known = desk.ok(&["readiness", "checks", "list"]).as_array().unwrap().len();
    let add = [
        "readiness",
        "checks",
        "add",
        "--question",
        "Czy tablice są aktualne?",
        "--letter",
        "h",
        "--blocking",
    ];
    let rows = desk.ok(&add);
    assert_eq!(rows.as_array().unwrap().len(), known + 1);
    let own = rows.as_array().unwrap().last().unwrap().clone();
    let code = own["code"].as_str().unwrap();
    let asked = desk.ok(&["readiness"]);
    let own = check(&asked, code);
    assert_eq!(
        (&own["result"], &own["blocking"], &own["letter"]),
        (&json!("unanswered"), &json!(true), &json!("h"))
    );
    desk.ok(&["readiness", "confirm", code, "--note", "Obchód 9.01"]);
    assert_eq!(check(&desk.ok(&["readiness"]), code)["result"], "ok");
    desk.ok(&["readiness", "checks", "retire", code]);
    let left = desk.ok(&["readiness"]);
    assert!(!texts(&left["checks"], "id").iter().any(|id| id == code));
    assert_eq!(desk.refused(&["readiness", "checks", "add", "--question", " "])["kind"], "empty_name");
    assert_eq!(
        desk.refused(&["readiness", "checks", "add", "--question", "x", "--letter", "z"])["kind"],
        "not_found"
    );
}

#[test]
fn the_review_pack_has_every_input() {
    let desk = Desk::sample();
    let pack = desk.ok(&["review-pack"]);
    let topics = texts(&pack["sections"], "topic");
    assert_eq!(topics.len(), 9);
    assert!(topics.contains(&"actions".to_string()), "{topics:?}");
    let rows = pack["sections"].as_array().unwrap().iter().flat_map(|it| it["rows"].as_array().unwrap());
    assert!(rows.clone().any(|row| !row["cases"].as_array().unwrap().is_empty()));
    assert!(rows.clone().all(|row| !row["text"].as_str().unwrap().is_empty()));
    let (pl, en) = (desk.run(&["review-pack", "--lang", "pl"]).out, desk.run(&["review-pack"]).out);
    assert!(pl.contains("Dane wejściowe") && en.contains("Clause"), "{pl}{en}");
}
