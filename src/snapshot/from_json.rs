//! How the types of the format are read from JSON. What serde derives for reading is compiled
//! anew for every type, ten times as much; and its faults do not know where they are.

use super::json::Json;
use std::borrow::Cow;

/// A type of the format.
pub(super) trait FromJson: Sized {
    fn from_json(json: &Json) -> Result<Self, Box<Misfit>>;
}

/// Why a value is not of its type.
#[derive(Debug)]
pub(super) struct Misfit {
    /// Such as `actuals[0].value`, from the value that was to be read.
    pub path: String,
    pub found: String,
    pub expected: String,
}

impl Misfit {
    pub fn new(found: &Json, expected: &str) -> Box<Misfit> {
        Misfit::told(found.to_string(), expected.to_owned())
    }

    fn told(found: String, expected: String) -> Box<Misfit> {
        Box::new(Misfit { path: String::new(), found, expected })
    }

    /// The same, seen from what stands around: `step` is `key` or `[place]`.
    pub fn within(mut self: Box<Misfit>, step: &str) -> Box<Misfit> {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path.insert_str(0, dot);
        self.path.insert_str(0, step);
        self
    }
}

/// The entries of an object.
pub(super) struct Fields<'a, 'b>(&'a [(Cow<'b, str>, Json<'b>)]);

impl<'a, 'b> Fields<'a, 'b> {
    /// The entries of an object that has these keys and no others, each at most once.
    pub fn of(json: &'a Json<'b>, keys: &[&str]) -> Result<Fields<'a, 'b>, Box<Misfit>> {
        let Json::Object(entries) = json else { return Err(Misfit::new(json, "an object")) };
        for (at, (key, _)) in entries.iter().enumerate() {
            if !keys.contains(&key.as_ref()) {
                let misfit = Misfit::told(format!("unknown key `{key}`"), format!("one of {}", keys.join(", ")));
                return Err(misfit.within(key));
            }
            if entries[..at].iter().any(|(earlier, _)| earlier == key) {
                return Err(Misfit::told(format!("key `{key}` twice"), "each key once".to_owned()).within(key));
            }
        }
        Ok(Fields(entries))
    }

    fn get(&self, key: &str) -> Option<&'a Json<'b>> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub fn required<T: FromJson>(&self, key: &str) -> Result<T, Box<Misfit>> {
        match self.get(key) {
            Some(json) => T::from_json(json).map_err(|misfit| misfit.within(key)),
            None => Err(Misfit::told("nothing".to_owned(), format!("key `{key}`"))),
        }
    }

    pub fn optional<T: FromJson + Default>(&self, key: &str) -> Result<T, Box<Misfit>> {
        self.get(key).map_or(Ok(T::default()), |json| T::from_json(json).map_err(|misfit| misfit.within(key)))
    }

    /// May be absent, but where it is there it is not null.
    pub fn never_null<T: FromJson>(&self, key: &str) -> Result<Option<T>, Box<Misfit>> {
        self.get(key).map(|_| self.required(key)).transpose()
    }
}

/// Reads a struct from an object: the fields that must be there, then those that may be absent,
/// then those that may be absent but never null. A field is its key, unless that is written after it.
macro_rules! from_json {
    ($type:ident {
        $($field:ident $(= $key:literal)?),+
        $(; $($absent:ident),+)?
        $(; never null: $($firm:ident),+)?
    }) => {
        impl crate::snapshot::from_json::FromJson for $type {
            fn from_json(
                json: &crate::snapshot::json::Json,
            ) -> Result<Self, Box<crate::snapshot::from_json::Misfit>> {
                const KEYS: &[&str] = &[
                    $(crate::snapshot::from_json::key!($field $($key)?),)+
                    $($(stringify!($absent),)+)?
                    $($(stringify!($firm),)+)?
                ];
                let fields = crate::snapshot::from_json::Fields::of(json, KEYS)?;
                Ok($type {
                    $($field: fields.required(crate::snapshot::from_json::key!($field $($key)?))?,)+
                    $($($absent: fields.optional(stringify!($absent))?,)+)?
                    $($($firm: fields.never_null(stringify!($firm))?,)+)?
                })
            }
        }
    };
}
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}
pub(super) use {from_json, key};

