//! Rust and Node: the two things a person brings; everything else is installed.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command;

/// The oldest Node that the screens' build tools run on.
const NODE: Version = Version(20, 19);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version(u32, u32);

impl std::fmt::Display for Version {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.0, self.1)
    }
}

/// Says clearly what is too old or missing, before anything long begins.
pub fn check(root: &Path) -> Result<()> {
    let wanted = version_in(env!("CARGO_PKG_RUST_VERSION")).context("the workspace names no Rust version")?;
    let rust = command::answer(command::program("rustc", root).arg("--version"));
    at_least("Rust", rust.as_deref(), wanted, "https://rustup.rs")?;
    let node = command::answer(command::program("node", root).arg("--version"));
    at_least("Node", node.as_deref(), NODE, "https://nodejs.org")?;
    if command::answer(command::npm(root).arg("--version")).is_none() {
        bail!("npm is missing; it comes with Node: https://nodejs.org (Debian: the package 'npm')");
    }
    Ok(())
}

/// rustfmt and clippy are parts of Rust that a minimal installation leaves out.
pub fn add_lints(root: &Path) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if command::answer(command::cargo(root).args([subcommand, "--version"])).is_some() {
            continue;
        }
        println!("{component} is missing: adding it to the Rust installation");
        command::run(command::program("rustup", root).args(["component", "add", component])).with_context(
            || format!("{component} is needed; install it the way Rust itself was installed"),
        )?;
    }
    Ok(())
}

fn at_least(name: &str, said: Option<&str>, wanted: Version, source: &str) -> Result<()> {
    let Some(said) = said else {
        bail!("{name} is missing; {wanted} or newer is needed: {source}");
    };
    match version_in(said) {
        Some(found) if found >= wanted => Ok(()),
        Some(found) => bail!("{name} {found} is too old; {wanted} or newer is needed: {source}"),
        None => bail!("{name} did not say its version ('{}')", said.trim()),
    }
}

/// The first `major.minor` in a sentence such as "rustc 1.95.0 (…)" or "v20.20.2".
fn version_in(text: &str) -> Option<Version> {
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let mut numbers = text.get(start..)?.split(|letter: char| !letter.is_ascii_digit());
    Some(Version(numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_numbers() {
        assert_eq!(version_in("rustc 1.95.0 (59807616e 2026-04-14)"), Some(Version(1, 95)));
        assert_eq!(version_in("v20.20.2\n"), Some(Version(20, 20)));
        assert!(version_in("1.100").unwrap() > version_in("1.95").unwrap());
        assert_eq!(version_in("none"), None);
    }

    #[test]
    fn what_is_too_old_is_refused_with_both_versions() {
        let refusal = at_least("Node", Some("v18.20.1"), NODE, "https://nodejs.org").unwrap_err().to_string();
        assert!(refusal.contains("18.20") && refusal.contains("20.19"), "{refusal}");
        assert!(at_least("Node", Some("v20.19.0"), NODE, "").is_ok());
        assert!(at_least("Node", None, NODE, "").is_err());
    }
}
