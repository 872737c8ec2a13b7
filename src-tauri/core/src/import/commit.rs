//! A plan -> one change set, and back.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Outcome, Plan, PlannedRow};
use crate::domain::acting::{Task, permit};
use crate::domain::case::Case;
use crate::domain::change::{Change, ChangeSet, Moment, Record, RecordKind};
use crate::domain::ids::{BatchId, CaseId, Id, fresh};
use crate::domain::imported::{ImportBatch, Replaced};
use crate::domain::office::Office;
use crate::domain::rule::{Rule, RuleError};
use crate::register::Register;

/// The change set of a plan; `None` when nothing changes. In a book that was not begun it begins it.
///
/// # Errors
/// [`Rule::ImportChanged`] when the book has moved on since the plan was made.
pub fn to_change_set(
    plan: &Plan,
    register: &Register,
    moment: &mut Moment<'_>,
) -> Result<Option<ChangeSet>, RuleError> {
    permit(register, Task::Import, moment)?;
    if plan.is_empty() {
        return Ok(None);
    }
    let mut changes = Vec::new();
    if register.office().is_none() {
        let office = Office::begun(String::new(), moment.today);
        changes.push(Change::create(&Record::Office(Box::new(office)))?);
    }
    let mut given = Given { batch: fresh(moment.ids), ids: HashMap::new() };
    let mut batch = ImportBatch {
        id: given.batch,
        file: plan.file_name.clone(),
        sha256: plan.sha256.clone(),
        on: moment.today,
        totals: plan.totals,
        created: Vec::new(),
        changed: Vec::new(),
        replaced: Vec::new(),
        departments: Vec::new(),
        posts: Vec::new(),
        undone: false,
    };
    for planned in &plan.new_departments {
        let mut department = planned.clone();
        department.id = given.real(planned.id, moment);
        batch.departments.push(department.id);
        changes.push(Change::create(&Record::Department(department))?);
    }
    for planned in &plan.new_posts {
        let mut post = planned.clone();
        post.id = given.real(planned.id, moment);
        batch.posts.push(post.id);
        changes.push(Change::create(&Record::Post(post))?);
    }
    for row in &plan.rows {
        changes.extend(given.change(row, register, moment, &mut batch)?);
    }
    changes.push(Change::create(&Record::Batch(Box::new(batch)))?);
    Ok(Some(ChangeSet::of(moment, "register_imported", None, changes)))
}

/// Identities given to what had placeholders.
struct Given {
    batch: BatchId,
    ids: HashMap<Uuid, Uuid>,
}

impl Given {
    /// The real identity behind a placeholder; others are real already.
    fn real<T: Id>(&mut self, id: T, moment: &mut Moment<'_>) -> T {
        let id = id.uuid();
        if id.is_nil() || u64::try_from(id.as_u128()).is_err() {
            return T::from_uuid(id);
        }
        T::from_uuid(*self.ids.entry(id).or_insert_with(|| moment.ids.fresh()))
    }

    fn change(
        &mut self,
        row: &PlannedRow,
        register: &Register,
        moment: &mut Moment<'_>,
        batch: &mut ImportBatch,
    ) -> Result<Option<Change>, RuleError> {
        match row.outcome {
            Outcome::Unchanged => Ok(None),
            Outcome::New => {
                let case = self.settled(&row.case, moment);
                let taken = case.number.as_deref().and_then(|number| register.case_by_number(number));
                if taken.is_some() {
                    return Err(RuleError::refused(Rule::ImportChanged));
                }
                batch.created.push(case.id);
                Ok(Some(Change::create(&Record::Case(Box::new(case)))?))
            }
            Outcome::Changed => {
                let case = self.settled(&row.case, moment);
                let stood = register.case(case.id).filter(|stood| stood.revision == row.revision);
                let stood = stood.ok_or_else(|| RuleError::refused(Rule::ImportChanged))?;
                let revision = stood.revision.saturating_add(1);
                batch.changed.push(case.id);
                batch.replaced.push(Replaced { revision, before: stood.record.clone() });
                let before = Record::Case(Box::new(stood.record.clone()));
                Ok(Some(Change::replace(&before, stood.revision, &Record::Case(Box::new(case)))?))
            }
        }
    }

