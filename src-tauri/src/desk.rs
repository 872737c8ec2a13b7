//! The desk: the folder and its open book, behind one lock, for the commands and the ticker.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};

use capa_core::app::{App, AppError, Said, folder};
use capa_core::clock::{Clock, SystemClock, SystemIds};
use capa_core::domain::acting::is_alone;
use capa_core::domain::ids::IdSource;
use capa_core::domain::rule::{Rule, RuleError};
use capa_core::import::registers::KeptPlan;
use capa_core::sheet::HelperCommand;
use capa_core::store::{OpenOptions, ProbeCommand};
use capa_core::words::Lang;

use chrono::{DateTime, Utc};
use tauri::{AppHandle, Manager};

use crate::arguments::Arguments;
use crate::desktop::has_notification_service;
use crate::error::{IpcError, IpcErrorKind};
use crate::events::PickedFile;
use crate::helper;
use crate::prefs::Prefs;
use crate::views::Shown;
use crate::views::inbox::unread;
use crate::views::people::SignedIn;
use crate::views::session::{FolderState, Session};

/// The folder and its open book.
pub struct Desk {
    folder: PathBuf,
    arguments: Arguments,
    inner: Mutex<Inner>,
}

struct Inner {
    prefs: Prefs,
    book: Book,
    /// When somebody last touched a key or the mouse.
    touched: DateTime<Utc>,
    /// Files that were picked or dropped, by the token that a screen holds.
    picked: HashMap<String, PathBuf>,
    /// The plan of an import into a small register, under the token by which it is run.
    planned: Option<(String, KeptPlan)>,
}

enum Book {
    Open(Box<App>),
    Failed(IpcError),
    Closed,
}

impl Desk {
    /// A desk on that folder, not opened yet.
    pub fn new(folder: PathBuf, arguments: Arguments) -> Self {
        let prefs = Prefs::read(&folder);
        Self { folder, arguments, inner: Mutex::new(Inner::new(prefs)) }
    }

    /// Opens the folder again: after a failure, or to accept a history that was cut on purpose.
    pub fn open(&self, accept_history: bool) {
        self.open_holding(accept_history, || ());
    }

    /// Opens the folder and tells once the desk is held, so that whoever asks it from then on waits.
    fn open_holding(&self, accept_history: bool, held: impl FnOnce()) {
        let mut inner = self.lock();
        held();
        // A store lets go of its folder when it is dropped; only then can it be opened again.
        inner.book = Book::Closed;
        inner.book = match self.opened(accept_history) {
            Ok(app) => Book::Open(Box::new(app)),
            Err(error) => Book::Failed(error.into()),
        };
    }

    fn opened(&self, accept_history: bool) -> Result<App, AppError> {
        let options = OpenOptions { accept_history, probe: probe_command(), ..OpenOptions::default() };
        let store = folder::open(&self.folder, &options)?;
        let app = App::open(store, Box::new(SystemClock), self.arguments.as_of)?;
        Ok(app.beside(&self.folder))
    }

    /// Lets go of the book in order.
    pub fn close(&self) {
        self.lock().book = Book::Closed;
    }

    /// The language of the screens.
    pub fn lang(&self) -> Lang {
        self.lock().prefs.lang()
    }

    /// Chooses the language and keeps the choice.
    pub fn set_lang(&self, lang: Lang) {
        let mut inner = self.lock();
        inner.prefs.lang = Some(lang);
        if let Err(error) = inner.prefs.write(&self.folder) {
            tracing::warn!(%error, "the language is not remembered");
        }
    }

