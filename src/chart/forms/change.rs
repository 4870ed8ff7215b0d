use crate::chart::{Anchor, Label, Mark, SMALL, Scale, Scene, TEXT, Tone, measure, stack};
use crate::locale::Lang;
use crate::series::{Point, Role, Series, Unit};
use crate::snapshot::Bound;

/// Lines at most of the name of a period or a row, and of a row's unit.
const NAME_LINES: usize = 5;
const UNIT_LINES: usize = 2;
const LINE: f64 = 16.0;
const RADIUS: f64 = 7.0;
/// From this width on, names of rows stand beside the rows instead of above.
const WIDE: f64 = 640.0;
const GAP: f64 = 22.0;
/// How far the arrow of a bound reaches beyond its dot.
const OPEN: f64 = 24.0;

/// From where to where on a line that starts at zero: a grey dot before, a full dot after, a
/// hollow dot for what is planned, an upright bar for a stated target; numbers above, times
/// below. A number that is only a bound has an arrow to its open side. With groups, a row each.
#[inline(never)]
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let mut scene = Scene::new(width, 0.0);
    let points = |group: usize| -> Vec<(usize, &Point)> {
        series.points.iter().enumerate().filter(|(_, point)| point.group == group || series.groups.len() < 2).collect()
    };
    if series.groups.len() < 2 {
        let row = Row { unit: &series.unit, tone: Tone::Accent, left: 0.0, lang };
        scene.height = row.draw(&mut scene, &points(0), 0.0);
        return scene;
    }
    let names = if width < WIDE { width } else { width * 0.34 };
    let mut y = 0.0;
    for (at, group) in series.groups.iter().enumerate() {
        let name = measure::wrap_to(&group.name, TEXT, true, names, NAME_LINES);
        let tone = group.hue.map_or(Tone::Ink, Tone::Direction);
        let label = |line: &str, y: f64| Label::new(0.0, y, line, TEXT, Anchor::Start, Tone::Ink).bold();
        let unit = group.unit.as_ref().unwrap_or(&series.unit);
        let counted = measure::wrap_to(unit.word(), SMALL, false, names, UNIT_LINES);
        let note = |line: &str, y: f64| Label::new(0.0, y, line, SMALL, Anchor::Start, Tone::Soft);
        let top = y;
        let under = scene.lines(&name, y, LINE + 2.0, label);
        let under = scene.lines(&counted, under, LINE, note);
        let (left, start) = if width < WIDE { (0.0, under + 2.0) } else { (names + 30.0, top) };
        let row = Row { unit, tone, left, lang };
        y = row.draw(&mut scene, &points(at), start).max(under) + GAP / 2.0;
        scene.line((0.0, y), (width, y), 1.0, Tone::Rule);
        y += GAP / 2.0;
    }
    scene.height = (y - GAP / 2.0 + 1.0).max(0.0);
    scene
}

/// One line of dots, on a scale of its own.
struct Row<'a> {
    unit: &'a Unit,
    tone: Tone,
    left: f64,
    lang: Lang,
}

