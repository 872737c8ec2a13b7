//! Records that the book only keeps: no index, no counter, found by kind and identity. Rules and views ask for
//! them by their type.

use serde_json::Value;
use uuid::Uuid;

use super::action_programme::ActionProgramme;
use super::book::{Book, Standing};
use super::change::{Record, RecordKind};
use super::complaint::Complaint;
use super::confirmation::{Confirmation, OwnCheck, ReadinessRun};
use super::ids::Id;
use super::objective::Objective;
use super::programme::{AuditProgramme, Auditor, QuestionList};
use super::review::Review;
use super::survey::Survey;

/// A kind of record that stands on the shelf.
pub trait Shelved: Clone {
    /// Its kind.
    const KIND: RecordKind;

    /// The record, when it is of this kind.
    fn of(record: &Record) -> Option<&Self>;
    /// As a record of the book.
    fn into_record(self) -> Record;
    /// Its identity.
    fn uuid(&self) -> Uuid;
}

macro_rules! shelved {
    ($($name:ident),+ $(,)?) => {
        $(impl Shelved for $name {
            const KIND: RecordKind = RecordKind::$name;

            fn of(record: &Record) -> Option<&Self> {
                if let Record::$name(own) = record { Some(own) } else { None }
            }

            fn into_record(self) -> Record {
                Record::$name(Box::new(self))
            }

            fn uuid(&self) -> Uuid {
                self.id.uuid()
            }
        })+

        impl RecordKind {
            /// Whether records of this kind stand on the shelf.
            pub fn is_shelved(self) -> bool {
                [$(RecordKind::$name),+].contains(&self)
            }
        }
    };
}

shelved!(
    AuditProgramme,
    QuestionList,
    Auditor,
    Complaint,
    Objective,
    Survey,
    Review,
    ActionProgramme,
    Confirmation,
    OwnCheck,
    ReadinessRun,
);

/// Whether an audit or a record of the shelf names that process, post or unit.
pub fn names(book: &dyn Book, id: Uuid) -> bool {
    let text = id.to_string();
    let told = |record: &Record| record.to_value().is_ok_and(|fields| holds(&fields, &text));
    let shelved = RecordKind::ALL.into_iter().filter(|kind| kind.is_shelved());
    shelved.into_iter().any(|kind| book.shelf(kind).any(|(record, _)| told(record)))
        || book.audits().any(|(audit, _)| told(&Record::Audit(audit.clone())))
}

fn holds(fields: &Value, text: &str) -> bool {
    match fields {
        Value::String(own) => own == text,
        Value::Array(items) => items.iter().any(|item| holds(item, text)),
        // Who signed stays told by name.
        Value::Object(items) => items.iter().any(|(name, item)| name != "signer" && holds(item, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// All records of a type, with their revisions, in the order they came.
pub fn all<'a, T: Shelved + 'a>(book: &'a dyn Book) -> impl Iterator<Item = Standing<'a, T>> {
    book.shelf(T::KIND).filter_map(|(record, revision)| Some((T::of(record)?, revision)))
}

/// A record of a type.
pub fn find<T: Shelved>(book: &dyn Book, id: impl Id) -> Option<Standing<'_, T>> {
    let (record, revision) = book.shelved(T::KIND, id.uuid())?;
    Some((T::of(record)?, revision))
}
