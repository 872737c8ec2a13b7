//! The history of a card: who changed what, from what to what.

use capa_core::domain::case::Case;
use capa_core::domain::ids::{CaseId, DepartmentId, PostId, ProcessId};
use capa_core::store::StoredEntry;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;

#[derive(Debug, Serialize, TS)]
pub struct FieldChangeView {
    pub path: String,
    #[ts(type = "unknown")]
    pub old: Value,
    #[ts(type = "unknown")]
    pub new: Value,
}

/// The post whose decision on paper was recorded.
#[derive(Debug, Serialize, TS)]
pub struct RecordedForView {
    pub post: String,
    pub on: NaiveDate,
    pub document: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrailView {
    #[ts(type = "number")]
    pub seq: u64,
    pub at: DateTime<Utc>,
    pub actor: String,
    pub role: String,
    pub recorded_for: Option<RecordedForView>,
    /// The password was asked again for it.
    pub signed_off: bool,
    pub what: String,
    pub reason: Option<String>,
    pub changes: Vec<FieldChangeView>,
}

/// What came after a revision that somebody saw, oldest first.
pub fn changes_since(
    trail: Vec<StoredEntry>,
    revision: u32,
    case: &Case,
    shown: &Shown<'_>,
) -> Vec<TrailView> {
    let later = |stored: &StoredEntry| {
        let own = stored.entry.set.changes.iter().filter(|change| change.id == case.id.0);
        own.into_iter().any(|change| change.expected >= revision)
    };
    trail.into_iter().filter(later).map(|stored| trail_view(stored, case, shown)).collect()
}

/// An entry of the trail with what it changed of a case.
pub fn trail_view(stored: StoredEntry, case: &Case, shown: &Shown<'_>) -> TrailView {
    let set = stored.entry.set;
    let own = set.changes.into_iter().filter(|change| change.id == case.id.0);
    let changes = own
        .flat_map(|change| change.fields)
        .map(|field| FieldChangeView {
            path: field.path,
            old: value(field.old, shown),
            new: value(field.new, shown),
        })
        .collect();
    TrailView {
        seq: stored.entry.seq,
        at: set.at,
        role: set.actor.role,
        recorded_for: set.actor.recorded_for.map(|paper| RecordedForView {
            post: shown.text(&paper.name),
            on: paper.on,
            document: paper.document,
        }),
        signed_off: set.actor.signed_off,
        actor: set.actor.name,
        what: set.what,
        reason: set.reason,
        changes,
    }
}

/// A value as it is shown: posts, units and processes by name, the sample's texts in the language of the screen.
fn value(value: Value, shown: &Shown<'_>) -> Value {
    match value {
        Value::String(text) => Value::String(named(&text, shown).unwrap_or_else(|| shown.text(&text))),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| self::value(item, shown)).collect()),
        Value::Object(members) => Value::Object(
            members.into_iter().map(|(name, member)| (name, self::value(member, shown))).collect(),
        ),
        plain @ (Value::Null | Value::Bool(_) | Value::Number(_)) => plain,
    }
}

fn named(text: &str, shown: &Shown<'_>) -> Option<String> {
    let id = Uuid::parse_str(text).ok()?;
    let post = || shown.post(Some(PostId(id)));
    let department = || shown.department_code(Some(DepartmentId(id)));
    let process = || shown.register.process(ProcessId(id)).map(|process| process.code.clone());
    let case = || shown.register.case(CaseId(id)).and_then(|stood| stood.record.number.clone());
    post().or_else(department).or_else(process).or_else(case)
}
