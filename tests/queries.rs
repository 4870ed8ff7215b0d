//! What the query engine gives equals a naive recount over the records themselves.

mod orders;

use bagyt::locale::Lang;
use bagyt::query::{By, Columns, Facet, Filters, Hits, Selection, Sort, Span};
use bagyt::snapshot::synth::synth;
use bagyt::snapshot::{Date, Kind, Record, Scope, Snapshot, Stage, find, read};
use orders::{check_order, check_search, keys};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn snapshot(text: &str) -> Snapshot {
    read(text).0.expect("the snapshot is not refused")
}

/// Whether a record passes a facet's choice; a facet without a choice that exists lets all pass.
fn passes(record: &Record, facet: Facet, filters: &Filters, known: &BTreeSet<String>) -> bool {
    let chosen: BTreeSet<&String> = filters.chosen(facet).iter().filter(|key| known.contains(*key)).collect();
    chosen.is_empty() || keys(record, facet).iter().any(|key| chosen.contains(key))
}

/// Whether each word stands in a title, a summary, an organisation's name, long or short, or the id.
fn has_words(record: &Record, filters: &Filters, snapshot: &Snapshot) -> bool {
    let organisations =
        record.organisations.iter().filter_map(|part| find(&snapshot.organisations, &part.organisation));
    let names = organisations.flat_map(|organisation| [&organisation.name].into_iter().chain(&organisation.short));
    let texts = [&record.title].into_iter().chain(&record.summary).chain(names);
    let texts = texts.flat_map(|text| text.versions().map(|(_, words)| words.to_lowercase()).collect::<Vec<_>>());
    let text = texts.chain([record.id.replace('-', " ")]).collect::<Vec<_>>().join(" ");
    filters.words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Whether a record has an amount in the range chosen.
fn has_amount(record: &Record, filters: &Filters) -> bool {
    let fits =
        |span: &Span| record.money.iter().any(|money| money.currency == span.currency && span.holds(money.amount));
    filters.amounts.as_ref().is_none_or(fits)
}

/// Compares every count, every pair, every amount, every order and every record with a naive recount.
fn check(snapshot: &Snapshot, filters: &Filters, columns: &Columns, hits: &Hits) -> Result<(), TestCaseError> {
    let query = filters.to_query();
    let records: Vec<Record> = snapshot.records.iter().collect();
    let known = Facet::ALL.map(|facet| {
        let known = records.iter().flat_map(|r| keys(r, facet));
        // What the snapshot names is there also where no record has it.
        match facet {
            Facet::Direction => known.chain(snapshot.directions.iter().map(|one| one.id.clone())).collect(),
            Facet::Area => known.chain(snapshot.areas.iter().map(|one| one.id.clone())).collect(),
            Facet::Organisation => known.chain(snapshot.organisations.iter().map(|one| one.id.clone())).collect(),
            Facet::Kind => known.chain(Kind::ALL.iter().map(|kind| kind.word().to_owned())).collect(),
            Facet::Stage => known.chain(Stage::ALL.iter().map(|stage| stage.word().to_owned())).collect(),
            Facet::Scope => known.chain(Scope::ALL.iter().map(|scope| scope.word().to_owned())).collect(),
            Facet::Year => known.collect::<BTreeSet<_>>(),
        }
    });
    let fits = |record: &Record, aside: Option<Facet>| {
        let mut others = Facet::ALL.into_iter().filter(|facet| Some(*facet) != aside);
        has_words(record, filters, snapshot)
            && has_amount(record, filters)
            && others.all(|facet| passes(record, facet, filters, &known[facet.index()]))
    };
    let all = |aside: Option<Facet>| records.iter().filter(move |record| fits(record, aside));
    for (i, record) in records.iter().enumerate() {
        prop_assert_eq!(hits.shown(columns).contains(i), fits(record, None), "{} under “{}”", record.id, query);
    }
    prop_assert_eq!(hits.count(), all(None).count());
    for facet in Facet::ALL {
        let mut recount: BTreeMap<String, u32> = known[facet.index()].iter().map(|key| (key.clone(), 0)).collect();
        all(Some(facet)).flat_map(|r| keys(r, facet)).for_each(|key| *recount.entry(key).or_default() += 1);
        prop_assert_eq!(counted(columns.keys(facet), hits.counts(facet)), recount, "{:?} under “{}”", facet, query);
        prop_assert_eq!(hits.reach(facet) as usize, all(Some(facet)).count(), "{:?} under “{}”", facet, query);
    }
    for (facet, by) in
        [(Facet::Kind, Facet::Stage), (Facet::Year, Facet::Direction), (Facet::Organisation, Facet::Area)]
    {
        let mut recount: BTreeMap<(String, String), u32> = BTreeMap::new();
        for record in all(Some(facet)) {
            let pairs =
                keys(record, facet).into_iter().flat_map(|a| keys(record, by).into_iter().map(move |b| (a.clone(), b)));
            pairs.for_each(|pair| *recount.entry(pair).or_default() += 1);
        }
        let rows = columns.keys(facet).iter().zip(hits.cross(columns, facet, by));
        let pairs = rows
            .flat_map(|(a, row)| columns.keys(by).iter().zip(row).map(|(b, n)| ((a.to_string(), b.to_string()), n)));
        prop_assert_eq!(
            pairs.filter(|(_, n)| *n > 0).collect::<BTreeMap<_, _>>(),
            recount,
            "{:?} by {:?} under “{}”",
            facet,
            by,
            query
        );
    }
    check_amounts(all(None).collect(), columns, hits)?;
    let of_all_sizes = records.iter().filter(|record| {
        has_words(record, filters, snapshot)
            && Facet::ALL.into_iter().all(|facet| passes(record, facet, filters, &known[facet.index()]))
    });
    check_classes(of_all_sizes.collect(), columns, hits)?;
    check_search(snapshot, filters, columns, hits)?;
    let turned = Sort::ALL.map(|sort| Sort { back: !sort.back, ..sort });
    Sort::ALL.into_iter().chain(turned).try_for_each(|sort| check_order(snapshot, sort, Lang::En, columns, hits))?;
    // Names are put in order anew in another language, whatever is kept.
    let named = Sort::ALL.into_iter().filter(|sort| matches!(sort.by, By::Facet(_)));
    named
        .flat_map(|sort| [(sort, Lang::Ru), (sort, Lang::En)])
        .try_for_each(|(sort, lang)| check_order(snapshot, sort, lang, columns, hits))
}

fn counted(keys: &[String], counts: &[u32]) -> BTreeMap<String, u32> {
    keys.iter().map(ToString::to_string).zip(counts.iter().copied()).collect()
}

/// Amounts of the shown records, by scope and currency, the largest first.
fn check_amounts(shown: Vec<&Record>, columns: &Columns, hits: &Hits) -> Result<(), TestCaseError> {
    let mut recount: BTreeMap<(Scope, String), Vec<f64>> = BTreeMap::new();
    for (record, money) in shown.iter().flat_map(|record| record.money.iter().map(move |money| (record, money))) {
        recount.entry((record.scope, money.currency.clone())).or_default().push(money.amount);
    }
    recount.values_mut().for_each(|list| list.sort_by(|a, b| b.total_cmp(a)));
    let found = columns.amounts().map(|(scope, currency, amounts)| {
        ((scope, currency.to_owned()), amounts.of(hits.shown(columns)).map(|amount| amount.value).collect::<Vec<_>>())
    });
    prop_assert_eq!(found.filter(|(_, list)| !list.is_empty()).collect::<BTreeMap<_, _>>(), recount);
    Ok(())
}

/// How many records have an amount in each class, whatever range is chosen.
fn check_classes(records: Vec<&Record>, columns: &Columns, hits: &Hits) -> Result<(), TestCaseError> {
    prop_assert_eq!(hits.reach_of_amounts() as usize, records.len());
    for (class, count) in columns.classes().zip(hits.classes()) {
        let Some(class) = class else { continue };
        let fits = |record: &&&Record| {
            record.money.iter().any(|money| money.currency == class.currency && class.holds(money.amount))
        };
        prop_assert_eq!(records.iter().filter(fits).count(), *count as usize, "{:?}", class);
    }
    Ok(())
}

/// Choices by facet and by place among the values that facet may have; some are of nobody.
fn any_filters() -> impl Strategy<Value = Filters> {
    const VALUES: [&[&str]; Facet::COUNT] = [
        &["tourism", "sez-aktau", "innovation", "fishing"],
        &["event", "training", "initiative", "document"],
        &["planned", "ongoing", "completed", "not-stated"],
        &["aktau", "beineu", "munaily", "atlantis"],
        &["2013", "2014", "2015", "2017", "undated"],
        &["o0000", "o0001", "o0002", "o9999"],
        &["project", "context", "related", "all"],
    ];
    let typed = "(r|ro|roa|road|s|sc|school|school 1|o|1|port|port 2|organisation 1|xyz|GRANT)";
    let words = prop_oneof![3 => Just(String::new()), 3 => typed];
    let amount =
        prop_oneof![3 => Just(""), 1 => Just("EUR~1000~"), 1 => Just("EUR~2000~100000"), 1 => Just("KZT~~500000")];
    (proptest::collection::vec((0..Facet::COUNT, 0usize..5), 0..9), words, amount).prop_map(
        |(choices, words, amount)| {
            let pairs = choices.iter().map(|&(facet, at)| {
                let values = VALUES[facet];
                format!("{}={}", Facet::ALL[facet].key(), values[at % values.len()])
            });
            let query = pairs.chain([format!("q={words}"), format!("amount={amount}")]).collect::<Vec<_>>().join("&");
            Filters::from_query(&query).0
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(80) })]

    /// Changes follow on each other, as a reader makes them: what is kept from one to the next stays true.
    #[test]
    fn any_changes_of_choices(size in 0usize..250, seed: u64, changes in proptest::collection::vec(any_filters(), 1..6)) {
        let snapshot = snapshot(&varied(size, seed));
        let columns = Columns::of(&snapshot);
        let mut before: Option<Hits> = None;
        for filters in &changes {
            let selection = Selection::of(filters, &columns);
            let hits = match before {
                Some(before) => selection.run_after(before, &columns),
                None => selection.run(&columns),
            };
            check(&snapshot, filters, &columns, &hits)?;
            before = Some(hits);
        }
    }
}

