//! What pickers offer.

use capa_core::domain::case::Source;
use capa_core::domain::certificate::Edition;
use capa_core::domain::office::{Department, Process};
use capa_core::labels;
use capa_core::register::query::polish_order;
use capa_core::words::Lang;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;

#[derive(Debug, Clone, Serialize, TS)]
pub struct PostRef {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Serialize, TS)]
pub struct ClauseView {
    pub no: String,
    pub name: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Choice {
    pub id: String,
    pub code: String,
    pub name: String,
}

#[derive(Debug, Serialize, TS)]
pub struct SourceChoice {
    #[ts(type = "SourceCode")]
    pub code: Source,
    pub name: String,
}

/// Everything a picker offers.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Choices {
    pub departments: Vec<Choice>,
    pub posts: Vec<Choice>,
    pub processes: Vec<Choice>,
    pub sources: Vec<SourceChoice>,
    pub clauses2008: Vec<ClauseView>,
    pub clauses2015: Vec<ClauseView>,
    /// Registration years that hold cases, newest first.
    pub years: Vec<i32>,
}

impl Choice {
    /// A unit.
    pub fn department(department: &Department, shown: &Shown<'_>) -> Self {
        Self {
            id: department.id.to_string(),
            code: department.code.clone(),
            name: shown.text(&department.name),
        }
    }

    /// A process.
    pub fn process(process: &Process, shown: &Shown<'_>) -> Self {
        Self { id: process.id.to_string(), code: process.code.clone(), name: shown.text(&process.name) }
    }
}

impl Choices {
    /// Everything the book offers.
    pub fn of(shown: &Shown<'_>) -> Self {
        let mut posts: Vec<Choice> = shown
            .register
            .posts()
            .map(|stood| Choice {
                id: stood.record.id.to_string(),
                code: shown.department_code(stood.record.department).unwrap_or_default(),
                name: shown.text(&stood.record.name),
            })
            .collect();
        posts.sort_by(|a, b| polish_order(&a.name, &b.name));
        let mut departments: Vec<Choice> =
            shown.register.departments().map(|stood| Choice::department(&stood.record, shown)).collect();
        departments.sort_by(|a, b| polish_order(&a.code, &b.code));
        let mut processes: Vec<Choice> =
            shown.register.processes().map(|stood| Choice::process(&stood.record, shown)).collect();
        processes.sort_by(|a, b| a.code.cmp(&b.code));
        Self {
            departments,
            posts,
            processes,
            sources: Source::ALL
                .iter()
                .map(|code| SourceChoice {
                    code: *code,
                    name: labels::source_name(*code, shown.lang).to_string(),
                })
                .collect(),
            clauses2008: clauses(Edition::Iso2008, shown.lang),
            clauses2015: clauses(Edition::Iso2015, shown.lang),
            years: shown.register.years(),
        }
    }
}

fn clauses(edition: Edition, lang: Lang) -> Vec<ClauseView> {
    labels::clauses(edition)
        .iter()
        .map(|clause| ClauseView {
            no: clause.no.clone(),
            name: match lang {
                Lang::Pl => clause.pl.clone(),
                Lang::En => clause.en.clone(),
            },
        })
        .collect()
}
