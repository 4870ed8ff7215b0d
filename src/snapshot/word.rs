use serde::de::{Deserializer, Error, Visitor};
use std::fmt;

/// Reads one of a few words and gives its place among them. One function for all enums of the
/// format: what serde derives is compiled anew for each.
pub(crate) fn read_word<'de, D: Deserializer<'de>>(
    deserializer: D,
    words: &'static [&'static str],
) -> Result<usize, D::Error> {
    deserializer.deserialize_str(OneOf(words))
}

struct OneOf(&'static [&'static str]);

impl Visitor<'_> for OneOf {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", self.0.join(", "))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == word).ok_or_else(|| E::unknown_variant(word, self.0))
    }
}

macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[cfg_attr(not(target_family = "wasm"), serde(rename = $word))] $variant),+
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word that snapshots and addresses spell it with.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::snapshot::read_word(deserializer, &[$($word),+]).map(|place| $name::ALL[place])
            }
        }
    };
}
pub(super) use word_enum;

#[cfg(test)]
mod tests {
    use crate::snapshot::{Bound, Scope};

    #[test]
    fn words_and_nothing_else() {
        assert_eq!(serde_json::from_str::<Bound>(r#""up-to""#).ok(), Some(Bound::UpTo));
        for text in [r#""Project""#, "1", "null", r#"{"project": 1}"#] {
            assert!(serde_json::from_str::<Scope>(text).is_err(), "{text}");
        }
    }
}
