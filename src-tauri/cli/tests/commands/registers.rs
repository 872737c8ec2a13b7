//! Complaints, objectives, surveys and management reviews from the command line, typed and imported.

use serde_json::{Value, json};

use crate::desk::{Desk, texts};

#[test]
fn a_complaint_has_its_date_and_becomes_a_case() {
    let desk = Desk::sample();
    let add = [
        "complaints",
        "add",
        "--received",
        "2013-10-01",
        "--subject",
        "Kolejka w wydziale",
        "--reference",
        "OR.1510.77.2013",
    ];
    let added = desk.ok(&add);
    assert_eq!((&added["answer_due_on"], &added["late"]), (&json!("2013-11-04"), &json!(true)));
    let due = |received: &str| {
        let add = ["complaints", "add", "--received", received, "--subject", received];
        desk.ok(&add)["answer_due_on"].clone()
    };
    assert_eq!(
        [due("2013-04-17"), due("2014-01-31"), due("2014-11-24"), due("2014-12-08")],
        ["2013-05-17", "2014-02-28", "2014-12-24", "2015-01-08"]
    );
    let answered =
        ["complaints", "change", "or.1510.77.2013", "--answered", "2013-11-04", "--justified", "yes"];
    let changed = desk.ok(&answered);
    assert_eq!(
        (&changed["late"], &changed["id"], &changed["justified"]),
        (&json!(false), &added["id"], &json!("yes"))
    );
    assert_eq!(changed["subject"], "Kolejka w wydziale", "what is left out stays");
    let raised = desk.ok(&["complaints", "raise", "OR.1510.77.2013"]);
    let case = raised["number"].as_str().or(raised["case"].as_str()).unwrap();
    assert_eq!(desk.ok(&["show", case])["source"], "COMPLAINT");
    let listed = desk.ok(&["complaints", "--year", "2013"]);
    let row = listed.as_array().unwrap().iter().find(|row| row["id"] == added["id"]).unwrap();
    assert_eq!(row["case"], case);
    assert!(texts(&desk.ok(&["complaints", "--late"]), "subject").contains(&"2013-04-17".to_string()));
    assert_eq!(
        desk.refused(&["complaints", "add", "--received", "2015-02-01", "--subject", "x"])["kind"],
        "date_in_future"
    );
    assert_eq!(
        desk.refused(&["complaints", "add", "--received", "2015-01-02", "--subject", " "])["kind"],
        "empty_name"
    );
    let text = desk.run(&["complaints", "--year", "2013", "--lang", "pl"]).out;
    assert!(text.contains("Załatwić do") && text.contains("04.11.2013"), "{text}");
}

#[test]
fn objectives_belong_to_their_year() {
    let desk = Desk::sample();
    let held = desk.ok(&["objectives", "--year", "2016"]);
    assert_eq!(held, json!([]));
    let add = [
        "objectives",
        "--year",
        "2016",
        "add",
        "--text",
        "Krótsze kolejki",
        "--target",
        "15 min",
        "--process",
        "P04",
    ];
    let added = desk.ok(&add);
    assert_eq!(
        (&added["year"], &added["met"], &added["process"]),
        (&json!(2016), &Value::Null, &json!("P04"))
    );
    let changed =
        desk.ok(&["objectives", "--year", "2016", "change", "1", "--result", "20 min", "--met", "no"]);
    assert_eq!(
        (&changed["id"], &changed["met"], &changed["target"]),
        (&added["id"], &json!(false), &json!("15 min"))
    );
    desk.ok(&["objectives", "remove", added["id"].as_str().unwrap()]);
    assert_eq!(desk.ok(&["objectives", "--year", "2016"]), json!([]));
    assert_eq!(desk.refused(&["objectives", "change", "999", "--result", "x"])["kind"], "not_found");
}

