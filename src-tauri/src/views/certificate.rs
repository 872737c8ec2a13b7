//! The certificate, its milestones and audits.

use capa_core::domain::acting::{Acting, Task};
use capa_core::domain::audit::{Audit, AuditKind, TeamMember};
use capa_core::domain::audits;
use capa_core::domain::audits::planning::is_competent;
use capa_core::domain::book::Book;
use capa_core::domain::case::Case;
use capa_core::domain::certificate::{Certificate, Edition, RuleBase};
use capa_core::domain::certify;
use capa_core::domain::cycle::{self, MilestoneKind};
use capa_core::domain::ids::{CaseId, ProcessId};
use capa_core::domain::timeline::{self, MarkKind};
use capa_core::domain::upcoming::{self, NextAudit};
use capa_core::register::Stood;
use capa_core::words;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::choices::{Choice, PostRef};
use super::list::title;
use super::may::MayView;
use super::summary::ReadinessSummary;

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
    /// How ready the office is.
    pub readiness: ReadinessSummary,
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
    /// Restored after the one before had ended.
    pub restored: bool,
    #[ts(type = "CertificateState")]
    pub state: &'static str,
    /// Until when a suspension has to be lifted, or an expired one may be restored.
    pub state_until: Option<NaiveDate>,
    pub suspensions: Vec<SuspensionView>,
    pub transfers: Vec<TransferView>,
    pub withdrawn_on: Option<NaiveDate>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuspensionView {
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub reason: String,
    pub lifted_on: Option<NaiveDate>,
}

#[derive(Debug, Serialize, TS)]
pub struct TransferView {
    pub on: NaiveDate,
    pub from: String,
    pub number: String,
}

/// A rule that a planned audit breaks, with the day it is measured against.
#[derive(Debug, Serialize, TS)]
pub struct PlanWarningView {
    #[ts(type = "PlanWarningCode")]
    pub code: &'static str,
    pub on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Serialize, TS)]
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
    pub processes: Vec<Choice>,
    /// The lead auditor first.
    pub team: Vec<TeamView>,
    pub report_on: Option<NaiveDate>,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub answer_accepted_on: Option<NaiveDate>,
    pub warnings: Vec<PlanWarningView>,
}

/// Somebody who audits.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamView {
    pub post: PostRef,
    /// None: all processes of the audit.
    pub processes: Vec<Choice>,
    /// Training and appointment are shown for the first day.
    pub competent: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct TimelineMark {
    pub on: NaiveDate,
    #[ts(
        type = "\"decision\" | \"today\" | MilestoneKind | \"audit\" | \"internal_audit\" | \"review\" | \"suspended\" | \"lifted\" | \"transfer\" | \"withdrawn\""
    )]
    pub kind: &'static str,
    pub label: String,
    pub planned: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct Timeline {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub marks: Vec<TimelineMark>,
    /// Cases month by month.
    pub months: Vec<TimelineMonth>,
}

/// Cases of a month on the time line.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineMonth {
    /// Its first day.
    pub month: NaiveDate,
    pub opened: u32,
    pub closed: u32,
    /// Findings of external audits open at its end.
    pub external_open: u32,
}

/// The running cycle, its audits and the cycles before.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    pub certificate: Option<CertificateRecord>,
    pub milestones: Vec<Milestone>,
    pub audits: Vec<AuditView>,
    pub timeline: Option<Timeline>,
    pub earlier: Vec<CertificateRecord>,
    /// Rules that the plan of the cycle breaks, those of single audits apart.
    pub warnings: Vec<PlanWarningView>,
    /// The last day of validity that a certificate restored after the running one's end would get.
    pub restored_until: Option<NaiveDate>,
    pub may_certify: MayView,
}

impl AuditLine {
    /// The next external audit of the book.
    pub fn of(shown: &Shown<'_>, readiness: ReadinessSummary) -> Option<Self> {
        let NextAudit { milestone, audit, latest_on, on, .. } =
            upcoming::next_audit(shown.register, shown.today)?;
        Some(Self {
            milestone,
            audit_id: audit.as_ref().map(|audit| audit.id.to_string()),
            planned_on: audit.map(|audit| audit.starts_on),
            latest_on,
            on,
            days_left: shown.days_to(on),
            readiness,
        })
    }
}

impl CertificateView {
    /// The running cycle of the book.
    pub fn of(shown: &Shown<'_>, acting: &Acting) -> Self {
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
            warnings: planned_warnings(shown),
            restored_until: restored_until(shown),
            may_certify: MayView::of(Task::Certify, acting, shown),
        }
    }
}

