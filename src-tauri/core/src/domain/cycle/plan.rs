//! What is wrong with the days that an audit is planned for. Nothing moves by it and nothing is refused: the
//! certification body may have agreed to it.

use chrono::{Datelike, Days, NaiveDate};

use super::{Milestone, MilestoneKind, milestones};
use crate::calendar::Calendar;
use crate::domain::audit::{Audit, AuditKind};
use crate::domain::book::{Book, calendar};
use crate::domain::certificate::Certificate;
use crate::domain::ids::AuditId;

/// A rule that the planned days break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanRule {
    /// Before the decision that begins the cycle. Measured against the decision.
    BeforeDecision,
    /// Ends after the end of the certificate: its last day, or the day it was withdrawn.
    AfterExpiry,
    /// Ends after the limit.
    AfterLatest,
    /// Ends after the recommended day and the tolerance of the certification body together.
    AfterRecommended,
    /// Ends after the recommended day of a recertification: no time is left to close major nonconformities.
    RecertificationTooLate,
    /// Starts before the planning window opens.
    BeforeWindow,
    /// While the certificate is suspended. Measured against the last day of the suspension.
    InSuspension,
    /// A calendar year of the cycle stays without an external audit. Measured against the last day of that year.
    NoAuditInCalendarYear,
    /// The cycle has an audit of this kind already. Measured against the first day of that one.
    SecondOfItsKind,
    /// The first or last day is no working day of the office. Measured against itself.
    DayOff,
}

impl PlanRule {
    /// All of them, the weightiest first.
    pub const ALL: [Self; 10] = [
        Self::BeforeDecision,
        Self::AfterExpiry,
        Self::AfterLatest,
        Self::AfterRecommended,
        Self::RecertificationTooLate,
        Self::BeforeWindow,
        Self::InSuspension,
        Self::NoAuditInCalendarYear,
        Self::SecondOfItsKind,
        Self::DayOff,
    ];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::BeforeDecision => "before_decision",
            Self::AfterExpiry => "after_expiry",
            Self::AfterLatest => "after_latest",
            Self::AfterRecommended => "after_recommended",
            Self::RecertificationTooLate => "recertification_too_late",
            Self::BeforeWindow => "before_window",
            Self::InSuspension => "in_suspension",
            Self::NoAuditInCalendarYear => "no_audit_in_calendar_year",
            Self::SecondOfItsKind => "second_of_its_kind",
            Self::DayOff => "day_off",
        }
    }
}

/// A warning about planned days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanWarning {
    /// The rule.
    pub rule: PlanRule,
    /// The day that the plan was measured against.
    pub on: NaiveDate,
}

/// The days that an audit is planned for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// What it is for.
    pub kind: AuditKind,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
}

/// What is wrong with a plan, the weightiest first. An audit keeps a limit with its last day. Of several limits passed
/// only the weightiest is told. `others` are the audits of the book apart from this one.
pub fn plan_warnings(
    certificate: Option<&Certificate>,
    milestones: &[Milestone],
    plan: Plan,
    others: &[&Audit],
    calendar: &Calendar,
) -> Vec<PlanWarning> {
    let mut found = Vec::new();
    let milestone = milestones.iter().find(|milestone| kind_of(milestone.kind) == Some(plan.kind));
    if let (Some(certificate), Some(milestone)) = (certificate, milestone) {
        let early = [before_decision(certificate, plan), before_window(milestone, plan)];
        found.extend(early.into_iter().flatten().next());
        found.extend(late(certificate, milestone, plan));
        found.extend(in_suspension(certificate, plan));
        found.extend(years_without(certificate, plan, others));
        let own = |other: &&&Audit| other.kind == plan.kind && other.certificate == Some(certificate.id);
        let second = others.iter().find(own);
        found.extend(second.map(|other| warning(PlanRule::SecondOfItsKind, other.starts_on)));
    }
    let last = (plan.ends_on != plan.starts_on).then_some(plan.ends_on);
    let days = [Some(plan.starts_on), last].into_iter().flatten();
    let off = days.filter(|day| !calendar.is_working_day(*day));
    found.extend(off.map(|day| warning(PlanRule::DayOff, day)));
    found.sort_by_key(|warning| (warning.rule, warning.on));
    found
}

