//! The register answers the questions of the rules.

use serde_json::Value;
use uuid::Uuid;

use super::book::{Register, Stood};
use crate::domain::audit::Audit;
use crate::domain::book::{Book, Standing};
use crate::domain::case::Case;
use crate::domain::certificate::Certificate;
use crate::domain::change::{Record, RecordKind};
use crate::domain::ids::{AuditId, CaseId, DepartmentId, PersonId, PostId, ProcessId};
use crate::domain::notice::Notice;
use crate::domain::office::{Department, Office, Post, Process};
use crate::domain::person::Person;

fn standing<T>(stood: &Stood<T>) -> Standing<'_, T> {
    (&stood.record, stood.revision)
}

impl Book for Register {
    fn office(&self) -> Option<Standing<'_, Office>> {
        self.office_stood().map(standing)
    }

    fn case(&self, id: CaseId) -> Option<Standing<'_, Case>> {
        Self::case(self, id).map(standing)
    }

    fn cases(&self) -> Box<dyn Iterator<Item = &Case> + '_> {
        Box::new(Self::cases(self).map(|stood| &stood.record))
    }

    fn case_by_number(&self, number: &str) -> Option<CaseId> {
        Self::case_by_number(self, number).map(|stood| stood.record.id)
    }

    fn departments(&self) -> Box<dyn Iterator<Item = Standing<'_, Department>> + '_> {
        Box::new(Self::departments(self).map(standing))
    }

    fn post(&self, id: PostId) -> Option<Standing<'_, Post>> {
        self.post_stood(id).map(standing)
    }

    fn posts(&self) -> Box<dyn Iterator<Item = Standing<'_, Post>> + '_> {
        Box::new(Self::posts(self).map(standing))
    }

    fn process(&self, id: ProcessId) -> Option<Standing<'_, Process>> {
        self.process_stood(id).map(standing)
    }

    fn processes(&self) -> Box<dyn Iterator<Item = Standing<'_, Process>> + '_> {
        Box::new(Self::processes(self).map(standing))
    }

    fn person(&self, id: PersonId) -> Option<Standing<'_, Person>> {
        Self::person(self, id).map(standing)
    }

    fn people(&self) -> Box<dyn Iterator<Item = Standing<'_, Person>> + '_> {
        Box::new(Self::people(self).map(standing))
    }

    fn stands_on(&self, department: DepartmentId) -> bool {
        let wanted = Some(department);
        Self::cases(self).any(|stood| stood.record.department == wanted)
            || Self::processes(self).any(|stood| stood.record.department == wanted)
            || Self::posts(self).any(|stood| stood.record.department == wanted)
    }

    fn current_certificate(&self) -> Option<Standing<'_, Certificate>> {
        Self::current_certificate(self).map(standing)
    }

    fn certificates(&self) -> Vec<Standing<'_, Certificate>> {
        Self::certificates(self).map(standing).collect()
    }

    fn audit(&self, id: AuditId) -> Option<Standing<'_, Audit>> {
        Self::audit(self, id).map(standing)
    }

    fn audits(&self) -> Box<dyn Iterator<Item = Standing<'_, Audit>> + '_> {
        Box::new(Self::audits(self).map(standing))
    }

    fn shelf(&self, kind: RecordKind) -> Box<dyn Iterator<Item = (&Record, u32)> + '_> {
        Box::new(self.on_shelf(kind).map(|stood| (&stood.record, stood.revision)))
    }

    fn shelved(&self, kind: RecordKind, id: Uuid) -> Option<(&Record, u32)> {
        self.from_shelf(kind, id).map(|stood| (&stood.record, stood.revision))
    }

    fn notice(&self, key: &str) -> Option<Standing<'_, Notice>> {
        self.notice_by_key(key).map(standing)
    }

    fn removed(&self, kind: RecordKind, id: Uuid) -> Option<(&Value, u32)> {
        self.removed_record(kind, id).map(|stood| (&stood.record, stood.revision))
    }

    fn holds_records(&self) -> bool {
        RecordKind::ALL.into_iter().any(|kind| !self.ids(kind).is_empty())
    }
}
