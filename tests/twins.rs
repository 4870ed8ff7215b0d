//! A chart, its SVG file, its table, its CSV and its sentence are made from one series and say the same.

use bagyt::chart::{Brush, Palette, Scene, Theme, Tone, describe, layout, mark_text, paint, svg};
use bagyt::locale::Lang;
use bagyt::query::{Columns, Facet, Filters, Selection};
use bagyt::series::{
    Form, Point, Role, Row, Series, change, changes, counts, coverage, crossed, csv, currencies, history, money, sizes,
    table, timeline,
};
use bagyt::snapshot::{Scope, Snapshot, Status, read};
use plotters::drawing::IntoDrawingArea;
use plotters_backend::{BackendColor, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use proptest::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// What a chart would write on a canvas: the same calls of the drawing backend, kept as text.
#[derive(Default)]
struct Recorder {
    texts: Rc<RefCell<Vec<String>>>,
}

impl DrawingBackend for Recorder {
    type ErrorType = std::convert::Infallible;

    fn get_size(&self) -> (u32, u32) {
        (4000, 4000)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }

    fn draw_pixel(&mut self, _: (i32, i32), _: BackendColor) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        _: &T,
        _: (i32, i32),
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.texts.borrow_mut().push(text.to_owned());
        Ok(())
    }
}

/// The texts of a scene, painted on a backend as the canvas is one.
fn painted(scene: &Scene) -> Vec<String> {
    let recorder = Recorder::default();
    let texts = recorder.texts.clone();
    let brush = Brush { palette: Palette::of(Theme::Light), accent: Tone::Accent, ratio: 2.0, font: 1.0 };
    paint(scene, &recorder.into_drawing_area(), brush).expect("the recorder takes everything");
    texts.take()
}

/// The texts of an SVG file.
fn written(svg: &str) -> Vec<String> {
    let texts = svg.split("<text").skip(1).filter_map(|part| part.split_once('>')?.1.split_once("</text>"));
    texts
        .map(|(text, _)| {
            text.trim()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
        })
        .collect()
}

fn snapshot() -> Snapshot {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/snapshot.json"));
    read(&text.expect("the snapshot is in public/")).0.expect("the published snapshot is not refused")
}

/// Every series over records that some choices give.
fn counted(snapshot: &Snapshot, columns: &Columns, filters: &Filters, lang: Lang) -> Vec<Series> {
    let hits = Selection::of(filters, columns).run(columns);
    let mut all: Vec<Series> = Facet::ALL.map(|facet| counts(facet, snapshot, columns, &hits, lang)).into();
    let pairs = [(Facet::Kind, Facet::Stage), (Facet::Year, Facet::Direction), (Facet::Organisation, Facet::Kind)];
    all.extend(pairs.map(|(facet, by)| crossed(facet, by, snapshot, columns, &hits, lang)));
    all.push(sizes("KZT", columns, &hits, filters, lang));
    all.extend(currencies(columns, &hits).iter().map(|of| money(of, snapshot, columns, &hits, lang)));
    all.push(timeline(snapshot, hits.shown(columns), usize::MAX, lang));
    all
}

/// Every series that the published snapshot gives, in a language.
fn all(lang: Lang) -> Vec<Series> {
    let snapshot = snapshot();
    let mut all: Vec<Series> = snapshot.indicators.iter().map(|indicator| change(indicator, &snapshot, lang)).collect();
    all.extend(snapshot.indicators.iter().map(|indicator| history(indicator, &snapshot, &|_| true, lang)));
    all.push(changes(&snapshot.indicators.iter().collect::<Vec<_>>(), &snapshot, lang));
    all.push(coverage(&snapshot, lang));
    all.extend(counted(&snapshot, &Columns::of(&snapshot), &Filters::from_query("scope=all").0, lang));
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
    let (separator, mark) = if lang == Lang::En { (',', ".") } else { (';', ",") };
    let lines = cells(text.trim_start_matches('\u{feff}'), separator);
    assert!(text.starts_with('\u{feff}') && lines.last() == Some(&vec!["version".into(), "1.0.0".into()]), "{name}");
    assert_eq!(lines.len(), points.len() + 4, "{name}");
    for ((point, row), line) in series.points.iter().zip(&table.rows).zip(&lines[1..]) {
        let value = point.value.map(|value| value.to_string().replace('.', mark)).unwrap_or_default();
        let unit = series.unit_of(point).label.as_str();
        let bare = |cell: &String| cell.trim_start_matches('\'').to_owned();
        // In a file one line alone is named, too.
        let group = series.groups.get(point.group).map_or("", |group| group.name.as_str());
        assert_eq!((bare(&line[0]), bare(&line[1]), &line[2]), (row.label.clone(), group.to_owned(), &value), "{name}");
        assert_eq!(line[4], unit, "{name}");
        let whole = point.whole.map(|whole| whole.to_string()).filter(|_| series.form == Form::Grid);
        assert_eq!(line.get(7), whole.as_ref(), "{name}: what it is a part of");
        ahead(series, point, row, lang);
    }

    let accent = series.hue.map_or(Tone::Accent, Tone::Direction);
    let scene = layout(series, 600.0, lang);
    let drawn = svg(&scene, Theme::Dark, accent);
    assert!(is_well_formed(&drawn), "{name}: {drawn}");
    let nothing_is_dated = series.form == Form::History && series.points.iter().all(|point| point.at.is_none());
    let draws = drawn.contains("<text") && scene.height > 0.0;
    assert_eq!(draws, !series.is_empty() && !nothing_is_dated, "{name}: {drawn}");

    let texts: Vec<String> = scene.labels().map(|label| label.text.clone()).collect();
    assert_eq!(painted(&scene), texts, "{name}: the canvas");
    assert_eq!(written(&drawn), texts, "{name}: the SVG file");
    labelled(series, &scene, &table.rows, lang);

    let sentence = describe(series, lang);
    assert!(!series.headline.is_empty() && sentence.starts_with(&series.headline.to_string()), "{name}: {sentence}");
    for point in &series.points {
        let spoken = mark_text(series, point, lang);
        let number = point.value.map(|value| match series.form {
            Form::Grid => lang.part_of(value, point.whole.unwrap_or_default()),
            _ => series.unit_of(point).shown(lang, value),
        });
        assert!(
            spoken.contains(&point.label) && number.is_none_or(|number| spoken.contains(&number)),
            "{name}: {spoken}"
        );
    }
}

