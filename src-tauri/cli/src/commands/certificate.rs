//! `certificate`: records a certificate, and what happens to it.

use capa_core::app::App;
use capa_core::domain::certificate::{Certificate, Edition, RuleBase};
use capa_core::domain::certify::{CertificateForm, Happening};
use capa_core::domain::cycle::certificate_state;
use capa_core::words as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::{CertificateArguments, CertificateCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::words::{self, quality};

#[derive(Serialize)]
struct Recorded<'a> {
    number: &'a str,
    body: &'a str,
    edition: Edition,
    decided_on: NaiveDate,
    stage2_ended_on: Option<NaiveDate>,
    valid_until: NaiveDate,
    base: RuleBase,
    cycle: u32,
    tolerance_days: u32,
    restored: bool,
    /// How it stands on the day of the command.
    state: &'static str,
    suspended_until: Option<NaiveDate>,
    withdrawn_on: Option<NaiveDate>,
}

/// Records a certificate, or what happened to the one of the running cycle.
pub fn run(folder: &Folder, asked: &CertificateArguments) -> Result<Answer, Failure> {
    match (&asked.happened, asked.decided_on) {
        (Some(happened), _) => happen(folder, happened),
        (None, Some(decided_on)) => record(folder, asked, decided_on),
        // The command line asks for the day itself.
        (None, None) => Err(Failure::new("internal", folder.lang)),
    }
}

/// The same decision again corrects it, and what is not said stays as it is.
fn record(folder: &Folder, asked: &CertificateArguments, decided_on: NaiveDate) -> Result<Answer, Failure> {
    folder.check_day()?;
    let book = folder.ask()?;
    let form = form(&book, asked, decided_on);
    let mut app = folder.open()?;
    app.record_certificate(form).map_err(|error| folder.failure(error))?;
    let all = app.register().certificates().map(|stood| &stood.record);
    let recorded = all.into_iter().find(|certificate| certificate.decided_on == decided_on);
    let recorded = recorded.ok_or_else(|| Failure::new("internal", folder.lang))?;
    let words = words::of(folder.lang);
    let until = sentences::date(folder.lang, recorded.valid_until);
    let text = format!("{}: {} {} {until}", words.certificate_recorded, recorded.number, words.valid_until);
    Answer::new(&told(recorded, app.today()), text)
}

fn told(certificate: &Certificate, today: NaiveDate) -> Recorded<'_> {
    Recorded {
        number: &certificate.number,
        body: &certificate.body,
        edition: certificate.edition,
        decided_on: certificate.decided_on,
        stage2_ended_on: certificate.stage2_ended_on,
        valid_until: certificate.valid_until,
        base: certificate.base,
        cycle: certificate.cycle,
        tolerance_days: certificate.tolerance_days,
        restored: certificate.restored,
        state: certificate_state(certificate, today).code(),
        suspended_until: certificate.suspended_on(today).map(|suspension| suspension.until),
        withdrawn_on: certificate.withdrawn_on,
    }
}

fn form(book: &Asked, asked: &CertificateArguments, decided_on: NaiveDate) -> CertificateForm {
    let all = book.register.certificates().map(|stood| &stood.record);
    let same: Option<&Certificate> = all.into_iter().find(|it| it.decided_on == decided_on);
    let typed = |typed: &Option<String>, kept: fn(&Certificate) -> &String| {
        typed.clone().or_else(|| same.map(|same| kept(same).clone())).unwrap_or_default()
    };
    let edition = asked.edition.or(same.map(|same| same.edition));
    let base = asked.base.map(RuleBase::from).or(same.map(|same| same.base));
    let was_restored = same.is_some_and(|same| same.restored);
    // Restored only now: its end is counted anew, unless it was typed.
    let kept_end = same.filter(|_| was_restored || !asked.restored).map(|same| same.valid_until);
    CertificateForm {
        number: typed(&asked.number, |same| &same.number),
        body: typed(&asked.body, |same| &same.body),
        edition: edition.unwrap_or_else(|| book.register.edition()),
        decided_on,
        stage2_ended_on: asked.stage2_ended_on.or(same.and_then(|same| same.stage2_ended_on)),
        valid_until: asked.valid_until.or(kept_end),
        base: base.unwrap_or_default(),
        tolerance_days: asked.tolerance_days.or(same.map(|same| same.tolerance_days)).unwrap_or_default(),
        restored: asked.restored || was_restored,
        corrects: None,
    }
}

fn happen(folder: &Folder, asked: &CertificateCommand) -> Result<Answer, Failure> {
    let mut app = folder.open_held("certificate")?;
    let running = app.register().current_certificate();
    let running = running.ok_or_else(|| Failure::new("no_certificate", folder.lang))?;
    let (id, revision) = (running.record.id, running.revision);
    app.certificate_happened(id, revision, happening(asked)).map_err(|error| folder.failure(error))?;
    answer(folder, &app, asked)
}

fn happening(asked: &CertificateCommand) -> Happening {
    match asked {
        CertificateCommand::Suspend { from, reason, until } => {
            Happening::Suspended { from: *from, until: *until, reason: reason.clone() }
        }
        CertificateCommand::Restore { on } => Happening::Lifted { on: *on },
        CertificateCommand::Withdraw { on } => Happening::Withdrawn { on: *on },
        CertificateCommand::Transfer { on, body, number } => {
            Happening::Transferred { on: *on, body: body.clone(), number: number.clone() }
        }
    }
}

fn answer(folder: &Folder, app: &App, asked: &CertificateCommand) -> Result<Answer, Failure> {
    let book = Asked::after(app, folder.lang);
    let certificate = book.register.current_certificate().map(|stood| &stood.record);
    let certificate = certificate.ok_or_else(|| Failure::new("no_certificate", folder.lang))?;
    let labels = quality::of(folder.lang);
    let done = match asked {
        CertificateCommand::Suspend { from, .. } => (labels.suspended_from, book.day(Some(*from))),
        CertificateCommand::Restore { on } => (labels.restored, book.day(Some(*on))),
        CertificateCommand::Withdraw { on } => (labels.withdrawn_on, book.day(Some(*on))),
        CertificateCommand::Transfer { body, .. } => (labels.transferred, body.clone()),
    };
    let text = format!("{}: {}\n{}", done.0, done.1, super::cycle::state(&book, certificate));
    Answer::new(&told(certificate, book.today), text)
}
