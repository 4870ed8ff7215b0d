//! The native command of Bagyt: checks snapshots, makes synthetic ones, writes a bundle's pages.

mod check;
mod file;
mod lines;
mod pack;
mod query;
mod site;
mod worker;

use bagyt::locale::Lang;
use bagyt::snapshot::{schema, synth::synth};
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

const USAGE: &str = "\
usage: bagyt check FILE [--lang kk|ru|en]      check a snapshot; exit 0 clean or warnings only, 1 problems, 2 unreadable
       bagyt synth --records N --seed S        print a synthetic snapshot
       bagyt query FILE QUERY                  count records as a page does whose address ends in ?QUERY
       bagyt schema                            print the JSON Schema of the format
       bagyt site FOLDER [--site-url URL]      write every page of the bundle in FOLDER
       bagyt site --verify FOLDER              whether pages, snapshot and sitemap of a bundle agree; exit 0 or 1
       bagyt help                              print this

A FILE may be compressed (.json.gz); - is the standard input.
";

const COMMANDS: [&str; 5] = ["check", "synth", "query", "schema", "site"];

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    // Options are ASCII; the names of files need not be texts.
    let words: Vec<&str> = arguments.iter().map(|word| word.to_str().unwrap_or_default()).collect();
    let name = |place: usize| arguments.get(place).map_or(OsStr::new(""), OsString::as_os_str);
    match words.as_slice() {
        ["help" | "--help" | "-h"] | [_, "--help" | "-h"] => print([USAGE]),
        ["--version" | "-V"] => print([concat!("bagyt ", env!("CARGO_PKG_VERSION"), "\n")]),
        ["check", _] => check::run(name(1), Lang::En),
        ["check", _, "--lang", lang] => match Lang::parse(lang) {
            Some(lang) => check::run(name(1), lang),
            None => misused(&format!("`{lang}` is none of kk, ru and en")),
        },
        ["synth", "--records", records, "--seed", seed] | ["synth", "--seed", seed, "--records", records] => {
            match (records.parse(), seed.parse()) {
                (Ok(records), Ok(seed)) => print(synth(records, seed)),
                (Err(_), _) => misused(&format!("--records takes a whole number, not `{records}`")),
                (_, Err(_)) => misused(&format!("--seed takes a whole number, not `{seed}`")),
            }
        }
        ["query", _, query] => query::run(name(1), query),
        ["schema"] => print([schema::text()]),
        ["site", "--verify", folder] => site::verify(folder),
        ["site", folder] => site::run(folder, None),
        ["site", folder, "--site-url", url] => site::run(folder, Some(url)),
        [] => misused("no command is given"),
        [command, ..] if COMMANDS.contains(command) => misused(&format!("`{command}` takes other arguments")),
        [command, ..] => misused(&format!("there is no command `{command}`")),
    }
}

/// Prints pieces as they come; a million records need not fit the memory.
fn print(pieces: impl IntoIterator<Item = impl AsRef<str>>) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut pieces = pieces.into_iter();
    let printed = pieces.try_for_each(|piece| out.write_all(piece.as_ref().as_bytes())).and_then(|()| out.flush());
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that stops early, such as `head`, is no fault of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            tell(&format!("not all could be printed: {error}"));
            ExitCode::from(file::UNREADABLE)
        }
    }
}

/// Says something beside the output. Where nobody listens there is nobody to tell.
fn tell(words: &str) {
    writeln!(io::stderr(), "{words}").ok();
}

/// Says what is wrong with the arguments, and what they may be.
fn misused(fault: &str) -> ExitCode {
    tell(&format!("bagyt: {fault}\n\n{}", USAGE.trim_end()));
    ExitCode::from(file::UNREADABLE)
}
