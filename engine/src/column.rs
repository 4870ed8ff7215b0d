use crate::Codes;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// One dimension. A row has any number of keys in it, each at most once.
///
/// Rows with the same keys share one *set* of them, so a row is a single small number however
/// many keys it has: what is found out about a set holds for all its rows.
#[derive(Debug, Default)]
pub struct Column {
    keys: Vec<String>,
    /// The codes of the keys of all sets, one set after the other; and where each set ends.
    members: Vec<u32>,
    ends: Vec<u32>,
    /// The set of each profile; in a dimension of the rows' own, of each place. Only the table knows which.
    pub(crate) sets: Codes,
    code_of: FxHashMap<String, u32>,
    /// By the keys of the set, with [`JOINT`] between them. The same keys in another order are another set.
    set_by_keys: FxHashMap<String, u32>,
}

/// Stands in no key.
const JOINT: &str = "\0";

impl Column {
    /// The number of the set of these keys; a new one where no row has had them in this order. A key is neither
    /// empty nor has a zero byte in it.
    pub(crate) fn intern_set(&mut self, keys: &[&str]) -> u32 {
        let joined = match keys {
            [one] => Cow::Borrowed(*one),
            several => Cow::Owned(several.join(JOINT)),
        };
        match self.set_by_keys.get(&*joined) {
            Some(&set) => set,
            None => {
                let set = self.add_set(keys);
                self.set_by_keys.insert(joined.into_owned(), set);
                set
            }
        }
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

    /// The code of a key, which gets the next one if it has none.
    pub(crate) fn intern(&mut self, key: &str) -> u32 {
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

    /// The code of a key; none where the key is unknown.
    pub fn code(&self, key: &str) -> Option<usize> {
        self.code_of.get(key).map(|&code| code as usize)
    }

    /// How many sets there are; they are numbered from 0.
    pub(crate) fn count_sets(&self) -> usize {
        self.ends.len()
    }

    /// The codes of a set's keys.
    pub(crate) fn set(&self, set: usize) -> &[u32] {
        let start = if set == 0 { 0 } else { self.ends[set - 1] as usize };
        &self.members[start..self.ends[set] as usize]
    }

    /// For each set, whether any of its keys is wanted. `wanted` has a flag for each code; a code beyond its end
    /// is not wanted.
    pub(crate) fn sets_with(&self, wanted: &[bool]) -> Vec<bool> {
        let is_wanted = |&code: &u32| wanted.get(code as usize).copied().unwrap_or(false);
        (0..self.count_sets()).map(|set| self.set(set).iter().any(is_wanted)).collect()
    }

    /// For each set the least rank of its keys. `ranks` has a rank for each code, all below its length; a set
    /// without keys gets the length, and so comes last.
    pub(crate) fn least_ranks(&self, ranks: &[u32]) -> Vec<u32> {
        let last = ranks.len() as u32;
        let least = |set: usize| self.set(set).iter().map(|&code| ranks[code as usize]).min().unwrap_or(last);
        (0..self.count_sets()).map(least).collect()
    }

    /// Drops what only adding rows needs.
    pub(crate) fn close(&mut self) {
        self.set_by_keys = FxHashMap::default();
    }

    /// Counts of keys by code, from counts of sets: what a set counts, each of its keys counts.
    pub(crate) fn spread(&self, of_sets: &[u32]) -> Vec<u32> {
        let mut of_keys = vec![0; self.keys.len()];
        for (set, count) in of_sets.iter().enumerate() {
            self.set(set).iter().for_each(|&code| of_keys[code as usize] += count);
        }
        of_keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_are_one_set() {
        let mut column = Column::default();
        let sets = [&["b"][..], &["a", "b"], &["a", "b"], &[], &["a", "a"]].map(|keys| column.intern_set(keys));
        column.close();
        assert_eq!(sets, [0, 1, 1, 2, 3]);
        assert_eq!(column.keys(), ["b", "a"]);
        assert_eq!([0, 1, 2, 3].map(|set| column.set(set)), [&[0][..], &[1, 0], &[], &[1]]);
        assert_eq!(column.sets_with(&[false, true]), [false, true, false, true]);
        assert_eq!(column.spread(&[10, 5, 1, 2]), [15, 7]);
        assert_eq!(column.least_ranks(&[1, 0]), [1, 0, 2, 0]);
        assert_eq!((column.code("a"), column.code("c")), (Some(1), None));
    }
}
