use super::axis;
use crate::chart::{Anchor, Label, SMALL, Scale, Scene, Tone, measure};
use crate::locale::Lang;
use crate::series::Series;

const HEIGHT: f64 = 150.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 24.0;
/// Space between the last year and what is undated.
const APART: f64 = 18.0;

/// Columns in time order. Years without records are empty places, so that gaps show; what is
/// undated stands apart at the end.
#[inline(never)]
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
    let low = series.points.iter().filter_map(|p| p.value).fold(0.0, f64::min);
    let scale = Scale::new((low, high), (base, TOP));
    let zero = scale.at(0.0);

    let mut scene = Scene::new(width, base + BOTTOM);
    let numbers = axis::numbers(series, lang);
    let written = axis::written(&numbers, if band > 0.0 { band - 1.0 } else { width });
    let column = |scene: &mut Scene, i: usize, left: f64, band: f64| {
        let Some(point) = series.points.get(i) else { return };
        let value = point.value.unwrap_or_default();
        let body = (band * 0.72).min(48.0);
        let middle = left + band / 2.0;
        let top = scale.at(value);
        let tone = if point.chosen { Tone::Accent } else { Tone::Rule };
        scene.bar((middle - body / 2.0, top), (body, zero - top), tone);
        if written[i] {
            let tone = if point.chosen { Tone::Ink } else { Tone::Soft };
            axis::number(scene, (middle, top.min(zero)), &numbers[i].1, tone);
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
    if places > 0.0 {
        let x = Scale::new((first, last + 1.0), (0.0, places * band));
        // The axis ends before what is undated, so that their names do not meet.
        let right = if undated.is_some() { places * band } else { width };
        axis::years(&mut scene, &x, (first, last + 1.0), base, right);
    }
    scene.line((0.0, zero), (places * band, zero), 1.0, Tone::Soft);
    scene
}
