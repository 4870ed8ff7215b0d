//! `test`: every check, in the order in which a mistake shows soonest.

use std::path;
use std::time::Instant;

use crate::shell::{self, Result};
use crate::{budget, build, markup, tools};

/// Runs the checks and stops at the first that fails.
pub fn run(arguments: &[String]) -> Result {
    if !arguments.is_empty() {
        return Err("`test` takes no arguments; use `cargo test` for single tests".into());
    }
    let started = Instant::now();
    // First, so that what is missing is known before minutes of compiling.
    let (path, browser, validator) =
        step("tools", || Ok((tools::ensure_all()?, tools::browser::ensure()?, tools::validator()?)))?;
    step("format", || cargo("fmt --all --check"))?;
    step("clippy, native", || cargo("clippy --workspace --all-targets -- -D warnings"))?;
    step("clippy, wasm", || cargo("clippy --target wasm32-unknown-unknown --lib --bin app -- -D warnings"))?;
    step("native tests", || cargo("test --workspace --exclude browser-tests"))?;
    step("release build", || build::bundle(&path, None))?;
    step("snapshot", || cargo("run --quiet --bin bagyt -- check public/snapshot.json"))?;
    let verify = format!("run --quiet --bin bagyt -- site --verify {}", build::BUNDLE);
    step("pages made of the snapshot", || cargo(&verify))?;
    step("budgets", budget::check)?;
    step("markup", || markup::check(&validator))?;
    step("browser tests", || {
        shell::run(
            shell::command("cargo")
                .args(["test", "--package", "browser-tests"])
                .env("BAGYT_DIST", path::absolute(build::BUNDLE)?)
                .env(tools::browser::CHROMIUM, &browser.chromium)
                .env(tools::browser::CHROMEDRIVER, &browser.chromedriver),
        )
    })?;
    println!("\nall checks passed in {} s", started.elapsed().as_secs());
    Ok(())
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
    shell::run(shell::command("cargo").args(arguments.split(' ')))
}
