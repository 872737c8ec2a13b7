//! The words of the command line. A wrong one ends the program with exit status 2 before anything is touched.

mod audits;
mod certificate;
mod life;
mod office;
mod readiness;
mod registers;

use std::path::PathBuf;

use capa_core::calendar::{Period, Shift};
use capa_core::domain::case::{CaseKind, CaseStatus};
use capa_core::domain::certificate::{Edition, RuleBase};
use capa_core::words::Lang;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use audits::*;
pub use certificate::*;
pub use life::*;
pub use office::*;
pub use readiness::*;
pub use registers::*;

/// Corrective and preventive actions of an ISO 9001 certified office.
#[derive(Debug, Parser)]
#[command(name = "capa", version)]
pub struct Arguments {
    /// The data folder; else CAPA_DATA, else the platform's own.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The day that questions are answered as of; commands that write take it for a sample folder only.
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<NaiveDate>,
    /// The language of the answers; else CAPA_LANG, else the system's, else Polish.
    #[arg(long, global = true, value_name = "pl|en", value_parser = lang)]
    pub lang: Option<Lang>,
    /// Who does it, where people sign in; the password is asked for, or is the first line of standard input.
    #[arg(long = "as", global = true, value_name = "LOGIN")]
    pub sign_in_as: Option<String>,
    /// Answers in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Fill an empty folder with the sample office.
    Sample,
    /// Bring in a register from .xlsx, .xls, .ods or .csv.
    Import(ImportArguments),
    /// The cases of the register.
    List(ListArguments),
    /// One case with its actions, evidence, links and trail.
    Show {
        /// Its number, such as DK/9/2014; the id of a draft that has none.
        number: String,
    },
    /// Write a new draft.
    New(Box<NewArguments>),
    /// Move a case on; "capa do NUMBER help" lists the moves.
    Do(Box<DoArguments>),
    /// Which moves of a case are allowed now, and which rule stands against the others.
    Moves(MovesArguments),
    /// What waits for whoever asks.
    Tasks(TasksArguments),
    /// The people who sign in.
    #[command(subcommand)]
    People(PeopleCommand),
    /// The posts of the office.
    #[command(subcommand)]
    Posts(PostsCommand),
    /// The processes of the quality management system.
    #[command(subcommand)]
    Processes(ProcessesCommand),
    /// Record a certificate, or what happened to it; a later decision begins a new cycle.
    Certificate(Box<CertificateArguments>),
    /// The milestones of the running cycle.
    Cycle {
        /// Which date the first surveillance audit counts from; else as the certificate says.
        #[arg(long)]
        base: Option<Base>,
    },
    /// Count a deadline.
    Deadline(DeadlineArguments),
    /// The audits, internal and external.
    Audits(AuditsArguments),
    /// One audit: planned, its questions answered, its findings made cases.
    #[command(subcommand)]
    Audit(Box<AuditCommand>),
    /// The reusable question lists of internal audits.
    #[command(subcommand)]
    QuestionLists(QuestionListsCommand),
    /// The internal auditors.
    #[command(subcommand)]
    Auditors(AuditorsCommand),
    /// The yearly programmes of audits and of actions.
    #[command(subcommand)]
    Programme(ProgrammeCommand),
    /// Complaints and motions.
    Complaints(Box<ComplaintsArguments>),
    /// Quality objectives.
    Objectives(Box<ObjectivesArguments>),
    /// Customer surveys.
    Surveys(Box<SurveysArguments>),
    /// Management reviews.
    Reviews(Box<ReviewsArguments>),
    /// What the data can give to a management review.
    ReviewPack,
    /// The readiness checklist before an audit of the certification body: the checks and the verdict.
    Readiness {
        /// What to do with it; without anything it is answered.
        #[command(subcommand)]
        what: Option<ReadinessCommand>,
    },
    /// The reminders that are due.
    Reminders {
        /// Put them into the inbox and show them, each once.
        #[arg(long)]
        deliver: bool,
    },
    /// Write the register to .xlsx or .csv, by the file's ending.
    Export {
        /// The file.
        file: PathBuf,
    },
    /// Whether trail, journal and store agree.
    Verify {
        /// Go on although the trail is shorter than it was, or another; the trail says so from then on.
        #[arg(long)]
        accept_history: bool,
    },
}

impl Command {
    /// Whether nothing of the book is told or changed on somebody's behalf: then nobody has to sign in.
    pub fn is_for_anybody(&self) -> bool {
        matches!(
            self,
            Self::Sample | Self::Deadline(_) | Self::Verify { .. } | Self::Reminders { deliver: true }
        )
    }
}

/// What to bring in.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The file.
    pub file: PathBuf,
    /// The sheet; else the one that looks most like a register.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// A JSON object that says what columns hold: header, letter or number of the column -> name of the field.
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// Only say what would be done.
    #[arg(long)]
    pub dry_run: bool,
}

/// Which cases to list.
#[derive(Debug, Args)]
pub struct ListArguments {
    /// Corrective, preventive or improvement action.
    #[arg(long, value_name = "DK|DZ|DS", value_parser = kind)]
    pub kind: Option<CaseKind>,
    /// A state, such as in_progress.
    #[arg(long, value_parser = status)]
    pub status: Option<CaseStatus>,
    /// Only those that are overdue.
    #[arg(long)]
    pub overdue: bool,
    /// The symbol of a unit.
    #[arg(long, value_name = "CODE")]
    pub department: Option<String>,
    /// The year of registration.
    #[arg(long)]
    pub year: Option<i32>,
    /// Words that must all occur.
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
}