#[test]
fn surveys_tell_a_low_score() {
    let desk = Desk::sample();
    let add = [
        "surveys",
        "add",
        "--name",
        "Wiosna 2013",
        "--held",
        "2013-05-31",
        "--score",
        "3,9",
        "--target",
        "4",
        "--scale",
        "5",
    ];
    let added = desk.ok(&add);
    assert_eq!((&added["score"], &added["low"]), (&json!(390), &json!(true)));
    assert_eq!(desk.ok(&["surveys", "change", "wiosna 2013", "--score", "4.10"])["low"], false);
    assert_eq!(
        desk.refused(&["surveys", "change", "Wiosna 2013", "--score", "5.01"])["kind"],
        "score_beyond_scale"
    );
    let text = desk.run(&["surveys", "--year", "2013", "--lang", "pl"]).out;
    assert!(text.contains("4,10 / 5,00"), "{text}");
}

#[test]
fn a_review_decides_and_its_decision_becomes_a_case() {
    let desk = Desk::sample();
    let add = [
        "reviews",
        "add",
        "--on",
        "2015-01-09",
        "--held",
        "--minutes",
        "OR.0123.1.2015",
        "--input",
        "actions=12 otwartych",
        "--decision",
        "Szkolenie kancelarii||2015-03-31",
        "--decision",
        "Nowa ankieta",
    ];
    let added = desk.ok(&add);
    assert_eq!(texts(&added["decisions"], "text"), ["Szkolenie kancelarii", "Nowa ankieta"]);
    assert_eq!(
        (&added["inputs"][0]["topic"], &added["decisions"][0]["due_on"]),
        (&json!("actions"), &json!("2015-03-31"))
    );
    let raised = desk.ok(&["reviews", "raise", "2015-01-09", "1"]);
    let case = raised["number"].as_str().or(raised["case"].as_str()).unwrap();
    assert_eq!(desk.ok(&["show", case])["source"], "MGMT_REVIEW");
    let told = desk.ok(&["reviews", "decision", "2015-01-09", "2", "--no-case-reason", "Zrobiono od ręki"]);
    assert_eq!(
        (&told["decisions"][0]["case"], &told["decisions"][1]["no_case_reason"]),
        (&json!(case), &json!("Zrobiono od ręki"))
    );
    assert_eq!(desk.refused(&["reviews", "add", "--on", "2015-06-01", "--held"])["kind"], "date_in_future");
    assert_eq!(desk.ok(&["reviews", "add", "--on", "2015-06-01"])["held"], false);
}

const COMPLAINTS: &str = "Znak sprawy;Data wpływu;Przedmiot;Nr karty\nA.1;17.04.2013;Kolejka;\nA.2;31.02.2013;Nie ma dnia;\nA.3;05.05.2013;Parking;ZZ/1/1999\n";

#[test]
fn a_register_is_planned_then_brought_in_once() {
    let desk = Desk::new();
    let file = desk.write("skargi.csv", COMPLAINTS);
    let import = ["import", &file, "--into", "complaints"];
    let planned = desk.ok(&[&import[..], &["--dry-run"]].concat());
    let wanted = json!({
        "rows": 3, "new": 2, "changed": 0, "unchanged": 0,
        "problems": [
            {"row": 3, "column": "Data wpływu", "kind": "impossible_date"},
            {"row": 4, "column": "Nr karty", "kind": "unknown_case"},
        ],
    });
    assert_eq!(planned, wanted);
    assert!(!desk.data().exists(), "a plan writes nothing");
    assert_eq!(desk.ok(&import), wanted);
    assert_eq!(texts(&desk.ok(&["complaints"]), "reference"), ["A.1", "A.3"]);
    let again = desk.ok(&import);
    assert_eq!((&again["new"], &again["changed"], &again["unchanged"]), (&json!(0), &json!(0), &json!(2)));
    assert_eq!(desk.refused(&["import", &file, "--into", "surveys"])["kind"], "no_such_columns");
    assert_eq!(
        desk.refused(&["import", &file, "--into", "complaints", "--sheet", "Brak"])["kind"],
        "sheet_missing"
    );
    assert_eq!(desk.run(&["import", &file, "--into", "gossip"]).status, 2);
    let told = desk.run(&["import", &file, "--into", "complaints", "--lang", "pl"]).out;
    assert!(told.contains("nie ma karty o tym numerze") && told.contains("takiej daty nie ma"), "{told}");
    assert_eq!(desk.ok(&["verify"])["ok"], true);
}
