//! Years below a chart, and the numbers above its columns.

use crate::chart::{Anchor, Label, SMALL, Scale, Scene, Tone, measure};
use crate::locale::Lang;
use crate::series::{Point, Series};

/// Steps in which years are named, the finest that has room first.
const STEPS: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

/// Writes each year of `first..end` below its middle, if it fits left of `right`; `base` is the axis' y.
pub(super) fn years(scene: &mut Scene, x: &Scale, (first, end): (f64, f64), base: f64, right: f64) {
    let half = measure::width("2000", SMALL, false) / 2.0;
    let year_width = x.at(first + 1.0) - x.at(first);
    let every = STEPS.into_iter().find(|step| step * year_width >= 2.0 * half + 8.0).unwrap_or(100.0);
    let start = (first / every).ceil() * every;
    // Years of four digits are at most ten thousand.
    let named = (0..10_000).map(|n| start + f64::from(n) * every).take_while(|year| *year < end);
    for year in named {
        let middle = x.at(year + 0.5);
        if middle >= half - 8.0 && middle + half <= right + 8.0 {
            let at = middle.clamp(half, (right - half).max(half));
            scene.label(Label::new(at, base + 14.0, (year as i32).to_string(), SMALL, Anchor::Middle, Tone::Soft));
        }
    }
}

/// Marks where years begin and end, unless that is too close: a year's name stands between two marks.
pub(super) fn turns(scene: &mut Scene, x: &Scale, (first, end): (f64, f64), base: f64) {
    /// Pixels between two marks at least.
    const APART: f64 = 5.0;
    if x.at(first + 1.0) - x.at(first) < APART {
        return;
    }
    for n in 0..=(end - first) as u32 {
        let at = x.at(first + f64::from(n));
        scene.line((at, base), (at, base + 4.0), 1.0, Tone::Soft);
    }
}

/// The numbers above columns, and how they are written.
pub(super) fn numbers(series: &Series, lang: Lang) -> Vec<(f64, String)> {
    let number = |point: &Point| {
        let value = point.value.unwrap_or_default();
        (value, series.unit.shown(lang, value))
    };
    series.points.iter().map(number).collect()
}

/// Which of the numbers above columns are written: all where each fits into `room` pixels, else only the largest.
pub(super) fn written(numbers: &[(f64, String)], room: f64) -> Vec<bool> {
    let all = numbers.iter().all(|(_, shown)| measure::width(shown, SMALL, true) <= room);
    let most = (0..numbers.len()).rev().max_by(|&a, &b| numbers[a].0.total_cmp(&numbers[b].0));
    (0..numbers.len()).map(|n| all || Some(n) == most).collect()
}

/// Writes a number above the middle of its column's top, within the picture.
pub(super) fn number(scene: &mut Scene, (middle, top): (f64, f64), shown: &str, tone: Tone) {
    let half = measure::width(shown, SMALL, true) / 2.0;
    let middle = middle.clamp(half, (scene.width - half).max(half));
    scene.label(Label::new(middle, top - 9.0, shown, SMALL, Anchor::Middle, tone).bold());
}
