//! The difference of two records, field by field, and how to apply it again.
//!
//! Objects are compared member by member. A list whose items are objects with an `id` is compared item by item,
//! named by that id; any other list is one field. `Null` stands for a member that is not there, so a
//! record that appears leaves out its empty members.

use serde_json::{Map, Value};

use super::change::FieldChange;

/// The fields in which `new` differs from `old`.
pub fn between(old: &Value, new: &Value) -> Vec<FieldChange> {
    let mut found = Vec::new();
    compare(String::new(), old, new, &mut found);
    found
}

/// Puts the new values in place. Paths that do not fit are created as objects; lists are addressed by `id`.
pub fn patch(record: &mut Value, fields: &[FieldChange]) {
    for field in fields {
        let steps: Vec<String> =
            field.path.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
        put(record, &steps, &field.new);
    }
}

fn compare(path: String, old: &Value, new: &Value, found: &mut Vec<FieldChange>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Value::Object(before), Value::Object(after)) => compare_members(&path, before, after, found),
        (Value::Null, Value::Object(after)) if path.is_empty() => {
            compare_members(&path, &Map::new(), after, found);
        }
        (Value::Object(before), Value::Null) if path.is_empty() => {
            compare_members(&path, before, &Map::new(), found);
        }
        (Value::Array(before), Value::Array(after)) => match (by_id(before), by_id(after)) {
            (Some(before_ids), Some(after_ids)) if keeps_order(&before_ids, &after_ids) => {
                compare_items(&path, &before_ids, &after_ids, found);
            }
            _ => found.push(FieldChange { path, old: old.clone(), new: new.clone() }),
        },
        _ => found.push(FieldChange { path, old: old.clone(), new: new.clone() }),
    }
}

fn compare_members(
    path: &str,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    found: &mut Vec<FieldChange>,
) {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    for name in after.keys().chain(gone) {
        let old = before.get(name).unwrap_or(&Value::Null);
        let new = after.get(name).unwrap_or(&Value::Null);
        compare(format!("{path}/{}", escape(name)), old, new, found);
    }
}

fn compare_items(
    path: &str,
    before: &[(&str, &Value)],
    after: &[(&str, &Value)],
    found: &mut Vec<FieldChange>,
) {
    let find = |items: &[(&str, &Value)], id: &str| {
        items.iter().find(|(item, _)| *item == id).map_or(Value::Null, |(_, value)| (*value).clone())
    };
    let gone = before.iter().filter(|(id, _)| !after.iter().any(|(item, _)| item == id));
    for (id, _) in after.iter().chain(gone) {
        compare(format!("{path}/{}", escape(id)), &find(before, id), &find(after, id), found);
    }
}

/// Items named by their `id`; `None` when any has none, two share one, or the list is empty on a first fill.
fn by_id(items: &[Value]) -> Option<Vec<(&str, &Value)>> {
    let named: Vec<(&str, &Value)> =
        items.iter().map(|item| Some((item.get("id")?.as_str()?, item))).collect::<Option<_>>()?;
    let mut ids: Vec<&str> = named.iter().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    (ids.len() == named.len()).then_some(named)
}

/// Replaying appends new items at the end, so an item-wise difference only tells the truth when the items that
/// stay keep their order and the new ones come last.
fn keeps_order(before: &[(&str, &Value)], after: &[(&str, &Value)]) -> bool {
    let was = |id: &str| before.iter().position(|(item, _)| *item == id);
    let stays: Vec<Option<usize>> = after.iter().map(|(id, _)| was(id)).collect();
    let old_part = stays.iter().take_while(|place| place.is_some()).count();
    stays.iter().skip(old_part).all(Option::is_none) && stays.iter().take(old_part).is_sorted()
}

fn put(target: &mut Value, steps: &[String], new: &Value) {
    let Some((first, rest)) = steps.split_first() else {
        *target = new.clone();
        return;
    };
    if let Value::Array(items) = target {
        put_item(items, first, rest, new);
        return;
    }
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    if let Value::Object(members) = target {
        if rest.is_empty() {
            // A member that is `null` is a member: records keep their optional fields.
            members.insert(first.clone(), new.clone());
        } else {
            put(members.entry(first.clone()).or_insert(Value::Null), rest, new);
        }
    }
}

fn put_item(items: &mut Vec<Value>, id: &str, rest: &[String], new: &Value) {
    let place = items.iter().position(|item| item.get("id").and_then(Value::as_str) == Some(id));
    match (place, rest.is_empty()) {
        (Some(place), true) if new.is_null() => {
            items.remove(place);
        }
        (Some(place), _) => {
            if let Some(item) = items.get_mut(place) {
                put(item, rest, new);
            }
        }
        (None, true) if !new.is_null() => items.push(new.clone()),
        (None, _) => {}
    }
}

fn escape(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn round(old: Value, new: Value) -> Vec<FieldChange> {
        let fields = between(&old, &new);
        let mut again = old;
        patch(&mut again, &fields);
        assert_eq!(again, new, "{fields:?}");
        fields
    }

    #[test]
    fn a_changed_field_deep_inside_is_named_by_its_path() {
        let old = json!({"title": "a", "actions": [{"id": "x", "due_on": "2014-12-19"}, {"id": "y", "due_on": null}]});
        let new = json!({"title": "a", "actions": [{"id": "x", "due_on": "2015-01-30"}, {"id": "y", "due_on": null}]});
        let fields = round(old, new);
        assert_eq!(fields.len(), 1);
        assert_eq!(fields[0].path, "/actions/x/due_on");
        assert_eq!(fields[0].old, json!("2014-12-19"));
    }

    #[test]
    fn items_come_go_and_move_and_replay_gives_the_same_record() {
        let item = |id: &str, what: &str| json!({"id": id, "what": what});
        round(json!({"a": []}), json!({"a": [item("x", "1")]}));
        round(json!({"a": [item("x", "1"), item("y", "2")]}), json!({"a": [item("y", "2")]}));
        round(json!({"a": [item("x", "1")]}), json!({"a": [item("x", "1"), item("y", "2")]}));
        round(json!({"a": [item("x", "1"), item("y", "2")]}), json!({"a": [item("y", "3"), item("x", "1")]}));
        round(json!({"a": [item("x", "1")]}), json!({"a": [item("z", "0"), item("x", "1")]}));
        round(json!({"a": ["p", "q"]}), json!({"a": ["q"]}));
    }

    #[test]
    fn a_record_comes_from_nothing_and_names_with_slashes_survive() {
        round(Value::Null, json!({"number": "DK/1/2013", "a/b~c": {"d": 1}, "list": []}));
        round(json!({"a": {"b": 1}}), json!({"a": null}));
        round(json!({"a": null}), json!({"a": {"b": 1}}));
    }
}
