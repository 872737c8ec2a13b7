//! Identities: UUIDv7 newtypes. The human number of a case is apart (see [`super::number`]).

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An identity of one kind of record.
pub trait Id: Copy {
    /// Wraps a raw UUID.
    fn from_uuid(uuid: Uuid) -> Self;
    /// The raw UUID.
    fn uuid(self) -> Uuid;
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl Id for $name {
            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id_type!(
    /// A case (karta).
    CaseId
);
id_type!(
    /// An action of a case.
    ActionId
);
id_type!(
    /// A piece of evidence on an action.
    EvidenceId
);
id_type!(
    /// An organizational unit.
    DepartmentId
);
id_type!(
    /// A process of the quality management system.
    ProcessId
);
id_type!(
    /// A person, named by post.
    PostId
);
id_type!(
    /// A certificate, one per certification cycle.
    CertificateId
);
id_type!(
    /// An internal or external audit.
    AuditId
);
id_type!(
    /// One import of a register.
    BatchId
);
id_type!(
    /// A delivered reminder.
    NoticeId
);
id_type!(
    /// A command of a person; a retry carries the same one.
    CommandId
);
id_type!(
    /// A person who signs in.
    PersonId
);
id_type!(
    /// A yearly programme of internal audits.
    AuditProgrammeId
);
id_type!(
    /// A reusable list of audit questions.
    QuestionListId
);
id_type!(
    /// A question of a list or of an audit.
    QuestionId
);
id_type!(
    /// What makes somebody an internal auditor.
    AuditorId
);
id_type!(
    /// A complaint or motion.
    ComplaintId
);
id_type!(
    /// A quality objective of a year.
    ObjectiveId
);
id_type!(
    /// A customer survey.
    SurveyId
);
id_type!(
    /// A management review.
    ReviewId
);
id_type!(
    /// A decision of a management review.
    DecisionId
);
id_type!(
    /// A yearly programme of actions.
    ActionProgrammeId
);
id_type!(
    /// A confirmation of a readiness check.
    ConfirmationId
);
id_type!(
    /// A readiness check that the office added.
    OwnCheckId
);
id_type!(
    /// A kept run of the readiness checklist.
    ReadinessRunId
);

/// Where new identities come from; injected, so that the rules stay pure.
pub trait IdSource {
    /// A fresh UUID, later than all before it.
    fn fresh(&mut self) -> Uuid;
}

/// A fresh identity of the wanted kind.
pub fn fresh<T: Id>(ids: &mut dyn IdSource) -> T {
    T::from_uuid(ids.fresh())
}
