//! `objectives`: quality objectives year by year.

use capa_core::domain::book::Standing;
use capa_core::domain::ids::{Id, ObjectiveId};
use capa_core::domain::objective::Objective;
use capa_core::domain::raising::Origin;
use capa_core::domain::shelf::all;
use capa_core::register::Register;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use super::{Listed, owned, raise, remove, save};
use crate::answer::Answer;
use crate::args::{ObjectiveArguments, ObjectivesArguments, ObjectivesCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::{short, table};
use crate::words::{self, quality};

/// How much of an objective a line of the table shows.
const SHOWN_TEXT: usize = 60;

#[derive(Serialize)]
pub struct Row {
    id: ObjectiveId,
    year: i32,
    text: String,
    process: Option<String>,
    owner: Option<String>,
    measure: String,
    baseline: String,
    target: String,
    result: String,
    met: Option<bool>,
    approved_on: Option<NaiveDate>,
    reviewed_on: Option<NaiveDate>,
    case: Option<String>,
    no_case_reason: String,
    revision: u32,
}

impl Listed for Objective {
    type Row = Row;

    fn row(&self, book: &Asked, revision: u32) -> Row {
        Row {
            id: self.id,
            year: self.year,
            text: book.text(&self.text),
            process: book.process(self.process),
            owner: book.post(self.owner),
            measure: book.text(&self.measure),
            baseline: book.text(&self.baseline),
            target: book.text(&self.target),
            result: book.text(&self.result),
            met: self.met,
            approved_on: self.approved_on,
            reviewed_on: self.reviewed_on,
            case: super::case(book, self.case),
            no_case_reason: book.text(&self.no_case_reason),
            revision,
        }
    }

    fn name(&self, book: &Asked) -> String {
        format!("{}: {}", self.year, short(&book.text(&self.text), SHOWN_TEXT))
    }
}

/// Lists them, or does what was asked with one.
pub fn objectives(folder: &Folder, asked: &ObjectivesArguments) -> Result<Answer, Failure> {
    match &asked.what {
        None => list(&folder.ask()?, asked.year),
        Some(ObjectivesCommand::Add { text, of }) => {
            let mut app = folder.open_begun()?;
            let mut objective = blank(asked.year.unwrap_or_else(|| app.today().year()), text);
            write(&mut objective, of, &Lookup::of(app.register(), folder.lang))?;
            save(folder, &mut app, None, objective)
        }
        Some(ObjectivesCommand::Change { entry, text, of }) => {
            let mut app = folder.open_held("objective")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let listed = of_year(app.register(), asked.year);
            let (mut objective, revision) = owned(lookup.listed("objective", entry, &listed)?);
            objective.text = text.clone().unwrap_or(objective.text);
            write(&mut objective, of, &lookup)?;
            save(folder, &mut app, Some((objective.id, revision)), objective)
        }
        Some(ObjectivesCommand::Raise { entry }) => {
            let mut app = folder.open_held("objective")?;
            let listed = of_year(app.register(), asked.year);
            let found = Lookup::of(app.register(), folder.lang).listed("objective", entry, &listed)?;
            let (origin, revision) = (Origin::Objective(found.0.id), found.1);
            raise(folder, &mut app, origin, revision)
        }
        Some(ObjectivesCommand::Remove { entry }) => {
            let mut app = folder.open_held("objective")?;
            let listed = of_year(app.register(), asked.year);
            let found = Lookup::of(app.register(), folder.lang).listed("objective", entry, &listed)?;
            let (id, revision) = (found.0.id, found.1);
            remove::<Objective>(folder, &mut app, id, revision)
        }
    }
}

/// Those of a year, else all, in the order of the list.
fn of_year(register: &Register, year: Option<i32>) -> Vec<Standing<'_, Objective>> {
    let wanted = |it: &Objective| year.is_none_or(|year| it.year == year);
    let mut found: Vec<_> = all::<Objective>(register).filter(|(it, _)| wanted(it)).collect();
    found.sort_by_key(|(it, _)| (it.year, it.id));
    found
}

fn blank(year: i32, text: &str) -> Objective {
    Objective {
        id: ObjectiveId::from_uuid(Uuid::nil()),
        year,
        text: text.to_string(),
        process: None,
        owner: None,
        measure: String::new(),
        baseline: String::new(),
        target: String::new(),
        result: String::new(),
        met: None,
        approved_on: None,
        reviewed_on: None,
        case: None,
        no_case_reason: String::new(),
    }
}

fn write(objective: &mut Objective, of: &ObjectiveArguments, lookup: &Lookup<'_>) -> Result<(), Failure> {
    let texts = [
        (&mut objective.measure, &of.measure),
        (&mut objective.baseline, &of.baseline),
        (&mut objective.target, &of.target),
        (&mut objective.result, &of.result),
        (&mut objective.no_case_reason, &of.no_case_reason),
    ];
    for (place, text) in texts {
        if let Some(text) = text {
            place.clone_from(text);
        }
    }
    if let Some(code) = &of.process {
        objective.process = Some(lookup.process(code)?);
    }
    if let Some(post) = &of.owner {
        objective.owner = Some(lookup.post(post)?);
    }
    if let Some(number) = &of.case {
        objective.case = lookup.case_id(number)?;
    }
    objective.met = of.met.or(objective.met);
    objective.approved_on = of.approved.or(objective.approved_on);
    objective.reviewed_on = of.reviewed.or(objective.reviewed_on);
    Ok(())
}

fn list(book: &Asked, year: Option<i32>) -> Result<Answer, Failure> {
    let found = of_year(&book.register, year);
    let rows: Vec<Row> = found.into_iter().map(|(it, revision)| it.row(book, revision)).collect();
    let (words, labels) = (words::of(book.lang), quality::of(book.lang));
    if rows.is_empty() {
        return Answer::new(&rows, words.none.into());
    }
    let line = |(place, row): (usize, &Row)| {
        let met = match row.met {
            Some(true) => words.yes,
            Some(false) => words.no,
            None => "–",
        };
        vec![
            place.saturating_add(1).to_string(),
            row.year.to_string(),
            short(&row.text, SHOWN_TEXT),
            row.process.clone().unwrap_or_default(),
            row.target.clone(),
            row.result.clone(),
            met.to_string(),
            row.case.clone().unwrap_or_default(),
        ]
    };
    let lines: Vec<Vec<String>> = rows.iter().enumerate().map(line).collect();
    let headers = [
        "#",
        labels.year,
        labels.objective,
        words.process,
        labels.target,
        labels.result,
        labels.met,
        labels.case,
    ];
    let text = table(&headers, &lines);
    Answer::new(&rows, text)
}
