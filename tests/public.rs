//! The published snapshot itself: clean, sorted, complete in three languages, honest about scope.

use bagyt::locale::{Lang, forms};
use bagyt::series::Unit;
use bagyt::snapshot::{Named, Record, Scope, Severity, Snapshot, Text, find, read};
use std::collections::BTreeSet;
use std::fs;

const DIRECTIONS: [&str; 8] = [
    "citizen-participation",
    "innovation",
    "local-self-government",
    "results-based-budgeting",
    "sez-aktau",
    "small-business",
    "tourism",
    "youth-employment",
];

fn text() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"))
        .expect("the snapshot is in public/")
}

fn snapshot() -> Snapshot {
    read(&text()).0.expect("the published snapshot is not refused")
}

#[test]
fn nothing_is_wrong_with_it() {
    let (snapshot, problems) = read(&text());
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(snapshot.is_some() && problems.iter().all(|p| p.severity < Severity::Error), "{}", lines.join("\n"));
    // A warning would stand on About: none is needed here.
    assert_eq!(lines, [""; 0], "{}", lines.join("\n"));
}

/// The first snapshot that README gives to copy.
#[test]
fn the_example_to_copy_is_sound() {
    let (example, readme) = (include_str!("first.json"), include_str!("../README.md"));
    assert!(readme.contains(example.trim_end()), "README has another text than tests/first.json");
    let (snapshot, problems) = read(example);
    assert!(snapshot.is_some() && problems.is_empty(), "{problems:?}");
}

#[test]
fn the_schema_is_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.schema.json");
    let same = fs::read_to_string(path).is_ok_and(|stored| stored == bagyt::snapshot::schema::text());
    assert!(same, "renew it: cargo run --bin bagyt -- schema > public/snapshot.schema.json");
}

#[test]
fn lists_are_sorted_by_id() {
    fn check<T: Named>(list: &str, items: &[T], least: usize) {
        let ids: Vec<&str> = items.iter().map(Named::id).collect();
        assert!(ids.len() >= least, "{list} has only {}", ids.len());
        assert!(ids.is_sorted(), "{list}: {:?}", ids.windows(2).find(|pair| pair[0] > pair[1]));
    }
    let snapshot = snapshot();
    check("areas", &snapshot.areas, 10);
    check("directions", &snapshot.directions, 8);
    check("organisations", &snapshot.organisations, 50);
    check("sources", &snapshot.sources, 50);
    check("indicators", &snapshot.indicators, 100);
    let records: Vec<Record> = snapshot.records.iter().collect();
    check("records", &records, 100);
}

#[test]
fn the_eight_directions_are_there_in_a_stated_order() {
    let snapshot = snapshot();
    let ids: Vec<&str> = snapshot.directions.iter().map(Named::id).collect();
    assert_eq!(ids, DIRECTIONS);
    let places: BTreeSet<u16> = snapshot.directions.iter().map(|direction| direction.order).collect();
    assert_eq!(places, (1..=8).collect(), "each has its own place from 1 to 8");
    for direction in snapshot.directions.iter() {
        for (lang, short) in direction.short.versions() {
            assert!(short.chars().count() <= 22, "{} ({}): “{short}” is long for a menu", direction.id, lang.code());
        }
    }
}