    /// Asks the book a question.
    ///
    /// # Errors
    /// The folder could not be opened.
    pub fn ask<T>(
        &self,
        question: impl FnOnce(&Shown<'_>, &App) -> Result<T, IpcError>,
    ) -> Result<T, IpcError> {
        let mut inner = self.lock();
        inner.lock_if_idle();
        let app = inner.app()?;
        if app.is_locked() {
            return Err(signed_out());
        }
        question(&Shown::of(app, inner.prefs.lang()), app)
    }

    /// Lets the book be changed.
    ///
    /// # Errors
    /// The folder could not be opened, or the change was refused.
    pub fn change<T>(&self, wish: impl FnOnce(&mut App) -> Result<T, AppError>) -> Result<T, IpcError> {
        let mut inner = self.lock();
        inner.lock_if_idle();
        let app = inner.app_mut()?;
        if app.is_locked() {
            return Err(signed_out());
        }
        Ok(wish(app)?)
    }

    /// Signs somebody in.
    ///
    /// # Errors
    /// A wrong login or password, or too many failures.
    pub fn sign_in(&self, login: &str, password: &str) -> Result<(), IpcError> {
        let mut inner = self.lock();
        inner.touched = SystemClock.now();
        Ok(inner.app_mut()?.sign_in(login, password)?)
    }

    /// Lets go of whoever is signed in.
    pub fn sign_out(&self) {
        let mut inner = self.lock();
        inner.picked.clear();
        inner.planned = None;
        if let Ok(app) = inner.app_mut() {
            app.sign_out();
        }
    }

    /// Somebody is there.
    pub fn touch(&self) {
        let mut inner = self.lock();
        inner.lock_if_idle();
        inner.touched = SystemClock.now();
    }

    /// Keeps what was picked or dropped; a screen gets tokens, never paths.
    pub fn keep_picked(&self, paths: Vec<PathBuf>) -> Vec<PickedFile> {
        let mut inner = self.lock();
        let mut files = Vec::new();
        for path in paths.into_iter().filter(|path| path.is_file()) {
            let token = SystemIds.fresh().to_string();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let bytes = path.metadata().map(|of| of.len()).unwrap_or_default();
            files.push(PickedFile { token: token.clone(), name: name.unwrap_or_default(), bytes });
            inner.picked.insert(token, path);
        }
        files
    }

    /// The file behind a token.
    pub fn picked(&self, token: &str) -> Option<PathBuf> {
        self.lock().picked.get(token).cloned()
    }

    /// Keeps the plan of an import into a small register until it is run; answers its token.
    pub fn keep_plan(&self, plan: KeptPlan) -> String {
        let token = SystemIds.fresh().to_string();
        self.lock().planned = Some((token.clone(), plan));
        token
    }

    /// The plan behind a token; it is run once.
    pub fn take_plan(&self, token: &str) -> Option<KeptPlan> {
        let mut inner = self.lock();
        let kept = inner.planned.take_if(|(kept, _)| kept == token);
        kept.map(|(_, plan)| plan)
    }

    /// A token was used up.
    pub fn drop_picked(&self, token: &str) {
        self.lock().picked.remove(token);
    }

    /// Puts what is due into the inbox; the words of its toast, and how many are unread.
    ///
    /// # Errors
    /// The store cannot write.
    pub fn deliver(&self) -> Result<Option<(Said, u32)>, IpcError> {
        let mut inner = self.lock();
        let lang = inner.prefs.lang();
        let Ok(app) = inner.app_mut() else { return Ok(None) };
        let delivered = app.deliver_reminders()?;
        Ok(app.say(&delivered, lang).map(|said| (said, unread(&Shown::of(app, lang)))))
    }

    /// Where the window stands.
    pub fn session(&self) -> Session {
        // Asked before the lock is taken: the session bus may take its time.
        let notifications = has_notification_service();
        let mut inner = self.lock();
        inner.lock_if_idle();
        let lang = inner.prefs.lang();
        let (folder, today) = match &inner.book {
            Book::Open(app) => (FolderState::of(&Shown::of(app, lang), app.is_locked()), app.today()),
            Book::Failed(error) => (FolderState::Failed { error: error.clone() }, SystemClock.today()),
            Book::Closed => (FolderState::Empty, SystemClock.today()),
        };
        let app = inner.app().ok();
        Session {
            folder,
            today,
            lang,
            version: env!("CARGO_PKG_VERSION").into(),
            data_folder: self.folder.display().to_string(),
            notifications,
            sign_in: app.is_some_and(App::has_sign_in),
            alone: app.is_none_or(|app| is_alone(app.register())),
            person: app.and_then(|app| Some(SignedIn::of(app.signed_in()?, &Shown::of(app, lang)))),
            idle_minutes: app.map_or(0, idle_minutes),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic while the lock was held leaves the book as the last commit left it.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn new(prefs: Prefs) -> Self {
        Self { prefs, book: Book::Closed, touched: SystemClock.now(), picked: HashMap::new(), planned: None }
    }

    /// Nobody was there for too long: whoever comes next signs in.
    fn lock_if_idle(&mut self) {
        let idle = SystemClock.now().signed_duration_since(self.touched).num_minutes();
        if let Book::Open(app) = &mut self.book
            && app.signed_in().is_some()
            && idle >= i64::from(idle_minutes(app).max(1))
        {
            app.sign_out();
        }
    }

    fn app(&self) -> Result<&App, IpcError> {
        match &self.book {
            Book::Open(app) => Ok(app),
            Book::Failed(error) => Err(error.clone()),
            Book::Closed => Err(closed()),
        }
    }

    fn app_mut(&mut self) -> Result<&mut App, IpcError> {
        match &mut self.book {
            Book::Open(app) => Ok(app),
            Book::Failed(error) => Err(error.clone()),
            Book::Closed => Err(closed()),
        }
    }
}

fn idle_minutes(app: &App) -> u32 {
    app.register().office().map_or(0, |office| office.settings.idle_minutes)
}

fn signed_out() -> IpcError {
    RuleError::refused(Rule::SignInNeeded).into()
}

fn closed() -> IpcError {
    IpcError::because(IpcErrorKind::Busy, "closed")
}

/// Opens the folder on a thread of its own, and returns once that thread holds the desk.
pub fn open_beside(app: &AppHandle) {
    let (held, holding) = mpsc::channel();
    let handle = app.clone();
    let spawned = std::thread::Builder::new().name("opening".into()).spawn(move || {
        // Nobody listens only when the window is gone already.
        handle.state::<Desk>().open_holding(false, || {
            let _ = held.send(());
        });
    });
    match spawned {
        Ok(_) => {
            let _ = holding.recv();
        }
        Err(error) => {
            tracing::warn!(%error, "the book opens before the window");
            app.state::<Desk>().open(false);
        }
    }
}

/// The helper that reads a spreadsheet.
pub fn sheet_command() -> Option<HelperCommand> {
    let program = std::env::current_exe().ok()?;
    Some(HelperCommand { program, args: vec![helper::READ_SHEET.into()] })
}

fn probe_command() -> Option<ProbeCommand> {
    let program = std::env::current_exe().ok()?;
    Some(ProbeCommand { program, args: vec![helper::PROBE_BOOK.into()] })
}

/// A record that a screen asked for and the book does not have.
pub fn not_found(what: &'static str) -> IpcError {
    RuleError::NotFound { what }.into()
}
