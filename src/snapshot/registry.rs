use super::from_json::from_json;
use super::word::word_enum;
use super::{Date, Text};

/// A place that values and records refer to.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Area {
    pub id: String,
    pub name: Text,
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
    pub id: String,
    /// Its place among the directions on pages, from 1.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub order: u16,
    pub title: Text,
    /// A name of at most some twenty characters, for charts and menus.
    pub short: Text,
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
    pub id: String,
    pub name: Text,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub short: Option<Text>,
}

from_json!(Organisation { id, name; short });

/// Where statements were published.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Source {
    pub id: String,
    pub title: Text,
    pub publisher: Text,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub url: Option<String>,
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
    pub was: f64,
    pub now: f64,
    pub reason: Text,
    pub date: Date,
}

from_json!(Correction { value, was, now, reason, date });

impl Organisation {
    /// The short name where there is one.
    pub fn brief(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.name)
    }
}
