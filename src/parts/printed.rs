use super::Room;
use crate::chart::{Scene, Theme, Tone, layout, svg, themed};
use crate::locale::Lang;
use crate::series::Series;

/// The widths that charts are laid out for: these, and what lies whole steps beyond.
const FIRST: f64 = 214.0;
const STEP: f64 = 30.0;

/// What a picture may lose where it is shown at a width that it was not drawn for: it is shown no
/// smaller than this part of its size, and fills at least that part of the width.
const LEAST_SIZE: f64 = 0.7;
const LEAST_FILLED: f64 = 0.58;

/// The width that a chart is laid out for where it has that much room. It grows in steps, so that a
/// page's file can say how high a chart will be at any width; and a few pixels more or less, such
/// as those of a scroll bar, break no line elsewhere than there. The rooms of a page 1280 pixels
/// wide are but a few pixels above a step.
pub fn stepped(width: f64) -> f64 {
    ((width - FIRST) / STEP).floor() * STEP + FIRST
}

/// A chart for readers whose program is not there yet, as HTML: pictures for some widths, in the
/// colours of the page, and for every step the height that the program's chart will have. The style
/// sheet shows the one picture and the one height of the step that there is room for.
pub fn printed(series: &Series, room: Room, accent: Tone, lang: Lang) -> String {
    let steps = (0..).map(|n| FIRST + STEP * f64::from(n)).take_while(|step| *step <= room.most());
    let scenes: Vec<Scene> = steps.map(|width| layout(series, width, lang)).collect();
    let mut html = String::new();
    let mut at = 0;
    for run in scenes.chunk_by(|a, b| a.height == b.height) {
        let shown = class(&scenes, at, run.len());
        html += &format!("<svg{shown} height=\"{}\"></svg>", run[0].height);
        at += run.len();
    }
    let mut at = 0;
    for (picture, count) in pictures(&scenes, stepped(f64::from(room as u16))) {
        let drawn = themed(&svg(&scenes[picture], Theme::Light, accent));
        html += &drawn.replacen("<svg", &format!("<svg{}", class(&scenes, at, count)), 1);
        at += count;
    }
    html
}

/// Which scenes to draw, and for how many steps each. That of a desk is one, so that nothing changes
/// there when the program takes over; beside the steps that it serves as few as can be.
fn pictures(scenes: &[Scene], desk: f64) -> Vec<(usize, usize)> {
    let desk = scenes.iter().position(|scene| scene.width == desk).unwrap_or_default();
    let fits = |picture: usize, step: &usize| fits(&scenes[picture], &scenes[*step]);
    let first = desk - (0..desk).rev().take_while(|step| fits(desk, step)).count();
    let mut drawn = Vec::new();
    let mut at = 0;
    while at < scenes.len() {
        let end = if at < first { first } else { scenes.len() };
        let serves = |picture: usize| (at..end).take_while(|step| fits(picture, step)).count();
        let best = if at == first { desk } else { (0..scenes.len()).max_by_key(|one| serves(*one)).unwrap_or(at) };
        drawn.push((best, serves(best).max(1)));
        at += serves(best).max(1);
    }
    drawn
}

/// Whether a picture is good enough where the chart will be laid out otherwise.
fn fits(picture: &Scene, there: &Scene) -> bool {
    let size = (there.width / picture.width).min(there.height / picture.height).min(1.0);
    size >= LEAST_SIZE && picture.width * size >= there.width * LEAST_FILLED
}

/// Names the steps from which on and up to which something is shown, in the style sheet's words.
fn class(scenes: &[Scene], at: usize, count: usize) -> String {
    let from = scenes.get(at).filter(|_| at > 0).map(|scene| format!("f{}", scene.width));
    let to = scenes.get(at + count).map(|scene| format!("t{}", scene.width));
    let names: Vec<String> = from.into_iter().chain(to).collect();
    if names.is_empty() { String::new() } else { format!(" class=\"{}\"", names.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::{Form, Point, Role, Unit};

    const STYLE: &str = include_str!("../style.css");

    /// Bars whose names take more lines the narrower they are.
    fn bars() -> Series {
        let names = ["A name of many words that has to be broken into lines", "short"];
        let point = |name: &str| Point::plain(name, name, Role::Actual, Some(3.0));
        Series { points: names.map(point).into(), ..Series::new("bars", Form::Bars, Unit::default()) }
    }

    /// The pictures, or the heights, that are shown at a step.
    fn shown(html: &str, pictures: bool, step: f64) -> Vec<f64> {
        let number = |svg: &str, before: &str| -> Option<f64> {
            svg.split_once(before)?.1.split(['"', ' ']).next()?.parse().ok()
        };
        let heads = html.split("<svg").skip(1).filter_map(|svg| svg.split('>').next());
        heads
            .filter(|svg| svg.contains("viewBox") == pictures)
            .filter(|svg| number(svg, "\"f").is_none_or(|from| from <= step))
            .filter(|svg| number(svg, "\"t").or(number(svg, " t")).is_none_or(|to| step < to))
            .filter_map(|svg| number(svg, if pictures { " width=\"" } else { " height=\"" }))
            .collect()
    }

    #[test]
    fn at_each_step_one_picture_and_the_height_to_come_are_shown() {
        let series = bars();
        let html = printed(&series, Room::Half, Tone::Accent, Lang::En);
        let mut heights = Vec::new();
        for step in (0..23).map(|n| FIRST + STEP * f64::from(n)) {
            let height = layout(&series, step, Lang::En).height;
            assert_eq!(shown(&html, false, step), [height], "at {step}: {html}");
            assert_eq!(shown(&html, true, step).len(), 1, "at {step}: {html}");
            heights.push(height);
        }
        heights.dedup();
        assert!(heights.len() > 2, "{heights:?}");
        assert_eq!(shown(&html, true, 514.0), [514.0], "on a desk");
    }

    #[test]
    fn the_style_sheet_has_every_step() {
        let steps = (1..).map(|n| FIRST + STEP * f64::from(n)).take_while(|step| *step <= Room::Wide.most());
        for step in steps {
            let rule = format!(
                "@container (min-width: {}px) {{ .f{step} {{ display: block; }} .t{step} {{ display: none; }} }}\n",
                step - 0.5
            );
            assert_eq!(STYLE.matches(&rule).count(), 1, "{rule}");
        }
        assert_eq!(STYLE.matches("@container (min-width").count(), 29);
    }
}
