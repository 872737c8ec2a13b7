//! What is written on a card from the command line: fields by name, actions added and struck out.

use capa_core::domain::case::{Grade, Source};
use capa_core::domain::draft::{ActionForm, DraftForm};
use capa_core::domain::finding::{CauseMethod, Why};
use chrono::NaiveDate;

use crate::args::{Writing, day};
use crate::failure::Failure;
use crate::lookup::Lookup;

/// A field of the card and how it is written.
#[derive(Clone, Copy)]
enum Kind {
    Text(fn(&mut DraftForm) -> &mut String),
    Day(fn(&mut DraftForm) -> &mut Option<NaiveDate>),
    Clause(fn(&mut DraftForm) -> &mut Option<String>),
    Whys(fn(&mut DraftForm) -> &mut Vec<Why>),
    Process,
    Department,
    Owner,
    Source,
    Grade,
    Method,
}

/// The fields by name; the help of `--set` tells them too.
#[rustfmt::skip]
const FIELDS: &[(&str, Kind)] = &[
    ("title",              Kind::Text(|form| &mut form.title)),
    ("statement",          Kind::Text(|form| &mut form.finding.statement)),
    ("evidence",           Kind::Text(|form| &mut form.finding.evidence)),
    ("requirement",        Kind::Text(|form| &mut form.finding.requirement)),
    ("source",             Kind::Source),
    ("process",            Kind::Process),
    ("department",         Kind::Department),
    ("owner",              Kind::Owner),
    ("clause_2008",        Kind::Clause(|form| &mut form.clause_2008)),
    ("clause_2015",        Kind::Clause(|form| &mut form.clause_2015)),
    ("grade",              Kind::Grade),
    ("reported_on",        Kind::Day(|form| &mut form.reported_on)),
    ("reported_by",        Kind::Text(|form| &mut form.reported_by)),
    ("file_reference",     Kind::Text(|form| &mut form.file_reference)),
    ("source_document",    Kind::Text(|form| &mut form.source_document)),
    ("correction",         Kind::Text(|form| &mut form.correction.what)),
    ("correction_done_on", Kind::Day(|form| &mut form.correction.done_on)),
    ("consequences",       Kind::Text(|form| &mut form.correction.consequences)),
    ("method",             Kind::Method),
    ("analysis",           Kind::Text(|form| &mut form.cause.analysis)),
    ("root_cause",         Kind::Text(|form| &mut form.cause.root)),
    ("similar",            Kind::Text(|form| &mut form.cause.similar)),
    ("problem",            Kind::Text(|form| &mut form.cause.five_why.problem)),
    ("why",                Kind::Whys(|form| &mut form.cause.five_why.arose)),
    ("undetected",         Kind::Whys(|form| &mut form.cause.five_why.undetected)),
    ("target_on",          Kind::Day(|form| &mut form.target_on)),
    ("expected_effect",    Kind::Text(|form| &mut form.expected_effect)),
    ("criterion",          Kind::Text(|form| &mut form.criterion)),
    ("review_due_on",      Kind::Day(|form| &mut form.review_due_on)),
    ("remarks",            Kind::Text(|form| &mut form.remarks)),
    ("answer_due_on",      Kind::Day(|form| &mut form.external.get_or_insert_default().answer_due_on)),
    ("answer_sent_on",     Kind::Day(|form| &mut form.external.get_or_insert_default().answer_sent_on)),
    ("accepted_on",        Kind::Day(|form| &mut form.external.get_or_insert_default().accepted_on)),
];

/// A field with what it is to hold, as `--set` says it.
#[derive(Debug, Clone)]
pub struct Setting {
    field: &'static str,
    value: Value,
}

#[derive(Debug, Clone)]
enum Value {
    /// A text, a name or a symbol; trimmed.
    Text(String),
    Day(Option<NaiveDate>),
    Source(Option<Source>),
    Grade(Option<Grade>),
    Method(Option<CauseMethod>),
}

/// Reads `FIELD=VALUE`.
pub fn setting(text: &str) -> Result<Setting, String> {
    let (name, value) = text.split_once('=').ok_or_else(|| "it is written FIELD=VALUE".to_string())?;
    let value = value.trim();
    let found = FIELDS.iter().find(|(known, _)| *known == name.trim());
    let (field, kind) = found.ok_or_else(|| {
        let known: Vec<&str> = FIELDS.iter().map(|(known, _)| *known).collect();
        format!("there is no field \"{}\"; the fields are {}", name.trim(), known.join(", "))
    })?;
    let value = match kind {
        Kind::Text(_) | Kind::Clause(_) | Kind::Whys(_) | Kind::Process | Kind::Department | Kind::Owner => {
            Value::Text(value.to_string())
        }
        Kind::Day(_) => Value::Day(given(value, day)?),
        Kind::Source => Value::Source(given(value, source)?),
        Kind::Grade => Value::Grade(given(value, |text| one_of(text, &GRADES))?),
        Kind::Method => Value::Method(given(value, |text| one_of(text, &METHODS))?),
    };
    Ok(Setting { field, value })
}

