//! People answer a check, and the office adds checks of its own.

use super::catalogue::{self, Mode};
use super::{Ground, evaluate};
use crate::domain::acting::{Task, permit};
use crate::domain::book::Book;
use crate::domain::change::{Change, ChangeSet, Moment};
use crate::domain::confirmation::{CheckResult, Confirmation, Confirmed, OwnCheck};
use crate::domain::draft::LONGEST_TEXT;
use crate::domain::ids::{ConfirmationId, OwnCheckId, ProcessId, fresh};
use crate::domain::rule::{Rule, RuleError};
use crate::domain::shelf::{Shelved, all, find};

/// An answer as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmForm {
    /// The check.
    pub check: String,
    /// The answer.
    pub answer: Confirmed,
    /// What it rests on.
    pub note: String,
    /// The figure that the check asks for.
    pub figure: Option<u32>,
    /// The processes it is confirmed for.
    pub processes: Vec<ProcessId>,
}

/// The check that follows from the data, yet may be explained: pairs of recurring nonconformities.
const EXPLAINED: &str = "R13";

/// The check that is confirmed process by process.
const BY_PROCESS: &str = "R27";
/// The check whose confirmation asks for a figure: the number of missed objectives.
const BY_FIGURE: &str = "R26";

/// Whether people answer or explain a check.
pub fn is_confirmable(check: &str, mode: Mode) -> bool {
    mode != Mode::Auto || check == EXPLAINED
}

/// Whether a check follows from the data, yet may be explained.
pub fn is_explained(check: &str) -> bool {
    check == EXPLAINED
}

/// Whether the confirmation of a check asks for a figure.
pub fn asks_figure(check: &str) -> bool {
    check == BY_FIGURE
}

/// Whether the confirmation of a check is given process by process.
pub fn asks_processes(check: &str) -> bool {
    check == BY_PROCESS
}

/// Confirms a check. It holds from today until the next external audit was held; an earlier answer stays in the book.
///
/// # Errors
/// Another role does this; no such check; one that follows from the data; an answer other than yes without a note.
pub fn confirm(book: &dyn Book, form: ConfirmForm, moment: &mut Moment<'_>) -> Result<ChangeSet, RuleError> {
    let acting = permit(book, Task::Confirm, moment)?;
    let own = super::own_checks(book).into_iter().any(|own| own.code == form.check);
    match catalogue::find(&form.check) {
        None if !own => return Err(RuleError::with(Rule::UnknownCheck, "check", &form.check)),
        Some(check) if !is_confirmable(check.id, check.mode) => {
            return Err(RuleError::with(Rule::CheckedByData, "check", &form.check));
        }
        Some(_) | None => {}
    }
    let note = form.note.trim().to_string();
    if note.chars().count() > LONGEST_TEXT {
        return Err(RuleError::with(Rule::TextTooLong, "field", "note"));
    }
    if note.is_empty() && (form.answer != Confirmed::Yes || form.check == EXPLAINED) {
        return Err(RuleError::refused(Rule::ReasonRequired));
    }
    if form.processes.iter().any(|id| book.process(*id).is_none()) {
        return Err(RuleError::NotFound { what: "process" });
    }
    let ground = Ground::of(book, moment.today);
    let checked = evaluate(&ground).checks.into_iter().find(|checked| checked.id == form.check);
    let confirmation = Confirmation {
        id: fresh(moment.ids),
        check: form.check,
        answer: form.answer,
        on: moment.today,
        by: acting.name.clone(),
        signer: Some(acting.signer()),
        note,
        figure: form.figure,
        processes: form.processes,
        // Only what is wrong is explained; what was merely looked at is not covered when it goes wrong later.
        cases: checked
            .filter(|checked| checked.outcome.result != CheckResult::Ok)
            .map(|checked| checked.cases())
            .unwrap_or_default(),
    };
    let change = Change::create(&confirmation.into_record())?;
    Ok(ChangeSet::of(moment, "check_confirmed", None, vec![change]))
}

/// Takes a confirmation back; the one before it holds again, if it still does.
///
/// # Errors
/// Another role does this, or it was changed meanwhile.
pub fn take_back(
    book: &dyn Book,
    id: ConfirmationId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Confirm, moment)?;
    let (before, stands) =
        find::<Confirmation>(book, id).ok_or(RuleError::NotFound { what: "confirmation" })?;
    if stands != revision {
        return Err(RuleError::Stale { what: "confirmation" });
    }
    let change = Change::remove(&before.clone().into_record(), revision)?;
    Ok(ChangeSet::of(moment, "confirmation_taken_back", None, vec![change]))
}

/// An own check as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCheckForm {
    /// The check and the revision that was seen; none for a new one.
    pub at: Option<(OwnCheckId, u32)>,
    /// Letter `a`-`h`; empty for none.
    pub letter: String,
    /// The question.
    pub question: String,
    /// Clause of the 2008 edition.
    pub clause_2008: String,
    /// Clause of the 2015 edition.
    pub clause_2015: String,
    /// Whether the office is not ready while it is not in order.
    pub blocking: bool,
    /// Asked no more.
    pub retired: bool,
}

/// Adds or changes a check of the office. Its code `U01`, `U02` is never used again.
///
/// # Errors
/// Another role does this; no question or too long a one; a letter that is none; changed meanwhile.
pub fn save_own(
    book: &dyn Book,
    form: OwnCheckForm,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Confirm, moment)?;
    let question = form.question.trim().to_string();
    if question.is_empty() {
        return Err(RuleError::with(Rule::EmptyName, "field", "question"));
    }
    if question.chars().count() > LONGEST_TEXT {
        return Err(RuleError::with(Rule::TextTooLong, "field", "question"));
    }
    let letter = form.letter.trim().to_lowercase();
    if !letter.is_empty() && !matches!(letter.as_str(), "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h") {
        return Err(RuleError::NotFound { what: "letter" });
    }
    let check = |id, code| OwnCheck {
        id,
        code,
        letter,
        question,
        clause_2008: form.clause_2008.trim().to_string(),
        clause_2015: form.clause_2015.trim().to_string(),
        blocking: form.blocking,
        retired: form.retired,
    };
    let change = match form.at {
        None => Change::create(&check(fresh(moment.ids), next_code(book)).into_record())?,
        Some((id, revision)) => {
            let (before, stands) =
                find::<OwnCheck>(book, id).ok_or(RuleError::NotFound { what: "own_check" })?;
            if stands != revision {
                return Err(RuleError::Stale { what: "own_check" });
            }
            let after = check(id, before.code.clone());
            Change::replace(&before.clone().into_record(), revision, &after.into_record())?
        }
    };
    Ok(ChangeSet::of(moment, "own_check_saved", None, vec![change]))
}

/// One above the highest ever given: own checks are retired, never removed.
fn next_code(book: &dyn Book) -> String {
    let numbers = all::<OwnCheck>(book).filter_map(|(own, _)| own.code.get(1..)?.parse::<u32>().ok());
    format!("U{:02}", numbers.max().unwrap_or(0).saturating_add(1))
}
