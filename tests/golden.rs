//! One chart of each form in each language, compared with a stored drawing.
//!
//! After a wanted change look at the new drawings: `BAGYT_BLESS=1 cargo test --test golden`, then `git diff`.

use bagyt::chart::{Theme, Tone, layout, svg};
use bagyt::locale::Lang;
use bagyt::query::{Columns, Facet, Filters, Selection};
use bagyt::series::{Series, change, counts, history, timeline};
use bagyt::snapshot::{Snapshot, find, read};
use std::fs;

/// The chart in all three languages is drawn as it was.
fn check(name: &str, make: impl Fn(&Snapshot, Lang) -> Series) {
    let root = env!("CARGO_MANIFEST_DIR");
    let text = fs::read_to_string(format!("{root}/public/snapshot.json")).expect("the snapshot is in public/");
    let snapshot = read(&text).0.expect("the published snapshot is not refused");
    for lang in Lang::ALL {
        let series = make(&snapshot, lang);
        let accent = series.direction.as_deref().map_or(Tone::Accent, Tone::of_direction);
        let drawn = svg(&layout(&series, 640.0, lang), Theme::Light, accent);
        assert!(drawn.matches("<text").count() > 2, "{name} {}: nothing is drawn", lang.code());
        let path = format!("{root}/tests/golden/{name}-{}.svg", lang.code());
        if std::env::var_os("BAGYT_BLESS").is_some() {
            fs::write(&path, &drawn).expect("the folder of golden files can be written");
        }
        let stored = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        let line = drawn.lines().zip(stored.lines()).position(|(new, old)| new != old);
        assert!(
            drawn == stored,
            "{path}: differs at line {line:?}; if that is wanted, BAGYT_BLESS=1 cargo test --test golden"
        );
    }
}

fn all_records(snapshot: &Snapshot, facet: Facet, lang: Lang) -> Series {
    let (filters, _) = Filters::from_query("scope=all");
    let columns = Columns::of(snapshot);
    let hits = Selection::of(&filters, &columns).run(&columns);
    counts(facet, snapshot, &columns, &hits, &filters, lang)
}

#[test]
fn a_change() {
    check("change", |snapshot, lang| {
        change(find(&snapshot.indicators, "sez-operating-enterprises").expect("the founding document's figure"), lang)
    });
}

#[test]
fn bars() {
    check("bars", |snapshot, lang| all_records(snapshot, Facet::Kind, lang));
}

#[test]
fn years() {
    check("years", |snapshot, lang| all_records(snapshot, Facet::Year, lang));
}

#[test]
fn a_history() {
    check("history", |snapshot, lang| {
        let indicator = find(&snapshot.indicators, "official-neet-rate").expect("an official series");
        history(indicator, snapshot, |value| value.part.is_none(), lang)
    });
}

#[test]
fn a_timeline() {
    check("timeline", |snapshot, lang| {
        let columns = Columns::of(snapshot);
        let hits = Selection::of(&Filters::default(), &columns).run(&columns);
        timeline(snapshot, &hits.shown, 12, lang)
    });
}
