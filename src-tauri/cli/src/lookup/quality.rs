//! Audits, their questions, entries of the small registers and kept runs, by what names them.

use capa_core::domain::action_programme::Progress;
use capa_core::domain::audit::{Audit, Question};
use capa_core::domain::book::Standing;
use capa_core::domain::confirmation::ReadinessRun;
use capa_core::domain::ids::{CaseId, ProcessId};
use capa_core::domain::monitoring::Line;
use capa_core::domain::readiness::runs;
use capa_core::domain::shelf::{Shelved, all};
use capa_core::register::Stood;

use super::{Lookup, place};
use crate::failure::Failure;

impl<'a> Lookup<'a> {
    /// The audit of that first day, or of that identity.
    pub fn audit(&self, wanted: &str) -> Result<&'a Stood<Audit>, Failure> {
        let wanted = wanted.trim().to_lowercase();
        let by_id = self.register.audits().find(|stood| stood.record.id.to_string() == wanted);
        let on_day = self.register.audits().filter(|stood| stood.record.starts_on.to_string() == wanted);
        let on_day: Vec<&Stood<Audit>> = by_id.map_or_else(|| on_day.collect(), |found| vec![found]);
        match on_day.as_slice() {
            [audit] => Ok(audit),
            [] => Err(self.missing("audit", &wanted)),
            several => {
                let ids: Vec<String> = several.iter().map(|stood| stood.record.id.to_string()).collect();
                let params = vec![("name", wanted), ("ids", ids.join("; "))];
                Err(Failure::with("audit_ambiguous", self.lang, params))
            }
        }
    }

    /// The question of an audit: its place from 1, or its identity.
    pub fn question<'q>(&self, audit: &'q Audit, wanted: &str) -> Result<&'q Question, Failure> {
        let ids: Vec<String> = audit.questions.iter().map(|question| question.id.to_string()).collect();
        let found = place(&ids, wanted).and_then(|place| audit.questions.get(place));
        found.ok_or_else(|| self.missing("question", wanted))
    }

    /// The kept run: its place from 1, the newest first, or its identity.
    pub fn run(&self, wanted: &str) -> Result<Standing<'a, ReadinessRun>, Failure> {
        let all = runs::all_runs(self.register);
        let ids: Vec<String> = all.iter().map(|(run, _)| run.id.to_string()).collect();
        let found = place(&ids, wanted).and_then(|place| all.get(place)).copied();
        found.ok_or_else(|| self.missing("readiness_run", wanted))
    }

    /// The entry of a small register that has that name, or that identity.
    pub fn kept<T: Shelved + 'a>(
        &self,
        what: &str,
        wanted: &str,
        named: impl Fn(&T) -> String,
    ) -> Result<Standing<'a, T>, Failure> {
        let wanted = wanted.trim().to_lowercase();
        let entries = || all::<T>(self.register).filter(|_| !wanted.is_empty());
        let by_id = entries().find(|(record, _)| record.uuid().to_string() == wanted);
        let by_name = || entries().filter(|(record, _)| named(record).trim().to_lowercase() == wanted);
        let found: Vec<Standing<'a, T>> = by_id.map_or_else(|| by_name().collect(), |found| vec![found]);
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(self.missing(what, &wanted)),
            several => {
                let ids: Vec<String> = several.iter().map(|(record, _)| record.uuid().to_string()).collect();
                let params = vec![("name", wanted.clone()), ("ids", ids.join("; "))];
                Err(Failure::with("entry_ambiguous", self.lang, params))
            }
        }
    }

    /// The entry at that place of a list from 1, or of that identity.
    pub fn listed<T: Shelved>(
        &self,
        what: &str,
        wanted: &str,
        list: &[Standing<'a, T>],
    ) -> Result<Standing<'a, T>, Failure> {
        let ids: Vec<String> = list.iter().map(|(record, _)| record.uuid().to_string()).collect();
        let by_place = place(&ids, wanted).and_then(|place| list.get(place)).copied();
        by_place.map_or_else(|| self.kept(what, wanted, |_: &T| String::new()), Ok)
    }

    /// The place from 0 of what is meant: its place from 1, or its identity.
    pub fn place_of(&self, what: &str, ids: &[String], wanted: &str) -> Result<usize, Failure> {
        place(ids, wanted).ok_or_else(|| self.missing(what, wanted))
    }

    /// The processes of those symbols.
    pub fn processes(&self, codes: &[String]) -> Result<Vec<ProcessId>, Failure> {
        codes.iter().map(|code| self.process(code)).collect()
    }

    /// The case of that number; none for an empty one.
    pub fn case_id(&self, number: &str) -> Result<Option<CaseId>, Failure> {
        if number.trim().is_empty() {
            return Ok(None);
        }
        self.case(number).map(|stood| Some(stood.record.id))
    }

    /// How far an action of the programme is: the action by its line from 1, or by its identity.
    pub fn progress(
        &self,
        lines: &[Line<'_>],
        (wanted, percent): &(String, u32),
    ) -> Result<Progress, Failure> {
        let ids: Vec<String> = lines.iter().map(|line| line.action.id.to_string()).collect();
        let line = place(&ids, wanted).and_then(|place| lines.get(place));
        let line = line.ok_or_else(|| self.missing("action", wanted))?;
        Ok(Progress { action: line.action.id, percent: *percent })
    }
}
