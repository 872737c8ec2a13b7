//! The folder that a command works on: asked without its lock, or opened for writing.

use std::path::{Path, PathBuf};

use capa_core::app::life::{self, Paper};
use capa_core::app::{self, App, AppError, case_title, folder};
use capa_core::clock::SystemClock;
use capa_core::domain::acting::Acting;
use capa_core::domain::case::Case;
use capa_core::domain::change::{Actor, RecordKind};
use capa_core::domain::deliver::DueNotice;
use capa_core::domain::ids::{CaseId, DepartmentId, Id, PostId, ProcessId};
use capa_core::register::{Register, Stood};
use capa_core::sample;
use capa_core::store::{JournalBook, OpenOptions, StoredEntry, TrailQuery};
use capa_core::words::{self, Lang};
use chrono::NaiveDate;

use crate::args::Arguments;
use crate::failure::Failure;
use crate::helper;
use crate::lookup::Lookup;
use crate::secrets::{Login, Secrets};

/// The folder with what was said about every command.
pub struct Folder {
    path: PathBuf,
    login: Option<Login>,
    /// The day that was asked for.
    pub as_of: Option<NaiveDate>,
    /// The language of the answer.
    pub lang: Lang,
}

impl Folder {
    /// The folder that the command line names.
    pub fn of(arguments: &Arguments) -> Result<Self, Failure> {
        let lang = arguments.lang.unwrap_or_else(lang_of_system);
        let path = folder::resolve(arguments.data.clone()).ok_or_else(|| Failure::new("no_folder", lang))?;
        let asked = arguments.sign_in_as.as_deref().filter(|_| !arguments.command.is_for_anybody());
        let login = asked.map(|login| Secrets::of(lang).login(login)).transpose()?;
        Ok(Self { path, login, as_of: arguments.as_of, lang })
    }

    /// The password that was just given, for acts that are signed off with it.
    pub fn password(&self) -> Option<String> {
        self.login.as_ref().map(|login| login.password.clone())
    }

