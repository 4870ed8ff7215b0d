use crate::bits::{Bits, Chances, EVEN, LENGTH, LENGTH_AGAIN};

/// Where the kinds of bits begin that tell a letter from a piece, and pieces from each other; and those of letters.
const PIECE: usize = 0;
const AGAIN: usize = 12;
const NOT_NEAR: usize = 24;
const LONGER: usize = 36;
const NOT_SECOND: usize = 48;
const NOT_THIRD: usize = 60;
const LETTER: usize = 1020;

/// What a file says of itself before its first bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many bits of the letter before tell letters apart.
    context: usize,
    /// How many bytes the file stands for.
    pub length: usize,
    code: u32,
}

impl Head {
    /// How long it is.
    pub const BYTES: usize = 18;

    /// The head at the start of a file; none where it is no such file.
    pub fn of(file: &[u8]) -> Option<Head> {
        // How letters are told apart, four bytes about memory, and the length in eight, of which ours take three;
        // behind it the coder begins with a zero.
        let [context, _, _, _, _, low, middle, high, 0, 0, 0, 0, 0, 0, code @ ..] =
            file.first_chunk::<{ Head::BYTES }>()?
        else {
            return None;
        };
        let length = u32::from_le_bytes([*low, *middle, *high, 0]) as usize;
        // There is room for the chances of as many kinds of letters.
        let is_ours = *context <= 4 && length > 0;
        is_ours.then_some(Head { context: (*context).into(), length, code: u32::from_be_bytes(*code) })
    }
}

/// A file that is unpacked as it comes.
pub struct Unpacker<'a> {
    text: Text<'a>,
    chances: Chances,
    range: u32,
    code: u32,
}

/// What the file stood for so far, and what decides what is likely next.
struct Text<'a> {
    output: &'a mut [u8],
    size: usize,
    context: usize,
    /// What came last.
    state: usize,
    /// How far back the last four pieces were, less one.
    near: [usize; 4],
}

impl<'a> Unpacker<'a> {
    /// No step reads more bytes.
    const STEP: usize = 24;

    /// The file with that head, for which `output` has as much room as it says.
    pub fn new(head: Head, output: &'a mut [u8]) -> Unpacker<'a> {
        let text = Text { output, size: 0, context: head.context, state: 0, near: [0; 4] };
        Unpacker { text, chances: [EVEN; 1 << 14], range: u32::MAX, code: head.code }
    }

    /// What has been unpacked so far.
    pub fn unpacked(&self) -> &[u8] {
        self.text.output.get(..self.text.size).unwrap_or_default()
    }

    /// Unpacks the next bytes, as many as are enough to go on with; says how many those were. What follows the last
    /// piece is passed over. At the end none where the file is not whole: it has a mark there, so that not even that
    /// piece is read from beyond it.
    pub fn take(&mut self, input: &[u8], is_end: bool) -> Option<usize> {
        let enough = if is_end { input.len() + 1 } else { input.len().saturating_sub(Self::STEP) };
        let mut bits = Bits { range: self.range, code: self.code, chances: &mut self.chances, input, at: 0 };
        let text = &mut self.text;
        while text.size < text.output.len() && bits.at < enough {
            if bits.bit(PIECE + text.state) == 0 {
                text.letter(&mut bits);
            } else {
                let length = text.piece(&mut bits);
                (0..length).for_each(|_| text.put(text.before()));
            }
        }
        (self.range, self.code) = (bits.range, bits.code);
        let is_full = text.size == text.output.len();
        let is_whole = is_full && bits.at <= input.len();
        (is_whole || !is_end).then_some(if is_full { input.len() } else { bits.at })
    }
}

impl Text<'_> {
    fn put(&mut self, letter: u8) {
        if let Some(place) = self.output.get_mut(self.size) {
            *place = letter;
            self.size += 1;
        }
    }

    /// What stood there when the last piece began where the next byte comes.
    fn before(&self) -> u8 {
        self.output.get(self.size.wrapping_sub(self.near[0]).wrapping_sub(1)).copied().unwrap_or(0)
    }

    fn letter(&mut self, bits: &mut Bits) {
        let last = self.output.get(self.size.wrapping_sub(1)).copied().unwrap_or(0);
        let kind = LETTER + 768 * (usize::from(last) >> (8 - self.context));
        let mut read = 1;
        if self.state > 6 {
            // After a piece the letter is another than the one that would have gone on with it.
            let mut other = usize::from(self.before());
            while read < 256 {
                other <<= 1;
                let expected = other & 256;
                let one = bits.bit(kind + 256 + expected + read);
                read = read << 1 | one;
                if one != expected >> 8 {
                    break;
                }
            }
        }
        self.put(bits.tree(kind, read, 256) as u8);
        self.state = match self.state {
            0..4 => 0,
            4..10 => self.state - 3,
            _ => self.state - 6,
        };
    }

    /// How long the next piece is; `near` then says how far back it was.
    fn piece(&mut self, bits: &mut Bits) -> usize {
        let after = if self.state < 7 { 0 } else { 3 };
        let [first, second, third, fourth] = self.near;
        if bits.bit(AGAIN + self.state) == 0 {
            self.state = 7 + after;
            let length = bits.length(LENGTH);
            self.near = [bits.distance(length), first, second, third];
            return length;
        }
        if bits.bit(NOT_NEAR + self.state) == 0 {
            if bits.bit(LONGER + self.state) == 0 {
                self.state = if after == 0 { 9 } else { 11 };
                return 1;
            }
        } else if bits.bit(NOT_SECOND + self.state) == 0 {
            self.near = [second, first, third, fourth];
        } else if bits.bit(NOT_THIRD + self.state) == 0 {
            self.near = [third, first, second, fourth];
        } else {
            self.near = [fourth, first, second, third];
        }
        self.state = 8 + after;
        bits.length(LENGTH_AGAIN)
    }
}
