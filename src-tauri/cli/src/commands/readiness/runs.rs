//! `readiness keep`, `runs`, `sign`, `discard` and `compare`.

use capa_core::app::App;
use capa_core::domain::case::Decision;
use capa_core::domain::confirmation::{CheckResult, KeptResult, ReadinessRun, Verdict};
use capa_core::domain::ids::ReadinessRunId;
use capa_core::domain::readiness::runs::{all_runs, differences, results};
use capa_core::domain::readiness::{Ground, evaluate};
use capa_core::words::readiness as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::PaperArguments;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::table;
use crate::words::quality;

#[derive(Serialize)]
struct Row {
    id: ReadinessRunId,
    on: NaiveDate,
    by: String,
    verdict: Verdict,
    score: u32,
    audit_on: Option<NaiveDate>,
    signed_representative: Option<Signed>,
    signed_coordinator: Option<Signed>,
    checks: Vec<Kept>,
}

#[derive(Serialize)]
struct Signed {
    on: NaiveDate,
    by: String,
}

#[derive(Serialize)]
struct Kept {
    id: String,
    result: CheckResult,
    cases: Vec<String>,
    confirmed_by: String,
    note: String,
}

fn row(book: &Asked, run: &ReadinessRun) -> Row {
    let signed =
        |decision: &Option<Decision>| decision.as_ref().map(|it| Signed { on: it.on, by: book.text(&it.by) });
    let kept = |kept: &KeptResult| Kept {
        id: kept.check.clone(),
        result: kept.result,
        cases: kept.cases.iter().map(|case| book.case_name(*case)).collect(),
        confirmed_by: book.text(&kept.confirmed_by),
        note: book.text(&kept.note),
    };
    Row {
        id: run.id,
        on: run.on,
        by: book.text(&run.by),
        verdict: run.verdict,
        score: run.score,
        audit_on: run.audit_on,
        signed_representative: signed(&run.signed_representative),
        signed_coordinator: signed(&run.signed_coordinator),
        checks: run.results.iter().map(kept).collect(),
    }
}

/// The kept runs, the newest first; those kept later than the day that was asked for are left out.
pub fn list(folder: &Folder) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let runs = all_runs(&book.register).into_iter().filter(|(run, _)| run.on <= book.today);
    let rows: Vec<Row> = runs.map(|(run, _)| row(&book, run)).collect();
    let labels = quality::of(book.lang);
    if rows.is_empty() {
        return Answer::new(&rows, labels.no_runs.into());
    }
    let signed = |signed: &Option<Signed>| book.day(signed.as_ref().map(|it| it.on));
    let line = |(place, row): (usize, &Row)| {
        vec![
            place.saturating_add(1).to_string(),
            book.day(Some(row.on)),
            sentences::verdict(book.lang, row.verdict).to_string(),
            format!("{}/100", row.score),
            book.day(row.audit_on),
            signed(&row.signed_representative),
            signed(&row.signed_coordinator),
            row.by.clone(),
        ]
    };
    let lines: Vec<Vec<String>> = rows.iter().enumerate().map(line).collect();
    let headers = [
        labels.run,
        labels.day,
        labels.verdict,
        labels.score,
        labels.audit,
        labels.representative,
        labels.coordinator,
        labels.by,
    ];
    let text = table(&headers, &lines);
    Answer::new(&rows, text)
}

/// Keeps the checklist as it stands.
pub fn keep(folder: &Folder) -> Result<Answer, Failure> {
    let mut app = folder.open_held("office")?;
    let id = app.keep_run().map_err(|error| folder.failure(error))?;
    told(folder, &app, id, quality::of(folder.lang).run_kept)
}

