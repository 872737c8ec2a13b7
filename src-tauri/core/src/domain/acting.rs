//! Who acts: looked up in the book from the actor of the moment, never taken from what a form says.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::action::Action;
use super::book::Book;
use super::case::Case;
use super::change::{Actor, Moment, RecordedFor};
use super::ids::{DepartmentId, PersonId, PostId};
use super::office::Post;
use super::person::{Person, Role, Signer};
use super::rule::{Rule, RuleError};

/// What somebody is to a case: the column "who" of the table of moves (see [`super::moves`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capacity {
    /// Z: anybody at the office.
    Anyone,
    /// R: holds the post that owns the action.
    Performer,
    /// W: owns the case or its process, or heads the unit concerned; for an action also the head of its owner's
    /// unit.
    Head,
    /// P: the Representative.
    Representative,
    /// A: an internal auditor.
    Auditor,
    /// K: the Coordinator.
    Coordinator,
    /// S: top management.
    TopManagement,
}

impl Capacity {
    /// The letter that the field's tables use.
    pub fn letter(self) -> char {
        match self {
            Self::Anyone => 'Z',
            Self::Performer => 'R',
            Self::Head => 'W',
            Self::Representative => 'P',
            Self::Auditor => 'A',
            Self::Coordinator => 'K',
            Self::TopManagement => 'S',
        }
    }
}

/// Somebody who acts, with everything that rules ask about him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// As shown to people.
    pub name: String,
    /// What the posts may do.
    pub roles: BTreeSet<Role>,
    /// The posts held.
    pub posts: Vec<PostId>,
    /// The units of those posts.
    pub departments: BTreeSet<DepartmentId>,
    /// The person, where people sign in.
    pub person: Option<PersonId>,
    /// Nobody else signs in: she may record what a post decided on paper.
    pub alone: bool,
    /// The post whose decision is recorded.
    pub recorded_for: Option<RecordedFor>,
    /// The password was asked again for this act, or nobody has one.
    pub signed_off: bool,
    /// The day of the decision: of the paper, else today.
    pub on: NaiveDate,
    /// What is recorded is another one's decision.
    holds_the_pen: bool,
    today: NaiveDate,
}

/// The people who can sign in.
pub fn signing_in(book: &dyn Book) -> impl Iterator<Item = &Person> {
    book.people().map(|(person, _)| person).filter(|person| person.signs_in())
}

/// Whether somebody has a password: from then on nobody acts without one.
pub fn needs_sign_in(book: &dyn Book) -> bool {
    signing_in(book).next().is_some()
}

/// Whether at most one person signs in, so that she records for the others.
pub fn is_alone(book: &dyn Book) -> bool {
    signing_in(book).nth(1).is_none()
}

impl Acting {
    /// Looks up who acts at that moment.
    ///
    /// # Errors
    /// Nobody signed in where people do; the person was shut out since; a decision is recorded for a post that
    /// is not there, on a day to come, or while others sign in for themselves.
    pub fn at(book: &dyn Book, moment: &Moment<'_>) -> Result<Self, RuleError> {
        Self::of(book, &moment.actor, moment.today)
    }

    /// Looks up who an actor is on that day.
    ///
    /// # Errors
    /// See [`Acting::at`].
    pub fn of(book: &dyn Book, actor: &Actor, today: NaiveDate) -> Result<Self, RuleError> {
        let own = match actor.person {
            Some(id) => Self::person(book, id, actor, today)?,
            None if needs_sign_in(book) => return Err(RuleError::refused(Rule::SignInNeeded)),
            None => Self::representative(book, today),
        };
        match &actor.recorded_for {
            None => Ok(own),
            Some(recorded) => own.recording(book, recorded),
        }
    }

    fn person(book: &dyn Book, id: PersonId, actor: &Actor, today: NaiveDate) -> Result<Self, RuleError> {
        let person = book.person(id).map(|(person, _)| person).filter(|person| person.signs_in());
        let person = person.ok_or(RuleError::refused(Rule::SignInNeeded))?;
        let mut acting = Self::holding(book, &person.posts, today);
        if acting.name.is_empty() {
            acting.name.clone_from(&person.name);
        } else {
            acting.name = format!("{}, {}", person.name, acting.name);
        }
        acting.person = Some(id);
        acting.signed_off = actor.signed_off;
        Ok(acting)
    }

    /// The one person of a folder without sign-in.
    fn representative(book: &dyn Book, today: NaiveDate) -> Self {
        let posts = book.posts().filter(|(post, _)| post.roles.contains(&Role::Representative));
        let posts: Vec<PostId> = posts.map(|(post, _)| post.id).collect();
        let mut acting = Self::holding(book, &posts, today);
        if acting.name.is_empty() {
            acting.name = Actor::representative().name;
        }
        acting.roles.insert(Role::Representative);
        acting
    }

