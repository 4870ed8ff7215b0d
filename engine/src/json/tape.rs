use super::value::{Kind, Node, Value};
use super::{Cursor, Piece, Stop, Wanted};
use std::fmt::Write;

/// How many lists and objects deep a text may go, as in serde_json.
const DEEPEST: usize = 128;

/// The nodes of one value.
#[derive(Debug, Default)]
pub struct Tape {
    nodes: Vec<Node>,
    /// The lists and objects that are not yet closed.
    open: Vec<usize>,
    /// Where the value starts in the bytes; the positions in its nodes count from there.
    start: usize,
}

impl Tape {
    /// Reads the value at the cursor, and moves the cursor behind it; gives the text of the value.
    ///
    /// # Errors
    /// [`Stop::More`] where the value goes on beyond the bytes that are there, and [`Stop::Fault`] where it
    /// is no JSON or too deep. The cursor stays in both cases.
    pub fn read<'a>(&mut self, piece: Piece<'a>, cursor: &mut Cursor) -> Result<&'a str, Stop> {
        let mut here = *cursor;
        here.peek(piece);
        let first = here;
        self.start = here.at;
        self.nodes.clear();
        self.open.clear();
        loop {
            self.begin(piece, &mut here)?;
            if !self.go_on(piece, &mut here)? {
                break;
            }
        }
        let text = std::str::from_utf8(&piece.bytes[self.start..here.at]).map_err(|error| {
            let mut fault = first;
            fault.go_to(piece, first.at + error.valid_up_to());
            Stop::Fault(fault, Wanted::Utf8)
        })?;
        *cursor = here;
        Ok(text)
    }

    /// The value that was read last; `text` is what [`Tape::read`] gave for it.
    pub fn value<'a>(&'a self, text: &'a str) -> Value<'a> {
        Value::new(&self.nodes, text)
    }

    /// Reads a value; of a list or object only the opening bracket.
    fn begin(&mut self, piece: Piece, here: &mut Cursor) -> Result<(), Stop> {
        let next = here.peek(piece);
        let from = here.at;
        let kind = match next {
            Some(b'"') => return self.text(piece, here),
            Some(b'-' | b'0'..=b'9') => {
                here.pass_number(piece)?;
                Kind::Number
            }
            Some(b'n') => here.pass(piece, b"null", Wanted::Value).map(|()| Kind::Null)?,
            Some(b't') => here.pass(piece, b"true", Wanted::Value).map(|()| Kind::True)?,
            Some(b'f') => here.pass(piece, b"false", Wanted::Value).map(|()| Kind::False)?,
            Some(bracket @ (b'[' | b'{')) if self.open.len() < DEEPEST => {
                self.open.push(self.nodes.len());
                here.at += 1;
                if bracket == b'[' { Kind::List } else { Kind::Object }
            }
            other => {
                // Most pieces end before a value; what is wanted is asked where there is something else.
                let wanted = if other.is_some() { self.wanted(other) } else { Wanted::Value };
                return Err(here.stop(piece, wanted));
            }
        };
        self.push(kind, from, here.at);
        Ok(())
    }

    /// What is wanted where no value begins.
    #[inline(never)]
    fn wanted(&self, found: Option<u8>) -> Wanted {
        let list = self.open.last().filter(|&&open| self.nodes[open].kind == Kind::List);
        match found {
            Some(b'[' | b'{') => Wanted::LessDeep,
            // Behind an item of a list there was a comma.
            Some(b']' | b',') if list.is_some_and(|&open| open + 1 < self.nodes.len()) => Wanted::NoComma,
            // Bytes that UTF-8 does not have, as at the start of a file in UTF-16.
            Some(0xfe | 0xff) => Wanted::Utf8,
            _ => Wanted::Value,
        }
    }

    /// Reads on to the next value; says whether there is one.
    fn go_on(&mut self, piece: Piece, here: &mut Cursor) -> Result<bool, Stop> {
        while let Some(&open) = self.open.last() {
            let is_object = self.nodes[open].kind == Kind::Object;
            let is_empty = open + 1 == self.nodes.len();
            let next = here.peek(piece);
            if next == Some(if is_object { b'}' } else { b']' }) {
                here.at += 1;
                self.open.pop();
                self.nodes[open].end = self.nodes.len() as u32;
                continue;
            }
            if !is_empty {
                here.pass(piece, b",", if is_object { Wanted::EntryOrEnd } else { Wanted::ItemOrEnd })?;
            }
            if is_object {
                here.peek_key(piece, is_empty)?;
                self.text(piece, here)?;
                here.peek(piece);
                here.pass(piece, b":", Wanted::Colon)?;
            }
            return Ok(true);
        }
        Ok(false)
    }

    fn text(&mut self, piece: Piece, here: &mut Cursor) -> Result<(), Stop> {
        let from = here.at;
        let kind = here.pass_text(piece)?;
        self.push(kind, from + 1, here.at - 1);
        Ok(())
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.nodes.push(Node { kind, start: (start - self.start) as u32, end: (end - self.start) as u32 });
    }

    /// Where reading stopped within a value, as a path: `actuals[0].value`. Empty at the value itself.
    pub fn path(&self, piece: Piece) -> String {
        let mut path = String::new();
        for (depth, &open) in self.open.iter().enumerate() {
            let end = self.open.get(depth + 1).copied().unwrap_or(self.nodes.len());
            let mut inner = Vec::new();
            let mut at = open + 1;
            while at < end {
                inner.push(self.nodes[at]);
                at = self.nodes[at].next(at);
            }
            if self.nodes[open].kind == Kind::List {
                let _ = write!(path, "[{}]", inner.len());
            } else if let Some(key) = inner.chunks(2).last().and_then(|pair| pair.first()) {
                let key = piece.bytes.get(self.start + key.start as usize..self.start + key.end as usize);
                let dot = if path.is_empty() { "" } else { "." };
                let _ = write!(path, "{dot}{}", String::from_utf8_lossy(key.unwrap_or_default()));
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the fault of the text lies: its line, its column, its path; and what is wanted there.
    fn fault(text: &str) -> Option<(usize, usize, String, Wanted)> {
        let (mut tape, mut cursor) = (Tape::default(), Cursor::default());
        let piece = Piece { bytes: text.as_bytes(), is_last: true };
        match tape.read(piece, &mut cursor) {
            Err(Stop::Fault(at, wanted)) => Some((at.line(), at.column(piece.bytes), tape.path(piece), wanted)),
            _ => None,
        }
    }

    fn check(text: &str, line: usize, column: usize, path: &str, wanted: Wanted) {
        assert_eq!(fault(text), Some((line, column, path.to_owned(), wanted)), "{text}");
    }

    #[test]
    fn faults_are_told_with_their_places() {
        assert_eq!(fault(r#" {"a": [1, -2.5e+3, {"b": null}], "ә": ["\u04d9", true, false, {}, []]} "#), None);
        check("", 1, 1, "", Wanted::Value);
        check("{\"a\":1]", 1, 7, "a", Wanted::EntryOrEnd);
        check("{\"a\": {\n \"b\": [1, {\"c\": tru}]}}", 2, 17, "a.b[1].c", Wanted::Value);
        check("{\"a\" 1}", 1, 6, "a", Wanted::Colon);
        check("{\"a\": }", 1, 7, "a", Wanted::Value);
        check("{,}", 1, 2, "", Wanted::Key);
        check("{\"ә\": \"ұ\",, ", 1, 11, "ә", Wanted::NoComma);
        check("{'a': 1}", 1, 2, "", Wanted::Key);
        check("{\"a\": 1, }", 1, 10, "a", Wanted::NoComma);
        check("[1,]", 1, 4, "[1]", Wanted::NoComma);
        check("[1,,2]", 1, 4, "[1]", Wanted::NoComma);
        check("[,2]", 1, 2, "[0]", Wanted::Value);
        check("[“a”]", 1, 2, "[0]", Wanted::Value);
        check("[1 2]", 1, 4, "[1]", Wanted::ItemOrEnd);
        check("[01]", 1, 3, "[1]", Wanted::ItemOrEnd);
        check("[1.]", 1, 4, "[0]", Wanted::Digit);
        check("\"a\n\"", 1, 3, "", Wanted::LetterOrQuote);
        check("\"ұ\t\"", 1, 3, "", Wanted::Escaped);
        check(r#"["\ud800"]"#, 1, 3, "[0]", Wanted::Escape);
        check(&"[".repeat(200), 1, 129, &"[0]".repeat(128), Wanted::LessDeep);
    }

    #[test]
    fn a_value_that_comes_in_pieces_is_waited_for() {
        let text = r#"{"a": [-1.5, "\ud83d\ude00", nil"#.replace("nil", "null]} ");
        for end in 0..text.len() {
            let (mut tape, mut cursor) = (Tape::default(), Cursor::default());
            let read = tape.read(Piece { bytes: &text.as_bytes()[..end], is_last: false }, &mut cursor);
            let expected = if end == text.len() - 1 { Ok(&text[..end]) } else { Err(Stop::More) };
            assert_eq!(read, expected, "the first {end} bytes");
        }
    }

    #[test]
    fn values_are_found_again() {
        let text = r#"{"a": [1, "x\ny"], "b": {"c": 2.5}, "a": -0}"#;
        let (mut tape, mut cursor) = (Tape::default(), Cursor::default());
        assert_eq!(tape.read(Piece { bytes: text.as_bytes(), is_last: true }, &mut cursor), Ok(text));
        let entries: Vec<_> = tape.value(text).entries().into_iter().flatten().collect();
        let keys: Vec<_> = entries.iter().map(|(key, _)| key.raw()).collect();
        assert_eq!(keys, ["a", "b", "a"]);
        let items: Vec<_> = entries[0].1.items().into_iter().flatten().collect();
        assert_eq!((items[0].number(), items[1].text().as_deref()), (Some(1.0), Some("x\ny")));
        let inner = entries[1].1.entries().into_iter().flatten().next().map(|(_, value)| value.number());
        assert_eq!(inner, Some(Some(2.5)));
        assert!(entries[2].1.number().is_some_and(f64::is_sign_positive), "a minus before nothing says nothing");
    }
}
