use crate::print;
use bagyt::snapshot::{Severity, read};
use std::process::ExitCode;

/// Prints every problem of a file, one a line.
pub fn run(file: &str) -> ExitCode {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::from(2);
        }
    };
    let (_, problems) = read(&bytes);
    print(problems.iter().map(|problem| format!("{problem}\n")));
    let grave = problems.iter().filter(|problem| problem.severity != Severity::Warning).count();
    eprintln!("{file}: {grave} problems, {} warnings", problems.len() - grave);
    ExitCode::from(u8::from(grave > 0))
}
