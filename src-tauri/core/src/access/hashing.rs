//! Argon2id: what is kept of a password, and comparing with it.

use std::fmt;
use std::hint::black_box;
use std::io;

use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::AccessError;
use crate::journal::Hash;

/// Memory in KiB, passes, lanes: what a machine of an office does in some tenths of a second.
const MEMORY: u32 = 65_536;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// What a file may ask of the machine, whoever wrote it.
const MOST: (u32, u32, u32) = (16 * MEMORY, 8 * PASSES, 8);
/// The salt of comparing with nothing; it protects nothing.
const NO_SALT: &[u8] = b"nobody signs in with this";

/// What is kept of a new password, and what the trail holds of that.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword {
    /// The hash with its salt and parameters, as a PHC string. It belongs in the file of passwords alone.
    pub phc: String,
    /// The SHA-256 of the PHC string in hexadecimal digits, for the trail.
    pub commitment: String,
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewPassword").field("commitment", &self.commitment).finish_non_exhaustive()
    }
}

/// What the trail holds of a kept password.
pub(super) fn commitment(phc: &str) -> String {
    Hash::of(phc.as_bytes()).to_string()
}

pub(super) fn make(password: &str) -> Result<NewPassword, AccessError> {
    make_with(password, MEMORY, PASSES, LANES)
}

pub(super) fn make_with(
    password: &str,
    memory: u32,
    passes: u32,
    lanes: u32,
) -> Result<NewPassword, AccessError> {
    let hashed = hasher(memory, passes, lanes)
        .and_then(|hasher| hasher.hash_password(spelt(password).as_bytes()).map_err(failed))?;
    let phc = hashed.to_string();
    Ok(NewPassword { commitment: commitment(&phc), phc })
}

/// Whether a password is the one that was kept.
pub(super) fn verify(phc: &str, password: &str) -> Result<bool, AccessError> {
    let (hash, params) = parse(phc)?;
    let most = params.m_cost() <= MOST.0 && params.t_cost() <= MOST.1 && params.p_cost() <= MOST.2;
    if !most {
        return Err(AccessError::Unreadable { what: "a password asks too much of the machine".into() });
    }
    // The parameters are those of the kept hash, whatever the hasher was made with.
    match Argon2::default().verify_password(spelt(password).as_bytes(), &hash) {
        Ok(()) => Ok(true),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

/// Does the work of a comparison, and compares with nothing.
pub(super) fn spend(password: &str) {
    let made = hasher(MEMORY, PASSES, LANES).and_then(|hasher| {
        hasher.hash_password_with_salt(spelt(password).as_bytes(), NO_SALT).map_err(failed)
    });
    if black_box(made).is_err() {
        tracing::debug!("nothing was compared");
    }
}

/// Whether a hash was made with less than passwords are made with now.
pub(super) fn is_weak(phc: &str) -> Result<bool, AccessError> {
    let (hash, params) = parse(phc)?;
    let current = hash.algorithm.as_str() == Algorithm::Argon2id.as_str()
        && hash.version == Some(Version::V0x13.into())
        && params.m_cost() >= MEMORY
        && params.t_cost() >= PASSES;
    Ok(!current)
}

fn parse(phc: &str) -> Result<(PasswordHash, Params), AccessError> {
    let unreadable = || AccessError::Unreadable { what: "a password is not kept as one".into() };
    let hash = PasswordHash::new(phc).map_err(|_| unreadable())?;
    let params = Params::try_from(&hash).map_err(|_| unreadable())?;
    if hash.salt.is_none() || hash.hash.is_none() {
        return Err(unreadable());
    }
    Ok((hash, params))
}

fn hasher(memory: u32, passes: u32, lanes: u32) -> Result<Argon2<'static>, AccessError> {
    let params = Params::new(memory, passes, lanes, None)
        .map_err(|error| AccessError::Io { source: io::Error::other(error) })?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn failed(error: password_hash::Error) -> AccessError {
    AccessError::Io { source: io::Error::other(error) }
}

/// Keyboards differ in how they spell a letter with a mark: as one character or as two.
fn spelt(password: &str) -> Zeroizing<String> {
    // Room for all of it from the start: a text that grows leaves copies of itself behind.
    let mut spelt = Zeroizing::new(String::with_capacity(password.len().saturating_mul(3)));
    spelt.extend(password.nfc());
    spelt
}
