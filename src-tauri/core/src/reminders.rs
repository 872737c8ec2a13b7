//! What is due to be said: pure, over the register and a day.
//!
//! Every step has a key `subject/rule/date`; a step fires once. Steps that a gap skipped are caught up, each once.
//! What lay in the past when a date came into the book is not caught up step by step: of those only the latest
//! per subject is said. A moved date has new keys.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::domain::action::Extension;
use crate::domain::case::{Case, CaseStatus};
use crate::domain::certificate::Certificate;
use crate::domain::deliver::DueNotice;
use crate::domain::notice::{Notice, Subject};
use crate::domain::upcoming::open_audits;
use crate::register::Register;

/// Days ahead of an external audit.
const AUDIT_LEADS: [u32; 6] = [90, 60, 30, 14, 7, 1];
/// Days ahead of a due date; the day itself counts.
const DUE_LEADS: [u32; 3] = [14, 7, 0];
/// Days after a due date.
const OVERDUE_AFTER_DAYS: u32 = 1;

/// One dated subject with its steps.
struct Dated {
    subject: Subject,
    /// Tells apart the several milestones of one certificate.
    part: String,
    label: String,
    due_on: NaiveDate,
    /// The day this date came into the book.
    known_since: NaiveDate,
    steps: Vec<Step>,
}

struct Step {
    rule: String,
    fire_on: NaiveDate,
}

/// Everything with `fire_on <= today` that is not yet in the inbox, oldest first. Cases registered after `today`
/// are left out, so that a question about an earlier day is answered as of that day.
pub fn due(register: &Register, today: NaiveDate) -> Vec<DueNotice> {
    let mut found: Vec<DueNotice> = dated(register, today)
        .into_iter()
        .flat_map(|dated| dated.due(today))
        .filter(|notice| register.notice_by_key(&notice.key).is_none())
        .collect();
    found.sort_by(|a, b| {
        (a.fire_on, a.due_on, &a.label, &a.key).cmp(&(b.fire_on, b.due_on, &b.label, &b.key))
    });
    found
}

/// How a delivered reminder stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its date still holds.
    Current,
    /// Its date was moved since.
    Moved,
    /// Done, closed or held since.
    Settled,
}

/// How delivered reminders stand in the book as it is.
pub struct Standings {
    dated: Vec<Dated>,
}

impl Standings {
    /// Looks through the book once, for many reminders.
    pub fn of(register: &Register, today: NaiveDate) -> Self {
        Self { dated: dated(register, today) }
    }

    /// How that reminder stands.
    pub fn standing(&self, notice: &Notice) -> Standing {
        let mut own = self.dated.iter().filter(|dated| notice.key.starts_with(&dated.prefix())).peekable();
        if own.peek().is_none() {
            return Standing::Settled;
        }
        if own.any(|dated| dated.due_on == notice.due_on) { Standing::Current } else { Standing::Moved }
    }
}

fn dated(register: &Register, today: NaiveDate) -> Vec<Dated> {
    let began_on = register.office().map(|office| office.began_on);
    let cases = register.cases().map(|stood| &stood.record);
    let known = cases.filter(|case| case.registered_on.is_none_or(|registered_on| registered_on <= today));
    let mut found: Vec<Dated> = known.flat_map(|case| case_dates(register, case, began_on)).collect();
    if let Some(stood) = register.current_certificate() {
        found.extend(audit_dates(register, &stood.record, began_on));
    }
    found
}

fn audit_dates(register: &Register, certificate: &Certificate, began_on: Option<NaiveDate>) -> Vec<Dated> {
    open_audits(register, certificate)
        .filter_map(|next| {
            let (subject, recorded_on) = match &next.audit {
                Some(audit) => (Subject::Audit(audit.id), audit.recorded_on),
                None => (Subject::Certificate(certificate.id), certificate.recorded_on),
            };
            let known_since = recorded_on.max(began_on).unwrap_or(next.on);
            // A limit that had passed before anyone wrote it down is history, not a reminder.
            (next.on >= known_since).then(|| Dated {
                subject,
                part: next.milestone.code().into(),
                label: next.milestone.code().into(),
                due_on: next.on,
                known_since,
                steps: AUDIT_LEADS.iter().filter_map(|lead| ahead("audit", next.on, *lead)).collect(),
            })
        })
        .collect()
}

fn case_dates(register: &Register, case: &Case, began_on: Option<NaiveDate>) -> Vec<Dated> {
    // A draft written here agrees nothing before it is registered; one from an old register does.
    let brought_in = case.status == CaseStatus::Draft && case.imported.is_some();
    if !(case.status.can_be_overdue() || brought_in) {
        return Vec::new();
    }
    let arrived =
        case.imported.as_ref().and_then(|row| register.batch(row.batch)).map(|batch| batch.record.on);
    let arrived = arrived.or(case.registered_on).max(began_on);
    let named = || if case.title.is_empty() { case.finding.statement.clone() } else { case.title.clone() };
    let label = case.number.clone().unwrap_or_else(named);
    let known_since = |extensions: &[Extension]| extensions.last().map(|e| e.decided_on).max(arrived);
    // Several actions due on one day are one reminder: the person opens one card.
    let mut dates: BTreeMap<NaiveDate, Option<NaiveDate>> = BTreeMap::new();
    if case.actions.is_empty() {
        dates.extend(case.target_on.map(|due_on| (due_on, known_since(&case.target_extensions))));
    }
    for action in case.actions.iter().filter(|action| action.is_open()) {
        if let Some(due_on) = action.due_on {
            let known = dates.entry(due_on).or_default();
            *known = (*known).max(known_since(&action.extensions));
        }
    }
    dates
        .into_iter()
        .map(|(due_on, known)| Dated {
            subject: Subject::Case(case.id),
            part: "due".into(),
            label: label.clone(),
            due_on,
            known_since: known.unwrap_or(due_on),
            steps: due_steps(due_on),
        })
        .collect()
}

fn due_steps(due_on: NaiveDate) -> Vec<Step> {
    let after = due_on.checked_add_days(Days::new(OVERDUE_AFTER_DAYS.into()));
    let overdue = after.map(|fire_on| Step { rule: format!("overdue_{OVERDUE_AFTER_DAYS}"), fire_on });
    DUE_LEADS.iter().filter_map(|lead| ahead("due", due_on, *lead)).chain(overdue).collect()
}

fn ahead(rule: &str, date: NaiveDate, lead_days: u32) -> Option<Step> {
    let fire_on = date.checked_sub_days(Days::new(lead_days.into()))?;
    Some(Step { rule: format!("{rule}_{lead_days}"), fire_on })
}

impl Dated {
    fn prefix(&self) -> String {
        let (kind, id) = match self.subject {
            Subject::Case(id) => ("case", id.0),
            Subject::Audit(id) => ("audit", id.0),
            Subject::Certificate(id) => ("certificate", id.0),
        };
        format!("{kind}:{id}:{}/", self.part)
    }

    fn due(self, today: NaiveDate) -> Vec<DueNotice> {
        let fired = self.steps.iter().filter(|step| step.fire_on <= today);
        let latest_before =
            fired.clone().filter(|step| step.fire_on <= self.known_since).map(|step| step.fire_on).max();
        fired
            .filter(|step| step.fire_on > self.known_since || Some(step.fire_on) == latest_before)
            .map(|step| DueNotice {
                key: format!("{}{}/{}", self.prefix(), step.rule, self.due_on),
                rule: step.rule.clone(),
                subject: self.subject,
                label: self.label.clone(),
                fire_on: step.fire_on,
                due_on: self.due_on,
            })
            .collect()
    }
}
