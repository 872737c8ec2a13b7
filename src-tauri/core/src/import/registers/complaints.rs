//! A row of a register of complaints and motions.

use chrono::NaiveDate;
use uuid::Uuid;

use super::cells::{Cells, yes_or_no};
use super::columns::Column;
use super::plan::{Brought, Filled};
use super::{KeptKind, KeptRecord};
use crate::domain::complaint::{Complaint, ComplaintKind, Justified};
use crate::domain::ids::{ComplaintId, Id};
use crate::import::text::plain;

impl Brought for Complaint {
    const REGISTER: KeptKind = KeptKind::Complaints;
    const IMPORTED: &'static str = "complaints_imported";

    fn is_row(cells: &Cells<'_>) -> bool {
        cells.says(Column::Subject) || (cells.says(Column::Received) && cells.says(Column::Reference))
    }

    fn read(cells: &mut Cells<'_>, _today: NaiveDate) -> Option<Self> {
        let received_on = cells.day(Column::Received);
        if !cells.says(Column::Received) {
            cells.problem(Column::Received, "missing_date");
        }
        if !cells.says(Column::Subject) {
            cells.problem(Column::Subject, "missing_description");
        }
        let received_on = received_on.filter(|_| cells.says(Column::Subject))?;
        Some(Self {
            id: ComplaintId::from_uuid(Uuid::nil()),
            kind: kind(cells),
            reference: cells.line(Column::Reference),
            received_on,
            subject: cells.text(Column::Subject),
            department: cells.department(Column::Department),
            process: cells.process(Column::Process),
            justified: justified(cells),
            decision: cells.text(Column::Decision),
            answered_on: cells.day(Column::Answered),
            notice_on: cells.day(Column::Notice),
            notice_until: cells.day(Column::NoticeUntil),
            case: cells.cases(Column::Case).first().copied(),
            no_case_reason: cells.text(Column::NoCaseReason),
            note: cells.text(Column::Note),
        })
    }

    /// The file reference, else the day and the words.
    fn key(&self) -> String {
        let reference = plain(&self.reference);
        if reference.is_empty() {
            format!("{} {}", self.received_on, plain(&self.subject))
        } else {
            format!("ref {reference}")
        }
    }

    fn fill(&mut self, theirs: &Self) -> Filled {
        let mut filled = Filled::default();
        if self.received_on != theirs.received_on {
            filled.kept.push(Column::Received);
        }
        filled.text(Column::Subject, &mut self.subject, &theirs.subject);
        filled.some(Column::Department, &mut self.department, &theirs.department);
        filled.some(Column::Process, &mut self.process, &theirs.process);
        filled.some(Column::Justified, &mut self.justified, &theirs.justified);
        filled.text(Column::Decision, &mut self.decision, &theirs.decision);
        filled.some(Column::Answered, &mut self.answered_on, &theirs.answered_on);
        filled.some(Column::Notice, &mut self.notice_on, &theirs.notice_on);
        filled.some(Column::NoticeUntil, &mut self.notice_until, &theirs.notice_until);
        filled.some(Column::Case, &mut self.case, &theirs.case);
        filled.text(Column::NoCaseReason, &mut self.no_case_reason, &theirs.no_case_reason);
        filled.text(Column::Note, &mut self.note, &theirs.note);
        filled
    }

    fn wrap(self) -> KeptRecord {
        KeptRecord::Complaint(Box::new(self))
    }
}

/// A motion where the row says so; else a complaint.
fn kind(cells: &mut Cells<'_>) -> ComplaintKind {
    let text = cells.plain(Column::Kind);
    let motion = ["wnios", "motion", "w "].iter().any(|word| text.starts_with(word)) || text == "w";
    let complaint = ["skarg", "complaint"].iter().any(|word| text.starts_with(word)) || text == "s";
    if !motion && !complaint && cells.says(Column::Kind) {
        cells.problem(Column::Kind, "unknown_kind");
    }
    if motion { ComplaintKind::Motion } else { ComplaintKind::Complaint }
}

fn justified(cells: &mut Cells<'_>) -> Option<Justified> {
    if !cells.says(Column::Justified) {
        return None;
    }
    let text = cells.plain(Column::Justified);
    let partly = ["czesc", "partly", "partial", "w czesci"].iter().any(|word| text.starts_with(word));
    let whole = yes_or_no(
        &text,
        &["zasadn", "uzasadn", "tak", "yes", "justif", "uznan"],
        &["bezzasadn", "niezasadn", "nieuzasadn", "nie", "no", "unjustif", "unfounded", "oddal"],
    );
    let read = match whole {
        _ if partly => Some(Justified::Partly),
        Some(true) => Some(Justified::Yes),
        Some(false) => Some(Justified::No),
        None => None,
    };
    // "W toku" only says that nobody knows yet.
    let open = ["w toku", "w trakcie", "pending", "open"].iter().any(|word| text.starts_with(word));
    if read.is_none() && !open {
        cells.problem(Column::Justified, "unknown_status");
    }
    read
}
