//! The sentences that Rust itself must say: toasts and the command line. Screens own their words themselves.

mod en;
mod pl;

pub mod readiness;
pub mod review_pack;
mod status;
pub use status::status;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::audit::AuditKind;
use crate::domain::cycle::MilestoneKind;
use crate::domain::notice::Subject;
use crate::domain::person::Role;

/// The posts that no office is without, each with its role: the representative, the Coordinator, top management.
pub fn standing_posts(lang: Lang) -> Vec<(Role, String)> {
    let names = match lang {
        Lang::Pl => ["Pełnomocnik ds. SZJ", "Sekretarz Powiatu (Koordynator SZJ)", "Starosta"],
        Lang::En => ["QMS Representative", "County Secretary (QMS Coordinator)", "County Head"],
    };
    let roles = [Role::Representative, Role::Coordinator, Role::TopManagement];
    roles.into_iter().zip(names.map(String::from)).collect()
}

/// A language of the product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Polish.
    #[default]
    Pl,
    /// English.
    En,
}

impl Lang {
    /// The language of a code such as `pl`, `pl_PL.UTF-8` or `en-GB`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "pl" => Some(Self::Pl),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The two-letter code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
        }
    }
}

/// A sentence about a reminder, as of a day.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// What it is about.
    pub subject: Subject,
    /// Its stored name: a case number or the code of a milestone.
    pub label: &'a str,
    /// A title to add, where there is one.
    pub title: &'a str,
    /// The day it warns of.
    pub due_on: NaiveDate,
    /// The day it is said.
    pub today: NaiveDate,
}

/// The sentence of one reminder.
pub fn reminder(lang: Lang, about: About<'_>) -> String {
    match lang {
        Lang::Pl => pl::reminder(about),
        Lang::En => en::reminder(about),
    }
}

/// The title of one reminder's toast.
pub fn reminder_title(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "CAPA Desk – przypomnienie",
        Lang::En => "CAPA Desk – reminder",
    }
}

/// Title and text of the one toast that stands for several reminders.
pub fn digest(lang: Lang, sentences: &[String]) -> (String, String) {
    let shown = sentences.iter().take(DIGEST_LINES).map(|sentence| format!("• {sentence}"));
    let more = sentences.len().saturating_sub(DIGEST_LINES);
    let rest = (more > 0).then(|| match lang {
        Lang::Pl => pl::and_more(more),
        Lang::En => en::and_more(more),
    });
    let title = match lang {
        Lang::Pl => pl::digest_title(sentences.len()),
        Lang::En => en::digest_title(sentences.len()),
    };
    (title, shown.chain(rest).collect::<Vec<_>>().join("\n"))
}

/// A toast holds few lines.
const DIGEST_LINES: usize = 4;

/// The distance of a day from today: "za 22 dni", "24 dni po terminie", "dzisiaj".
pub fn distance(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    let days = day.signed_duration_since(today).num_days();
    match lang {
        Lang::Pl => pl::distance(days),
        Lang::En => en::distance(days),
    }
}

/// A day as it is written: dd.mm.yyyy, or 19 Dec 2014.
pub fn date(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Pl => day.format("%d.%m.%Y").to_string(),
        Lang::En => day.format("%-d %b %Y").to_string(),
    }
}

/// The name of a milestone.
pub fn milestone(lang: Lang, kind: MilestoneKind) -> &'static str {
    match lang {
        Lang::Pl => pl::milestone(kind),
        Lang::En => en::milestone(kind),
    }
}

/// The short name of an audit, as it stands on a time line.
pub fn audit(lang: Lang, kind: AuditKind) -> &'static str {
    match lang {
        Lang::Pl => pl::audit(kind),
        Lang::En => en::audit(kind),
    }
}

/// The name of a reminder's subject: a case number stays, a milestone is put in words.
pub fn subject(lang: Lang, subject: Subject, label: &str) -> String {
    match subject {
        Subject::Case(_) => label.to_string(),
        Subject::Audit(_) | Subject::Certificate(_) => milestone_of_label(lang, label),
    }
}

fn milestone_of_label(lang: Lang, label: &str) -> String {
    MilestoneKind::ALL
        .into_iter()
        .find(|kind| kind.code() == label)
        .map_or_else(|| label.to_string(), |kind| milestone(lang, kind).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{AuditId, CaseId};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn about(label: &'static str, due_on: &str, today: &str) -> About<'static> {
        let subject = if label.starts_with("surv") {
            Subject::Audit(AuditId(uuid::Uuid::nil()))
        } else {
            Subject::Case(CaseId(uuid::Uuid::nil()))
        };
        About { subject, label, title: "", due_on: day(due_on), today: day(today) }
    }

    #[test]
    fn the_surveillance_audit_is_named_with_its_days() {
        let audit = about("surveillance_2", "2015-02-03", "2015-01-04");
        assert_eq!(reminder(Lang::Pl, audit), "Audit nadzoru II za 30 dni (03.02.2015)");
        assert_eq!(reminder(Lang::En, audit), "Surveillance audit 2 in 30 days (3 Feb 2015)");
    }

    #[test]
    fn polish_counts_take_their_three_forms() {
        let says = |today: &str| distance(Lang::Pl, day("2015-02-03"), day(today));
        assert_eq!(says("2015-02-03"), "dzisiaj");
        assert_eq!(says("2015-02-02"), "za 1 dzień");
        assert_eq!(says("2015-01-31"), "za 3 dni");
        assert_eq!(says("2015-01-12"), "za 22 dni");
        assert_eq!(says("2015-02-04"), "1 dzień po terminie");
        assert_eq!(says("2015-02-15"), "12 dni po terminie");
        assert_eq!(digest(Lang::Pl, &["a".into(), "b".into()]).0, "CAPA Desk – 2 przypomnienia");
        assert_eq!(digest(Lang::Pl, &vec!["a".to_string(); 5]).0, "CAPA Desk – 5 przypomnień");
        assert_eq!(digest(Lang::Pl, &vec!["a".to_string(); 5]).1.lines().count(), 5);
    }

    #[test]
    fn an_overdue_action_says_so() {
        let late = about("DK/9/2014", "2014-12-19", "2015-01-12");
        assert_eq!(reminder(Lang::Pl, late), "DK/9/2014: 24 dni po terminie (19.12.2014)");
        assert_eq!(reminder(Lang::En, late), "DK/9/2014: 24 days overdue (19 Dec 2014)");
        let soon = about("DK/8/2014", "2015-01-30", "2015-01-16");
        assert_eq!(reminder(Lang::Pl, soon), "DK/8/2014: termin za 14 dni (30.01.2015)");
    }
}
