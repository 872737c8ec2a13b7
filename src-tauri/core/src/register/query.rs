//! Lists over the book: filter, search, sort, page. All of it here, none of it on a screen.

use std::cmp::Ordering;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::book::Register;
use super::fold::fold;
use crate::domain::book::template;
use crate::domain::case::{Case, CaseKind, CaseStatus, Source};
use crate::domain::facts::{self, Late};
use crate::domain::ids::{CaseId, DepartmentId, PostId};
use crate::domain::number::{self, NumberTemplate};

/// Which cases a list shows; every condition must hold, an empty list of choices holds for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all occur, diacritics and capitals apart.
    pub text: String,
    /// Year of registration.
    pub year: Option<i32>,
    /// Kinds.
    pub kinds: Vec<CaseKind>,
    /// States.
    pub statuses: Vec<CaseStatus>,
    /// Units.
    pub departments: Vec<DepartmentId>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Owner of the case or of one of its actions.
    pub owner: Option<PostId>,
    /// Clause of either edition; a higher clause holds its points.
    pub clause: Option<String>,
    /// Overdue today.
    pub overdue: bool,
    /// Due within so many days from today, today included; not overdue.
    pub due_within_days: Option<u32>,
    /// Drafts that lack something.
    pub to_complete: bool,
    /// A separate lateness.
    pub late: Option<Late>,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortKey {
    /// Year, kind and running number.
    #[default]
    Number,
    /// Title, in Polish order.
    Title,
    /// State, in the order of a life.
    Status,
    /// Owner's name, in Polish order.
    Owner,
    /// Symbol of the unit.
    Department,
    /// Due date; cases without one last.
    Due,
    /// Day of registration; drafts last.
    Registered,
    /// Source.
    Source,
    /// Clause, point by point.
    Clause,
}

static POLISH: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(locale!("pl").into(), CollatorOptions::default()).ok());

/// Compares texts in Polish order: a ą b c ć … l ł … z ź ż.
pub fn polish_order(a: &str, b: &str) -> Ordering {
    POLISH.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
}

impl Register {
    /// The cases that a filter shows on a day, sorted.
    pub fn list(&self, filter: &Filter, sort: SortKey, descending: bool, today: NaiveDate) -> Vec<CaseId> {
        let words: Vec<String> = filter.text.split_whitespace().map(fold).collect();
        let mut found: Vec<&Case> = self
            .cases()
            .map(|stood| &stood.record)
            .filter(|case| self.holds(case, filter, today) && self.contains(case.id, &words))
            .collect();
        self.sort(&mut found, sort);
        if descending {
            found.reverse();
        }
        found.into_iter().map(|case| case.id).collect()
    }

    /// How many cases a filter shows on a day.
    pub fn count(&self, filter: &Filter, today: NaiveDate) -> usize {
        let words: Vec<String> = filter.text.split_whitespace().map(fold).collect();
        let shown = |case: &&Case| self.holds(case, filter, today) && self.contains(case.id, &words);
        self.cases().map(|stood| &stood.record).filter(shown).count()
    }

    /// The years in which cases were registered, newest first.
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.cases().filter_map(|stood| facts::year(&stood.record)).collect();
        years.sort_unstable();
        years.dedup();
        years.reverse();
        years
    }

    fn contains(&self, id: CaseId, words: &[String]) -> bool {
        let text = self.searched(id);
        words.iter().all(|word| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some())
    }

    fn holds(&self, case: &Case, filter: &Filter, today: NaiveDate) -> bool {
        let chosen = (filter.kinds.is_empty() || filter.kinds.contains(&case.kind))
            && (filter.statuses.is_empty() || filter.statuses.contains(&case.status))
            && (filter.departments.is_empty()
                || case.department.is_some_and(|id| filter.departments.contains(&id)))
            && (filter.sources.is_empty()
                || case.source.is_some_and(|source| filter.sources.contains(&source)));
        let year = filter.year.is_none_or(|year| facts::year(case) == Some(year));
        let owner = filter.owner.is_none_or(|owner| {
            case.owner == Some(owner) || case.actions.iter().any(|action| action.owner == Some(owner))
        });
        let clause = filter.clause.as_deref().is_none_or(|clause| {
            [&case.clause_2008, &case.clause_2015].into_iter().flatten().any(|own| within_clause(own, clause))
        });
        let overdue = !filter.overdue || case.is_overdue(today);
        let due = filter.due_within_days.is_none_or(|days| is_due_within(case, today, days));
        let complete = !filter.to_complete || facts::to_complete(case);
        let late = filter.late.is_none_or(|late| facts::late(case, today).contains(&late));
        chosen && year && owner && clause && overdue && due && complete && late
    }

    fn sort(&self, cases: &mut [&Case], sort: SortKey) {
        let template = template(self);
        match sort {
            SortKey::Number => cases.sort_by_cached_key(|case| number_key(case, &template)),
            SortKey::Title => cases.sort_by(|a, b| polish_order(&a.title, &b.title)),
            SortKey::Status => cases.sort_by_cached_key(|case| (case.status, number_key(case, &template))),
            SortKey::Owner => {
                let name = |case: &Case| {
                    case.owner.and_then(|id| self.post(id)).map_or("", |post| post.name.as_str())
                };
                cases.sort_by(|a, b| polish_order(name(a), name(b)));
            }
            SortKey::Department => {
                let code =
                    |case: &Case| case.department.and_then(|id| self.department(id)).map(|d| d.code.clone());
                cases.sort_by_cached_key(|case| (code(case), number_key(case, &template)));
            }
            SortKey::Due => cases.sort_by_cached_key(|case| {
                let due_on = case.due_on();
                (due_on.is_none(), due_on, case.shown_due_on(), number_key(case, &template))
            }),
            SortKey::Registered => {
                cases.sort_by_cached_key(|case| {
                    (case.registered_on.is_none(), case.registered_on, number_key(case, &template))
                });
            }
            SortKey::Source => cases.sort_by_cached_key(|case| (case.source, number_key(case, &template))),
            SortKey::Clause => {
                let edition = self.edition();
                cases.sort_by_cached_key(|case| {
                    (case.clause(edition).map(points), number_key(case, &template))
                });
            }
        }
    }
}

/// Due from today within so many days, in a state where something is still to be done.
fn is_due_within(case: &Case, today: NaiveDate, days: u32) -> bool {
    let until = today.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
    case.status.can_be_overdue() && case.due_on().is_some_and(|due_on| (today..=until).contains(&due_on))
}

fn within_clause(own: &str, wanted: &str) -> bool {
    own.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ' ']))
}

/// Year, kind, running number; cases without a number last, oldest first.
fn number_key(case: &Case, template: &NumberTemplate) -> (bool, i32, CaseKind, u32, String, CaseId) {
    let text = case.number.clone().unwrap_or_default();
    let (running, year) = number::read(template, &text).unwrap_or((0, facts::year(case).unwrap_or(0)));
    (case.number.is_none(), year, case.kind, running, text, case.id)
}

fn points(clause: &str) -> Vec<u32> {
    clause.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}
