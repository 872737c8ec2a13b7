//! What screens send: forms and questions, turned into what the rules take.

use capa_core::domain::audit::{AuditKind, TeamMember};
use capa_core::domain::case::{Case, CaseKind, CaseStatus, External, Grade, Source};
use capa_core::domain::certificate::{Edition, RuleBase};
use capa_core::domain::facts::Late;
use capa_core::domain::finding::{Cause, CauseMethod, Correction, Finding};
use capa_core::domain::ids::{ActionId, AuditId, CertificateId, DepartmentId, PostId, ProcessId};
use capa_core::domain::office::ClosedDay;
use capa_core::domain::settings::Settings;
use capa_core::domain::{audits, certify, draft, organise};
use capa_core::register::query::{self, Filter};
use capa_core::words::Lang;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::analysis::{FiveWhyForm, IshikawaForm};
use super::office::{ClosedDayView, SettingsView};

/// Which cases a list shows; empty lists choose all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseFilter {
    pub text: String,
    pub year: Option<i32>,
    #[ts(type = "CaseKind[]")]
    pub kinds: Vec<CaseKind>,
    #[ts(type = "CaseStatus[]")]
    pub statuses: Vec<CaseStatus>,
    pub departments: Vec<Uuid>,
    #[ts(type = "SourceCode[]")]
    pub sources: Vec<Source>,
    pub owner: Option<Uuid>,
    pub clause: Option<String>,
    pub overdue: bool,
    /// Due within so many days from today, today included, not overdue.
    pub due_within_days: Option<u32>,
    /// Drafts that lack something.
    pub to_complete: bool,
    #[ts(type = "Late | null")]
    pub late: Option<Late>,
}

impl CaseFilter {
    /// The filter as screens hold it.
    pub fn of(filter: &Filter) -> Self {
        Self {
            text: filter.text.clone(),
            year: filter.year,
            kinds: filter.kinds.clone(),
            statuses: filter.statuses.clone(),
            departments: filter.departments.iter().map(|id| id.0).collect(),
            sources: filter.sources.clone(),
            owner: filter.owner.map(|id| id.0),
            clause: filter.clause.clone(),
            overdue: filter.overdue,
            due_within_days: filter.due_within_days,
            to_complete: filter.to_complete,
            late: filter.late,
        }
    }

