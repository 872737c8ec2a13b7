//! What a card offers: its moves with the reason where one is refused, its parts, who is next, what is proposed.

use std::collections::BTreeMap;

use capa_core::domain::acting::{Acting, Capacity};
use capa_core::domain::action::Action;
use capa_core::domain::book::Book;
use capa_core::domain::case::Case;
use capa_core::domain::facts::{self, Missing};
use capa_core::domain::ids::PostId;
use capa_core::domain::moves::{self, Move, TABLE};
use capa_core::domain::rule::{Rule, RuleError};
use capa_core::domain::tasks::{self, Task};
use capa_core::domain::write::{self, PARTS};
use capa_core::domain::{proposals, write as parts};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::choices::PostRef;
use super::list::CaseRow;

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoveView {
    #[serde(rename = "move")]
    #[ts(type = "Move")]
    pub name: &'static str,
    /// The action it is about.
    pub action_id: Option<String>,
    pub allowed: bool,
    /// The rule that stands against it, with what its sentence needs.
    pub reason: Option<String>,
    #[ts(type = "{ [key: string]: string }")]
    pub params: BTreeMap<&'static str, String>,
    /// The password is asked again.
    pub sign_off: bool,
    pub needs_reason: bool,
    /// The representative is alone and records what one of these posts decided on paper, the likeliest first.
    pub record_for: Vec<PostRef>,
    /// She may not make it in her own name: one of those posts has to be named.
    pub must_record: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct PartView {
    #[ts(type = "Part")]
    pub part: &'static str,
    pub editable: bool,
    pub reason: Option<String>,
}

#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextStepView {
    #[serde(rename = "move")]
    #[ts(type = "Move")]
    pub name: &'static str,
    pub action_id: Option<String>,
    pub due_on: Option<NaiveDate>,
    pub days_left: Option<i32>,
    /// The posts it falls to.
    pub who: Vec<String>,
    /// It falls to whoever looks.
    pub mine: bool,
}

#[derive(Debug, Serialize, TS)]
pub struct ProposalView {
    #[ts(type = "\"target_on\" | \"action_due_on\" | \"review_due_on\" | \"plan_due_on\"")]
    pub field: &'static str,
    pub date: NaiveDate,
    #[ts(type = "\"kpa_237\" | \"kpa_244\" | \"setting\"")]
    pub basis: &'static str,
}

#[derive(Debug, Serialize, TS)]
pub struct OnTimeView {
    pub original: bool,
    pub current: bool,
}

/// What a card offers to whoever looks at it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LifeView {
    pub moves: Vec<MoveView>,
    pub parts: Vec<PartView>,
    pub next: Vec<NextStepView>,
    #[ts(type = "Missing[]")]
    pub missing: Vec<Missing>,
    pub proposals: Vec<ProposalView>,
    /// Null while something is still to be done.
    pub on_time: Option<OnTimeView>,
    /// Actions whose date moves by an extension only.
    pub agreed_actions: Vec<String>,
}

/// A step that somebody owes, in a list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskRow {
    pub case: CaseRow,
    pub action: Option<String>,
    pub what: String,
    pub step: NextStepView,
    #[ts(type = "Missing[]")]
    pub missing: Vec<Missing>,
}

/// What waits for whoever looks, and, for the representative, what waits for others.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkView {
    /// The most urgent ones.
    pub mine: Vec<TaskRow>,
    pub mine_total: u32,
    /// The most urgent ones.
    pub others: Vec<TaskRow>,
    pub others_total: u32,
}

/// This many steps are listed of each; the register holds the rest.
const SHOWN_STEPS: usize = 300;

impl LifeView {
    /// What a card offers.
    pub fn of(case: &Case, acting: &Acting, shown: &Shown<'_>) -> Self {
        let on_time = facts::on_time(case);
        let agreed = case.actions.iter().filter(|action| parts::is_agreed(case, action.id));
        Self {
            moves: moves(case, acting, shown),
            parts: PARTS.iter().map(|row| part(row.part, case, acting, shown)).collect(),
            next: tasks::next_steps(shown.register, case)
                .iter()
                .map(|task| next(task, case, acting, shown))
                .collect(),
            missing: facts::to_go_on(case),
            proposals: proposals::of(shown.register, case, shown.today)
                .into_iter()
                .map(|proposal| ProposalView {
                    field: proposal.field.code(),
                    date: proposal.date,
                    basis: proposal.basis.code(),
                })
                .collect(),
            on_time: on_time.map(|it| OnTimeView { original: it.original, current: it.current }),
            agreed_actions: agreed.map(|action| action.id.to_string()).collect(),
        }
    }
}

fn moves(case: &Case, acting: &Acting, shown: &Shown<'_>) -> Vec<MoveView> {
    let mut views = Vec::new();
    for row in TABLE {
        if row.step.is_of_action() {
            views
                .extend(case.actions.iter().map(|action| offer(row.step, case, Some(action), acting, shown)));
        } else {
            views.push(offer(row.step, case, None, acting, shown));
        }
    }
    views
}

