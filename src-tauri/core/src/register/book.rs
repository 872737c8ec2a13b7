//! The records of the book with their revisions, and the indexes kept beside them.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use uuid::Uuid;

use super::fold::fold;
use super::similar::Said;
use crate::calendar::Calendar;
use crate::domain::audit::Audit;
use crate::domain::case::Case;
use crate::domain::certificate::{Certificate, Edition};
use crate::domain::change::{Change, ChangeSet, OFFICE_ID, Op, Record, RecordError, RecordKind};
use crate::domain::diff;
use crate::domain::ids::{AuditId, CaseId, CertificateId, DepartmentId, Id, PersonId, PostId, ProcessId};
use crate::domain::imported::ImportBatch;
use crate::domain::notice::Notice;
use crate::domain::number;
use crate::domain::office::{Department, Office, Post, Process};
use crate::domain::person::Person;

/// A record with the revision it stands at: 1 after its creation, one more after each change.
#[derive(Debug, Clone, PartialEq)]
pub struct Stood<T> {
    /// The revision.
    pub revision: u32,
    /// The record.
    pub record: T,
}

/// The book in memory.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    office: Option<Stood<Office>>,
    departments: BTreeMap<Uuid, Stood<Department>>,
    processes: BTreeMap<Uuid, Stood<Process>>,
    posts: BTreeMap<Uuid, Stood<Post>>,
    cases: BTreeMap<Uuid, Stood<Case>>,
    certificates: BTreeMap<Uuid, Stood<Certificate>>,
    audits: BTreeMap<Uuid, Stood<Audit>>,
    batches: BTreeMap<Uuid, Stood<ImportBatch>>,
    notices: BTreeMap<Uuid, Stood<Notice>>,
    people: BTreeMap<Uuid, Stood<Person>>,
    /// Records that are only kept (see [`crate::domain::shelf`]).
    shelf: BTreeMap<(RecordKind, Uuid), Stood<Record>>,
    /// Records taken out, so that an undo can bring them back and revisions never run backwards.
    removed: BTreeMap<(RecordKind, Uuid), Stood<Value>>,
    by_number: HashMap<String, CaseId>,
    searched: HashMap<Uuid, String>,
    said: Said,
    notice_keys: HashMap<String, Uuid>,
}

