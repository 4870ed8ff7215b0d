//! The engine's reading of JSON against serde_json's.

use engine::json::{Cursor, Kind, Piece, Stop, Tape, Value};
use proptest::prelude::*;
use serde::de::IgnoredAny;

/// What serde_json makes of a value that the engine has read.
fn tree(value: Value) -> serde_json::Value {
    match value.kind() {
        Kind::Null => serde_json::Value::Null,
        Kind::False => false.into(),
        Kind::True => true.into(),
        Kind::Number => value.number().into(),
        Kind::Plain | Kind::Text | Kind::Escaped => value.text().unwrap_or_default().into(),
        Kind::List => value.items().into_iter().flatten().map(tree).collect(),
        Kind::Object => {
            let entries = value.entries().into_iter().flatten();
            entries.map(|(key, value)| (key.text().unwrap_or_default().into_owned(), tree(value))).collect()
        }
    }
}

/// Reads a text that comes in pieces of this many bytes; nothing where it is no JSON.
fn read(text: &str, piece: usize) -> Option<serde_json::Value> {
    let (mut tape, mut cursor, mut end) = (Tape::default(), Cursor::default(), 0);
    loop {
        end = (end + piece).min(text.len());
        let piece = Piece { bytes: &text.as_bytes()[..end], is_last: end == text.len() };
        match tape.read(piece, &mut cursor) {
            Ok(read) => {
                let value = tree(tape.value(read));
                let rest = Piece { bytes: text.as_bytes(), is_last: true };
                return cursor.peek(rest).is_none().then_some(value);
            }
            Err(Stop::More) => {}
            Err(Stop::Fault(..)) => return None,
        }
    }
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        // What has more digits is only read as nearly (`engine/src/json/number.rs`).
        (-1_000_000_000_000i64..1_000_000_000_000).prop_map(|number| (number as f64 / 1000.0).into()),
        "[\\PC\n\"\\\\\u{1}😀ә]{0,8}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            proptest::collection::btree_map("[a-cә\"]{0,3}", inner, 0..6)
                .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(json in json(), is_pretty: bool, piece in 1usize..40) {
        let text = if is_pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
        let text = text.expect("a value can be written");
        prop_assert_eq!(read(&text, piece), Some(json));
    }

    #[test]
    fn what_is_no_json_is_refused(json in json(), cuts in proptest::collection::vec((0usize..400, 0usize..2, "[\\[\\]{}:,\"0-9 a.eE+\\\\tnul-]{0,3}"), 0..3), piece in 1usize..40) {
        let mut text: Vec<char> = json.to_string().chars().collect();
        for (at, length, patch) in cuts {
            let at = at % (text.len() + 1);
            text.splice(at..(at + length).min(text.len()), patch.chars());
        }
        let text: String = text.into_iter().collect();
        prop_assert_eq!(read(&text, piece).is_some(), serde_json::from_str::<IgnoredAny>(&text).is_ok(), "{}", text);
    }
}
