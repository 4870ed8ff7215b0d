use super::draft::Draft;
use super::pause::{NoPause, Pause, at_once};
use super::{Expected, Found, Problem, Record, Severity, Snapshot};
use engine::json::{Cursor, Piece, Stop, Tape, Wanted};

/// Reads and checks a snapshot: what is usable of it, and all that is wrong with it.
///
/// There is no snapshot when a problem is critical. Items with an error are left out.
/// The problems come gravest first, then in the order in which they were found: while reading, in the
/// order of the file; then by the checks, of ids, references, indicators, records, corrections and texts.
pub fn read(text: &(impl AsRef<[u8]> + ?Sized)) -> (Option<Snapshot>, Vec<Problem>) {
    let mut reading = Reading::default();
    text.as_ref().chunks(PIECE).for_each(|piece| reading.take(piece));
    at_once(reading.finish(false, &NoPause, &mut |_| {})).unwrap_or_default()
}

/// Bytes that are read in one go, in about a millisecond.
pub const PIECE: usize = 1 << 16;

/// Bytes behind a fault that are waited for, so that they can be told.
const NEAR: usize = 96;

/// Reads a snapshot that comes in pieces. Of the text only what is not yet read is kept: a file
/// may be larger than what is made of it.
#[derive(Default)]
pub struct Reading {
    bytes: Vec<u8>,
    cursor: Cursor,
    tape: Tape,
    state: State,
    draft: Draft,
    /// With fewer bytes the value that stands there is not looked at again: a long one is looked
    /// at when it has grown to twice its size, not with each piece.
    enough: usize,
}

/// What is to be read next.
#[derive(Default)]
enum State {
    #[default]
    Start,
    /// An entry of the outermost object, or its end.
    Entry { is_first: bool },
    /// The value of that key.
    Value(String),
    /// An item of the list of that name, at that place, or the list's end.
    Item(String, usize),
    /// The end of the file.
    End,
    /// Nothing: the text is no JSON, there and then.
    Fault(Wanted, String),
}

