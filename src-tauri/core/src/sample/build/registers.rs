//! The registers of the sample office: complaints, objectives, surveys, reviews, the programme of actions, and what
//! people added to the readiness checklist.

use chrono::{Datelike, NaiveDate};

use super::audits::STAROSTA;
use super::{Builder, SampleError};
use crate::domain::action_programme::{ActionProgramme, Monitoring, Progress, QuarterReport};
use crate::domain::case::Case;
use crate::domain::change::Record;
use crate::domain::complaint::Complaint;
use crate::domain::confirmation::{Confirmation, KeptResult, ReadinessRun};
use crate::domain::ids::{ActionId, IdSource, fresh};
use crate::domain::monitoring::state;
use crate::domain::objective::Objective;
use crate::domain::review::{Review, ReviewDecision, ReviewInput};
use crate::domain::shelf::Shelved;
use crate::domain::survey::Survey;
use crate::sample::registers::{
    ActionProgrammeData, ComplaintData, MonitoringData, ObjectiveData, ObjectivesData, ProgressData,
    ReviewData, RunData, SurveyData,
};

/// The post that monitors, confirms and signs.
const REPRESENTATIVE: &str = "representative";
/// The post that signs beside it.
const COORDINATOR: &str = "secretary";

impl Builder<'_> {
    /// Everything that stands on the cases.
    pub(super) fn registers(
        &self,
        cases: &[Case],
        ids: &mut dyn IdSource,
    ) -> Result<Vec<Record>, SampleError> {
        let mut records = self.auditors(ids)?;
        records.extend(self.audit_programmes(ids)?);
        for complaint in &self.registers.complaints {
            records.push(self.complaint(complaint, ids)?.into_record());
        }
        for year in &self.registers.objectives {
            for objective in &year.items {
                records.push(self.objective(year, objective, ids)?.into_record());
            }
        }
        for survey in &self.registers.surveys {
            records.push(self.survey(survey, ids)?.into_record());
        }
        for review in &self.registers.reviews {
            records.push(self.review(review, ids)?.into_record());
        }
        for programme in &self.registers.action_programmes {
            records.push(self.action_programme(programme, cases, ids)?.into_record());
        }
        records.extend(self.confirmations(ids)?);
        for run in &self.registers.readiness_runs {
            records.push(self.run(run, ids)?.into_record());
        }
        Ok(records)
    }

    fn complaint(&self, data: &ComplaintData, ids: &mut dyn IdSource) -> Result<Complaint, SampleError> {
        Ok(Complaint {
            id: fresh(ids),
            kind: data.kind,
            reference: data.reference.clone(),
            received_on: data.received_on,
            subject: self.text(&data.subject),
            department: Some(self.departments.id(&data.department)?),
            process: Some(self.processes.id(&data.process)?),
            justified: Some(data.justified),
            decision: self.text(&data.decision),
            answered_on: Some(data.answered_on),
            notice_on: data.notice_on,
            notice_until: data.notice_until,
            case: self.case_id(data.case.as_ref())?,
            no_case_reason: self.text_or_empty(data.no_case_reason.as_ref()),
            note: self.text_or_empty(data.note.as_ref()),
        })
    }

    fn objective(
        &self,
        year: &ObjectivesData,
        data: &ObjectiveData,
        ids: &mut dyn IdSource,
    ) -> Result<Objective, SampleError> {
        Ok(Objective {
            id: fresh(ids),
            year: year.year,
            text: self.text(&data.text),
            process: Some(self.processes.id(&data.process)?),
            owner: Some(self.posts.id(&data.owner)?),
            measure: self.text(&data.measure),
            baseline: self.text_or_empty(data.baseline.as_ref()),
            target: self.text(&data.target),
            result: self.text(&data.result),
            met: Some(data.met),
            approved_on: Some(year.approved_on),
            reviewed_on: Some(year.reviewed_on),
            case: self.case_id(data.case.as_ref())?,
            no_case_reason: self.text_or_empty(data.no_case_reason.as_ref()),
        })
    }

    fn survey(&self, data: &SurveyData, ids: &mut dyn IdSource) -> Result<Survey, SampleError> {
        Ok(Survey {
            id: fresh(ids),
            name: self.text(&data.name),
            held_on: data.held_on,
            answers: Some(data.answers),
            score: Some(data.score),
            target: Some(data.target),
            scale: Some(data.scale),
            report_on: Some(data.report_on),
            findings: self.text(&data.findings),
            cases: self.case_ids(&data.cases)?,
            no_case_reason: String::new(),
        })
    }

    fn review(&self, data: &ReviewData, ids: &mut dyn IdSource) -> Result<Review, SampleError> {
        let inputs = data.inputs.iter();
        let decisions = data.decisions.iter().map(|decision| {
            Ok(ReviewDecision {
                id: fresh(ids),
                text: self.text(&decision.text),
                owner: Some(self.posts.id(&decision.owner)?),
                due_on: Some(decision.due_on),
                case: self.case_id(decision.case.as_ref())?,
                no_case_reason: self.text_or_empty(decision.no_case_reason.as_ref()),
            })
        });
        let decisions = decisions.collect::<Result<_, SampleError>>()?;
        Ok(Review {
            id: fresh(ids),
            on: data.on,
            held: true,
            participants: self.text(&data.participants),
            minutes: data.minutes.clone(),
            inputs: inputs
                .map(|input| ReviewInput { topic: input.topic, summary: self.text(&input.summary) })
                .collect(),
            decisions,
            note: String::new(),
        })
    }

    fn action_programme(
        &self,
        data: &ActionProgrammeData,
        cases: &[Case],
        ids: &mut dyn IdSource,
    ) -> Result<ActionProgramme, SampleError> {
        let monitoring = data.monitoring.iter().map(|entry| self.monitoring(data.year, entry, cases));
        let reports = data.reports.iter().map(|report| {
            Ok(QuarterReport {
                quarter: report.quarter,
                on: report.on,
                by: self.by(REPRESENTATIVE)?,
                signer: self.signer(REPRESENTATIVE)?,
                remarks: self.text(&report.remarks),
            })
        });
        Ok(ActionProgramme {
            id: fresh(ids),
            year: data.year,
            approval: Some(self.decision(STAROSTA, data.approved_on)?),
            approved: approved(cases, data.year, data.approved_on),
            monitoring: monitoring.collect::<Result<_, _>>()?,
            reports: reports.collect::<Result<_, SampleError>>()?,
        })
    }

    fn monitoring(
        &self,
        year: i32,
        data: &MonitoringData,
        cases: &[Case],
    ) -> Result<Monitoring, SampleError> {
        let first = NaiveDate::from_ymd_opt(year, data.month, 1).unwrap_or(data.on);
        let state = state(cases.iter(), first, data.on);
        let progress = data.progress.iter().map(|it| progress(it, cases));
        Ok(Monitoring {
            month: data.month,
            on: data.on,
            by: self.by(REPRESENTATIVE)?,
            signer: self.signer(REPRESENTATIVE)?,
            open: state.open,
            done: state.done,
            overdue: state.overdue,
            remarks: self.text_or_empty(data.remarks.as_ref()),
            decisions: self.text_or_empty(data.decisions.as_ref()),
            progress: progress.collect::<Result<_, _>>()?,
        })
    }

    fn confirmations(&self, ids: &mut dyn IdSource) -> Result<Vec<Record>, SampleError> {
        let confirmations = self.registers.confirmations.iter();
        confirmations
            .map(|given| {
                let record = Confirmation {
                    id: fresh(ids),
                    check: given.check.clone(),
                    answer: given.answer,
                    on: given.on,
                    by: self.by(&given.by)?,
                    signer: self.signer(&given.by)?,
                    note: self.text(&given.note),
                    figure: None,
                    processes: Vec::new(),
                    cases: self.case_ids(&given.cases)?,
                };
                Ok(record.into_record())
            })
            .collect()
    }

    fn run(&self, data: &RunData, ids: &mut dyn IdSource) -> Result<ReadinessRun, SampleError> {
        let results = data.results.iter().map(|result| {
            let by = result.confirmed_by.as_ref().map(|by| self.by(by)).transpose()?;
            Ok(KeptResult {
                check: result.check.clone(),
                result: result.result,
                cases: self.case_ids(&result.cases)?,
                confirmed_by: by.unwrap_or_default(),
                note: self.text_or_empty(result.note.as_ref()),
            })
        });
        let signed = |by: &str, on: Option<NaiveDate>| on.map(|on| self.decision(by, on)).transpose();
        Ok(ReadinessRun {
            id: fresh(ids),
            audit: data.audit.as_ref().map(|key| self.audits.id(key)).transpose()?,
            audit_on: data.audit_on,
            on: data.on,
            by: self.by(&data.by)?,
            verdict: data.verdict,
            score: data.score,
            results: results.collect::<Result<_, SampleError>>()?,
            signed_representative: signed(REPRESENTATIVE, data.signed_representative)?,
            signed_coordinator: signed(COORDINATOR, data.signed_coordinator)?,
        })
    }
}

/// The actions that stood in the programme of a year when it was approved: their plan was approved by then, and they
/// were not done before the year.
fn approved(cases: &[Case], year: i32, on: NaiveDate) -> Vec<ActionId> {
    let planned = |case: &&Case| case.plan_approval.as_ref().is_some_and(|approval| approval.on <= on);
    let actions = cases.iter().filter(planned).flat_map(|case| &case.actions);
    let of_year = actions.filter(|action| action.done_on.is_none_or(|done_on| done_on.year() >= year));
    of_year.map(|action| action.id).collect()
}

fn progress(data: &ProgressData, cases: &[Case]) -> Result<Progress, SampleError> {
    let case = cases.iter().find(|case| case.number.as_ref() == Some(&data.case));
    let action = case.and_then(|case| case.actions.get(data.action));
    let unknown = || SampleError::Unknown { what: "action", key: format!("{} {}", data.case, data.action) };
    Ok(Progress { action: action.ok_or_else(unknown)?.id, percent: data.percent })
}
