//! The certificate, its milestones and audits.

use capa_core::domain::audit::{Audit, AuditKind};
use capa_core::domain::certificate::{Certificate, Edition, RuleBase};
use capa_core::domain::cycle::{self, MilestoneKind};
use capa_core::domain::upcoming::{self, NextAudit};
use capa_core::register::{Register, Stood};
use capa_core::words;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::list::title;

/// The line at the top of every screen: the next external audit.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditLine {
    #[ts(type = "MilestoneKind")]
    pub milestone: MilestoneKind,
    pub audit_id: Option<String>,
    pub planned_on: Option<NaiveDate>,
    pub latest_on: Option<NaiveDate>,
    pub on: NaiveDate,
    pub days_left: i32,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Milestone {
    #[ts(type = "MilestoneKind")]
    pub milestone: MilestoneKind,
    pub latest: Option<NaiveDate>,
    pub recommended: Option<NaiveDate>,
    pub window_from: Option<NaiveDate>,
    pub working_day_before: Option<NaiveDate>,
    /// The audit that fulfilled it or is planned for it.
    pub audit_on: Option<NaiveDate>,
    pub done: bool,
    /// Days from today to the planned day, else to the latest; negative when past.
    pub days_left: Option<i32>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateRecord {
    pub id: String,
    pub revision: u32,
    pub number: String,
    pub body: String,
    #[ts(type = "Edition")]
    pub edition: Edition,
    pub stage2_ended_on: Option<NaiveDate>,
    pub decided_on: NaiveDate,
    pub valid_until: NaiveDate,
    #[ts(type = "RuleBase")]
    pub base: RuleBase,
    pub tolerance_days: u32,
    /// 1 = the initial certification, 2 = after the first recertification.
    pub cycle: u32,
}

#[derive(Debug, Serialize, TS)]
pub struct CaseRef {
    pub id: String,
    pub number: Option<String>,
    pub title: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditView {
    pub id: String,
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
    pub cases: Vec<CaseRef>,
}

#[derive(Debug, Serialize, TS)]
pub struct TimelineMark {
    pub on: NaiveDate,
    #[ts(type = "\"decision\" | \"today\" | MilestoneKind | \"audit\" | \"internal_audit\"")]
    pub kind: &'static str,
    pub label: String,
    pub planned: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct Timeline {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub marks: Vec<TimelineMark>,
}

/// The running cycle, its audits and the cycles before.
#[derive(Debug, Serialize, TS)]
pub struct CertificateView {
    pub certificate: Option<CertificateRecord>,
    pub milestones: Vec<Milestone>,
    pub audits: Vec<AuditView>,
    pub timeline: Option<Timeline>,
    pub earlier: Vec<CertificateRecord>,
}

impl AuditLine {
    /// The next external audit of the book.
    pub fn of(shown: &Shown<'_>) -> Option<Self> {
        let NextAudit { milestone, audit, latest_on, on, .. } =
            upcoming::next_audit(shown.register, shown.today)?;
        Some(Self {
            milestone,
            audit_id: audit.as_ref().map(|audit| audit.id.to_string()),
            planned_on: audit.map(|audit| audit.starts_on),
            latest_on,
            on,
            days_left: shown.days_to(on),
        })
    }
}

impl CertificateView {
    /// The running cycle of the book.
    pub fn of(shown: &Shown<'_>) -> Self {
        let current = shown.register.current_certificate();
        let mut audits: Vec<AuditView> =
            shown.register.audits().map(|stood| audit_view(stood, shown)).collect();
        audits.sort_by(|a, b| (b.starts_on, &b.id).cmp(&(a.starts_on, &a.id)));
        let mut earlier: Vec<&Stood<Certificate>> = shown
            .register
            .certificates()
            .filter(|stood| current.is_none_or(|current| current.record.id != stood.record.id))
            .collect();
        earlier.sort_by_key(|stood| std::cmp::Reverse(stood.record.decided_on));
        Self {
            certificate: current.map(|stood| record(stood, shown)),
            milestones: current.map(|stood| milestones(&stood.record, shown)).unwrap_or_default(),
            audits,
            timeline: current.map(|stood| timeline(&stood.record, shown)),
            earlier: earlier.into_iter().map(|stood| record(stood, shown)).collect(),
        }
    }
}

fn record(stood: &Stood<Certificate>, shown: &Shown<'_>) -> CertificateRecord {
    let certificate = &stood.record;
    CertificateRecord {
        id: certificate.id.to_string(),
        revision: stood.revision,
        number: certificate.number.clone(),
        body: shown.text(&certificate.body),
        edition: certificate.edition,
        stage2_ended_on: certificate.stage2_ended_on,
        decided_on: certificate.decided_on,
        valid_until: certificate.valid_until,
        base: certificate.base,
        tolerance_days: certificate.tolerance_days,
        cycle: certificate.cycle,
    }
}

fn milestones(certificate: &Certificate, shown: &Shown<'_>) -> Vec<Milestone> {
    let found = cycle::milestones(certificate, certificate.base, &shown.register.calendar());
    found
        .into_iter()
        .map(|milestone| {
            let audit = upcoming::audit_for(shown.register, certificate, milestone.kind);
            let done = audit.is_some_and(|audit| audit.held);
            let on = audit.map(|audit| audit.starts_on).or(milestone.latest);
            Milestone {
                milestone: milestone.kind,
                latest: milestone.latest,
                recommended: milestone.recommended,
                window_from: milestone.window_from,
                working_day_before: milestone.working_day_before,
                audit_on: audit.map(|audit| audit.starts_on),
                done,
                days_left: if done { None } else { on.map(|day| shown.days_to(day)) },
            }
        })
        .collect()
}

fn audit_view(stood: &Stood<Audit>, shown: &Shown<'_>) -> AuditView {
    let audit = &stood.record;
    AuditView {
        id: audit.id.to_string(),
        revision: stood.revision,
        kind: audit.kind,
        starts_on: audit.starts_on,
        ends_on: audit.ends_on,
        held: audit.held,
        scope: shown.text(&audit.scope),
        lead: shown.text(&audit.lead),
        findings_in_report: audit.findings_in_report,
        note: shown.text(&audit.note),
        cases: cases_of(audit, shown.register, shown),
    }
}

fn cases_of(audit: &Audit, register: &Register, shown: &Shown<'_>) -> Vec<CaseRef> {
    register
        .cases()
        .map(|stood| &stood.record)
        .filter(|case| case.external.as_ref().and_then(|external| external.audit) == Some(audit.id))
        .map(|case| CaseRef {
            id: case.id.to_string(),
            number: case.number.clone(),
            title: title(case, shown),
        })
        .collect()
}

fn timeline(certificate: &Certificate, shown: &Shown<'_>) -> Timeline {
    let all = cycle::milestones(certificate, certificate.base, &shown.register.calendar());
    let to = all.iter().filter_map(|milestone| milestone.latest).max().unwrap_or(certificate.valid_until);
    let audits: Vec<&Audit> = shown.register.audits().map(|stood| &stood.record).collect();
    let earliest =
        audits.iter().map(|audit| audit.starts_on).filter(|on| *on >= certificate.decided_on).min();
    let from = earliest.map_or(certificate.decided_on, |on| on.min(certificate.decided_on));
    let mark = |on, kind, label: &str, planned| TimelineMark { on, kind, label: label.to_string(), planned };
    let mut marks = vec![mark(certificate.decided_on, "decision", &certificate.number, false)];
    marks.extend(all.iter().filter_map(|milestone| {
        // Limits stand where they bind; the recertification audit stands where it is planned for, since its limit
        // is the end of validity, which has a mark of its own.
        let limit = match milestone.kind {
            MilestoneKind::Recertification => milestone.recommended.or(milestone.latest),
            MilestoneKind::Surveillance1
            | MilestoneKind::Surveillance2
            | MilestoneKind::Expiry
            | MilestoneKind::Restoration => milestone.latest,
        }?;
        Some(mark(limit, milestone.kind.code(), words::milestone(shown.lang, milestone.kind), true))
    }));
    marks.extend(audits.into_iter().filter(|audit| (from..=to).contains(&audit.starts_on)).map(|audit| {
        let kind = if audit.kind == AuditKind::Internal { "internal_audit" } else { "audit" };
        mark(audit.starts_on, kind, words::audit(shown.lang, audit.kind), !audit.held)
    }));
    if (from..=to).contains(&shown.today) {
        marks.push(mark(shown.today, "today", "", false));
    }
    marks.sort_by_key(|mark| mark.on);
    Timeline { from, to, marks }
}
