use super::axis;
use crate::chart::{Anchor, Label, SMALL, Scale, Scene, Tone, measure};
use crate::locale::Lang;
use crate::query::Span;
use crate::series::{Point, Series};

const HEIGHT: f64 = 150.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 24.0;
/// Space between two columns: little, since their classes touch.
const APART: f64 = 1.0;

/// A histogram: columns side by side, in the order given, with the amounts where classes meet
/// named below, powers of ten first.
#[inline(never)]
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let base = TOP + HEIGHT;
    let mut scene = Scene::new(width, base + BOTTOM);
    let band = width / series.points.len().max(1) as f64;
    let high = series.points.iter().filter_map(|p| p.value).fold(1.0, f64::max);
    let low = series.points.iter().filter_map(|p| p.value).fold(0.0, f64::min);
    let scale = Scale::new((low, high), (base, TOP));
    let zero = scale.at(0.0);
    let numbers = axis::numbers(series, lang);
    let written = axis::written(&numbers, band - APART);
    for (i, point) in series.points.iter().enumerate() {
        let (left, value) = (i as f64 * band, point.value.unwrap_or_default());
        let top = scale.at(value);
        let tone = if point.chosen { Tone::Accent } else { Tone::Rule };
        scene.bar((left + APART / 2.0, top), (band - APART, zero - top), tone);
        if written[i] {
            let tone = if point.chosen { Tone::Ink } else { Tone::Soft };
            axis::number(&mut scene, (left + band / 2.0, top.min(zero)), &numbers[i].1, tone);
        }
        scene.hit(i, left, 0.0, band, base + BOTTOM);
    }
    scene.line((0.0, zero), (width, zero), 1.0, Tone::Soft);
    name_edges(&mut scene, series, band, lang);
    scene
}

/// Names the amounts that classes begin with: all where they have room, else only powers of ten, or every second of
/// these, and so on, so that what is named lies evenly.
fn name_edges(scene: &mut Scene, series: &Series, band: f64, lang: Lang) {
    const AROUND: f64 = 6.0;
    const SPARSEST: usize = 6;
    let begins = |point: &Point| Span::parse(&point.key).and_then(|class| class.least);
    let label = |(i, amount): (usize, u64)| {
        let y = scene.height - BOTTOM + 14.0;
        Label::new(i as f64 * band, y, lang.compact(amount as f64), SMALL, Anchor::Middle, Tone::Soft)
    };
    let half = |label: &Label| measure::width(&label.text, SMALL, false) / 2.0;
    let inside = |label: &Label| label.x >= half(label) && label.x + half(label) <= scene.width;
    let apart = |pair: &[Label]| pair[0].x + half(&pair[0]) + AROUND <= pair[1].x - half(&pair[1]);
    let named = (0..=SPARSEST).map(|step| -> Vec<Label> {
        let edges = series.points.iter().enumerate().filter_map(|(i, point)| Some((i, begins(point)?)));
        edges.filter(|(_, amount)| step == 0 || is_power(*amount, step)).map(label).filter(inside).collect()
    });
    if let Some(named) = { named }.find(|named| named.windows(2).all(apart)) {
        named.into_iter().for_each(|label| scene.label(label));
    }
}

/// Whether it is ten to the power of a multiple of `step`.
fn is_power(amount: u64, step: usize) -> bool {
    amount.checked_ilog10().is_some_and(|zeros| amount == 10_u64.pow(zeros) && (zeros as usize).is_multiple_of(step))
}
