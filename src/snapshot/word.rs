use super::Shape;
use super::from_json::FromJson;
use super::json::{Json, words};
use super::misfit::shaped_whole;
use crate::locale::Lang;

/// Reads one of a few words and gives its place among them.
pub(super) fn read_word(json: Json, known: &'static [&'static str]) -> Option<usize> {
    let word = words(json)?;
    known.iter().position(|known| *known == word)
}

/// The codes of the languages, in their order.
const LANGS: &[&str] = &["kk", "ru", "en"];

impl FromJson for Lang {
    fn from_json(json: Json) -> Option<Lang> {
        read_word(json, LANGS).map(|place| Lang::ALL[place])
    }
}

shaped_whole!(Lang = Shape::OneOf(LANGS));

macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[cfg_attr(not(target_family = "wasm"), serde(rename = $word))] $variant),+
        }

        impl $name {
            /// All of them, in the order in which the format lists them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Their words, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that snapshots and addresses spell it with.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl crate::snapshot::from_json::FromJson for $name {
            fn from_json(json: crate::snapshot::json::Json) -> Option<Self> {
                crate::snapshot::word::read_word(json, $name::WORDS).map(|place| $name::ALL[place])
            }
        }

        impl crate::snapshot::pack::Pack for $name {
            fn pack(json: crate::snapshot::json::Json, out: &mut Vec<u8>) -> Option<()> {
                out.push(crate::snapshot::word::read_word(json, $name::WORDS)? as u8);
                Some(())
            }

            fn unpack(from: &mut &[u8]) -> Self {
                let place = crate::snapshot::pack::take_byte(from);
                $name::ALL.get(usize::from(place)).copied().unwrap_or($name::ALL[0])
            }
        }

        crate::snapshot::misfit::shaped_whole!($name = crate::snapshot::Shape::OneOf($name::WORDS));
    };
}
pub(super) use word_enum;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Bound;
    use crate::snapshot::json::with_json;

    fn check(text: &str, expected: Option<Bound>) {
        assert_eq!(with_json(text, Bound::from_json), expected, "{text}");
    }

    #[test]
    fn words_and_nothing_else() {
        check(r#""up-to""#, Some(Bound::UpTo));
        for text in [r#""Up-to""#, "1", "null", r#"{"up-to": 1}"#] {
            check(text, None);
        }
    }
}
