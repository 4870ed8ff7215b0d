use super::from_json::FromJson;
use super::items::{read_items, read_part};
use super::pause::{NoPause, Pause, Work, at_once, parts};
use super::place::path_at;
use super::split::{key_and_value, split};
use super::{Expected, Items, Problem, Severity, Snapshot, check};
use crate::sort::sort_by_key;
use serde::de::IgnoredAny;

/// The format that this program reads.
pub const FORMAT: u32 = 1;

/// How many problems are kept; a hostile file must not fill the memory with messages.
const MAX_PROBLEMS: usize = 1_000;

/// Reads and checks a snapshot: what is usable of it, and all that is wrong with it.
///
/// There is no snapshot when a problem is critical. Items with an error are left out.
/// The problems come gravest first, then in the order of the file.
pub fn read(text: &str) -> (Option<Snapshot>, Vec<Problem>) {
    at_once(read_in_parts(text, &NoPause)).unwrap_or_default()
}

/// The same, with pauses between the records.
pub async fn read_in_parts(text: &str, pause: &impl Pause) -> (Option<Snapshot>, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut problems = Vec::new();
    let seen = serde_json::from_str::<IgnoredAny>(text).map_err(|error| not_json(&error, text));
    let (mut snapshot, records, corrections) = match seen.and_then(|_| assemble(text, &mut problems)) {
        Ok(read) => read,
        Err(problem) => return (None, vec![problem]),
    };
    for part in parts(records.len()) {
        pause.breathe(Work::Reading, part.start, records.len()).await;
        read_items(&mut snapshot.records, "records", part.start, &records[part], &mut problems);
    }
    read_items(&mut snapshot.corrections, "corrections", 0, &corrections, &mut problems);
    check::check(&mut snapshot, &mut problems, pause).await;
    sort_by_key(&mut problems, |problem| std::cmp::Reverse(problem.severity));
    let total = problems.len();
    if total > MAX_PROBLEMS {
        problems.truncate(MAX_PROBLEMS);
        problems.push(Problem::new(Severity::Warning, "", total.to_string(), Expected::FewerProblems(MAX_PROBLEMS)));
    }
    let refused = problems.iter().any(|problem| problem.severity == Severity::Critical);
    (if refused { None } else { Some(snapshot) }, problems)
}

/// Reads the parts of the snapshot one by one, so that one bad item spoils no other.
///
/// The texts of records and corrections come beside it: there may be many.
fn assemble<'a>(text: &'a str, problems: &mut Vec<Problem>) -> Result<(Snapshot, Vec<&'a str>, Vec<&'a str>), Problem> {
    if !text.trim_start().starts_with('{') {
        return Err(misshapen("", text, "an object"));
    }
    let mut top = Top(split(text).into_iter().map(key_and_value).collect());
    // First of all: a newer file would fail on its news, not on its number.
    let format = top.take("format").ok_or_else(|| missing("format"))?;
    if format != FORMAT.to_string() {
        return Err(Problem::new(Severity::Critical, "format", format, Expected::Format(FORMAT)));
    }
    let snapshot = Snapshot {
        schema: top.part("$schema").unwrap_or(Ok(String::new()))?,
        format: FORMAT,
        snapshot: top.part("snapshot").ok_or_else(|| missing("snapshot"))??,
        project: top.part("project").ok_or_else(|| missing("project"))??,
        areas: top.items("areas", problems)?,
        directions: top.items("directions", problems)?,
        organisations: top.items("organisations", problems)?,
        sources: top.items("sources", problems)?,
        indicators: top.items("indicators", problems)?,
        records: Items::default(),
        corrections: Items::default(),
    };
    let (records, corrections) = (top.texts("records")?, top.texts("corrections")?);
    match top.0.first() {
        Some((key, _)) => Err(misshapen(key, key, "a key of the format, once")),
        None => Ok((snapshot, records, corrections)),
    }
}

/// The entries of the outermost object that were not yet taken.
struct Top<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Top<'a> {
    fn take(&mut self, key: &str) -> Option<&'a str> {
        let at = self.0.iter().position(|(name, _)| *name == key)?;
        Some(self.0.remove(at).1)
    }

    fn part<T: FromJson>(&mut self, key: &str) -> Option<Result<T, Problem>> {
        self.take(key).map(|text| read_part(text, || key.to_owned(), Severity::Critical))
    }

    fn items<T: FromJson>(&mut self, key: &str, problems: &mut Vec<Problem>) -> Result<Items<T>, Problem> {
        let mut items = Items::default();
        read_items(&mut items, key, 0, &self.texts(key)?, problems);
        Ok(items)
    }

    /// The texts of the items of a list, which need not be there.
    fn texts(&mut self, key: &str) -> Result<Vec<&'a str>, Problem> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(text) if text.starts_with('[') => Ok(split(text)),
            Some(text) => Err(misshapen(key, text, "a list")),
        }
    }
}

fn misshapen(path: &str, found: &str, expected: &str) -> Problem {
    Problem::new(Severity::Critical, path, found, Expected::Shape(expected.to_owned()))
}

fn missing(key: &str) -> Problem {
    misshapen("", "nothing", &format!("key `{key}`"))
}

/// The text is not JSON or is cut off.
fn not_json(error: &serde_json::Error, text: &str) -> Problem {
    let path = path_at(text, error.line(), error.column());
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
