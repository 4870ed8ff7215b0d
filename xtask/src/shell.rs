//! Running other programs: each command is shown, and its failure is one line.

use std::env;
use std::error::Error;
use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What every command answers; the error is a line for the reader.
pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// A command with the environment the user had.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    // `cargo run` describes xtask in these variables. Build scripts that watch one of them would
    // run again whenever cargo is started from here and then by hand.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Shows the command, runs it and checks that it succeeded.
pub fn run(command: &mut Command) -> Result {
    println!("$ {}", line(command));
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command)).into()) }
}

/// Runs the command while others run, and tells what it says as it ends; then as [`run`].
pub fn run_beside(command: &mut Command) -> std::result::Result<(), String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    println!("$ {}\n{}", line(command), String::from_utf8_lossy(&output.stdout));
    if output.status.success() { Ok(()) } else { Err(format!("`{}` failed ({})", line(command), output.status)) }
}

/// Shows the command and becomes it, so that whoever ends us ends it; returns only on failure.
#[cfg(unix)]
pub fn become_command(command: &mut Command) -> Result {
    use std::os::unix::process::CommandExt;
    println!("$ {}", line(command));
    let error = command.exec();
    Err(not_started(command, &error).into())
}

/// Where a process cannot become another one, the command runs as a child.
#[cfg(not(unix))]
pub fn become_command(command: &mut Command) -> Result {
    run(command)
}

/// The program's file, from the folders of PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))))
        .find(|file| file.is_file())
}

/// As [`find`], with advice for the reader when the program is missing.
pub fn require(program: &str, advice: &str) -> Result<PathBuf> {
    find(program).ok_or_else(|| format!("`{program}` is not on PATH: {advice}").into())
}

/// The version a program gives, or nothing when it cannot be run.
pub fn version_of(program: impl AsRef<OsStr>) -> Option<String> {
    let output = command(program).arg("--version").stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    version_in(&text).filter(|_| output.status.success()).map(str::to_owned)
}

/// The first part that starts with a digit, as in "wasm-opt version 132 (version_132)" or "name-1.2.3".
fn version_in(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || c == '-')
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(command: &Command, error: &io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        io::ErrorKind::NotFound => {
            format!("`{program}` was not found: install it or add it to PATH")
        }
        _ => format!("`{program}` could not be started: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_each_tool_prints() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("Google Chrome 142.0.7444.59 unknown"), Some("142.0.7444.59"));
        assert_eq!(version_in("html-validate-10.9.0\n"), Some("10.9.0"));
        assert_eq!(version_in("command not found"), None);
    }

    #[test]
    fn commands_are_shown_as_typed() {
        assert_eq!(line(Command::new("cargo").args(["fmt", "--all"])), "cargo fmt --all");
    }

    #[test]
    fn a_missing_program_is_one_line() {
        let error = run(&mut command("bagyt-no-such-program")).map_err(|error| error.to_string());
        assert_eq!(error, Err("`bagyt-no-such-program` was not found: install it or add it to PATH".into()));
        assert_eq!(version_of("bagyt-no-such-program"), None);
    }
}
