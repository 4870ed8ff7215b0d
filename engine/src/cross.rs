use crate::passing::{each_block, pick};
use crate::{BLOCK, Column, Fails, Table};

/// More pairs of sets than this are not counted first and spread to keys after.
const MOST_PAIRS: usize = 1 << 20;

/// How many rows have each pair of keys of two dimensions, the first one's own condition left
/// aside: a row of counts, by the codes of `by`, for each code of `dimension`.
pub fn cross(fails: &Fails, table: &Table, dimension: usize, by: usize) -> Vec<Vec<u32>> {
    let aside = 1 << dimension;
    let [left, right] = [dimension, by].map(|dimension| table.column(dimension));
    let mut pairs = Pairs::new(left, right);
    if !table.is_own(dimension) && !table.is_own(by) {
        for (profile, (&fails, &live)) in fails.profiles.iter().zip(&fails.live).enumerate() {
            if fails & !aside == 0 {
                pairs.add(left.sets.get(profile), right.sets.get(profile), live);
            }
        }
        return pairs.spread();
    }
    let mut room = [0; BLOCK];
    each_block(fails, table, &mut |start, block| {
        for &row in pick(block, aside, 0, &mut room) {
            let row = start + usize::from(row);
            pairs.add(table.set_of_row(dimension, row), table.set_of_row(by, row), 1);
        }
    });
    pairs.spread()
}

/// Counts of pairs of sets.
struct Pairs<'a> {
    left: &'a Column,
    right: &'a Column,
    /// The counts, a row of the right one's sets for each set of the left one; none where they are too many.
    of_sets: Vec<u32>,
    of_keys: Vec<Vec<u32>>,
}

impl<'a> Pairs<'a> {
    fn new(left: &'a Column, right: &'a Column) -> Pairs<'a> {
        let count = left.count_sets() * right.count_sets();
        let of_sets = vec![0; if count <= MOST_PAIRS { count } else { 0 }];
        Pairs { left, right, of_sets, of_keys: vec![vec![0; right.keys().len()]; left.keys().len()] }
    }

    fn add(&mut self, left: usize, right: usize, count: u32) {
        match self.of_sets.get_mut(left * self.right.count_sets() + right) {
            Some(of_sets) => *of_sets += count,
            None => self.add_keys(left, right, count),
        }
    }

    fn add_keys(&mut self, left: usize, right: usize, count: u32) {
        for &row in self.left.set(left) {
            self.right.set(right).iter().for_each(|&column| self.of_keys[row as usize][column as usize] += count);
        }
    }

    /// The counts of pairs of keys.
    fn spread(mut self) -> Vec<Vec<u32>> {
        let width = self.right.count_sets();
        for (at, count) in std::mem::take(&mut self.of_sets).into_iter().enumerate().filter(|(_, count)| *count > 0) {
            self.add_keys(at / width, at % width, count);
        }
        self.of_keys
    }
}
