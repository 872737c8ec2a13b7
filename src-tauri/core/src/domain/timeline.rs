//! A certification cycle as a line of time: what happened, what is planned, what was opened and closed month by month.
//! Data only; the words stand in the views.

use chrono::{Datelike, Months, NaiveDate};

use super::audit::AuditKind;
use super::book::{Book, calendar};
use super::case::{Case, Source};
use super::certificate::Certificate;
use super::cycle::{Milestone, MilestoneKind, milestones};
use super::ids::{AuditId, CaseId, ReviewId};
use super::monitoring::{closed_on, counts, stood_open};
use super::review::Review;
use super::shelf::all;

/// What stands on a day of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// The certification decision.
    Decision,
    /// A milestone, where it binds.
    Milestone(MilestoneKind),
    /// An audit.
    Audit(AuditKind, AuditId),
    /// A management review.
    Review(ReviewId),
    /// Another certification body took the cycle over.
    Transfer,
    /// The certificate was withdrawn.
    Withdrawal,
    /// Today.
    Today,
}

impl MarkKind {
    /// The stable name; milestones go by their own, internal audits apart from external ones.
    pub fn code(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Milestone(kind) => kind.code(),
            Self::Audit(AuditKind::Internal, _) => "internal_audit",
            Self::Audit(_, _) => "audit",
            Self::Review(_) => "review",
            Self::Transfer => "transfer",
            Self::Withdrawal => "withdrawn",
            Self::Today => "today",
        }
    }
}

/// A day of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day; of an audit its first.
    pub on: NaiveDate,
    /// The last day of what takes several.
    pub ends_on: NaiveDate,
    /// What.
    pub kind: MarkKind,
    /// A limit, or something that is still to be held.
    pub planned: bool,
    /// Its name in the book: number of the certificate, scope of the audit, the body that handed over.
    pub text: String,
}

/// A suspension on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day: before it was lifted, else until it has to be.
    pub to: NaiveDate,
    /// Whether it is still in force.
    pub open: bool,
    /// Why.
    pub reason: String,
}

/// The cases of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// Cases registered in it.
    pub opened: u32,
    /// Cases closed in it; cancelled ones do not count.
    pub closed: u32,
    /// Findings of external audits open at its end; today in the running month, none in a later one.
    pub external_open: u32,
}

/// The line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// First day: the decision.
    pub from: NaiveDate,
    /// Last day: the last milestone.
    pub to: NaiveDate,
    /// What stands on it, by day.
    pub marks: Vec<Mark>,
    /// Its suspensions, oldest first.
    pub suspensions: Vec<Span>,
    /// Every month from the decision to the end of validity.
    pub months: Vec<Month>,
    /// The findings of external audits that are open.
    pub open_findings: Vec<CaseId>,
}

/// The line of a certificate on that day.
pub fn timeline(book: &dyn Book, certificate: &Certificate, today: NaiveDate) -> Timeline {
    let limits = milestones(certificate, certificate.base, &calendar(book));
    let from = certificate.decided_on;
    let to = limits.iter().filter_map(|limit| limit.latest).max().unwrap_or(certificate.valid_until);
    let mut marks = happened(certificate);
    marks.extend(limits.iter().filter_map(milestone_mark));
    marks.extend(audits(book));
    marks.extend(reviews(book));
    marks.push(mark(today, MarkKind::Today, false, ""));
    marks.retain(|mark| (from..=to).contains(&mark.on));
    marks.sort_by_key(|mark| (mark.on, mark.kind));
    Timeline {
        from,
        to,
        marks,
        suspensions: suspensions(certificate),
        months: months(book, from, certificate.valid_until, today),
        open_findings: open_findings(book, today),
    }
}

fn mark(on: NaiveDate, kind: MarkKind, planned: bool, text: &str) -> Mark {
    Mark { on, ends_on: on, kind, planned, text: text.to_string() }
}

