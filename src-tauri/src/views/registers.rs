//! The small registers: complaints, objectives, surveys, management reviews, and the pack for a review.

mod forms;
mod imported;

use capa_core::domain::acting::{Acting, Task};
use capa_core::domain::complaint::{Complaint, ComplaintKind, Justified};
use capa_core::domain::ids::ProcessId;
use capa_core::domain::objective::Objective;
use capa_core::domain::review::{Review, ReviewDecision, ReviewInput, ReviewTopic};
use capa_core::domain::review_pack;
use capa_core::domain::shelf::all;
use capa_core::domain::survey::Survey;
use capa_core::words::review_pack as words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::certificate::CaseRef;
use super::import::ImportProblem;
use super::may::MayView;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintForm {
    #[ts(type = "ComplaintKind")]
    pub kind: ComplaintKind,
    pub reference: String,
    pub received_on: NaiveDate,
    pub subject: String,
    pub department: Option<Uuid>,
    pub process: Option<Uuid>,
    #[ts(type = "Justified | null")]
    pub justified: Option<Justified>,
    pub decision: String,
    pub answered_on: Option<NaiveDate>,
    /// Notice of a delay (KPA art. 36): sent on, and the date it names.
    pub notice_on: Option<NaiveDate>,
    pub notice_until: Option<NaiveDate>,
    pub case: Option<Uuid>,
    pub no_case_reason: String,
    pub note: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintView {
    pub id: String,
    pub revision: u32,
    pub form: ComplaintForm,
    pub department_code: Option<String>,
    pub process_code: Option<String>,
    /// The statutory month (KPA art. 237, 244), ended by art. 57.
    pub answer_due_on: Option<NaiveDate>,
    /// Days from today; null once it was answered.
    pub days_left: Option<i32>,
    pub late: bool,
    /// The delay was told in time, and the new date holds.
    pub delay_told: bool,
    pub case: Option<CaseRef>,
    /// Justified, and neither a case nor a reason stands there.
    pub lacks_case: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObjectiveForm {
    pub year: i32,
    pub text: String,
    pub process: Option<Uuid>,
    pub owner: Option<Uuid>,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub result: String,
    /// Null while nobody knows.
    pub met: Option<bool>,
    pub approved_on: Option<NaiveDate>,
    pub reviewed_on: Option<NaiveDate>,
    pub case: Option<Uuid>,
    pub no_case_reason: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObjectiveView {
    pub id: String,
    pub revision: u32,
    pub form: ObjectiveForm,
    pub process_code: Option<String>,
    pub owner_name: Option<String>,
    pub case: Option<CaseRef>,
    pub lacks_case: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SurveyForm {
    pub name: String,
    pub held_on: NaiveDate,
    pub answers: Option<u32>,
    /// In hundredths: 430 is 4.30.
    pub score: Option<u32>,
    pub target: Option<u32>,
    pub scale: Option<u32>,
    pub report_on: Option<NaiveDate>,
    pub findings: String,
    pub cases: Vec<Uuid>,
    pub no_case_reason: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SurveyView {
    pub id: String,
    pub revision: u32,
    pub form: SurveyForm,
    pub low: bool,
    pub cases: Vec<CaseRef>,
    pub lacks_case: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewInputForm {
    #[ts(type = "ReviewTopic")]
    pub topic: ReviewTopic,
    pub summary: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewDecisionForm {
    pub id: Option<Uuid>,
    pub text: String,
    pub owner: Option<Uuid>,
    pub due_on: Option<NaiveDate>,
    pub case: Option<Uuid>,
    pub no_case_reason: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewForm {
    pub on: NaiveDate,
    pub held: bool,
    pub participants: String,
    pub minutes: String,
    pub inputs: Vec<ReviewInputForm>,
    pub decisions: Vec<ReviewDecisionForm>,
    pub note: String,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    pub id: String,
    pub revision: u32,
    pub form: ReviewForm,
    /// The cases of its decisions, in the order of the decisions; null where there is none.
    pub decision_cases: Vec<Option<CaseRef>>,
    pub owner_names: Vec<Option<String>>,
    /// Decisions with neither a case nor a reason.
    pub open_decisions: u32,
}

/// A topic of a review with its clauses.
#[derive(Debug, Serialize, TS)]
pub struct TopicView {
    #[ts(type = "ReviewTopic")]
    pub topic: ReviewTopic,
    pub clause2008: String,
    pub clause2015: String,
}

/// All small registers.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegistersView {
    /// Newest first.
    pub complaints: Vec<ComplaintView>,
    pub objectives: Vec<ObjectiveView>,
    pub surveys: Vec<SurveyView>,
    pub reviews: Vec<ReviewView>,
    pub topics: Vec<TopicView>,
    /// Cases to link to, newest first.
    pub cases: Vec<CaseRef>,
    pub may_keep: MayView,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveComplaint {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: ComplaintForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveObjective {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: ObjectiveForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveSurvey {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: SurveyForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveReview {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub form: ReviewForm,
}

/// What kind of small record.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeptKind {
    Complaint,
    Objective,
    Survey,
    Review,
    QuestionList,
    Auditor,
}

#[derive(Debug, Deserialize, TS)]
pub struct RemoveKept {
    pub kind: KeptKind,
    pub id: Uuid,
    pub revision: u32,
}

#[derive(Debug, Deserialize, TS)]
pub struct RestoreKept {
    pub kind: KeptKind,
    pub id: Uuid,
}

/// A record of a small register becomes a case.
#[derive(Debug, Deserialize, TS)]
pub struct RaiseKept {
    pub kind: KeptKind,
    pub id: Uuid,
    pub revision: u32,
    /// The decision of a review; null otherwise.
    pub decision: Option<Uuid>,
}

#[derive(Debug, Serialize, TS)]
pub struct PackRow {
    pub label: String,
    pub value: String,
    pub cases: Vec<CaseRef>,
}

#[derive(Debug, Serialize, TS)]
pub struct PackSection {
    #[ts(type = "ReviewTopic")]
    pub topic: ReviewTopic,
    pub title: String,
    pub clause2008: String,
    pub clause2015: String,
    pub rows: Vec<PackRow>,
}

/// The inputs of a management review that the data can give.
#[derive(Debug, Serialize, TS)]
pub struct PackView {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub sections: Vec<PackSection>,
}

#[derive(Debug, Deserialize, TS)]
pub struct PlanKeptImport {
    pub kind: KeptKind,
    /// As `pick_register` answered it.
    pub path: String,
    pub sheet: Option<String>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptImportRow {
    pub row: u32,
    #[ts(type = "\"new\" | \"changed\" | \"unchanged\" | \"refused\"")]
    pub outcome: &'static str,
    /// What would be written, column by column.
    pub cells: Vec<String>,
}

/// What an import into a small register would do.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptImportPlan {
    pub token: String,
    pub kind: KeptKind,
    pub file: String,
    pub sheets: Vec<String>,
    pub sheet: String,
    pub headers: Vec<String>,
    pub rows: Vec<KeptImportRow>,
    pub problems: Vec<ImportProblem>,
    pub total: u32,
    pub fresh: u32,
    pub changed: u32,
    pub unchanged: u32,
}

#[derive(Debug, Deserialize, TS)]
pub struct RunKeptImport {
    pub token: String,
}

impl RegistersView {
    /// All small registers of the book, the newest first.
    pub fn of(shown: &Shown<'_>, acting: &Acting) -> Self {
        let book = shown.register;
        let mut complaints: Vec<_> = all::<Complaint>(book).collect();
        complaints.sort_by_key(|(it, _)| std::cmp::Reverse((it.received_on, it.id)));
        let mut objectives: Vec<_> = all::<Objective>(book).collect();
        objectives.sort_by_key(|(it, _)| (std::cmp::Reverse(it.year), it.id));
        let mut surveys: Vec<_> = all::<Survey>(book).collect();
        surveys.sort_by_key(|(it, _)| std::cmp::Reverse((it.held_on, it.id)));
        let mut reviews: Vec<_> = all::<Review>(book).collect();
        reviews.sort_by_key(|(it, _)| std::cmp::Reverse((it.on, it.id)));
        Self {
            complaints: complaints.into_iter().map(|it| complaint_view(it, shown)).collect(),
            objectives: objectives.into_iter().map(|it| objective_view(it, shown)).collect(),
            surveys: surveys.into_iter().map(|it| survey_view(it, shown)).collect(),
            reviews: reviews.into_iter().map(|it| review_view(it, shown)).collect(),
            topics: ReviewTopic::ALL.map(TopicView::of).into(),
            cases: linkable(shown),
            may_keep: MayView::of(Task::KeepRegisters, acting, shown),
        }
    }
}

/// Cases of the register, the newest first; drafts have no number that a paper could name.
fn linkable(shown: &Shown<'_>) -> Vec<CaseRef> {
    let cases = shown.register.cases().map(|stood| &stood.record);
    let mut numbered: Vec<_> = cases.filter(|case| case.number.is_some()).collect();
    numbered.sort_by_key(|case| std::cmp::Reverse((case.registered_on, case.id)));
    numbered.into_iter().map(|case| CaseRef::of(case, shown)).collect()
}

impl TopicView {
    fn of(topic: ReviewTopic) -> Self {
        Self {
            topic,
            clause2008: topic.clause_2008().to_string(),
            clause2015: topic.clause_2015().to_string(),
        }
    }
}

fn process_code(id: Option<ProcessId>, shown: &Shown<'_>) -> Option<String> {
    shown.register.process(id?).map(|process| process.code.clone())
}

fn complaint_view((it, revision): (&Complaint, u32), shown: &Shown<'_>) -> ComplaintView {
    let due = it.answer_due_on();
    let open = it.answered_on.is_none();
    ComplaintView {
        id: it.id.to_string(),
        revision,
        form: ComplaintForm {
            kind: it.kind,
            reference: it.reference.clone(),
            received_on: it.received_on,
            subject: shown.text(&it.subject),
            department: it.department.map(|id| id.0),
            process: it.process.map(|id| id.0),
            justified: it.justified,
            decision: shown.text(&it.decision),
            answered_on: it.answered_on,
            notice_on: it.notice_on,
            notice_until: it.notice_until,
            case: it.case.map(|id| id.0),
            no_case_reason: shown.text(&it.no_case_reason),
            note: shown.text(&it.note),
        },
        department_code: shown.department_code(it.department),
        process_code: process_code(it.process, shown),
        answer_due_on: due,
        days_left: due.filter(|_| open).map(|due| shown.days_to(due)),
        late: it.is_late(shown.today),
        delay_told: it.delay_was_told(shown.today),
        case: CaseRef::find(it.case, shown),
        lacks_case: it.lacks_case(),
    }
}

fn objective_view((it, revision): (&Objective, u32), shown: &Shown<'_>) -> ObjectiveView {
    ObjectiveView {
        id: it.id.to_string(),
        revision,
        form: ObjectiveForm {
            year: it.year,
            text: shown.text(&it.text),
            process: it.process.map(|id| id.0),
            owner: it.owner.map(|id| id.0),
            measure: shown.text(&it.measure),
            baseline: shown.text(&it.baseline),
            target: shown.text(&it.target),
            result: shown.text(&it.result),
            met: it.met,
            approved_on: it.approved_on,
            reviewed_on: it.reviewed_on,
            case: it.case.map(|id| id.0),
            no_case_reason: shown.text(&it.no_case_reason),
        },
        process_code: process_code(it.process, shown),
        owner_name: shown.post(it.owner),
        case: CaseRef::find(it.case, shown),
        lacks_case: it.lacks_case(),
    }
}

fn survey_view((it, revision): (&Survey, u32), shown: &Shown<'_>) -> SurveyView {
    SurveyView {
        id: it.id.to_string(),
        revision,
        form: SurveyForm {
            name: shown.text(&it.name),
            held_on: it.held_on,
            answers: it.answers,
            score: it.score,
            target: it.target,
            scale: it.scale,
            report_on: it.report_on,
            findings: shown.text(&it.findings),
            cases: it.cases.iter().map(|id| id.0).collect(),
            no_case_reason: shown.text(&it.no_case_reason),
        },
        low: it.is_low(),
        cases: it.cases.iter().filter_map(|id| CaseRef::find(Some(*id), shown)).collect(),
        lacks_case: it.lacks_case(),
    }
}

fn review_view((it, revision): (&Review, u32), shown: &Shown<'_>) -> ReviewView {
    let input = |it: &ReviewInput| ReviewInputForm { topic: it.topic, summary: shown.text(&it.summary) };
    let decision = |it: &ReviewDecision| ReviewDecisionForm {
        id: Some(it.id.0),
        text: shown.text(&it.text),
        owner: it.owner.map(|id| id.0),
        due_on: it.due_on,
        case: it.case.map(|id| id.0),
        no_case_reason: shown.text(&it.no_case_reason),
    };
    let open = it.decisions.iter().filter(|decision| decision.lacks_case()).count();
    ReviewView {
        id: it.id.to_string(),
        revision,
        form: ReviewForm {
            on: it.on,
            held: it.held,
            participants: shown.text(&it.participants),
            minutes: shown.text(&it.minutes),
            inputs: it.inputs.iter().map(input).collect(),
            decisions: it.decisions.iter().map(decision).collect(),
            note: shown.text(&it.note),
        },
        decision_cases: it.decisions.iter().map(|decision| CaseRef::find(decision.case, shown)).collect(),
        owner_names: it.decisions.iter().map(|decision| shown.post(decision.owner)).collect(),
        open_decisions: u32::try_from(open).unwrap_or(u32::MAX),
    }
}

impl PackView {
    /// The pack for a review that is held today.
    pub fn of(shown: &Shown<'_>) -> Self {
        let pack = review_pack::review_pack(shown.register, shown.today);
        let text = |text: &str| shown.text(text);
        let row = |row: &review_pack::Row| PackRow {
            label: words::described(shown.lang, row, &text),
            value: words::value(shown.lang, &row.value, &text),
            cases: row.cases.iter().filter_map(|id| CaseRef::find(Some(*id), shown)).collect(),
        };
        let section = |section: &review_pack::Section| PackSection {
            topic: section.topic,
            title: words::topic(shown.lang, section.topic).to_string(),
            clause2008: section.topic.clause_2008().to_string(),
            clause2015: section.topic.clause_2015().to_string(),
            rows: section.rows.iter().map(row).collect(),
        };
        Self { from: pack.from, to: pack.to, sections: pack.sections.iter().map(section).collect() }
    }
}
