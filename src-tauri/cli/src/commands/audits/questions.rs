//! The questions of an audit: put together, answered, made cases.

use capa_core::app::App;
use capa_core::domain::audit::{Answer as Answered, Question};
use capa_core::domain::audits::questions::{QuestionForm, fitting};
use capa_core::domain::ids::{AuditId, CaseId, QuestionListId};
use capa_core::domain::programme::QuestionList;
use serde::Serialize;

use super::after;
use crate::answer::Answer;
use crate::args::{QuestionAdded, QuestionAnswered};
use crate::book::Folder;
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::words::quality;

/// Puts the questions of an audit together.
pub fn fill(folder: &Folder, wanted: &str, lists: &[String], findings_only: bool) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let stood = lookup.audit(wanted)?;
    let (id, revision) = (stood.record.id, stood.revision);
    let named = |name: &String| {
        let found = lookup.kept::<QuestionList>("question_list", name, |list| list.name.clone());
        found.map(|(list, _)| list.id)
    };
    let chosen: Vec<QuestionListId> = if findings_only {
        Vec::new()
    } else if lists.is_empty() {
        fitting(app.register(), &stood.record).map(|list| list.id).collect()
    } else {
        lists.iter().map(named).collect::<Result<_, _>>()?
    };
    app.fill_questions(id, revision, &chosen).map_err(|error| folder.failure(error))?;
    after(folder, &app, id, quality::of(folder.lang).audit_saved)
}

/// Writes one more question.
pub fn add(folder: &Folder, asked: &QuestionAdded) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let stood = lookup.audit(&asked.audit)?;
    let (id, revision) = (stood.record.id, stood.revision);
    let form = QuestionForm {
        id: None,
        process: asked.process.as_ref().map(|code| lookup.process(code)).transpose()?,
        clause_2008: asked.clause_2008.clone(),
        clause_2015: asked.clause_2015.clone(),
        text: asked.text.clone(),
        needs_evidence: asked.needs_evidence,
        answer: Answered::Unanswered,
        evidence: String::new(),
        note: String::new(),
    };
    save(folder, &mut app, (id, revision), form)
}

/// Answers a question; evidence and note stay where they are left out.
pub fn answer(folder: &Folder, asked: &QuestionAnswered) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let stood = lookup.audit(&asked.audit)?;
    let (id, revision) = (stood.record.id, stood.revision);
    let mut form = form(lookup.question(&stood.record, &asked.question)?);
    form.answer = asked.answer;
    form.evidence = asked.evidence.clone().unwrap_or(form.evidence);
    form.note = asked.note.clone().unwrap_or(form.note);
    save(folder, &mut app, (id, revision), form)
}

fn form(question: &Question) -> QuestionForm {
    QuestionForm {
        id: Some(question.id),
        process: question.process,
        clause_2008: question.clause_2008.clone(),
        clause_2015: question.clause_2015.clone(),
        text: question.text.clone(),
        needs_evidence: question.needs_evidence,
        answer: question.answer,
        evidence: question.evidence.clone(),
        note: question.note.clone(),
    }
}

fn save(
    folder: &Folder,
    app: &mut App,
    (id, revision): (AuditId, u32),
    form: QuestionForm,
) -> Result<Answer, Failure> {
    app.save_question(id, revision, form).map_err(|error| folder.failure(error))?;
    after(folder, app, id, quality::of(folder.lang).question_saved)
}

/// Takes a question out.
pub fn drop_one(folder: &Folder, wanted: &str, question: &str) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let stood = lookup.audit(wanted)?;
    let (id, revision) = (stood.record.id, stood.revision);
    let question = lookup.question(&stood.record, question)?.id;
    app.remove_question(id, revision, question).map_err(|error| folder.failure(error))?;
    after(folder, &app, id, quality::of(folder.lang).question_dropped)
}

#[derive(Serialize)]
struct Raised {
    case: CaseId,
    number: Option<String>,
    audit: AuditId,
}

/// Makes a finding a case.
pub fn raise(folder: &Folder, wanted: &str, question: &str) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let stood = lookup.audit(wanted)?;
    let (audit, revision) = (stood.record.id, stood.revision);
    let question = lookup.question(&stood.record, question)?.id;
    let raised = app.raise_finding(audit, revision, question).map_err(|error| folder.failure(error))?;
    let (case, number) = raised;
    let labels = quality::of(folder.lang);
    let told = match &number {
        Some(number) => format!("{}: {number}", labels.raised),
        None => format!("{}: {case} ({})", labels.raised, labels.as_draft),
    };
    Answer::new(&Raised { case, number, audit }, told)
}
