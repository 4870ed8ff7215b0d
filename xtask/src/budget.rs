//! What a first visit costs, against `budgets.tsv`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::BUNDLE;
use crate::parts;
use crate::shell::{self, Result};

const FILE: &str = "budgets.tsv";

/// Bytes as a host sends them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Size {
    brotli: u64,
    gzip: u64,
}

/// A row of the file; a size without a budget is `None`.
#[derive(Debug, PartialEq, Eq)]
struct Budget {
    name: String,
    parts: Vec<String>,
    limit: [Option<u64>; 2],
    goal: [Option<u64>; 2],
}

/// Prints every size with its budgets; fails when a limit is exceeded.
pub fn check() -> Result {
    let text = fs::read_to_string(FILE).map_err(|error| format!("{FILE}: {error}"))?;
    let budgets = budgets(&text)?;
    let files = measure(Path::new(BUNDLE))?;
    let mut faults = Vec::new();
    println!("{:<18}{:>10}{:>10}", "", "brotli", "gzip");
    for (name, size) in &files {
        println!("{name:<18}{:>10}{:>10}", size.brotli, size.gzip);
    }
    for budget in &budgets {
        let size = sum(budget, &files)?;
        println!("{:<18}{:>10}{:>10}{}", budget.name, size.brotli, size.gzip, missed(budget.goal, size, "goal"));
        let over = missed(budget.limit, size, "limit");
        if !over.is_empty() {
            faults.push(format!("{}{over}", budget.name));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("over budget: {}", faults.join("; ")).into()) }
}

/// By how much a size is more than it should be, in words.
fn missed(budget: [Option<u64>; 2], size: Size, what: &str) -> String {
    let sizes = [("brotli", size.brotli), ("gzip", size.gzip)];
    let over = budget.into_iter().zip(sizes).filter_map(|(most, (kind, size))| {
        most.filter(|most| size > *most).map(|most| format!("  misses its {what} of {most} {kind} by {}", size - most))
    });
    over.collect()
}

fn sum(budget: &Budget, parts: &[(&str, Size)]) -> Result<Size> {
    let mut total = Size::default();
    for name in &budget.parts {
        let (_, size) = parts.iter().find(|(part, _)| part == name).ok_or(format!("{FILE}: there is no `{name}`"))?;
        total = Size { brotli: total.brotli + size.brotli, gzip: total.gzip + size.gzip };
    }
    Ok(total)
}

fn budgets(text: &str) -> Result<Vec<Budget>> {
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let row = |line: &str| -> Option<Budget> {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, parts, rest @ ..] = cells.as_slice() else { return None };
        let numbers: Vec<Option<u64>> = rest
            .iter()
            .map(|cell| if *cell == "-" { Some(None) } else { cell.parse().ok().map(Some) })
            .collect::<Option<_>>()?;
        let [a, b, c, d] = numbers[..] else { return None };
        let parts = parts.split(' ').map(str::to_owned).collect();
        Some(Budget { name: (*name).to_owned(), parts, limit: [a, b], goal: [c, d] })
    };
    rows.map(|line| row(line).ok_or_else(|| format!("{FILE}: this row is not understood: {line}").into())).collect()
}

/// The parts of a first visit to a page of a direction.
fn measure(bundle: &Path) -> Result<Vec<(&'static str, Size)>> {
    let named = |start: &str, end: &str| -> Result<PathBuf> {
        let names = fs::read_dir(bundle)?.collect::<std::io::Result<Vec<_>>>()?;
        let fits = |name: &str| name.starts_with(start) && name.ends_with(end);
        let found = names.iter().find(|entry| entry.file_name().to_str().is_some_and(fits));
        Ok(found.ok_or(format!("{} has no {start}*{end}", bundle.display()))?.path())
    };
    let mut files = vec![named("app-", parts::FIRST)?, named("app-", ".js")?];
    files.push(bundle.join("snapshot.json"));
    for (end, _) in parts::LATER {
        files.push(named("app-", end)?);
    }
    let alone = files.len();
    for language in ["kk", "ru", "en"] {
        for entry in fs::read_dir(bundle.join(language).join("directions"))? {
            files.push(entry?.path().join("index.html"));
        }
    }
    let sizes = compressed(&files)?;
    let (alone, pages) = sizes.split_at(alone.min(sizes.len()));
    let [wasm, glue, snapshot, pages_part, rest] = alone else { return Err("not every file was measured".into()) };
    let page = pages.iter().max_by_key(|size| size.brotli).ok_or("there is no page of a direction")?;
    let program = Size { brotli: wasm.brotli + glue.brotli, gzip: wasm.gzip + glue.gzip };
    Ok(vec![("page", *page), ("program", program), ("snapshot", *snapshot), ("pages", *pages_part), ("rest", *rest)])
}

/// Each file's size when compressed as far as it goes. Node does it, which the tools need anyway:
/// a fresh machine has no program for brotli.
fn compressed(files: &[PathBuf]) -> Result<Vec<Size>> {
    const SCRIPT: &str = "const { brotliCompressSync, gzipSync } = require('zlib'), { readFileSync } = require('fs');
        for (const file of process.argv.slice(1)) {
            const text = readFileSync(file);
            console.log(brotliCompressSync(text).length + ' ' + gzipSync(text, { level: 9 }).length);
        }";
    let node = shell::require("node", "install Node.js and try again")?;
    let output = shell::command(node).args(["-e", SCRIPT]).args(files).output()?;
    if !output.status.success() {
        return Err(format!("node could not compress: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let size = |line: &str| -> Option<Size> {
        let (brotli, gzip) = line.split_once(' ')?;
        Some(Size { brotli: brotli.parse().ok()?, gzip: gzip.parse().ok()? })
    };
    String::from_utf8_lossy(&output.stdout).lines().map(|line| size(line).ok_or_else(|| line.into())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read() {
        let read = budgets("# x\nvisit\tpage style\t10\t-\t5\t6\n").map_err(|error| error.to_string());
        let parts = ["page", "style"].map(str::to_owned).into();
        let expected = Budget { name: "visit".into(), parts, limit: [Some(10), None], goal: [Some(5), Some(6)] };
        assert_eq!(read, Ok(vec![expected]));
        assert!(budgets("visit\tpage\t10\n").is_err());
        assert!(budgets("visit\tpage\ta\t-\t5\t6\n").is_err());
    }

    #[test]
    fn what_is_over_is_told() {
        let size = Size { brotli: 12, gzip: 20 };
        assert_eq!(missed([Some(12), Some(20)], size, "limit"), "");
        assert_eq!(missed([Some(10), None], size, "limit"), "  misses its limit of 10 brotli by 2");
    }
}
