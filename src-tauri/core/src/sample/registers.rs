//! The registers of the sample office as their data file holds them: audits in full, complaints, objectives, surveys,
//! reviews, programmes and readiness. Everything is named by the keys of the office's own data.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::data::Text;
use crate::domain::audit::Answer;
use crate::domain::complaint::{ComplaintKind, Justified};
use crate::domain::confirmation::{CheckResult, Confirmed, Verdict};
use crate::domain::review::ReviewTopic;

/// The file itself.
pub const FILE: &str = include_str!("../../data/registers.json");

static DATA: LazyLock<Result<RegistersData, serde_json::Error>> =
    LazyLock::new(|| serde_json::from_str(FILE));

/// The registers, read once.
pub fn data() -> Result<&'static RegistersData, &'static serde_json::Error> {
    DATA.as_ref()
}

#[derive(Deserialize)]
pub struct RegistersData {
    pub audits: Vec<AuditWork>,
    pub question_lists: Vec<QuestionListData>,
    pub auditors: Vec<AuditorData>,
    pub audit_programmes: Vec<AuditProgrammeData>,
    pub complaints: Vec<ComplaintData>,
    pub objectives: Vec<ObjectivesData>,
    pub surveys: Vec<SurveyData>,
    pub reviews: Vec<ReviewData>,
    pub action_programmes: Vec<ActionProgrammeData>,
    pub confirmations: Vec<ConfirmationData>,
    pub readiness_runs: Vec<RunData>,
}

/// What an audit of the office's own data did: who, when answered, which questions.
#[derive(Deserialize)]
pub struct AuditWork {
    pub audit: String,
    pub report_on: Option<NaiveDate>,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub answer_accepted_on: Option<NaiveDate>,
    #[serde(default)]
    pub team: Vec<MemberData>,
    #[serde(default)]
    pub questions: Vec<QuestionData>,
}

#[derive(Deserialize)]
pub struct MemberData {
    pub post: String,
    pub processes: Vec<String>,
}

/// An answered question. Its text comes from the finding that it asks about, from a list (`no` counts from 1), or is
/// its own; evidence and statement of a nonconformity are those of its case.
#[derive(Deserialize)]
pub struct QuestionData {
    pub about: Option<String>,
    pub list: Option<String>,
    pub no: Option<usize>,
    pub process: Option<String>,
    #[serde(flatten)]
    pub own: Option<ListQuestionData>,
    pub answer: Answer,
    pub evidence: Option<Text>,
    pub note: Option<Text>,
    pub case: Option<String>,
}

#[derive(Deserialize)]
pub struct QuestionListData {
    pub key: String,
    pub name: Text,
    pub process: Option<String>,
    pub questions: Vec<ListQuestionData>,
}

#[derive(Deserialize)]
pub struct ListQuestionData {
    pub text: Text,
    pub clause_2008: String,
    pub clause_2015: String,
    #[serde(default)]
    pub needs_evidence: bool,
}

#[derive(Deserialize)]
pub struct AuditorData {
    pub post: String,
    pub training: Text,
    pub trained_on: NaiveDate,
    pub order: Text,
    pub appointed_on: NaiveDate,
}

#[derive(Deserialize)]
pub struct AuditProgrammeData {
    pub year: i32,
    pub approved_on: Option<NaiveDate>,
    pub lines: Vec<LineData>,
    pub note: Text,
}

#[derive(Deserialize)]
pub struct LineData {
    pub process: String,
    pub months: Vec<u32>,
}

#[derive(Deserialize)]
pub struct ComplaintData {
    #[serde(default)]
    pub kind: ComplaintKind,
    pub reference: String,
    pub received_on: NaiveDate,
    pub subject: Text,
    pub department: String,
    pub process: String,
    pub justified: Justified,
    pub decision: Text,
    pub answered_on: NaiveDate,
    pub notice_on: Option<NaiveDate>,
    pub notice_until: Option<NaiveDate>,
    pub case: Option<String>,
    pub no_case_reason: Option<Text>,
    pub note: Option<Text>,
}

/// The objectives of a year.
#[derive(Deserialize)]
pub struct ObjectivesData {
    pub year: i32,
    pub approved_on: NaiveDate,
    pub reviewed_on: NaiveDate,
    pub items: Vec<ObjectiveData>,
}

#[derive(Deserialize)]
pub struct ObjectiveData {
    pub process: String,
    pub owner: String,
    pub text: Text,
    pub measure: Text,
    pub baseline: Option<Text>,
    pub target: Text,
    pub result: Text,
    pub met: bool,
    pub case: Option<String>,
    pub no_case_reason: Option<Text>,
}

/// A survey; scores in hundredths.
#[derive(Deserialize)]
pub struct SurveyData {
    pub name: Text,
    pub held_on: NaiveDate,
    pub report_on: NaiveDate,
    pub answers: u32,
    pub score: u32,
    pub target: u32,
    pub scale: u32,
    pub findings: Text,
    pub cases: Vec<String>,
}

#[derive(Deserialize)]
pub struct ReviewData {
    pub on: NaiveDate,
    pub participants: Text,
    pub minutes: String,
    pub inputs: Vec<InputData>,
    pub decisions: Vec<ReviewDecisionData>,
}

#[derive(Deserialize)]
pub struct InputData {
    pub topic: ReviewTopic,
    pub summary: Text,
}

#[derive(Deserialize)]
pub struct ReviewDecisionData {
    pub text: Text,
    pub owner: String,
    pub due_on: NaiveDate,
    pub case: Option<String>,
    pub no_case_reason: Option<Text>,
}

#[derive(Deserialize)]
pub struct ActionProgrammeData {
    pub year: i32,
    pub approved_on: NaiveDate,
    pub monitoring: Vec<MonitoringData>,
    pub reports: Vec<ReportData>,
}

/// The monitoring of a month; its figures follow from the cases.
#[derive(Deserialize)]
pub struct MonitoringData {
    pub month: u32,
    pub on: NaiveDate,
    pub remarks: Option<Text>,
    pub decisions: Option<Text>,
    #[serde(default)]
    pub progress: Vec<ProgressData>,
}

/// How far the action of a case is, counted from 0.
#[derive(Deserialize)]
pub struct ProgressData {
    pub case: String,
    pub action: usize,
    pub percent: u32,
}

#[derive(Deserialize)]
pub struct ReportData {
    pub quarter: u32,
    pub on: NaiveDate,
    pub remarks: Text,
}

#[derive(Deserialize)]
pub struct ConfirmationData {
    pub check: String,
    pub answer: Confirmed,
    pub on: NaiveDate,
    pub by: String,
    pub note: Text,
    pub cases: Vec<String>,
}

#[derive(Deserialize)]
pub struct RunData {
    pub audit: Option<String>,
    pub audit_on: Option<NaiveDate>,
    pub on: NaiveDate,
    pub by: String,
    pub verdict: Verdict,
    pub score: u32,
    pub signed_representative: Option<NaiveDate>,
    pub signed_coordinator: Option<NaiveDate>,
    pub results: Vec<ResultData>,
}

#[derive(Deserialize)]
pub struct ResultData {
    pub check: String,
    pub result: CheckResult,
    #[serde(default)]
    pub cases: Vec<String>,
    pub confirmed_by: Option<String>,
    pub note: Option<Text>,
}
