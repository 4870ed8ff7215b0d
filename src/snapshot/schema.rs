//! The JSON Schema of the format, derived from the types. `public/snapshot.schema.json`
//! holds it for publishers; a test keeps the two equal.

use serde_json::{Map, Value};

/// The schema as pretty-printed JSON text.
pub fn text() -> String {
    let mut schema = schemars::schema_for!(super::Snapshot);
    schema.as_object_mut().map(add_patterns);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// What texts under these keys look like, wherever the format has them; the types say only that they are texts.
/// `check` has the same rules (`check/ids.rs`, `check/indicators.rs`, `check/records.rs`).
const PATTERNS: [(&str, &str); 4] =
    [("id", "^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$"), ("currency", "^[A-Z]{3}$"), ("url", LINK), ("contact", LINK)];

const LINK: &str = r"^(https?://|mailto:)\S+$";

fn add_patterns(schema: &mut Map<String, Value>) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (key, pattern) in PATTERNS {
            if let Some(Value::Object(property)) = properties.get_mut(key) {
                property.insert("pattern".into(), pattern.into());
            }
        }
    }
    if let Some(Value::Object(types)) = schema.get_mut("$defs") {
        types.values_mut().filter_map(Value::as_object_mut).for_each(add_patterns);
    }
}
