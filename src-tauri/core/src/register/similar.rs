//! The recurrence radar: earlier cases that the finding being written may repeat.
//!
//! A case is offered for one of two reasons: it has the same process and the same clause and is at most two
//! years old, or it says the same in other forms of the same words, however old it is. Both only suggest; a
//! person sets the link.

use std::collections::{HashMap, HashSet};

use chrono::{Months, NaiveDate};
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

use super::book::Register;
use super::common_words;
use super::fold::fold;
use super::stem::stem;
use crate::domain::case::{Case, CaseStatus};
use crate::domain::ids::{CaseId, Id, ProcessId};

/// How long a case with the same process and clause is offered.
const MONTHS: u32 = 24;
/// Shorter words tell nothing; abbreviations of three letters (BIP, KPA) do.
const SHORTEST: usize = 3;
/// A register of this size shows which words are common in it.
const TELLING_SIZE: usize = 20;
/// A word is common when more than one in so many cases says it.
const COMMON: usize = 2;
/// Words that must agree at least, one of them in the gist of the earlier case.
const WORDS: usize = 2;
/// Words that must agree when none of them is in its gist.
const WORDS_BESIDE_GIST: usize = 3;
/// What they must weigh together; a word of one single case weighs 1.
const WEIGHT: f32 = 0.95;
/// And on top of that, which part of all that was written.
const PART: f32 = 0.08;
/// How much a word counts in the title of an earlier case.
const TITLE: f32 = 1.2;
/// In the statement of its nonconformity.
const STATEMENT: f32 = 1.0;
/// In what was seen.
const EVIDENCE: f32 = 0.7;
/// In the requirement, which many findings breach.
const REQUIREMENT: f32 = 0.5;

/// A finding while it is written.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Title and finding as typed.
    pub text: &'a str,
    /// The process concerned.
    pub process: Option<ProcessId>,
    /// Clause of ISO 9001:2008.
    pub clause_2008: Option<&'a str>,
    /// Clause of ISO 9001:2015.
    pub clause_2015: Option<&'a str>,
    /// The day of the report, else today. Later cases are no earlier ones.
    pub on: NaiveDate,
    /// The case that is written, if the book has it already.
    pub except: Option<CaseId>,
}

/// An earlier case that the finding may repeat.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// The earlier case.
    pub case: CaseId,
    /// It has the same process and the same clause and is at most 24 months older.
    pub same_process_and_clause: bool,
    /// The words of the written text that it says too, in any form, as typed.
    pub words: Vec<String>,
    /// How much the words agree; higher is closer, 0 without a word in common.
    pub score: f32,
}

/// Which cases say which words, kept beside the records. It follows from them, so that two of them are always
/// equal over equal records.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    /// By stem: the cases that say it, in order, and how much it counts there.
    cases: HashMap<String, Vec<(Uuid, f32)>>,
    /// Stems already found; a register says the same words again and again.
    stems: HashMap<String, Option<String>>,
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        self.cases == other.cases
    }
}

impl Said {
    /// Adds a case.
    pub(super) fn put(&mut self, case: &Case) {
        let id = case.id.uuid();
        for (stem, counts) in self.stems_of(case) {
            let cases = self.cases.entry(stem).or_default();
            if let Err(place) = cases.binary_search_by_key(&id, |(id, _)| *id) {
                cases.insert(place, (id, counts));
            }
        }
    }

    /// Takes a case out, given as it was added.
    pub(super) fn take_out(&mut self, case: &Case) {
        let id = case.id.uuid();
        for stem in self.stems_of(case).into_keys() {
            let Some(cases) = self.cases.get_mut(&stem) else { continue };
            if let Ok(place) = cases.binary_search_by_key(&id, |(id, _)| *id) {
                cases.remove(place);
            }
            if cases.is_empty() {
                self.cases.remove(&stem);
            }
        }
    }

    /// What a case says, and how much it counts where it counts most.
    fn stems_of(&mut self, case: &Case) -> HashMap<String, f32> {
        let finding = &case.finding;
        let parts = [
            (case.title.as_str(), TITLE),
            (finding.statement.as_str(), STATEMENT),
            (finding.evidence.as_str(), EVIDENCE),
            (finding.requirement.as_str(), REQUIREMENT),
        ];
        let mut found = HashMap::new();
        for (text, counts) in parts {
            for word in words(text) {
                let folded = fold(word);
                let stem = self.stems.entry(folded).or_insert_with_key(|folded| telling_stem(folded));
                if let Some(stem) = stem
                    && !found.contains_key(stem)
                {
                    found.insert(stem.clone(), counts);
                }
            }
        }
        found
    }

    fn of(&self, stem: &str) -> &[(Uuid, f32)] {
        self.cases.get(stem).map_or(&[], Vec::as_slice)
    }
}

/// What an earlier case has in common with the text.
#[derive(Default)]
struct Shared<'a> {
    words: Vec<&'a str>,
    weight: f32,
    /// One of the words is in its title or in the statement of the nonconformity.
    in_gist: bool,
}

