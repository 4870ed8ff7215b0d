use super::from_json::FromJson;
use super::items::{near, read_items, read_part};
use super::pause::{NoPause, Pause, Work, at_once, parts};
use super::place::path_at;
use super::problems::Problems;
use super::split::{key_and_value, split};
use super::{Expected, Found, Items, Problem, Severity, Shape, Snapshot, check};
use serde::de::IgnoredAny;

/// The format that this program reads.
pub const FORMAT: u32 = 1;

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
    let mut problems = Problems::default();
    let (mut snapshot, records, corrections) = match assemble(text, &mut problems, pause).await {
        Ok(read) => read,
        Err(problem) => return (None, vec![not_json(text).unwrap_or(problem)]),
    };
    for part in parts(records.len()) {
        pause.breathe(Work::Reading, part.start, records.len()).await;
        read_items(&mut snapshot.records, "records", part.start, &records[part], &mut problems);
    }
    read_items(&mut snapshot.corrections, "corrections", 0, &corrections, &mut problems);
    // Each part was read by itself, and what is between them when they were parted: only a fault
    // that makes the whole no JSON is worth reading it once more.
    if problems.unreadable
        && let Some(problem) = not_json(text)
    {
        return (None, vec![problem]);
    }
    check::check(&mut snapshot, &mut problems, pause).await;
    (if problems.refuse() { None } else { Some(snapshot) }, problems.listed())
}

/// Reads the parts of the snapshot one by one, so that one bad item spoils no other.
///
/// The texts of records and corrections come beside it: there may be many.
async fn assemble<'a>(
    text: &'a str,
    problems: &mut Problems,
    pause: &impl Pause,
) -> Result<(Snapshot, Vec<&'a str>, Vec<&'a str>), Problem> {
    let entries = split(text, pause).await.filter(|_| text.trim_ascii_start().starts_with('{'));
    let entries = entries.and_then(|parts| parts.into_iter().map(key_and_value).collect());
    let mut top = Top(entries.ok_or_else(|| misshapen("", first(text), Shape::Object))?);
    // First of all: a newer file would fail on its news, not on its number.
    let format = top.take("format").ok_or_else(|| missing("format"))?;
    if format != FORMAT.to_string() {
        return Err(Problem::new(Severity::Critical, "format", format, Expected::Format(FORMAT)));
    }
    let snapshot = Snapshot {
        schema: top.part("$schema", problems).unwrap_or(Ok(String::new()))?,
        format: FORMAT,
        snapshot: top.part("snapshot", problems).ok_or_else(|| missing("snapshot"))??,
        project: top.part("project", problems).ok_or_else(|| missing("project"))??,
        areas: top.items("areas", problems, pause).await?,
        directions: top.items("directions", problems, pause).await?,
        organisations: top.items("organisations", problems, pause).await?,
        sources: top.items("sources", problems, pause).await?,
        indicators: top.items("indicators", problems, pause).await?,
        records: Items::default(),
        corrections: Items::default(),
    };
    let records = top.texts("records", pause).await?;
    let corrections = top.texts("corrections", pause).await?;
    match top.0.first() {
        Some((key, _)) => Err(misshapen(key, Found::Key((*key).to_owned()), Shape::Once)),
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

    fn part<T: FromJson>(&mut self, key: &str, problems: &mut Problems) -> Option<Result<T, Problem>> {
        self.take(key).map(|text| read_part(text, || key.to_owned(), Severity::Critical, problems))
    }

    async fn items<T: FromJson>(
        &mut self,
        key: &str,
        problems: &mut Problems,
        pause: &impl Pause,
    ) -> Result<Items<T>, Problem> {
        let mut items = Items::default();
        read_items(&mut items, key, 0, &self.texts(key, pause).await?, problems);
        Ok(items)
    }

    /// The texts of the items of a list, which need not be there.
    async fn texts(&mut self, key: &str, pause: &impl Pause) -> Result<Vec<&'a str>, Problem> {
        let Some(text) = self.take(key) else { return Ok(Vec::new()) };
        let texts = split(text, pause).await.filter(|_| text.starts_with('['));
        texts.ok_or_else(|| misshapen(key, first(text), Shape::List))
    }
}

fn misshapen(path: &str, found: Found, expected: Shape) -> Problem {
    Problem::new(Severity::Critical, path, found, Expected::Shape(expected))
}

fn missing(key: &'static str) -> Problem {
    misshapen("", Found::Nothing, Shape::Key(key))
}

/// How something begins: all that a reader needs of what may be a whole file.
fn first(text: &str) -> Found {
    match text.trim_start().chars().next() {
        Some('{') => Found::Object,
        Some('[') => Found::List,
        Some(_) => text.trim_start().chars().take(100).collect::<String>().into(),
        None => Found::Nothing,
    }
}

/// Where and why the text is not JSON, or is cut off.
fn not_json(text: &str) -> Option<Problem> {
    let error = serde_json::from_str::<IgnoredAny>(text).err()?;
    let path = path_at(text, error.line(), error.column());
    let (line, column) = (error.line(), error.column());
    let found = if error.is_eof() { Found::End } else { near(text, line, column) };
    Some(Problem::new(Severity::Critical, path, found, Expected::Json { line, column }))
}
