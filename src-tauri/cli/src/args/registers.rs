//! The words about the small registers: complaints and motions, objectives, surveys, management reviews.

use capa_core::domain::complaint::{ComplaintKind, Justified};
use capa_core::domain::review::ReviewTopic;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::day;

/// What to do with complaints and motions.
#[derive(Debug, Subcommand)]
pub enum ComplaintsCommand {
    /// Add one.
    Add {
        /// The day it came in.
        #[arg(long, visible_alias = "received-on", value_name = "DATE", value_parser = day)]
        received: NaiveDate,
        /// What it is about; no names of those who complain.
        #[arg(long, value_name = "TEXT")]
        subject: String,
        #[command(flatten)]
        of: ComplaintArguments,
    },
    /// Change one; what is left out stays.
    Change {
        /// Its file reference, or its id.
        entry: String,
        /// The day it came in.
        #[arg(long, visible_alias = "received-on", value_name = "DATE", value_parser = day)]
        received: Option<NaiveDate>,
        /// What it is about.
        #[arg(long, value_name = "TEXT")]
        subject: Option<String>,
        #[command(flatten)]
        of: ComplaintArguments,
    },
    /// Make it a case, and keep the link.
    Raise {
        /// Its file reference, or its id.
        entry: String,
    },
    /// Take one out.
    Remove {
        /// Its file reference, or its id.
        entry: String,
    },
}

/// Which complaints and motions to list, or what to do with them.
#[derive(Debug, Args)]
pub struct ComplaintsArguments {
    /// Only those received in that year.
    #[arg(long)]
    pub year: Option<i32>,
    /// Only those answered late, or not answered in time.
    #[arg(long)]
    pub late: bool,
    #[command(subcommand)]
    pub what: Option<ComplaintsCommand>,
}

