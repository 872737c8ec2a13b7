//! The small registers: complaints, objectives, surveys, management reviews, and the pack for a review.

use capa_core::domain::complaint::{ComplaintKind, Justified};
use capa_core::domain::review::ReviewTopic;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::certificate::CaseRef;
use super::import::ImportProblem;
use super::readiness::MayView;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintForm {
    #[ts(type = "ComplaintKind")]
    pub kind: ComplaintKind,
    pub reference: String,
    pub received_on: NaiveDate,
    pub subject: String,
    pub department: Option<Uuid>,
    pub process: Option<Uuid>,
    #[ts(type = "Justified | null")]
    pub justified: Option<Justified>,
    pub decision: String,
    pub answered_on: Option<NaiveDate>,
    /// Notice of a delay (KPA art. 36): sent on, and the date it names.
    pub notice_on: Option<NaiveDate>,
    pub notice_until: Option<NaiveDate>,
    pub case: Option<Uuid>,
    pub no_case_reason: String,
    pub note: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintView {
    pub id: String,
    pub revision: u32,
    pub form: ComplaintForm,
    pub department_code: Option<String>,
    pub process_code: Option<String>,
    /// The statutory month (KPA art. 237, 244), ended by art. 57.
    pub answer_due_on: Option<NaiveDate>,
    /// Days from today; null once it was answered.
    pub days_left: Option<i32>,
    pub late: bool,
    /// The delay was told in time, and the new date holds.
    pub delay_told: bool,
    pub case: Option<CaseRef>,
    /// Justified, and neither a case nor a reason stands there.
    pub lacks_case: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObjectiveForm {
    pub year: i32,
    pub text: String,
    pub process: Option<Uuid>,
    pub owner: Option<Uuid>,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub result: String,
    /// Null while nobody knows.
    pub met: Option<bool>,
    pub approved_on: Option<NaiveDate>,
    pub reviewed_on: Option<NaiveDate>,
    pub case: Option<Uuid>,
    pub no_case_reason: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObjectiveView {
    pub id: String,
    pub revision: u32,
    pub form: ObjectiveForm,
    pub process_code: Option<String>,
    pub owner_name: Option<String>,
    pub case: Option<CaseRef>,
    pub lacks_case: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SurveyForm {
    pub name: String,
    pub held_on: NaiveDate,
    pub answers: Option<u32>,
    /// In hundredths: 430 is 4.30.
    pub score: Option<u32>,
    pub target: Option<u32>,
    pub scale: Option<u32>,
    pub report_on: Option<NaiveDate>,
    pub findings: String,
    pub cases: Vec<Uuid>,
    pub no_case_reason: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SurveyView {
    pub id: String,
    pub revision: u32,
    pub form: SurveyForm,
    pub low: bool,
    pub cases: Vec<CaseRef>,
    pub lacks_case: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewInputForm {
    #[ts(type = "ReviewTopic")]
    pub topic: ReviewTopic,
    pub summary: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewDecisionForm {
    pub id: Option<Uuid>,
    pub text: String,
    pub owner: Option<Uuid>,
    pub due_on: Option<NaiveDate>,
    pub case: Option<Uuid>,
    pub no_case_reason: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewForm {
    pub on: NaiveDate,
    pub held: bool,
    pub participants: String,
    pub minutes: String,
    pub inputs: Vec<ReviewInputForm>,
    pub decisions: Vec<ReviewDecisionForm>,
    pub note: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    pub id: String,
    pub revision: u32,
    pub form: ReviewForm,
    /// The cases of its decisions, in the order of the decisions; null where there is none.
    pub decision_cases: Vec<Option<CaseRef>>,
    pub owner_names: Vec<Option<String>>,
    /// Decisions with neither a case nor a reason.
    pub open_decisions: u32,
}

/// A topic of a review with its clauses.
#[derive(Debug, Serialize, TS)]
pub struct TopicView {
    #[ts(type = "ReviewTopic")]
    pub topic: ReviewTopic,
    pub clause2008: String,
    pub clause2015: String,
}

/// All small registers.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegistersView {
    /// Newest first.
    pub complaints: Vec<ComplaintView>,
    pub objectives: Vec<ObjectiveView>,
    pub surveys: Vec<SurveyView>,
    pub reviews: Vec<ReviewView>,
    pub topics: Vec<TopicView>,
    /// Cases to link to, newest first.
    pub cases: Vec<CaseRef>,
    pub may_keep: MayView,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveComplaint {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: ComplaintForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveObjective {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: ObjectiveForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveSurvey {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: SurveyForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveReview {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: ReviewForm,
}

/// What kind of small record.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeptKind {
    Complaint,
    Objective,
    Survey,
    Review,
    QuestionList,
    Auditor,
}

#[derive(Debug, Deserialize, TS)]
pub struct RemoveKept {
    pub kind: KeptKind,
    pub id: Uuid,
    pub revision: u32,
}

#[derive(Debug, Deserialize, TS)]
pub struct RestoreKept {
    pub kind: KeptKind,
    pub id: Uuid,
}

/// A record of a small register becomes a case.
#[derive(Debug, Deserialize, TS)]
pub struct RaiseKept {
    pub kind: KeptKind,
    pub id: Uuid,
    pub revision: u32,
    /// The decision of a review; null otherwise.
    pub decision: Option<Uuid>,
}

#[derive(Debug, Serialize, TS)]
pub struct PackRow {
    pub label: String,
    pub value: String,
    pub cases: Vec<CaseRef>,
}

#[derive(Debug, Serialize, TS)]
pub struct PackSection {
    #[ts(type = "ReviewTopic")]
    pub topic: ReviewTopic,
    pub title: String,
    pub clause2008: String,
    pub clause2015: String,
    pub rows: Vec<PackRow>,
}

/// The inputs of a management review that the data can give.
#[derive(Debug, Serialize, TS)]
pub struct PackView {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub sections: Vec<PackSection>,
}

#[derive(Debug, Deserialize, TS)]
pub struct PlanKeptImport {
    pub kind: KeptKind,
    /// As `pick_register` answered it.
    pub path: String,
    pub sheet: Option<String>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptImportRow {
    pub row: u32,
    #[ts(type = "\"new\" | \"changed\" | \"unchanged\" | \"refused\"")]
    pub outcome: &'static str,
    /// What would be written, column by column.
    pub cells: Vec<String>,
}

/// What an import into a small register would do.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptImportPlan {
    pub token: String,
    pub kind: KeptKind,
    pub file: String,
    pub sheets: Vec<String>,
    pub sheet: String,
    pub headers: Vec<String>,
    pub rows: Vec<KeptImportRow>,
    pub problems: Vec<ImportProblem>,
    pub total: u32,
    pub fresh: u32,
    pub changed: u32,
    pub unchanged: u32,
}

#[derive(Debug, Deserialize, TS)]
pub struct RunKeptImport {
    pub token: String,
}