fn record(stood: &Stood<Certificate>, shown: &Shown<'_>) -> CertificateRecord {
    let certificate = &stood.record;
    let state = cycle::certificate_state(certificate, shown.today);
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
        restored: certificate.restored,
        state: state.code(),
        state_until: state.until(),
        suspensions: certificate
            .suspensions
            .iter()
            .map(|it| SuspensionView {
                from: it.from,
                until: it.until,
                reason: shown.text(&it.reason),
                lifted_on: it.lifted_on,
            })
            .collect(),
        transfers: certificate
            .transfers
            .iter()
            .map(|it| TransferView { on: it.on, from: shown.text(&it.from), number: it.number.clone() })
            .collect(),
        withdrawn_on: certificate.withdrawn_on,
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

/// The rules that the days of an audit to come break; what was held is history.
fn warnings(stood: &Stood<Audit>, shown: &Shown<'_>) -> Vec<PlanWarningView> {
    let audit = &stood.record;
    if audit.held {
        return Vec::new();
    }
    let plan = cycle::Plan { kind: audit.kind, starts_on: audit.starts_on, ends_on: audit.ends_on };
    let found = cycle::warnings_in(shown.register, Some(audit.id), plan);
    found.into_iter().map(|it| PlanWarningView { code: it.rule.code(), on: Some(it.on) }).collect()
}

/// The warnings of all external audits to come.
fn planned_warnings(shown: &Shown<'_>) -> Vec<PlanWarningView> {
    let external = shown.register.audits().filter(|stood| stood.record.kind.is_external());
    external.flat_map(|stood| warnings(stood, shown)).collect()
}

/// Three years from the end of the running certificate.
fn restored_until(shown: &Shown<'_>) -> Option<NaiveDate> {
    let current = &shown.register.current_certificate()?.record;
    let after = current.valid_until.succ_opt()?;
    certify::proposed_end(after, true, &Book::certificates(shown.register))
}

/// An audit with its cases.
pub fn audit_view(stood: &Stood<Audit>, shown: &Shown<'_>) -> AuditView {
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
        cases: cases_of(audit, shown),
        processes: processes(&audit.processes, shown),
        team: audit.team.iter().map(|member| team(member, audit, shown)).collect(),
        report_on: audit.report_on,
        answer_due_on: audit.answer_due_on,
        answer_sent_on: audit.answer_sent_on,
        answer_accepted_on: audit.answer_accepted_on,
        warnings: warnings(stood, shown),
    }
}

/// Processes as pickers show them.
pub fn processes(ids: &[ProcessId], shown: &Shown<'_>) -> Vec<Choice> {
    ids.iter().filter_map(|id| shown.register.process(*id)).map(|it| Choice::process(it, shown)).collect()
}

fn team(member: &TeamMember, audit: &Audit, shown: &Shown<'_>) -> TeamView {
    TeamView {
        post: PostRef {
            id: member.post.to_string(),
            name: shown.post(Some(member.post)).unwrap_or_default(),
        },
        processes: processes(&member.processes, shown),
        competent: is_competent(shown.register, member.post, audit.starts_on),
    }
}

impl CaseRef {
    /// A case.
    pub fn of(case: &Case, shown: &Shown<'_>) -> Self {
        Self { id: case.id.to_string(), number: case.number.clone(), title: title(case, shown) }
    }

    /// The case of that identity, if it stands in the book.
    pub fn find(id: Option<CaseId>, shown: &Shown<'_>) -> Option<Self> {
        shown.register.case(id?).map(|stood| Self::of(&stood.record, shown))
    }
}

/// The cases that an audit found.
pub fn cases_of(audit: &Audit, shown: &Shown<'_>) -> Vec<CaseRef> {
    audits::cases_of(shown.register, audit.id).map(|case| CaseRef::of(case, shown)).collect()
}

fn timeline(certificate: &Certificate, shown: &Shown<'_>) -> Timeline {
    let line = timeline::timeline(shown.register, certificate, shown.today);
    let mut marks: Vec<TimelineMark> = line
        .marks
        .iter()
        .map(|it| TimelineMark {
            on: it.on,
            kind: it.kind.code(),
            label: mark_label(it, shown),
            planned: it.planned,
        })
        .collect();
    let mark = |on, kind, label| TimelineMark { on, kind, label, planned: false };
    for span in &line.suspensions {
        marks.push(mark(span.from, "suspended", shown.text(&span.reason)));
        if !span.open {
            marks.extend(span.to.succ_opt().map(|on| mark(on, "lifted", String::new())));
        }
    }
    marks.sort_by_key(|mark| mark.on);
    let months = line.months.iter().map(|it| TimelineMonth {
        month: it.first,
        opened: it.opened,
        closed: it.closed,
        external_open: it.external_open,
    });
    Timeline { from: line.from, to: line.to, marks, months: months.collect() }
}

fn mark_label(mark: &timeline::Mark, shown: &Shown<'_>) -> String {
    match mark.kind {
        MarkKind::Milestone(kind) => words::milestone(shown.lang, kind).to_string(),
        MarkKind::Audit(kind, _) => words::audit(shown.lang, kind).to_string(),
        MarkKind::Decision | MarkKind::Transfer => shown.text(&mark.text),
        MarkKind::Review(_) | MarkKind::Withdrawal | MarkKind::Today => String::new(),
    }
}
