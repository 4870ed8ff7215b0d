//! Small multiples: a frame a group, all on the same scales, so that they can be compared.

use super::axis;
use super::history::{Dated, courses, dated};
use crate::chart::{Anchor, Label, Mark, SMALL, Scale, Scene, TEXT, Tone, measure};
use crate::locale::Lang;
use crate::series::{Role, Series};

const LEAST_WIDTH: f64 = 140.0;
const GAP: f64 = 22.0;
const LINE: f64 = 16.0;
const BODY: f64 = 80.0;
/// Between a name and its frame: a number above the highest point has room there.
const HEAD: f64 = 22.0;
/// The lines of more groups than this are not drawn behind each other: they would be a grey area.
const MOST_BEHIND: usize = 12;
/// How much nearer a number below its line must be than above it, and what is too far from its point.
const NEARER: f64 = 10.0;
const FAR: f64 = 30.0;
/// Lines of more points than this go without dots.
const DOTTED: usize = 8;

/// Columns of years, a frame a group.
#[inline(never)]
pub(super) fn of_years(series: &Series, width: f64, lang: Lang) -> Scene {
    let (low, high) = (values(series).fold(0.0, f64::min), values(series).fold(1.0, f64::max));
    panels(series, width, (low, high), &|scene, panel, x, y| {
        let numbers: Vec<_> = panel.points.iter().map(|point| (point.3, series.unit.shown(lang, point.3))).collect();
        let written = axis::written(&numbers, x.at(1.0) - x.at(0.0) - 4.0);
        for ((i, point, at, value), (written, (_, shown))) in panel.points.iter().zip(written.iter().zip(&numbers)) {
            let (left, right) = (x.at(at.floor()), x.at(at.floor() + 1.0));
            let body = ((right - left) * 0.76).min(34.0);
            let (middle, top) = ((left + right) / 2.0, y.at(*value));
            let tone = if point.chosen { panel.tone } else { Tone::Rule };
            scene.bar((middle - body / 2.0, top), (body, y.at(0.0) - top), tone);
            if *written {
                scene.label(Label::new(middle, top - 8.0, shown.as_str(), SMALL, Anchor::Middle, Tone::Ink).bold());
            }
            scene.hit(*i, left, panel.top, right - left, BODY);
        }
    })
}

/// Lines over years, a frame a group; the lines of the others stand behind in grey.
#[inline(never)]
pub(super) fn of_lines(series: &Series, width: f64, lang: Lang) -> Scene {
    let (low, high) = (values(series).fold(0.0, f64::min), values(series).fold(f64::MIN_POSITIVE, f64::max));
    let domain = (low, high);
    let all: Vec<Vec<Dated>> = (0..series.groups.len()).map(|group| of_group(series, group)).collect();
    let behind = if all.len() <= MOST_BEHIND { all.as_slice() } else { &[] };
    panels(series, width, domain, &|scene, panel, x, y| {
        behind.iter().for_each(|other| courses(scene, series, other, (x, y), 1.0, Tone::Rule));
        courses(scene, series, &panel.points, (x, y), 2.0, panel.tone);
        for (i, point, at, value) in &panel.points {
            if panel.points.len() <= DOTTED || point.role != Role::Actual {
                scene.dot(x.at(*at), y.at(*value), 2.5, panel.tone, point.role != Role::Actual);
            }
            scene.hit(*i, x.at(*at) - 6.0, panel.top, 12.0, y.at(domain.0) - panel.top);
        }
        // The first and the last number, each on the side of its line that is free.
        let mut ends: Vec<_> = panel.points.first().into_iter().chain(panel.points.last()).collect();
        ends.dedup_by_key(|(i, _, _, _)| *i);
        for (_, point, at, value) in ends {
            let shown = series.unit.bounded(lang, *value, point.bound);
            let half = measure::width(&shown, SMALL, true) / 2.0;
            let middle = x.at(*at).clamp(panel.left + half, (panel.left + panel.width - half).max(panel.left + half));
            // Above all points of the line over which the text reaches, or below them where that is much nearer to
            // its own; a number that stands by another point would be taken for that one's.
            let along = panel.points.iter().filter(|p| (x.at(p.2) - middle).abs() <= half + 2.0).map(|p| y.at(p.3));
            let (highest, lowest) = along.fold((f64::MAX, f64::MIN), |(high, low), y| (high.min(y), low.max(y)));
            let (own, above, below) = (y.at(*value), highest - 11.0, lowest + 11.0);
            let fits = below <= y.at(domain.0) - 6.5;
            let place = if fits && below - own + NEARER < own - above { below } else { above };
            if (place - own).abs() > FAR {
                continue;
            }
            let label = Label::new(middle, place, shown, SMALL, Anchor::Middle, Tone::Ink).bold();
            let (l, t, r, b) = label.bounds();
            // Labels of other frames are not in the way.
            let own = scene.marks[panel.first_mark..].iter().filter_map(Mark::label);
            if own.map(Label::bounds).all(|(l2, t2, r2, b2)| r + 3.0 <= l2 || r2 + 3.0 <= l || b <= t2 || b2 <= t) {
                scene.label(label);
            }
        }
    })
}

