//! One chart of each kind in each language, and the edges of each kind in the language that
//! strains it most, compared with stored drawings.
//!
//! After a wanted change look at the new drawings: `BAGYT_BLESS=1 cargo test --test golden`, then `git diff`.

mod scenes;

use bagyt::chart::{Theme, Tone, layout, svg};
use bagyt::locale::Lang;
use bagyt::query::{Columns, Facet, Filters, Selection};
use bagyt::series::{
    Form, Group, Point, Role, Series, Style, Unit, change, changes, counts, coverage, crossed, history, sizes, timeline,
};
use bagyt::snapshot::{Bound, Missing, Snapshot, find, read};
use std::fs;

fn snapshot() -> Snapshot {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    read(&text.expect("the snapshot is in public/")).0.expect("the published snapshot is not refused")
}

/// The chart in all three languages is drawn as it was.
fn check(name: &str, make: impl Fn(&Snapshot, Lang) -> Series) {
    let snapshot = snapshot();
    for lang in Lang::ALL {
        compare(&format!("{name}-{}", lang.code()), &make(&snapshot, lang), 640.0, lang);
    }
}

/// The chart is drawn as it was, with nothing overlapping or out of the frame.
fn compare(name: &str, series: &Series, width: f64, lang: Lang) {
    let accent = series.hue.map_or(Tone::Accent, Tone::Direction);
    let scene = layout(series, width, lang);
    assert_eq!(scenes::faults(series, &scene), [""; 0], "{name}");
    let drawn = svg(&scene, Theme::Light, accent);
    assert!(drawn.matches("<text").count() > 1, "{name}: nothing is drawn");
    let path = format!("{}/tests/golden/{name}.svg", env!("CARGO_MANIFEST_DIR"));
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

fn counted(snapshot: &Snapshot, facet: Facet, by: Option<Facet>, lang: Lang) -> Series {
    let (filters, _) = Filters::from_query("scope=all");
    let columns = Columns::of(snapshot);
    let hits = Selection::of(&filters, &columns).run(&columns);
    match by {
        Some(by) => crossed(facet, by, snapshot, &columns, &hits, lang),
        None => counts(facet, snapshot, &columns, &hits, lang),
    }
}

#[test]
fn a_change() {
    check("change", |snapshot, lang| {
        change(
            find(&snapshot.indicators, "sez-operating-enterprises").expect("the founding document's figure"),
            snapshot,
            lang,
        )
    });
}

#[test]
fn a_column_of_changes() {
    check("changes", |snapshot, lang| {
        let ids = ["sez-operating-enterprises", "brm-projects", "aktau-port-capacity"];
        changes(&ids.map(|id| find(&snapshot.indicators, id).expect("an indicator of the snapshot")), snapshot, lang)
    });
}

#[test]
fn bars() {
    check("bars", |snapshot, lang| counted(snapshot, Facet::Kind, None, lang));
}

#[test]
fn stacked_bars() {
    check("stacked", |snapshot, lang| counted(snapshot, Facet::Kind, Some(Facet::Stage), lang));
}

#[test]
fn years() {
    check("years", |snapshot, lang| counted(snapshot, Facet::Year, None, lang));
}

#[test]
fn panels_of_years() {
    check("panels", |snapshot, lang| counted(snapshot, Facet::Year, Some(Facet::Direction), lang));
}

#[test]
fn a_histogram_of_amounts() {
    check("sizes", |snapshot, lang| {
        let (filters, _) = Filters::from_query("scope=all&amount=KZT~500000000~10000000000");
        let columns = Columns::of(snapshot);
        let hits = Selection::of(&filters, &columns).run(&columns);
        sizes("KZT", &columns, &hits, &filters, lang)
    });
}

#[test]
fn a_history() {
    check("history", |snapshot, lang| {
        let indicator = find(&snapshot.indicators, "official-neet-rate").expect("an official series");
        history(indicator, snapshot, &|value| value.part.is_none(), lang)
    });
}

#[test]
fn panels_of_lines() {
    check("lines", |snapshot, lang| {
        let indicator = find(&snapshot.indicators, "official-unemployment-rate").expect("an official series");
        history(indicator, snapshot, &|value| value.part.is_some() && value.area == "mangystau", lang)
    });
}

#[test]
fn what_is_known() {
    check("coverage", coverage);
}

#[test]
fn a_timeline() {
    let dated = |snapshot: &Snapshot, most: usize, lang: Lang| {
        let columns = Columns::of(snapshot);
        let hits = Selection::of(&Filters::default(), &columns).run(&columns);
        timeline(snapshot, hits.shown(&columns), most, lang)
    };
    check("timeline", |snapshot, lang| dated(snapshot, 12, lang));
    compare("timeline-phone", &dated(&snapshot(), 5, Lang::Kk), 328.0, Lang::Kk);
}

fn tenths() -> Unit {
    Unit { decimals: 1, ..Unit::default() }
}

/// Bars of these numbers, named as given.
fn bars_of(rows: &[(&str, f64)]) -> Series {
    let points = rows.iter().map(|(label, value)| Point::plain(*label, *label, Role::Count, Some(*value)));
    Series { points: points.collect(), ..Series::new("edge", Form::Bars, tenths()) }
}

/// A change of these numbers.
fn change_of(ends: &[(Role, &str, Option<f64>, Option<Bound>)]) -> Series {
    let point = |(role, label, value, bound): &(Role, &str, Option<f64>, Option<Bound>)| Point {
        bound: *bound,
        missing: value.is_none().then_some(Missing::NotPublished),
        ..Point::plain(*label, *label, *role, *value)
    };
    Series { points: ends.iter().map(point).collect(), ..Series::new("edge", Form::Change, tenths()) }
}

#[test]
fn edges_of_bars() {
    compare("edge-one-bar", &bars_of(&[("Training", 3.0)]), 328.0, Lang::En);
    let long = "Маңғыстау облысының кәсіпкерлік және туризм басқармасының өңірлік инновацияларды қолдау бөлімі";
    compare("edge-long-names", &bars_of(&[(long, 12.0), ("Қысқа атау", 5.0), (long, 1.0)]), 640.0, Lang::Kk);
    let sizes = [("Большое", 7.8e12), ("Среднее", 5.6e6), ("Крошечное", 0.4), ("Ноль", 0.0)];
    compare("edge-huge-and-tiny", &bars_of(&sizes), 328.0, Lang::Ru);
    compare("edge-negative-bars", &bars_of(&[("Рост", 12.5), ("Спад", -7.5)]), 640.0, Lang::Ru);
}

#[test]
fn edges_of_stacked_bars() {
    let styles = [Style::Done, Style::Underway, Style::Asked, Style::Planned, Style::Stopped, Style::Unsaid];
    let names = ["Аяқталған", "Іске асырылуда", "Өтінім берілген", "Жоспарланған", "Тоқтатылған", "көрсетілмеген"];
    let groups = styles.into_iter().zip(names).map(|(style, name)| Group { style, ..Group::named(name) });
    let points = (0..6).flat_map(|group| {
        ["Бастама", "Оқыту"]
            .map(|label| Point { group, ..Point::plain(label, label, Role::Count, Some(1.0 + group as f64)) })
    });
    let series = Series { groups: groups.collect(), points: points.collect(), ..bars_of(&[]) };
    compare("edge-all-stages", &series, 328.0, Lang::Kk);
}

#[test]
fn edges_of_changes() {
    use Role::{Actual, Baseline, Planned, Target};
    let missing = [(Baseline, "2013 жылға дейін", None, None), (Actual, "2016 жыл", Some(12.0), None)];
    compare("edge-missing-end", &change_of(&missing), 328.0, Lang::Kk);
    let falls = [(Baseline, "2013", Some(7.4), None), (Actual, "2016", Some(-2.1), None)];
    compare("edge-falls-below-zero", &change_of(&falls), 640.0, Lang::En);
    let bounds = [
        (Baseline, "до 2013 года", Some(26_400.0), Some(Bound::UpTo)),
        (Actual, "к концу 2016 года", Some(27_000.0), Some(Bound::Over)),
        (Planned, "к концу следующего года", Some(28_000.0), Some(Bound::About)),
        (Target, "2020 год", Some(40_000.0), None),
    ];
    compare("edge-bounds-and-target", &change_of(&bounds), 328.0, Lang::Ru);
    // The arrow of "up to" has room beside zero.
    let small = [(Baseline, "2013", Some(1.0), Some(Bound::UpTo)), (Actual, "2016", Some(1000.0), None)];
    compare("edge-up-to-near-zero", &change_of(&small), 328.0, Lang::En);
}

#[test]
fn an_empty_chart_says_so() {
    let snapshot = snapshot();
    let columns = Columns::of(&snapshot);
    let (filters, _) = Filters::from_query("kind=person&stage=completed");
    let hits = Selection::of(&filters, &columns).run(&columns);
    for lang in Lang::ALL {
        let series = counts(Facet::Area, &snapshot, &columns, &hits, lang);
        assert!(series.is_empty() && layout(&series, 640.0, lang).marks.is_empty());
        assert_eq!(series.headline.to_string(), lang.no_records());
    }
}
