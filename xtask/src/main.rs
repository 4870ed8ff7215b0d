//! The developer commands, run as `cargo xtask NAME`. They fetch tools, compile the standard library for
//! size, call cargo and trunk, take the program apart and rewrite its scripts. What the site shows, and how
//! its pages are written, belongs in the site's own crate.

mod bench;
mod budget;
mod build;
mod deny;
mod glue;
mod markup;
mod minify;
mod pack;
mod parts;
mod paths;
mod rehearse;
mod serve;
mod shell;
mod site;
mod test;
mod tools;

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use shell::Result;

/// Runs the named command; a failure is one line on standard error and exit code 1.
fn main() -> ExitCode {
    match enter_repository().and_then(|()| dispatch(env::args_os().skip(1))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// One command: how it is called, what it does, and the function that does it.
struct Task {
    name: &'static str,
    arguments: &'static str,
    /// Empty for a command that only Trunk calls.
    purpose: &'static str,
    run: fn(&[String]) -> Result,
}

const TASKS: [Task; 7] = [
    Task {
        name: "serve",
        arguments: "[TRUNK ARGUMENTS]",
        purpose: "show the site at http://localhost:8080 and rebuild it on every change",
        run: serve::run,
    },
    Task {
        name: "build",
        arguments: "[--site-url URL]",
        purpose: "write the release bundle to dist/; URL is where it will be published",
        run: build::run,
    },
    Task {
        name: "test",
        arguments: "",
        purpose: "run every check: format, clippy, tests, release build, browser tests",
        run: test::run,
    },
    Task {
        name: "bench",
        arguments: "[visits|charts|portfolios]",
        purpose: "build the bundle; print its size and what readers wait for",
        run: bench::run,
    },
    Task {
        name: "pack",
        arguments: "",
        purpose: "build the bundle, and say where the whole site is in one file",
        run: pack::run,
    },
    Task {
        name: "rehearse",
        arguments: "",
        purpose: "find out anew which part of the program a first visit runs",
        run: rehearse::run,
    },
    Task { name: "site", arguments: "", purpose: "", run: site::run },
];

/// Moves to the repository's root, so that every path below is relative to it.
fn enter_repository() -> Result {
    // Read while running, not when compiled: clones that share a target folder share this program.
    let package = env::var_os("CARGO_MANIFEST_DIR").ok_or("start this as `cargo xtask`")?;
    let root = Path::new(&package).parent().ok_or("xtask must stand in a folder of the repository")?;
    Ok(env::set_current_dir(root)?)
}

fn dispatch(arguments: impl Iterator<Item = OsString>) -> Result {
    let arguments: Vec<String> = arguments
        .map(|argument| argument.into_string().map_err(|raw| format!("the argument {} is not Unicode", raw.display())))
        .collect::<std::result::Result<_, _>>()?;
    let Some((name, rest)) = arguments.split_first() else {
        return Err(usage().into());
    };
    if ["help", "--help", "-h"].contains(&name.as_str()) {
        println!("{}", usage());
        return Ok(());
    }
    match TASKS.iter().find(|task| task.name == name) {
        Some(task) => (task.run)(rest),
        None => Err(format!("there is no command `{name}`\n{}", usage()).into()),
    }
}

fn usage() -> String {
    let mut text = String::from("usage: cargo xtask COMMAND");
    let offered = || TASKS.iter().filter(|task| !task.purpose.is_empty());
    let call = |task: &Task| format!("{} {}", task.name, task.arguments);
    let longest = offered().map(|task| call(task).len()).max().unwrap_or_default();
    for task in offered() {
        text.push_str(&format!("\n  {:<longest$}  {}", call(task), task.purpose));
    }
    text
}