/// A synthetic snapshot in which some records have several directions, areas and years.
fn varied(size: usize, seed: u64) -> String {
    let mut at = seed;
    let vary = |piece: String| {
        at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let (list, more) = match at >> 62 {
            0 => ("\"areas\":[", "\"beineu\","),
            1 => ("\"directions\":[", "\"tourism\","),
            2 => ("\"date\":\"", "2009/"),
            _ => ("\"organisations\":[", "{\"organisation\":\"o0001\",\"role\":\"partner\"},"),
        };
        let is_record = piece.trim_start_matches([',', '\n']).starts_with("{\"id\"");
        if is_record { piece.replace(list, &format!("{list}{more}")) } else { piece }
    };
    synth(size, seed).map(vary).collect()
}

#[test]
fn the_varied_snapshot_is_clean_and_varied() {
    let (snapshot, problems) = read(&varied(400, 1));
    let records: Vec<Record> = snapshot.expect("the snapshot is not refused").records.iter().collect();
    assert_eq!(problems, []);
    assert_eq!(records.len(), 400);
    for holds in [
        |r: &Record| r.areas.len() > 1,
        |r: &Record| r.areas.is_empty(),
        |r: &Record| r.directions.len() > 1,
        |r: &Record| r.organisations.len() > 1,
        |r: &Record| r.date == Date::Undated,
        |r: &Record| r.date.years().is_some_and(|(first, last)| first < last),
    ] {
        assert!(records.iter().any(holds));
    }
}

