use crate::program::Program;
use std::ops::Range;
use wasm_encoder::{ConstExpr, DataSection};

/// A piece of the memory as the program starts with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub start: u32,
    pub bytes: Vec<u8>,
}

/// Which segments the first part has: what its functions refer to, and what that refers to.
///
/// The linker gives each constant a segment of its own (`--no-merge-data-segments`), and wasm-opt leaves
/// them so (`--skip-pass=memory-packing`). Who uses one has its address, as a number in
/// its code or in other data. A number that is the address of none may have been reckoned from one:
/// for `table[n - 3]` the compiler spells an address before the table. So what lies near behind such a
/// number stays too, whatever it is.
pub fn stays(program: &Program, first: &[u32]) -> Vec<bool> {
    let mut stays = vec![false; program.data.len()];
    let own = first.iter().map(|function| *function as usize - program.imported);
    let mut numbers: Vec<u32> = own.flat_map(|function| program.numbers[function].iter().copied()).collect();
    while let Some(number) = numbers.pop() {
        for place in meant(&program.data, number) {
            if !std::mem::replace(&mut stays[place], true) {
                numbers.extend(program.data[place].words());
            }
        }
    }
    stays
}

/// How far behind a number that is no address may lie what it was reckoned from, in bytes.
const NEAR: u32 = 512;
/// Bytes that may be left out between two constants, at most.
const PADDING: u32 = 16;

/// The segments that a number may be about; they are in the order of the memory.
fn meant(data: &[Segment], number: u32) -> Range<usize> {
    let behind = |number: u32| data.partition_point(|segment| segment.start <= number);
    let end = behind(number);
    if data.last().is_none_or(|last| last.end() < number) {
        return 0..0;
    }
    let Some(last) = end.checked_sub(1) else { return 0..behind(number.saturating_add(NEAR)) };
    if data[last].start < number {
        return last..behind(number.saturating_add(NEAR));
    }
    // It may be the end of the one before, too.
    let is_near = last.checked_sub(1).is_some_and(|before| data[before].end() + PADDING > number);
    last - usize::from(is_near)..end
}

/// Data in as few pieces as may be, with at most so many zeros between two that become one.
pub fn joined<'a>(data: impl Iterator<Item = &'a Segment>, gap: usize) -> Vec<Segment> {
    let mut pieces: Vec<Segment> = Vec::new();
    for segment in data {
        match pieces.last_mut() {
            Some(piece) if (segment.start - piece.end()) as usize <= gap => {
                piece.bytes.resize((segment.start - piece.start) as usize, 0);
                piece.bytes.extend(&segment.bytes);
            }
            _ => pieces.push(segment.clone()),
        }
    }
    pieces
}

impl Segment {
    pub fn write(&self, section: &mut DataSection) {
        section.active(0, &ConstExpr::i32_const(self.start as i32), self.bytes.iter().copied());
    }

    pub fn end(&self) -> u32 {
        self.start + self.bytes.len() as u32
    }

    /// What it holds, read as numbers: addresses stand where four divides their place.
    fn words(&self) -> impl Iterator<Item = u32> {
        let (words, _) = self.bytes.get(self.start.wrapping_neg() as usize % 4..).unwrap_or_default().as_chunks::<4>();
        words.iter().map(|word| u32::from_le_bytes(*word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of two addresses at 10_100, texts at 10_120, 10_124 and 10_132, and one at 11_000; which of them stay
    /// for a function that has these numbers.
    fn check(numbers: &[u32], expected: [bool; 5]) {
        let table = [10_120u32.to_le_bytes(), 11_000u32.to_le_bytes()].concat();
        let texts = [(10_120, "abcd"), (10_124, "efg"), (10_132, "hij"), (11_000, "far")];
        let texts = texts.map(|(start, text)| Segment { start, bytes: text.into() });
        let data = [Segment { start: 10_100, bytes: table }].into_iter().chain(texts).collect();
        let program = Program { data, numbers: vec![numbers.to_vec(), vec![11_000]], ..Program::default() };
        assert_eq!(stays(&program, &[0]), expected, "{numbers:?}");
    }

    #[test]
    fn what_is_referred_to_stays() {
        check(&[7], [false; 5]);
        check(&[11_000], [false, false, false, false, true]);
        // An address, through the table.
        check(&[10_100], [true, true, false, false, true]);
        // The end of what comes before.
        check(&[10_124], [false, true, true, false, false]);
        // Within one, and so perhaps reckoned from one behind it; likewise before all of them.
        check(&[10_126], [false, false, true, true, false]);
        check(&[10_096], [true, true, true, true, true]);
        check(&[10_996], [false, false, false, true, true]);
    }

    #[test]
    fn pieces_are_joined_over_small_gaps() {
        let segment = |start, text: &str| Segment { start, bytes: text.into() };
        let data = [segment(8, "ab"), segment(10, "c"), segment(14, "d")];
        assert_eq!(joined(data.iter(), 0), [segment(8, "abc"), segment(14, "d")]);
        assert_eq!(joined(data.iter(), 3), [segment(8, "abc\0\0\0d")]);
    }

    #[test]
    fn words_stand_where_four_divides_their_place() {
        let words = |start, bytes: &[u8]| Segment { start, bytes: bytes.to_vec() }.words().collect::<Vec<_>>();
        assert_eq!(words(8, &[1, 2, 0, 0, 7]), [0x201]);
        assert_eq!(words(10, &[9, 9, 3, 0, 0, 0]), [3]);
        assert_eq!(words(9, &[1, 2]), []);
    }
}