impl FromJson for String {
    fn from_json(json: &Json) -> Result<String, Box<Misfit>> {
        match json {
            Json::Text(text) => Ok(text.clone().into_owned()),
            _ => Err(Misfit::new(json, "a text")),
        }
    }
}

impl FromJson for bool {
    fn from_json(json: &Json) -> Result<bool, Box<Misfit>> {
        match json {
            Json::Bool(value) => Ok(*value),
            _ => Err(Misfit::new(json, "true or false")),
        }
    }
}

impl FromJson for f64 {
    fn from_json(json: &Json) -> Result<f64, Box<Misfit>> {
        match json {
            Json::Number(value) => Ok(*value),
            _ => Err(Misfit::new(json, "a number")),
        }
    }
}

/// A whole number up to `most`.
fn whole(json: &Json, most: u16) -> Result<u16, Box<Misfit>> {
    match json {
        Json::Number(value) if value.fract() == 0.0 && (0.0..=f64::from(most)).contains(value) => Ok(*value as u16),
        _ => Err(Misfit::new(json, &format!("a whole number from 0 to {most}"))),
    }
}

impl FromJson for u8 {
    fn from_json(json: &Json) -> Result<u8, Box<Misfit>> {
        whole(json, u8::MAX.into()).map(|number| number as u8)
    }
}

impl FromJson for u16 {
    fn from_json(json: &Json) -> Result<u16, Box<Misfit>> {
        whole(json, u16::MAX)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Result<Option<T>, Box<Misfit>> {
        match json {
            Json::Null => Ok(None),
            _ => T::from_json(json).map(Some),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Result<Vec<T>, Box<Misfit>> {
        let Json::List(items) = json else { return Err(Misfit::new(json, "a list")) };
        let mut all = Vec::with_capacity(items.len());
        for (place, item) in items.iter().enumerate() {
            all.push(T::from_json(item).map_err(|misfit| misfit.within(&format!("[{place}]")))?);
        }
        Ok(all)
    }
}

/// Tests of other modules write their indicators as JSON.
#[cfg(test)]
impl<'de> serde::Deserialize<'de> for crate::snapshot::Indicator {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = serde_json::Value::deserialize(deserializer)?.to_string();
        let json = Json::read(&text).map_err(serde::de::Error::custom)?;
        FromJson::from_json(&json).map_err(|misfit| serde::de::Error::custom(format!("{misfit:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Evidence, Indicator, Text, Value};

    /// Where and why reading the text as this type fails.
    fn check<T: FromJson + std::fmt::Debug>(text: &str, expected: &str) {
        let json = Json::read(text).expect("the test's own text is JSON");
        let misfit = T::from_json(&json).expect_err("the text does not fit the type");
        assert_eq!(format!("{}: {}, not {}", misfit.path, misfit.found, misfit.expected), expected, "{text}");
    }

    #[test]
    fn places_and_reasons() {
        check::<Text>("[]", ": a list, not an object");
        check::<Text>(r#"{"kk": 1.5}"#, "kk: 1.5, not a text");
        check::<Text>(r#"{"de": ""}"#, "de: unknown key `de`, not one of kk, ru, en, original");
        check::<Text>(r#"{"kk": "", "kk": ""}"#, "kk: key `kk` twice, not each key once");
        check::<Evidence>("{}", ": nothing, not key `source`");
        check::<Vec<Evidence>>(r#"[{"source": "a", "locator": {"page": 1}}]"#, "[0].locator.page: 1, not a text");
        check::<Evidence>(r#"{"source": "a", "locator": {}}"#, "locator: an object, not one of paragraph, page, file");
        check::<Value>(
            r#"{"period": "2015", "area": "a", "scope": "own"}"#,
            "scope: “own”, not one of project, context, related",
        );
        check::<Value>(
            r#"{"period": "2015", "area": "a", "scope": "project", "value": null}"#,
            "value: null, not a number",
        );
        check::<u8>("300", ": 300, not a whole number from 0 to 255");
        check::<u8>("0.5", ": 0.5, not a whole number from 0 to 255");
        check::<Indicator>("true", ": true, not an object");
    }
}
