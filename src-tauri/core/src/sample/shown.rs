//! Records of a sample folder in the language of whoever looks at them. The book keeps the language it was made
//! in; what people wrote into it themselves stays as they wrote it.

use super::data;
use super::dictionary::translate;
use crate::domain::action::{Action, Extension};
use crate::domain::action_programme::ActionProgramme;
use crate::domain::audit::Audit;
use crate::domain::case::Case;
use crate::domain::certificate::Certificate;
use crate::domain::complaint::Complaint;
use crate::domain::confirmation::{Confirmation, OwnCheck, ReadinessRun};
use crate::domain::objective::Objective;
use crate::domain::office::{Department, Office, Post, Process};
use crate::domain::programme::{AuditProgramme, Auditor, QuestionList};
use crate::domain::review::Review;
use crate::domain::survey::Survey;
use crate::words::Lang;

/// A record whose texts can be shown in another language.
pub trait Translated: Clone {
    /// Puts every text of the sample office into that language.
    fn put_in(&mut self, lang: Lang);
}

/// The record as it is shown in that language.
pub fn shown<T: Translated>(record: &T, lang: Lang) -> T {
    let mut record = record.clone();
    record.put_in(lang);
    record
}

fn put<'a>(texts: impl IntoIterator<Item = &'a mut String>, lang: Lang) {
    for text in texts {
        if let Some(other) = translate(text, lang) {
            *text = other.into();
        }
    }
}

impl Translated for Case {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.title, &mut self.reported_by, &mut self.source_document], lang);
        put([&mut self.finding.evidence, &mut self.finding.requirement, &mut self.finding.statement], lang);
        put([&mut self.correction.what, &mut self.correction.consequences], lang);
        put([&mut self.cause.analysis, &mut self.cause.root, &mut self.cause.similar], lang);
        let whys = &mut self.cause.five_why;
        put([&mut whys.problem], lang);
        let answers = whys.arose.iter_mut().chain(&mut whys.undetected);
        put(answers.flat_map(|why| [&mut why.answer, &mut why.evidence]), lang);
        put([&mut self.expected_effect, &mut self.remarks], lang);
        let judged = &mut self.effectiveness;
        put([&mut judged.criterion, &mut judged.data, &mut judged.by], lang);
        let decided = [&mut self.plan_submission, &mut self.plan_approval, &mut self.done_report];
        put(decided.into_iter().flatten().map(|decision| &mut decision.by), lang);
        put(self.verification.iter_mut().flat_map(|done| [&mut done.by, &mut done.seen]), lang);
        put(self.closure.iter_mut().flat_map(|closure| [&mut closure.by, &mut closure.note]), lang);
        let decisions = self.no_action.iter_mut();
        put(decisions.flat_map(|no| [&mut no.reason, &mut no.by, &mut no.approved_by]), lang);
        put_extensions(&mut self.target_extensions, lang);
        self.actions.iter_mut().for_each(|action| put_action(action, lang));
    }
}

fn put_action(action: &mut Action, lang: Lang) {
    put([&mut action.what], lang);
    put(action.cancelled_reason.iter_mut(), lang);
    put_extensions(&mut action.extensions, lang);
    put(action.evidence.iter_mut().flat_map(|paper| [&mut paper.title, &mut paper.by]), lang);
}

fn put_extensions(extensions: &mut [Extension], lang: Lang) {
    put(extensions.iter_mut().flat_map(|moved| [&mut moved.reason, &mut moved.decided_by]), lang);
}

impl Translated for Department {
    /// A unit is known by its symbol, because a post may carry the same name.
    fn put_in(&mut self, lang: Lang) {
        let units = data::data().map(|data| data.units.as_slice()).unwrap_or_default();
        let own = units.iter().find(|unit| {
            unit.symbol == self.code
                && [Lang::Pl, Lang::En].iter().any(|lang| unit.name.of(*lang) == self.name)
        });
        match own {
            Some(unit) => self.name = unit.name.of(lang),
            None => put([&mut self.name], lang),
        }
    }
}

impl Translated for Post {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.name], lang);
    }
}

impl Translated for Process {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.name, &mut self.measure], lang);
    }
}

impl Translated for Office {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.name], lang);
        put(self.closed_days.iter_mut().map(|closed| &mut closed.note), lang);
    }
}

impl Translated for Certificate {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.body], lang);
    }
}

impl Translated for Audit {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.scope, &mut self.lead, &mut self.note], lang);
        let questions = self.questions.iter_mut();
        put(questions.flat_map(|it| [&mut it.text, &mut it.evidence, &mut it.note]), lang);
    }
}

impl Translated for QuestionList {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.name], lang);
        put(self.questions.iter_mut().map(|question| &mut question.text), lang);
    }
}

impl Translated for Auditor {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.training, &mut self.order], lang);
    }
}

impl Translated for AuditProgramme {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.note], lang);
        put(self.approval.iter_mut().map(|decision| &mut decision.by), lang);
    }
}

impl Translated for Complaint {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.subject, &mut self.decision, &mut self.no_case_reason, &mut self.note], lang);
    }
}

impl Translated for Objective {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.text, &mut self.measure, &mut self.baseline], lang);
        put([&mut self.target, &mut self.result, &mut self.no_case_reason], lang);
    }
}

impl Translated for Survey {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.name, &mut self.findings, &mut self.no_case_reason], lang);
    }
}

impl Translated for Review {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.participants, &mut self.note], lang);
        put(self.inputs.iter_mut().map(|input| &mut input.summary), lang);
        let decisions = self.decisions.iter_mut();
        put(decisions.flat_map(|decision| [&mut decision.text, &mut decision.no_case_reason]), lang);
    }
}

impl Translated for ActionProgramme {
    fn put_in(&mut self, lang: Lang) {
        put(self.approval.iter_mut().map(|decision| &mut decision.by), lang);
        let entries = self.monitoring.iter_mut();
        put(entries.flat_map(|entry| [&mut entry.by, &mut entry.remarks, &mut entry.decisions]), lang);
        put(self.reports.iter_mut().flat_map(|report| [&mut report.by, &mut report.remarks]), lang);
    }
}

impl Translated for Confirmation {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.by, &mut self.note], lang);
    }
}

impl Translated for OwnCheck {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.question], lang);
    }
}

impl Translated for ReadinessRun {
    fn put_in(&mut self, lang: Lang) {
        put([&mut self.by], lang);
        let signed = [&mut self.signed_representative, &mut self.signed_coordinator];
        put(signed.into_iter().flatten().map(|decision| &mut decision.by), lang);
        let results = self.results.iter_mut();
        put(results.flat_map(|result| [&mut result.confirmed_by, &mut result.note]), lang);
    }
}
