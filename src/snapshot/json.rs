//! A value of the snapshot's JSON text, as the types of the format see it.

use super::Found;
use super::invisible::visible;
use engine::json::{Kind, Value};
use std::borrow::Cow;

/// A value of a JSON text.
pub(super) type Json<'a> = Value<'a>;

/// How much of a text a fault quotes: it may be as long as the file, and its reader sees the
/// beginning only.
const QUOTED: usize = 100;

/// What stands there, for the reader of a fault.
impl From<Json<'_>> for Found {
    fn from(json: Json) -> Found {
        let start = |text: &str| text.chars().take(QUOTED).collect::<String>();
        match json.kind() {
            Kind::Null => "null".into(),
            Kind::False => "false".into(),
            Kind::True => "true".into(),
            Kind::Number => start(json.raw()).into(),
            Kind::Plain | Kind::Text | Kind::Escaped => format!("“{}”", start(&words(json).unwrap_or_default())).into(),
            Kind::List => Found::List,
            Kind::Object => Found::Object,
        }
    }
}

/// A text without the characters that hide or turn it.
pub(super) fn words(json: Json<'_>) -> Option<Cow<'_, str>> {
    let text = json.text()?;
    Some(if json.kind() == Kind::Plain { text } else { visible(text) })
}

#[cfg(test)]
pub(crate) use tests::with_json;

#[cfg(test)]
mod tests {
    use super::*;
    use engine::json::{Cursor, Piece, Tape};

    /// Does this with the value that a test of another module has written down.
    pub(crate) fn with_json<T>(text: &str, then: impl FnOnce(Json) -> T) -> T {
        let mut tape = Tape::default();
        let piece = Piece { bytes: text.as_bytes(), is_last: true };
        let read = tape.read(piece, &mut Cursor::default()).expect("the test's own text is JSON");
        then(tape.value(read))
    }

    fn check(text: &str, expected: Found) {
        assert_eq!(with_json(text, |json| Found::from(json)), expected, "{text}");
    }

    #[test]
    fn what_is_found_is_told_as_it_is_written() {
        check("null", "null".into());
        check("-0.50", "-0.50".into());
        check(r#""\u0041\u200b""#, "“A”".into());
        check("[1]", Found::List);
        check("{}", Found::Object);
    }
}
