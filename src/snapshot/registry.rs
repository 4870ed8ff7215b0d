use super::from_json::from_json;
use super::word::word_enum;
use super::{Date, Text};

/// A place that values and records refer to.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Area {
    /// Kebab-case, unique in the list.
    pub id: String,
    /// As readers see it.
    pub name: Text,
    /// What sort of place it is.
    pub kind: AreaKind,
    /// Id of the area that it lies in.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub parent: Option<String>,
}

from_json!(Area { id, name, kind; parent });

word_enum! {
    /// What sort of place an area is.
    AreaKind {
        Country = "country",
        Oblast = "oblast",
        District = "district",
        City = "city",
        Zone = "zone",
        Group = "group",
    }
}

/// One of the fields that the project works in.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Direction {
    /// Kebab-case, unique in the list; part of addresses, so it is never given to another.
    pub id: String,
    /// Its place among the directions on pages, from 1.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub order: u16,
    /// Its full name.
    pub title: Text,
    /// A name of at most some twenty characters, for charts and menus.
    pub short: Text,
    /// What it is about, in a sentence or two.
    pub summary: Text,
    /// Id of its best-documented indicator of scope project; absent where no result was published.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub best: Option<String>,
    /// The lead sentence over that indicator, with placeholders for its numbers (see `series::finding`).
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub finding: Option<Text>,
}

from_json!(Direction { id, title, short, summary; order, best, finding });

/// An organisation that took part, paid or is spoken of.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Organisation {
    /// Kebab-case, unique in the list.
    pub id: String,
    /// Its full name.
    pub name: Text,
    /// A name for charts and boxes.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub short: Option<Text>,
}

from_json!(Organisation { id, name; short });

/// Where statements were published.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Source {
    /// Kebab-case, unique in the list.
    pub id: String,
    /// Its own headline, in its own language too.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Where it is on the web, if it is.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub url: Option<String>,
    /// When it was published; undated where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub published: Option<Date>,
    /// When it was read.
    pub accessed: Date,
    /// The language it is written in, as a BCP 47 code.
    pub language: String,
}

from_json!(Source { id, title, publisher, accessed, language; url, published });

/// A number that was changed after it had been published, and why.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Correction {
    /// Path of the number: `indicators/ID/baseline`, `indicators/ID/actuals/0` (or `targets`,
    /// `planned`; by place, from 0), `records/ID/people`, `records/ID/money/0`.
    pub value: String,
    /// The number before.
    pub was: f64,
    /// The number since; that of the newest correction stands there today.
    pub now: f64,
    /// Why it was changed.
    pub reason: Text,
    /// When it was changed.
    pub date: Date,
}

from_json!(Correction { value, was, now, reason, date });

impl Organisation {
    /// The short name where there is one.
    pub fn brief(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.name)
    }
}