    /// Whether a book lies there.
    pub fn holds_book(&self) -> bool {
        folder::holds_book(&self.path)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A failure told in the language of the answer.
    pub fn failure(&self, error: impl Into<AppError>) -> Failure {
        Failure::of(&error.into(), self.lang)
    }

    /// The book for questions: without the lock, beside an open window too. Where people sign in, for one of them.
    pub fn ask(&self) -> Result<Asked, Failure> {
        let mut asked = self.look()?;
        let login = self.login.as_ref().map(|login| (login.name.as_str(), login.password.as_str()));
        let actor = folder::who_asks(&self.path, &asked.register, login, &SystemClock);
        asked.actor = actor.map_err(|error| self.failure(error))?;
        Ok(asked)
    }

    /// The book for questions that tell nothing of what is in it.
    pub fn look(&self) -> Result<Asked, Failure> {
        let journal = folder::ask(&self.path).map_err(|error| self.failure(error))?;
        Ok(Asked::of(journal, self.as_of, self.lang))
    }

    /// Whether the folder may be written as of another day: only a sample one may, so that no trail can be
    /// back-dated. Asked before anything is created.
    pub fn check_day(&self) -> Result<(), Failure> {
        if self.as_of.is_none() || self.look()?.is_sample() {
            Ok(())
        } else {
            Err(self.failure(AppError::BackDated))
        }
    }

    /// Opens the folder for writing; creates it where there is none. Where people sign in, for one of them.
    pub fn open(&self) -> Result<App, Failure> {
        let mut app = self.open_for_anybody(false)?;
        let signed_in = match &self.login {
            Some(login) => app.sign_in(&login.name, &login.password),
            None => app.acting().map(drop).map_err(AppError::from),
        };
        signed_in.map_err(|error| self.failure(error))?;
        Ok(app)
    }

    /// Opens the folder for writing with a book in it: an empty one is begun, under no name yet.
    pub fn open_begun(&self) -> Result<App, Failure> {
        let mut app = self.open()?;
        if app.register().is_empty() {
            app.begin("", Vec::new(), self.lang).map_err(|error| self.failure(error))?;
        }
        Ok(app)
    }

    /// Opens the folder for writing where something has to stand in it already: a refusal creates nothing.
    pub fn open_held(&self, what: &str) -> Result<App, Failure> {
        if self.holds_book() {
            return self.open();
        }
        Err(Failure::with("not_found", self.lang, vec![("what", what.to_string())]))
    }

    /// Opens the folder for writing on nobody's behalf.
    pub fn open_for_anybody(&self, accept_history: bool) -> Result<App, Failure> {
        self.check_day()?;
        self.open_on(self.as_of, accept_history)
    }

    /// Opens the folder for writing on a day that was checked before.
    pub fn open_on(&self, day: Option<NaiveDate>, accept_history: bool) -> Result<App, Failure> {
        let options =
            OpenOptions { accept_history, probe: helper::probe_command(), ..OpenOptions::default() };
        let store = folder::open(&self.path, &options).map_err(|error| self.failure(error))?;
        let app = App::open(store, Box::new(SystemClock), day).map_err(|error| self.failure(error))?;
        Ok(app.beside(&self.path))
    }
}

/// The language of the system: `CAPA_LANG`, else its own, else Polish.
fn lang_of_system() -> Lang {
    let named = ["CAPA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    named.iter().find_map(|name| Lang::from_code(&std::env::var(name).ok()?)).unwrap_or_default()
}

/// The book as a question sees it: on a day, in a language.
pub struct Asked {
    /// The book.
    pub register: Register,
    /// The day it is asked on.
    pub today: NaiveDate,
    /// The language of the answer.
    pub lang: Lang,
    /// Cases registered after this day are left out.
    until: Option<NaiveDate>,
    journal: Option<JournalBook>,
    actor: Actor,
}

impl Asked {
    fn of(journal: Option<JournalBook>, as_of: Option<NaiveDate>, lang: Lang) -> Self {
        let register = journal.as_ref().map(|journal| journal.load().register).unwrap_or_default();
        let today = app::today(&register, as_of, &SystemClock);
        Self { register, today, lang, until: as_of, journal, actor: Actor::representative() }
    }

    /// The book of an open folder.
    pub fn after(app: &App, lang: Lang) -> Self {
        Self {
            register: app.register().clone(),
            today: app.today(),
            lang,
            until: None,
            journal: None,
            actor: Actor::representative(),
        }
    }

    /// The case of that number or identity, as far as it was in the book on the day that was asked for.
    pub fn case(&self, wanted: &str) -> Result<&Stood<Case>, Failure> {
        let stood = self.lookup().case(wanted)?;
        if self.knows(&stood.record) { Ok(stood) } else { Err(self.lookup().no_case(wanted)) }
    }

    /// Finds what is named.
    pub fn lookup(&self) -> Lookup<'_> {
        Lookup::of(&self.register, self.lang)
    }

    /// Who asks, for a post that would decide on paper where one is named.
    pub fn acting(&self, for_post: Option<&str>) -> Result<Acting, Failure> {
        let post = for_post.map(|post| self.lookup().post(post)).transpose()?;
        let paper = post.map(|post| Paper { post, on: None, document: String::new() });
        let acting = life::acting(&self.register, &self.actor, paper.as_ref(), self.today);
        acting.map_err(|error| Failure::of(&error.into(), self.lang))
    }

    /// The entries of the trail that changed a case.
    pub fn trail(&self, id: CaseId) -> Result<Vec<StoredEntry>, Failure> {
        let query = TrailQuery::of(RecordKind::Case, id.uuid());
        let Some(journal) = &self.journal else { return Ok(Vec::new()) };
        journal.trail(&query).map_err(|error| Failure::of(&error.into(), self.lang))
    }

    /// Whether this is the sample office.
    pub fn is_sample(&self) -> bool {
        self.register.office().is_some_and(|office| office.sample_day.is_some())
    }

    /// Whether the case was in the book on the day that was asked for.
    pub fn knows(&self, case: &Case) -> bool {
        let registered_on = case.registered_on;
        self.until.is_none_or(|until| registered_on.is_none_or(|registered_on| registered_on <= until))
    }

    /// A text of the book. The sample office is written in both languages; any other book is shown as typed.
    pub fn text(&self, text: &str) -> String {
        let other = if self.is_sample() { sample::translate(text, self.lang) } else { None };
        other.unwrap_or(text).to_string()
    }

    /// The case in the language of the answer.
    pub fn shown(&self, case: &Case) -> Case {
        if self.is_sample() { sample::shown(case, self.lang) } else { case.clone() }
    }

    /// The name of a post.
    pub fn post(&self, id: Option<PostId>) -> Option<String> {
        self.register.post(id?).map(|post| self.text(&post.name))
    }

    /// What a person calls a case: its number, else its identity.
    pub fn case_name(&self, id: CaseId) -> String {
        let number = self.register.case(id).and_then(|stood| stood.record.number.clone());
        number.unwrap_or_else(|| id.to_string())
    }

    /// A day as people write it; a dash where there is none.
    pub fn day(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(|| "–".into(), |day| words::date(self.lang, day))
    }

    /// The symbol of a unit.
    pub fn department(&self, id: Option<DepartmentId>) -> Option<String> {
        self.register.department(id?).map(|department| department.code.clone())
    }

    /// The symbol of a process.
    pub fn process(&self, id: Option<ProcessId>) -> Option<String> {
        self.register.process(id?).map(|process| process.code.clone())
    }

    /// The title of a case; a case without one is named by its finding.
    pub fn title(&self, case: &Case) -> String {
        let own = if case.title.is_empty() { &case.finding.statement } else { &case.title };
        self.text(own)
    }

    /// The sentence of a reminder.
    pub fn sentence(&self, notice: &DueNotice) -> String {
        let title = self.text(&case_title(&self.register, notice.subject));
        let about = words::About {
            subject: notice.subject,
            label: &notice.label,
            title: &title,
            due_on: notice.due_on,
            today: self.today,
        };
        words::reminder(self.lang, about)
    }
}
