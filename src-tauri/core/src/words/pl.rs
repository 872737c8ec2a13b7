//! Polish sentences.

use super::{About, Lang, date, milestone_of_label};
use crate::domain::audit::AuditKind;
use crate::domain::cycle::MilestoneKind;
use crate::domain::notice::Subject;

/// One, few (2-4, 22-24, ... but not 12-14), many.
fn plural(n: u64, one: &'static str, few: &'static str, many: &'static str) -> &'static str {
    match (n, n % 10, n % 100) {
        (1, _, _) => one,
        (_, 2..=4, tens) if !(12..=14).contains(&tens) => few,
        _ => many,
    }
}

pub fn days(n: u64) -> String {
    format!("{n} {}", plural(n, "dzień", "dni", "dni"))
}

pub fn distance(signed_days: i64) -> String {
    match signed_days {
        0 => "dzisiaj".into(),
        ahead if ahead > 0 => format!("za {}", days(ahead.unsigned_abs())),
        behind => format!("{} po terminie", days(behind.unsigned_abs())),
    }
}

pub fn reminder(about: About<'_>) -> String {
    let on = date(Lang::Pl, about.due_on);
    let signed = about.due_on.signed_duration_since(about.today).num_days();
    let away = distance(signed);
    match about.subject {
        Subject::Audit(_) if signed < 0 => {
            format!(
                "{}: planowany na {on} – zaznacz, czy się odbył",
                milestone_of_label(Lang::Pl, about.label)
            )
        }
        Subject::Audit(_) => format!("{} {away} ({on})", milestone_of_label(Lang::Pl, about.label)),
        Subject::Certificate(_) => {
            format!(
                "{}: ostatni dzień {away} ({on}), brak daty auditu",
                milestone_of_label(Lang::Pl, about.label)
            )
        }
        Subject::Case(_) => {
            let title = if about.title.is_empty() || about.title == about.label {
                String::new()
            } else {
                format!(" – {}", about.title)
            };
            let when = if signed < 0 { away } else { format!("termin {away}") };
            format!("{}: {when} ({on}){title}", about.label)
        }
    }
}

pub fn digest_title(n: usize) -> String {
    let count = u64::try_from(n).unwrap_or(u64::MAX);
    format!("CAPA Desk – {n} {}", plural(count, "przypomnienie", "przypomnienia", "przypomnień"))
}

pub fn and_more(n: usize) -> String {
    format!("… i jeszcze {n}")
}

pub fn milestone(kind: MilestoneKind) -> &'static str {
    match kind {
        MilestoneKind::Surveillance1 => "Audit nadzoru I",
        MilestoneKind::Surveillance2 => "Audit nadzoru II",
        MilestoneKind::Recertification => "Audit ponownej certyfikacji",
        MilestoneKind::Expiry => "Koniec ważności certyfikatu",
        MilestoneKind::Restoration => "Ostatni dzień przywrócenia certyfikacji",
    }
}

pub fn audit(kind: AuditKind) -> &'static str {
    match kind {
        AuditKind::Certification => "Audit certyfikujący",
        AuditKind::Surveillance1 => "Audit nadzoru I",
        AuditKind::Surveillance2 => "Audit nadzoru II",
        AuditKind::Recertification => "Audit ponownej certyfikacji",
        AuditKind::Internal => "Audit wewn.",
    }
}
