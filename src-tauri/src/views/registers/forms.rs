//! The forms of the small registers, as the rules take them.

use capa_core::domain::complaint::Complaint;
use capa_core::domain::ids::{
    CaseId, ComplaintId, DecisionId, DepartmentId, ObjectiveId, PostId, ProcessId, ReviewId, SurveyId,
};
use capa_core::domain::objective::Objective;
use capa_core::domain::raising::Origin;
use capa_core::domain::review::{Review, ReviewDecision, ReviewInput};
use capa_core::domain::survey::Survey;
use uuid::Uuid;

use super::{
    ComplaintForm, KeptKind, ObjectiveForm, RaiseKept, ReviewDecisionForm, ReviewForm, ReviewInputForm,
    SurveyForm,
};

impl ComplaintForm {
    /// The complaint; without an identity until it is saved.
    pub fn into_record(self) -> Complaint {
        Complaint {
            id: ComplaintId(Uuid::nil()),
            kind: self.kind,
            reference: self.reference,
            received_on: self.received_on,
            subject: self.subject,
            department: self.department.map(DepartmentId),
            process: self.process.map(ProcessId),
            justified: self.justified,
            decision: self.decision,
            answered_on: self.answered_on,
            notice_on: self.notice_on,
            notice_until: self.notice_until,
            case: self.case.map(CaseId),
            no_case_reason: self.no_case_reason,
            note: self.note,
        }
    }
}

impl ObjectiveForm {
    /// The objective; without an identity until it is saved.
    pub fn into_record(self) -> Objective {
        Objective {
            id: ObjectiveId(Uuid::nil()),
            year: self.year,
            text: self.text,
            process: self.process.map(ProcessId),
            owner: self.owner.map(PostId),
            measure: self.measure,
            baseline: self.baseline,
            target: self.target,
            result: self.result,
            met: self.met,
            approved_on: self.approved_on,
            reviewed_on: self.reviewed_on,
            case: self.case.map(CaseId),
            no_case_reason: self.no_case_reason,
        }
    }
}

impl SurveyForm {
    /// The survey; without an identity until it is saved.
    pub fn into_record(self) -> Survey {
        Survey {
            id: SurveyId(Uuid::nil()),
            name: self.name,
            held_on: self.held_on,
            answers: self.answers,
            score: self.score,
            target: self.target,
            scale: self.scale,
            report_on: self.report_on,
            findings: self.findings,
            cases: self.cases.into_iter().map(CaseId).collect(),
            no_case_reason: self.no_case_reason,
        }
    }
}

impl ReviewForm {
    /// The review; without an identity until it is saved.
    pub fn into_record(self) -> Review {
        let input = |it: ReviewInputForm| ReviewInput { topic: it.topic, summary: it.summary };
        let decision = |it: ReviewDecisionForm| ReviewDecision {
            id: DecisionId(it.id.unwrap_or(Uuid::nil())),
            text: it.text,
            owner: it.owner.map(PostId),
            due_on: it.due_on,
            case: it.case.map(CaseId),
            no_case_reason: it.no_case_reason,
        };
        Review {
            id: ReviewId(Uuid::nil()),
            on: self.on,
            held: self.held,
            participants: self.participants,
            minutes: self.minutes,
            inputs: self.inputs.into_iter().map(input).collect(),
            decisions: self.decisions.into_iter().map(decision).collect(),
            note: self.note,
        }
    }
}

impl RaiseKept {
    /// The record that becomes a case; none for kinds that become none.
    pub fn origin(&self) -> Option<Origin> {
        match self.kind {
            KeptKind::Complaint => Some(Origin::Complaint(ComplaintId(self.id))),
            KeptKind::Objective => Some(Origin::Objective(ObjectiveId(self.id))),
            KeptKind::Survey => Some(Origin::Survey(SurveyId(self.id))),
            KeptKind::Review => Some(Origin::Decision(ReviewId(self.id), DecisionId(self.decision?))),
            KeptKind::QuestionList | KeptKind::Auditor => None,
        }
    }
}
