//! A chart, its SVG file, its table, its CSV and its sentence are made from one series and say the same.

use bagyt::chart::{Theme, Tone, describe, layout, mark_text, svg};
use bagyt::locale::Lang;
use bagyt::query::{Columns, Facet, Filters, Selection};
use bagyt::series::{Form, Series, change, counts, csv, history, money, table, timeline};
use bagyt::snapshot::read;

/// Every series that the published snapshot gives, in a language.
fn all(lang: Lang) -> Vec<Series> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    let snapshot = read(&text.expect("the snapshot is in public/")).0.expect("the published snapshot is not refused");
    let columns = Columns::of(&snapshot);
    let (filters, _) = Filters::from_query("scope=all");
    let hits = Selection::of(&filters, &columns).run(&columns);
    let mut all: Vec<Series> = snapshot.indicators.iter().map(|indicator| change(indicator, lang)).collect();
    all.extend(snapshot.indicators.iter().map(|indicator| history(indicator, &snapshot, |_| true, lang)));
    all.extend(Facet::ALL.map(|facet| counts(facet, &snapshot, &columns, &hits, &filters, lang)));
    all.extend(money(&snapshot, &hits.shown, lang));
    all.push(timeline(&snapshot, &hits.shown, usize::MAX, lang));
    assert!(all.len() > 200, "{} series", all.len());
    all
}

/// Tags open and close in order, and attributes are quoted.
fn is_well_formed(svg: &str) -> bool {
    let mut open = Vec::new();
    for part in svg.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { return false };
        let name = tag.split([' ', '\n', '/']).find(|name| !name.is_empty()).unwrap_or_default();
        match (tag.starts_with('/'), tag.ends_with('/')) {
            (true, _) if open.pop() != Some(name) => return false,
            (false, false) => open.push(name),
            _ => {}
        }
        let entity =
            |rest: &str| ["amp;", "lt;", "gt;", "quot;", "apos;", "#"].iter().any(|name| rest.starts_with(name));
        if tag.matches('"').count() % 2 == 1 || !text.split('&').skip(1).all(entity) {
            return false;
        }
    }
    svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>") && open.is_empty()
}

fn check(series: &Series, lang: Lang) {
    let (table, name) = (table(series, lang), format!("{} {}", series.id, lang.code()));
    let points: Vec<Option<f64>> = series.points.iter().map(|point| point.value).collect();
    assert_eq!(table.rows.iter().map(|row| row.value).collect::<Vec<_>>(), points, "{name}");
    assert_eq!(table.columns.len(), 2, "{name}");
    assert!(table.rows.iter().all(|row| !row.label.is_empty() && !row.shown.is_empty()), "{name}: an empty cell");

    let text = csv(series, lang, &[("version", "1.0.0")]);
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert!(text.starts_with('\u{feff}') && text.ends_with("version,1.0.0\r\n"), "{name}");
    assert!(lines.len() >= points.len() + 4, "{name}: {} lines for {} points", lines.len(), points.len());
    for (point, line) in series.points.iter().zip(&lines[1..]) {
        let stated = point.value.is_none_or(|value| line.contains(&value.to_string()));
        assert!(stated, "{name}: {:?} is not in “{line}”", point.value);
    }

    let accent = series.direction.as_deref().map_or(Tone::Accent, Tone::of_direction);
    let scene = layout(series, 600.0, lang);
    let drawn = svg(&scene, Theme::Dark, accent);
    assert!(is_well_formed(&drawn), "{name}: {drawn}");
    let nothing_is_dated = series.form == Form::History && series.points.iter().all(|point| point.at.is_none());
    let draws = drawn.contains("<text") && scene.height > 0.0;
    assert_eq!(draws, !series.is_empty() && !nothing_is_dated, "{name}: {drawn}");

    let sentence = describe(series, lang);
    assert!(!series.headline.is_empty() && sentence.starts_with(&series.headline), "{name}: {sentence}");
    for point in &series.points {
        let spoken = mark_text(series, point, lang);
        let number = point.value.map(|value| series.unit.shown(lang, value));
        assert!(
            spoken.contains(&point.label) && number.is_none_or(|number| spoken.contains(&number)),
            "{name}: {spoken}"
        );
    }
}

#[test]
fn every_series_in_every_language() {
    for lang in Lang::ALL {
        all(lang).iter().for_each(|series| check(series, lang));
    }
}

#[test]
fn broken_markup_is_seen() {
    for bad in ["", "<svg><g></svg>", "<svg><text>a & b</text></svg>", "<svg a=\"1></svg>", "<svg></svg><svg>"] {
        assert!(!is_well_formed(bad), "{bad}");
    }
    assert!(is_well_formed("<svg a=\"1\">\n<rect x=\"2\"/>\n<text>\na &amp; b</text></svg>"));
}

#[test]
fn scopes_are_never_joined() {
    for series in all(Lang::En).iter().filter(|series| series.id.starts_with("money-")) {
        let scope = series.scope.map(|scope| scope.word()).expect("an amount belongs to somebody");
        assert!(series.id.contains(scope), "{}", series.id);
    }
}
