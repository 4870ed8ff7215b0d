use super::{Anchor, Label, Scale, Scene, TEXT, Tone, measure};
use crate::locale::Lang;
use crate::series::{Point, Series};

/// Below this width names stand above their bars instead of beside them.
const NARROW: f64 = 460.0;
const BAR: f64 = 18.0;
const LINE: f64 = 17.0;
const GAP: f64 = 10.0;

/// Bars across from a common zero, each with its name and its number.
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let narrow = width < NARROW;
    let names = if narrow { width } else { name_column(series, width) };
    let shown = |point: &Point| point.value.map(|v| series.unit.bounded(lang, v, point.bound)).unwrap_or_default();
    let numbers = series.points.iter().map(|p| measure::width(&shown(p), TEXT, true)).fold(0.0, f64::max) + 10.0;
    let start = if narrow { 0.0 } else { names + 12.0 };
    let low = series.points.iter().filter_map(|p| p.value).fold(0.0, f64::min);
    let high = series.points.iter().filter_map(|p| p.value).fold(0.0, f64::max);
    let scale = Scale::new((low, high), (start + 1.0, (width - numbers).max(start + 20.0)));
    let zero = scale.at(0.0);

    let mut scene = Scene::new(width, 0.0);
    let mut y = 2.0;
    for (i, point) in series.points.iter().enumerate() {
        let lines = measure::wrap_to(&point.label, TEXT, false, names, 3);
        let block = lines.len() as f64 * LINE;
        let (text_top, bar_top, height) = if narrow {
            (y, y + block + 3.0, block + 3.0 + BAR)
        } else {
            let height = block.max(BAR);
            (y + (height - block) / 2.0, y + (height - BAR) / 2.0, height)
        };
        let tone = if point.chosen { Tone::Ink } else { Tone::Soft };
        for (at, line) in lines.into_iter().enumerate() {
            let (x, anchor) = if narrow { (0.0, Anchor::Start) } else { (names, Anchor::End) };
            scene.label(Label::new(x, text_top + (at as f64 + 0.5) * LINE, line, TEXT, anchor, tone));
        }
        let value = point.value.unwrap_or_default();
        let end = scale.at(value);
        scene.rect(zero.min(end), bar_top, (end - zero).abs(), BAR, bar_tone(point));
        if narrow {
            scene.line((zero, bar_top - 2.0), (zero, bar_top + BAR + 2.0), 1.0, Tone::Soft);
        }
        let number = Label::new(end.max(zero) + 7.0, bar_top + BAR / 2.0, shown(point), TEXT, Anchor::Start, tone);
        scene.label(if point.chosen { number.bold() } else { number });
        scene.hit(i, 0.0, y, width, height);
        y += height + GAP;
    }
    scene.height = y - GAP + 4.0;
    if !narrow {
        scene.line((zero, 0.0), (zero, scene.height), 1.0, Tone::Soft);
    }
    scene
}

fn bar_tone(point: &Point) -> Tone {
    match (&point.direction, point.chosen) {
        (_, false) => Tone::Rule,
        (Some(direction), true) => Tone::of_direction(direction),
        (None, true) => Tone::Accent,
    }
}

/// As wide as the widest name, but no more than two fifths of the chart.
fn name_column(series: &Series, width: f64) -> f64 {
    let widest = series.points.iter().map(|point| measure::width(&point.label, TEXT, false)).fold(0.0, f64::max);
    (widest * 1.02 + 2.0).min(width * 0.4)
}
