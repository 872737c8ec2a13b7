//! What a rule hands to the store: a change set. What the store keeps of it: an entry of the trail.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::action_programme::ActionProgramme;
use super::audit::Audit;
use super::case::Case;
use super::certificate::Certificate;
use super::complaint::Complaint;
use super::confirmation::{Confirmation, OwnCheck, ReadinessRun};
use super::diff;
use super::ids::{CommandId, Id, IdSource, PersonId, PostId};
use super::imported::ImportBatch;
use super::notice::Notice;
use super::objective::Objective;
use super::office::{Department, Office, Post, Process};
use super::person::Person;
use super::programme::{AuditProgramme, Auditor, QuestionList};
use super::review::Review;
use super::survey::Survey;

/// The kinds of record that the book holds; the name is the name of the store's tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// The office and its settings.
    Office,
    /// A department.
    Department,
    /// A process.
    Process,
    /// A post.
    Post,
    /// A case.
    Case,
    /// A certificate.
    Certificate,
    /// An audit.
    Audit,
    /// An import.
    Batch,
    /// A delivered reminder.
    Notice,
    /// A person who signs in.
    Person,
    /// A yearly programme of internal audits.
    AuditProgramme,
    /// A reusable list of audit questions.
    QuestionList,
    /// What makes somebody an internal auditor.
    Auditor,
    /// A complaint or motion.
    Complaint,
    /// A quality objective.
    Objective,
    /// A customer survey.
    Survey,
    /// A management review.
    Review,
    /// A yearly programme of actions.
    ActionProgramme,
    /// A confirmation of a readiness check.
    Confirmation,
    /// A readiness check that the office added.
    OwnCheck,
    /// A kept run of the readiness checklist.
    ReadinessRun,
}

impl RecordKind {
    /// All kinds.
    pub const ALL: [Self; 21] = [
        Self::Office,
        Self::Department,
        Self::Process,
        Self::Post,
        Self::Case,
        Self::Certificate,
        Self::Audit,
        Self::Batch,
        Self::Notice,
        Self::Person,
        Self::AuditProgramme,
        Self::QuestionList,
        Self::Auditor,
        Self::Complaint,
        Self::Objective,
        Self::Survey,
        Self::Review,
        Self::ActionProgramme,
        Self::Confirmation,
        Self::OwnCheck,
        Self::ReadinessRun,
    ];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Department => "department",
            Self::Process => "process",
            Self::Post => "post",
            Self::Case => "case",
            Self::Certificate => "certificate",
            Self::Audit => "audit",
            Self::Batch => "batch",
            Self::Notice => "notice",
            Self::Person => "person",
            Self::AuditProgramme => "audit_programme",
            Self::QuestionList => "question_list",
            Self::Auditor => "auditor",
            Self::Complaint => "complaint",
            Self::Objective => "objective",
            Self::Survey => "survey",
            Self::Review => "review",
            Self::ActionProgramme => "action_programme",
            Self::Confirmation => "confirmation",
            Self::OwnCheck => "own_check",
            Self::ReadinessRun => "readiness_run",
        }
    }
}

/// A record of any kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// The office and its settings.
    Office(Box<Office>),
    /// A department.
    Department(Department),
    /// A process.
    Process(Process),
    /// A post.
    Post(Post),
    /// A case.
    Case(Box<Case>),
    /// A certificate.
    Certificate(Certificate),
    /// An audit.
    Audit(Audit),
    /// An import.
    Batch(Box<ImportBatch>),
    /// A delivered reminder.
    Notice(Box<Notice>),
    /// A person who signs in.
    Person(Person),
    /// A yearly programme of internal audits.
    AuditProgramme(Box<AuditProgramme>),
    /// A reusable list of audit questions.
    QuestionList(Box<QuestionList>),
    /// What makes somebody an internal auditor.
    Auditor(Box<Auditor>),
    /// A complaint or motion.
    Complaint(Box<Complaint>),
    /// A quality objective.
    Objective(Box<Objective>),
    /// A customer survey.
    Survey(Box<Survey>),
    /// A management review.
    Review(Box<Review>),
    /// A yearly programme of actions.
    ActionProgramme(Box<ActionProgramme>),
    /// A confirmation of a readiness check.
    Confirmation(Box<Confirmation>),
    /// A readiness check that the office added.
    OwnCheck(Box<OwnCheck>),
    /// A kept run of the readiness checklist.
    ReadinessRun(Box<ReadinessRun>),
}

