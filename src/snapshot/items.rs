use super::from_json::FromJson;
use super::invisible::take_out;
use super::json::Json;
use super::place::path_at;
use super::problems::Problems;
use super::{Expected, Found, Problem, Severity, Shape};
use std::ops::Deref;

/// A list in which one bad item does not refuse the others: it is left out and told of.
///
/// Each item remembers its place in the file, so that later checks name it as the file does.
#[derive(Debug, Clone)]
pub struct Items<T> {
    items: Vec<T>,
    places: Vec<usize>,
    /// Ids of items that could not be read.
    lost: Vec<String>,
}

impl<T> Items<T> {
    /// The place in the file of the item at this position.
    pub fn place(&self, index: usize) -> usize {
        self.places.get(index).copied().unwrap_or(index)
    }

    /// Keeps only the items whose position passes.
    pub(super) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        let mut index = 0;
        self.places.retain(|_| {
            index += 1;
            keep(index - 1)
        });
        index = 0;
        self.items.retain(|_| {
            index += 1;
            keep(index - 1)
        });
    }

    /// The ids of items that could not be read, as far as they have one: what refers to them is
    /// not at fault.
    pub(super) fn lost(&self) -> &[String] {
        &self.lost
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<T> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        Items { places: (0..items.len()).collect(), items, lost: Vec::new() }
    }
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Items::from(Vec::new())
    }
}

impl<T> Deref for Items<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

/// Reads the items of the list of that name; those that cannot be read become problems.
///
/// The list may come in parts; `first` is the place of this one.
pub(super) fn read_items<T: FromJson>(
    all: &mut Items<T>,
    list: &str,
    first: usize,
    texts: &[&str],
    problems: &mut Problems,
) {
    for (place, text) in (first..).zip(texts) {
        match read_part(text, || format!("{list}[{place}]"), Severity::Error, problems) {
            Ok(item) => {
                all.items.push(item);
                all.places.push(place);
            }
            Err(problem) => {
                problems.push(problem);
                let json = Json::read(text).ok();
                all.lost.extend(json.and_then(|json| json.text("id").map(str::to_owned)));
            }
        }
    }
}

/// Reads a part of the snapshot; `path` is where it stands. What refuses it is the error, with
/// the given severity; what does not is added to the problems.
pub(super) fn read_part<T: FromJson>(
    text: &str,
    path: impl Fn() -> String,
    severity: Severity,
    problems: &mut Problems,
) -> Result<T, Problem> {
    let place = |inner: &str| {
        let dot = if inner.starts_with('[') || inner.is_empty() { "" } else { "." };
        format!("{}{dot}{inner}", path())
    };
    let mut json = match Json::read(text) {
        Ok(json) => json,
        Err(error) => {
            let at = place(&path_at(text, error.line(), error.column()));
            let found = near(text, error.line(), error.column());
            return Err(Problem::new(severity, at, found, Expected::Shape(Shape::Readable)));
        }
    };
    let mut endless = None;
    take_out(&mut json, &mut String::new(), &mut |inner, text, expected| match expected {
        Expected::Length(_) => endless = Some(Problem::new(severity, place(inner), text, expected)),
        _ => problems.push(Problem::new(Severity::Warning, place(inner), format!("“{text}”"), expected)),
    });
    if let Some(problem) = endless {
        return Err(problem);
    }
    T::from_json(&json)
        .map_err(|misfit| Problem::new(severity, place(&misfit.path), misfit.found, Expected::Shape(misfit.expected)))
}

/// What stands at a line and column, both from 1 and the column in bytes.
pub(super) fn near(text: &str, line: usize, column: usize) -> Found {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let near: String = line.get(column.saturating_sub(1)..).unwrap_or(line).chars().take(24).collect();
    format!("“{near}”").into()
}

#[cfg(not(target_family = "wasm"))]
impl<T: serde::Serialize> serde::Serialize for Items<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.items.serialize(serializer)
    }
}

#[cfg(not(target_family = "wasm"))]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Items<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        <Vec<T>>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<T>>::json_schema(generator)
    }
}
