//! What charts over records say in words is what their numbers are.

use bagyt::locale::Lang;
use bagyt::query::{Columns, Facet, Filters, Hits, Selection};
use bagyt::series::{counts, crossed, money, sizes};
use bagyt::snapshot::{Scope, Snapshot, read, synth::synth};
use serde_json::{Value, json};

fn asked(snapshot: &Snapshot, query: &str) -> (Columns, Filters, Hits) {
    let columns = Columns::of(snapshot);
    let filters = Filters::from_query(query).0;
    let hits = Selection::of(&filters, &columns).run(&columns);
    (columns, filters, hits)
}

/// The small snapshot with these records, each of an id of its own.
fn of_records(records: &[Value]) -> Snapshot {
    let mut json: Value = serde_json::from_str(include_str!("small.json")).expect("the small one is JSON");
    let whole = |(at, record): (usize, &Value)| {
        let mut whole = json!({ "id": format!("r{at:02}"), "kind": "event", "scope": "project", "title": { "en": format!("Title {at}") } });
        let (whole_keys, keys) = (whole.as_object_mut(), record.as_object());
        whole_keys.into_iter().zip(keys).for_each(|(whole, keys)| whole.extend(keys.clone()));
        whole
    };
    json["records"] = records.iter().enumerate().map(whole).collect();
    json["corrections"] = json!([]);
    read(&json.to_string()).0.expect("it is a snapshot")
}

#[test]
fn a_range_that_cuts_a_class_tells_what_is_shown() {
    let text: String = synth(2_000, 1).collect();
    let snapshot = read(&text).0.expect("it is a snapshot");
    let check = |query: &str, expected: &dyn Fn(usize) -> String| {
        let (columns, filters, hits) = asked(&snapshot, query);
        let told = sizes("EUR", &columns, &hits, &filters, Lang::En).headline.to_string().replace('\u{a0}', " ");
        assert_eq!(told, expected(hits.count()), "{query}");
        hits.count()
    };
    let cut = check("amount=EUR~19900~25000", &|shown| format!("19,900–25,000 EUR: {shown} records"));
    let whole = check("amount=EUR~20000~50000", &|shown| {
        format!("Of those chosen, most often the amount is 20,000–50,000 EUR: {shown} records")
    });
    assert!(0 < cut && cut < whole, "{cut} of {whole}");
    check("amount=EUR~1~2&kind=person", &|_| "No records match this choice".to_owned());
}

#[test]
fn undated_records_count_in_the_chart_of_years_by_direction_too() {
    let snapshot = of_records(&[
        json!({ "date": "2014" }),
        json!({ "date": "2015" }),
        json!({ "date": "2015" }),
        json!({}),
        json!({}),
        json!({}),
    ]);
    let (columns, _, hits) = asked(&snapshot, "");
    let by_year = counts(Facet::Year, &snapshot, &columns, &hits, Lang::En).headline;
    let by_direction = crossed(Facet::Year, Facet::Direction, &snapshot, &columns, &hits, Lang::En).headline;
    assert_eq!(by_year.to_string().replace('\u{a0}', " "), "Where it is stated, most records: 2015, 2 records");
    assert_eq!(by_direction.to_string(), by_year.to_string());
}

#[test]
fn bars_that_add_up_to_more_say_so() {
    let check = |dates: [&str; 2], expected: bool| {
        let snapshot = of_records(&dates.map(|date| json!({ "date": date })));
        let (columns, _, hits) = asked(&snapshot, "");
        let subtitle = counts(Facet::Year, &snapshot, &columns, &hits, Lang::En).subtitle;
        assert_eq!(subtitle.contains("some count more than once"), expected, "{dates:?}: {subtitle}");
    };
    check(["2014", "2016/2018"], true);
    check(["2014", "2016"], false);
}

#[test]
fn of_what_no_record_states_there_is_no_chart() {
    let snapshot = of_records(&[json!({}), json!({ "kind": "training" })]);
    let (columns, _, hits) = asked(&snapshot, "");
    let years = counts(Facet::Year, &snapshot, &columns, &hits, Lang::En);
    let stages = crossed(Facet::Kind, Facet::Stage, &snapshot, &columns, &hits, Lang::En);
    let told = [&years, &stages].map(|series| (series.is_empty(), series.headline.to_string().replace('\u{a0}', " ")));
    let expected = ["Year is stated for 0 of 2 records", "Stage is stated for 0 of 2 records"];
    assert_eq!(told, expected.map(|words| (true, words.to_owned())));
    let directions = counts(Facet::Direction, &snapshot, &columns, &hits, Lang::En);
    assert!(!directions.is_empty(), "records of the whole project are some");
}

#[test]
fn of_equal_amounts_none_is_the_largest() {
    let check = |amounts: [u32; 2], expected: &str| {
        let record = |amount: u32| json!({ "money": [{ "kind": "budget", "amount": amount, "currency": "EUR" }] });
        let snapshot = of_records(&amounts.map(record));
        let (columns, _, hits) = asked(&snapshot, "");
        let of = (Scope::Project, "EUR".to_owned());
        assert_eq!(money(&of, &snapshot, &columns, &hits, Lang::En).headline.to_string(), expected);
    };
    check([5, 5], "The largest amount named: 2 values, €5");
    check([5, 9], "The largest amount named: Title 1 (budget), €9");
}
