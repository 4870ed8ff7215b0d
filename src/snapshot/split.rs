use super::pause::{Pause, Work};
use super::place::string_end;

/// Bytes that are looked at without a pause.
const PART: usize = 1 << 18;

/// The texts that stand in the outermost list or object of a JSON text, without the space around
/// them; those of an object with their keys. Nothing where this is no list or object, or where
/// one of the texts is empty. The texts themselves are not looked into.
pub(super) async fn split<'a>(text: &'a str, pause: &impl Pause) -> Option<Vec<&'a str>> {
    let text = trimmed(text);
    let inside = text
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .or_else(|| text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')))?;
    let bytes = inside.as_bytes();
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0usize);
    let mut next_pause = PART;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = string_end(bytes, at) - 1,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' if depth == 0 => {
                parts.push(trimmed(&inside[start..at]));
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
        if at > next_pause {
            pause.breathe(Work::Splitting, at, bytes.len()).await;
            next_pause = at + PART;
        }
    }
    let last = trimmed(&inside[start..]);
    if !(parts.is_empty() && last.is_empty()) {
        parts.push(last);
    }
    (depth == 0 && parts.iter().all(|part| !part.is_empty())).then_some(parts)
}

/// The key, as it is written between its quotes, and the value of one such part of an object.
pub(super) fn key_and_value(entry: &str) -> Option<(&str, &str)> {
    let (key, value) = entry.split_at_checked(string_end(entry.as_bytes(), 0))?;
    let key = key.strip_prefix('"')?.strip_suffix('"')?;
    let value = trimmed(trimmed(value).strip_prefix(':')?);
    (!value.is_empty()).then_some((key, value))
}

/// Without the space that JSON has around its values (RFC 8259).
fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{NoPause, at_once};

    fn check(text: &str, expected: Option<&[&str]>) {
        let found = at_once(split(text, &NoPause)).expect("nothing pauses");
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn lists_and_objects() {
        check("[]", Some(&[]));
        check(" { } ", Some(&[]));
        check("[1 , [2,3],\n\"a,\\\"]\"]", Some(&["1", "[2,3]", r#""a,\"]""#]));
        check(r#"{"a": {"b": [1, 2]}, "ә" :"}"}"#, Some(&[r#""a": {"b": [1, 2]}"#, r#""ә" :"}""#]));
        for broken in ["", "1", "[1,]", "[,]", "[1", "{\"a\":1]", "[1]]", "[[1]", "{\"a\":1},{}"] {
            check(broken, None);
        }
        assert_eq!(key_and_value(r#""ә" : ":}""#), Some(("ә", r#"":}""#)));
        for broken in ["", "\"a\"", "\"a\":", "1:2", "\"a\" 1", "\"a"] {
            assert_eq!(key_and_value(broken), None, "{broken}");
        }
    }
}
