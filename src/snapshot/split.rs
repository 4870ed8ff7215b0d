use super::place::string_end;

/// The texts that stand in the outermost list or object of a JSON text, without the space around
/// them; those of an object with their keys. The text must be JSON: it is not checked again.
pub(super) fn split(text: &str) -> Vec<&str> {
    let inside =
        text.trim_ascii().get(1..).and_then(|rest| rest.get(..rest.len().saturating_sub(1))).unwrap_or_default();
    let bytes = inside.as_bytes();
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = string_end(bytes, at) - 1,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                parts.push(&inside[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    parts.push(&inside[start..]);
    parts.into_iter().map(str::trim_ascii).filter(|part| !part.is_empty()).collect()
}

/// The key, as it is written between its quotes, and the value of one such part of an object.
pub(super) fn key_and_value(entry: &str) -> (&str, &str) {
    let end = string_end(entry.as_bytes(), 0).min(entry.len());
    let (key, value) = entry.split_at(end);
    (key.trim_matches('"'), value.trim_ascii_start().trim_start_matches(':').trim_ascii_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(split(text), expected, "{text}");
    }

    #[test]
    fn lists_and_objects() {
        check("[]", &[]);
        check(" { } ", &[]);
        check("[1 , [2,3],\n\"a,\\\"]\"]", &["1", "[2,3]", r#""a,\"]""#]);
        check(r#"{"a": {"b": [1, 2]}, "ә" :"}"}"#, &[r#""a": {"b": [1, 2]}"#, r#""ә" :"}""#]);
        assert_eq!(key_and_value(r#""ә" : ":}""#), ("ә", r#"":}""#));
    }
}
