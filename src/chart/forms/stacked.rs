use super::names::{BAR, GAP, Names};
use crate::chart::{Anchor, Fill, Label, SMALL, Scale, Scene, TEXT, Tone, measure};
use crate::locale::Lang;
use crate::series::{Point, Series, Style};
use crate::sort::sort_by;

const SWATCH: f64 = 12.0;
const KEY_LINE: f64 = 20.0;

/// Bars across from a common zero, each made of segments that a key above the bars names. The
/// segments differ in filling, so that they stay apart without colour.
#[inline(never)]
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let rows = rows(series);
    let names = Names::of(rows.iter().filter_map(|row| row.first()).map(|(_, point)| point.label.as_str()), width);
    let high = rows.iter().map(|row| total(row)).chain(series.top).fold(0.0, f64::max);
    let numbers = measure::width(&series.unit.shown(lang, high), TEXT, true) + 10.0;
    let scale = Scale::new((0.0, high), (names.start + 1.0, (width - numbers).max(names.start + 20.0)));

    let mut scene = Scene::new(width, 0.0);
    let top = key(&mut scene, series) + 8.0;
    let mut y = top;
    for row in &rows {
        let Some((_, first)) = row.first() else { continue };
        let tone = if first.chosen { Tone::Ink } else { Tone::Soft };
        let (bar_top, height) = names.write(&mut scene, &first.label, y, tone);
        let mut before = 0.0;
        for (i, point) in row {
            let (from, to) = (scale.at(before), scale.at(before + point.value.unwrap_or_default()));
            before += point.value.unwrap_or_default();
            segment(&mut scene, series, point, (from, bar_top), to - from, lang);
            scene.hit(*i, from, bar_top, to - from, BAR);
        }
        let shown = series.unit.shown(lang, total(row));
        let number = Label::new(scale.at(before) + 7.0, bar_top + BAR / 2.0, shown, TEXT, Anchor::Start, tone);
        scene.label(if first.chosen { number.bold() } else { number });
        if names.narrow {
            scene.line((scale.at(0.0), bar_top - 2.0), (scale.at(0.0), bar_top + BAR + 2.0), 1.0, Tone::Soft);
        }
        y += height + GAP;
    }
    scene.height = y - GAP + 4.0;
    if !names.narrow {
        scene.line((scale.at(0.0), top - 4.0), (scale.at(0.0), scene.height), 1.0, Tone::Soft);
    }
    scene
}

/// The points of each bar, the largest total first.
fn rows(series: &Series) -> Vec<Vec<(usize, &Point)>> {
    let mut rows: Vec<Vec<(usize, &Point)>> = Vec::new();
    for (i, point) in series.points.iter().enumerate() {
        match rows.iter_mut().find(|row| row.iter().any(|(_, other)| other.key == point.key)) {
            Some(row) => row.push((i, point)),
            None => rows.push(vec![(i, point)]),
        }
    }
    sort_by(&mut rows, |a, b| total(b).total_cmp(&total(a)));
    rows
}

fn total(row: &[(usize, &Point)]) -> f64 {
    row.iter().filter_map(|(_, point)| point.value).sum()
}

fn segment(scene: &mut Scene, series: &Series, point: &Point, (x, y): (f64, f64), width: f64, lang: Lang) {
    let style = series.groups.get(point.group).map(|group| group.style).unwrap_or_default();
    // What is not chosen has no colour, and keeps its filling.
    let (tone, fill) = match look(style) {
        (_, fill) if !point.chosen && fill != Fill::Pale => (Tone::Muted, fill),
        look => look,
    };
    let is_body = matches!(fill, Fill::Full | Fill::Pale);
    // Outlines are drawn inside, so that the length stays that of the number.
    let inset = if is_body { 0.0 } else { 0.75 };
    let (at, size) = ((x + inset, y + inset), ((width - 2.0 * inset).max(0.0), BAR - 2.0 * inset));
    scene.area(at, size, tone, fill);
    if is_body {
        scene.line((x, y), (x, y + BAR), 1.0, Tone::Paper);
    }
    let shown = series.unit.shown(lang, point.value.unwrap_or_default());
    let room = measure::width(&shown, SMALL, true) + 6.0;
    if room + 4.0 > width {
        return;
    }
    let middle = x + width / 2.0;
    // Neither strokes nor a tone of middle lightness are a ground for letters.
    let plate = fill == Fill::Hatched || tone == Tone::Muted && fill == Fill::Full;
    if plate {
        scene.rect(middle - room / 2.0, y + 2.0, room, BAR - 4.0, Tone::Paper);
    }
    let ink = match fill {
        Fill::Pale => Tone::OnRule,
        Fill::Full if !plate => Tone::Paper,
        _ => Tone::Ink,
    };
    scene.label(Label::new(middle, y + BAR / 2.0, shown, SMALL, Anchor::Middle, ink).bold());
}

/// Colour and filling of a segment.
fn look(style: Style) -> (Tone, Fill) {
    match style {
        Style::Done => (Tone::Accent, Fill::Full),
        Style::Underway => (Tone::Accent, Fill::Hatched),
        Style::Asked => (Tone::Soft, Fill::Hatched),
        Style::Planned => (Tone::Accent, Fill::Outline),
        Style::Stopped => (Tone::Ink, Fill::Full),
        Style::Unsaid => (Tone::Rule, Fill::Pale),
    }
}

/// Draws the key of the segments, above the bars; gives where it ends.
fn key(scene: &mut Scene, series: &Series) -> f64 {
    let (mut x, mut y) = (0.0, 0.0);
    for group in &series.groups {
        let room = SWATCH + 6.0 + measure::width(&group.name, SMALL, false) + 18.0;
        if x > 0.0 && x + room - 18.0 > scene.width {
            (x, y) = (0.0, y + KEY_LINE);
        }
        let (tone, fill) = look(group.style);
        let (at, size) = ((x + 1.0, y + 4.0), (SWATCH, SWATCH));
        scene.area(at, size, tone, fill);
        let left = x + SWATCH + 7.0;
        scene.label(Label::new(left, y + 10.0, group.name.as_str(), SMALL, Anchor::Start, Tone::Soft));
        x += room;
    }
    y + KEY_LINE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Mark;
    use crate::series::{Form, Group, Role, Unit};

    /// How the segments of a bar are filled; what stands behind their numbers is none.
    fn check(chosen: bool, expected: [(Tone, Fill); 4]) {
        let styles = [Style::Done, Style::Underway, Style::Planned, Style::Unsaid];
        let group = |style| Group { style, ..Group::named("stage") };
        let point = |group| Point { group, chosen, ..Point::plain("event", "Event", Role::Count, Some(100.0)) };
        let series = Series {
            groups: styles.map(group).into(),
            points: (0..styles.len()).map(point).collect(),
            ..Series::new("stages", Form::Bars, Unit::default())
        };
        let scene = layout(&series, 760.0, Lang::En);
        let filled = scene.marks.iter().filter_map(|mark| match mark {
            Mark::Rect { y, tone, fill, .. } if *y > KEY_LINE && *tone != Tone::Paper => Some((*tone, *fill)),
            _ => None,
        });
        assert_eq!(filled.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_not_chosen_keeps_its_filling() {
        let unsaid = (Tone::Rule, Fill::Pale);
        let fills = [Fill::Full, Fill::Hatched, Fill::Outline];
        let [done, underway, planned] = fills.map(|fill| (Tone::Accent, fill));
        check(true, [done, underway, planned, unsaid]);
        let [done, underway, planned] = fills.map(|fill| (Tone::Muted, fill));
        check(false, [done, underway, planned, unsaid]);
    }
}
