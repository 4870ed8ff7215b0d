//! The native command of Bagyt: checks snapshots, makes synthetic ones, writes a bundle's pages.

mod check;
mod pack;
mod query;
mod site;
mod worker;

use bagyt::snapshot::{schema, synth::synth};
use std::process::ExitCode;

const USAGE: &str = "\
usage: bagyt check FILE                        check a snapshot; exit 0 clean or warnings only, 1 problems, 2 unreadable
       bagyt synth --records N --seed S        print a synthetic snapshot
       bagyt query FILE QUERY                  count records as a page does whose address ends in ?QUERY
       bagyt schema                            print the JSON Schema of the format
       bagyt site FOLDER [--site-url URL]      write every page of the bundle in FOLDER
       bagyt site --verify FOLDER              whether pages, snapshot and sitemap of a bundle agree; exit 0 or 1";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check", file] => check::run(file),
        ["synth", "--records", records, "--seed", seed] | ["synth", "--seed", seed, "--records", records] => {
            match (records.parse(), seed.parse()) {
                (Ok(records), Ok(seed)) => print(synth(records, seed)),
                _ => usage(),
            }
        }
        ["query", file, query] => query::run(file, query),
        ["schema"] => print([schema::text()]),
        ["site", "--verify", folder] => site::verify(folder),
        ["site", folder] => site::run(folder, None),
        ["site", folder, "--site-url", url] => site::run(folder, Some(url)),
        _ => usage(),
    }
}

/// Prints pieces as they come; a million records need not fit the memory.
fn print(pieces: impl IntoIterator<Item = impl AsRef<str>>) -> ExitCode {
    use std::io::{BufWriter, Write};
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut pieces = pieces.into_iter();
    // A reader that stops early, such as `head`, is no fault of ours.
    let printed = pieces.try_for_each(|piece| out.write_all(piece.as_ref().as_bytes())).and_then(|()| out.flush());
    printed.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}
