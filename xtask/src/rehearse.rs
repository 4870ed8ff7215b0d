//! `rehearse`: finds out which functions of the program a first visit runs, and writes the lists of
//! all others, by which the program is taken apart.

use std::path::Path;

use crate::parts::{self, REHEARSAL};
use crate::shell::{self, Result};
use crate::{build, tools};

/// Builds a program that notes its calls, visits pages with it, and writes the lists.
pub fn run(arguments: &[String]) -> Result {
    if !arguments.is_empty() {
        return Err("`rehearse` takes no arguments".into());
    }
    let (path, browser) = (tools::ensure_all()?, tools::browser::ensure()?);
    let whole = std::path::absolute(build::target().join("rehearsal.wasm"))?;
    let called = whole.with_extension("called");
    build::trunk(&path, &[(REHEARSAL, whole.as_os_str())])?;
    shell::run(
        shell::command("cargo")
            .args(["run", "--quiet", "--package", "browser-tests", "--bin", "rehearse", "--"])
            .arg(&called)
            .env("BAGYT_DIST", std::path::absolute(build::BUNDLE)?)
            .env(tools::browser::CHROMIUM, &browser.chromium)
            .env(tools::browser::CHROMEDRIVER, &browser.chromedriver),
    )?;
    let lists = parts::LATER.map(|(_, list)| list);
    let files: Vec<&Path> = [whole.as_path(), &called].into_iter().chain(lists.iter().map(Path::new)).collect();
    parts::split("list", &files)?;
    println!("{} are written; `cargo xtask build` takes the program apart by them", lists.join(" and "));
    Ok(())
}
