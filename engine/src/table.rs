use crate::codes::with_list;
use crate::{Codes, Column, Mask, Order};
use rustc_hash::FxHashMap;

/// All rows, in several dimensions.
///
/// Rows that are alike in all dimensions but those of very many values share one *profile*. A
/// million records have some thirty thousand profiles, so whatever concerns these dimensions alone
/// is worked out once a profile and not once a row.
#[derive(Debug, Clone, Default)]
pub struct Table {
    columns: Vec<Column>,
    /// The dimensions in which each row has a set of its own, one bit each.
    own: u16,
    /// The profile of each row, and how many rows each profile has.
    pub(crate) profiles: Codes,
    pub(crate) sizes: Vec<u32>,
    /// By the sets of the shared dimensions, spelt, so that one kind of map serves keys, sets and profiles.
    profile_of: FxHashMap<String, u32>,
    /// The sets of the row that is added, and how they are spelt.
    shared: Vec<u32>,
    spelt: String,
}

impl Table {
    /// A table without rows. Dimensions of very many values are to be `own`.
    pub fn new(dimensions: usize, own: &[usize]) -> Table {
        let own = own.iter().fold(0, |own, dimension| own | 1 << dimension);
        Table { columns: vec![Column::default(); dimensions], own, ..Table::default() }
    }

    /// Adds a row, with its keys in each dimension.
    pub fn push<'a>(&mut self, keys: impl Iterator<Item = &'a [&'a str]>) {
        self.shared.clear();
        self.spelt.clear();
        for ((at, column), keys) in self.columns.iter_mut().enumerate().zip(keys) {
            let set = column.set_of(keys);
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

    fn add_profile(&mut self) -> u32 {
        let shared = (0..).zip(&mut self.columns).filter(|(at, _)| self.own >> at & 1 == 0);
        shared.zip(&self.shared).for_each(|((_, column), &set)| column.sets.push(set));
        let profile = self.sizes.len() as u32;
        self.profile_of.insert(self.spelt.clone(), profile);
        self.sizes.push(0);
        profile
    }

    /// Forgets what only more rows would need.
    pub fn close(&mut self) {
        self.profile_of = FxHashMap::default();
        self.columns.iter_mut().for_each(Column::close);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.profiles.len()
    }

    pub fn is_empty(&self) -> bool {
        self.profiles.is_empty()
    }

    /// The keys of a dimension and their sets.
    pub fn column(&self, dimension: usize) -> &Column {
        &self.columns[dimension]
    }

    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Whether each row has a set of its own in this dimension.
    pub(crate) fn is_own(&self, dimension: usize) -> bool {
        self.own >> dimension & 1 == 1
    }

    /// The codes of a row's keys.
    pub fn of_row(&self, dimension: usize, row: usize) -> &[u32] {
        if row < self.len() { self.columns[dimension].set(self.set_of_row(dimension, row)) } else { &[] }
    }

    pub(crate) fn set_of_row(&self, dimension: usize, row: usize) -> usize {
        let entry = if self.is_own(dimension) { row } else { self.profiles.get(row) };
        self.columns[dimension].sets.get(entry)
    }

    /// The rows that have any of the wanted keys, which are given by code.
    pub fn rows_with(&self, dimension: usize, wanted: &[bool]) -> Mask {
        let (codes, wanted) = self.of_rows(dimension, self.columns[dimension].sets_with(wanted));
        let mut rows = Mask::none(self.len());
        with_list!(codes, list => {
            (0..).zip(list).filter(|(_, code)| wanted[**code as usize]).for_each(|(row, _)| rows.insert(row));
        });
        rows
    }

    /// The rows by the least rank that any of their keys has, ranks being given by code; rows
    /// without a key come last.
    pub fn order(&self, dimension: usize, ranks: &[u32]) -> Order {
        let (codes, of_codes) = self.of_rows(dimension, self.columns[dimension].least_ranks(ranks));
        Order::by_rank(codes, &of_codes, ranks.len() + 1)
    }

    /// What holds for each set of a dimension, as what holds for each code of the rows: of their sets
    /// where they have their own, else of their profiles.
    fn of_rows<T: Copy>(&self, dimension: usize, of_sets: Vec<T>) -> (&Codes, Vec<T>) {
        let sets = &self.columns[dimension].sets;
        if self.is_own(dimension) {
            return (sets, of_sets);
        }
        (&self.profiles, (0..sets.len()).map(|profile| of_sets[sets.get(profile)]).collect())
    }
}

/// Adds a number in letters of five bits, of which all but the last have a sixth: no row of numbers
/// is spelt as another.
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
    use std::sync::Arc;

    /// The same rows in a dimension that profiles share and in one of its own; a third tells them apart.
    fn table() -> Table {
        let mut table = Table::new(3, &[1]);
        for keys in [&["b"][..], &["a", "b"], &["a", "b"], &[], &["a", "a"]] {
            table.push([keys, keys, &["same"]].into_iter());
        }
        table.close();
        table
    }

    #[test]
    fn rows_that_are_alike_share_a_profile() {
        assert_eq!(table().sizes, [1, 2, 1, 1]);
        assert_eq!((table().len(), table().is_empty()), (5, false));
    }

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

    #[test]
    fn shared_or_own_gives_the_same() {
        for dimension in [0, 1] {
            let table = table();
            let rows: Vec<&[u32]> = (0..6).map(|row| table.of_row(dimension, row)).collect();
            assert_eq!(rows, [&[0][..], &[1, 0], &[1, 0], &[], &[1], &[]]);
            assert_eq!(table.rows_with(dimension, &[true, false]).iter().collect::<Vec<_>>(), [0, 1, 2]);
            let order = Arc::new(table.order(dimension, &[1, 0]));
            assert_eq!(Order::rows(order).collect::<Vec<_>>(), [1, 2, 4, 0, 3]);
        }
    }
}
