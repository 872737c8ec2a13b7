//! The readiness checklist in words: questions and clauses of its checks, letters, results, reasons.

mod en;
mod pl;

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Lang, date};
use crate::domain::certificate::Edition;
use crate::domain::confirmation::{CheckResult, Verdict};
use crate::domain::readiness::{Mode, Reason};

const FILE: &str = include_str!("../../data/checklist.json");

#[derive(Default, Deserialize)]
struct Checklist {
    checks: Vec<Told>,
    reasons: Vec<Sentence>,
}

/// A check of the field: its question and its clauses.
#[derive(Deserialize)]
struct Told {
    id: String,
    pl: String,
    en: String,
    clause_2008: String,
    clause_2015: String,
}

/// The sentence of a reason. `{n}`, `{m}` and `{p}` stand for its count, what that is out of, and the share in
/// percent; `{on}` and `{names}` for its day and names. A part in square brackets is left out while they are empty.
#[derive(Deserialize)]
struct Sentence {
    code: String,
    pl: String,
    en: String,
}

// The file is part of the program; that it can be read is a promise of the tests.
static CHECKLIST: LazyLock<Checklist> = LazyLock::new(|| serde_json::from_str(FILE).unwrap_or_default());

fn told(id: &str) -> Option<&'static Told> {
    CHECKLIST.checks.iter().find(|told| told.id == id)
}

/// The question of a check of the field; empty for any other, which brings its own.
pub fn question(lang: Lang, id: &str) -> &'static str {
    told(id).map_or("", |told| match lang {
        Lang::Pl => &told.pl,
        Lang::En => &told.en,
    })
}

/// The clauses of an edition that a check of the field asks about; a dash where it asks about none.
pub fn clause(id: &str, edition: Edition) -> &'static str {
    told(id).map_or("", |told| match edition {
        Edition::Iso2008 => &told.clause_2008,
        Edition::Iso2015 => &told.clause_2015,
    })
}

/// What a letter of ISO/IEC 17021-1 9.6.2.2 is about; empty for one that there is not.
pub fn letter(lang: Lang, letter: char) -> &'static str {
    match lang {
        Lang::Pl => pl::letter(letter),
        Lang::En => en::letter(letter),
    }
}

/// The name of a result.
pub fn result(lang: Lang, result: CheckResult) -> &'static str {
    match lang {
        Lang::Pl => pl::result(result),
        Lang::En => en::result(result),
    }
}

/// The name of a verdict.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match lang {
        Lang::Pl => pl::verdict(verdict),
        Lang::En => en::verdict(verdict),
    }
}

/// How a check is answered.
pub fn mode(lang: Lang, mode: Mode) -> &'static str {
    match lang {
        Lang::Pl => pl::mode(mode),
        Lang::En => en::mode(mode),
    }
}

/// A reason as a sentence with its figures.
pub fn reason(lang: Lang, reason: &Reason) -> String {
    let code = reason.why.code();
    let sentence = CHECKLIST.reasons.iter().find(|sentence| sentence.code == code);
    let sentence = sentence.map_or(code, |sentence| match lang {
        Lang::Pl => &sentence.pl,
        Lang::En => &sentence.en,
    });
    filled(sentence, lang, reason)
}

/// The sentence with the figures of a reason.
fn filled(sentence: &str, lang: Lang, reason: &Reason) -> String {
    let (count, of) = (reason.count.unwrap_or(0), reason.of.unwrap_or(0));
    let percent = count.saturating_mul(100).checked_div(of).unwrap_or(0);
    let figures = [
        ("{n}", count.to_string()),
        ("{m}", of.to_string()),
        ("{p}", percent.to_string()),
        ("{on}", reason.on.map(|on| date(lang, on)).unwrap_or_default()),
        // Last, so that nothing inside a name is taken for a figure.
        ("{names}", reason.names.join(", ")),
    ];
    let mut text = sentence.to_string();
    if let Some((before, (part, after))) =
        sentence.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once(']')?)))
    {
        let lacks = figures.iter().any(|(token, figure)| part.contains(token) && figure.is_empty());
        text = if lacks { format!("{before}{after}") } else { format!("{before}{part}{after}") };
    }
    figures.iter().fold(text, |text, (token, figure)| text.replace(token, figure))
}
