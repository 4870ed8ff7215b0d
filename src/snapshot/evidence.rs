use super::from_json::FromJson;
use super::json::Json;
use super::misfit::{Misfits, Shaped};
use super::pack::{Pack, from_json_and_pack, take_byte};
use super::{Found, Shape};

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

from_json_and_pack!(Evidence { source; locator });

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

/// The keys of the kinds, in the order that they are packed by.
const KINDS: [&str; 3] = ["paragraph", "page", "file"];

impl Locator {
    fn of(kind: usize, place: String) -> Locator {
        match kind {
            0 => Locator::Paragraph(place),
            1 => Locator::Page(place),
            _ => Locator::File(place),
        }
    }
}

/// The kind, and what stands under its key.
fn parts(json: Json) -> Option<(usize, Json)> {
    let mut entries = json.entries()?;
    let (key, value) = entries.next().filter(|_| entries.next().is_none())?;
    Some((KINDS.iter().position(|kind| key.is_text(kind))?, value))
}

impl FromJson for Locator {
    fn from_json(json: Json) -> Option<Locator> {
        let (kind, value) = parts(json)?;
        Some(Locator::of(kind, String::from_json(value)?))
    }
}

impl Shaped for Locator {
    fn misfits(json: Json, told: &mut Misfits) {
        let Some(entries) = json.entries() else { return told.tell(json, Shape::Object) };
        let (mut known, mut unknown) = (0, 0);
        for (key, value) in entries {
            let name = key.text().unwrap_or_default();
            told.within(&name, |told| match KINDS.contains(&&*name) {
                true => (String::misfits(value, told), known += 1).1,
                false => (told.tell(Found::Key(name.to_string()), Shape::OneOf(&KINDS)), unknown += 1).1,
            });
        }
        if known != 1 && unknown == 0 {
            told.tell(json, Shape::OneOf(&KINDS));
        }
    }
}

impl Pack for Locator {
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()> {
        let (kind, value) = parts(json)?;
        out.push(kind as u8);
        String::pack(value, out)
    }

    fn unpack(from: &mut &[u8]) -> Locator {
        let kind = usize::from(take_byte(from));
        Locator::of(kind, String::unpack(from))
    }
}
