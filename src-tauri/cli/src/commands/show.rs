//! `show`: one case, whole.

use capa_core::domain::action::Action;
use capa_core::domain::case::{Case, LinkKind};
use capa_core::domain::facts;
use capa_core::domain::ids::{CaseId, PostId};
use capa_core::store::StoredEntry;
use capa_core::words as sentences;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::words::{self, history};

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
    let found = book.register.case_by_number(number).filter(|stood| book.knows(&stood.record));
    let missing = || Failure::with("not_found", folder.lang, vec![("number", number.to_string())]);
    let stood = found.ok_or_else(missing)?;
    let case = book.shown(&stood.record);
    let links = links(&book, &case);
    let trail = book.trail(case.id)?;
    let told = told(&book, &case, &links, &trail).map_err(|error| Failure::internal(&error))?;
    Answer::new(&told, text(&book, &case, &links, &trail))
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
    fields.insert("missing".into(), json!(facts::missing(case)));
    let actions = case.actions.iter().map(|action| action_told(book, action));
    fields.insert("actions".into(), json!(actions.collect::<Result<Vec<_>, _>>()?));
    let evidence = case.actions.iter().flat_map(|action| action.evidence.iter().map(move |it| (action, it)));
    let evidence = evidence.map(|(action, evidence)| {
        let mut fields = object(evidence)?;
        fields.insert("action".into(), json!(action.id));
        Ok(fields)
    });
    fields.insert("evidence".into(), json!(evidence.collect::<Result<Vec<_>, serde_json::Error>>()?));
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
        "change": { "what": set.what, "reason": set.reason, "fields": fields },
        "prev": entry.prev,
        "hash": stored.hash.to_string(),
    })
}

fn text(book: &Asked, case: &Case, links: &[Link], trail: &[StoredEntry]) -> String {
    let words = words::of(book.lang);
    let date = |day: chrono::NaiveDate| sentences::date(book.lang, day);
    let late = if case.is_overdue(book.today) { format!(" – {}", words.overdue) } else { String::new() };
    let head = format!("{}  {}", case.number.as_deref().unwrap_or("–"), book.title(case));
    let mut lines = vec![head];
    let fields = [
        (words.status, format!("{}{late}", words::status(book.lang, case.status))),
        (words.registered, case.registered_on.map(date).unwrap_or_default()),
        (words.owner, book.post(case.owner).unwrap_or_default()),
        (words.department, book.department(case.department).unwrap_or_default()),
        (words.process, book.process(case.process).unwrap_or_default()),
        (words.due, case.shown_due_on().map(date).unwrap_or_default()),
        (words.finding, case.finding.statement.clone()),
        (words.evidence, case.finding.evidence.clone()),
        (words.requirement, case.finding.requirement.clone()),
        (words.correction, case.correction.what.clone()),
        (words.cause, case.cause.root.clone()),
        (words.remarks, case.remarks.clone()),
    ];
    let told = fields.into_iter().filter(|(_, value)| !value.trim().is_empty());
    lines.extend(told.map(|(name, value)| format!("{name}: {}", value.trim())));
    lines.extend(section(words.actions, case.actions.iter().map(|action| action_line(book, action))));
    lines.extend(section(words.links, links.iter().map(|link| link_line(book, link))));
    lines.extend(section(words.trail, trail.iter().map(|entry| entry_line(book.lang, entry))));
    lines.join("\n")
}

/// A heading with its lines; nothing at all without lines.
fn section(heading: &str, lines: impl Iterator<Item = String>) -> Vec<String> {
    let lines: Vec<String> = lines.map(|line| format!("  {line}")).collect();
    let heading = (!lines.is_empty()).then(|| format!("{heading}:"));
    heading.into_iter().chain(lines).collect()
}

fn action_line(book: &Asked, action: &Action) -> String {
    let words = words::of(book.lang);
    let date = |day| sentences::date(book.lang, day);
    let due = action.due_on.map(|day| format!(" – {} {}", words.due, date(day))).unwrap_or_default();
    let done = action.done_on.map(|day| format!(" – {} {}", words.done, date(day))).unwrap_or_default();
    let owner = book.post(action.owner).map(|owner| format!(" ({owner})")).unwrap_or_default();
    let papers: String =
        action.evidence.iter().map(|it| format!("; {}: {}", words.evidence, it.title)).collect();
    format!("{}{owner}{due}{done}{papers}", action.what.trim())
}

fn link_line(book: &Asked, link: &Link) -> String {
    let number = link.number.clone().unwrap_or_else(|| link.other.to_string());
    format!("{} {number}", words::link(book.lang, link.kind, link.own))
}

fn entry_line(lang: sentences::Lang, stored: &StoredEntry) -> String {
    let set = &stored.entry.set;
    let reason = set.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let at = set.at.format("%Y-%m-%d %H:%M");
    let (actor, what) = (history::actor(lang, &set.actor.name), history::event(lang, &set.what));
    format!("{} {at} {actor} – {what}{reason}", stored.entry.seq)
}
