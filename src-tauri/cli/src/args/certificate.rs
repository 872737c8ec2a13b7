//! The words about the certificate.

use capa_core::domain::certificate::{Edition, RuleBase};
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

use super::{day, edition};

/// A certificate as typed from the paper. What is left out stays as it is when the same decision is recorded
/// again.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct CertificateArguments {
    /// What happened to it; without any of these a certificate is recorded.
    #[command(subcommand)]
    pub happened: Option<CertificateCommand>,
    /// The day of the certification decision.
    #[arg(long, value_name = "DATE", value_parser = day, required = true)]
    pub decided_on: Option<NaiveDate>,
    /// The last day of stage 2.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub stage2_ended_on: Option<NaiveDate>,
    /// The last day of validity; else three years less a day from the decision.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub valid_until: Option<NaiveDate>,
    /// Which date the first surveillance audit counts from.
    #[arg(long)]
    pub base: Option<CertificateBase>,
    /// The number of the certificate.
    #[arg(long)]
    pub number: Option<String>,
    /// The certification body.
    #[arg(long)]
    pub body: Option<String>,
    /// The edition of ISO 9001; else the office's own.
    #[arg(long, value_name = "2008|2015", value_parser = edition)]
    pub edition: Option<Edition>,
    /// Days by which the certification body lets a recommended date pass.
    #[arg(long, value_name = "N")]
    pub tolerance_days: Option<u32>,
    /// Restored after the certificate before had ended: it expires three years after that end.
    #[arg(long)]
    pub restored: bool,
}

/// What happens to the certificate of the running cycle.
#[derive(Debug, Subcommand)]
pub enum CertificateCommand {
    /// It is suspended.
    Suspend {
        /// The first day.
        #[arg(long, value_name = "DATE", value_parser = day)]
        from: NaiveDate,
        /// Why.
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        reason: String,
        /// Until when it has to be lifted; else six months.
        #[arg(long, value_name = "DATE", value_parser = day)]
        until: Option<NaiveDate>,
    },
    /// The suspension is lifted.
    Restore {
        /// The day.
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: NaiveDate,
    },
    /// It is withdrawn.
    Withdraw {
        /// The day.
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: NaiveDate,
    },
    /// Another certification body goes on with the cycle.
    Transfer {
        /// The day.
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: NaiveDate,
        /// The body from then on.
        #[arg(long)]
        body: String,
        /// The number of its certificate.
        #[arg(long, default_value = "", hide_default_value = true)]
        number: String,
    },
}

/// A rule base that a certificate is recorded with.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum CertificateBase {
    /// The certification decision.
    Decision,
    /// The last day of stage 2.
    Stage2,
}

impl From<CertificateBase> for RuleBase {
    fn from(base: CertificateBase) -> Self {
        match base {
            CertificateBase::Decision => Self::Decision,
            CertificateBase::Stage2 => Self::Stage2,
        }
    }
}
