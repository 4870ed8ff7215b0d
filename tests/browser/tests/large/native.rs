//! The numbers that a page of all records shows, worked out by the library in the test's own process.

use bagyt::locale::{Lang, sort_key};
use bagyt::query::{Facet, Filters, Hits, Selection};
use bagyt::series::span_name;
use bagyt::site::Site;
use bagyt::snapshot::synth::synth;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Records of the portfolio, as the design counts them.
const RECORDS: usize = 100_000;

/// Bars that the charts of a facet and of amounts have at most.
const BARS: usize = 10;
const LARGEST: usize = 8;

/// What a page shows in numbers, by where it stands: `shown`; `kind=training` beside a checkbox;
/// `by-kind: Training` in the table of a chart.
pub type Numbers = BTreeMap<String, u64>;

/// A portfolio, as a file and as the library reads it.
pub struct Portfolio {
    pub text: String,
    site: Site,
}

/// Read once, since that takes seconds.
pub static PORTFOLIO: LazyLock<Portfolio> = LazyLock::new(|| {
    let text: String = synth(RECORDS, 1).collect();
    let site = Site::read(&text).expect("what is made up is a snapshot");
    Portfolio { text, site }
});

impl Portfolio {
    /// What an English page shows whose address ends in this query. Where a table has nothing there
    /// is no row of zero.
    pub fn numbers(&self, query: &str) -> Numbers {
        let columns = &self.site.columns;
        let (filters, unknown) = Filters::from_query(query);
        assert!(unknown.is_empty(), "{query}: {unknown:?}");
        let hits = Selection::of(&filters, columns).run(columns);
        let mut numbers = Numbers::from([("shown".to_owned(), hits.count() as u64)]);
        for facet in Facet::ALL {
            let counts = columns.keys(facet).iter().zip(hits.counts(facet));
            numbers.extend(counts.map(|(key, count)| (format!("{}={key}", facet.key()), u64::from(*count))));
        }
        let mut table = |chart: &str, rows: Vec<(String, u64)>| {
            let rows = rows.into_iter().filter(|(_, value)| *value > 0);
            numbers.extend(rows.map(|(row, value)| (format!("{chart}: {row}"), value)));
        };
        // Of what no record states the page has no table.
        let said = |facet: Facet, code: usize| columns.keys(facet)[code] != facet.blank();
        for facet in [Facet::Direction, Facet::Kind, Facet::Year, Facet::Area, Facet::Organisation] {
            let mut counts = hits.counts(facet).iter().enumerate();
            if facet == Facet::Direction || counts.any(|(code, count)| *count > 0 && said(facet, code)) {
                table(&format!("by-{}", facet.key()), self.counted(facet, &hits));
            }
        }
        let pairs = hits.cross(columns, Facet::Kind, Facet::Stage);
        let mut stages = pairs.iter().flat_map(|of_kind| of_kind.iter().enumerate());
        if !filters.chosen(Facet::Stage).is_empty()
            || stages.any(|(code, count)| *count > 0 && said(Facet::Stage, code))
        {
            table("stage-by-kind", self.crossed(Facet::Kind, Facet::Stage, &hits));
        }
        table("direction-by-year", self.crossed(Facet::Year, Facet::Direction, &hits));
        let classes = columns.classes().zip(hits.classes());
        let classes = classes.filter_map(|(class, count)| Some((span_name(&class?, Lang::En), u64::from(*count))));
        table("sizes-eur", classes.collect());
        for (scope, currency, amounts) in columns.amounts() {
            let largest = amounts.of(hits.shown(columns)).take(LARGEST).enumerate();
            let rows = largest.map(|(place, amount)| (place.to_string(), amount.value as u64));
            table(&format!("money-{}-{}", scope.word(), currency.to_lowercase()), rows.collect());
        }
        numbers
    }

    /// The ids of the records that are listed first, where the page's address ends in this query.
    pub fn first(&self, query: &str, count: usize) -> Vec<String> {
        let Site { columns, snapshot, .. } = &self.site;
        let (filters, _) = Filters::from_query(query);
        let hits = Selection::of(&filters, columns).run(columns);
        let rows = hits.ordered(columns, snapshot, filters.order(), Lang::En).take(count);
        rows.filter_map(|row| Some(snapshot.records.get(row)?.id)).collect()
    }

    /// Years all of them, of anything else the most frequent.
    fn counted(&self, facet: Facet, hits: &Hits) -> Vec<(String, u64)> {
        let counts = self.site.columns.keys(facet).iter().zip(hits.counts(facet));
        let counts = counts.filter(|(_, count)| **count > 0);
        let mut rows: Vec<_> =
            counts.map(|(key, count)| (key == facet.blank(), Reverse(*count), self.name(facet, key))).collect();
        rows.sort_by_cached_key(|(blank, count, name)| (*blank, *count, sort_key(Lang::En, name)));
        rows.truncate(if facet == Facet::Year { rows.len() } else { BARS });
        rows.into_iter().map(|(_, Reverse(count), name)| (name, count.into())).collect()
    }

    /// Pairs of values, the groups first; what is undated has no place among the years.
    fn crossed(&self, facet: Facet, by: Facet, hits: &Hits) -> Vec<(String, u64)> {
        let columns = &self.site.columns;
        let rows = columns.keys(facet).iter().zip(hits.cross(columns, facet, by));
        let rows: Vec<_> = rows.filter(|(key, _)| facet != Facet::Year || *key != facet.blank()).collect();
        let groups = columns.keys(by).iter().enumerate();
        let groups: Vec<_> = groups.filter(|(code, _)| rows.iter().any(|(_, counts)| counts[*code] > 0)).collect();
        let cell = |(code, group): (usize, &String), (key, counts): &(&String, Vec<u32>)| {
            let name = self.name(facet, key);
            // A single group needs no column of its own.
            let name = if groups.len() > 1 { format!("{}, {name}", self.name(by, group)) } else { name };
            (name, u64::from(counts[code]))
        };
        groups.iter().flat_map(|group| rows.iter().map(|row| cell(*group, row))).collect()
    }

    fn name(&self, facet: Facet, key: &str) -> String {
        Lang::En.facet_value(facet, key, &self.site.snapshot)
    }
}
