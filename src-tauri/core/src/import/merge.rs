//! A row whose case is already in the book. Three states meet in each field: what an earlier import left, what
//! stands in the book, what the file says now. The file wins only where nobody changed the book since.

use super::field::Field;
use super::words::joined_actions;
use crate::domain::action::Action;
use crate::domain::case::{Case, CaseStatus, Closure};

/// What became of a case.
#[derive(Debug, Default)]
pub(super) struct Merge {
    /// Whether the file changed anything.
    pub changed: bool,
    /// Fields in which the book differs from the file and stays as it is.
    pub kept: Vec<Field>,
}

impl Merge {
    /// Lets a field of the file into the book. `base` is what the last import left there; without one the case
    /// was made here, and the file changes nothing.
    fn take<T: PartialEq + Clone>(
        &mut self,
        field: Field,
        mine: &mut T,
        base: Option<&T>,
        theirs: &T,
        blank: &T,
    ) {
        if theirs == blank || theirs == mine || base == Some(theirs) {
            return;
        }
        if base == Some(&*mine) {
            mine.clone_from(theirs);
            self.changed = true;
        } else if !self.kept.contains(&field) {
            self.kept.push(field);
        }
    }
}

/// Brings what a file says now into a case.
pub(super) fn merge(mine: &mut Case, base: Option<&Case>, theirs: &Case) -> Merge {
    let mut merge = Merge::default();
    let no_text = String::new();
    macro_rules! take {
        ($field:expr, $($path:ident).+, $blank:expr) => {
            merge.take($field, &mut mine.$($path).+, base.map(|base| &base.$($path).+), &theirs.$($path).+, $blank)
        };
    }
    take!(Field::Number, number, &None);
    take!(Field::RegisteredOn, registered_on, &None);
    take!(Field::ReportedOn, reported_on, &None);
    take!(Field::ReportedBy, reported_by, &no_text);
    take!(Field::Source, source, &None);
    take!(Field::SourceDocument, source_document, &no_text);
    take!(Field::FileReference, file_reference, &no_text);
    take!(Field::Process, process, &None);
    take!(Field::Department, department, &None);
    take!(Field::Clause, clause_2008, &None);
    take!(Field::Clause, clause_2015, &None);
    take!(Field::Grade, grade, &None);
    take!(Field::Finding, finding.statement, &no_text);
    take!(Field::Cause, cause.root, &no_text);
    take!(Field::Correction, correction.what, &no_text);
    take!(Field::Owner, owner, &None);
    take!(Field::ReviewDue, effectiveness.due_on, &None);
    take!(Field::ReviewResult, effectiveness.data, &no_text);
    take!(Field::ReviewResult, effectiveness.result, &None);
    take!(Field::Remarks, remarks, &no_text);
    take_title(&mut merge, mine, base, theirs);
    take_kind(&mut merge, mine, base, theirs);
    take_status(&mut merge, mine, base, theirs);
    take_actions(&mut merge, mine, base, theirs);
    merge
}

/// A title that was cut from another column than before is no news.
fn take_title(merge: &mut Merge, mine: &mut Case, base: Option<&Case>, theirs: &Case) {
    let derived = |case: &Case| {
        let text = if case.finding.statement.is_empty() {
            joined_actions(case)
        } else {
            case.finding.statement.clone()
        };
        text.starts_with(&case.title)
    };
    if derived(theirs) && (base.is_none_or(derived) || derived(mine)) && theirs.title != mine.title {
        let renewed = base.is_some_and(|base| {
            base.title == mine.title
                && base.finding.statement.is_empty() == theirs.finding.statement.is_empty()
        });
        if !renewed {
            return;
        }
    }
    merge.take(Field::Title, &mut mine.title, base.map(|base| &base.title), &theirs.title, &String::new());
}

/// A kind that no number and no column names is a guess, and a guess changes nothing.
fn take_kind(merge: &mut Merge, mine: &mut Case, base: Option<&Case>, theirs: &Case) {
    let blank = crate::domain::case::CaseKind::Corrective;
    merge.take(Field::Kind, &mut mine.kind, base.map(|base| &base.kind), &theirs.kind, &blank);
}

fn take_status(merge: &mut Merge, mine: &mut Case, base: Option<&Case>, theirs: &Case) {
    let both_closed = theirs.status == CaseStatus::ClosedImported
        && mine.status.is_closed()
        && mine.status != CaseStatus::Cancelled;
    // A draft says only that the row has gaps, never that the case went back.
    if !both_closed {
        let blank = CaseStatus::Draft;
        merge.take(Field::Status, &mut mine.status, base.map(|base| &base.status), &theirs.status, &blank);
    }
    let closed_on = |case: &Case| case.closure.as_ref().map(|closure| closure.on);
    let mut on = closed_on(mine);
    merge.take(Field::ClosedOn, &mut on, base.map(closed_on).as_ref(), &closed_on(theirs), &None);
    if on != closed_on(mine) {
        mine.closure = on.map(|on| Closure { on, by: String::new(), note: String::new(), signer: None });
    }
}

fn take_actions(merge: &mut Merge, mine: &mut Case, base: Option<&Case>, theirs: &Case) {
    let shown = |case: &Case| case.shown_due_on();
    let Some(told) = theirs.actions.first() else {
        let mut due = if mine.actions.is_empty() { mine.target_on } else { shown(mine) };
        merge.take(Field::Due, &mut due, base.map(|base| base.target_on).as_ref(), &theirs.target_on, &None);
        if mine.actions.is_empty() {
            mine.target_on = due;
        } else if due != shown(mine) {
            merge_single(mine, |action| {
                (action.original_due_on, action.due_on) = (action.original_due_on.or(due), due)
            });
        }
        return;
    };
    if mine.actions.is_empty() {
        if base.is_some_and(|base| base.actions.is_empty() && base.target_on == mine.target_on) {
            mine.actions.push(told.clone());
            mine.target_on = None;
            merge.changed = true;
        } else if base.is_none() || joined_actions(theirs) != theirs.title {
            merge.kept.push(Field::Action);
        }
        return;
    }
    if joined_actions(mine) == joined_actions(theirs) && mine.actions.len() > 1 {
        return;
    }
    let before = base.and_then(|base| base.actions.first());
    let single = if let [only] = mine.actions.as_mut_slice() { Some(only) } else { None };
    let Some(action) = single else {
        if before.is_none_or(|before| before.what != told.what) {
            merge.kept.push(Field::Action);
        }
        return;
    };
    take_action(merge, action, before, told);
}

fn take_action(merge: &mut Merge, mine: &mut Action, base: Option<&Action>, theirs: &Action) {
    merge.take(Field::Action, &mut mine.what, base.map(|base| &base.what), &theirs.what, &String::new());
    if base.is_some() {
        // A register names one person for the case and its action; here they can differ.
        merge.take(Field::Owner, &mut mine.owner, base.map(|base| &base.owner), &theirs.owner, &None);
    }
    merge.take(Field::Due, &mut mine.due_on, base.map(|base| &base.due_on), &theirs.due_on, &None);
    merge.take(Field::DoneOn, &mut mine.done_on, base.map(|base| &base.done_on), &theirs.done_on, &None);
    if theirs.original_due_on != theirs.due_on || mine.original_due_on.is_none() {
        let base = base.map(|base| &base.original_due_on);
        merge.take(Field::OriginalDue, &mut mine.original_due_on, base, &theirs.original_due_on, &None);
    }
}

fn merge_single(case: &mut Case, change: impl FnOnce(&mut Action)) {
    if let [only] = case.actions.as_mut_slice() {
        change(only);
    }
}
