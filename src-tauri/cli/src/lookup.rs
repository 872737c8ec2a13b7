//! What the words of a command line name: cases, actions, evidence, posts, processes, units.

mod quality;

use capa_core::app::life::{Paper, Standing};
use capa_core::domain::action::Action;
use capa_core::domain::case::Case;
use capa_core::domain::draft::ActionForm;
use capa_core::domain::ids::{DepartmentId, EvidenceId, PostId, ProcessId};
use capa_core::domain::moves::Move;
use capa_core::domain::office::Post;
use capa_core::domain::person::Person;
use capa_core::register::{Register, Stood};
use capa_core::sample;
use capa_core::words::Lang;

use crate::args::PaperArguments;
use crate::failure::Failure;

/// Finds in a book what was named.
pub struct Lookup<'a> {
    register: &'a Register,
    lang: Lang,
}

impl<'a> Lookup<'a> {
    /// In that book, for somebody who reads that language.
    pub fn of(register: &'a Register, lang: Lang) -> Self {
        Self { register, lang }
    }

    fn missing(&self, what: &str, name: &str) -> Failure {
        Failure::with("not_found", self.lang, vec![("what", what.into()), ("name", name.into())])
    }

    /// The case of that number, or of that identity.
    pub fn case(&self, wanted: &str) -> Result<&'a Stood<Case>, Failure> {
        let numbered = self.register.case_by_number(wanted);
        let id = wanted.trim().to_lowercase();
        let by_id = || self.register.cases().find(|stood| stood.record.id.to_string() == id);
        numbered.or_else(by_id).ok_or_else(|| self.no_case(wanted))
    }

    /// There is no such case.
    pub fn no_case(&self, wanted: &str) -> Failure {
        let params = vec![("what", "case".to_string()), ("number", wanted.to_string())];
        Failure::with("not_found", self.lang, params)
    }

    /// The post of that name, else the only one whose name has that part.
    pub fn post(&self, wanted: &str) -> Result<PostId, Failure> {
        let part = wanted.trim().to_lowercase();
        let all = || self.register.posts().map(|stood| &stood.record);
        let exact: Vec<&Post> =
            all().filter(|post| self.names(post).any(|name| name.to_lowercase() == part)).collect();
        let holding =
            || all().filter(|post| self.names(post).any(|name| name.to_lowercase().contains(&part)));
        let found: Vec<&Post> =
            if exact.is_empty() && !part.is_empty() { holding().collect() } else { exact };
        match found.as_slice() {
            [post] => Ok(post.id),
            [] => self.post_of_id(&part).ok_or_else(|| self.missing("post", wanted)),
            several => {
                let names: Vec<&str> = several.iter().map(|post| post.name.as_str()).collect();
                let params = vec![("name", wanted.to_string()), ("posts", names.join("; "))];
                Err(Failure::with("post_ambiguous", self.lang, params))
            }
        }
    }

    fn post_of_id(&self, id: &str) -> Option<PostId> {
        self.register.posts().map(|stood| stood.record.id).find(|post| post.to_string() == id)
    }

    /// The name as it stands in the book, and as the sample office shows it in the language of the answer.
    fn names(&self, post: &'a Post) -> impl Iterator<Item = &'a str> {
        let sample = self.register.office().is_some_and(|office| office.sample_day.is_some());
        let shown = if sample { sample::translate(&post.name, self.lang) } else { None };
        std::iter::once(post.name.as_str()).chain(shown)
    }

    /// A decision on paper, where one is named.
    pub fn paper(&self, paper: &PaperArguments) -> Result<Option<Paper>, Failure> {
        let Some(post) = &paper.for_post else { return Ok(None) };
        let document = paper.document.clone().unwrap_or_default();
        Ok(Some(Paper { post: self.post(post)?, on: paper.for_on, document }))
    }

    /// How somebody stands behind an act: for a post that decided on paper, with the password that was just given.
    pub fn standing(&self, paper: &PaperArguments, password: Option<String>) -> Result<Standing, Failure> {
        Ok(Standing { recorded_for: self.paper(paper)?, password })
    }

    /// The process of that symbol.
    pub fn process(&self, code: &str) -> Result<ProcessId, Failure> {
        let wanted = code.trim().to_lowercase();
        let all = self.register.processes().map(|stood| &stood.record);
        let mut same = all.filter(|process| process.code.to_lowercase() == wanted);
        same.next().map(|process| process.id).ok_or_else(|| self.missing("process", code))
    }

    /// The unit of that symbol.
    pub fn department(&self, code: &str) -> Result<DepartmentId, Failure> {
        let wanted = code.trim().to_lowercase();
        let all = self.register.departments().map(|stood| &stood.record);
        let mut same = all.filter(|department| department.code.to_lowercase() == wanted);
        same.next().map(|department| department.id).ok_or_else(|| self.missing("department", code))
    }

    /// The person of that login.
    pub fn person(&self, login: &str) -> Result<&'a Stood<Person>, Failure> {
        let id = capa_core::domain::people::by_login(self.register, login).map(|person| person.id);
        id.and_then(|id| self.register.person(id)).ok_or_else(|| self.missing("person", login))
    }

    /// The action of a form: its place from 1, or its identity.
    pub fn action_place(&self, actions: &[ActionForm], wanted: &str) -> Result<usize, Failure> {
        let ids = actions.iter().map(|action| action.id.map(|id| id.to_string()).unwrap_or_default());
        place(&ids.collect::<Vec<_>>(), wanted).ok_or_else(|| self.missing("action", wanted))
    }

    /// The action that was named, if any was.
    pub fn named_action<'c>(
        &self,
        case: &'c Case,
        wanted: Option<&str>,
    ) -> Result<Option<&'c Action>, Failure> {
        let Some(wanted) = wanted else { return Ok(None) };
        let ids: Vec<String> = case.actions.iter().map(|action| action.id.to_string()).collect();
        let found = place(&ids, wanted).and_then(|place| case.actions.get(place));
        found.map(Some).ok_or_else(|| self.missing("action", wanted))
    }

    /// The action that a move is about: the one that was named, else the only one that it fits.
    pub fn action<'c>(
        &self,
        case: &'c Case,
        wanted: Option<&str>,
        step: Move,
    ) -> Result<&'c Action, Failure> {
        if let Some(named) = self.named_action(case, wanted)? {
            return Ok(named);
        }
        let fitting: Vec<&Action> = case.actions.iter().filter(|action| fits(step, action)).collect();
        match (fitting.as_slice(), case.actions.as_slice()) {
            ([one], _) => Ok(one),
            // None fits: the rule that stands against the first one tells why.
            ([], [first, ..]) => Ok(first),
            ([], []) => Err(Failure::with("not_found", self.lang, vec![("what", "action".into())])),
            _ => Err(Failure::new("action_needed", self.lang)),
        }
    }

    /// The evidence that is meant: its place on the action from 1, or its identity; else the only one that counts.
    pub fn evidence(&self, action: &Action, wanted: Option<&str>) -> Result<EvidenceId, Failure> {
        if let Some(wanted) = wanted {
            let ids: Vec<String> = action.evidence.iter().map(|it| it.id.to_string()).collect();
            let found = place(&ids, wanted).and_then(|place| action.evidence.get(place));
            return found.map(|it| it.id).ok_or_else(|| self.missing("evidence", wanted));
        }
        let standing: Vec<_> = action.standing_evidence().map(|it| it.id).collect();
        match (standing.as_slice(), action.evidence.as_slice()) {
            ([one], _) => Ok(*one),
            ([], [first, ..]) => Ok(first.id),
            ([], []) => Err(Failure::with("not_found", self.lang, vec![("what", "evidence".into())])),
            _ => Err(Failure::new("evidence_needed", self.lang)),
        }
    }
}

/// Whether an action is of the sort that a move is about; whether it may be made is the rules' to say.
fn fits(step: Move, action: &Action) -> bool {
    if step == Move::CompleteAction || step == Move::CancelAction {
        action.is_open()
    } else if step == Move::ReopenAction {
        action.is_done()
    } else if step == Move::Withdraw {
        action.standing_evidence().next().is_some()
    } else {
        action.cancelled_reason.is_none()
    }
}

/// A place from 1, or an identity, as a place from 0.
fn place(ids: &[String], wanted: &str) -> Option<usize> {
    let wanted = wanted.trim().to_lowercase();
    let by_place = || wanted.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < ids.len());
    ids.iter().position(|id| *id == wanted).or_else(by_place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_from_one_and_an_identity_is_itself() {
        let ids = ["aa".to_string(), "bb".to_string()];
        let places = ["1", "2", "BB", "0", "3", "", "-1", "cc"].map(|wanted| place(&ids, wanted));
        assert_eq!(places, [Some(0), Some(1), Some(1), None, None, None, None, None]);
    }
}
