//! The checklist as people read it: the verdict, what to do first, then every check under its letter.

use std::collections::BTreeSet;

use capa_core::domain::readiness::{Checked, Ground, Readiness, first_things};
use capa_core::domain::upcoming::audit_kind;
use capa_core::words::{self, readiness as sentences};

use super::{Row, Told};
use crate::book::Asked;
use crate::words::quality;

/// So many of the most pressing checks stand above the list.
const FIRST: usize = 10;

/// The whole answer.
pub fn of(book: &Asked, ground: &Ground<'_>, readiness: &Readiness<'_>, told: &Told) -> String {
    let mut lines = head(book, ground, readiness);
    lines.push(String::new());
    lines.extend(first(book, readiness, told));
    let letters: BTreeSet<(bool, Option<char>)> =
        told.checks.iter().map(|row| (row.letter.is_none(), row.letter)).collect();
    for (_, letter) in letters {
        lines.push(String::new());
        lines.push(title(book, letter));
        for row in told.checks.iter().filter(|row| row.letter == letter) {
            lines.extend(check(book, row));
        }
    }
    lines.join("\n")
}

fn head(book: &Asked, ground: &Ground<'_>, readiness: &Readiness<'_>) -> Vec<String> {
    let labels = quality::of(book.lang);
    let verdict = sentences::verdict(book.lang, readiness.verdict);
    let today = book.day(Some(ground.today));
    let mut lines = vec![format!(
        "{}, {} {today}: {verdict} ({}: {}/100)",
        labels.readiness, labels.as_of, labels.score, readiness.score
    )];
    if let Some(next) = &ground.next {
        let kind = audit_kind(next.milestone).map_or_else(
            || words::milestone(book.lang, next.milestone),
            |kind| words::audit(book.lang, kind),
        );
        let agreed = if next.audit.is_some() { labels.planned_audit } else { labels.unplanned };
        let distance = words::distance(book.lang, next.on, ground.today);
        lines.push(format!(
            "{}: {kind}, {agreed} {} ({distance})",
            labels.next_audit,
            book.day(Some(next.on))
        ));
    }
    lines.push(format!("{}: {} – {today}", labels.period, book.day(Some(ground.from))));
    lines
}

fn first(book: &Asked, readiness: &Readiness<'_>, told: &Told) -> Vec<String> {
    let labels = quality::of(book.lang);
    let pressing = first_things(readiness);
    if pressing.is_empty() {
        return vec![labels.all_in_order.to_string()];
    }
    let row = |checked: &Checked<'_>| told.checks.iter().find(|row| row.id == checked.id);
    let listed = pressing.into_iter().filter_map(row).take(FIRST).enumerate().map(|(place, row)| {
        let reason = row.reasons.first().map(String::as_str).unwrap_or_default();
        format!("{:>2}. {}: {reason}{}", place.saturating_add(1), row.id, cases(row))
    });
    std::iter::once(format!("{}:", labels.first_things)).chain(listed).collect()
}

fn title(book: &Asked, letter: Option<char>) -> String {
    match letter {
        Some(letter) => format!("{letter}) {}", sentences::letter(book.lang, letter)),
        None => quality::of(book.lang).no_letter.to_string(),
    }
}

fn check(book: &Asked, row: &Row) -> Vec<String> {
    let labels = quality::of(book.lang);
    let result = sentences::result(book.lang, row.result);
    let clause =
        if matches!(row.clause.as_str(), "" | "–") { String::new() } else { format!(" [{}]", row.clause) };
    let mut lines = vec![format!("  {} {result} – {}{clause}", row.id, row.question)];
    let reasons = row.reasons.iter().filter(|reason| !reason.is_empty());
    lines.extend(reasons.map(|reason| format!("      {reason}")));
    lines
        .extend((!row.cases.is_empty()).then(|| format!("      {}: {}", labels.cases, row.cases.join(", "))));
    lines.extend(row.confirmed.as_ref().map(|given| {
        let note = if given.note.is_empty() { String::new() } else { format!(" – {}", given.note) };
        format!("      {}: {}, {}{note}", labels.confirmed, given.by, book.day(Some(given.on)))
    }));
    lines
}

fn cases(row: &Row) -> String {
    if row.cases.is_empty() { String::new() } else { format!(" ({})", row.cases.join(", ")) }
}