fn happened(certificate: &Certificate) -> Vec<Mark> {
    let mut marks = vec![mark(certificate.decided_on, MarkKind::Decision, false, &certificate.number)];
    let transfers = certificate.transfers.iter();
    marks.extend(transfers.map(|transfer| mark(transfer.on, MarkKind::Transfer, false, &transfer.from)));
    marks.extend(certificate.withdrawn_on.map(|on| mark(on, MarkKind::Withdrawal, false, "")));
    marks
}

/// Limits stand where they bind; the recertification audit stands where it is planned for, since its limit is the end
/// of validity, which has a mark of its own.
fn milestone_mark(milestone: &Milestone) -> Option<Mark> {
    let day = match milestone.kind {
        MilestoneKind::Recertification => milestone.recommended.or(milestone.latest),
        MilestoneKind::Surveillance1
        | MilestoneKind::Surveillance2
        | MilestoneKind::Expiry
        | MilestoneKind::Restoration => milestone.latest,
    }?;
    Some(mark(day, MarkKind::Milestone(milestone.kind), true, ""))
}

fn audits(book: &dyn Book) -> impl Iterator<Item = Mark> {
    book.audits().map(|(audit, _)| Mark {
        on: audit.starts_on,
        ends_on: audit.ends_on,
        kind: MarkKind::Audit(audit.kind, audit.id),
        planned: !audit.held,
        text: audit.scope.clone(),
    })
}

fn reviews(book: &dyn Book) -> impl Iterator<Item = Mark> {
    let reviews = all::<Review>(book).map(|(review, _)| review);
    reviews.map(|review| mark(review.on, MarkKind::Review(review.id), !review.held, &review.minutes))
}

fn suspensions(certificate: &Certificate) -> Vec<Span> {
    let span = |suspension: &super::certificate::Suspension| {
        let lifted = suspension.lifted_on.map(|on| on.pred_opt().unwrap_or(on).max(suspension.from));
        Span {
            from: suspension.from,
            to: lifted.unwrap_or(suspension.until),
            open: lifted.is_none(),
            reason: suspension.reason.clone(),
        }
    };
    certificate.suspensions.iter().map(span).collect()
}

/// Every month from one day to another with the cases of the register as they stood on a day.
fn months(book: &dyn Book, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Vec<Month> {
    let start = from.with_day(1).unwrap_or(from);
    let mut months: Vec<Month> = (0_u32..)
        .map_while(|number| start.checked_add_months(Months::new(number)))
        .take_while(|first| *first <= to)
        .map(|first| Month { first, opened: 0, closed: 0, external_open: external_open(book, first, today) })
        .collect();
    let place = |on: Option<NaiveDate>| {
        let on = on.filter(|on| *on >= from && *on <= to && *on <= today)?;
        let number = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        usize::try_from(number(on) - number(start)).ok()
    };
    for case in book.cases().filter(|case| counts(case)) {
        if let Some(month) = place(case.registered_on).and_then(|at| months.get_mut(at)) {
            month.opened += 1;
        }
        if let Some(month) = place(closed_on(case)).and_then(|at| months.get_mut(at)) {
            month.closed += 1;
        }
    }
    months
}

fn external_open(book: &dyn Book, first: NaiveDate, today: NaiveDate) -> u32 {
    let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
    let Some(day) = last.map(|last| last.min(today)).filter(|_| first <= today) else { return 0 };
    let open = book.cases().filter(|case| case.source == Some(Source::ExtAudit) && stood_open(case, day));
    u32::try_from(open.count()).unwrap_or(u32::MAX)
}

/// In the order of the register.
fn open_findings(book: &dyn Book, today: NaiveDate) -> Vec<CaseId> {
    let open = |case: &&Case| case.source == Some(Source::ExtAudit) && stood_open(case, today);
    let mut found: Vec<&Case> = book.cases().filter(open).collect();
    found.sort_by(|a, b| (a.registered_on, &a.number).cmp(&(b.registered_on, &b.number)));
    found.into_iter().map(|case| case.id).collect()
}
