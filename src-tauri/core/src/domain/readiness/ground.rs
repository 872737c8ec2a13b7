//! What the checks stand on: the book, a day, the audit before and the audit to come.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use super::{Outcome, Reason, Why};
use crate::domain::action::Action;
use crate::domain::audit::{Audit, AuditKind};
use crate::domain::book::Book;
use crate::domain::case::{Case, CaseStatus, LinkKind, Source};
use crate::domain::certificate::{Certificate, Edition};
use crate::domain::confirmation::{CheckResult, Confirmation};
use crate::domain::ids::CaseId;
use crate::domain::office::Process;
use crate::domain::shelf::all;
use crate::domain::upcoming::{NextAudit, next_audit, previous_audit};

/// The ground of a run.
pub struct Ground<'a> {
    /// The book.
    pub book: &'a dyn Book,
    /// The day it is answered on.
    pub today: NaiveDate,
    /// First day of the period: the last day of the external audit before. Without one the decision of the
    /// certificate; without a certificate a year ago.
    pub from: NaiveDate,
    /// The external audit held last.
    pub previous: Option<&'a Audit>,
    /// The external audit to come.
    pub next: Option<NextAudit>,
    /// The certificate of the running cycle.
    pub certificate: Option<&'a Certificate>,
    /// The cases of the register on that day; drafts and later ones are left out.
    pub cases: Vec<&'a Case>,
    confirmations: BTreeMap<&'a str, &'a Confirmation>,
}

impl<'a> Ground<'a> {
    /// The ground of that day.
    pub fn of(book: &'a dyn Book, today: NaiveDate) -> Self {
        let previous = previous_audit(book, today);
        let certificate = book.current_certificate().map(|(certificate, _)| certificate);
        let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
        let decided = certificate.map(|it| it.decided_on).filter(|on| *on <= today);
        let from = previous.map(|audit| audit.ends_on).or(decided).unwrap_or(year_ago);
        let mut cases: Vec<&Case> = book
            .cases()
            .filter(|case| case.status != CaseStatus::Draft)
            .filter(|case| case.registered_on.is_none_or(|on| on <= today))
            .collect();
        cases.sort_by(|a, b| (a.registered_on, &a.number).cmp(&(b.registered_on, &b.number)));
        let mut confirmations: BTreeMap<&str, &Confirmation> = BTreeMap::new();
        let given = all::<Confirmation>(book).map(|(it, _)| it);
        for it in given.filter(|it| it.on >= from && it.on <= today) {
            let later = confirmations
                .get(it.check.as_str())
                .is_none_or(|other| (other.on, other.id) < (it.on, it.id));
            if later {
                confirmations.insert(&it.check, it);
            }
        }
        let next = next_audit(book, today);
        Self { book, today, from, previous, next, certificate, cases, confirmations }
    }

