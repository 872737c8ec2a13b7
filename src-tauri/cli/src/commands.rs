//! The commands: each asks the book or lets it be changed, and says what came of it.

mod audits;
mod certificate;
mod cycle;
mod deadline;
mod do_move;
mod export;
mod import;
mod list;
mod moves;
mod new;
mod people;
mod posts;
mod processes;
mod readiness;
mod registers;
mod reminders;
mod review_pack;
mod sample;
mod show;
mod step;
mod tasks;
mod verify;

use crate::answer::Answer;
use crate::args::{Arguments, Command};
use crate::book::Folder;
use crate::failure::Failure;

/// Does what the command line asks for.
pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let folder = Folder::of(arguments)?;
    match &arguments.command {
        Command::Sample => sample::run(&folder),
        Command::Import(asked) => import::run(&folder, asked),
        Command::List(asked) => list::run(&folder, asked),
        Command::Show { number } => show::run(&folder, number),
        Command::New(asked) => new::run(&folder, asked),
        Command::Do(asked) => do_move::run(&folder, asked),
        Command::Moves(asked) => moves::run(&folder, asked),
        Command::Tasks(asked) => tasks::run(&folder, asked),
        Command::People(asked) => people::run(&folder, asked),
        Command::Posts(asked) => posts::run(&folder, asked),
        Command::Processes(asked) => processes::run(&folder, asked),
        Command::Certificate(asked) => certificate::run(&folder, asked),
        Command::Cycle { base } => cycle::run(&folder, base.map(Into::into)),
        Command::Deadline(asked) => deadline::run(&folder, asked),
        Command::Audits(asked) => audits::list(&folder, asked),
        Command::Audit(asked) => audits::run(&folder, asked),
        Command::QuestionLists(asked) => audits::question_lists(&folder, asked),
        Command::Auditors(asked) => audits::auditors(&folder, asked),
        Command::Programme(asked) => audits::programme(&folder, asked),
        Command::Complaints(asked) => registers::complaints(&folder, asked),
        Command::Objectives(asked) => registers::objectives(&folder, asked),
        Command::Surveys(asked) => registers::surveys(&folder, asked),
        Command::Reviews(asked) => registers::reviews(&folder, asked),
        Command::ReviewPack => review_pack::run(&folder),
        Command::Readiness { what } => readiness::run(&folder, what.as_ref()),
        Command::Reminders { deliver: false } => reminders::ask(&folder),
        Command::Reminders { deliver: true } => reminders::deliver(&folder),
        Command::Export { file } => export::run(&folder, file),
        Command::Verify { accept_history } => verify::run(&folder, *accept_history),
    }
}