    fn settled(&mut self, planned: &Case, moment: &mut Moment<'_>) -> Case {
        let mut case = planned.clone();
        case.id = self.real(case.id, moment);
        case.department = case.department.map(|id| self.real(id, moment));
        case.owner = case.owner.map(|id| self.real(id, moment));
        for action in &mut case.actions {
            action.id = self.real(action.id, moment);
            action.owner = action.owner.map(|id| self.real(id, moment));
        }
        if let Some(row) = &mut case.imported {
            row.batch = self.batch;
        }
        case
    }
}

/// Whether an import can be taken back now.
///
/// # Errors
/// As for [`undo`].
pub fn check_undo(register: &Register, batch: BatchId) -> Result<(), RuleError> {
    let batch = &register.batch(batch).ok_or(RuleError::NotFound { what: "batch" })?.record;
    let stands = |id, revision| register.case(id).is_some_and(|case| case.revision == revision);
    let created = batch.created.iter().all(|id| stands(*id, 1));
    let changed = batch.replaced.iter().all(|replaced| stands(replaced.before.id, replaced.revision));
    if batch.undone || !created || !changed {
        return Err(RuleError::refused(Rule::BatchTouched));
    }
    Ok(())
}

/// Takes an import back: what it created goes, what it changed stands as before. Units and posts that something
/// else stands on by now stay.
///
/// # Errors
/// [`Rule::BatchTouched`] when a case of it was changed since, or when it was taken back already.
pub fn undo(register: &Register, batch: BatchId, moment: &Moment<'_>) -> Result<ChangeSet, RuleError> {
    permit(register, Task::Import, moment)?;
    check_undo(register, batch)?;
    let stood = register.batch(batch).ok_or(RuleError::NotFound { what: "batch" })?;
    let mut changes = Vec::new();
    for case in stood.record.created.iter().filter_map(|id| register.case(*id)) {
        changes.push(Change::remove(&Record::Case(Box::new(case.record.clone())), case.revision)?);
    }
    for replaced in &stood.record.replaced {
        let Some(case) = register.case(replaced.before.id) else { continue };
        let now = Record::Case(Box::new(case.record.clone()));
        let before = Record::Case(Box::new(replaced.before.clone()));
        changes.push(Change::replace(&now, case.revision, &before)?);
    }
    changes.extend(organisation(register, &stood.record)?);
    let mut undone = stood.record.clone();
    undone.undone = true;
    let before = Record::Batch(Box::new(stood.record.clone()));
    changes.push(Change::replace(&before, stood.revision, &Record::Batch(Box::new(undone)))?);
    Ok(ChangeSet::of(moment, "import_undone", None, changes))
}

/// Units and posts of the import that nothing else stands on.
fn organisation(register: &Register, batch: &ImportBatch) -> Result<Vec<Change>, RuleError> {
    let created: HashSet<CaseId> = batch.created.iter().copied().collect();
    let own = |case: &Case| created.contains(&case.id);
    let replaced: HashMap<CaseId, &Case> =
        batch.replaced.iter().map(|replaced| (replaced.before.id, &replaced.before)).collect();
    let mut changes = Vec::new();
    for id in &batch.departments {
        let stays = |case: &Case| {
            !own(case) && replaced.get(&case.id).copied().unwrap_or(case).department == Some(*id)
        };
        let used = register.cases().any(|case| stays(&case.record))
            || register.processes().any(|process| process.record.department == Some(*id))
            || register
                .posts()
                .any(|post| post.record.department == Some(*id) && !batch.posts.contains(&post.record.id));
        changes.extend(removal(register, RecordKind::Department, id.uuid(), used)?);
    }
    for id in &batch.posts {
        let stays = |case: &Case| {
            let case = replaced.get(&case.id).copied().unwrap_or(case);
            case.owner == Some(*id) || case.actions.iter().any(|action| action.owner == Some(*id))
        };
        let used = register.cases().any(|case| !own(&case.record) && stays(&case.record))
            || register.processes().any(|process| process.record.owner == Some(*id));
        changes.extend(removal(register, RecordKind::Post, id.uuid(), used)?);
    }
    Ok(changes)
}

fn removal(register: &Register, kind: RecordKind, id: Uuid, used: bool) -> Result<Option<Change>, RuleError> {
    let revision = register.revision(kind, id);
    match register.record(kind, id) {
        Some(record) if !used && revision == 1 => Ok(Some(Change::remove(&record, revision)?)),
        Some(_) | None => Ok(None),
    }
}
