use crate::{Column, Fails, Table};

/// More pairs of sets than this are not counted first and spread to keys after.
const MOST_PAIRS: usize = 1 << 20;

/// How many rows have each pair of keys of two dimensions, the first one's own condition left
/// aside: a row of counts, by the codes of `by`, for each code of `dimension`.
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
        // There are none where no row fails anything by itself.
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
    /// The counts, a row of the right one's sets for each set of the left one; none where they are too many.
    of_sets: Vec<u32>,
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
