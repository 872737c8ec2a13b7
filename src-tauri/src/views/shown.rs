//! The book as it is shown: on a day, in a language.

use capa_core::app::App;
use capa_core::domain::ids::{DepartmentId, PostId};
use capa_core::register::Register;
use capa_core::sample;
use capa_core::words::Lang;
use chrono::NaiveDate;

/// The book, the day and the language of a screen.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The book.
    pub register: &'a Register,
    /// The day it is shown on.
    pub today: NaiveDate,
    /// The language of the screen.
    pub lang: Lang,
    sample: bool,
}

impl<'a> Shown<'a> {
    /// The open book in a language.
    pub fn of(app: &'a App, lang: Lang) -> Self {
        Self { register: app.register(), today: app.today(), lang, sample: app.is_sample() }
    }

    /// A text of the book. The sample office is written in both languages; any other book is shown as typed.
    pub fn text(&self, text: &str) -> String {
        let other = if self.sample { sample::translate(text, self.lang) } else { None };
        other.unwrap_or(text).to_string()
    }

    /// The name of a post.
    pub fn post(&self, id: Option<PostId>) -> Option<String> {
        self.register.post(id?).map(|post| self.text(&post.name))
    }

    /// The symbol of a unit.
    pub fn department_code(&self, id: Option<DepartmentId>) -> Option<String> {
        self.register.department(id?).map(|department| department.code.clone())
    }

    /// Days from today to a day; negative when it has passed.
    pub fn days_to(&self, day: NaiveDate) -> i32 {
        i32::try_from(day.signed_duration_since(self.today).num_days()).unwrap_or(i32::MAX)
    }
}
