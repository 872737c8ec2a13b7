//! People, posts and processes as the settings show them.

use capa_core::domain::ids::{DepartmentId, PersonId, PostId, ProcessId};
use capa_core::domain::organise::{PostForm, ProcessForm};
use capa_core::domain::people::PersonForm;
use capa_core::domain::person::{Person, Role};
use capa_core::register::query::polish_order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::choices::PostRef;

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    pub id: String,
    pub revision: u32,
    pub name: String,
    pub login: String,
    pub posts: Vec<PostRef>,
    pub active: bool,
    /// Whether they have a password.
    pub signs_in: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct PostView {
    pub id: String,
    pub revision: u32,
    pub name: String,
    pub department: Option<String>,
    #[ts(type = "Role[]")]
    pub roles: Vec<Role>,
}

#[derive(Debug, Serialize, TS)]
pub struct ProcessView {
    pub id: String,
    pub revision: u32,
    pub code: String,
    pub name: String,
    pub owner: Option<String>,
    pub department: Option<String>,
    pub measure: String,
}

/// Who works at the office and what for.
#[derive(Debug, Serialize, TS)]
pub struct PeopleView {
    pub people: Vec<PersonView>,
    pub posts: Vec<PostView>,
    pub processes: Vec<ProcessView>,
}

/// Who is signed in.
#[derive(Debug, Serialize, TS)]
pub struct SignedIn {
    pub id: String,
    pub name: String,
    pub login: String,
    pub posts: Vec<PostRef>,
    #[ts(type = "Role[]")]
    pub roles: Vec<Role>,
}

#[derive(Deserialize, TS)]
pub struct SignIn {
    pub login: String,
    pub password: String,
}

#[derive(Deserialize, TS)]
pub struct SavePerson {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub name: String,
    pub login: String,
    pub posts: Vec<Uuid>,
    pub active: bool,
    /// Null leaves the password as it is.
    pub password: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct SetPassword {
    pub id: Uuid,
    /// One's own is changed with the old one.
    pub old: Option<String>,
    pub new: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct SavePost {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub name: String,
    pub department: Option<Uuid>,
    #[ts(type = "Role[]")]
    pub roles: Vec<Role>,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveProcess {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub code: String,
    pub name: String,
    pub owner: Option<Uuid>,
    pub department: Option<Uuid>,
    pub measure: String,
}

impl SavePerson {
    /// The form as the rule takes it.
    pub fn form(&self) -> PersonForm {
        PersonForm {
            id: self.id.map(PersonId),
            revision: self.revision,
            name: self.name.clone(),
            login: self.login.clone(),
            posts: self.posts.iter().copied().map(PostId).collect(),
            active: self.active,
            credential: None,
        }
    }
}

impl SavePost {
    /// The form as the rule takes it.
    pub fn into_form(self) -> PostForm {
        PostForm {
            id: self.id.map(PostId),
            revision: self.revision,
            name: self.name,
            department: self.department.map(DepartmentId),
            roles: self.roles,
        }
    }
}

impl SaveProcess {
    /// The form as the rule takes it.
    pub fn into_form(self) -> ProcessForm {
        ProcessForm {
            id: self.id.map(ProcessId),
            revision: self.revision,
            code: self.code,
            name: self.name,
            owner: self.owner.map(PostId),
            department: self.department.map(DepartmentId),
            measure: self.measure,
        }
    }
}

/// The posts of a person, by name.
fn posts(person: &Person, shown: &Shown<'_>) -> Vec<PostRef> {
    let named = person.posts.iter().filter_map(|id| Some((id, shown.post(Some(*id))?)));
    named.map(|(id, name)| PostRef { id: id.to_string(), name }).collect()
}

impl SignedIn {
    /// Who is signed in, with the roles of the posts held.
    pub fn of(person: &Person, shown: &Shown<'_>) -> Self {
        let held = person.posts.iter().filter_map(|id| shown.register.post(*id));
        let mut roles: Vec<Role> = held.flat_map(|post| post.roles.iter().copied()).collect();
        roles.sort_unstable();
        roles.dedup();
        Self {
            id: person.id.to_string(),
            name: person.name.clone(),
            login: person.login.clone(),
            posts: posts(person, shown),
            roles,
        }
    }
}

impl PeopleView {
    /// Everybody, by name in Polish order; processes by symbol.
    pub fn of(shown: &Shown<'_>) -> Self {
        let book = shown.register;
        let mut people: Vec<PersonView> = book
            .people()
            .map(|stood| PersonView {
                id: stood.record.id.to_string(),
                revision: stood.revision,
                name: stood.record.name.clone(),
                login: stood.record.login.clone(),
                posts: posts(&stood.record, shown),
                active: stood.record.active,
                signs_in: stood.record.signs_in(),
            })
            .collect();
        people.sort_by(|a, b| polish_order(&a.name, &b.name));
        let mut all: Vec<PostView> = book
            .posts()
            .map(|stood| PostView {
                id: stood.record.id.to_string(),
                revision: stood.revision,
                name: shown.text(&stood.record.name),
                department: stood.record.department.map(|id| id.to_string()),
                roles: stood.record.roles.clone(),
            })
            .collect();
        all.sort_by(|a, b| polish_order(&a.name, &b.name));
        let mut processes: Vec<ProcessView> = book
            .processes()
            .map(|stood| ProcessView {
                id: stood.record.id.to_string(),
                revision: stood.revision,
                code: stood.record.code.clone(),
                name: shown.text(&stood.record.name),
                owner: stood.record.owner.map(|id| id.to_string()),
                department: stood.record.department.map(|id| id.to_string()),
                measure: shown.text(&stood.record.measure),
            })
            .collect();
        processes.sort_by(|a, b| a.code.cmp(&b.code));
        Self { people, posts: all, processes }
    }
}
