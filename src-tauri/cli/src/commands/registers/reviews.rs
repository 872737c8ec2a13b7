//! `reviews`: management reviews with their inputs and decisions.

use capa_core::domain::book::Standing;
use capa_core::domain::ids::{DecisionId, Id, ReviewId};
use capa_core::domain::raising::Origin;
use capa_core::domain::review::{Review, ReviewDecision, ReviewInput};
use capa_core::domain::shelf::all;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use super::{Listed, owned, raise, remove, save};
use crate::answer::Answer;
use crate::args::{DecisionWord, ReviewArguments, ReviewsArguments, ReviewsCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::words::{self, quality};

#[derive(Serialize)]
pub struct Row {
    id: ReviewId,
    on: NaiveDate,
    held: bool,
    participants: String,
    minutes: String,
    inputs: Vec<Input>,
    decisions: Vec<Decided>,
    note: String,
    revision: u32,
}

#[derive(Serialize)]
struct Input {
    topic: &'static str,
    summary: String,
}

#[derive(Serialize)]
struct Decided {
    id: DecisionId,
    text: String,
    owner: Option<String>,
    due_on: Option<NaiveDate>,
    case: Option<String>,
    no_case_reason: String,
}

impl Listed for Review {
    type Row = Row;

    fn row(&self, book: &Asked, revision: u32) -> Row {
        let input = |it: &ReviewInput| Input { topic: it.topic.code(), summary: book.text(&it.summary) };
        let decided = |it: &ReviewDecision| Decided {
            id: it.id,
            text: book.text(&it.text),
            owner: book.post(it.owner),
            due_on: it.due_on,
            case: super::case(book, it.case),
            no_case_reason: book.text(&it.no_case_reason),
        };
        Row {
            id: self.id,
            on: self.on,
            held: self.held,
            participants: book.text(&self.participants),
            minutes: book.text(&self.minutes),
            inputs: self.inputs.iter().map(input).collect(),
            decisions: self.decisions.iter().map(decided).collect(),
            note: book.text(&self.note),
            revision,
        }
    }

    fn name(&self, book: &Asked) -> String {
        book.day(Some(self.on))
    }
}

/// Lists them, or does what was asked with one.
pub fn reviews(folder: &Folder, asked: &ReviewsArguments) -> Result<Answer, Failure> {
    match &asked.what {
        None => list(&folder.ask()?, asked.year),
        Some(ReviewsCommand::Add { on, of }) => {
            let mut app = folder.open_begun()?;
            let mut review = blank(*on);
            write(&mut review, of, &Lookup::of(app.register(), folder.lang))?;
            save(folder, &mut app, None, review)
        }
        Some(ReviewsCommand::Change { entry, on, of }) => {
            let mut app = folder.open_held("review")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let (mut review, revision) = owned(named(&lookup, entry)?);
            review.on = on.unwrap_or(review.on);
            write(&mut review, of, &lookup)?;
            save(folder, &mut app, Some((review.id, revision)), review)
        }
        Some(ReviewsCommand::Decision { entry, decision, case, no_case_reason }) => {
            let mut app = folder.open_held("review")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let (mut review, revision) = owned(named(&lookup, entry)?);
            let case = case.as_ref().map(|number| lookup.case_id(number)).transpose()?;
            let ids: Vec<String> = review.decisions.iter().map(|it| it.id.to_string()).collect();
            let place = lookup.place_of("decision", &ids, decision)?;
            for it in review.decisions.iter_mut().skip(place).take(1) {
                it.case = case.unwrap_or(it.case);
                it.no_case_reason = no_case_reason.clone().unwrap_or_else(|| it.no_case_reason.clone());
            }
            save(folder, &mut app, Some((review.id, revision)), review)
        }
        Some(ReviewsCommand::Raise { entry, decision }) => {
            let mut app = folder.open_held("review")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let (review, revision) = named(&lookup, entry)?;
            let ids: Vec<String> = review.decisions.iter().map(|it| it.id.to_string()).collect();
            let place = lookup.place_of("decision", &ids, decision)?;
            let found = review.decisions.get(place).map(|it| Origin::Decision(review.id, it.id));
            let origin = found.ok_or_else(|| Failure::new("internal", folder.lang))?;
            raise(folder, &mut app, origin, revision)
        }
        Some(ReviewsCommand::Remove { entry }) => {
            let mut app = folder.open_held("review")?;
            let found = owned(named(&Lookup::of(app.register(), folder.lang), entry)?);
            remove::<Review>(folder, &mut app, found.0.id, found.1)
        }
    }
}

fn named<'a>(lookup: &Lookup<'a>, wanted: &str) -> Result<Standing<'a, Review>, Failure> {
    lookup.kept("review", wanted, |review: &Review| review.on.to_string())
}

