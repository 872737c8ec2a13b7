//! The Debian packages that building the window and testing it need.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command;

/// A Debian package and what it is for, said to the person before it is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    name: &'static str,
    purpose: &'static str,
}

const fn package(name: &'static str, purpose: &'static str) -> Package {
    Package { name, purpose }
}

/// What building and opening the window takes.
pub const WINDOW: &[Package] = &[
    package("pkgconf", "finds the libraries below when the app is built"),
    package("libwebkit2gtk-4.1-dev", "the web view in which the screens are drawn"),
    package("librsvg2-dev", "draws the window's icons"),
    package("libayatana-appindicator3-dev", "the icon in the system tray"),
    package("libxdo-dev", "menus and keyboard shortcuts of the window"),
    package("dbus-x11", "the session bus over which reminders reach the desktop"),
    package("fonts-dejavu-core", "a font with Polish letters"),
];

/// What a window without a display takes.
pub const VIRTUAL_DISPLAY: &[Package] = &[
    package("webkit2gtk-driver", "clicks and types in the window as a person would"),
    package("xvfb", "a display without a screen"),
    package("xauth", "access to that display"),
    package("openbox", "a window manager, so that dialogs get the keyboard"),
    package("dunst", "shows reminders and tells what they said"),
    package("at-spi2-core", "the accessibility bus that the web view looks for"),
    package("xdotool", "operates the file chooser"),
    package("imagemagick", "takes pictures of the whole display"),
];

/// What the tests take beyond a window.
pub const TESTS: &[Package] = &[package("strace", "shows in which order a commit reaches the disk")];

/// Installs what is missing of `packages`; says what and why first.
pub fn install(root: &Path, packages: &[Package]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("Not Linux: no system packages are installed. The web view comes with the system.");
        return Ok(());
    }
    if !Path::new("/etc/debian_version").exists() {
        let names: Vec<_> = packages.iter().map(|package| package.name).collect();
        println!("Not Debian: nothing is installed. These Debian packages are needed by their names here:");
        println!("  {}", names.join(" "));
        return Ok(());
    }
    let missing = missing(packages, &installed(root, packages)?);
    if missing.is_empty() {
        println!("Debian packages: all {} are there.", packages.len());
        return Ok(());
    }
    println!("Debian packages to install ({} of {}):", missing.len(), packages.len());
    for package in &missing {
        println!("  {:<30}{}", package.name, package.purpose);
    }
    apt_get(root, &["update"])?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(missing.iter().map(|package| package.name));
    apt_get(root, &arguments)
}

fn installed(root: &Path, packages: &[Package]) -> Result<String> {
    // dpkg-query fails when it does not know one of the names; what it does know, it still prints.
    let output = command::program("dpkg-query", root)
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(packages.iter().map(|package| package.name))
        .output()
        .context("could not start dpkg-query")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn missing(packages: &[Package], installed: &str) -> Vec<Package> {
    let there =
        |package: &Package| installed.lines().any(|line| line == format!("{} installed", package.name));
    packages.iter().filter(|package| !there(package)).copied().collect()
}

fn apt_get(root: &Path, arguments: &[&str]) -> Result<()> {
    let root_user =
        command::answer(command::program("id", root).arg("-u")).is_some_and(|id| id.trim() == "0");
    let mut command = if root_user {
        command::program("env", root)
    } else if command::answer(command::program("sudo", root).arg("--version")).is_some() {
        let mut sudo = command::program("sudo", root);
        sudo.arg("env");
        sudo
    } else {
        bail!("sudo is missing; run this as root: apt-get {}", arguments.join(" "));
    };
    command::run(command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]).args(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_fully_installed_counts() {
        let packages = [package("xvfb", ""), package("xauth", ""), package("dunst", "")];
        // dunst was removed and left its configuration; xauth is unknown to dpkg.
        let names: Vec<_> = missing(&packages, "dunst config-files\nxvfb installed\n")
            .into_iter()
            .map(|package| package.name)
            .collect();
        assert_eq!(names, ["xauth", "dunst"]);
    }
}
