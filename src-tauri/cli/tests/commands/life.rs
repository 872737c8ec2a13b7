//! A whole life of a case from the command line alone.

use serde_json::{Value, json};

use crate::desk::{Desk, PDF, day, texts};

pub const HEAD: &str = "Naczelnik Wydziału Komunikacji";
pub const CLERK: &str = "Inspektor ds. ewidencji";

/// An office with two posts and a process, and its first case registered.
pub fn begun(desk: &Desk) -> String {
    desk.ok(&["posts", "add", HEAD, "--role", "department_head"]);
    desk.ok(&["posts", "add", CLERK]);
    desk.ok(&["processes", "add", "--code", "P-07", "--name", "Rejestracja pojazdów", "--owner", HEAD]);
    let new = desk.ok(&[
        "new",
        "--kind",
        "DK",
        "--set",
        "title=Brak podpisu na protokole",
        "--set",
        "statement=Protokół wydano bez podpisu",
        "--set",
        "evidence=Protokół 12/2026",
        "--set",
        "requirement=Instrukcja kancelaryjna, § 6",
        "--set",
        "source=INT_AUDIT",
        "--set",
        "process=p-07",
        "--set",
        "owner=naczelnik",
        "--set",
        "clause_2015=8.5.1",
        "--set",
        &format!("target_on={}", day(60)),
    ]);
    assert_eq!((&new["number"], &new["status"]), (&Value::Null, &json!("draft")));
    let registered = desk.ok(&["do", new["id"].as_str().unwrap(), "register"]);
    assert_eq!((&registered["status"], &registered["revision"]), (&json!("registered"), &json!(2)));
    registered["number"].as_str().unwrap().to_string()
}

/// Writes the cause and a plan with two actions.
pub fn write_plan(number: &str) -> Vec<String> {
    let (first, second) = (day(20), day(30));
    let mut words: Vec<String> = ["do", number, "write"].map(String::from).into();
    for set in [
        "method=five_why",
        "problem=Protokół bez podpisu",
        "why=Nikt nie sprawdza kompletności|notatka 3/2026",
        "why=Nie ma listy kontrolnej",
        "undetected=Kontrola obejmuje tylko decyzje",
        "root_cause=Procedura nie przewiduje sprawdzenia",
        "criterion=Żaden protokół bez podpisu przez kwartał",
    ] {
        words.extend(["--set".into(), set.into()]);
    }
    words.extend(["--set".into(), format!("review_due_on={}", day(90))]);
    words.extend(["--add-action".into(), format!("Uzupełnić procedurę|{HEAD}|{first}")]);
    words.extend(["--add-action".into(), "Przeszkolić pracowników".into()]);
    words.extend(["--owner".into(), "ewidencji".into(), "--due".into(), second]);
    words
}

