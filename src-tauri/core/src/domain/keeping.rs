//! The small registers that feed the readiness checklist: complaints, objectives, surveys, management reviews.
//! Written, taken out and brought back by one set of rules.

use chrono::NaiveDate;

use super::acting::{Task, permit};
use super::book::Book;
use super::change::{Change, ChangeSet, Moment};
use super::complaint::Complaint;
use super::draft::{LONGEST_TEXT, check_year};
use super::ids::{Id, IdSource, fresh};
use super::objective::Objective;
use super::review::Review;
use super::rule::{Rule, RuleError};
use super::shelf::{Shelved, find};
use super::survey::Survey;

/// A record of a small register: what has to hold before it is written.
pub trait Kept: Shelved {
    /// Its identity.
    type Id: Id;
    /// What it is called in refusals.
    const WHAT: &'static str;
    /// The name of its change in the trail.
    const SAVED: &'static str;
    /// The name of its removal in the trail.
    const REMOVED: &'static str;
    /// Whose task it is.
    const TASK: Task = Task::KeepRegisters;

    /// Gives it an identity.
    fn set_id(&mut self, id: Self::Id);
    /// Its texts with the names of their fields.
    fn texts(&self) -> Vec<(&'static str, &String)>;
    /// Dates of what has happened, which do not lie in the future.
    fn facts(&self) -> Vec<Option<NaiveDate>>;
    /// What else has to hold.
    ///
    /// # Errors
    /// A rule of its own.
    fn check(&self, book: &dyn Book) -> Result<(), RuleError>;
    /// Gives what it contains an identity where it has none.
    fn complete(&mut self, _ids: &mut dyn IdSource) {}
}

/// Adds a record (`at` is none), or changes the one of that identity and revision.
///
/// # Errors
/// Another role does this; changed meanwhile; a text too long; a date out of range or in the future; a rule of its
/// own.
pub fn save<T: Kept>(
    book: &dyn Book,
    at: Option<(T::Id, u32)>,
    mut record: T,
    moment: &mut Moment<'_>,
) -> Result<(T::Id, ChangeSet), RuleError> {
    permit(book, T::TASK, moment)?;
    let id = match at {
        Some((id, _)) => id,
        None => fresh(moment.ids),
    };
    record.set_id(id);
    check(book, &record, moment.today)?;
    record.complete(moment.ids);
    let change = match at {
        None => Change::create(&record.into_record())?,
        Some((id, revision)) => {
            let (before, stands) = find::<T>(book, id).ok_or(RuleError::NotFound { what: T::WHAT })?;
            if stands != revision {
                return Err(RuleError::Stale { what: T::WHAT });
            }
            Change::replace(&before.clone().into_record(), revision, &record.into_record())?
        }
    };
    Ok((id, ChangeSet::of(moment, T::SAVED, None, vec![change])))
}

/// What has to hold of a record before it is written, whichever way it comes.
///
/// # Errors
/// See [`save`].
pub fn check<T: Kept>(book: &dyn Book, record: &T, today: NaiveDate) -> Result<(), RuleError> {
    let long = record.texts().into_iter().find(|(_, text)| text.chars().count() > LONGEST_TEXT);
    if let Some((field, _)) = long {
        return Err(RuleError::with(Rule::TextTooLong, "field", field));
    }
    for on in record.facts().into_iter().flatten() {
        check_year(on)?;
        if on > today {
            return Err(RuleError::with(Rule::DateInFuture, "date", on.to_string()));
        }
    }
    record.check(book)
}

/// Takes a record out; it can be brought back.
///
/// # Errors
/// Another role does this, or it was changed meanwhile.
pub fn remove<T: Kept>(
    book: &dyn Book,
    id: T::Id,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, T::TASK, moment)?;
    let (before, stands) = find::<T>(book, id).ok_or(RuleError::NotFound { what: T::WHAT })?;
    if stands != revision {
        return Err(RuleError::Stale { what: T::WHAT });
    }
    let change = Change::remove(&before.clone().into_record(), revision)?;
    Ok(ChangeSet::of(moment, T::REMOVED, None, vec![change]))
}

/// Brings a removed record back.
///
/// # Errors
/// Another role does this; nothing of that identity was taken out; what has to hold of it holds no more.
pub fn restore<T: Kept>(book: &dyn Book, id: T::Id, moment: &Moment<'_>) -> Result<ChangeSet, RuleError> {
    permit(book, T::TASK, moment)?;
    let (record, revision) = super::book::removed_record(book, T::KIND, id, T::WHAT)?;
    if let Some(own) = T::of(&record) {
        check(book, own, moment.today)?;
    }
    let mut change = Change::create(&record)?;
    change.expected = revision;
    Ok(ChangeSet::of(moment, T::SAVED, None, vec![change]))
}

fn named(field: &'static str, text: &str) -> Result<(), RuleError> {
    if text.trim().is_empty() { Err(RuleError::with(Rule::EmptyName, "field", field)) } else { Ok(()) }
}

