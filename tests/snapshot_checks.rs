//! What `read` finds in broken items: how grave, at which exact place, and what is left.

mod small;

use serde_json::{Value, json};
use small::{GONE, problems, put, valid};

/// The valid snapshot with one change has exactly this problem.
fn check(pointer: &str, value: Value, expected: &str) {
    let mut json = valid();
    put(&mut json, pointer, &value);
    let (snapshot, found) = problems(&json.to_string());
    assert_eq!(found, [expected], "{pointer} = {value}");
    let left =
        snapshot.map(|s| (s.indicators.len(), s.records.len(), s.directions.len(), s.areas.len(), s.sources.len()));
    let out = |list: &str| usize::from(expected.starts_with(&format!("error {list}[")));
    let all_others =
        (4 - out("indicators"), 3 - out("records"), 1 - out("directions"), 2 - out("areas"), 1 - out("sources"));
    assert_eq!(
        left,
        (!expected.starts_with("critical")).then_some(all_others),
        "{pointer}: only the item itself is left out"
    );
}

#[test]
fn the_valid_one_is_valid() {
    let (snapshot, found) = problems(&valid().to_string());
    assert_eq!(found, [""; 0]);
    assert!(snapshot.is_some());
    assert_eq!(problems(&format!("\u{feff}{}", valid())).1, [""; 0], "a byte order mark is no fault");
}

#[test]
fn values() {
    let at = "/indicators/3/actuals/0";
    check(&format!("{at}/value"), json!(null), "error indicators[3].actuals[0].value");
    check(&format!("{at}/value"), json!("12"), "error indicators[3].actuals[0].value");
    check("/indicators/3/baseline/value", json!(GONE), "error indicators[3].baseline.value");
    check(&format!("{at}/missing"), json!("withheld"), "error indicators[3].actuals[0].value");
    check(&format!("{at}/missing"), json!("lost"), "error indicators[3].actuals[0].missing");
    check("/indicators/3/baseline/value", json!(1e308), "error indicators[3].baseline.value");
    check("/indicators/3/baseline/value", json!(-1e15), "error indicators[3].baseline.value");
    check(&format!("{at}/scope"), json!("everyone"), "error indicators[3].actuals[0].scope");
    check(&format!("{at}/scope"), json!("context"), "error indicators[3].actuals[0].scope");
    check("/indicators/2/planned/0/scope", json!("related"), "error indicators[2].planned[0].scope");
    check(&format!("{at}/area"), json!("atlantis"), "error indicators[3].actuals[0].area");
    check(&format!("{at}/part"), json!("old"), "error indicators[3].actuals[0].part");
    check(&format!("{at}/period"), json!("2015-02-30"), "error indicators[3].actuals[0].period");
    check(&format!("{at}/period"), json!("spring 2015"), "error indicators[3].actuals[0].period");
    check(&format!("{at}/evidence/0/source"), json!("hearsay"), "error indicators[3].actuals[0].evidence[0].source");
    check(&format!("{at}/evidence"), json!([]), "warning indicators[3].actuals[0].evidence");
    check(&format!("{at}/note"), json!({ "en": "" }), "error indicators[3].actuals[0].note.en");
}

#[test]
fn a_list_that_is_not_sorted_is_told_once() {
    for (list, at) in [("records", 1), ("areas", 1), ("indicators", 1)] {
        let mut json = valid();
        json[list].as_array_mut().expect("it is a list").reverse();
        let (snapshot, found) = problems(&json.to_string());
        assert!(snapshot.is_some());
        assert_eq!(found, [format!("warning {list}[{at}].id")]);
    }
}

#[test]
fn what_stands_for_none_is_no_id() {
    for (list, id) in [("directions", "whole-project"), ("areas", "not-stated"), ("organisations", "undated")] {
        let mut json = valid();
        let mut item = json[list][0].clone();
        put(&mut item, "/id", &json!(id));
        let items = json[list].as_array_mut().expect("it is a list");
        items.push(item);
        let at = items.len() - 1;
        let found = problems(&json.to_string()).1;
        assert!(found.contains(&format!("error {list}[{at}].id")), "{found:?}");
    }
}

