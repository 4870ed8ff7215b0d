use super::{Anchor, Label, SMALL, Scale, Scene, TEXT, Tone, measure, stack};
use crate::locale::Lang;
use crate::series::{Point, Series};

/// Below this width, or above so many events, the calendar runs down instead of across.
const NARROW: f64 = 720.0;
const MOST_ACROSS: usize = 8;
const LINE: f64 = 17.0;

/// Events on a calendar. Across: dots and bars on one line, names in rows above it. Down:
/// one event a row with its date, which is what a phone can show.
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let _ = lang;
    if width < NARROW || series.points.len() > MOST_ACROSS { down(series, width) } else { across(series, width) }
}

fn tone(point: &Point) -> Tone {
    point.direction.as_deref().map_or(Tone::Soft, Tone::of_direction)
}

fn across(series: &Series, width: f64) -> Scene {
    let events: Vec<(usize, &Point, (f64, f64))> =
        series.points.iter().enumerate().filter_map(|(i, p)| Some((i, p, p.at?))).collect();
    let start = events.iter().map(|e| e.2.0).chain(series.window.map(|w| w.0)).fold(f64::MAX, f64::min).floor();
    let end = events.iter().map(|e| e.2.1).chain(series.window.map(|w| w.1)).fold(f64::MIN, f64::max).ceil();
    let x = Scale::new((start, end), (8.0, width - 8.0));
    let names: Vec<String> =
        events.iter().map(|e| measure::wrap_to(&e.1.label, SMALL, false, 330.0, 1).concat()).collect();
    let spans: Vec<(f64, f64)> = events
        .iter()
        .zip(&names)
        .map(|(event, name)| {
            let (at, name_width) = (x.at(event.2.0), measure::width(name, SMALL, false) * 1.04 + 6.0);
            if at + name_width > width { (at - name_width, at) } else { (at, at + name_width) }
        })
        .collect();
    // Later events take the lower rows first, so that stems of earlier ones cross no name.
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.reverse();
    let rows_reversed = stack::rows(&order.iter().map(|&i| spans[i]).collect::<Vec<_>>(), 10.0);
    let mut rows = vec![0; events.len()];
    for (n, &i) in order.iter().enumerate() {
        rows[i] = rows_reversed[n];
    }
    let depth = rows.iter().max().map_or(0, |row| row + 1) as f64;
    let axis = depth * 22.0 + 18.0;
    let mut scene = Scene::new(width, axis + 34.0);
    if let Some((from, to)) = series.window {
        scene.rect(x.at(from), axis - 10.0, x.at(to) - x.at(from), 20.0, Tone::Wash);
    }
    scene.line((8.0, axis), (width - 8.0, axis), 1.0, Tone::Ink);
    for (n, (i, point, (from, to))) in events.iter().enumerate() {
        let at = x.at(*from);
        let y = axis - 22.0 - rows[n] as f64 * 22.0;
        let right = spans[n].0 >= at;
        scene.line((at, y + 9.0), (at, axis), 1.0, Tone::Rule);
        if to - from > 0.1 {
            scene.rect(at, axis - 3.0, x.at(*to) - at, 6.0, tone(point));
        } else {
            scene.dot(at, axis, 5.5, tone(point), false);
        }
        let (anchor, shift) = if right { (Anchor::Start, 0.0) } else { (Anchor::End, 0.0) };
        scene.label(Label::new(at + shift, y, names[n].clone(), SMALL, anchor, Tone::Ink));
        scene.hit(*i, spans[n].0, y - 9.0, spans[n].1 - spans[n].0, 18.0);
        scene.hit(*i, at - 8.0, axis - 8.0, (x.at(*to) - at).max(16.0), 16.0);
    }
    let mut year = start;
    while year <= end {
        scene.line((x.at(year), axis), (x.at(year), axis + 6.0), 1.0, Tone::Ink);
        if year < end && x.at(year) + 40.0 < width {
            scene.label(Label::new(
                x.at(year) + 3.0,
                axis + 18.0,
                format!("{year:.0}"),
                SMALL,
                Anchor::Start,
                Tone::Soft,
            ));
        }
        year += if end - start > 16.0 { 5.0 } else { 1.0 };
    }
    scene
}

fn down(series: &Series, width: f64) -> Scene {
    let mut scene = Scene::new(width, 0.0);
    let axis = 9.0;
    let left = 26.0;
    let mut y = 4.0;
    let mut dots = Vec::new();
    for (i, point) in series.points.iter().enumerate() {
        let top = y;
        scene.label(Label::new(left, y + LINE / 2.0, point.note.clone(), SMALL, Anchor::Start, Tone::Soft));
        dots.push((y + LINE / 2.0, tone(point)));
        y += LINE;
        for line in measure::wrap_to(&point.label, TEXT, false, width - left, 3) {
            scene.label(Label::new(left, y + LINE / 2.0, line, TEXT, Anchor::Start, Tone::Ink));
            y += LINE;
        }
        scene.hit(i, 0.0, top, width, y - top);
        y += 10.0;
    }
    scene.height = y;
    scene.line((axis, 8.0), (axis, y - 10.0), 1.0, Tone::Rule);
    for (at, tone) in dots {
        scene.dot(axis, at, 5.5, tone, false);
    }
    scene
}