    /// Somebody who holds these posts and nothing else.
    fn holding(book: &dyn Book, posts: &[PostId], today: NaiveDate) -> Self {
        let held: Vec<&Post> = posts.iter().filter_map(|id| book.post(*id)).map(|(post, _)| post).collect();
        Self {
            name: held.first().map(|post| post.name.clone()).unwrap_or_default(),
            roles: held.iter().flat_map(|post| post.roles.iter().copied()).collect(),
            posts: posts.to_vec(),
            departments: held.iter().filter_map(|post| post.department).collect(),
            person: None,
            alone: is_alone(book),
            recorded_for: None,
            signed_off: true,
            on: today,
            holds_the_pen: false,
            today,
        }
    }

    fn recording(self, book: &dyn Book, recorded: &RecordedFor) -> Result<Self, RuleError> {
        if !self.alone || !self.is(Role::Representative) {
            return Err(RuleError::refused(Rule::RecordsForOthers));
        }
        if recorded.on > self.today {
            return Err(RuleError::with(Rule::DateInFuture, "date", recorded.on.to_string()));
        }
        let (post, _) = book.post(recorded.post).ok_or(RuleError::NotFound { what: "post" })?;
        Ok(self.as_post(book, post, recorded.on, &recorded.document))
    }

    /// The same moment, with that post deciding on paper. Where it is one of her own she decides herself, and
    /// everything else that she holds counts too.
    fn as_post(&self, book: &dyn Book, post: &Post, on: NaiveDate, document: &str) -> Self {
        let recorded =
            RecordedFor { post: post.id, name: post.name.clone(), on, document: document.to_string() };
        let hers = self.holds(Some(post.id));
        let posts = if hers { self.posts.clone() } else { vec![post.id] };
        Self {
            name: post.name.clone(),
            person: self.person,
            signed_off: self.signed_off,
            on,
            recorded_for: Some(recorded),
            holds_the_pen: !hers,
            ..Self::holding(book, &posts, self.today)
        }
    }

    /// The same moment as it would be if that post had decided today.
    pub fn standing_in(&self, book: &dyn Book, post: PostId) -> Option<Self> {
        let (post, _) = book.post(post)?;
        (self.alone && self.recorded_for.is_none() && self.is(Role::Representative))
            .then(|| self.as_post(book, post, self.today, ""))
    }

    /// The day that counts against a date: of the paper where another post decided, else today. Her own decision
    /// is as old as its entry in the book.
    pub fn decided_on(&self) -> NaiveDate {
        if self.holds_the_pen { self.on } else { self.today }
    }

    /// Whether a post held has that role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// The role that decides most, for the trail.
    pub fn first_role(&self) -> Role {
        self.roles.first().copied().unwrap_or(Role::Reporter)
    }

    /// Whether one of the posts held is that one.
    pub fn holds(&self, post: Option<PostId>) -> bool {
        post.is_some_and(|post| self.posts.contains(&post))
    }

    /// Whether somebody stands in that capacity to a case and, where one is meant, to its action.
    pub fn stands(&self, book: &dyn Book, capacity: Capacity, case: &Case, action: Option<&Action>) -> bool {
        match capacity {
            Capacity::Anyone => true,
            Capacity::Performer => action.is_some_and(|action| self.holds(action.owner)),
            Capacity::Head => self.heads(book, case, action),
            Capacity::Representative => self.is(Role::Representative),
            Capacity::Auditor => self.is(Role::InternalAuditor),
            Capacity::Coordinator => self.is(Role::Coordinator),
            Capacity::TopManagement => self.is(Role::TopManagement),
        }
    }

    fn heads(&self, book: &dyn Book, case: &Case, action: Option<&Action>) -> bool {
        let process = case.process.and_then(|id| book.process(id)).and_then(|(process, _)| process.owner);
        let unit = action
            .and_then(|action| action.owner)
            .and_then(|id| book.post(id))
            .and_then(|(post, _)| post.department);
        let heads = |unit: Option<DepartmentId>| {
            self.is(Role::DepartmentHead) && unit.is_some_and(|unit| self.departments.contains(&unit))
        };
        self.holds(case.owner) || self.holds(process) || heads(case.department) || heads(unit)
    }

    /// Whether somebody owns an action of the case that was not given up, or marked it as done: then he neither
    /// verifies nor judges it.
    pub fn owns_an_action(&self, case: &Case) -> bool {
        let actions = case.actions.iter().filter(|action| action.cancelled_reason.is_none());
        let signer = self.signer();
        actions.into_iter().any(|action| {
            self.holds(action.owner) || action.carried_out.iter().any(|done| done.is_same(&signer))
        })
    }

