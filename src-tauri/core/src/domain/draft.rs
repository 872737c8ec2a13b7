//! Drafts: written, saved, discarded and brought back. A draft stays out of the numbers of the register.

use chrono::{Datelike, NaiveDate};

use super::acting::{Task, permit};
use super::action::Action;
use super::book::{Book, case_at, removed_record};
use super::case::{Case, CaseKind, CaseStatus, External, Grade, Source};
use super::change::{Change, ChangeSet, Moment, Record, RecordKind};
use super::finding::{Cause, Correction, Finding};
use super::ids::{ActionId, CaseId, DepartmentId, PostId, ProcessId, fresh};
use super::rule::{Rule, RuleError};

/// Longest text of a field, in characters: what a spreadsheet's cell holds.
pub const LONGEST_TEXT: usize = 32_767;
/// Longest title, in characters.
pub const LONGEST_TITLE: usize = 200;

/// A draft as its form holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftForm {
    /// Kind.
    pub kind: CaseKind,
    /// Title.
    pub title: String,
    /// Day of the report.
    pub reported_on: Option<NaiveDate>,
    /// Who reported it.
    pub reported_by: String,
    /// File reference (znak sprawy).
    pub file_reference: String,
    /// Source.
    pub source: Option<Source>,
    /// Document it came with.
    pub source_document: String,
    /// Process.
    pub process: Option<ProcessId>,
    /// Unit.
    pub department: Option<DepartmentId>,
    /// Owner.
    pub owner: Option<PostId>,
    /// Clause of the 2008 edition.
    pub clause_2008: Option<String>,
    /// Clause of the 2015 edition.
    pub clause_2015: Option<String>,
    /// Grade.
    pub grade: Option<Grade>,
    /// Finding.
    pub finding: Finding,
    /// Correction.
    pub correction: Correction,
    /// Cause.
    pub cause: Cause,
    /// Target date while there is no action.
    pub target_on: Option<NaiveDate>,
    /// Actions.
    pub actions: Vec<ActionForm>,
    /// Expected effect.
    pub expected_effect: String,
    /// How effectiveness will be judged.
    pub criterion: String,
    /// Until when.
    pub review_due_on: Option<NaiveDate>,
    /// Remarks.
    pub remarks: String,
    /// What was agreed with the certification body.
    pub external: Option<External>,
}

/// An action as the draft's form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionForm {
    /// Identity of an action that the draft already has.
    pub id: Option<ActionId>,
    /// What is to be done.
    pub what: String,
    /// Owner.
    pub owner: Option<PostId>,
    /// Due date.
    pub due_on: Option<NaiveDate>,
    /// It is a training.
    pub training: bool,
}

impl DraftForm {
    /// An empty form.
    pub fn empty(kind: CaseKind) -> Self {
        Self::of(&Case::draft(CaseId(uuid::Uuid::nil()), kind))
    }

    /// The form that shows a case.
    pub fn of(case: &Case) -> Self {
        Self {
            kind: case.kind,
            title: case.title.clone(),
            reported_on: case.reported_on,
            reported_by: case.reported_by.clone(),
            file_reference: case.file_reference.clone(),
            source: case.source,
            source_document: case.source_document.clone(),
            process: case.process,
            department: case.department,
            owner: case.owner,
            clause_2008: case.clause_2008.clone(),
            clause_2015: case.clause_2015.clone(),
            grade: case.grade,
            finding: case.finding.clone(),
            correction: case.correction.clone(),
            cause: case.cause.clone(),
            target_on: case.target_on,
            actions: case.actions.iter().map(ActionForm::of).collect(),
            expected_effect: case.expected_effect.clone(),
            criterion: case.effectiveness.criterion.clone(),
            review_due_on: case.effectiveness.due_on,
            remarks: case.remarks.clone(),
            external: case.external.clone(),
        }
    }