/// What a deadline is counted from, how long it is, and where it goes on a day off.
#[derive(Debug, Args)]
pub struct DeadlineArguments {
    /// The day of the event; it is not counted.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: NaiveDate,
    #[command(flatten)]
    period: PeriodArguments,
    /// A deadline of the administrative code (KPA art. 57): statutory days off only.
    #[arg(long, conflicts_with = "shift")]
    pub kpa: bool,
    /// Where a date goes that the office is closed on.
    #[arg(long, default_value = "next")]
    shift: ShiftWord,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct PeriodArguments {
    /// Calendar days.
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// Weeks.
    #[arg(long, value_name = "N")]
    weeks: Option<u32>,
    /// Months.
    #[arg(long, value_name = "N")]
    months: Option<u32>,
    /// Years.
    #[arg(long, value_name = "N")]
    years: Option<u32>,
}

impl DeadlineArguments {
    /// How long it is; exactly one length was given.
    pub fn period(&self) -> Option<Period> {
        let given = &self.period;
        let days = given.days.map(Period::Days);
        days.or(given.weeks.map(Period::Weeks))
            .or(given.months.map(Period::Months))
            .or(given.years.map(Period::Years))
    }

    /// Where it goes on a day off.
    pub fn shift(&self) -> Shift {
        match self.shift {
            ShiftWord::None => Shift::None,
            ShiftWord::Next => Shift::Next,
            ShiftWord::Previous => Shift::Previous,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ShiftWord {
    /// It stays.
    None,
    /// To the next working day.
    Next,
    /// To the working day before.
    Previous,
}

/// A rule base of the cycle.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Base {
    /// The certification decision.
    Decision,
    /// The last day of stage 2.
    Stage2,
    /// Calendar years only.
    Calendar,
}

impl From<Base> for RuleBase {
    fn from(base: Base) -> Self {
        match base {
            Base::Decision => Self::Decision,
            Base::Stage2 => Self::Stage2,
            Base::Calendar => Self::Calendar,
        }
    }
}

/// A day as it is typed.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    let shaped = text.len() == 10;
    let found = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| shaped);
    found.ok_or_else(|| "no calendar has this day; a day is written YYYY-MM-DD, such as 2015-02-28".into())
}

fn lang(text: &str) -> Result<Lang, String> {
    [Lang::Pl, Lang::En].into_iter().find(|lang| lang.code() == text).ok_or_else(|| "pl or en".into())
}

fn kind(text: &str) -> Result<CaseKind, String> {
    let wanted = |kind: &CaseKind| kind.code().eq_ignore_ascii_case(text);
    CaseKind::ALL.into_iter().find(wanted).ok_or_else(|| "DK, DZ or DS".into())
}

fn status(text: &str) -> Result<CaseStatus, String> {
    let all = || CaseStatus::ALL.map(CaseStatus::code).join(", ");
    CaseStatus::from_code(text).ok_or_else(|| format!("one of {}", all()))
}

fn edition(text: &str) -> Result<Edition, String> {
    match text {
        "2008" => Ok(Edition::Iso2008),
        "2015" => Ok(Edition::Iso2015),
        _ => Err("2008 or 2015".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn no_command_takes_the_name_of_what_every_command_takes() {
        use clap::CommandFactory;
        fn own(command: &clap::Command, shared: &[String]) {
            for below in command.get_subcommands() {
                let names = below.get_arguments().map(|argument| argument.get_id().to_string());
                let taken: Vec<String> = names.filter(|name| shared.contains(name)).collect();
                assert!(taken.is_empty(), "{}: {taken:?}", below.get_name());
                own(below, shared);
            }
        }
        let command = Arguments::command();
        let shared: Vec<String> =
            command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
        assert!(shared.contains(&"data".to_string()));
        own(&command, &shared);
    }

    #[test]
    fn every_move_of_a_life_can_be_typed() {
        use capa_core::domain::moves::Move;
        use clap::CommandFactory;
        let mut command = Arguments::command();
        let moves = command.find_subcommand_mut("do").map(|it| it.get_subcommands().map(|it| it.get_name()));
        let mut typed: Vec<&str> = moves.into_iter().flatten().collect();
        let mut known: Vec<&str> = Move::all().map(Move::code).chain(["write"]).collect();
        typed.sort_unstable();
        known.sort_unstable();
        assert_eq!(typed, known);
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(day("2016-02-29").map(|day| day.to_string()), Ok("2016-02-29".into()));
        for text in ["2015-02-29", "2015-02-30", "2015-2-3", "12.01.2015", "", "2015-01-12T00:00"] {
            assert!(day(text).is_err_and(|why| why.contains("YYYY-MM-DD")), "{text}");
        }
    }

    #[test]
    fn exactly_one_length_makes_a_deadline() {
        let parse = |line: &str| Arguments::try_parse_from(line.split(' '));
        assert!(parse("capa deadline --from 2015-01-12").is_err());
        assert!(parse("capa deadline --from 2015-01-12 --days 1 --weeks 1").is_err());
        assert!(parse("capa deadline --from 2015-01-12 --days 1 --kpa --shift none").is_err());
        assert!(parse("capa deadline --from 2015-01-12 --days -1").is_err());
        let parsed = parse("capa deadline --from 2015-01-12 --weeks 2 --shift previous").map(|it| it.command);
        let Ok(Command::Deadline(asked)) = parsed else { panic!("{parsed:?}") };
        assert_eq!((asked.period(), asked.shift()), (Some(Period::Weeks(2)), Shift::Previous));
    }
}
