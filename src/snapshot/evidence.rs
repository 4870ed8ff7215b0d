use super::from_json::{FromJson, Misfit, from_json};
use super::json::Json;

/// A pointer from a statement to the source that makes it, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Evidence {
    /// Id of a source.
    pub source: String,
    /// The place in the source; absent where only an unpaged excerpt was seen.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub locator: Option<Locator>,
}

from_json!(Evidence { source; locator });

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    not(target_family = "wasm"),
    derive(serde::Serialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Locator {
    /// The number of a paragraph.
    Paragraph(String),
    /// The number of a page.
    Page(String),
    /// A file of a data repository; the row is named by the value's own period, area and part.
    File(String),
}

impl FromJson for Locator {
    fn from_json(json: &Json) -> Result<Locator, Box<Misfit>> {
        if let Json::Object(entries) = json
            && let [(key, value)] = entries.as_slice()
        {
            let place = || String::from_json(value).map_err(|misfit| misfit.within(key));
            match key.as_ref() {
                "paragraph" => return place().map(Locator::Paragraph),
                "page" => return place().map(Locator::Page),
                "file" => return place().map(Locator::File),
                _ => {}
            }
        }
        Err(Misfit::new(json, "one of paragraph, page, file"))
    }
}
