//! The three languages: words, sentences, numbers, dates, plurals, sort order.
//!
//! Only this folder holds interface text. Browsers are not asked: Chromium has no
//! Kazakh locale data and would print English forms.

mod bounds;
mod charts;
mod dates;
mod faults;
mod fold;
mod letters;
mod loading;
mod numbers;
mod plural;
mod progress;
mod report;
mod sentences;
mod shapes;
mod sort;
mod words;

pub use fold::{fold, fold_onto, found_in};
pub use numbers::{Magnitude, as_written};
pub use plural::{Plural, agree, forms, pick};
pub use sort::{sort_key, sort_number};

/// A language of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    not(target_family = "wasm"),
    derive(serde::Serialize, schemars::JsonSchema),
    serde(rename_all = "lowercase")
)]
pub enum Lang {
    Kk,
    Ru,
    En,
}

impl Lang {
    /// All of them, in the order in which `choose` takes them.
    pub const ALL: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    /// The BCP 47 code, as in addresses and `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language of that code, with or without a region.
    pub fn parse(code: &str) -> Option<Lang> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// One of three, in the order Kazakh, Russian, English.
    pub(crate) const fn choose(self, kk: &'static str, ru: &'static str, en: &'static str) -> &'static str {
        match self {
            Lang::Kk => kk,
            Lang::Ru => ru,
            Lang::En => en,
        }
    }

    /// Its own name, as its speakers write it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Kk => "Қазақша",
            Lang::Ru => "Русский",
            Lang::En => "English",
        }
    }

    /// A three-letter form of its own name, for the switch.
    pub const fn brief_name(self) -> &'static str {
        match self {
            Lang::Kk => "Қаз",
            Lang::Ru => "Рус",
            Lang::En => "Eng",
        }
    }
}

/// Those of the parts that say something, with `between` between them.
#[inline(never)]
pub fn joined(parts: &[&str], between: &str) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}
