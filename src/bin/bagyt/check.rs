use crate::print;
use bagyt::snapshot::{Severity, read};
use std::io::Write;
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
    // Who reads no further than the first lines has closed it.
    writeln!(std::io::stderr(), "{file}: {grave} problems, {} warnings", problems.len() - grave).ok();
    ExitCode::from(u8::from(grave > 0))
}
