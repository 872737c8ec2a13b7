//! An import into a small register, as its plan is shown.

use capa_core::import::Outcome;
use capa_core::import::registers::{KeptKind as Kind, KeptPlan, KeptRecord, KeptRow};
use capa_core::words::{Lang, date};

use super::{KeptImportPlan, KeptImportRow, KeptKind};
use crate::views::Shown;
use crate::views::import::problem;

/// A screen shows this many rows of a plan; the totals count them all.
const ROWS_SHOWN: usize = 500;

impl KeptKind {
    /// The register that it stands for; none for lists of questions and auditors.
    pub fn imported(self) -> Option<Kind> {
        match self {
            Self::Complaint => Some(Kind::Complaints),
            Self::Objective => Some(Kind::Objectives),
            Self::Survey => Some(Kind::Surveys),
            Self::Review => Some(Kind::Reviews),
            Self::QuestionList | Self::Auditor => None,
        }
    }
}

impl KeptImportPlan {
    /// A plan under the token by which it is run.
    pub fn of(token: String, kind: KeptKind, file: &str, plan: &KeptPlan, shown: &Shown<'_>) -> Self {
        Self {
            token,
            kind,
            file: file.to_string(),
            sheets: plan.sheets.clone(),
            sheet: plan.sheet.clone(),
            headers: headers(plan.kind, shown.lang).map(str::to_string).into(),
            rows: plan.rows.iter().take(ROWS_SHOWN).map(|it| row(it, shown)).collect(),
            problems: plan.problems.iter().take(ROWS_SHOWN).map(problem).collect(),
            total: plan.totals.rows,
            fresh: plan.totals.new,
            changed: plan.totals.changed,
            unchanged: plan.totals.unchanged,
        }
    }
}

fn headers(kind: Kind, lang: Lang) -> [&'static str; 4] {
    match (kind, lang) {
        (Kind::Complaints, Lang::Pl) => ["Znak sprawy", "Wpłynęła", "Przedmiot", "Załatwiona"],
        (Kind::Complaints, Lang::En) => ["Reference", "Received", "Subject", "Answered"],
        (Kind::Objectives, Lang::Pl) => ["Rok", "Cel", "Wartość docelowa", "Wynik"],
        (Kind::Objectives, Lang::En) => ["Year", "Objective", "Target", "Result"],
        (Kind::Surveys, Lang::Pl) => ["Dzień", "Ankieta", "Ocena", "Odpowiedzi"],
        (Kind::Surveys, Lang::En) => ["Day", "Survey", "Score", "Answers"],
        (Kind::Reviews, Lang::Pl) => ["Dzień", "Protokół", "Uczestnicy", "Decyzje"],
        (Kind::Reviews, Lang::En) => ["Day", "Minutes", "Participants", "Decisions"],
    }
}

fn row(planned: &KeptRow, shown: &Shown<'_>) -> KeptImportRow {
    let day = |on| date(shown.lang, on);
    let cells = match &planned.record {
        KeptRecord::Complaint(it) => [
            it.reference.clone(),
            day(it.received_on),
            it.subject.clone(),
            it.answered_on.map(day).unwrap_or_default(),
        ],
        KeptRecord::Objective(it) => {
            [it.year.to_string(), it.text.clone(), it.target.clone(), it.result.clone()]
        }
        KeptRecord::Survey(it) => [
            day(it.held_on),
            it.name.clone(),
            it.score.map(|score| hundredths(score, shown.lang)).unwrap_or_default(),
            it.answers.map(|answers| answers.to_string()).unwrap_or_default(),
        ],
        KeptRecord::Review(it) => {
            [day(it.on), it.minutes.clone(), it.participants.clone(), it.decisions.len().to_string()]
        }
    };
    let outcome = match planned.outcome {
        Outcome::New => "new",
        Outcome::Changed => "changed",
        Outcome::Unchanged => "unchanged",
    };
    KeptImportRow { row: planned.row, outcome, cells: cells.into() }
}

/// A score with its decimal sign.
fn hundredths(score: u32, lang: Lang) -> String {
    let sign = match lang {
        Lang::Pl => ',',
        Lang::En => '.',
    };
    format!("{}{sign}{:02}", score / 100, score % 100)
}
