//! Wishes to move a case on, as screens send them.

use capa_core::app::life::{Paper, Standing};
use capa_core::domain::case::{Done, Effect};
use capa_core::domain::ids::{ActionId, CaseId, EvidenceId, PostId};
use capa_core::domain::life::{Judgement, NewEvidence, Step, Wish};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

use super::requests::CaseForm;

/// A move with what it needs; evidence files are attached by their own command.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "move", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum StepForm {
    StartAnalysis,
    SubmitPlan,
    ApprovePlan,
    ReturnPlan {
        reason: String,
    },
    CompleteAction {
        action_id: Uuid,
        done_on: Option<NaiveDate>,
        note: String,
    },
    ReopenAction {
        action_id: Uuid,
        reason: String,
    },
    CancelAction {
        action_id: Uuid,
        reason: String,
    },
    ReportDone,
    Verify {
        seen: String,
    },
    SendBack {
        #[ts(type = "\"partly\" | \"no\"")]
        result: Done,
        reason: String,
    },
    JudgeEffective(JudgementForm),
    JudgeIneffective(JudgementForm),
    DecideNoAction {
        reason: String,
        approved: Option<PaperForm>,
    },
    ApproveNoAction,
    RefuseNoAction {
        reason: String,
    },
    Cancel {
        reason: String,
    },
    Reopen {
        reason: String,
    },
    Extend {
        action_id: Option<Uuid>,
        due_on: NaiveDate,
        reason: String,
    },
    AskExtension {
        action_id: Option<Uuid>,
        due_on: NaiveDate,
        reason: String,
    },
    RefuseExtension {
        action_id: Option<Uuid>,
        reason: String,
    },
    Withdraw {
        action_id: Uuid,
        evidence_id: Uuid,
        reason: String,
    },
    Assign {
        action_id: Option<Uuid>,
        owner: Uuid,
        reason: String,
    },
    Link {
        to: Uuid,
    },
    Unlink {
        to: Uuid,
        reason: String,
    },
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JudgementForm {
    pub data: String,
    pub early_reason: String,
    pub risks_updated: String,
    pub qms_change: String,
}

/// A decision that a post took on paper.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperForm {
    pub post: Uuid,
    /// Null: today.
    pub on: Option<NaiveDate>,
    pub document: String,
}

impl PaperForm {
    fn into_paper(self) -> Paper {
        Paper { post: PostId(self.post), on: self.on, document: self.document }
    }
}

/// How the person stands behind an act.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandingForm {
    /// While nobody else signs in: the post whose decision on paper is recorded.
    pub recorded_for: Option<PaperForm>,
    /// The password again, for an act that is signed off personally.
    pub password: Option<String>,
}

impl StandingForm {
    /// As the app takes it.
    pub fn into_standing(self) -> Standing {
        Standing { recorded_for: self.recorded_for.map(PaperForm::into_paper), password: self.password }
    }
}

#[derive(Deserialize, TS)]
pub struct MakeMove {
    pub id: Uuid,
    pub revision: u32,
    pub step: StepForm,
    pub standing: StandingForm,
}

#[derive(Deserialize, TS)]
pub struct WriteCase {
    pub id: Uuid,
    pub revision: u32,
    pub form: CaseForm,
    pub standing: StandingForm,
}

#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attach {
    pub id: Uuid,
    pub revision: u32,
    pub action_id: Uuid,
    pub title: String,
    pub file_number: String,
    pub on: Option<NaiveDate>,
    /// The token of a file that was picked or dropped; null for paper.
    pub file: Option<String>,
    pub standing: StandingForm,
}

impl Attach {
    /// What is to be added.
    pub fn evidence(&self) -> NewEvidence {
        NewEvidence {
            title: self.title.clone(),
            file_number: self.file_number.clone(),
            on: self.on,
            file: None,
        }
    }
}

#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoveMany {
    pub cases: Vec<Uuid>,
    pub step: StepForm,
    /// Make the move where it is allowed, and leave the others out.
    pub leave_out: bool,
    pub standing: StandingForm,
}

#[derive(Deserialize, TS)]
pub struct RemindMany {
    pub cases: Vec<Uuid>,
}

#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenEvidence {
    pub case_id: Uuid,
    pub evidence_id: Uuid,
}

#[derive(Deserialize, TS)]
pub struct ChangesSince {
    pub id: Uuid,
    /// The revision that was seen; what came after it is told.
    pub revision: u32,
}

impl MakeMove {
    /// The wish as the rules take it.
    pub fn wish(&self) -> Wish {
        Wish { case: CaseId(self.id), revision: self.revision, step: self.step.clone().into_step() }
    }
}

impl StepForm {
    /// The step as the rules take it.
    pub fn into_step(self) -> Step {
        match self {
            Self::StartAnalysis => Step::StartAnalysis,
            Self::SubmitPlan => Step::SubmitPlan,
            Self::ApprovePlan => Step::ApprovePlan,
            Self::ReturnPlan { reason } => Step::ReturnPlan { reason },
            Self::CompleteAction { action_id, done_on, note } => {
                Step::CompleteAction { action: ActionId(action_id), done_on, note }
            }
            Self::ReopenAction { action_id, reason } => {
                Step::ReopenAction { action: ActionId(action_id), reason }
            }
            Self::CancelAction { action_id, reason } => {
                Step::CancelAction { action: ActionId(action_id), reason }
            }
            Self::ReportDone => Step::ReportDone,
            Self::Verify { seen } => Step::Verify { seen },
            Self::SendBack { result, reason } => Step::SendBack { result, reason },
            Self::JudgeEffective(form) => Step::Judge(form.into_judgement(Effect::Effective)),
            Self::JudgeIneffective(form) => Step::Judge(form.into_judgement(Effect::Ineffective)),
            Self::DecideNoAction { reason, approved } => {
                Step::DecideNoAction { reason, approved: approved.map(PaperForm::into_paper) }
            }
            Self::ApproveNoAction => Step::ApproveNoAction,
            Self::RefuseNoAction { reason } => Step::RefuseNoAction { reason },
            Self::Cancel { reason } => Step::Cancel { reason },
            Self::Reopen { reason } => Step::Reopen { reason },
            Self::Extend { action_id, due_on, reason } => {
                Step::Extend { action: action_id.map(ActionId), due_on, reason }
            }
            Self::AskExtension { action_id, due_on, reason } => {
                Step::AskExtension { action: action_id.map(ActionId), due_on, reason }
            }
            Self::RefuseExtension { action_id, reason } => {
                Step::RefuseExtension { action: action_id.map(ActionId), reason }
            }
            Self::Withdraw { action_id, evidence_id, reason } => {
                Step::Withdraw { action: ActionId(action_id), evidence: EvidenceId(evidence_id), reason }
            }
            Self::Assign { action_id, owner, reason } => {
                Step::Assign { action: action_id.map(ActionId), owner: PostId(owner), reason }
            }
            Self::Link { to } => Step::Link { to: CaseId(to) },
            Self::Unlink { to, reason } => Step::Unlink { to: CaseId(to), reason },
        }
    }
}

impl JudgementForm {
    fn into_judgement(self, effect: Effect) -> Judgement {
        Judgement {
            effect,
            data: self.data,
            early_reason: self.early_reason,
            risks_updated: self.risks_updated,
            qms_change: self.qms_change,
        }
    }
}
