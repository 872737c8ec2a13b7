//! `audit plan`, `change`, `conclude`, `remove` and `restore`.

use capa_core::domain::audit::{Audit, TeamMember};
use capa_core::domain::audits::AuditForm;
use capa_core::domain::ids::{AuditId, Id};
use chrono::NaiveDate;
use serde::Serialize;

use super::after;
use crate::answer::Answer;
use crate::args::{AuditArguments, AuditChanged, AuditPlanned};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::words::quality;

/// Plans an audit, or records one that was held.
pub fn plan(folder: &Folder, asked: &AuditPlanned) -> Result<Answer, Failure> {
    let mut app = folder.open_begun()?;
    let mut form = AuditForm::planned(asked.kind, asked.from, asked.to.unwrap_or(asked.from));
    write(&mut form, &asked.of, &Lookup::of(app.register(), folder.lang))?;
    let id = app.save_audit(form).map_err(|error| folder.failure(error))?;
    after(folder, &app, id, quality::of(folder.lang).audit_saved)
}

/// Changes an audit; what is left out stays.
pub fn change(folder: &Folder, asked: &AuditChanged) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let stood = lookup.audit(&asked.audit)?;
    let mut form = form(&stood.record, stood.revision);
    if let Some(from) = asked.from {
        // The days stay as many as they were, unless the last one is named too.
        let days = form.ends_on.signed_duration_since(form.starts_on);
        form.starts_on = from;
        form.ends_on = from.checked_add_signed(days).unwrap_or(from);
    }
    form.ends_on = asked.to.unwrap_or(form.ends_on);
    write(&mut form, &asked.of, &lookup)?;
    let id = app.save_audit(form).map_err(|error| folder.failure(error))?;
    after(folder, &app, id, quality::of(folder.lang).audit_saved)
}

fn form(audit: &Audit, revision: u32) -> AuditForm {
    AuditForm {
        id: Some(audit.id),
        revision,
        kind: audit.kind,
        starts_on: audit.starts_on,
        ends_on: audit.ends_on,
        held: audit.held,
        scope: audit.scope.clone(),
        lead: audit.lead.clone(),
        findings_in_report: audit.findings_in_report,
        note: audit.note.clone(),
        processes: audit.processes.clone(),
        team: audit.team.clone(),
        report_on: audit.report_on,
        answer_due_on: audit.answer_due_on,
        answer_sent_on: audit.answer_sent_on,
        answer_accepted_on: audit.answer_accepted_on,
    }
}

fn write(form: &mut AuditForm, of: &AuditArguments, lookup: &Lookup<'_>) -> Result<(), Failure> {
    let texts = [(&mut form.scope, &of.scope), (&mut form.lead, &of.lead), (&mut form.note, &of.note)];
    for (place, text) in texts {
        if let Some(text) = text {
            place.clone_from(text);
        }
    }
    if !of.process.is_empty() {
        form.processes = lookup.processes(&of.process)?;
    }
    if !of.auditor.is_empty() {
        form.team = of.auditor.iter().map(|text| member(text, lookup)).collect::<Result<_, _>>()?;
    }
    form.held |= of.held;
    form.findings_in_report = of.findings.or(form.findings_in_report);
    form.report_on = of.report_on.or(form.report_on);
    form.answer_due_on = of.answer_due_on.or(form.answer_due_on);
    form.answer_sent_on = of.answer_sent_on.or(form.answer_sent_on);
    form.answer_accepted_on = of.answer_accepted_on.or(form.answer_accepted_on);
    Ok(())
}

/// `POST`, or `POST:CODE,CODE`.
fn member(text: &str, lookup: &Lookup<'_>) -> Result<TeamMember, Failure> {
    let (post, codes) = text.rsplit_once(':').unwrap_or((text, ""));
    let codes: Vec<String> =
        codes.split(',').map(str::trim).filter(|code| !code.is_empty()).map(String::from).collect();
    Ok(TeamMember { post: lookup.post(post)?, processes: lookup.processes(&codes)? })
}

/// Ends an internal audit.
pub fn conclude(folder: &Folder, wanted: &str, report_on: Option<NaiveDate>) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let stood = Lookup::of(app.register(), folder.lang).audit(wanted)?;
    let (id, revision) = (stood.record.id, stood.revision);
    let report_on = report_on.unwrap_or_else(|| app.today());
    app.conclude_audit(id, revision, report_on).map_err(|error| folder.failure(error))?;
    after(folder, &app, id, quality::of(folder.lang).audit_concluded)
}

#[derive(Serialize)]
struct Removed {
    id: AuditId,
}

/// Takes an audit out of the book.
pub fn remove(folder: &Folder, wanted: &str) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let stood = Lookup::of(app.register(), folder.lang).audit(wanted)?;
    let (id, revision) = (stood.record.id, stood.revision);
    let day = Asked::after(&app, folder.lang).day(Some(stood.record.starts_on));
    app.remove_audit(id, revision).map_err(|error| folder.failure(error))?;
    Answer::new(&Removed { id }, format!("{}: {day}\n{id}", quality::of(folder.lang).audit_removed))
}

/// Brings a removed audit back.
pub fn restore(folder: &Folder, id: uuid::Uuid) -> Result<Answer, Failure> {
    let mut app = folder.open_held("audit")?;
    let id = AuditId::from_uuid(id);
    app.restore_audit(id).map_err(|error| folder.failure(error))?;
    after(folder, &app, id, quality::of(folder.lang).audit_saved)
}
