use super::check;
use super::from_json::FromJson;
use super::items::read_part;
use super::json::Json;
use super::pause::Pause;
use super::problems::Problems;
use super::{Area, Correction, Direction, Indicator, Organisation, Record, Records, Source};
use super::{Expected, Found, Items, Meta, Problem, Project, Severity, Shape, Snapshot};
use engine::json::Kind;
use std::pin::Pin;

/// The format that this program reads.
const FORMAT: u32 = 1;

/// What has been read of a snapshot.
#[derive(Default)]
pub(super) struct Draft {
    /// The keys met so far: each may be there once.
    keys: Vec<String>,
    format: Option<String>,
    schema: String,
    meta: Option<Meta>,
    project: Option<Project>,
    areas: Items<Area>,
    directions: Items<Direction>,
    organisations: Items<Organisation>,
    sources: Items<Source>,
    indicators: Items<Indicator>,
    records: Records,
    corrections: Items<Correction>,
    problems: Problems,
    /// Why there can be no snapshot, whatever follows.
    refusal: Option<Problem>,
}

impl Draft {
    /// Whether the items of the list under this key are to be read one by one.
    pub fn begin(&mut self, key: &str, is_list: bool) -> bool {
        let is_known = ["$schema", "format", "snapshot", "project"].contains(&key) || is_name(key);
        if !is_known || self.keys.iter().any(|met| met == key) {
            self.refuse(misshapen(key, Found::Key(key.to_owned()), Shape::Once));
            return false;
        }
        self.keys.push(key.to_owned());
        is_list && is_name(key)
    }

    /// The value under that key, where it is not a list to be read one by one.
    pub fn value(&mut self, key: &str, json: Json) {
        match key {
            // What was refused is no longer looked at.
            _ if self.refusal.is_some() && key != "format" => {}
            "format" if self.format.is_none() => self.format = Some(json.whole().to_owned()),
            "$schema" => self.schema = self.part(key, json).unwrap_or_default(),
            "snapshot" => self.meta = self.part(key, json),
            "project" => self.project = self.part(key, json),
            _ => self.refuse(misshapen(key, first(json), Shape::List)),
        }
    }

    /// An item of the list of that name.
    pub fn item(&mut self, list: &str, place: usize, json: Json) {
        let problems = &mut self.problems;
        match list {
            "areas" => self.areas.take(list, place, json, problems),
            "directions" => self.directions.take(list, place, json, problems),
            "organisations" => self.organisations.take(list, place, json, problems),
            "sources" => self.sources.take(list, place, json, problems),
            "indicators" => self.indicators.take(list, place, json, problems),
            "records" => self.records.take(place, json, problems),
            _ => self.corrections.take(list, place, json, problems),
        }
    }

    /// The whole text is another thing.
    pub fn is_no_object(&mut self, json: Json) {
        self.refuse(misshapen("", first(json), Shape::Object));
        self.format = Some(FORMAT.to_string());
    }

    /// The text was read to its end; one that `is_sound` is not checked again.
    pub async fn finish(
        self,
        is_sound: bool,
        pause: &impl Pause,
        each: &mut impl FnMut(&Record),
    ) -> (Option<Snapshot>, Vec<Problem>) {
        let (meta, project, mut problems) = match (self.meta, self.project) {
            (Some(meta), Some(project)) if self.refusal.is_none() && is_read(self.format.as_deref()) => {
                (meta, project, self.problems)
            }
            (meta, _) => return (None, vec![refusal(self.refusal, self.format, meta.is_some())]),
        };
        let mut snapshot = Snapshot {
            schema: self.schema,
            format: FORMAT,
            snapshot: meta,
            project,
            areas: self.areas,
            directions: self.directions,
            organisations: self.organisations,
            sources: self.sources,
            indicators: self.indicators,
            records: self.records,
            corrections: self.corrections,
        };
        if is_sound {
            snapshot.records.iter().for_each(|record| each(&record));
        } else {
            // In a box of its own, so that it is no part of what a visit without a check runs.
            let checked: Pin<Box<dyn Future<Output = ()>>> =
                Box::pin(check::check(&mut snapshot, &mut problems, pause, each));
            checked.await;
        }
        (if problems.refuse() { None } else { Some(snapshot) }, problems.listed())
    }

    fn part<T: FromJson>(&mut self, key: &str, json: Json) -> Option<T> {
        let read = read_part(json, &|| key.to_owned(), Severity::Critical, &mut self.problems, T::from_json);
        read.map_err(|problem| self.refuse(problem)).ok()
    }

    fn refuse(&mut self, problem: Problem) {
        self.refusal.get_or_insert(problem);
    }
}

/// Whether the format that a snapshot names is the one that this program reads.
fn is_read(format: Option<&str>) -> bool {
    format.is_some_and(|format| format == FORMAT.to_string())
}

/// Why there is no snapshot. A wrong format is told first: a newer file breaks other rules too, as a consequence.
#[inline(never)]
fn refusal(refusal: Option<Problem>, format: Option<String>, has_meta: bool) -> Problem {
    let missing = |key| misshapen("", Found::Nothing, Shape::Key(key));
    match format {
        None => missing("format"),
        Some(format) if !is_read(Some(&format)) => {
            Problem::new(Severity::Critical, "format", format, Expected::Format(FORMAT))
        }
        Some(_) => refusal.unwrap_or_else(|| missing(if has_meta { "project" } else { "snapshot" })),
    }
}

/// Whether it is the name of a list.
fn is_name(key: &str) -> bool {
    ["areas", "directions", "organisations", "sources", "indicators", "records", "corrections"].contains(&key)
}

fn misshapen(path: &str, found: Found, expected: Shape) -> Problem {
    Problem::new(Severity::Critical, path, found, Expected::Shape(expected))
}

/// How something begins: all that a reader needs of what may be a whole file.
fn first(json: Json) -> Found {
    match json.kind() {
        Kind::Object => Found::Object,
        Kind::List => Found::List,
        _ => json.whole().chars().take(100).collect::<String>().into(),
    }
}
