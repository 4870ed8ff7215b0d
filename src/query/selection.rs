use super::{Columns, Facet, Filters, Mask};
use crate::locale::fold;

/// Filters resolved against the columns: which code of each facet is chosen.
#[derive(Debug, Clone)]
pub struct Selection {
    /// For each facet nothing where there is no choice, else one flag a code.
    wanted: [Option<Vec<bool>>; 7],
    words: Vec<String>,
    /// Chosen values that this snapshot does not have; they are ignored.
    pub unknown: Vec<(Facet, String)>,
}

/// The bit that search words fail with; the facets have the bits below it.
const WORDS_BIT: u8 = 1 << 7;

impl Selection {
    /// Looks the chosen values up. A facet whose values are all unknown has no choice.
    pub fn of(filters: &Filters, columns: &Columns) -> Selection {
        let mut unknown = Vec::new();
        let wanted = Facet::ALL.map(|facet| {
            let codes = columns.facet(facet);
            let mut flags = vec![false; codes.keys().len()];
            let mut any = false;
            for key in filters.chosen(facet) {
                match codes.code(key).and_then(|code| flags.get_mut(usize::from(code))) {
                    Some(flag) => (*flag, any) = (true, true),
                    None => unknown.push((facet, key.clone())),
                }
            }
            any.then_some(flags)
        });
        let words = fold(&filters.words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Selection { wanted, words, unknown }
    }

    /// Runs over all records once.
    ///
    /// A record's failures are one bit a facet. It is shown when no bit is set, and it counts
    /// for a facet's own values when no *other* bit is set (the cross-filter rule): so a
    /// reader sees what choosing differently would give.
    pub fn run(&self, columns: &Columns) -> Hits {
        let mut counts = Facet::ALL.map(|facet| vec![0u32; columns.facet(facet).keys().len()]);
        let mut reach = [0u32; 7];
        let mut shown = Mask::none(columns.len());
        for record in 0..columns.len() {
            let failures = self.failures(columns, record);
            if failures == 0 {
                shown.insert(record);
            }
            for facet in Facet::ALL {
                if failures & !(1 << facet.index()) == 0 {
                    reach[facet.index()] += 1;
                    for &code in columns.facet(facet).of_record(record) {
                        counts[facet.index()][usize::from(code)] += 1;
                    }
                }
            }
        }
        Hits { shown, reach, counts }
    }

    /// How many records have each pair of values of two facets, the first one's own choice left
    /// aside: a row of counts, by the codes of `by`, for each code of `facet`.
    pub fn cross(&self, columns: &Columns, facet: Facet, by: Facet) -> Vec<Vec<u32>> {
        let width = columns.facet(by).keys().len();
        let mut pairs = vec![vec![0u32; width]; columns.facet(facet).keys().len()];
        for record in 0..columns.len() {
            if self.failures(columns, record) & !(1 << facet.index()) == 0 {
                for &row in columns.facet(facet).of_record(record) {
                    for &column in columns.facet(by).of_record(record) {
                        pairs[usize::from(row)][usize::from(column)] += 1;
                    }
                }
            }
        }
        pairs
    }

    fn failures(&self, columns: &Columns, record: usize) -> u8 {
        let mut failures = 0;
        for facet in Facet::ALL {
            if let Some(flags) = &self.wanted[facet.index()] {
                let codes = columns.facet(facet).of_record(record);
                if !codes.iter().any(|&code| flags[usize::from(code)]) {
                    failures |= 1 << facet.index();
                }
            }
        }
        if !self.words.is_empty() && !columns.has_words(record, &self.words) {
            failures |= WORDS_BIT;
        }
        failures
    }
}

/// What a selection gives: the records shown, and for each facet how many each value would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    pub shown: Mask,
    reach: [u32; 7],
    counts: [Vec<u32>; 7],
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
}
