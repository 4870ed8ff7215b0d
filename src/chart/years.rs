use super::{Anchor, Label, SMALL, Scale, Scene, Tone, measure};
use crate::locale::Lang;
use crate::series::Series;

const HEIGHT: f64 = 150.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 24.0;
/// Space between the last year and what is undated.
const APART: f64 = 18.0;

/// Columns in time order. Years without records are empty places, so that gaps show; what is
/// undated stands apart at the end.
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let year_of = |i: usize| series.points.get(i).and_then(|point| point.at).map(|(start, _)| start);
    let dated: Vec<usize> = (0..series.points.len()).filter(|&i| year_of(i).is_some()).collect();
    let undated = (0..series.points.len()).find(|&i| year_of(i).is_none());
    let first = dated.iter().filter_map(|&i| year_of(i)).fold(f64::MAX, f64::min);
    let last = dated.iter().filter_map(|&i| year_of(i)).fold(f64::MIN, f64::max);
    let places = if dated.is_empty() { 0.0 } else { last - first + 1.0 };

    let undated_name = undated.and_then(|i| series.points.get(i)).map(|point| point.label.as_str());
    let undated_width = undated_name.map_or(0.0, |name| measure::width(name, SMALL, false) + APART);
    let band = if places > 0.0 { ((width - undated_width) / places).min(84.0) } else { 0.0 };
    let high = series.points.iter().filter_map(|p| p.value).fold(1.0, f64::max);
    let base = TOP + HEIGHT;
    let scale = Scale::new((0.0, high), (base, TOP));

    let mut scene = Scene::new(width, base + BOTTOM);
    let column = |scene: &mut Scene, i: usize, left: f64, band: f64| {
        let Some(point) = series.points.get(i) else { return };
        let value = point.value.unwrap_or_default();
        let body = (band * 0.72).min(48.0);
        let middle = left + band / 2.0;
        let top = scale.at(value);
        let tone = if point.chosen { Tone::Accent } else { Tone::Rule };
        scene.rect(middle - body / 2.0, top, body, base - top, tone);
        let text = series.unit.shown(lang, value);
        if measure::width(&text, SMALL, true) <= band - 1.0 {
            let tone = if point.chosen { Tone::Ink } else { Tone::Soft };
            scene.label(Label::new(middle, top - 9.0, text, SMALL, Anchor::Middle, tone).bold());
        }
        scene.hit(i, left, 0.0, band, base + BOTTOM);
    };
    for &i in &dated {
        column(&mut scene, i, (year_of(i).unwrap_or(first) - first) * band, band);
    }
    if let (Some(i), Some(name)) = (undated, undated_name) {
        let left = places * band + APART;
        let band = measure::width(name, SMALL, false);
        column(&mut scene, i, left, band);
        scene.label(Label::new(left + band / 2.0, base + 14.0, name, SMALL, Anchor::Middle, Tone::Soft));
    }
    year_labels(&mut scene, first, last, band, base);
    scene.line((0.0, base), (places * band, base), 1.0, Tone::Soft);
    scene
}

/// As many years as there is room for, counted from the last.
fn year_labels(scene: &mut Scene, first: f64, last: f64, band: f64, base: f64) {
    let room = measure::width("2000", SMALL, false) + 6.0;
    let every = [1.0, 2.0, 5.0, 10.0, 20.0].into_iter().find(|step| step * band >= room).unwrap_or(50.0);
    let mut year = last;
    while year >= first && band > 0.0 {
        let shown = every == 1.0 || year % every == 0.0;
        let middle = (year - first + 0.5) * band;
        let inside = middle >= room / 2.0 && middle <= scene.width - room / 2.0;
        if shown && (inside || every == 1.0) {
            scene.label(Label::new(middle, base + 14.0, format!("{year:.0}"), SMALL, Anchor::Middle, Tone::Soft));
        }
        year -= 1.0;
    }
}