/// The office has one record, under this identity.
pub const OFFICE_ID: Uuid = Uuid::nil();

impl Record {
    /// Its kind.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Office(_) => RecordKind::Office,
            Self::Department(_) => RecordKind::Department,
            Self::Process(_) => RecordKind::Process,
            Self::Post(_) => RecordKind::Post,
            Self::Case(_) => RecordKind::Case,
            Self::Certificate(_) => RecordKind::Certificate,
            Self::Audit(_) => RecordKind::Audit,
            Self::Batch(_) => RecordKind::Batch,
            Self::Notice(_) => RecordKind::Notice,
            Self::Person(_) => RecordKind::Person,
            Self::AuditProgramme(_) => RecordKind::AuditProgramme,
            Self::QuestionList(_) => RecordKind::QuestionList,
            Self::Auditor(_) => RecordKind::Auditor,
            Self::Complaint(_) => RecordKind::Complaint,
            Self::Objective(_) => RecordKind::Objective,
            Self::Survey(_) => RecordKind::Survey,
            Self::Review(_) => RecordKind::Review,
            Self::ActionProgramme(_) => RecordKind::ActionProgramme,
            Self::Confirmation(_) => RecordKind::Confirmation,
            Self::OwnCheck(_) => RecordKind::OwnCheck,
            Self::ReadinessRun(_) => RecordKind::ReadinessRun,
        }
    }

    /// Its identity.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Office(_) => OFFICE_ID,
            Self::Department(record) => record.id.uuid(),
            Self::Process(record) => record.id.uuid(),
            Self::Post(record) => record.id.uuid(),
            Self::Case(record) => record.id.uuid(),
            Self::Certificate(record) => record.id.uuid(),
            Self::Audit(record) => record.id.uuid(),
            Self::Batch(record) => record.id.uuid(),
            Self::Notice(record) => record.id.uuid(),
            Self::Person(record) => record.id.uuid(),
            Self::AuditProgramme(record) => record.id.uuid(),
            Self::QuestionList(record) => record.id.uuid(),
            Self::Auditor(record) => record.id.uuid(),
            Self::Complaint(record) => record.id.uuid(),
            Self::Objective(record) => record.id.uuid(),
            Self::Survey(record) => record.id.uuid(),
            Self::Review(record) => record.id.uuid(),
            Self::ActionProgramme(record) => record.id.uuid(),
            Self::Confirmation(record) => record.id.uuid(),
            Self::OwnCheck(record) => record.id.uuid(),
            Self::ReadinessRun(record) => record.id.uuid(),
        }
    }

    /// Its fields as a JSON object: the form in which changes are told apart and replayed.
    pub fn to_value(&self) -> Result<Value, RecordError> {
        match self {
            Self::Office(record) => serde_json::to_value(record),
            Self::Department(record) => serde_json::to_value(record),
            Self::Process(record) => serde_json::to_value(record),
            Self::Post(record) => serde_json::to_value(record),
            Self::Case(record) => serde_json::to_value(record),
            Self::Certificate(record) => serde_json::to_value(record),
            Self::Audit(record) => serde_json::to_value(record),
            Self::Batch(record) => serde_json::to_value(record),
            Self::Notice(record) => serde_json::to_value(record),
            Self::Person(record) => serde_json::to_value(record),
            Self::AuditProgramme(record) => serde_json::to_value(record),
            Self::QuestionList(record) => serde_json::to_value(record),
            Self::Auditor(record) => serde_json::to_value(record),
            Self::Complaint(record) => serde_json::to_value(record),
            Self::Objective(record) => serde_json::to_value(record),
            Self::Survey(record) => serde_json::to_value(record),
            Self::Review(record) => serde_json::to_value(record),
            Self::ActionProgramme(record) => serde_json::to_value(record),
            Self::Confirmation(record) => serde_json::to_value(record),
            Self::OwnCheck(record) => serde_json::to_value(record),
            Self::ReadinessRun(record) => serde_json::to_value(record),
        }
        .map_err(|source| RecordError { kind: self.kind(), source })
    }

    /// The record of that kind with those fields. Unknown fields are ignored, missing ones take their default.
    pub fn from_value(kind: RecordKind, value: Value) -> Result<Self, RecordError> {
        let told = |source| RecordError { kind, source };
        Ok(match kind {
            RecordKind::Office => Self::Office(serde_json::from_value(value).map_err(told)?),
            RecordKind::Department => Self::Department(serde_json::from_value(value).map_err(told)?),
            RecordKind::Process => Self::Process(serde_json::from_value(value).map_err(told)?),
            RecordKind::Post => Self::Post(serde_json::from_value(value).map_err(told)?),
            RecordKind::Case => Self::Case(serde_json::from_value(value).map_err(told)?),
            RecordKind::Certificate => Self::Certificate(serde_json::from_value(value).map_err(told)?),
            RecordKind::Audit => Self::Audit(serde_json::from_value(value).map_err(told)?),
            RecordKind::Batch => Self::Batch(serde_json::from_value(value).map_err(told)?),
            RecordKind::Notice => Self::Notice(serde_json::from_value(value).map_err(told)?),
            RecordKind::Person => Self::Person(serde_json::from_value(value).map_err(told)?),
            RecordKind::AuditProgramme => Self::AuditProgramme(serde_json::from_value(value).map_err(told)?),
            RecordKind::QuestionList => Self::QuestionList(serde_json::from_value(value).map_err(told)?),
            RecordKind::Auditor => Self::Auditor(serde_json::from_value(value).map_err(told)?),
            RecordKind::Complaint => Self::Complaint(serde_json::from_value(value).map_err(told)?),
            RecordKind::Objective => Self::Objective(serde_json::from_value(value).map_err(told)?),
            RecordKind::Survey => Self::Survey(serde_json::from_value(value).map_err(told)?),
            RecordKind::Review => Self::Review(serde_json::from_value(value).map_err(told)?),
            RecordKind::ActionProgramme => {
                Self::ActionProgramme(serde_json::from_value(value).map_err(told)?)
            }
            RecordKind::Confirmation => Self::Confirmation(serde_json::from_value(value).map_err(told)?),
            RecordKind::OwnCheck => Self::OwnCheck(serde_json::from_value(value).map_err(told)?),
            RecordKind::ReadinessRun => Self::ReadinessRun(serde_json::from_value(value).map_err(told)?),
        })
    }
}

