use super::place::path_at;
use super::{Expected, Problem, Severity};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::{fmt, marker::PhantomData, ops::Deref};

/// A list in which one bad item does not refuse the others: it is left out and told of.
///
/// Each item remembers its place in the file, so that later checks name it as the file does.
#[derive(Debug, Clone)]
pub struct Items<T> {
    items: Vec<T>,
    places: Vec<usize>,
    problems: Vec<Problem>,
    /// Ids of items that could not be read.
    lost: Vec<String>,
}

impl<T> Items<T> {
    /// The place in the file of the item at this position.
    pub fn place(&self, index: usize) -> usize {
        self.places.get(index).copied().unwrap_or(index)
    }

    /// Takes the problems out, with the name of the list put before each path.
    pub(super) fn take_problems(&mut self, list: &str, all: &mut Vec<Problem>) {
        all.extend(self.problems.drain(..).map(|mut problem| {
            problem.path.insert_str(0, list);
            problem
        }));
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
        Items { places: (0..items.len()).collect(), items, problems: Vec::new(), lost: Vec::new() }
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

impl<'de, T: DeserializeOwned> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Lenient<T>(PhantomData<T>);

        impl<'de, T: DeserializeOwned> Visitor<'de> for Lenient<T> {
            type Value = Items<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Items<T>, A::Error> {
                let mut all = Items::default();
                let mut place = 0;
                while let Some(raw) = list.next_element::<&RawValue>()? {
                    match read_item(raw.get()) {
                        Ok(item) => {
                            all.items.push(item);
                            all.places.push(place);
                        }
                        Err(mut problem) => {
                            let dot = if problem.path.starts_with('[') || problem.path.is_empty() { "" } else { "." };
                            problem.path = format!("[{place}]{dot}{}", problem.path);
                            all.problems.push(problem);
                            all.lost.extend(id_of(raw.get()));
                        }
                    }
                    place += 1;
                }
                Ok(all)
            }
        }

        deserializer.deserialize_seq(Lenient(PhantomData))
    }
}

/// Reads one JSON value; the problem's path is relative to it.
fn read_item<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|error| {
        let path = path_at(text, error.line(), error.column());
        shape(Severity::Error, path, &error)
    })
}

/// The id of an item whose other parts are of no use.
fn id_of(text: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Head {
        id: String,
    }
    serde_json::from_str::<Head>(text).ok().map(|head| head.id)
}

/// Turns serde's message into what was found and what was expected.
pub(super) fn shape(severity: Severity, path: String, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let (found, expected) = message.split_once(", expected ").unwrap_or((message, "what the schema gives"));
    let found = found.strip_prefix("invalid type: ").or(found.strip_prefix("invalid value: ")).unwrap_or(found);
    Problem::new(severity, path, found, Expected::Shape(expected.to_owned()))
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
