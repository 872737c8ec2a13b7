//! Audits: the yearly programme, one audit with its checklist, question lists, auditors.

mod forms;

use std::collections::BTreeSet;

use capa_core::domain::acting::{Acting, Task};
use capa_core::domain::audit::{Answer, Audit, AuditKind, Question};
use capa_core::domain::audits::planning::{self, Cell};
use capa_core::domain::audits::{self, questions};
use capa_core::domain::case::{Case, Decision};
use capa_core::domain::ids::{AuditProgrammeId, CaseId, Id};
use capa_core::domain::office::Process;
use capa_core::domain::programme::{AuditProgramme, Auditor, ListQuestion, QuestionList};
use capa_core::domain::shelf::{Shelved, all, find};
use capa_core::register::Stood;
use capa_core::register::query::polish_order;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::certificate::{self, AuditView, CaseRef};
use super::choices::{Choice, PostRef};
use super::may::MayView;
use super::wishes::StandingForm;

/// Who approved something, and when.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApprovalView {
    pub on: NaiveDate,
    pub by: String,
    /// The paper it stands on, where it was recorded for a post.
    pub document: String,
}

#[derive(Debug, Serialize, TS)]
pub struct ProgrammeRow {
    pub process: Choice,
    /// Months planned, 1..=12.
    pub months: Vec<u32>,
    /// January to December.
    #[ts(type = "(\"planned\" | \"missed\" | \"scheduled\" | \"held\" | null)[]")]
    pub cells: Vec<Option<Cell>>,
}

