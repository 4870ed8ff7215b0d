use super::axis;
use crate::chart::{Anchor, Label, Mark, SMALL, Scale, Scene, Tone, measure, stack, ticks};
use crate::locale::Lang;
use crate::series::{Point, Role, Series};
use crate::snapshot::is_as_long;

const HEIGHT: f64 = 190.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 26.0;
/// A line that is alone and has at most this many points has all of them labelled.
const LABELLED: usize = 8;

/// A point with a time and a number: its position in the series, itself, the middle of its time in years, its
/// number.
pub(super) type Dated<'a> = (usize, &'a Point, f64, f64);

/// The points that have a time and a number.
pub(super) fn dated(series: &Series) -> impl Iterator<Item = Dated<'_>> {
    let middle = |point: &Point| point.at.map(|(start, end)| (start + end) / 2.0);
    let all = series.points.iter().enumerate();
    all.filter_map(move |(place, point)| Some((place, point, middle(point)?, point.value?)))
}

/// Lines over years, the first in colour and the others behind it in grey, each named at its end.
/// A line joins only points of one area and part, and not all of them (see [`is_course`]).
#[inline(never)]
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let points: Vec<Dated> = dated(series).collect();
    if points.is_empty() {
        return Scene::new(width, 0.0);
    }
    let many = series.groups.len() > 1;
    let names = if many {
        series.groups.iter().map(|group| measure::width(&group.name, SMALL, true)).fold(0.0, f64::max)
    } else {
        0.0
    };
    let names = names.min(width * 0.32) + if many { 12.0 } else { 0.0 };
    let low = points.iter().map(|p| p.3).fold(0.0, f64::min);
    let high = points.iter().map(|p| p.3).fold(f64::MIN_POSITIVE, f64::max);
    let steps = ticks(low, high, 3);
    let axis =
        steps.iter().map(|&t| measure::width(&series.unit.tick(lang, t), SMALL, false)).fold(0.0, f64::max) + 8.0;
    let (left, right, base) = (axis, width - names - 10.0, TOP + HEIGHT);
    let y = Scale::new((steps.first().copied().unwrap_or(0.0), steps.last().copied().unwrap_or(1.0)), (base, TOP));
    let first = points.iter().map(|p| p.2).fold(f64::MAX, f64::min).floor();
    let last = points.iter().map(|p| p.2).fold(f64::MIN, f64::max).floor() + 1.0;
    let x = Scale::new((first, last), (left + 4.0, right));

    let mut scene = Scene::new(width, base + BOTTOM);
    if let Some((start, end)) = series.window {
        let (from, to) = (x.at(start.max(first)), x.at(end.min(last)));
        if to > from {
            scene.rect(from, TOP, to - from, HEIGHT, Tone::Wash);
            let name = lang.project_years();
            let room = measure::width(name, SMALL, false) + 8.0;
            if room <= to - from {
                // Below the lines, where none of their points is; else above or between them.
                let is_free = |&(left, middle, high): &(f64, f64, f64)| {
                    let meets = |(_, _, at, value): &Dated| {
                        (y.at(*value) - middle).abs() < high && (left - 8.0..=left + room).contains(&x.at(*at))
                    };
                    !points.iter().any(meets)
                };
                let heights = [(base - 9.0, 19.0), (TOP + 7.0, 10.0), ((TOP + base) / 2.0, 12.0)];
                let mut places =
                    heights.iter().flat_map(|&(middle, high)| [from, to - room].map(|left| (left, middle, high)));
                if let Some((left, middle, _)) = places.find(is_free) {
                    scene.label(Label::new(left + 5.0, middle, name, SMALL, Anchor::Start, Tone::Soft));
                }
            }
        }
    }
    for &step in &steps {
        scene.line((left, y.at(step)), (right, y.at(step)), 1.0, if step == 0.0 { Tone::Soft } else { Tone::Rule });
        scene.label(Label::new(left - 6.0, y.at(step), series.unit.tick(lang, step), SMALL, Anchor::End, Tone::Soft));
    }
    axis::turns(&mut scene, &x, (first, last), base);
    axis::years(&mut scene, &x, (first, last), base, right + 8.0);
    for group in (0..series.groups.len()).rev() {
        line(&mut scene, series, &points, group, &x, &y);
    }
    if many {
        line_names(&mut scene, series, &points, &y, right + 10.0, names - 12.0);
    } else if points.len() <= LABELLED {
        value_labels(&mut scene, series, &points, (&x, &y), left, lang);
    }
    for (i, _, at, value) in &points {
        scene.hit(*i, x.at(*at) - 8.0, y.at(*value) - 8.0, 16.0, 16.0);
    }
    scene
}

fn line(scene: &mut Scene, series: &Series, points: &[Dated], group: usize, x: &Scale, y: &Scale) {
    let own: Vec<_> = points.iter().filter(|(_, p, _, _)| p.group == group).copied().collect();
    let tone = if group == 0 { Tone::Accent } else { Tone::Muted };
    let width = if group == 0 { 2.5 } else { 1.5 };
    courses(scene, series, &own, (x, y), width, tone);
    let radius = if own.len() > LABELLED || series.groups.len() > 1 { 2.5 } else { 5.0 };
    for (_, point, at, value) in own {
        let hollow = point.role != Role::Actual;
        scene.dot(x.at(at), y.at(value), if hollow { 5.0 } else { radius }, tone, hollow);
    }
}