#[test]
fn what_is_hardly_meant() {
    let mut json = valid();
    let mut earlier = json["indicators"][3]["actuals"][0].clone();
    put(&mut earlier, "/period", &json!("2014"));
    put(&mut earlier, "/id", &json!(GONE));
    put(&mut json, "/indicators/3/actuals/0/period", &json!("2016"));
    json["indicators"][3]["actuals"].as_array_mut().expect("it is a list").push(earlier);
    put(&mut json, "/directions/0/finding", &json!({ "en": "{actual} hotels" }));
    put(&mut json, "/directions/0/best", &json!(GONE));
    put(&mut json, "/indicators/2/ascending", &json!(false));
    put(&mut json, "/indicators/2/progress/method", &json!("share-of-target"));
    put(
        &mut json,
        "/indicators/2/targets",
        &json!([
            { "period": "2016", "area": "aktau", "value": 4, "scope": "project", "evidence": [{ "source": "press" }] },
            { "period": "2014", "area": "aktau", "value": 3, "scope": "project", "evidence": [{ "source": "press" }] },
        ]),
    );
    let expected = [
        "warning directions[0].finding",
        "warning indicators[2].targets[1].period",
        "warning indicators[2].progress.method",
        "warning indicators[3].actuals[1].period",
    ];
    assert_eq!(problems(&json.to_string()).1, expected);
}

#[test]
fn derivations() {
    let terms = "/indicators/1/planned/0/derived/terms";
    check("/indicators/1/planned/0/value", json!(16), "error indicators[1].planned[0].value");
    check(&format!("{terms}/0/of"), json!("then"), "error indicators[1].planned[0].derived.terms[0].of");
    check(&format!("{terms}/1/evidence"), json!([]), "warning indicators[1].planned[0].derived.terms[1].evidence");
    check(
        &format!("{terms}/1/evidence/0/source"),
        json!("x"),
        "error indicators[1].planned[0].derived.terms[1].evidence[0].source",
    );
    let mut json = valid();
    let actual = json["indicators"][1]["actuals"][0].as_object_mut().expect("a value is an object");
    actual.remove("value");
    actual.insert("missing".into(), json!("not-published"));
    let told = problems(&json.to_string()).1;
    assert_eq!(told, ["error indicators[1].planned[0].derived.terms[0].of"], "what has no number is no term");
    let sum = json!({ "op": "sum", "terms": [{ "value": 1e308, "evidence": [{ "source": "press" }] }, { "value": -1e308, "evidence": [{ "source": "press" }] }, { "value": 15, "evidence": [{ "source": "press" }] }] });
    let mut json = valid();
    put(&mut json, "/indicators/1/planned/0/derived", &sum);
    let terms = [0, 1].map(|i| format!("error indicators[1].planned[0].derived.terms[{i}].value"));
    assert_eq!(problems(&json.to_string()).1, terms, "numbers too large to be shown are no terms");
}

#[test]
fn indicators() {
    check("/indicators/3/direction", json!("fishing"), "error indicators[3].direction");
    check("/indicators/3/currency", json!("tenge"), "error indicators[3].currency");
    check("/indicators/3/progress/method", json!("baseline-to-target"), "warning indicators[3].targets");
    check("/indicators/3/progress/method", json!("share-of-target"), "warning indicators[3].targets");
    check("/indicators/3/progress/method", json!("by-feeling"), "error indicators[3].progress.method");
    check("/indicators/3/baseline/value", json!(5.4), "warning indicators[3].baseline.value");
    check("/indicators/3/baseline/id", json!("now"), "error indicators[3].actuals[0].id");
    check("/indicators/3/measure", json!("miles"), "error indicators[3].measure");
    check("/indicators/3/colour", json!("red"), "error indicators[3].colour");
    check("/indicators/3/unit", json!(GONE), "error indicators[3]");
    check("/indicators/3/parts/0/title", json!({}), "error indicators[3].parts[0].title");
    check("/indicators/3", json!(7), "error indicators[3]");
}