#[test]
fn texts_are_in_three_languages() {
    let snapshot = snapshot();
    let mut texts: Vec<(&str, &Text)> =
        vec![("project", &snapshot.project.title), ("project", &snapshot.project.summary)];
    texts.extend(snapshot.areas.iter().map(|area| (area.id(), &area.name)));
    for direction in snapshot.directions.iter() {
        let parts = [&direction.title, &direction.short, &direction.summary];
        texts.extend(parts.into_iter().chain(&direction.finding).map(|text| (direction.id(), text)));
    }
    for organisation in snapshot.organisations.iter() {
        texts.extend([&organisation.name].into_iter().chain(&organisation.short).map(|text| (organisation.id(), text)));
    }
    texts.extend(snapshot.sources.iter().map(|source| (source.id(), &source.publisher)));
    for indicator in snapshot.indicators.iter() {
        let parts = [&indicator.title, &indicator.unit].into_iter().chain(&indicator.note);
        let values = indicator.values().flat_map(|value| value.note.iter().chain(&value.period_label));
        texts.extend(
            parts
                .chain(indicator.parts.iter().map(|part| &part.title))
                .chain(values)
                .map(|text| (indicator.id(), text)),
        );
    }
    let records: Vec<Record> = snapshot.records.iter().collect();
    for record in &records {
        let own = [&record.title].into_iter().chain(&record.summary).chain(&record.note);
        let inner = record.money.iter().filter_map(|money| money.note.as_ref());
        texts.extend(own.chain(inner).map(|text| (record.id(), text)));
    }
    assert!(texts.len() > 800, "the walk reaches the texts: {}", texts.len());
    let gaps: Vec<&str> = texts.iter().filter(|(_, text)| !text.is_complete()).map(|(id, _)| *id).collect();
    assert_eq!(gaps, [""; 0]);
    // Kazakh and Russian are really that: Cyrillic where English is in words.
    let foreign = |text: &Text| {
        let words = text.plain(Lang::En).chars().filter(|c| c.is_ascii_lowercase()).count() > 24;
        let cyrillic = |lang| text.plain(lang).chars().any(|c| ('\u{400}'..'\u{530}').contains(&c));
        words && !(cyrillic(Lang::Kk) && cyrillic(Lang::Ru))
    };
    let foreign: Vec<&str> = texts.iter().filter(|(_, text)| foreign(text)).map(|(id, _)| *id).collect();
    assert_eq!(foreign, [""; 0], "not translated");
}

/// Units that are written the same beside any number.
const UNVARIED: [&str; 6] = ["км", "км²", "га", "km", "km²", "ha"];

#[test]
fn units_go_with_their_numbers() {
    let snapshot = snapshot();
    for (indicator, lang) in snapshot.indicators.iter().flat_map(|indicator| Lang::ALL.map(|lang| (indicator, lang))) {
        let unit = Unit::of(indicator, lang);
        let label = unit.word();
        let is_other = |n: f64| lang.plural(n) != lang.plural(5.0);
        let varies = forms(lang) > 1 && indicator.values().filter_map(|value| value.value).any(is_other);
        let never = label.is_empty() || label.starts_with('%') || UNVARIED.contains(&label);
        assert!(never || !varies || !unit.forms.is_empty(), "{}: {label} beside 1 or 3", indicator.id);
        let many = unit.forms.rsplit('|').next().filter(|many| !many.is_empty());
        assert_eq!(many.unwrap_or(&unit.label), unit.label, "{}", indicator.id);
    }
}

#[test]
fn every_number_has_evidence() {
    let snapshot = snapshot();
    for indicator in snapshot.indicators.iter() {
        for value in indicator.values() {
            assert!(!indicator.evidence_of(value).is_empty(), "{}: {:?} has no source", indicator.id, value.period);
        }
    }
    assert!(snapshot.records.iter().all(|record| !record.evidence.is_empty()));
}

#[test]
fn scopes_are_kept_apart() {
    let snapshot = snapshot();
    for indicator in snapshot.indicators.iter() {
        assert!(indicator.values().all(|value| value.scope == indicator.scope()), "{} mixes scopes", indicator.id);
    }
    let operating =
        find(&snapshot.indicators, "sez-operating-enterprises").expect("the founding document's first figure");
    assert_eq!(operating.scope(), Scope::Project);
    assert_eq!(operating.latest().and_then(|value| value.value), Some(12.0));
    assert_eq!(operating.baseline.as_ref().and_then(|value| value.value), Some(5.0));
    assert!(operating.targets.is_empty(), "12 + 3 is an expectation, not a target");
    let fourteen = |scope| {
        let zone =
            snapshot.indicators.iter().filter(|i| i.direction.as_deref() == Some("sez-aktau") && i.scope() == scope);
        zone.flat_map(|i| i.values())
            .filter(|v| v.value == Some(14.0) && v.period.to_string().starts_with("2017-03"))
            .count()
    };
    assert_eq!((fourteen(Scope::Project), fourteen(Scope::Context)), (0, 1), "the 14 of March 2017 are context");
    for direction in snapshot.directions.iter() {
        let best = direction
            .best
            .as_ref()
            .map(|id| find(&snapshot.indicators, id).map(|i| (i.scope(), i.direction.as_deref())));
        assert!(
            best.is_none_or(|best| best == Some((Scope::Project, Some(direction.id())))),
            "{}: {best:?}",
            direction.id
        );
    }
}
