use super::from_json::from_json;
use super::pack::from_json_and_pack;
use super::word::word_enum;
use super::{Date, Evidence, Money, Text};
use crate::locale::Lang;

/// What the snapshot is: its version, publisher, licence and languages.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Meta {
    /// Semantic version: major for changed meaning, minor for new data, patch for corrections.
    pub version: String,
    /// The day on which this file was made.
    pub created: Date,
    /// Who answers for this file.
    pub publisher: Text,
    /// SPDX expression of the licence of the texts.
    pub licence: String,
    /// The languages that the texts are in.
    pub languages: Vec<MetaLanguage>,
    /// The language that readers see who asked for none of the three.
    pub default_language: Lang,
    /// The language that texts were written in where they do not say otherwise.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub original: Option<Lang>,
    /// Whose site this is not: shown in the footer of every page.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub disclaimer: Option<Text>,
    /// Where a reader reports an error: an https address or a mailto link.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub contact: Option<String>,
}

from_json!(Meta { version, created, publisher, licence, languages, default_language; original, disclaimer, contact });

/// A language of the snapshot and whether a second person has read its texts.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct MetaLanguage {
    /// The language.
    pub code: Lang,
    /// How far they were read by an editor.
    pub review: Review,
    /// Who wrote or translated the texts.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub by: Option<String>,
}

from_json!(MetaLanguage { code, review; by });

word_enum! {
    /// Whether texts were reviewed by a speaker of the language.
    Review { Draft = "draft", Reviewed = "reviewed" }
}

/// The project that the snapshot is about.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Project {
    /// Its name.
    pub title: Text,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// Id of an organisation.
    pub funder: String,
    /// Id of an organisation.
    pub lead: String,
    /// Who says that it leads.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub lead_evidence: Vec<Evidence>,
    /// What it cost in all.
    pub budget: Money,
    /// When it ran.
    pub period: Period,
    /// Ids of areas.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub areas: Vec<String>,
    /// Ids of indicators shown among the project's first figures.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub headline: Vec<String>,
    /// Where else it is on the web.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub links: Vec<Link>,
}

from_json!(Project { title, summary, funder, lead, budget, period; lead_evidence, areas, headline, links });

/// The project's own years.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Period {
    /// From when to when.
    pub date: Date,
    /// Where it is published.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub evidence: Vec<Evidence>,
    /// What readers have to know about it.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

from_json!(Period { date; evidence, note });

/// An address outside the site: https, http or mailto.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Link {
    /// An https, http or mailto address.
    pub url: String,
    /// What it is called; the address itself where there is none.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub title: Option<Text>,
}

from_json_and_pack!(Link { url; title });
