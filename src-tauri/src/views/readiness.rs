//! The readiness checklist: verdict, checks with their reasons, confirmations, kept runs.

use capa_core::domain::acting::{Acting, Task, needs_sign_in};
use capa_core::domain::case::Decision;
use capa_core::domain::certificate::Edition;
use capa_core::domain::complaint::Complaint;
use capa_core::domain::confirmation::{
    CheckResult, Confirmation, Confirmed, OwnCheck, ReadinessRun, Verdict,
};
use capa_core::domain::ids::{Id, OwnCheckId, ProcessId, ReadinessRunId};
use capa_core::domain::objective::Objective;
use capa_core::domain::readiness::confirming::{self, ConfirmForm, OwnCheckForm};
use capa_core::domain::readiness::{self, Checked, Ground, Mend, Mode, Readiness, Reason, Subject, runs};
use capa_core::domain::review::Review;
use capa_core::domain::rule::RuleError;
use capa_core::domain::shelf::{Shelved, all, find};
use capa_core::domain::survey::Survey;
use capa_core::words::{self as sentences, readiness as words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Shown;
use super::certificate::{AuditLine, CaseRef};
use super::choices::Choice;
use super::may::MayView;
use super::summary::ReadinessSummary;
use super::wishes::StandingForm;

/// A record behind a reason that is no case.
#[derive(Debug, Serialize, TS)]
pub struct SubjectRef {
    #[ts(type = "\"audit\" | \"complaint\" | \"objective\" | \"survey\" | \"review\"")]
    pub kind: &'static str,
    pub id: String,
    pub label: String,
}

#[derive(Debug, Serialize, TS)]
pub struct ReasonView {
    /// A sentence in the language of the screen.
    pub text: String,
    /// Where it is put right.
    #[ts(type = "Mend")]
    pub mend: Mend,
    pub cases: Vec<CaseRef>,
    pub subjects: Vec<SubjectRef>,
}

#[derive(Debug, Serialize, TS)]
pub struct ConfirmationView {
    pub id: String,
    pub revision: u32,
    #[ts(type = "Confirmed")]
    pub answer: Confirmed,
    pub on: NaiveDate,
    pub by: String,
    pub note: String,
    pub figure: Option<u32>,
    pub processes: Vec<String>,
}

/// A check that the office added, for its form.
#[derive(Debug, Serialize, TS)]
pub struct OwnCheckView {
    pub id: String,
    pub revision: u32,
    pub code: String,
    pub letter: String,
    pub question: String,
    pub clause2008: String,
    pub clause2015: String,
    pub blocking: bool,
    pub retired: bool,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// `R01`..`R34`, `U01`...
    pub id: String,
    #[ts(type = "CheckMode")]
    pub mode: Mode,
    /// Not ready while it fails or nobody answered.
    pub blocking: bool,
    pub question: String,
    /// Clause of the edition in force; empty where there is none.
    pub clause: String,
    #[ts(type = "CheckResult")]
    pub result: CheckResult,
    pub reasons: Vec<ReasonView>,
    /// The confirmation in force.
    pub confirmation: Option<ConfirmationView>,
    /// An answer of people changes or explains the result.
    pub confirmable: bool,
    /// The confirmation asks for a figure.
    pub asks_figure: bool,
    /// The confirmation is given for each process.
    pub asks_processes: bool,
    pub own: Option<OwnCheckView>,
}

/// The checks of a letter of ISO/IEC 17021-1 9.6.2.2.
#[derive(Debug, Serialize, TS)]
pub struct CheckGroup {
    /// Empty for checks that no letter asks for.
    pub letter: String,
    pub name: String,
    pub checks: Vec<CheckView>,
}

/// A kept run.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunRow {
    pub id: String,
    pub revision: u32,
    pub on: NaiveDate,
    pub by: String,
    pub audit_on: Option<NaiveDate>,
    #[ts(type = "Verdict")]
    pub verdict: Verdict,
    pub score: u32,
    pub representative: Option<SignedView>,
    pub coordinator: Option<SignedView>,
    pub may_sign_representative: MayView,
    pub may_sign_coordinator: MayView,
}

#[derive(Debug, Serialize, TS)]
pub struct SignedView {
    pub on: NaiveDate,
    pub by: String,
}

/// The checklist.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadinessView {
    pub today: NaiveDate,
    pub audit: Option<AuditLine>,
    /// The period: from the last external audit to today.
    pub period_from: NaiveDate,
    pub summary: ReadinessSummary,
    pub groups: Vec<CheckGroup>,
    /// Identifiers of the checks that are not in order, the most pressing first.
    pub first: Vec<String>,
    pub processes: Vec<Choice>,
    pub runs: Vec<RunRow>,
    /// Own checks that are asked no more.
    pub retired: Vec<OwnCheckView>,
    pub may_confirm: MayView,
}

