//! How the types of the format are read from JSON. What serde derives for reading is compiled
//! anew for every type, ten times as much. Why a value cannot be read is asked afterwards (`misfit.rs`).

use super::json::{Json, words};
use engine::json::Kind;
use std::borrow::Cow;
use std::num::NonZero;

/// A type of the format.
pub(super) trait FromJson: Sized {
    /// The value, where it is of this type.
    fn from_json(json: Json) -> Option<Self>;
}

/// The values of an object, to be taken in the order in which its type names the keys.
pub(super) struct Fields<'a> {
    json: Json<'a>,
    /// Where the value of each key stands, of those that are there.
    places: [Option<NonZero<u32>>; Fields::MOST],
    taken: usize,
}

impl<'a> Fields<'a> {
    /// As many keys as the largest type has.
    pub const MOST: usize = 19;

    /// An object that has these keys and no others, each at most once.
    pub fn of(json: Json<'a>, keys: &'static [&'static str]) -> Option<Fields<'a>> {
        let mut fields = Fields { json, places: [None; Fields::MOST], taken: 0 };
        json.find(keys, &mut fields.places).then_some(fields)
    }

    /// The value of the next key, if it is there.
    pub fn take(&mut self) -> Option<Json<'a>> {
        let at = self.taken;
        self.taken += 1;
        self.places[at].map(|place| self.json.part(place))
    }

    /// The value of the next key; none where it is absent or not of its type.
    pub fn required<T: FromJson>(&mut self) -> Option<T> {
        T::from_json(self.take()?)
    }

    /// The value of the next key, or the default where it is absent; none where it is there and not of its type.
    pub fn optional<T: FromJson + Default>(&mut self) -> Option<T> {
        self.take().map_or_else(|| Some(T::default()), T::from_json)
    }

    /// The value of the next key, or `Some(None)` where it is absent; none where it is null or not of its type.
    pub fn never_null<T: FromJson>(&mut self) -> Option<Option<T>> {
        self.take().map_or(Some(None), |json| T::from_json(json).map(Some))
    }
}

/// Reads a struct from an object: the fields that must be there, then those that may be absent,
/// then those that may be absent but never null. A field is its key, unless that is written after it.
macro_rules! read {
    ($type:ident {
        $($field:ident $(= $key:literal)?),*
        $(; $($absent:ident),+)?
        $(; never null: $($firm:ident),+)?
    }) => {
        impl crate::snapshot::from_json::FromJson for $type {
            fn from_json(json: crate::snapshot::json::Json) -> Option<Self> {
                let mut fields = crate::snapshot::from_json::Fields::of(json, $type::KEYS)?;
                Some($type {
                    $($field: fields.required()?,)*
                    $($($absent: fields.optional()?,)+)?
                    $($($firm: fields.never_null()?,)+)?
                })
            }
        }
    };
}
/// The same, and the struct tells why a value is not of its type.
macro_rules! from_json {
    ($($fields:tt)+) => {
        crate::snapshot::from_json::read!($($fields)+);
        crate::snapshot::shaped::shaped!($($fields)+);
    };
}
pub(super) use {from_json, read};

impl FromJson for String {
    fn from_json(json: Json) -> Option<String> {
        words(json).map(Cow::into_owned)
    }
}

impl FromJson for bool {
    fn from_json(json: Json) -> Option<bool> {
        match json.kind() {
            Kind::True => Some(true),
            Kind::False => Some(false),
            _ => None,
        }
    }
}

impl FromJson for f64 {
    fn from_json(json: Json) -> Option<f64> {
        json.number().filter(|number| number.is_finite())
    }
}

/// A whole number up to `most`.
fn whole(json: Json, most: u16) -> Option<u16> {
    let number = json.number().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(most)).contains(n));
    number.map(|number| number as u16)
}

impl FromJson for u8 {
    fn from_json(json: Json) -> Option<u8> {
        whole(json, u8::MAX.into()).map(|number| number as u8)
    }
}

impl FromJson for u16 {
    fn from_json(json: Json) -> Option<u16> {
        whole(json, u16::MAX)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json) -> Option<Option<T>> {
        match json.kind() {
            Kind::Null => Some(None),
            _ => T::from_json(json).map(Some),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json) -> Option<Vec<T>> {
        // `collect::<Option<_>>` would be compiled anew for each type.
        let mut all = Vec::new();
        for item in json.items()? {
            all.push(T::from_json(item)?);
        }
        Some(all)
    }
}

#[cfg(test)]
pub(crate) use tests::indicator;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::json::with_json;
    use crate::snapshot::{Indicator, Value};
    use std::fmt::Debug;

    /// An indicator that a test of another module has written down.
    pub(crate) fn indicator(text: &str) -> Indicator {
        with_json(text, FromJson::from_json).expect("the test's own indicator is of the right shape")
    }

    fn check<T: FromJson + PartialEq + Debug>(text: &str, expected: Option<T>) {
        assert_eq!(with_json(text, T::from_json), expected, "{text}");
    }

    #[test]
    fn what_is_of_its_type_is_read() {
        check(r#""\u0041""#, Some("A".to_owned()));
        check::<String>("1", None);
        check("[true, false]", Some(vec![true, false]));
        check::<Vec<bool>>("[true, 0]", None);
        check("null", Some(None::<f64>));
        check("-0.5", Some(Some(-0.5)));
        check("1e999", None::<f64>);
        check("255", Some(255_u8));
        check("256", None::<u8>);
        check("0.5", None::<u16>);
    }

    #[test]
    fn a_field_may_be_absent_and_yet_never_null() {
        let read = |more: &str| {
            let text = format!(r#"{{"period": "2015", "area": "a", "scope": "project"{more}}}"#);
            with_json(&text, Value::from_json).map(|value| (value.value, value.part))
        };
        assert_eq!(read(""), Some((None, None)));
        assert_eq!(read(r#", "value": 2, "part": null"#), Some((Some(2.0), None)));
        assert_eq!(read(r#", "value": null"#), None);
        assert_eq!(read(r#", "area": "b""#), None, "twice");
        assert_eq!(read(r#", "colour": 1"#), None, "unknown");
    }
}
