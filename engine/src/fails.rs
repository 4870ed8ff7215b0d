use crate::codes::with_list;
use crate::{BLOCK, Codes, Column, Mask};

/// For each row one bit for each condition that it fails.
///
/// A change of one condition rewrites its bit alone; what the others gave stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fails {
    pub(crate) rows: Vec<u16>,
    /// The conditions that some row may fail.
    pub(crate) active: u16,
}

impl Fails {
    /// Conditions at most; they are numbered from 0.
    pub const CONDITIONS: usize = 16;

    /// No row fails anything.
    pub fn none(rows: usize) -> Fails {
        Fails { rows: vec![0; rows], active: 0 }
    }

    /// Lets a row pass this condition when any of its keys in the column is wanted.
    pub fn set_keys(&mut self, condition: usize, column: &Column, wanted: &[bool]) {
        let bit = 1 << condition;
        let failing: Vec<u16> = column.sets_with(wanted).iter().map(|&has| if has { 0 } else { bit }).collect();
        self.active |= bit;
        with_list!(&column.sets, list => {
            for (fails, &set) in self.rows.iter_mut().zip(list) {
                *fails = *fails & !bit | failing[set as usize];
            }
        });
    }

    /// Lets the rows of a mask pass this condition, and no others.
    pub fn set_rows(&mut self, condition: usize, passing: &Mask) {
        let bit = 1 << condition;
        self.active |= bit;
        for (row, fails) in self.rows.iter_mut().enumerate() {
            *fails = *fails & !bit | if passing.contains(row) { 0 } else { bit };
        }
    }

    /// Lets all rows pass this condition.
    pub fn clear(&mut self, condition: usize) {
        let bit = 1 << condition;
        if self.active & bit != 0 {
            self.active &= !bit;
            self.rows.iter_mut().for_each(|fails| *fails &= !bit);
        }
    }

    /// The rows that fail nothing but perhaps the conditions set in `aside`.
    pub fn mask(&self, aside: u16) -> Mask {
        let word = |rows: &[u16]| rows.iter().rev().fold(0, |word, fails| word << 1 | u64::from(fails & !aside == 0));
        Mask::from_words(self.rows.chunks(64).map(word).collect(), self.rows.len())
    }
}

/// The rows of a block, by their numbers in it, whose failures outside `aside` are exactly these.
pub(crate) fn pick<'a>(block: &[u16], aside: u16, exactly: u16, room: &'a mut [u16; BLOCK]) -> &'a [u16] {
    let mut count = 0;
    for (row, fails) in block.iter().enumerate() {
        // Writing always and moving on only sometimes is faster than a branch that nobody can predict.
        room[count & (BLOCK - 1)] = row as u16;
        count += usize::from(fails & !aside == exactly);
    }
    &room[..count]
}

/// Reads the codes of some rows of a block that starts at `start`.
pub(crate) fn gather(codes: &Codes, start: usize, rows: &[u16], room: &mut [usize; BLOCK]) {
    with_list!(codes, list => {
        let block = &list[start..];
        for (code, &row) in room.iter_mut().zip(rows) {
            *code = block[usize::from(row)] as usize;
        }
    });
}
