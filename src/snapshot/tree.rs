use super::json::Json;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, Expected, IntoDeserializer, Unexpected, Visitor};
use std::fmt;

/// Why a value is not of its type, and where: a path such as `actuals[0].value`, from the value
/// that was to be read.
#[derive(Debug)]
pub(super) struct Misfit {
    pub path: String,
    /// In serde's words: "invalid type: null, expected f64".
    pub message: String,
}

impl Misfit {
    /// The same, seen from what stands around: `step` is `key` or `[place]`.
    fn within(mut self, step: &str) -> Misfit {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path.insert_str(0, dot);
        self.path.insert_str(0, step);
        self
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Misfit {
        Misfit { path: String::new(), message: message.to_string() }
    }
}

impl Json<'_> {
    fn misfit(&self, expected: &dyn Expected) -> Misfit {
        let found = match self {
            Json::Null => Unexpected::Other("null"),
            Json::Bool(value) => Unexpected::Bool(*value),
            Json::Number(value) => Unexpected::Float(*value),
            Json::Text(text) => Unexpected::Str(text),
            Json::List(_) => Unexpected::Other("a list"),
            Json::Object(_) => Unexpected::Other("an object"),
        };
        de::Error::invalid_type(found, expected)
    }
}

/// Reads the types of the format and no others: structs from objects, lists, words, numbers.
impl<'de> Deserializer<'de> for &Json<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        Err(self.misfit(&visitor))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::Bool(value) => visitor.visit_bool(*value),
            _ => Err(self.misfit(&visitor)),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::Number(value) => visitor.visit_f64(*value),
            _ => Err(self.misfit(&visitor)),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::Number(value) if *value >= 0.0 && value.fract() == 0.0 => visitor.visit_u64(*value as u64),
            _ => Err(self.misfit(&visitor)),
        }
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::Text(text) => visitor.visit_str(text),
            _ => Err(self.misfit(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::List(items) => visitor.visit_seq(Elements { items, next: 0 }),
            _ => Err(self.misfit(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self {
            Json::Object(entries) => visitor.visit_map(Entries { entries, next: 0 }),
            _ => Err(self.misfit(&visitor)),
        }
    }

    /// An object with one key, which says what the value is.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self {
            Json::Object(entries) if entries.len() == 1 => {
                visitor.visit_enum(MapAccessDeserializer::new(Entries { entries, next: 0 }))
            }
            _ => Err(self.misfit(&visitor)),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 u32 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map identifier
        ignored_any
    }
}

struct Elements<'a, 'b> {
    items: &'a [Json<'b>],
    next: usize,
}

impl<'de> de::SeqAccess<'de> for Elements<'_, '_> {
    type Error = Misfit;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        let Some(item) = self.items.get(self.next) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(item).map(Some).map_err(|misfit| misfit.within(&format!("[{}]", self.next - 1)))
    }
}

struct Entries<'a, 'b> {
    entries: &'a [(std::borrow::Cow<'b, str>, Json<'b>)],
    next: usize,
}

impl<'de> de::MapAccess<'de> for Entries<'_, '_> {
    type Error = Misfit;

    fn next_key_seed<T: de::DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        let Some((key, _)) = self.entries.get(self.next) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(key.as_ref().into_deserializer()).map(Some).map_err(|misfit: Misfit| misfit.within(key))
    }

    fn next_value_seed<T: de::DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Misfit> {
        let Some((key, value)) = self.entries.get(self.next.wrapping_sub(1)) else {
            return Err(de::Error::custom("a value was asked for before its key"));
        };
        seed.deserialize(value).map_err(|misfit| misfit.within(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Evidence, Indicator, Text, Value};

    /// The path where reading the text as this type fails.
    fn check<T: de::DeserializeOwned + std::fmt::Debug>(text: &str, expected: &str) {
        let json: Json = Json::read(text).expect("the test's own text is JSON");
        let misfit = T::deserialize(&json).expect_err("the text does not fit the type");
        assert_eq!(format!("{}: {}", misfit.path, misfit.message), expected, "{text}");
    }

    #[test]
    fn places_and_reasons() {
        check::<Text>("[]", ": invalid type: a list, expected struct Text");
        check::<Text>(r#"{"kk": 1}"#, "kk: invalid type: floating point `1.0`, expected a string");
        check::<Text>(r#"{"de": ""}"#, "de: unknown field `de`, expected one of `kk`, `ru`, `en`, `original`");
        check::<Text>(r#"{"kk": "", "kk": ""}"#, ": duplicate field `kk`");
        check::<Evidence>(
            r#"{"source": "a", "locator": {"page": 1}}"#,
            "locator.page: invalid type: floating point `1.0`, expected a string",
        );
        check::<Evidence>(
            r#"{"source": "a", "locator": {}}"#,
            "locator: invalid type: an object, expected enum Locator",
        );
        check::<Value>(
            r#"{"scope": "own"}"#,
            "scope: unknown variant `own`, expected one of `project`, `context`, `related`",
        );
        check::<Value>(r#"{"value": null}"#, "value: invalid type: null, expected f64");
        check::<Vec<Value>>(
            r#"[{"evidence": [{"locator": 1}]}]"#,
            "[0].evidence[0].locator: invalid type: floating point `1.0`, expected enum Locator",
        );
        check::<Indicator>(r#"{"decimals": 300}"#, "decimals: invalid value: integer `300`, expected u8");
        check::<Indicator>(r#"{"decimals": 0.5}"#, "decimals: invalid type: floating point `0.5`, expected u8");
    }
}
