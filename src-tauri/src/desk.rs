//! The desk: the folder and its open book, behind one lock, for the commands and the ticker.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};

use capa_core::app::{App, AppError, Said, folder};
use capa_core::clock::{Clock, SystemClock};
use capa_core::domain::rule::RuleError;
use capa_core::sheet::HelperCommand;
use capa_core::store::{OpenOptions, ProbeCommand};
use capa_core::words::Lang;

use tauri::{AppHandle, Manager};

use crate::arguments::Arguments;
use crate::desktop::has_notification_service;
use crate::error::{IpcError, IpcErrorKind};
use crate::helper;
use crate::prefs::Prefs;
use crate::views::Shown;
use crate::views::inbox::unread;
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
        Self { folder, arguments, inner: Mutex::new(Inner { prefs, book: Book::Closed }) }
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
        App::open(store, Box::new(SystemClock), self.arguments.as_of)
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
        let inner = self.lock();
        let app = inner.app()?;
        question(&Shown::of(app, inner.prefs.lang()), app)
    }

    /// Lets the book be changed.
    ///
    /// # Errors
    /// The folder could not be opened, or the change was refused.
    pub fn change<T>(&self, wish: impl FnOnce(&mut App) -> Result<T, AppError>) -> Result<T, IpcError> {
        let mut inner = self.lock();
        Ok(wish(inner.app_mut()?)?)
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
        let inner = self.lock();
        let lang = inner.prefs.lang();
        let (folder, today) = match &inner.book {
            Book::Open(app) => (FolderState::of(&Shown::of(app, lang)), app.today()),
            Book::Failed(error) => (FolderState::Failed { error: error.clone() }, SystemClock.today()),
            Book::Closed => (FolderState::Empty, SystemClock.today()),
        };
        Session {
            folder,
            today,
            lang,
            version: env!("CARGO_PKG_VERSION").into(),
            data_folder: self.folder.display().to_string(),
            notifications,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic while the lock was held leaves the book as the last commit left it.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
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
