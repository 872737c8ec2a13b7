//! The forms of audits, as the rules take them.

use capa_core::domain::audits::planning::ProgrammeForm;
use capa_core::domain::audits::questions::QuestionForm;
use capa_core::domain::ids::{AuditProgrammeId, AuditorId, PostId, ProcessId, QuestionId, QuestionListId};
use capa_core::domain::programme::{Auditor, ListQuestion, ProgrammeLine, QuestionList};
use uuid::Uuid;

use super::{ListQuestionForm, SaveAuditProgramme, SaveAuditor, SaveQuestion, SaveQuestionList};

impl SaveQuestion {
    /// The question.
    pub fn into_form(self) -> QuestionForm {
        QuestionForm {
            id: self.id.map(QuestionId),
            process: self.process.map(ProcessId),
            clause_2008: self.clause2008,
            clause_2015: self.clause2015,
            text: self.text,
            needs_evidence: self.needs_evidence,
            answer: self.answer,
            evidence: self.evidence,
            note: self.note,
        }
    }
}

impl SaveAuditProgramme {
    /// The programme.
    pub fn into_form(self) -> ProgrammeForm {
        let lines = self.lines.into_iter();
        ProgrammeForm {
            at: self.id.map(|id| (AuditProgrammeId(id), self.revision)),
            year: self.year,
            lines: lines
                .map(|line| ProgrammeLine { process: ProcessId(line.process), months: line.months })
                .collect(),
            note: self.note,
            reason: self.reason,
        }
    }
}

impl SaveQuestionList {
    /// The list; without an identity of its own until it is saved.
    pub fn into_record(self) -> (Option<(QuestionListId, u32)>, QuestionList) {
        let question = |it: ListQuestionForm| ListQuestion {
            id: QuestionId(it.id.unwrap_or(Uuid::nil())),
            clause_2008: it.clause2008,
            clause_2015: it.clause2015,
            text: it.text,
            needs_evidence: it.needs_evidence,
        };
        let list = QuestionList {
            id: QuestionListId(Uuid::nil()),
            name: self.name.trim().to_string(),
            process: self.process.map(ProcessId),
            questions: self.questions.into_iter().map(question).collect(),
        };
        (self.id.map(|id| (QuestionListId(id), self.revision)), list)
    }
}

impl SaveAuditor {
    /// The auditor.
    pub fn into_record(self) -> (Option<(AuditorId, u32)>, Auditor) {
        let auditor = Auditor {
            id: AuditorId(Uuid::nil()),
            post: PostId(self.post),
            training: self.training,
            trained_on: self.trained_on,
            order: self.order,
            appointed_on: self.appointed_on,
            until: self.until,
        };
        (self.id.map(|id| (AuditorId(id), self.revision)), auditor)
    }
}
