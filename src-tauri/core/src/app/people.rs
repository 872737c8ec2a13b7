//! People who sign in: their passwords lie outside the book, what they may do inside it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{App, AppError};
use crate::access::{Access, AccessError};
use crate::domain::acting::{Acting, needs_sign_in};
use crate::domain::change::Actor;
use crate::domain::ids::{PersonId, PostId, ProcessId};
use crate::domain::organise::{self, PostForm, ProcessForm};
use crate::domain::password;
use crate::domain::people::{self, PersonForm};
use crate::domain::person::Person;
use crate::domain::rule::{Rule, RuleError};
use crate::register::Register;

/// Whose login and password these are.
///
/// # Errors
/// A wrong login or password, told as one; too many failures, with the seconds to wait.
pub(super) fn identify(
    register: &Register,
    access: &Access,
    login: &str,
    password: &str,
    now: DateTime<Utc>,
) -> Result<PersonId, AppError> {
    let known = people::by_login(register, login).filter(|person| person.signs_in());
    let Some(person) = known.map(|person| person.id) else {
        // The same work as for a known login, so that the time tells nothing.
        access.check_unknown(password);
        return Err(AccessError::WrongPassword.into());
    };
    check_password(register, access, person, password, now)?;
    Ok(person)
}

fn check_password(
    register: &Register,
    access: &Access,
    id: PersonId,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let person = register.person(id).map(|stood| &stood.record);
    let commitment = person.and_then(|person| person.credential.as_deref());
    let commitment = commitment.ok_or(RuleError::refused(Rule::SignInNeeded))?;
    Ok(access.check(id, commitment, password, now)?)
}

/// A person who signed in, as the trail names them.
pub(super) fn actor_of(register: &Register, id: PersonId, today: NaiveDate) -> Option<Actor> {
    let person = register.person(id).map(|stood| &stood.record)?;
    let mut actor = Actor { person: Some(id), ..Actor::named(&person.name, "") };
    let role = Acting::of(register, &actor, today).map(|acting| acting.first_role());
    actor.role = role.map(|role| role.code().to_string()).unwrap_or_default();
    Some(actor)
}

impl App {
    /// Whether somebody has to sign in before anything is asked or done.
    pub fn is_locked(&self) -> bool {
        needs_sign_in(&self.register) && self.acting().is_err()
    }

    /// Whether people sign in at all.
    pub fn has_sign_in(&self) -> bool {
        needs_sign_in(&self.register)
    }

    /// The person who is signed in.
    pub fn signed_in(&self) -> Option<&Person> {
        let person = self.actor.person.and_then(|id| self.register.person(id));
        person.map(|stood| &stood.record).filter(|person| person.signs_in())
    }

    /// Signs somebody in.
    ///
    /// # Errors
    /// A wrong login or password, told as one; too many failures, with the seconds to wait.
    pub fn sign_in(&mut self, login: &str, password: &str) -> Result<(), AppError> {
        let person = identify(&self.register, self.access()?, login, password, self.clock.now())?;
        self.act_as(person);
        Ok(())
    }

    /// Lets go of whoever is signed in.
    pub fn sign_out(&mut self) {
        self.actor = Actor::representative();
    }

    fn act_as(&mut self, id: PersonId) {
        if let Some(actor) = actor_of(&self.register, id, self.today()) {
            self.actor = actor;
        }
    }

    /// Whether that is the person's password.
    ///
    /// # Errors
    /// A wrong one, or too many failures.
    pub fn check_password(&self, id: PersonId, password: &str) -> Result<(), AppError> {
        check_password(&self.register, self.access()?, id, password, self.clock.now())
    }

    /// Adds or changes a person, with a new password where one is given. The first one who gets a password is the
    /// one at the desk, and is signed in from then on.
    ///
    /// # Errors
    /// See [`people::save`]; also a weak password.
    pub fn save_person(&mut self, form: PersonForm, new: Option<&str>) -> Result<PersonId, AppError> {
        let mut form = form;
        let made = match new {
            Some(new) => {
                password::check(new, &form.login, &form.name).map_err(AppError::Password)?;
                let made = Access::make(new)?;
                form.credential = Some(made.commitment.clone());
                Some(made)
            }
            None => None,
        };
        let first = !self.has_sign_in();
        let (id, set) = self.ask(|register, moment| people::save(register, form, moment))?;
        if let Some(made) = &made {
            // The password first: a person in the book whose password was lost could not sign in.
            self.access()?.keep(id, made)?;
        }
        self.commit(&set)?;
        let first_at_the_desk = first && self.has_sign_in();
        if first_at_the_desk || self.actor.person == Some(id) {
            self.act_as(id);
        }
        Ok(id)
    }

    /// Gives somebody another password; one's own with the old one.
    ///
    /// # Errors
    /// See [`people::set_credential`]; also a weak password, or a wrong old one.
    pub fn set_password(&mut self, id: PersonId, old: Option<&str>, new: &str) -> Result<(), AppError> {
        if self.actor.person == Some(id) {
            self.check_password(id, old.unwrap_or_default())?;
        }
        let person = self.register.person(id).map(|stood| stood.record.clone());
        let person = person.ok_or(RuleError::NotFound { what: "person" })?;
        password::check(new, &person.login, &person.name).map_err(AppError::Password)?;
        let made = Access::make(new)?;
        let commitment = made.commitment.clone();
        let set = self.ask(|register, moment| people::set_credential(register, id, commitment, moment))?;
        self.access()?.keep(id, &made)?;
        self.commit(&set).map(drop)
    }

    /// Adds or changes a post.
    ///
    /// # Errors
    /// See [`organise::save_post`].
    pub fn save_post(&mut self, form: PostForm) -> Result<PostId, AppError> {
        let (id, set) = self.ask(|register, moment| organise::save_post(register, form, moment))?;
        self.commit(&set)?;
        Ok(id)
    }

    /// Takes a post out.
    ///
    /// # Errors
    /// See [`organise::remove_post`].
    pub fn remove_post(&mut self, id: PostId, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| organise::remove_post(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }

    /// Adds or changes a process.
    ///
    /// # Errors
    /// See [`organise::save_process`].
    pub fn save_process(&mut self, form: ProcessForm) -> Result<ProcessId, AppError> {
        let (id, set) = self.ask(|register, moment| organise::save_process(register, form, moment))?;
        self.commit(&set)?;
        Ok(id)
    }

    /// Takes a process out.
    ///
    /// # Errors
    /// See [`organise::remove_process`].
    pub fn remove_process(&mut self, id: ProcessId, revision: u32) -> Result<(), AppError> {
        let set = self.ask(|register, moment| organise::remove_process(register, id, revision, moment))?;
        self.commit(&set).map(drop)
    }
}
