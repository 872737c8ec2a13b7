//! `audits` and `audit`: internal and external audits, their questions and findings.

mod lists;
mod plan;
mod programme;
mod questions;

use capa_core::app::App;
use capa_core::domain::audit::{Answer as Answered, Audit, AuditKind, Question};
use capa_core::domain::audits::cases_of;
use capa_core::domain::ids::{AuditId, QuestionId};
use capa_core::register::Stood;
use capa_core::words as sentences;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::answer::Answer;
use crate::args::{AuditCommand, AuditsArguments};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::table::{short, table};
use crate::words::{self, quality};

pub use lists::{auditors, question_lists};
pub use programme::programme;

/// The stable name of a kind.
pub fn kind_code(kind: AuditKind) -> &'static str {
    match kind {
        AuditKind::Certification => "certification",
        AuditKind::Surveillance1 => "surveillance_1",
        AuditKind::Surveillance2 => "surveillance_2",
        AuditKind::Recertification => "recertification",
        AuditKind::Internal => "internal",
    }
}

#[derive(Serialize)]
struct Row {
    id: AuditId,
    kind: &'static str,
    from: NaiveDate,
    to: NaiveDate,
    held: bool,
    scope: String,
    lead: String,
    processes: Vec<String>,
    team: Vec<Member>,
    questions: usize,
    unanswered: usize,
    findings_in_report: Option<u32>,
    report_on: Option<NaiveDate>,
    answer_due_on: Option<NaiveDate>,
    answer_sent_on: Option<NaiveDate>,
    answer_accepted_on: Option<NaiveDate>,
    cases: Vec<String>,
    note: String,
    revision: u32,
}

#[derive(Serialize)]
struct Member {
    post: String,
    processes: Vec<String>,
}

fn row(book: &Asked, stood: &Stood<Audit>) -> Row {
    let audit = &stood.record;
    let codes = |ids: &[capa_core::domain::ids::ProcessId]| {
        ids.iter().filter_map(|id| book.process(Some(*id))).collect()
    };
    let open = audit.questions.iter().filter(|question| question.answer == Answered::Unanswered).count();
    let found = cases_of(&book.register, audit.id).filter(|case| book.knows(case));
    let team = audit.team.iter().map(|member| Member {
        post: book.post(Some(member.post)).unwrap_or_default(),
        processes: codes(&member.processes),
    });
    Row {
        id: audit.id,
        kind: kind_code(audit.kind),
        from: audit.starts_on,
        to: audit.ends_on,
        held: audit.held,
        scope: book.text(&audit.scope),
        lead: book.text(&audit.lead),
        processes: codes(&audit.processes),
        team: team.collect(),
        questions: audit.questions.len(),
        unanswered: open,
        findings_in_report: audit.findings_in_report,
        report_on: audit.report_on,
        answer_due_on: audit.answer_due_on,
        answer_sent_on: audit.answer_sent_on,
        answer_accepted_on: audit.answer_accepted_on,
        cases: found.map(|case| book.case_name(case.id)).collect(),
        note: book.text(&audit.note),
        revision: stood.revision,
    }
}

/// The audits in the order of their days.
pub fn list(folder: &Folder, asked: &AuditsArguments) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let touches = |audit: &Audit, year: i32| (audit.starts_on.year()..=audit.ends_on.year()).contains(&year);
    let wanted = |audit: &Audit| {
        asked.year.is_none_or(|year| touches(audit, year)) && asked.kind.is_none_or(|kind| audit.kind == kind)
    };
    let mut found: Vec<&Stood<Audit>> =
        book.register.audits().filter(|stood| wanted(&stood.record)).collect();
    found.sort_by_key(|stood| (stood.record.starts_on, stood.record.ends_on));
    let rows: Vec<Row> = found.iter().map(|stood| row(&book, stood)).collect();
    let (words, labels) = (words::of(book.lang), quality::of(book.lang));
    if rows.is_empty() {
        return Answer::new(&rows, words.none.into());
    }
    let line = |(stood, row): (&&Stood<Audit>, &Row)| {
        let state = if row.held { labels.held } else { labels.planned };
        vec![
            book.day(Some(row.from)),
            book.day(Some(row.to)),
            sentences::audit(book.lang, stood.record.kind).to_string(),
            state.to_string(),
            row.processes.join(", "),
            format!("{}/{}", row.questions.saturating_sub(row.unanswered), row.questions),
            row.findings_in_report.map_or_else(|| "–".into(), |count| count.to_string()),
            row.cases.join(", "),
        ]
    };
    let lines: Vec<Vec<String>> = found.iter().zip(&rows).map(line).collect();
    let headers = [
        labels.from,
        labels.to,
        labels.audit,
        words.status,
        labels.processes,
        labels.questions,
        labels.findings,
        labels.cases,
    ];
    let text = table(&headers, &lines);
    Answer::new(&rows, text)
}

