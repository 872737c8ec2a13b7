//! Records of the book from the data of the sample office.

mod audits;
mod registers;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::SampleError;
use super::data::{ActionData, CaseData, EffectivenessData, ExtensionData, SampleData, Text};
use super::registers::RegistersData;
use crate::domain::action::{Action, Evidence, Extension};
use crate::domain::case::{Case, Closure, Decision, Effectiveness, External, Link, NoAction, Verification};
use crate::domain::certificate::Certificate;
use crate::domain::change::Record;
use crate::domain::finding::{Cause, Correction, Finding, FiveWhy, Why};
use crate::domain::ids::{
    AuditId, CaseId, CertificateId, DepartmentId, Id, IdSource, PostId, ProcessId, QuestionListId, fresh,
};
use crate::domain::office::{ClosedDay, Department, Office, Post, Process};
use crate::domain::person::Signer;
use crate::words::Lang;

/// Every record of the sample office, what is referred to before what refers to it.
pub fn records(
    data: &SampleData,
    registers: &RegistersData,
    lang: Lang,
    ids: &mut dyn IdSource,
) -> Result<Vec<Record>, SampleError> {
    let builder = Builder::new(data, registers, lang, ids);
    let mut records = vec![Record::Office(Box::new(builder.office()))];
    records.extend(builder.departments()?.into_iter().map(Record::Department));
    records.extend(builder.posts()?.into_iter().map(Record::Post));
    records.extend(builder.processes()?.into_iter().map(Record::Process));
    records.push(Record::Certificate(builder.certificate()));
    records.extend(builder.question_lists(ids)?);
    records.extend(builder.audits(ids)?.into_iter().map(Record::Audit));
    let cases = data.cases.iter().map(|case| builder.case(case, ids)).collect::<Result<Vec<_>, _>>()?;
    let registers = builder.registers(&cases, ids)?;
    records.extend(cases.into_iter().map(|case| Record::Case(Box::new(case))));
    records.extend(registers);
    Ok(records)
}

/// The identities given to the keys of the data.
struct Keys<T> {
    what: &'static str,
    ids: BTreeMap<String, T>,
}

impl<T: Id> Keys<T> {
    fn new<'a>(what: &'static str, keys: impl Iterator<Item = &'a String>, ids: &mut dyn IdSource) -> Self {
        Self { what, ids: keys.map(|key| (key.clone(), fresh(ids))).collect() }
    }

    fn id(&self, key: &str) -> Result<T, SampleError> {
        let known = self.ids.get(key).copied();
        known.ok_or_else(|| SampleError::Unknown { what: self.what, key: key.into() })
    }
}

struct Builder<'a> {
    data: &'a SampleData,
    registers: &'a RegistersData,
    lang: Lang,
    certificate: CertificateId,
    departments: Keys<DepartmentId>,
    posts: Keys<PostId>,
    processes: Keys<ProcessId>,
    audits: Keys<AuditId>,
    cases: Keys<CaseId>,
    lists: Keys<QuestionListId>,
}

impl<'a> Builder<'a> {
    fn new(data: &'a SampleData, registers: &'a RegistersData, lang: Lang, ids: &mut dyn IdSource) -> Self {
        Self {
            data,
            registers,
            lang,
            departments: Keys::new("unit", data.units.iter().map(|unit| &unit.symbol), ids),
            posts: Keys::new("post", data.posts.iter().map(|post| &post.key), ids),
            processes: Keys::new("process", data.processes.iter().map(|process| &process.no), ids),
            certificate: fresh(ids),
            audits: Keys::new("audit", data.audits.iter().map(|audit| &audit.key), ids),
            cases: Keys::new("case", data.cases.iter().map(|case| &case.no), ids),
            lists: Keys::new("question list", registers.question_lists.iter().map(|list| &list.key), ids),
        }
    }

    fn text(&self, text: &Text) -> String {
        text.of(self.lang)
    }

    fn text_or_empty(&self, text: Option<&Text>) -> String {
        text.map(|text| self.text(text)).unwrap_or_default()
    }

    /// The name of a post, as the texts of a case show who did something.
    fn by(&self, key: &str) -> Result<String, SampleError> {
        let post = self.data.posts.iter().find(|post| post.key == key);
        let post = post.ok_or_else(|| SampleError::Unknown { what: "post", key: key.into() })?;
        Ok(self.text(&post.name))
    }

    /// The post behind a name, for rules that ask who decided.
    fn signer(&self, key: &str) -> Result<Option<Signer>, SampleError> {
        Ok(Some(Signer { posts: vec![self.posts.id(key)?], ..Signer::default() }))
    }

    /// What the holder of a post decided on a day.
    fn decision(&self, by: &str, on: NaiveDate) -> Result<Decision, SampleError> {
        Ok(Decision { on, by: self.by(by)?, signer: self.signer(by)? })
    }

    fn case_ids(&self, numbers: &[String]) -> Result<Vec<CaseId>, SampleError> {
        numbers.iter().map(|number| self.cases.id(number)).collect()
    }