impl Reading {
    /// Reads on.
    pub fn take(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Fault(..)) && self.bytes.len() >= NEAR {
            return;
        }
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= self.enough {
            self.go_on(false);
        }
    }

    /// All pieces were taken. `each` is given every record of the snapshot, one after the other.
    /// A text that `is_sound`, because it was checked before, is not checked again.
    pub async fn finish(
        mut self,
        is_sound: bool,
        pause: &impl Pause,
        each: &mut impl FnMut(&Record),
    ) -> (Option<Snapshot>, Vec<Problem>) {
        self.go_on(true);
        match &self.state {
            State::Fault(wanted, path) => (None, vec![self.fault(*wanted, path)]),
            _ => self.draft.finish(is_sound, pause, each).await,
        }
    }

    fn go_on(&mut self, is_last: bool) {
        let bytes = std::mem::take(&mut self.bytes);
        let piece = Piece { bytes: &bytes, is_last };
        loop {
            match self.step(piece) {
                Ok(true) => {}
                Ok(false) | Err(Stop::More) => break,
                Err(Stop::Fault(at, wanted)) => {
                    self.cursor = at;
                    self.state = State::Fault(wanted, self.path(piece));
                }
            }
        }
        self.bytes = bytes;
        let read = self.cursor.at;
        self.cursor.forget(&self.bytes);
        self.bytes.drain(..read);
        self.enough = if self.bytes.len() > PIECE { 2 * self.bytes.len() } else { 0 };
    }

    /// Reads one thing; says whether there is another. What has not come yet is read again later.
    fn step(&mut self, piece: Piece) -> Result<bool, Stop> {
        let mut here = self.cursor;
        let next = match &mut self.state {
            State::Start => {
                // Some programs write a mark at the start of a file, which says nothing.
                let mut marked = here;
                match marked.pass(piece, "\u{feff}".as_bytes(), Wanted::Value) {
                    Ok(()) => {
                        marked.begin_line();
                        here = marked;
                    }
                    Err(Stop::More) => return Err(Stop::More),
                    Err(Stop::Fault(..)) => {}
                }
                match here.peek(piece) {
                    Some(b'{') => {
                        here.at += 1;
                        State::Entry { is_first: true }
                    }
                    _ => {
                        let text = self.tape.read(piece, &mut here)?;
                        self.draft.is_no_object(self.tape.value(text));
                        State::End
                    }
                }
            }
            State::Entry { is_first } => match (here.peek(piece), *is_first) {
                (Some(b'}'), _) => {
                    here.at += 1;
                    State::End
                }
                (_, is_first) => {
                    if !is_first {
                        here.pass(piece, b",", Wanted::EntryOrEnd)?;
                    }
                    let key = here.pass_key(piece, is_first)?;
                    let next = here.peek(piece).ok_or(here.stop(piece, Wanted::Value))?;
                    if self.draft.begin(&key, next == b'[') {
                        here.at += 1;
                        State::Item(key, 0)
                    } else {
                        State::Value(key)
                    }
                }
            },
            State::Value(key) => {
                let text = self.tape.read(piece, &mut here)?;
                self.draft.value(key, self.tape.value(text));
                State::Entry { is_first: false }
            }
            State::Item(..) if here.peek(piece) == Some(b']') => {
                here.at += 1;
                State::Entry { is_first: false }
            }
            State::Item(list, place) => {
                if *place > 0 {
                    here.pass(piece, b",", Wanted::ItemOrEnd)?;
                    if let Some(b']' | b',') = here.peek(piece) {
                        return Err(here.stop(piece, Wanted::NoComma));
                    }
                }
                let text = self.tape.read(piece, &mut here)?;
                self.draft.item(list, *place, self.tape.value(text));
                *place += 1;
                self.cursor = here;
                return Ok(true);
            }
            State::End => match here.peek(piece) {
                Some(_) => return Err(here.stop(piece, Wanted::End)),
                None => return Ok(false),
            },
            State::Fault(..) => return Ok(false),
        };
        (self.cursor, self.state) = (here, next);
        Ok(true)
    }

    /// Where in the snapshot the reading stands.
    #[inline(never)]
    fn path(&self, piece: Piece) -> String {
        let inner = self.tape.path(piece);
        let dot = if inner.is_empty() || inner.starts_with('[') { "" } else { "." };
        match &self.state {
            State::Value(key) => format!("{key}{dot}{inner}"),
            State::Item(list, place) => format!("{list}[{place}]{dot}{inner}"),
            _ => inner,
        }
    }

    /// Why the text is no JSON: there and then it ceased to be.
    #[inline(never)]
    fn fault(&self, wanted: Wanted, path: &str) -> Problem {
        let line = self.bytes.split(|&byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let near: String = String::from_utf8_lossy(line).chars().take(24).collect();
        let found = match self.bytes.first() {
            None => Found::End,
            Some(b'\n' | b'\r') => Found::LineEnd,
            Some(_) => format!("“{near}”").into(),
        };
        // What is in UTF-16 or compressed begins with what no text has, or has it after each letter.
        let wanted = if matches!(self.bytes.first(), Some(0 | 0x1f)) { Wanted::Utf8 } else { wanted };
        let (line, column) = (self.cursor.line(), self.cursor.column(&self.bytes));
        Problem::new(Severity::Critical, path, found, Expected::Json { wanted, line, column })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with the text, whole and byte by byte.
    fn check(text: &str, expected: &str) {
        let told = |(_, problems): (_, Vec<Problem>)| problems.first().map(ToString::to_string).unwrap_or_default();
        assert_eq!(told(read(text)), expected, "{text}");
        let mut reading = Reading::default();
        text.as_bytes().iter().for_each(|byte| reading.take(std::slice::from_ref(byte)));
        assert_eq!(
            told(at_once(reading.finish(false, &NoPause, &mut |_| {})).unwrap_or_default()),
            expected,
            "{text} in pieces"
        );
    }

    #[test]
    fn faults_of_json_are_told_with_their_places() {
        let json = |place: &str, found: &str, expected: &str, line, column| {
            format!("critical {place}: found {found}, expected {expected} (JSON, line {line}, column {column})")
        };
        const VALUE: &str = "a text between \" and \", a number, true, false, null, a list or an object";
        check("", &json("(file)", "the end of the file", VALUE, 1, 1));
        check("{\n \"format\": 1\n", &json("(file)", "the end of the file", "a comma or “}”", 3, 1));
        check("{\r\n \"format\": 1,\r\n}\r\n", &json("(file)", "“}”", "no comma before it", 3, 1));
        let quotes = json("ә", "““ә”}”", VALUE, 1, 7) + "; quotes are straight ones: \"";
        check("\u{feff}{\"ә\": “ә”}", &quotes);
        check("\u{feff}{\"areas\": [{},, 1", &json("areas[1]", "“, 1”", "no comma before it", 1, 15));
        check("{\"format\": 1,\n \"records\": [{\"id\": tru, 1", &json("records[0].id", "“tru, 1”", VALUE, 2, 21));
        check("\u{feff}{\"areas\": [{}, {}\n{}]}", &json("areas[2]", "“{}]}”", "a comma or “]”", 2, 1));
        check("{\"areas\": [{}, ]}", &json("areas[1]", "“]}”", "no comma before it", 1, 16));
        check("{\"format\": 1,\n}", &json("(file)", "“}”", "no comma before it", 2, 1));
        check("\0{\0}", &json("(file)", "“\\u{0}{\\u{0}}”", "a file in UTF-8", 1, 1));
        check("{\0}\0", &json("(file)", "“\\u{0}}\\u{0}”", "a file in UTF-8", 1, 2));
        check("{\"format\": 1}}", &json("(file)", "“}”", "the end of the file", 1, 14));
        let open = "the quote at the end of the text; a line break in it is written \\n";
        check("{\"version\": \"1\n\"}", &json("version", "the end of the line", open, 1, 15));
        let mut broken = b"{\n\"version\": \"\xff\",\n\"format\": 1\n}".to_vec();
        let place = |bytes: &[u8]| read(bytes).1[0].to_string();
        assert_eq!(place(&broken), json("version", "“\u{fffd}\",”", "a file in UTF-8", 2, 13));
        broken.remove(14);
        assert!(!place(&broken).contains("JSON"));
        check(
            "{\"project\": {\"title\": {\"kk\": \"ә\u{1}\"}}}",
            &json("project.title.kk", "“\\u{1}\"}}}”", "\\t or \\u0001 in its place", 1, 32),
        );
    }
}
