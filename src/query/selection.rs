use super::columns::Found;
use super::{By, Columns, Facet, Filters, Sort, Span, order};
use crate::locale::{Lang, fold};
use crate::snapshot::Snapshot;
use engine::{Fails, Mask, Tally, cross, passing, tally};
use std::sync::OnceLock;

/// Filters looked up in the columns: which codes of each facet are chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// For each facet none where there is no choice, else a flag for each code.
    wanted: [Option<Vec<bool>>; Facet::COUNT],
    amounts: Option<Span>,
    words: Vec<String>,
    /// Chosen values that this snapshot does not have; they are ignored.
    pub unknown: Vec<(Facet, String)>,
}

/// The condition number of the search words; lower numbers are dimensions.
const WORDS: usize = Columns::DIMENSIONS;

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
        Selection { wanted, amounts: filters.amounts.clone(), words: folded_words(&filters.words), unknown }
    }

    /// The records that it shows, and the counts.
    pub fn run(self, columns: &Columns) -> Hits {
        let everything =
            Selection { wanted: Default::default(), amounts: None, words: Vec::new(), unknown: Vec::new() };
        self.run_from(&everything, Fails::none(&columns.table), None, columns)
    }

    /// The same as [`Selection::run`], from the hits of another selection over the same columns: only the
    /// conditions that differ are worked out, which is faster.
    #[inline(never)]
    pub fn run_after(self, before: Hits, columns: &Columns) -> Hits {
        self.run_from(&before.selection, before.fails, before.found, columns)
    }

    fn run_from(self, before: &Selection, mut fails: Fails, mut found: Option<Found>, columns: &Columns) -> Hits {
        let table = &columns.table;
        for at in Facet::ALL.map(Facet::index) {
            match &self.wanted[at] {
                same if *same == before.wanted[at] => {}
                Some(wanted) => fails.set_keys(at, table, wanted),
                None => fails.clear(at, table),
            }
        }
        match &self.amounts {
            same if *same == before.amounts => {}
            Some(span) => fails.set_rows(Columns::AMOUNTS, table, &columns.with_amounts(span)),
            None => fails.clear(Columns::AMOUNTS, table),
        }
        if self.words != before.words {
            // A search that only extends the one before finds nothing that was not found then.
            let is_longer = |word: &String| self.words.iter().any(|now| now.contains(word.as_str()));
            let of = found.filter(|_| before.words.iter().all(is_longer));
            let of = of.as_ref().map(|found| &found.anywhere);
            found = (!self.words.is_empty()).then(|| columns.with_words(&self.words, of));
            match &found {
                Some(found) => fails.set_rows(WORDS, table, &found.anywhere),
                None => fails.clear(WORDS, table),
            }
        }
        let Tally { shown: count, reach, counts } = tally(&fails, table);
        Hits { selection: self, count, shown: OnceLock::new(), reach, counts, fails, found }
    }
}

/// The folded words of a search, in the order typed.
pub fn folded_words(words: &str) -> Vec<String> {
    fold(words).split_terminator(' ').map(str::to_owned).collect()
}

/// What a selection gives: the records shown, and for each facet how many each value would give.
#[derive(Debug, Clone)]
pub struct Hits {
    /// What was chosen.
    pub selection: Selection,
    count: u32,
    /// Worked out when it is asked for; counting does not need it.
    shown: OnceLock<Mask>,
    reach: Vec<u32>,
    counts: Vec<Vec<u32>>,
    fails: Fails,
    found: Option<Found>,
}

impl Hits {
    /// How many records are shown.
    pub fn count(&self) -> usize {
        self.count as usize
    }

    /// The records shown.
    pub fn shown(&self, columns: &Columns) -> &Mask {
        self.shown.get_or_init(|| passing(&self.fails, &columns.table))
    }

    /// The records shown, in the order that the reader chose. The best matches have words in the title that
    /// begin with the search words; then come those with the search words within the title, then the rest.
    pub fn ordered(
        &self,
        columns: &Columns,
        snapshot: &Snapshot,
        sort: Sort,
        lang: Lang,
    ) -> impl Iterator<Item = usize> + use<> {
        let shown = self.shown(columns);
        let classes = match &self.found {
            Some(found) if sort.by == By::Best => {
                let mut rest = shown.clone();
                let mut class = |of: &Mask| {
                    let mut class = rest.clone();
                    class.and(of);
                    rest.without(of);
                    class
                };
                vec![class(&found.begins), class(&found.in_title), rest]
            }
            _ => vec![shown.clone()],
        };
        order(columns, snapshot, classes, sort, lang)
    }

    /// Which values of a facet are chosen, by code; none where no value of this snapshot is.
    pub fn choice(&self, facet: Facet) -> Option<&[bool]> {
        self.selection.wanted[facet.index()].as_deref()
    }

    /// Whether a record with this value and no other in the facet passes the facet's own choice.
    pub fn lets(&self, columns: &Columns, facet: Facet, key: &str) -> bool {
        self.choice(facet)
            .is_none_or(|wanted| columns.facet(facet).code(key).and_then(|code| wanted.get(code)) == Some(&true))
    }

    /// How many records have an amount in each class, by code, the range of amounts left aside.
    pub fn classes(&self) -> &[u32] {
        &self.counts[Columns::AMOUNTS]
    }

    /// How many records there are with the range of amounts left aside.
    pub fn reach_of_amounts(&self) -> u32 {
        self.reach[Columns::AMOUNTS]
    }

    /// How many records there are with the facet's own choice left aside: what its counts are parts of.
    pub fn reach(&self, facet: Facet) -> u32 {
        self.reach[facet.index()]
    }

    /// The count of each code of a facet, its own choice left aside.
    pub fn counts(&self, facet: Facet) -> &[u32] {
        &self.counts[facet.index()]
    }

    /// How many records have each pair of values of two facets: for each code of `facet` a list of counts, by
    /// the codes of `by`. The own choice of `facet` is left aside.
    pub fn cross(&self, columns: &Columns, facet: Facet, by: Facet) -> Vec<Vec<u32>> {
        cross(&self.fails, &columns.table, facet.index(), by.index())
    }
}
