use super::from_json::FromJson;
use super::json::Json;
use super::place::path_at;
use super::{Expected, Problem, Severity};
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
    problems: &mut Vec<Problem>,
) {
    for (place, text) in (first..).zip(texts) {
        match read_part(text, || format!("{list}[{place}]"), Severity::Error) {
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

/// Reads a part of the snapshot; `path` is where it stands.
pub(super) fn read_part<T: FromJson>(text: &str, path: impl Fn() -> String, severity: Severity) -> Result<T, Problem> {
    let json = match Json::read(text) {
        Ok(json) => json,
        Err(error) => {
            let at = path_at(text, error.line(), error.column());
            return Err(problem(severity, path(), &at, error.to_string(), "JSON that can be read".to_owned()));
        }
    };
    T::from_json(&json).map_err(|misfit| problem(severity, path(), &misfit.path, misfit.found, misfit.expected))
}

fn problem(severity: Severity, mut path: String, inner: &str, found: String, expected: String) -> Problem {
    path.push_str(if inner.starts_with('[') || inner.is_empty() { "" } else { "." });
    path.push_str(inner);
    Problem::new(severity, path, found, Expected::Shape(expected))
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
