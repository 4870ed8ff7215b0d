//! One term, one translation: the word list and the snapshot say the same thing by the same word.

use bagyt::locale::Lang;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A text in Kazakh, Russian and English, and where it stands.
struct Row {
    place: String,
    texts: [String; 3],
}

/// Terms by the stems that each language's forms share: Kazakh, Russian, English. Several stems of
/// one language are parted by a bar; an English one is looked for where a word begins.
const TERMS: [(&str, &str, &str); 16] = [
    ("дереккөз", "источник", "source"),
    ("көрсеткіш", "показател", "indicator"),
    ("жазба", "запис", "record"),
    ("бағыт", "направлени", "direction"),
    ("бастапқы", "исходн", "baseline"),
    ("нысаналы", "целев|цель|целе", "target"),
    ("сүзгі", "фильтр", "filter"),
    ("кесте", "таблиц", "table"),
    ("сызба", "график", "chart"),
    ("валюта", "валют", "currenc"),
    ("құжат", "документ", "document"),
    ("орындалу|орындал", "выполнени", "progress"),
    ("бюджет", "бюджет", "budget"),
    ("қаржыландыр", "финанс", "funder|funding"),
    ("туризм|турис", "турис|туризм", "tourism"),
    ("кәсіпорын|кәсіпкер|бизнес", "предприят|предприним|бизнес", "enterprise"),
];

/// Rows in which the English word has another sense ("record" of all that is known, "table" of
/// contents), or which the others say by a turn without it.
const OTHERWISE: [(&str, &str); 9] = [
    ("about_text", "record"),
    ("each_best", "document"),
    ("innovation summary", "funder|funding"),
    ("local-self-government finding", "record"),
    ("aktau-port-capacity note", "target"),
    ("rural-budgets-adopted-karakiya actuals  note", "budget"),
    ("sez-planned-projects planned  note", "enterprise"),
    ("fourth-level-budgets-study note", "table"),
    ("better_up", "more"),
];

fn is_otherwise(place: &str, term: &str) -> bool {
    OTHERWISE.iter().any(|(end, other)| place.ends_with(end) && *other == term)
}

/// The rows of `locale/words/`, as they are written.
fn interface() -> Vec<Row> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/locale/words"));
    let mut rows = Vec::new();
    for file in fs::read_dir(folder).expect("the word list can be listed").flatten() {
        let text = fs::read_to_string(file.path()).expect("a source file is text");
        let Some((_, list)) = text.split_once("words! {\n") else { continue };
        for row in list.split(";\n") {
            let Some((name, texts)) = row.split_once(": \"") else { continue };
            let texts: Vec<&str> = texts.split("\",").map(|text| text.trim().trim_matches('"')).collect();
            let texts = <[&str; 3]>::try_from(texts).expect("a row has three texts").map(str::to_owned);
            rows.push(Row { place: name.trim().to_owned(), texts });
        }
    }
    assert!(rows.len() > 150, "{} rows", rows.len());
    rows
}

/// The texts of the snapshot that are there in all three languages.
fn snapshot(value: &Value, place: &str, rows: &mut Vec<Row>) {
    match value {
        Value::Object(fields) => {
            let texts = Lang::ALL.map(|lang| fields.get(lang.code()).and_then(Value::as_str).unwrap_or_default());
            if texts.iter().all(|text| !text.is_empty()) {
                rows.push(Row { place: place.to_owned(), texts: texts.map(str::to_owned) });
            }
            let id = fields.get("id").and_then(Value::as_str).unwrap_or_default();
            fields.iter().for_each(|(name, value)| snapshot(value, &format!("{place} {id} {name}"), rows));
        }
        Value::Array(items) => items.iter().for_each(|item| snapshot(item, place, rows)),
        _ => {}
    }
}

fn published() -> Vec<Row> {
    let mut rows = Vec::new();
    let value = serde_json::from_str(include_str!("../public/snapshot.json")).expect("the snapshot is JSON");
    snapshot(&value, "", &mut rows);
    assert!(rows.len() > 300, "{} rows", rows.len());
    rows
}

#[test]
fn what_is_the_same_in_one_language_is_the_same_in_the_others() {
    let rows = interface();
    let mut faults = Vec::new();
    for (at, one) in rows.iter().enumerate() {
        for other in &rows[at + 1..] {
            let same = |language: usize| one.texts[language].to_lowercase() == other.texts[language].to_lowercase();
            if same(2) && !(same(0) && same(1)) && !is_otherwise(&other.place, &other.texts[2]) {
                faults.push(format!("{} and {}: {:?} and {:?}", one.place, other.place, one.texts, other.texts));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn terms_have_one_translation() {
    let has = |text: &str, stems: &str| {
        let text = text.to_lowercase();
        stems.split('|').any(|stem| text.contains(stem))
    };
    let mut faults = Vec::new();
    for row in interface().iter().chain(&published()) {
        for (kk, ru, en) in TERMS {
            // A name in braces is that of a value which takes its place.
            let english = row.texts[2].replace("{baseline", "{").to_lowercase();
            let words = english.split(|letter: char| !letter.is_alphabetic());
            let named = words.into_iter().any(|word| en.split('|').any(|stem| word.starts_with(stem)));
            if named && !is_otherwise(&row.place, en) && !(has(&row.texts[0], kk) && has(&row.texts[1], ru)) {
                faults.push(format!("{en} at {}: {:?}", row.place, row.texts));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
