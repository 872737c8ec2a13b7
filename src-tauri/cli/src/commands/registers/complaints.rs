//! `complaints`: complaints and motions with the term of the administrative code.

use capa_core::domain::complaint::{Complaint, ComplaintKind, Justified};
use capa_core::domain::ids::{ComplaintId, Id};
use capa_core::domain::raising::Origin;
use capa_core::domain::shelf::all;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use super::{Listed, owned, raise, remove, save};
use crate::answer::Answer;
use crate::args::{ComplaintArguments, ComplaintsArguments, ComplaintsCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::{short, table};
use crate::words::{self, quality};

/// How much of a subject a line of the table shows.
const SHOWN_SUBJECT: usize = 60;

#[derive(Serialize)]
pub struct Row {
    id: ComplaintId,
    kind: ComplaintKind,
    reference: String,
    received_on: NaiveDate,
    subject: String,
    department: Option<String>,
    process: Option<String>,
    answer_due_on: Option<NaiveDate>,
    answered_on: Option<NaiveDate>,
    late: bool,
    /// A delay was told in time, and the date it names is kept or still to come.
    delay_told: bool,
    notice_on: Option<NaiveDate>,
    notice_until: Option<NaiveDate>,
    justified: Option<Justified>,
    decision: String,
    case: Option<String>,
    no_case_reason: String,
    note: String,
    revision: u32,
}

impl Listed for Complaint {
    type Row = Row;

    fn row(&self, book: &Asked, revision: u32) -> Row {
        Row {
            id: self.id,
            kind: self.kind,
            reference: self.reference.clone(),
            received_on: self.received_on,
            subject: book.text(&self.subject),
            department: book.department(self.department),
            process: book.process(self.process),
            answer_due_on: self.answer_due_on(),
            answered_on: self.answered_on,
            late: self.is_late(book.today),
            delay_told: self.delay_was_told(book.today),
            notice_on: self.notice_on,
            notice_until: self.notice_until,
            justified: self.justified,
            decision: book.text(&self.decision),
            case: super::case(book, self.case),
            no_case_reason: book.text(&self.no_case_reason),
            note: book.text(&self.note),
            revision,
        }
    }

    fn name(&self, book: &Asked) -> String {
        let name = if self.reference.is_empty() { book.text(&self.subject) } else { self.reference.clone() };
        let due = book.day(self.answer_due_on());
        format!("{name} – {} {due}", quality::of(book.lang).answer_until)
    }
}

/// Lists them, or does what was asked with one.
pub fn complaints(folder: &Folder, asked: &ComplaintsArguments) -> Result<Answer, Failure> {
    match &asked.what {
        None => list(&folder.ask()?, asked),
        Some(ComplaintsCommand::Add { received, subject, of }) => {
            let mut app = folder.open_begun()?;
            let mut complaint = blank(*received, subject);
            write(&mut complaint, of, &Lookup::of(app.register(), folder.lang))?;
            save(folder, &mut app, None, complaint)
        }
        Some(ComplaintsCommand::Change { entry, received, subject, of }) => {
            let mut app = folder.open_held("complaint")?;
            let lookup = Lookup::of(app.register(), folder.lang);
            let (mut complaint, revision) = owned(named(&lookup, entry)?);
            complaint.received_on = received.unwrap_or(complaint.received_on);
            complaint.subject = subject.clone().unwrap_or(complaint.subject);
            write(&mut complaint, of, &lookup)?;
            save(folder, &mut app, Some((complaint.id, revision)), complaint)
        }
        Some(ComplaintsCommand::Raise { entry }) => {
            let mut app = folder.open_held("complaint")?;
            let (record, revision) = named(&Lookup::of(app.register(), folder.lang), entry)?;
            let origin = Origin::Complaint(record.id);
            raise(folder, &mut app, origin, revision)
        }
        Some(ComplaintsCommand::Remove { entry }) => {
            let mut app = folder.open_held("complaint")?;
            let found = owned(named(&Lookup::of(app.register(), folder.lang), entry)?);
            remove::<Complaint>(folder, &mut app, found.0.id, found.1)
        }
    }
}

fn named<'a>(
    lookup: &Lookup<'a>,
    wanted: &str,
) -> Result<capa_core::domain::book::Standing<'a, Complaint>, Failure> {
    lookup.kept("complaint", wanted, |complaint: &Complaint| complaint.reference.clone())
}