    pub(super) fn check(&self) -> Result<(), RuleError> {
        let texts = [
            ("reported_by", &self.reported_by),
            ("file_reference", &self.file_reference),
            ("source_document", &self.source_document),
            ("evidence", &self.finding.evidence),
            ("requirement", &self.finding.requirement),
            ("statement", &self.finding.statement),
            ("correction", &self.correction.what),
            ("consequences", &self.correction.consequences),
            ("cause", &self.cause.analysis),
            ("root_cause", &self.cause.root),
            ("similar", &self.cause.similar),
            ("expected_effect", &self.expected_effect),
            ("criterion", &self.criterion),
            ("remarks", &self.remarks),
        ];
        let actions = self.actions.iter().map(|action| ("action", &action.what));
        let whys = self.cause.five_why.texts().map(|text| ("five_why", text));
        let bones = self.cause.ishikawa.texts().map(|text| ("ishikawa", text));
        let all = texts.into_iter().chain(actions).chain(whys).chain(bones);
        let long = all.into_iter().find(|(_, text)| text.chars().count() > LONGEST_TEXT);
        if let Some((field, _)) = long {
            return Err(RuleError::with(Rule::TextTooLong, "field", field));
        }
        if self.title.chars().count() > LONGEST_TITLE {
            return Err(RuleError::with(Rule::TextTooLong, "field", "title"));
        }
        let own = [self.reported_on, self.correction.done_on, self.target_on, self.review_due_on];
        let external = self.external.iter();
        let agreed = external.flat_map(|it| [it.answer_due_on, it.answer_sent_on, it.accepted_on]);
        let due = self.actions.iter().map(|action| action.due_on);
        own.into_iter().chain(due).chain(agreed).flatten().try_for_each(check_year)
    }

    /// What was done or sent lies behind us.
    pub(super) fn check_facts(&self, today: NaiveDate) -> Result<(), RuleError> {
        let external = self.external.iter().flat_map(|it| [it.answer_sent_on, it.accepted_on]);
        match external.chain([self.correction.done_on]).flatten().find(|on| *on > today) {
            Some(on) => Err(RuleError::with(Rule::DateInFuture, "date", on.to_string())),
            None => Ok(()),
        }
    }

    pub(super) fn write_to(self, case: &mut Case, ids: &mut dyn super::ids::IdSource) {
        let mut before = std::mem::take(&mut case.actions);
        let draft = case.status == CaseStatus::Draft;
        case.actions =
            self.actions.into_iter().map(|form| form.into_action(&mut before, draft, ids)).collect();
        case.kind = self.kind;
        case.title = self.title.trim().to_string();
        case.reported_on = self.reported_on;
        case.reported_by = self.reported_by;
        case.file_reference = self.file_reference;
        case.source = self.source;
        case.source_document = self.source_document;
        case.process = self.process;
        case.department = self.department;
        case.owner = self.owner;
        case.clause_2008 = self.clause_2008;
        case.clause_2015 = self.clause_2015;
        case.grade = self.grade;
        case.finding = self.finding;
        case.correction = self.correction;
        case.cause = self.cause;
        if draft && case.original_target_on == case.target_on {
            case.original_target_on = self.target_on;
        }
        case.target_on = self.target_on;
        case.expected_effect = self.expected_effect;
        case.effectiveness.criterion = self.criterion;
        case.effectiveness.due_on = self.review_due_on;
        case.remarks = self.remarks;
        case.external = self.external.filter(|external| *external != External::default());
    }
}

impl ActionForm {
    fn of(action: &Action) -> Self {
        Self {
            id: Some(action.id),
            what: action.what.clone(),
            owner: action.owner,
            due_on: action.due_on,
            training: action.training,
        }
    }

    /// Takes the action from those that were there: a form that names it twice has one of it, and a new one.
    fn into_action(
        self,
        before: &mut Vec<Action>,
        draft: bool,
        ids: &mut dyn super::ids::IdSource,
    ) -> Action {
        let place = self.id.and_then(|id| before.iter().position(|action| action.id == id));
        let known = place.map(|place| before.remove(place));
        let mut action = known.unwrap_or_else(|| Action::planned(fresh(ids)));
        action.what = self.what;
        action.owner = self.owner;
        action.training = self.training;
        // Until registration nothing is agreed yet: the original date follows the form, unless a register that
        // was brought in told it apart. What is added later is agreed when the plan is approved.
        if draft && action.original_due_on == action.due_on {
            action.original_due_on = self.due_on;
        }
        action.due_on = self.due_on;
        action
    }
}

