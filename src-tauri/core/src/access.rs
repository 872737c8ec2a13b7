//! The passwords of those who sign in: `access.json` in the data folder, for its owner alone.
//!
//! Only what Argon2id makes of a password is kept, and never in the trail, which is copied, printed and sent
//! around. The trail holds a commitment instead, the hash of what is kept, so that a swapped file shows. Failed
//! attempts are counted in the file too: ending the program does not begin the count anew.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

mod error;
mod hashing;
mod pause;

pub use error::AccessError;
pub use hashing::NewPassword;

use crate::domain::ids::PersonId;
use crate::platform;
use pause::Attempts;

const FILE: &str = "access.json";
const VERSION: u8 = 1;
/// Far more than the file of any office holds.
const LARGEST: u64 = 16 << 20;

/// One attempt at a time in this process: of two at once one would not be counted, and each takes 64 MiB.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The passwords of a data folder.
#[derive(Debug, Clone)]
pub struct Access {
    path: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    version: u8,
    people: BTreeMap<PersonId, Password>,
}

#[derive(Serialize, Deserialize)]
struct Password {
    phc: String,
    /// The one before, until the new one was used: the book is written after this file, and a power cut between
    /// the two must shut nobody out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    former: Option<String>,
    #[serde(flatten)]
    attempts: Attempts,
}

impl Access {
    /// The passwords of a data folder. Nothing is created before the first one is kept.
    pub fn beside(folder: &Path) -> Self {
        Self { path: folder.join(FILE) }
    }

    /// Makes what is kept of a password, with a salt from the operating system. Takes some tenths of a second.
    ///
    /// # Errors
    /// There is no memory, or the operating system gives no random numbers.
    pub fn make(password: &str) -> Result<NewPassword, AccessError> {
        hashing::make(password)
    }

    /// Keeps the password of a person, and forgets failed attempts. The former one stays beside it until the new one
    /// was used: which of the two counts is the one that the trail commits to.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn keep(&self, person: PersonId, new: &NewPassword) -> Result<(), AccessError> {
        let _turn = turn();
        let mut kept = self.read()?;
        let former = kept.people.remove(&person).map(|before| before.phc);
        let own = Password { phc: new.phc.clone(), former, attempts: Attempts::default() };
        kept.people.insert(person, own);
        self.write(&kept)
    }

    /// Forgets the password of a person, who can then not sign in.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn forget(&self, person: PersonId) -> Result<(), AccessError> {
        let _turn = turn();
        let mut kept = self.read()?;
        match kept.people.remove(&person) {
            Some(_) => self.write(&kept),
            None => Ok(()),
        }
    }

    /// Compares a password with the one that is kept, whose commitment stands in the trail.
    ///
    /// # Errors
    /// The password is wrong, or it is too early for the next attempt; none is kept, or another one than the trail
    /// knows; the file cannot be read, or the failed attempt cannot be counted.
    pub fn check(
        &self,
        person: PersonId,
        commitment: &str,
        password: &str,
        now: DateTime<Utc>,
    ) -> Result<(), AccessError> {
        let _turn = turn();
        let mut kept = self.read()?;
        let Some(own) = kept.people.get_mut(&person) else {
            hashing::spend(password);
            return Err(AccessError::NoPassword);
        };
        let is_meant = |phc: &&String| hashing::commitment(phc) == commitment;
        let Some(meant) = [Some(&own.phc), own.former.as_ref()].into_iter().flatten().find(is_meant).cloned()
        else {
            return Err(AccessError::Swapped);
        };
        let clock_went_back = own.attempts.meet(now);
        if let Some(seconds) = own.attempts.wait(now) {
            if clock_went_back {
                // Written, or the waiting would begin anew with every attempt.
                self.write(&kept)?;
            }
            return Err(AccessError::Wait { seconds });
        }
        let is_right = hashing::verify(&meant, password)?;
        if !is_right {
            own.attempts.fail(now);
            self.write(&kept)?;
            return Err(AccessError::WrongPassword);
        }
        let outlived = own.former.take_if(|_| meant == own.phc).is_some();
        if (own.attempts.clear() || outlived)
            && let Err(error) = self.write(&kept)
        {
            // The password was right; that a count stays too high shuts nobody out for long.
            tracing::warn!(%error, "failed attempts are not forgotten");
        }
        Ok(())
    }

    /// Takes as long as [`Access::check`] does for a wrong password, so that the time tells nobody which logins
    /// there are.
    pub fn check_unknown(&self, password: &str) {
        let _turn = turn();
        let kept = self.read();
        hashing::spend(password);
        // A wrong password of somebody known is counted, which takes a writing.
        if let Ok(kept) = kept
            && !kept.people.is_empty()
            && let Err(error) = self.write(&kept)
        {
            tracing::debug!(%error, "the file of passwords cannot be written");
        }
    }

    /// Whether a kept password was made in a way that is now too weak: it should be made anew, and committed to
    /// anew, when the person has just signed in with it.
    ///
    /// # Errors
    /// None is kept, or the file cannot be read.
    pub fn needs_renewal(&self, person: PersonId) -> Result<bool, AccessError> {
        let _turn = turn();
        let kept = self.read()?;
        let own = kept.people.get(&person).ok_or(AccessError::NoPassword)?;
        hashing::is_weak(&own.phc)
    }

    fn read(&self) -> Result<Kept, AccessError> {
        let mut bytes = Vec::new();
        match platform::open_regular(&self.path) {
            Ok(file) => file.take(LARGEST).read_to_end(&mut bytes).map_err(AccessError::reading)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Kept { version: VERSION, people: BTreeMap::new() });
            }
            Err(error) => return Err(AccessError::reading(error)),
        };
        let kept: Kept = serde_json::from_slice(&bytes)
            .map_err(|error| AccessError::Unreadable { what: AccessError::place(&error) })?;
        if kept.version != VERSION {
            return Err(AccessError::Unreadable { what: format!("it has format {}", kept.version) });
        }
        Ok(kept)
    }

    fn write(&self, kept: &Kept) -> Result<(), AccessError> {
        let bytes = serde_json::to_vec_pretty(kept)
            .map_err(|error| AccessError::Io { source: io::Error::other(error) })?;
        if let Some(folder) = self.path.parent().filter(|folder| !folder.is_dir()) {
            platform::create_private_folder(folder).map_err(AccessError::writing)?;
        }
        platform::write_whole_private(&self.path, &bytes).map_err(AccessError::writing)
    }
}

#[cfg(test)]
mod tests;
