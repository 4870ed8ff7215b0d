use crate::{Codes, Mask, Order};
use std::borrow::Cow;
use std::collections::HashMap;

/// One dimension of all rows. A row has one key or several, each at most once.
///
/// Rows with the same keys share one *set* of them, so a row is a single small number however
/// many keys it has: what is found out about a set holds for all its rows.
#[derive(Debug, Clone, Default)]
pub struct Column {
    keys: Vec<String>,
    /// The codes of the keys of all sets, one set after the other, and where each ends.
    members: Vec<u32>,
    ends: Vec<u32>,
    /// The set of each row.
    pub(crate) sets: Codes,
    code_of: HashMap<String, u32>,
    /// By the set's keys, with [`JOINT`] between them. Other orders of the same keys are other sets.
    set_of: HashMap<String, u32>,
}

/// Stands in no key.
const JOINT: &str = "\0";

impl Column {
    /// Adds a row with these keys.
    pub fn push(&mut self, keys: &[&str]) {
        let joined = match keys {
            [one] => Cow::Borrowed(*one),
            several => Cow::Owned(several.join(JOINT)),
        };
        let set = match self.set_of.get(&*joined) {
            Some(&set) => set,
            None => {
                let set = self.add_set(keys);
                self.set_of.insert(joined.into_owned(), set);
                set
            }
        };
        self.sets.push(set);
    }

    fn add_set(&mut self, keys: &[&str]) -> u32 {
        let start = self.members.len();
        for key in keys {
            let code = self.intern(key);
            if !self.members[start..].contains(&code) {
                self.members.push(code);
            }
        }
        self.ends.push(self.members.len() as u32);
        self.ends.len() as u32 - 1
    }

    fn intern(&mut self, key: &str) -> u32 {
        if let Some(&code) = self.code_of.get(key) {
            return code;
        }
        let code = self.keys.len() as u32;
        self.keys.push(key.to_owned());
        self.code_of.insert(key.to_owned(), code);
        code
    }

    /// The keys, in the order of their first appearance; a key's code is its position.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    pub fn code(&self, key: &str) -> Option<usize> {
        self.code_of.get(key).map(|&code| code as usize)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.sets.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    /// How many different sets of keys there are.
    pub(crate) fn count_sets(&self) -> usize {
        self.ends.len()
    }

    /// The codes of a set's keys.
    pub(crate) fn set(&self, set: usize) -> &[u32] {
        let start = if set == 0 { 0 } else { self.ends[set - 1] as usize };
        &self.members[start..self.ends[set] as usize]
    }

    /// The codes of a row's keys.
    pub fn of_row(&self, row: usize) -> &[u32] {
        if row < self.len() { self.set(self.sets.get(row)) } else { &[] }
    }

    /// For each set, whether any of its keys is wanted; keys are given by code.
    pub fn sets_with(&self, wanted: &[bool]) -> Vec<bool> {
        let is_wanted = |&code: &u32| wanted.get(code as usize).copied().unwrap_or(false);
        (0..self.count_sets()).map(|set| self.set(set).iter().any(is_wanted)).collect()
    }

    /// The rows that have any of the wanted keys.
    pub fn rows_with(&self, wanted: &[bool]) -> Mask {
        let sets = self.sets_with(wanted);
        let mut rows = Mask::none(self.len());
        (0..self.len()).filter(|&row| sets[self.sets.get(row)]).for_each(|row| rows.insert(row));
        rows
    }

    /// The rows by the least rank that any of their keys has, ranks being given by code; rows
    /// without a key come last.
    pub fn order(&self, ranks: &[u32]) -> Order {
        let last = ranks.len() as u32;
        let least = |set: usize| self.set(set).iter().map(|&code| ranks[code as usize]).min().unwrap_or(last);
        // Ranks are to be less than there are codes, and sets may be fewer than keys.
        let mut of_sets: Vec<u32> = (0..self.count_sets()).map(least).collect();
        let mut used = of_sets.clone();
        used.sort_unstable();
        used.dedup();
        of_sets.iter_mut().for_each(|rank| *rank = used.partition_point(|one| one < rank) as u32);
        Order::by_rank(&self.sets, &of_sets)
    }

    /// Forgets what only more rows would need.
    pub fn close(&mut self) {
        self.set_of = HashMap::new();
    }

    /// Turns counts of sets into counts of keys.
    pub(crate) fn spread(&self, of_sets: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut of_keys = vec![0; self.keys.len()];
        for (set, count) in of_sets.enumerate() {
            self.set(set).iter().for_each(|&code| of_keys[code as usize] += count);
        }
        of_keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_the_same_keys_share_a_set() {
        let mut column = Column::default();
        for keys in [&["b"][..], &["a", "b"], &["a", "b"], &[], &["a", "a"]] {
            column.push(keys);
        }
        column.close();
        assert_eq!(column.keys(), ["b", "a"]);
        let rows: Vec<&[u32]> = (0..6).map(|row| column.of_row(row)).collect();
        assert_eq!(rows, [&[0][..], &[1, 0], &[1, 0], &[], &[1], &[]]);
        assert_eq!(column.count_sets(), 4);
        assert_eq!(column.sets_with(&[false, true]), [false, true, false, true]);
        assert_eq!(column.rows_with(&[true, false]).iter().collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(column.spread([10, 5, 1, 2].into_iter()), [15, 7]);
        let order = std::sync::Arc::new(column.order(&[1, 0]));
        assert_eq!(Order::rows(order).collect::<Vec<_>>(), [1, 2, 4, 0, 3]);
        assert_eq!((column.code("a"), column.code("c")), (Some(1), None));
    }
}