/// A change set does not fit the book; the store refuses it before it becomes durable.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// The record stands at another revision than the rule saw.
    #[error("{kind:?} {id} stands at revision {found}, not {expected}")]
    Conflict {
        /// The record's kind.
        kind: RecordKind,
        /// The record's identity.
        id: Uuid,
        /// What the rule saw.
        expected: u32,
        /// What stands in the book.
        found: u32,
    },
    /// The fields do not form a record.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl Register {
    /// Checks that every change meets the revision its rule saw.
    ///
    /// # Errors
    /// [`ApplyError::Conflict`] names the first that does not.
    pub fn check(&self, set: &ChangeSet) -> Result<(), ApplyError> {
        for change in &set.changes {
            let found = self.revision(change.kind, change.id);
            if found != change.expected {
                return Err(ApplyError::Conflict {
                    kind: change.kind,
                    id: change.id,
                    expected: change.expected,
                    found,
                });
            }
        }
        Ok(())
    }

    /// Applies a change set; all of it or nothing.
    ///
    /// # Errors
    /// A conflict of revisions, or fields that form no record; the book is as before.
    pub fn apply(&mut self, set: &ChangeSet) -> Result<(), ApplyError> {
        self.check(set)?;
        let records = set.changes.iter().map(|change| self.formed(change)).collect::<Result<Vec<_>, _>>()?;
        for (change, record) in set.changes.iter().zip(records) {
            match record {
                Some(record) => self.put(record, change.expected.saturating_add(1)),
                None => self.take_out(change),
            }
        }
        Ok(())
    }

    /// Puts a stored record in place, as a store does when it opens.
    pub fn load(&mut self, record: Record, revision: u32) {
        self.put(record, revision);
    }

    /// Remembers a removed record, as a store does when it opens. One that an earlier version removed gets the
    /// fields that have come since, as a standing one does when it is read.
    pub fn load_removed(&mut self, kind: RecordKind, id: Uuid, revision: u32, fields: Value) {
        let today = Record::from_value(kind, fields.clone()).and_then(|record| record.to_value());
        self.removed.insert((kind, id), Stood { revision, record: today.unwrap_or(fields) });
    }

    /// The revision a record stands at; 0 when it was never there, the revision of its removal when it was taken
    /// out.
    pub fn revision(&self, kind: RecordKind, id: Uuid) -> u32 {
        let standing = match kind {
            RecordKind::Office => self.office.as_ref().map(|stood| stood.revision),
            RecordKind::Department => self.departments.get(&id).map(|stood| stood.revision),
            RecordKind::Process => self.processes.get(&id).map(|stood| stood.revision),
            RecordKind::Post => self.posts.get(&id).map(|stood| stood.revision),
            RecordKind::Case => self.cases.get(&id).map(|stood| stood.revision),
            RecordKind::Certificate => self.certificates.get(&id).map(|stood| stood.revision),
            RecordKind::Audit => self.audits.get(&id).map(|stood| stood.revision),
            RecordKind::Batch => self.batches.get(&id).map(|stood| stood.revision),
            RecordKind::Notice => self.notices.get(&id).map(|stood| stood.revision),
            RecordKind::Person => self.people.get(&id).map(|stood| stood.revision),
            RecordKind::AuditProgramme
            | RecordKind::QuestionList
            | RecordKind::Auditor
            | RecordKind::Complaint
            | RecordKind::Objective
            | RecordKind::Survey
            | RecordKind::Review
            | RecordKind::ActionProgramme
            | RecordKind::Confirmation
            | RecordKind::OwnCheck
            | RecordKind::ReadinessRun => self.from_shelf(kind, id).map(|stood| stood.revision),
        };
        standing.or_else(|| self.removed.get(&(kind, id)).map(|stood| stood.revision)).unwrap_or(0)
    }

    /// The record of that kind and identity.
    pub fn record(&self, kind: RecordKind, id: Uuid) -> Option<Record> {
        match kind {
            RecordKind::Office => self.office.as_ref().map(|s| Record::Office(Box::new(s.record.clone()))),
            RecordKind::Department => self.departments.get(&id).map(|s| Record::Department(s.record.clone())),
            RecordKind::Process => self.processes.get(&id).map(|s| Record::Process(s.record.clone())),
            RecordKind::Post => self.posts.get(&id).map(|s| Record::Post(s.record.clone())),
            RecordKind::Case => self.cases.get(&id).map(|s| Record::Case(Box::new(s.record.clone()))),
            RecordKind::Certificate => {
                self.certificates.get(&id).map(|s| Record::Certificate(s.record.clone()))
            }
            RecordKind::Audit => self.audits.get(&id).map(|s| Record::Audit(s.record.clone())),
            RecordKind::Batch => self.batches.get(&id).map(|s| Record::Batch(Box::new(s.record.clone()))),
            RecordKind::Notice => self.notices.get(&id).map(|s| Record::Notice(Box::new(s.record.clone()))),
            RecordKind::Person => self.people.get(&id).map(|s| Record::Person(s.record.clone())),
            RecordKind::AuditProgramme
            | RecordKind::QuestionList
            | RecordKind::Auditor
            | RecordKind::Complaint
            | RecordKind::Objective
            | RecordKind::Survey
            | RecordKind::Review
            | RecordKind::ActionProgramme
            | RecordKind::Confirmation
            | RecordKind::OwnCheck
            | RecordKind::ReadinessRun => self.from_shelf(kind, id).map(|s| s.record.clone()),
        }
    }

    /// Every record with its revision, in order of kind and identity.
    pub fn records(&self) -> impl Iterator<Item = (Record, u32)> + '_ {
        let ids =
            RecordKind::ALL.into_iter().flat_map(|kind| self.ids(kind).into_iter().map(move |id| (kind, id)));
        ids.filter_map(|(kind, id)| Some((self.record(kind, id)?, self.revision(kind, id))))
    }

    /// Every removed record: kind, identity, revision of the removal, its last fields.
    pub fn removed(&self) -> impl Iterator<Item = (RecordKind, Uuid, u32, &Value)> + '_ {
        self.removed.iter().map(|((kind, id), stood)| (*kind, *id, stood.revision, &stood.record))
    }

    /// The last fields of a record that was taken out, if it is out now.
    pub fn removed_record(&self, kind: RecordKind, id: Uuid) -> Option<&Stood<Value>> {
        self.removed.get(&(kind, id))
    }

    /// The identities of all standing records of a kind, in order.
    pub fn ids(&self, kind: RecordKind) -> Vec<Uuid> {
        match kind {
            RecordKind::Office => self.office.iter().map(|_| OFFICE_ID).collect(),
            RecordKind::Department => self.departments.keys().copied().collect(),
            RecordKind::Process => self.processes.keys().copied().collect(),
            RecordKind::Post => self.posts.keys().copied().collect(),
            RecordKind::Case => self.cases.keys().copied().collect(),
            RecordKind::Certificate => self.certificates.keys().copied().collect(),
            RecordKind::Audit => self.audits.keys().copied().collect(),
            RecordKind::Batch => self.batches.keys().copied().collect(),
            RecordKind::Notice => self.notices.keys().copied().collect(),
            RecordKind::Person => self.people.keys().copied().collect(),
            RecordKind::AuditProgramme
            | RecordKind::QuestionList
            | RecordKind::Auditor
            | RecordKind::Complaint
            | RecordKind::Objective
            | RecordKind::Survey
            | RecordKind::Review
            | RecordKind::ActionProgramme
            | RecordKind::Confirmation
            | RecordKind::OwnCheck
            | RecordKind::ReadinessRun => self.on_shelf(kind).map(|stood| stood.record.id()).collect(),
        }
    }

    fn formed(&self, change: &Change) -> Result<Option<Record>, ApplyError> {
        if change.op == Op::Remove {
            return Ok(None);
        }
        let mut value = match self.record(change.kind, change.id) {
            Some(record) => record.to_value()?,
            None => Value::Null,
        };
        diff::patch(&mut value, &change.fields);
        Ok(Some(Record::from_value(change.kind, value)?))
    }

    fn take_out(&mut self, change: &Change) {
        let revision = change.expected.saturating_add(1);
        let last = self.record(change.kind, change.id).and_then(|record| record.to_value().ok());
        match change.kind {
            RecordKind::Office => self.office = None,
            RecordKind::Department => drop(self.departments.remove(&change.id)),
            RecordKind::Process => drop(self.processes.remove(&change.id)),
            RecordKind::Post => drop(self.posts.remove(&change.id)),
            RecordKind::Case => self.take_out_case(change.id),
            RecordKind::Certificate => drop(self.certificates.remove(&change.id)),
            RecordKind::Audit => drop(self.audits.remove(&change.id)),
            RecordKind::Batch => drop(self.batches.remove(&change.id)),
            RecordKind::Person => drop(self.people.remove(&change.id)),
            RecordKind::AuditProgramme
            | RecordKind::QuestionList
            | RecordKind::Auditor
            | RecordKind::Complaint
            | RecordKind::Objective
            | RecordKind::Survey
            | RecordKind::Review
            | RecordKind::ActionProgramme
            | RecordKind::Confirmation
            | RecordKind::OwnCheck
            | RecordKind::ReadinessRun => drop(self.shelf.remove(&(change.kind, change.id))),
            RecordKind::Notice => {
                if let Some(stood) = self.notices.remove(&change.id) {
                    self.notice_keys.remove(&stood.record.key);
                }
            }
        }
        self.removed
            .insert((change.kind, change.id), Stood { revision, record: last.unwrap_or(Value::Null) });
    }

    fn take_out_case(&mut self, id: Uuid) {
        self.searched.remove(&id);
        let Some(stood) = self.cases.remove(&id) else { return };
        self.said.take_out(&stood.record);
        if let Some(number) = &stood.record.number {
            self.by_number.remove(&number::normal(number));
        }
    }

    fn put(&mut self, record: Record, revision: u32) {
        self.removed.remove(&(record.kind(), record.id()));
        match record {
            Record::Office(record) => self.office = Some(Stood { revision, record: *record }),
            Record::Department(record) => {
                self.departments.insert(record.id.uuid(), Stood { revision, record });
            }
            Record::Process(record) => {
                self.processes.insert(record.id.uuid(), Stood { revision, record });
            }
            Record::Post(record) => {
                self.posts.insert(record.id.uuid(), Stood { revision, record });
            }
            Record::Case(record) => self.put_case(*record, revision),
            Record::Certificate(record) => {
                self.certificates.insert(record.id.uuid(), Stood { revision, record });
            }
            Record::Audit(record) => {
                self.audits.insert(record.id.uuid(), Stood { revision, record });
            }
            Record::Batch(record) => {
                self.batches.insert(record.id.uuid(), Stood { revision, record: *record });
            }
            Record::Person(record) => {
                self.people.insert(record.id.uuid(), Stood { revision, record });
            }
            kept @ (Record::AuditProgramme(_)
            | Record::QuestionList(_)
            | Record::Auditor(_)
            | Record::Complaint(_)
            | Record::Objective(_)
            | Record::Survey(_)
            | Record::Review(_)
            | Record::ActionProgramme(_)
            | Record::Confirmation(_)
            | Record::OwnCheck(_)
            | Record::ReadinessRun(_)) => {
                self.shelf.insert((kept.kind(), kept.id()), Stood { revision, record: kept });
            }
            Record::Notice(record) => {
                self.notice_keys.insert(record.key.clone(), record.id.uuid());
                self.notices.insert(record.id.uuid(), Stood { revision, record: *record });
            }
        }
    }

    fn put_case(&mut self, case: Case, revision: u32) {
        let id = case.id;
        self.take_out_case(id.uuid());
        if let Some(number) = &case.number {
            self.by_number.insert(number::normal(number), id);
        }
        self.searched.insert(id.uuid(), searched_text(&case));
        self.said.put(&case);
        self.cases.insert(id.uuid(), Stood { revision, record: case });
    }

    /// The office, once the book is begun.
    pub fn office(&self) -> Option<&Office> {
        self.office.as_ref().map(|stood| &stood.record)
    }

    /// The office with its revision.
    pub fn office_stood(&self) -> Option<&Stood<Office>> {
        self.office.as_ref()
    }

    /// The edition the office is certified to.
    pub fn edition(&self) -> Edition {
        self.office().map(|office| office.edition).unwrap_or_default()
    }

    /// The office's working days.
    pub fn calendar(&self) -> Calendar {
        Calendar::new(
            self.office().into_iter().flat_map(|office| office.closed_days.iter().map(|closed| closed.on)),
        )
    }

    /// The records of a kind that are only kept, oldest first.
    pub fn on_shelf(&self, kind: RecordKind) -> impl Iterator<Item = &Stood<Record>> {
        let all = (kind, Uuid::nil())..=(kind, Uuid::max());
        self.shelf.range(all).map(|(_, stood)| stood)
    }

    /// A record that is only kept.
    pub fn from_shelf(&self, kind: RecordKind, id: Uuid) -> Option<&Stood<Record>> {
        self.shelf.get(&(kind, id))
    }

    /// Whether nothing was ever written.
    pub fn is_empty(&self) -> bool {
        self.office.is_none() && self.cases.is_empty() && self.departments.is_empty()
    }

    /// A case with its revision.
    pub fn case(&self, id: CaseId) -> Option<&Stood<Case>> {
        self.cases.get(&id.uuid())
    }

    /// The case of that number, blanks and capitals apart.
    pub fn case_by_number(&self, wanted: &str) -> Option<&Stood<Case>> {
        self.by_number.get(&number::normal(wanted)).and_then(|id| self.case(*id))
    }

    /// All cases.
    pub fn cases(&self) -> impl Iterator<Item = &Stood<Case>> {
        self.cases.values()
    }

    /// Which cases say which words.
    pub(super) fn said(&self) -> &Said {
        &self.said
    }

    /// The folded text of a case that a search looks through.
    pub fn searched(&self, id: CaseId) -> &str {
        self.searched.get(&id.uuid()).map_or("", String::as_str)
    }

    /// A department.
    pub fn department(&self, id: DepartmentId) -> Option<&Department> {
        self.departments.get(&id.uuid()).map(|stood| &stood.record)
    }

    /// All departments.
    pub fn departments(&self) -> impl Iterator<Item = &Stood<Department>> {
        self.departments.values()
    }

    /// A process.
    pub fn process(&self, id: ProcessId) -> Option<&Process> {
        self.processes.get(&id.uuid()).map(|stood| &stood.record)
    }

    /// All processes.
    pub fn processes(&self) -> impl Iterator<Item = &Stood<Process>> {
        self.processes.values()
    }

    /// A post.
    pub fn post(&self, id: PostId) -> Option<&Post> {
        self.posts.get(&id.uuid()).map(|stood| &stood.record)
    }

    /// All posts.
    pub fn posts(&self) -> impl Iterator<Item = &Stood<Post>> {
        self.posts.values()
    }

    /// A process with its revision.
    pub fn process_stood(&self, id: ProcessId) -> Option<&Stood<Process>> {
        self.processes.get(&id.uuid())
    }

    /// A post with its revision.
    pub fn post_stood(&self, id: PostId) -> Option<&Stood<Post>> {
        self.posts.get(&id.uuid())
    }

    /// A person.
    pub fn person(&self, id: PersonId) -> Option<&Stood<Person>> {
        self.people.get(&id.uuid())
    }

    /// All people who sign in or once did.
    pub fn people(&self) -> impl Iterator<Item = &Stood<Person>> {
        self.people.values()
    }

    /// A certificate.
    pub fn certificate(&self, id: CertificateId) -> Option<&Stood<Certificate>> {
        self.certificates.get(&id.uuid())
    }

    /// All certificates.
    pub fn certificates(&self) -> impl Iterator<Item = &Stood<Certificate>> {
        self.certificates.values()
    }

    /// The certificate of the running cycle: the one decided last.
    pub fn current_certificate(&self) -> Option<&Stood<Certificate>> {
        self.certificates.values().max_by_key(|stood| (stood.record.decided_on, stood.record.cycle))
    }

    /// An audit.
    pub fn audit(&self, id: AuditId) -> Option<&Stood<Audit>> {
        self.audits.get(&id.uuid())
    }

    /// All audits.
    pub fn audits(&self) -> impl Iterator<Item = &Stood<Audit>> {
        self.audits.values()
    }

    /// All imports.
    pub fn batches(&self) -> impl Iterator<Item = &Stood<ImportBatch>> {
        self.batches.values()
    }

    /// An import.
    pub fn batch(&self, id: crate::domain::ids::BatchId) -> Option<&Stood<ImportBatch>> {
        self.batches.get(&id.uuid())
    }

    /// All delivered reminders.
    pub fn notices(&self) -> impl Iterator<Item = &Stood<Notice>> {
        self.notices.values()
    }

    /// The delivered reminder of that key.
    pub fn notice_by_key(&self, key: &str) -> Option<&Stood<Notice>> {
        self.notice_keys.get(key).and_then(|id| self.notices.get(id))
    }
}

fn searched_text(case: &Case) -> String {
    let mut text = String::new();
    let actions = case.actions.iter().map(|action| action.what.as_str());
    let parts = [
        case.number.as_deref().unwrap_or_default(),
        &case.title,
        &case.finding.statement,
        &case.finding.evidence,
        &case.finding.requirement,
        &case.cause.root,
        &case.source_document,
        &case.file_reference,
        &case.remarks,
    ];
    for part in parts.into_iter().chain(actions) {
        text.push_str(part);
        text.push('\n');
    }
    fold(&text)
}
