//! What refuses a whole snapshot, and what no text may do: make reading panic or flood.

mod small;

use bagyt::snapshot::{Expected, Problem, read};
use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use small::{GONE, problems, put, valid};

/// The valid snapshot with one change has exactly this problem, and is refused.
fn check(pointer: &str, value: Value, expected: &str) {
    let mut json = valid();
    put(&mut json, pointer, &value);
    let (snapshot, found) = problems(&json.to_string());
    assert_eq!((found, snapshot.is_some()), (vec![expected.to_owned()], false), "{pointer} = {value}");
}

#[test]
fn the_head() {
    check("/format", json!(2), "critical format");
    check("/format", json!("1"), "critical format");
    check("/format", json!(GONE), "critical ");
    check("/colour", json!("red"), "critical colour");
    check("/records", json!({}), "critical records");
    check("/project/funder", json!("nobody"), "critical project.funder");
    check("/project/lead", json!("nobody"), "critical project.lead");
    check("/project/lead_evidence", json!([{ "source": "hearsay" }]), "critical project.lead_evidence[0].source");
    check("/project/areas/0", json!("atlantis"), "critical project.areas[0]");
    check("/project/title", json!({ "en": "" }), "critical project.title.en");
    check("/project/budget/amount", json!(1e308), "critical project.budget.amount");
    check("/project/budget/currency", json!("euro"), "critical project.budget.currency");
    check("/project/budget/evidence/0/source", json!("hearsay"), "critical project.budget.evidence[0].source");
    check("/project/period/date", json!("long ago"), "critical project.period.date");
    check("/project/links/0/url", json!("javascript:alert(1)"), "critical project.links[0].url");
    check("/snapshot/contact", json!("javascript:alert(1)"), "critical snapshot.contact");
    check("/snapshot/created", json!("yesterday"), "critical snapshot.created");
    check("/snapshot/languages/0/code", json!("tlh"), "critical snapshot.languages[0].code");
    check("/snapshot/publisher", json!({}), "critical snapshot.publisher");
    check("/project/budget/note", json!({ "en": "" }), "critical project.budget.note.en");
    check("/project/links/0/title", json!({ "en": "" }), "critical project.links[0].title.en");
    check("/project/summary", json!({ "kk": "а", "en": "" }), "critical project.summary.en");
    check("/project/title", json!({ "en": "a".repeat(4_001) }), "critical project.title.en");
    check("/project/period/note", json!({ "en": " " }), "critical project.period.note.en");
}

#[test]
fn what_is_not_a_snapshot() {
    let found = |text: &str| {
        let (snapshot, found) = problems(text);
        assert!(snapshot.is_none(), "{text}");
        found
    };
    for text in ["", "   ", "<html>", "null", "42", "[]", "\"format\"", "{}", "{\"format\":1,}"] {
        assert_eq!(found(text), ["critical "], "{text}");
    }
    assert_eq!(found("{\"format\":1}"), ["critical "; 2], "neither `snapshot` nor `project`");
    assert_eq!(found(&format!("{} {{}}", valid())), ["critical "], "something follows");
    let whole = valid().to_string();
    for end in 0..whole.len() {
        let problems = found(&whole[..end]);
        let told = problems.len() == 1 && problems[0].starts_with("critical ") && !problems[0].contains('?');
        assert!(told, "cut off after {end} bytes: {problems:?}");
    }
}

#[test]
fn all_problems_are_told_and_the_gravest_first() {
    let mut json = valid();
    put(&mut json, "/records/2/evidence", &json!([]));
    put(&mut json, "/records/0/kind", &json!("party"));
    put(&mut json, "/records/1/areas/0", &json!("atlantis"));
    put(&mut json, "/indicators/3/actuals/0/value", &json!(null));
    let (snapshot, found) = problems(&json.to_string());
    let expected = [
        "error indicators[3].actuals[0].value",
        "error records[0].kind",
        "error records[1].areas[0]",
        "warning records[2].evidence",
    ];
    assert_eq!(found, expected);
    let left = snapshot.map(|s| s.records.iter().map(|record| record.id.clone()).collect::<Vec<_>>());
    assert_eq!(left, Some(vec!["r2".to_owned()]));
}

