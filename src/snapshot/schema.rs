//! The JSON Schema of the format, derived from the types. `public/snapshot.schema.json`
//! holds it for publishers; a test keeps the two equal.

use serde_json::{Map, Value, json};

/// The schema as pretty-printed JSON text.
pub fn text() -> String {
    let mut schema = schemars::schema_for!(super::Snapshot);
    schema.as_object_mut().map(add_rules);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// What texts under these keys look like, wherever the format has them; the types say only that they are texts.
/// `check` has the same rules (`check/ids.rs`, `check/indicators.rs`, `check/records.rs`, `check/texts.rs`).
const PATTERNS: [(&str, &str); 7] = [
    ("id", "^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$"),
    ("currency", "^[A-Z]{3}$"),
    ("url", LINK),
    ("contact", LINK),
    ("kk", WORDS),
    ("ru", WORDS),
    ("en", WORDS),
];

const LINK: &str = r"^(https?://|mailto:)\S+$";
/// Something besides blanks.
const WORDS: &str = r"\S";

fn add_rules(schema: &mut Map<String, Value>) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (key, pattern) in PATTERNS {
            if let Some(Value::Object(property)) = properties.get_mut(key) {
                property.insert("pattern".into(), pattern.into());
            }
        }
    }
    if let Some(Value::Object(types)) = schema.get_mut("$defs") {
        let mut add = |kind: &str, key: &str, rule: Value| {
            if let Some(Value::Object(of)) = types.get_mut(kind) {
                of.insert(key.into(), rule);
            }
        };
        // Either a number or the reason why there is none.
        add("Value", "oneOf", json!([{ "required": ["value"] }, { "required": ["missing"] }]));
        let languages = ["kk", "ru", "en"].map(|code| json!({ "required": [code] }));
        add("Text", "anyOf", languages.into());
        types.values_mut().filter_map(Value::as_object_mut).for_each(add_rules);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The properties of a type and of those that it is made of.
    fn properties(schema: &Value) -> Vec<(String, Value)> {
        let own = schema["properties"].as_object().into_iter().flatten();
        let own = own.map(|(key, property)| (key.clone(), property.clone()));
        let inner = schema["$defs"].as_object().into_iter().flat_map(|types| types.values()).flat_map(properties);
        own.chain(inner).collect()
    }

    /// Editors show it to who writes a snapshot.
    #[test]
    fn each_key_says_what_it_is_for() {
        let schema: Value = serde_json::from_str(&text()).expect("the schema is JSON");
        let all = properties(&schema);
        let mute: Vec<&String> =
            all.iter().filter(|(_, property)| property["description"].as_str().is_none()).map(|(key, _)| key).collect();
        assert!(all.len() > 100 && mute.is_empty(), "{} keys, without words: {mute:?}", all.len());
    }
}
