//! Posts, processes and people of an office that is only begun.

use serde_json::json;

use crate::desk::{Desk, texts};

#[test]
fn a_folder_that_is_not_there_has_nobody_and_stays_so() {
    let desk = Desk::new();
    for words in [&["people", "list"][..], &["posts", "list"], &["processes", "list"], &["tasks"]] {
        assert_eq!(desk.ok(words), json!([]), "{words:?}");
    }
    assert_eq!(desk.refused(&["do", "DK/1/2026", "register"])["kind"], "not_found");
    assert_eq!(desk.refused(&["moves", "DK/1/2026"])["kind"], "not_found");
    assert!(!desk.data().exists());
}

#[test]
fn posts_are_added_and_changed() {
    let desk = Desk::new();
    let added = desk.ok(&["posts", "add", "Audytor Jan", "--role", "internal_auditor"]);
    assert_eq!((&added["name"], &added["roles"]), (&json!("Audytor Jan"), &json!(["internal_auditor"])));
    assert_eq!(
        texts(&desk.ok(&["posts", "list"]), "name").len(),
        4,
        "with the three that no office is without"
    );
    let changed = desk.ok(&["posts", "change", "audytor", "--name", "Audytor wewnętrzny"]);
    assert_eq!((&changed["id"], &changed["roles"]), (&added["id"], &added["roles"]));
    assert_eq!(desk.ok(&["posts", "change", "audytor", "--no-roles"])["roles"], json!([]));
    assert_eq!(desk.refused(&["posts", "add", "X", "--department", "ZZ"])["kind"], "not_found");
    assert_eq!(desk.refused(&["posts", "add", "  "])["kind"], "empty_name");
    let unclear = desk.refused(&["posts", "change", "count", "--name", "Y"]);
    assert_eq!(unclear["kind"], "post_ambiguous");
    let named = unclear["posts"].as_str().unwrap();
    assert!(named.contains("County Secretary") && named.contains("County Head"), "{named}");
}

#[test]
fn processes_are_added_once() {
    let desk = Desk::new();
    let added =
        desk.ok(&["processes", "add", "--code", "P-01", "--name", "Skargi", "--owner", "county head"]);
    assert_eq!((&added["code"], &added["owner"]), (&json!("P-01"), &json!("County Head")));
    assert_eq!(
        desk.refused(&["processes", "add", "--code", "p-01", "--name", "Inny"])["kind"],
        "duplicate_code"
    );
    assert_eq!(texts(&desk.ok(&["processes", "list"]), "code"), ["P-01"]);
}

#[test]
fn the_first_password_belongs_to_the_representative() {
    let desk = Desk::new();
    let add = |login: &str, post: &str, lines: &[&str]| {
        let words = ["people", "add", "--login", login, "--name", "Osoba", "--post", post, "--json"];
        let with = if lines.is_empty() { vec![] } else { vec!["--password-stdin"] };
        desk.told(lines, &[&words[..], &with].concat())
    };
    let kind = |run: crate::desk::Run| run.json()["error"]["kind"].as_str().unwrap().to_string();
    assert_eq!(kind(add("starosta", "county head", &["zielony rower w garazu"])), "first_is_representative");
    assert_eq!(kind(add("p", "qms rep", &["zielony rower w garazu"])), "bad_login");
    assert_eq!(kind(add("anna", "qms rep", &["haslo"])), "password_too_short");
    assert_eq!(kind(add("anna", "no such post", &[])), "not_found");
    let run = add("anna", "qms rep", &[]);
    assert_eq!((run.status, &run.json()["signs_in"]), (0, &json!(false)));
    assert_eq!(kind(add("ANNA", "qms rep", &[])), "login_taken");
    desk.ok(&["list"]);
    let set = desk.told(&["zielony rower w garazu"], &["people", "password", "anna"]);
    assert_eq!(set.status, 0, "{}", set.err);
    assert_eq!(desk.refused(&["list"])["kind"], "sign_in_needed");
}
