/// JSON without the spaces that only people need, as the bundle has it: each item of a list at the top stays on a line
/// of its own, so that versions can still be compared. Of a snapshot it spares a first visit a thirtieth.
pub fn compact(json: &str) -> String {
    let (mut kept, mut depth, mut is_text, mut is_escaped) = (String::with_capacity(json.len()), 0_usize, false, false);
    for letter in json.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_text = !is_text,
            _ if is_text => {}
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            '\n' if depth <= OPEN => {}
            letter if letter.is_ascii_whitespace() => continue,
            _ => {}
        }
        kept.push(letter);
    }
    kept
}

/// So deep in objects and lists lines stay: that is the snapshot and its lists, whose items are deeper.
const OPEN: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &str) {
        assert_eq!(compact(json), expected);
    }

    #[test]
    fn items_keep_their_lines_and_texts_their_spaces() {
        check(
            "{\n \"a\": [\n  {\n   \"b\": 1\n  },\n  { \"c\": [ 2 ] }\n ]\n}\n",
            "{\n\"a\":[\n{\"b\":1},\n{\"c\":[2]}\n]\n}\n",
        );
        check(r#"{ "a": "b \" { c", "d\\": " \n" }"#, r#"{"a":"b \" { c","d\\":" \n"}"#);
        check("[1,\t2]", "[1,2]");
    }

    #[test]
    fn the_published_snapshot_says_the_same() {
        let text = include_str!("../../../../public/snapshot.json");
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
        let compact = compact(text);
        assert_eq!(read(&compact), read(text));
        assert!(compact.len() < text.len() && compact.contains("},\n{\"id\":"));
    }
}
