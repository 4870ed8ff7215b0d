//! The JSON Schema of the format, derived from the types. `public/snapshot.schema.json`
//! holds it for publishers; a test keeps the two equal.

/// The schema as pretty-printed JSON text.
pub fn text() -> String {
    let schema = schemars::schema_for!(super::Snapshot);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
