//! How the types of the format are read from JSON. What serde derives for reading is compiled
//! anew for every type, ten times as much; and its faults do not know where they are.

use super::json::{Json, words};
use super::{Found, Shape};
use engine::json::{Kind, Stray};
use std::borrow::Cow;
use std::num::NonZero;

/// A type of the format.
pub(super) trait FromJson: Sized {
    fn from_json(json: Json) -> Result<Self, Box<Misfit>>;
}

/// Why a value is not of its type.
#[derive(Debug)]
pub(super) struct Misfit {
    /// Such as `actuals[0].value`, from the value that was to be read.
    pub path: String,
    pub found: Found,
    pub expected: Shape,
}

impl Misfit {
    pub fn new(found: Json, expected: Shape) -> Box<Misfit> {
        Misfit::told(found.into(), expected)
    }

    pub fn told(found: Found, expected: Shape) -> Box<Misfit> {
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

/// The values of an object, to be taken in the order in which its type names the keys.
pub(super) struct Fields<'a> {
    json: Json<'a>,
    keys: &'static [&'static str],
    /// Where the value of each key stands, of those that are there.
    places: [Option<NonZero<u32>>; Fields::MOST],
    taken: usize,
}

impl<'a> Fields<'a> {
    /// As many keys as the largest type has.
    pub const MOST: usize = 19;