/// Does what was asked with one audit.
pub fn run(folder: &Folder, asked: &AuditCommand) -> Result<Answer, Failure> {
    match asked {
        AuditCommand::Plan(asked) => plan::plan(folder, asked),
        AuditCommand::Change(asked) => plan::change(folder, asked),
        AuditCommand::Show { audit } => {
            let book = folder.ask()?;
            let found = book.lookup().audit(audit)?;
            shown(&book, found)
        }
        AuditCommand::Fill { audit, list, findings_only } => {
            questions::fill(folder, audit, list, *findings_only)
        }
        AuditCommand::Question(asked) => questions::add(folder, asked),
        AuditCommand::Answer(asked) => questions::answer(folder, asked),
        AuditCommand::Drop { audit, question } => questions::drop_one(folder, audit, question),
        AuditCommand::Raise { audit, question } => questions::raise(folder, audit, question),
        AuditCommand::Conclude { audit, report_on } => plan::conclude(folder, audit, *report_on),
        AuditCommand::Remove { audit } => plan::remove(folder, audit),
        AuditCommand::Restore { id } => plan::restore(folder, *id),
    }
}

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    row: Row,
    answers: Vec<Asking>,
}

/// A question with its answer.
#[derive(Serialize)]
struct Asking {
    id: QuestionId,
    text: String,
    process: Option<String>,
    clause_2008: Option<String>,
    clause_2015: Option<String>,
    needs_evidence: bool,
    answer: &'static str,
    evidence: String,
    note: String,
    /// The case that it follows up.
    about: Option<String>,
    /// The case that its finding became.
    case: Option<String>,
}

fn asking(book: &Asked, question: &Question) -> Asking {
    Asking {
        id: question.id,
        text: book.text(&question.text),
        process: book.process(question.process),
        clause_2008: question.clause_2008.clone(),
        clause_2015: question.clause_2015.clone(),
        needs_evidence: question.needs_evidence,
        answer: question.answer.code(),
        evidence: book.text(&question.evidence),
        note: book.text(&question.note),
        about: question.about.map(|case| book.case_name(case)),
        case: question.case.map(|case| book.case_name(case)),
    }
}

fn shown(book: &Asked, stood: &Stood<Audit>) -> Result<Answer, Failure> {
    let answers: Vec<Asking> = stood.record.questions.iter().map(|it| asking(book, it)).collect();
    let text = text(book, stood, &answers);
    Answer::new(&Shown { row: row(book, stood), answers }, text)
}

fn text(book: &Asked, stood: &Stood<Audit>, answers: &[Asking]) -> String {
    let labels = quality::of(book.lang);
    let (audit, row) = (&stood.record, row(book, stood));
    let state = if audit.held { labels.held } else { labels.planned };
    let kind = sentences::audit(book.lang, audit.kind);
    let days = format!("{} – {}", book.day(Some(row.from)), book.day(Some(row.to)));
    let mut lines = vec![format!("{kind} {days} ({state})"), row.id.to_string()];
    let team: Vec<&str> = row.team.iter().map(|member| member.post.as_str()).collect();
    let named = [
        (labels.scope, row.scope.clone()),
        (labels.lead, row.lead.clone()),
        (labels.team, team.join("; ")),
        (labels.processes, row.processes.join(", ")),
        (labels.report, row.report_on.map(|day| book.day(Some(day))).unwrap_or_default()),
        (labels.findings, row.findings_in_report.map(|count| count.to_string()).unwrap_or_default()),
        (labels.cases, row.cases.join(", ")),
        (labels.note, row.note.clone()),
    ];
    let told = named.into_iter().filter(|(_, value)| !value.is_empty());
    lines.extend(told.map(|(name, value)| format!("{name}: {value}")));
    for (place, asking) in answers.iter().enumerate() {
        lines.push(String::new());
        lines.extend(asked(book, place.saturating_add(1), asking));
    }
    lines.join("\n")
}

fn asked(book: &Asked, place: usize, asking: &Asking) -> Vec<String> {
    let labels = quality::of(book.lang);
    let clause = [&asking.clause_2008, &asking.clause_2015].into_iter().flatten();
    let clause = clause.map(String::as_str).collect::<Vec<_>>().join(" / ");
    let process = asking.process.as_deref().map(|code| format!(" {code}")).unwrap_or_default();
    let clause = if clause.is_empty() { clause } else { format!(" [{clause}]") };
    let demands =
        if asking.needs_evidence { format!(" ({})", labels.demands_evidence) } else { String::new() };
    let about = asking.about.as_ref().map(|case| format!(" – {} {case}", labels.about)).unwrap_or_default();
    let mut lines = vec![format!("{place}.{process}{clause} {}{demands}{about}", asking.text)];
    let answer = Answered::ALL.into_iter().find(|answer| answer.code() == asking.answer);
    let answer = answer.map_or(asking.answer, |answer| quality::answer(book.lang, answer));
    lines.push(format!("   {}: {answer}", labels.answer));
    let more = [(labels.evidence, &asking.evidence), (labels.note, &asking.note)];
    let more = more.into_iter().filter(|(_, text)| !text.is_empty());
    lines.extend(more.map(|(name, text)| format!("   {name}: {}", short(text, 200))));
    lines.extend(asking.case.as_ref().map(|case| format!("   {}: {case}", labels.case)));
    lines
}

/// The audit as it stands after a command.
fn after(folder: &Folder, app: &App, id: AuditId, done: &str) -> Result<Answer, Failure> {
    let book = Asked::after(app, folder.lang);
    let stood = book.register.audit(id).ok_or_else(|| Failure::new("internal", folder.lang))?;
    let mut answer = shown(&book, stood)?;
    let audit = &stood.record;
    let kind = sentences::audit(book.lang, audit.kind);
    answer.text = format!("{done}: {kind} {}\n{id}", book.day(Some(audit.starts_on)));
    Ok(answer)
}
