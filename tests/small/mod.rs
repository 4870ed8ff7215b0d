//! A small valid snapshot, and ways to break it.

use bagyt::snapshot::{Snapshot, read};
use serde_json::Value;

/// A snapshot without a fault, small enough to be read.
pub fn valid() -> Value {
    serde_json::from_str(include_str!("../small.json")).expect("the fixture is JSON")
}

/// Stands for "take this key out".
pub const GONE: &str = "\u{0}";

/// Puts a value at a JSON pointer, or takes out what is there.
pub fn put(json: &mut Value, pointer: &str, value: &Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer has a slash");
    match json.pointer_mut(parent).expect("the parent is there") {
        Value::Array(list) => list[key.parse::<usize>().expect("a place in a list")] = value.clone(),
        map if value == GONE => {
            assert!(map.as_object_mut().and_then(|map| map.remove(key)).is_some(), "{pointer} is there")
        }
        map => map[key] = value.clone(),
    }
}

/// The problems of a text, one a line: severity and path.
pub fn problems(text: &str) -> (Option<Snapshot>, Vec<String>) {
    let (snapshot, problems) = read(text);
    (snapshot, problems.iter().map(|problem| format!("{} {}", problem.severity, problem.path)).collect())
}