/// A record's fields do not fit its kind.
#[derive(Debug, thiserror::Error)]
#[error("a {kind:?} record could not be read or written")]
pub struct RecordError {
    /// The kind.
    pub kind: RecordKind,
    /// What serde said.
    #[source]
    pub source: serde_json::Error,
}

/// One field that changed. `path` is a JSON pointer inside the record; elements of lists whose items have an
/// `id` are named by it (`/actions/0190…/due_on`). `Null` stands for "was not there" or "is gone".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Where.
    pub path: String,
    /// What was there.
    pub old: Value,
    /// What is there now.
    pub new: Value,
}

/// What happens to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// Created or changed.
    Put,
    /// Taken out of the book (it stays in the trail).
    Remove,
}

/// A change of one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The record's kind.
    pub kind: RecordKind,
    /// The record's identity.
    pub id: Uuid,
    /// The revision the rule saw; 0 for a record that was not there. The store refuses when it is no longer so.
    pub expected: u32,
    /// What happens.
    pub op: Op,
    /// Old and new value of every field that changed.
    pub fields: Vec<FieldChange>,
}

impl Change {
    /// Creates a record.
    pub fn create(record: &Record) -> Result<Self, RecordError> {
        Self::between(None, 0, record)
    }

    /// Replaces a record that stands at `revision`.
    pub fn replace(before: &Record, revision: u32, after: &Record) -> Result<Self, RecordError> {
        Self::between(Some(before), revision, after)
    }

