//! Reminders put into the inbox, each once, and marked as read.

use super::book::Book;
use super::change::{Change, ChangeSet, Moment, Record};
use super::ids::fresh;
use super::notice::{Notice, Subject};
use super::rule::RuleError;

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
