use crate::chart::{Anchor, Label, SMALL, Scene, TEXT, Tone, measure};
use crate::locale::Lang;
use crate::series::{Point, Series};

/// Below this width a row's name stands above its cells.
const NARROW: f64 = 620.0;
const LINE: f64 = 16.0;
const BAR: f64 = 8.0;
const CELL: f64 = 30.0;
const GAP: f64 = 12.0;

/// Rows by columns: in each cell how much there is of what there could be, as a bar in a track
/// and in figures.
#[inline(never)]
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let narrow = width < NARROW;
    let start = if narrow { 0.0 } else { width * 0.28 };
    let column = (width - start) / series.groups.len().max(1) as f64;
    let mut scene = Scene::new(width, 0.0);

    let heads: Vec<Vec<String>> =
        series.groups.iter().map(|group| measure::wrap(&group.name, SMALL, false, column - GAP)).collect();
    let fits = |line: &String| measure::width(line, SMALL, false) <= column - 4.0;
    let mut y = 0.0;
    if heads.iter().flatten().all(fits) {
        let tallest = heads.iter().map(Vec::len).max().unwrap_or(0) as f64 * LINE;
        for (at, head) in heads.iter().enumerate() {
            let x = start + at as f64 * column;
            let label = |line: &str, y: f64| Label::new(x, y, line, SMALL, Anchor::Start, Tone::Soft);
            scene.lines(head, tallest - head.len() as f64 * LINE, LINE, label);
        }
        y = tallest + 6.0;
    } else {
        // Words that no narrow column can hold are listed, and the columns numbered.
        for (at, group) in series.groups.iter().enumerate() {
            let text = format!("{}. {}", at + 1, group.name);
            scene.label(Label::new(0.0, y + LINE / 2.0, text, SMALL, Anchor::Start, Tone::Soft));
            y += LINE;
        }
        y += 6.0;
        for at in 0..series.groups.len() {
            let x = start + at as f64 * column;
            let label = Label::new(x, y + LINE / 2.0, (at + 1).to_string(), SMALL, Anchor::Start, Tone::Soft);
            scene.label(label.bold());
        }
        y += LINE + 4.0;
    }
    let mut first = 0;
    for row in series.points.chunk_by(|a, b| a.key == b.key) {
        y = self::row(&mut scene, (first, row), (start, y), column, lang);
        first += row.len();
    }
    scene.height = y;
    scene
}

/// Draws a row, of which `first` is the position of its first point in the series; gives where it ends.
fn row(scene: &mut Scene, (first, row): (usize, &[Point]), (start, top): (f64, f64), column: f64, lang: Lang) -> f64 {
    let width = scene.width;
    scene.line((0.0, top), (width, top), 1.0, Tone::Rule);
    let mut cells = top + 8.0;
    let mut bottom = cells + CELL;
    if let Some(point) = row.first() {
        let room = if start > 0.0 { start - GAP } else { width };
        let name = measure::wrap_to(&point.label, TEXT, false, room, 3);
        let label = |line: &str, y: f64| Label::new(0.0, y, line, TEXT, Anchor::Start, Tone::Ink);
        let end = scene.lines(&name, cells, LINE + 1.0, label);
        if start == 0.0 {
            cells = end + 3.0;
        }
        bottom = end.max(cells + CELL);
    }
    for (i, point) in (first..).zip(row) {
        let (x, room) = (start + point.group as f64 * column, column - GAP);
        let (part, whole) = (point.value.unwrap_or_default(), point.whole.unwrap_or_default());
        let tone = point.hue.map_or(Tone::Soft, Tone::Direction);
        let shown = lang.part_of(part, whole);
        let ink = if part > 0.0 { Tone::Ink } else { Tone::Soft };
        scene.label(Label::new(x, cells + LINE / 2.0, shown, SMALL, Anchor::Start, ink));
        if whole > 0.0 {
            scene.rect(x, cells + LINE + 2.0, room, BAR, Tone::Rule);
            scene.rect(x, cells + LINE + 2.0, room * (part / whole).clamp(0.0, 1.0), BAR, tone);
        }
        scene.hit(i, x, cells, room, CELL);
    }
    bottom + 6.0
}