#[test]
fn records() {
    check("/records/1/kind", json!("party"), "error records[1].kind");
    check("/records/1/id", json!("r0"), "error records[1].id");
    check("/records/1/id", json!("R_1"), "error records[1].id");
    check("/records/1/date", json!("2015-13"), "error records[1].date");
    check("/records/1/date", json!("2017/2013"), "error records[1].date");
    check("/records/1/directions/0", json!("fishing"), "error records[1].directions[0]");
    check("/records/1/areas/0", json!("atlantis"), "error records[1].areas[0]");
    check("/records/1/organisations/0/organisation", json!("cabal"), "error records[1].organisations[0].organisation");
    check("/records/1/organisations/0/role", json!("king"), "error records[1].organisations[0].role");
    check("/records/1/money/0/currency", json!("eur"), "error records[1].money[0].currency");
    check("/records/1/money/0/currency", json!("TNG"), "warning records[1].money[0].currency");
    check("/records/1/money/0/amount", json!(1e308), "error records[1].money[0].amount");
    check("/records/1/money/0/amount", json!(-5), "warning records[1].money[0].amount");
    check("/project/budget/amount", json!(-5), "warning project.budget.amount");
    check("/project/budget/currency", json!("UER"), "warning project.budget.currency");
    check("/records/1/people/value", json!(1e15), "error records[1].people.value");
    check("/records/1/people/value", json!(-1), "warning records[1].people.value");
    check("/records/1/links/0/url", json!("javascript:alert(1)"), "error records[1].links[0].url");
    check("/records/1/links/0/url", json!("data:text/html,hi"), "error records[1].links[0].url");
    check("/records/1/links/0/url", json!(" https://example.org"), "error records[1].links[0].url");
    check("/records/1/evidence", json!([]), "warning records[1].evidence");
    check("/records/1/evidence/0/source", json!("hearsay"), "error records[1].evidence[0].source");
    check("/records/1/colour", json!("red"), "error records[1].colour");
}

#[test]
fn texts() {
    check("/indicators/0/unit_forms", json!({ "ru": "ночь|ночи" }), "warning indicators[0].unit_forms.ru");
    check("/indicators/0/unit_forms", json!({ "en": "night|" }), "warning indicators[0].unit_forms.en");
    check("/records/0/title", json!({ "en": "A\u{200b}fair" }), "warning records[0].title.en");
    check("/records/0/title", json!({ "en": "A \u{202e}riaf" }), "warning records[0].title.en");
    check("/records/0/evidence/0/locator", json!({ "page": "1\u{0}" }), "warning records[0].evidence[0].locator.page");
    check("/sources/0/language", json!("e\u{ad}n"), "warning sources[0].language");
    check("/snapshot/licence", json!("CC0\u{202e}"), "warning snapshot.licence");
    check("/records/0/title", json!({ "en": " " }), "error records[0].title.en");
    check("/records/0/title", json!({}), "error records[0].title");
    check("/records/0/title", json!("A fair"), "error records[0].title");
    check("/records/0/title", json!({ "de": "Messe" }), "error records[0].title.de");
    check("/records/0/title", json!({ "en": "fair ".repeat(1_000) }), "error records[0].title.en");
    check("/records/0/title", json!({ "ru": "Ярмарка", "original": "ru" }), "warning records[0].title");
    check("/records/0/links/0/url", json!(format!("https://{}", "a".repeat(4_000))), "error records[0].links[0].url");
    check("/records/0/money/0/note", json!({ "en": "" }), "error records[0].money[0].note.en");
    check("/records/0/links/0/title", json!({ "en": "" }), "error records[0].links[0].title.en");
    check("/organisations/1/short", json!({ "en": "" }), "error organisations[1].short.en");
}

#[test]
fn registries() {
    check("/directions/0/best", json!("i9"), "warning directions[0].best");
    check("/directions/0/finding", json!({ "en": "{actual} of {all}" }), "warning directions[0].finding.en");
    check("/indicators/0/direction", json!(null), "warning directions[0].best");
    check("/snapshot/default_language", json!("kk"), "warning snapshot.default_language");
    check("/project/headline/0", json!("i9"), "warning project.headline[0]");
    check("/areas/1/parent", json!("atlantis"), "error areas[1].parent");
    check("/areas/1/kind", json!("moon"), "error areas[1].kind");
    check("/areas/1/parent", json!("munaily"), "error areas[1].parent");
    check("/sources/0/url", json!("javascript:alert(1)"), "error sources[0].url");
    check("/sources/0/title", json!({ "en": "" }), "error sources[0].title.en");
}

#[test]
fn an_item_that_cannot_be_read_takes_no_other_along() {
    check("/sources/0/accessed", json!("long ago"), "error sources[0].accessed");
    check("/organisations/0/name", json!(7), "error organisations[0].name");
    check("/areas/0/kind", json!("moon"), "error areas[0].kind");
}
