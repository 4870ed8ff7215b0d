//! The bundle under test: where it lies, what it holds, and which pages it must have.

use serde_json::Value;
use std::{env, fs, path::PathBuf};

/// The directions that the contract names, in its order.
pub const DIRECTIONS: [&str; 8] = [
    "sez-aktau",
    "small-business",
    "innovation",
    "tourism",
    "local-self-government",
    "citizen-participation",
    "results-based-budgeting",
    "youth-employment",
];

/// The pages that every snapshot has, as paths below the language.
const FIXED: [&str; 7] = ["", "explore/", "indicators/", "documents/", "sources/", "about/", "accessibility/"];

/// The folder of the bundle: `BAGYT_DIST`, else `dist/` of this checkout.
pub fn folder() -> PathBuf {
    let folder = env::var_os("BAGYT_DIST")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist")), PathBuf::from);
    assert!(
        folder.join("snapshot.json").is_file(),
        "there is no bundle in {}: run `cargo xtask build` first, or set BAGYT_DIST",
        folder.display()
    );
    folder
}

/// The text of the snapshot that the bundle carries.
pub fn snapshot_text() -> String {
    fs::read_to_string(folder().join("snapshot.json")).expect("the bundle's snapshot is readable text")
}

/// The snapshot that the bundle carries.
pub fn snapshot() -> Value {
    serde_json::from_str(&snapshot_text()).expect("the bundle's snapshot is JSON")
}

/// A list of the snapshot, such as `records`; empty when it is not there.
pub fn list<'a>(snapshot: &'a Value, name: &str) -> &'a [Value] {
    snapshot[name].as_array().map_or(&[], Vec::as_slice)
}

/// Every page of one language, as paths below the language, with a sample of the indicators.
pub fn pages() -> Vec<String> {
    let mut pages: Vec<String> = FIXED.map(str::to_owned).into();
    pages.extend(DIRECTIONS.map(|id| format!("directions/{id}/")));
    pages.extend(sample_indicators().iter().map(|id| format!("indicators/{id}/")));
    pages
}

/// The same, pages of directions first, and apart from them all others, which need more of the program.
pub fn pages_by_parts() -> (Vec<String>, Vec<String>) {
    pages().into_iter().partition(|path| path.starts_with("directions/"))
}

/// Every page of one language without exception, as paths below the language.
pub fn all_pages() -> Vec<String> {
    let snapshot = snapshot();
    let ids = |name: &str| -> Vec<String> {
        list(&snapshot, name).iter().filter_map(|item| item["id"].as_str()).map(|id| format!("{name}/{id}/")).collect()
    };
    FIXED.map(str::to_owned).into_iter().chain(ids("directions")).chain(ids("indicators")).collect()
}

/// One page of each sort, as paths below the language.
pub fn templates() -> Vec<String> {
    let mut pages: Vec<String> = pages().into_iter().filter(|page| !page.starts_with("directions/")).collect();
    pages.push(format!("directions/{}/", DIRECTIONS[1]));
    pages
}

/// Ids of indicators whose pages are likely to differ: the first, the last, the one with the
/// most values, the one with the longest Kazakh title.
pub fn sample_indicators() -> Vec<String> {
    let snapshot = snapshot();
    let all = list(&snapshot, "indicators");
    let most_values = all.iter().max_by_key(|indicator| values(indicator));
    let longest_title =
        all.iter().max_by_key(|indicator| indicator["title"]["kk"].as_str().map_or(0, |title| title.chars().count()));
    let mut ids: Vec<String> = [all.first(), all.last(), most_values, longest_title]
        .into_iter()
        .flatten()
        .filter_map(|indicator| indicator["id"].as_str().map(str::to_owned))
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

/// The longest Kazakh word in the titles of what the project itself did.
pub fn rare_word() -> String {
    let snapshot = snapshot();
    let own = list(&snapshot, "records").iter().filter(|record| record["scope"] == "project");
    let words = own.filter_map(|record| record["title"]["kk"].as_str()).flat_map(|title| title.split_whitespace());
    let whole = words.filter(|word| word.chars().all(char::is_alphabetic));
    whole.max_by_key(|word| word.chars().count()).map(str::to_lowercase).expect("some title is in Kazakh")
}

fn values(indicator: &Value) -> usize {
    let listed: usize = ["actuals", "targets", "planned"].iter().map(|name| list(indicator, name).len()).sum();
    listed + usize::from(indicator["baseline"].is_object())
}

/// How the file of the program's first part ends.
pub const FIRST: &str = "_bg.bin";

/// The name of the program's file that ends so.
pub fn program(end: &str) -> String {
    let names = fs::read_dir(folder()).expect("the bundle can be listed").flatten();
    let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with("app-") && name.ends_with(end)).expect("the bundle has a program")
}