/// [`plan_warnings`] for an audit of the book, or one that is to come into it. It belongs to the cycle that it names,
/// else to the running one.
pub fn warnings_in(book: &dyn Book, id: Option<AuditId>, plan: Plan) -> Vec<PlanWarning> {
    let named = id.and_then(|id| book.audit(id)).and_then(|(audit, _)| audit.certificate);
    let certificates = book.certificates();
    let own = certificates.iter().find(|(certificate, _)| Some(certificate.id) == named);
    let own = own.copied().or_else(|| book.current_certificate()).map(|(certificate, _)| certificate);
    let calendar = calendar(book);
    let limits = own.map(|certificate| milestones(certificate, certificate.base, &calendar));
    let others: Vec<&Audit> =
        book.audits().map(|(audit, _)| audit).filter(|audit| Some(audit.id) != id).collect();
    plan_warnings(own, limits.as_ref().map_or(&[], |limits| limits.as_slice()), plan, &others, &calendar)
}

fn warning(rule: PlanRule, on: NaiveDate) -> PlanWarning {
    PlanWarning { rule, on }
}

fn kind_of(milestone: MilestoneKind) -> Option<AuditKind> {
    crate::domain::upcoming::audit_kind(milestone)
}

fn before_decision(certificate: &Certificate, plan: Plan) -> Option<PlanWarning> {
    let decided_on = certificate.decided_on;
    (plan.starts_on < decided_on).then(|| warning(PlanRule::BeforeDecision, decided_on))
}

fn before_window(milestone: &Milestone, plan: Plan) -> Option<PlanWarning> {
    let opens = milestone.window_from.filter(|opens| plan.starts_on < *opens);
    opens.map(|opens| warning(PlanRule::BeforeWindow, opens))
}

fn late(certificate: &Certificate, milestone: &Milestone, plan: Plan) -> Option<PlanWarning> {
    let end = certificate.withdrawn_on.map_or(certificate.valid_until, |on| on.min(certificate.valid_until));
    let recertification = plan.kind == AuditKind::Recertification;
    let tolerance = Days::new(certificate.tolerance_days.into());
    let recommended = if recertification {
        (PlanRule::RecertificationTooLate, milestone.recommended)
    } else {
        let tolerated = milestone.recommended.and_then(|day| day.checked_add_days(tolerance));
        (PlanRule::AfterRecommended, tolerated)
    };
    let limits = [(PlanRule::AfterExpiry, Some(end)), (PlanRule::AfterLatest, milestone.latest), recommended];
    let passed = limits.into_iter().filter_map(|(rule, limit)| Some((rule, limit?)));
    passed.filter(|(_, limit)| plan.ends_on > *limit).map(|(rule, limit)| warning(rule, limit)).next()
}

fn in_suspension(certificate: &Certificate, plan: Plan) -> Option<PlanWarning> {
    certificate.suspensions.iter().find_map(|suspension| {
        // One that is still in force is taken to end when it has to.
        let lifted = suspension.lifted_on.and_then(|on| on.pred_opt());
        let last = if suspension.lifted_on.is_some() { lifted? } else { suspension.until };
        let meets = suspension.from <= plan.ends_on && plan.starts_on <= last;
        meets.then(|| warning(PlanRule::InSuspension, last))
    })
}

/// "At least once a calendar year, except in the recertification year" (ISO/IEC 17021-1:2015, 9.1.3.3). The first
/// surveillance audit answers for the years before its own, since the second is usually planned later; the others
/// answer for the whole cycle.
fn years_without(
    certificate: &Certificate,
    plan: Plan,
    others: &[&Audit],
) -> impl Iterator<Item = PlanWarning> {
    let last = match plan.kind {
        AuditKind::Surveillance1 => plan.starts_on.year().min(certificate.valid_until.year()),
        AuditKind::Certification
        | AuditKind::Surveillance2
        | AuditKind::Recertification
        | AuditKind::Internal => certificate.valid_until.year(),
    };
    let external = others.iter().filter(|audit| audit.kind.is_external());
    let held: Vec<(i32, i32)> = external
        .map(|audit| (audit.starts_on.year(), audit.ends_on.year()))
        .chain([(plan.starts_on.year(), plan.ends_on.year())])
        .collect();
    let years = (certificate.decided_on.year() + 1)..last;
    years
        .filter(move |year| !held.iter().any(|(from, to)| (*from..=*to).contains(year)))
        .filter_map(super::end_of_year)
        .map(|day| warning(PlanRule::NoAuditInCalendarYear, day))
}
