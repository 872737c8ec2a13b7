//! People who sign in: added, changed, given a password, shut out.

use super::acting::{Acting, Task, permit, signing_in};
use super::book::Book;
use super::change::{Change, ChangeSet, Moment, Record};
use super::ids::{PersonId, PostId, fresh};
use super::office::Post;
use super::person::{Person, Role};
use super::rule::{Rule, RuleError};

/// A person as a form holds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonForm {
    /// The person; without one, a new one.
    pub id: Option<PersonId>,
    /// The revision that was seen; 0 for a new one.
    pub revision: u32,
    /// Name.
    pub name: String,
    /// Login.
    pub login: String,
    /// Posts held.
    pub posts: Vec<PostId>,
    /// Whether they still work with the book.
    pub active: bool,
    /// The commitment to a new password; none leaves it as it is.
    pub credential: Option<String>,
}

/// Adds or changes a person.
///
/// # Errors
/// Not the representative's wish; no name, a bad or taken login, no post; the first one who signs in is no
/// representative; nobody would be left who is.
pub fn save(
    book: &dyn Book,
    form: PersonForm,
    moment: &mut Moment<'_>,
) -> Result<(PersonId, ChangeSet), RuleError> {
    permit(book, Task::ManagePeople, moment)?;
    let before = match form.id {
        Some(id) => Some(person_at(book, id, form.revision)?),
        None => None,
    };
    check(book, &form)?;
    let id = match form.id {
        Some(id) => id,
        None => fresh(moment.ids),
    };
    let same = before.map(|person| (person.credential.clone(), person.credential_on)).unwrap_or_default();
    let (credential, credential_on) = match form.credential {
        Some(new) => (Some(new), Some(moment.today)),
        None => same,
    };
    let after = Person {
        id,
        name: form.name.trim().to_string(),
        login: form.login.trim().to_string(),
        posts: form.posts,
        active: form.active,
        credential,
        credential_on,
    };
    check_representative(book, &after)?;
    let record = Record::Person(after);
    let (change, what) = match before {
        Some(before) => {
            (Change::replace(&Record::Person(before.clone()), form.revision, &record)?, "person_saved")
        }
        None => (Change::create(&record)?, "person_added"),
    };
    Ok((id, ChangeSet::of(moment, what, None, vec![change])))
}

/// Gives somebody another password: everybody their own, the representative everybody's, the Coordinator the
/// representative's.
///
/// # Errors
/// No such person, or somebody else's.
pub fn set_credential(
    book: &dyn Book,
    id: PersonId,
    credential: String,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    let (before, revision) = book.person(id).ok_or(RuleError::NotFound { what: "person" })?;
    let acting = Acting::at(book, moment)?;
    let theirs_is_p = holds(book, &before.posts, Role::Representative);
    let may = acting.person == Some(id)
        || acting.is(Role::Representative)
        || (acting.is(Role::Coordinator) && theirs_is_p);
    if !may {
        return Err(RuleError::with(
            Rule::RoleForbidden,
            "needs",
            super::acting::roles(&[Role::Representative]),
        ));
    }
    let after = Person { credential: Some(credential), credential_on: Some(moment.today), ..before.clone() };
    check_representative(book, &after)?;
    let change = Change::replace(&Record::Person(before.clone()), revision, &Record::Person(after))?;
    Ok(ChangeSet::of(moment, "password_set", None, vec![change]))
}

fn person_at(book: &dyn Book, id: PersonId, revision: u32) -> Result<&Person, RuleError> {
    let (person, stands) = book.person(id).ok_or(RuleError::NotFound { what: "person" })?;
    if stands == revision { Ok(person) } else { Err(RuleError::Stale { what: "person" }) }
}

fn check(book: &dyn Book, form: &PersonForm) -> Result<(), RuleError> {
    if form.name.trim().is_empty() {
        return Err(RuleError::with(Rule::EmptyName, "field", "name"));
    }
    let login = form.login.trim();
    let fits = |c: char| c.is_alphanumeric() || ".-_".contains(c);
    if !(2..=40).contains(&login.chars().count()) || !login.chars().all(fits) {
        return Err(RuleError::refused(Rule::BadLogin));
    }
    let taken = by_login(book, login).is_some_and(|other| Some(other.id) != form.id);
    if taken {
        return Err(RuleError::with(Rule::LoginTaken, "login", login));
    }
    if form.posts.is_empty() {
        return Err(RuleError::refused(Rule::PostNeeded));
    }
    if form.posts.iter().any(|post| book.post(*post).is_none()) {
        return Err(RuleError::NotFound { what: "post" });
    }
    Ok(())
}

/// Once anybody signs in, somebody who does is the representative: else nobody could mend anything.
fn check_representative(book: &dyn Book, after: &Person) -> Result<(), RuleError> {
    let others = signing_in(book).filter(|person| person.id != after.id).count();
    if others == 0 && !after.signs_in() {
        return Ok(());
    }
    let leads = |person: &Person| person.signs_in() && holds(book, &person.posts, Role::Representative);
    let stays = leads(after) || signing_in(book).any(|person| person.id != after.id && leads(person));
    if stays {
        return Ok(());
    }
    let rule = if others == 0 { Rule::FirstIsRepresentative } else { Rule::LastRepresentative };
    Err(RuleError::refused(rule))
}

/// Taking the role of the representative from a post must not leave the book without one who signs in.
pub(super) fn keeps_representative(book: &dyn Book, after: &Post) -> Result<(), RuleError> {
    let leads = |id: &PostId| {
        if *id == after.id {
            after.roles.contains(&Role::Representative)
        } else {
            holds(book, &[*id], Role::Representative)
        }
    };
    let mut people = signing_in(book).peekable();
    if people.peek().is_none() || people.any(|person| person.posts.iter().any(leads)) {
        return Ok(());
    }
    Err(RuleError::refused(Rule::LastRepresentative))
}

fn holds(book: &dyn Book, posts: &[PostId], role: Role) -> bool {
    posts.iter().filter_map(|id| book.post(*id)).any(|(post, _)| post.roles.contains(&role))
}

/// The person of that login, capitals apart.
pub fn by_login<'a>(book: &'a dyn Book, login: &str) -> Option<&'a Person> {
    let wanted = login.trim().to_lowercase();
    book.people().map(|(person, _)| person).find(|person| person.login.to_lowercase() == wanted)
}
