//! Reminders put into the inbox, each once, and marked as read.

use super::acting::{Task, permit};
use super::book::{Book, case_at};
use super::change::{Change, ChangeSet, Moment, Record};
use super::ids::{CaseId, fresh};
use super::notice::{Notice, Subject};
use super::rule::{Rule, RuleError};

/// A reminder that is to be put into the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueNotice {
    /// `subject/rule/date`.
    pub key: String,
    /// The rule.
    pub rule: String,
    /// What it is about.
    pub subject: Subject,
    /// Its name.
    pub label: String,
    /// The day it was to fire.
    pub fire_on: chrono::NaiveDate,
    /// The day it warns of.
    pub due_on: chrono::NaiveDate,
}

/// Puts reminders into the inbox; those that are there already are left out. `None` when nothing is new.
///
/// # Errors
/// Never the user's fault: a record that could not be formed.
pub fn deliver(
    book: &dyn Book,
    due: Vec<DueNotice>,
    moment: &mut Moment<'_>,
) -> Result<Option<ChangeSet>, RuleError> {
    let mut changes = Vec::new();
    for notice in due.into_iter().filter(|notice| book.notice(&notice.key).is_none()) {
        changes.push(Change::create(&Record::Notice(Box::new(Notice {
            id: fresh(moment.ids),
            key: notice.key,
            rule: notice.rule,
            subject: notice.subject,
            label: notice.label,
            fire_on: notice.fire_on,
            due_on: notice.due_on,
            delivered_at: moment.at,
            read: false,
        })))?);
    }
    Ok((!changes.is_empty()).then(|| ChangeSet::of(moment, "reminders_delivered", None, changes)))
}

/// Marks delivered reminders as read or unread. `None` when nothing changes.
///
/// # Errors
/// A key that was never delivered.
pub fn mark_read(
    book: &dyn Book,
    keys: &[String],
    read: bool,
    moment: &Moment<'_>,
) -> Result<Option<ChangeSet>, RuleError> {
    permit(book, Task::Report, moment)?;
    let mut changes = Vec::new();
    for key in keys {
        let (notice, revision) = book.notice(key).ok_or(RuleError::NotFound { what: "reminder" })?;
        if notice.read != read {
            let after = Notice { read, ..notice.clone() };
            let (before, after) = (Record::Notice(Box::new(notice.clone())), Record::Notice(Box::new(after)));
            changes.push(Change::replace(&before, revision, &after)?);
        }
    }
    Ok((!changes.is_empty()).then(|| ChangeSet::of(moment, "reminders_read", None, changes)))
}

/// Reminds of open cases by hand, each at most once a day. `None` when all of them were today already.
///
/// # Errors
/// Not the representative's wish, changed meanwhile, a draft, or a closed case.
pub fn remind(
    book: &dyn Book,
    cases: &[(CaseId, u32)],
    moment: &mut Moment<'_>,
) -> Result<Option<ChangeSet>, RuleError> {
    permit(book, Task::Remind, moment)?;
    let mut due = Vec::new();
    for (id, revision) in cases {
        let case = case_at(book, *id, *revision)?;
        if case.status == super::case::CaseStatus::Draft {
            return Err(RuleError::refused(Rule::StillADraft));
        }
        if case.status.is_closed() {
            return Err(RuleError::refused(Rule::ClosedCase));
        }
        due.push(DueNotice {
            key: format!("case:{id}/manual/{}", moment.today),
            rule: "manual".into(),
            subject: Subject::Case(*id),
            label: case.number.clone().unwrap_or_default(),
            fire_on: moment.today,
            due_on: case.due_on().or(case.effectiveness.due_on).unwrap_or(moment.today),
        });
    }
    deliver(book, due, moment).map(|set| set.map(|set| ChangeSet { what: "reminded".into(), ..set }))
}
