//! Years below a chart.

use crate::chart::{Anchor, Label, SMALL, Scale, Scene, Tone, measure};

/// Steps in which years are named, the finest that has room first.
const STEPS: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

/// Names the years from `first` up to `end` below their middles, as many as have room left of
/// `right`; gives where the named ones are.
pub(super) fn years(scene: &mut Scene, x: &Scale, (first, end): (f64, f64), base: f64, right: f64) -> Vec<f64> {
    let half = measure::width("2000", SMALL, false) / 2.0;
    let year_width = x.at(first + 1.0) - x.at(first);
    let every = STEPS.into_iter().find(|step| step * year_width >= 2.0 * half + 8.0).unwrap_or(100.0);
    let start = (first / every).ceil() * every;
    // Years of four digits are at most ten thousand.
    let named = (0..10_000).map(|n| start + f64::from(n) * every).take_while(|year| *year < end);
    let mut middles = Vec::new();
    for year in named {
        let middle = x.at(year + 0.5);
        if middle >= half - 8.0 && middle + half <= right + 8.0 {
            let at = middle.clamp(half, (right - half).max(half));
            scene.label(Label::new(at, base + 14.0, format!("{year:.0}"), SMALL, Anchor::Middle, Tone::Soft));
            middles.push(middle);
        }
    }
    middles
}