    fn case_id(&self, number: Option<&String>) -> Result<Option<CaseId>, SampleError> {
        number.map(|number| self.cases.id(number)).transpose()
    }

    fn process_ids(&self, codes: &[String]) -> Result<Vec<ProcessId>, SampleError> {
        codes.iter().map(|code| self.processes.id(code)).collect()
    }

    fn office(&self) -> Office {
        let closed_days = self.data.closed_days.iter();
        Office {
            edition: self.data.certificate.edition,
            closed_days: closed_days
                .map(|closed| ClosedDay { on: closed.on, note: self.text(&closed.reason) })
                .collect(),
            sample_day: Some(self.data.as_of),
            ..Office::begun(self.text(&self.data.office.name), self.data.as_of)
        }
    }

    fn departments(&self) -> Result<Vec<Department>, SampleError> {
        let units = self.data.units.iter();
        units
            .map(|unit| {
                Ok(Department {
                    id: self.departments.id(&unit.symbol)?,
                    code: unit.symbol.clone(),
                    name: self.text(&unit.name),
                })
            })
            .collect()
    }

    fn posts(&self) -> Result<Vec<Post>, SampleError> {
        let posts = self.data.posts.iter();
        posts
            .map(|post| {
                Ok(Post {
                    id: self.posts.id(&post.key)?,
                    name: self.text(&post.name),
                    department: Some(self.departments.id(&post.unit)?),
                    roles: post.roles.clone(),
                })
            })
            .collect()
    }

    fn processes(&self) -> Result<Vec<Process>, SampleError> {
        let processes = self.data.processes.iter();
        processes
            .map(|process| {
                Ok(Process {
                    id: self.processes.id(&process.no)?,
                    code: process.no.clone(),
                    name: self.text(&process.name),
                    owner: Some(self.posts.id(&process.owner_post)?),
                    department: Some(self.departments.id(&process.unit)?),
                    measure: self.text(&process.measure),
                })
            })
            .collect()
    }

    fn certificate(&self) -> Certificate {
        let certificate = &self.data.certificate;
        Certificate {
            id: self.certificate,
            number: certificate.number.clone(),
            body: self.text(&certificate.body),
            edition: certificate.edition,
            stage2_ended_on: Some(certificate.stage2_ended_on),
            decided_on: certificate.decided_on,
            valid_until: certificate.valid_until,
            base: certificate.base,
            tolerance_days: 0,
            cycle: 1,
            recorded_on: Some(self.data.as_of),
            suspensions: Vec::new(),
            transfers: Vec::new(),
            withdrawn_on: None,
            restored: false,
        }
    }

    fn case(&self, case: &CaseData, ids: &mut dyn IdSource) -> Result<Case, SampleError> {
        let actions = case.actions.iter().map(|action| self.action(action, ids));
        let actions = actions.collect::<Result<Vec<_>, _>>()?;
        // The due date of a case without actions is the case's own.
        let target_on = actions.is_empty().then_some(case.due);
        let links = case.links.iter();
        let links = links.map(|link| Ok(Link { kind: link.kind, to: self.cases.id(&link.to)? }));
        Ok(Case {
            number: Some(case.no.clone()),
            status: case.status,
            title: self.text(&case.title),
            reported_on: Some(case.reported_on),
            registered_on: Some(case.registered),
            reported_by: self.by(&case.reported_by)?,
            source: Some(case.source),
            source_document: self.text(&case.source_document),
            process: Some(self.processes.id(&case.process)?),
            department: Some(self.departments.id(&case.department)?),
            owner: Some(self.posts.id(&case.owner)?),
            clause_2008: Some(case.clause_2008.clone()),
            clause_2015: Some(case.clause_2015.clone()),
            grade: case.grade,
            finding: self.finding(case),
            correction: self.correction(case),
            cause: self.cause(case),
            actions,
            target_on,
            original_target_on: target_on,
            plan_due_on: case.plan_due_on,
            expected_effect: self.text_or_empty(case.expected_effect.as_ref()),
            plan_approval: self.plan_approval(case)?,
            verification: self.verification(case)?,
            effectiveness: self.effectiveness(case.effectiveness.as_ref())?,
            no_action: self.no_action(case)?,
            external: self.external(case)?,
            closure: self.closure(case)?,
            links: links.collect::<Result<Vec<_>, SampleError>>()?,
            ..Case::draft(self.cases.id(&case.no)?, case.kind)
        })
    }

    fn finding(&self, case: &CaseData) -> Finding {
        Finding {
            evidence: self.text(&case.finding.evidence),
            requirement: self.text(&case.finding.requirement),
            statement: self.text(&case.finding.statement),
        }
    }

    fn correction(&self, case: &CaseData) -> Correction {
        case.correction.as_ref().map_or_else(Correction::default, |correction| Correction {
            what: self.text(&correction.what),
            done_on: correction.done_on,
            consequences: self.text(&correction.consequences),
        })
    }

