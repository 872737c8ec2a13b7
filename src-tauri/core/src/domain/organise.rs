//! The office: begun once, its settings and departments changed with care.

use std::collections::BTreeSet;

use super::acting::{Task, permit};
use super::book::Book;
use super::certificate::Edition;
use super::change::{Change, ChangeSet, Moment, Record};
use super::ids::{DepartmentId, Id, PostId, ProcessId, fresh};
use super::number::NumberTemplate;
use super::office::{ClosedDay, Department, Office, Post, Process};
use super::person::Role;
use super::rule::{Rule, RuleError};
use super::settings::Settings;
use super::shelf;

/// A department as a form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentForm {
    /// The department; without one, a new one.
    pub id: Option<DepartmentId>,
    /// Symbol.
    pub code: String,
    /// Name.
    pub name: String,
}

/// The office's settings as their form holds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeForm {
    /// The revision the person saw.
    pub revision: u32,
    /// Name.
    pub name: String,
    /// Edition.
    pub edition: Edition,
    /// Number template.
    pub number_template: String,
    /// Departments; one that is left out is removed.
    pub departments: Vec<DepartmentForm>,
    /// Own closed days.
    pub closed_days: Vec<ClosedDay>,
    /// How strict it is and how long steps take.
    pub settings: Settings,
}

/// Begins the book of an office, with the posts that no office is without: each a role and its name.
///
/// # Errors
/// The folder already has an office, or two units share a symbol.
pub fn begin(
    book: &dyn Book,
    name: &str,
    departments: Vec<DepartmentForm>,
    posts: &[(Role, String)],
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    if book.office().is_some() || book.holds_records() {
        return Err(RuleError::refused(Rule::NotEmpty));
    }
    check_departments(&departments)?;
    let office = Office::begun(name.trim().to_string(), moment.today);
    let mut changes = vec![Change::create(&Record::Office(Box::new(office)))?];
    for form in departments {
        changes.push(Change::create(&Record::Department(form.into_department(moment)))?);
    }
    for (role, name) in posts {
        let post = Post { id: fresh(moment.ids), name: name.clone(), department: None, roles: vec![*role] };
        changes.push(Change::create(&Record::Post(post))?);
    }
    Ok(ChangeSet::of(moment, "office_begun", None, changes))
}

/// Saves the settings of the office.
///
/// # Errors
/// Changed meanwhile, a bad template, shared symbols, or a unit removed that still stands on a case.
pub fn save(book: &dyn Book, form: OfficeForm, moment: &mut Moment<'_>) -> Result<ChangeSet, RuleError> {
    permit(book, Task::ManageOffice, moment)?;
    let (before, revision) = book.office().ok_or(RuleError::NotFound { what: "office" })?;
    if revision != form.revision {
        return Err(RuleError::Stale { what: "office" });
    }
    if form.name.trim().is_empty() {
        return Err(RuleError::with(Rule::EmptyName, "field", "name"));
    }
    let template = NumberTemplate(form.number_template.trim().to_string());
    if !template.is_valid() {
        return Err(RuleError::with(Rule::BadTemplate, "template", &template.0));
    }
    check_departments(&form.departments)?;
    let closed: BTreeSet<ClosedDay> = form.closed_days.into_iter().collect();
    let after = Office {
        name: form.name.trim().to_string(),
        edition: form.edition,
        number_template: template,
        closed_days: closed.into_iter().collect(),
        settings: form.settings,
        ..before.clone()
    };
    let mut changes = Vec::new();
    // An unchanged office is still written: it is what two people changing the departments at once collide on.
    changes.push(Change::replace(
        &Record::Office(Box::new(before.clone())),
        revision,
        &Record::Office(Box::new(after)),
    )?);
    changes.extend(department_changes(book, form.departments, moment)?);
    Ok(ChangeSet::of(moment, "office_saved", None, changes))
}

fn department_changes(
    book: &dyn Book,
    forms: Vec<DepartmentForm>,
    moment: &mut Moment<'_>,
) -> Result<Vec<Change>, RuleError> {
    let mut changes = Vec::new();
    for (department, revision) in book.departments() {
        let record = Record::Department(department.clone());
        match forms.iter().find(|form| form.id == Some(department.id)) {
            Some(form) => {
                let after = Department {
                    id: department.id,
                    code: form.code.trim().into(),
                    name: form.name.trim().into(),
                };
                if after != *department {
                    changes.push(Change::replace(&record, revision, &Record::Department(after))?);
                }
            }
            None if book.stands_on(department.id) || shelf::names(book, department.id.uuid()) => {
                return Err(RuleError::with(Rule::DepartmentInUse, "code", &department.code));
            }
            None => changes.push(Change::remove(&record, revision)?),
        }
    }
    for form in forms.into_iter().filter(|form| form.id.is_none()) {
        changes.push(Change::create(&Record::Department(form.into_department(moment)))?);
    }
    Ok(changes)
}

impl DepartmentForm {
    fn into_department(self, moment: &mut Moment<'_>) -> Department {
        Department { id: fresh(moment.ids), code: self.code.trim().into(), name: self.name.trim().into() }
    }
}

fn check_departments(forms: &[DepartmentForm]) -> Result<(), RuleError> {
    let mut seen = BTreeSet::new();
    for form in forms {
        let code = form.code.trim().to_uppercase();
        if code.is_empty() {
            return Err(RuleError::with(Rule::EmptyName, "field", "department"));
        }
        if !seen.insert(code) {
            return Err(RuleError::with(Rule::DuplicateCode, "code", form.code.trim()));
        }
    }
    Ok(())
}

