//! `certificate`: records a certificate.

use capa_core::domain::certificate::{Certificate, Edition, RuleBase};
use capa_core::domain::certify::CertificateForm;
use capa_core::words as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::CertificateArguments;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::words;

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
}

/// Records a certificate. The same decision again corrects it, and what is not said stays as it is.
pub fn run(folder: &Folder, asked: &CertificateArguments) -> Result<Answer, Failure> {
    folder.check_day()?;
    let book = folder.ask()?;
    let form = form(&book, asked);
    let mut app = folder.open()?;
    app.record_certificate(form).map_err(|error| folder.failure(error))?;
    let all = app.register().certificates().map(|stood| &stood.record);
    let recorded = all.into_iter().find(|certificate| certificate.decided_on == asked.decided_on);
    let recorded = recorded.ok_or_else(|| Failure::new("internal", folder.lang))?;
    let words = words::of(folder.lang);
    let until = sentences::date(folder.lang, recorded.valid_until);
    let text = format!("{}: {} {} {until}", words.certificate_recorded, recorded.number, words.valid_until);
    let told = Recorded {
        number: &recorded.number,
        body: &recorded.body,
        edition: recorded.edition,
        decided_on: recorded.decided_on,
        stage2_ended_on: recorded.stage2_ended_on,
        valid_until: recorded.valid_until,
        base: recorded.base,
        cycle: recorded.cycle,
    };
    Answer::new(&told, text)
}

fn form(book: &Asked, asked: &CertificateArguments) -> CertificateForm {
    let all = book.register.certificates().map(|stood| &stood.record);
    let same: Option<&Certificate> = all.into_iter().find(|it| it.decided_on == asked.decided_on);
    let typed = |typed: &Option<String>, kept: fn(&Certificate) -> &String| {
        typed.clone().or_else(|| same.map(|same| kept(same).clone())).unwrap_or_default()
    };
    let edition = asked.edition.or(same.map(|same| same.edition));
    let base = asked.base.map(RuleBase::from).or(same.map(|same| same.base));
    CertificateForm {
        number: typed(&asked.number, |same| &same.number),
        body: typed(&asked.body, |same| &same.body),
        edition: edition.unwrap_or_else(|| book.register.edition()),
        decided_on: asked.decided_on,
        stage2_ended_on: asked.stage2_ended_on.or(same.and_then(|same| same.stage2_ended_on)),
        valid_until: asked.valid_until.or(same.map(|same| same.valid_until)),
        base: base.unwrap_or_default(),
        tolerance_days: same.map_or(0, |same| same.tolerance_days),
        restored: same.is_some_and(|same| same.restored),
        corrects: None,
    }
}
