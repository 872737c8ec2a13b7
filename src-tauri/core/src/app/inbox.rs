//! Reminders: put into the inbox first, then said aloud.

use std::collections::HashSet;

use super::{App, AppError};
use crate::domain::change::Actor;
use crate::domain::deliver::{self, DueNotice};
use crate::domain::notice::Subject;
use crate::register::Register;
use crate::reminders;
use crate::sample;
use crate::words::{self, Lang};

/// What a toast says: one reminder, or a digest of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// The one subject it is about; none for a digest.
    pub subject: Option<Subject>,
}

impl App {
    /// Puts everything that is due into the inbox, each once, and returns it.
    ///
    /// # Errors
    /// The store cannot write; then nothing counts as delivered.
    pub fn deliver_reminders(&mut self) -> Result<Vec<DueNotice>, AppError> {
        if self.register.office().is_none() {
            return Ok(Vec::new());
        }
        let due = reminders::due(&self.register, self.today());
        let person = std::mem::replace(&mut self.actor, Actor::system());
        let asked = self.ask(|register, moment| deliver::deliver(register, due.clone(), moment));
        self.actor = person;
        match asked? {
            Some(set) => self.commit(&set).map(|_| due),
            None => Ok(Vec::new()),
        }
    }

    /// Marks reminders as read or unread.
    ///
    /// # Errors
    /// See [`deliver::mark_read`].
    pub fn mark_read(&mut self, keys: &[String], read: bool) -> Result<(), AppError> {
        let set = self.ask(|register, moment| deliver::mark_read(register, keys, read, moment))?;
        set.map_or(Ok(()), |set| self.commit(&set).map(drop))
    }

    /// The words of the one toast for what was delivered; none when nothing was.
    pub fn say(&self, delivered: &[DueNotice], lang: Lang) -> Option<Said> {
        let mut sentences: Vec<String> = delivered.iter().map(|notice| self.sentence(notice, lang)).collect();
        // Several missed steps of one date say the same today: once is enough.
        let mut seen = HashSet::new();
        sentences.retain(|sentence| seen.insert(sentence.clone()));
        match (delivered.first(), sentences.as_slice()) {
            (Some(first), [sentence]) => Some(Said {
                title: words::reminder_title(lang).into(),
                text: sentence.clone(),
                subject: Some(first.subject),
            }),
            (None, _) => None,
            (Some(_), _) => {
                let (title, text) = words::digest(lang, &sentences);
                Some(Said { title, text, subject: None })
            }
        }
    }

    fn sentence(&self, notice: &DueNotice, lang: Lang) -> String {
        let stored = case_title(&self.register, notice.subject);
        let translated = if self.is_sample() { sample::translate(&stored, lang) } else { None };
        let title = translated.unwrap_or(&stored);
        words::reminder(
            lang,
            words::About {
                subject: notice.subject,
                label: &notice.label,
                title,
                due_on: notice.due_on,
                today: self.today(),
            },
        )
    }
}

/// The title of the case that a reminder is about, as it stands in the book.
pub fn case_title(register: &Register, subject: Subject) -> String {
    match subject {
        Subject::Case(id) => register.case(id).map(|stood| stood.record.title.clone()).unwrap_or_default(),
        Subject::Audit(_) | Subject::Certificate(_) => String::new(),
    }
}
