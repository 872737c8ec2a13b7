//! The office: begun once, its settings and departments changed with care.

use std::collections::BTreeSet;

use super::book::Book;
use super::certificate::Edition;
use super::change::{Change, ChangeSet, Moment, Record};
use super::ids::{DepartmentId, fresh};
use super::number::NumberTemplate;
use super::office::{ClosedDay, Department, Office};
use super::rule::{Rule, RuleError};

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
}

/// Begins the book of an office.
///
/// # Errors
/// The folder already has an office, or two units share a symbol.
pub fn begin(
    book: &dyn Book,
    name: &str,
    departments: Vec<DepartmentForm>,
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
    Ok(ChangeSet::of(moment, "office_begun", None, changes))
}

/// Saves the settings of the office.
///
/// # Errors
/// Changed meanwhile, a bad template, shared symbols, or a unit removed that still stands on a case.
pub fn save(book: &dyn Book, form: OfficeForm, moment: &mut Moment<'_>) -> Result<ChangeSet, RuleError> {
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
            None if book.stands_on(department.id) => {
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
