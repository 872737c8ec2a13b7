//! Every text of the sample office with its other language, so that one folder can be shown in both.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::Value;

use super::{data, registers};
use crate::words::Lang;

/// One text in both languages.
struct Pair {
    pl: String,
    en: String,
}

/// The parts of the office's file, in the order in which they are asked. Posts come before units: a post is what the
/// texts of a case name, and a unit is looked up by its symbol first.
const PARTS: [&str; 8] =
    ["posts", "units", "processes", "office", "certificate", "audits", "closed_days", "cases"];

static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    // A file that cannot be read is reported where the office is made; here it has no texts.
    let file: Value = serde_json::from_str(data::FILE).unwrap_or_default();
    let registers: Value = serde_json::from_str(registers::FILE).unwrap_or_default();
    let mut pairs = Vec::new();
    for part in PARTS {
        collect(file.get(part).unwrap_or(&Value::Null), &mut pairs);
    }
    collect(&registers, &mut pairs);
    pairs
});

static TO_EN: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| first_wins(PAIRS.iter().map(|pair| (pair.pl.as_str(), pair.en.as_str()))));

static TO_PL: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| first_wins(PAIRS.iter().map(|pair| (pair.en.as_str(), pair.pl.as_str()))));

fn collect(value: &Value, pairs: &mut Vec<Pair>) {
    match value {
        Value::Object(fields) => {
            let text = |name| fields.get(name).and_then(Value::as_str);
            if let (Some(pl), Some(en)) = (text("pl"), text("en")) {
                pairs.push(Pair { pl: pl.into(), en: en.into() });
            }
            fields.values().for_each(|field| collect(field, pairs));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, pairs)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn first_wins(
    pairs: impl Iterator<Item = (&'static str, &'static str)>,
) -> HashMap<&'static str, &'static str> {
    let mut found = HashMap::new();
    for (from, to) in pairs {
        found.entry(from).or_insert(to);
    }
    found
}

/// A text of the sample office in the other language; `None` for any other text, and for one that is in the
/// wanted language already.
pub fn translate(text: &str, to: Lang) -> Option<&'static str> {
    match to {
        Lang::Pl => TO_PL.get(text).copied(),
        Lang::En => TO_EN.get(text).copied(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Texts that mean two things in the other language: the unit and the post of that name.
    const TWO_MEANINGS: [&str; 1] = ["Powiatowy Rzecznik Konsumentów"];

    fn ambiguous(pairs: impl Iterator<Item = (&'static str, &'static str)>) -> BTreeSet<&'static str> {
        let mut first = HashMap::new();
        pairs.filter(|(from, to)| first.entry(*from).or_insert(*to) != to).map(|(from, _)| from).collect()
    }

    #[test]
    fn every_text_has_one_counterpart() {
        assert!(PAIRS.len() > 800, "only {} texts", PAIRS.len());
        let to_en = ambiguous(PAIRS.iter().map(|pair| (pair.pl.as_str(), pair.en.as_str())));
        let to_pl = ambiguous(PAIRS.iter().map(|pair| (pair.en.as_str(), pair.pl.as_str())));
        assert_eq!(to_en, BTreeSet::from(TWO_MEANINGS));
        assert_eq!(to_pl, BTreeSet::new());
    }

    #[test]
    fn no_text_is_missing_or_the_same_in_both_languages() {
        for Pair { pl, en } in PAIRS.iter() {
            assert!(!pl.trim().is_empty() && !en.trim().is_empty(), "{pl:?} {en:?}");
            assert_ne!(pl, en);
            assert!(translate(en, Lang::En).is_none(), "{en:?} is Polish too");
            assert!(translate(pl, Lang::Pl).is_none(), "{pl:?} is English too");
        }
    }

    #[test]
    fn texts_go_both_ways_and_others_stay() {
        assert_eq!(translate("Starosta", Lang::En), Some("County Head"));
        assert_eq!(translate("County Head", Lang::Pl), Some("Starosta"));
        assert_eq!(translate("Starosta", Lang::Pl), None);
        assert_eq!(translate("Nowe ustalenie", Lang::En), None);
        assert_eq!(translate(TWO_MEANINGS[0], Lang::En), Some("County Consumer Ombudsman"));
    }
}