/// What is planned, forecast or a target is never told as if it were a result.
fn ahead(series: &Series, point: &Point, row: &Row, lang: Lang) {
    let words = match point.role {
        Role::Planned => vec![lang.status(Status::Planned), lang.status(Status::Forecast)],
        Role::Target => vec![lang.target()],
        _ => return,
    };
    let says = |text: &str| words.iter().any(|word| text.contains(word));
    let spoken = mark_text(series, point, lang);
    assert!(says(&spoken), "{}: {spoken}", series.id);
    assert!(says(&row.label) || says(&row.note), "{}: {row:?}", series.id);
}

/// The numbers that a chart writes beside its marks are those of its table, in the same form;
/// charts of many points leave some to the table, but write no other.
fn labelled(series: &Series, scene: &Scene, rows: &[Row], lang: Lang) {
    if series.is_empty() {
        return;
    }
    let texts: Vec<&str> = scene.labels().map(|label| label.text.as_str()).collect();
    for (point, row) in series.points.iter().zip(rows) {
        let always =
            matches!(series.form, Form::Change | Form::Grid) || series.form == Form::Bars && series.groups.is_empty();
        if always && point.value.is_some() {
            assert!(
                texts.contains(&row.shown.as_str()),
                "{} {}: no {} in {texts:?}",
                series.id,
                lang.code(),
                row.shown
            );
        }
    }
    if series.form == Form::Bars && series.groups.is_empty() {
        let shown: Vec<&str> = rows.iter().map(|row| row.shown.as_str()).collect();
        let numbers = texts.iter().filter(|text| shown.contains(*text)).count();
        assert!(numbers >= rows.len(), "{} {}: {texts:?}", series.id, lang.code());
    }
}

/// A CSV file's cells after RFC 4180.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.strip_suffix("\r\n").unwrap_or(text).chars().peekable();
    while let Some(letter) = letters.next() {
        let line = lines.last_mut().expect("there is a first line");
        let cell = line.last_mut().expect("there is a first cell");
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            _ if quoted => cell.push(letter),
            '\r' => {}
            '\n' => lines.push(vec![String::new()]),
            _ if letter == separator => line.push(String::new()),
            _ => cell.push(letter),
        }
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// Whatever is chosen, canvas, SVG, table, CSV and sentence say the same.
    #[test]
    fn any_choice(picks in proptest::collection::vec((0..Facet::COUNT, 0usize..40), 0..5), words in "(|а|project|акимат)", lang in 0usize..3) {
        let snapshot = snapshot();
        let columns = Columns::of(&snapshot);
        let mut filters = Filters::everything(&[]);
        for (facet, key) in picks {
            let facet = Facet::ALL[facet];
            let keys = columns.keys(facet);
            filters.toggle(facet, &keys[key % keys.len()]);
        }
        filters.search(&words);
        let lang = Lang::ALL[lang];
        counted(&snapshot, &columns, &filters, lang).iter().for_each(|series| check(series, lang));
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
    let snapshot = snapshot();
    let mut met = Vec::new();
    for series in all(Lang::En).iter().filter(|series| series.id.starts_with("money-")) {
        let scope = series.scope.expect("an amount belongs to somebody");
        for point in &series.points {
            let record = snapshot.records.find(&point.key).expect("an amount is one of a record");
            assert_eq!(record.scope, scope, "{}: {}", series.id, point.key);
        }
        met.push(scope);
    }
    assert!(Scope::ALL.iter().all(|scope| met.contains(scope)), "{met:?}");
}