/// What is known of a complaint or motion.
#[derive(Debug, Args)]
pub struct ComplaintArguments {
    /// complaint or motion.
    #[arg(long, value_parser = complaint_kind)]
    pub kind: Option<ComplaintKind>,
    /// The file reference.
    #[arg(long, value_name = "TEXT")]
    pub reference: Option<String>,
    /// The symbol of the unit concerned.
    #[arg(long, value_name = "CODE")]
    pub department: Option<String>,
    /// The symbol of the process concerned.
    #[arg(long, value_name = "CODE")]
    pub process: Option<String>,
    /// yes, partly or no.
    #[arg(long, value_parser = justified)]
    pub justified: Option<Justified>,
    /// How it was settled.
    #[arg(long, value_name = "TEXT")]
    pub decision: Option<String>,
    /// The day it was answered.
    #[arg(long, visible_alias = "answered-on", value_name = "DATE", value_parser = day)]
    pub answered: Option<NaiveDate>,
    /// The day a notice of a delay was sent.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub notice: Option<NaiveDate>,
    /// The date that the notice names.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub notice_until: Option<NaiveDate>,
    /// The number of the case that it led to.
    #[arg(long, value_name = "NUMBER")]
    pub case: Option<String>,
    /// Why it led to none.
    #[arg(long, value_name = "TEXT")]
    pub no_case_reason: Option<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// What to do with quality objectives.
#[derive(Debug, Subcommand)]
pub enum ObjectivesCommand {
    /// Add one.
    Add {
        /// What is to be reached.
        #[arg(long, value_name = "TEXT")]
        text: String,
        #[command(flatten)]
        of: ObjectiveArguments,
    },
    /// Change one; what is left out stays.
    Change {
        /// Its place in the list of its year from 1, or its id.
        entry: String,
        /// What is to be reached.
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[command(flatten)]
        of: ObjectiveArguments,
    },
    /// Make it a case, and keep the link.
    Raise {
        /// Its place in the list of its year from 1, or its id.
        entry: String,
    },
    /// Take one out.
    Remove {
        /// Its place in the list of its year from 1, or its id.
        entry: String,
    },
}

/// Which objectives to list, or what to do with them.
#[derive(Debug, Args)]
pub struct ObjectivesArguments {
    /// Of that year; an objective is added to the running one without it.
    #[arg(long, global = true)]
    pub year: Option<i32>,
    #[command(subcommand)]
    pub what: Option<ObjectivesCommand>,
}

/// What is known of an objective.
#[derive(Debug, Args)]
pub struct ObjectiveArguments {
    /// The symbol of the process.
    #[arg(long, value_name = "CODE")]
    pub process: Option<String>,
    /// The post that answers for it.
    #[arg(long, value_name = "POST")]
    pub owner: Option<String>,
    /// What is measured.
    #[arg(long, value_name = "TEXT")]
    pub measure: Option<String>,
    /// Last year's value.
    #[arg(long, value_name = "TEXT")]
    pub baseline: Option<String>,
    /// The value to reach.
    #[arg(long, value_name = "TEXT")]
    pub target: Option<String>,
    /// The value reached.
    #[arg(long, value_name = "TEXT")]
    pub result: Option<String>,
    /// Whether it was reached: yes or no.
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
    pub met: Option<bool>,
    /// The day it was approved.
    #[arg(long, visible_alias = "approved-on", value_name = "DATE", value_parser = day)]
    pub approved: Option<NaiveDate>,
    /// The day it was last looked at.
    #[arg(long, visible_alias = "reviewed-on", value_name = "DATE", value_parser = day)]
    pub reviewed: Option<NaiveDate>,
    /// The number of the case that a miss led to.
    #[arg(long, value_name = "NUMBER")]
    pub case: Option<String>,
    /// Why a miss led to none.
    #[arg(long, value_name = "TEXT")]
    pub no_case_reason: Option<String>,
}

/// What to do with customer surveys.
#[derive(Debug, Subcommand)]
pub enum SurveysCommand {
    /// Add one.
    Add {
        /// Its name.
        #[arg(long, value_name = "TEXT")]
        name: String,
        /// The day it ended.
        #[arg(long, value_name = "DATE", value_parser = day)]
        held: NaiveDate,
        #[command(flatten)]
        of: SurveyArguments,
    },
    /// Change one; what is left out stays.
    Change {
        /// Its name, or its id.
        entry: String,
        /// The day it ended.
        #[arg(long, value_name = "DATE", value_parser = day)]
        held: Option<NaiveDate>,
        #[command(flatten)]
        of: SurveyArguments,
    },
    /// Make it a case, and keep the link.
    Raise {
        /// Its name, or its id.
        entry: String,
    },
    /// Take one out.
    Remove {
        /// Its name, or its id.
        entry: String,
    },
}

/// Which surveys to list, or what to do with them.
#[derive(Debug, Args)]
pub struct SurveysArguments {
    /// Only those of that year.
    #[arg(long)]
    pub year: Option<i32>,
    #[command(subcommand)]
    pub what: Option<SurveysCommand>,
}

/// What is known of a survey.
#[derive(Debug, Args)]
pub struct SurveyArguments {
    /// Answers received.
    #[arg(long, value_name = "N")]
    pub answers: Option<u32>,
    /// The score, such as 4.3.
    #[arg(long, value_parser = hundredths)]
    pub score: Option<u32>,
    /// The lowest score that the office is content with.
    #[arg(long, value_name = "SCORE", value_parser = hundredths)]
    pub target: Option<u32>,
    /// The best score possible.
    #[arg(long, value_name = "SCORE", value_parser = hundredths)]
    pub scale: Option<u32>,
    /// The day of the report.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub report: Option<NaiveDate>,
    /// What came out low.
    #[arg(long, value_name = "TEXT")]
    pub findings: Option<String>,
    /// The number of a case that it led to; may be repeated.
    #[arg(long, value_name = "NUMBER")]
    pub case: Vec<String>,
    /// Why a low score led to none.
    #[arg(long, value_name = "TEXT")]
    pub no_case_reason: Option<String>,
}

/// What to do with management reviews.
#[derive(Debug, Subcommand)]
pub enum ReviewsCommand {
    /// Add one.
    Add {
        /// Its day.
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: NaiveDate,
        #[command(flatten)]
        of: ReviewArguments,
    },
    /// Change one; what is left out stays, inputs and decisions are added.
    Change {
        /// Its day, or its id.
        entry: String,
        /// Its day from now on.
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: Option<NaiveDate>,
        #[command(flatten)]
        of: ReviewArguments,
    },
    /// Write down which case a decision became, or why it became none.
    #[command(name = "decision")]
    Settle {
        /// The review: its day, or its id.
        entry: String,
        /// The decision: its place from 1, or its id.
        decision: String,
        /// The number of the case.
        #[arg(long, value_name = "NUMBER")]
        case: Option<String>,
        /// Why it became none.
        #[arg(long, value_name = "TEXT")]
        no_case_reason: Option<String>,
    },
    /// Make a decision a case, and keep the link.
    Raise {
        /// The review: its day, or its id.
        entry: String,
        /// The decision: its place from 1, or its id.
        decision: String,
    },
    /// Take one out.
    Remove {
        /// Its day, or its id.
        entry: String,
    },
}

/// Which reviews to list, or what to do with them.
#[derive(Debug, Args)]
pub struct ReviewsArguments {
    /// Only those of that year.
    #[arg(long)]
    pub year: Option<i32>,
    #[command(subcommand)]
    pub what: Option<ReviewsCommand>,
}

/// What is known of a review.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// It was held; else it is planned.
    #[arg(long)]
    pub held: bool,
    /// Who took part, by post.
    #[arg(long, value_name = "TEXT")]
    pub participants: Option<String>,
    /// The file number of the minutes.
    #[arg(long, value_name = "TEXT")]
    pub minutes: Option<String>,
    /// What was looked at: a topic, with what was shown. May be repeated. Topics: audits, customers, processes,
    /// actions, earlier_reviews, changes, recommendations, risks, resources.
    #[arg(long, value_name = "TOPIC[=TEXT]", value_parser = input)]
    pub input: Vec<(ReviewTopic, String)>,
    /// What was decided, by whom and until when it is carried out. May be repeated.
    #[arg(long, value_name = "TEXT|POST|DATE", value_parser = decision)]
    pub decision: Vec<DecisionWord>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// A decision as it is typed.
#[derive(Debug, Clone)]
pub struct DecisionWord {
    pub text: String,
    pub owner: Option<String>,
    pub due_on: Option<NaiveDate>,
}

fn complaint_kind(text: &str) -> Result<ComplaintKind, String> {
    match text {
        "complaint" => Ok(ComplaintKind::Complaint),
        "motion" => Ok(ComplaintKind::Motion),
        _ => Err("complaint or motion".into()),
    }
}

fn justified(text: &str) -> Result<Justified, String> {
    match text {
        "yes" => Ok(Justified::Yes),
        "partly" => Ok(Justified::Partly),
        "no" => Ok(Justified::No),
        _ => Err("yes, partly or no".into()),
    }
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes or no".into()),
    }
}

