use super::pause::{Pause, Work};
use super::place::string_end;

/// Bytes that are looked at without a pause.
const PART: usize = 1 << 18;

/// The texts that stand in the outermost list or object of a JSON text, without the space around
/// them; those of an object with their keys. Nothing where this is no list or object, or where
/// one of the texts is empty. The texts themselves are not looked into.
pub(super) fn split(text: &str) -> Option<Vec<&str>> {
    let mut parting = Parting::of(text)?;
    parting.go_on(usize::MAX)?;
    parting.parts()
}

/// The same of a text that may be long, with pauses.
pub(super) async fn split_in_parts<'a>(text: &'a str, pause: &impl Pause) -> Option<Vec<&'a str>> {
    let mut parting = Parting::of(text)?;
    while parting.go_on(PART)? {
        pause.breathe(Work::Splitting, parting.at, text.len()).await;
    }
    parting.parts()
}

/// How far the parting of a text is.
struct Parting<'a> {
    inside: &'a str,
    at: usize,
    depth: usize,
    start: usize,
    parts: Vec<&'a str>,
}

impl<'a> Parting<'a> {
    fn of(text: &'a str) -> Option<Parting<'a>> {
        let text = trimmed(text);
        let within = |open, close| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        let inside = within('{', '}').or_else(|| within('[', ']'))?;
        Some(Parting { inside, at: 0, depth: 0, start: 0, parts: Vec::new() })
    }

    /// Looks at some more bytes; says whether there are any left. Nothing where brackets do not fit.
    fn go_on(&mut self, bytes: usize) -> Option<bool> {
        let all = self.inside.as_bytes();
        let end = self.at.saturating_add(bytes);
        while self.at < end {
            match all.get(self.at) {
                None => return Some(false),
                Some(b'"') => self.at = string_end(all, self.at) - 1,
                Some(b'{' | b'[') => self.depth += 1,
                Some(b'}' | b']') => self.depth = self.depth.checked_sub(1)?,
                Some(b',') if self.depth == 0 => {
                    self.parts.push(trimmed(&self.inside[self.start..self.at]));
                    self.start = self.at + 1;
                }
                Some(_) => {}
            }
            self.at += 1;
        }
        Some(true)
    }

    fn parts(mut self) -> Option<Vec<&'a str>> {
        let last = trimmed(&self.inside[self.start..]);
        if !(self.parts.is_empty() && last.is_empty()) {
            self.parts.push(last);
        }
        (self.depth == 0 && self.parts.iter().all(|part| !part.is_empty())).then_some(self.parts)
    }
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
        assert_eq!(split(text).as_deref(), expected, "{text}");
        let in_parts = at_once(split_in_parts(text, &NoPause)).expect("nothing pauses");
        assert_eq!(in_parts.as_deref(), expected, "{text}");
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
