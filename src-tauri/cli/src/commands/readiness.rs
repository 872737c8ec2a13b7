//! `readiness`: the checklist before an audit of the certification body, and what people add to it.

mod confirm;
mod own;
mod runs;
mod text;

use capa_core::domain::certificate::Edition;
use capa_core::domain::confirmation::{CheckResult, Confirmation, Confirmed, Verdict};
use capa_core::domain::readiness::{Checked, Ground, Mode, Readiness, evaluate};
use capa_core::domain::upcoming::{NextAudit, audit_kind};
use capa_core::words::readiness as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::ReadinessCommand;
use crate::book::{Asked, Folder};
use crate::failure::Failure;

/// Answers the checklist, or does what was asked with it.
pub fn run(folder: &Folder, asked: Option<&ReadinessCommand>) -> Result<Answer, Failure> {
    match asked {
        None => ask(folder),
        Some(ReadinessCommand::Confirm(asked)) => confirm::run(folder, asked),
        Some(ReadinessCommand::TakeBack { check }) => confirm::take_back(folder, check),
        Some(ReadinessCommand::Keep) => runs::keep(folder),
        Some(ReadinessCommand::Runs) => runs::list(folder),
        Some(ReadinessCommand::Sign { run, paper }) => runs::sign(folder, run, paper),
        Some(ReadinessCommand::Discard { run }) => runs::discard(folder, run),
        Some(ReadinessCommand::Compare { run, with }) => runs::compare(folder, run, with.as_deref()),
        Some(ReadinessCommand::Checks(asked)) => own::run(folder, asked),
    }
}

#[derive(Serialize)]
struct Told {
    verdict: Verdict,
    score: u32,
    as_of: NaiveDate,
    /// The audit that it prepares.
    audit: Option<Next>,
    period: Period,
    checks: Vec<Row>,
}

#[derive(Serialize)]
struct Next {
    kind: &'static str,
    on: NaiveDate,
    planned: bool,
    latest: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Serialize)]
struct Row {
    id: String,
    result: CheckResult,
    cases: Vec<String>,
    letter: Option<char>,
    mode: Mode,
    blocking: bool,
    question: String,
    clause: String,
    reasons: Vec<String>,
    confirmed: Option<Given>,
}

#[derive(Serialize)]
struct Given {
    answer: Confirmed,
    on: NaiveDate,
    by: String,
    note: String,
    figure: Option<u32>,
}

fn ask(folder: &Folder) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let ground = Ground::of(&book.register, book.today);
    let readiness = evaluate(&ground);
    let told = told(&book, &ground, &readiness);
    Answer::new(&told, text::of(&book, &ground, &readiness, &told))
}

fn told(book: &Asked, ground: &Ground<'_>, readiness: &Readiness<'_>) -> Told {
    let edition = ground.edition();
    Told {
        verdict: readiness.verdict,
        score: readiness.score,
        as_of: ground.today,
        audit: ground.next.as_ref().map(next),
        period: Period { from: ground.from, to: ground.today },
        checks: readiness.checks.iter().map(|checked| row(book, edition, checked)).collect(),
    }
}

fn next(next: &NextAudit) -> Next {
    Next {
        kind: audit_kind(next.milestone).map_or(next.milestone.code(), super::audits::kind_code),
        on: next.on,
        planned: next.audit.is_some(),
        latest: next.latest_on,
    }
}

fn row(book: &Asked, edition: Edition, checked: &Checked<'_>) -> Row {
    let (question, clause) = match checked.own {
        Some(own) => {
            let clause = match edition {
                Edition::Iso2008 => &own.clause_2008,
                Edition::Iso2015 => &own.clause_2015,
            };
            (book.text(&own.question), clause.clone())
        }
        None => {
            let question = sentences::question(book.lang, &checked.id);
            (question.to_string(), sentences::clause(&checked.id, edition).to_string())
        }
    };
    Row {
        id: checked.id.clone(),
        result: checked.outcome.result,
        cases: checked.cases().into_iter().map(|case| book.case_name(case)).collect(),
        letter: checked.letter,
        mode: checked.mode,
        blocking: checked.blocking,
        question,
        clause,
        reasons: checked.outcome.reasons.iter().map(|reason| sentences::reason(book.lang, reason)).collect(),
        confirmed: checked.confirmation.map(|given| self::given(book, given)),
    }
}

fn given(book: &Asked, given: &Confirmation) -> Given {
    Given {
        answer: given.answer,
        on: given.on,
        by: book.text(&given.by),
        note: book.text(&given.note),
        figure: given.figure,
    }
}