/// Draws the lines of one group, through its actual values in the order of time.
pub(super) fn courses(
    scene: &mut Scene,
    series: &Series,
    own: &[Dated],
    (x, y): (&Scale, &Scale),
    width: f64,
    tone: Tone,
) {
    let stated: Vec<&Dated> = own.iter().filter(|(_, point, _, _)| point.role == Role::Actual).collect();
    let joined = |a: &&Dated, b: &&Dated| a.1.at.zip(b.1.at).is_some_and(|(a, b)| is_course(a, b, series.per_period));
    for course in stated.chunk_by(joined).filter(|course| course.len() > 1) {
        let points = course.iter().map(|(_, _, at, value)| (x.at(*at), y.at(*value))).collect();
        scene.marks.push(Mark::Line { points, width, tone, dashed: false });
    }
}

/// Whether a line joins the numbers of two times, of which the second is later. Numbers of overlapping times
/// are not joined: those are sources that disagree. Where each number is of its own period, the periods must
/// also be of one length, and at most a year apart.
fn is_course((from, to): (f64, f64), (start, end): (f64, f64), per_period: bool) -> bool {
    let between = start - to;
    between >= -1e-9 && (!per_period || is_as_long((from, to), (start, end)) && between <= 1.01)
}

/// Names at the ends of the lines, moved apart where lines end close together.
#[inline(never)]
fn line_names(scene: &mut Scene, series: &Series, points: &[Dated], y: &Scale, left: f64, room: f64) {
    const LINE: f64 = 15.0;
    let end = |group: usize| points.iter().rfind(|(_, p, _, _)| p.group == group).map(|p| y.at(p.3));
    let ends: Vec<(usize, f64, Vec<String>)> = (0..series.groups.len())
        .filter_map(|g| Some((g, end(g)?, measure::wrap_to(&series.groups[g].name, SMALL, g == 0, room, 2))))
        .collect();
    let tallest = ends.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(1) as f64 * LINE;
    let places =
        stack::spread(&ends.iter().map(|e| e.1).collect::<Vec<_>>(), tallest, 8.0, scene.height - tallest / 2.0);
    for ((group, _, lines), at) in ends.into_iter().zip(places) {
        for (n, text) in lines.iter().enumerate() {
            let y = at + (n as f64 - (lines.len() as f64 - 1.0) / 2.0) * LINE;
            let label = Label::new(
                left,
                y,
                text.clone(),
                SMALL,
                Anchor::Start,
                if group == 0 { Tone::Accent } else { Tone::Soft },
            );
            scene.label(if group == 0 { label.bold() } else { label });
        }
    }
}

/// The numbers beside their points, off the line where there is room; one that would touch another label
/// is left to the table.
fn value_labels(scene: &mut Scene, series: &Series, points: &[Dated], (x, y): (&Scale, &Scale), left: f64, lang: Lang) {
    /// Beside a number of the axis, another number would read as a part of it.
    const INSIDE: f64 = 6.0;
    let left = left + INSIDE;
    let mut set: Vec<Bounds> = scene.labels().map(Label::bounds).collect();
    let path: Vec<(f64, f64)> = points.iter().map(|(_, _, at, value)| (x.at(*at), y.at(*value))).collect();
    for ((_, point, _, value), (px, py)) in points.iter().zip(&path) {
        let text = series.unit.bounded(lang, *value, point.bound);
        let half = measure::width(&text, SMALL, true) / 2.0;
        let side = half + 9.0;
        let places = [(0.0, -13.0), (0.0, 14.0), (-side, -7.0), (side, -7.0), (-side, 8.0), (side, 8.0)];
        let labels = places.map(|(dx, dy)| {
            let middle = (px + dx).clamp(left + half, (scene.width - half).max(left + half));
            Label::new(middle, py + dy, text.as_str(), SMALL, Anchor::Middle, Tone::Ink).bold()
        });
        let free: Vec<&Label> = labels.iter().filter(|label| is_free(label.bounds(), &set)).collect();
        let clear = free.iter().find(|label| !is_crossed(label.bounds(), &path));
        if let Some(label) = clear.or(free.first()) {
            set.push(label.bounds());
            scene.label((*label).clone());
        }
    }
}

/// Left, top, right, bottom.
type Bounds = (f64, f64, f64, f64);

fn is_free((l, t, r, b): Bounds, set: &[Bounds]) -> bool {
    set.iter().all(|&(l2, t2, r2, b2)| r + 4.0 <= l2 || r2 + 4.0 <= l || b <= t2 || b2 <= t)
}

/// Whether a line goes through a box. It is looked at in steps shorter than the height of any text.
fn is_crossed((l, t, r, b): Bounds, path: &[(f64, f64)]) -> bool {
    path.windows(2).any(|ends| {
        let [(x0, y0), (x1, y1)] = [ends[0], ends[1]];
        let steps = ((x1 - x0).hypot(y1 - y0) / 6.0).ceil().clamp(1.0, 500.0);
        (0..=steps as usize).map(|n| n as f64 / steps).any(|part| {
            let (x, y) = (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
            x >= l && x <= r && y >= t && y <= b
        })
    })
}
