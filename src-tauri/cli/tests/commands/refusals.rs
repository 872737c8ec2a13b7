//! Refusals and wrong usage of moves, in both languages.

use serde_json::{Value, json};

use crate::desk::{Desk, day};
use crate::life::{HEAD, begun};

#[test]
fn the_same_refusal_is_told_in_both_languages() {
    let desk = Desk::new();
    let number = begun(&desk);
    let (far, past) = (day(300), day(-3));
    let refused: [(&str, &[&str]); 14] = [
        ("not_in_this_state", &["approve_plan"]),
        ("not_a_draft", &["register"]),
        ("not_a_draft", &["save", "--set", "title=x"]),
        ("not_a_draft", &["discard"]),
        ("reason_required", &["cancel"]),
        ("reason_required", &["extend", "--due", &far]),
        ("due_in_past", &["extend", "--due", &past, "--reason", "x"]),
        ("recorded_for_needed", &["ask_extension", "--due", &far, "--reason", "x"]),
        ("no_extension_asked", &["refuse_extension", "--reason", "x"]),
        ("link_to_itself", &["link", "--to", &number]),
        ("not_found", &["link", "--to", "DK/99/2026"]),
        ("not_found", &["assign", "--owner", "Nikt taki"]),
        ("not_found", &["complete_action", "--action", "1"]),
        ("date_out_of_range", &["write", "--set", "reported_on=1900-01-01"]),
    ];
    for (kind, words) in refused {
        let said = |lang: &str| {
            let run = desk.run(&[&["do", number.as_str()], words, &["--lang", lang]].concat());
            assert_eq!((run.status, run.out.as_str()), (1, ""), "{words:?}");
            run.err
        };
        assert_eq!(desk.refused(&[&["do", number.as_str()], words].concat())["kind"], kind, "{words:?}");
        let (pl, en) = (said("pl"), said("en"));
        assert!(pl != en && !pl.contains('_') && !en.contains(kind), "{words:?}: {pl} {en}");
    }
    let told = |lang| desk.run(&["do", &number, "approve_plan", "--lang", lang]).err;
    assert!(told("pl").contains("zarejestrowana") && told("en").contains("registered"), "{}", told("pl"));
}

#[test]
fn moves_tell_what_stands_against_each() {
    let desk = Desk::new();
    let number = begun(&desk);
    let row = |rows: &Value, step: &str| {
        rows.as_array().unwrap().iter().find(|row| row["move"] == step).unwrap().clone()
    };
    let mine = desk.ok(&["moves", &number]);
    assert_eq!(
        row(&mine, "start_analysis"),
        json!({"move": "start_analysis", "action": null, "allowed": true, "reason": null, "needs": {}})
    );
    let ask = row(&mine, "ask_extension");
    assert_eq!((&ask["reason"], &ask["needs"]["post"]), (&json!("recorded_for_needed"), &json!(HEAD)));
    assert_eq!(row(&mine, "approve_plan")["needs"]["status"], "registered");
    let theirs = desk.ok(&["moves", &number, "--for", HEAD]);
    assert_eq!(
        (&row(&theirs, "ask_extension")["allowed"], &row(&theirs, "cancel")["needs"]["needs"]),
        (&json!(true), &json!("P"))
    );
    let moves: std::collections::BTreeSet<&str> =
        mine.as_array().unwrap().iter().map(|row| row["move"].as_str().unwrap()).collect();
    assert_eq!(moves.len(), capa_core::domain::moves::Move::all().count());
    desk.ok(&["do", &number, "start_analysis"]);
    desk.ok(&["do", &number, "write", "--add-action", "Pierwsze||", "--add-action", "Drugie||"]);
    let rows = desk.ok(&["moves", &number]);
    let per_action = rows.as_array().unwrap().iter().filter(|row| row["move"] == "attach").count();
    assert_eq!(per_action, 2);
    let second = desk.ok(&["moves", &number, "--action", "2"]);
    assert_eq!(row(&second, "attach")["action"], desk.ok(&["show", &number])["actions"][1]["id"]);
    let (pl, en) = (desk.run(&["moves", &number, "--lang", "pl"]).out, desk.run(&["moves", &number]).out);
    assert!(pl.contains("zatwierdzenie planu") && en.contains("approve the plan"), "{pl}{en}");
}

#[test]
fn tasks_wait_for_whoever_they_fall_to() {
    let desk = Desk::new();
    let number = begun(&desk);
    let theirs = desk.ok(&["tasks", "--for", HEAD]);
    assert_eq!((&theirs[0]["number"], &theirs[0]["move"]), (&json!(number), &json!("start_analysis")));
    desk.ok(&["do", &number, "start_analysis"]);
    assert_eq!(desk.ok(&["tasks"]), json!([]), "the plan is the head's to hand in");
    assert_eq!(desk.ok(&["tasks", "--for", HEAD])[0]["move"], "submit_plan");
    assert!(desk.run(&["tasks", "--for", HEAD, "--lang", "pl"]).out.contains("przedłożenie planu"));
    assert!(desk.run(&["tasks", "--lang", "pl"]).out.contains("Nic nie czeka"));
}

#[test]
fn what_a_move_does_not_take_is_wrong_usage() {
    let desk = Desk::new();
    let wrong: [&[&str]; 13] = [
        &["do", "DK/1/2026"],
        &["do", "DK/1/2026", "jump"],
        &["do", "DK/1/2026", "extend", "--reason", "x"],
        &["do", "DK/1/2026", "extend", "--due", "2015-02-30"],
        &["do", "DK/1/2026", "link"],
        &["do", "DK/1/2026", "assign"],
        &["do", "DK/1/2026", "send_back", "--result", "yes"],
        &["do", "DK/1/2026", "approve_plan", "--reason", "x"],
        &["do", "DK/1/2026", "approve_plan", "--document", "x"],
        &["do", "DK/1/2026", "write", "--set", "colour=red"],
        &["new", "--set", "title=x"],
        &["posts", "add", "X", "--role", "king"],
        &["people", "add", "--login", "anna", "--name", "Anna"],
    ];
    for words in wrong {
        let run = desk.run(words);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{words:?}");
    }
    let unknown = desk.run(wrong[9]).err;
    assert!(unknown.contains("colour") && unknown.contains("root_cause"), "{unknown}");
    assert!(!desk.data().exists());
}