#[test]
fn a_direction_without_records_has_none() {
    let mut json: serde_json::Value = serde_json::from_str(&varied(40, 1)).expect("what is made up is JSON");
    let records = json["records"].as_array_mut().expect("records are a list");
    records.retain(|record| record["directions"].as_array().is_none_or(|list| !list.contains(&"tourism".into())));
    assert!(!records.is_empty());
    let snapshot = snapshot(&json.to_string());
    let columns = Columns::of(&snapshot);
    let selection = Selection::of(&Filters::everything(&["tourism".to_owned()]), &columns);
    assert_eq!(selection.unknown, []);
    assert_eq!(selection.run(&columns).count(), 0);
}

#[test]
fn what_the_snapshot_names_is_known_without_records() {
    let mut json: serde_json::Value = serde_json::from_str(&varied(40, 1)).expect("what is made up is JSON");
    json["records"] = serde_json::json!([{ "id": "a", "kind": "event", "scope": "project", "title": { "en": "A" } }]);
    let id = |list: &str| json[list][0]["id"].as_str().expect("it has one").to_owned();
    let own = [format!("organisation={}", id("organisations")), format!("area={}", id("areas"))];
    let snapshot = snapshot(&json.to_string());
    let columns = Columns::of(&snapshot);
    let check = |query: &str, unknown: usize, shown: usize| {
        let selection = Selection::of(&Filters::from_query(query).0, &columns);
        assert_eq!((selection.unknown.len(), selection.run(&columns).count()), (unknown, shown), "{query}");
    };
    own.iter().map(String::as_str).chain(["kind=training", "stage=ongoing"]).for_each(|query| check(query, 0, 0));
    check("kind=unheard-of", 1, 1);
}

/// As readers see them and as registers have them.
#[test]
fn organisations_are_found_by_each_of_their_names() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    let snapshot = snapshot(&text.expect("the snapshot is in public/"));
    let columns = Columns::of(&snapshot);
    let mut names = 0;
    for organisation in snapshot.organisations.iter() {
        let own = columns.with_key(Facet::Organisation, &organisation.id);
        for (_, name) in [&organisation.name].into_iter().chain(&organisation.short).flat_map(|name| name.versions()) {
            let mut filters = Filters::from_query("scope=all").0;
            filters.search(name);
            let hits = Selection::of(&filters, &columns).run(&columns);
            let missed = own.iter().filter(|row| !hits.shown(&columns).contains(*row)).count();
            assert_eq!(missed, 0, "{name}");
            names += 1;
        }
    }
    assert!(names > 3 * snapshot.organisations.len(), "{names} names");
}

#[test]
fn the_published_snapshot() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    let snapshot = snapshot(&text.expect("the snapshot is in public/"));
    let columns = Columns::of(&snapshot);
    let queries = [
        "",
        "scope=all",
        "direction=tourism&scope=context&scope=project",
        "kind=training&year=2014&year=2015",
        "direction=whole-project&stage=not-stated",
        "year=undated&kind=person&scope=all",
        "area=aktau&area=mangystau&kind=event&scope=all",
        "kind=nonsense",
        "amount=KZT~1000000000~10000000000&scope=all",
    ];
    for query in queries {
        let filters = Filters::from_query(query).0;
        let hits = Selection::of(&filters, &columns).run(&columns);
        let facets = check(&snapshot, &filters, &columns, &hits);
        assert!(facets.is_ok(), "{query}: {facets:?}");
    }
}
