//! Items in few bytes. A record that is read from JSON takes a kilobyte of the program's memory,
//! most of it room for what it does not have; packed it takes about as much as its texts. It is packed
//! without being made: a hundred thousand of them would be two million pieces of memory, taken and given back.

use super::from_json::{Fields, FromJson};
use super::json::{Json, words};
use crate::locale::Lang;
use engine::json::Kind;

/// What can be packed. A list or a text has its length before it, what may be null a byte that
/// says whether it is not; the rest follows from the type. What may be absent is a zero where it is.
pub(super) trait Pack: Sized {
    /// Packs what the JSON says, where it is of the type; else what has been packed of it is worth nothing.
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()>;

    /// Takes one off the front. It never fails: bytes that no `pack` has written give some value or other.
    fn unpack(from: &mut &[u8]) -> Self;
}

/// Packs a struct from an object: the fields that must be there, then those that may be absent.
macro_rules! packed {
    ($type:ident { $($field:ident),* $(; $($absent:ident),+)? }) => {
        impl crate::snapshot::pack::Pack for $type {
            fn pack(json: crate::snapshot::json::Json, out: &mut Vec<u8>) -> Option<()> {
                let mut fields = crate::snapshot::from_json::Fields::of(json, $type::KEYS)?;
                $(fields.pack(crate::snapshot::pack::of(|it: &$type| &it.$field), true, out)?;)*
                $($(fields.pack(crate::snapshot::pack::of(|it: &$type| &it.$absent), false, out)?;)+)?
                Some(())
            }

            fn unpack(from: &mut &[u8]) -> Self {
                $type {
                    $($field: crate::snapshot::pack::Pack::unpack(from),)*
                    $($($absent: crate::snapshot::pack::Pack::unpack(from),)+)?
                }
            }
        }
    };
}
/// The same, and the struct tells why a value is not of its type.
macro_rules! pack {
    ($($fields:tt)+) => {
        crate::snapshot::pack::packed!($($fields)+);
        crate::snapshot::shaped::shaped!($($fields)+);
    };
}
/// Has a struct of few fields both read and packed: it is a part of records and of other items.
macro_rules! from_json_and_pack {
    ($($fields:tt)+) => {
        crate::snapshot::from_json::from_json!($($fields)+);
        crate::snapshot::pack::packed!($($fields)+);
    };
}
pub(super) use {from_json_and_pack, pack, packed};

/// How something is packed.
type Packing = fn(Json, &mut Vec<u8>) -> Option<()>;

/// How this field is packed.
pub(super) fn of<S, T: Pack>(_: fn(&S) -> &T) -> Packing {
    T::pack
}

impl Fields<'_> {
    /// Packs the value of the next key.
    pub fn pack(&mut self, pack: Packing, is_required: bool, out: &mut Vec<u8>) -> Option<()> {
        match self.take() {
            Some(json) => pack(json, out),
            None if is_required => None,
            None => {
                out.push(0);
                Some(())
            }
        }
    }
}

/// Seven bits a byte, the lowest first; the eighth says that there are more (LEB128).
pub(super) fn put_number(number: usize, out: &mut Vec<u8>) {
    let mut rest = number;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

/// Takes a number off the front.
pub(super) fn take_number(from: &mut &[u8]) -> usize {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = take_byte(from);
        number |= usize::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        shift += 7;
        if byte < 0x80 {
            return number;
        }
    }
}

/// Takes a byte off the front.
pub(super) fn take_byte(from: &mut &[u8]) -> u8 {
    from.split_off_first().copied().unwrap_or_default()
}

impl Pack for f64 {
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()> {
        out.extend(f64::from_json(json)?.to_le_bytes());
        Some(())
    }

    fn unpack(from: &mut &[u8]) -> f64 {
        from.split_off(..8).and_then(|bytes| bytes.try_into().ok()).map_or(0.0, f64::from_le_bytes)
    }
}

impl Pack for String {
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()> {
        let words = words(json)?;
        put_number(words.len(), out);
        out.extend_from_slice(words.as_bytes());
        Some(())
    }

    fn unpack(from: &mut &[u8]) -> String {
        let length = take_number(from);
        String::from_utf8(from.split_off(..length).unwrap_or_default().to_vec()).unwrap_or_default()
    }
}

impl Pack for Lang {
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()> {
        out.push(Lang::from_json(json)? as u8);
        Some(())
    }

    fn unpack(from: &mut &[u8]) -> Lang {
        Lang::ALL.get(usize::from(take_byte(from))).copied().unwrap_or(Lang::Kk)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()> {
        let is_null = json.kind() == Kind::Null;
        out.push(u8::from(!is_null));
        if is_null { Some(()) } else { T::pack(json, out) }
    }

    fn unpack(from: &mut &[u8]) -> Option<T> {
        (take_byte(from) != 0).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(json: Json, out: &mut Vec<u8>) -> Option<()> {
        pack_list(json, T::pack, out)
    }

    fn unpack(from: &mut &[u8]) -> Vec<T> {
        (0..take_number(from)).map_while(|_| (!from.is_empty()).then(|| T::unpack(from))).collect()
    }
}

fn pack_list(json: Json, pack: Packing, out: &mut Vec<u8>) -> Option<()> {
    put_number(json.items()?.count(), out);
    json.items()?.try_for_each(|item| pack(item, out))
}

#[cfg(test)]
mod tests {
    use super::super::json::with_json;
    use super::super::{Date, Text};
    use super::*;
    use std::fmt::Debug;

    fn check<T: Pack + PartialEq + Debug>(json: &str, value: T, bytes: usize) {
        let mut packed = Vec::new();
        with_json(json, |json| T::pack(json, &mut packed)).expect("the test's own JSON fits the type");
        assert_eq!(packed.len(), bytes, "{json}");
        packed.push(77);
        let mut rest = packed.as_slice();
        assert_eq!(T::unpack(&mut rest), value);
        assert_eq!(rest, [77], "{json} takes its own bytes and no others");
        for end in 0..bytes {
            // What was cut off gives something, and no panic.
            T::unpack(&mut &packed[..end]);
        }
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        check("-2.5", -2.5, 8);
        check("\"Ақтау\"", "Ақтау".to_owned(), 11);
        check("null", None::<String>, 1);
        check("[\"en\", null]", vec![Some(Lang::En), None], 4);
        check("\"en\"", Lang::En, 1);
        check("{\"ru\": \"a\"}", Text { ru: Some("a".to_owned()), ..Text::default() }, 6);
        check("\"2016-03/..\"", Date::parse("2016-03/..").unwrap_or_default(), 6);
    }

    #[test]
    fn numbers_are_as_long_as_they_must_be() {
        for (number, bytes) in [(0, 1), (127, 1), (128, 2), (65_535, 3), (usize::MAX, 10)] {
            let mut packed = Vec::new();
            put_number(number, &mut packed);
            assert_eq!((packed.len(), take_number(&mut packed.as_slice())), (bytes, number));
        }
        assert_eq!(take_number(&mut &[0xff; 20][..]), usize::MAX);
    }

    #[test]
    fn what_does_not_fit_is_not_packed() {
        for json in ["{}", "[{}, {\"kk\": 1}]", "[{}, {\"de\": \"\"}]"] {
            assert_eq!(with_json(json, |json| Vec::<Text>::pack(json, &mut Vec::new())), None, "{json}");
        }
    }
}
