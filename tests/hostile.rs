//! Snapshots made to harm: what they may cost, and what of them may reach a reader.

#[allow(dead_code, reason = "not every test breaks it in every way")]
mod small;

use bagyt::snapshot::{Snapshot, read};
use serde_json::{Value, json};
use small::{problems, put, valid};

/// The valid snapshot with some changes: what is left, and the problems.
fn changed(changes: &[(&str, Value)]) -> (Option<Snapshot>, Vec<String>) {
    let mut json = valid();
    for (pointer, value) in changes {
        put(&mut json, pointer, value);
    }
    problems(&json.to_string())
}

#[test]
fn invisible_characters_are_told_and_taken_out() {
    let (snapshot, found) = changed(&[("/records/0/title", json!({ "en": "\u{202e}A\u{200b}\tfair\u{2069}" }))]);
    assert_eq!(found, ["warning records[0].title.en"]);
    assert_eq!(snapshot.and_then(|s| s.records.get(0).and_then(|record| record.title.en)).as_deref(), Some("A fair"));
}

#[test]
fn a_link_that_hides_its_scheme_is_none() {
    for url in ["java\u{200b}script:alert(1)", "\u{1}javascript:alert(1)", "JavaScript:alert(1)", "https:alert(1)"] {
        let (snapshot, found) = changed(&[("/records/0/links/0/url", json!(url)), ("/sources/0/url", json!(url))]);
        assert!(found.contains(&"error records[0].links[0].url".to_owned()), "{url}: {found:?}");
        assert!(found.contains(&"error sources[0].url".to_owned()), "{url}: {found:?}");
        assert!(snapshot.is_some_and(|s| s.records.len() == 2 && s.sources.is_empty()), "{url} is kept");
    }
}

#[test]
fn circles_of_areas_are_refused_and_no_others() {
    let area = |id: &str, parent: &str| json!({ "id": id, "name": { "en": id }, "kind": "zone", "parent": parent });
    let mut json = valid();
    let areas = json["areas"].as_array_mut().expect("areas are a list");
    areas.extend([area("p", "q"), area("q", "r"), area("r", "p"), area("s", "p"), area("t", "munaily")]);
    let (snapshot, found) = problems(&json.to_string());
    assert_eq!(found, ["error areas[2].parent", "error areas[3].parent", "error areas[4].parent"]);
    assert_eq!(
        snapshot.map(|s| s.areas.iter().map(|a| a.id.clone()).collect()),
        Some(["aktau", "munaily", "s", "t"].map(str::to_owned).to_vec())
    );

    // A chain of ten thousand is no circle, and is walked through once.
    let chain: Vec<Value> = (0..10_000).map(|i| area(&format!("n{i:05}"), &format!("n{:05}", i + 1))).collect();
    json["areas"].as_array_mut().expect("areas are a list").splice(2.., chain);
    assert_eq!(problems(&json.to_string()).1, ["error areas[10001].parent"], "only the last one dangles");
}

#[test]
fn numbers_that_are_none() {
    for (text, expected) in
        [("\"NaN\"", 1), ("NaN", 1), ("1e999", 1), ("-1e308", 1), ("-0", 0), ("-0.0", 0), ("1e-300", 0)]
    {
        let text = valid().to_string().replacen("\"value\":40", &format!("\"value\":{text}"), 1);
        let (snapshot, found) = problems(&text);
        assert_eq!(found.len(), expected, "{text}: {found:?}");
        let shown = snapshot.map(|s| s.records.get(0)?.people.map(|people| people.value.to_string()));
        assert!(expected == 1 || shown.flatten().is_some_and(|shown| !shown.starts_with('-')), "minus nothing");
    }
}

#[test]
fn depth_is_no_way_to_spend_memory() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
        for text in [deep.clone(), open.repeat(200_000), valid().to_string().replacen("\"A fair\"", &deep, 1)] {
            let (_, found) = read(&text);
            assert!(!found.is_empty() && found.iter().all(|p| p.path.len() < 1_000), "a problem with a short path");
        }
    }
}

#[test]
fn keys_and_texts_without_end() {
    let long = "ә".repeat(1_000_000);
    for pointer in ["/records/0/title/en", "/records/0/id", "/records/0/kind", "/sources/0/language", "/format"] {
        let (_, found) = changed(&[(pointer, json!(long))]);
        assert_eq!(found.len(), 1, "{pointer}: {found:?}");
    }
    let mut json = valid();
    json["records"][0][&long] = json!(1);
    let (_, found) = read(&json.to_string());
    assert!(found.len() == 1 && found[0].to_string().len() < 1_000, "a key is as long as the file");
}

#[test]
fn a_million_problems_are_counted_and_not_kept() {
    let text = valid().to_string().replacen("\"records\":[", &format!("\"records\":[{}", "0,".repeat(1_000_000)), 1);
    let (snapshot, found) = read(&text);
    assert_eq!(found.len(), 1_001);
    let last = found.last().map(ToString::to_string).unwrap_or_default();
    assert!(last.contains("1000000"), "{last}");
    assert_eq!(snapshot.map(|s| s.records.len()), Some(3));
}

#[test]
fn keys_that_are_there_twice() {
    for (key, path) in [("\"format\":1", "critical format"), ("\"kind\":\"event\"", "error records[0].kind")] {
        let text = valid().to_string().replacen(key, &format!("{key},{key}"), 1);
        assert_eq!(problems(&text).1, [path]);
    }
}
