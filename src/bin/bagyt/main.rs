//! The native command of Bagyt: checks snapshots, makes synthetic ones, writes a bundle's pages.

mod check;
mod pack;
mod site;
mod worker;

use bagyt::snapshot::{schema, synth::synth};
use std::process::ExitCode;

const USAGE: &str = "\
usage: bagyt check FILE                        check a snapshot; exit 0 clean or warnings only, 1 problems, 2 unreadable
       bagyt synth --records N --seed S        print a synthetic snapshot
       bagyt schema                            print the JSON Schema of the format
       bagyt site FOLDER [--site-url URL]      write every page of the bundle in FOLDER
       bagyt site --verify FOLDER              whether pages, snapshot and sitemap of a bundle agree; exit 0 or 1";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check", file] => check::run(file),
        ["synth", "--records", records, "--seed", seed] => match (records.parse(), seed.parse()) {
            (Ok(records), Ok(seed)) => print(&synth(records, seed)),
            _ => usage(),
        },
        ["schema"] => print(&schema::text()),
        ["site", "--verify", folder] => site::verify(folder),
        ["site", folder] => site::run(folder, None),
        ["site", folder, "--site-url", url] => site::run(folder, Some(url)),
        _ => usage(),
    }
}

fn print(text: &str) -> ExitCode {
    use std::io::Write;
    // A reader that stops early, such as `head`, is no fault of ours.
    std::io::stdout().write_all(text.as_bytes()).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}
