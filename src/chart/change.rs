use super::{Anchor, Label, SMALL, Scale, Scene, TEXT, Tone, measure, stack};
use crate::locale::Lang;
use crate::series::{Point, Role, Series};

/// Lines of a period's name at most.
const NAME_LINES: usize = 4;
const LINE: f64 = 16.0;
const RADIUS: f64 = 7.0;

/// From where to where on one line that starts at zero: a grey dot before, a full dot after,
/// hollow dots for what is planned or aimed at, numbers above, times below.
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let points: Vec<(usize, &Point, f64)> =
        series.points.iter().enumerate().filter_map(|(i, p)| p.value.map(|value| (i, p, value))).collect();
    let values = || points.iter().map(|(_, _, value)| *value);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let number = |point: &Point, value: f64| series.unit.bounded(lang, value, point.bound);
    let margin = 12.0;
    let scale = Scale::new((low, high), (margin, width - margin));

    let numbers: Vec<String> = points.iter().map(|(_, point, value)| number(point, *value)).collect();
    let names: Vec<Vec<String>> = points
        .iter()
        .map(|(_, point, _)| measure::wrap_to(&point.label, SMALL, false, (width / 3.2).min(190.0), NAME_LINES))
        .collect();
    let above = place(&points, &scale, width, |i| measure::width(&numbers[i], TEXT, true));
    let below = place(&points, &scale, width, |i| {
        names[i].iter().map(|line| measure::width(line, SMALL, false)).fold(0.0, f64::max)
    });
    let rows_above = 1.0 + above.iter().map(|(_, row)| *row).max().unwrap_or(0) as f64;
    let tallest = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let rows_below = 1.0 + below.iter().map(|(_, row)| *row).max().unwrap_or(0) as f64;
    let axis = rows_above * (LINE + 4.0) + RADIUS + 2.0;
    let mut scene = Scene::new(width, axis + RADIUS + 6.0 + rows_below * (tallest * LINE + 4.0));

    scene.line((margin, axis), (width - margin, axis), 1.0, Tone::Rule);
    scene.line((scale.at(0.0), axis - 6.0), (scale.at(0.0), axis + 6.0), 1.0, Tone::Soft);
    for pair in points.windows(2) {
        if let [(_, from, a), (_, to, b)] = pair {
            let firm = from.role == Role::Baseline && to.role == Role::Actual;
            let ends = vec![(scale.at(*a), axis), (scale.at(*b), axis)];
            let (width, dashed) = if firm { (4.0, false) } else { (2.0, true) };
            scene.marks.push(super::Mark::Line { points: ends, width, tone: Tone::Accent, dashed });
        }
    }
    for (n, (i, point, value)) in points.iter().enumerate() {
        let x = scale.at(*value);
        let (tone, hollow) = match point.role {
            Role::Baseline => (Tone::Muted, false),
            Role::Planned | Role::Target => (Tone::Accent, true),
            _ => (Tone::Accent, false),
        };
        scene.dot(x, axis, RADIUS, tone, hollow);
        let (at, row) = above[n];
        let y = axis - RADIUS - 12.0 - row as f64 * (LINE + 4.0);
        let tone = if point.role == Role::Actual { Tone::Accent } else { Tone::Ink };
        scene.label(Label::new(at, y, numbers[n].clone(), TEXT, Anchor::Middle, tone).bold());
        let (at, row) = below[n];
        let top = axis + RADIUS + 6.0 + row as f64 * (tallest * LINE + 4.0);
        for (line_at, line) in names[n].iter().enumerate() {
            let y = top + (line_at as f64 + 0.5) * LINE;
            scene.label(Label::new(at, y, line.clone(), SMALL, Anchor::Middle, Tone::Soft));
        }
        scene.hit(*i, x - 14.0, axis - 14.0, 28.0, 28.0);
    }
    scene
}

/// The middle and the row of each text: as near to its point as the frame and its neighbours allow.
fn place(
    points: &[(usize, &Point, f64)],
    scale: &Scale,
    width: f64,
    text_width: impl Fn(usize) -> f64,
) -> Vec<(f64, usize)> {
    let middles: Vec<(f64, f64)> = points
        .iter()
        .enumerate()
        .map(|(n, (_, _, value))| {
            let half = text_width(n) / 2.0 * 1.04;
            (scale.at(*value).clamp(half.min(width / 2.0), (width - half).max(width / 2.0)), half)
        })
        .collect();
    let spans: Vec<(f64, f64)> = middles.iter().map(|(middle, half)| (middle - half, middle + half)).collect();
    let rows = stack::rows(&spans, 8.0);
    middles.into_iter().map(|(middle, _)| middle).zip(rows).collect()
}
