//! `do`: a move of a case, by the same rules as everywhere.

use capa_core::app::{App, AppError};
use capa_core::domain::case::CaseStatus;
use capa_core::domain::ids::CaseId;
use capa_core::domain::life::Wish;
use capa_core::domain::moves::Move;
use capa_core::register::Register;
use serde::Serialize;

use super::step::{Plan, Reading};
use crate::answer::Answer;
use crate::args::DoArguments;
use crate::book::Folder;
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::words::{self, life};

#[derive(Serialize)]
struct Moved<'a> {
    number: Option<String>,
    id: CaseId,
    #[serde(rename = "move")]
    step: &'a str,
    status: Option<CaseStatus>,
    revision: Option<u32>,
    follow_up: Option<FollowUp>,
}

#[derive(Serialize)]
struct FollowUp {
    number: String,
    id: CaseId,
}

/// Makes the move at the revision that the case stands at.
pub fn run(folder: &Folder, asked: &DoArguments) -> Result<Answer, Failure> {
    if !folder.holds_book() {
        // A refusal creates nothing.
        return Err(Lookup::of(&Register::default(), folder.lang).no_case(&asked.case));
    }
    let mut app = folder.open()?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let stood = lookup.case(&asked.case)?;
    let (id, revision, number) = (stood.record.id, stood.revision, stood.record.number.clone());
    let reading = Reading { lookup, case: &stood.record, password: folder.password() };
    let plan = reading.plan(&asked.step)?;
    let follow_up = carry_out(&mut app, id, revision, plan).map_err(|error| folder.failure(error))?;
    let after = app.register().case(id);
    let moved = Moved {
        number: after.map_or(number, |stood| stood.record.number.clone()),
        id,
        step: asked.step.code(),
        status: after.map(|stood| stood.record.status),
        revision: after.map(|stood| stood.revision),
        follow_up: follow_up.map(|(id, number)| FollowUp { number, id }),
    };
    Answer::new(&moved, text(folder, &moved))
}

type Next = Option<(CaseId, String)>;

fn carry_out(app: &mut App, case: CaseId, revision: u32, plan: Plan) -> Result<Next, AppError> {
    match plan {
        Plan::Save(form) => app.save_draft(case, revision, form).map(|()| None),
        Plan::Write(form, standing) => app.write_case(case, revision, form, &standing).map(|()| None),
        Plan::Discard => app.discard_draft(case, revision).map(|()| None),
        Plan::Register => app.register_case(case, revision).map(|_| None),
        Plan::Attach { action, evidence, file, standing } => {
            let moved = app.attach(case, revision, action, evidence, file.as_deref(), &standing)?;
            Ok(moved.follow_up)
        }
        Plan::Make(step, standing) => {
            let moved = app.make_move(&Wish { case, revision, step }, &standing)?;
            Ok(moved.follow_up)
        }
    }
}

fn text(folder: &Folder, moved: &Moved<'_>) -> String {
    let words = words::of(folder.lang);
    let name = moved.number.clone().unwrap_or_else(|| moved.id.to_string());
    let step = Move::from_code(moved.step).map_or(words.written, |step| life::step(folder.lang, step));
    let status = moved.status.map(|status| words::status(folder.lang, status));
    let status = status.map(|status| format!(" – {}: {status}", words.status)).unwrap_or_default();
    let next = moved.follow_up.as_ref();
    let next = next.map(|next| format!("\n{}: {}", words.follow_up, next.number)).unwrap_or_default();
    format!("{name}: {step}{status}{next}")
}