impl Row<'_> {
    /// Draws the points below `top`; gives where they end.
    fn draw(&self, scene: &mut Scene, points: &[(usize, &Point)], top: f64) -> f64 {
        let known: Vec<(usize, &Point, f64)> =
            points.iter().filter_map(|(i, point)| Some((*i, *point, point.value?))).collect();
        let missing = points.iter().filter(|(_, point)| point.value.is_none());
        let drawn = if known.is_empty() { top } else { self.dots(scene, &known, top) };
        missing.fold(drawn, |y, (i, point)| self.gap(scene, *i, point, y))
    }

    fn dots(&self, scene: &mut Scene, points: &[(usize, &Point, f64)], top: f64) -> f64 {
        let right = scene.width;
        let values = || points.iter().map(|(_, _, value)| *value);
        let bound = |wanted: Bound| points.iter().any(|(_, point, _)| point.bound == Some(wanted));
        let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        let room = |wanted| 12.0 + if bound(wanted) { OPEN } else { 0.0 };
        let ends = (self.left + room(Bound::UpTo), right - room(Bound::Over));
        let scale = Scale::new((low, high), ends);
        let numbers: Vec<String> =
            points.iter().map(|(_, point, value)| self.unit.bounded(self.lang, *value, point.bound)).collect();
        let room = ((right - self.left) / 3.2).min(190.0);
        let names: Vec<Vec<String>> =
            points.iter().map(|(_, point, _)| measure::wrap_to(&point.label, SMALL, false, room, NAME_LINES)).collect();
        let name_width = |n: usize| names[n].iter().map(|line| measure::width(line, SMALL, false)).fold(0.0, f64::max);
        let above = place(points, &scale, (self.left, right), |n| measure::width(&numbers[n], TEXT, true));
        let below = place(points, &scale, (self.left, right), name_width);
        let depth = |places: &[(f64, usize)]| 1 + places.iter().map(|(_, row)| *row).max().unwrap_or(0);
        let axis = top + depth(&above) as f64 * (LINE + 4.0) + RADIUS + 2.0;
        // Where each row of times begins: below the tallest of the row before.
        let tallest = |row: usize| {
            let own = below.iter().zip(&names).filter(|((_, at), _)| *at == row).map(|(_, lines)| lines.len());
            own.max().unwrap_or(0) as f64 * LINE + 4.0
        };
        let row_top = |row: usize| axis + RADIUS + 6.0 + (0..row).map(tallest).sum::<f64>();

        scene.line((ends.0, axis), (ends.1, axis), 1.0, Tone::Rule);
        scene.line((scale.at(0.0), axis - 6.0), (scale.at(0.0), axis + 6.0), 1.0, Tone::Soft);
        self.course(scene, points, &scale, axis);
        for (n, (i, point, value)) in points.iter().enumerate() {
            let x = scale.at(*value);
            self.mark(scene, point, x, axis);
            let (at, row) = above[n];
            let y = axis - RADIUS - 12.0 - row as f64 * (LINE + 4.0);
            let tone = if point.role == Role::Actual { self.tone } else { Tone::Ink };
            scene.label(Label::new(at, y, numbers[n].as_str(), TEXT, Anchor::Middle, tone).bold());
            let (at, row) = below[n];
            let label = |line: &str, y: f64| Label::new(at, y, line, SMALL, Anchor::Middle, Tone::Soft);
            scene.lines(&names[n], row_top(row), LINE, label);
            scene.hit(*i, x - 14.0, axis - 14.0, 28.0, 28.0);
        }
        self.zero(scene, scale.at(0.0), axis);
        row_top(depth(&below))
    }

    /// Writes 0 below the zero of the scale, unless another label is in its place.
    fn zero(&self, scene: &mut Scene, x: f64, axis: f64) {
        let label = Label::new(
            x,
            axis + RADIUS + 6.0 + LINE / 2.0,
            self.lang.number(0.0, 0),
            SMALL,
            Anchor::Middle,
            Tone::Soft,
        );
        let (left, top, right, bottom) = label.bounds();
        let free = |(l, t, r, b)| right + 6.0 <= l || r + 6.0 <= left || bottom <= t || b <= top;
        if scene.labels().map(Label::bounds).all(free) {
            scene.label(label);
        }
    }

    /// The line from one number to the next: firm from baseline to actual, else dashed.
    fn course(&self, scene: &mut Scene, points: &[(usize, &Point, f64)], scale: &Scale, axis: f64) {
        for pair in points.windows(2) {
            if let [(_, from, a), (_, to, b)] = pair {
                let firm = from.role == Role::Baseline && to.role == Role::Actual;
                let points = vec![(scale.at(*a), axis), (scale.at(*b), axis)];
                let (width, dashed) = if firm { (4.0, false) } else { (2.0, true) };
                scene.marks.push(Mark::Line { points, width, tone: self.tone, dashed });
            }
        }
    }

    fn mark(&self, scene: &mut Scene, point: &Point, x: f64, axis: f64) {
        let tone = if point.role == Role::Baseline { Tone::Muted } else { self.tone };
        match point.bound {
            Some(Bound::Over) => scene.arrow((x, axis), OPEN, tone),
            Some(Bound::UpTo) => scene.arrow((x, axis), -OPEN, tone),
            _ => {}
        }
        match point.role {
            Role::Target => scene.rect(x - 2.0, axis - 12.0, 4.0, 24.0, tone),
            role => scene.dot(x, axis, RADIUS, tone, role == Role::Planned),
        }
    }

    /// Writes the name of a point without a number, and the reason; gives where that ends.
    #[inline(never)]
    fn gap(&self, scene: &mut Scene, i: usize, point: &Point, y: f64) -> f64 {
        let reason = point.missing.map(|reason| self.lang.missing(reason)).unwrap_or_default();
        let text = format!("{}: {reason}", point.label);
        let lines = measure::wrap(&text, SMALL, false, scene.width - self.left);
        let label = |line: &str, y: f64| Label::new(self.left, y, line, SMALL, Anchor::Start, Tone::Soft);
        let end = scene.lines(&lines, y + 2.0, LINE, label);
        scene.hit(i, self.left, y + 2.0, scene.width - self.left, end - y - 2.0);
        end
    }
}

/// The middle of each text, as near to its point as the frame allows, and its row, so that none overlap.
fn place(
    points: &[(usize, &Point, f64)],
    scale: &Scale,
    (left, right): (f64, f64),
    text_width: impl Fn(usize) -> f64,
) -> Vec<(f64, usize)> {
    let centre = (left + right) / 2.0;
    let middle = |(n, (_, _, value)): (usize, &(usize, &Point, f64))| {
        let half = text_width(n) / 2.0;
        (scale.at(*value).clamp((left + half).min(centre), (right - half).max(centre)), half)
    };
    let middles: Vec<(f64, f64)> = points.iter().enumerate().map(middle).collect();
    let spans: Vec<(f64, f64)> = middles.iter().map(|(middle, half)| (middle - half, middle + half)).collect();
    let rows = stack::rows(&spans, 8.0);
    middles.into_iter().map(|(middle, _)| middle).zip(rows).collect()
}
