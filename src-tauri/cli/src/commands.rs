//! The commands: each asks the book or lets it be changed, and says what came of it.

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
mod reminders;
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
        Command::Reminders { deliver: false } => reminders::ask(&folder),
        Command::Reminders { deliver: true } => reminders::deliver(&folder),
        Command::Export { file } => export::run(&folder, file),
        Command::Verify { accept_history } => verify::run(&folder, *accept_history),
    }
}