fn offer(step: Move, case: &Case, action: Option<&Action>, acting: &Acting, shown: &Shown<'_>) -> MoveView {
    let book = shown.register;
    let posts: Vec<PostId> = moves::recordable(book, acting, case, step, action)
        .into_iter()
        .filter(|post| {
            let other = acting.standing_in(book, *post);
            other.is_some_and(|other| moves::check(book, &other, case, step, action).is_ok())
        })
        .collect();
    let own = moves::check(book, acting, case, step, action).map_err(|error| {
        // Where somebody else decides and could not either, what stands against him tells more.
        let recordable = moves::recordable(book, acting, case, step, action);
        let other = recordable.first().and_then(|post| acting.standing_in(book, *post));
        let refused =
            |rule: &RuleError| matches!(rule, RuleError::Refused { rule: Rule::RecordedForNeeded, .. });
        match other.map(|other| moves::check(book, &other, case, step, action)) {
            Some(Err(theirs)) if refused(&error) => theirs,
            _ => error,
        }
    });
    let must_record = own.is_err() && !posts.is_empty();
    let (reason, params) = own.err().filter(|_| !must_record).map(told).unwrap_or_default();
    let row = step.row();
    MoveView {
        name: step.code(),
        action_id: action.map(|action| action.id.to_string()),
        allowed: reason.is_none(),
        reason,
        params,
        sign_off: row.is_some_and(|row| row.sign_off) && acting.person.is_some(),
        needs_reason: row.is_some_and(|row| row.reason),
        record_for: posts.into_iter().filter_map(|post| post_ref(post, shown)).collect(),
        must_record,
    }
}

fn post_ref(post: PostId, shown: &Shown<'_>) -> Option<PostRef> {
    Some(PostRef { id: post.to_string(), name: shown.post(Some(post))? })
}

fn told(error: RuleError) -> (Option<String>, BTreeMap<&'static str, String>) {
    match error {
        RuleError::Refused { rule, params } => (Some(rule.code().to_string()), params.into_iter().collect()),
        RuleError::NotFound { .. } => (Some("not_found".into()), BTreeMap::new()),
        RuleError::Stale { .. } | RuleError::Record { .. } => (Some("conflict".into()), BTreeMap::new()),
    }
}

fn part(part: write::Part, case: &Case, acting: &Acting, shown: &Shown<'_>) -> PartView {
    let answer = write::check(shown.register, acting, case, part);
    PartView {
        part: part.code(),
        editable: answer.is_ok(),
        reason: answer.err().and_then(|error| told(error).0),
    }
}

fn next(task: &Task, case: &Case, acting: &Acting, shown: &Shown<'_>) -> NextStepView {
    NextStepView {
        name: task.step.code(),
        action_id: task.action.map(|id| id.to_string()),
        due_on: task.due_on,
        days_left: task.due_on.map(|day| shown.days_to(day)),
        who: who(task, case, shown),
        mine: tasks::falls_to(shown.register, acting, case, task),
    }
}

/// The posts that a step falls to, the nearest first: owners by name, offices by their role.
fn who(task: &Task, case: &Case, shown: &Shown<'_>) -> Vec<String> {
    let action = task.action.and_then(|id| case.actions.iter().find(|action| action.id == id));
    let Some(row) = task.step.row() else { return Vec::new() };
    let mut posts: Vec<PostId> = Vec::new();
    for capacity in row.who {
        match capacity {
            Capacity::Performer => posts.extend(action.and_then(|action| action.owner)),
            Capacity::Head => posts.extend(case.owner),
            Capacity::Anyone => {}
            Capacity::Representative
            | Capacity::Auditor
            | Capacity::Coordinator
            | Capacity::TopManagement => {
                let role = role_of(*capacity);
                let held = Book::posts(shown.register).map(|(post, _)| post);
                posts.extend(held.filter(|post| role.is_some_and(|r| post.roles.contains(&r))).map(|p| p.id));
            }
        }
    }
    let mut names = Vec::new();
    for name in posts.into_iter().filter_map(|post| shown.post(Some(post))) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(SHOWN_NAMES);
    names
}

/// A step names this many posts at most.
const SHOWN_NAMES: usize = 3;

fn role_of(capacity: Capacity) -> Option<capa_core::domain::person::Role> {
    use capa_core::domain::person::Role;
    match capacity {
        Capacity::Representative => Some(Role::Representative),
        Capacity::Auditor => Some(Role::InternalAuditor),
        Capacity::Coordinator => Some(Role::Coordinator),
        Capacity::TopManagement => Some(Role::TopManagement),
        Capacity::Anyone | Capacity::Performer | Capacity::Head => None,
    }
}

impl WorkView {
    /// What waits for whoever looks. The representative also sees what the others owe.
    pub fn of(acting: &Acting, shown: &Shown<'_>) -> Self {
        let mut view = Self { mine: Vec::new(), mine_total: 0, others: Vec::new(), others_total: 0 };
        let sees_all = tasks::oversees(acting);
        for (task, case) in &tasks::all(shown.register) {
            let mine = tasks::falls_to(shown.register, acting, case, task);
            let (list, total) = if mine {
                (&mut view.mine, &mut view.mine_total)
            } else {
                (&mut view.others, &mut view.others_total)
            };
            if mine || sees_all {
                *total += 1;
                if list.len() < SHOWN_STEPS {
                    list.push(task_row(task, case, acting, shown));
                }
            }
        }
        view
    }
}

fn task_row(task: &Task, case: &Case, acting: &Acting, shown: &Shown<'_>) -> TaskRow {
    let action = task.action.and_then(|id| case.actions.iter().find(|action| action.id == id));
    TaskRow {
        case: CaseRow::of(case, shown),
        action: action.map(|action| action.id.to_string()),
        what: action.map(|action| shown.text(&action.what)).unwrap_or_default(),
        step: next(task, case, acting, shown),
        missing: facts::to_go_on(case),
    }
}
