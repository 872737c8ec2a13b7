//! `cycle`: the milestones of the running cycle.

use capa_core::domain::certificate::{Certificate, RuleBase};
use capa_core::domain::cycle::{CertificateState, MilestoneKind, certificate_state, milestones};
use capa_core::words as sentences;
use chrono::NaiveDate;
use serde::Serialize;

use crate::answer::Answer;
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::table::table;
use crate::words::{self, quality};

#[derive(Serialize)]
struct Row {
    milestone: MilestoneKind,
    latest: Option<NaiveDate>,
    recommended: Option<NaiveDate>,
    window_from: Option<NaiveDate>,
    working_day_before: Option<NaiveDate>,
}

/// All five milestones, past ones too; without a certificate their dates are empty.
pub fn run(folder: &Folder, base: Option<RuleBase>) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let certificate = book.register.current_certificate().map(|stood| &stood.record);
    let rows = match certificate {
        Some(certificate) => rows(&book, certificate, base.unwrap_or(certificate.base)),
        None => MilestoneKind::ALL.map(empty),
    };
    let text = match certificate {
        Some(certificate) => text(&book, certificate, &rows),
        None => words::of(book.lang).no_certificate.into(),
    };
    Answer::new(&rows, text)
}

fn rows(book: &Asked, certificate: &Certificate, base: RuleBase) -> [Row; 5] {
    milestones(certificate, base, &book.register.calendar()).map(|found| Row {
        milestone: found.kind,
        latest: found.latest,
        recommended: found.recommended,
        window_from: found.window_from,
        working_day_before: found.working_day_before,
    })
}

fn empty(milestone: MilestoneKind) -> Row {
    Row { milestone, latest: None, recommended: None, window_from: None, working_day_before: None }
}

fn text(book: &Asked, certificate: &Certificate, rows: &[Row]) -> String {
    let words = words::of(book.lang);
    let date = |day: Option<NaiveDate>| day.map_or("–".into(), |day| sentences::date(book.lang, day));
    let headers =
        [words.milestone, words.latest, words.recommended, words.window_from, words.working_day_before];
    let line = |row: &Row| {
        let name = sentences::milestone(book.lang, row.milestone).to_string();
        let dates = [row.latest, row.recommended, row.window_from, row.working_day_before];
        std::iter::once(name).chain(dates.map(date)).collect()
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let until = date(Some(certificate.valid_until));
    let head = format!("{} {} {until}", certificate.number, words.valid_until);
    format!("{}\n{}\n\n{}", head.trim_start(), state(book, certificate), table(&headers, &lines))
}

/// How the certificate stands on the day that was asked for.
pub fn state(book: &Asked, certificate: &Certificate) -> String {
    let labels = quality::of(book.lang);
    let state = certificate_state(certificate, book.today);
    let told = match state {
        CertificateState::Valid => labels.valid,
        CertificateState::Suspended { .. } => labels.suspended,
        CertificateState::SuspensionOverdue { .. } => labels.suspension_lapsed,
        CertificateState::ExpiredRestorable { .. } => labels.restorable,
        CertificateState::Expired => labels.expired,
        CertificateState::Withdrawn => labels.withdrawn,
    };
    let until = state.until().map(|until| format!(" {}", book.day(Some(until)))).unwrap_or_default();
    let today = sentences::date(book.lang, book.today);
    format!("{today}: {told}{until}")
}