impl Shared<'_> {
    /// Whether that tells something beside a text of that weight: a long text meets another one in some words by
    /// chance, and words that stand only in what was seen or required say less about what a case is about.
    fn is_enough(&self, whole: f32) -> bool {
        let words = if self.in_gist { WORDS } else { WORDS_BESIDE_GIST };
        self.words.len() >= words && self.weight >= WEIGHT + PART * whole
    }
}

impl Register {
    /// The earlier cases to offer while a finding is written, at most so many: first those with the same process
    /// and clause, then those with similar words, the closest first.
    ///
    /// Earlier are registered cases, closed ones too, drafts and cancelled ones not. The clause is the same when it
    /// is equal in one of the editions: a finding against all of chapter 4 does not repeat every finding in it.
    pub fn similar(&self, written: &Written<'_>, limit: usize) -> Vec<Similar> {
        let (mut shared, whole) = self.shared_words(written.text);
        let mut found: Vec<(Similar, Option<NaiveDate>)> = self
            .cases()
            .map(|stood| &stood.record)
            .filter(|case| is_earlier(case, written))
            .filter_map(|case| {
                let same = same_process_and_clause(case, written);
                let shared = shared.remove(&case.id.uuid()).unwrap_or_default();
                if !same && !shared.is_enough(whole) {
                    return None;
                }
                let words = shared.words.into_iter().map(str::to_string).collect();
                let score = shared.weight;
                Some((Similar { case: case.id, same_process_and_clause: same, words, score }, day(case)))
            })
            .collect();
        found.sort_by(|(a, a_on), (b, b_on)| {
            b.same_process_and_clause
                .cmp(&a.same_process_and_clause)
                .then_with(|| b.score.total_cmp(&a.score))
                .then_with(|| b_on.cmp(a_on))
                .then_with(|| a.case.cmp(&b.case))
        });
        found.into_iter().take(limit).map(|(similar, _)| similar).collect()
    }

    /// By case, the words that it shares with the text; and what the whole text weighs.
    fn shared_words<'a>(&self, text: &'a str) -> (HashMap<Uuid, Shared<'a>>, f32) {
        let size = self.cases().count();
        let mut seen = HashSet::new();
        let mut shared: HashMap<Uuid, Shared<'a>> = HashMap::new();
        let mut whole = 0.0;
        for word in words(text) {
            let Some(stem) = telling_stem(&fold(word)) else { continue };
            let cases = self.said().of(&stem);
            let weight = weight(cases.len(), size);
            if weight <= 0.0 || !seen.insert(stem) {
                continue;
            }
            whole += weight;
            for (case, counts) in cases {
                let shared = shared.entry(*case).or_default();
                shared.words.push(word);
                shared.weight += weight * counts;
                shared.in_gist |= *counts >= STATEMENT;
            }
        }
        (shared, whole)
    }
}

/// Registered on or before the day of the report, and not given up. A case brought in without its day of
/// registration counts by its report; one without any date is an old one.
fn is_earlier(case: &Case, written: &Written<'_>) -> bool {
    !matches!(case.status, CaseStatus::Draft | CaseStatus::Cancelled)
        && written.except != Some(case.id)
        && day(case).is_none_or(|day| day <= written.on)
}

fn day(case: &Case) -> Option<NaiveDate> {
    case.registered_on.or(case.reported_on)
}

fn same_process_and_clause(case: &Case, written: &Written<'_>) -> bool {
    let equal = |own: Option<&str>, wanted: Option<&str>| {
        own.zip(wanted).is_some_and(|(own, wanted)| !own.trim().is_empty() && own.trim() == wanted.trim())
    };
    // The last day of a shorter month stands for its 31st.
    let since = written.on.checked_sub_months(Months::new(MONTHS));
    let recent = day(case).is_some_and(|day| since.is_none_or(|since| since <= day));
    let clause = equal(case.clause_2008.as_deref(), written.clause_2008)
        || equal(case.clause_2015.as_deref(), written.clause_2015);
    recent && clause && case.process.is_some() && case.process == written.process
}

/// What a word weighs that so many of all cases say: 1 for a single one, the less the more say it, 0 when it is
/// common in the register.
fn weight(cases: usize, size: usize) -> f32 {
    if size >= TELLING_SIZE && cases * COMMON > size {
        return 0.0;
    }
    // A small register must not take every word for a common one.
    let rare =
        |cases: usize| (1.0 + (size.saturating_add(TELLING_SIZE)) as f32 / (cases.max(1) as f32 + 1.0)).ln();
    (rare(cases) / rare(1)).powf(1.5)
}

/// The words of a text; whatever has a digit in it is a date, an amount or a mark.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty() && !word.chars().any(char::is_numeric))
}

/// The stem of a folded word, unless the word is short or one that every finding says.
fn telling_stem(folded: &str) -> Option<String> {
    if folded.chars().count() < SHORTEST || common_words::is_function_word(folded) {
        return None;
    }
    let stem = stem(folded);
    (!common_words::is_of_every_finding(&stem)).then_some(stem)
}
