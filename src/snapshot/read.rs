use super::items::{read_part, shape};
use super::place::path_at;
use super::{Expected, Items, Problem, Severity, Snapshot, check};
use serde::Deserialize;
use serde_json::value::RawValue;

/// The format that this program reads.
pub const FORMAT: u32 = 1;

/// How many problems are kept; a hostile file must not fill the memory with messages.
const MAX_PROBLEMS: usize = 1_000;

/// Reads and checks a snapshot: what is usable of it, and all that is wrong with it.
///
/// There is no snapshot when a problem is critical. Items with an error are left out.
/// The problems come gravest first, then in the order of the file.
pub fn read(text: &str) -> (Option<Snapshot>, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(problem) = other_format(text) {
        return (None, vec![problem]);
    }
    let mut problems = Vec::new();
    let parts = serde_json::from_str::<Parts>(text).map_err(|error| fault(&error, text));
    let mut snapshot = match parts.and_then(|parts| assemble(parts, &mut problems)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return (None, vec![problem]),
    };
    check::check(&mut snapshot, &mut problems);
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    let total = problems.len();
    if total > MAX_PROBLEMS {
        problems.truncate(MAX_PROBLEMS);
        problems.push(Problem::new(Severity::Warning, "", total.to_string(), Expected::FewerProblems(MAX_PROBLEMS)));
    }
    let refused = problems.iter().any(|problem| problem.severity == Severity::Critical);
    (if refused { None } else { Some(snapshot) }, problems)
}

/// The top level of the text; its parts are read one by one, so that one bad item spoils no other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts<'a> {
    #[serde(rename = "$schema", default)]
    schema: String,
    format: u32,
    #[serde(borrow)]
    snapshot: &'a RawValue,
    #[serde(borrow)]
    project: &'a RawValue,
    #[serde(borrow, default)]
    areas: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    directions: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    organisations: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    sources: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    indicators: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    records: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    corrections: Vec<&'a RawValue>,
}

fn assemble(parts: Parts, problems: &mut Vec<Problem>) -> Result<Snapshot, Problem> {
    Ok(Snapshot {
        schema: parts.schema,
        format: parts.format,
        snapshot: read_part(parts.snapshot, "snapshot".to_owned(), Severity::Critical)?,
        project: read_part(parts.project, "project".to_owned(), Severity::Critical)?,
        areas: Items::read("areas", &parts.areas, problems),
        directions: Items::read("directions", &parts.directions, problems),
        organisations: Items::read("organisations", &parts.organisations, problems),
        sources: Items::read("sources", &parts.sources, problems),
        indicators: Items::read("indicators", &parts.indicators, problems),
        records: Items::read("records", &parts.records, problems),
        corrections: Items::read("corrections", &parts.corrections, problems),
    })
}

/// Looks at the format number alone first: a newer file would fail on its news, not on its number.
fn other_format(text: &str) -> Option<Problem> {
    #[derive(Deserialize)]
    struct Head<'a> {
        #[serde(borrow)]
        format: &'a RawValue,
    }
    let found = serde_json::from_str::<Head>(text).ok()?.format.get();
    (found != FORMAT.to_string()).then(|| Problem::new(Severity::Critical, "format", found, Expected::Format(FORMAT)))
}

/// A fault that refuses the whole text: not JSON, cut off, or a broken head.
fn fault(error: &serde_json::Error, text: &str) -> Problem {
    let path = path_at(text, error.line(), error.column());
    if error.is_data() {
        return shape(Severity::Critical, path, &error.to_string());
    }
    let (line, column) = (error.line(), error.column());
    let found = if error.is_eof() {
        "the end of the text".to_owned()
    } else {
        let start = column.saturating_sub(1);
        let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let near: String = line.get(start..).unwrap_or(line).chars().take(24).collect();
        format!("“{near}”")
    };
    Problem::new(Severity::Critical, path, found, Expected::Json { line, column })
}
