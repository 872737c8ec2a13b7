//! `cargo xtask test`: the set-up, then every check there is, from the quickest to the slowest.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use crate::{command, debian, e2e, npm, setup, toolchain, ui};

struct Step {
    name: &'static str,
    work: fn(&Workspace) -> Result<()>,
}

const fn step(name: &'static str, work: fn(&Workspace) -> Result<()>) -> Step {
    Step { name, work }
}

const STEPS: &[Step] = &[
    step("Set-up: system packages", |workspace| {
        setup::system(workspace, &[debian::WINDOW, debian::VIRTUAL_DISPLAY, debian::TESTS])?;
        toolchain::add_lints(workspace.root())
    }),
    step("Set-up: npm packages", |workspace| setup::npm_packages(workspace, true)),
    step("Rust: formatting", |workspace| cargo(workspace, &["fmt", "--all", "--check"])),
    step("UI: formatting and lints", |workspace| npm::script(&workspace.ui(), "lint")),
    step("Real window: formatting and lints", |workspace| npm::script(&workspace.e2e(), "lint")),
    step("UI: types", |workspace| npm::script(&workspace.ui(), "typecheck")),
    step("UI: build", ui::build),
    step("App and command line: build", setup::programs),
    step("Rust: lints", |workspace| {
        cargo(workspace, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
    }),
    step("Rust: tests", |workspace| cargo(workspace, &["test", "--workspace"])),
    step("UI: tests", |workspace| npm::script(&workspace.ui(), "test")),
    step("Real window: tests", |workspace| {
        if cfg!(target_os = "linux") {
            return e2e::drive(workspace, "");
        }
        println!("Left out: they need a virtual display, which is a matter of Linux.");
        Ok(())
    }),
];

/// Runs the steps in order and stops at the first that fails; a table of times closes either way.
pub fn run(workspace: &Workspace) -> Result<()> {
    let mut times = Vec::new();
    let mut outcome = Ok(());
    for (number, step) in STEPS.iter().enumerate() {
        println!("\n== {}/{} {} ==", number + 1, STEPS.len(), step.name);
        let begun = Instant::now();
        let result = (step.work)(workspace);
        println!("   took {}", seconds(begun.elapsed()));
        times.push((step.name, begun.elapsed(), result.is_ok()));
        if result.is_err() {
            outcome = result.with_context(|| format!("step '{}'", step.name));
            break;
        }
    }
    println!("\n{}", table(&times));
    outcome
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    command::run(command::cargo(workspace.root()).args(arguments))
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn table(times: &[(&str, Duration, bool)]) -> String {
    let mut lines = Vec::new();
    for (name, time, passed) in times {
        lines.push(format!("{:<34}{:>10}  {}", name, seconds(*time), if *passed { "ok" } else { "FAILED" }));
    }
    let total = times.iter().map(|(_, time, _)| *time).sum();
    lines.push(format!("{:<34}{:>10}", "in all", seconds(total)));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_what_failed_and_sums_the_times() {
        let times =
            [("Rust: lints", Duration::from_secs(2), true), ("UI: tests", Duration::from_millis(500), false)];
        let table = table(&times);
        let lines: Vec<_> = table.lines().collect();
        assert!(lines[0].ends_with("2.0 s  ok"), "{table}");
        assert!(lines[1].ends_with("0.5 s  FAILED"), "{table}");
        assert!(lines[2].ends_with("2.5 s"), "{table}");
    }
}
