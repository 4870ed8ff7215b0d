use super::Shape;
use super::from_json::{FromJson, Misfit, from_json};
use super::json::Json;
use super::pack::Pack;

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
    fn from_json(json: Json) -> Result<Locator, Box<Misfit>> {
        let mut entries = json.entries().into_iter().flatten();
        if let (Some((key, value)), None) = (entries.next(), entries.next()) {
            let key = key.text().unwrap_or_default();
            let kind = match &*key {
                "paragraph" => Some(Locator::Paragraph as fn(String) -> Locator),
                "page" => Some(Locator::Page as fn(String) -> Locator),
                "file" => Some(Locator::File as fn(String) -> Locator),
                _ => None,
            };
            if let Some(kind) = kind {
                return String::from_json(value).map(kind).map_err(|misfit| misfit.within(&key));
            }
        }
        Err(Misfit::new(json, Shape::OneOf(&["paragraph", "page", "file"])))
    }
}

impl Pack for Locator {
    fn pack(&self, out: &mut Vec<u8>) {
        let (kind, place) = match self {
            Locator::Paragraph(place) => (0, place),
            Locator::Page(place) => (1, place),
            Locator::File(place) => (2, place),
        };
        out.push(kind);
        place.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Locator {
        match (u8::unpack(from), Pack::unpack(from)) {
            (0, place) => Locator::Paragraph(place),
            (1, place) => Locator::Page(place),
            (_, place) => Locator::File(place),
        }
    }
}
