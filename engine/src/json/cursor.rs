use super::value::{Kind, escape, unescaped};

/// The bytes of a text that are there.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a> {
    /// From the position 0 of a [`Cursor`] on.
    pub bytes: &'a [u8],
    /// Whether no more will come.
    pub is_last: bool,
}

/// Why a value was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It goes on beyond the bytes that are there.
    More,
    /// What stands there, or the end, is no JSON, which would go on otherwise.
    Fault(Cursor, Wanted),
}

/// What JSON goes on with where there is something else (RFC 8259).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Value,
    /// The key of an entry, in quotes.
    Key,
    Colon,
    /// A comma or the end of an object.
    EntryOrEnd,
    /// A comma or the end of a list.
    ItemOrEnd,
    /// An entry or an item behind the comma, or no comma.
    NoComma,
    /// A letter of a text, or the quote at its end: no line ends within a text.
    LetterOrQuote,
    /// An escape in the place of a tab or another letter below a space.
    Escaped,
    /// What is known of behind a backslash.
    Escape,
    Digit,
    /// Bytes that are UTF-8.
    Utf8,
    /// No more lists and objects within each other.
    LessDeep,
    /// The end of the text.
    End,
}

/// How far a text has been read. Bytes that are done with may be taken away from its front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The position in the bytes that are there, from 0.
    pub at: usize,
    /// How many bytes were there before them.
    gone: usize,
    line: usize,
    line_start: usize,
    /// How many bytes of the line that are gone only continue a letter.
    wide: usize,
}

impl Default for Cursor {
    fn default() -> Self {
        Cursor { at: 0, gone: 0, line: 1, line_start: 0, wide: 0 }
    }
}

impl Cursor {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in letters, from 1; `bytes` are those that are there.
    pub fn column(&self, bytes: &[u8]) -> usize {
        let (start, wide) = self.line_there();
        self.gone + self.at - self.line_start + 1 - wide - continuing(bytes.get(start..self.at).unwrap_or_default())
    }

    /// Call this when the bytes before the cursor are taken away from these: it then stands at position 0.
    pub fn forget(&mut self, bytes: &[u8]) {
        let (start, wide) = self.line_there();
        self.wide = wide + continuing(bytes.get(start..self.at).unwrap_or_default());
        self.gone += self.at;
        self.at = 0;
    }

    /// The line begins here: a mark before it is no part of it.
    pub fn begin_line(&mut self) {
        self.line_start = self.gone + self.at;
    }

    /// Where in the bytes that are there the line begins or goes on, and how many bytes before that only
    /// continue a letter of it.
    fn line_there(&self) -> (usize, usize) {
        match self.line_start.checked_sub(self.gone) {
            Some(start) => (start, 0),
            None => (0, self.wide),
        }
    }

    /// Goes on to a position in the bytes that are there.
    pub fn go_to(&mut self, piece: Piece, at: usize) {
        for byte in &piece.bytes[self.at..at] {
            self.at += 1;
            if *byte == b'\n' {
                self.line += 1;
                self.line_start = self.gone + self.at;
            }
        }
    }

    /// Goes on to what is no space, and says what that is; nothing where the bytes end.
    pub fn peek(&mut self, piece: Piece) -> Option<u8> {
        loop {
            match piece.bytes.get(self.at) {
                Some(b'\n') => {
                    self.line += 1;
                    self.line_start = self.gone + self.at + 1;
                }
                Some(b' ' | b'\t' | b'\r') => {}
                other => return other.copied(),
            }
            self.at += 1;
        }
    }

