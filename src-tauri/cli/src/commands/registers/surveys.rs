//! `surveys`: customer surveys with their scores.

use capa_core::domain::book::Standing;
use capa_core::domain::ids::{Id, SurveyId};
use capa_core::domain::raising::Origin;
use capa_core::domain::shelf::all;
use capa_core::domain::survey::Survey;
use capa_core::words::Lang;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use super::{Listed, owned, raise, remove, save};
use crate::answer::Answer;
use crate::args::{SurveyArguments, SurveysArguments, SurveysCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::table;
use crate::words::{self, quality};

/// Scores are in hundredths, as the book keeps them: 430 is 4.30.
#[derive(Serialize)]
pub struct Row {
    id: SurveyId,
    name: String,
    held_on: NaiveDate,
    answers: Option<u32>,
    score: Option<u32>,
    target: Option<u32>,
    scale: Option<u32>,
    low: bool,
    report_on: Option<NaiveDate>,
    findings: String,
    cases: Vec<String>,
    no_case_reason: String,
    revision: u32,
}

impl Listed for Survey {
    type Row = Row;

    fn row(&self, book: &Asked, revision: u32) -> Row {
        Row {
            id: self.id,
            name: book.text(&self.name),
            held_on: self.held_on,
            answers: self.answers,
            score: self.score,
            target: self.target,
            scale: self.scale,
            low: self.is_low(),
            report_on: self.report_on,
            findings: book.text(&self.findings),
            cases: self.cases.iter().filter_map(|id| super::case(book, Some(*id))).collect(),
            no_case_reason: book.text(&self.no_case_reason),
            revision,
        }
    }

    fn name(&self, book: &Asked) -> String {
        format!("{}, {}", book.text(&self.name), book.day(Some(self.held_on)))
    }
}

/// Lists them, or does what was asked with one.
pub fn surveys(folder: &Folder, asked: &SurveysArguments) -> Result<Answer, Failure> {
    match &asked.what {
        None => list(&folder.ask()?, asked.year),
        Some(SurveysCommand::Add { name, held, of }) => {
            let mut app = folder.open_begun()?;
            let mut survey = blank(name, *held);
            write(&mut survey, of, &Lookup::of(app.register(), folder.lang))?;
            save(folder, &mut app, None, survey)
        }
        Some(SurveysCommand::Change { entry, held, of }) => {
            let mut app = folder.open_held("survey")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let (mut survey, revision) = owned(named(&lookup, entry)?);
            survey.held_on = held.unwrap_or(survey.held_on);
            write(&mut survey, of, &lookup)?;
            save(folder, &mut app, Some((survey.id, revision)), survey)
        }
        Some(SurveysCommand::Raise { entry }) => {
            let mut app = folder.open_held("survey")?;
            let (record, revision) = named(&Lookup::of(app.register(), folder.lang), entry)?;
            let origin = Origin::Survey(record.id);
            raise(folder, &mut app, origin, revision)
        }
        Some(SurveysCommand::Remove { entry }) => {
            let mut app = folder.open_held("survey")?;
            let found = owned(named(&Lookup::of(app.register(), folder.lang), entry)?);
            remove::<Survey>(folder, &mut app, found.0.id, found.1)
        }
    }
}

fn named<'a>(lookup: &Lookup<'a>, wanted: &str) -> Result<Standing<'a, Survey>, Failure> {
    lookup.kept("survey", wanted, |survey: &Survey| survey.name.clone())
}

fn blank(name: &str, held_on: NaiveDate) -> Survey {
    Survey {
        id: SurveyId::from_uuid(Uuid::nil()),
        name: name.to_string(),
        held_on,
        answers: None,
        score: None,
        target: None,
        scale: None,
        report_on: None,
        findings: String::new(),
        cases: Vec::new(),
        no_case_reason: String::new(),
    }
}

fn write(survey: &mut Survey, of: &SurveyArguments, lookup: &Lookup<'_>) -> Result<(), Failure> {
    survey.answers = of.answers.or(survey.answers);
    survey.score = of.score.or(survey.score);
    survey.target = of.target.or(survey.target);
    survey.scale = of.scale.or(survey.scale);
    survey.report_on = of.report.or(survey.report_on);
    survey.findings = of.findings.clone().unwrap_or_else(|| survey.findings.clone());
    survey.no_case_reason = of.no_case_reason.clone().unwrap_or_else(|| survey.no_case_reason.clone());
    if !of.case.is_empty() {
        let ids = of.case.iter().map(|number| lookup.case_id(number)).collect::<Result<Vec<_>, _>>()?;
        survey.cases = ids.into_iter().flatten().collect();
    }
    Ok(())
}

/// A score as people write it: 4,30 or 4.30.
fn score(lang: Lang, hundredths: Option<u32>) -> String {
    let Some(score) = hundredths else { return "–".into() };
    let mark = match lang {
        Lang::Pl => ',',
        Lang::En => '.',
    };
    format!("{}{mark}{:02}", score / 100, score % 100)
}

/// In the order of their days; those after the day that was asked for are left out.
fn list(book: &Asked, year: Option<i32>) -> Result<Answer, Failure> {
    let wanted = |it: &Survey| it.held_on <= book.today && year.is_none_or(|year| it.held_on.year() == year);
    let mut found: Vec<_> = all::<Survey>(&book.register).filter(|(it, _)| wanted(it)).collect();
    found.sort_by_key(|(it, _)| (it.held_on, it.id));
    let rows: Vec<Row> = found.into_iter().map(|(it, revision)| it.row(book, revision)).collect();
    let (words, labels) = (words::of(book.lang), quality::of(book.lang));
    if rows.is_empty() {
        return Answer::new(&rows, words.none.into());
    }
    let line = |row: &Row| {
        vec![
            row.name.clone(),
            book.day(Some(row.held_on)),
            row.answers.map_or_else(|| "–".into(), |answers| answers.to_string()),
            format!("{} / {}", score(book.lang, row.score), score(book.lang, row.scale)),
            score(book.lang, row.target),
            if row.low { labels.low.to_string() } else { String::new() },
            row.cases.join(", "),
        ]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let headers = [
        labels.name,
        labels.day,
        labels.answers,
        labels.survey_score,
        labels.target,
        words.remarks,
        labels.cases,
    ];
    let text = table(&headers, &lines);
    Answer::new(&rows, text)
}
