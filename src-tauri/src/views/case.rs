//! The card of a case.

use capa_core::domain::action::{Action, Extension};
use capa_core::domain::case::{Case, CaseStatus, Done, Effect, LinkKind};
use capa_core::domain::certificate::Edition;
use capa_core::domain::finding::CauseMethod;
use capa_core::domain::ids::{CaseId, DepartmentId, PostId, ProcessId};
use capa_core::domain::rule::RuleError;
use capa_core::domain::{due_date, registration};
use capa_core::labels;
use capa_core::store::StoredEntry;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::choices::Choice;
use super::list::{CaseRow, title};

#[derive(Debug, Serialize, TS)]
pub struct PostRef {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionView {
    pub from: Option<NaiveDate>,
    pub to: NaiveDate,
    pub reason: String,
    pub asked_on: NaiveDate,
    pub decided_on: NaiveDate,
    pub decided_by: String,
    pub late: bool,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceView {
    pub id: String,
    pub title: String,
    pub file_number: String,
    pub on: Option<NaiveDate>,
    pub by: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionView {
    pub id: String,
    pub what: String,
    pub owner: Option<PostRef>,
    pub original_due_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub cancelled_reason: Option<String>,
    pub overdue: bool,
    pub days_to_due: Option<i32>,
    pub extensions: Vec<ExtensionView>,
    pub evidence: Vec<EvidenceView>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    #[ts(type = "\"follow_up\" | \"recurrence\"")]
    pub kind: LinkKind,
    #[ts(type = "\"to\" | \"from\"")]
    pub direction: &'static str,
    pub case_id: String,
    pub number: Option<String>,
    pub title: String,
}

#[derive(Debug, Serialize, TS)]
pub struct FieldChangeView {
    pub path: String,
    #[ts(type = "unknown")]
    pub old: Value,
    #[ts(type = "unknown")]
    pub new: Value,
}

#[derive(Debug, Serialize, TS)]
pub struct TrailView {
    #[ts(type = "number")]
    pub seq: u64,
    pub at: DateTime<Utc>,
    pub actor: String,
    pub what: String,
    pub reason: Option<String>,
    pub changes: Vec<FieldChangeView>,
}

#[derive(Debug, Serialize, TS)]
pub struct MoveView {
    #[serde(rename = "move")]
    #[ts(type = "Move")]
    pub name: &'static str,
    pub allowed: bool,
    pub reason: Option<String>,
}

#[derive(Debug, Serialize, TS)]
pub struct OriginalView {
    pub header: String,
    pub text: String,
}

#[derive(Debug, Serialize, TS)]
pub struct CellProblemView {
    pub column: String,
    pub kind: String,
}

#[derive(Debug, Serialize, TS)]
pub struct ImportedView {
    pub file: String,
    pub row: u32,
    pub original: Vec<OriginalView>,
    pub problems: Vec<CellProblemView>,
}

#[derive(Debug, Serialize, TS)]
pub struct ClauseView {
    pub no: String,
    pub name: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CorrectionView {
    pub what: String,
    pub done_on: Option<NaiveDate>,
    pub consequences: String,
}

#[derive(Debug, Serialize, TS)]
pub struct CauseView {
    #[ts(type = "CauseMethod | null")]
    pub method: Option<CauseMethod>,
    pub analysis: String,
    pub root: String,
    pub similar: String,
}

#[derive(Debug, Serialize, TS)]
pub struct DecisionView {
    pub on: NaiveDate,
    pub by: String,
}

#[derive(Debug, Serialize, TS)]
pub struct VerificationView {
    #[ts(type = "\"yes\" | \"partly\" | \"no\"")]
    pub result: Done,
    pub on: NaiveDate,
    pub by: String,
    pub seen: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EffectivenessView {
    pub criterion: String,
    pub due_on: Option<NaiveDate>,
    #[ts(type = "\"effective\" | \"ineffective\" | null")]
    pub result: Option<Effect>,
    pub data: String,
    pub on: Option<NaiveDate>,
    pub by: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoActionView {
    pub reason: String,
    pub by: String,
    pub approved_by: String,
    pub on: Option<NaiveDate>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExternalView {
    pub audit: String,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub accepted_on: Option<NaiveDate>,
}

#[derive(Debug, Serialize, TS)]
pub struct ClosureView {
    pub on: NaiveDate,
    pub by: String,
    pub note: String,
}

/// Everything the card of a case shows.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    pub id: String,
    pub revision: u32,
    pub row: CaseRow,
    pub title: String,
    pub reported_on: Option<NaiveDate>,
    pub reported_by: String,
    pub file_reference: String,
    pub source_document: String,
    pub process: Option<Choice>,
    pub department: Option<Choice>,
    pub owner: Option<PostRef>,
    pub clause2008: Option<ClauseView>,
    pub clause2015: Option<ClauseView>,
    pub evidence: String,
    pub requirement: String,
    pub statement: String,
    pub correction: CorrectionView,
    pub cause: CauseView,
    pub actions: Vec<ActionView>,
    pub target_on: Option<NaiveDate>,
    pub original_target_on: Option<NaiveDate>,
    pub target_extensions: Vec<ExtensionView>,
    pub plan_due_on: Option<NaiveDate>,
    pub expected_effect: String,
    pub plan_approval: Option<DecisionView>,
    pub verification: Option<VerificationView>,
    pub effectiveness: EffectivenessView,
    pub no_action: Option<NoActionView>,
    pub external: Option<ExternalView>,
    pub closure: Option<ClosureView>,
    pub remarks: String,
    pub links: Vec<LinkView>,
    pub moves: Vec<MoveView>,
    pub imported: Option<ImportedView>,
    pub history: Vec<TrailView>,
}

impl CaseView {
    /// The card of a case with its history.
    pub fn of(case: &Case, revision: u32, history: Vec<StoredEntry>, shown: &Shown<'_>) -> Self {
        let text = |text: &str| shown.text(text);
        Self {
            id: case.id.to_string(),
            revision,
            row: CaseRow::of(case, shown),
            title: title(case, shown),
            reported_on: case.reported_on,
            reported_by: text(&case.reported_by),
            file_reference: case.file_reference.clone(),
            source_document: text(&case.source_document),
            process: case
                .process
                .and_then(|id| shown.register.process(id))
                .map(|p| Choice::process(p, shown)),
            department: case
                .department
                .and_then(|id| shown.register.department(id))
                .map(|d| Choice::department(d, shown)),
            owner: post_ref(case.owner, shown),
            clause2008: clause(case.clause_2008.as_deref(), Edition::Iso2008, shown),
            clause2015: clause(case.clause_2015.as_deref(), Edition::Iso2015, shown),
            evidence: text(&case.finding.evidence),
            requirement: text(&case.finding.requirement),
            statement: text(&case.finding.statement),
            correction: CorrectionView {
                what: text(&case.correction.what),
                done_on: case.correction.done_on,
                consequences: text(&case.correction.consequences),
            },
            cause: CauseView {
                method: case.cause.method,
                analysis: text(&case.cause.analysis),
                root: text(&case.cause.root),
                similar: text(&case.cause.similar),
            },
            actions: case.actions.iter().map(|action| action_view(action, case.status, shown)).collect(),
            target_on: case.target_on,
            original_target_on: case.original_target_on,
            target_extensions: case
                .target_extensions
                .iter()
                .map(|extension| extension_view(extension, shown))
                .collect(),
            plan_due_on: case.plan_due_on,
            expected_effect: text(&case.expected_effect),
            plan_approval: case.plan_approval.as_ref().map(|d| DecisionView { on: d.on, by: text(&d.by) }),
            verification: case.verification.as_ref().map(|v| VerificationView {
                result: v.result,
                on: v.on,
                by: text(&v.by),
                seen: text(&v.seen),
            }),
            effectiveness: effectiveness_view(case, shown),
            no_action: case.no_action.as_ref().map(|n| NoActionView {
                reason: text(&n.reason),
                by: text(&n.by),
                approved_by: text(&n.approved_by),
                on: Some(n.on),
            }),
            external: external_view(case, shown),
            closure: case.closure.as_ref().map(|c| ClosureView {
                on: c.on,
                by: text(&c.by),
                note: text(&c.note),
            }),
            remarks: text(&case.remarks),
            links: links(case.id, case, shown),
            moves: moves(case),
            imported: imported_view(case, shown),
            history: history.into_iter().rev().map(|stored| trail_view(stored, case, shown)).collect(),
        }
    }
}

fn post_ref(id: Option<PostId>, shown: &Shown<'_>) -> Option<PostRef> {
    let name = shown.post(id)?;
    id.map(|id| PostRef { id: id.to_string(), name })
}

fn clause(no: Option<&str>, edition: Edition, shown: &Shown<'_>) -> Option<ClauseView> {
    let no = no?;
    let name = labels::clause_name(edition, no, shown.lang).unwrap_or_default();
    Some(ClauseView { no: no.to_string(), name: name.to_string() })
}

fn action_view(action: &Action, status: CaseStatus, shown: &Shown<'_>) -> ActionView {
    let due_on = if action.is_open() && status.can_be_overdue() { action.due_on } else { None };
    ActionView {
        id: action.id.to_string(),
        what: shown.text(&action.what),
        owner: post_ref(action.owner, shown),
        original_due_on: action.original_due_on,
        due_on: action.due_on,
        done_on: action.done_on,
        cancelled_reason: action.cancelled_reason.clone(),
        overdue: due_on.is_some_and(|day| day < shown.today),
        days_to_due: due_on.map(|day| shown.days_to(day)),
        extensions: action.extensions.iter().map(|extension| extension_view(extension, shown)).collect(),
        evidence: action
            .evidence
            .iter()
            .map(|evidence| EvidenceView {
                id: evidence.id.to_string(),
                title: shown.text(&evidence.title),
                file_number: evidence.file_number.clone(),
                on: evidence.on,
                by: shown.text(&evidence.by),
            })
            .collect(),
    }
}

fn extension_view(extension: &Extension, shown: &Shown<'_>) -> ExtensionView {
    ExtensionView {
        from: extension.from,
        to: extension.to,
        reason: shown.text(&extension.reason),
        asked_on: extension.asked_on,
        decided_on: extension.decided_on,
        decided_by: shown.text(&extension.decided_by),
        late: extension.late,
    }
}

fn effectiveness_view(case: &Case, shown: &Shown<'_>) -> EffectivenessView {
    let review = &case.effectiveness;
    EffectivenessView {
        criterion: shown.text(&review.criterion),
        due_on: review.due_on,
        result: review.result,
        data: shown.text(&review.data),
        on: review.on,
        by: shown.text(&review.by),
    }
}

fn external_view(case: &Case, shown: &Shown<'_>) -> Option<ExternalView> {
    let external = case.external.as_ref()?;
    let audit = external.audit.and_then(|id| shown.register.audit(id));
    Some(ExternalView {
        audit: audit.map(|stood| shown.text(&stood.record.scope)).unwrap_or_default(),
        answer_due_on: external.answer_due_on,
        answer_sent_on: external.answer_sent_on,
        accepted_on: external.accepted_on,
    })
}

/// Links are stored once; the other card shows them from its own side.
fn links(id: CaseId, case: &Case, shown: &Shown<'_>) -> Vec<LinkView> {
    let view = |kind, direction, other: &Case| LinkView {
        kind,
        direction,
        case_id: other.id.to_string(),
        number: other.number.clone(),
        title: title(other, shown),
    };
    let to = case
        .links
        .iter()
        .filter_map(|link| shown.register.case(link.to).map(|other| view(link.kind, "to", &other.record)));
    let from = shown.register.cases().flat_map(|other| {
        let here = other.record.links.iter().filter(move |link| link.to == id);
        here.map(|link| view(link.kind, "from", &other.record)).collect::<Vec<_>>()
    });
    to.chain(from).collect()
}

fn moves(case: &Case) -> Vec<MoveView> {
    let draft = || if case.status == CaseStatus::Draft { Ok(()) } else { registration::check(case) };
    [
        ("save", draft()),
        ("discard", draft()),
        ("register", registration::check(case)),
        ("change_due_date", due_date::check(case)),
    ]
    .into_iter()
    .map(|(name, answer)| MoveView {
        name,
        allowed: answer.is_ok(),
        reason: answer.err().and_then(rule_name),
    })
    .collect()
}

fn rule_name(error: RuleError) -> Option<String> {
    match error {
        RuleError::Refused { rule, .. } => Some(rule.code().to_string()),
        RuleError::NotFound { .. } | RuleError::Stale { .. } | RuleError::Record { .. } => None,
    }
}

fn imported_view(case: &Case, shown: &Shown<'_>) -> Option<ImportedView> {
    let row = case.imported.as_ref()?;
    let file = shown.register.batch(row.batch).map(|batch| batch.record.file.clone()).unwrap_or_default();
    Some(ImportedView {
        file,
        row: row.row,
        original: row
            .original
            .iter()
            .map(|cell| OriginalView { header: cell.header.clone(), text: cell.text.clone() })
            .collect(),
        problems: row
            .problems
            .iter()
            .map(|problem| CellProblemView { column: problem.column.clone(), kind: problem.kind.clone() })
            .collect(),
    })
}

fn trail_view(stored: StoredEntry, case: &Case, shown: &Shown<'_>) -> TrailView {
    let set = stored.entry.set;
    let own = set.changes.into_iter().filter(|change| change.id == case.id.0);
    let changes = own
        .flat_map(|change| change.fields)
        .map(|field| FieldChangeView {
            path: field.path,
            old: value(field.old, shown),
            new: value(field.new, shown),
        })
        .collect();
    TrailView {
        seq: stored.entry.seq,
        at: set.at,
        actor: set.actor.name,
        what: set.what,
        reason: set.reason,
        changes,
    }
}

/// A value as it is shown: posts, units and processes by name, the sample's texts in the language of the screen.
fn value(value: Value, shown: &Shown<'_>) -> Value {
    match value {
        Value::String(text) => Value::String(named(&text, shown).unwrap_or_else(|| shown.text(&text))),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| self::value(item, shown)).collect()),
        Value::Object(members) => Value::Object(
            members.into_iter().map(|(name, member)| (name, self::value(member, shown))).collect(),
        ),
        plain @ (Value::Null | Value::Bool(_) | Value::Number(_)) => plain,
    }
}

fn named(text: &str, shown: &Shown<'_>) -> Option<String> {
    let id = Uuid::parse_str(text).ok()?;
    let post = || shown.post(Some(PostId(id)));
    let department = || shown.department_code(Some(DepartmentId(id)));
    let process = || shown.register.process(ProcessId(id)).map(|process| process.code.clone());
    let case = || shown.register.case(CaseId(id)).and_then(|stood| stood.record.number.clone());
    post().or_else(department).or_else(process).or_else(case)
}