fn not_before(later: Option<NaiveDate>, earlier: NaiveDate) -> Result<(), RuleError> {
    match later {
        Some(on) if on < earlier => Err(RuleError::with(Rule::DateGoesBack, "date", earlier.to_string())),
        Some(_) | None => Ok(()),
    }
}

impl Kept for Complaint {
    type Id = super::ids::ComplaintId;
    const WHAT: &'static str = "complaint";
    const SAVED: &'static str = "complaint_saved";
    const REMOVED: &'static str = "complaint_removed";

    fn set_id(&mut self, id: Self::Id) {
        self.id = id;
    }

    fn texts(&self) -> Vec<(&'static str, &String)> {
        vec![
            ("reference", &self.reference),
            ("subject", &self.subject),
            ("decision", &self.decision),
            ("no_case_reason", &self.no_case_reason),
            ("note", &self.note),
        ]
    }

    fn facts(&self) -> Vec<Option<NaiveDate>> {
        vec![Some(self.received_on), self.answered_on, self.notice_on]
    }

    fn check(&self, _book: &dyn Book) -> Result<(), RuleError> {
        named("subject", &self.subject)?;
        not_before(self.answered_on, self.received_on)?;
        not_before(self.notice_on, self.received_on)?;
        not_before(self.notice_until, self.received_on)?;
        self.notice_until.map_or(Ok(()), check_year)
    }
}

impl Kept for Objective {
    type Id = super::ids::ObjectiveId;
    const WHAT: &'static str = "objective";
    const SAVED: &'static str = "objective_saved";
    const REMOVED: &'static str = "objective_removed";

    fn set_id(&mut self, id: Self::Id) {
        self.id = id;
    }

    fn texts(&self) -> Vec<(&'static str, &String)> {
        vec![
            ("text", &self.text),
            ("measure", &self.measure),
            ("baseline", &self.baseline),
            ("target", &self.target),
            ("result", &self.result),
            ("no_case_reason", &self.no_case_reason),
        ]
    }

    fn facts(&self) -> Vec<Option<NaiveDate>> {
        vec![self.approved_on, self.reviewed_on]
    }

    fn check(&self, _book: &dyn Book) -> Result<(), RuleError> {
        let first = NaiveDate::from_ymd_opt(self.year, 1, 1);
        check_year(first.ok_or(RuleError::refused(Rule::DateOutOfRange))?)?;
        named("text", &self.text)
    }
}

impl Kept for Survey {
    type Id = super::ids::SurveyId;
    const WHAT: &'static str = "survey";
    const SAVED: &'static str = "survey_saved";
    const REMOVED: &'static str = "survey_removed";

    fn set_id(&mut self, id: Self::Id) {
        self.id = id;
    }

    fn texts(&self) -> Vec<(&'static str, &String)> {
        vec![("name", &self.name), ("findings", &self.findings), ("no_case_reason", &self.no_case_reason)]
    }

    fn facts(&self) -> Vec<Option<NaiveDate>> {
        vec![Some(self.held_on), self.report_on]
    }

    fn check(&self, _book: &dyn Book) -> Result<(), RuleError> {
        named("name", &self.name)?;
        let beyond = |score: Option<u32>| score.zip(self.scale).is_some_and(|(score, best)| score > best);
        if beyond(self.score) || beyond(self.target) {
            return Err(RuleError::refused(Rule::ScoreBeyondScale));
        }
        not_before(self.report_on, self.held_on)
    }
}

impl Kept for Review {
    type Id = super::ids::ReviewId;
    const WHAT: &'static str = "review";
    const SAVED: &'static str = "review_saved";
    const REMOVED: &'static str = "review_removed";

    fn set_id(&mut self, id: Self::Id) {
        self.id = id;
    }

    fn texts(&self) -> Vec<(&'static str, &String)> {
        let own = [("participants", &self.participants), ("minutes", &self.minutes), ("note", &self.note)];
        let inputs = self.inputs.iter().map(|input| ("summary", &input.summary));
        let decisions = self.decisions.iter().flat_map(|decision| {
            [("decision", &decision.text), ("no_case_reason", &decision.no_case_reason)]
        });
        own.into_iter().chain(inputs).chain(decisions).collect()
    }

    fn facts(&self) -> Vec<Option<NaiveDate>> {
        vec![self.held.then_some(self.on)]
    }

    fn check(&self, _book: &dyn Book) -> Result<(), RuleError> {
        check_year(self.on)?;
        for decision in &self.decisions {
            named("decision", &decision.text)?;
            decision.due_on.map_or(Ok(()), check_year)?;
        }
        Ok(())
    }

    fn complete(&mut self, ids: &mut dyn IdSource) {
        for decision in self.decisions.iter_mut().filter(|decision| decision.id.uuid().is_nil()) {
            decision.id = fresh(ids);
        }
    }
}
