//! What the query engine gives equals a naive recount over the records themselves.

use bagyt::query::{Columns, Facet, Filters, Selection, Sort, order};
use bagyt::snapshot::synth::synth;
use bagyt::snapshot::{Record, Snapshot, find, read};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn snapshot(text: &str) -> Snapshot {
    read(text).0.expect("the snapshot is not refused")
}

/// A record's keys of a facet, worked out again from the contract.
fn keys(record: &Record, facet: Facet) -> BTreeSet<String> {
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

/// Whether a record passes a facet's choice; a facet without a choice that exists lets all pass.
fn passes(record: &Record, facet: Facet, filters: &Filters, known: &BTreeSet<String>) -> bool {
    let chosen: BTreeSet<&String> = filters.chosen(facet).iter().filter(|key| known.contains(*key)).collect();
    chosen.is_empty() || keys(record, facet).iter().any(|key| chosen.contains(key))
}

/// Whether each word stands in a title, a summary, an organisation's name or the id.
fn has_words(record: &Record, filters: &Filters, snapshot: &Snapshot) -> bool {
    let organisations =
        record.organisations.iter().filter_map(|part| find(&snapshot.organisations, &part.organisation));
    let names = organisations.map(|organisation| &organisation.name);
    let texts = [&record.title].into_iter().chain(&record.summary).chain(names);
    let texts = texts.flat_map(|text| text.versions().map(|(_, words)| words.to_lowercase()).collect::<Vec<_>>());
    let text = texts.chain([record.id.replace('-', " ")]).collect::<Vec<_>>().join(" ");
    filters.words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Runs both and compares every count and every record.
fn check(snapshot: &Snapshot, filters: &Filters) -> Result<(), TestCaseError> {
    let columns = Columns::of(snapshot);
    let hits = Selection::of(filters, &columns).run(&columns);
    let known = Facet::ALL.map(|facet| snapshot.records.iter().flat_map(|r| keys(r, facet)).collect::<BTreeSet<_>>());
    let fits = |record: &Record, aside: Option<Facet>| {
        let others = Facet::ALL.into_iter().filter(|facet| Some(*facet) != aside);
        has_words(record, filters, snapshot)
            && others.into_iter().all(|facet| passes(record, facet, filters, &known[facet.index()]))
    };
    for (i, record) in snapshot.records.iter().enumerate() {
        prop_assert_eq!(hits.shown.contains(i), fits(record, None), "{} under “{}”", record.id, filters.to_query());
    }
    prop_assert_eq!(hits.shown.count(), snapshot.records.iter().filter(|r| fits(r, None)).count());
    for facet in Facet::ALL {
        let mut recount: BTreeMap<String, u32> = known[facet.index()].iter().map(|key| (key.clone(), 0)).collect();
        for record in snapshot.records.iter().filter(|record| fits(record, Some(facet))) {
            for key in keys(record, facet) {
                *recount.entry(key).or_default() += 1;
            }
        }
        let counted = columns.facet(facet).keys().iter().cloned().zip(hits.counts(facet).iter().copied());
        prop_assert_eq!(counted.collect::<BTreeMap<_, _>>(), recount, "{:?} under “{}”", facet, filters.to_query());
    }
    Ok(())
}

/// Choices by facet and by place among the values that facet may have; some are of nobody.
fn any_filters() -> impl Strategy<Value = Filters> {
    const VALUES: [&[&str]; 7] = [
        &["tourism", "sez-aktau", "innovation", "fishing"],
        &["event", "training", "initiative", "document"],
        &["planned", "ongoing", "completed", "not-stated"],
        &["aktau", "beineu", "munaily", "atlantis"],
        &["2013", "2014", "2015", "2017", "undated"],
        &["o0000", "o0001", "o0002", "o9999"],
        &["project", "context", "related", "all"],
    ];
    let words = prop_oneof![3 => Just(String::new()), 1 => "(road|school|o|1|port 2|xyz|GRANT)"];
    (proptest::collection::vec((0usize..7, 0usize..5), 0..9), words).prop_map(|(choices, words)| {
        let pairs = choices.iter().map(|&(facet, at)| {
            let values = VALUES[facet];
            format!("{}={}", Facet::ALL[facet].key(), values[at % values.len()])
        });
        let query = pairs.chain([format!("q={words}")]).collect::<Vec<_>>().join("&");
        Filters::from_query(&query).0
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn synthetic_snapshots(size in 0usize..250, seed: u64, filters in any_filters()) {
        check(&snapshot(&synth(size, seed)), &filters)?;
    }
}

#[test]
fn the_published_snapshot() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    let snapshot = snapshot(&text.expect("the snapshot is in public/"));
    let queries = [
        "",
        "scope=all",
        "direction=tourism&scope=context&scope=project",
        "kind=training&year=2014&year=2015",
        "direction=whole-project&stage=not-stated",
        "year=undated&kind=person&scope=all",
        "area=aktau&area=mangystau&kind=event&scope=all",
        "kind=nonsense",
    ];
    for query in queries {
        let filters = Filters::from_query(query).0;
        let result = check(&snapshot, &filters);
        assert!(result.is_ok(), "{query}: {result:?}");
    }
}

#[test]
fn every_order_lists_the_shown_records_once() {
    let snapshot = snapshot(&synth(150, 3));
    let columns = Columns::of(&snapshot);
    let hits = Selection::of(&Filters::default(), &columns).run(&columns);
    for sort in Sort::ALL {
        let list = order(&snapshot.records, &hits.shown, sort, bagyt::locale::Lang::En);
        assert_eq!(list.iter().copied().collect::<BTreeSet<_>>(), hits.shown.iter().collect(), "{sort:?}");
        assert_eq!(list.len(), hits.shown.count());
        let years: Vec<i32> =
            list.iter().filter_map(|&i| snapshot.records[i].date.years()).map(|(first, _)| first).collect();
        match sort {
            Sort::Newest => assert!(years.iter().rev().is_sorted()),
            Sort::Oldest => assert!(years.is_sorted()),
            Sort::Title => assert!(
                list.is_sorted_by_key(|&i| snapshot.records[i].title.plain(bagyt::locale::Lang::En).to_lowercase())
            ),
        }
    }
}
