/// A set of rows, as one bit a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    words: Vec<u64>,
    len: usize,
}

impl Mask {
    /// A mask over `len` rows with none of them in.
    pub fn none(len: usize) -> Mask {
        Mask { words: vec![0; len.div_ceil(64)], len }
    }

    /// Takes a row in. Beyond the end it does nothing.
    pub fn insert(&mut self, row: usize) {
        if row < self.len {
            self.words[row / 64] |= 1 << (row % 64);
        }
    }

    /// Whether a row is in. No row beyond the end is.
    pub fn contains(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Keeps only the rows that are in the other too. Both masks, here and below, are over the same rows.
    pub fn and(&mut self, other: &Mask) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Leaves out the rows that are in the other.
    pub fn without(&mut self, other: &Mask) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Takes in the rows that are in the other.
    pub fn or(&mut self, other: &Mask) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// How many rows are in.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The rows that are in, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            std::iter::successors((word != 0).then_some(word), |w| Some(w & (w - 1)).filter(|w| *w != 0))
                .map(move |w| at * 64 + w.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn behaves_like_a_set(len in 0usize..300, picks in proptest::collection::vec(0usize..400, 0..200)) {
            let mut mask = Mask::none(len);
            let mut set = BTreeSet::new();
            for pick in picks {
                mask.insert(pick);
                if pick < len {
                    set.insert(pick);
                }
            }
            prop_assert_eq!(mask.count(), set.len());
            prop_assert_eq!(mask.iter().collect::<BTreeSet<_>>(), set.clone());
            for row in 0..400 {
                prop_assert_eq!(mask.contains(row), set.contains(&row));
            }
        }
    }
}
