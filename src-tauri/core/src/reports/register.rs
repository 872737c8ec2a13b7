//! Cases -> the rows of the register, in the order of the paper one.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{self, Column};
use super::{Field, Table};
use crate::domain::action::Action;
use crate::domain::case::Case;
use crate::domain::ids::CaseId;
use crate::labels;
use crate::register::Register;
use crate::sample::{self, Translated};
use crate::words::Lang;

/// The register of these cases, in their order, as it stands on a day. Cases that are not in the book have no row.
pub fn register_table(register: &Register, cases: &[CaseId], lang: Lang, today: NaiveDate) -> Table {
    let sample = register.office().is_some_and(|office| office.sample_day.is_some());
    let page = Page { register, lang, sample };
    let found = cases.iter().filter_map(|id| register.case(*id));
    let rows = (1_u32..).zip(found).map(|(ordinal, stood)| page.row(ordinal, &stood.record)).collect();
    let office = register.office().map(|office| page.shown(office).name.clone()).unwrap_or_default();
    Table {
        title: words::title(&office, today, lang),
        as_of: today,
        headers: Column::ALL.map(|column| column.header(lang).to_string()).to_vec(),
        rows,
    }
}

struct Page<'a> {
    register: &'a Register,
    lang: Lang,
    sample: bool,
}

impl Page<'_> {
    /// A record as the reader sees it: the sample office is written in both languages, any other book as typed.
    fn shown<'r, T: Translated>(&self, record: &'r T) -> Cow<'r, T> {
        if self.sample { Cow::Owned(sample::shown(record, self.lang)) } else { Cow::Borrowed(record) }
    }

    fn row(&self, ordinal: u32, case: &Case) -> Vec<Field> {
        let case = self.shown(case);
        Column::ALL.iter().map(|column| self.field(*column, ordinal, &case)).collect()
    }

    fn field(&self, column: Column, ordinal: u32, case: &Case) -> Field {
        let lang = self.lang;
        let label = |label: Option<&str>| label.map_or(Field::Empty, Field::text);
        match column {
            Column::Ordinal => Field::Number(ordinal),
            Column::Number => label(case.number.as_deref()),
            Column::RegisteredOn => Field::date(case.registered_on),
            Column::Kind => Field::text(case.kind.code()),
            Column::Source => label(case.source.map(|source| labels::source_name(source, lang))),
            Column::Process => label(self.process(case).as_deref()),
            Column::Department => label(self.department(case).as_deref()),
            Column::Clause => {
                let clause = case.clause(self.register.edition()).filter(|no| !no.trim().is_empty());
                label(clause.map(|no| words::clause(no, lang)).as_deref())
            }
            Column::Title => Field::text(&case.title),
            Column::Statement => Field::text(&case.finding.statement),
            Column::Grade => label(case.grade.map(|grade| words::grade(grade, lang))),
            Column::Cause => Field::text(&case.cause.root),
            Column::Action => Field::text(&actions(case)),
            Column::Owner => label(self.owner(case).as_deref()),
            Column::OriginalDue => Field::date(original_due_on(case)),
            Column::CurrentDue => Field::date(case.shown_due_on()),
            Column::DoneOn => Field::date(done_on(case)),
            Column::ReviewDue => Field::date(case.effectiveness.due_on),
            Column::ReviewResult => match case.effectiveness.result {
                Some(result) => Field::text(words::effect(result, lang)),
                None => Field::text(&case.effectiveness.data),
            },
            Column::ClosedOn => Field::date(case.closure.as_ref().map(|closure| closure.on)),
            Column::Status => Field::text(words::status(case.status, lang)),
            Column::Remarks => Field::text(&case.remarks),
            Column::Identity => label(identity(case).as_deref()),
        }
    }

    fn process(&self, case: &Case) -> Option<String> {
        let process = self.register.process(case.process?)?;
        Some(symbol_and_name(&process.code, &self.shown(process).name))
    }

    fn department(&self, case: &Case) -> Option<String> {
        let department = self.register.department(case.department?)?;
        Some(symbol_and_name(&department.code, &self.shown(department).name))
    }

    fn owner(&self, case: &Case) -> Option<String> {
        Some(self.shown(self.register.post(case.owner?)?).name.clone())
    }
}

/// "AB – Wydział Architektury". A symbol that does not look like one stands alone: an import could not tell the
/// two apart.
fn symbol_and_name(code: &str, name: &str) -> String {
    let sign = |c: char| (c.is_alphanumeric() && !c.is_lowercase()) || matches!(c, '-' | '.' | '/');
    let symbol = (1..=8).contains(&code.chars().count()) && code.chars().all(sign);
    if symbol && !name.trim().is_empty() && name != code {
        format!("{code} – {name}")
    } else {
        code.to_string()
    }
}

/// The actions that stand, a line for each; those given up only where there is no other.
fn actions(case: &Case) -> String {
    let stands = |action: &&Action| action.cancelled_reason.is_none();
    let any = case.actions.iter().any(|action| stands(&action));
    let shown = case.actions.iter().filter(|action| !any || stands(action));
    shown.map(|action| action.what.as_str()).collect::<Vec<_>>().join("\n")
}

