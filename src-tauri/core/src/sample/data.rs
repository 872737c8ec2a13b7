//! The sample office as its data file holds it. People, units and cases are named by keys; the file has every
//! text in both languages.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::audit::AuditKind;
use crate::domain::case::{CaseKind, CaseStatus, Done, Effect, Grade, LinkKind, Source};
use crate::domain::certificate::{Edition, RuleBase};
use crate::domain::finding::CauseMethod;
use crate::domain::person::Role;
use crate::words::Lang;

/// The file itself.
pub const FILE: &str = include_str!("../../data/sample.json");

static DATA: LazyLock<Result<SampleData, serde_json::Error>> = LazyLock::new(|| serde_json::from_str(FILE));

/// The sample office, read once.
pub fn data() -> Result<&'static SampleData, &'static serde_json::Error> {
    DATA.as_ref()
}

/// A text in both languages.
#[derive(Deserialize)]
pub struct Text {
    pl: String,
    en: String,
}

impl Text {
    pub fn of(&self, lang: Lang) -> String {
        match lang {
            Lang::Pl => self.pl.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

#[derive(Deserialize)]
pub struct SampleData {
    pub as_of: NaiveDate,
    pub office: OfficeData,
    pub certificate: CertificateData,
    pub audits: Vec<AuditData>,
    pub closed_days: Vec<ClosedDayData>,
    pub units: Vec<UnitData>,
    pub processes: Vec<ProcessData>,
    pub posts: Vec<PostData>,
    pub cases: Vec<CaseData>,
}

#[derive(Deserialize)]
pub struct OfficeData {
    pub name: Text,
}

#[derive(Deserialize)]
pub struct CertificateData {
    pub number: String,
    pub body: Text,
    pub edition: Edition,
    pub stage2_ended_on: NaiveDate,
    pub decided_on: NaiveDate,
    pub valid_until: NaiveDate,
    pub base: RuleBase,
}

#[derive(Deserialize)]
pub struct AuditData {
    pub key: String,
    pub kind: AuditKind,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub planned: bool,
    pub processes: Vec<String>,
    pub scope: Text,
    pub lead: Text,
    pub findings_in_report: Option<u32>,
    pub note: Text,
}

#[derive(Deserialize)]
pub struct ClosedDayData {
    pub on: NaiveDate,
    pub reason: Text,
}

#[derive(Deserialize)]
pub struct UnitData {
    pub symbol: String,
    #[serde(flatten)]
    pub name: Text,
}

#[derive(Deserialize)]
pub struct ProcessData {
    pub no: String,
    #[serde(flatten)]
    pub name: Text,
    pub owner_post: String,
    pub unit: String,
    pub measure: Text,
}

#[derive(Deserialize)]
pub struct PostData {
    pub key: String,
    #[serde(flatten)]
    pub name: Text,
    pub unit: String,
    #[serde(default)]
    pub roles: Vec<Role>,
}

#[derive(Deserialize)]
pub struct CaseData {
    pub no: String,
    #[serde(rename = "type")]
    pub kind: CaseKind,
    pub grade: Option<Grade>,
    pub source: Source,
    pub process: String,
    pub department: String,
    pub owner: String,
    pub registered: NaiveDate,
    pub due: NaiveDate,
    pub status: CaseStatus,
    pub clause_2008: String,
    pub clause_2015: String,
    pub title: Text,
    pub audit: Option<String>,
    pub reported_on: NaiveDate,
    pub reported_by: String,
    pub source_document: Text,
    pub finding: FindingData,
    pub correction: Option<CorrectionData>,
    pub cause: CauseData,
    pub actions: Vec<ActionData>,
    pub expected_effect: Option<Text>,
    pub plan_due_on: Option<NaiveDate>,
    pub plan_approved: Option<DecisionData>,
    pub verification: Option<VerificationData>,
    pub effectiveness: Option<EffectivenessData>,
    pub closure: Option<ClosureData>,
    pub no_action: Option<NoActionData>,
    pub external: Option<ExternalData>,
    pub links: Vec<LinkData>,
}

#[derive(Deserialize)]
pub struct FindingData {
    pub evidence: Text,
    pub requirement: Text,
    pub statement: Text,
}

#[derive(Deserialize)]
pub struct CorrectionData {
    pub what: Text,
    pub done_on: Option<NaiveDate>,
    pub consequences: Text,
}

#[derive(Deserialize)]
pub struct CauseData {
    pub method: Option<CauseMethod>,
    pub analysis: Text,
    #[serde(default)]
    pub why: Vec<Text>,
    pub root: Option<Text>,
    pub similar: Option<Text>,
}

#[derive(Deserialize)]
pub struct ActionData {
    pub what: Text,
    pub owner: String,
    pub original_due: NaiveDate,
    pub due: NaiveDate,
    pub extensions: Vec<ExtensionData>,
    pub done_on: Option<NaiveDate>,
    pub evidence: Vec<EvidenceData>,
    #[serde(default)]
    pub training: bool,
}

#[derive(Deserialize)]
pub struct ExtensionData {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub reason: Text,
    pub asked_on: NaiveDate,
    pub approved_on: NaiveDate,
    pub approved_by: String,
}

#[derive(Deserialize)]
pub struct EvidenceData {
    pub title: Text,
    pub file_number: String,
    pub on: NaiveDate,
    pub by: String,
}

#[derive(Deserialize)]
pub struct DecisionData {
    pub on: NaiveDate,
    pub by: String,
}

#[derive(Deserialize)]
pub struct VerificationData {
    pub result: Done,
    pub on: NaiveDate,
    pub by: String,
    pub seen: Text,
}

#[derive(Deserialize)]
pub struct EffectivenessData {
    pub criterion: Text,
    pub due_on: Option<NaiveDate>,
    pub result: Option<Effect>,
    pub data: Option<Text>,
    pub on: Option<NaiveDate>,
    pub by: Option<String>,
}

#[derive(Deserialize)]
pub struct ClosureData {
    pub on: NaiveDate,
    pub by: String,
    pub note: Text,
}

#[derive(Deserialize)]
pub struct NoActionData {
    pub reason: Text,
    pub by: String,
    pub approved_by: String,
    pub on: NaiveDate,
}

#[derive(Deserialize)]
pub struct ExternalData {
    pub audit: String,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub accepted_on: Option<NaiveDate>,
}

#[derive(Deserialize)]
pub struct LinkData {
    pub kind: LinkKind,
    pub to: String,
}
