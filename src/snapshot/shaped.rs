//! The keys of a struct of the format, and what is wrong with an object that is to be one.

use super::json::Json;
use super::misfit::{Misfits, Shaped, Telling};
use super::{Found, Shape};

/// Tells what is wrong with an object of these keys: whether each must be there, and how its type tells.
pub(super) fn tell_object(json: Json, keys: &'static [&'static str], fields: &[(bool, Telling)], told: &mut Misfits) {
    let Some(entries) = json.entries() else { return told.tell(json, Shape::Object) };
    let mut met = vec![false; keys.len()];
    for (key, value) in entries {
        let name = key.text().unwrap_or_default();
        told.within(&name, |told| match keys.iter().position(|known| *known == name) {
            None => told.tell(Found::Key(name.to_string()), Shape::OneOf(keys)),
            Some(at) if std::mem::replace(&mut met[at], true) => told.tell(Found::Again(name.to_string()), Shape::Once),
            Some(at) => fields[at].1(value, told),
        });
    }
    for ((key, (is_required, _)), met) in keys.iter().zip(fields).zip(met) {
        if *is_required && !met {
            told.tell(Found::Nothing, Shape::Key(key));
        }
    }
}

/// A struct knows its keys, and tells what is wrong with each of its fields. The words are those of `from_json!`.
macro_rules! shaped {
    ($type:ident {
        $($field:ident $(= $key:literal)?),*
        $(; $($absent:ident),+)?
        $(; never null: $($firm:ident),+)?
    }) => {
        impl $type {
            /// The keys of its object, in the order in which their values are taken.
            const KEYS: &[&str] = &[
                $(crate::snapshot::shaped::key!($field $($key)?),)*
                $($(stringify!($absent),)+)?
                $($(stringify!($firm),)+)?
            ];
        }
        // Where it has more keys than there is room for, this does not compile.
        const _: usize = crate::snapshot::from_json::Fields::MOST - $type::KEYS.len();

        impl crate::snapshot::misfit::Shaped for $type {
            fn misfits(json: crate::snapshot::json::Json, told: &mut crate::snapshot::misfit::Misfits) {
                use crate::snapshot::shaped;
                const FIELDS: &[(bool, crate::snapshot::misfit::Telling)] = &[
                    $((true, shaped::of(|it: &$type| &it.$field)),)*
                    $($((false, shaped::of(|it: &$type| &it.$absent)),)+)?
                    $($((false, shaped::of_firm(|it: &$type| &it.$firm)),)+)?
                ];
                shaped::tell_object(json, $type::KEYS, FIELDS, told);
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
pub(super) use {key, shaped};

/// How the type of this field tells.
pub(super) const fn of<S, T: Shaped>(_: fn(&S) -> &T) -> Telling {
    T::misfits
}

/// The same where the field may be absent, but is not null.
pub(super) const fn of_firm<S, T: Shaped>(_: fn(&S) -> &Option<T>) -> Telling {
    T::misfits
}
