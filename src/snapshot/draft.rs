use super::check;
use super::from_json::FromJson;
use super::items::read_part;
use super::json::Json;
use super::misfit::Shaped;
use super::pause::{Pause, Work, parts};
use super::problems::Problems;
use super::{Area, Correction, Direction, Indicator, Organisation, Record, Records, Source};
use super::{Expected, Found, Items, Meta, Problem, Project, Severity, Shape, Snapshot};
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
    /// Whether the key met last is none of the format, or was met before.
    is_stray: bool,
    /// Whether some list may be missing for what is wrong with a key: what refers to its items is not at fault.
    is_torn: bool,
    /// What the whole text is, where it is no object.
    other: Option<Found>,
}

impl Draft {
    /// Whether the items of the list under this key are to be read one by one.
    pub fn begin(&mut self, key: &str, is_list: bool) -> bool {
        let is_known = ["$schema", "format", "snapshot", "project"].contains(&key) || is_name(key);
        let is_met = self.is_met(key);
        self.is_stray = is_met || !is_known;
        if self.is_stray {
            let found = if is_met { Found::Again } else { Found::Key };
            self.tear(misshapen(key, found(key.to_owned()), Shape::Once));
            return false;
        }
        self.keys.push(key.to_owned());
        is_list && is_name(key)
    }

    /// The value under that key, where it is not a list to be read one by one.
    pub fn value(&mut self, key: &str, json: Json) {
        match key {
            _ if self.is_stray => {}
            "format" => self.format = Some(json.whole().to_owned()),
            "$schema" => self.schema = self.part(key, json).unwrap_or_default(),
            "snapshot" => self.meta = self.part(key, json),
            "project" => self.project = self.part(key, json),
            _ => self.tear(misshapen(key, json.into(), Shape::List)),
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
        self.other = Some(json.into());
    }

    /// The text was read to its end; one that `is_sound` is not checked again.
    pub async fn finish(
        mut self,
        is_sound: bool,
        pause: &impl Pause,
        each: &mut impl FnMut(&Record),
    ) -> (Option<Snapshot>, Vec<Problem>) {
        if let Some(problem) = self.other_format() {
            return (None, vec![problem]);
        }
        for key in ["snapshot", "project"] {
            if !self.is_met(key) {
                self.problems.push(missing(key));
            }
        }
        let mut problems = self.problems;
        let (Some(meta), Some(project), false) = (self.meta, self.project, self.is_torn) else {
            return (None, problems.listed());
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
            for part in parts(snapshot.records.len()) {
                pause.breathe(Work::Records, part.start, snapshot.records.len()).await;
                part.filter_map(|row| snapshot.records.get(row)).for_each(|record| each(&record));
            }
        } else {
            // In a box of its own, so that it is no part of what a visit without a check runs.
            let checked: Pin<Box<dyn Future<Output = ()>>> =
                Box::pin(check::check(&mut snapshot, &mut problems, pause, each));
            checked.await;
        }
        (if problems.refuse() { None } else { Some(snapshot) }, problems.listed())
    }

    /// Why this is no text of the format; told alone, since a newer file breaks other rules too, as a consequence.
    fn other_format(&mut self) -> Option<Problem> {
        if let Some(found) = self.other.take() {
            return Some(misshapen("", found, Shape::Object));
        }
        match self.format.take() {
            None => Some(missing("format")),
            // Some programs write whole numbers with a point.
            Some(format) if format.strip_suffix(".0").unwrap_or(&format) == FORMAT.to_string() => None,
            Some(format) => Some(Problem::new(Severity::Critical, "format", format, Expected::Format(FORMAT))),
        }
    }

    fn part<T: FromJson + Shaped>(&mut self, key: &str, json: Json) -> Option<T> {
        let path = || key.to_owned();
        read_part(json, &path, Severity::Critical, &mut self.problems, T::from_json, T::misfits)
    }

    fn tear(&mut self, problem: Problem) {
        self.problems.push(problem);
        self.is_torn = true;
    }

    fn is_met(&self, key: &str) -> bool {
        self.keys.iter().any(|met| met == key)
    }
}

fn missing(key: &'static str) -> Problem {
    misshapen("", Found::Nothing, Shape::Key(key))
}

/// Whether it is the name of a list.
fn is_name(key: &str) -> bool {
    ["areas", "directions", "organisations", "sources", "indicators", "records", "corrections"].contains(&key)
}

fn misshapen(path: &str, found: Found, expected: Shape) -> Problem {
    Problem::new(Severity::Critical, path, found, Expected::Shape(expected))
}
