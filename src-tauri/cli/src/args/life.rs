//! The words about the life of a case: a move with what it takes, and what stands on a card.

use std::path::PathBuf;

use capa_core::domain::case::{CaseKind, Done};
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

use super::{day, kind};
use crate::writing::{NewAction, Setting, new_action, setting};

/// A new draft.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// Corrective, preventive or improvement action.
    #[arg(long, value_name = "DK|DZ|DS", value_parser = kind)]
    pub kind: CaseKind,
    #[command(flatten)]
    pub writing: Writing,
    /// Enter it in the register at once.
    #[arg(long)]
    pub register: bool,
}

/// A case and its move.
#[derive(Debug, Args)]
pub struct DoArguments {
    /// The number of the case, such as DK/9/2014; the id of a draft that has none.
    #[arg(value_name = "NUMBER")]
    pub case: String,
    /// The move.
    #[command(subcommand)]
    pub step: StepArguments,
}

/// Which moves are asked about.
#[derive(Debug, Args)]
pub struct MovesArguments {
    /// The number of the case; the id of a draft that has none.
    #[arg(value_name = "NUMBER")]
    pub case: String,
    #[command(flatten)]
    pub choice: ActionChoice,
    /// Ask for a post that would decide on paper.
    #[arg(long = "for", value_name = "POST")]
    pub for_post: Option<String>,
}

/// Whose tasks are asked about.
#[derive(Debug, Args)]
pub struct TasksArguments {
    /// Ask for a post that would decide on paper.
    #[arg(long = "for", value_name = "POST")]
    pub for_post: Option<String>,
}

/// What is to be written on a card.
#[derive(Debug, Args)]
pub struct Writing {
    /// A field and what it holds from now on, such as title="Brak podpisu"; an empty value clears it. May be
    /// repeated. Fields: title, statement, evidence, requirement, source (code), process (symbol), department
    /// (symbol), owner (post), clause_2008, clause_2015, grade (major, minor, observation, ofi), reported_on,
    /// reported_by, file_reference, source_document, correction, correction_done_on, consequences, method
    /// (five_why, ishikawa, other), analysis, root_cause, similar, problem, why and undetected (repeated, in the
    /// order of the answers), target_on, expected_effect, criterion, review_due_on, remarks, answer_due_on,
    /// answer_sent_on, accepted_on.
    #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = setting)]
    pub set: Vec<Setting>,
    /// An action to add; may be repeated. Post and date may be left to --owner and --due.
    #[arg(long, value_name = "WHAT|POST|DATE", value_parser = new_action)]
    pub add_action: Vec<NewAction>,
    /// The post that owns the added actions that name none.
    #[arg(long, value_name = "POST", requires = "add_action")]
    pub owner: Option<String>,
    /// The due date of the added actions that name none.
    #[arg(long, value_name = "DATE", value_parser = day, requires = "add_action")]
    pub due: Option<NaiveDate>,
    /// An action to strike out: its place on the card from 1, or its id. May be repeated.
    #[arg(long, value_name = "N|ID")]
    pub drop_action: Vec<String>,
}

/// Which action of the card is meant.
#[derive(Debug, Args)]
pub struct ActionChoice {
    /// The action: its place on the card from 1, or its id. May be left out where only one fits.
    #[arg(long, value_name = "N|ID")]
    pub action: Option<String>,
}

/// A decision on paper, while nobody else signs in.
#[derive(Debug, Args, Default)]
pub struct PaperArguments {
    /// The post that decided on paper: its name, or a part of it that no other post has.
    #[arg(long = "for", value_name = "POST")]
    pub for_post: Option<String>,
    /// The day it decided; else today.
    #[arg(long, value_name = "DATE", value_parser = day, requires = "for_post")]
    pub for_on: Option<NaiveDate>,
    /// The paper: number of a letter, a file, a protocol.
    #[arg(long, value_name = "TEXT", requires = "for_post")]
    pub document: Option<String>,
}

/// A step that is told with a reason.
#[derive(Debug, Args)]
pub struct Reasoned {
    /// Why.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    #[command(flatten)]
    pub paper: PaperArguments,
}

/// A step about one action that is told with a reason.
#[derive(Debug, Args)]
pub struct ActionReasoned {
    #[command(flatten)]
    pub choice: ActionChoice,
    #[command(flatten)]
    pub why: Reasoned,
}

/// A new due date.
#[derive(Debug, Args)]
pub struct NewDate {
    /// The new due date. Without an action it is the date that is due first.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub due: NaiveDate,
    #[command(flatten)]
    pub of: ActionReasoned,
}

/// An action that was carried out.
#[derive(Debug, Args)]
pub struct Completed {
    #[command(flatten)]
    pub choice: ActionChoice,
    /// The day it was done; else the day of the decision.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<NaiveDate>,
    /// What was done.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub note: String,
    #[command(flatten)]
    pub paper: PaperArguments,
}

/// What a verification saw.
#[derive(Debug, Args)]
pub struct Seen {
    /// What was seen.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub seen: String,
    #[command(flatten)]
    pub paper: PaperArguments,
}

