use super::names::{BAR, GAP, Names};
use crate::chart::{Anchor, Label, Scale, Scene, TEXT, Tone, measure};
use crate::locale::Lang;
use crate::series::{Point, Series};

/// Bars across from a common zero, each with its name and its number.
#[inline(never)]
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let names = Names::of(series.points.iter().map(|point| point.label.as_str()), width);
    let shown = |point: &Point| point.value.map(|v| series.unit.bounded(lang, v, point.bound)).unwrap_or_default();
    let numbers = series.points.iter().map(|p| measure::width(&shown(p), TEXT, true)).fold(0.0, f64::max) + 10.0;
    let values = || series.points.iter().filter_map(|point| point.value);
    let (low, high) = (values().fold(0.0, f64::min), values().chain(series.top).fold(0.0, f64::max));
    let scale = Scale::new((low, high), (names.start + 1.0, (width - numbers).max(names.start + 20.0)));
    let zero = scale.at(0.0);

    let mut scene = Scene::new(width, 0.0);
    let mut y = 2.0;
    for (i, point) in series.points.iter().enumerate() {
        let tone = if point.chosen { Tone::Ink } else { Tone::Soft };
        let (bar_top, height) = names.write(&mut scene, &point.label, y, tone);
        let end = scale.at(point.value.unwrap_or_default());
        scene.bar((zero.min(end), bar_top), ((end - zero).abs(), BAR), bar_tone(point));
        if names.narrow {
            scene.line((zero, bar_top - 2.0), (zero, bar_top + BAR + 2.0), 1.0, Tone::Soft);
        }
        let number = Label::new(end.max(zero) + 7.0, bar_top + BAR / 2.0, shown(point), TEXT, Anchor::Start, tone);
        scene.label(if point.chosen { number.bold() } else { number });
        scene.hit(i, 0.0, y, width, height);
        y += height + GAP;
    }
    scene.height = y - GAP + 4.0;
    if !names.narrow {
        scene.line((zero, 0.0), (zero, scene.height), 1.0, Tone::Soft);
    }
    scene
}

fn bar_tone(point: &Point) -> Tone {
    match (point.hue, point.chosen) {
        (_, false) => Tone::Rule,
        (Some(hue), true) => Tone::Direction(hue),
        (None, true) => Tone::Accent,
    }
}
