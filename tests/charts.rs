//! Every chart of the published snapshot, in every language, from a phone to a wall: nothing
//! overlaps, nothing leaves the frame, and lengths are true to their numbers.

mod scenes;

use bagyt::chart::layout;
use bagyt::locale::Lang;
use bagyt::query::{Columns, Facet, Filters, Selection};
use bagyt::series::{Series, change, changes, counts, coverage, crossed, currencies, history, money, sizes, timeline};
use bagyt::snapshot::{Indicator, Snapshot, read};
use scenes::faults;

const WIDTHS: [f64; 6] = [320.0, 360.0, 600.0, 768.0, 1100.0, 2000.0];

/// Nothing is left out of a chart without a word.
#[test]
fn values_that_have_no_room_are_counted() {
    let directions: Vec<String> = (10..22).map(|n| format!("direction-{n}")).collect();
    let mut json: serde_json::Value = serde_json::from_str(include_str!("../public/snapshot.json")).expect("JSON");
    let of = |id: &String| {
        let mut direction = json["directions"][0].clone();
        direction["id"] = id.as_str().into();
        direction
    };
    let added: Vec<_> = directions.iter().map(of).collect();
    json["directions"].as_array_mut().expect("a list").extend(added);
    for (record, id) in json["records"].as_array_mut().expect("a list").iter_mut().zip(directions.iter().cycle()) {
        record["directions"] = [id.as_str()].into_iter().collect();
        record["date"] = "2015".into();
    }
    let snapshot = read(&json.to_string()).0.expect("it is not refused");
    let columns = Columns::of(&snapshot);
    let hits = Selection::of(&Filters::from_query("scope=all").0, &columns).run(&columns);
    let series = crossed(Facet::Year, Facet::Direction, &snapshot, &columns, &hits, Lang::En);
    assert_eq!(series.groups.len(), 9);
    assert!(series.subtitle.ends_with("the 9 largest of 12"), "{}", series.subtitle);
}

fn snapshot() -> Snapshot {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    read(&text.expect("the snapshot is in public/")).0.expect("the published snapshot is not refused")
}

/// Lays each series out at each width; all faults are told together.
fn check(make: impl Fn(&Snapshot, Lang) -> Vec<Series>, least: usize) {
    let snapshot = snapshot();
    let (mut drawn, mut told) = (0, Vec::new());
    for lang in Lang::ALL {
        for series in make(&snapshot, lang).iter().filter(|series| !series.is_empty()) {
            for width in WIDTHS {
                let scene = layout(series, width, lang);
                drawn += 1;
                let faults = faults(series, &scene);
                told.extend(
                    faults.into_iter().map(|fault| format!("{} {} at {width}: {fault}", series.id, lang.code())),
                );
            }
        }
    }
    assert!(drawn >= least * 18, "only {drawn} charts");
    assert!(told.is_empty(), "{} faults in {drawn} charts:\n{}", told.len(), told.join("\n"));
}

#[test]
fn single_changes() {
    let ends = |series: &Series| series.points.iter().filter(|point| point.value.is_some()).count();
    check(
        |snapshot, lang| {
            snapshot.indicators.iter().map(|i| change(i, snapshot, lang)).filter(|s| ends(s) >= 2).collect()
        },
        10,
    );
}

#[test]
fn columns_of_changes() {
    let both = |indicator: &&Indicator| indicator.baseline.is_some() && !indicator.actuals.is_empty();
    let of = |snapshot: &Snapshot, lang| {
        let all: Vec<&Indicator> = snapshot.indicators.iter().filter(both).collect();
        vec![changes(&all, snapshot, lang), changes(&all[..2], snapshot, lang)]
    };
    check(of, 2);
}

#[test]
fn what_is_known() {
    check(|snapshot, lang| vec![coverage(snapshot, lang)], 1);
}

#[test]
fn crossed_counts() {
    let queries = ["", "scope=all", "scope=all&kind=training&year=2015", "direction=tourism&scope=all"];
    let all = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let columns = Columns::of(snapshot);
        let series = queries.iter().flat_map(|query| {
            let filters = Filters::from_query(query).0;
            let hits = Selection::of(&filters, &columns).run(&columns);
            let pairs =
                [(Facet::Kind, Facet::Stage), (Facet::Organisation, Facet::Stage), (Facet::Year, Facet::Direction)];
            pairs.map(|(facet, by)| crossed(facet, by, snapshot, &columns, &hits, lang))
        });
        series.collect()
    };
    check(all, 10);
}

#[test]
fn histories() {
    let dated = |series: &Series| series.points.iter().filter(|p| p.value.is_some() && p.at.is_some()).count();
    let whole = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let all = snapshot.indicators.iter().map(|i| history(i, snapshot, &|value| value.part.is_none(), lang));
        all.filter(|series| dated(series) >= 2).collect()
    };
    check(whole, 20);
    let parts = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let all = snapshot.indicators.iter().map(|i| history(i, snapshot, &|value| value.area == "mangystau", lang));
        all.filter(|series| dated(series) >= 2).collect()
    };
    check(parts, 15);
}

#[test]
fn record_counts() {
    let queries =
        ["", "scope=all", "scope=all&kind=training&year=2015", "direction=tourism", "kind=person&stage=completed"];
    let all = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let columns = Columns::of(snapshot);
        let series = queries.iter().flat_map(|query| {
            let filters = Filters::from_query(query).0;
            let hits = Selection::of(&filters, &columns).run(&columns);
            let by_facet = Facet::ALL.map(|facet| counts(facet, snapshot, &columns, &hits, lang));
            by_facet.into_iter().chain([sizes("KZT", &columns, &hits, &filters, lang)]).collect::<Vec<_>>()
        });
        series.collect()
    };
    check(all, 20);
}

#[test]
fn timelines_and_money() {
    let queries = ["", "scope=all", "direction=tourism&scope=all", "direction=sez-aktau&scope=all"];
    let all = |snapshot: &Snapshot, lang| -> Vec<Series> {
        let columns = Columns::of(snapshot);
        let hits = |query: &&str| Selection::of(&Filters::from_query(query).0, &columns).run(&columns);
        let series = queries.iter().map(hits).flat_map(|hits| {
            let timelines = [6, 14, usize::MAX].map(|most| timeline(snapshot, hits.shown(&columns), most, lang));
            let of = currencies(&columns, &hits);
            let amounts = of.iter().map(|of| money(of, snapshot, &columns, &hits, lang));
            timelines.into_iter().chain(amounts).collect::<Vec<_>>()
        });
        series.collect()
    };
    check(all, 10);
}
