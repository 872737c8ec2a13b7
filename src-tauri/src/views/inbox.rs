//! The inbox of reminders.

use capa_core::app::case_title;
use capa_core::domain::notice::{Notice, Subject};
use capa_core::reminders::{Standing, Standings};
use capa_core::words::{self, About};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::Shown;

#[derive(Debug, Serialize, TS)]
pub struct InboxSubject {
    #[ts(type = "\"case\" | \"certificate\"")]
    pub kind: &'static str,
    pub id: String,
    pub label: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxEntry {
    pub key: String,
    pub rule: String,
    pub subject: InboxSubject,
    /// The sentence of the toast, in the asked language.
    pub sentence: String,
    pub fire_on: NaiveDate,
    pub due_on: NaiveDate,
    pub delivered_at: DateTime<Utc>,
    pub read: bool,
    /// `moved`: the date this was about has been changed since; `settled`: done or closed since.
    #[ts(type = "\"current\" | \"moved\" | \"settled\"")]
    pub state: &'static str,
}

#[derive(Debug, Serialize, TS)]
pub struct Inbox {
    pub entries: Vec<InboxEntry>,
    pub unread: u32,
}

impl Inbox {
    /// Every delivered reminder, newest first.
    pub fn of(shown: &Shown<'_>) -> Self {
        let standings = Standings::of(shown.register, shown.today);
        let mut notices: Vec<&Notice> = shown.register.notices().map(|stood| &stood.record).collect();
        notices.sort_by(|a, b| (b.fire_on, b.delivered_at, &b.key).cmp(&(a.fire_on, a.delivered_at, &a.key)));
        Self {
            unread: unread(shown),
            entries: notices.into_iter().map(|notice| entry(notice, &standings, shown)).collect(),
        }
    }
}

/// How many reminders nobody has read.
pub fn unread(shown: &Shown<'_>) -> u32 {
    u32::try_from(shown.register.notices().filter(|stood| !stood.record.read).count()).unwrap_or(u32::MAX)
}

fn entry(notice: &Notice, standings: &Standings, shown: &Shown<'_>) -> InboxEntry {
    let title = shown.text(&case_title(shown.register, notice.subject));
    let about = About {
        subject: notice.subject,
        label: &notice.label,
        title: &title,
        due_on: notice.due_on,
        today: shown.today,
    };
    InboxEntry {
        key: notice.key.clone(),
        rule: notice.rule.clone(),
        subject: subject(notice, shown),
        sentence: words::reminder(shown.lang, about),
        fire_on: notice.fire_on,
        due_on: notice.due_on,
        delivered_at: notice.delivered_at,
        read: notice.read,
        state: match standings.standing(notice) {
            Standing::Current => "current",
            Standing::Moved => "moved",
            Standing::Settled => "settled",
        },
    }
}

fn subject(notice: &Notice, shown: &Shown<'_>) -> InboxSubject {
    let (kind, id) = match notice.subject {
        Subject::Case(id) => ("case", id.to_string()),
        Subject::Audit(id) => ("certificate", id.to_string()),
        Subject::Certificate(id) => ("certificate", id.to_string()),
    };
    InboxSubject { kind, id, label: words::subject(shown.lang, notice.subject, &notice.label) }
}
