//! `test`: every check, in the order in which a mistake shows soonest.

use std::path::{self, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::shell::{self, Result};
use crate::{budget, build, deny, markup, tools};

/// Runs the checks and stops at the first that fails.
pub fn run(arguments: &[String]) -> Result {
    if !arguments.is_empty() {
        return Err("`test` takes no arguments; use `cargo test` for single tests".into());
    }
    let started = Instant::now();
    // First, so that what is missing is known before minutes of compiling.
    let (path, validator, deny, browsers) = step("tools", || {
        let browsers = Browsers {
            chromium: tools::browser::ensure()?,
            others: tools::other_engines()?,
            axe: tools::axe_script()?,
        };
        Ok((tools::ensure_all()?, tools::validator()?, tools::cargo_deny()?, browsers))
    })?;
    step("format", || cargo("fmt --all --check"))?;
    step("what comes in from others", || deny::check(&deny))?;
    step("clippy, native", || cargo("clippy --workspace --all-targets -- -D warnings"))?;
    step("clippy, wasm", || {
        cargo("clippy --target wasm32-unknown-unknown --package bagyt --package unpack --lib --bin app -- -D warnings")
    })?;
    // The one leaves a core idle for most of a minute, and so does the other.
    step("native tests and release build", || {
        thread::scope(|both| {
            let tests =
                both.spawn(|| shell::run_beside(&mut cargo_command("test --workspace --exclude browser-tests")));
            let built = build::bundle(&path, None);
            tests.join().map_err(|_| "the native tests were lost")??;
            built
        })
    })?;
    step("snapshot", || cargo("run --quiet --bin bagyt -- check public/snapshot.json"))?;
    let verify = format!("run --quiet --bin bagyt -- site --verify {}", build::BUNDLE);
    step("pages made of the snapshot", || cargo(&verify))?;
    step("budgets", budget::check)?;
    step("markup", || markup::check(&validator))?;
    step("browser tests", || browsers.run())?;
    println!("\nall checks passed in {} s", started.elapsed().as_secs());
    Ok(())
}

/// What the browser tests need.
struct Browsers {
    chromium: tools::browser::Browser,
    others: Vec<tools::engines::Engine>,
    axe: PathBuf,
}

impl Browsers {
    /// All tests in Chromium; in the other engines those that ask nothing of Chromium alone.
    fn run(&self) -> Result {
        let mut all = browser_tests()?;
        all.env(tools::axe::SCRIPT, &self.axe);
        all.env(tools::browser::CHROMIUM, &self.chromium.chromium);
        all.env(tools::browser::CHROMEDRIVER, &self.chromium.chromedriver);
        shell::run(&mut all)?;
        for engine in &self.others {
            println!("\n== in {}", engine.name);
            let mut some = browser_tests()?;
            some.args(["--test", "engines"]).env(tools::engines::ENGINE, engine.name);
            shell::run(some.envs(engine.programs.iter().map(|(name, file)| (name, file))))?;
        }
        Ok(())
    }
}

fn browser_tests() -> Result<Command> {
    let mut cargo = shell::command("cargo");
    cargo.args(["test", "--package", "browser-tests"]).env("BAGYT_DIST", path::absolute(build::BUNDLE)?);
    Ok(cargo)
}

/// Runs one check under its heading and prints how long it took.
fn step<T>(name: &str, check: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n== {name}");
    let started = Instant::now();
    let outcome = check();
    println!("== {name}: {:.1} s", started.elapsed().as_secs_f32());
    outcome.map_err(|error| format!("{name}: {error}").into())
}

fn cargo(arguments: &str) -> Result {
    shell::run(&mut cargo_command(arguments))
}

fn cargo_command(arguments: &str) -> Command {
    let mut cargo = shell::command("cargo");
    cargo.args(arguments.split(' '));
    cargo
}