/// The action whose due date the register shows; an open one before the others.
fn shown_action(case: &Case) -> Option<&Action> {
    let due_on = case.shown_due_on()?;
    let due = case.actions.iter().filter(|action| action.due_on == Some(due_on));
    due.min_by_key(|action| !action.is_open())
}

fn original_due_on(case: &Case) -> Option<NaiveDate> {
    match shown_action(case) {
        Some(action) => action.original_due_on,
        None => case.original_target_on,
    }
}

/// The day on which all that was due on the shown day was done; where no action has a due date, on which all was.
fn done_on(case: &Case) -> Option<NaiveDate> {
    let due_on = shown_action(case).and_then(|action| action.due_on);
    let due = || case.actions.iter().filter(|action| action.due_on == due_on);
    if due().any(Action::is_open) { None } else { due().filter_map(|action| action.done_on).max() }
}

/// What makes a case without a number recognisable to an import.
fn identity(case: &Case) -> Option<String> {
    if case.number.is_some() { None } else { Some(case.id.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::{CaseKind, CaseStatus};
    use crate::domain::ids::ActionId;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn action(what: &str, original: &str, due: &str, done: Option<&str>) -> Action {
        Action {
            what: what.into(),
            original_due_on: Some(day(original)),
            due_on: Some(day(due)),
            done_on: done.map(day),
            ..Action::planned(ActionId(Uuid::nil()))
        }
    }

    fn case(actions: Vec<Action>) -> Case {
        let mut case = Case::draft(CaseId(Uuid::nil()), CaseKind::Corrective);
        case.status = CaseStatus::InProgress;
        case.actions = actions;
        case
    }

    #[test]
    fn dates_are_those_of_the_action_that_is_due_next() {
        let done = action("done", "2014-01-10", "2014-03-10", Some("2014-02-01"));
        let next = action("next", "2014-03-01", "2014-03-10", None);
        let later = action("later", "2014-05-01", "2014-06-01", None);
        let mut case = case(vec![done, next, later]);
        assert_eq!(original_due_on(&case), Some(day("2014-03-01")));
        assert_eq!(done_on(&case), None);
        assert_eq!(actions(&case), "done\nnext\nlater");

        case.status = CaseStatus::ClosedEffective;
        for (action, done) in case.actions.iter_mut().zip(["2014-02-01", "2014-03-09", "2014-05-30"]) {
            action.done_on = Some(day(done));
        }
        assert_eq!(case.shown_due_on(), Some(day("2014-06-01")));
        assert_eq!(
            (original_due_on(&case), done_on(&case)),
            (Some(day("2014-05-01")), Some(day("2014-05-30")))
        );
    }

    #[test]
    fn without_actions_the_target_of_the_case_is_shown() {
        let mut case = case(Vec::new());
        (case.target_on, case.original_target_on) = (Some(day("2014-06-30")), Some(day("2014-05-30")));
        assert_eq!((original_due_on(&case), done_on(&case)), (Some(day("2014-05-30")), None));
    }

    #[test]
    fn actions_without_due_dates_are_done_on_their_last_day_once_all_are() {
        let mut first = action("a", "2014-01-01", "2014-01-01", Some("2014-02-03"));
        let mut second = action("b", "2014-01-01", "2014-01-01", None);
        (first.due_on, second.due_on) = (None, None);
        let mut case = case(vec![first, second]);
        assert_eq!(done_on(&case), None);
        case.actions[1].done_on = Some(day("2014-02-01"));
        assert_eq!(done_on(&case), Some(day("2014-02-03")));
    }

    #[test]
    fn actions_given_up_show_only_where_there_is_no_other() {
        let mut given_up = action("given up", "2014-01-01", "2014-01-01", None);
        given_up.cancelled_reason = Some("reason".into());
        let stands = action("stands", "2014-01-01", "2014-01-01", None);
        assert_eq!(actions(&case(vec![given_up.clone(), stands])), "stands");
        assert_eq!(actions(&case(vec![given_up])), "given up");
    }

    #[test]
    fn a_symbol_stands_before_its_name_where_it_looks_like_one() {
        assert_eq!(symbol_and_name("AB", "Wydział Architektury"), "AB – Wydział Architektury");
        assert_eq!(symbol_and_name("AB", ""), "AB");
        assert_eq!(symbol_and_name("Archiwum", "Archiwum zakładowe"), "Archiwum");
    }

    #[test]
    fn every_column_has_a_header_of_its_own_in_both_languages() {
        for lang in [Lang::Pl, Lang::En] {
            let mut headers = Column::ALL.map(|column| column.header(lang)).to_vec();
            headers.sort_unstable();
            headers.dedup();
            assert_eq!(headers.len(), Column::ALL.len());
        }
        let same = Column::ALL.iter().filter(|column| column.header(Lang::Pl) == column.header(Lang::En));
        assert_eq!(same.count(), 1, "only Status is the same word in both");
    }
}
