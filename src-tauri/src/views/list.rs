//! Rows of the register.

use capa_core::app::life;
use capa_core::domain::case::{Case, CaseKind, CaseStatus, Grade, Source};
use capa_core::domain::change::RecordKind;
use capa_core::domain::facts::{self, Late, Missing};
use capa_core::domain::ids::CaseId;
use capa_core::register::fold::fold;
use capa_core::register::query::{Filter, SortKey};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use crate::error::IpcError;

/// One case as a row.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    pub id: String,
    pub number: Option<String>,
    #[ts(type = "CaseKind")]
    pub kind: CaseKind,
    #[ts(type = "CaseStatus")]
    pub status: CaseStatus,
    pub title: String,
    pub owner: Option<String>,
    pub department: Option<String>,
    pub due_on: Option<NaiveDate>,
    pub original_due_on: Option<NaiveDate>,
    /// Days from today to the due date; negative when it has passed. Null when nothing is due any more.
    pub days_to_due: Option<i32>,
    pub overdue: bool,
    #[ts(type = "Late[]")]
    pub late: Vec<Late>,
    #[ts(type = "SourceCode | null")]
    pub source: Option<Source>,
    pub clause: Option<String>,
    #[ts(type = "Grade | null")]
    pub grade: Option<Grade>,
    pub registered_on: Option<NaiveDate>,
    #[ts(type = "Missing[]")]
    pub missing: Vec<Missing>,
}

/// A page of rows with the number of all.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CasePage {
    pub rows: Vec<CaseRow>,
    pub total: u32,
}

impl CaseRow {
    /// The row of a case.
    pub fn of(case: &Case, shown: &Shown<'_>) -> Self {
        let shown_due = case.shown_due_on();
        let still_due = if case.status.can_be_overdue() { case.due_on() } else { None };
        Self {
            id: case.id.to_string(),
            number: case.number.clone(),
            kind: case.kind,
            status: case.status,
            title: title(case, shown),
            owner: shown.post(case.owner),
            department: shown.department_code(case.department),
            due_on: shown_due,
            original_due_on: original_of(case, shown_due),
            days_to_due: still_due.map(|day| shown.days_to(day)),
            overdue: case.is_overdue(shown.today),
            late: facts::late(case, shown.today),
            source: case.source,
            clause: case.clause(shown.register.edition()).map(str::to_string),
            grade: case.grade,
            registered_on: case.registered_on,
            missing: facts::missing(case),
        }
    }
}

impl CasePage {
    /// The rows of a page of cases.
    pub fn of(ids: &[CaseId], offset: u32, limit: u32, shown: &Shown<'_>) -> Self {
        let limit = limit.min(500);
        let (offset, limit) =
            (usize::try_from(offset).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(500));
        let page = ids.iter().skip(offset).take(limit);
        let rows =
            page.filter_map(|id| Some(CaseRow::of(&shown.register.case(*id)?.record, shown))).collect();
        Self { rows, total: u32::try_from(ids.len()).unwrap_or(u32::MAX) }
    }
}

/// The title of a case; a case without one is named by its statement.
pub fn title(case: &Case, shown: &Shown<'_>) -> String {
    let own = if case.title.is_empty() { &case.finding.statement } else { &case.title };
    shown.text(own)
}

/// The original date of the action whose due date is shown.
fn original_of(case: &Case, shown_due: Option<NaiveDate>) -> Option<NaiveDate> {
    if case.actions.is_empty() {
        return case.original_target_on.or(case.target_on);
    }
    let same =
        |action: &&capa_core::domain::action::Action| action.due_on == shown_due && shown_due.is_some();
    let open_first = case.actions.iter().filter(same).min_by_key(|action| !action.is_open());
    open_first.and_then(|action| action.original_due_on)
}

/// What a person may be looking for.
#[derive(Debug, Serialize, TS)]
pub struct Found {
    #[ts(type = "\"case\" | \"post\" | \"department\"")]
    pub kind: &'static str,
    pub id: String,
    pub label: String,
    pub detail: String,
}

/// A search box shows this many answers of a kind.
const FOUND_SHOWN: usize = 20;

impl Found {
    /// Cases, posts and units that hold all words.
    pub fn by(text: &str, shown: &Shown<'_>) -> Vec<Self> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let filter = Filter { text: text.to_string(), ..Filter::default() };
        let cases = shown.register.list(&filter, SortKey::Number, true, shown.today);
        let cases =
            cases.into_iter().filter_map(|id| shown.register.case(id)).take(FOUND_SHOWN).map(|stood| Self {
                kind: "case",
                id: stood.record.id.to_string(),
                label: stood.record.number.clone().unwrap_or_default(),
                detail: title(&stood.record, shown),
            });
        let words: Vec<String> = text.split_whitespace().map(fold).collect();
        let holds = |text: &str| words.iter().all(|word| fold(text).contains(word));
        let posts = shown.register.posts().map(|stood| (stood.record.id, shown.text(&stood.record.name)));
        let posts = posts.filter(|(_, name)| holds(name)).take(FOUND_SHOWN).map(|(id, name)| Self {
            kind: "post",
            id: id.to_string(),
            label: name,
            detail: String::new(),
        });
        let departments = shown
            .register
            .departments()
            .map(|stood| (stood.record.id, stood.record.code.clone(), shown.text(&stood.record.name)));
        let departments =
            departments.filter(|(_, code, name)| holds(&format!("{code} {name}"))).take(FOUND_SHOWN);
        let departments = departments.map(|(id, label, detail)| Self {
            kind: "department",
            id: id.to_string(),
            label,
            detail,
        });
        cases.chain(posts).chain(departments).collect()
    }
}

/// A case as a change left it.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    pub id: String,
    pub revision: u32,
    pub number: Option<String>,
}

impl Saved {
    /// A case after a change; a discarded draft stands at the revision of its removal.
    pub fn of(id: Uuid, shown: &Shown<'_>) -> Self {
        let number = shown.register.case(CaseId(id)).and_then(|stood| stood.record.number.clone());
        Self { id: id.to_string(), revision: shown.register.revision(RecordKind::Case, id), number }
    }
}

/// A case as a move left it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    pub saved: Saved,
    /// The case that goes on where this one proved ineffective.
    pub follow_up: Option<Saved>,
}

impl Moved {
    /// A case after a move.
    pub fn of(id: Uuid, moved: &life::Moved, shown: &Shown<'_>) -> Self {
        let follow_up = moved.follow_up.as_ref().map(|(id, _)| Saved::of(id.0, shown));
        Self { saved: Saved::of(id, shown), follow_up }
    }
}

/// A case that refused a move of many.
#[derive(Debug, Serialize, TS)]
pub struct RefusedCase {
    pub row: CaseRow,
    pub error: IpcError,
}

/// What became of a move of many cases.
#[derive(Debug, Serialize, TS)]
pub struct ManyMoved {
    pub done: u32,
    /// Nothing was done when there are any, unless it was asked to leave them out.
    pub refused: Vec<RefusedCase>,
}

impl ManyMoved {
    /// The answer with the refusals by case.
    pub fn of(done: &life::ManyDone, shown: &Shown<'_>) -> Self {
        let refused = done.refused.iter().filter_map(|(id, error)| {
            let row = CaseRow::of(&shown.register.case(*id)?.record, shown);
            Some(RefusedCase { row, error: error.clone().into() })
        });
        Self { done: u32::try_from(done.done).unwrap_or(u32::MAX), refused: refused.collect() }
    }
}