#[test]
fn all_that_is_wrong_with_one_part_is_told() {
    let mut json = valid();
    put(&mut json, "/project/title", &json!(5));
    put(&mut json, "/project/budget/amount", &json!("much"));
    put(&mut json, "/snapshot/version", &json!(GONE));
    put(&mut json, "/colour", &json!({ "kk": 1 }));
    put(&mut json, "/records/0/kind", &json!("party"));
    put(&mut json, "/records/0/title", &json!({ "fr": "Fête" }));
    put(&mut json, "/indicators/3/actuals/0/value", &json!(null));
    let text = json.to_string();
    let twice = format!("{},\"areas\":[]}}", &text[..text.len() - 1]);
    let (snapshot, found) = problems(&twice);
    let expected = [
        "critical colour",
        "critical project.budget.amount",
        "critical project.title",
        "critical snapshot",
        "critical areas",
        "error indicators[3].actuals[0].value",
        "error records[0].kind",
        "error records[0].title.fr",
    ];
    assert_eq!((found, snapshot.is_some()), (expected.map(str::to_owned).to_vec(), false));
}

/// What refers to the items of a list that was not read is not at fault.
#[test]
fn a_list_that_is_not_read_accuses_nobody() {
    check("/sources", json!(null), "critical sources");
    check("/areas", json!("none"), "critical areas");
    let whole = valid().to_string();
    assert_eq!(problems(&whole.replace("\"areas\":[{", "\"area\":[{")).1, ["critical area"]);
    assert_eq!(
        problems(&whole.replace("\"areas\":[{", "\"\\u0061reas\":[{")).1,
        [""; 0],
        "the same key, spelt otherwise"
    );
    let mut json = valid();
    put(&mut json, "/directions/0/title", &json!(5));
    let id = json["directions"][0]["id"].as_str().expect("an id is a text").to_owned();
    put(&mut json, "/directions/0/id", &json!(format!("{id}\u{200b}")));
    let (_, found) = problems(&json.to_string());
    assert_eq!(found, ["error directions[0].title", "warning directions[0].id"]);
}

#[test]
fn a_flood_of_problems_is_cut() {
    let mut json = valid();
    json["records"] = (0..3_000).map(|_| json!({})).collect();
    let (_, found) = problems(&json.to_string());
    assert_eq!((found.len(), found.last().map(String::as_str)), (1_001, Some("warning ")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        prop_assert!(read(&text).0.is_none());
    }

    #[test]
    fn no_damage_makes_it_panic(cuts in proptest::collection::vec((0usize..6_000, "\\PC{0,3}"), 1..6)) {
        let mut text: Vec<char> = valid().to_string().chars().collect();
        for (at, patch) in cuts {
            let at = at % text.len();
            text.splice(at..(at + 2).min(text.len()), patch.chars());
        }
        let (snapshot, problems) = read(&text.into_iter().collect::<String>());
        prop_assert!(snapshot.is_some() || !problems.is_empty(), "a refusal has a reason");
        let lines = problems.iter().map(|problem| problem.to_string().chars().count());
        prop_assert!(lines.max().unwrap_or_default() < 600, "messages stay short");
    }

    /// The parts are read one by one, and yet a file that is no JSON as a whole is always known as such.
    #[test]
    fn what_is_no_json_is_told_as_such(cuts in proptest::collection::vec((0usize..6_000, 0usize..3, "[\\[\\]{}:,\"0 a]{0,2}"), 1..4)) {
        let mut text: Vec<char> = valid().to_string().chars().collect();
        for (at, length, patch) in cuts {
            let at = at % text.len();
            text.splice(at..(at + length).min(text.len()), patch.chars());
        }
        let text: String = text.into_iter().collect();
        let (snapshot, problems) = read(&text);
        let told = matches!(problems.first(), Some(Problem { expected: Expected::Json { .. }, .. }));
        prop_assert_eq!(told, serde_json::from_str::<IgnoredAny>(&text).is_err(), "{:?} in {}", problems.first(), text);
        prop_assert!(!told || snapshot.is_none() && problems.len() == 1);
    }
}
