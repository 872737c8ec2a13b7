//! Passwords: asked for without showing them, or read from standard input line by line. Never an argument, which
//! every process of the machine could read.

use std::io::{self, IsTerminal};

use capa_core::words::Lang;

use crate::failure::Failure;
use crate::words;

/// Who signs in.
pub struct Login {
    /// The login.
    pub name: String,
    /// The password.
    pub password: String,
}

/// Where passwords are read from.
pub struct Secrets {
    lang: Lang,
}

impl Secrets {
    /// Asks in that language.
    pub fn of(lang: Lang) -> Self {
        Self { lang }
    }

    /// A login with its password.
    pub fn login(&self, name: &str) -> Result<Login, Failure> {
        let prompt = format!("{} ({name}): ", words::of(self.lang).password);
        Ok(Login { name: name.to_string(), password: self.read(&prompt)? })
    }

    /// A new password; at a terminal it is typed twice.
    pub fn new_password(&self, login: &str) -> Result<String, Failure> {
        let words = words::of(self.lang);
        let password = self.read(&format!("{} ({login}): ", words.new_password))?;
        if io::stdin().is_terminal() && self.read(&format!("{}: ", words.password_again))? != password {
            return Err(Failure::new("password_differs", self.lang));
        }
        Ok(password)
    }

    fn read(&self, prompt: &str) -> Result<String, Failure> {
        let missing = |_| Failure::new("password_missing", self.lang);
        if io::stdin().is_terminal() {
            return rpassword::prompt_password(prompt).map_err(missing);
        }
        let mut line = String::new();
        // The lines after this one stay in the buffer of standard input, for the next password.
        let read = io::stdin().read_line(&mut line).map_err(missing)?;
        if read == 0 {
            return Err(Failure::new("password_missing", self.lang));
        }
        Ok(line.trim_end_matches(['\r', '\n']).to_string())
    }
}