    /// The filter as the register takes it.
    pub fn into_filter(self) -> Filter {
        Filter {
            text: self.text,
            year: self.year,
            kinds: self.kinds,
            statuses: self.statuses,
            departments: self.departments.into_iter().map(DepartmentId).collect(),
            sources: self.sources,
            owner: self.owner.map(PostId),
            clause: self.clause,
            overdue: self.overdue,
            due_within_days: self.due_within_days,
            to_complete: self.to_complete,
            late: self.late,
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SortKey {
    Number,
    Title,
    Status,
    Owner,
    Department,
    Due,
    Registered,
    Source,
    Clause,
}

impl From<SortKey> for query::SortKey {
    fn from(key: SortKey) -> Self {
        match key {
            SortKey::Number => Self::Number,
            SortKey::Title => Self::Title,
            SortKey::Status => Self::Status,
            SortKey::Owner => Self::Owner,
            SortKey::Department => Self::Department,
            SortKey::Due => Self::Due,
            SortKey::Registered => Self::Registered,
            SortKey::Source => Self::Source,
            SortKey::Clause => Self::Clause,
        }
    }
}

#[derive(Debug, Deserialize, TS)]
pub struct ListRequest {
    pub filter: CaseFilter,
    pub sort: SortKey,
    pub descending: bool,
    pub offset: u32,
    pub limit: u32,
}

#[derive(Debug, Deserialize, TS)]
pub struct ById {
    pub id: Uuid,
}

#[derive(Debug, Deserialize, TS)]
pub struct AtRevision {
    pub id: Uuid,
    pub revision: u32,
}

#[derive(Debug, Deserialize, TS)]
pub struct SetLanguage {
    #[ts(type = "Lang")]
    pub lang: Lang,
}

#[derive(Debug, Deserialize, TS)]
pub struct DashboardRequest {
    pub year: Option<i32>,
}

#[derive(Debug, Deserialize, TS)]
pub struct FindRequest {
    pub text: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct MarkRead {
    pub keys: Vec<String>,
    pub read: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionForm {
    pub id: Option<Uuid>,
    pub what: String,
    pub owner: Option<Uuid>,
    pub due_on: Option<NaiveDate>,
    /// It is a training.
    pub training: bool,
}

/// A draft as the form holds it; ids of pickers, empty strings for empty text.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseForm {
    #[ts(type = "CaseKind")]
    pub kind: CaseKind,
    pub title: String,
    pub reported_on: Option<NaiveDate>,
    pub reported_by: String,
    pub file_reference: String,
    #[ts(type = "SourceCode | null")]
    pub source: Option<Source>,
    pub source_document: String,
    pub process: Option<Uuid>,
    pub department: Option<Uuid>,
    pub owner: Option<Uuid>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    #[ts(type = "Grade | null")]
    pub grade: Option<Grade>,
    pub evidence: String,
    pub requirement: String,
    pub statement: String,
    pub correction_what: String,
    pub correction_done_on: Option<NaiveDate>,
    pub correction_consequences: String,
    #[ts(type = "CauseMethod | null")]
    pub cause_method: Option<CauseMethod>,
    pub cause_analysis: String,
    pub cause_root: String,
    pub cause_similar: String,
    pub five_why: FiveWhyForm,
    pub ishikawa: IshikawaForm,
    pub target_on: Option<NaiveDate>,
    pub actions: Vec<ActionForm>,
    pub expected_effect: String,
    pub criterion: String,
    pub review_due_on: Option<NaiveDate>,
    pub remarks: String,
    /// The audit that found it.
    pub audit: Option<Uuid>,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub accepted_on: Option<NaiveDate>,
}

impl CaseForm {
    /// The form that shows a draft.
    pub fn of(case: &Case) -> Self {
        let form = draft::DraftForm::of(case);
        let external = form.external.unwrap_or_default();
        let actions = form.actions.into_iter().map(|action| ActionForm {
            id: action.id.map(|id| id.0),
            what: action.what,
            owner: action.owner.map(|id| id.0),
            due_on: action.due_on,
            training: action.training,
        });
        Self {
            kind: form.kind,
            title: form.title,
            reported_on: form.reported_on,
            reported_by: form.reported_by,
            file_reference: form.file_reference,
            source: form.source,
            source_document: form.source_document,
            process: form.process.map(|id| id.0),
            department: form.department.map(|id| id.0),
            owner: form.owner.map(|id| id.0),
            clause2008: form.clause_2008,
            clause2015: form.clause_2015,
            grade: form.grade,
            evidence: form.finding.evidence,
            requirement: form.finding.requirement,
            statement: form.finding.statement,
            correction_what: form.correction.what,
            correction_done_on: form.correction.done_on,
            correction_consequences: form.correction.consequences,
            cause_method: form.cause.method,
            cause_analysis: form.cause.analysis,
            cause_root: form.cause.root,
            cause_similar: form.cause.similar,
            five_why: FiveWhyForm::of(form.cause.five_why),
            ishikawa: IshikawaForm::of(form.cause.ishikawa),
            target_on: form.target_on,
            actions: actions.collect(),
            expected_effect: form.expected_effect,
            criterion: form.criterion,
            review_due_on: form.review_due_on,
            remarks: form.remarks,
            audit: external.audit.map(|id| id.0),
            answer_due_on: external.answer_due_on,
            answer_sent_on: external.answer_sent_on,
            accepted_on: external.accepted_on,
        }
    }

    /// The form as the rules take it.
    pub fn into_form(self) -> draft::DraftForm {
        let external = External {
            audit: self.audit.map(AuditId),
            answer_due_on: self.answer_due_on,
            answer_sent_on: self.answer_sent_on,
            accepted_on: self.accepted_on,
        };
        draft::DraftForm {
            kind: self.kind,
            title: self.title,
            reported_on: self.reported_on,
            reported_by: self.reported_by,
            file_reference: self.file_reference,
            source: self.source,
            source_document: self.source_document,
            process: self.process.map(ProcessId),
            department: self.department.map(DepartmentId),
            owner: self.owner.map(PostId),
            clause_2008: self.clause2008,
            clause_2015: self.clause2015,
            grade: self.grade,
            finding: Finding {
                evidence: self.evidence,
                requirement: self.requirement,
                statement: self.statement,
            },
            correction: Correction {
                what: self.correction_what,
                done_on: self.correction_done_on,
                consequences: self.correction_consequences,
            },
            cause: Cause {
                method: self.cause_method,
                analysis: self.cause_analysis,
                root: self.cause_root,
                similar: self.cause_similar,
                five_why: self.five_why.into_five_why(),
                ishikawa: self.ishikawa.into_ishikawa(),
            },
            target_on: self.target_on,
            actions: self.actions.into_iter().map(ActionForm::into_form).collect(),
            expected_effect: self.expected_effect,
            criterion: self.criterion,
            review_due_on: self.review_due_on,
            remarks: self.remarks,
            external: Some(external),
        }
    }
}

impl ActionForm {
    fn into_form(self) -> draft::ActionForm {
        draft::ActionForm {
            id: self.id.map(ActionId),
            what: self.what,
            owner: self.owner.map(PostId),
            due_on: self.due_on,
            training: self.training,
        }
    }
}

#[derive(Debug, Deserialize, TS)]
pub struct CreateDraft {
    pub form: CaseForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveDraft {
    pub id: Uuid,
    pub revision: u32,
    pub form: CaseForm,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateForm {
    pub number: String,
    pub body: String,
    #[ts(type = "Edition")]
    pub edition: Edition,
    pub decided_on: NaiveDate,
    pub stage2_ended_on: Option<NaiveDate>,
    /// Null: three years less a day from the decision.
    pub valid_until: Option<NaiveDate>,
    #[ts(type = "RuleBase")]
    pub base: RuleBase,
    pub tolerance_days: u32,
    /// Restored after the one before had ended.
    pub restored: bool,
    /// The certificate that this one corrects; null for a next one.
    pub corrects: Option<Uuid>,
}

impl CertificateForm {
    /// The form as the rule takes it.
    pub fn into_form(self) -> certify::CertificateForm {
        certify::CertificateForm {
            number: self.number,
            body: self.body,
            edition: self.edition,
            decided_on: self.decided_on,
            stage2_ended_on: self.stage2_ended_on,
            valid_until: self.valid_until,
            base: self.base,
            tolerance_days: self.tolerance_days,
            restored: self.restored,
            corrects: self.corrects.map(CertificateId),
        }
    }
}

/// What happened to a certificate.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HappeningForm {
    /// Null as a limit: six months.
    Suspended {
        from: NaiveDate,
        until: Option<NaiveDate>,
        reason: String,
    },
    Lifted {
        on: NaiveDate,
    },
    Withdrawn {
        on: NaiveDate,
    },
    Transferred {
        on: NaiveDate,
        body: String,
        number: String,
    },
}

impl HappeningForm {
    /// As the rule takes it.
    pub fn into_happening(self) -> certify::Happening {
        match self {
            Self::Suspended { from, until, reason } => certify::Happening::Suspended { from, until, reason },
            Self::Lifted { on } => certify::Happening::Lifted { on },
            Self::Withdrawn { on } => certify::Happening::Withdrawn { on },
            Self::Transferred { on, body, number } => certify::Happening::Transferred { on, body, number },
        }
    }
}

#[derive(Debug, Deserialize, TS)]
pub struct CertificateHappened {
    pub id: Uuid,
    pub revision: u32,
    pub happening: HappeningForm,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditForm {
    pub id: Option<Uuid>,
    pub revision: u32,
    #[ts(type = "AuditKind")]
    pub kind: AuditKind,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub held: bool,
    pub scope: String,
    pub lead: String,
    pub findings_in_report: Option<u32>,
    pub note: String,
    pub processes: Vec<Uuid>,
    /// The lead auditor first.
    pub team: Vec<TeamForm>,
    pub report_on: Option<NaiveDate>,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub answer_accepted_on: Option<NaiveDate>,
}

/// Somebody who audits; without processes, all of the audit's.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TeamForm {
    pub post: Uuid,
    pub processes: Vec<Uuid>,
}

impl AuditForm {
    /// The form as the rule takes it.
    pub fn into_form(self) -> audits::AuditForm {
        let team = self.team.into_iter().map(|member| TeamMember {
            post: PostId(member.post),
            processes: member.processes.into_iter().map(ProcessId).collect(),
        });
        audits::AuditForm {
            processes: self.processes.into_iter().map(ProcessId).collect(),
            team: team.collect(),
            report_on: self.report_on,
            answer_due_on: self.answer_due_on,
            answer_sent_on: self.answer_sent_on,
            answer_accepted_on: self.answer_accepted_on,
            id: self.id.map(AuditId),
            revision: self.revision,
            kind: self.kind,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            held: self.held,
            scope: self.scope,
            lead: self.lead,
            findings_in_report: self.findings_in_report,
            note: self.note,
        }
    }
}

#[derive(Debug, Deserialize, TS)]
pub struct NewDepartment {
    pub code: String,
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct OfficeForm {
    pub name: String,
    pub departments: Vec<NewDepartment>,
    pub certificate: Option<CertificateForm>,
}

impl OfficeForm {
    /// The departments as the rule takes them.
    pub fn departments(&self) -> Vec<organise::DepartmentForm> {
        let form = |department: &NewDepartment| organise::DepartmentForm {
            id: None,
            code: department.code.clone(),
            name: department.name.clone(),
        };
        self.departments.iter().map(form).collect()
    }
}

#[derive(Debug, Deserialize, TS)]
pub struct DepartmentForm {
    pub id: Option<Uuid>,
    pub code: String,
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeSettingsForm {
    pub revision: u32,
    pub name: String,
    #[ts(type = "Edition")]
    pub edition: Edition,
    pub number_template: String,
    pub departments: Vec<DepartmentForm>,
    pub closed_days: Vec<ClosedDayView>,
    pub settings: SettingsView,
}

impl OfficeSettingsForm {
    /// The form as the rule takes it.
    pub fn into_form(self) -> organise::OfficeForm {
        organise::OfficeForm {
            revision: self.revision,
            name: self.name,
            edition: self.edition,
            number_template: self.number_template,
            departments: self
                .departments
                .into_iter()
                .map(|form| organise::DepartmentForm {
                    id: form.id.map(DepartmentId),
                    code: form.code,
                    name: form.name,
                })
                .collect(),
            closed_days: self
                .closed_days
                .into_iter()
                .map(|day| ClosedDay { on: day.on, note: day.note })
                .collect(),
            settings: Settings::from(self.settings),
        }
    }
}
