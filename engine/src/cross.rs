use crate::{Column, Fails, Table};

/// Up to this many pairs of sets, the pairs of sets are counted, and turned into pairs of keys at the end.
/// For more, the table of counts would be too large, and each count goes to the keys at once.
const MOST_PAIRS: usize = 1 << 20;

/// How many rows have each pair of keys of two dimensions: for each code of `dimension` a list of counts, by
/// the codes of `by`. Rows that fail only the condition of `dimension` count too.
pub fn cross(fails: &Fails, table: &Table, dimension: usize, by: usize) -> Vec<Vec<u32>> {
    let aside = 1 << dimension;
    let [left, right] = [dimension, by].map(|dimension| table.column(dimension));
    let mut pairs = Pairs::new(left, right);
    let shared = !table.is_own(dimension) && !table.is_own(by);
    let profiles = table.places().zip(&fails.profiles).zip(&fails.live).enumerate();
    for (profile, ((places, _), &live)) in profiles.filter(|(_, ((_, fails), _))| **fails & !aside == 0) {
        if shared {
            pairs.add(left.sets.get(profile), right.sets.get(profile), live);
            continue;
        }
        // `rows` is empty while no condition is one that rows fail by themselves.
        for place in places.filter(|place| fails.rows.get(*place).is_none_or(|fails| fails & !aside == 0)) {
            let [left, right] = [(left, dimension), (right, by)]
                .map(|(column, dimension)| column.sets.get(if table.is_own(dimension) { place } else { profile }));
            pairs.add(left, right, 1);
        }
    }
    pairs.spread()
}

/// Counts of pairs of sets.
struct Pairs<'a> {
    left: &'a Column,
    right: &'a Column,
    /// For each set of `left` the counts by set of `right`; empty where these are too many.
    of_sets: Vec<u32>,
    /// For each code of `left` the counts by code of `right`.
    of_keys: Vec<Vec<u32>>,
}

impl<'a> Pairs<'a> {
    fn new(left: &'a Column, right: &'a Column) -> Pairs<'a> {
        // In 32 bits the product of two large numbers may be a small one.
        let count = left.count_sets().checked_mul(right.count_sets()).filter(|count| *count <= MOST_PAIRS);
        let of_sets = vec![0; count.unwrap_or(0)];
        Pairs { left, right, of_sets, of_keys: vec![vec![0; right.keys().len()]; left.keys().len()] }
    }

    fn add(&mut self, left: usize, right: usize, count: u32) {
        if self.of_sets.is_empty() {
            return self.add_keys(left, right, count);
        }
        self.of_sets[left * self.right.count_sets() + right] += count;
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