/// Signs a run.
pub fn sign(folder: &Folder, wanted: &str, paper: &PaperArguments) -> Result<Answer, Failure> {
    let mut app = folder.open_held("readiness_run")?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let (id, revision) = lookup.run(wanted).map(|(run, revision)| (run.id, revision))?;
    let standing = lookup.standing(paper, folder.password())?;
    app.sign_run(id, revision, &standing).map_err(|error| folder.failure(error))?;
    told(folder, &app, id, quality::of(folder.lang).run_signed)
}

fn told(folder: &Folder, app: &App, id: ReadinessRunId, done: &str) -> Result<Answer, Failure> {
    let book = Asked::after(app, folder.lang);
    let (run, _) = book.lookup().run(&id.to_string())?;
    let row = row(&book, run);
    let verdict = sentences::verdict(book.lang, row.verdict);
    let text = format!("{done}: {}, {verdict} ({}/100)\n{id}", book.day(Some(row.on)), row.score);
    Answer::new(&row, text)
}

#[derive(Serialize)]
struct Discarded {
    id: ReadinessRunId,
}

/// Discards a run that nobody signed.
pub fn discard(folder: &Folder, wanted: &str) -> Result<Answer, Failure> {
    let mut app = folder.open_held("readiness_run")?;
    let found = Lookup::of(app.register(), folder.lang).run(wanted);
    let (id, revision) = found.map(|(run, revision)| (run.id, revision))?;
    app.discard_run(id, revision).map_err(|error| folder.failure(error))?;
    Answer::new(&Discarded { id }, format!("{}: {id}", quality::of(folder.lang).run_discarded))
}

#[derive(Serialize)]
struct Compared {
    then: Side,
    now: Side,
    differences: Vec<Difference>,
}

#[derive(Serialize)]
struct Side {
    id: Option<ReadinessRunId>,
    on: NaiveDate,
    verdict: Verdict,
    score: u32,
    #[serde(skip)]
    results: Vec<KeptResult>,
}

#[derive(Serialize)]
struct Difference {
    check: String,
    then: Option<CheckResult>,
    now: Option<CheckResult>,
}

impl Side {
    fn of(run: &ReadinessRun) -> Self {
        let (id, results) = (Some(run.id), run.results.clone());
        Self { id, on: run.on, verdict: run.verdict, score: run.score, results }
    }

    fn today(book: &Asked) -> Self {
        let readiness = evaluate(&Ground::of(&book.register, book.today));
        let results = results(&readiness.checks);
        Self { id: None, on: book.today, verdict: readiness.verdict, score: readiness.score, results }
    }
}

/// Compares a run with another, or with today.
pub fn compare(folder: &Folder, run: &str, with: Option<&str>) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let then = Side::of(book.lookup().run(run)?.0);
    let now = match with {
        Some(with) => Side::of(book.lookup().run(with)?.0),
        None => Side::today(&book),
    };
    let found = differences(&then.results, &now.results).into_iter();
    let differences = found.map(|it| Difference { check: it.check, then: it.then, now: it.now }).collect();
    let told = Compared { then, now, differences };
    let text = compared(&book, &told);
    Answer::new(&told, text)
}

fn compared(book: &Asked, told: &Compared) -> String {
    let labels = quality::of(book.lang);
    let side = |name: &str, side: &Side| {
        let verdict = sentences::verdict(book.lang, side.verdict);
        format!("{name}: {}, {verdict} ({}/100)", book.day(Some(side.on)), side.score)
    };
    let head = format!("{}\n{}", side(labels.then, &told.then), side(labels.now, &told.now));
    if told.differences.is_empty() {
        return format!("{head}\n{}", labels.no_differences);
    }
    let result = |result: Option<CheckResult>| {
        result.map_or("–", |result| sentences::result(book.lang, result)).to_string()
    };
    let line = |it: &Difference| vec![it.check.clone(), result(it.then), result(it.now)];
    let lines: Vec<Vec<String>> = told.differences.iter().map(line).collect();
    format!("{head}\n\n{}", table(&[labels.check, labels.then, labels.now], &lines))
}
