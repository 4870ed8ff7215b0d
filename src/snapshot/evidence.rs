use serde::Deserialize;

/// A pointer from a statement to the source that makes it, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Id of a source.
    pub source: String,
    /// The place in the source; absent where only an unpaged excerpt was seen.
    #[serde(default)]
    #[cfg_attr(not(target_family = "wasm"), serde(skip_serializing_if = "Option::is_none"))]
    pub locator: Option<Locator>,
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Locator {
    /// The number of a paragraph.
    Paragraph(String),
    /// The number of a page.
    Page(String),
    /// A file of a data repository; the row is named by the value's own period, area and part.
    File(String),
}
