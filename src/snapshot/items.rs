use super::Severity;
use super::from_json::FromJson;
use super::invisible::{may_tell, tell_texts};
use super::json::{Json, words};
use super::misfit::{Misfits, Shaped, Telling};
use super::problems::Problems;
use std::borrow::Cow;
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

    /// Whether no item could be read, or none was there.
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

impl<T> Items<T> {
    /// Reads an item of the list of that name; where it cannot be read, its faults become problems.
    #[inline(never)]
    pub(super) fn take(&mut self, list: &str, place: usize, json: Json, problems: &mut Problems)
    where
        T: FromJson + Shaped,
    {
        let item = read_item(list, place, json, &mut self.lost, problems, T::from_json, T::misfits);
        if let Some(item) = item {
            self.items.push(item);
            self.places.push(place);
        }
    }
}

/// Reads an item of the list of that name; `tell` is for one that `read` cannot read. Its faults become
/// problems, and its id one of those that are lost.
pub(super) fn read_item<T>(
    list: &str,
    place: usize,
    json: Json,
    lost: &mut Vec<String>,
    problems: &mut Problems,
    read: impl FnOnce(Json) -> Option<T>,
    tell: Telling,
) -> Option<T> {
    let item = read_part(json, &|| format!("{list}[{place}]"), Severity::Error, problems, read, tell);
    if item.is_none() {
        lost.extend(id_of(json));
    }
    item
}

/// The id of an item that cannot be read, as far as it has one.
pub(super) fn id_of(json: Json) -> Option<String> {
    let (_, id) = json.entries()?.find(|(key, value)| key.is_text("id") && value.text().is_some())?;
    words(id).map(Cow::into_owned)
}

/// Reads a part of the snapshot; `path` is where it stands. All that is wrong with it becomes problems;
/// what refuses it has the given severity.
pub(super) fn read_part<T>(
    json: Json,
    path: &dyn Fn() -> String,
    severity: Severity,
    problems: &mut Problems,
    read: impl FnOnce(Json) -> Option<T>,
    tell: Telling,
) -> Option<T> {
    if may_tell(json) && !tell_part(json, path(), severity, problems) {
        return None;
    }
    let part = read(json);
    if part.is_none() {
        misshapen(json, path(), severity, problems, tell);
    }
    part
}

#[cold]
#[inline(never)]
fn misshapen(json: Json, path: String, severity: Severity, problems: &mut Problems, tell: Telling) {
    tell(json, &mut Misfits::at(path, severity, problems));
}

/// Tells of texts that no reader should meet; one without end refuses the part, whatever else is wrong with it.
#[inline(never)]
fn tell_part(json: Json, path: String, severity: Severity, problems: &mut Problems) -> bool {
    tell_texts(json, &mut Misfits::at(path, severity, problems))
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
