/// One bit a record: which of them are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    words: Vec<u64>,
    len: usize,
}

impl Mask {
    /// A mask over `len` records with none of them in.
    pub fn none(len: usize) -> Mask {
        Mask { words: vec![0; len.div_ceil(64)], len }
    }

    /// Takes a record in. Beyond the end it does nothing.
    pub fn insert(&mut self, record: usize) {
        if record < self.len {
            self.words[record / 64] |= 1 << (record % 64);
        }
    }

    pub fn contains(&self, record: usize) -> bool {
        record < self.len && self.words[record / 64] >> (record % 64) & 1 == 1
    }

    /// How many records are in.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The records that are in, in ascending order.
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
            for record in 0..400 {
                prop_assert_eq!(mask.contains(record), set.contains(&record));
            }
        }
    }
}
