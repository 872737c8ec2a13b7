//! `verify`: whether trail, journal and store agree.

use capa_core::app::folder as data;
use capa_core::store::{self, Integrity, Problem};

use crate::answer::Answer;
use crate::book::Folder;
use crate::failure::Failure;
use crate::words;

/// Checks the folder and repairs nothing; with `accept_history` a trail that is shorter or another than it was is
/// accepted first, which the trail says from then on.
pub fn run(folder: &Folder, accept_history: bool) -> Result<Answer, Failure> {
    if accept_history {
        folder.check_day()?;
    }
    if accept_history && data::holds_book(folder.path()) {
        drop(folder.open_for_anybody(true)?);
    }
    let found = store::verify(folder.path()).map_err(|error| folder.failure(error))?;
    let mut answer = Answer::new(&found, text(folder, &found))?;
    answer.done = found.ok;
    Ok(answer)
}

fn text(folder: &Folder, found: &Integrity) -> String {
    let words = words::of(folder.lang);
    let verdict = if found.ok { words.verified } else { words.not_verified };
    let mut lines = vec![format!("{verdict} ({}: {})", words.entries, found.entries), found.head.to_string()];
    lines.extend(found.problems.iter().map(|problem| line(words.entry, problem)));
    lines.extend(found.notes.iter().map(|note| format!("({})", name(note))));
    lines.join("\n")
}

fn line(entry: &str, problem: &Problem) -> String {
    let seq = problem.seq.map_or_else(|| "–".into(), |seq| seq.to_string());
    format!("{entry} {seq}: {}, {}", name(&problem.place), name(&problem.kind))
}

/// The stable name of a finding, as JSON has it.
fn name(found: &impl serde::Serialize) -> String {
    match serde_json::to_value(found) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(other) => other.to_string(),
        Err(error) => error.to_string(),
    }
}
