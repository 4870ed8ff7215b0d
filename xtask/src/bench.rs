//! `bench`: the size of the bundle by kind of file, raw and as servers send it, and what readers
//! wait for, measured in headless Chromium.

use std::fs;
use std::path::{Path, PathBuf};

use crate::parts;
use crate::shell::{self, Result};
use crate::{build, tools};

/// The kinds that are printed; every other file counts as `other`.
const KINDS: [&str; 6] = ["wasm", "js", "css", "html", "json", "other"];

/// Records of the portfolios that are measured.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// What `benches/peer` is written with, in exactly these versions.
const PEER: [&str; 2] = ["crossfilter2@1.5.4", "uplot@1.6.32"];

/// What can be measured by itself.
const PARTS: [&str; 3] = ["visits", "charts", PORTFOLIOS];
const PORTFOLIOS: &str = "portfolios";

/// Builds the bundle, prints one row a kind of file, each compressed by itself as it is sent, and measures it.
pub fn run(arguments: &[String]) -> Result {
    let part = wanted(arguments)?;
    let (path, browser) = (tools::ensure_all()?, tools::browser::ensure()?);
    build::bundle(&path, None)?;
    let files = files_below(Path::new(build::BUNDLE))?;
    println!("\n{:<6}{:>7}{:>13}{:>13}{:>13}", "kind", "files", "raw", "gzip", "brotli");
    for kind in KINDS {
        let of_kind: Vec<_> = files.iter().filter(|file| kind_of(file) == kind).collect();
        let mut raw = 0;
        for file in &of_kind {
            raw += fs::metadata(file)?.len();
        }
        println!(
            "{kind:<6}{:>7}{raw:>13}{:>13}{:>13}",
            of_kind.len(),
            compressed(&of_kind, "gzip", &["-9", "-n", "-c"])?,
            compressed(&of_kind, "brotli", &["-q", "11", "-c"])?
        );
    }
    let mut bench = shell::command("cargo");
    bench
        .args(["run", "--quiet", "--release", "--package", "browser-tests", "--bin", "bench", "--"])
        .args(part)
        .env("BAGYT_DIST", std::path::absolute(build::BUNDLE)?)
        .env(tools::browser::CHROMIUM, &browser.chromium)
        .env(tools::browser::CHROMEDRIVER, &browser.chromedriver);
    if part.is_none_or(|part| part == PORTFOLIOS) {
        bench.env("BAGYT_PORTFOLIOS", std::path::absolute(portfolios()?)?);
    }
    shell::run(&mut bench)
}

/// The part that is to be measured; none where all are.
fn wanted(arguments: &[String]) -> std::result::Result<Option<&str>, String> {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => Ok(None),
        [part] if PARTS.contains(part) => Ok(Some(*part)),
        _ => Err(format!("`bench` takes one of {}, or nothing", PARTS.join(", "))),
    }
}

/// A folder with portfolios of growing size, and with the libraries that ours is compared with.
fn portfolios() -> Result<PathBuf> {
    let folder = build::target().join("portfolios");
    fs::create_dir_all(&folder)?;
    for size in SIZES {
        let file = fs::File::create(folder.join(format!("{size}.json")))?;
        let records = size.to_string();
        let arguments = ["run", "--quiet", "--bin", "bagyt", "--", "synth", "--records", &records, "--seed", "1"];
        shell::run(shell::command("cargo").args(arguments).stdout(file))?;
    }
    let npm = shell::require("npm", "install Node.js with npm, and try again")?;
    shell::run(shell::command(npm).args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).args(PEER))?;
    Ok(folder)
}

/// The bytes of all files when the program has compressed each, or a dash when there is no such program.
fn compressed(files: &[&PathBuf], program: &str, options: &[&str]) -> Result<String> {
    let Some(compressor) = shell::find(program) else {
        return Ok("-".into());
    };
    let mut total = 0;
    for file in files {
        let output = shell::command(&compressor).args(options).arg(file).output()?;
        if !output.status.success() {
            return Err(format!("{program} could not compress {}", file.display()).into());
        }
        total += output.stdout.len();
    }
    Ok(total.to_string())
}

fn kind_of(file: &Path) -> &'static str {
    // The first part of the program is packed.
    if file.to_string_lossy().ends_with(parts::FIRST) {
        return "wasm";
    }
    let ending = file.extension().unwrap_or_default();
    KINDS.into_iter().find(|kind| ending == *kind).unwrap_or("other")
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_known_before_anything_is_built() {
        let check = |given: &[&str], expected: std::result::Result<Option<&str>, ()>| {
            let given: Vec<String> = given.iter().map(|&word| word.to_owned()).collect();
            assert_eq!(wanted(&given).map_err(|_| ()), expected, "{given:?}");
        };
        check(&[], Ok(None));
        check(&["visits"], Ok(Some("visits")));
        check(&["visit"], Err(()));
        check(&["visits", "charts"], Err(()));
    }

    #[test]
    fn files_are_sorted_by_ending() {
        assert_eq!(kind_of(Path::new("dist/app-1f_bg.bin")), "wasm");
        assert_eq!(kind_of(Path::new("dist/kk/index.html")), "html");
        assert_eq!(kind_of(Path::new("dist/icon.svg")), "other");
        assert_eq!(kind_of(Path::new("dist/.nojekyll")), "other");
    }
}
