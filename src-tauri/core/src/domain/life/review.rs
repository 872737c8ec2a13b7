//! Verification (was it done?) and the review of effectiveness (did it help?): two steps, two dates, two people.

use super::{Judgement, Telling, text};
use crate::calendar::Period;
use crate::domain::book::{computed_date, deadlines, department_code, next_number};
use crate::domain::case::{
    Case, CaseStatus, Closure, Done, Effect, Effectiveness, External, Link, LinkKind, Verification,
};
use crate::domain::change::{Moment, Record};
use crate::domain::finding::{Cause, Correction, Finding};
use crate::domain::ids::fresh;
use crate::domain::rule::{Rule, RuleError};
use chrono::Datelike;

impl Telling<'_> {
    pub(super) fn verify(&self, case: &mut Case, seen: &str) -> Result<&'static str, RuleError> {
        case.verification = Some(self.verification(case, Done::Yes, text("seen", seen)?));
        Ok("implementation_verified")
    }

    pub(super) fn send_back(&self, case: &mut Case, result: Done) -> Result<&'static str, RuleError> {
        // "Done" sends nothing back.
        let result = if result == Done::Yes { Done::Partly } else { result };
        case.verification = Some(self.verification(case, result, self.reason.to_string()));
        case.done_report = None;
        Ok("sent_back")
    }

    fn verification(&self, case: &Case, result: Done, seen: String) -> Verification {
        Verification {
            result,
            on: self.acting.on,
            by: self.acting.name.clone(),
            seen,
            signer: Some(self.acting.signer()),
            by_owner: self.acting.owns_an_action(case),
        }
    }

    pub(super) fn judge(
        &self,
        case: &mut Case,
        judged: &Judgement,
        moment: &mut Moment<'_>,
        further: &mut Vec<Record>,
    ) -> Result<&'static str, RuleError> {
        let data = text("data", &judged.data)?;
        if data.is_empty() {
            return Err(RuleError::refused(Rule::DataRequired));
        }
        let early = case.effectiveness.due_on.filter(|due_on| self.acting.on < *due_on);
        if let (Some(due_on), true) = (early, self.reason.is_empty()) {
            return Err(RuleError::with(Rule::ReviewTooEarly, "date", due_on.to_string()));
        }
        case.effectiveness = Effectiveness {
            criterion: case.effectiveness.criterion.clone(),
            due_on: case.effectiveness.due_on,
            result: Some(judged.effect),
            data,
            on: Some(self.acting.on),
            by: self.acting.name.clone(),
            signer: Some(self.acting.signer()),
            early_reason: if early.is_some() { self.reason.to_string() } else { String::new() },
            by_owner: self.acting.owns_an_action(case),
            risks_updated: text("risks_updated", &judged.risks_updated)?,
            qms_change: text("qms_change", &judged.qms_change)?,
        };
        case.closure = Some(self.closure(String::new()));
        match judged.effect {
            Effect::Effective => Ok("judged_effective"),
            Effect::Ineffective => {
                let next = self.follow_up(case, moment);
                case.links.push(Link { kind: LinkKind::FollowUp, to: next.id });
                further.push(Record::Case(Box::new(next)));
                Ok("judged_ineffective")
            }
        }
    }

    pub(super) fn closure(&self, note: String) -> Closure {
        Closure { on: self.acting.on, by: self.acting.name.clone(), note, signer: Some(self.acting.signer()) }
    }

    /// The case that goes on where this one proved ineffective: registered at once, so that it cannot be lost, with
    /// the finding and the result of the review, and without a cause: that one was wrong.
    fn follow_up(&self, case: &Case, moment: &mut Moment<'_>) -> Case {
        let today = moment.today;
        let code = department_code(self.book, case.department);
        let steps = deadlines(self.book);
        let target_on = computed_date(self.book, today, Period::Days(steps.follow_up_days));
        Case {
            number: Some(next_number(self.book, case.kind, today.year(), &code)),
            status: CaseStatus::Registered,
            title: case.title.clone(),
            reported_on: Some(self.acting.on),
            registered_on: Some(today),
            reported_by: self.acting.name.clone(),
            file_reference: case.file_reference.clone(),
            source: case.source,
            source_document: case.number.clone().unwrap_or_default(),
            process: case.process,
            department: case.department,
            owner: case.owner,
            clause_2008: case.clause_2008.clone(),
            clause_2015: case.clause_2015.clone(),
            grade: case.grade,
            finding: Finding { evidence: case.effectiveness.data.clone(), ..case.finding.clone() },
            correction: Correction::default(),
            cause: Cause::default(),
            target_on,
            original_target_on: target_on,
            plan_due_on: computed_date(self.book, today, Period::Days(steps.plan_days)),
            external: case
                .external
                .as_ref()
                .map(|external| External { audit: external.audit, ..External::default() }),
            ..Case::draft(fresh(moment.ids), case.kind)
        }
    }
}
