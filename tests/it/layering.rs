//! Who may know whom: the direction rules, read off the sources. What is absent cannot be seen in a diff.

use std::fs;
use std::path::{Path, PathBuf};

mod decisions;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("node_modules") && !path.ends_with("dist") {
                found.extend(files(&path, ending));
            }
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found
}

/// The code of a file: without comments, and without its tests, which stand last.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn offenders(folder: &str, ending: &str, banned: &[&str], spared: &[&str]) -> Vec<String> {
    let base = root().join(folder);
    let mut found = Vec::new();
    for path in files(&base, ending) {
        let name = path.strip_prefix(&base).unwrap().to_string_lossy().replace('\\', "/");
        if spared.iter().any(|spared| name == *spared || name.starts_with(&format!("{spared}/"))) {
            continue;
        }
        let code = code(&path);
        found.extend(
            banned.iter().filter(|word| code.contains(*word)).map(|word| format!("{folder}/{name}: {word}")),
        );
    }
    found
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "these break the direction rules:\n{}", found.join("\n"));
}

const CORE: &str = "src-tauri/core/src";

#[test]
fn the_domain_knows_the_calendar_and_nothing_else_of_the_core() {
    let others = [
        "app",
        "clock",
        "import",
        "journal",
        "labels",
        "lock",
        "platform",
        "register",
        "reminders",
        "reports",
        "sample",
        "sheet",
        "store",
        "words",
        "anchor",
        "vault",
        "access",
    ];
    let banned: Vec<String> = others.iter().map(|name| format!("crate::{name}")).collect();
    let banned: Vec<&str> = banned.iter().map(String::as_str).collect();
    none(offenders("src-tauri/core/src/domain", "rs", &banned, &[]));
    none(offenders(
        CORE,
        "rs",
        &["std::fs", "std::net", "std::env", "tracing::", "sled::"],
        &not_under("domain"),
    ));
}

#[test]
fn reminders_import_and_reports_read_the_book_and_touch_no_file() {
    let banned =
        ["crate::app", "crate::store", "crate::journal", "std::fs", "std::env", "std::net", "std::process"];
    none(offenders("src-tauri/core/src/import", "rs", &banned, &[]));
    for file in ["reminders.rs", "import.rs", "register.rs", "calendar.rs", "words.rs"] {
        let code = code(&root().join(CORE).join(file));
        let found: Vec<String> =
            banned.iter().filter(|word| code.contains(*word)).map(|word| format!("{file}: {word}")).collect();
        none(found);
    }
    none(offenders("src-tauri/core/src/register", "rs", &banned, &[]));
    none(offenders("src-tauri/core/src/words", "rs", &banned, &[]));
}

#[test]
fn the_core_knows_no_window_no_network_and_no_runtime() {
    let manifest = fs::read_to_string(root().join("src-tauri/core/Cargo.toml")).unwrap();
    for name in ["tauri", "tokio", "typst", "capa-cli", "capa-desktop", "sqlx", "lettre"] {
        let depends = manifest
            .lines()
            .any(|line| line.starts_with(&format!("{name} ")) || line.starts_with(&format!("{name}.")));
        assert!(!depends, "capa-core depends on {name}");
    }
    none(offenders(CORE, "rs", &["tauri::", "tokio::", "std::net"], &[]));
}

#[test]
fn the_time_is_told_by_the_clock_alone() {
    let banned = ["Utc::now", "Local::now", "SystemTime::now", "Local::today", "Uuid::now_v7"];
    none(offenders(CORE, "rs", &banned, &["clock.rs"]));
    none(offenders("src-tauri/src", "rs", &banned, &[]));
    none(offenders("src-tauri/cli/src", "rs", &banned, &[]));
}

#[test]
fn sled_stands_behind_the_store_alone() {
    none(offenders(
        CORE,
        "rs",
        &["sled::Db", "sled::Tree", "sled::Config", "use sled"],
        &["store/sled.rs", "store/sled"],
    ));
}

#[test]
fn files_are_touched_in_few_places() {
    let keepers = [
        "store/sled.rs",
        "store/sled",
        "store/beside.rs",
        "journal.rs",
        "journal",
        "anchor.rs",
        "anchor",
        "lock.rs",
        "backup.rs",
        "sheet.rs",
        "sheet",
        "reports.rs",
        "reports",
        "platform.rs",
        "platform",
        "vault.rs",
        "vault",
        "access.rs",
        "access",
    ];
    none(offenders(CORE, "rs", &["std::fs", "File::open", "File::create", "fs::write"], &keepers));
}

#[test]
fn commands_and_the_command_line_speak_to_the_app_alone() {
    let banned =
        ["SledStore", "MemoryStore", ".commit(", "domain::draft::create", "domain::draft::save", "fs::"];
    none(offenders("src-tauri/src/commands", "rs", &banned, &[]));
}

#[test]
fn screens_keep_their_layers() {
    let ui = "ui/src";
    none(offenders(ui, "ts", &["@tauri-apps/"], &["ipc"]));
    none(offenders(ui, "tsx", &["@tauri-apps/"], &["ipc"]));
    for folder in ["ui/src/ui", "ui/src/lib"] {
        none(offenders(folder, "tsx", &["@/features", "@/components"], &[]));
        none(offenders(folder, "ts", &["@/features", "@/components"], &[]));
    }
    none(offenders("ui/src/components", "tsx", &["@/features"], &[]));
    let features: Vec<String> = fs::read_dir(root().join("ui/src/features"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    for own in &features {
        let others: Vec<String> = features
            .iter()
            .filter(|other| *other != own)
            .map(|other| format!("@/features/{other}"))
            .collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        none(offenders(&format!("ui/src/features/{own}"), "tsx", &others, &[]));
    }
}

#[test]
fn every_test_file_is_part_of_the_binary() {
    let main = fs::read_to_string(root().join("tests/it/main.rs")).unwrap();
    for path in files(&root().join("tests/it"), "rs") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let inside = path.parent().is_some_and(|parent| !parent.ends_with("it"));
        assert!(
            inside || name == "main" || main.contains(&format!("mod {name};")),
            "{name} is forgotten in main.rs"
        );
    }
}

/// Everything in the core but that folder.
fn not_under(folder: &str) -> Vec<&'static str> {
    let names: Vec<String> = fs::read_dir(root().join(CORE))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != folder && *name != format!("{folder}.rs"))
        .collect();
    names.into_iter().map(|name| &*name.leak()).collect()
}
