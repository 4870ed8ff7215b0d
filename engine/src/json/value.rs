use super::number::number;
use std::borrow::Cow;
use std::num::NonZero;

/// What a value is; texts are told apart by what reading them takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Null,
    False,
    True,
    Number,
    /// A text of printable ASCII without escapes.
    Plain,
    /// A text without escapes, with characters other than printable ASCII.
    Text,
    /// A text with escapes in it, which has to be copied.
    Escaped,
    List,
    Object,
}

/// One value, or one key of an object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// A key of an object is a text.
    pub kind: Kind,
    /// Where its text starts: of a text what stands between the quotes.
    pub start: u32,
    /// Where its text ends; of a list or object the node after all that is in it.
    pub end: u32,
}

impl Node {
    /// The position of the node after this one, which is at `at`, and all that is in it.
    pub fn next(self, at: usize) -> usize {
        if matches!(self.kind, Kind::List | Kind::Object) { self.end as usize } else { at + 1 }
    }
}

/// A value of a JSON text.
#[derive(Debug, Clone, Copy)]
pub struct Value<'a> {
    nodes: &'a [Node],
    text: &'a str,
    at: usize,
}

impl<'a> Value<'a> {
    /// The value of the first node.
    pub(super) fn new(nodes: &'a [Node], text: &'a str) -> Value<'a> {
        Value { nodes, text, at: 0 }
    }

    /// The text that was read, of which this is a part.
    pub fn whole(self) -> &'a str {
        self.text
    }

    /// Whether every text and key of all that was read is [plain](Kind::Plain).
    pub fn is_plain(self) -> bool {
        self.nodes.iter().all(|node| !matches!(node.kind, Kind::Text | Kind::Escaped))
    }

    /// Where it stands among the nodes of all that was read; none for the outermost value.
    pub fn place(self) -> Option<NonZero<u32>> {
        NonZero::new(self.at as u32)
    }

    /// The value at a place that [`Value::place`] gave, in the same text.
    pub fn part(self, place: NonZero<u32>) -> Value<'a> {
        Value { at: place.get() as usize, ..self }
    }

    /// What it is; [`Kind::Null`] where nothing was read.
    pub fn kind(self) -> Kind {
        self.nodes.get(self.at).map_or(Kind::Null, |node| node.kind)
    }

    /// A number or a text as it is written, without quotes and with its escapes; empty for anything else.
    pub fn raw(self) -> &'a str {
        match self.nodes.get(self.at) {
            Some(Node { kind: Kind::Number | Kind::Plain | Kind::Text | Kind::Escaped, start, end }) => {
                self.text.get(*start as usize..*end as usize).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The number, infinite where it is too large for an f64; none where this is no number.
    pub fn number(self) -> Option<f64> {
        (self.kind() == Kind::Number).then(|| number(self.raw()))
    }

    /// The text, with its escapes undone; none where this is no text.
    pub fn text(self) -> Option<Cow<'a, str>> {
        match self.kind() {
            Kind::Plain | Kind::Text => Some(Cow::Borrowed(self.raw())),
            Kind::Escaped => Some(Cow::Owned(unescaped(self.raw()))),
            _ => None,
        }
    }

    /// The values of a list, or the keys and values of an object in turn.
    fn inner(self) -> impl Iterator<Item = Value<'a>> {
        let end = self.nodes.get(self.at).map_or(0, |node| node.next(self.at));
        let mut next = self.at + 1;
        std::iter::from_fn(move || {
            let at = next;
            next = self.nodes.get(at).filter(|_| at < end)?.next(at);
            Some(Value { at, ..self })
        })
    }

    /// The values of a list; none where this is no list.
    pub fn items(self) -> Option<impl Iterator<Item = Value<'a>>> {
        (self.kind() == Kind::List).then(|| self.inner())
    }

    /// The keys and values of an object, in the order of the text; none where this is no object.
    pub fn entries(self) -> Option<impl Iterator<Item = (Value<'a>, Value<'a>)>> {
        let mut inner = self.inner();
        (self.kind() == Kind::Object).then(|| std::iter::from_fn(move || Some((inner.next()?, inner.next()?))))
    }

    /// Finds the values of an object's keys: `places` gets the place of each value, at the position of its key
    /// in `keys`. False where this is no object, or has another key, or one of them twice.
    pub fn find(self, keys: &[&str], places: &mut [Option<NonZero<u32>>]) -> bool {
        let Some(mut entries) = self.entries() else { return false };
        let mut next = 0;
        entries.all(|(key, value)| {
            // Most files have the keys in the order of the format, so the search begins behind the last.
            let Some(at) = (next..keys.len()).chain(0..next).find(|&at| key.is_text(keys[at])) else { return false };
            next = at + 1;
            places.get_mut(at).is_some_and(|place| std::mem::replace(place, value.place()).is_none())
        })
    }

    /// Whether it is this text.
    pub fn is_text(self, text: &str) -> bool {
        match self.kind() {
            Kind::Plain | Kind::Text => self.raw() == text,
            Kind::Escaped => unescaped(self.raw()) == text,
            _ => false,
        }
    }
}

/// The text with its escapes undone. It ends at an escape that is wrong; reading lets none pass.
pub(super) fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let Some((letter, length)) = escape(after.as_bytes()) else { return text };
        text.push(letter);
        rest = after.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// The character that is written behind a backslash, and how many bytes it takes there (RFC 8259, 7). None where
/// the escape is wrong or not yet complete.
pub(super) fn escape(after: &[u8]) -> Option<(char, usize)> {
    let letter = match after.first()? {
        quoted @ (b'"' | b'\\' | b'/') => char::from(*quoted),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = hex(after.get(1..5)?)?;
            return match char::from_u32(first) {
                Some(letter) => Some((letter, 5)),
                // Half of a letter: the other half has to follow (RFC 7493 allows no other).
                None if first < 0xdc00 && after.get(5..7)? == b"\\u" => {
                    let second = hex(after.get(7..11)?)?.checked_sub(0xdc00).filter(|&low| low < 0x400)?;
                    Some((char::from_u32(0x10000 + ((first - 0xd800) << 10) + second)?, 11))
                }
                None => None,
            };
        }
        _ => return None,
    };
    Some((letter, 1))
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, &digit| Some(sum * 16 + char::from(digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(after: &str, expected: Option<(char, usize)>) {
        assert_eq!(escape(after.as_bytes()), expected, "{after}");
    }

    #[test]
    fn escapes() {
        check("n", Some(('\n', 1)));
        check("\"rest", Some(('"', 1)));
        check("u04d9", Some(('ә', 5)));
        check("ud83d\\ude00", Some(('😀', 11)));
        for broken in ["", "x", "u04d", "u04g9", "ud83d", "ud83d\\u0041", "ude00", "ud83d\\n", "u+4d9"] {
            check(broken, None);
        }
        assert_eq!(unescaped(r"\u0041\\nә\t\/"), "A\\nә\t/");
    }
}
