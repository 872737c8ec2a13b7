//! The words about the office: people who sign in, posts, processes.

use capa_core::domain::person::Role;
use clap::{Args, Subcommand};

/// What to do with the people who sign in.
#[derive(Debug, Subcommand)]
pub enum PeopleCommand {
    /// Everybody who signs in or once did.
    List,
    /// Add somebody. From the first password on, everybody signs in.
    Add(PersonArguments),
    /// Give somebody another password; it is asked for, or read from standard input (after one's own, with --as).
    Password {
        /// The login.
        login: String,
    },
    /// Shut somebody out; what they did stays theirs.
    Deactivate {
        /// The login.
        login: String,
    },
}

/// Somebody who signs in.
#[derive(Debug, Args)]
pub struct PersonArguments {
    /// What they type to sign in.
    #[arg(long)]
    pub login: String,
    /// Their name.
    #[arg(long)]
    pub name: String,
    /// A post they hold; may be repeated.
    #[arg(long, value_name = "POST", required = true)]
    pub post: Vec<String>,
    /// Give them a password: the next line of standard input, or asked for at a terminal. Without one they cannot
    /// sign in yet.
    #[arg(long)]
    pub password_stdin: bool,
}

/// What to do with the posts.
#[derive(Debug, Subcommand)]
pub enum PostsCommand {
    /// All posts.
    List,
    /// Add a post.
    Add {
        /// Its name.
        name: String,
        #[command(flatten)]
        of: PostArguments,
    },
    /// Change a post; what is left out stays.
    Change {
        /// Its name, or a part of it that no other post has.
        post: String,
        /// Its new name.
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        of: PostArguments,
        /// Take all its roles away.
        #[arg(long, conflicts_with = "role")]
        no_roles: bool,
    },
}

/// What a post belongs to and may do.
#[derive(Debug, Args)]
pub struct PostArguments {
    /// The symbol of its unit.
    #[arg(long, value_name = "CODE")]
    pub department: Option<String>,
    /// What it may do beyond what it owns; may be repeated: representative, coordinator, top_management,
    /// department_head, internal_auditor, reporter.
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub role: Vec<Role>,
}

/// What to do with the processes.
#[derive(Debug, Subcommand)]
pub enum ProcessesCommand {
    /// All processes.
    List,
    /// Add a process.
    Add(ProcessArguments),
}

/// A process of the quality management system.
#[derive(Debug, Args)]
pub struct ProcessArguments {
    /// Its symbol.
    #[arg(long)]
    pub code: String,
    /// Its name.
    #[arg(long)]
    pub name: String,
    /// The post that owns it.
    #[arg(long, value_name = "POST")]
    pub owner: Option<String>,
    /// The symbol of its unit.
    #[arg(long, value_name = "CODE")]
    pub department: Option<String>,
    /// What is measured, with its limit.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub measure: String,
}

fn role(text: &str) -> Result<Role, String> {
    let all = || Role::ALL.map(Role::code).join(", ");
    Role::from_code(text).ok_or_else(|| format!("one of {}", all()))
}
