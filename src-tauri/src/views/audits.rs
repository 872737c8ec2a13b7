//! Audits: the yearly programme, one audit with its checklist, question lists, auditors.

use capa_core::domain::audit::{Answer, AuditKind};
use capa_core::domain::audits::planning::Cell;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::certificate::{AuditView, CaseRef};
use super::choices::{Choice, PostRef};
use super::readiness::MayView;
use super::wishes::StandingForm;

/// Who approved something, and when.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApprovalView {
    pub on: NaiveDate,
    pub by: String,
    /// The paper it stands on, where it was recorded for a post.
    pub document: String,
}

#[derive(Debug, Serialize, TS)]
pub struct ProgrammeRow {
    pub process: Choice,
    /// Months planned, 1..=12.
    pub months: Vec<u32>,
    /// January to December.
    #[ts(type = "(\"planned\" | \"missed\" | \"scheduled\" | \"held\" | null)[]")]
    pub cells: Vec<Option<Cell>>,
}

/// The internal audits of a year: every process has a row.
#[derive(Debug, Serialize, TS)]
pub struct ProgrammeView {
    /// Null: not begun yet.
    pub id: Option<String>,
    pub revision: u32,
    pub year: i32,
    pub rows: Vec<ProgrammeRow>,
    pub approval: Option<ApprovalView>,
    pub note: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditRow {
    pub id: String,
    pub revision: u32,
    #[ts(type = "AuditKind")]
    pub kind: AuditKind,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub held: bool,
    pub scope: String,
    pub lead: String,
    pub processes: Vec<Choice>,
    pub questions: u32,
    pub unanswered: u32,
    /// Observations and nonconformities.
    pub findings: u32,
    /// Nonconformities without a case.
    pub to_raise: u32,
    pub findings_in_report: Option<u32>,
    pub cases: Vec<CaseRef>,
    pub cases_open: u32,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub answer_accepted_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListQuestionForm {
    pub id: Option<Uuid>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    pub text: String,
    pub needs_evidence: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct QuestionListView {
    pub id: String,
    pub revision: u32,
    pub name: String,
    pub process: Option<Choice>,
    pub questions: Vec<ListQuestionForm>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditorView {
    pub id: String,
    pub revision: u32,
    pub post: PostRef,
    pub training: String,
    pub trained_on: Option<NaiveDate>,
    pub order: String,
    pub appointed_on: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// Training and appointment are shown for today.
    pub competent: bool,
}

/// The screen of audits for a year.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditsView {
    pub year: i32,
    /// Years with a programme or an audit, and this year and the next; newest first.
    pub years: Vec<i32>,
    pub programme: ProgrammeView,
    /// Audits of all years, the newest first.
    pub audits: Vec<AuditRow>,
    pub lists: Vec<QuestionListView>,
    pub auditors: Vec<AuditorView>,
    pub may_audit: MayView,
    pub may_certify: MayView,
    pub may_approve: MayView,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    pub id: String,
    /// The finding of the last external audit that it asks about.
    pub about: Option<CaseRef>,
    pub process: Option<Choice>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    pub text: String,
    pub needs_evidence: bool,
    #[ts(type = "AuditAnswer")]
    pub answer: Answer,
    pub evidence: String,
    pub note: String,
    /// The case that its finding became.
    pub case: Option<CaseRef>,
    /// A finding that can become a case now.
    pub to_raise: bool,
}

/// One audit.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditPage {
    pub audit: AuditView,
    pub questions: Vec<QuestionView>,
    /// Lists that fit its processes.
    pub lists: Vec<QuestionListView>,
    /// Findings of the last external audit that its checklist does not ask about yet.
    pub findings_to_ask: u32,
    /// Why the audit cannot be ended yet; null when it can.
    pub unanswered: u32,
    pub may_audit: MayView,
}

#[derive(Debug, Deserialize, TS)]
pub struct YearRequest {
    /// Null: the running one.
    pub year: Option<i32>,
}

#[derive(Debug, Deserialize, TS)]
pub struct FillQuestions {
    pub id: Uuid,
    pub revision: u32,
    pub lists: Vec<Uuid>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveQuestion {
    pub audit: Uuid,
    pub revision: u32,
    /// Null: a question written by hand.
    pub id: Option<Uuid>,
    pub process: Option<Uuid>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    pub text: String,
    pub needs_evidence: bool,
    #[ts(type = "AuditAnswer")]
    pub answer: Answer,
    pub evidence: String,
    pub note: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct OfQuestion {
    pub audit: Uuid,
    pub revision: u32,
    pub question: Uuid,
}

/// What became of a finding or a decision.
#[derive(Debug, Serialize, TS)]
pub struct Raised {
    pub id: String,
    /// Null: a draft that still lacks something.
    pub number: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConcludeAudit {
    pub id: Uuid,
    pub revision: u32,
    pub report_on: NaiveDate,
}

#[derive(Debug, Deserialize, TS)]
pub struct ProgrammeLineForm {
    pub process: Uuid,
    pub months: Vec<u32>,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveAuditProgramme {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub year: i32,
    pub lines: Vec<ProgrammeLineForm>,
    pub note: String,
    /// Why an approved programme changes; empty otherwise.
    pub reason: String,
}

#[derive(Deserialize, TS)]
pub struct ApproveAuditProgramme {
    pub id: Uuid,
    pub revision: u32,
    pub standing: StandingForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveQuestionList {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub name: String,
    pub process: Option<Uuid>,
    pub questions: Vec<ListQuestionForm>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveAuditor {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub post: Uuid,
    pub training: String,
    pub trained_on: Option<NaiveDate>,
    pub order: String,
    pub appointed_on: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}