#[test]
fn a_case_lives_from_its_report_to_its_follow_up() {
    let desk = Desk::new();
    let number = begun(&desk);
    let go = |words: &[&str]| desk.ok(&[&["do", number.as_str()], words].concat());
    let paper = ["--for", HEAD, "--document", "OR.0123.1.2026"];
    assert_eq!(go(&["start_analysis"])["status"], "analysis");
    let plan = write_plan(&number);
    desk.ok(&plan.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(desk.refused(&["do", &number, "submit_plan"])["kind"], "recorded_for_needed");
    assert_eq!(go(&[&["submit_plan"], &paper[..]].concat())["status"], "plan_pending");
    assert_eq!(go(&["approve_plan"])["status"], "in_progress");

    let pdf = desk.write("procedura.pdf", PDF);
    assert_eq!(desk.refused(&["do", &number, "attach", "--file", &pdf])["kind"], "action_needed");
    go(&["attach", "--action", "1", "--file", &pdf, "--title", "Procedura po zmianie", "--dated", &day(0)]);
    go(&["attach", "--action", "2", "--title", "Lista obecności", "--file-number", "OR.1711.3.2026"]);
    go(&[&["complete_action", "--action", "1", "--on", &day(0), "--note", "Zmieniono § 6"], &paper[..]]
        .concat());
    // One open action is left: it needs no name.
    assert_eq!(go(&["complete_action", "--for", CLERK])["status"], "in_progress");
    assert_eq!(go(&["report_done", "--for", HEAD])["status"], "implemented");
    assert_eq!(go(&["verify", "--seen", "Procedura i lista"])["status"], "effectiveness");
    let early = desk.refused(&["do", &number, "judge_ineffective", "--based-on", "Znów trzy protokoły"]);
    assert_eq!((&early["kind"], &early["date"]), (&json!("review_too_early"), &json!(day(90))));
    let judged =
        go(&["judge_ineffective", "--based-on", "Znów trzy protokoły", "--early-reason", "Powtórka"]);
    assert_eq!(judged["status"], "closed_ineffective");
    let next = judged["follow_up"]["number"].as_str().unwrap();

    let case = desk.ok(&["show", &number]);
    linked_both_ways(&case, &desk.ok(&["show", next]));
    told_whole(&case);
    chained(&desk, &case);
    assert_eq!(desk.numbers(&["--status", "closed_ineffective"]), [number]);
    assert_eq!(desk.numbers(&["--status", "registered"]), [next]);
}

fn linked_both_ways(case: &Value, next: &Value) {
    let link = |case: &Value| case["links"][0].clone();
    assert_eq!((&link(case)["number"], &link(case)["direction"]), (&next["number"], &json!("to")));
    assert_eq!((&link(next)["number"], &link(next)["direction"]), (&case["number"], &json!("from")));
    assert_eq!((&link(case)["kind"], &link(case)["id"]), (&json!("follow_up"), &next["id"]));
    assert_eq!(next["finding"]["evidence"], "Znów trzy protokoły");
}

fn told_whole(case: &Value) {
    let whys = &case["cause"]["five_why"];
    assert_eq!(
        (&whys["arose"][0]["evidence"], &whys["arose"][1]["answer"]),
        (&json!("notatka 3/2026"), &json!("Nie ma listy kontrolnej"))
    );
    assert_eq!(whys["undetected"].as_array().unwrap().len(), 1);
    let evidence = case["evidence"].as_array().unwrap();
    assert_eq!((evidence.len(), &evidence[0]["file"]["media_type"]), (2, &json!("application/pdf")));
    assert_eq!((&evidence[0]["file"]["bytes"], &evidence[0]["withdrawn"]), (&json!(PDF.len()), &Value::Null));
    assert_eq!(case["actions"][1]["owner"], CLERK);
    assert_eq!(
        (&case["verification"]["result"], &case["effectiveness"]["result"]),
        (&json!("yes"), &json!("ineffective"))
    );
    let moves = case["moves"].as_array().unwrap();
    let allowed: Vec<&str> =
        moves.iter().filter(|row| row["allowed"] == true).map(|row| row["move"].as_str().unwrap()).collect();
    assert_eq!((allowed, &moves[0]["reason"]), (vec!["reopen"], &json!("closed_case")));
}

/// Each entry names the one before it, from the first on, and the trail tells who decided for whom.
fn chained(desk: &Desk, case: &Value) {
    let trail = case["trail"].as_array().unwrap();
    let what: Vec<&str> = trail.iter().map(|entry| entry["change"]["what"].as_str().unwrap()).collect();
    assert_eq!(
        what,
        [
            "draft_created",
            "case_registered",
            "analysis_started",
            "case_written",
            "plan_submitted",
            "plan_approved",
            "evidence_attached",
            "evidence_attached",
            "action_completed",
            "action_completed",
            "done_reported",
            "implementation_verified",
            "judged_ineffective",
        ]
    );
    for pair in trail.windows(2) {
        assert_eq!(
            (&pair[1]["prev"], pair[1]["seq"].as_u64()),
            (&pair[0]["hash"], pair[0]["seq"].as_u64().map(|seq| seq + 1))
        );
    }
    let verified = desk.ok(&["verify"]);
    assert_eq!((&verified["ok"], &verified["head"]), (&json!(true), &trail[12]["hash"]));
    let submitted = &trail[4];
    assert_eq!((&submitted["role"], &submitted["person"]), (&json!("representative"), &Value::Null));
    assert_eq!(submitted["recorded_for"]["name"], HEAD);
    assert_eq!(submitted["recorded_for"]["document"], "OR.0123.1.2026");
    assert_eq!((&trail[5]["recorded_for"], &trail[5]["signed_off"]), (&Value::Null, &json!(false)));
}

#[test]
fn the_card_tells_its_steps_what_is_missing_and_who_is_next() {
    let desk = Desk::new();
    let number = begun(&desk);
    desk.ok(&["do", &number, "start_analysis"]);
    let case = desk.ok(&["show", &number]);
    assert!(texts(&case["moves"], "move").contains(&"submit_plan".into()));
    assert_eq!(
        case["missing"],
        json!(["root_cause", "cause_method", "action", "criterion", "review_due_on"])
    );
    assert_eq!(case["next"][0]["move"], "submit_plan");
    let (pl, en) = (desk.run(&["show", &number, "--lang", "pl"]).out, desk.run(&["show", &number]).out);
    for told in
        ["Do dalszego kroku brakuje: przyczyna źródłowa", "Kolej na:", "przedłożenie planu", "zarejestrowana"]
    {
        assert!(pl.contains(told), "{told}: {pl}");
    }
    assert!(en.contains("Missing for the next step: root cause") && en.contains("hand the plan in"), "{en}");
}

#[test]
fn dates_owners_links_and_evidence_move_by_the_same_rules() {
    let desk = Desk::new();
    let number = begun(&desk);
    let go = |words: &[&str]| desk.ok(&[&["do", number.as_str()], words].concat());
    let refused = |words: &[&str]| desk.refused(&[&["do", number.as_str()], words].concat())["kind"].clone();
    assert_eq!(refused(&["extend", "--due", &day(80)]), "reason_required");
    assert_eq!(refused(&["extend", "--due", &day(-1), "--reason", "x"]), "due_in_past");
    go(&["extend", "--due", &day(80), "--reason", "Czekamy na opinię"]);
    assert_eq!(refused(&["ask_extension", "--due", &day(95), "--reason", "x"]), "recorded_for_needed");
    go(&["ask_extension", "--due", &day(95), "--reason", "Urlop", "--for", HEAD]);
    go(&["refuse_extension", "--reason", "Wystarczy czasu"]);
    go(&["assign", "--owner", CLERK, "--reason", "Zastępstwo"]);
    let case = desk.ok(&["show", &number]);
    assert_eq!((&case["due_on"], &case["original_target_on"]), (&json!(day(80)), &json!(day(60))));
    assert_eq!((&case["owner"], &case["target_asked"]), (&json!(CLERK), &Value::Null));

    let other = desk.ok(&[
        "new",
        "--kind",
        "DK",
        "--set",
        "title=Znów brak podpisu",
        "--set",
        "statement=Brak",
        "--set",
        "owner=naczelnik",
        "--set",
        &format!("target_on={}", day(30)),
        "--register",
    ]);
    let other = other["number"].as_str().unwrap();
    desk.ok(&["do", other, "link", "--to", &number]);
    assert_eq!(desk.refused(&["do", other, "link", "--to", &number])["kind"], "link_exists");
    assert_eq!(desk.ok(&["show", &number])["links"][0]["number"], other);
    desk.ok(&["do", other, "unlink", "--to", &number, "--reason", "Inna przyczyna"]);
    assert_eq!(desk.ok(&["show", other])["links"], json!([]));
    desk.ok(&["do", other, "cancel", "--reason", "Zgłoszono dwa razy"]);
    assert_eq!(desk.ok(&["do", other, "reopen", "--reason", "Jednak nie"])["status"], "analysis");
}

#[test]
fn evidence_is_withdrawn_in_sight_and_actions_come_back() {
    let desk = Desk::new();
    let number = begun(&desk);
    let go = |words: &[&str]| desk.ok(&[&["do", number.as_str()], words].concat());
    let refused = |words: &[&str]| desk.refused(&[&["do", number.as_str()], words].concat())["kind"].clone();
    go(&["start_analysis"]);
    let plan = write_plan(&number);
    desk.ok(&plan.iter().map(String::as_str).collect::<Vec<_>>());
    go(&["submit_plan", "--for", HEAD]);
    go(&["return_plan", "--reason", "Brak terminu szkolenia"]);
    let later = format!("Inne szkolenie|{CLERK}|{}", day(40));
    go(&["write", "--drop-action", "2", "--add-action", &later]);
    go(&["submit_plan", "--for", HEAD]);
    go(&["approve_plan"]);
    go(&["cancel_action", "--action", "2", "--reason", "Szkoli dostawca"]);
    assert_eq!(desk.ok(&["show", &number])["actions"][1]["cancelled_reason"], "Szkoli dostawca");
    assert_eq!(refused(&["complete_action", "--for", HEAD]), "evidence_missing");
    assert_eq!(refused(&["attach", "--title", "Nic"]), "empty_name");
    let odd = desk.write("program.exe", "MZ\u{0}\u{0}");
    assert_eq!(refused(&["attach", "--file", &odd]), "file_type_refused");
    let empty = desk.write("pusty.pdf", "");
    assert_eq!(refused(&["attach", "--file", &empty]), "file_empty");
    assert_eq!(
        refused(&["attach", "--file", &desk.file("brak.pdf").display().to_string()]),
        "file_not_readable"
    );
    go(&["attach", "--title", "Notatka", "--file-number", "OR.1.2026"]);
    assert_eq!(refused(&["withdraw"]), "reason_required");
    go(&["withdraw", "--reason", "Nie ta notatka"]);
    let case = desk.ok(&["show", &number]);
    assert_eq!(case["evidence"][0]["withdrawn"]["reason"], "Nie ta notatka");
    assert!(desk.run(&["show", &number]).out.contains("taken back: Nie ta notatka"));
    assert_eq!(refused(&["complete_action", "--for", HEAD]), "evidence_missing");
    go(&["attach", "--title", "Notatka", "--file-number", "OR.2.2026"]);
    go(&["complete_action", "--for", HEAD]);
    go(&["reopen_action", "--reason", "Za wcześnie", "--for", HEAD]);
    go(&["complete_action", "--for", HEAD]);
    go(&["report_done", "--for", HEAD]);
    assert_eq!(refused(&["withdraw", "--evidence", "2", "--reason", "x"]), "last_evidence");
    assert_eq!(go(&["send_back", "--result", "no", "--reason", "Nie widać zmiany"])["status"], "in_progress");
    assert_eq!(desk.ok(&["show", &number])["verification"]["result"], "no");
    go(&["reopen_action", "--reason", "Od nowa", "--for", HEAD]);
    assert_eq!(refused(&["cancel_action", "--reason", "Inaczej"]), "nothing_done");
    assert_eq!(refused(&["report_done", "--for", HEAD]), "actions_open");
}

#[test]
fn a_decision_not_to_act_is_approved_on_paper() {
    let desk = Desk::new();
    let number = begun(&desk);
    let decide = ["do", &number, "decide_no_action", "--reason", "Koszt większy niż skutek"];
    let refused = desk.refused(&[&decide[..], &["--approved-by", HEAD]].concat());
    assert_eq!((&refused["kind"], &refused["needs"]), (&json!("role_forbidden"), &json!("K,S")));
    assert!(refused["reason"].as_str().unwrap().contains("QMS Coordinator"), "{refused}");
    desk.ok(&[&decide[..], &["--approved-by", "secretary", "--document", "Protokół 3"]].concat());
    let case = desk.ok(&["show", &number]);
    assert_eq!(
        (&case["status"], &case["no_action"]["approver"]["document"]),
        (&json!("closed_no_action"), &json!("Protokół 3"))
    );
}

#[test]
fn drafts_are_saved_and_discarded_by_their_identity() {
    let desk = Desk::new();
    let draft = desk.ok(&["new", "--kind", "ds", "--set", "title=Pomysł", "--add-action", "Spróbować"]);
    let id = draft["id"].as_str().unwrap();
    desk.ok(&["do", id, "save", "--set", "title=Lepszy pomysł", "--set", "remarks=do rozmowy"]);
    assert_eq!(desk.ok(&["show", id])["title"], "Lepszy pomysł");
    assert_eq!(desk.ok(&["list"])[0]["id"], id);
    let refused = desk.refused(&["do", id, "register"]);
    assert_eq!(
        (&refused["kind"], &refused["missing"]),
        (&json!("incomplete"), &json!("statement,owner,due_on"))
    );
    let kept = desk.refused(&["new", "--kind", "DK", "--register"]);
    assert_eq!(kept["kind"], "incomplete");
    desk.ok(&["do", kept["id"].as_str().unwrap(), "discard"]);
    let gone = desk.ok(&["do", id, "discard"]);
    assert_eq!(
        (&gone["move"], &gone["status"], &gone["revision"]),
        (&json!("discard"), &Value::Null, &Value::Null)
    );
    assert_eq!(desk.refused(&["show", id])["kind"], "not_found");
}

#[test]
fn a_sample_case_moves_on_the_day_of_its_office() {
    let desk = Desk::sample();
    let number = "DK/9/2014";
    let before = desk.ok(&["show", number]);
    assert_eq!(
        desk.refused(&["do", number, "extend", "--due", "2014-12-30", "--reason", "x"])["kind"],
        "due_in_past"
    );
    let moved = desk.ok(&["do", number, "extend", "--due", "2015-02-27", "--reason", "Remont archiwum"]);
    assert_eq!(moved["revision"].as_u64(), before["revision"].as_u64().map(|revision| revision + 1));
    let case = desk.ok(&["show", number]);
    assert_eq!((&case["due_on"], &case["overdue"]), (&json!("2015-02-27"), &json!(false)));
    assert!(case["trail"][1]["at"].as_str().unwrap().starts_with("2015-01-12"), "{}", case["trail"][1]);
    let later = ["do", number, "extend", "--due", "2015-03-31", "--reason", "x", "--as-of", "2015-03-02"];
    desk.ok(&later);
    assert!(desk.ok(&["show", number])["trail"][2]["at"].as_str().unwrap().starts_with("2015-03-02"));
    assert!(!desk.ok(&["tasks"]).as_array().unwrap().is_empty());
    assert_eq!(desk.ok(&["verify"])["ok"], true);
}
