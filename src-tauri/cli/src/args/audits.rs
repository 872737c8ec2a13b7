//! The words about audits, their question lists, auditors and programmes.

use capa_core::domain::audit::{Answer, AuditKind};
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{PaperArguments, day};

/// Which audits to list.
#[derive(Debug, Args)]
pub struct AuditsArguments {
    /// Only those that touch that year.
    #[arg(long)]
    pub year: Option<i32>,
    /// Only those of a kind: certification, surveillance_1, surveillance_2, recertification, internal.
    #[arg(long, value_parser = audit_kind)]
    pub kind: Option<AuditKind>,
}

/// What to do with an audit. AUDIT is its first day, or its id.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Plan an audit, or record one that was held.
    Plan(AuditPlanned),
    /// Change an audit; what is left out stays.
    Change(AuditChanged),
    /// One audit with its questions and answers.
    Show {
        /// The audit: its first day, or its id.
        audit: String,
    },
    /// Put its questions together: the findings of the last external audit first, then the lists that fit.
    Fill {
        /// The audit: its first day, or its id.
        audit: String,
        /// The name of a question list; may be repeated. Without one, all that fit.
        #[arg(long, value_name = "NAME")]
        list: Vec<String>,
        /// Only the findings of the last external audit.
        #[arg(long, conflicts_with = "list")]
        findings_only: bool,
    },
    /// Write one more question.
    Question(QuestionAdded),
    /// Answer a question.
    Answer(QuestionAnswered),
    /// Take a question out.
    Drop {
        /// The audit: its first day, or its id.
        audit: String,
        /// The question: its place from 1, or its id.
        question: String,
    },
    /// Make a finding a case.
    Raise {
        /// The audit: its first day, or its id.
        audit: String,
        /// The question: its place from 1, or its id.
        question: String,
    },
    /// End an internal audit: every question is answered, the report is written.
    Conclude {
        /// The audit: its first day, or its id.
        audit: String,
        /// The day of the report; else today.
        #[arg(long, value_name = "DATE", value_parser = day)]
        report_on: Option<NaiveDate>,
    },
    /// Take an audit out of the book.
    Remove {
        /// The audit: its first day, or its id.
        audit: String,
    },
    /// Bring a removed audit back.
    Restore {
        /// Its id.
        id: uuid::Uuid,
    },
}

/// An audit to plan.
#[derive(Debug, Args)]
pub struct AuditPlanned {
    /// What it is for: certification, surveillance_1, surveillance_2, recertification, internal.
    #[arg(long, value_parser = audit_kind, default_value = "internal")]
    pub kind: AuditKind,
    /// The first day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: NaiveDate,
    /// The last day; else the first one.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<NaiveDate>,
    #[command(flatten)]
    pub of: AuditArguments,
}

/// An audit to change.
#[derive(Debug, Args)]
pub struct AuditChanged {
    /// The audit: its first day, or its id.
    pub audit: String,
    /// The first day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<NaiveDate>,
    #[command(flatten)]
    pub of: AuditArguments,
}

/// What an audit is about and what came of it.
#[derive(Debug, Args)]
pub struct AuditArguments {
    /// What it covers.
    #[arg(long, value_name = "TEXT")]
    pub scope: Option<String>,
    /// The lead auditor in words, as for audits of the certification body.
    #[arg(long, value_name = "TEXT")]
    pub lead: Option<String>,
    /// The symbol of a process it goes through; may be repeated.
    #[arg(long, value_name = "CODE")]
    pub process: Vec<String>,
    /// A post that audits, with the processes it audits where those are not all; may be repeated, the lead auditor
    /// first.
    #[arg(long, value_name = "POST[:CODE,CODE]")]
    pub auditor: Vec<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// It was held.
    #[arg(long)]
    pub held: bool,
    /// Findings in its report.
    #[arg(long, value_name = "N")]
    pub findings: Option<u32>,
    /// The day of the report.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub report_on: Option<NaiveDate>,
    /// Until when the certification body expects the answer.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub answer_due_on: Option<NaiveDate>,
    /// The day the answer was sent.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub answer_sent_on: Option<NaiveDate>,
    /// The day it was accepted.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub answer_accepted_on: Option<NaiveDate>,
}

/// A question to write.
#[derive(Debug, Args)]
pub struct QuestionAdded {
    /// The audit: its first day, or its id.
    pub audit: String,
    /// The question.
    #[arg(long, value_name = "TEXT")]
    pub text: String,
    /// The symbol of the process it is asked in.
    #[arg(long, value_name = "CODE")]
    pub process: Option<String>,
    /// Clause of the 2008 edition.
    #[arg(long, value_name = "CLAUSE")]
    pub clause_2008: Option<String>,
    /// Clause of the 2015 edition.
    #[arg(long, value_name = "CLAUSE")]
    pub clause_2015: Option<String>,
    /// It is answered only with evidence.
    #[arg(long)]
    pub needs_evidence: bool,
}