/// A check that differs between two runs, or between a run and today.
#[derive(Debug, Serialize, TS)]
pub struct DifferenceView {
    pub check: String,
    pub question: String,
    #[ts(type = "CheckResult | null")]
    pub then: Option<CheckResult>,
    #[ts(type = "CheckResult | null")]
    pub now: Option<CheckResult>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonView {
    pub then_on: NaiveDate,
    pub then_score: u32,
    pub now_on: NaiveDate,
    pub now_score: u32,
    pub differences: Vec<DifferenceView>,
}

#[derive(Debug, Deserialize, TS)]
pub struct ConfirmCheck {
    pub check: String,
    #[ts(type = "Confirmed")]
    pub answer: Confirmed,
    pub note: String,
    pub figure: Option<u32>,
    pub processes: Vec<Uuid>,
}

#[derive(Debug, Deserialize, TS)]
pub struct SaveOwnCheck {
    pub id: Option<Uuid>,
    pub revision: u32,
    pub letter: String,
    pub question: String,
    pub clause2008: String,
    pub clause2015: String,
    pub blocking: bool,
    pub retired: bool,
}

#[derive(Deserialize, TS)]
pub struct SignRun {
    pub id: Uuid,
    pub revision: u32,
    pub standing: StandingForm,
}

#[derive(Debug, Deserialize, TS)]
pub struct CompareRuns {
    pub then: Uuid,
    /// Null: with today.
    pub now: Option<Uuid>,
}

impl ReadinessView {
    /// The checklist as it stands today.
    pub fn of(shown: &Shown<'_>, acting: &Acting) -> Self {
        let ground = Ground::of(shown.register, shown.today);
        let found = readiness::evaluate(&ground);
        let summary = ReadinessSummary::from(&found, shown);
        let first = readiness::first_things(&found).into_iter().map(|check| check.id.clone()).collect();
        let retired = all::<OwnCheck>(shown.register).filter(|(own, _)| own.retired);
        Self {
            today: shown.today,
            audit: AuditLine::of(shown, summary.clone()),
            period_from: ground.from,
            summary,
            groups: groups(&found, shown),
            first,
            processes: shown.register.processes().map(|it| Choice::process(&it.record, shown)).collect(),
            runs: runs::all_runs(shown.register).into_iter().map(|run| run_row(run, acting, shown)).collect(),
            retired: retired.map(|(own, revision)| own_view(own, revision)).collect(),
            may_confirm: MayView::of(Task::Confirm, acting, shown),
        }
    }
}

fn groups(found: &Readiness<'_>, shown: &Shown<'_>) -> Vec<CheckGroup> {
    let letters = ('a'..='h').map(Some).chain([None]);
    letters
        .filter_map(|letter| {
            let own = found.checks.iter().filter(|check| check.letter == letter);
            let checks: Vec<CheckView> = own.map(|check| check_view(check, shown)).collect();
            (!checks.is_empty()).then(|| CheckGroup {
                letter: letter.map(String::from).unwrap_or_default(),
                name: letter.map(|it| words::letter(shown.lang, it).to_string()).unwrap_or_default(),
                checks,
            })
        })
        .collect()
}

fn check_view(check: &Checked<'_>, shown: &Shown<'_>) -> CheckView {
    let own = check.own.and_then(|own| find::<OwnCheck>(shown.register, own.id));
    CheckView {
        id: check.id.clone(),
        mode: check.mode,
        blocking: check.blocking,
        question: question(&check.id, check.own, shown),
        clause: clause(check, shown),
        result: check.outcome.result,
        reasons: check.outcome.reasons.iter().map(|reason| reason_view(reason, shown)).collect(),
        confirmation: check.confirmation.map(|it| confirmation_view(it, shown)),
        confirmable: check.asks_people(),
        asks_figure: confirming::asks_figure(&check.id),
        asks_processes: confirming::asks_processes(&check.id),
        own: own.map(|(own, revision)| own_view(own, revision)),
    }
}

fn question(id: &str, own: Option<&OwnCheck>, shown: &Shown<'_>) -> String {
    own.map_or_else(|| words::question(shown.lang, id).to_string(), |own| own.question.clone())
}

fn clause(check: &Checked<'_>, shown: &Shown<'_>) -> String {
    let edition = shown.register.edition();
    match (check.own, edition) {
        (Some(own), Edition::Iso2008) => own.clause_2008.clone(),
        (Some(own), Edition::Iso2015) => own.clause_2015.clone(),
        (None, edition) => words::clause(&check.id, edition).to_string(),
    }
}

fn reason_view(reason: &Reason, shown: &Shown<'_>) -> ReasonView {
    ReasonView {
        text: words::reason(shown.lang, reason),
        mend: reason.why.mend(),
        cases: reason.cases.iter().filter_map(|id| CaseRef::find(Some(*id), shown)).collect(),
        subjects: reason.subjects.iter().filter_map(|subject| subject_ref(*subject, shown)).collect(),
    }
}

fn subject_ref(subject: Subject, shown: &Shown<'_>) -> Option<SubjectRef> {
    let book = shown.register;
    let label = match subject {
        Subject::Audit(id) => {
            let audit = &book.audit(id)?.record;
            format!(
                "{} {}",
                sentences::audit(shown.lang, audit.kind),
                sentences::date(shown.lang, audit.starts_on)
            )
        }
        Subject::Complaint(id) => {
            let (complaint, _) = find::<Complaint>(book, id)?;
            if complaint.reference.is_empty() {
                shown.text(&complaint.subject)
            } else {
                complaint.reference.clone()
            }
        }
        Subject::Objective(id) => {
            let (objective, _) = find::<Objective>(book, id)?;
            format!("{}: {}", objective.year, shown.text(&objective.text))
        }
        Subject::Survey(id) => shown.text(&find::<Survey>(book, id)?.0.name),
        Subject::Review(id) => sentences::date(shown.lang, find::<Review>(book, id)?.0.on),
    };
    Some(SubjectRef { kind: subject.kind(), id: subject.uuid().to_string(), label })
}

fn confirmation_view(given: &Confirmation, shown: &Shown<'_>) -> ConfirmationView {
    ConfirmationView {
        id: given.id.to_string(),
        revision: shown.register.revision(Confirmation::KIND, given.id.uuid()),
        answer: given.answer,
        on: given.on,
        by: shown.text(&given.by),
        note: shown.text(&given.note),
        figure: given.figure,
        processes: given.processes.iter().map(ToString::to_string).collect(),
    }
}

fn own_view(own: &OwnCheck, revision: u32) -> OwnCheckView {
    OwnCheckView {
        id: own.id.to_string(),
        revision,
        code: own.code.clone(),
        letter: own.letter.clone(),
        question: own.question.clone(),
        clause2008: own.clause_2008.clone(),
        clause2015: own.clause_2015.clone(),
        blocking: own.blocking,
        retired: own.retired,
    }
}

fn run_row((run, revision): (&ReadinessRun, u32), acting: &Acting, shown: &Shown<'_>) -> RunRow {
    let signed =
        |by: &Option<Decision>| by.as_ref().map(|it| SignedView { on: it.on, by: shown.text(&it.by) });
    let sign_off = needs_sign_in(shown.register);
    let (representative, coordinator) = runs::may_sign(shown.register, acting, run);
    let may = |may| MayView::from(may, sign_off, shown);
    RunRow {
        id: run.id.to_string(),
        revision,
        on: run.on,
        by: shown.text(&run.by),
        audit_on: run.audit_on,
        verdict: run.verdict,
        score: run.score,
        representative: signed(&run.signed_representative),
        coordinator: signed(&run.signed_coordinator),
        may_sign_representative: may(representative),
        may_sign_coordinator: may(coordinator),
    }
}

impl ComparisonView {
    /// A kept run beside a later one, or beside today.
    ///
    /// # Errors
    /// A run that is not there.
    pub fn of(
        then: ReadinessRunId,
        now: Option<ReadinessRunId>,
        shown: &Shown<'_>,
    ) -> Result<Self, RuleError> {
        let run = |id| {
            let found = find::<ReadinessRun>(shown.register, id);
            found.map(|(run, _)| run).ok_or(RuleError::NotFound { what: "readiness_run" })
        };
        let then = run(then)?;
        let (now_on, now_score, results) = match now {
            Some(id) => {
                let now = run(id)?;
                (now.on, now.score, now.results.clone())
            }
            None => {
                let found = readiness::evaluate(&Ground::of(shown.register, shown.today));
                (shown.today, found.score, runs::results(&found.checks))
            }
        };
        let own =
            |code: &str| all::<OwnCheck>(shown.register).map(|(own, _)| own).find(|own| own.code == code);
        let told = |it: runs::Difference| DifferenceView {
            question: question(&it.check, own(&it.check), shown),
            check: it.check,
            then: it.then,
            now: it.now,
        };
        let differences = runs::differences(&then.results, &results).into_iter().map(told).collect();
        Ok(Self { then_on: then.on, then_score: then.score, now_on, now_score, differences })
    }
}

impl ConfirmCheck {
    /// As the rule takes it.
    pub fn into_form(self) -> ConfirmForm {
        ConfirmForm {
            check: self.check,
            answer: self.answer,
            note: self.note,
            figure: self.figure,
            processes: self.processes.into_iter().map(ProcessId).collect(),
        }
    }
}

impl SaveOwnCheck {
    /// As the rule takes it.
    pub fn into_form(self) -> OwnCheckForm {
        OwnCheckForm {
            at: self.id.map(|id| (OwnCheckId(id), self.revision)),
            letter: self.letter,
            question: self.question,
            clause_2008: self.clause2008,
            clause_2015: self.clause2015,
            blocking: self.blocking,
            retired: self.retired,
        }
    }
}
