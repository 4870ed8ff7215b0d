//! Where in a JSON text an error lies, as a path. serde_json gives a line and a column; a
//! deserializer that tracks paths would come into the bundle once for every type.

/// The path of the value or key that ends, or else begins, at a line and column as serde_json
/// counts them (both from 1, the column in bytes): `actuals[0].value`. Empty for the whole text.
pub(super) fn path_at(text: &str, line: usize, column: usize) -> String {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = before + column;
    let bytes = text.as_bytes();
    let mut steps: Vec<Step> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // What begins at the offset has not been read; what ends there has.
        if at >= offset && !byte.is_ascii_whitespace() {
            break;
        }
        match byte {
            b'{' => steps.push(Step::Key(String::new(), false)),
            b'[' => steps.push(Step::Index(0)),
            b'}' | b']' => {
                steps.pop();
                if at + 1 >= offset {
                    break;
                }
            }
            b',' => match steps.last_mut() {
                Some(Step::Index(index)) => *index += 1,
                Some(Step::Key(_, read)) => *read = false,
                None => {}
            },
            b'"' => {
                let end = string_end(bytes, at);
                if let Some(Step::Key(key, read @ false)) = steps.last_mut() {
                    (*key, *read) = (text.get(at + 1..end - 1).unwrap_or_default().to_owned(), true);
                }
                at = end - 1;
            }
            _ => {}
        }
        at += 1;
    }
    shown(&steps)
}

/// One level of the way down.
enum Step {
    /// In an object, at this key; whether the key has been read since the last comma.
    Key(String, bool),
    /// In a list, at this place.
    Index(usize),
}

/// The position after the string that starts here.
pub(super) fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn shown(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key(_, false) => {}
            Step::Key(key, true) if path.is_empty() => path.push_str(key),
            Step::Key(key, true) => path.extend([".", key]),
            Step::Index(index) => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path where reading the text as this type fails.
    fn check<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str, expected: &str) {
        let error = serde_json::from_str::<T>(text).expect_err("the text does not fit the type");
        assert_eq!(path_at(text, error.line(), error.column()), expected, "{text}: {error}");
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Inner {
        n: f64,
        #[serde(default)]
        list: Vec<u8>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code)]
    struct Outer {
        inner: Inner,
    }

    #[test]
    fn values_keys_and_wholes() {
        check::<Outer>(r#"{"inner": {"n": null}}"#, "inner.n");
        check::<Outer>("{\n \"inner\": {\n  \"n\": \"a \\\" b\"}}", "inner.n");
        check::<Outer>(r#"{"inner": {"n": 1, "list": [1, 2, "x"]}}"#, "inner.list[2]");
        check::<Outer>(r#"{"inner": {"n": 1, "list": {}}}"#, "inner.list");
        check::<Outer>(r#"{"inner": {"n": 1, "colour": 2}}"#, "inner.colour");
        check::<Outer>(r#"{"inner": {"list": [1]}}"#, "inner");
        check::<Outer>(r#"{"inner": {"n": 1, "n": 2}}"#, "inner.n");
        check::<Outer>(r#"{"other": 1}"#, "");
        check::<Outer>("[]", "");
        check::<Vec<Inner>>(r#"[{"n":1}, {"n":[]}]"#, "[1].n");
    }

    #[test]
    fn no_position_makes_it_panic() {
        let text = "{\"ә\": [1, {\"b\": \"\\";
        for line in 0..3 {
            for column in 0..40 {
                path_at(text, line, column);
            }
        }
    }
}