    /// An object that has these keys and no others, each at most once.
    pub fn of(json: Json<'a>, keys: &'static [&'static str]) -> Result<Fields<'a>, Box<Misfit>> {
        let mut fields = Fields { json, keys, places: [None; Fields::MOST], taken: 0 };
        match json.find(keys, &mut fields.places) {
            Ok(()) => Ok(fields),
            Err(stray) => Err(misfit(json, keys, stray)),
        }
    }

    /// The next key, and its value if it is there.
    pub fn take(&mut self) -> (&'static str, Option<Json<'a>>) {
        let at = self.taken;
        self.taken += 1;
        (self.keys[at], self.places[at].map(|place| self.json.part(place)))
    }

    pub fn required<T: FromJson>(&mut self) -> Result<T, Box<Misfit>> {
        match self.take() {
            (key, Some(json)) => T::from_json(json).map_err(|misfit| misfit.within(key)),
            (key, None) => Err(Misfit::told(Found::Nothing, Shape::Key(key))),
        }
    }

    pub fn optional<T: FromJson + Default>(&mut self) -> Result<T, Box<Misfit>> {
        match self.take() {
            (key, Some(json)) => T::from_json(json).map_err(|misfit| misfit.within(key)),
            (_, None) => Ok(T::default()),
        }
    }

    /// May be absent, but where it is there it is not null.
    pub fn never_null<T: FromJson>(&mut self) -> Result<Option<T>, Box<Misfit>> {
        match self.take() {
            (key, Some(json)) => T::from_json(json).map(Some).map_err(|misfit| misfit.within(key)),
            (_, None) => Ok(None),
        }
    }
}

/// What is no object of these keys.
#[cold]
#[inline(never)]
fn misfit(json: Json, keys: &'static [&'static str], stray: Stray) -> Box<Misfit> {
    match stray {
        Stray::NoObject => Misfit::new(json, Shape::Object),
        Stray::Unknown(key) => fault(key, Found::Key, Shape::OneOf(keys)),
        Stray::Again(key) => fault(key, Found::Again, Shape::Once),
    }
}

/// A key that should not be there.
fn fault(key: Json, found: fn(String) -> Found, expected: Shape) -> Box<Misfit> {
    let key = key.text().unwrap_or_default();
    Misfit::told(found(key.to_string()), expected).within(&key)
}

/// Reads a struct from an object: the fields that must be there, then those that may be absent,
/// then those that may be absent but never null. A field is its key, unless that is written after it.
macro_rules! from_json {
    ($type:ident {
        $($field:ident $(= $key:literal)?),*
        $(; $($absent:ident),+)?
        $(; never null: $($firm:ident),+)?
    }) => {
        impl crate::snapshot::from_json::FromJson for $type {
            fn from_json(
                json: crate::snapshot::json::Json,
            ) -> Result<Self, Box<crate::snapshot::from_json::Misfit>> {
                const KEYS: &[&str] = &[
                    $(crate::snapshot::from_json::key!($field $($key)?),)*
                    $($(stringify!($absent),)+)?
                    $($(stringify!($firm),)+)?
                ];
                // Where it has more keys than there is room for, this does not compile.
                const _: usize = crate::snapshot::from_json::Fields::MOST - KEYS.len();
                let mut fields = crate::snapshot::from_json::Fields::of(json, KEYS)?;
                Ok($type {
                    $($field: fields.required()?,)*
                    $($($absent: fields.optional()?,)+)?
                    $($($firm: fields.never_null()?,)+)?
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
    fn from_json(json: Json) -> Result<String, Box<Misfit>> {
        words(json).map(Cow::into_owned).ok_or_else(|| Misfit::new(json, Shape::Text))
    }
}

impl FromJson for bool {
    fn from_json(json: Json) -> Result<bool, Box<Misfit>> {
        match json.kind() {
            Kind::True => Ok(true),
            Kind::False => Ok(false),
            _ => Err(Misfit::new(json, Shape::Bool)),
        }
    }
}

impl FromJson for f64 {
    fn from_json(json: Json) -> Result<f64, Box<Misfit>> {
        json.number().filter(|number| number.is_finite()).ok_or_else(|| Misfit::new(json, Shape::Number))
    }
}

/// A whole number up to `most`.
fn whole(json: Json, most: u16) -> Result<u16, Box<Misfit>> {
    let number = json.number().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(most)).contains(n));
    number.map(|number| number as u16).ok_or_else(|| Misfit::new(json, Shape::Whole(most)))
}

impl FromJson for u8 {
    fn from_json(json: Json) -> Result<u8, Box<Misfit>> {
        whole(json, u8::MAX.into()).map(|number| number as u8)
    }
}

impl FromJson for u16 {
    fn from_json(json: Json) -> Result<u16, Box<Misfit>> {
        whole(json, u16::MAX)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json) -> Result<Option<T>, Box<Misfit>> {
        match json.kind() {
            Kind::Null => Ok(None),
            _ => T::from_json(json).map(Some),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json) -> Result<Vec<T>, Box<Misfit>> {
        let items = json.items().ok_or_else(|| Misfit::new(json, Shape::List))?;
        let mut all = Vec::new();
        for (place, item) in items.enumerate() {
            all.push(T::from_json(item).map_err(|misfit| misfit.within(&format!("[{place}]")))?);
        }
        Ok(all)
    }
}

#[cfg(test)]
pub(crate) use tests::indicator;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::snapshot::json::with_json;
    use crate::snapshot::{Evidence, Expected, Indicator, Text, Value};

    /// An indicator that a test of another module has written down.
    pub(crate) fn indicator(text: &str) -> Indicator {
        with_json(text, FromJson::from_json).expect("the test's own indicator is of the right shape")
    }

    /// Where and why reading the text as this type fails.
    fn check<T: FromJson + std::fmt::Debug>(text: &str, expected: &str) {
        let misfit = with_json(text, T::from_json).expect_err("the text does not fit the type");
        let words = Lang::En.problem(&misfit.found, &Expected::Shape(misfit.expected));
        assert_eq!(format!("{}: {words}", misfit.path), expected, "{text}");
    }

    #[test]
    fn places_and_reasons() {
        check::<Text>("[]", ": found a list, expected an object");
        check::<Text>(r#"{"kk": 1.5}"#, "kk: found 1.5, expected a text");
        check::<Text>(r#"{"de": ""}"#, "de: found the unknown key “de”, expected one of: kk, ru, en, original");
        check::<Text>(r#"{"kk": "", "kk": ""}"#, "kk: found “kk” again, expected keys of the format, each once");
        check::<Evidence>("{}", ": found nothing, expected the key “source”");
        check::<Vec<Evidence>>(
            r#"[{"source": "a", "locator": {"page": 1}}]"#,
            "[0].locator.page: found 1, expected a text",
        );
        check::<Evidence>(
            r#"{"source": "a", "locator": {}}"#,
            "locator: found an object, expected one of: paragraph, page, file",
        );
        check::<Value>(
            r#"{"period": "2015", "area": "a", "scope": "own"}"#,
            "scope: found “own”, expected one of: project, context, related",
        );
        check::<Value>(
            r#"{"period": "2015", "area": "a", "scope": "project", "value": null}"#,
            "value: found null, expected a number",
        );
        check::<u8>("300", ": found 300, expected a whole number from 0 to 255");
        check::<u8>("0.5", ": found 0.5, expected a whole number from 0 to 255");
        check::<Indicator>("true", ": found true, expected an object");
    }
}
