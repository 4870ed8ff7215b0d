use crate::{file, lines::Lines, print, tell};
use bagyt::locale::Lang;
use bagyt::snapshot::{Expected, Problem, Severity, read};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::process::ExitCode;

/// Prints every problem of a file, one a line, in that language.
pub fn run(name: &OsStr, lang: Lang) -> ExitCode {
    let bytes = match file::read(name) {
        Ok(bytes) => bytes,
        Err(exit) => return exit,
    };
    let (_, problems) = read(&bytes);
    // A file in which nothing was found is not looked through again.
    let lines = if problems.is_empty() { Lines::of(b"") } else { Lines::of(&bytes) };
    let printed = print(problems.iter().map(|problem| line(problem, &lines, lang)));
    tell(&format!("{}: {}", name.display(), summary(&problems, lang)));
    if printed != ExitCode::SUCCESS {
        return printed;
    }
    ExitCode::from(u8::from(problems.iter().any(|problem| problem.severity != Severity::Warning)))
}

/// The problem, and the line of the file where to mend it.
fn line(problem: &Problem, lines: &Lines, lang: Lang) -> String {
    // What is no JSON is told with its place.
    let is_placed = matches!(problem.expected, Expected::Json { .. });
    let line = lines.line(&problem.path).filter(|_| !is_placed);
    let place = line.map(|line| format!(" ({})", lang.line(line))).unwrap_or_default();
    format!("{}{place}\n", problem.told(lang))
}

/// How many problems and warnings there are, and what becomes of the file.
fn summary(problems: &[Problem], lang: Lang) -> String {
    let all = |severity| problems.iter().filter(move |problem| problem.severity == severity);
    let warnings = all(Severity::Warning).count();
    let mut told = lang.problems_and_warnings(problems.len() - warnings, warnings);
    // Every problem of an item is told, and the item is left out once.
    let left_out: HashSet<&str> = all(Severity::Error).filter_map(|problem| problem.path.split(']').next()).collect();
    if all(Severity::Critical).next().is_some() {
        told += &format!("; {}", lang.is_refused());
    } else if !left_out.is_empty() {
        told += &format!("; {}", lang.left_out(left_out.len()));
    }
    told
}