/// A score such as `4`, `4.3` or `4,25`, in hundredths.
fn hundredths(text: &str) -> Result<u32, String> {
    let shape = || "a score is written 4, 4.3 or 4.25".to_string();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 2 || !digits(whole) || !digits(part) {
        return Err(shape());
    }
    format!("{whole}{part:0<2}").parse().map_err(|_| shape())
}

fn input(text: &str) -> Result<(ReviewTopic, String), String> {
    let (topic, summary) = text.split_once('=').unwrap_or((text, ""));
    let found = ReviewTopic::ALL.into_iter().find(|it| it.code() == topic.trim());
    let all = || ReviewTopic::ALL.map(ReviewTopic::code).join(", ");
    Ok((found.ok_or_else(|| format!("the topic is one of {}", all()))?, summary.trim().to_string()))
}

fn decision(text: &str) -> Result<DecisionWord, String> {
    let mut parts = text.split('|').map(str::trim);
    let text = parts.next().unwrap_or_default().to_string();
    let owner = parts.next().filter(|owner| !owner.is_empty()).map(String::from);
    let due_on = parts.next().filter(|due| !due.is_empty()).map(day).transpose()?;
    match parts.next() {
        None => Ok(DecisionWord { text, owner, due_on }),
        Some(_) => Err("it is written TEXT|POST|DATE".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_kept_in_hundredths() {
        let read =
            ["4", "4.3", "4,25", "0.05", "", ".5", "4.255", "4.x", "-1"].map(|text| hundredths(text).ok());
        assert_eq!(read, [Some(400), Some(430), Some(425), Some(5), None, None, None, None, None]);
    }

    #[test]
    fn inputs_and_decisions_are_read_as_far_as_they_are_told() {
        assert_eq!(input("actions = 12 open").unwrap(), (ReviewTopic::Actions, "12 open".to_string()));
        assert!(input("weather").unwrap_err().contains("earlier_reviews"));
        let whole = decision("Szkolenie|Informatyk|2015-03-31").unwrap();
        assert_eq!((whole.owner.as_deref(), whole.due_on), (Some("Informatyk"), day("2015-03-31").ok()));
        assert!(decision("a|b|2015-02-30").is_err() && decision("a|b|2015-02-28|c").is_err());
    }
}
