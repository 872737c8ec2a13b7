//! English sentences.

use super::{About, Lang, date, milestone_of_label};
use crate::domain::audit::AuditKind;
use crate::domain::cycle::MilestoneKind;
use crate::domain::notice::Subject;

pub fn days(n: u64) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}

pub fn distance(signed_days: i64) -> String {
    match signed_days {
        0 => "today".into(),
        ahead if ahead > 0 => format!("in {}", days(ahead.unsigned_abs())),
        behind => format!("{} overdue", days(behind.unsigned_abs())),
    }
}

pub fn reminder(about: About<'_>) -> String {
    let on = date(Lang::En, about.due_on);
    let signed = about.due_on.signed_duration_since(about.today).num_days();
    let away = distance(signed);
    match about.subject {
        Subject::Audit(_) if signed < 0 => {
            format!(
                "{}: planned for {on} – mark whether it was held",
                milestone_of_label(Lang::En, about.label)
            )
        }
        Subject::Audit(_) => format!("{} {away} ({on})", milestone_of_label(Lang::En, about.label)),
        Subject::Certificate(_) => {
            format!(
                "{}: last day {away} ({on}), no audit date yet",
                milestone_of_label(Lang::En, about.label)
            )
        }
        Subject::Case(_) => {
            let title = if about.title.is_empty() || about.title == about.label {
                String::new()
            } else {
                format!(" – {}", about.title)
            };
            let when = if signed < 0 { away } else { format!("due {away}") };
            format!("{}: {when} ({on}){title}", about.label)
        }
    }
}

pub fn digest_title(n: usize) -> String {
    format!("CAPA Desk – {n} {}", if n == 1 { "reminder" } else { "reminders" })
}

pub fn and_more(n: usize) -> String {
    format!("… and {n} more")
}

pub fn milestone(kind: MilestoneKind) -> &'static str {
    match kind {
        MilestoneKind::Surveillance1 => "Surveillance audit 1",
        MilestoneKind::Surveillance2 => "Surveillance audit 2",
        MilestoneKind::Recertification => "Recertification audit",
        MilestoneKind::Expiry => "Certificate expires",
        MilestoneKind::Restoration => "Last day to restore the certification",
    }
}

pub fn audit(kind: AuditKind) -> &'static str {
    match kind {
        AuditKind::Certification => "Certification audit",
        AuditKind::Surveillance1 => "Surveillance audit 1",
        AuditKind::Surveillance2 => "Surveillance audit 2",
        AuditKind::Recertification => "Recertification audit",
        AuditKind::Internal => "Internal audit",
    }
}