/// Dates outside these years are typing mistakes.
pub fn check_year(date: NaiveDate) -> Result<(), RuleError> {
    if (1990..=crate::calendar::LAST_YEAR).contains(&date.year()) {
        Ok(())
    } else {
        Err(RuleError::with(Rule::DateOutOfRange, "date", date.to_string()))
    }
}

/// Writes a new draft.
///
/// # Errors
/// A text too long or a date out of range.
pub fn create(
    book: &dyn Book,
    form: DraftForm,
    moment: &mut Moment<'_>,
) -> Result<(CaseId, ChangeSet), RuleError> {
    permit(book, Task::Report, moment)?;
    form.check()?;
    form.check_facts(moment.today)?;
    let mut case = Case::draft(fresh(moment.ids), form.kind);
    form.write_to(&mut case, moment.ids);
    let id = case.id;
    let change = Change::create(&Record::Case(Box::new(case)))?;
    Ok((id, ChangeSet::of(moment, "draft_created", None, vec![change])))
}

/// Saves a draft.
///
/// # Errors
/// Not a draft any more, changed meanwhile, a text too long or a date out of range.
pub fn save(
    book: &dyn Book,
    id: CaseId,
    revision: u32,
    form: DraftForm,
    moment: &mut Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Report, moment)?;
    let before = draft_at(book, id, revision)?;
    form.check()?;
    form.check_facts(moment.today)?;
    let mut case = before.clone();
    form.write_to(&mut case, moment.ids);
    let change =
        Change::replace(&Record::Case(Box::new(before.clone())), revision, &Record::Case(Box::new(case)))?;
    Ok(ChangeSet::of(moment, "draft_saved", None, vec![change]))
}

/// Takes a draft out of the book; it stays in the trail and can be brought back.
///
/// # Errors
/// Not a draft any more, changed meanwhile, or numbered by the register it came from.
pub fn discard(
    book: &dyn Book,
    id: CaseId,
    revision: u32,
    moment: &Moment<'_>,
) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Report, moment)?;
    let draft = draft_at(book, id, revision)?;
    // A number that a register gave belongs to its case for good; undoing the import releases it.
    if draft.number.is_some() {
        return Err(RuleError::refused(Rule::HasNumber));
    }
    let change = Change::remove(&Record::Case(Box::new(draft.clone())), revision)?;
    Ok(ChangeSet::of(moment, "draft_discarded", None, vec![change]))
}

/// Brings a discarded draft back.
///
/// # Errors
/// Nothing of that identity was taken out, or its number went to another case meanwhile.
pub fn restore(book: &dyn Book, id: CaseId, moment: &Moment<'_>) -> Result<ChangeSet, RuleError> {
    permit(book, Task::Report, moment)?;
    let (record, revision) = removed_record(book, RecordKind::Case, id, "case")?;
    if let Record::Case(case) = &record
        && let Some(number) = &case.number
        && book.case_by_number(number).is_some()
    {
        return Err(RuleError::with(Rule::NumberTaken, "number", number));
    }
    let mut change = Change::create(&record)?;
    change.expected = revision;
    Ok(ChangeSet::of(moment, "draft_restored", None, vec![change]))
}

/// Why a card that is no draft is not treated as one, as the table of moves says it.
pub(super) fn no_draft(case: &Case) -> RuleError {
    RuleError::refused(if case.status.is_closed() { Rule::ClosedCase } else { Rule::NotADraft })
}

pub(super) fn draft_at(book: &dyn Book, id: CaseId, revision: u32) -> Result<&Case, RuleError> {
    let case = case_at(book, id, revision)?;
    if case.status == CaseStatus::Draft { Ok(case) } else { Err(no_draft(case)) }
}
