//! `show`: one case, whole.

use capa_core::domain::action::Action;
use capa_core::domain::case::{Case, LinkKind};
use capa_core::domain::facts;
use capa_core::domain::ids::{CaseId, PostId};
use capa_core::domain::tasks::{self, Task};
use capa_core::store::StoredEntry;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::moves;
use crate::answer::Answer;
use crate::book::{Asked, Folder};
use crate::failure::Failure;

mod text;

/// A link of the case, or of another one to it.
struct Link {
    kind: LinkKind,
    /// The case itself has the link; else the other one has.
    own: bool,
    other: CaseId,
    number: Option<String>,
}

/// The case of that number with every field, its actions, evidence, links and trail.
pub fn run(folder: &Folder, number: &str) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let stood = book.case(number)?;
    let case = book.shown(&stood.record);
    let links = links(&book, &case);
    let trail = book.trail(case.id)?;
    let steps = moves::rows(&book, &book.acting(None)?, &stood.record, None);
    let mut told = told(&book, &case, &links, &trail).map_err(|error| Failure::internal(&error))?;
    told.insert("revision".into(), stood.revision.into());
    told.insert("moves".into(), json!(steps));
    Answer::new(&told, text::card(&book, &case, &links, &trail))
}

fn links(book: &Asked, case: &Case) -> Vec<Link> {
    let named = |kind, own, other: &Case| Link { kind, own, other: other.id, number: other.number.clone() };
    let own = case.links.iter().filter_map(|link| {
        let other = &book.register.case(link.to)?.record;
        book.knows(other).then(|| named(link.kind, true, other))
    });
    let others = book.register.cases().map(|stood| &stood.record).filter(|other| book.knows(other));
    let back = others.flat_map(|other| {
        let to_it = other.links.iter().filter(|link| link.to == case.id);
        to_it.map(|link| named(link.kind, false, other))
    });
    own.chain(back).collect()
}

type Told = Result<Map<String, Value>, serde_json::Error>;

fn object(record: &impl Serialize) -> Told {
    serde_json::from_value(serde_json::to_value(record)?)
}

/// Names a reference: the name under its key, the identity beside it.
fn name(fields: &mut Map<String, Value>, key: &str, name: Option<String>) {
    let id = fields.insert(key.to_string(), name.into()).unwrap_or_default();
    fields.insert(format!("{key}_id"), id);
}

fn told(book: &Asked, case: &Case, links: &[Link], trail: &[StoredEntry]) -> Told {
    let mut fields = object(case)?;
    name(&mut fields, "owner", book.post(case.owner));
    name(&mut fields, "department", book.department(case.department));
    name(&mut fields, "process", book.process(case.process));
    fields.insert("due_on".into(), json!(case.shown_due_on()));
    fields.insert("overdue".into(), case.is_overdue(book.today).into());
    fields.insert("late".into(), json!(facts::late(case, book.today)));
    fields.insert("missing".into(), json!(facts::to_go_on(case)));
    let actions = case.actions.iter().map(|action| action_told(book, action));
    fields.insert("actions".into(), json!(actions.collect::<Result<Vec<_>, _>>()?));
    let evidence = case.actions.iter().flat_map(|action| action.evidence.iter().map(move |it| (action, it)));
    let evidence = evidence.map(|(action, evidence)| {
        let mut fields = object(evidence)?;
        fields.insert("action".into(), json!(action.id));
        Ok(fields)
    });
    fields.insert("evidence".into(), json!(evidence.collect::<Result<Vec<_>, serde_json::Error>>()?));
    let next = tasks::next_steps(&book.register, case);
    fields.insert("next".into(), next.iter().map(next_told).collect());
    fields.insert("links".into(), links.iter().map(link_told).collect());
    fields.insert("trail".into(), trail.iter().map(|entry| entry_told(case.id, entry)).collect());
    Ok(fields)
}

fn action_told(book: &Asked, action: &Action) -> Told {
    let mut fields = object(action)?;
    let owner: Option<PostId> = action.owner;
    name(&mut fields, "owner", book.post(owner));
    Ok(fields)
}

fn next_told(task: &Task) -> Value {
    json!({ "move": task.step.code(), "action": task.action, "due_on": task.due_on })
}

fn link_told(link: &Link) -> Value {
    let direction = if link.own { "to" } else { "from" };
    json!({ "kind": link.kind, "number": link.number, "direction": direction, "id": link.other })
}

/// An entry of the trail with what it changed of this case.
fn entry_told(case: CaseId, stored: &StoredEntry) -> Value {
    let entry = &stored.entry;
    let set = &entry.set;
    let fields: Vec<_> =
        set.changes.iter().filter(|change| change.id == case.0).flat_map(|change| &change.fields).collect();
    json!({
        "seq": entry.seq,
        "at": set.at,
        "actor": set.actor.name,
        "role": set.actor.role,
        "person": set.actor.person,
        "recorded_for": set.actor.recorded_for,
        "signed_off": set.actor.signed_off,
        "change": { "what": set.what, "reason": set.reason, "fields": fields },
        "prev": entry.prev,
        "hash": stored.hash.to_string(),
    })
}