fn blank(received_on: NaiveDate, subject: &str) -> Complaint {
    Complaint {
        id: ComplaintId::from_uuid(Uuid::nil()),
        kind: ComplaintKind::Complaint,
        reference: String::new(),
        received_on,
        subject: subject.to_string(),
        department: None,
        process: None,
        justified: None,
        decision: String::new(),
        answered_on: None,
        notice_on: None,
        notice_until: None,
        case: None,
        no_case_reason: String::new(),
        note: String::new(),
    }
}

fn write(complaint: &mut Complaint, of: &ComplaintArguments, lookup: &Lookup<'_>) -> Result<(), Failure> {
    complaint.kind = of.kind.unwrap_or(complaint.kind);
    let texts = [
        (&mut complaint.reference, &of.reference),
        (&mut complaint.decision, &of.decision),
        (&mut complaint.no_case_reason, &of.no_case_reason),
        (&mut complaint.note, &of.note),
    ];
    for (place, text) in texts {
        if let Some(text) = text {
            place.clone_from(text);
        }
    }
    if let Some(code) = &of.department {
        complaint.department = Some(lookup.department(code)?);
    }
    if let Some(code) = &of.process {
        complaint.process = Some(lookup.process(code)?);
    }
    if let Some(number) = &of.case {
        complaint.case = lookup.case_id(number)?;
    }
    complaint.justified = of.justified.or(complaint.justified);
    complaint.answered_on = of.answered.or(complaint.answered_on);
    complaint.notice_on = of.notice.or(complaint.notice_on);
    complaint.notice_until = of.notice_until.or(complaint.notice_until);
    Ok(())
}

/// In the order they came in; those that came later than the day that was asked for are left out.
fn list(book: &Asked, asked: &ComplaintsArguments) -> Result<Answer, Failure> {
    let wanted = |it: &Complaint| {
        it.received_on <= book.today
            && asked.year.is_none_or(|year| it.received_on.year() == year)
            && (!asked.late || it.is_late(book.today))
    };
    let mut found: Vec<_> = all::<Complaint>(&book.register).filter(|(it, _)| wanted(it)).collect();
    found.sort_by_key(|(it, _)| (it.received_on, it.reference.clone()));
    let rows: Vec<Row> = found.into_iter().map(|(it, revision)| it.row(book, revision)).collect();
    let (words, labels) = (words::of(book.lang), quality::of(book.lang));
    if rows.is_empty() {
        return Answer::new(&rows, words.none.into());
    }
    let line = |row: &Row| {
        let kind = match row.kind {
            ComplaintKind::Complaint => labels.complaint,
            ComplaintKind::Motion => labels.motion,
        };
        let justified = match row.justified {
            Some(Justified::Yes) => labels.justified_yes,
            Some(Justified::Partly) => labels.justified_partly,
            Some(Justified::No) => labels.justified_no,
            None => "–",
        };
        vec![
            row.reference.clone(),
            kind.to_string(),
            book.day(Some(row.received_on)),
            book.day(row.answer_due_on),
            book.day(row.answered_on),
            if row.late { labels.late.to_string() } else { String::new() },
            justified.to_string(),
            row.case.clone().unwrap_or_default(),
            short(&row.subject, SHOWN_SUBJECT),
        ]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let headers = [
        labels.reference,
        words.kind,
        labels.received,
        labels.answer_until,
        labels.answered,
        words.remarks,
        labels.justified,
        labels.case,
        labels.subject,
    ];
    let text = table(&headers, &lines);
    Answer::new(&rows, text)
}