/// The internal audits of a year: every process has a row.
#[derive(Debug, Serialize, TS)]
pub struct ProgrammeView {
    /// Null: not begun yet.
    pub id: Option<String>,
    pub revision: u32,
    pub year: i32,
    pub rows: Vec<ProgrammeRow>,
    pub approval: Option<ApprovalView>,
    pub note: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditRow {
    pub id: String,
    pub revision: u32,
    #[ts(type = "AuditKind")]
    pub kind: AuditKind,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub held: bool,
    pub scope: String,
    pub lead: String,
    pub processes: Vec<Choice>,
    pub questions: u32,
    pub unanswered: u32,
    /// Observations and nonconformities.
    pub findings: u32,
    /// Nonconformities without a case.
    pub to_raise: u32,
    pub findings_in_report: Option<u32>,
    pub cases: Vec<CaseRef>,
    pub cases_open: u32,
    pub answer_due_on: Option<NaiveDate>,
    pub answer_sent_on: Option<NaiveDate>,
    pub answer_accepted_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListQuestionForm {
    pub id: Option<Uuid>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    pub text: String,
    pub needs_evidence: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct QuestionListView {
    pub id: String,
    pub revision: u32,
    pub name: String,
    pub process: Option<Choice>,
    pub questions: Vec<ListQuestionForm>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditorView {
    pub id: String,
    pub revision: u32,
    pub post: PostRef,
    pub training: String,
    pub trained_on: Option<NaiveDate>,
    pub order: String,
    pub appointed_on: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// Training and appointment are shown for today.
    pub competent: bool,
}

/// The screen of audits for a year.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditsView {
    pub year: i32,
    /// Years with a programme or an audit, and this year and the next; newest first.
    pub years: Vec<i32>,
    pub programme: ProgrammeView,
    /// Audits of all years, the newest first.
    pub audits: Vec<AuditRow>,
    pub lists: Vec<QuestionListView>,
    pub auditors: Vec<AuditorView>,
    pub may_audit: MayView,
    pub may_certify: MayView,
    pub may_approve: MayView,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    pub id: String,
    /// The finding of the last external audit that it asks about.
    pub about: Option<CaseRef>,
    pub process: Option<Choice>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    pub text: String,
    pub needs_evidence: bool,
    #[ts(type = "AuditAnswer")]
    pub answer: Answer,
    pub evidence: String,
    pub note: String,
    /// The case that its finding became.
    pub case: Option<CaseRef>,
    /// A finding that can become a case now.
    pub to_raise: bool,
}

/// One audit.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditPage {
    pub audit: AuditView,
    pub questions: Vec<QuestionView>,
    /// Lists that fit its processes.
    pub lists: Vec<QuestionListView>,
    /// Findings of the last external audit that its checklist does not ask about yet.
    pub findings_to_ask: u32,
    /// Why the audit cannot be ended yet; null when it can.
    pub unanswered: u32,
    pub may_audit: MayView,
}

#[derive(Debug, Deserialize, TS)]
pub struct YearRequest {
    /// Null: the running one.
    pub year: Option<i32>,
}

#[derive(Debug, Deserialize, TS)]
pub struct FillQuestions {
    pub id: Uuid,
    pub revision: u32,
    pub lists: Vec<Uuid>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveQuestion {
    pub audit: Uuid,
    pub revision: u32,
    /// Null: a question written by hand.
    pub id: Option<Uuid>,
    pub process: Option<Uuid>,
    pub clause2008: Option<String>,
    pub clause2015: Option<String>,
    pub text: String,
    pub needs_evidence: bool,
    #[ts(type = "AuditAnswer")]
    pub answer: Answer,
    pub evidence: String,
    pub note: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct OfQuestion {
    pub audit: Uuid,
    pub revision: u32,
    pub question: Uuid,
}

/// What became of a finding or a decision.
#[derive(Debug, Serialize, TS)]
pub struct Raised {
    pub id: String,
    /// Null: a draft that still lacks something.
    pub number: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConcludeAudit {
    pub id: Uuid,
    pub revision: u32,
    pub report_on: NaiveDate,
}

#[derive(Debug, Deserialize, TS)]
pub struct ProgrammeLineForm {
    pub process: Uuid,
    pub months: Vec<u32>,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveAuditProgramme {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub year: i32,
    pub lines: Vec<ProgrammeLineForm>,
    pub note: String,
    /// Why an approved programme changes; empty otherwise.
    pub reason: String,
}

#[derive(Deserialize, TS)]
pub struct ApproveAuditProgramme {
    pub id: Uuid,
    pub revision: u32,
    pub standing: StandingForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveQuestionList {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub name: String,
    pub process: Option<Uuid>,
    pub questions: Vec<ListQuestionForm>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveAuditor {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub post: Uuid,
    pub training: String,
    pub trained_on: Option<NaiveDate>,
    pub order: String,
    pub appointed_on: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl ApprovalView {
    /// A decision as it is shown.
    pub fn of(decision: &Decision, shown: &Shown<'_>) -> Self {
        let document = decision.signer.as_ref().and_then(|signer| signer.document.clone());
        Self { on: decision.on, by: shown.text(&decision.by), document: document.unwrap_or_default() }
    }
}

impl AuditsView {
    /// The audits of the book, and the programme of a year.
    pub fn of(shown: &Shown<'_>, acting: &Acting, year: Option<i32>) -> Self {
        let book = shown.register;
        let year = year.unwrap_or_else(|| shown.today.year());
        let mut audits: Vec<&Stood<Audit>> = book.audits().collect();
        audits.sort_by_key(|stood| std::cmp::Reverse((stood.record.starts_on, stood.record.id)));
        let mut lists: Vec<QuestionListView> =
            all::<QuestionList>(book).map(|list| list_view(list, shown)).collect();
        lists.sort_by(|a, b| polish_order(&a.name, &b.name));
        let auditors = all::<Auditor>(book).map(|auditor| auditor_view(auditor, shown)).collect();
        Self {
            year,
            years: years(shown, year),
            programme: ProgrammeView::of(shown, year),
            audits: audits.into_iter().map(|stood| AuditRow::of(stood, shown)).collect(),
            lists,
            auditors,
            may_audit: MayView::of(Task::Audit, acting, shown),
            may_certify: MayView::of(Task::Certify, acting, shown),
            may_approve: MayView::of(Task::ApproveProgramme, acting, shown),
        }
    }
}

impl AuditsView {
    /// The year of a programme.
    pub fn year_of(id: AuditProgrammeId, shown: &Shown<'_>) -> Option<i32> {
        find::<AuditProgramme>(shown.register, id).map(|(programme, _)| programme.year)
    }
}

/// Years with a programme or an audit, this one and the next, and the one looked at; the newest first.
fn years(shown: &Shown<'_>, asked: i32) -> Vec<i32> {
    let programmes = all::<AuditProgramme>(shown.register).map(|(programme, _)| programme.year);
    let audits = shown.register.audits().map(|stood| stood.record.starts_on.year());
    let this = shown.today.year();
    let years: BTreeSet<i32> = programmes.chain(audits).chain([asked, this, this + 1]).collect();
    years.into_iter().rev().collect()
}

impl ProgrammeView {
    /// The programme of a year; empty rows where none was begun.
    pub fn of(shown: &Shown<'_>, year: i32) -> Self {
        let book = shown.register;
        let found = all::<AuditProgramme>(book).find(|(programme, _)| programme.year == year);
        let empty = AuditProgramme {
            id: AuditProgrammeId(Uuid::nil()),
            year,
            lines: Vec::new(),
            approval: None,
            note: String::new(),
        };
        let programme = found.map_or(&empty, |(programme, _)| programme);
        let row = |process: &Process| ProgrammeRow {
            process: Choice::process(process, shown),
            months: programme
                .lines
                .iter()
                .filter(|line| line.process == process.id)
                .flat_map(|line| line.months.iter().copied())
                .collect(),
            cells: (1..=12)
                .map(|month| planning::cell(book, programme, process.id, month, shown.today))
                .collect(),
        };
        let mut processes: Vec<&Process> = book.processes().map(|stood| &stood.record).collect();
        processes.sort_by(|a, b| a.code.cmp(&b.code));
        Self {
            id: found.map(|(programme, _)| programme.id.to_string()),
            revision: found.map_or(0, |(_, revision)| revision),
            year,
            rows: processes.into_iter().map(row).collect(),
            approval: programme.approval.as_ref().map(|it| ApprovalView::of(it, shown)),
            note: shown.text(&programme.note),
        }
    }
}

impl AuditRow {
    fn of(stood: &Stood<Audit>, shown: &Shown<'_>) -> Self {
        let audit = &stood.record;
        let questions =
            |which: fn(&Question) -> bool| count(audit.questions.iter().filter(|it| which(it)).count());
        let open = |case: &&Case| !case.status.is_closed();
        let raised = |question: &&Question| question.case.is_some_and(|id| shown.register.case(id).is_some());
        let to_raise = audit.questions.iter().filter(|it| it.answer == Answer::Nonconforming);
        Self {
            id: audit.id.to_string(),
            revision: stood.revision,
            kind: audit.kind,
            starts_on: audit.starts_on,
            ends_on: audit.ends_on,
            held: audit.held,
            scope: shown.text(&audit.scope),
            lead: lead(audit, shown),
            processes: certificate::processes(&audit.processes, shown),
            questions: count(audit.questions.len()),
            unanswered: questions(|it| it.answer == Answer::Unanswered),
            findings: questions(|it| it.answer.is_finding()),
            to_raise: count(to_raise.filter(|it| !raised(it)).count()),
            findings_in_report: audit.findings_in_report,
            cases: certificate::cases_of(audit, shown),
            cases_open: count(audits::cases_of(shown.register, audit.id).filter(open).count()),
            answer_due_on: audit.answer_due_on,
            answer_sent_on: audit.answer_sent_on,
            answer_accepted_on: audit.answer_accepted_on,
        }
    }
}

/// The lead auditor: the first of the team, else as written.
fn lead(audit: &Audit, shown: &Shown<'_>) -> String {
    let first = audit.team.first().and_then(|member| shown.post(Some(member.post)));
    first.unwrap_or_else(|| shown.text(&audit.lead))
}

fn list_view((list, revision): (&QuestionList, u32), shown: &Shown<'_>) -> QuestionListView {
    let question = |it: &ListQuestion| ListQuestionForm {
        id: Some(it.id.0),
        clause2008: it.clause_2008.clone(),
        clause2015: it.clause_2015.clone(),
        text: shown.text(&it.text),
        needs_evidence: it.needs_evidence,
    };
    let process = list.process.and_then(|id| shown.register.process(id));
    QuestionListView {
        id: list.id.to_string(),
        revision,
        name: shown.text(&list.name),
        process: process.map(|process| Choice::process(process, shown)),
        questions: list.questions.iter().map(question).collect(),
    }
}

fn auditor_view((auditor, revision): (&Auditor, u32), shown: &Shown<'_>) -> AuditorView {
    AuditorView {
        id: auditor.id.to_string(),
        revision,
        post: PostRef {
            id: auditor.post.to_string(),
            name: shown.post(Some(auditor.post)).unwrap_or_default(),
        },
        training: shown.text(&auditor.training),
        trained_on: auditor.trained_on,
        order: shown.text(&auditor.order),
        appointed_on: auditor.appointed_on,
        until: auditor.until,
        competent: auditor.is_competent(shown.today),
    }
}

impl AuditPage {
    /// An audit with its checklist.
    pub fn of(stood: &Stood<Audit>, shown: &Shown<'_>, acting: &Acting) -> Self {
        let (audit, book) = (&stood.record, shown.register);
        let lists = questions::fitting(book, audit).map(|list| {
            let revision = book.revision(QuestionList::KIND, list.id.uuid());
            list_view((list, revision), shown)
        });
        Self {
            audit: certificate::audit_view(stood, shown),
            questions: audit.questions.iter().map(|it| question_view(it, shown)).collect(),
            lists: lists.collect(),
            findings_to_ask: count(questions::findings_to_ask(book, audit, shown.today).len()),
            unanswered: AuditRow::of(stood, shown).unanswered,
            may_audit: MayView::of(audits::task(audit.kind), acting, shown),
        }
    }
}

fn question_view(question: &Question, shown: &Shown<'_>) -> QuestionView {
    let process = question.process.and_then(|id| shown.register.process(id));
    let case = CaseRef::find(question.case, shown);
    QuestionView {
        id: question.id.to_string(),
        about: CaseRef::find(question.about, shown),
        process: process.map(|process| Choice::process(process, shown)),
        clause2008: question.clause_2008.clone(),
        clause2015: question.clause_2015.clone(),
        text: shown.text(&question.text),
        needs_evidence: question.needs_evidence,
        answer: question.answer,
        evidence: shown.text(&question.evidence),
        note: shown.text(&question.note),
        to_raise: question.answer.is_finding() && case.is_none(),
        case,
    }
}

impl Raised {
    /// The case that a record became.
    pub fn of((id, number): (CaseId, Option<String>)) -> Self {
        Self { id: id.to_string(), number }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