/// One frame: where it is and what is in it.
struct Panel<'a> {
    left: f64,
    width: f64,
    /// Where its marks begin, below its name.
    top: f64,
    tone: Tone,
    points: Vec<Dated<'a>>,
    /// The first of its marks in the scene.
    first_mark: usize,
}

/// Lays frames out in rows, writes their names and draws their axes; `draw` is given each frame with its two
/// scales, and draws what is in it.
fn panels(series: &Series, width: f64, domain: (f64, f64), draw: &dyn Fn(&mut Scene, &Panel, &Scale, &Scale)) -> Scene {
    let mut scene = Scene::new(width, 0.0);
    let dated: Vec<f64> = (0..series.groups.len()).flat_map(|group| of_group(series, group)).map(|p| p.2).collect();
    if dated.is_empty() {
        return scene;
    }
    let first = dated.iter().copied().fold(f64::MAX, f64::min).floor();
    let end = dated.iter().copied().fold(f64::MIN, f64::max).floor() + 1.0;
    let all = series.groups.len() as f64;
    let most = ((width + GAP) / (LEAST_WIDTH + GAP)).floor().clamp(1.0, all);
    // As many rows as it takes, and in each as many as there are in the others.
    let across = (all / (all / most).ceil()).ceil();
    let each = (width + GAP) / across - GAP;
    let names: Vec<Vec<String>> =
        series.groups.iter().map(|group| measure::wrap_to(&group.name, TEXT, true, each, 3)).collect();
    let mut y = 0.0;
    for row in (0..series.groups.len()).collect::<Vec<_>>().chunks(across as usize) {
        let head = row.iter().map(|&group| names[group].len()).max().unwrap_or(1) as f64 * LINE;
        let (top, base) = (y + head + HEAD, y + head + HEAD + BODY);
        for (at, &group) in row.iter().enumerate() {
            let left = at as f64 * (each + GAP);
            let label = |line: &str, y: f64| Label::new(left, y, line, TEXT, Anchor::Start, Tone::Ink).bold();
            let first_mark = scene.marks.len();
            scene.lines(&names[group], y, LINE, label);
            let tone = series.groups[group].hue.map_or(Tone::Accent, Tone::Direction);
            let panel = Panel { left, width: each, top, tone, points: of_group(series, group), first_mark };
            let (x, scale) = (Scale::new((first, end), (left, left + each)), Scale::new(domain, (base, top)));
            scene.line((left, base), (left + each, base), 1.0, Tone::Soft);
            ends(&mut scene, &x, (first, end), base);
            draw(&mut scene, &panel, &x, &scale);
        }
        y = base + 34.0;
    }
    scene.height = y - 10.0;
    scene
}

/// The first and the last year below a frame.
fn ends(scene: &mut Scene, x: &Scale, (first, end): (f64, f64), base: f64) {
    let label = |at: f64, year: f64, anchor: Anchor| {
        Label::new(at, base + 14.0, (year as i32).to_string(), SMALL, anchor, Tone::Soft)
    };
    if end - first > 1.0 {
        scene.label(label(x.at(first), first, Anchor::Start));
        scene.label(label(x.at(end), end - 1.0, Anchor::End));
    } else {
        scene.label(label((x.at(first) + x.at(end)) / 2.0, first, Anchor::Middle));
    }
}

/// The dated points of a group that have a number.
fn of_group(series: &Series, group: usize) -> Vec<Dated<'_>> {
    dated(series).filter(|(_, point, _, _)| point.group == group).collect()
}

fn values(series: &Series) -> impl Iterator<Item = f64> + '_ {
    series.points.iter().filter(|point| point.at.is_some()).filter_map(|point| point.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::{Form, Group, Point, Unit};

    /// How far the label of the last of these numbers, one a year, stands from its point: above or below; none where
    /// only the first has a label.
    fn check(numbers: &[f64], expected: Option<f64>) {
        let point = |(year, number): (i32, &f64)| Point {
            at: Some((f64::from(year), f64::from(year) + 1.0)),
            ..Point::plain(year.to_string(), year.to_string(), Role::Actual, Some(*number))
        };
        let series = Series {
            groups: vec![Group::default()],
            points: (2010..).zip(numbers).map(point).collect(),
            ..Series::new("test", Form::History, Unit::default())
        };
        let scene = of_lines(&series, 300.0, Lang::En);
        let labels: Vec<&Label> = scene.marks.iter().filter_map(Mark::label).filter(|label| label.bold).collect();
        let last = labels.get(1);
        let highest = numbers.iter().copied().fold(1.0, f64::max);
        let own = HEAD + BODY * (1.0 - numbers.last().expect("there are numbers") / highest);
        assert_eq!(last.map(|last| (last.y - own).round()), expected, "{numbers:?}");
    }

    #[test]
    fn a_number_stands_by_its_point() {
        check(&[5e3; 12], Some(-11.0));
        // A spike beside it would take the number up, as if it were the spike's.
        check(&[5e3, 5e3, 5e3, 5e3, 5e3, 5e3, 5e3, 5e3, 5e3, 5e3, 9e3, 5e3], Some(11.0));
        // Below is the axis.
        check(&[1e4, 1e4, 1e4, 1e4, 1e4, 1e4, 1e4, 1e4, 1e4, 1e4, 2e4, 1e3], None);
    }
}
