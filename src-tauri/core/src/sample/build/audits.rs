//! Audits of the sample office with their teams and answered questions, the lists they came from, who may audit, and
//! the yearly programmes.

use super::{Builder, SampleError};
use crate::domain::audit::{Audit, AuditKind, Question, TeamMember};
use crate::domain::change::Record;
use crate::domain::ids::{IdSource, fresh};
use crate::domain::programme::{AuditProgramme, Auditor, ListQuestion, ProgrammeLine, QuestionList};
use crate::domain::shelf::Shelved;
use crate::sample::data::{AuditData, CaseData};
use crate::sample::registers::{AuditWork, ListQuestionData, MemberData, QuestionData, QuestionListData};

/// The post that approves programmes.
pub(super) const STAROSTA: &str = "starosta";

impl Builder<'_> {
    pub(super) fn audits(&self, ids: &mut dyn IdSource) -> Result<Vec<Audit>, SampleError> {
        self.data.audits.iter().map(|audit| self.audit(audit, ids)).collect()
    }

    fn audit(&self, data: &AuditData, ids: &mut dyn IdSource) -> Result<Audit, SampleError> {
        let id = self.audits.id(&data.key)?;
        let audit = Audit {
            certificate: (data.kind != AuditKind::Internal).then_some(self.certificate),
            held: !data.planned,
            scope: self.text(&data.scope),
            lead: self.text(&data.lead),
            findings_in_report: data.findings_in_report,
            note: self.text(&data.note),
            recorded_on: Some(self.data.as_of),
            processes: self.process_ids(&data.processes)?,
            ..Audit::planned(id, data.kind, data.starts_on, data.ends_on)
        };
        match self.registers.audits.iter().find(|work| work.audit == data.key) {
            Some(work) => self.worked(audit, work, ids),
            None => Ok(audit),
        }
    }

    fn worked(&self, audit: Audit, work: &AuditWork, ids: &mut dyn IdSource) -> Result<Audit, SampleError> {
        let team = work.team.iter().map(|member| self.member(member));
        let questions = work.questions.iter().map(|question| self.question(question, ids));
        Ok(Audit {
            team: team.collect::<Result<_, _>>()?,
            questions: questions.collect::<Result<_, _>>()?,
            report_on: work.report_on,
            answer_due_on: work.answer_due_on,
            answer_sent_on: work.answer_sent_on,
            answer_accepted_on: work.answer_accepted_on,
            ..audit
        })
    }

    fn member(&self, member: &MemberData) -> Result<TeamMember, SampleError> {
        Ok(TeamMember { post: self.posts.id(&member.post)?, processes: self.process_ids(&member.processes)? })
    }

    fn question(&self, data: &QuestionData, ids: &mut dyn IdSource) -> Result<Question, SampleError> {
        let about = data.about.as_ref().map(|number| self.case_data(number)).transpose()?;
        let found = data.case.as_ref().map(|number| self.case_data(number)).transpose()?;
        let list = data.list.as_ref().map(|key| self.list(key)).transpose()?;
        let asked = self.asked(data, list)?;
        let process = data.process.as_ref().or(list.and_then(|list| list.process.as_ref()));
        let process = process.or(about.map(|case| &case.process));
        let evidence = data.evidence.as_ref().or(found.map(|case| &case.finding.evidence));
        let note = data.note.as_ref().or(found.map(|case| &case.finding.statement));
        let clauses = match (asked, about) {
            (Some(asked), _) => Some((&asked.clause_2008, &asked.clause_2015)),
            (None, case) => case.map(|case| (&case.clause_2008, &case.clause_2015)),
        };
        let text = asked.map(|asked| &asked.text).or(about.map(|case| &case.finding.statement));
        Ok(Question {
            id: fresh(ids),
            list: data.list.as_ref().map(|key| self.lists.id(key)).transpose()?,
            about: self.case_id(data.about.as_ref())?,
            process: process.map(|code| self.processes.id(code)).transpose()?,
            clause_2008: clauses.map(|(old, _)| old.clone()),
            clause_2015: clauses.map(|(_, new)| new.clone()),
            text: self.text_or_empty(text),
            needs_evidence: asked.is_none_or(|asked| asked.needs_evidence),
            answer: data.answer,
            evidence: self.text_or_empty(evidence),
            note: self.text_or_empty(note),
            case: self.case_id(data.case.as_ref())?,
        })
    }

    /// The question of the list that is meant, else the audit's own.
    fn asked<'q>(
        &self,
        data: &'q QuestionData,
        list: Option<&'q QuestionListData>,
    ) -> Result<Option<&'q ListQuestionData>, SampleError> {
        let Some(list) = list else { return Ok(data.own.as_ref()) };
        let no = data.no.unwrap_or_default();
        let found = no.checked_sub(1).and_then(|place| list.questions.get(place));
        let unknown = || SampleError::Unknown { what: "question", key: format!("{} {no}", list.key) };
        found.map(Some).ok_or_else(unknown)
    }

    fn list(&self, key: &str) -> Result<&QuestionListData, SampleError> {
        let found = self.registers.question_lists.iter().find(|list| list.key == key);
        found.ok_or_else(|| SampleError::Unknown { what: "question list", key: key.into() })
    }

    fn case_data(&self, number: &str) -> Result<&CaseData, SampleError> {
        let found = self.data.cases.iter().find(|case| case.no == number);
        found.ok_or_else(|| SampleError::Unknown { what: "case", key: number.into() })
    }

    pub(super) fn question_lists(&self, ids: &mut dyn IdSource) -> Result<Vec<Record>, SampleError> {
        let lists = self.registers.question_lists.iter();
        lists.map(|list| Ok(self.question_list(list, ids)?.into_record())).collect()
    }

    fn question_list(
        &self,
        list: &QuestionListData,
        ids: &mut dyn IdSource,
    ) -> Result<QuestionList, SampleError> {
        let questions = list.questions.iter();
        Ok(QuestionList {
            id: self.lists.id(&list.key)?,
            name: self.text(&list.name),
            process: list.process.as_ref().map(|code| self.processes.id(code)).transpose()?,
            questions: questions
                .map(|question| ListQuestion {
                    id: fresh(ids),
                    clause_2008: Some(question.clause_2008.clone()),
                    clause_2015: Some(question.clause_2015.clone()),
                    text: self.text(&question.text),
                    needs_evidence: question.needs_evidence,
                })
                .collect(),
        })
    }

    pub(super) fn auditors(&self, ids: &mut dyn IdSource) -> Result<Vec<Record>, SampleError> {
        let auditors = self.registers.auditors.iter();
        auditors
            .map(|auditor| {
                let record = Auditor {
                    id: fresh(ids),
                    post: self.posts.id(&auditor.post)?,
                    training: self.text(&auditor.training),
                    trained_on: Some(auditor.trained_on),
                    order: self.text(&auditor.order),
                    appointed_on: Some(auditor.appointed_on),
                    until: None,
                };
                Ok(record.into_record())
            })
            .collect()
    }

    pub(super) fn audit_programmes(&self, ids: &mut dyn IdSource) -> Result<Vec<Record>, SampleError> {
        let programmes = self.registers.audit_programmes.iter();
        programmes
            .map(|programme| {
                let lines = programme.lines.iter().map(|line| {
                    Ok(ProgrammeLine {
                        process: self.processes.id(&line.process)?,
                        months: line.months.clone(),
                    })
                });
                let record = AuditProgramme {
                    id: fresh(ids),
                    year: programme.year,
                    lines: lines.collect::<Result<_, SampleError>>()?,
                    approval: programme.approved_on.map(|on| self.decision(STAROSTA, on)).transpose()?,
                    note: self.text(&programme.note),
                };
                Ok(record.into_record())
            })
            .collect()
    }
}
