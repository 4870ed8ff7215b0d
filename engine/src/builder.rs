use crate::{Codes, Column, Order, Table};
use rustc_hash::FxHashMap;

/// Makes a table, a row at a time.
#[derive(Debug, Default)]
pub struct TableBuilder {
    columns: Vec<Column>,
    own: u16,
    /// The profile of each row; and for each profile how many rows it has.
    profiles: Codes,
    sizes: Vec<u32>,
    /// The profile with these sets in the shared dimensions. The sets are spelt as a text, so that one kind of
    /// map serves keys, sets and profiles.
    profile_of: FxHashMap<String, u32>,
    /// The sets of the row being added in the shared dimensions, and the same spelt.
    shared: Vec<u32>,
    spelt: String,
}

impl TableBuilder {
    /// A table without rows, of at most 16 dimensions. `own` lists those of very many values, in which each row
    /// keeps its own set.
    pub fn new(dimensions: usize, own: &[usize]) -> TableBuilder {
        let own = own.iter().fold(0, |own, dimension| own | 1 << dimension);
        let columns = (0..dimensions).map(|_| Column::default()).collect();
        TableBuilder { columns, own, ..TableBuilder::default() }
    }

    /// Adds a row, with a list of keys for each dimension, in their order. As a function of its own it is as fast as
    /// the rest of the engine, whoever calls it.
    #[inline(never)]
    pub fn push(&mut self, keys: &[&[&str]]) {
        self.shared.clear();
        self.spelt.clear();
        for ((at, column), keys) in self.columns.iter_mut().enumerate().zip(keys) {
            let set = column.intern_set(keys);
            if self.own >> at & 1 == 1 {
                column.sets.push(set);
            } else {
                self.shared.push(set);
                spell(set, &mut self.spelt);
            }
        }
        let profile = match self.profile_of.get(&self.spelt) {
            Some(&profile) => profile,
            None => self.add_profile(),
        };
        self.profiles.push(profile);
        self.sizes[profile as usize] += 1;
    }

    /// Gives a key a code that perhaps no row has; it is then counted as 0.
    pub fn know(&mut self, dimension: usize, key: &str) {
        self.columns[dimension].intern(key);
    }

    fn add_profile(&mut self) -> u32 {
        let shared = (0..).zip(&mut self.columns).filter(|(at, _)| self.own >> at & 1 == 0);
        shared.zip(&self.shared).for_each(|((_, column), &set)| column.sets.push(set));
        let profile = self.sizes.len() as u32;
        self.profile_of.insert(self.spelt.clone(), profile);
        self.sizes.push(0);
        profile
    }

    /// The table of the rows added. Lays the rows of each profile side by side, and drops what only adding
    /// rows needs.
    pub fn close(self) -> Table {
        let TableBuilder { mut columns, own, profiles, sizes, .. } = self;
        let in_order: Vec<u32> = (0..sizes.len() as u32).collect();
        let rows = Order::by_rank(&profiles, &in_order, sizes.len()).into_rows();
        for (at, column) in columns.iter_mut().enumerate() {
            column.close();
            if own >> at & 1 == 1 {
                column.sets = column.sets.in_order(&rows);
            }
        }
        Table::new(columns, own, sizes, rows)
    }
}

/// Adds a number as digits of base 32, the lowest first. A sixth bit marks all digits but the last, so that
/// no two lists of numbers are spelt alike.
fn spell(mut number: u32, spelt: &mut String) {
    while number >= 32 {
        spelt.push(char::from(32 + (number & 31) as u8));
        number >>= 5;
    }
    spelt.push(char::from(number as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart() {
        let spelt = |numbers: &[u32]| {
            let mut spelt = String::new();
            numbers.iter().for_each(|&number| spell(number, &mut spelt));
            spelt
        };
        let all: [&[u32]; 8] = [&[0], &[0, 0], &[31], &[32], &[0, 1], &[1, 0], &[32, 1], &[u32::MAX]];
        for (at, numbers) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|others| spelt(others) != spelt(numbers)), "{numbers:?}");
        }
    }
}
