//! The life of a case: writing on its card, moving it on, what falls to whom.

use chrono::NaiveDate;

use super::{App, AppError};
use crate::domain::acting::Acting;
use crate::domain::change::{Actor, Moment, RecordedFor};
use crate::domain::deliver;
use crate::domain::draft::DraftForm;
use crate::domain::ids::CaseId;
pub use crate::domain::life::Paper;
use crate::domain::life::{self, Step, Wish};
use crate::domain::rule::RuleError;
use crate::domain::tasks::{self, Task};
use crate::domain::write;
use crate::register::Register;

/// How somebody stands behind an act: in his own name, or for a post that decided on paper; with the password again
/// where the act asks for it.
#[derive(Clone, Default)]
pub struct Standing {
    /// The post whose decision on paper is recorded.
    pub recorded_for: Option<Paper>,
    /// The password, for an act that is signed off personally.
    pub password: Option<String>,
}

impl std::fmt::Debug for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Standing").field("recorded_for", &self.recorded_for).finish_non_exhaustive()
    }
}

/// What a move did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The case that goes on where this one proved ineffective, with its number.
    pub follow_up: Option<(CaseId, String)>,
}

/// What became of a wish for many cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyDone {
    /// How many cases were changed.
    pub done: usize,
    /// Those that refused, each with its rule. Nothing was changed when there are any, unless it was asked to leave
    /// them out.
    pub refused: Vec<(CaseId, RuleError)>,
}

impl App {
    /// Who acts now.
    ///
    /// # Errors
    /// Nobody signed in where people do.
    pub fn acting(&self) -> Result<Acting, RuleError> {
        Acting::of(&self.register, &self.actor, self.today())
    }

    /// A decision on paper as the rules take it.
    pub fn recorded(&self, paper: &Paper) -> RecordedFor {
        recorded(&self.register, paper, self.today())
    }

    /// Keeps what was written on a card.
    ///
    /// # Errors
    /// See [`write::save`].
    pub fn write_case(
        &mut self,
        id: CaseId,
        revision: u32,
        form: DraftForm,
        standing: &Standing,
    ) -> Result<(), AppError> {
        let set = self
            .ask_standing(standing, |register, moment| write::save(register, id, revision, form, moment))?;
        self.commit(&set).map(drop)
    }

    /// Makes a move.
    ///
    /// # Errors
    /// See [`life::make`]; also a wrong password.
    pub fn make_move(&mut self, wish: &Wish, standing: &Standing) -> Result<Moved, AppError> {
        let made = self.ask_standing(standing, |register, moment| life::make(register, wish, moment))?;
        self.commit(&made.set)?;
        Ok(Moved { follow_up: made.follow_up })
    }

    /// Makes the same move in many cases: all of them or none, or, where it was asked, those that allow it.
    ///
    /// # Errors
    /// A wrong password, or the store. Refusals are the answer, not an error.
    pub fn make_moves(
        &mut self,
        wishes: &[Wish],
        leave_out: bool,
        standing: &Standing,
    ) -> Result<ManyDone, AppError> {
        let asked = self.ask_standing(standing, |register, moment| {
            Ok::<_, AppError>(match life::make_all(register, wishes, moment) {
                Ok(set) => (Some(set), Vec::new()),
                Err(refused) => {
                    let stays = |wish: &&Wish| !refused.iter().any(|(id, _)| *id == wish.case);
                    let rest: Vec<Wish> = wishes.iter().filter(stays).cloned().collect();
                    let set = if leave_out { life::make_all(register, &rest, moment).ok() } else { None };
                    (set, refused)
                }
            })
        })?;
        let (set, refused) = asked;
        let done = set.as_ref().map_or(0, |set| set.changes.len());
        if let Some(set) = set {
            self.commit(&set)?;
        }
        Ok(ManyDone { done, refused })
    }

    /// Puts a reminder of open cases into the inbox by hand; how many were new.
    ///
    /// # Errors
    /// See [`deliver::remind`].
    pub fn remind(&mut self, cases: &[(CaseId, u32)]) -> Result<usize, AppError> {
        let set = self.ask(|register, moment| deliver::remind(register, cases, moment))?;
        match set {
            Some(set) => {
                self.commit(&set)?;
                Ok(set.changes.len())
            }
            None => Ok(0),
        }
    }

    /// The steps that fall to whoever acts now.
    ///
    /// # Errors
    /// Nobody signed in where people do.
    pub fn my_tasks(&self) -> Result<Vec<Task>, RuleError> {
        Ok(tasks::of(&self.register, &self.acting()?))
    }

    /// Asks a rule on behalf of somebody who stands behind it in a certain way.
    pub(super) fn ask_standing<T, E: Into<AppError>>(
        &mut self,
        standing: &Standing,
        rule: impl FnOnce(&Register, &mut Moment<'_>) -> Result<T, E>,
    ) -> Result<T, AppError> {
        let signed_off = self.sign_off(standing)?;
        let recorded_for = standing.recorded_for.as_ref().map(|paper| self.recorded(paper));
        let actor = Actor { recorded_for, signed_off, ..self.actor.clone() };
        let own = std::mem::replace(&mut self.actor, actor);
        let asked = self.ask(rule);
        self.actor = own;
        asked.map_err(Into::into)
    }

    /// Whether the password was given again, and is right.
    fn sign_off(&self, standing: &Standing) -> Result<bool, AppError> {
        match (&standing.password, self.actor.person) {
            (Some(password), Some(person)) => self.check_password(person, password).map(|()| true),
            (_, None) | (None, _) => Ok(false),
        }
    }
}

/// A decision on paper as the rules take it; of today, where the paper tells no day.
fn recorded(register: &Register, paper: &Paper, today: NaiveDate) -> RecordedFor {
    let post = register.post(paper.post);
    RecordedFor {
        post: paper.post,
        name: post.map(|post| post.name.clone()).unwrap_or_default(),
        on: paper.on.unwrap_or(today),
        document: paper.document.trim().to_string(),
    }
}

/// Who acts when a book that was only read is asked, for a post that decided on paper where one is given.
///
/// # Errors
/// See [`Acting::of`].
pub fn acting(
    register: &Register,
    actor: &Actor,
    paper: Option<&Paper>,
    today: NaiveDate,
) -> Result<Acting, RuleError> {
    let recorded_for = paper.map(|paper| recorded(register, paper, today));
    Acting::of(register, &Actor { recorded_for, ..actor.clone() }, today)
}

/// A wish for each of the cases at the revision they stand at.
pub fn each(register: &Register, cases: &[CaseId], step: impl Fn() -> Step) -> Vec<Wish> {
    cases
        .iter()
        .filter_map(|id| register.case(*id))
        .map(|stood| Wish { case: stood.record.id, revision: stood.revision, step: step() })
        .collect()
}