    /// Goes on behind these bytes, if they are what stands here; they are what is `wanted`.
    pub fn pass(&mut self, piece: Piece, word: &[u8], wanted: Wanted) -> Result<(), Stop> {
        let rest = piece.bytes.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return Err(self.missed(piece, word, wanted));
        }
        self.at += word.len();
        Ok(())
    }

    #[cold]
    fn missed(&self, piece: Piece, word: &[u8], wanted: Wanted) -> Stop {
        // The others of these bytes may be yet to come.
        let may_come = word.starts_with(piece.bytes.get(self.at..).unwrap_or_default()) && !piece.is_last;
        if may_come { Stop::More } else { Stop::Fault(*self, wanted) }
    }

    /// Goes on behind the text whose first quote stands here; says what kind of text it is.
    pub(super) fn pass_text(&mut self, piece: Piece) -> Result<Kind, Stop> {
        self.pass(piece, b"\"", Wanted::Key)?;
        let mut kind = Kind::Plain;
        self.pass_plain(piece);
        loop {
            match piece.bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(kind);
                }
                Some(b'\\') => {
                    kind = Kind::Escaped;
                    let after = piece.bytes.get(self.at + 1..).unwrap_or_default();
                    match escape(after) {
                        Some((_, length)) => self.at += 1 + length,
                        // The rest of an escape may be yet to come: the longest has eleven bytes.
                        None if after.len() < 11 && !piece.is_last => return Err(Stop::More),
                        None => return Err(Stop::Fault(*self, Wanted::Escape)),
                    }
                }
                // Behind a space a run of ASCII may begin. Looking for one behind each letter that is not ASCII
                // would cost more than it finds.
                Some(b' ') => {
                    self.at += 1;
                    self.pass_plain(piece);
                }
                Some(b'!'..=b'~') => self.at += 1,
                Some(0x7f..) => {
                    self.at += 1;
                    if kind == Kind::Plain {
                        kind = Kind::Text;
                    }
                }
                Some(b'\n' | b'\r') | None => return Err(self.stop(piece, Wanted::LetterOrQuote)),
                Some(_) => return Err(self.stop(piece, Wanted::Escaped)),
            }
        }
    }

    fn pass_plain(&mut self, piece: Piece) {
        self.at += plain(piece.bytes.get(self.at..).unwrap_or_default());
    }

    /// Goes on behind a key and its colon; gives the text that its escapes stand for.
    pub fn pass_key(&mut self, piece: Piece, is_first: bool) -> Result<String, Stop> {
        self.peek_key(piece, is_first)?;
        let start = self.at + 1;
        let kind = self.pass_text(piece)?;
        let raw = String::from_utf8_lossy(&piece.bytes[start..self.at - 1]);
        self.peek(piece);
        self.pass(piece, b":", Wanted::Colon)?;
        Ok(if kind == Kind::Escaped { unescaped(&raw) } else { raw.into_owned() })
    }

    /// Goes on behind a number (RFC 8259, 6).
    pub(super) fn pass_number(&mut self, piece: Piece) -> Result<(), Stop> {
        let next = |cursor: &Cursor| piece.bytes.get(cursor.at).copied();
        self.at += usize::from(next(self) == Some(b'-'));
        match next(self) {
            Some(b'0') => self.at += 1,
            _ => self.pass_digits(piece)?,
        }
        if next(self) == Some(b'.') {
            self.at += 1;
            self.pass_digits(piece)?;
        }
        if let Some(b'e' | b'E') = next(self) {
            self.at += 1;
            self.at += usize::from(matches!(next(self), Some(b'+' | b'-')));
            self.pass_digits(piece)?;
        }
        // More digits may be yet to come.
        if next(self).is_none() && !piece.is_last { Err(Stop::More) } else { Ok(()) }
    }

    /// One digit or more.
    fn pass_digits(&mut self, piece: Piece) -> Result<(), Stop> {
        let start = self.at;
        while piece.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(self.stop(piece, Wanted::Digit)) }
    }

    /// Goes on to the key of an entry. Where the object ends instead, or another comma follows, the comma before that
    /// was too much; before the first entry there is none.
    pub(super) fn peek_key(&mut self, piece: Piece, is_first: bool) -> Result<(), Stop> {
        match self.peek(piece) {
            Some(b'}' | b',') if !is_first => Err(self.stop(piece, Wanted::NoComma)),
            _ => Ok(()),
        }
    }

    /// Why reading stops here: something else than what is wanted stands here, or the bytes that are there end.
    #[cold]
    pub fn stop(&self, piece: Piece, wanted: Wanted) -> Stop {
        if self.at < piece.bytes.len() || piece.is_last { Stop::Fault(*self, wanted) } else { Stop::More }
    }
}

/// How many of these bytes only continue a letter (RFC 3629, 3).
#[inline(never)]
fn continuing(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (0x80..0xc0).contains(*byte)).count()
}

/// How many bytes at the start, eight by eight, are visible ASCII that ends no text and escapes nothing.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let (words, _) = bytes.as_chunks();
    let is_plain = |word: &&[u8; 8]| {
        let word = u64::from_ne_bytes(**word);
        let is = |byte: u8| (word ^ (ONES * u64::from(byte))).wrapping_sub(ONES);
        // A byte's high bit is set here where it is no ASCII, below the space, a quote, a backslash or
        // DEL. What is carried over from the byte before can only find too much.
        let other = word | word.wrapping_sub(ONES * 0x20) | is(b'"') | is(b'\\') | word.wrapping_add(ONES);
        other & HIGH == 0
    };
    words.iter().take_while(is_plain).count() * 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: usize) {
        assert_eq!(plain(text.as_bytes()), expected, "{text}");
    }

    #[test]
    fn plain_bytes_are_passed_eight_by_eight() {
        check("", 0);
        check("Road 1;", 0);
        check("Road 12~ !#[]", 8);
        check("sixteen letters.", 16);
        let wanted = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
        for byte in 0..=255 {
            for place in 0..8 {
                let mut bytes = *b"plain, 8";
                bytes[place] = byte;
                assert_eq!(plain(&bytes) == 8, wanted(byte), "{byte} at {place}");
            }
        }
    }
}
