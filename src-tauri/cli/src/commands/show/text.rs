//! The card of a case as a person reads it.

use capa_core::clock::civil_time;
use capa_core::domain::action::{Action, Evidence};
use capa_core::domain::case::{Case, CaseStatus, Done};
use capa_core::domain::facts;
use capa_core::domain::tasks::{self, Task};
use capa_core::store::StoredEntry;
use capa_core::words::{self as sentences, Lang};
use chrono::NaiveDate;

use super::Link;
use crate::book::Asked;
use crate::commands::tasks::what;
use crate::words::{self, details, history, life};

/// The whole card: fields, steps, what is missing, who is next, actions, links, trail.
pub fn card(book: &Asked, case: &Case, links: &[Link], trail: &[StoredEntry]) -> String {
    let words = words::of(book.lang);
    let date = |day: NaiveDate| sentences::date(book.lang, day);
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
    lines.extend(section(words.steps, steps(book, case)));
    lines.extend(missing(book, case));
    lines.extend(section(words.next, next(book, case)));
    lines.extend(section(
        words.actions,
        case.actions.iter().enumerate().flat_map(|(place, action)| action_lines(book, place + 1, action)),
    ));
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

/// The states of a life, the one it stands in marked.
fn steps(book: &Asked, case: &Case) -> impl Iterator<Item = String> {
    let lang = book.lang;
    let judged = case.verification.as_ref().filter(|it| it.result == Done::Yes);
    let decided = [
        (CaseStatus::Registered, case.registered_on, None),
        (CaseStatus::PlanPending, case.plan_submission.as_ref().map(|it| it.on), by(&case.plan_submission)),
        (CaseStatus::InProgress, case.plan_approval.as_ref().map(|it| it.on), by(&case.plan_approval)),
        (CaseStatus::Implemented, case.done_report.as_ref().map(|it| it.on), by(&case.done_report)),
        (CaseStatus::Effectiveness, judged.map(|it| it.on), judged.map(|it| it.by.clone())),
        (case.status, case.closure.as_ref().map(|it| it.on), case.closure.as_ref().map(|it| it.by.clone())),
    ];
    let told = decided.into_iter().filter_map(|(status, on, by)| Some((status, on?, by)));
    let lines: Vec<String> = told
        .map(|(status, on, by)| {
            let by = by.map(|by| format!(" – {}", book.text(&by))).unwrap_or_default();
            format!("{} {}{by}", sentences::date(lang, on), words::status(lang, status))
        })
        .collect();
    lines.into_iter()
}

fn by(decision: &Option<capa_core::domain::case::Decision>) -> Option<String> {
    decision.as_ref().map(|decision| decision.by.clone())
}

fn missing(book: &Asked, case: &Case) -> Option<String> {
    let missing = facts::to_go_on(case);
    let names = missing.iter().map(|missing| details::missing(book.lang, missing.code()));
    let names = names.collect::<Vec<_>>().join(", ");
    (!missing.is_empty()).then(|| format!("{}: {names}", words::of(book.lang).missing))
}

/// The next steps, each with the posts that may take it.
fn next<'a>(book: &'a Asked, case: &'a Case) -> impl Iterator<Item = String> + 'a {
    tasks::next_steps(&book.register, case).into_iter().map(move |task| next_line(book, case, &task))
}

fn next_line(book: &Asked, case: &Case, task: &Task) -> String {
    let words = words::of(book.lang);
    let who = task.step.row().map(|row| {
        let letters: Vec<String> = row.who.iter().map(|capacity| capacity.letter().to_string()).collect();
        details::told(book.lang, "needs", &letters.join(","))
    });
    let about = what(book, case, task).map(|what| format!(": {what}")).unwrap_or_default();
    let due = task.due_on.map(|day| format!(" – {} {}", words.until, sentences::date(book.lang, day)));
    let step = life::owed(book.lang, task.step);
    format!("{step}{about}{} ({})", due.unwrap_or_default(), who.unwrap_or_default())
}

fn action_lines(book: &Asked, place: usize, action: &Action) -> Vec<String> {
    let words = words::of(book.lang);
    let date = |day| sentences::date(book.lang, day);
    let said = |word: &str, day: Option<NaiveDate>| day.map(|day| format!(" – {word} {}", date(day)));
    let due = said(words.due, action.due_on).unwrap_or_default();
    let moved = action.original_due_on.filter(|_| action.original_due_on != action.due_on);
    let moved = said(words.originally, moved).unwrap_or_default();
    let done = said(words.done, action.done_on).unwrap_or_default();
    let given_up = action.cancelled_reason.as_ref();
    let given_up = given_up.map(|why| format!(" – {}: {why}", words.given_up)).unwrap_or_default();
    let owner = book.post(action.owner).map(|owner| format!(" ({owner})")).unwrap_or_default();
    let line = format!("{place}. {}{owner}{due}{moved}{done}{given_up}", action.what.trim());
    let papers = action.evidence.iter().enumerate();
    let papers = papers.map(|(place, paper)| format!("   {}", evidence_line(book, place + 1, paper)));
    std::iter::once(line).chain(papers).collect()
}

fn evidence_line(book: &Asked, place: usize, paper: &Evidence) -> String {
    let words = words::of(book.lang);
    let number =
        if paper.file_number.is_empty() { String::new() } else { format!(" ({})", paper.file_number) };
    let withdrawn = paper.withdrawn.as_ref();
    let withdrawn = withdrawn.map(|it| format!(" – {}: {}", words.withdrawn, it.reason)).unwrap_or_default();
    format!("{} {place}: {}{number}{withdrawn}", words.evidence, paper.title)
}

fn link_line(book: &Asked, link: &Link) -> String {
    let number = link.number.clone().unwrap_or_else(|| link.other.to_string());
    format!("{} {number}", words::link(book.lang, link.kind, link.own))
}

fn entry_line(lang: Lang, stored: &StoredEntry) -> String {
    let set = &stored.entry.set;
    let reason = set.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let at = civil_time(set.at);
    let at = format!("{} {}", sentences::date(lang, at.date()), at.format("%H:%M"));
    let words = words::of(lang);
    let (actor, what) = (history::actor(lang, &set.actor.name), history::event(lang, &set.what));
    let paper = set.actor.recorded_for.as_ref();
    let paper = paper.map(|it| format!(", {} {}", words.recorded_for, it.name)).unwrap_or_default();
    let signed = if set.actor.signed_off { format!(" ({})", words.signed_off) } else { String::new() };
    format!("{} {at} {actor}{paper} – {what}{signed}{reason}", stored.entry.seq)
}