/// A value that may be left empty, which clears the field.
fn given<T>(text: &str, read: impl FnOnce(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

const GRADES: [(&str, Grade); 4] = [
    ("major", Grade::Major),
    ("minor", Grade::Minor),
    ("observation", Grade::Observation),
    ("ofi", Grade::Ofi),
];

const METHODS: [(&str, CauseMethod); 3] =
    [("five_why", CauseMethod::FiveWhy), ("ishikawa", CauseMethod::Ishikawa), ("other", CauseMethod::Other)];

fn one_of<T: Copy>(text: &str, known: &[(&str, T)]) -> Result<T, String> {
    let found = known.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, value)| *value);
    let names = || known.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| format!("one of {}", names()))
}

fn source(text: &str) -> Result<Source, String> {
    let all = || Source::ALL.map(Source::code).join(", ");
    Source::from_code(&text.to_uppercase()).ok_or_else(|| format!("one of {}", all()))
}

/// An action to add, as `--add-action` says it.
#[derive(Debug, Clone)]
pub struct NewAction {
    what: String,
    owner: Option<String>,
    due_on: Option<NaiveDate>,
}

/// Reads `WHAT`, `WHAT|POST` or `WHAT|POST|DATE`.
pub fn new_action(text: &str) -> Result<NewAction, String> {
    let mut parts = text.split('|').map(str::trim);
    let what = parts.next().unwrap_or_default().to_string();
    let owner = parts.next().filter(|owner| !owner.is_empty()).map(str::to_string);
    let due_on = parts.next().filter(|due_on| !due_on.is_empty()).map(day).transpose()?;
    if parts.next().is_some() {
        return Err("it is written WHAT|POST|DATE".into());
    }
    Ok(NewAction { what, owner, due_on })
}

impl Writing {
    /// Writes it into the form.
    pub fn write(&self, form: &mut DraftForm, lookup: &Lookup<'_>) -> Result<(), Failure> {
        let mut begun: Vec<&str> = Vec::new();
        for setting in &self.set {
            let first = !begun.contains(&setting.field);
            begun.push(setting.field);
            setting.write(form, first, lookup)?;
        }
        // Both before anything is added, so that a place is that of the card as it was.
        let dropped = self.drop_action.iter().map(|wanted| lookup.action_place(&form.actions, wanted));
        let dropped = dropped.collect::<Result<Vec<usize>, Failure>>()?;
        let mut place = 0..;
        form.actions.retain(|_| place.next().is_none_or(|place| !dropped.contains(&place)));
        for action in &self.add_action {
            let owner = action.owner.as_ref().or(self.owner.as_ref());
            let owner = owner.map(|owner| lookup.post(owner)).transpose()?;
            let due_on = action.due_on.or(self.due);
            form.actions.push(ActionForm {
                id: None,
                what: action.what.clone(),
                owner,
                due_on,
                training: false,
            });
        }
        Ok(())
    }
}

impl Setting {
    /// `first` tells whether the field is set for the first time in this command: answers to "why?" begin anew then.
    fn write(&self, form: &mut DraftForm, first: bool, lookup: &Lookup<'_>) -> Result<(), Failure> {
        let Some((_, kind)) = FIELDS.iter().find(|(known, _)| *known == self.field) else { return Ok(()) };
        match (kind, &self.value) {
            (Kind::Text(place), Value::Text(text)) => place(form).clone_from(text),
            (Kind::Clause(place), Value::Text(text)) => *place(form) = filled(text).map(str::to_string),
            (Kind::Whys(place), Value::Text(text)) => answer(place(form), text, first),
            (Kind::Process, Value::Text(text)) => {
                form.process = filled(text).map(|text| lookup.process(text)).transpose()?;
            }
            (Kind::Department, Value::Text(text)) => {
                form.department = filled(text).map(|text| lookup.department(text)).transpose()?;
            }
            (Kind::Owner, Value::Text(text)) => {
                form.owner = filled(text).map(|text| lookup.post(text)).transpose()?;
            }
            (Kind::Day(place), Value::Day(day)) => *place(form) = *day,
            (_, Value::Source(source)) => form.source = *source,
            (_, Value::Grade(grade)) => form.grade = *grade,
            (_, Value::Method(method)) => form.cause.method = *method,
            (_, Value::Text(_) | Value::Day(_)) => {}
        }
        Ok(())
    }
}