    fn cause(&self, case: &CaseData) -> Cause {
        Cause {
            method: case.cause.method,
            five_why: self.five_why(case),
            analysis: self.text(&case.cause.analysis),
            root: self.text_or_empty(case.cause.root.as_ref()),
            similar: self.text_or_empty(case.cause.similar.as_ref()),
            ..Cause::default()
        }
    }

    fn five_why(&self, case: &CaseData) -> FiveWhy {
        let answers = case.cause.why.iter();
        let answers = answers.map(|answer| Why { answer: self.text(answer), evidence: String::new() });
        FiveWhy { arose: answers.collect(), ..FiveWhy::default() }
    }

    fn action(&self, action: &ActionData, ids: &mut dyn IdSource) -> Result<Action, SampleError> {
        let extensions = action.extensions.iter().map(|extension| self.extension(extension));
        let mut evidence = Vec::new();
        for paper in &action.evidence {
            evidence.push(Evidence {
                id: fresh(ids),
                title: self.text(&paper.title),
                file_number: paper.file_number.clone(),
                on: Some(paper.on),
                by: self.by(&paper.by)?,
                signer: self.signer(&paper.by)?,
                attached_at: None,
                file: None,
                withdrawn: None,
            });
        }
        Ok(Action {
            what: self.text(&action.what),
            owner: Some(self.posts.id(&action.owner)?),
            original_due_on: Some(action.original_due),
            due_on: Some(action.due),
            extensions: extensions.collect::<Result<Vec<_>, _>>()?,
            done_on: action.done_on,
            evidence,
            training: action.training,
            ..Action::planned(fresh(ids))
        })
    }

    fn extension(&self, extension: &ExtensionData) -> Result<Extension, SampleError> {
        Ok(Extension {
            from: Some(extension.from),
            to: extension.to,
            reason: self.text(&extension.reason),
            asked_on: extension.asked_on,
            decided_on: extension.approved_on,
            decided_by: self.by(&extension.approved_by)?,
            signer: self.signer(&extension.approved_by)?,
            late: extension.approved_on > extension.from,
        })
    }

    fn plan_approval(&self, case: &CaseData) -> Result<Option<Decision>, SampleError> {
        case.plan_approved.as_ref().map(|approval| self.decision(&approval.by, approval.on)).transpose()
    }

    fn verification(&self, case: &CaseData) -> Result<Option<Verification>, SampleError> {
        let verification = case.verification.as_ref();
        verification
            .map(|done| {
                Ok(Verification {
                    result: done.result,
                    on: done.on,
                    by: self.by(&done.by)?,
                    seen: self.text(&done.seen),
                    signer: self.signer(&done.by)?,
                    by_owner: false,
                })
            })
            .transpose()
    }

    fn effectiveness(&self, judged: Option<&EffectivenessData>) -> Result<Effectiveness, SampleError> {
        let Some(judged) = judged else { return Ok(Effectiveness::default()) };
        let by = judged.by.as_ref().map(|by| self.by(by)).transpose()?;
        Ok(Effectiveness {
            criterion: self.text(&judged.criterion),
            due_on: judged.due_on,
            result: judged.result,
            data: self.text_or_empty(judged.data.as_ref()),
            on: judged.on,
            by: by.unwrap_or_default(),
            signer: judged.by.as_ref().map(|by| self.signer(by)).transpose()?.flatten(),
            ..Effectiveness::default()
        })
    }

    fn no_action(&self, case: &CaseData) -> Result<Option<NoAction>, SampleError> {
        let decision = case.no_action.as_ref();
        decision
            .map(|decision| {
                Ok(NoAction {
                    reason: self.text(&decision.reason),
                    by: self.by(&decision.by)?,
                    approved_by: self.by(&decision.approved_by)?,
                    on: decision.on,
                    approver: self.signer(&decision.approved_by)?,
                })
            })
            .transpose()
    }

    /// What was agreed with the certification body; a finding of an internal audit has only its audit.
    fn external(&self, case: &CaseData) -> Result<Option<External>, SampleError> {
        if let Some(external) = &case.external {
            return Ok(Some(External {
                audit: Some(self.audits.id(&external.audit)?),
                answer_due_on: external.answer_due_on,
                answer_sent_on: external.answer_sent_on,
                accepted_on: external.accepted_on,
            }));
        }
        let audit = case.audit.as_ref().map(|audit| self.audits.id(audit)).transpose()?;
        Ok(audit.map(|audit| External { audit: Some(audit), ..External::default() }))
    }

    fn closure(&self, case: &CaseData) -> Result<Option<Closure>, SampleError> {
        let closure = case.closure.as_ref();
        closure
            .map(|closure| {
                Ok(Closure {
                    on: closure.on,
                    by: self.by(&closure.by)?,
                    note: self.text(&closure.note),
                    signer: self.signer(&closure.by)?,
                })
            })
            .transpose()
    }
}