    /// What later rules must know about who decided.
    pub fn signer(&self) -> Signer {
        let paper = self.recorded_for.as_ref();
        Signer {
            posts: self.posts.clone(),
            // She only holds the pen: the decision is the post's, unless the post is hers.
            person: if self.holds_the_pen { None } else { self.person },
            document: paper.map(|paper| paper.document.clone()),
            recorded_on: paper.map(|_| self.today),
        }
    }
}

/// A task of the office that is no move of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// Writing, saving, discarding and bringing back drafts; marking reminders as read.
    Report,
    /// Settings, units, posts, processes.
    ManageOffice,
    /// People and their passwords.
    ManagePeople,
    /// Bringing registers in and taking them back.
    Import,
    /// Certificates and audits.
    Certify,
    /// Reminding somebody by hand.
    Remind,
    /// Programmes, question lists, auditors, and what internal audits find.
    Audit,
    /// Complaints, objectives, surveys and management reviews.
    KeepRegisters,
    /// The monitoring of the yearly programme of actions.
    Monitor,
    /// Approving a yearly programme.
    ApproveProgramme,
    /// Confirming readiness checks, adding own ones, keeping runs.
    Confirm,
    /// Signing a kept run of the readiness checklist.
    SignRun,
}

impl Task {
    /// All tasks.
    pub const ALL: [Self; 12] = [
        Self::Report,
        Self::ManageOffice,
        Self::ManagePeople,
        Self::Import,
        Self::Certify,
        Self::Remind,
        Self::Audit,
        Self::KeepRegisters,
        Self::Monitor,
        Self::ApproveProgramme,
        Self::Confirm,
        Self::SignRun,
    ];

    /// Who may; an empty list stands for anybody.
    pub fn who(self) -> &'static [Role] {
        match self {
            Self::Report => &[],
            Self::ManageOffice | Self::ManagePeople | Self::Import | Self::Remind => &[Role::Representative],
            Self::Certify | Self::Confirm | Self::SignRun => &[Role::Representative, Role::Coordinator],
            Self::Audit => &[Role::Representative, Role::Coordinator, Role::InternalAuditor],
            Self::KeepRegisters => &[Role::Representative, Role::Coordinator, Role::DepartmentHead],
            Self::Monitor => &[Role::Representative],
            Self::ApproveProgramme => &[Role::TopManagement],
        }
    }
}

/// Whether and how somebody may do a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum May {
    /// In the own name.
    Yes,
    /// By recording what one of these posts decided on paper, while nobody else signs in.
    OnPaper(Vec<PostId>),
    /// Not at all.
    No,
}

/// Whether and how the one who acts may do a task, for screens to show before it is tried.
pub fn may(book: &dyn Book, acting: &Acting, task: Task) -> May {
    may_as(book, acting, task.who())
}

/// [`may`] for what any of these roles does; no role stands for anybody.
pub fn may_as(book: &dyn Book, acting: &Acting, who: &[Role]) -> May {
    if who.is_empty() || who.iter().any(|role| acting.is(*role)) {
        return May::Yes;
    }
    if !acting.alone || !acting.is(Role::Representative) {
        return May::No;
    }
    let decides = |post: &&Post| post.roles.iter().any(|role| who.contains(role));
    let posts: Vec<PostId> = book.posts().map(|(post, _)| post).filter(decides).map(|post| post.id).collect();
    if posts.is_empty() { May::No } else { May::OnPaper(posts) }
}

/// Whether the one who acts may do a task; answers who that is.
///
/// # Errors
/// Nobody signed in where people do, or another role does this.
pub fn permit(book: &dyn Book, task: Task, moment: &Moment<'_>) -> Result<Acting, RuleError> {
    let acting = Acting::at(book, moment)?;
    if task.who().is_empty() || task.who().iter().any(|role| acting.is(*role)) {
        return Ok(acting);
    }
    if acting.alone && acting.recorded_for.is_none() && acting.is(Role::Representative) {
        let decides = |post: &&Post| post.roles.iter().any(|role| task.who().contains(role));
        let post = book.posts().map(|(post, _)| post).find(decides);
        if let Some(post) = post {
            return Err(RuleError::with(Rule::RecordedForNeeded, "post", &post.name));
        }
    }
    Err(RuleError::with(Rule::RoleForbidden, "needs", roles(task.who())))
}

/// [`permit`] for a task that is signed off personally: the password again, where people sign in.
///
/// # Errors
/// See [`permit`]; [`Rule::SignOffNeeded`].
pub fn sign_off(book: &dyn Book, task: Task, moment: &Moment<'_>) -> Result<Acting, RuleError> {
    let acting = permit(book, task, moment)?;
    if acting.signed_off { Ok(acting) } else { Err(RuleError::refused(Rule::SignOffNeeded)) }
}

/// The stable names of roles, for a refusal.
pub(super) fn roles(needed: &[Role]) -> String {
    needed.iter().map(|role| role.code()).collect::<Vec<_>>().join(",")
}