/// The answer to a question.
#[derive(Debug, Args)]
pub struct QuestionAnswered {
    /// The audit: its first day, or its id.
    pub audit: String,
    /// The question: its place from 1, or its id.
    pub question: String,
    /// unanswered, conforming, observation, nonconforming or not_applicable.
    #[arg(value_parser = audit_answer)]
    pub answer: Answer,
    /// What was seen.
    #[arg(long, value_name = "TEXT")]
    pub evidence: Option<String>,
    /// What the auditor states.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// What to do with the reusable question lists.
#[derive(Debug, Subcommand)]
pub enum QuestionListsCommand {
    /// All lists.
    List,
    /// Add a list.
    Add {
        /// Its name.
        name: String,
        /// The symbol of the process it is for; else any.
        #[arg(long, value_name = "CODE")]
        process: Option<String>,
        /// A question; may be repeated. A "!" before it demands evidence.
        #[arg(long, value_name = "[!]TEXT|2008|2015", value_parser = list_question, required = true)]
        question: Vec<ListQuestionWord>,
    },
    /// Take a list out.
    Remove {
        /// Its name, or its id.
        name: String,
    },
}

/// A question of a list as it is typed.
#[derive(Debug, Clone)]
pub struct ListQuestionWord {
    pub text: String,
    pub clause_2008: Option<String>,
    pub clause_2015: Option<String>,
    pub needs_evidence: bool,
}

/// What to do with the internal auditors.
#[derive(Debug, Subcommand)]
pub enum AuditorsCommand {
    /// All internal auditors with training and appointment.
    List,
    /// Add one, or write down what is new; what is left out stays.
    Add {
        /// The post.
        post: String,
        /// Training or certificate.
        #[arg(long, value_name = "TEXT")]
        training: Option<String>,
        /// The day of the training.
        #[arg(long, value_name = "DATE", value_parser = day)]
        trained_on: Option<NaiveDate>,
        /// The order that appoints.
        #[arg(long, value_name = "TEXT")]
        order: Option<String>,
        /// The day of the appointment.
        #[arg(long, value_name = "DATE", value_parser = day)]
        appointed_on: Option<NaiveDate>,
        /// The last day of the appointment.
        #[arg(long, value_name = "DATE", value_parser = day)]
        until: Option<NaiveDate>,
    },
}

/// The yearly programmes.
#[derive(Debug, Subcommand)]
pub enum ProgrammeCommand {
    /// The internal audits of a year: processes by months.
    Audits(AuditProgrammeArguments),
    /// The corrective and preventive actions of a year: actions by months.
    Actions(ActionProgrammeArguments),
}

/// The programme of internal audits.
#[derive(Debug, Args)]
pub struct AuditProgrammeArguments {
    /// The year; else the running one.
    #[arg(long, global = true)]
    pub year: Option<i32>,
    #[command(subcommand)]
    pub what: Option<AuditProgrammeCommand>,
}

/// What to do with it.
#[derive(Debug, Subcommand)]
pub enum AuditProgrammeCommand {
    /// Write it; processes that are left out stay as they are.
    Plan {
        /// A process and its months; may be repeated. No month takes the process out.
        #[arg(long, value_name = "CODE:1,5,9", value_parser = programme_line, required = true)]
        line: Vec<(String, Vec<u32>)>,
        /// A remark.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
        /// Why an approved programme changes.
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        reason: String,
    },
    /// Approve it, as the Starosta.
    Approve(PaperArguments),
}

/// The programme of actions.
#[derive(Debug, Args)]
pub struct ActionProgrammeArguments {
    /// The year; else the running one.
    #[arg(long, global = true)]
    pub year: Option<i32>,
    #[command(subcommand)]
    pub what: Option<ActionProgrammeCommand>,
}

/// What to do with it.
#[derive(Debug, Subcommand)]
pub enum ActionProgrammeCommand {
    /// Approve it, as the Starosta.
    Approve(PaperArguments),
    /// Write the monitoring of a month.
    Monitor {
        /// The month, 1 to 12.
        #[arg(long)]
        month: u32,
        /// Remarks.
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        remarks: String,
        /// Decisions.
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        decisions: String,
        /// How far an action is, in percent: the action by its line in the programme from 1, or its id. May be
        /// repeated.
        #[arg(long, value_name = "LINE=PERCENT", value_parser = progress)]
        progress: Vec<(String, u32)>,
    },
    /// Write down that the report of a quarter was handed to the Starosta.
    Report {
        /// The quarter, 1 to 4.
        #[arg(long)]
        quarter: u32,
        /// Remarks.
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        remarks: String,
    },
}

fn audit_kind(text: &str) -> Result<AuditKind, String> {
    serde_json::from_value(text.into())
        .map_err(|_| "one of certification, surveillance_1, surveillance_2, recertification, internal".into())
}

fn audit_answer(text: &str) -> Result<Answer, String> {
    let all = || Answer::ALL.map(Answer::code).join(", ");
    Answer::ALL.into_iter().find(|answer| answer.code() == text).ok_or_else(|| format!("one of {}", all()))
}

fn list_question(text: &str) -> Result<ListQuestionWord, String> {
    let (bare, needs_evidence) = match text.trim().strip_prefix('!') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let mut parts = bare.split('|').map(str::trim);
    let text = parts.next().unwrap_or_default().to_string();
    let mut clause = || parts.next().filter(|clause| !clause.is_empty()).map(String::from);
    let question = ListQuestionWord { text, clause_2008: clause(), clause_2015: clause(), needs_evidence };
    match parts.next() {
        None => Ok(question),
        Some(_) => Err("it is written TEXT|2008|2015".into()),
    }
}

fn programme_line(text: &str) -> Result<(String, Vec<u32>), String> {
    let shape = || "it is written CODE:1,5,9".to_string();
    let (code, months) = text.split_once(':').ok_or_else(shape)?;
    let months = months.split(',').map(str::trim).filter(|month| !month.is_empty());
    let months = months.map(|month| month.parse().map_err(|_| shape()));
    Ok((code.trim().to_string(), months.collect::<Result<Vec<u32>, String>>()?))
}

fn progress(text: &str) -> Result<(String, u32), String> {
    let shape = || "it is written LINE=PERCENT".to_string();
    let (line, percent) = text.split_once('=').ok_or_else(shape)?;
    let percent = percent.trim().trim_end_matches('%').parse().map_err(|_| shape())?;
    Ok((line.trim().to_string(), percent))
}
