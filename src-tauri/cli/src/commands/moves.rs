//! `moves`: which steps of a case are allowed now, and what stands against the others.

use capa_core::domain::acting::Acting;
use capa_core::domain::action::Action;
use capa_core::domain::case::Case;
use capa_core::domain::ids::ActionId;
use capa_core::domain::moves::{self, Move};
use serde::Serialize;
use serde_json::Value;

use crate::answer::Answer;
use crate::args::MovesArguments;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::table::{short, table};
use crate::words::{self, life};

/// How much of an action a line of the table shows.
const SHOWN_ACTION: usize = 40;

/// A move, and whether it may be made now.
#[derive(Serialize)]
pub struct Row {
    #[serde(rename = "move")]
    step: &'static str,
    action: Option<ActionId>,
    allowed: bool,
    /// The rule that stands against it.
    reason: Option<String>,
    /// What the rule says about it.
    needs: Value,
    #[serde(skip)]
    of: Move,
    #[serde(skip)]
    told: String,
}

/// Every move of the case for whoever asks.
pub fn run(folder: &Folder, asked: &MovesArguments) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let case = &book.case(&asked.case)?.record;
    let action = book.lookup().named_action(case, asked.choice.action.as_deref())?;
    let rows = rows(&book, &book.acting(asked.for_post.as_deref())?, case, action);
    let text = text(&book, case, &rows);
    Answer::new(&rows, text)
}

/// Every move of a case: those about an action once for each action, unless one is meant.
pub fn rows(book: &Asked, acting: &Acting, case: &Case, action: Option<&Action>) -> Vec<Row> {
    let mut rows = Vec::new();
    for step in Move::all() {
        if action.is_some() || !step.is_of_action() || case.actions.is_empty() {
            rows.push(row(book, acting, case, step, action));
        } else {
            rows.extend(case.actions.iter().map(|action| row(book, acting, case, step, Some(action))));
        }
    }
    rows
}

fn row(book: &Asked, acting: &Acting, case: &Case, step: Move, action: Option<&Action>) -> Row {
    let refused = moves::check(&book.register, acting, case, step, action).err();
    let refused = refused.map(|error| Failure::of_rule(&error, book.lang));
    Row {
        step: step.code(),
        action: action.map(|action| action.id),
        allowed: refused.is_none(),
        reason: refused.as_ref().map(|failure| failure.kind.clone()),
        needs: refused.as_ref().map_or_else(|| Value::Object(serde_json::Map::new()), Failure::params),
        of: step,
        told: refused.map(|failure| failure.reason).unwrap_or_default(),
    }
}

fn text(book: &Asked, case: &Case, rows: &[Row]) -> String {
    let words = words::of(book.lang);
    let line = |row: &Row| {
        let action = case.actions.iter().find(|action| Some(action.id) == row.action);
        let action = action.map(|action| short(&book.text(&action.what), SHOWN_ACTION)).unwrap_or_default();
        let allowed = if row.allowed { words.yes } else { words.no };
        let name = format!("{} ({})", life::step(book.lang, row.of), row.step);
        vec![name, action, allowed.to_string(), row.told.clone()]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    table(&[words.move_, words.action, words.allowed, words.why_not], &lines)
}
