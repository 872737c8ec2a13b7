//! The card of a case.

use capa_core::domain::acting::Acting;
use capa_core::domain::action::{Action, Extension, ExtensionRequest};
use capa_core::domain::case::{Case, CaseStatus, Decision, Done, Effect, LinkKind};
use capa_core::domain::certificate::Edition;
use capa_core::domain::finding::CauseMethod;
use capa_core::domain::ids::{CaseId, PostId};
use capa_core::domain::person::Signer;
use capa_core::labels;
use capa_core::register::Stood;
use capa_core::store::StoredEntry;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::analysis::{FiveWhyForm, IshikawaForm};
use super::card::{self, TrailView};
use super::choices::{Choice, ClauseView, PostRef};
use super::life::LifeView;
use super::list::{CaseRow, title};

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
    pub attached_at: Option<DateTime<Utc>>,
    pub file: Option<FileView>,
    pub withdrawn: Option<WithdrawalView>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    pub name: String,
    #[ts(type = "number")]
    pub bytes: u64,
    pub media_type: String,
    pub sha256: String,
}

#[derive(Debug, Serialize, TS)]
pub struct WithdrawalView {
    pub on: NaiveDate,
    pub by: String,
    pub reason: String,
}

/// More time that was asked for and waits for a decision.
#[derive(Debug, Serialize, TS)]
pub struct AskedView {
    pub to: NaiveDate,
    pub reason: String,
    pub on: NaiveDate,
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
    pub asked: Option<AskedView>,
    pub done_on: Option<NaiveDate>,
    pub done_note: String,
    pub cancelled_reason: Option<String>,
    /// It is a training.
    pub training: bool,
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
    #[serde(rename = "fiveWhy")]
    pub five_why: FiveWhyForm,
    pub ishikawa: IshikawaForm,
}

#[derive(Debug, Serialize, TS)]
pub struct DecisionView {
    pub on: NaiveDate,
    pub by: String,
    /// Taken on paper: which one, empty where it was not named.
    pub document: Option<String>,
}

#[derive(Debug, Serialize, TS)]
pub struct VerificationView {
    #[ts(type = "\"yes\" | \"partly\" | \"no\"")]
    pub result: Done,
    pub on: NaiveDate,
    pub by: String,
    pub seen: String,
    pub document: Option<String>,
    /// The owner of an action verified it himself; the office let it pass.
    #[serde(rename = "byOwner")]
    pub by_owner: bool,
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
    pub document: Option<String>,
    pub early_reason: String,
    pub by_owner: bool,
    pub risks_updated: String,
    pub qms_change: String,
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
pub struct AskedDecisionView {
    pub on: NaiveDate,
    pub by: String,
    pub reason: String,
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
    pub target_asked: Option<AskedView>,
    pub plan_submission: Option<DecisionView>,
    pub plan_approval: Option<DecisionView>,
    pub done_report: Option<DecisionView>,
    pub verification: Option<VerificationView>,
    pub effectiveness: EffectivenessView,
    pub no_action: Option<NoActionView>,
    /// A decision not to act that waits for its approval.
    pub no_action_proposal: Option<AskedDecisionView>,
    pub first_closed_on: Option<NaiveDate>,
    pub external: Option<ExternalView>,
    pub closure: Option<ClosureView>,
    pub remarks: String,
    pub links: Vec<LinkView>,
    pub life: LifeView,
    pub imported: Option<ImportedView>,
    pub history: Vec<TrailView>,
}

impl CaseView {
    /// The card of a case with its history.
    pub fn of(stood: &Stood<Case>, history: Vec<StoredEntry>, acting: &Acting, shown: &Shown<'_>) -> Self {
        let (case, revision) = (&stood.record, stood.revision);
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
                five_why: FiveWhyForm::shown(&case.cause.five_why, shown),
                ishikawa: IshikawaForm::of(case.cause.ishikawa.clone()),
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
            target_asked: asked_view(case.target_asked.as_ref(), shown),
            plan_submission: decision_view(case.plan_submission.as_ref(), shown),
            plan_approval: decision_view(case.plan_approval.as_ref(), shown),
            done_report: decision_view(case.done_report.as_ref(), shown),
            verification: case.verification.as_ref().map(|v| VerificationView {
                result: v.result,
                on: v.on,
                by: text(&v.by),
                seen: text(&v.seen),
                document: document(v.signer.as_ref()),
                by_owner: v.by_owner,
            }),
            effectiveness: effectiveness_view(case, shown),
            no_action: case.no_action.as_ref().map(|n| NoActionView {
                reason: text(&n.reason),
                by: text(&n.by),
                approved_by: text(&n.approved_by),
                on: Some(n.on),
            }),
            no_action_proposal: case.no_action_proposal.as_ref().map(|it| AskedDecisionView {
                on: it.on,
                by: text(&it.by),
                reason: text(&it.reason),
            }),
            first_closed_on: case.first_closed_on,
            external: external_view(case, shown),
            closure: case.closure.as_ref().map(|c| ClosureView {
                on: c.on,
                by: text(&c.by),
                note: text(&c.note),
            }),
            remarks: text(&case.remarks),
            links: links(case.id, case, shown),
            life: LifeView::of(case, acting, shown),
            imported: imported_view(case, shown),
            history: history.into_iter().rev().map(|stored| card::trail_view(stored, case, shown)).collect(),
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
        asked: asked_view(action.asked.as_ref(), shown),
        done_on: action.done_on,
        done_note: shown.text(&action.done_note),
        cancelled_reason: action.cancelled_reason.clone(),
        training: action.training,
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
                attached_at: evidence.attached_at,
                file: evidence.file.as_ref().map(|file| FileView {
                    name: file.name.clone(),
                    bytes: file.bytes,
                    media_type: file.media_type.clone(),
                    sha256: file.sha256.clone(),
                }),
                withdrawn: evidence.withdrawn.as_ref().map(|withdrawn| WithdrawalView {
                    on: withdrawn.on,
                    by: shown.text(&withdrawn.by),
                    reason: withdrawn.reason.clone(),
                }),
            })
            .collect(),
    }
}

fn asked_view(asked: Option<&ExtensionRequest>, shown: &Shown<'_>) -> Option<AskedView> {
    let asked = asked?;
    Some(AskedView {
        to: asked.to,
        reason: shown.text(&asked.reason),
        on: asked.on,
        by: shown.text(&asked.by),
    })
}

fn decision_view(decision: Option<&Decision>, shown: &Shown<'_>) -> Option<DecisionView> {
    let decision = decision?;
    Some(DecisionView {
        on: decision.on,
        by: shown.text(&decision.by),
        document: document(decision.signer.as_ref()),
    })
}

/// The paper that a decision stands on, when it was recorded for a post.
fn document(signer: Option<&Signer>) -> Option<String> {
    signer.and_then(|signer| signer.document.clone())
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
        document: document(review.signer.as_ref()),
        early_reason: review.early_reason.clone(),
        by_owner: review.by_owner,
        risks_updated: review.risks_updated.clone(),
        qms_change: review.qms_change.clone(),
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
