//! Every fact that was collected stands in the snapshot, or there is a reason why not.
//!
//! `facts.tsv` names for each fact the path that carries it; `facts.json` is an extract of the
//! collection: each fact's scope, number and source, and the official series. So a number, a scope
//! or a source that slips while the snapshot is edited fails here, by the fact's id.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

const OFFICIAL_SOURCE: &str = "kazstat-sdg";

fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("the repository has this file")
}

fn json(path: &str) -> Value {
    serde_json::from_str(&file(path)).expect("the file is JSON")
}

/// What a path leads to, with all it lies in, outermost first: `indicators/ID/actuals/0`.
fn resolve<'a>(snapshot: &'a Value, path: &str) -> Option<Vec<&'a Value>> {
    let mut segments = path.split('/');
    let mut at = snapshot.get(segments.next()?)?;
    let mut chain = Vec::new();
    for segment in segments {
        at = match at {
            Value::Array(items) if items.iter().all(|item| item.get("id").is_some()) && chain.is_empty() => {
                items.iter().find(|item| item["id"] == segment)?
            }
            Value::Array(items) => items.get(segment.parse::<usize>().ok()?)?,
            other => other.get(segment)?,
        };
        chain.push(at);
    }
    Some(chain)
}

/// What is wrong with one carried fact; nothing when it is carried as the source states it.
fn fault(snapshot: &Value, fact: &Value, path: &str) -> Option<String> {
    let chain = resolve(snapshot, path).unwrap_or_default();
    let Some(carrier) = chain.last() else { return Some("leads nowhere".into()) };
    if let Some(stated) = fact.get("value").and_then(Value::as_f64) {
        let number = ["value", "amount"].into_iter().find_map(|key| carrier.get(key)?.as_f64());
        // A whole record, a text or the project's period may hold the number in words.
        let words = ["kind", "en", "date"].into_iter().any(|key| carrier.get(key).is_some_and(Value::is_string));
        match number {
            Some(number) if number != stated => return Some(format!("states {stated}, the path carries {number}")),
            None if !words => return Some(format!("states {stated}, the path carries no number")),
            _ => {}
        }
    }
    let scope = chain.iter().rev().find_map(|part| part.get("scope"));
    let whole_project = path.starts_with("project/") || path.starts_with("directions/");
    match scope {
        None if whole_project && fact["scope"] == "project" => {}
        found if found == fact.get("scope") => {}
        found => {
            let found = found.unwrap_or(&Value::Null);
            return Some(format!("is of scope {}, the path of {found}", fact["scope"]));
        }
    }
    (!whole_project && !is_cited(snapshot, fact, &chain)).then(|| format!("is not cited as {}", fact["source"]))
}

/// Whether the fact's own source is among the evidence along the path.
fn is_cited(snapshot: &Value, fact: &Value, chain: &[&Value]) -> bool {
    let source = fact["source"].as_str().unwrap_or_default();
    let cited = chain.iter().filter_map(|part| part.get("evidence")?.as_array()).flatten();
    cited.into_iter().any(|evidence| match source.strip_prefix("paragraph ") {
        Some(number) => evidence["source"] == "akimat-press-release" && evidence["locator"]["paragraph"] == number,
        None => evidence["source"]
            .as_str()
            .and_then(|id| resolve(snapshot, &format!("sources/{id}/url")))
            .and_then(|found| found.last().map(|url| **url == *source))
            .unwrap_or(false),
    })
}

/// What is wrong with one official series, carried as `indicators/ID/actuals/FIRST+COUNT`.
fn series_fault(snapshot: &Value, series: &Value, path: &str) -> Option<String> {
    let place = path.split_once('+').and_then(|(start, count)| {
        let (list, first) = start.rsplit_once('/')?;
        Some((resolve(snapshot, list)?, first.parse::<usize>().ok()?, count.parse::<usize>().ok()?))
    });
    let Some((chain, first, count)) = place else { return Some("leads nowhere".into()) };
    let numbers = series[4].as_array().map_or(&[][..], Vec::as_slice);
    if numbers.len() != count || count == 0 {
        return Some(format!("has {} values, the path {count}", numbers.len()));
    }
    if chain[0]["evidence"][0]["source"] != OFFICIAL_SOURCE {
        return Some("does not cite the statistics office".into());
    }
    let area = match series[1].as_str().unwrap_or_default() {
        "KZ" => "kazakhstan",
        "KZMAN" => "mangystau",
        "KZKZY" => "kyzylorda",
        _ => "east-kazakhstan",
    };
    let part = series[2].as_str().map(|code| match code {
        "U" => "urban",
        "R" => "rural",
        "Y16T24" => "age-16-24",
        "M25T28" => "age-25-28",
        _ => "age-29-34",
    });
    (0..count).find_map(|n| {
        let value = &chain[chain.len() - 1][first + n];
        let year = (series[3].as_u64().unwrap_or_default() + n as u64).to_string();
        let same = value["period"] == *year && value["area"] == area && value["part"].as_str() == part;
        let same = same && value["value"] == numbers[n] && value["scope"] == "context";
        (!same).then(|| format!("{year}: states {}, the path carries {value}", numbers[n]))
    })
}

/// Reasons that are good enough to leave a fact out.
fn is_reason(reason: &str) -> bool {
    reason == "derived-arithmetic" || ["repeats ", "ambiguous: "].iter().any(|start| reason.starts_with(start))
}

#[test]
fn every_fact_is_carried_or_there_is_a_reason() {
    let (snapshot, extract, table) = (json("public/snapshot.json"), json("tests/facts.json"), file("tests/facts.tsv"));
    let facts = extract["facts"].as_array().expect("facts are a list");
    let series = extract["series"].as_array().expect("series are a list");
    assert_eq!((facts.len(), series.len()), (325, 74), "the extract is whole");
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("fact\tpath\treason"));

    let mut missing: BTreeSet<String> =
        facts.iter().filter_map(|fact| fact["id"].as_str()).map(str::to_owned).collect();
    missing.extend((0..series.len()).map(|n| format!("series-{n:02}")));
    assert_eq!(missing.len(), 325 + 74, "the ids of the extract differ");
    let mut faults = Vec::new();
    for line in lines {
        let mut cells = line.split('\t');
        let (id, path, reason) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default(), cells.next());
        if !missing.remove(id) {
            faults.push(format!("{id}: is no fact, or stands in the table twice"));
        } else if path == "-" {
            let good = reason.is_some_and(is_reason);
            faults.extend((!good).then(|| format!("{id}: is left out without a known reason")));
        } else if let Some(series) = id.strip_prefix("series-").and_then(|n| series.get(n.parse::<usize>().ok()?)) {
            faults.extend(series_fault(&snapshot, series, path).map(|fault| format!("{id} {path}: {fault}")));
        } else if let Some(fact) = facts.iter().find(|fact| fact["id"] == id) {
            faults.extend(fault(&snapshot, fact, path).map(|fault| format!("{id} {path}: {fault}")));
        }
    }
    faults.extend(missing.into_iter().map(|id| format!("{id}: has no row in the table")));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