fn blank(on: NaiveDate) -> Review {
    Review {
        id: ReviewId::from_uuid(Uuid::nil()),
        on,
        held: false,
        participants: String::new(),
        minutes: String::new(),
        inputs: Vec::new(),
        decisions: Vec::new(),
        note: String::new(),
    }
}

fn write(review: &mut Review, of: &ReviewArguments, lookup: &Lookup<'_>) -> Result<(), Failure> {
    review.held |= of.held;
    let texts = [
        (&mut review.participants, &of.participants),
        (&mut review.minutes, &of.minutes),
        (&mut review.note, &of.note),
    ];
    for (place, text) in texts {
        if let Some(text) = text {
            place.clone_from(text);
        }
    }
    for (topic, summary) in &of.input {
        let input = ReviewInput { topic: *topic, summary: summary.clone() };
        match review.inputs.iter_mut().find(|known| known.topic == *topic) {
            Some(known) => *known = input,
            None => review.inputs.push(input),
        }
    }
    for word in &of.decision {
        review.decisions.push(decision(word, lookup)?);
    }
    Ok(())
}

/// The rule gives the decision its identity.
fn decision(word: &DecisionWord, lookup: &Lookup<'_>) -> Result<ReviewDecision, Failure> {
    Ok(ReviewDecision {
        id: DecisionId::from_uuid(Uuid::nil()),
        text: word.text.clone(),
        owner: word.owner.as_ref().map(|owner| lookup.post(owner)).transpose()?,
        due_on: word.due_on,
        case: None,
        no_case_reason: String::new(),
    })
}

/// In the order of their days, planned ones too.
fn list(book: &Asked, year: Option<i32>) -> Result<Answer, Failure> {
    let wanted = |it: &Review| year.is_none_or(|year| it.on.year() == year);
    let mut found: Vec<_> = all::<Review>(&book.register).filter(|(it, _)| wanted(it)).collect();
    found.sort_by_key(|(it, _)| (it.on, it.id));
    let rows: Vec<Row> = found.into_iter().map(|(it, revision)| it.row(book, revision)).collect();
    if rows.is_empty() {
        return Answer::new(&rows, words::of(book.lang).none.into());
    }
    let text: Vec<String> = rows.iter().map(|row| text(book, row)).collect();
    Answer::new(&rows, text.join("\n\n"))
}

fn text(book: &Asked, row: &Row) -> String {
    let labels = quality::of(book.lang);
    let state = if row.held { labels.held } else { labels.planned };
    let mut lines = vec![format!("{} ({state})", book.day(Some(row.on)))];
    let named =
        [(labels.participants, &row.participants), (labels.minutes, &row.minutes), (labels.note, &row.note)];
    let told = named.into_iter().filter(|(_, value)| !value.is_empty());
    lines.extend(told.map(|(name, value)| format!("  {name}: {value}")));
    if !row.inputs.is_empty() {
        lines.push(format!("  {}:", labels.inputs));
        lines.extend(row.inputs.iter().map(|it| {
            let topic = quality::topic(book.lang, it.topic);
            if it.summary.is_empty() {
                format!("    {topic}")
            } else {
                format!("    {topic}: {}", it.summary)
            }
        }));
    }
    if !row.decisions.is_empty() {
        lines.push(format!("  {}:", labels.decisions));
        lines.extend(row.decisions.iter().enumerate().map(|(place, it)| decided(book, place, it)));
    }
    lines.join("\n")
}

fn decided(book: &Asked, place: usize, it: &Decided) -> String {
    let due = it.due_on.map(|on| book.day(Some(on)));
    let parts = [it.owner.clone(), due, it.case.clone(), Some(it.no_case_reason.clone())];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(" – {}", parts.join(", ")) };
    format!("    {}. {}{parts}", place.saturating_add(1), it.text)
}
