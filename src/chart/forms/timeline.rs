use super::axis;
use crate::chart::{Anchor, Fill, Label, SMALL, Scale, Scene, TEXT, Tone, measure, stack};
use crate::series::{Point, Series};
use crate::snapshot::Bound;

/// Below this width the calendar runs down instead of across.
const NARROW: f64 = 640.0;
const LINE: f64 = 17.0;
const ROW: f64 = 23.0;
/// What lasted longer than this many years is drawn as a bar, and all else as a dot.
const LONG: f64 = 0.06;
const EDGE: f64 = 8.0;

/// Events on a calendar. Across: each at its time, a bar where it lasted, with its name beside it, in as
/// few rows as keep names apart. Down, as a phone can show it: one event below the other, each under a track
/// that marks its time within all years.
#[inline(never)]
pub(super) fn layout(series: &Series, width: f64) -> Scene {
    let events: Vec<(usize, &Point, (f64, f64))> =
        series.points.iter().enumerate().filter_map(|(i, p)| Some((i, p, p.at?))).collect();
    let starts = events.iter().map(|event| event.2.0).chain(series.window.map(|window| window.0));
    let ends = events.iter().map(|event| event.2.1).chain(series.window.map(|window| window.1));
    let years = (starts.fold(f64::MAX, f64::min).floor(), ends.fold(f64::MIN, f64::max).ceil());
    if width < NARROW { down(series, width, years) } else { across(series, &events, width, years) }
}

fn tone(point: &Point) -> Tone {
    point.hue.map_or(Tone::Soft, Tone::Direction)
}

/// Draws the event itself: a dot, or a bar over its time, which is an outline where the source says only the
/// year or month in which it fell; an arrow from the time by which, or since which, it was. Gives its left and
/// its right.
fn event(scene: &mut Scene, x: &Scale, point: &Point, (from, to): (f64, f64), y: f64) -> (f64, f64) {
    let (left, right) = (x.at(from), x.at(to));
    if let Some(bound) = point.bound {
        let right = right.max(left + 14.0);
        let (limit, tip) = if bound == Bound::UpTo { (right, left) } else { (left, right) };
        scene.line((limit, y - 5.0), (limit, y + 5.0), 2.0, tone(point));
        scene.arrow((limit, y), tip - limit, tone(point));
        return (left, right);
    }
    if to - from <= LONG {
        scene.dot(left.max(EDGE), y, 5.5, tone(point), false);
        return (left - 6.0, left + 6.0);
    }
    let fill = if point.vague { Fill::Outline } else { Fill::Full };
    let right = right.max(left + 6.0);
    scene.area((left, y - 4.0), (right - left, 8.0), tone(point), fill);
    (left, right)
}

fn across(series: &Series, events: &[(usize, &Point, (f64, f64))], width: f64, years: (f64, f64)) -> Scene {
    let x = Scale::new(years, (EDGE, width - EDGE));
    // A name is as long as the wider side of its event has room for.
    let names: Vec<String> = events
        .iter()
        .map(|(_, point, (from, to))| {
            let room = (x.at(*from) - 14.0).max(width - x.at(*to).max(x.at(*from) + 6.0) - 8.0);
            measure::wrap_to(&point.label, SMALL, false, room.min(width * 0.6), 1).concat()
        })
        .collect();
    // Each with its name: to the right of it, or to its left where there is no room.
    let spans: Vec<(f64, f64)> = events
        .iter()
        .zip(&names)
        .map(|((_, _, (from, to)), name)| {
            let (left, right) = (x.at(*from) - 6.0, x.at(*to).max(x.at(*from) + 6.0));
            let room = measure::width(name, SMALL, false) + 8.0;
            if right + room <= width || width - right > left {
                (left, right + room)
            } else {
                ((left - room).max(0.0), right)
            }
        })
        .collect();
    let rows = stack::rows(&spans, 12.0);
    let base = rows.iter().max().map_or(0, |row| row + 1) as f64 * ROW + 12.0;
    let mut scene = Scene::new(width, base + 26.0);
    if let Some((from, to)) = series.window {
        scene.rect(x.at(from), 0.0, x.at(to) - x.at(from), base, Tone::Wash);
    }
    let mut year = years.0;
    while year <= years.1 && years.1 - years.0 <= 40.0 {
        scene.line((x.at(year), 0.0), (x.at(year), base + 4.0), 1.0, Tone::Rule);
        year += 1.0;
    }
    scene.line((EDGE, base), (width - EDGE, base), 1.0, Tone::Ink);
    for (n, (i, point, at)) in events.iter().enumerate() {
        let y = rows[n] as f64 * ROW + ROW / 2.0 + 4.0;
        let (left, right) = event(&mut scene, &x, point, *at, y);
        let to_the_right = spans[n].1 > x.at(at.1).max(x.at(at.0) + 6.0) + 1.0;
        let (edge, anchor) = if to_the_right { (right + 4.0, Anchor::Start) } else { (left - 4.0, Anchor::End) };
        scene.label(Label::new(edge, y, names[n].as_str(), SMALL, anchor, Tone::Ink));
        scene.hit(*i, spans[n].0, y - 10.0, spans[n].1 - spans[n].0, 20.0);
    }
    axis::years(&mut scene, &x, years, base, width);
    scene
}

fn down(series: &Series, width: f64, years: (f64, f64)) -> Scene {
    let mut scene = Scene::new(width, 0.0);
    let x = Scale::new(years, (EDGE, width - EDGE));
    let mut y = 20.0;
    axis::years(&mut scene, &x, years, -8.0, width);
    for (i, point) in series.points.iter().enumerate() {
        let top = y;
        let track = y + 5.0;
        if let Some((from, to)) = series.window {
            scene.rect(x.at(from), track - 7.0, x.at(to) - x.at(from), 14.0, Tone::Wash);
        }
        scene.line((EDGE, track), (width - EDGE, track), 1.0, Tone::Rule);
        if let Some(at) = point.at {
            event(&mut scene, &x, point, at, track);
        }
        y += 13.0;
        scene.label(Label::new(0.0, y + LINE / 2.0, point.note.as_str(), SMALL, Anchor::Start, Tone::Soft));
        y += LINE;
        let lines = measure::wrap_to(&point.label, TEXT, false, width, 3);
        y = scene.lines(&lines, y, LINE, |line, y| Label::new(0.0, y, line, TEXT, Anchor::Start, Tone::Ink));
        scene.hit(i, 0.0, top, width, y - top);
        y += 12.0;
    }
    scene.height = y - 8.0;
    scene
}
