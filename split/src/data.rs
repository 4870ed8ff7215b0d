use crate::addresses::Addresses;
use crate::program::Program;
use crate::segment::Segment;

/// The part that each segment is in: the first of those whose functions refer to it, or whose data do.
///
/// The linker gives each constant a segment of its own (`--no-merge-data-segments`), and wasm-opt leaves
/// them so (`--skip-pass=memory-packing`). Who uses one has its address, as a number in its code or in
/// other data. What nobody seems to use is in the last part.
pub fn parts(program: &Program, addresses: &Addresses, functions: &[Vec<u32>]) -> Vec<usize> {
    let mut parts = vec![None; program.data.len()];
    for (part, functions) in functions.iter().enumerate() {
        let own = functions.iter().map(|function| *function as usize - program.imported);
        let mut numbers: Vec<u32> = own.flat_map(|function| program.numbers[function].iter().copied()).collect();
        while let Some(number) = numbers.pop() {
            for place in meant(&program.data, addresses, number) {
                if parts[place].is_none() {
                    parts[place] = Some(part);
                    numbers.extend(program.data[place].words());
                }
            }
        }
    }
    parts.into_iter().map(|part| part.unwrap_or(functions.len() - 1)).collect()
}

/// How far from a number that looks like an address may lie what it is about, in bytes, where the linker
/// does not know it: wasm-opt may have reckoned it, if it is one, as that of a field of a constant. All that
/// it has reckoned so far lie within their constant; what else looks so is U+110000, the end of all letters.
const NEAR: u32 = 256;

/// The segments that a number may be about; they are in the order of the memory.
fn meant(data: &[Segment], addresses: &Addresses, number: u32) -> Vec<usize> {
    let behind = |number: u32| data.partition_point(|segment| segment.start <= number);
    if let Some(constants) = addresses.meant(number) {
        return constants.filter_map(|constant| behind(constant).checked_sub(1)).collect();
    }
    let before = data.partition_point(|segment| segment.end().saturating_add(NEAR) < number);
    (before..behind(number.saturating_add(NEAR))).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of two addresses at 10_100, texts at 10_120, 10_124 and 20_132, and one at 31_000; 10_096 is
    /// an address that means the table. The parts of these where so many functions are each in one: the first
    /// has this number, the others that of the text at 20_132.
    fn parts_with(number: u32, count: usize) -> Vec<usize> {
        let table = [10_120u32.to_le_bytes(), 31_000u32.to_le_bytes()].concat();
        let texts = [(10_120, "abcd"), (10_124, "efg"), (20_132, "hij"), (31_000, "far")];
        let texts = texts.map(|(start, text)| Segment { start, bytes: text.into() });
        let data: Vec<_> = [Segment { start: 10_100, bytes: table }].into_iter().chain(texts).collect();
        let mut addresses = Addresses::default();
        data.iter().for_each(|segment| addresses.add(segment.start, 0));
        addresses.add(10_100, -4);
        addresses.add(10_120, 4);
        let numbers = (0..count).map(|function| vec![if function == 0 { number } else { 20_132 }]).collect();
        let program = Program { data, numbers, ..Program::default() };
        parts(&program, &addresses, &(0..count as u32).map(|function| vec![function]).collect::<Vec<_>>())
    }

    /// Which of them stay in the first part of two.
    fn check(number: u32, expected: [bool; 5]) {
        let stays: Vec<bool> = parts_with(number, 2).into_iter().map(|part| part == 0).collect();
        assert_eq!(stays, expected, "{number}");
    }

    #[test]
    fn what_several_need_is_in_the_first_of_them() {
        assert_eq!(parts_with(31_000, 3), [2, 2, 2, 1, 0]);
        assert_eq!(parts_with(10_100, 3), [0, 0, 2, 1, 0]);
    }

    #[test]
    fn what_is_referred_to_stays() {
        check(7, [false; 5]);
        check(31_000, [false, false, false, false, true]);
        // An address, through the table; likewise one that was reckoned from the table's.
        check(10_100, [true, true, false, false, true]);
        check(10_096, [true, true, false, false, true]);
        // The end of one and the beginning of the next.
        check(10_124, [false, true, true, false, false]);
        // Perhaps an address, of whatever lies near.
        check(10_126, [true, true, true, false, true]);
        check(20_000, [false, false, false, true, false]);
        check(90_000, [false; 5]);
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