    /// The confirmation of a check that holds on that day: the latest since the last external audit.
    pub fn confirmation(&self, check: &str) -> Option<&'a Confirmation> {
        self.confirmations.get(check).copied()
    }

    /// What people answered to a check.
    pub fn answer(&self, check: &str) -> (CheckResult, Reason) {
        match self.confirmation(check) {
            Some(given) => {
                let by = Some(given.by.clone()).filter(|by| !by.is_empty());
                (given.answer.result(), Reason::of(Why::Confirmed).on(given.on).names(by))
            }
            None => (CheckResult::Unanswered, Reason::of(Why::NotConfirmed)),
        }
    }

    /// The outcome of a check that only people answer.
    pub fn confirmed(&self, check: &str) -> Outcome {
        let (result, reason) = self.answer(check);
        Outcome::of(result, reason)
    }

    /// The outcome of a check that people answer by a figure from the data.
    pub fn confirmed_by(&self, check: &str, figure: Reason) -> Outcome {
        let (result, reason) = self.answer(check);
        Outcome { result, reasons: vec![reason, figure] }
    }

    /// The edition in force at the office.
    pub fn edition(&self) -> Edition {
        self.book.office().map(|(office, _)| office.edition).unwrap_or_default()
    }

    /// Whether a day lies in the period.
    pub fn in_period(&self, on: Option<NaiveDate>) -> bool {
        on.is_some_and(|on| on >= self.from && on <= self.today)
    }

    /// Whether a day has come.
    pub fn has_come(&self, on: Option<NaiveDate>) -> bool {
        on.is_some_and(|on| on <= self.today)
    }

    /// The day a year ago: what happened after it lies within twelve months.
    pub fn year_ago(&self) -> NaiveDate {
        months_before(self.today, 12)
    }

    /// The cases that count: cancelled ones are left out.
    pub fn standing(&self) -> impl Iterator<Item = &'a Case> {
        self.cases.iter().copied().filter(|case| case.status != CaseStatus::Cancelled)
    }

    /// The cases whose life the book knows: those closed in an old register are left out as well.
    pub fn known(&self) -> impl Iterator<Item = &'a Case> {
        self.standing().filter(|case| case.status != CaseStatus::ClosedImported)
    }

    /// The actions of the cases that count, given up ones left out.
    pub fn actions(&self) -> impl Iterator<Item = (&'a Case, &'a Action)> {
        let all = self.standing().flat_map(|case| case.actions.iter().map(move |action| (case, action)));
        all.filter(|(_, action)| action.cancelled_reason.is_none())
    }

    /// Whether a record led to a case: one that is still there and was not cancelled. A draft counts.
    pub fn has_case(&self, id: Option<CaseId>) -> bool {
        id.and_then(|id| self.book.case(id)).is_some_and(|(case, _)| {
            case.status != CaseStatus::Cancelled && case.registered_on.is_none_or(|on| on <= self.today)
        })
    }

    /// The cases of those identities, where the register holds them.
    pub fn cases_at(&self, ids: impl IntoIterator<Item = CaseId>) -> Vec<&'a Case> {
        let mut ids: Vec<CaseId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        self.standing().filter(|case| ids.binary_search(&case.id).is_ok()).collect()
    }

    /// The case that goes on where this one proved ineffective.
    pub fn follow_up(&self, case: &Case) -> Option<CaseId> {
        let links = case.links.iter().filter(|link| link.kind == LinkKind::FollowUp);
        links.map(|link| link.to).find(|to| self.has_case(Some(*to)))
    }

    /// The cases of a source that were registered in the period, cancelled ones left out.
    pub fn of_source(&self, source: Source) -> impl Iterator<Item = &'a Case> {
        let own = move |case: &&'a Case| case.source == Some(source) && self.in_period(case.registered_on);
        self.standing().filter(own)
    }

    /// The internal audits that were held.
    pub fn internal_audits(&self) -> impl Iterator<Item = &'a Audit> {
        let audits = self.book.audits().map(|(audit, _)| audit);
        audits.filter(|audit| audit.kind == AuditKind::Internal && audit.held && audit.ends_on <= self.today)
    }

    /// The internal audits of the period.
    pub fn internal_audits_of_period(&self) -> impl Iterator<Item = &'a Audit> {
        self.internal_audits().filter(|audit| self.in_period(Some(audit.ends_on)))
    }

    /// All processes, by their symbols.
    pub fn processes(&self) -> Vec<&'a Process> {
        let mut processes: Vec<&Process> = self.book.processes().map(|(process, _)| process).collect();
        processes.sort_by_key(|process| (&process.code, process.id));
        processes
    }

    /// Whether a case is a finding of that external audit: it names it, or names none and was registered after it and
    /// before the next one.
    pub fn is_finding_of(&self, case: &Case, audit: &Audit) -> bool {
        if case.source != Some(Source::ExtAudit) || case.status == CaseStatus::Cancelled {
            return false;
        }
        match case.external.as_ref().and_then(|external| external.audit) {
            Some(named) => named == audit.id,
            None => {
                let on = case.registered_on.or(case.reported_on);
                let held = self.book.audits().map(|(audit, _)| audit);
                let held = held.filter(|it| it.held && it.kind.is_external());
                let last =
                    held.filter(|it| on.is_some_and(|on| it.starts_on <= on)).max_by_key(|it| it.starts_on);
                last.is_some_and(|it| it.id == audit.id)
            }
        }
    }

    /// The findings of the external audit held last, cancelled ones left out.
    pub fn findings(&self) -> impl Iterator<Item = &'a Case> {
        let own = |case: &&'a Case| self.previous.is_some_and(|audit| self.is_finding_of(case, audit));
        self.cases.iter().copied().filter(own)
    }
}

/// The day so many months before.
pub fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}