/// A post as a form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostForm {
    /// The post; without one, a new one.
    pub id: Option<PostId>,
    /// The revision that was seen; 0 for a new one.
    pub revision: u32,
    /// Name.
    pub name: String,
    /// Unit.
    pub department: Option<DepartmentId>,
    /// What it may do beyond what it owns.
    pub roles: Vec<Role>,
}

/// Adds or changes a post.
///
/// # Errors
/// Not the representative's wish, no name, changed meanwhile; or people sign in and nobody would be left who is the
/// representative.
pub fn save_post(
    book: &dyn Book,
    form: PostForm,
    moment: &mut Moment<'_>,
) -> Result<(PostId, ChangeSet), RuleError> {
    permit(book, Task::ManageOffice, moment)?;
    let name = named(&form.name)?;
    if form.department.is_some_and(|id| !book.departments().any(|(department, _)| department.id == id)) {
        return Err(RuleError::NotFound { what: "department" });
    }
    let same = |other: &Post| other.name.to_lowercase() == name.to_lowercase();
    if book.posts().any(|(other, _)| same(other) && Some(other.id) != form.id) {
        return Err(RuleError::with(Rule::NameTaken, "name", &name));
    }
    let roles: BTreeSet<Role> = form.roles.into_iter().collect();
    let post = |id| Post { id, name, department: form.department, roles: roles.into_iter().collect() };
    let (id, change) = match form.id {
        None => {
            let post = post(fresh(moment.ids));
            (post.id, Change::create(&Record::Post(post))?)
        }
        Some(id) => {
            let (before, revision) = book.post(id).ok_or(RuleError::NotFound { what: "post" })?;
            if revision != form.revision {
                return Err(RuleError::Stale { what: "post" });
            }
            let after = post(id);
            super::people::keeps_representative(book, &after)?;
            (id, Change::replace(&Record::Post(before.clone()), revision, &Record::Post(after))?)
        }
    };
    Ok((id, ChangeSet::of(moment, "post_saved", None, vec![change])))
}

/// Takes a post out that nothing stands on.
///
/// # Errors
/// Not the representative's wish, changed meanwhile, or a case, an action, a process, a person, an audit or a small
/// register has it.
pub fn remove_post(
    book: &dyn Book,
    id: PostId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::ManageOffice, moment)?;
    let (post, stands) = book.post(id).ok_or(RuleError::NotFound { what: "post" })?;
    if stands != revision {
        return Err(RuleError::Stale { what: "post" });
    }
    let owned = book
        .cases()
        .any(|case| case.owner == Some(id) || case.actions.iter().any(|action| action.owner == Some(id)));
    let runs = book.processes().any(|(process, _)| process.owner == Some(id));
    let held = book.people().any(|(person, _)| person.posts.contains(&id));
    if owned || runs || held || shelf::names(book, id.uuid()) {
        return Err(RuleError::with(Rule::InUse, "name", &post.name));
    }
    let change = Change::remove(&Record::Post(post.clone()), revision)?;
    Ok(ChangeSet::of(moment, "post_removed", None, vec![change]))
}

/// A process as a form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessForm {
    /// The process; without one, a new one.
    pub id: Option<ProcessId>,
    /// The revision that was seen; 0 for a new one.
    pub revision: u32,
    /// Symbol.
    pub code: String,
    /// Name.
    pub name: String,
    /// The post that owns it.
    pub owner: Option<PostId>,
    /// Unit.
    pub department: Option<DepartmentId>,
    /// What is measured, with its limit.
    pub measure: String,
}

/// Adds or changes a process.
///
/// # Errors
/// Not the representative's wish, no symbol or one that is taken, changed meanwhile.
pub fn save_process(
    book: &dyn Book,
    form: ProcessForm,
    moment: &mut Moment<'_>,
) -> Result<(ProcessId, ChangeSet), RuleError> {
    permit(book, Task::ManageOffice, moment)?;
    let code = named(&form.code)?;
    let same = |other: &Process| other.code.to_uppercase() == code.to_uppercase();
    if book.processes().any(|(other, _)| same(other) && Some(other.id) != form.id) {
        return Err(RuleError::with(Rule::DuplicateCode, "code", &code));
    }
    let process = |id| Process {
        id,
        code,
        name: form.name.trim().to_string(),
        owner: form.owner,
        department: form.department,
        measure: form.measure.trim().to_string(),
    };
    let (id, change) = match form.id {
        None => {
            let process = process(fresh(moment.ids));
            (process.id, Change::create(&Record::Process(process))?)
        }
        Some(id) => {
            let (before, revision) = book.process(id).ok_or(RuleError::NotFound { what: "process" })?;
            if revision != form.revision {
                return Err(RuleError::Stale { what: "process" });
            }
            (id, Change::replace(&Record::Process(before.clone()), revision, &Record::Process(process(id)))?)
        }
    };
    Ok((id, ChangeSet::of(moment, "process_saved", None, vec![change])))
}

/// Takes a process out that no case stands on.
///
/// # Errors
/// Not the representative's wish, changed meanwhile, or a case, an audit or a small register names it.
pub fn remove_process(
    book: &dyn Book,
    id: ProcessId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::ManageOffice, moment)?;
    let (process, stands) = book.process(id).ok_or(RuleError::NotFound { what: "process" })?;
    if stands != revision {
        return Err(RuleError::Stale { what: "process" });
    }
    if book.cases().any(|case| case.process == Some(id)) || shelf::names(book, id.uuid()) {
        return Err(RuleError::with(Rule::InUse, "name", &process.code));
    }
    let change = Change::remove(&Record::Process(process.clone()), revision)?;
    Ok(ChangeSet::of(moment, "process_removed", None, vec![change]))
}

fn named(name: &str) -> Result<String, RuleError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(RuleError::with(Rule::EmptyName, "field", "name"));
    }
    Ok(name.to_string())
}