    /// Takes a record that stands at `revision` out of the book.
    pub fn remove(before: &Record, revision: u32) -> Result<Self, RecordError> {
        let fields = diff::between(&before.to_value()?, &Value::Null);
        Ok(Self { kind: before.kind(), id: before.id(), expected: revision, op: Op::Remove, fields })
    }

    fn between(before: Option<&Record>, expected: u32, after: &Record) -> Result<Self, RecordError> {
        let old = before.map_or(Ok(Value::Null), Record::to_value)?;
        let fields = diff::between(&old, &after.to_value()?);
        Ok(Self { kind: after.kind(), id: after.id(), expected, op: Op::Put, fields })
    }
}

/// Who does something, as the trail names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Login or `system`.
    pub name: String,
    /// The role they act in, such as `representative` or `system`.
    pub role: String,
    /// The person who signed in; none where nobody has to, and for the app itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The post whose decision on paper the representative records, while she is alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_for: Option<RecordedFor>,
    /// Whether the password was asked again for this very act (personal sign-off).
    #[serde(default, skip_serializing_if = "is_false")]
    pub signed_off: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A decision that a named post took on paper, put into the book by the representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedFor {
    /// The post that decided.
    pub post: PostId,
    /// Its name at that time.
    pub name: String,
    /// The day of the decision.
    pub on: NaiveDate,
    /// The paper it stands on: number of a letter, a file, a protocol.
    #[serde(default)]
    pub document: String,
}

impl Actor {
    /// The one person of a folder without sign-in: the QMS representative.
    pub fn representative() -> Self {
        Self::named("representative", "representative")
    }

    /// Somebody of that name in that role.
    pub fn named(name: &str, role: &str) -> Self {
        Self { name: name.into(), role: role.into(), person: None, recorded_for: None, signed_off: false }
    }

    /// The app itself: reminders, repairs.
    pub fn system() -> Self {
        Self::named("system", "system")
    }
}

/// Everything a rule needs to know about the moment, handed in from the edge.
pub struct Moment<'a> {
    /// Who acts.
    pub actor: Actor,
    /// The instant.
    pub at: DateTime<Utc>,
    /// The civil day at the office.
    pub today: NaiveDate,
    /// The command; a retry carries the same one.
    pub command: CommandId,
    /// Where new identities come from.
    pub ids: &'a mut dyn IdSource,
}

/// A wish that passed its rule: all of it becomes durable, or none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSet {
    /// The command; a retry with the same one changes nothing.
    pub command: CommandId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// What was wished, as a past-tense name: `case_registered`, `due_date_moved`, `register_imported`.
    pub what: String,
    /// Why, where the rule asks for a reason.
    #[serde(default)]
    pub reason: Option<String>,
    /// The records that change.
    pub changes: Vec<Change>,
}

impl ChangeSet {
    /// A change set of that moment.
    pub fn of(moment: &Moment<'_>, what: &str, reason: Option<String>, changes: Vec<Change>) -> Self {
        Self {
            command: moment.command,
            at: moment.at,
            actor: moment.actor.clone(),
            what: what.into(),
            reason,
            changes,
        }
    }
}

/// One entry of the trail: a change set at its place in the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrailEntry {
    /// Its place, from 1.
    pub seq: u64,
    /// SHA-256 of the stored bytes of the entry before, in hex; 64 zeros for the first.
    pub prev: String,
    /// The change set.
    pub set: ChangeSet,
}
