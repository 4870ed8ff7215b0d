//! The orders of lists, worked out again from the records themselves.

use bagyt::locale::{Lang, sort_key};
use bagyt::query::{By, Columns, Facet, Filters, Hits, Sort, order};
use bagyt::snapshot::{Record, Snapshot};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Who searches sees first the records with all words at the beginnings of the title's words, then
/// those with them elsewhere in the title, then the others; each in the order of time.
pub fn check_search(
    snapshot: &Snapshot,
    filters: &Filters,
    columns: &Columns,
    hits: &Hits,
) -> Result<(), TestCaseError> {
    let records: Vec<Record> = snapshot.records.iter().collect();
    let class = |row: &usize| {
        let titles = records[*row].title.versions().map(|(_, words)| words.to_lowercase());
        let title = format!(" {}", titles.collect::<Vec<_>>().join(" "));
        let has = |before: &str| {
            filters.words.to_lowercase().split_whitespace().all(|word| title.contains(&format!("{before}{word}")))
        };
        if has(" ") {
            0
        } else if has("") {
            1
        } else {
            2
        }
    };
    let masks = vec![hits.shown(columns).clone()];
    let mut recount: Vec<usize> = order(columns, snapshot, masks, Sort::default(), Lang::En).collect();
    recount.sort_by_key(class);
    let listed: Vec<usize> = hits.ordered(columns, snapshot, Sort::default(), Lang::En).collect();
    prop_assert_eq!(listed, recount, "searching “{}”", filters.words);
    Ok(())
}

/// Each order lists the shown records once, sorted anew from the records themselves.
pub fn check_order(
    snapshot: &Snapshot,
    sort: Sort,
    lang: Lang,
    columns: &Columns,
    hits: &Hits,
) -> Result<(), TestCaseError> {
    let records: Vec<Record> = snapshot.records.iter().collect();
    let record = |i: &usize| &records[*i];
    let time = |i: &usize| record(i).date.span().map(|(start, end)| start + end);
    // The currency that most amounts are in, of all records.
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    records.iter().flat_map(|r| &r.money).for_each(|money| *uses.entry(&money.currency).or_default() += 1);
    let largest = |i: &usize| {
        let money = &record(i).money;
        let place = |currency: &str| (std::cmp::Reverse(uses[currency]), currency.to_owned());
        let currency = money.iter().map(|m| m.currency.as_str()).min_by_key(|currency| place(currency))?;
        let amounts = money.iter().filter(|m| m.currency == currency).map(|m| m.amount);
        Some((place(currency), amounts.fold(f64::MIN, f64::max)))
    };
    let mut recount: Vec<usize> = hits.shown(columns).iter().collect();
    let turned = |order: std::cmp::Ordering| if sort.back { order.reverse() } else { order };
    match sort.by {
        By::Best | By::Time => recount.sort_by(|a, b| {
            time(a)
                .is_none()
                .cmp(&time(b).is_none())
                .then(turned(time(b).partial_cmp(&time(a)).expect("times compare")))
        }),
        By::Title => recount.sort_by(|a, b| {
            let title = |i| record(i).title.plain(lang).to_lowercase();
            turned(title(a).cmp(&title(b)))
        }),
        By::Amount => recount.sort_by(|a, b| match (largest(a), largest(b)) {
            (Some(a), Some(b)) => a.0.cmp(&b.0).then(turned(b.1.total_cmp(&a.1))),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }),
        By::Facet(facet) => {
            let name = |i: &usize| {
                let names = keys(record(i), facet).into_iter().filter(|key| key != facet.blank());
                let names = names.map(|key| sort_key(lang, &lang.facet_value(facet, &key, snapshot)));
                if sort.back { names.max() } else { names.min() }
            };
            recount.sort_by(|a, b| {
                let (a, b) = (name(a), name(b));
                a.is_none().cmp(&b.is_none()).then(turned(a.cmp(&b)))
            });
        }
    }
    let masks = vec![hits.shown(columns).clone()];
    let listed: Vec<usize> = order(columns, snapshot, masks, sort, lang).collect();
    prop_assert_eq!(listed, recount, "{:?}", sort);
    Ok(())
}

/// A record's keys of a facet, worked out again from the contract.
pub fn keys(record: &Record, facet: Facet) -> BTreeSet<String> {
    let (keys, blank): (Vec<String>, &str) = match facet {
        Facet::Direction => (record.directions.clone(), "whole-project"),
        Facet::Kind => (vec![record.kind.word().into()], "not-stated"),
        Facet::Stage => (record.stage.iter().map(|stage| stage.word().into()).collect(), "not-stated"),
        Facet::Area => (record.areas.clone(), "not-stated"),
        Facet::Year => {
            let years = record.date.years().map_or(Vec::new(), |(first, last)| (first..=last).collect());
            (years.iter().map(ToString::to_string).collect(), "undated")
        }
        Facet::Organisation => (record.organisations.iter().map(|o| o.organisation.clone()).collect(), "not-stated"),
        Facet::Scope => (vec![record.scope.word().into()], "not-stated"),
    };
    if keys.is_empty() { BTreeSet::from([blank.to_owned()]) } else { keys.into_iter().collect() }
}
