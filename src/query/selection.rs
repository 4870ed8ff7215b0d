use super::{Columns, Facet, Filters};
use crate::locale::fold;
use engine::{Fails, Mask, Tally, cross, tally};

/// Filters resolved against the columns: which code of each facet is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// For each facet nothing where there is no choice, else one flag a code.
    wanted: [Option<Vec<bool>>; 7],
    words: Vec<String>,
    /// Chosen values that this snapshot does not have; they are ignored.
    pub unknown: Vec<(Facet, String)>,
}

/// The condition that search words are; the facets are those below it.
const WORDS: usize = Facet::ALL.len();

impl Selection {
    /// Looks the chosen values up. A facet whose values are all unknown has no choice.
    pub fn of(filters: &Filters, columns: &Columns) -> Selection {
        let mut unknown = Vec::new();
        let wanted = Facet::ALL.map(|facet| {
            let column = columns.facet(facet);
            let mut flags = vec![false; column.keys().len()];
            let mut any = false;
            for key in filters.chosen(facet) {
                match column.code(key).and_then(|code| flags.get_mut(code)) {
                    Some(flag) => (*flag, any) = (true, true),
                    None => unknown.push((facet, key.clone())),
                }
            }
            any.then_some(flags)
        });
        let words = fold(&filters.words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Selection { wanted, words, unknown }
    }

    /// What it gives.
    pub fn run(self, columns: &Columns) -> Hits {
        let everything = Selection { wanted: Default::default(), words: Vec::new(), unknown: Vec::new() };
        self.run_from(&everything, Fails::none(columns.len()), columns)
    }

    /// The same, from what another selection gave over the same columns: only what is chosen
    /// otherwise is looked up anew.
    pub fn run_after(self, before: Hits, columns: &Columns) -> Hits {
        self.run_from(&before.selection, before.fails, columns)
    }

    fn run_from(self, before: &Selection, mut fails: Fails, columns: &Columns) -> Hits {
        for facet in Facet::ALL {
            let at = facet.index();
            match &self.wanted[at] {
                same if *same == before.wanted[at] => {}
                Some(wanted) => fails.set_keys(at, columns.facet(facet), wanted),
                None => fails.clear(at),
            }
        }
        if self.words.is_empty() {
            fails.clear(WORDS);
        } else if self.words != before.words {
            fails.set_rows(WORDS, &columns.with_words(&self.words));
        }
        let Tally { shown, reach, counts } = tally(&fails, &columns.facets);
        Hits { selection: self, shown, reach, counts, fails }
    }
}

/// What a selection gives: the records shown, and for each facet how many each value would give.
#[derive(Debug, Clone)]
pub struct Hits {
    pub selection: Selection,
    pub shown: Mask,
    reach: Vec<u32>,
    counts: Vec<Vec<u32>>,
    fails: Fails,
}

impl Hits {
    /// How many records there are with the facet's own choice left aside: what its counts are parts of.
    pub fn reach(&self, facet: Facet) -> u32 {
        self.reach[facet.index()]
    }

    /// The count of each code of a facet, its own choice left aside.
    pub fn counts(&self, facet: Facet) -> &[u32] {
        &self.counts[facet.index()]
    }

    /// How many records have each pair of values of two facets, the first one's own choice left
    /// aside: a row of counts, by the codes of `by`, for each code of `facet`.
    pub fn cross(&self, columns: &Columns, facet: Facet, by: Facet) -> Vec<Vec<u32>> {
        cross(&self.fails, 1 << facet.index(), columns.facet(facet), columns.facet(by))
    }
}