/// An answer to "why?": `ANSWER`, or `ANSWER|WHAT IT RESTS ON`.
fn answer(answers: &mut Vec<Why>, text: &str, first: bool) {
    if first {
        answers.clear();
    }
    let (answer, evidence) = text.split_once('|').unwrap_or((text, ""));
    if !text.is_empty() {
        answers.push(Why { answer: answer.trim().into(), evidence: evidence.trim().into() });
    }
}

fn filled(text: &str) -> Option<&str> {
    if text.is_empty() { None } else { Some(text) }
}

#[cfg(test)]
mod tests {
    use capa_core::domain::case::CaseKind;
    use capa_core::register::Register;
    use capa_core::words::Lang;

    use super::*;

    fn written(settings: &[&str]) -> DraftForm {
        let mut form = DraftForm::empty(CaseKind::Corrective);
        let register = Register::default();
        let lookup = Lookup::of(&register, Lang::En);
        let set = settings.iter().map(|text| setting(text).unwrap()).collect();
        let writing =
            Writing { set, add_action: Vec::new(), owner: None, due: None, drop_action: Vec::new() };
        writing.write(&mut form, &lookup).unwrap();
        form
    }

    #[test]
    fn each_field_lands_in_a_place_of_its_own() {
        let mut seen: Vec<(&str, DraftForm)> = vec![("", DraftForm::empty(CaseKind::Corrective))];
        for (name, kind) in FIELDS {
            let value = match kind {
                Kind::Text(_) | Kind::Clause(_) | Kind::Whys(_) => "x",
                Kind::Day(_) => "2015-01-12",
                Kind::Source => "complaint",
                Kind::Grade => "minor",
                Kind::Method => "five_why",
                Kind::Process | Kind::Department | Kind::Owner => continue,
            };
            let form = written(&[&format!("{name}={value}")]);
            let same = seen.iter().find(|(_, other)| *other == form);
            assert!(same.is_none(), "{name} does what {same:?} does");
            seen.push((name, form));
        }
    }

    #[test]
    fn answers_stand_in_their_order_and_begin_anew_with_each_command() {
        let form = written(&["why=first", "why=second|a letter", "undetected=nobody looked"]);
        let answers: Vec<_> = form
            .cause
            .five_why
            .arose
            .iter()
            .map(|why| (why.answer.as_str(), why.evidence.as_str()))
            .collect();
        assert_eq!(answers, [("first", ""), ("second", "a letter")]);
        assert_eq!(form.cause.five_why.undetected.len(), 1);
        let mut again = form;
        answer(&mut again.cause.five_why.arose, "other", true);
        assert_eq!(again.cause.five_why.arose.len(), 1);
        assert!(written(&["why=one", "title=a = b", "why="]).title == "a = b");
    }

    #[test]
    fn what_no_field_takes_is_told_with_the_known_ones() {
        let told = setting("colour=red").unwrap_err();
        assert!(told.contains("colour") && told.contains("root_cause"), "{told}");
        assert!(setting("title").is_err());
        assert!(setting("target_on=2015-02-30").unwrap_err().contains("calendar"));
        assert!(setting("source=GOSSIP").unwrap_err().contains("INT_AUDIT"));
        assert!(setting("grade=huge").unwrap_err().contains("observation"));
        assert!(setting("target_on=").is_ok(), "an empty value clears");
    }

    #[test]
    fn an_action_is_read_as_far_as_it_is_told() {
        let whole = new_action("Szkolenie | Informatyk | 2015-02-28").unwrap();
        assert_eq!((whole.what.as_str(), whole.owner.as_deref()), ("Szkolenie", Some("Informatyk")));
        assert_eq!(whole.due_on.map(|day| day.to_string()).as_deref(), Some("2015-02-28"));
        let bare = new_action("Szkolenie||").unwrap();
        assert!(bare.owner.is_none() && bare.due_on.is_none());
        assert!(new_action("a|b|2015-02-30").is_err() && new_action("a|b|2015-02-28|c").is_err());
    }

    #[test]
    fn the_help_names_every_field() {
        use clap::CommandFactory;
        let mut command = crate::args::Arguments::command();
        let help = command.find_subcommand_mut("new").unwrap().render_long_help().to_string();
        for (name, _) in FIELDS {
            assert!(help.contains(name), "{name} in {help}");
        }
    }
}