/// What is sent back.
#[derive(Debug, Args)]
pub struct SentBack {
    /// Done partly or not at all.
    #[arg(long, default_value = "partly")]
    pub result: NotDone,
    #[command(flatten)]
    pub why: Reasoned,
}

/// A verification that did not find everything done.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum NotDone {
    /// Done partly.
    Partly,
    /// Not done.
    No,
}

impl From<NotDone> for Done {
    fn from(result: NotDone) -> Self {
        match result {
            NotDone::Partly => Self::Partly,
            NotDone::No => Self::No,
        }
    }
}

/// A judgement of effectiveness.
#[derive(Debug, Args)]
pub struct Judged {
    /// The data that the judgement rests on.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub based_on: String,
    /// Why it is judged before its day.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub early_reason: String,
    /// Risks and opportunities that were updated.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub risks: String,
    /// The change of the quality management system that it led to.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub qms_change: String,
    #[command(flatten)]
    pub paper: PaperArguments,
}

/// A decision not to act, with its approval where that lies on paper.
#[derive(Debug, Args)]
pub struct NoActionDecided {
    /// Why.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    /// The post that approved it on paper, while nobody else signs in.
    #[arg(long, value_name = "POST")]
    pub approved_by: Option<String>,
    /// The day it approved; else today.
    #[arg(long, value_name = "DATE", value_parser = day, requires = "approved_by")]
    pub approved_on: Option<NaiveDate>,
    /// The paper.
    #[arg(long, value_name = "TEXT", requires = "approved_by")]
    pub document: Option<String>,
}

/// Evidence: a file, or paper described by its file number.
#[derive(Debug, Args)]
pub struct Attached {
    #[command(flatten)]
    pub choice: ActionChoice,
    /// The file.
    #[arg(long, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// What it is; else the name of the file.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub title: String,
    /// Where the paper lies (znak sprawy).
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub file_number: String,
    /// Its day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub dated: Option<NaiveDate>,
    #[command(flatten)]
    pub paper: PaperArguments,
}

/// Evidence that is taken back.
#[derive(Debug, Args)]
pub struct Withdrawn {
    /// The evidence: its place on its action from 1, or its id. May be left out where only one fits.
    #[arg(long, value_name = "N|ID")]
    pub evidence: Option<String>,
    #[command(flatten)]
    pub of: ActionReasoned,
}

/// A new owner; without an action, of the case itself.
#[derive(Debug, Args)]
pub struct Assigned {
    /// The post.
    #[arg(long, value_name = "POST")]
    pub owner: String,
    #[command(flatten)]
    pub of: ActionReasoned,
}

/// A link to another case.
#[derive(Debug, Args)]
pub struct Linked {
    /// The number of the earlier case.
    #[arg(long, value_name = "NUMBER")]
    pub to: String,
    #[command(flatten)]
    pub paper: PaperArguments,
}

/// A link that is taken back.
#[derive(Debug, Args)]
pub struct Unlinked {
    /// The number of the earlier case.
    #[arg(long, value_name = "NUMBER")]
    pub to: String,
    #[command(flatten)]
    pub why: Reasoned,
}

/// A move of a case, with what it takes.
#[derive(Debug, Subcommand)]
#[command(rename_all = "snake_case")]
pub enum StepArguments {
    /// Keep what was written in a draft.
    Save(Writing),
    /// Write on a card, draft or registered; part by part, as far as its state allows.
    Write {
        #[command(flatten)]
        writing: Box<Writing>,
        #[command(flatten)]
        paper: PaperArguments,
    },
    /// Take a draft out of the book.
    Discard,
    /// Give a draft its number.
    Register,
    /// Begin to look for the cause.
    StartAnalysis(PaperArguments),
    /// Hand the plan in.
    SubmitPlan(PaperArguments),
    /// Approve the plan.
    ApprovePlan(PaperArguments),
    /// Send the plan back.
    ReturnPlan(Reasoned),
    /// Mark an action as done.
    CompleteAction(Completed),
    /// An action is not done after all.
    ReopenAction(ActionReasoned),
    /// Give an action up.
    CancelAction(ActionReasoned),
    /// Report that everything is done.
    ReportDone(PaperArguments),
    /// Confirm that it was done.
    Verify(Seen),
    /// Send back what was not done, or not all.
    SendBack(SentBack),
    /// It helped.
    JudgeEffective(Judged),
    /// It did not help; a follow-up case opens.
    JudgeIneffective(Judged),
    /// Decide not to act.
    DecideNoAction(NoActionDecided),
    /// Approve a decision not to act.
    ApproveNoAction(PaperArguments),
    /// Refuse a decision not to act.
    RefuseNoAction(Reasoned),
    /// Give the case up.
    Cancel(Reasoned),
    /// Open a closed case again.
    Reopen(Reasoned),
    /// Move a due date.
    Extend(NewDate),
    /// Ask for more time.
    AskExtension(NewDate),
    /// Refuse more time.
    RefuseExtension(ActionReasoned),
    /// Add evidence to an action.
    Attach(Attached),
    /// Take evidence back.
    Withdraw(Withdrawn),
    /// Hand a case or an action to another post.
    Assign(Assigned),
    /// Link a case to an earlier one that it repeats.
    Link(Linked),
    /// Take such a link back.
    Unlink(Unlinked),
}
