//! A plan -> one change set.

use super::plan::Brought;
use super::{KeptPlan, KeptRecord, KeptRow};
use crate::domain::acting::{Task, permit};
use crate::domain::change::{Change, ChangeSet, Moment};
use crate::domain::complaint::Complaint;
use crate::domain::ids::{Id, fresh};
use crate::domain::keeping;
use crate::domain::objective::Objective;
use crate::domain::review::Review;
use crate::domain::rule::{Rule, RuleError};
use crate::domain::shelf::{all, find};
use crate::domain::survey::Survey;
use crate::import::Outcome;
use crate::register::Register;

/// The change set of a plan; `None` when nothing changes.
///
/// # Errors
/// Another role does this; [`Rule::ImportChanged`] when the book has moved on since the plan was made; what a rule
/// has against an entry by now.
pub fn to_change_set(
    plan: &KeptPlan,
    register: &Register,
    moment: &mut Moment<'_>,
) -> Result<Option<ChangeSet>, RuleError> {
    permit(register, Task::Import, moment)?;
    if plan.is_empty() {
        return Ok(None);
    }
    let (mut changes, mut what) = (Vec::new(), "");
    for row in &plan.rows {
        let (change, imported) = match &row.record {
            KeptRecord::Complaint(record) => written::<Complaint>(row, record, register, moment)?,
            KeptRecord::Objective(record) => written::<Objective>(row, record, register, moment)?,
            KeptRecord::Survey(record) => written::<Survey>(row, record, register, moment)?,
            KeptRecord::Review(record) => written::<Review>(row, record, register, moment)?,
        };
        what = imported;
        changes.extend(change);
    }
    Ok(Some(ChangeSet::of(moment, what, None, changes)))
}

type Written = (Option<Change>, &'static str);

fn written<T: Brought>(
    row: &KeptRow,
    record: &T,
    register: &Register,
    moment: &mut Moment<'_>,
) -> Result<Written, RuleError> {
    let mut record = record.clone();
    let change = match row.outcome {
        Outcome::Unchanged => None,
        Outcome::New => {
            let key = record.key();
            if all::<T>(register).any(|(other, _)| other.key() == key) {
                return Err(RuleError::refused(Rule::ImportChanged));
            }
            record.set_id(fresh(moment.ids));
            keeping::check(register, &record, moment.today)?;
            record.complete(moment.ids);
            Some(Change::create(&record.into_record())?)
        }
        Outcome::Changed => {
            let stood = find::<T>(register, T::Id::from_uuid(record.uuid()));
            let stood = stood.filter(|(_, revision)| *revision == row.revision);
            let (before, revision) = stood.ok_or(RuleError::refused(Rule::ImportChanged))?;
            keeping::check(register, &record, moment.today)?;
            record.complete(moment.ids);
            Some(Change::replace(&before.clone().into_record(), revision, &record.into_record())?)
        }
    };
    Ok((change, T::IMPORTED))
}
